// The camera turns round the bag under the hand: pointer, wheel, two fingers, keys. It stays where it is through redraws.

import { looking, perspective, plus, product, unit } from "./matrix.js";

const SLOPE = Math.tan((28 / 2) * (Math.PI / 180)); // a long lens: a bag is looked at from a few steps away
const STEEPEST = 1.45;

export const SIDES = { "three-quarter": [0.55, 0.22], front: [0, 0.05], side: [Math.PI / 2, 0.05], back: [Math.PI, 0.05], top: [0, 1.4] };

/** Where one looks from: *turn* and *tilt* in radians; *lift* is how far up the picture's middle is moved, as a share. */
export class Camera {
  constructor(changed) {
    Object.assign(this, { changed, turn: 0.55, tilt: 0.22, zoom: 1, shift: [0, 0], target: [0, 150, 0], reach: 200, lift: 0 });
  }

  /** Frames a bag; the way one looks at it stays. */
  frame(target, reach) {
    Object.assign(this, { target, reach });
    this.changed();
  }

  face(side) {
    [this.turn, this.tilt] = SIDES[side];
    Object.assign(this, { zoom: 1, shift: [0, 0] });
    this.changed();
  }

  /** Eye, view and projection for a picture of that aspect. */
  view(aspect) {
    const distance = (this.reach / SLOPE / this.zoom) / Math.min(1, aspect) / (1 - this.lift);
    const away = [Math.sin(this.turn) * Math.cos(this.tilt), Math.sin(this.tilt), Math.cos(this.turn) * Math.cos(this.tilt)];
    const straight = looking(plus(this.target, away, distance), this.target);
    const target = plus(plus(this.target, straight.right, this.shift[0] * this.reach), straight.up, this.shift[1] * this.reach);
    const eye = plus(target, away, distance);
    const look = looking(eye, target);
    const near = Math.max(1, distance - this.reach * 4);
    const lens = perspective(SLOPE, aspect, near, distance + this.reach * 6);
    lens[9] = -this.lift;
    return { eye, ...look, whole: product(lens, look.matrix), slope: SLOPE, aspect, distance };
  }

  /** The ray through a point of the picture, -1 to 1 across and up. */
  ray(x, y, aspect) {
    const view = this.view(aspect);
    const across = plus(plus([0, 0, 0], view.right, x * SLOPE * aspect), view.up, (y - this.lift) * SLOPE);
    return { eye: view.eye, way: unit(plus(across, view.back, -1)) };
  }

  /** Takes hold of an element: drags turn, with shift or two fingers they move, wheel and fingers zoom. */
  hold(element) {
    const fingers = new Map();
    element.addEventListener("pointerdown", (event) => {
      element.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, event);
    });
    const lift = (event) => fingers.delete(event.pointerId);
    element.addEventListener("pointerup", lift);
    element.addEventListener("pointercancel", lift);
    element.addEventListener("pointermove", (event) => fingers.has(event.pointerId) && this.drag(fingers, event, element));
    element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    element.addEventListener("keydown", (event) => this.key(event));
  }

  drag(fingers, event, element) {
    const last = fingers.get(event.pointerId);
    const [dx, dy] = [event.clientX - last.clientX, event.clientY - last.clientY];
    const other = [...fingers.entries()].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.pinch(last, event, other);
    if (other || event.shiftKey || event.buttons === 4) this.move(dx, dy, element.clientHeight * (other ? 2 : 1));
    else this.rotate(dx * 0.009, dy * 0.009);
    fingers.set(event.pointerId, event);
  }

  pinch(last, now, other) {
    const apart = (each) => Math.hypot(each.clientX - other.clientX, each.clientY - other.clientY) || 1;
    this.closer(apart(now) / apart(last));
  }

  wheel(event) {
    event.preventDefault();
    this.closer(Math.exp(-event.deltaY * 0.0015));
  }

  key(event) {
    const turns = { ArrowLeft: [-0.15, 0], ArrowRight: [0.15, 0], ArrowUp: [0, 0.12], ArrowDown: [0, -0.12] };
    const zooms = { "+": 1.15, "=": 1.15, "-": 1 / 1.15 };
    if (turns[event.key]) this.rotate(-turns[event.key][0], turns[event.key][1]);
    else if (zooms[event.key]) this.closer(zooms[event.key]);
    else if (event.key === "0") this.face("three-quarter");
    else return;
    event.preventDefault();
  }

  rotate(across, up) {
    this.turn -= across;
    this.tilt = Math.min(STEEPEST, Math.max(-0.5, this.tilt + up));
    this.changed();
  }

  move(dx, dy, height) {
    const by = 2.2 / height / this.zoom;
    this.shift = [this.shift[0] - dx * by, this.shift[1] + dy * by];
    this.changed();
  }

  closer(by) {
    this.zoom = Math.min(8, Math.max(0.4, this.zoom * by));
    this.changed();
  }
}
