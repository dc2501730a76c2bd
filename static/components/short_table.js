// A short table as text: on a narrow screen it moves sideways, its first column stays.
import { element } from "./dom.js";

const LONG = 24; // letters; a longer text is broken into lines

export default function render({ data, parentElement }) {
  parentElement.querySelector(".short-table").replaceChildren(tableOf(data));
}

export function tableOf(data) {
  const [first] = data.headings;
  const longest = data.headings.map((_, at) => Math.max(...data.rows.map((row) => row[at].length)));
  const words = (at) => (longest[at] > LONG ? "long" : null);
  const kind = (at) => (data.numbers[at] ? "number" : words(at));
  const head = data.headings.map((text, at) =>
    element("th", { scope: "col", class: kind(at) }, text));
  const rows = data.rows.map(([name, ...cells]) => element("tr", {},
    element("th", { scope: "row", class: kind(0) }, name),
    ...cells.map((text, at) => element("td", { class: kind(at + 1) }, text))));
  // Reached by keyboard, so that it can be moved without a pointer.
  return element("div", { tabindex: "0", role: "region", "aria-label": first },
    element("table", {},
      element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)));
}
