// One control for one declared value: slider and number, list, tick, text, chips. A focused field is never overwritten.

import { edited } from "./api.js";
import { h, icon, notice, refill, throttled } from "./dom.js";
import * as lengths from "./lengths.js";
import { named, t, titled } from "./words.js";

const DRAG = 100; // ms between two drafts while a slider is dragged
let count = 0;

/** {element, key, refresh, findings} for a declared value. */
export function control(bag, declared, key) {
  const make = { length: sized, count: counted, choice: chosen, flag: ticked, words: chips }[declared.kind] ?? texted;
  count += 1;
  const field = { bag, declared, key, id: `field-${count}` };
  const inner = make(field);
  const reset = resetButton(field);
  const faults = h("div", { class: "faults", id: `${field.id}-faults` });
  const label = h("label", { for: field.id, id: `${field.id}-label` }, titled(key));
  const help = h("p", { class: "help", id: `${field.id}-help` }, declared.help);
  const element = h("div", { class: `field field-${declared.kind}` }, h("div", { class: "line" }, label, inner.rule ?? null, reset), inner.element, help, faults);
  inner.main.dataset.key = key;
  inner.main.setAttribute("aria-describedby", `${field.id}-help ${field.id}-faults`);
  return {
    element,
    key,
    refresh: () => refresh(field, inner, reset),
    findings: (found) => show(bag, element, inner.main, faults, found),
  };
}

/** The findings that are about one key. */
export function findingsAt(bag, key) {
  const found = bag.answer?.findings ?? [];
  return found.filter((each) => each.key === key);
}

/** A finding's message and its mends as buttons. */
export function finding(bag, each) {
  const fixes = (each.fixes ?? []).map((fix) => {
    const mend = () => bag.change(fix.toml, t("mended: {what}", { what: fix.label }));
    return h("button", { type: "button", class: "fix", onclick: mend }, t("Make it {what}", { what: fix.label }));
  });
  return h("div", { class: `finding ${each.severity}` }, h("span", {}, lengths.unbroken(each.message)), fixes);
}

function show(bag, element, main, faults, found) {
  element.classList.toggle("faulty", found.some((each) => each.severity === "error"));
  main.setAttribute("aria-invalid", found.some((each) => each.severity === "error"));
  refill(faults, found.map((each) => finding(bag, each)));
}

function refresh(field, inner, reset) {
  const { bag, key } = field;
  reset.hidden = !bag.given.has(key);
  inner.show(bag.values[key] ?? null, bag.ruled[key] ?? null);
}

function resetButton({ bag, key, declared }) {
  const what = titled(key);
  const told = declared.rule ? t("Leave {what} to its rule", { what }) : t("Reset {what}", { what });
  const act = () => commit({ bag, key }, null, t("{what} reset", { what }));
  return h("button", { type: "button", class: "reset quiet", title: told, "aria-label": told, hidden: true, onclick: act }, icon("reset"));
}

/** Sends a value; what the server refuses to write is said, and the text stays. */
export async function commit({ bag, key }, value, label) {
  const before = bag.values[key];
  const same = JSON.stringify(before ?? null) === JSON.stringify(value);
  if (same && bag.given.has(key) && value !== null) return;
  try {
    await bag.set(key, value, label ?? t("{what} {old} to {new}", { what: titled(key), old: plain(before), new: plain(value) }));
  } catch (error) {
    notice(error.message);
    if (bag.answer) bag.tell("answer", bag.answer); // what was not taken does not stay in the field
  }
}

function plain(value) {
  if (value === undefined || value === null) return t("by rule");
  return Array.isArray(value) ? value.join(", ") || t("nothing") : lengths.told(String(value));
}

// kinds of control ------------------------------------------------------------------------------------------------------

/** A slider and a number: the slider for the eye, the number for whoever knows. */
function sized(field) {
  const { declared, id } = field;
  const step = lengths.step(declared.least, declared.most);
  const most = declared.most;
  const slider = h("input", { type: "range", min: declared.least, max: most, step, "aria-labelledby": `${id}-label` });
  const box = h("input", { type: "text", id, class: "number", autocomplete: "off", inputmode: "text" });
  const drag = dragging(field, slider, box);
  slider.addEventListener("input", drag.move);
  slider.addEventListener("change", drag.release);
  box.addEventListener("change", () => commit(field, typed(box.value, declared)));
  const rule = h("small", { class: "rule", hidden: true }, t("by rule"));
  const show = (value, ruled) => {
    if (document.activeElement !== box && !drag.held()) box.value = value === null ? "" : lengths.told(value);
    box.placeholder = ruled ? lengths.told(ruled) : declared.rule ? t("by rule") : "";
    rule.hidden = value !== null || !ruled;
    const mm = lengths.read(value ?? ruled ?? declared.default ?? "");
    slider.classList.toggle("by-rule", value === null && declared.rule);
    if (!drag.held()) slider.value = Number.isNaN(mm) ? declared.least : mm;
  };
  return { element: h("div", { class: "sized" }, slider, box), main: box, show, rule };
}

