// A short table as text: on a narrow screen it moves sideways, its first column stays.
import { element } from "./dom.js";

export default function render({ data, parentElement }) {
  parentElement.querySelector(".short-table").replaceChildren(tableOf(data));
}

export function tableOf(data) {
  const [first] = data.headings;
  const kind = (at) => (data.numbers[at] ? "number" : null);
  const head = data.headings.map((text, at) =>
    element("th", { scope: "col", class: kind(at) }, text));
  const rows = data.rows.map(([name, ...cells]) => element("tr", {},
    element("th", { scope: "row" }, name),
    ...cells.map((text, at) => element("td", { class: kind(at + 1) }, text))));
  // Reached by keyboard, so that it can be moved without a pointer.
  return element("div", { tabindex: "0", role: "region", "aria-label": first },
    element("table", {},
      element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)));
}
