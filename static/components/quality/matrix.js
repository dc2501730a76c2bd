// Counts by row and column, as text: each one above zero leads to the rows that it counts.
// `open`: columns of which more may come; there a count is at least so much, and none not known.
import { element, link } from "./dom.js";

export default function render({ data, parentElement, setTriggerValue }) {
  const { rows, columns } = data;
  const open = (picked) => {
    setTriggerValue("picked", picked);
    // The rows picked are drawn at the top of the page.
    document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0 });
  };
  const countOf = (row, at) => {
    if (!row.counts[at]) return data.open[at] ? data.unknown : "0";
    const said = data.open[at] ? `${data.least} ${row.counts[at]}` : String(row.counts[at]);
    const codes = { [data.row]: row.code, [data.column]: columns[at] };
    const href = `${data.base}&${new URLSearchParams(codes)}`;
    const attributes = { "aria-label": `${row.name}, ${columns[at]}: ${said}` };
    return link(said, href, () => open(`${row.code},${columns[at]}`), attributes);
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
