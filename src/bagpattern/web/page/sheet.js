// A drawing from the server's display list as SVG nodes, that can be moved and magnified.

import { h, svg } from "./dom.js";
import { said, t } from "./words.js";

/** The drawing as one SVG element; *over(piece)* hears what one points at. */
export function drawn(drawing, title, over = () => {}) {
  const layers = drawing.layers.map((layer) => svg("g", { class: `layer-${layer.id}` }, layer.shapes.map(shape), layer.texts.map(text)));
  const box = `0 0 ${drawing.width} ${drawing.height}`;
  const made = svg("svg", { viewBox: box, class: "drawing", role: "img", "aria-label": title, preserveAspectRatio: "xMidYMid meet" }, layers);
  made.addEventListener("pointerover", (event) => over(event.target.dataset?.piece ?? ""));
  made.addEventListener("pointerleave", () => over(""));
  return made;
}

function shape({ d, role, piece, line, look = {} }) {
  const fill = look.filled || (role === "cut" || role.startsWith("cloth") ? null : "none");
  return svg("path", { d, class: `role-${role}`, "data-piece": piece, "data-line": line, fill });
}

function text({ x, y, size, content, anchor, bold, piece }) {
  return svg("text", { x, y, "font-size": size, "text-anchor": anchor, "font-weight": bold ? 700 : null, "data-piece": piece }, content);
}

/** Lights up what belongs to some pieces. */
export function lightUp(element, pieces) {
  for (const each of element.querySelectorAll(".lit")) each.classList.remove("lit");
  for (const piece of pieces) {
    for (const each of element.querySelectorAll(`[data-piece="${CSS.escape(piece)}"]`)) each.classList.add("lit");
  }
}

/** A frame in which a drawing is moved and magnified; a new drawing comes into the same place. */
export class Window {
  constructor(label) {
    this.frame = h("div", { class: "window", tabindex: 0, role: "group", "aria-label": label });
    const zoom = (sign, told, by) => h("button", { type: "button", title: t(told), "aria-label": t(told), onclick: () => this.zoom(by) }, sign);
    const fit = h("button", { type: "button", onclick: () => this.fit() }, t("Whole"));
    this.element = h("div", { class: "windowed" }, this.frame, h("div", { class: "bar" }, zoom("+", said("Closer"), 1 / 1.4), zoom("−", said("Farther"), 1.4), fit));
    this.listen();
  }

  show(made, layer) {
    this.frame.replaceChildren(made);
    this.drawing = made;
    const inner = layer && made.querySelector(layer);
    const box = (inner && this.frame.clientWidth ? inner : made).getBBox?.();
    this.whole = box?.width ? [box.x - 20, box.y - 20, box.width + 40, box.height + 40] : made.getAttribute("viewBox").split(" ").map(Number);
    this.place();
  }

  fit() {
    this.seen = null;
    this.place();
  }

  /** What is seen is kept in shares of the whole, so that a bag that grows stays in the frame. */
  place() {
    const [x, y, width, height] = this.whole ?? [0, 0, 1, 1];
    const { left, top, share } = this.seen ?? { left: 0, top: 0, share: 1 };
    this.drawing?.setAttribute("viewBox", [x + left * width, y + top * height, width * share, height * share].join(" "));
  }

  /** Magnifies round a place, in shares of what is seen. */
  zoom(by, across = 0.5, down = 0.5) {
    const { left, top, share } = this.seen ?? { left: 0, top: 0, share: 1 };
    const next = Math.min(1.5, Math.max(0.03, share * by));
    this.seen = { left: left + (share - next) * across, top: top + (share - next) * down, share: next };
    this.place();
  }

  /** Moves by px: the drawing stays under the hand. */
  move(dx, dy) {
    const { left, top, share } = this.seen ?? { left: 0, top: 0, share: 1 };
    const [, , width, height] = this.whole;
    const a = this.drawing?.getScreenCTM()?.a;
    if (!a) return;
    this.seen = { left: left - dx / a / width, top: top - dy / a / height, share };
    this.place();
  }

  /** Where a pointer is on the drawing, in shares of what is seen. */
  under(event) {
    if (!this.drawing) return [];
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.drawing.getScreenCTM().inverse());
    const { x, y, width, height } = this.drawing.viewBox.baseVal;
    return [(at.x - x) / width, (at.y - y) / height];
  }

  listen() {
    let last = null;
    const { frame } = this;
    frame.addEventListener("pointerdown", (event) => (last = event));
    frame.addEventListener("pointermove", (event) => {
      if (!last || !event.buttons) return;
      this.move(event.clientX - last.clientX, event.clientY - last.clientY);
      last = event;
    });
    frame.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(event.deltaY * 0.0015), ...this.under(event));
    }, { passive: false });
    frame.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const moves = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] };
    if (moves[event.key]) this.move(...moves[event.key]);
    else if (event.key === "+") this.zoom(1 / 1.4);
    else if (event.key === "-") this.zoom(1.4);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }
}
