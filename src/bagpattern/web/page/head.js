// The head of the page: which bag this is, undo and redo, and the ways to keep it and take it home.

import { compare } from "./compare.js";
import { h, icon, notice, refill, say } from "./dom.js";
import { drafts } from "./keep.js";
import * as lengths from "./lengths.js";
import { packed } from "./link.js";
import { take } from "./take.js";
import { LANGUAGES, language, speak, t } from "./words.js";

const THEME = "bagpattern.theme";

/** Fills the header for a bag; *gallery* opens the choice of bags, *open* goes on with a draft. */
export function head(bag, gallery, open, mine) {
  const name = h("span", { class: "name" });
  const undo = button("undo", () => bag.undo());
  const redo = button("redo", () => bag.redo());
  const steps = () => {
    told(undo, bag.history.undoing, t("Undo"));
    told(redo, bag.history.redoing, t("Redo"));
  };
  bag.on("text", steps);
  bag.on("answer", () => retitle(name, bag.called(bag.values.name) || t("A bag without a name")));
  bag.on("busy", (busy) => document.body.classList.toggle("busy", busy));
  bag.on("said", say);
  const mark = h("button", { type: "button", class: "brand", "aria-label": t("Choose a bag"), onclick: gallery }, h("img", { src: "/page/mark.svg", alt: "", width: 28, height: 28 }), h("span", {}, t("Choose a bag")));
  refill(document.getElementById("head"), mark, h("h1", {}, name), h("div", { class: "steps-bar" }, undo, redo), actions(bag, open, mine));
  keys(bag);
}

function actions(bag, open, mine) {
  return h("div", { class: "actions" },
    mine ? labelled("tick", t("Save"), () => save(bag, mine)) : null,
    labelled("drafts", t("Drafts"), () => drafts(open)),
    labelled("compare", t("Compare"), () => compare(bag)),
    labelled("link", t("Copy link"), () => copy(bag)),
    labelled("settings", t("Settings"), settings),
    h("button", { type: "button", class: "main", onclick: () => take(bag) }, icon("take"), h("span", {}, t("Take it home"))));
}

function button(name, act) {
  return h("button", { type: "button", class: "quiet", disabled: true, onclick: act }, icon(name));
}

function labelled(name, title, act) {
  return h("button", { type: "button", class: "quiet", title, onclick: act }, icon(name), h("span", {}, title));
}

function told(element, what, verb) {
  element.disabled = !what;
  element.title = what ? `${verb}: ${what}` : verb;
  element.setAttribute("aria-label", element.title);
}

function retitle(element, name) {
  element.textContent = name;
  document.title = `${name} – bagpattern`;
}

/** Undo and redo as everywhere; a text field keeps its own. */
function keys(bag) {
  document.addEventListener("keydown", (event) => {
    const within = event.target.matches?.("input[type=text], input[type=search], input[type=number], textarea");
    if (!(event.ctrlKey || event.metaKey) || within || document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    if (key === "z" || key === "y") {
      event.preventDefault();
      if (key === "y" || event.shiftKey) bag.redo();
      else bag.undo();
    }
  });
}

async function save(bag, mine) {
  await mine.save(bag.text).then(() => notice(t("Saved to {what}.", { what: mine.name })), (error) => notice(error.message));
}

async function copy(bag) {
  try {
    const link = location.origin + location.pathname + (await packed(bag.text));
    await navigator.clipboard.writeText(link);
    notice(t("The link is copied: it holds the whole bag."));
  } catch (error) {
    const long = error instanceof RangeError;
    notice(long ? t("This text is too long for a link: take out comments.") : t("The link stands in the address bar: copy it there."));
  }
}

/** Language, units, and light or dark. */
function settings() {
  const languages = select("set-language", Object.entries(LANGUAGES), language(), speak);
  const units = select("set-units", [["mm", "mm, cm"], ["in", t("inch")], ["both", t("cm and inch")]], lengths.units(), (name) => {
    lengths.tellIn(name);
    location.reload();
  });
  const themes = select("set-theme", [["", t("as the device")], ["light", t("light")], ["dark", t("dark")]], localStorage.getItem(THEME) ?? "", theme);
  const close = h("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, t("Close"));
  const field = (title, box) => h("div", {}, h("label", { for: box.id }, title), box);
  const dialog = h("dialog", { "aria-labelledby": "settings-title", onclose: () => dialog.remove() }, h("h2", { id: "settings-title" }, t("Settings")),
    h("div", { class: "wishes" }, field(t("Language"), languages), field(t("Units"), units), field(t("Light"), themes)), h("div", { class: "row" }, close));
  document.body.append(dialog);
  dialog.showModal();
}

function select(id, options, value, chosen) {
  const box = h("select", { id }, options.map(([each, title]) => h("option", { value: each }, title)));
  box.value = value;
  box.addEventListener("change", () => chosen(box.value));
  return box;
}

/** Light, dark, or as the device has it. */
export function theme(name = localStorage.getItem(THEME) ?? "") {
  localStorage.setItem(THEME, name);
  document.documentElement.dataset.theme = name;
}
