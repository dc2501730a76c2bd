// Releases, newest first: what each says of itself, and the files that it came from.
import { element, link } from "./dom.js";

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".releases");
  const item = (one) => releaseOf(one, data, () => setTriggerValue("picked", one.number));
  root.replaceChildren(
    element("h2", {}, data.title),
    ...data.items.map(item),
    data.rest.length ? element("details", {},
      element("summary", {}, data.more), ...data.rest.map(item)) : "");
}

function releaseOf(one, { view, now }, open) {
  return element("article", {},
    element("h3", {}, one.title, one.newest ? element("span", { class: "now" }, now) : null),
    ...one.lines.map((text) => element("p", {}, text)),
    one.note ? element("p", { class: "own" }, one.note) : null,
    element("p", {}, link(view, one.href, open, { "aria-label": `${view}: ${one.title}` })),
    one.files.length ? element("details", {},
      element("summary", {}, one.from),
      element("ul", {}, ...one.files.map(({ table, file, sha256 }) => element("li", {},
        element("span", {}, `${table} · ${file}`), element("code", {}, sha256))))) : null);
}