function typed(text, declared) {
  if (text.trim()) return lengths.completed(text);
  return declared.rule ? null : (declared.default ?? "");
}

/** While it is dragged the bag follows, from the text at the start; on release the value is kept. */
function dragging({ bag, key }, slider, box) {
  let start = null;
  const value = () => lengths.written(Number(slider.value));
  const look = throttled(async () => {
    const text = start && (await edited(start.text, key, value()).catch(() => null));
    if (text && start) bag.preview(text);
  }, DRAG);
  const move = () => {
    start ??= { text: bag.text, old: bag.values[key] };
    box.value = value();
    look();
  };
  const release = async () => {
    const { text, old } = start ?? { text: bag.text, old: bag.values[key] };
    start = null;
    const label = t("{what} {old} to {new}", { what: titled(key), old: plain(old), new: plain(value()) });
    await edited(text, key, value()).then((next) => bag.change(next, label), (error) => notice(error.message));
  };
  return { move, release, held: () => start !== null };
}

function counted(field) {
  const { declared, id } = field;
  if (declared.choices?.length) return listed(field, (value) => Number(value));
  const box = h("input", { type: "number", id, min: declared.least, max: declared.most, step: 1 });
  box.addEventListener("change", () => commit(field, box.value === "" ? null : Number(box.value)));
  return { element: box, main: box, show: (value) => unfocused(box, value ?? "") };
}

function chosen(field) {
  return listed(field, (value) => value);
}

function listed(field, read) {
  const { declared, id } = field;
  const none = declared.default === null ? [h("option", { value: "" }, t("none"))] : [];
  const options = declared.choices.map(({ value }) => h("option", { value }, titledChoice(value, field.key)));
  const box = h("select", { id }, none, options);
  box.addEventListener("change", () => commit(field, box.value === "" ? null : read(box.value)));
  const show = (value) => {
    known(box, value ?? "", field.key);
    unfocused(box, value ?? "");
  };
  return { element: box, main: box, show };
}

/** A word of the maker's own, such as a material that the text describes, is among the choices, too. */
function known(box, value, key) {
  if (![...box.options].some((each) => each.value === String(value))) box.append(h("option", { value }, titledChoice(String(value), key)));
}

function titledChoice(value, key) {
  return Number.isNaN(lengths.read(value)) ? named(value, key) : lengths.told(value);
}

function ticked(field) {
  const box = h("input", { type: "checkbox", id: field.id, class: "tick" });
  box.addEventListener("change", () => commit(field, box.checked));
  return { element: box, main: box, show: (value) => (box.checked = value === true) };
}

function texted(field) {
  const box = h("input", { type: "text", id: field.id, maxlength: 80, autocomplete: "off" });
  box.addEventListener("change", () => commit(field, box.value.trim() || null));
  return { element: box, main: box, show: (value) => unfocused(box, value ?? "") };
}

function unfocused(box, value) {
  if (document.activeElement !== box || box.tagName === "SELECT") box.value = String(value);
}

/** A list of words: each a chip that can be taken out, and a box that completes from what is usual. */
function chips(field) {
  const { declared, id } = field;
  const titles = new Map(declared.choices.map(({ value, help }) => [value, help || value]));
  const row = h("div", { class: "chips" });
  const usual = h("datalist", { id: `${id}-usual` }, declared.choices.map(({ value, help }) => h("option", { value }, help)));
  const box = h("input", { type: "text", id, list: usual.id, autocomplete: "off", placeholder: t("add...") });
  let held = [];
  const put = (next) => commit(field, next);
  box.addEventListener("change", () => {
    if (box.value.trim()) put([...held, box.value.trim()]);
    box.value = "";
  });
  const show = (value) => {
    held = value ?? [];
    const spoken = new Map((field.bag.good?.fits ?? []).map(({ item, title }) => [item, title])); // in the reader's language
    refill(row, held.map((each, at) => chip(spoken.get(each) ?? titles.get(each) ?? each, () => put(held.toSpliced(at, 1)))));
  };
  return { element: h("div", {}, row, box, usual), main: box, show };
}

function chip(title, remove) {
  const told = t("Take out {what}", { what: title });
  return h("span", { class: "chip" }, title, h("button", { type: "button", "aria-label": told, title: told, onclick: remove }, icon("remove")));
}
