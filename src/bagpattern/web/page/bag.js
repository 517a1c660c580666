// The bag that is being shaped: its text, what the server made of it, what is lit up. Views listen; nobody else decides.

import { Drafting, edited } from "./api.js";
import { History } from "./history.js";
import { packed } from "./link.js";
import { language, t } from "./words.js";
import { units } from "./lengths.js";
import * as shelf from "./shelf.js";

const FULL = "full";
const DARK = { piece: "", seam: "", step: 0 };
const OPEN = "open";
const GLIMPSE = "glimpse"; // sewn in a third of the time: while a hand drags, and first of all after a change

/** Tells "answer" (a draft has come), "light" (another part is lit up), "failed", "busy", "text", "colourway", "opened". */
export class Bag extends EventTarget {
  constructor() {
    super();
    this.drafting = new Drafting((told, context) => this.receive(told, context), (error) => this.excuse(error));
    this.want = new Set();
    this.parts = {}; // what was last drawn of each kind of picture, good until there is a newer one
    this.answer = this.good = null;
    this.lit = DARK;
    this.kept = {};
    this.colourway = "";
    this.pose = "";
  }

  /** Begins with a text: of a link, of the shelf, of a preset. */
  open(text, id, label) {
    this.id = id;
    this.history = new History(`bagpattern.history.${id}`).resume(text, label);
    this.parts = {};
    this.answer = this.good = null;
    Object.assign(this, { pose: "", colourway: "" });
    this.tell("opened", id);
    this.show(text);
  }

  get text() {
    return this.shown;
  }

  /** A changed text, with what led to it in words. */
  change(text, label, merge = "") {
    this.history.push(text, label, merge);
    this.show(text);
  }

  /** Looks at a text without keeping it: while a slider is dragged. */
  preview(text) {
    this.shown = text;
    this.held = true;
    this.ask(GLIMPSE);
  }

  /** One value set, or with null left to its default. Throws what the server refuses. */
  async set(key, value, label) {
    this.change(await edited(this.text, key, value), label);
  }

  undo() {
    const label = this.history.undoing;
    this.travel(-1, t("Undone: {what}", { what: label }));
  }

  redo() {
    const label = this.history.redoing;
    this.travel(1, t("Redone: {what}", { what: label }));
  }

  travel(by, said) {
    const text = this.history.go(by);
    if (text === null) return;
    this.show(text);
    this.tell("said", said);
  }

  show(text) {
    this.shown = text;
    this.held = false;
    this.tell("text", text);
    this.ask(this.want.has("sewn") ? GLIMPSE : FULL);
    this.store(text);
  }

  async store(text) {
    shelf.keep(this.id, this.called(this.values.name) ?? "", text);
    sessionStorage.setItem("bagpattern.open", this.id);
    const link = await packed(text).catch(() => "");
    if (text === this.shown) history.replaceState(null, "", link || location.pathname);
  }

  /** Asks for what the visible views want. */
  ask(quality = FULL) {
    const want = [...this.want].sort();
    const pose = this.pose ? { pose: this.pose } : {};
    const wish = { toml: this.shown, want, language: language(), units: units(), quality, ...pose };
    this.quality = quality;
    this.tell("busy", true);
    this.drafting.ask(wish, { text: this.shown, pose: this.pose, quality });
  }

  /** A view that comes into sight says what it needs; one draft then brings it. */
  wants(...kinds) {
    this.want = new Set(kinds);
    if (this.shown === undefined) return;
    const isCurrent = ({ text, pose, quality } = {}) => text === this.shown && pose === this.pose && quality === FULL;
    if (!kinds.every((kind) => isCurrent(this.parts[kind]))) this.ask();
  }

  receive(given, { text, pose, quality }) {
    const told = completed(given, this.good);
    this.answer = { ...told, text };
    if (told.values) this.told = told;
    if (told.cut_list) this.good = told; // the last that could be drafted
    for (const kind of ["pieces", "sewn", "steps", "lay"]) {
      if (told[kind]) this.parts[kind] = { text, pose, quality, data: told[kind] };
    }
    if (told.ways && ![...told.ways, OPEN].includes(this.pose)) this.pose = ""; // its straps are gone
    const isAsked = text === this.shown && quality === this.quality;
    if (isAsked) this.tell("busy", false);
    if (isAsked && !this.held) shelf.keep(this.id, this.called(this.values.name) ?? "", text); // now by its name
    this.tell("answer", this.answer);
    if (isAsked && quality === GLIMPSE && !this.held && told.cut_list) this.ask(); // now as well as can be
  }

  excuse(error) {
    this.tell("busy", false);
    this.tell("failed", error);
  }

  /** What the preset says or its rules decide, by dotted key. */
  get values() {
    return this.told?.values ?? {};
  }

  /** The name of the bag, of a part or of a colourway as the reader calls it, if a shipped preset has it. */
  called(name) {
    return this.told?.called?.[name] ?? name;
  }

  /** What the rules make of lengths that are left to them, by dotted key. */
  get ruled() {
    return this.told?.ruled ?? {};
  }

  /** The keys that the text itself gives. */
  get given() {
    return new Set(this.told?.given ?? []);
  }

  /** Lights up a piece, a seam or a step in every view; with none of them, what is kept lit. */
  light(lit) {
    const next = { ...DARK, ...(Object.values(lit).some(Boolean) ? lit : this.kept) };
    if (JSON.stringify(next) === JSON.stringify(this.lit)) return;
    this.lit = next;
    this.tell("light", next);
  }

  /** Has it lit wherever one looks, until another is chosen. */
  keep(lit) {
    this.kept = lit;
    this.light({});
  }

  wear(colourway) {
    this.colourway = colourway;
    this.tell("colourway", colourway);
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  on(type, hear) {
    this.addEventListener(type, (event) => hear(event.detail));
  }
}

/** What an answer leaves out stays what it was: at a glimpse the cloth, of a bag that is refused all but its text. */
function completed(told, good) {
  if (told.figures && !told.shopping) return { ...told, shopping: good?.shopping ?? [], figures: { ...good?.figures, ...told.figures } };
  if (told.values && !told.cut_list) return { ...told, ruled: good?.ruled, values: { ...good?.values, ...told.values } };
  return told;
}
