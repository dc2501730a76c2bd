// A short table as text: on a narrow screen it scrolls sideways below its first column.
import { element, link } from "./dom.js";

const LONG = 24; // letters; a longer text is broken into lines

export default function render({ data, parentElement, setTriggerValue }) {
  const pick = (what) => setTriggerValue("picked", what);
  parentElement.querySelector(".short-table").replaceChildren(tableOf(data, pick));
}

export function tableOf(data, pick) {
  const [first] = data.headings;
  const longest = data.headings.map((_, at) => Math.max(...data.rows.map((row) => row[at].length)));
  const wrapping = (at) => (longest[at] > LONG ? "long" : null);
  const kind = (at) => (data.numbers[at] ? "number" : wrapping(at));
  const head = data.headings.map((text, at) =>
    element("th", { scope: "col", class: kind(at) }, text));
  const linked = (text, target) => (target ? link(text, target.href, () => pick(target.id)) : text);
  const rows = data.rows.map(([name, ...cells], row) => element("tr", {},
    element("th", { scope: "row", class: kind(0) }, name),
    ...cells.map((text, at) => element("td", { class: kind(at + 1) },
      linked(text, data.links?.[at + 1]?.[row])))));
  // Focusable, so that it can be scrolled by keyboard.
  return element("div", { tabindex: "0", role: "region", "aria-label": first },
    element("table", {},
      data.mark ? element("caption", {}, data.mark) : null,
      element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)));
}
