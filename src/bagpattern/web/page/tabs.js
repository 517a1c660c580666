// Tabs as keyboards and screen readers know them: arrows go from one to the next, Home and End to the ends.

import { h } from "./dom.js";
import { t } from "./words.js";

/** A row of tabs over their panels: [{id, title, panel, shown?}]. The last one chosen is kept under *name*. */
export function tabs(name, label, each, chosen = () => {}) {
  const buttons = each.map((one) => button(name, one));
  const panels = each.map((one) => panel(name, one));
  const choose = (id, focus) => {
    each.forEach((one, at) => mark(buttons[at], panels[at], one.id === id, focus));
    sessionStorage.setItem(`bagpattern.tab.${name}`, id);
    chosen(id);
  };
  const row = h("div", { role: "tablist", "aria-label": label, class: "tabs" }, buttons);
  row.addEventListener("click", (event) => event.target.dataset.id && choose(event.target.dataset.id));
  row.addEventListener("keydown", (event) => walk(event, each, choose));
  const kept = sessionStorage.getItem(`bagpattern.tab.${name}`);
  const first = each.some((one) => one.id === kept) ? kept : each[0].id;
  return { row, panels, choose, start: () => choose(first) };
}

function button(name, { id, title }) {
  return h("button", { role: "tab", id: `${name}-${id}`, "data-id": id, "aria-controls": `${name}-${id}-panel` }, t(title));
}

function panel(name, { id, panel: content }) {
  const looks = { role: "tabpanel", id: `${name}-${id}-panel`, class: `panel ${name}-panel`, tabindex: 0 };
  return h("div", { ...looks, "aria-labelledby": `${name}-${id}` }, content);
}

function mark(tab, shown, on, focus) {
  tab.setAttribute("aria-selected", on);
  tab.tabIndex = on ? 0 : -1;
  shown.hidden = !on;
  if (on && focus) tab.focus();
}

function walk(event, each, choose) {
  const at = each.findIndex((one) => one.id === event.target.dataset.id);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: each.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  choose(each[(to + each.length) % each.length].id, true);
}
