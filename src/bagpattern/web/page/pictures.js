// Pictures that the server has to draw first: few at a time, those in sight, so that what one does waits for none.

import { h } from "./dom.js";

const MOST = 2; // of the six requests that a browser has under way with one server
const waiting = new Set();
let under = 0;

const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) waiting[isIntersecting ? "add" : "delete"](target);
  next();
});

/** A picture by its path, which is asked for once it is in sight. */
export function pictureOf(path, looks = {}) {
  const image = h("img", { alt: "", ...looks });
  image.classList.add("coming");
  image.dataset.path = path;
  sight.observe(image);
  return image;
}

function next() {
  while (under < MOST && waiting.size) {
    const [image] = waiting;
    waiting.delete(image);
    sight.unobserve(image);
    if (image.isConnected) load(image);
  }
}

function load(image) {
  under += 1;
  const over = () => {
    under -= 1;
    image.classList.remove("coming");
    next();
  };
  image.addEventListener("load", over, { once: true });
  image.addEventListener("error", over, { once: true });
  image.src = image.dataset.path;
}
