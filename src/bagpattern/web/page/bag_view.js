// The bag turning under the hand: views, apart, colourways, and what one points at.

import { Camera, SIDES } from "./camera.js";
import { Chosen, movable, nameOf } from "./chosen.js";
import { h, isDark, refill, throttled } from "./dom.js";
import { model, picked } from "./model.js";
import { clicked, Moving, onPanel } from "./moving.js";
import { Scene } from "./scene.js";
import { said, t, titled } from "./words.js";

const GAP = 16; // px between the bag and the bar below it

/** The tab of the sewn bag. */
export class BagView {
  constructor(bag) {
    this.bag = bag;
    this.canvas = h("canvas", { class: "bag", tabindex: 0, role: "img", "aria-label": t("The sewn bag"), "aria-describedby": "bag-keys" });
    this.camera = new Camera(() => this.redraw());
    this.tip = h("div", { class: "tip", hidden: true });
    this.chosen = new Chosen(bag);
    this.moving = new Moving(bag);
    this.ways = h("div", { class: "colourways", role: "group", "aria-label": t("Colourways") });
    this.bar = this.lookFrom();
    this.coming = h("p", { class: "empty coming-bag" }, t("It is being drawn..."));
    this.element = h("div", { class: "bag-view" }, this.canvas, this.coming, this.bar, this.ways, this.chosen.element, this.tip, h("p", { id: "bag-keys", class: "unseen" }, t("Arrow keys turn it, + and - come closer, 0 goes back.")));
    this.listen();
  }

  begin() {
    try {
      this.start();
    } catch {
      this.canvas.replaceWith(h("p", { class: "empty" }, t("This browser draws no WebGL 2: look at the pieces instead.")));
    }
    this.canvas.addEventListener("webglcontextlost", (event) => event.preventDefault()); // which asks to have it back
    this.canvas.addEventListener("webglcontextrestored", () => this.restart());
  }

  start() {
    this.scene = new Scene(this.canvas);
    this.scene.lit = (each) => this.isLit(each);
  }

  /** A telephone that did something else meanwhile has forgotten all that was on its card. */
  restart() {
    const { model: shown, apart } = this.scene;
    this.start();
    if (shown) this.scene.show(shown);
    this.scene.takeApart(apart);
    this.lightUp();
  }

  lookFrom() {
    const sides = Object.keys(SIDES).map((side) => h("button", { type: "button", class: side, onclick: () => this.camera.face(side) }, t(SIDE[side])));
    this.apart = h("button", { type: "button", "aria-pressed": false, onclick: () => this.takeApart() }, t("Apart"));
    this.poses = h("span", { class: "poses" });
    return h("div", { class: "bar", role: "toolbar", "aria-label": t("Look from") }, h("span", {}, sides), h("span", {}, this.poses, this.apart));
  }

