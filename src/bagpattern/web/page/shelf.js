// Bags that are being shaped, kept in this browser: one place for each document, so that two tabs never mix.

const PREFIX = "bagpattern.draft.";
const MOST = 40;

/** A new document's id. */
export function fresh() {
  return crypto.randomUUID().slice(0, 8);
}

/** Keeps a document as it is now. */
export function keep(id, name, text) {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify({ name, text, when: Date.now() }));
    for (const old of all().slice(MOST)) drop(old.id);
  } catch {
    // a browser that keeps nothing still has the link
  }
}

/** One document, null where it is not kept here. */
export function kept(id) {
  return parsed(localStorage.getItem(PREFIX + id));
}

/** Every document, the latest first. */
export function all() {
  const ids = Object.keys(localStorage).filter((each) => each.startsWith(PREFIX));
  const found = ids.map((each) => ({ id: each.slice(PREFIX.length), ...parsed(localStorage.getItem(each)) }));
  return found.filter((each) => each.text).sort((a, b) => b.when - a.when);
}

/** Takes one off the shelf. */
export function drop(id) {
  localStorage.removeItem(PREFIX + id);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
