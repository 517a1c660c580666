// Lengths as makers write them: "24 cm", "250 mm", "9 1/2 in". Inside, everything is mm.

import { number, t } from "./words.js";

const SIZE = { mm: 1, cm: 10, m: 1000, in: 25.4, '"': 25.4 };
const LEAST_VOLUME = 0.05; // what is told as more than 0.0
const KEPT = "bagpattern.units";

/** The maker's units: "mm", "in", or "both", where inches stand beside what is said in mm. */
export function units() {
  return localStorage.getItem(KEPT) ?? "mm";
}

/** Tells lengths in other units from now on; what the preset says stays as it is written. */
export function tellIn(name) {
  localStorage.setItem(KEPT, name);
}

/** mm of a written length, NaN where it is none. */
export function read(text) {
  const found = /^\s*(?:(\d+(?:\.\d+)?)(?:\s+|(?=[a-z"]|$)))?(?:(\d+)\/(\d+)\s*)?(mm|cm|m|in|")\s*$/.exec(text ?? "");
  if (!found || (found[1] === undefined && found[2] === undefined)) return NaN;
  const part = found[2] ? Number(found[2]) / Number(found[3]) : 0;
  return (Number(found[1] ?? 0) + part) * SIZE[found[4]];
}

/** A length as a maker types it, with the usual unit where it has none: "24" is "24 cm". */
export function completed(text) {
  const bare = text.trim();
  const pointed = bare.replace(/(\d),(\d)/, "$1.$2");
  if (!/^[\d./\s]+$/.test(pointed)) return pointed;
  return `${pointed} ${units() === "in" ? "in" : "cm"}`;
}

/** mm as a preset would have them: "26 cm", "4 mm", "9 1/2 in"; in the unit of the longest that it stands beside. */
export function written(mm, longest = mm) {
  if (units() === "in") return `${mixed(mm / 25.4)} in`;
  return longest >= 50 ? `${trimmed(mm / 10, 1)} cm` : `${trimmed(mm, 1)} mm`;
}

/** mm to be read, not to be written: in both units where the maker wants both. */
export function shown(mm, longest = mm) {
  const metric = localised(written(mm, longest));
  return units() === "both" ? `${metric} (${mixed(mm / 25.4)} in)` : metric;
}

/** Litres to be read, null for none: what is rolled up has no room inside. */
export function volume(litres) {
  return litres >= LEAST_VOLUME ? t("{litres} litres", { litres: number(litres, 1) }) : null;
}

/** A written length in the maker's units; what is no length stays as it is. */
export function told(text) {
  const mm = read(text);
  return Number.isNaN(mm) ? String(text) : localised(written(mm));
}

/** A text in which no line ends between a figure and its unit. */
export function unbroken(text) {
  return text.replace(/(\d) (?=(?:mm|cm|m|in)\b)/g, "$1\u00a0");
}

/** What a preset says, with the decimal sign of the reader's language. */
function localised(text) {
  return text.replace(/\d+\.\d+/, (found) => number(Number(found)));
}

/** How far a slider goes in one step, in mm. */
export function step(least, most) {
  const fine = most - least < 120;
  if (units() === "in") return fine ? 25.4 / 16 : 25.4 / 8;
  return fine ? 1 : 5;
}

function mixed(inches) {
  const sixteenths = Math.round(inches * 16);
  const whole = Math.floor(sixteenths / 16);
  let [over, under] = [sixteenths % 16, 16];
  if (!over) return String(whole);
  while (over % 2 === 0) [over, under] = [over / 2, under / 2];
  return whole ? `${whole} ${over}/${under}` : `${over}/${under}`;
}

function trimmed(value, digits) {
  return String(Number(value.toFixed(digits)));
}
