// The flat pieces, the lay plans and the steps: three tabs that light up what the others light up.

import { h, refill } from "./dom.js";
import * as lengths from "./lengths.js";
import { drawn, lightUp, Window } from "./sheet.js";
import { t } from "./words.js";

/** What is lit, as pieces. */
function litPieces(bag) {
  const { piece, seam, step } = bag.lit;
  const steps = bag.parts.steps?.data ?? [];
  if (step) return steps.find((each) => each.number === step)?.pieces ?? [];
  if (seam) return steps.filter((each) => each.seams.includes(seam)).flatMap((each) => each.pieces);
  return piece ? [piece] : [];
}

/** The tab of the flat pieces. */
export class PiecesView {
  constructor(bag) {
    this.bag = bag;
    this.window = new Window(t("The flat pieces"));
    this.element = this.window.element;
    bag.on("answer", () => this.receive());
    bag.on("light", () => lightUp(this.element, litPieces(bag)));
  }

  receive() {
    const { data } = this.bag.parts.pieces ?? {};
    if (!data || data === this.data || !this.element.clientWidth) return;
    this.data = data;
    this.window.show(drawn(data, t("The flat pieces"), (piece) => this.bag.light({ piece })), ".layer-cut");
    lightUp(this.element, litPieces(this.bag));
  }
}

/** The tab of the lay plans: one for each cloth. */
export class LayView {
  constructor(bag) {
    this.bag = bag;
    this.element = h("div", { class: "lays" });
    bag.on("answer", () => this.receive());
    bag.on("light", () => lightUp(this.element, litPieces(bag)));
  }

  receive() {
    const { data } = this.bag.parts.lay ?? {};
    if (!data || data === this.data) return;
    this.data = data;
    refill(this.element, data.map((plan, at) => this.plan({ ...this.bag.answer?.figures?.cloth?.[at], ...plan })));
  }

  plan({ title, width, length, buy, share, drawing }) {
    const told = t("{length} of cloth {width} wide, {share} % used; buy {buy}", {
      length: lengths.written(length), width: lengths.written(width), share: Math.round(share * 100), buy: lengths.written(buy),
    });
    const picture = drawn(drawing, title, (piece) => this.bag.light({ piece }));
    return h("figure", { class: "lay" }, h("figcaption", {}, h("strong", {}, title), " ", h("span", {}, told)), picture);
  }
}

/** The tab of the steps: to point at one lights up its pieces and seams everywhere. */
export class StepsView {
  constructor(bag) {
    this.bag = bag;
    this.list = h("ol", { class: "steps" });
    this.element = h("div", { class: "steps-view" }, this.list);
    bag.on("answer", () => this.receive());
    bag.on("light", () => this.lightUp());
  }

  receive() {
    const { data } = this.bag.parts.steps ?? {};
    if (!data || data === this.data) return;
    this.data = data;
    refill(this.list, data.map((step) => this.step(step)));
  }

  step({ number, title, text, pieces, seams }) {
    const light = () => this.bag.light({ step: number });
    const dark = () => this.bag.light({});
    const used = pieces.map((piece) => h("span", { class: "tag" }, this.titleOf(piece)));
    const count = seams.length ? h("span", { class: "tag seam" }, seams.length === 1 ? t("1 seam") : t("{count} seams", { count: seams.length })) : null;
    const heard = { onpointerenter: light, onpointerleave: dark, onfocus: light, onblur: dark };
    return h("li", { tabindex: 0, "data-step": number, ...heard }, h("h3", {}, title), h("p", {}, text), h("div", { class: "tags" }, used, count));
  }

  titleOf(piece) {
    return (this.bag.answer?.cut_list ?? []).find((each) => each.piece === piece)?.title ?? piece;
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
