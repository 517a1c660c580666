// Parts of the form: one part chosen by its kind, and arrays of parts that grow and shrink.

import { appended, without } from "./blocks.js";
import { control } from "./controls.js";
import { h, icon, notice, refill } from "./dom.js";
import { pictureOf } from "./pictures.js";
import { named, t, titled } from "./words.js";

const lastNamed = (key) => named(key.split(".").pop());

/** One part of a family: its kind, and the values of that kind. */
export function part(form, declared, key) {
  const kind = form.bag.values[`${key}.kind`] ?? declared.default;
  return form.folded(key, titled(key), declared.help, [kindOf(form, declared, key), fields(form, declared, key, kind)]);
}

/** Any number of parts: each folded under its name, and a button for one more. */
export function entries(form, declared, key) {
  const labels = form.bag.values[key] ?? [];
  const drawn = labels.map((label, at) => entry(form, declared, key, label, at));
  const add = h("button", { type: "button", class: "add", onclick: () => adding(form.bag, declared, key) }, icon("add"), t("Add to {what}", { what: lastNamed(key) }));
  return h("div", { class: "entries" }, h("h4", {}, titled(key)), h("p", { class: "help" }, declared.help), drawn, add);
}

function entry(form, declared, key, label, at) {
  const inner = label.startsWith("[") ? key + label : `${key}.${label}`;
  const kind = form.bag.values[`${inner}.kind`];
  const content = declared.kinds ? [kindOf(form, declared, inner), fields(form, declared, inner, kind)] : declared.fields.map((each) => form.field(each, inner));
  const name = form.bag.called(form.bag.values[`${inner}.name`]);
  const told = t("Take out {what}", { what: name ?? label });
  const remove = h("button", { type: "button", class: "remove quiet", onclick: () => removing(form.bag, key, at, told) }, icon("remove"), told);
  return form.folded(inner, name ?? titled(label), "", [content, remove]);
}

function kindOf(form, declared, key) {
  const kinds = declared.kinds.map(({ value, help }) => ({ value, help }));
  const now = form.bag.values[`${key}.kind`] ?? declared.default;
  const help = declared.kinds.find(({ value }) => value === now)?.help ?? "";
  const chosen = form.add(control(form.bag, { kind: "choice", key: "kind", help, choices: kinds, default: declared.default ?? "" }, `${key}.kind`));
  return [chosen, pictured(declared, now)];
}

/** What no bag shows is no picture. */
function dropped({ target }) {
  if (target.naturalWidth <= 1) target.remove();
}

/** A kind's picture, on a bag that takes it; the help beside it says what it is. It is drawn when it comes into sight. */
function pictured({ room }, kind) {
  if (!room || !kind) return null;
  return pictureOf(`/api/kind/${room}/${kind}.svg`, { class: "kind", onload: dropped });
}

function fields(form, declared, key, kind) {
  const own = declared.kinds.find(({ value }) => value === kind)?.fields ?? [];
  return own.filter((each) => each.key !== "kind").map((each) => form.field(each, key));
}

function removing(bag, key, at, told) {
  const text = without(bag.text, key, at);
  if (text === null) notice(t("It is not written as a block of its own: take it out in the text."));
  else bag.change(text, told);
}

/** Asks what to add, in a dialog of its own, and adds it; *panel* is where it goes if that is known. */
export function adding(bag, declared, key, panel = "") {
  const kinds = declared.kinds ?? [];
  const kind = h("select", { id: "add-kind" }, kinds.map(({ value }) => h("option", { value }, named(value))));
  const help = h("p", { class: "help", id: "add-help" });
  const name = h("input", { id: "add-name", type: "text", maxlength: 80, required: true });
  const where = h("input", { id: "add-panel", type: "text", value: panel, list: "add-panels" });
  const panels = h("datalist", { id: "add-panels" }, hosts(bag).map(([id, title]) => h("option", { value: id }, title)));
  const shown = h("div", { class: "kind-shown" });
  const explain = () => {
    refresh(help, name, kinds, kind.value, bag.values[key] ?? []);
    refill(shown, pictured(declared, kind.value));
  };
  kind.addEventListener("change", explain);
  const hasPanel = () => kinds.find(({ value }) => value === kind.value)?.fields.some((each) => each.key === "panel");
  const dialog = asking(t("Add to {what}", { what: lastNamed(key) }), [
    kinds.length ? [h("label", { for: "add-kind" }, t("Kind")), kind, help, shown] : null,
    h("label", { for: "add-name" }, t("Name")), name,
    kinds.length ? [h("label", { for: "add-panel" }, t("Panel")), where, panels] : null,
  ], () => {
    const values = { name: name.value.trim(), ...(kinds.length ? { kind: kind.value } : {}), ...(where.value && hasPanel() ? { panel: where.value } : {}) };
    bag.change(appended(bag.text, key, values), t("{what} added", { what: values.name }));
  });
  explain();
  return dialog;
}

/** The panels of the body and of its lining, whole, as they are before a style line or a zip divides them. */
function hosts(bag) {
  const rows = (bag.good?.cut_list ?? []).filter(({ part }) => !part);
  return [...new Map(rows.map(({ panel, piece, title }) => [panel, panel === piece ? title : panel]))];
}

function refresh(help, name, kinds, kind, taken) {
  help.textContent = kinds.find(({ value }) => value === kind)?.help ?? "";
  const base = (kind || "entry").replaceAll("-", " ");
  const number = taken.filter((each) => each.startsWith(base.replaceAll(" ", "-"))).length + 1;
  if (!name.value || name.dataset.ours === name.value) name.value = name.dataset.ours = number > 1 ? `${base} ${number}` : base;
}

/** A dialog that asks something; *done* is called when it is agreed to. */
export function asking(title, content, done, agree = t("Add")) {
  const form = h("form", { method: "dialog", class: "asking" }, h("h2", { id: "asking-title" }, title), content,
    h("div", { class: "row" }, h("button", { type: "button", class: "quiet", onclick: () => dialog.close("no") }, t("Cancel")), h("button", { value: "yes", class: "main" }, agree)));
  const dialog = h("dialog", { "aria-labelledby": "asking-title", onclose: () => {
    dialog.remove();
    if (dialog.returnValue === "yes") done();
  } }, form);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

