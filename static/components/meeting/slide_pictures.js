// The figure of one slide: drawn in the browser, in parts of the slide's height.
import { element, svg } from "./dom.js";
import { fill, legendRow, patterns } from "./legend.js";

const SMALLEST = 0.026; // of the slide's height

export function picture(slide, geometry) {
  return { number, map, names, line, bars, resolutions }[slide.kind](slide.figure, geometry);
}

function number({ main, others }) {
  const other = ({ number: n, of, rule, window }) =>
    element("div", {}, element("b", {}, n), element("span", {}, `${of} · ${rule} · ${window}`));
  return element("div", { class: "number" },
    element("div", {}, element("p", { class: "big" }, main.number), element("p", { class: "of" }, main.of)),
    element("div", { class: "others" }, element("p", { class: "of" }, `${main.rule} · ${main.window}`),
      ...others.map(other)));
}

function bars({ rows, nested }) {
  const most = Math.max(...rows.map(({ total }) => total), 1);
  const parts = ({ name, value, total, text }) => {
    const track = element("div", { class: nested ? "track nested" : "track" },
      element("i", { style: `width:${((value ?? 0) / (nested ? total : most)) * 100}%` }));
    if (nested) track.style.width = `${(total / most) * 100}%`;
    return [element("span", {}, name), track, element("b", {}, text)];
  };
  return element("div", { class: "bars" }, ...rows.flatMap(parts));
}

function names({ groups }) {
  const all = groups.reduce((sum, { names: some }) => sum + some.length, 0);
  const room = all > 40 ? " many" : all < 16 ? " few" : "";
  return element("div", { class: `names${room}` },
    ...groups.map(({ label, names: some }) => element("section", {},
      element("h3", {}, label), element("ul", {}, ...some.map((name) => element("li", {}, name))))));
}

function resolutions({ headings, rows, few, none }) {
  if (!rows.length) return element("p", { class: "none" }, none);
  const head = headings.map((said) => element("th", { scope: "col" }, said));
  const cells = ({ number: n, text, owner, due }) => [element("td", {}, n), element("td", {}, text),
    element("td", {}, owner || (due ? null : "–"), owner && due ? element("br") : null, due || null)];
  return element("table", { class: few ? "resolutions few" : "resolutions" },
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells(row)))));
}

// Names stand in the margins, each tied to its province: as long as they find room there.
function map(figure, geometry) {
  const { width, height, provinces } = geometry;
  const side = width * 0.75;
  const box = [-side, -20, width + 2 * side, height + 40];
  const view = svg("svg", { viewBox: box.join(" "), class: "country", role: "img",
    "aria-label": figure.label }, patterns("s", 14));
  provinces.forEach((province, at) => {
    const swatch = figure.classes[Number.parseInt(figure.paint[at], 36)];
    const faded = figure.faded[at] === "1" ? "province faded" : "province";
    view.append(svg("path", { d: province.d, class: faded, fill: fill(swatch, "s") }));
  });
  const named = provinces.filter(({ code }) => figure.named.includes(code));
  const place = () => label(view, named, figure.lang, geometry, box);
  new ResizeObserver(place).observe(view);
  return element("div", { class: "mapped" }, view,
    element("ul", { class: "legend" }, ...figure.classes.map((swatch) => legendRow(swatch))));
}

function label(view, named, lang, { width, height }, [, , wide, high]) {
  const rect = view.getBoundingClientRect();
  if (!rect.height) return;
  const scale = Math.min(rect.width / wide, rect.height / high);
  const size = (window.innerHeight * SMALLEST) / scale;
  view.querySelectorAll(".label").forEach((old) => old.remove());
  for (const right of [false, true]) {
    const some = named.filter(({ x }) => (x > width / 2) === right).sort((a, b) => a.y - b.y);
    let next = 0;
    some.forEach((province, at) => {
      const last = height - (some.length - at - 0.5) * size * 1.3;
      const y = Math.min(Math.max(province.y, next), last);
      next = y + size * 1.3;
      const x = right ? width + 30 : -30;
      const text = svg("text", { x: x + (right ? 12 : -12), y: y + size * 0.32, style: `font-size:${size}px`,
        "text-anchor": right ? "start" : "end" }, province[lang]);
      const lead = svg("polyline", { class: "lead", points: `${province.x},${province.y} ${x},${y}`,
        "stroke-width": size / 14 });
      const dot = svg("circle", { cx: province.x, cy: province.y, r: size / 7 });
      view.append(svg("g", { class: "label" }, lead, dot, text));
    });
  }
}

