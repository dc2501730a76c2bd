// Draws the picture of one slide from its description. What is shown, and where, is decided in
// utils/figures/slides/pictures.py, country_map.py and pace_line.py.
import { element, svg } from "./dom.js";
import { fill, legendRow, patterns } from "./legend.js";

export function picture({ kind, figure }, geometry) {
  const drawn = { number, map, names, line, bars, resolutions }[kind](figure, geometry);
  const marks = figure.marks.map(({ text, x, y }) => element("span", { class: "mark", style: at(x, y) }, text));
  return element("div", { class: "figure" }, drawn, ...marks);
}

const at = (x, y) => `left:${x}%;top:${y}%`;

function number({ main, others }) {
  const other = ({ before, number: n, text }) =>
    element("div", {}, element("b", {}, n), element("span", {}, before ? `${before} · ${text}` : text));
  return element("div", { class: "number" },
    element("div", {}, main.before ? element("p", { class: "of" }, main.before) : null,
      element("p", { class: "big" }, main.number), element("p", { class: "of" }, main.of)),
    element("div", { class: "others" }, element("p", { class: "of" }, main.basis), ...others.map(other)));
}

function bars({ rows }) {
  const parts = ({ name, length, frame, text }) => [
    element("span", {}, name),
    element("div", { class: "track" }, element("i", { style: `width:${length}%` }),
      frame === null ? null : element("i", { class: "whole", style: `width:${frame}%` })),
    element("b", {}, text)];
  return element("div", { class: "bars" }, ...rows.flatMap(parts));
}

function names({ groups, size }) {
  return element("div", { class: `names ${size}` },
    ...groups.map(({ label, names: some }) => element("section", {},
      element("h3", {}, label), element("ul", {}, ...some.map((name) => element("li", {}, name))))));
}

function resolutions({ headings, rows, few, none }) {
  if (!rows.length) return element("p", { class: "none" }, none);
  const head = headings.map((heading) => element("th", { scope: "col" }, heading));
  const cells = ({ number: n, text, responsible }) => [[n], [text], responsible].map((parts) =>
    element("td", {}, ...parts.flatMap((part, line) => (line ? [element("br"), part] : [part]))));
  return element("table", { class: few ? "resolutions few" : "resolutions" },
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells(row)))));
}

function map(figure, { provinces }) {
  const land = provinces.map(({ d }, index) => svg("path", { d, class: "province",
    fill: fill(figure.classes[Number.parseInt(figure.paint[index], 36)], "s"),
    "fill-opacity": figure.faded[index] === "1" ? figure.opacity : null }));
  const leaders = figure.labels.flatMap(({ leader: [x1, y1, x2, y2] }) => [
    svg("line", { class: "leader", x1: `${x1}%`, y1: `${y1}%`, x2: `${x2}%`, y2: `${y2}%` }),
    svg("circle", { cx: `${x1}%`, cy: `${y1}%`, r: 10 })]);
  const view = plot(figure, "country", patterns("s", 14),
    svg("g", { transform: `translate(${figure.origin})` }, ...land), ...leaders);
  return element("div", { class: "mapped" }, element("div", { class: "room" }, view),
    element("ul", { class: "legend" }, ...figure.classes.map((swatch) => legendRow(swatch))));
}

function line(figure) {
  const lines = figure.paths.map((d, series) => svg("path", { d, class: `series-${series}` }));
  return plot(figure, "line", svg("path", { d: figure.base, class: "base" }), ...lines.reverse());
}

// A drawing with its texts over it: they keep their size, however far the drawing is stretched.
function plot({ size: [width, height], labels, alternative }, kind, ...drawn) {
  const view = svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img",
    "aria-label": alternative }, ...drawn);
  const words = labels.map(({ text, x, y, anchor, shift: [right, down], strong }) =>
    element("span", { class: `word ${anchor}${strong ? " strong" : ""}`,
      style: `${at(x, y)};margin:${down}em 0 0 ${right}em` }, text));
  return element("div", { class: `plot ${kind}`, style: `--ratio:${width / height}` }, view, ...words);
}
