// The preset's text beside the form: what one writes there is drafted after a short pause, mistakes stand at their line.

import { finding } from "./controls.js";
import { h, refill, settled } from "./dom.js";
import { t } from "./words.js";

const PAUSE = 300; // ms without a key before half a word would be read

/** The text of the preset, two-way. */
export class Editor {
  constructor(bag) {
    this.bag = bag;
    this.numbers = h("div", { class: "numbers", "aria-hidden": "true" });
    this.area = h("textarea", { spellcheck: false, autocapitalize: "off", autocomplete: "off", wrap: "off", "aria-label": t("Text of the preset"), "aria-describedby": "text-faults" });
    this.faults = h("div", { class: "faults", id: "text-faults" });
    this.element = h("div", { class: "editor" }, h("div", { class: "paper" }, this.numbers, this.area), this.faults);
    this.listen();
  }

  listen() {
    const write = settled(() => this.write(), PAUSE);
    this.area.addEventListener("input", () => {
      this.count();
      write();
    });
    this.area.addEventListener("blur", () => this.write());
    this.area.addEventListener("scroll", () => (this.numbers.scrollTop = this.area.scrollTop));
    this.bag.on("text", () => this.show());
    this.bag.on("answer", () => this.mark());
  }

  write() {
    if (this.area.value === this.bag.text) return;
    const line = this.area.value.slice(0, this.area.selectionStart).split("\n").length;
    this.bag.change(this.area.value, t("text, line {line}", { line }), `text ${line}`);
  }

  /** The bag's text, unless it is being written right now. */
  show() {
    if (this.area.value === this.bag.text || document.activeElement === this.area && this.area.value !== this.last) return;
    this.area.value = this.last = this.bag.text;
    this.count();
  }

  count() {
    const wrong = new Set((this.bag.answer?.findings ?? []).map((each) => each.line));
    const lines = this.area.value.split("\n").length;
    if (this.numbers.childElementCount === lines && wrong.size === 0 && !this.marked) return;
    this.marked = wrong.size > 0;
    refill(this.numbers, Array.from({ length: lines }, (_, at) => h("span", { class: wrong.has(at + 1) ? "wrong" : "" }, at + 1)));
  }

  mark() {
    this.last = this.bag.text;
    this.count();
    refill(this.faults, (this.bag.answer?.findings ?? []).map((each) => this.fault(each)));
  }

  fault(each) {
    if (!each.line) return finding(this.bag, each);
    const place = t("Line {line}", { line: each.line });
    return h("div", { class: "placed" }, h("button", { type: "button", class: "quiet", onclick: () => this.go(each) }, place), finding(this.bag, each));
  }

  go({ line, column }) {
    const before = this.area.value.split("\n").slice(0, line - 1);
    const at = before.reduce((sum, each) => sum + each.length + 1, 0) + Math.max(0, (column || 1) - 1);
    this.area.focus();
    this.area.setSelectionRange(at, at);
  }
}