function line(figure) {
  const root = element("div", { class: "line" });
  const draw = () => root.replaceChildren(lines(figure, root.getBoundingClientRect()));
  root.style.cssText = "position:absolute;inset:0";
  new ResizeObserver(draw).observe(root);
  return root;
}

function lines(figure, { width, height }) {
  const size = window.innerHeight * SMALLEST;
  const [first, last] = [figure.years[0], figure.years.at(-1)];
  const left = size * 2;
  const x = (year) => left + ((year - first) / Math.max(last - first, 1)) * (width - left - size * 5);
  const y = (n) => height - size * 2 - (n / (figure.target * 1.15)) * (height - size * 2.5);
  const text = (said, at, up, anchor = "start", weight = 400) => svg("text", { x: at, y: up,
    "text-anchor": anchor, style: `font-size:${size}px;font-weight:${weight}` }, said);
  const view = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": figure.actualName });
  const across = (n) => svg("line", { x1: x(first), x2: x(last), y1: y(n), y2: y(n), stroke: "currentColor",
    "stroke-width": size / 14 });
  view.append(across(0), across(figure.target), text(figure.targetName, x(first), y(figure.target) - size / 3),
    text(figure.deadlineName, x(figure.deadline), y(figure.target) - size / 3, "end"));
  figure.years.forEach((year, at) => {
    if ((last - year) % 4 === 0) view.append(text(String(year), x(year), height - size / 2, "middle"));
  });
  view.append(path(figure, figure.reference, x, y, { "stroke-dasharray": `${size / 2} ${size / 2}`,
    stroke: "currentColor", "stroke-width": size / 9 }));
  view.append(path(figure, figure.actual, x, y, { style: "stroke:var(--accent)",
    "stroke-width": size / 4 }, true));
  const end = figure.actual.findLastIndex((n) => n !== null);
  if (end >= 0) {
    const at = [x(figure.years[end]) + size / 2, y(figure.actual[end])];
    view.append(text(String(figure.actual[end]), at[0], at[1] + size / 3, "start", 600));
  }
  const half = Math.floor(figure.years.length / 2);
  const known = figure.reference.findIndex((n) => n !== null);
  // Beside the middle of its line, unless what was counted last is drawn there; below it nothing is.
  if (known >= 0) {
    const beside = y((figure.reference[known] + figure.reference.at(-1)) / 2) + size;
    const latest = figure.actual.slice(Math.max(end - 1, 0), end + 1).map(y);
    const free = beside < Math.min(...latest) - size || beside > Math.max(...latest) + size * 1.5;
    view.append(text(figure.referenceName, width, free ? beside : y(figure.reference[known]) + size * 2, "end"));
  }
  if (figure.actual[half] !== null) view.append(text(figure.actualName, x(figure.years[half]) + size / 2,
    y(figure.actual[half]) + size * 1.4, "start", 600));
  return view;
}

// What was counted holds until the next year: its line goes across and then up or down.
function path(figure, values, x, y, look, stepped = false) {
  let pen = "M";
  const d = values.map((n, at) => {
    if (n === null) { pen = "M"; return ""; }
    const to = x(figure.years[at]);
    const point = pen === "L" && stepped ? `H${to}V${y(n)}` : `${pen}${to} ${y(n)}`;
    pen = "L";
    return point;
  }).join("");
  return svg("path", { d, fill: "none", ...look });
}
