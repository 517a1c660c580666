// Pictures that take longer than all else: they are asked for when the hand rests, and only while somebody looks.

import { post } from "./api.js";
import { settled } from "./dom.js";
import * as lengths from "./lengths.js";
import { language } from "./words.js";

const PAUSE = 500; // ms

/** Asks *path* about the bag that is shown, once for each; *hold(answer)* takes what comes, null where nothing does. */
export class Aside {
  constructor(bag, element, path, hold) {
    Object.assign(this, { bag, element, path, hold, shown: "", asked: false });
    this.look = settled(() => this.ask(), PAUSE);
  }

  get key() {
    return `${this.bag.colourway} ${this.bag.text}`;
  }

  async ask() {
    const { bag, key } = this;
    if (!this.element.clientWidth || !bag.answer?.ok || this.shown === key || this.asked) return;
    this.asked = true;
    const worn = bag.colourway ? { colourway: bag.colourway } : {};
    const told = await post(this.path, { toml: bag.text, language: language(), units: lengths.units(), ...worn }).catch(() => null);
    this.hold(told);
    this.shown = key;
    this.asked = false;
    if (key !== this.key) this.look();
  }
}

/** The address of a picture that can do nothing but be seen. */
export function pictured(svg) {
  return URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
}
