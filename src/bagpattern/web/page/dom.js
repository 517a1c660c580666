// Elements made from data. Texts become text nodes and nothing else: a stranger's words in a link stay words.

import { t } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/** An element with its attributes (`on...` are listeners, true and false are presence) and children. */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same in the namespace of SVG. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** The element with new children in the place of all that it had. */
export function refill(element, ...children) {
  element.replaceChildren(...children.flat(3).filter(isShown));
  return element;
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.flat(3).filter(isShown));
  return element;
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}

function set(element, name, value) {
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "value") element.value = value;
  else if (name === "style") for (const [key, each] of Object.entries(value)) element.style.setProperty(key, each);
  else if (value === true) element.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
}

/** Runs at once, then at most every *pause* ms, the last call never lost: a steady drag is not starved. */
export function throttled(run, pause) {
  let waiting = null;
  let last = -Infinity;
  const go = () => {
    const given = waiting;
    waiting = null;
    last = performance.now();
    run(...given);
  };
  return (...given) => {
    const idle = waiting === null;
    waiting = given;
    if (idle) setTimeout(go, Math.max(0, last + pause - performance.now()));
  };
}

/** Runs once *pause* ms have passed without another call. */
export function settled(run, pause) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...given), pause);
  };
}

/** Tells who uses a screen reader what has happened. */
export function say(text) {
  document.getElementById("said").textContent = text;
}

const NOTICE = 4000; // ms

/** Says it to everybody: for a moment it stands over what is open. */
export function notice(text) {
  say(text);
  const note = h("div", { class: "notice" }, text);
  (document.querySelector("dialog[open]") ?? document.body).append(note);
  setTimeout(() => note.remove(), NOTICE);
}

/** Puts a file that the page holds among the downloads. */
export function handOver(name, content) {
  const address = URL.createObjectURL(content);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const PATHS = {
  undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
  link: "M10 13a5 5 0 0 0 7 0l3-3a5 5 0 0 0-7-7l-1 1M14 11a5 5 0 0 0-7 0l-3 3a5 5 0 0 0 7 7l1-1",
  take: "M12 3v12m0 0-5-5m5 5 5-5M4 20h16",
  reset: "M4 12a8 8 0 1 0 3-6.200M4 4v4h4",
  add: "M12 5v14M5 12h14",
  remove: "M5 5l14 14M19 5 5 19",
  choose: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  compare: "M12 3v18M4 7h5v10H4zM15 7h5v10h-5z",
  settings: "M4 7h10M18 7h2M4 17h2M10 17h10M14 5v4M6 15v4",
  tick: "M4 12l5 5L20 6",
  warn: "M12 4 2.500 20h19zM12 10v4m0 3v.5",
  drafts: "M4 6h16M4 12h16M4 18h10",
};

/** One of the page's own small pictures, which says nothing to a screen reader. */
export function icon(name) {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, svg("path", { d: PATHS[name] }));
}

/** Whether the page is dark, by the reader's wish or else the device's. */
export function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/** A dialog with its title and the way out; it is gone when it is closed. */
export function framed(name, title, ...content) {
  const close = h("button", { type: "button", class: "quiet", "aria-label": t("Close"), title: t("Close"), onclick: () => dialog.close() }, icon("remove"));
  const dialog = h("dialog", { class: name, "aria-labelledby": `${name}-title`, onclose: () => dialog.remove() }, h("div", { class: "row" }, h("h2", { id: `${name}-title` }, title), close), content);
  document.body.append(dialog);
  dialog.showModal();
  return { dialog };
}
