// The answer: one large number, what it means, what remains, and the sentence to take away.
import { copy, element, link } from "./dom.js";

const SHOWN = 12;

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".brief");
  const open = (iso) => setTriggerValue("picked", iso);
  root.replaceChildren(
    figure(data.main, "main"),
    ...data.others.map((other) => figure(other, "other")),
    names(data.remaining, open),
    taking(data),
  );
}

export function figure({ number, of, rule, window, notes, known }, kind) {
  return element("section", { class: known ? kind : `${kind} unknown` },
    element("p", { class: "number" }, element("strong", {}, number), element("span", {}, of)),
    element("div", {},
      element("p", { class: "rule" }, rule),
      element("p", { class: "window" }, window),
      ...notes.map((note) => element("p", { class: "note" }, note))));
}

function names({ title, groups, note }, open) {
  if (!title) return "";
  return element("section", { class: "remaining" },
    element("h2", {}, title),
    ...groups.map((group) => namesOf(group, open)),
    note ? element("p", { class: "note" }, note) : null);
}

function namesOf({ label, provinces, more }, open) {
  const item = ({ name, href, iso }) => element("li", {}, link(name, href, () => open(iso)));
  const list = (some) => element("ul", {}, ...some.map(item));
  const rest = provinces.slice(SHOWN);
  return element("div", {},
    element("h3", {}, label),
    list(provinces.slice(0, SHOWN)),
    rest.length ? element("details", {}, element("summary", {}, more), list(rest)) : null);
}

export function taking({ sentence, copyLabel, copiedLabel, address }) {
  const said = element("span", { role: "status", class: "said" });
  const take = async () => {
    await copy(`${sentence}\n${new URL(address, document.baseURI)}`);
    said.textContent = copiedLabel;
  };
  return element("section", { class: "sentence" },
    element("p", {}, sentence),
    element("button", { type: "button", onclick: take }, copyLabel), said);
}
