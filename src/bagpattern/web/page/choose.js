// The gallery: what do you carry, and which bag? Pictures by style; the things carried give the sizes.

import { edited, get } from "./api.js";
import { framed, h, icon, notice, refill } from "./dom.js";
import { getTold } from "./learnt.js";
import { pictureOf } from "./pictures.js";
import { t } from "./words.js";

/** The dialog of bags to begin with; *chosen(text, name)* hears which. */
export class Gallery {
  constructor(chosen) {
    this.chosen = chosen;
    this.carried = [];
  }

  /** Opens at once; the bags come when the server has told them. */
  async open() {
    this.list = h("div", { class: "gallery" }, h("p", { class: "empty" }, t("The bags are coming...")));
    this.things = h("datalist", { id: "carry-known" });
    const search = h("input", { type: "search", id: "gallery-search", placeholder: t("tote, laptop, travel...") });
    search.addEventListener("input", () => this.seek(search.value));
    const { dialog } = framed("choose", t("Choose a bag"), this.carry(), h("div", { class: "row" }, h("label", { for: "gallery-search" }, t("Which bag?")), search), this.list);
    this.dialog = dialog;
    search.focus();
    try {
      this.styles ??= await getTold("/api/styles");
      this.seek(search.value);
      this.items ??= await this.catalogue();
      refill(this.things, this.items.map(({ value, help }) => h("option", { value: help || value })));
    } catch (error) {
      refill(this.list, h("p", { class: "empty" }, error.message));
    }
  }

  /** The things of the catalogue, as the form of a style lists them. */
  async catalogue() {
    const { fields } = await getTold(`/api/form/${encodeURIComponent(this.styles[0].id)}`);
    return fields.find((each) => each.key === "holds")?.choices ?? [];
  }

  carry() {
    const row = h("div", { class: "chips" });
    const box = h("input", { type: "text", id: "carry", list: "carry-known", autocomplete: "off", placeholder: t("phone, wallet, laptop, bottle...") });
    const show = () => refill(row, this.carried.map((each, at) => this.thing(each, () => {
      this.carried.splice(at, 1);
      show();
    })));
    box.addEventListener("change", () => {
      const found = this.items?.find(({ value, help }) => [value, help].includes(box.value.trim()));
      if (found && !this.carried.includes(found)) this.carried.push(found);
      else if (box.value.trim()) notice(t("There is no such thing in the catalogue."));
      box.value = "";
      show();
    });
    show();
    return h("div", { class: "carry" }, h("label", { for: "carry" }, t("What do you carry?")), row, box, this.things);
  }

  thing({ value, help }, remove) {
    const title = help || value;
    const told = t("Take out {what}", { what: title });
    return h("span", { class: "chip" }, title, h("button", { type: "button", "aria-label": told, onclick: remove }, icon("remove")));
  }

  seek(words) {
    if (!this.styles) return;
    const sought = words.toLowerCase().split(/\s+/).filter(Boolean);
    const meets = (style, preset) => {
      const told = `${style.title} ${style.summary} ${preset.name} ${preset.occasion} ${preset.id}`.toLowerCase();
      return sought.every((word) => told.includes(word));
    };
    const found = this.styles.map((style) => [style, style.presets.filter((preset) => meets(style, preset))]).filter(([, presets]) => presets.length);
    refill(this.list, found.length ? found.map(([style, presets]) => this.style(style, presets)) : h("p", { class: "empty" }, t("No bag is called so.")));
  }

  style(style, presets) {
    return h("section", {}, h("h3", {}, style.title), h("p", { class: "help" }, style.summary), h("div", { class: "cards" }, presets.map((each) => this.card(style, each))));
  }

  card(style, preset) {
    const picture = pictureOf(preset.picture_url, { width: 180, height: 160 });
    return h("button", { type: "button", class: "card", onclick: () => this.take(style, preset) }, picture, h("b", {}, preset.name), h("small", {}, preset.occasion));
  }

  /** Begins with a preset; what is carried is held by it, and its sizes follow where its style knows how. */
  async take(style, preset) {
    this.dialog.close();
    let { toml } = await get(`/api/preset/${encodeURIComponent(preset.id)}`);
    if (this.carried.length) toml = await this.holding(toml, style);
    this.chosen(toml, preset.name);
  }

  async holding(toml, style) {
    const held = await edited(toml, "holds", this.carried.map(({ value }) => value));
    const { fields } = await getTold(`/api/form/${encodeURIComponent(style.id)}`);
    const word = fields.find((each) => each.key === "dimensions")?.word;
    return word ? edited(held, "dimensions", word) : held;
  }
}
