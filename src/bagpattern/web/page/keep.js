// What is kept: the bags on this browser's shelf, and two of them side by side.

import { post } from "./api.js";
import { Camera } from "./camera.js";
import { h, icon, isDark, refill } from "./dom.js";
import * as lengths from "./lengths.js";
import { model } from "./model.js";
import { Scene } from "./scene.js";
import * as shelf from "./shelf.js";
import { language, t, titled } from "./words.js";

/** The dialog of drafts; *open(draft)* hears which one to go on with. */
export function drafts(open) {
  const list = h("ul", { class: "drafts" });
  const { dialog } = framed("drafts", t("Drafts kept in this browser"), list);
  const show = () => refill(list, shelf.all().map((each) => row(each, dialog, open, show)));
  show();
}

function row(each, dialog, open, show) {
  const when = new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(each.when);
  const name = each.name || t("A bag without a name");
  const go = () => {
    dialog.close();
    open(each);
  };
  const drop = () => {
    shelf.drop(each.id);
    show();
  };
  const told = t("Throw away {what}", { what: name });
  return h("li", {}, h("button", { type: "button", class: "open", onclick: go }, h("b", {}, name), h("small", {}, when)), h("button", { type: "button", class: "quiet", "aria-label": told, title: told, onclick: drop }, icon("remove")));
}

/** The dialog of two variants: this bag, and one as it was or another draft. They turn together. */
export function compare(bag) {
  const earlier = bag.history.entries.slice(0, bag.history.at).map((each, at) => ({ name: t("before: {what}", { what: bag.history.entries[at + 1].label }), text: each.text }));
  const others = [...earlier.reverse(), ...shelf.all().filter((each) => each.id !== bag.id)];
  if (!others.length) return framed("compare", t("Compare"), h("p", { class: "empty" }, t("There is nothing yet to compare with: change something first.")));
  const select = h("select", { id: "compare-with" }, others.map((each, at) => h("option", { value: at }, each.name || t("A bag without a name"))));
  const camera = new Camera(() => sides.forEach((each) => each.draw()));
  const sides = [new Side(camera, t("Now")), new Side(camera, t("The other"))];
  const table = h("table", {});
  const told = framed("compare", t("Compare"), h("div", { class: "row" }, h("label", { for: "compare-with" }, t("With")), select), h("div", { class: "sides" }, sides.map((each) => each.element)), table);
  const show = async () => {
    const both = await Promise.all([bag.text, others[select.value].text].map(drafted));
    both.forEach((answer, at) => sides[at].show(answer));
    refill(table, differing(...both));
  };
  select.addEventListener("change", show);
  show();
  return told;
}

function drafted(toml) {
  return post("/api/draft", { toml, n: 0, want: ["sewn"], language: language(), units: lengths.units() });
}

class Side {
  constructor(camera, title) {
    this.camera = camera;
    this.canvas = h("canvas", { tabindex: 0, role: "img", "aria-label": title });
    this.element = h("figure", {}, this.canvas, h("figcaption", {}, title));
    camera.hold(this.canvas);
  }

  show(answer) {
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

/** The values and figures in which two answers differ. */
function differing(now, other) {
  const [a, b] = [facts(now), facts(other)];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
  const head = h("thead", {}, h("tr", {}, [t("Value"), t("Now"), t("The other")].map((each) => h("th", { scope: "col" }, each))));
  const cell = (value) => h("td", {}, typeof value === "string" ? lengths.told(value) : String(value ?? "–"));
  return [head, h("tbody", {}, keys.map((key) => h("tr", {}, h("th", { scope: "row" }, key), cell(a[key]), cell(b[key]))))];
}

function facts({ finished = {}, figures = {}, values = {} }) {
  const sizes = Object.fromEntries(["width", "height", "depth"].filter((key) => finished[key]).map((key) => [titled(key), lengths.written(finished[key])]));
  const litres = finished.volume === undefined ? {} : { [t("Volume")]: t("{litres} litres", { litres: finished.volume.toFixed(1) }) };
  return { ...sizes, ...litres, [t("Pieces")]: figures.pieces, [t("Steps")]: figures.steps, ...values };
}

function framed(name, title, ...content) {
  const close = h("button", { type: "button", class: "quiet", "aria-label": t("Close"), onclick: () => dialog.close() }, icon("remove"));
  const dialog = h("dialog", { class: name, "aria-labelledby": `${name}-title`, onclose: () => dialog.remove() }, h("div", { class: "row" }, h("h2", { id: `${name}-title` }, title), close), content);
  document.body.append(dialog);
  dialog.showModal();
  return { dialog };
}
