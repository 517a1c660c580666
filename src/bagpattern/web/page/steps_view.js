// The tab of the steps: words with figures, that light up their pieces and seams everywhere.

import { Aside, pictured } from "./aside.js";
import { nameOf } from "./chosen.js";
import { h, refill } from "./dom.js";
import { t } from "./words.js";

const PIXELS = 3.4; // a figure's mm on the screen

/** To point at a step lights it up in all views; one that is clicked stays lit in them until it is clicked again. */
export class StepsView {
  constructor(bag) {
    this.bag = bag;
    this.list = h("ol", { class: "steps" });
    this.element = h("div", { class: "steps-view" }, this.list);
    this.figures = new Map();
    this.aside = new Aside(bag, this.element, "/api/figures", (told) => this.hold(told?.steps ?? []));
    bag.on("answer", () => this.receive());
    bag.on("light", () => this.lightUp());
  }

  receive() {
    const { data } = this.bag.parts.steps ?? {};
    if (!data) return;
    if (data !== this.data) {
      this.data = data;
      refill(this.list, data.map((step) => this.step(step)));
      this.place();
    }
    this.aside.look();
  }

  step({ number, title, text, pieces, seams }) {
    const light = () => this.bag.light({ step: number });
    const dark = () => this.bag.light({});
    const keep = () => this.bag.keep(this.bag.kept.step === number ? {} : { step: number });
    const used = pieces.map((piece) => h("span", { class: "tag" }, nameOf(this.bag, piece)));
    const count = seams.length ? h("span", { class: "tag seam" }, seams.length === 1 ? t("1 seam") : t("{count} seams", { count: seams.length })) : null;
    const heard = { onpointerenter: light, onpointerleave: dark, onfocus: light, onblur: dark, onclick: keep, onkeydown: (event) => event.key === "Enter" && keep() };
    return h("li", { tabindex: 0, "data-step": number, ...heard }, h("h3", {}, title), h("p", {}, text), h("div", { class: "step-figures" }), h("div", { class: "tags" }, used, count));
  }

  /** Figures as pictures: what stands in them can do nothing. */
  hold(steps) {
    for (const each of [...this.figures.values()].flat()) URL.revokeObjectURL(each.address);
    this.figures = new Map(steps.map(({ number, figures }) => [number, figures.map((each) => ({ ...each, address: pictured(each.svg) }))]));
    this.place();
  }

  place() {
    for (const each of this.list.children) {
      const found = this.figures.get(Number(each.dataset.step)) ?? [];
      const picture = ({ address, alt, width, height }) => h("img", { src: address, alt, title: alt, width: Math.round(width * PIXELS), height: Math.round(height * PIXELS) });
      refill(each.querySelector(".step-figures"), found.map(picture));
    }
  }

  /** A lit piece marks the steps that handle it. */
  lightUp() {
    const { piece, step } = this.bag.lit;
    for (const each of this.list.children) {
      const told = this.data.find((one) => one.number === Number(each.dataset.step));
      each.classList.toggle("lit", told.number === step || Boolean(piece && told.pieces.includes(piece)));
    }
  }
}
