// Undo and redo with words. One history for the form and for the text; a reload keeps it.

const LONGEST = 200;

/** A line of texts, each with what led to it: "width 22 cm to 26 cm". */
export class History {
  constructor(name) {
    this.name = name;
    this.entries = [];
    this.at = -1;
  }

  /** Goes on with what this tab had for the document, if it ends with that very text. */
  resume(text, label) {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.name));
      if (kept?.entries[kept.at]?.text === text) return Object.assign(this, kept);
    } catch {
      // a history that cannot be read is begun anew
    }
    return this.begin(text, label);
  }

  begin(text, label) {
    Object.assign(this, { entries: [{ text, label }], at: 0 });
    this.store();
    return this;
  }

  /** A further text; what had been undone is forgotten. With *merge* the last step of that name is prolonged. */
  push(text, label, merge = "") {
    const last = this.entries[this.at];
    if (text === last?.text) return;
    const prolongs = merge && last.merge === merge && this.at === this.entries.length - 1;
    this.entries.length = prolongs ? this.at : this.at + 1;
    this.entries.push({ text, label, merge });
    if (this.entries.length > LONGEST) this.entries.shift();
    this.at = this.entries.length - 1;
    this.store();
  }

  /** What undo would take back, and redo would bring back, in words; empty where there is nothing. */
  get undoing() {
    return this.at > 0 ? this.entries[this.at].label : "";
  }

  get redoing() {
    return this.entries[this.at + 1]?.label ?? "";
  }

  /** One step back (-1) or on (1): the text there, null where there is none. */
  go(by) {
    const there = this.entries[this.at + by];
    if (!there) return null;
    this.at += by;
    this.store();
    return there.text;
  }

  store() {
    try {
      const { entries, at } = this;
      sessionStorage.setItem(this.name, JSON.stringify({ entries, at }));
    } catch {
      sessionStorage.removeItem(this.name); // full: better no history after a reload than a wrong one
    }
  }
}
