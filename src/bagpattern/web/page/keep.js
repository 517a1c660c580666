// What is kept: the bags on this browser's shelf.

import { framed, h, icon, refill } from "./dom.js";
import * as shelf from "./shelf.js";
import { language, t } from "./words.js";

/** The dialog of drafts; *open(draft)* hears which one to go on with. */
export function drafts(open) {
  const list = h("ul", { class: "drafts" });
  const { dialog } = framed("drafts", t("Drafts kept in this browser"), list);
  const show = () => refill(list, shelf.all().map((each) => row(each, dialog, open, show)));
  show();
}

function row(each, dialog, open, show) {
  const when = new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(each.when);
  const name = each.name || t("A bag without a name");
  const go = () => {
    dialog.close();
    open(each);
  };
  const drop = () => {
    shelf.drop(each.id);
    show();
  };
  const told = t("Throw away {what}", { what: name });
  return h("li", {}, h("button", { type: "button", class: "open", onclick: go }, h("b", {}, name), h("small", {}, when)), h("button", { type: "button", class: "quiet", "aria-label": told, title: told, onclick: drop }, icon("remove")));
}
