// The gallery: what do you carry, and which bag? Pictures by style; the things carried give the sizes.

import { edited, get } from "./api.js";
import { h, icon, notice, refill } from "./dom.js";
import { t } from "./words.js";

/** The dialog of bags to begin with; *chosen(text, name)* hears which. */
export class Gallery {
  constructor(chosen) {
    this.chosen = chosen;
    this.carried = [];

  }

  async open() {
    this.styles ??= asList(await get("/api/styles"));
    this.items ??= await this.things();
    this.list = h("div", { class: "gallery" });
    const search = h("input", { type: "search", id: "gallery-search", placeholder: t("tote, laptop, travel...") });
    search.addEventListener("input", () => this.seek(search.value));
    const close = h("button", { type: "button", class: "quiet", "aria-label": t("Close"), onclick: () => this.dialog.close() }, icon("remove"));
    this.dialog = h("dialog", { class: "choose", "aria-labelledby": "choose-title", onclose: () => this.dialog.remove() },
      h("div", { class: "row" }, h("h2", { id: "choose-title" }, t("Choose a bag")), close),
      this.carry(), h("div", { class: "row" }, h("label", { for: "gallery-search" }, t("Which bag?")), search), this.list);
    document.body.append(this.dialog);
    this.seek("");
    this.dialog.showModal();
    search.focus();
  }

  /** The things of the catalogue, as the form of a style lists them. */
  async things() {
    const { fields } = await get(`/api/form/${encodeURIComponent(this.styles[0].id)}`);
    return fields.find((each) => each.key === "holds")?.choices ?? [];
  }

  carry() {
    const row = h("div", { class: "chips" });
    const known = h("datalist", { id: "carry-known" }, this.items.map(({ value, help }) => h("option", { value: help || value })));
    const box = h("input", { type: "text", id: "carry", list: "carry-known", autocomplete: "off", placeholder: t("phone, wallet, laptop, bottle...") });
    const show = () => refill(row, this.carried.map((each, at) => this.thing(each, () => {
      this.carried.splice(at, 1);
      show();
    })));
    box.addEventListener("change", () => {
      const found = this.items.find(({ value, help }) => [value, help].includes(box.value.trim()));
      if (found && !this.carried.includes(found)) this.carried.push(found);
      else if (box.value.trim()) notice(t("There is no such thing in the catalogue."));
      box.value = "";
      show();
    });
    show();
    return h("div", { class: "carry" }, h("label", { for: "carry" }, t("What do you carry?")), row, box, known);
  }

  thing({ value, help }, remove) {
    const title = help || value;
    const told = t("Take out {what}", { what: title });
    return h("span", { class: "chip" }, title, h("button", { type: "button", "aria-label": told, onclick: remove }, icon("remove")));
  }

  seek(words) {
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
    const picture = h("img", { src: preset.picture_url, alt: "", loading: "lazy", width: 180, height: 160 });
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
    const { fields } = await get(`/api/form/${encodeURIComponent(style.id)}`);
    const word = fields.find((each) => each.key === "dimensions")?.word;
    return word ? edited(held, "dimensions", word) : held;
  }
}

function asList(told) {
  return told.styles ?? told;
}
