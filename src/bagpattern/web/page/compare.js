// Two variants side by side: this bag, and one as it was or another draft. They turn together, at one scale.

import { post } from "./api.js";
import { Camera } from "./camera.js";
import { framed, h, isDark, refill } from "./dom.js";
import * as lengths from "./lengths.js";
import { model } from "./model.js";
import { cost, money, wanted } from "./prices.js";
import { Scene } from "./scene.js";
import * as shelf from "./shelf.js";
import { language, named, number, path, t, titled } from "./words.js";

const WORD = /^[a-z][a-z_-]*$/;

/** The dialog: whichever is better is gone on with. */
export function compare(bag) {
  const others = variants(bag);
  if (!others.length) return framed("compare", t("Compare"), h("p", { class: "empty" }, t("There is nothing yet to compare with: change something first.")));
  const select = h("select", { id: "compare-with" }, others.map((each, at) => h("option", { value: at }, each.name || t("A bag without a name"))));
  const camera = new Camera(() => sides.forEach((each) => each.draw()));
  const sides = [new Side(camera, t("Now")), new Side(camera, t("The other"))];
  const table = h("table", {});
  const take = h("button", { type: "button", class: "main" }, t("Go on with the other"));
  const told = framed("compare", t("Compare"), h("div", { class: "row" }, h("label", { for: "compare-with" }, t("With")), select, take), h("div", { class: "sides" }, sides.map((each) => each.element)), table);
  const show = async () => {
    const both = await Promise.all([bag.text, others[select.value].text].map(drafted));
    both.forEach((answer, at) => sides[at].show(answer));
    refill(table, differing(...both));
  };
  take.addEventListener("click", () => {
    const { text, name } = others[select.value];
    told.dialog.close();
    bag.change(text, t("gone on with: {what}", { what: name || t("A bag without a name") }));
  });
  select.addEventListener("change", show);
  show();
  return told;
}

/** The bag before each of its changes, the latest first, and all others on the shelf. */
function variants(bag) {
  const { entries, at } = bag.history;
  const earlier = entries.slice(0, at).map((each, number) => ({ name: t("before: {what}", { what: entries[number + 1].label }), text: each.text }));
  return [...earlier.reverse(), ...shelf.all().filter((each) => each.id !== bag.id)];
}

function drafted(toml) {
  return post("/api/draft", { toml, n: 0, want: ["sewn"], language: language(), units: lengths.units() });
}

class Side {
  constructor(camera, title) {
    this.camera = camera;
    this.canvas = h("canvas", { tabindex: 0, role: "img", "aria-label": title });
    this.note = h("p", { class: "empty", hidden: true }, t("It cannot be made like this"));
    this.element = h("figure", {}, this.canvas, this.note, h("figcaption", {}, title));
    camera.hold(this.canvas);
  }

  show(answer) {
    this.note.hidden = Boolean(answer.sewn);
    this.canvas.hidden = !answer.sewn;
    if (!answer.sewn) return;
    this.scene ??= new Scene(this.canvas);
    this.looks = answer.sewn.materials;
    this.scene.show(model(answer.sewn));
    const { middle, reach } = this.scene.model;
    const larger = reach >= (this.camera.framed ?? 0); // one scale for both: that of the larger
    this.camera.framed = larger ? reach : this.camera.framed;
    this.camera.frame(larger ? middle : this.camera.target, this.camera.framed);
  }

  draw() {
    requestAnimationFrame(() => this.scene?.draw(this.camera, this.looks, isDark()));
  }
}

/** The figures and values in which two answers differ. */
function differing(now, other) {
  const [a, b] = [facts(now), facts(other)];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
  const head = h("thead", {}, h("tr", {}, [t("Value"), t("Now"), t("The other")].map((each) => h("th", { scope: "col" }, each))));
  const cell = (value) => h("td", {}, String(value ?? "–"));
  return [head, h("tbody", {}, keys.map((key) => h("tr", {}, h("th", { scope: "row" }, key), cell(a[key]), cell(b[key]))))];
}

function facts(answer) {
  const { finished = {}, figures = {}, values = {} } = answer;
  const measured = ["width", "height", "depth"].filter((key) => finished[key]);
  const longest = Math.max(...measured.map((key) => finished[key]));
  const sizes = measured.map((key) => [titled(key), lengths.shown(finished[key], longest)]);
  const told = Object.entries(values).map(([key, value]) => [path(key, answer), worded(value, key, answer)]);
  return Object.fromEntries([...sizes, ...(figures.hours ? known(answer) : []), ...told]);
}

function known(answer) {
  const { litres, mass, difficulty, hours, pieces, steps, cloth } = answer.figures;
  const paid = cost(wanted(answer));
  return [
    [t("Volume"), lengths.volume(litres)],
    [t("Weight"), t("{grams} g", { grams: Math.round(mass) })],
    [t("Difficulty"), difficulty],
    [t("Time"), t("{least} to {most} hours", { least: number(hours[0]), most: number(hours[1]) })],
    [t("Costs"), paid.known ? money(paid.sum) : null],
    [t("Pieces"), pieces],
    [t("Steps"), steps],
    ...cloth.map(({ title, buy }) => [title, lengths.shown(buy)]),
  ];
}

/** A value as one reads it: lengths in the reader's units, things and names by their own, words in the reader's language. */
function worded(value, key, answer) {
  if (Array.isArray(value)) return value.map((each) => worded(each, key, answer)).join(", ");
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (typeof value !== "string") return value;
  const thing = answer.fits?.find(({ item }) => item === value)?.title ?? answer.called?.[value];
  return thing ?? (WORD.test(value) ? named(value, key) : lengths.told(value));
}
