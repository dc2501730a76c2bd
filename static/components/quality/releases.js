// Releases, newest first: what each changed, by whom, and the files that it came from.
import { element, link } from "./dom.js";

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".releases");
  const item = (release) => releaseOf(release, data, () => setTriggerValue("picked", release.number));
  root.replaceChildren(
    element("h2", {}, data.title),
    ...data.items.map(item),
    data.rest.length ? element("details", {},
      element("summary", {}, data.more), ...data.rest.map(item)) : "");
}

function releaseOf(release, { view, now }, open) {
  return element("article", {},
    element("h3", {}, release.title, release.newest ? element("span", { class: "now" }, now) : null),
    ...release.lines.map((text) => element("p", {}, text)),
    release.note ? element("p", { class: "own" }, release.note) : null,
    element("p", {}, link(view, release.href, open, { "aria-label": `${view}: ${release.title}` })),
    release.files.length ? element("details", {},
      element("summary", {}, release.from),
      element("ul", {}, ...release.files.map(({ table, file, sha256 }) => element("li", {},
        element("span", {}, `${table} · ${file}`), element("code", {}, sha256))))) : null);
}
