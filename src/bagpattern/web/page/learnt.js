// What the server says of bags and of their values, in the reader's language and units: learnt once, and only that one.

import { get } from "./api.js";
import { units } from "./lengths.js";
import { language } from "./words.js";

const READ = ["help", "title", "summary", "name", "occasion"];
let learning = null;

/** A form or the gallery, with every text in it as the reader reads it. */
export async function getTold(path) {
  const [answer, words] = await Promise.all([get(path), learnt()]);
  return told(answer, words);
}

/** English in mm is what the server says of its own accord. */
function learnt() {
  const tongue = `${language()}-${units()}`;
  learning ??= tongue === "en-mm" ? {} : get(`/api/learnt/${tongue}`).catch((error) => {
    learning = null; // whoever asks next tries again
    throw error;
  });
  return learning;
}

function told(facts, words) {
  if (Array.isArray(facts)) return facts.map((each) => told(each, words));
  if (facts === null || typeof facts !== "object") return facts;
  const row = Object.entries(facts).map(([key, each]) => [key, READ.includes(key) ? (words[each] ?? each) : told(each, words)]);
  return Object.fromEntries(row);
}
