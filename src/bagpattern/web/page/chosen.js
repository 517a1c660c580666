// A piece that is clicked, in the bag or among the pieces: it can be given a pocket, and a pocket can be moved.

import { h, icon, notice, refill } from "./dom.js";
import { getTold } from "./learnt.js";
import { aside, move } from "./moving.js";
import { adding } from "./parts.js";
import { t } from "./words.js";

const STEP = 5; // mm

/** The name of a piece or of what is bought, as the cut list has it. */
export function nameOf(bag, piece, otherwise = piece) {
  return rowOf(bag, piece)?.title ?? otherwise;
}

function rowOf(bag, piece) {
  return bag.good?.cut_list?.find((each) => each.piece === piece);
}

/** The key of the part that a piece or a zip belongs to, if it is one that can be moved on its panel: "pockets.phone". */
export function movable(bag, id) {
  const moves = Object.entries(bag.good?.moves ?? {});
  return moves.find(([, { ids }]) => ids.includes(id))?.[0] ?? "";
}

/** The card of the piece that is chosen. */
export class Chosen {
  constructor(bag) {
    this.bag = bag;
    this.element = h("div", { class: "chosen" });
    this.piece = "";
  }

  /** What is bought is in no cut list: its name is given. The buttons stay as long as they are the same. */
  show(piece, otherwise = "") {
    const title = piece && nameOf(this.bag, piece, otherwise || piece);
    const part = movable(this.bag, piece);
    const shape = [piece, title, part].join(" ");
    if (shape === this.shape) return;
    Object.assign(this, { piece, otherwise, shape });
    refill(this.element, piece ? [h("strong", {}, title), part ? this.moves(part) : this.adding(piece)] : []);
  }

  /** The same piece, of a bag that has changed. */
  refresh() {
    this.show(this.piece, this.otherwise);
  }

  /** Only what is part of the body, or of its lining, takes pockets. */
  adding(piece) {
    if (rowOf(this.bag, piece)?.part !== "") return null;
    return h("button", { type: "button", onclick: () => this.pocket(rowOf(this.bag, piece).panel) }, icon("add"), t("A pocket here"));
  }

  moves(part) {
    const step = (sign, told, go) => h("button", { type: "button", title: told, "aria-label": told, onclick: go }, sign);
    const far = (right) => () => move(this.bag, part, 0, right * aside(this.bag, part));
    const beside = (sideways) => [step("←", t("To the left"), sideways(-1)), step("→", t("To the right"), sideways(1))];
    const { out, up } = this.bag.good.moves[part];
    const isRaised = Math.abs(out[0] * up[0] + out[1] * up[1]) > 0.5;
    const by = (high, wide) => () => move(this.bag, part, high * STEP, wide * STEP);
    const ways = isRaised ? [step("↑", t("Higher"), by(1, 0)), step("↓", t("Lower"), by(-1, 0))] : beside((sign) => by(0, sign));
    return h("span", { class: "moves" }, ways, `${part}.across` in this.bag.values ? beside(far) : []);
  }

  async pocket(panel) {
    const { fields } = await getTold(`/api/form/${encodeURIComponent(this.bag.values.style)}`);
    const declared = fields.find((each) => each.key === "pockets");
    if (declared) adding(this.bag, declared, "pockets", panel);
    else notice(t("This bag takes no pockets."));
  }
}
