// A large number, what it is about, and entries in groups: of a programme, a release, an effect.
import { element, link, pieces } from "./dom.js";

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".board");
  const open = (id) => setTriggerValue("picked", id);
  root.replaceChildren(
    element("section", { class: data.known ? "answer" : "answer unknown" },
      element("p", { class: "number" },
        data.before ? element("span", {}, data.before) : null,
        element("strong", {}, data.number), element("span", {}, ...pieces(data.of))),
      element("div", {}, ...data.lead.map((text) => element("p", {}, text)))),
    data.groups.length ? element("div", { class: "groups" }, ...data.groups.map((group) => groupOf(group, open))) : "",
    ...data.asides.map(asideOf),
    element("div", { class: "notes" },
      ...data.notes.map((text) => element("p", { class: "note" }, text))),
  );
}

function asideOf({ title, items, note }) {
  return element("section", { class: "aside" },
    element("h2", {}, title),
    element("dl", {}, ...items.map(({ term, value }) =>
      element("div", {}, element("dt", {}, term), element("dd", {}, value)))),
    element("p", { class: "missing" }, note));
}

function groupOf({ title, note, entries }, open) {
  return element("section", {},
    element("h2", {}, title),
    note ? element("p", { class: "missing" }, note) : null,
    element("ul", {}, ...entries.map((entry) => entryOf(entry, open))));
}

function entryOf(entry, open) {
  return element("li", {},
    element("p", {},
      entry.year ? element("b", {}, `${entry.year} `) : null,
      link(entry.name, entry.href, () => open(entry.id)),
      entry.place ? element("span", { class: "place" }, ` ${entry.place}`) : null),
    entry.said ? element("p", { class: "said" }, entry.said) : null,
    entry.disputed || entry.note ? element("p", { class: "remark" },
      entry.disputed ? element("strong", {}, entry.disputed) : null,
      entry.disputed && entry.note ? ": " : null, entry.note) : null,
    entry.source ? element("p", { class: "source" }, entry.source) : null);
}
