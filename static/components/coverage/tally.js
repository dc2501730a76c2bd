// Groups as n of N, each with a bar, in the order of the table: not a ranking.
import { element, pieces } from "./dom.js";

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".tally");
  root.replaceChildren(
    element("p", { class: "note basis" }, data.basis),
    element("table", {},
      element("caption", {}, data.caption),
      element("thead", {},
        element("tr", {}, ...data.headings.map((text) => element("th", { scope: "col" }, text)))),
      element("tbody", {}, ...data.rows.map(row))),
    element("p", { class: "note" }, data.note),
  );
}

function row({ name, note, counted, notKnown, total, text, bar }) {
  const filled = counted === null ? 0 : (100 * counted) / total;
  const track = element("span", { class: counted === null || notKnown ? "track unknown" : "track" },
    element("span", { class: "fill", style: `width:${filled}%` }));
  return element("tr", {},
    element("th", { scope: "row" }, name, note ? element("small", {}, note) : null),
    element("td", { "aria-label": bar }, track),
    element("td", { class: "count" }, ...pieces(text)));
}
