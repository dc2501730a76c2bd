// Counts by row and column, as text: each one above zero leads to the rows that it counts.
import { element, link } from "./dom.js";

export default function render({ data, parentElement, setTriggerValue }) {
  const { rows, columns } = data;
  const open = (picked) => {
    setTriggerValue("picked", picked);
    // The rows picked are drawn at the top of the page.
    document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0 });
  };
  const countOf = (row, at) => {
    if (!row.counts[at]) return "0";
    const codes = { [data.row]: row.code, [data.column]: columns[at] };
    const href = `${data.base}&${new URLSearchParams(codes)}`;
    const attributes = { "aria-label": `${row.name}, ${columns[at]}: ${row.counts[at]}` };
    return link(String(row.counts[at]), href, () => open(`${row.code},${columns[at]}`), attributes);
  };
  const head = [...data.headings, ...columns].map((text, at) =>
    element("th", { scope: "col", class: at ? "number" : null }, String(text)));
  const body = rows.map((row) => element("tr", {},
    element("th", { scope: "row" }, row.name),
    element("td", { class: "number" }, String(row.of)),
    ...columns.map((_, at) =>
      element("td", { class: row.counts[at] ? "number" : "number none" }, countOf(row, at)))));
  // Focusable, so that it can be scrolled by keyboard.
  const table = element("div", { tabindex: "0", role: "region", "aria-label": data.said },
    element("table", {}, element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body)));
  parentElement.querySelector(".matrix").replaceChildren(
    element("div", { class: "short-table" }, table));
}
