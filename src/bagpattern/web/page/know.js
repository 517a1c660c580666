// What is known of the bag: whether it can be sewn, its sizes, cloth, cost, what to buy, and warnings with their place.

import { finding } from "./controls.js";
import { h, icon, refill } from "./dom.js";
import * as lengths from "./lengths.js";
import { language, t } from "./words.js";

const PRICES = "bagpattern.prices";

/** The column of facts. */
export class Know {
  constructor(bag) {
    this.bag = bag;
    this.element = h("div", { class: "facts" });
    bag.on("answer", () => this.refresh());
    bag.on("failed", (error) => this.fail(error));
  }

  refresh() {
    const { answer } = this.bag;
    if (answer.finished) this.good = answer;
    refill(this.element, this.proof(answer), this.findings(answer), this.good ? this.facts(this.good, answer !== this.good) : null);
  }

  /** In one line and one colour: it can be sewn, or it cannot. */
  proof(answer) {
    const { figures = {}, ok } = answer;
    const title = ok ? t("It can be sewn") : t("It cannot be made like this");
    const told = ok ? t("{seams} seams agree, {pieces} pieces, {steps} steps", figures) : t("The last good drawing stays.");
    return h("div", { class: `proof ${ok ? "good" : "bad"}` }, icon(ok ? "tick" : "warn"), h("div", {}, h("h2", {}, title), h("p", {}, told)));
  }

  findings(answer) {
    const found = answer.findings ?? [];
    if (!found.length) return null;
    return h("section", { class: "findings" }, found.map((each) => this.finding(each)));
  }

  finding(each) {
    const go = () => document.querySelector(`[data-key="${CSS.escape(each.key)}"]`)?.focus();
    const place = each.key ? h("button", { type: "button", class: "place quiet", onclick: go }, each.key) : null;
    const light = { onpointerenter: () => each.subject && this.bag.light({ piece: each.subject, seam: "" }) };
    return h("div", { class: "found", ...light }, place, finding(this.bag, each));
  }

  facts({ finished, figures, shopping, fits }, old) {
    const inner = [this.sizes(finished, figures), this.fits(fits ?? []), this.cloth(figures), this.toBuy(shopping ?? [])];
    return h("div", { class: old ? "old" : "" }, inner);
  }

  sizes({ width, height, depth }, figures) {
    const size = [width, height, depth].filter(Boolean).map(lengths.written).join(" × ");
    const rows = [
      [t("Finished"), size, "finished"],
      [t("Volume"), t("{litres} litres", { litres: figures.litres?.toFixed(1) }), "volume"],
      [t("Weight"), figures.mass ? t("{grams} g", { grams: Math.round(figures.mass) }) : null, "weight"],
      [t("Cloth costs"), priced(cost(figures.cloth ?? [])), "cost"],
    ];
    const shown = rows.filter(([, value]) => value);
    return h("dl", { class: "figures" }, shown.map(([name, value, fact]) => h("div", {}, h("dt", {}, name), h("dd", { "data-fact": fact }, value))));
  }

  fits(list) {
    const rows = list.map(({ title, text, fits }) => h("li", { class: fits ? "fits" : "too-large", title: text }, icon(fits ? "tick" : "warn"), h("span", {}, title, fits ? null : h("small", {}, text))));
    return rows.length ? h("section", { class: "holds" }, h("h3", {}, t("What it holds")), h("ul", {}, rows)) : null;
  }

  cloth({ cloth = [] }) {
    const rows = cloth.map((each) => h("li", {}, h("span", {}, each.title), h("b", {}, lengths.written(each.buy)), h("small", {}, t("{width} wide", { width: lengths.written(each.width) })), this.price(each)));
    return rows.length ? h("section", { class: "cloth" }, h("h3", {}, t("Cloth")), h("ul", {}, rows)) : null;
  }

  /** What a metre costs is the maker's to say: it is kept in this browser, by the cloth's name. */
  price({ title }) {
    const box = h("input", { type: "number", min: 0, step: "any", class: "price", placeholder: t("per metre"), "aria-label": t("Price of a metre of {what}", { what: title }), value: prices()[title] ?? "" });
    box.addEventListener("change", () => {
      localStorage.setItem(PRICES, JSON.stringify({ ...prices(), [title]: Number(box.value) || undefined }));
      this.refresh();
    });
    return box;
  }

  toBuy(list) {
    const rows = list.map((each) => h("li", {}, each.text ?? each));
    return rows.length ? h("details", { class: "shopping" }, h("summary", {}, h("h3", {}, t("To buy"))), h("ul", {}, rows)) : null;
  }

  fail(error) {
    const told = error instanceof TypeError ? t("The server does not answer; it is asked again.") : error.message;
    const proof = h("div", { class: "proof bad" }, icon("warn"), h("div", {}, h("h2", {}, t("No answer")), h("p", {}, told)));
    refill(this.element, proof, this.good ? this.facts(this.good, true) : null);
  }
}

function prices() {
  try {
    return JSON.parse(localStorage.getItem(PRICES)) ?? {};
  } catch {
    return {};
  }
}

/** What the cloth costs that is to be bought, null where a price is not known. */
function cost(cloth) {
  const known = prices();
  if (!cloth.length || cloth.some(({ title }) => !known[title])) return null;
  return cloth.reduce((sum, { title, buy }) => sum + (known[title] * buy) / 1000, 0);
}

function priced(sum) {
  if (sum === null) return null;
  return new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(sum);
}
