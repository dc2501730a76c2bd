// Rows on one axis from 0 to 100: a band, a dot or a bar each, with its name and its number.
import { element, svg } from "./dom.js";

const TICKS = [0, 20, 40, 60, 80, 100];
const HEIGHT = 36;
const LINE = 22;

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".strips");
  root.replaceChildren(...panels(data));
}

export function panels({ panels: all, ...one }) {
  return (all ?? [one]).map(({ title, lead, rows, axis, mark }) => element("section", {},
    element("h2", {}, title),
    lead ? element("p", { class: "lead" }, lead) : null,
    rows.length ? element("div", { class: "rows" }, ...rows.map((row) => strip(row, mark))) : null,
    axis ? element("p", { class: "note" }, axis) : null));
}

function strip(row, mark) {
  const track = svg("svg", { role: "img", "aria-label": row.said, height: HEIGHT },
    ...TICKS.map((tick) => svg("line", { x1: at(tick), x2: at(tick), y1: 14, y2: 30, class: "tick" })),
    svg("line", { x1: "0%", x2: "100%", y1: LINE, y2: LINE, class: "ground" }),
    ...marksOf(row),
    mark ? svg("text", { x: 2, y: 11, class: "mark" }, mark) : null);
  return element("div", { class: "row" },
    element("p", { class: "name" }, row.name, row.note ? element("small", {}, row.note) : null),
    track,
    element("p", { class: "value" }, row.text));
}

function at(value) {
  return `${value}%`;
}

function marksOf({ low = null, high = null, at: dot = null, bar = null }) {
  const parts = [];
  if (bar !== null) {
    parts.push(svg("rect", { x: 0, y: LINE - 7, width: at(bar), height: 14, rx: 2, class: "bar" }));
  }
  if (low !== null) {
    parts.push(svg("rect", { x: at(low), y: LINE - 6, width: at(high - low), height: 12, rx: 2,
      class: "band" }));
  }
  if (dot !== null) parts.push(svg("circle", { cx: at(dot), cy: LINE, r: 7, class: "dot" }));
  return parts;
}
