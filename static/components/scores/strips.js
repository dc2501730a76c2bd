// Rows on one axis from 0 to 100: each a band, a dot or a bar, with its name and its number.
import { element, link, svg } from "./dom.js";

const TICKS = [0, 20, 40, 60, 80, 100];
const HEIGHT = 44;
const LINE = 30;

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".strips");
  root.replaceChildren(...panels(data, (id) => setTriggerValue("picked", id)));
}

// `data`: one panel, or several as `panels`.
export function panels({ panels: several, ...single }, open) {
  return (several ?? [single]).map((data) => panel(data, open));
}

function panel({ title, card, number, of, lead, rows, axis, notes = [], mark }, open) {
  const drawn = rows.some((row) => shapes(row).length);
  return element("section", {},
    element("h2", {}, ...titleOf(title, card, open)),
    mark && !drawn ? element("p", { class: "note" }, mark) : null,
    number ? element("p", { class: "large" }, element("strong", {}, number),
      element("span", {}, of)) : null,
    lead ? element("p", { class: "lead" }, lead) : null,
    rows.length ? element("div", { class: "rows" }, ...rows.map((row) => strip(row, mark, drawn)),
      drawn ? axisRow() : null) : null,
    ...[axis, ...notes].filter(Boolean).map((text) => element("p", { class: "note" }, text)));
}

// The name of an LAO that has a card leads to it.
function titleOf(title, card, open) {
  if (!card) return [title];
  const [before, after] = title.split(card.name);
  return [before, link(card.name, card.href, () => open(card.id)), after];
}

function strip(row, mark, drawn) {
  return element("div", { class: "row" },
    element("p", { class: "name" }, row.name, row.note ? element("small", {}, row.note) : null),
    drawn ? track(row, mark) : element("span", {}),
    element("p", { class: "value" }, row.text));
}

function track(row, mark) {
  return svg("svg", { role: "img", "aria-label": row.said, height: HEIGHT },
    ...TICKS.map((tick) => svg("line", { x1: at(tick), x2: at(tick), y1: LINE - 8, y2: LINE + 8,
      class: "tick" })),
    svg("line", { x1: "0%", x2: "100%", y1: LINE, y2: LINE, class: "ground" }),
    ...shapes(row),
    mark ? svg("text", { x: 2, y: 15, class: "mark" }, mark) : null);
}

function axisRow() {
  const anchor = (tick) => ({ 0: "start", 100: "end" }[tick] ?? "middle");
  return element("div", { class: "row axis", "aria-hidden": "true" },
    svg("svg", { height: 18 }, ...TICKS.map((tick) =>
      svg("text", { x: at(tick), y: 14, "text-anchor": anchor(tick) }, `${tick}%`))));
}

function at(value) {
  return `${value}%`;
}

function shapes({ low = null, high = null, at: dot = null, bar = null }) {
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
