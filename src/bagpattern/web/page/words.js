// What the page says, in the languages that the patterns speak. English stands in the code, each other in a file.

const KEPT = "bagpattern.language";
let spoken = "en";
let known = {};

export const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español", ja: "日本語" };

/** Reads the words of the language that was chosen last, or else of the browser's. */
export async function listen() {
  const wished = [localStorage.getItem(KEPT), ...navigator.languages.map((each) => each.slice(0, 2))];
  spoken = wished.find((each) => each in LANGUAGES) ?? "en";
  document.documentElement.lang = spoken;
  if (spoken !== "en") known = await (await fetch(`/page/words/${spoken}.json`)).json();
}

/** The language that is spoken: "de". */
export function language() {
  return spoken;
}

/** Speaks another one from now on; the page then is drawn anew. */
export function speak(name) {
  localStorage.setItem(KEPT, name);
  location.reload();
}

/** An English text in the reader's language, its {gaps} filled. */
export function t(text, gaps = {}) {
  const told = known[text] ?? text;
  return told.replace(/\{(\w+)\}/g, (whole, name) => gaps[name] ?? whole);
}

/** Marks a text that is translated where it is shown. */
export const said = (text) => text;

/** A key of a preset as one reads it: "top_radius" is "Top radius". */
export function titled(key) {
  const told = named(key.split(".").pop());
  return told.charAt(0).toUpperCase() + told.slice(1);
}

/** A word of a preset as one reads it: "zip-window" is "zip window"; some mean another thing as a value of some *key*. */
export function named(word, key = "") {
  const plain = word.replace(/[_-]/g, " ");
  return known[`${key.split(".").pop()}: ${plain}`] ?? known[plain] ?? plain;
}

/** "pockets.phone.base" as one reads it: "Pockets, phone, base"; what has a name in an answer by that. */
export function path(key, { values = {}, called = {} }) {
  const steps = key.split(".");
  const read = steps.map((each, at) => {
    const name = values[`${steps.slice(0, at + 1).join(".")}.name`];
    return called[name] ?? name ?? (at ? named(each) : titled(each));
  });
  return read.join(", ");
}

/** A number with so many digits behind its decimal sign, or as many as it has. */
export function number(value, digits) {
  const exactly = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return value.toLocaleString(spoken, { useGrouping: false, ...exactly });
}
