// The tab of the bag in use: on who carries it, and beside what it holds.

import { Aside, pictured } from "./aside.js";
import { h, refill } from "./dom.js";
import { said, t } from "./words.js";

const TITLES = { carried: said("On who carries it"), holds: said("Beside what it holds") };

/** Pictures at one scale with a person and with things: so large is it. */
export class UseView {
  constructor(bag) {
    this.element = h("div", { class: "use-view" });
    this.aside = new Aside(bag, this.element, "/api/company", (told) => this.hold(told?.views ?? []));
    bag.on("answer", () => this.receive());
    bag.on("colourway", () => this.receive());
  }

  receive() {
    if (!this.element.children.length) refill(this.element, h("p", { class: "empty" }, t("It is being drawn...")));
    this.aside.look();
  }

  hold(views) {
    for (const each of this.element.querySelectorAll("img")) URL.revokeObjectURL(each.src);
    const none = h("p", { class: "empty" }, t("Nothing carries it and it holds nothing: the form tells what it can."));
    refill(this.element, views.length ? views.map((each) => this.view(each)) : none);
  }

  view({ name, svg, width, height }) {
    const title = t(TITLES[name]);
    return h("figure", {}, h("figcaption", {}, title), h("img", { src: pictured(svg), alt: title, width: Math.round(width * 4), height: Math.round(height * 4) }));
  }
}
