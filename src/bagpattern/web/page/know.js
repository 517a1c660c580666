// What is known of the bag: whether it can be sewn, its sizes, cloth, cost, what to buy, and warnings with their place.

import { finding } from "./controls.js";
import { h, icon, refill } from "./dom.js";
import * as lengths from "./lengths.js";
import { box, cost, file, money, wanted } from "./prices.js";
import { number, path, t } from "./words.js";

const HARDEST = 5;

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
    const { value, ariaLabel } = this.element.querySelector(".price:focus") ?? {};
    refill(this.element, this.proof(answer), this.findings(answer), this.good ? this.facts(this.good, answer !== this.good) : null);
    if (ariaLabel) this.resume(ariaLabel, value);
  }

  /** A price that is being written when an answer comes stays in hand. */
  resume(label, value) {
    const box = this.element.querySelector(`[aria-label="${CSS.escape(label)}"]`);
    if (box) Object.assign(box, { value }).focus();
  }

  /** In one line and one colour: it can be sewn, or it cannot. */
  proof(answer) {
    const { figures = {}, ok } = answer;
    const title = ok ? t("It can be sewn") : t("It cannot be made like this");
    const drawn = this.good ? t("The last good drawing stays.") : t("It is drawn as soon as it can be made.");
    const told = ok ? t("{seams} seams agree, {pieces} pieces, {steps} steps", figures) : drawn;
    return h("div", { class: `proof ${ok ? "good" : "bad"}` }, icon(ok ? "tick" : "warn"), h("div", {}, h("h2", {}, title), h("p", {}, told)));
  }

  findings(answer) {
    const found = answer.findings ?? [];
    if (!found.length) return null;
    return h("section", { class: "findings" }, found.map((each) => this.finding(each)));
  }

  finding(each) {
    const go = () => document.querySelector(`[data-key="${CSS.escape(each.key)}"]`)?.focus();
    const place = each.key ? h("button", { type: "button", class: "place quiet", onclick: go }, path(each.key, this.bag.answer ?? {})) : null;
    const light = { onpointerenter: () => this.bag.light({ piece: each.subject }), onpointerleave: () => this.bag.light({}) };
    return h("div", { class: "found", ...light }, place, finding(this.bag, each));
  }

  facts(good, old) {
    const { finished, figures, fits } = good;
    const list = wanted(good);
    const inner = [this.sizes(finished, figures, cost(list)), this.fits(fits ?? []), this.cloth(figures, list), this.toBuy(list)];
    return h("div", { class: old ? "old" : "" }, inner);
  }

  sizes({ width, height, depth }, { litres, mass, difficulty, hours }, { sum, known, missing }) {
    const all = [width, height, depth].filter(Boolean);
    const size = all.map((each, at) => [at ? " × " : null, h("span", { class: "measure" }, lengths.shown(each, Math.max(...all)))]);
    const [least, most] = hours;
    const rows = [
      [t("Finished"), size, "finished"],
      [t("Volume"), lengths.volume(litres), "volume"],
      [t("Weight"), mass ? t("{grams} g", { grams: Math.round(mass) }) : null, "weight"],
      [t("Difficulty"), t("{grade} of {most}", { grade: difficulty, most: HARDEST }), "difficulty"],
      [t("Time"), least === most ? t("{most} hours", { most: number(most) }) : t("{least} to {most} hours", { least: number(least), most: number(most) }), "time"],
      [t("Costs"), known ? [money(sum), missing ? h("small", {}, t("{count} without a price", { count: missing })) : null] : null, "cost"],
    ];
    const shown = rows.filter(([, value]) => value);
    return h("dl", { class: "figures" }, shown.map(([name, value, fact]) => h("div", {}, h("dt", {}, name), h("dd", { "data-fact": fact }, value))));
  }

  /** What is alike stands in one line: three cards that fit, and each thing that is too large by itself. */
  fits(list) {
    const alike = Map.groupBy(list, ({ title, text, fits }) => (fits ? title : `${title} ${text}`));
    const rows = [...alike.values()].map((all) => this.fit(all[0], all));
    return rows.length ? h("section", { class: "holds" }, h("h3", {}, t("What it holds")), h("ul", {}, rows)) : null;
  }

  fit({ title, text, fits }, all) {
    const where = [...new Set(all.map((each) => each.text))].join("\n");
    const told = [all.length > 1 ? `${all.length} × ${title}` : title, fits ? null : h("small", {}, text)];
    return h("li", { class: fits ? "fits" : "too-large", title: where }, icon(fits ? "tick" : "warn"), h("span", {}, told));
  }

  cloth({ cloth = [] }, list) {
    const rows = cloth.map((each) => h("li", {}, h("span", {}, each.title), h("b", {}, lengths.shown(each.buy)), h("small", {}, t("{width} wide", { width: lengths.shown(each.width) })), this.price(list.find(({ key }) => key === each.material))));
    return rows.length ? h("section", { class: "cloth" }, h("h3", {}, t("Cloth")), h("ul", {}, rows)) : null;
  }

  price(each) {
    return each ? box(each, () => this.recount()) : null;
  }

  /** The sum alone is written anew: whoever goes from box to box keeps their place. */
  recount() {
    const { finished, figures } = this.good;
    this.element.querySelector(".figures").replaceWith(this.sizes(finished, figures, cost(wanted(this.good))));
  }

  /** What is bought beside the cloth. It stays open while one writes prices. */
  toBuy(list) {
    const rows = list.filter(({ isCloth }) => !isCloth).map((each) => h("li", {}, h("span", {}, each.text), this.price(each)));
    if (!rows.length) return null;
    const toggle = (event) => (this.opened = event.target.open);
    return h("details", { class: "shopping", open: this.opened, ontoggle: toggle }, h("summary", {}, h("h3", {}, t("To buy"))), h("ul", {}, rows), file(list, () => this.refresh()));
  }

  fail(error) {
    const told = error.away ? t("The server does not answer; it is asked again.") : error.message;
    const proof = h("div", { class: "proof bad" }, icon("warn"), h("div", {}, h("h2", {}, t("No answer")), h("p", {}, told)));
    refill(this.element, proof, this.good ? this.facts(this.good, true) : null);
  }
}
