// The flat pieces and the lay plans: two tabs that light up what the others light up.

import { Chosen } from "./chosen.js";
import { h, refill } from "./dom.js";
import * as lengths from "./lengths.js";
import { clicked, Moving } from "./moving.js";
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

/** The tab of the flat pieces: a piece that is clicked can be given a pocket, and a pocket is dragged to its place. */
export class PiecesView {
  constructor(bag) {
    this.bag = bag;
    this.window = new Window(t("The flat pieces"));
    this.chosen = new Chosen(bag);
    this.element = h("div", { class: "pieces-view" }, this.window.element, this.chosen.element);
    this.moving = new Moving(bag);
    this.window.frame.addEventListener("pointerdown", (event) => this.press(event), true);
    bag.on("answer", () => this.receive());
    bag.on("opened", () => this.chosen.show(""));
    bag.on("light", () => lightUp(this.element, litPieces(bag)));
  }

  receive() {
    const { data } = this.bag.parts.pieces ?? {};
    if (!data || data === this.data || !this.element.clientWidth) return;
    this.data = data;
    const made = drawn(data, t("The flat pieces"), (piece) => this.bag.light({ piece }));
    this.window.show(made, ".layer-cut");
    this.mark(made);
    this.chosen.refresh();
    lightUp(this.element, litPieces(this.bag));
  }

  /** The lines of parts that can be moved are taken hold of anywhere inside them. */
  mark(made) {
    for (const { piece, line, part } of this.data.places) {
      if (this.bag.good?.moves?.[part]?.panel !== piece) continue;
      const found = made.querySelectorAll(`[data-piece="${CSS.escape(piece)}"][data-line="${CSS.escape(line)}"]`);
      for (const each of found) each.classList.add("movable");
    }
  }

  press(event) {
    const { piece, line } = event.target.dataset ?? {};
    const place = this.data?.places.find((each) => each.piece === piece && each.line === line);
    const scale = this.window.drawing?.getScreenCTM()?.a;
    if (place && scale && event.target.classList.contains("movable")) this.drag(event, place, scale);
    else clicked(this.window.frame, event, () => this.choose(piece ?? ""));
  }

  choose(piece) {
    this.bag.keep({ piece });
    this.chosen.show(piece);
  }

  drag(event, { part, up }, scale) {
    const turned = (dx, dy) => ({ up: (dx * up[0] + dy * up[1]) / scale, right: (dy * up[0] - dx * up[1]) / scale });
    this.moving.hold(this.window.frame, event, part, turned, () => this.chosen.show(this.pieceOf(part)));
  }

  /** The piece that is cut for a part. */
  pieceOf(part) {
    return this.bag.good?.cut_list?.find((each) => each.part === part)?.piece ?? "";
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
      length: lengths.shown(length), width: lengths.shown(width), share: Math.round(share * 100), buy: lengths.shown(buy),
    });
    const picture = drawn(drawing, title, (piece) => this.bag.light({ piece }));
    return h("figure", { class: "lay" }, h("figcaption", {}, h("strong", {}, title), " ", h("span", {}, told)), picture);
  }
}
