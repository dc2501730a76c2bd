// Scores of cities beside those of their peers, a column for each: dots on an axis, or a radar.
import { element, link, svg } from "./dom.js";

const HEIGHT = 20;
const LINE = 10;
const SIDE = 150; // of a radar
const OUT = 56; // from its middle to 100 per cent
const unfolded = new WeakMap();

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".beside");
  const pick = (what) => setTriggerValue("picked", what);
  const state = unfolded.get(root) ?? {};
  unfolded.set(root, state);
  const wide = root.clientWidth > 110 * data.cities.length + 240;
  // With few cities there is room for the number to the left of its dot.
  const roomy = root.clientWidth > 170 * data.cities.length + 240;
  root.className = `beside ${wide ? "wide" : "narrow"} ${wide && roomy ? "roomy" : ""}`;
  const names = Object.fromEntries(data.groups.flatMap(({ rows }) =>
    rows.filter(({ number }) => number).map(({ number, name }) => [number, name])));
  root.replaceChildren(...[
    element("p", { class: "lead" }, data.lead),
    legendOf(data),
    element("div", { class: "cities" }, ...data.cities.map((city) => cityOf(city, data, names, pick))),
    data.shape === "radar" ? radarsOf(data) : null,
    ...data.groups.map((group, at) => groupOf(group, at, data, state, wide)),
    nearOf(data, pick),
  ].filter(Boolean));
}

function legendOf({ words, mark }) {
  const cell = [600, 400, 500, 700, 1];
  return element("p", { class: "legend" },
    element("span", {}, drawn(cell.with(1, null).with(2, null)), words.value),
    element("span", {}, drawn([null, null, 500, null, 1]), words.median),
    element("span", {}, drawn([null, 200, null, 800, 1]), words.half),
    mark ? element("strong", {}, mark) : null);
}

function cityOf(city, { words }, names, pick) {
  const sides = [["above", "+"], ["below", "−"]];
  return element("section", {},
    element("h3", {}, link(city.name, city.href, () => pick(city.id))),
    element("p", { class: "place" }, city.place),
    element("p", { class: "peers" }, city.peers),
    city.none ? element("p", {}, city.none) : null,
    city.told ? element("dl", {}, ...sides.flatMap(([side, sign]) => [
      element("dt", {}, words[side]),
      ...(city[side].length ? city[side] : [null]).map((far) => element("dd", {},
        far ? `${names[far[0]] ?? `${words.several} ${far[0]}`} (${sign}${tenths(far[1])})`
          : words[`none_${side}`]))])) : null);
}

function groupOf(group, at, data, state, wide) {
  const { cities } = data;
  const box = element("details", { ontoggle: () => { state[at] = box.open; } },
    element("summary", {}, element("h3", {}, group.name)),
    element("table", {},
      element("thead", {}, element("tr", {}, element("td", {}),
        ...cities.map(({ name }) => element("th", { scope: "col" }, name)))),
      element("tbody", {}, ...group.rows.map(({ name, cells, known }) => element("tr", {},
        element("th", { scope: "row" }, name),
        ...cells.map((cell, column) => cellOf(cell, cities[column].name, data, known?.[column])))))));
  box.open = state[at] ?? (wide || at === 0);
  return box;
}

// `known`: on how many of its indicators a total or a component rests, as "6/7".
function cellOf(cell, name, { words, mark }, known) {
  const [value, low, median, high, n] = cell;
  const rests = known ? words.known.replace("{n}", known) : null;
  const said = [`${words.value} ${tenths(value) ?? words.unknown}`, rests,
    median === null ? null : `${words.median} ${tenths(median)}`,
    low === null ? null : `${words.half} ${tenths(low)}–${tenths(high)}`, `${words.n} ${n}`];
  return element("td", { title: said.filter(Boolean).join(" · ") },
    element("span", { class: "who", "aria-hidden": "true" }, name),
    element("b", { class: value === null ? "unknown" : null }, tenths(value) ?? words.unknown),
    mark ? element("i", {}, mark) : null,
    drawn(cell),
    rests ? element("small", {}, rests) : null,
    element("span", { class: "said" }, said.slice(1).filter(Boolean).join(" · ")));
}

function drawn([value, low, median, high]) {
  return svg("svg", { height: HEIGHT, "aria-hidden": "true" },
    svg("line", { x1: "0%", x2: "100%", y1: LINE, y2: LINE, class: "ground" }),
    low === null ? null : svg("rect", { x: at(low), y: LINE - 5, width: at(high - low), height: 10,
      rx: 2, class: "band" }),
    median === null ? null : svg("line", { x1: at(median), x2: at(median), y1: LINE - 8,
      y2: LINE + 8, class: "median" }),
    value === null ? null : svg("circle", { cx: at(value), cy: LINE, r: 5.5, class: "dot" }));
}

// Four parts at a fixed scale from 0 in the middle to 100 on the outer ring.
function radarsOf(data) {
  const parts = data.groups[0].rows.slice(1);
  const list = [...parts.map((row, at) => `${at + 1} ${row.name}`), data.words.radar].join(" · ");
  return element("section", { class: "radars" },
    element("div", {}, ...data.cities.map((city, column) =>
      radarOf(city, parts.map(({ name: part, cells }) => ({ part, cell: cells[column] })), data))),
    element("p", { class: "note" }, list));
}

function radarOf(city, parts, { words, mark }) {
  const middle = SIDE / 2;
  const spot = (at, value) => {
    const turn = (2 * Math.PI * at) / parts.length - Math.PI / 2;
    return [middle + (OUT * value * Math.cos(turn)) / 1000, middle + (OUT * value * Math.sin(turn)) / 1000];
  };
  const shape = (index, name) => (parts.every(({ cell }) => cell[index] !== null)
    ? svg("polygon", { class: name, points: parts.map(({ cell }, at) => spot(at, cell[index])).join(" ") })
    : null);
  const said = parts.map(({ part, cell }) => `${part}: ${tenths(cell[0]) ?? words.unknown}, ${words.median} ${
    tenths(cell[2]) ?? words.unknown}`);
  return element("figure", {},
    svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE + 14}`, role: "img", "aria-label": `${city.name}. ${said.join("; ")}` },
      ...[500, 1000].map((ring) => svg("circle", { cx: middle, cy: middle, r: (OUT * ring) / 1000, class: "ring" })),
      shape(2, "theirs"), shape(0, "own"),
      ...parts.flatMap(({ cell }, at) => [
        cell[0] === null ? null : dotAt(spot(at, cell[0])),
        label(spot(at, 1180), `${at + 1}`)]),
      label([middle + 22, middle - OUT - 3], "100"),
      mark ? label([middle, SIDE + 6], mark, "mark") : null),
    element("figcaption", {}, city.name));
}

function dotAt([cx, cy]) {
  return svg("circle", { cx, cy, r: 3.2, class: "dot" });
}

function label([x, y], text, name = "label") {
  return svg("text", { x, y: y + 4, class: name }, text);
}

function nearOf({ near, words }, pick) {
  if (!near.length) return null;
  return element("section", { class: "near" }, element("h3", {}, words.near),
    element("ul", {}, ...near.map(({ id, name, href, said }) => element("li", {},
      link(name, href, () => pick(id)), ` ${said}`))));
}

function tenths(value) {
  return value === null ? null : (value / 10).toFixed(1);
}

function at(value) {
  return `${value / 10}%`;
}
