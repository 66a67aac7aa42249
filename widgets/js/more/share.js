/** A plan leaves the page: as a code, a link, a file, numbers, pictures, a sheet of paper; and comes back. */

import { el, write } from "../dom.js";
import { CODE, Refusal } from "./code.js";
import { writeFile } from "./files.js";
import { Gallery } from "./gallery.js";
import { late } from "./late.js";
import { numbersText } from "./numbers.js";
import { openingPart } from "./opening.js";
import { codeOf, editionOf, linkOf } from "./passing.js";
import { inGroups, printFitting, reportPage } from "./report.js";
import { copy, saveText } from "./saving.js";

const SCHEMA = "plan.schema.json";
/** A printed page waits so long for its explanation, in milliseconds. */
const LONGEST_WAIT = 5000;
const WAIT = 50;

class SharePanel {
  /** @param {any} options t, store, signal, plans, expected, editions, names, root, home, made */
  constructor(options) {
    Object.assign(this, options);
    this.options = options;
    /** What stands before the plan in its link; a folder on this device, or a notebook, is no address for others. */
    this.address = /^https?:/.test(this.home ?? "") ? location.href.split("#")[0] : "";
    this.edition = editionOf(this.editions, this.store.place.key);
    this.status = el("p", { class: "gt-note", role: "status" });
    this.paper = el("p", { class: "gt-note", role: "status" });
    this.much = el("p", { class: "gt-note" });
    // what the reader moves is told by the studio, and its code is there for who looks for it
    this.code = el("output", { class: "gt-code", "aria-live": "off" });
    this.link = el("input", { type: "text", readonly: true, class: "gt-search", "aria-label": this.t("more.share.link") });
    this.gallery = new Gallery({
      ...options, foot: () => this.foot(), fileName: (...parts) => this.fileName(...parts), say: (text) => write(this.paper, text),
    });
    this.copyCode = this.copyButton("copy_code", this.code, () => this.code.value);
    this.copyLink = this.copyButton("copy_link", this.link, () => this.link.value);
    const passing = this.passingPart();
    this.follow = late(passing, () => this.refresh());
    this.node = el(
      "div", { class: "gt-share" },
      el("p", { class: "gt-note" }, this.t("more.share.note")),
      passing,
      openingPart(options),
      el("section", { class: "gt-share-part" }, this.heading("out"), this.outRow(), this.paper, this.gallery.node),
    );
  }

  /** The code and the link. */
  passingPart() {
    return el(
      "section", { class: "gt-share-part" }, this.heading("code"),
      el("div", { class: "gt-share-row gt-share-code" }, this.code, this.copyCode), this.status, this.much,
      el("div", { class: "gt-share-row gt-share-link" }, this.link, this.copyLink), this.unsaid(),
      this.address ? null : el("p", { class: "gt-note" }, this.t("more.share.folder")),
    );
  }

  /** What a code and a link leave behind: the prediction, where one is drawn. */
  unsaid() {
    const { t, expected } = this;
    const line = el("p", { class: "gt-note" });
    const tell = () => write(line, expected.prediction ? t("more.share.prediction") : "");
    expected.listen(tell);
    tell();
    return line;
  }

  heading(name) {
    return el("h4", { class: "gt-heading" }, this.t(`more.share.${name}`));
  }

  button(name, act, attributes = {}) {
    const button = el("button", { type: "button", class: "gt-button", ...attributes }, this.t(`more.share.${name}`));
    button.addEventListener("click", () => {
      this.refresh(); // a plan leaves as it stands, however soon after its last move
      act();
    }, { signal: this.signal });
    return button;
  }

  copyButton(name, shown, text) {
    return this.button(name, async () => {
      const copied = await copy(shown, text());
      write(this.status, this.t(copied ? "more.share.copied" : "more.share.selected"));
    });
  }

