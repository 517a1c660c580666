// A pocket is moved by dragging it, in the bag or among the pieces: it is seen there meanwhile, and is one step to undo.

import { edited } from "./api.js";
import { notice, throttled } from "./dom.js";
import * as lengths from "./lengths.js";
import { t } from "./words.js";

const DRAG = 100; // ms between two drafts while a hand drags
const CLICK = 5; // px that a hand may tremble
const SIDES = ["left", "middle", "right"];

/** Hears a click, but no drag, that begins with *event* on an element. */
export function clicked(element, event, heard) {
  const near = (end) => Math.hypot(end.clientX - event.clientX, end.clientY - event.clientY) < CLICK;
  element.addEventListener("pointerup", (end) => near(end) && heard(), { once: true });
}

/** Where a part lies now, by the text that is looked at. */
function lying(bag, part) {
  const { values, text, good } = bag;
  const { key, at, out, panel } = good.moves[part];
  const host = good.cut_list.find((each) => each.piece === panel);
  return { part, text, key, at, out, side: values[`${part}.across`], width: host?.width ?? 300 };
}

/** The text with a part moved from where it *lay*: mm up and to the right on its panel. Throws what the server refuses. */
async function shifted(lay, up, right) {
  const next = Math.max(0, Math.round(lay.at + up * lay.out[1] + right * lay.out[0]));
  const raised = next === Math.round(lay.at) ? lay.text : await edited(lay.text, `${lay.part}.${lay.key}`, lengths.written(next));
  const at = SIDES.indexOf(lay.side);
  const side = SIDES[Math.min(2, Math.max(0, at + Math.round((right * 3) / lay.width)))];
  return at < 0 || side === lay.side ? raised : edited(raised, `${lay.part}.across`, side);
}

/** Moves parts of a bag. */
export class Moving {
  constructor(bag) {
    this.bag = bag;
    this.look = throttled((...far) => this.preview(...far), DRAG);
  }

  /** Takes hold of a part at *event*: *turned(dx, dy)* makes {up, right} in mm of pixels; *done* hears the end. */
  hold(element, event, part, turned, done) {
    event.stopImmediatePropagation();
    this.lay = lying(this.bag, part);
    const far = (now) => turned(now.clientX - event.clientX, now.clientY - event.clientY);
    const move = (now) => {
      now.stopImmediatePropagation();
      const { up, right } = far(now);
      this.look(up, right);
    };
    const end = (now) => {
      element.removeEventListener("pointermove", move, true);
      element.removeEventListener("pointerup", end, true);
      element.removeEventListener("pointercancel", end, true);
      const isOver = now.type === "pointercancel"; // taken away from the hand: all stays as it was
      this.release(isOver ? { up: 0, right: 0 } : far(now)).then(done);
    };
    element.setPointerCapture(event.pointerId);
    element.addEventListener("pointermove", move, true);
    element.addEventListener("pointerup", end, true);
    element.addEventListener("pointercancel", end, true);
  }

  async preview(up, right) {
    const { lay } = this;
    const text = lay && (await shifted(lay, up, right).catch(() => null));
    if (text && this.lay) this.bag.preview(text);
  }

  async release({ up, right }) {
    const { lay, bag } = this;
    this.lay = null;
    await keep(bag, lay, up, right);
  }
}

/** What mm up and to the right on the bag are on the panel of a part, which may be drawn lying. */
export function onPanel(bag, part, { up, right }) {
  const [x, y] = bag.good.moves[part].up;
  return { up: up * y - right * x, right: up * x + right * y };
}

/** Moves a part for good, by so many mm on the bag, as one step that can be undone. */
export function move(bag, part, up, right) {
  const far = onPanel(bag, part, { up, right });
  return keep(bag, lying(bag, part), far.up, far.right);
}

/** How far right the next of the three sides is. */
export function aside(bag, part) {
  return lying(bag, part).width / 3;
}

async function keep(bag, lay, up, right) {
  const what = bag.called(bag.values[`${lay.part}.name`]) ?? lay.part;
  try {
    const next = await shifted(lay, up, right);
    if (next === lay.text) bag.show(next);
    else bag.change(next, t("{what} moved", { what }));
  } catch (error) {
    bag.show(lay.text);
    notice(error.message);
  }
}
