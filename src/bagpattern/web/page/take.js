// What one takes home: files as links that hold the bag, by paper, units, language and layers.

import { file } from "./api.js";
import { h, handOver, notice, refill } from "./dom.js";
import { packed } from "./link.js";
import * as lengths from "./lengths.js";
import { key } from "./mine.js";
import { LANGUAGES, language, said, t } from "./words.js";

const PRINTED = ["paper", "layers", "link"];
const KINDS = [
  { kind: "pdf", title: "PDF", told: said("to print at home or in a shop"), reads: PRINTED },
  { kind: "pdf", title: said("Booklet"), told: said("the steps with figures, to sew by"), reads: ["small paper", "link"], purpose: "booklet" },
  { kind: "zip", title: said("All of it"), told: said("everything in one file"), reads: PRINTED },
  { kind: "picture", title: said("Picture"), told: said("the finished bag, as PNG"), reads: ["colourway"], plain: true },
  { kind: "shopping", title: said("Shopping list"), told: said("cloth, notions, needles, thread"), reads: [] },
  { kind: "steps", title: said("Steps as a page"), told: said("HTML, which reads well aloud"), reads: [] },
  { kind: "view", title: said("Flats"), told: said("the finished bag from all sides"), reads: ["colourway"] },
  { kind: "svg", title: "SVG", told: said("one sheet, for drawing programs"), reads: ["layers"] },
  { kind: "dxf", title: "DXF", told: said("for CAD"), reads: [] },
  { kind: "dxf", title: said("Cutter"), told: said("cutting lines for laser and blade"), reads: [], purpose: "cutter" },
  { kind: "glb", title: "GLB", told: said("the sewn bag in 3D"), reads: [] },
  { kind: "lay", title: said("Lay plans"), told: said("how the pieces lie on the cloth"), reads: [] },
  { kind: "preset", title: said("Preset"), told: said("the text of this bag"), reads: [], plain: true },
];
const PROJECTOR = "projector";
const PAPERS = [["a4", "A4"], ["letter", "Letter"], ["a3", "A3"], ["a0", "A0"], ["full", said("One sheet")], [PROJECTOR, said("Projector")]];
const SMALL = ["a4", "letter"]; // what a booklet is folded from
const LAYERS = { stitch: said("Stitching line"), marks: said("Marks"), text: said("Texts"), info: said("Information") };
const MOST = 1465; // bytes of a link in a code that a telephone reads, as the server has it
const ALL = ["info", "cut", "stitch", "marks", "text", "test-squares", "page"];

/** The dialog of downloads. */
export function take(bag) {
  const wish = { paper: lengths.units() === "in" ? "letter" : "a4", units: bag.good?.values.units === "both" ? "both" : lengths.units(), language: language(), left: new Set(), colourway: bag.colourway, coded: !isHere() };
  const links = h("ul", { class: "files" });
  const refresh = async () => refill(links, await files(bag, wish));
  const select = (name, title, options) => choice(wish, name, title, options, refresh);
  const papers = select("paper", said("Paper"), PAPERS);
  const units = select("units", said("Units"), [["mm", "mm, cm"], ["in", said("inch")], ["both", said("cm and inch")]]);
  const languages = select("language", said("Language"), Object.entries(LANGUAGES));
  const cover = h("fieldset", {}, h("legend", {}, t("Cover")), coded(wish, bag, refresh));
  const layers = h("fieldset", {}, h("legend", {}, t("Layers")), Object.entries(LAYERS).map(([id, title]) => layer(wish, id, title, refresh)));
  const close = h("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, t("Close"));
  const dialog = h("dialog", { class: "take", "aria-labelledby": "take-title", onclose: () => dialog.remove() },
    h("h2", { id: "take-title" }, t("Take it home")), h("div", { class: "wishes" }, papers, units, languages), layers, cover, links,
    h("p", { class: "help" }, t("Print the PDF at 100 % and measure its test squares; never print this page.")), h("div", { class: "row" }, close));
  document.body.append(dialog);
  dialog.showModal();
  return refresh();
}

function choice(wish, name, title, options, refresh) {
  const box = h("select", { id: `take-${name}` }, options.map(([value, told]) => h("option", { value }, t(told))));
  box.value = wish[name];
  box.addEventListener("change", () => {
    wish[name] = box.value;
    refresh();
  });
  return h("div", {}, h("label", { for: box.id }, t(title)), box);
}

function layer(wish, id, title, refresh) {
  const box = h("input", { type: "checkbox", id: `layer-${id}`, checked: true });
  box.addEventListener("change", () => {
    wish.left[box.checked ? "delete" : "add"](id);
    refresh();
  });
  return h("span", { class: "tickbox" }, box, h("label", { for: box.id }, t(title)));
}

/** Whether the page is served to this machine alone: a link to it leads nowhere else. */
function isHere() {
  return ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
}

/** The tick for the bag's link as a code on the cover, where that fits a code that can be read. */
function coded(wish, bag, refresh) {
  const told = h("small", { id: "take-coded-help" }, isHere() ? t("It opens on this machine alone.") : "");
  const box = h("input", { type: "checkbox", id: "take-coded", checked: wish.coded, "aria-describedby": told.id });
  box.addEventListener("change", () => {
    wish.coded = box.checked;
    refresh();
  });
  packed(bag.text).catch(() => "").then((link) => {
    if (link && location.origin.length + 1 + link.length <= MOST) return;
    box.disabled = true;
    box.checked = wish.coded = false;
    told.textContent = t("This bag is too long for a code that a telephone reads: take out comments.");
    refresh();
  });
  return h("span", { class: "tickbox" }, box, h("label", { for: box.id }, t("Link to this bag, as QR code")), told);
}

async function files(bag, wish) {
  if (bag.answer && !bag.answer.ok) return h("li", { class: "finding error" }, t("A pattern that fails its proof is not written: mend it first."));
  const link = await packed(bag.text).catch(() => null);
  if (!link) return h("li", { class: "finding error" }, t("This text is too long for a link: take out comments."));
  return KINDS.map((each) => h("li", {}, h("a", { href: address(each, link.slice(3), wish), download: true, onclick: unlocked }, h("b", {}, t(each.title)), h("span", {}, t(each.told)))));
}

/** The maker's own file may build on what lies beside it: that is read for who shows the key, which a link cannot. */
async function unlocked(event) {
  if (!Object.keys(key()).length) return;
  event.preventDefault();
  notice(t("It is being drawn..."));
  await file(event.currentTarget.href).then(({ name, content }) => handOver(name, content), (error) => notice(error.message));
}

/** A download is a link that holds the bag; it says only what that kind of file reads. */
function address({ kind, reads, purpose, plain }, bag, wish) {
  const query = new URLSearchParams({ b: bag, ...(plain ? {} : { units: wish.units, language: wish.language }) });
  const projected = reads.includes("paper") && wish.paper === PROJECTOR && kind === "pdf";
  const isPaper = reads.includes("paper") ? wish.paper !== PROJECTOR : reads.includes("small paper") && SMALL.includes(wish.paper);
  if (isPaper) query.set("paper", wish.paper);
  if (projected || purpose) query.set("purpose", projected ? PROJECTOR : purpose);
  if (reads.includes("layers") && wish.left.size) query.set("layers", ALL.filter((each) => !wish.left.has(each)).join(","));
  if (reads.includes("link") && wish.coded && !projected) query.set("page", location.origin);
  if (reads.includes("colourway") && wish.colourway) query.set("colourway", wish.colourway);
  return `/file/${kind}?${query}`;
}