  outRow() {
    this.all = this.button("save_all", () => this.saveFile(this.plans.all()));
    const tell = () => { this.all.hidden = !this.plans.all().length; };
    this.plans.listen(tell);
    tell();
    const mine = this.button("save", () => this.saveFile([{ ...this.store.step(), name: "", prediction: this.expected.prediction }]));
    const numbers = this.button("numbers", () => this.saveNumbers());
    const paper = this.button("print", () => this.printReport());
    return el("div", { class: "gt-share-row" }, mine, this.all, numbers, paper);
  }

  /** What stands in a file's name: the place, and the code where there is one. */
  fileName(ending, middle = "") {
    return [this.store.place.key, middle, this.code.value.replaceAll("-", "")].filter(Boolean).join("-") + ending;
  }

  saveFile(plans) {
    const { place } = this.store;
    const rows = plans.map((one) => {
      const own = JSON.stringify(one.shocks) === JSON.stringify(place.shocks);
      return { ...one, place: place.key, shocks: own ? null : one.shocks };
    });
    const schema = this.home && !this.home.startsWith("file:") ? new URL(SCHEMA, this.home).href : SCHEMA;
    saveText(plans.length > 1 ? `${place.key}-plans.json` : this.fileName(".json"), writeFile(rows, schema), "application/json");
  }

  saveNumbers() {
    const text = numbersText(this.t, { place: this.store.place, ...this.store.frame(), code: this.name() });
    saveText(this.fileName(".csv"), text, "text/csv");
  }

  /** What a plan is called on what leaves the page. */
  name() {
    return this.code.value || this.link.value || this.t("more.share.codeless");
  }

  /** What stands below a picture. */
  foot() {
    const { t, names, store } = this;
    return [t("more.share.foot", { place: names[store.place.key], code: this.name() }), t("more.share.foot.book")];
  }

  /** Why the plan differs in the last month, of which the report tells, as the panel of that name says it. */
  async explained() {
    const { store, t } = this;
    if (store.isOwn()) return "";
    const why = (await this.panel("why")).ofMine();
    why.update({ ...store.frame(), month: store.place.months });
    for (let waited = 0; waited < LONGEST_WAIT && why.node.matches(".gt-why-old"); waited += WAIT) {
      await new Promise((resolve) => setTimeout(resolve, WAIT));
    }
    return why.node.matches(".gt-why-old") ? t("more.share.report.late") : why.node.querySelector(".gt-why-said").textContent;
  }

  /** The name of the plan, where it stands here as it was kept. */
  keptName() {
    const text = ({ plan, shocks, begins }) => JSON.stringify([plan, shocks, begins]);
    const now = text(this.store.step());
    return this.plans.all().findLast((one) => text(one) === now)?.name ?? "";
  }

  async printReport() {
    const { t, store, root } = this;
    write(this.paper, t("studio.further.wait"));
    const why = await this.explained();
    write(this.paper, "");
    const place = this.names[store.place.key];
    const title = t(store.isOwn() ? "more.share.report.own" : "more.share.report.title", { place });
    const [code, link] = [this.code.value, this.link.value];
    const about = { title, name: this.keptName(), code, address: this.address || !code ? link : "", why, lang: root.lang };
    printFitting((room) => reportPage(this.options, about, room));
  }

  update() {
    if (this.gallery.node.open) this.gallery.update();
    this.follow();
  }

  /** The code and the link of the plan as it stands now. */
  refresh() {
    const position = this.store.step();
    const known = JSON.stringify(position);
    if (known === this.known) return;
    this.known = known;
    const code = this.attempt(() => codeOf(this.edition, position));
    const link = this.attempt(() => this.address + linkOf(this.edition, position));
    this.code.replaceChildren(...inGroups(code));
    this.link.value = link;
    write(this.status, "");
    write(this.much, code ? "" : this.t(`more.share.much.${link ? "code" : "link"}`, { longest: CODE }));
    this.node.classList.toggle("gt-codeless", !code);
    this.node.classList.toggle("gt-linkless", !link);
    this.copyCode.disabled = !code;
    this.copyLink.disabled = !link;
  }

  /** A code or a link, or nothing where the plan is too much for it. */
  attempt(make) {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return "";
    }
  }
}

export const sharePanel = (options) => new SharePanel(options);