  listen() {
    const { bag, canvas } = this;
    canvas.addEventListener("pointerdown", (event) => this.press(event), true);
    this.camera.hold(canvas);
    bag.on("answer", () => this.receive());
    bag.on("opened", () => this.choose(null));
    bag.on("light", () => this.lightUp());
    bag.on("colourway", () => this.redraw());
    const point = throttled((event) => this.point(event), 30);
    canvas.addEventListener("pointermove", (event) => !event.buttons && point(event));
    canvas.addEventListener("pointerleave", () => this.leave());
    new ResizeObserver(() => this.redraw()).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.redraw());
  }

  receive() {
    const { data } = this.bag.parts.sewn ?? {};
    if (!data && !this.bag.answer?.ok) this.coming.textContent = t("It is drawn as soon as it can be made.");
    if (!data || data === this.data || !this.scene) return;
    this.data = data;
    this.coming.remove();
    this.scene.show(model(data));
    this.reframe();
    this.chosen.refresh();
    this.drawWays();
    this.drawPoses();
  }

  /** The bag fills the picture; a change of size while one looks at it keeps the way one looks. */
  reframe() {
    const { extent } = this.scene;
    if (extent) this.camera.frame(extent.middle, extent.reach);
  }

  redraw() {
    if (this.waiting || !this.scene) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      if (!this.canvas.clientWidth) return;
      this.camera.lift = (this.canvas.clientHeight - this.bar.offsetTop + GAP) / this.canvas.clientHeight;
      this.scene.draw(this.camera, this.looks(), isDark());
    });
  }

  looks() {
    const way = this.bag.answer?.colourways?.find((each) => each.name === this.bag.colourway);
    return way?.materials ?? this.data?.materials ?? {};
  }

  takeApart() {
    if (!this.scene) return;
    this.scene.takeApart(!this.scene.apart);
    this.apart.setAttribute("aria-pressed", this.scene.apart);
    this.reframe();
  }

  /** Open, and each way to carry it: as it hangs then. */
  drawPoses() {
    const named = ["open", ...(this.bag.answer?.ways ?? [])];
    const pose = (name) => {
      this.bag.pose = this.bag.pose === name ? "" : name;
      this.bag.ask();
      this.drawPoses();
    };
    refill(this.poses, named.map((name) => h("button", { type: "button", "aria-pressed": this.bag.pose === name, onclick: () => pose(name) }, titled(name))));
  }

  drawWays() {
    const ways = this.bag.answer?.colourways ?? [];
    const wear = (name) => {
      this.bag.wear(name);
      this.drawWays();
    };
    refill(this.ways, ways.map((way) => swatch(way, this.bag.called(way.name), way.name === this.bag.colourway, wear)));
  }

  // what one points at -------------------------------------------------------------------------------------------------

  find(event) {
    if (!this.scene?.model) return null;
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    const [x, y] = [((event.clientX - left) / width) * 2 - 1, 1 - ((event.clientY - top) / height) * 2];
    const found = picked(this.scene.model.meshes, this.camera.ray(x, y, width / height), (each) => this.scene.shiftOf(each));
    return found && { ...found, x: event.clientX - left, y: event.clientY - top };
  }

  point(event) {
    const found = this.find(event);
    this.tip.hidden = !found;
    if (!found) return this.leave();
    this.tip.textContent = this.nameOf(found.mesh);
    this.tip.style.transform = `translate(${found.x + 14}px, ${found.y + 14}px)`;
    this.bag.light({ piece: idOf(found.mesh) });
    return found;
  }

  leave() {
    this.tip.hidden = true;
    this.bag.light({});
  }

  nameOf(mesh) {
    return nameOf(this.bag, mesh.piece, mesh.notion || mesh.name);
  }

  /** A pocket that is chosen is dragged to its place; all else turns the bag, and a click chooses. */
  press(event) {
    const found = this.find(event);
    const part = found && idOf(found.mesh) === this.kept ? movable(this.bag, this.kept) : "";
    const inMm = part && this.inMm();
    const turned = (dx, dy) => onPanel(this.bag, part, inMm(dx, dy));
    if (part) this.moving.hold(this.canvas, event, part, turned, () => this.chosen.show(this.kept, this.nameOf(found.mesh)));
    else clicked(this.canvas, event, () => this.choose(found));
  }

  /** What a way across the picture is on an upright panel in its middle. */
  inMm() {
    const { clientWidth, clientHeight } = this.canvas;
    const { distance, slope } = this.camera.view(clientWidth / clientHeight);
    const scale = (2 * distance * slope) / clientHeight;
    return (dx, dy) => ({ up: (-dy * scale) / Math.max(0.3, Math.cos(this.camera.tilt)), right: dx * scale });
  }

  /** A piece that is clicked stays lit, and can be given a pocket. */
  choose(found) {
    this.kept = found ? idOf(found.mesh) : "";
    this.bag.keep({ piece: this.kept });
    this.chosen.show(this.kept, found && this.nameOf(found.mesh));
  }

  isLit(each) {
    const { piece, seam, step } = this.bag.lit;
    if (step) return stepHas(this.bag, step, each) ? 1 : 0;
    if (seam) return each.owner === seam ? 1 : 0;
    return piece && (each.piece === piece || each.notion === piece) ? 1 : 0;
  }

  lightUp() {
    if (!this.scene) return;
    const { seam, step } = this.bag.lit;
    this.scene.some = Boolean(seam || step);
    this.redraw();
  }
}

/** What a mesh is of: a piece, or what is bought. */
function idOf({ piece, notion }) {
  return piece || notion || "";
}

const SIDE = { "three-quarter": said("Three-quarter"), front: said("Front"), side: said("Side"), back: said("Back"), top: said("From above") };

function stepHas(bag, number, each) {
  const step = bag.parts.steps?.data.find((one) => one.number === number);
  return step && (step.pieces.includes(each.piece) || step.seams.includes(each.owner));
}

function swatch({ name, materials }, title, on, wear) {
  const shown = ["shell", "contrast", "lining"].map((slot) => materials[slot]?.colour).filter(Boolean);
  const dots = shown.map((colour) => h("i", { style: { background: colour } }));
  return h("button", { type: "button", "aria-pressed": on, title, onclick: () => wear(on ? "" : name) }, dots, title);
}
