"use strict";
// Rows come in scripts of some hundred each; what is chosen above is shown of all that have come so far.
const AT_ONCE = 60;
const all = [];
const byId = (id) => document.getElementById(id);
let shown = [];
let visible = AT_ONCE;
let missing = 0;

function rows(more) {
  for (const row of more) {
    row.text = [row.n, row.t, row.z, row.y, row.x, ...(row.w || []), ...(row.b || []), ...(row.o || [])].join(" ").toLowerCase();
    all.push(row);
  }
}

function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [key, given] of Object.entries(attributes || {})) made.setAttribute(key, given);
  made.append(...inside);
  return made;
}

const address = (path) => path.split("/").map(encodeURIComponent).join("/");

function cost(row) {
  if (!row.c) return "";
  return `${row.c[1] ? "" : "at least "}${row.c[0].toFixed(2)} ${FACTS.currency}`.trim();
}

const sizes = { width: 0, height: 1, depth: 2, litres: 3 };

function figure(row, order) {
  if (order in sizes) return row.m ? row.m[sizes[order]] : Infinity;
  if (order === "grams") return row.g || Infinity;
  return row.c ? row.c[0] : Infinity;
}

function ordered(found) {
  const order = byId("order").value;
  if (!order) return found;
  if (order === "name") return found.sort((one, other) => (one.n < other.n ? -1 : one.n > other.n ? 1 : 0));
  return found.sort((one, other) => figure(one, order) - figure(other, order) || 0);
}

function chosen() {
  const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const status = byId("status").value;
  const wanted = FACTS.axes.map((axis, at) => (byId(`axis-${at}`) ? byId(`axis-${at}`).value : ""));
  return all.filter(
    (row) =>
      (!status || row.s === status) &&
      wanted.every((each, at) => !each || (row.w || [])[at] === each) &&
      words.every((each) => row.text.includes(each))
  );
}

function list(title, texts) {
  if (!texts || !texts.length) return "";
  return element("details", {}, element("summary", {}, title), element("ul", {}, ...texts.map((each) => element("li", {}, each))));
}

function links(row) {
  return (row.f || []).map((path) => element("a", { href: address(path) }, path.slice(path.lastIndexOf("/") + 1)));
}

function card(row) {
  const card = element("li");
  if (row.p) card.append(element("img", { src: address(row.p), alt: `The sewn bag ${row.n}`, loading: "lazy" }));
  card.append(element("h2", {}, row.n));
  if (row.t) card.append(element("p", {}, row.t));
  if (row.z) card.append(element("p", {}, `${row.z}${row.m && row.m[3] ? `, ${row.m[3]} l` : ""}${row.g ? `, ${row.g} g` : ""}`));
  if (row.c) card.append(element("p", {}, cost(row)));
  card.append(element("p", { class: "quiet" }, (row.w || []).join(" · ")));
  if (row.y) card.append(element("p", { class: "why" }, `${row.s === "refused" ? "Cannot be made" : "Not finished"}: ${row.y}`));
  if (row.x) card.append(element("p", {}, `What would fit: ${row.x}`));
  card.append(list("To buy", row.b), list("Files", links(row)), list("Findings", row.o));
  return card;
}

function line(row) {
  const size = row.m || ["", "", "", ""];
  const figures = [...size, row.g || "", ...(FACTS.priced ? [cost(row)] : [])];
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, row.n),
    ...FACTS.axes.map((axis, at) => element("td", {}, (row.w || [])[at] || "")),
    ...figures.map((each) => element("td", { class: "figure" }, String(each))),
    element("td", {}, row.y ? `${row.y} ${row.x ? `What would fit: ${row.x}` : ""}` : (row.b || []).join("; "))
  );
}

function table(found) {
  const figures = ["width, mm", "height, mm", "depth, mm", "litres", "grams", ...(FACTS.priced ? ["cost"] : [])];
  const head = ["name", ...FACTS.axes.map((axis) => axis[0]), ...figures, "to buy, or why it is not made"];
  const top = element("tr", {}, ...head.map((each) => element("th", { scope: "col" }, each)));
  return element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "The range as a table" },
    element("table", {}, element("thead", {}, top), element("tbody", {}, ...found.map(line))));
}

function draw() {
  const part = shown.slice(0, visible);
  const cards = byId("view").value === "cards";
  byId("list").replaceChildren(cards ? element("ul", { class: "cards" }, ...part.map(card)) : table(part));
  byId("more").hidden = visible >= shown.length;
}

function tell() {
  const made = shown.filter((row) => row.s === "made").length;
  const loading = all.length < FACTS.rows ? ` (${all.length} of ${FACTS.rows} loaded)` : "";
  const other = shown.length - made ? `, ${shown.length - made} that are not` : "";
  const lost = missing ? ` ${missing} of the files in ${FACTS.folder}/ cannot be read.` : "";
  byId("count").textContent = `${made} bags that are made${other}, of ${FACTS.rows}${loading}.${lost}`;
}

function refresh() {
  shown = ordered(chosen());
  visible = AT_ONCE;
  draw();
  tell();
}

function filters() {
  FACTS.axes.forEach(([name, labels], at) => {
    if (labels.length < 2) return;
    const options = labels.map((each) => element("option", { value: each }, each));
    byId("axes").append(element("label", {}, name, element("select", { id: `axis-${at}` }, element("option", { value: "" }, "all"), ...options)));
  });
  if (!FACTS.priced) document.querySelector("#order option[value=cost]").remove();
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("input", refresh);
  byId("clear").addEventListener("click", () => { byId("filters").reset(); refresh(); });
  byId("more").addEventListener("click", () => { visible += AT_ONCE; draw(); });
}

function load(number) {
  if (number > FACTS.scripts) { refresh(); return; }
  const script = element("script", { src: `${FACTS.folder}/${String(number).padStart(5, "0")}.js` });
  const next = () => { if (number === 1) refresh(); else tell(); load(number + 1); };
  script.addEventListener("load", next);
  script.addEventListener("error", () => { missing += 1; next(); });
  document.head.append(script);
}

filters();
load(1);
