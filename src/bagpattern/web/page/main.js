// The designer: puts the views round one bag, and finds the bag that is to be opened.

import { get } from "./api.js";
import { Bag } from "./bag.js";
import { BagView } from "./bag_view.js";
import { Gallery } from "./choose.js";
import { h, refill } from "./dom.js";
import { Editor } from "./editor.js";
import { LayView, PiecesView } from "./flat_views.js";
import { Form } from "./form.js";
import { head, theme } from "./head.js";
import { Know } from "./know.js";
import { Mine, unlock } from "./mine.js";
import { unpacked } from "./link.js";
import * as shelf from "./shelf.js";
import { StepsView } from "./steps_view.js";
import { tabs } from "./tabs.js";
import { UseView } from "./use_view.js";
import { listen, said, t } from "./words.js";

const FLAGSHIP = "mini-backpack";
const WANTS = { bag: ["sewn", "steps"], pieces: ["pieces", "steps"], steps: ["steps", "sewn"], lay: ["lay"], use: [] };

async function begin() {
  theme();
  await listen();
  document.querySelector(".skip").textContent = t("Skip to the form");
  for (const [id, title] of [["see", t("See")], ["shape", t("Shape")], ["know", t("Know")]]) document.getElementById(id).setAttribute("aria-label", title);
  unlock();
  const bag = new Bag();
  const mine = await Mine.opened((text, label) => bag.change(text, label));
  const gallery = new Gallery((text, name) => open(bag, text, shelf.fresh(), name));
  head(bag, () => gallery.open(), (draft) => open(bag, draft.text, draft.id, draft.name), mine);
  see(bag);
  shape(bag);
  refill(document.getElementById("know"), new Know(bag).element);
  const first = await found(mine);
  open(bag, first.text, first.id, first.label);
  mine?.follow();
  addEventListener("hashchange", async () => follow(bag, await unpacked(location.hash)));
}

/** What to open: a link's bag, what this tab had, the file of the command, or the flagship. */
async function found(mine) {
  const linked = await unpacked(location.hash);
  const id = sessionStorage.getItem("bagpattern.open");
  const kept = id && shelf.kept(id);
  if (kept && (!linked || kept.text === linked)) return { id, text: kept.text, label: kept.name };
  if (linked) return { id: shelf.fresh(), text: linked, label: t("from the link") };
  if (mine) return { id: shelf.fresh(), text: mine.toml, label: mine.name };
  const { toml } = await get(`/api/preset/${FLAGSHIP}`);
  return { id: shelf.fresh(), text: toml, label: FLAGSHIP };
}

function open(bag, text, id, label) {
  bag.open(text, id, label);
}

/** Another link put into the address bar opens as a document of its own. */
function follow(bag, text) {
  if (text !== null && text !== bag.text) open(bag, text, shelf.fresh(), t("from the link"));
}

function see(bag) {
  const bagView = new BagView(bag);
  const views = { bag: bagView, use: new UseView(bag), pieces: new PiecesView(bag), steps: new StepsView(bag), lay: new LayView(bag) };
  const titles = { bag: said("Bag"), pieces: said("Pieces"), steps: said("Steps"), lay: said("Lay plan"), use: said("In use") };
  const each = Object.entries(views).map(([id, view]) => ({ id, title: titles[id], panel: view.element }));
  const made = tabs("see", t("See"), each, (id) => {
    bag.wants(...WANTS[id]);
    views[id].receive();
    bagView.redraw();
  });
  refill(document.getElementById("see"), heading(t("See")), made.row, h("div", { class: "panels" }, made.panels));
  bagView.begin();
  made.start();
}

/** What a screen reader walks by; who sees it has the tabs. */
function heading(title) {
  return h("h2", { class: "unseen" }, title);
}

function shape(bag) {
  const form = new Form(bag);
  const editor = new Editor(bag);
  const each = [{ id: "form", title: said("Form"), panel: form.element }, { id: "text", title: said("Text"), panel: editor.element }];
  const made = tabs("shape", t("Shape"), each);
  refill(document.getElementById("shape"), heading(t("Shape")), made.row, made.panels);
  made.start();
}

begin();
