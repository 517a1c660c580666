// The maker's own file, when the command was given one: read, saved on request, and followed when it changes elsewhere.

import { t } from "./words.js";

const TOKEN = "bagpattern.token";
const PAUSE = 2000; // ms between two looks at the file

/** Keeps the key to the file that the opened link holds, and takes it out of the address. */
export function unlock() {
  const found = /^#token\.([\w-]+)$/.exec(location.hash);
  if (!found) return;
  sessionStorage.setItem(TOKEN, found[1]);
  sessionStorage.removeItem("bagpattern.open");
  history.replaceState(null, "", location.pathname);
}

/** What says to the server that this page may read and write the file; nothing where there is none. */
export function key() {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { "X-Bagpattern-Token": token } : {};
}

/** The file of the command; null where the page was opened without one. */
export class Mine {
  static async opened(heard) {
    if (!sessionStorage.getItem(TOKEN)) return null;
    const mine = new Mine();
    mine.heard = heard;
    return (await mine.read()) ? mine : null;
  }

  /** Reads it, if it is not as it was; whether there is anything new. */
  async read() {
    const known = this.tag ? { "If-None-Match": this.tag } : {};
    const response = await fetch("/api/file", { headers: { ...key(), ...known }, cache: "no-store" });
    if (!response.ok) return false;
    const { name, toml } = await response.json();
    Object.assign(this, { name, toml, tag: response.headers.get("etag") });
    return true;
  }

  /** Looks again and again whether it was changed elsewhere, as long as the page is seen. */
  follow() {
    setInterval(async () => {
      if (document.hidden || !(await this.read().catch(() => false))) return;
      this.heard(this.toml, t("{what} changed in an editor", { what: this.name }));
    }, PAUSE);
  }

  /** Saves a text. Throws Error, with what to do, where the file was changed elsewhere meanwhile. */
  async save(toml) {
    const headers = { ...key(), "If-Match": this.tag, "Content-Type": "application/json" };
    const response = await fetch("/api/file", { method: "PUT", headers, body: JSON.stringify({ toml }) });
    if (!response.ok) throw new Error((await response.json().catch(() => ({}))).message ?? response.statusText);
    Object.assign(this, { toml, tag: response.headers.get("etag") });
  }
}
