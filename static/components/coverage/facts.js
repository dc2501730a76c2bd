// A status, a sentence, notes with the way to all of them, facts, and links to cities.
import { element, link } from "./dom.js";

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".facts");
  root.replaceChildren(
    element("p", { class: "status" }, data.status),
    element("p", { class: "lead" }, data.lead),
    ...data.notes.map((text) => element("p", { class: "aside" }, text)),
    toRegister(data.register, (id) => setTriggerValue("picked", id)),
    element("dl", {}, ...data.items.flatMap(({ term, value }) => [
      element("dt", {}, term), element("dd", {}, value),
    ]), ...citiesOf(data.cities, (id) => setTriggerValue("picked", id))),
  );
}

function toRegister(register, open) {
  if (!register) return "";
  return element("p", {}, link(register.name, register.href, () => open(register.id)));
}

function citiesOf({ term, links }, open) {
  if (!links.length) return [];
  const item = ({ id, name, href }) => element("li", {}, link(name, href, () => open(id)));
  return [element("dt", {}, term), element("dd", {}, element("ul", {}, ...links.map(item)))];
}
