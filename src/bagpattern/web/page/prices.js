// What things cost is the maker's to say. It is kept in this browser, and written as the price file that the command reads.

import { h, handOver, notice } from "./dom.js";
import { language, t } from "./words.js";

const KEPT = "bagpattern.prices";
const LINE = /^\s*(?:"([^"]+)"|([\w-]+))\s*=\s*([\d.]+)\s*(?:#.*)?$/;

function prices() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

function keep(more) {
  localStorage.setItem(KEPT, JSON.stringify({ ...prices(), ...more }));
}

/** What is to be bought: a cloth costs the same whatever bag it is for, so it goes by its name, not by its slot. */
export function wanted({ shopping = [], figures = {} }) {
  const cloths = new Map((figures.cloth ?? []).map(({ material, title }) => [material, title]));
  return shopping.map((each) => ({ ...each, name: cloths.get(each.key) ?? each.key, isCloth: cloths.has(each.key) }));
}

/** {sum, missing}: what all of it costs whose price is known, and of how many things it is not. */
export function cost(list) {
  const known = prices();
  const priced = list.filter(({ name }) => known[name] !== undefined);
  return { sum: priced.reduce((sum, { name, amount }) => sum + known[name] * amount, 0), missing: list.length - priced.length, known: priced.length };
}

/** A sum as one writes it; the currency is whatever the prices are in. */
export function money(sum) {
  return new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(sum);
}

/** The box for one thing's price; *changed* hears of another. */
export function box({ name, text, isCloth, unit }, changed) {
  const told = unit ? t("per metre") : t("each");
  const what = isCloth ? name : text;
  const label = unit ? t("Price of a metre of {what}", { what }) : t("Price of {what}, each", { what });
  const made = h("input", { type: "number", min: 0, step: "any", class: "price", placeholder: told, "aria-label": label, value: prices()[name] ?? "" });
  made.addEventListener("change", () => {
    keep({ [name]: made.value === "" ? undefined : Number(made.value) });
    changed();
  });
  return made;
}

/** Buttons that read and write a price file: the one of `bagpattern lay --prices`. */
export function file(list, changed) {
  const picker = h("input", { type: "file", accept: ".toml", hidden: true, "aria-label": t("Load prices") });
  picker.addEventListener("change", async () => {
    const found = read(await picker.files[0].text());
    keep(Object.fromEntries(list.filter(({ key }) => key in found).map(({ key, name }) => [name, found[key]])));
    const count = list.filter(({ key }) => key in found).length;
    notice(t("{count} prices of this bag were in it.", { count }));
    changed();
  });
  const load = h("button", { type: "button", class: "quiet", onclick: () => picker.click() }, t("Load prices"));
  const save = h("button", { type: "button", class: "quiet", onclick: () => download(written(list)) }, t("Save prices"));
  return h("div", { class: "price-file" }, load, save, picker);
}

/** The lines below [prices]: a name and a number each. */
function read(text) {
  const lines = text.split("\n").map((line) => LINE.exec(line)).filter(Boolean);
  return Object.fromEntries(lines.map(([, quoted, bare, price]) => [quoted ?? bare, Number(price)]));
}

function written(list) {
  const known = prices();
  const lines = list.filter(({ name }) => known[name] !== undefined).map(({ key, name }) => `${JSON.stringify(key)} = ${known[name]}`);
  return ["[prices]", ...lines, ""].join("\n");
}

function download(text) {
  handOver("prices.toml", new Blob([text], { type: "application/toml" }));
}
