// The answer: one large number, what it means, what remains, and a sentence to copy.
import { copy, element, link, pieces } from "./dom.js";

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".brief");
  const open = (iso) => setTriggerValue("picked", iso);
  root.replaceChildren(
    figure(data.main, "main", data.firm),
    ...data.others.map((other) => figure(other, "other")),
    names(data.remaining, open),
    data.sentence ? sentenceToCopy(data) : "",
  );
}

export function figure({ before, number, of, rule, window, notes, known }, kind, fold) {
  return element("section", { class: known ? kind : `${kind} unknown` },
    element("p", { class: "number" },
      before ? element("span", {}, before) : null, element("strong", {}, number), element("span", {}, ...pieces(of))),
    element("div", {},
      element("p", { class: "rule" }, rule),
      element("p", { class: "window" }, window),
      ...notes.map((note) => element("p", { class: "note" }, note)),
      fold?.lines.length ? foldOf(fold) : null));
}

function foldOf({ title, lines }) {
  return element("details", { class: "note" }, element("summary", {}, title),
    ...lines.map((line) => element("p", {}, line)));
}

function names({ title, groups, note, register, link: [before, after] }, open) {
  if (!title) return "";
  const item = ({ name, iso }) =>
    element("li", {}, link(name, before + iso + after, () => open(iso)));
  return element("section", { class: "remaining" },
    element("h2", {}, title),
    ...groups.map((group) => namesOf(group, item)),
    element("p", { class: "note" }, note ? `${note} ` : "",
      link(register.name, register.href, () => open(register.id))));
}

function namesOf({ label, provinces, rest, more }, item) {
  const list = (listed) => element("ul", {}, ...listed.map(item));
  return element("div", {},
    element("h3", {}, label),
    list(provinces),
    rest.length ? element("details", {}, element("summary", {}, more), list(rest)) : null);
}

export function sentenceToCopy({ sentence, copyLabel, copiedLabel, address }) {
  const status = element("span", { role: "status", class: "said" });
  const copyAll = async () => {
    await copy(`${sentence}\n${new URL(address, document.baseURI)}`);
    status.textContent = copiedLabel;
  };
  return element("section", { class: "sentence" },
    element("p", {}, sentence),
    element("button", { type: "button", onclick: copyAll }, copyLabel), status);
}
