// The form: every declared value of the style, grouped as a maker thinks. What it may be is the server's to say.

import { h, refill } from "./dom.js";
import { control, findingsAt } from "./controls.js";
import { getTold } from "./learnt.js";
import { entries, part } from "./parts.js";
import { said, t, titled } from "./words.js";

const GROUPS = ["size", "carry", "pockets", "straps", "closure", "cloth", "finishing", "about"];
const TITLES = {
  size: said("Size"),
  carry: said("What it carries"),
  pockets: said("Pockets"),
  straps: said("Straps and wearer"),
  closure: said("Closure"),
  cloth: said("Cloth and colours"),
  finishing: said("Finishing"),
  about: said("About the pattern"),
};
const OPEN = ["size", "carry"];

/** The form of a bag; it is drawn anew only where its shape changes, so that nobody loses the field in hand. */
export class Form {
  constructor(bag) {
    this.bag = bag;
    this.element = h("form", { class: "form", onsubmit: (event) => event.preventDefault() });
    this.shape = "";
    this.declared = null;
    this.controls = [];
    bag.on("answer", () => this.refresh());
  }

  async refresh() {
    const style = this.bag.values.style ?? this.bag.answer?.style;
    if (style && this.declared?.style !== style) {
      const declared = await getTold(`/api/form/${encodeURIComponent(style)}`);
      this.declared = { style, ...declared };
    }
    if (!this.declared) return;
    if (this.shapeNow() !== this.shape) this.draw();
    for (const each of this.controls) each.refresh();
    for (const each of this.controls) each.findings?.(findingsAt(this.bag, each.key));
  }

  /** Which fields there are: the style, the kinds of its parts, and the entries of its arrays. */
  shapeNow() {
    const { values } = this.bag;
    const kinds = Object.keys(values).filter((key) => key.endsWith("kind") || Array.isArray(values[key]));
    const shape = kinds.map((key) => (key.endsWith("kind") ? `${key}=${values[key]}` : `${key}:${labels(values[key])}`));
    return `${this.declared.style} ${shape.sort().join(" ")}`;
  }

  draw() {
    const held = document.activeElement?.dataset?.key;
    const open = new Set([...this.element.querySelectorAll("details[open]")].map((each) => each.dataset.part));
    this.shape = this.shapeNow();
    this.controls = [];
    this.opened = open.size ? (name) => open.has(name) : (name) => OPEN.includes(name);
    refill(this.element, this.name(), GROUPS.map((group) => this.group(group)));
    if (held) this.element.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  /** What the bag is called stands before all else. */
  name() {
    const named = this.declared.fields.filter((each) => each.key === "name");
    return h("div", { class: "group-about" }, named.map((each) => this.field(each, "")));
  }

  group(group) {
    const fields = this.declared.fields.filter((each) => (each.group ?? "finishing") === group && each.key !== "name");
    if (!fields.length) return null;
    const drawn = fields.map((each) => this.field(each, ""));
    const attributes = { class: "group", "data-part": group, open: this.opened(group) };
    return h("details", attributes, h("summary", {}, h("h3", {}, t(TITLES[group]))), drawn);
  }

  /** The field of one declared value below *prefix*. */
  field(declared, prefix) {
    const key = prefix ? `${prefix}.${declared.key}` : declared.key;
    const kind = declared.kind;
    if (kind === "table") return this.table(declared, key);
    if (kind === "part") return part(this, declared, key);
    if (kind === "parts" || kind === "rows") return entries(this, declared, key);
    return this.add(control(this.bag, declared, key));
  }

  add(made) {
    this.controls.push(made);
    return made.element;
  }

  table(declared, key) {
    const inner = declared.fields.map((each) => this.field(each, key));
    if (key === "dimensions" || key === "materials") return h("div", {}, inner);
    return this.folded(key, titled(key), declared.help, inner);
  }

  /** Fields under a heading of their own that opens. */
  folded(key, title, help, inner) {
    const told = help ? h("p", { class: "help" }, help) : null;
    return h("details", { class: "part", "data-part": key, open: this.opened(key) }, h("summary", {}, title), told, inner);
  }
}

function labels(list) {
  return typeof list[0] === "string" ? list.join(",") : list.length;
}
