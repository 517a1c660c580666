// Entries of an array of tables in a preset's text: [[pockets]] added at its end, or taken out with its lines.

/** The text with one more entry of *array*. */
export function appended(toml, array, values) {
  const lines = Object.entries(values).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  return `${toml.trimEnd()}\n\n[[${array}]]\n${lines.join("\n")}\n`;
}

/** The text without the entry of that number (from 0), null where it is not written as a block of its own. */
export function without(toml, array, number) {
  const lines = toml.split("\n");
  const starts = lines.flatMap((line, at) => (heading(line) === `[[${array}]]` ? [at] : []));
  const start = starts[number];
  if (start === undefined) return null;
  let end = start + 1;
  while (end < lines.length && !isOther(lines[end], array)) end += 1;
  return [...lines.slice(0, start), ...lines.slice(end)].join("\n");
}

function heading(line) {
  return line.replace(/#.*$/, "").replace(/\s/g, "");
}

/** A table inside the entry, [pockets.x], belongs to it. */
function isOther(line, array) {
  const head = heading(line);
  return head.startsWith("[") && !head.startsWith(`[${array}.`) && !head.startsWith(`[[${array}.`);
}
