// What the page asks of its server. The bag travels whole with every request: the server remembers nothing.

import { key as fileKey } from "./mine.js";
import { units } from "./lengths.js";
import { language, t } from "./words.js";

/** Facts by GET. Throws Error with what the server said. */
export async function get(path) {
  return answer(await reached(path));
}

/** Facts by POST. */
export async function post(path, body, signal) {
  const headers = { "Content-Type": "application/json", ...fileKey() };
  return answer(await reached(path, { method: "POST", headers, body: JSON.stringify(body), signal }));
}

/** The text with one value changed, or with null taken out: comments stay. */
export async function edited(toml, key, value) {
  return (await post("/api/edit", { toml, key, value, language: language(), units: units() })).toml;
}

/** A file of the bag, for who has the key to what lies beside the maker's own. Throws Error with what the server said. */
export async function file(path) {
  const response = await reached(path, { headers: fileKey() });
  if (!response.ok) await answer(response);
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition"));
  return { name, content: await response.blob() };
}

/** The server's response. Throws Error, which is ``away``, where there is none: the network's own words say nothing. */
async function reached(path, options) {
  return fetch(path, options).catch(() => {
    throw Object.assign(new Error(t("The server does not answer: try it again in a moment.")), { away: true });
  });
}

async function answer(response) {
  if (response.ok) return response.json();
  const told = await response.json().catch(() => ({}));
  const error = new Error(told.message ?? `${response.status} ${response.statusText}`);
  error.findings = told.findings ?? [];
  error.again = Number(response.headers.get("Retry-After") ?? 0);
  throw error;
}

const MOST_KEPT = 24;

/** Drafts one text after the other: one request under way, the newest waiting one goes next, older are forgotten. */
export class Drafting {
  constructor(done, failed) {
    Object.assign(this, { done, failed, number: 0, shown: 0, under: false, waiting: null, kept: new Map() });
  }

  /** Asks for a draft; *wish* is the body without its number, *context* comes back with the answer. */
  ask(wish, context) {
    const asked = { wish, context, n: (this.number += 1) };
    const kept = this.kept.get(JSON.stringify(wish));
    if (kept) {
      this.waiting = null;
      this.show(kept, asked);
    } else if (this.under) this.waiting = asked;
    else this.send(asked);
  }

  async send(asked) {
    this.under = true;
    try {
      const told = await post("/api/draft", { ...asked.wish, n: asked.n });
      this.keep(JSON.stringify(asked.wish), told);
      this.show(told, asked);
    } catch (error) {
      await this.excuse(error, asked);
    }
    this.under = false;
    const next = this.waiting;
    this.waiting = null;
    if (next) this.send(next);
  }

  /** An answer is dropped only if a newer one is shown: in a steady drag every answer is late, and still is looked at. */
  show(told, { context, n }) {
    if (n < this.shown) return;
    this.shown = n;
    this.done(told, context);
  }

  /** A server that is busy says when to ask again; one that is away is asked again, too. */
  async excuse(error, asked) {
    if (asked.n >= this.shown) this.failed(error);
    const pause = error.again || (error.away ? 2 : 0);
    if (!pause) return;
    await new Promise((over) => setTimeout(over, pause * 1000));
    this.waiting ??= asked.n >= this.shown ? asked : null;
  }

  keep(key, told) {
    this.kept.set(key, told);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value);
  }
}
