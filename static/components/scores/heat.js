// Indicators by LAO: a cell each, coloured by fixed classes, read by pointer or arrow keys.
import { element, svg } from "./dom.js";
import { fill, legendRow, patterns } from "./legend.js";
import { tableOf } from "./short_table.js";

const ROW = 19;
const LABEL = 16; // on a narrow screen a row's name stands above its cells
const HEAD = 30;
const GAP = 7; // between components
const TOP = 40;
const TALL = 62; // where the name of a component may take two lines
const EDGE = 4; // the ring and the line below the numbers
const STATED = "012345";
const DERIVED = "abcdef";
const WIDE = 640;
const states = new WeakMap();

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".heat");
  const state = states.get(root) ?? begin(root);
  Object.assign(state, { data: { ...data, groups: unpacked(data) }, at: null, pick: (id) => setTriggerValue("picked", id) });
  draw(root, state);
}

function begin(root) {
  const state = { data: null, width: 0, at: null };
  states.set(root, state);
  new ResizeObserver(() => {
    if (state.data && state.width !== root.clientWidth) draw(root, state);
  }).observe(root);
  return state;
}

// The sign and score of each cell: rows hold indexes into both, in base 36 and of equal length.
function unpacked({ groups, signs, scores }) {
  const texts = scores.split(",");
  const digits = (signs.length - 1).toString(36).length;
  const places = new RegExp(`.{${digits}}`, "g");
  return groups.map((group) => ({ ...group,
    rows: group.rows.map(({ name, cells }) => {
      const kinds = cells.match(places).map((place) => parseInt(place, 36));
      return { name, cells: kinds.map((at) => signs[at]), scores: kinds.map((at) => texts[at]) };
    }) }));
}

function draw(root, state) {
  const { data } = state;
  state.width = root.clientWidth;
  if (!state.width) return;
  const layout = layoutOf(data, state.width - 16);
  const readout = element("p", { class: "readout", role: "status" }, data.hint);
  const ring = svg("rect", { class: "ring", width: layout.cell, height: ROW, visibility: "hidden" });
  const map = svg("svg", { width: layout.width, height: layout.height, role: "group",
    "aria-label": data.said }, patterns("h", 6), ...cellsOf(data, layout), ...textsOf(data, layout, state.pick), ring);
  const show = (row, column) => select({ state, layout, ring, readout, box }, row, column);
  const box = element("div", { class: "box", tabindex: 0, role: "application", "aria-label": data.said,
    onkeydown: (event) => step(event, state, layout, show),
    onpointermove: (event) => point(event, map, layout, show),
    onpointerdown: (event) => point(event, map, layout, show) },
  headOf(data, layout), map);
  root.replaceChildren(
    element("ul", { class: "legend" }, ...data.classes.map((swatch) => legendRow(swatch))), readout, box,
    tableBelow(state));
}

// The same numbers as a table, built only once it is opened; the data is here already.
function tableBelow(state) {
  const inside = element("div", { class: "short-table" });
  const table = element("details", { class: "untaken", ontoggle: () => {
    state.opened = table.open;
    if (table.open) inside.replaceChildren(tableOf(numbersOf(state.data)));
    else inside.replaceChildren();
  } }, element("summary", {}, state.data.table.title), inside);
  table.open = Boolean(state.opened);
  return table;
}

function numbersOf({ columns, groups, table }) {
  const point = (score) => (score === "" ? table.missing : Number(score).toFixed(1));
  return {
    headings: [table.lao, ...columns.map(({ number }) => String(number))],
    numbers: [false, ...columns.map(() => true)],
    rows: groups.flatMap(({ rows }) =>
      rows.map(({ name, scores }) => [name, ...scores.map(point)])),
  };
}

// Where everything lies: x of each column, y of each row and of each heading.
function layoutOf({ columns, groups, begin }, width) {
  const narrow = width < WIDE;
  const names = narrow ? 0 : 236;
  const gaps = new Set(columns.map(({ component }) => component)).size - 1;
  const cell = (width - names - gaps * GAP) / columns.length;
  const x = columns.map(({ component }, at) => names + at * cell
    + (new Set(columns.slice(0, at + 1).map((column) => column.component)).size - 1) * GAP);
  const rows = [];
  const heads = [];
  let top = 0;
  for (const group of groups) {
    heads.push({ name: group.name, y: top });
    top += HEAD;
    const ids = group.ids.split(",");
    for (const [at, row] of group.rows.entries()) {
      if (narrow) top += LABEL;
      rows.push({ ...row, id: begin + ids[at], y: top });
      top += ROW;
    }
  }
  return { width, names, cell, x, rows, heads, height: top + 2, narrow, top: narrow ? TOP : TALL };
}

// One path for each class: two hundred rows are seven shapes, not seven thousand.
function cellsOf({ classes }, { rows, x, cell }) {
  const paths = classes.map(() => "");
  const inner = (cell - 1).toFixed(2);
  for (const { cells, y } of rows) {
    for (const [at, sign] of cells.entries()) {
      paths[classOf(sign)] += `M${x[at].toFixed(2)} ${y}h${inner}v${ROW - 1}h-${inner}z`;
    }
  }
  return paths.map((d, at) => svg("path", { d, fill: fill(classes[at], "h") }));
}

function classOf(sign) {
  const at = Math.max(STATED.indexOf(sign), DERIVED.indexOf(sign));
  return at < 0 ? STATED.length : at;
}

function textsOf({ mark, card }, { rows, heads, names, narrow, width }, pick) {
  const most = narrow ? Math.floor(width / 7) : 36;
  return [
    ...heads.flatMap(({ name, y }) => [
      svg("text", { x: 0, y: y + 21, class: "head" }, name),
      mark ? svg("text", { x: names || width * 0.42, y: y + 21, class: "mark" }, mark) : null,
      mark && !narrow ? svg("text", { x: width - 4, y: y + 21, class: "mark end" }, mark) : null,
    ]).filter(Boolean),
    ...rows.map(({ id, name, y }) => cardOf(card.replace("{id}", id), () => pick(id),
      svg("text", { x: 0, y: narrow ? y - 4 : y + 14, class: "name" },
        mark ? beginning(name, most) : ending(name, most)))),
  ];
}

// No stop of the keyboard: two hundred would stand before what follows. There Enter opens a card.
function cardOf(href, open, text) {
  return svg("a", { href, tabindex: -1, onclick: (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open();
  } }, text);
}

// Names differ by their end. A Thai vowel or tone sign without its letter is cut off too.
function ending(name, most) {
  return name.length > most ? `…${name.slice(1 - most).replace(/^\p{M}+/u, "")}` : name;
}

// The word that says invented stands in front and must stay; the type is said by the heading.
function beginning(name, most) {
  if (name.length <= most) return name;
  const letters = name.replace(/^\p{L}+\./u, "").match(/\P{M}\p{M}*/gu);
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : letters.join("");
}

// The numbers of the indicators stay in sight while the rows scroll.
function headOf({ columns }, { x, cell, width, narrow, top }) {
  const starts = columns.map((column, at) => ({ ...column, at }))
    .filter(({ component, at }) => at === 0 || columns[at - 1].component !== component);
  const numbers = columns.map(({ number }, at) => (narrow && at !== 0 && number % 5
    ? null : svg("text", { x: x[at] + cell / 2, y: top - 6, class: "number" }, String(number))));
  return svg("svg", { class: "columns", width, height: top, "aria-hidden": "true" },
    ...starts.map(({ group, component, at }) => svg("foreignObject", { x: x[at], y: 0,
      width: columnsOf(columns, component) * cell, height: top - 18 },
      element("div", { class: "group" }, narrow ? String(component) : group))),
    ...numbers.filter(Boolean));
}

function columnsOf(columns, component) {
  return columns.filter((column) => column.component === component).length;
}

function select({ state, layout, ring, readout, box }, row, column) {
  state.at = [row, column];
  const { name, cells, scores, y } = layout.rows[row];
  const { data } = state;
  const { name: indicator, group, maximum } = data.columns[column];
  const [sign, score] = [cells[column], scores[column]];
  const value = score === "" ? data.missing
    : data.points.replace("{score}", Number(score).toFixed(1)).replace("{maximum}", maximum);
  const from = DERIVED.includes(sign) ? ` · ${data.derived}` : "";
  readout.textContent = `${name} · ${indicator} (${group}): ${value}${from}`;
  for (const [key, to] of Object.entries({ x: layout.x[column] - 0.5, y: y - 0.5, visibility: "visible" })) {
    ring.setAttribute(key, to);
  }
  return { y, box };
}

function point(event, map, layout, show) {
  const bounds = map.getBoundingClientRect();
  const [left, top] = [event.clientX - bounds.left, event.clientY - bounds.top];
  const row = layout.rows.findIndex(({ y }) => top >= y && top < y + ROW);
  const column = layout.x.findIndex((x) => left >= x && left < x + layout.cell);
  if (row >= 0 && column >= 0) show(row, column);
}

const KEYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function step(event, state, layout, show) {
  if (event.key === "Enter" && state.at) state.pick(layout.rows[state.at[0]].id);
  const move = KEYS[event.key];
  if (!move) return;
  event.preventDefault();
  const [row, column] = state.at ?? [-1 + (move[0] ? 0 : 1), move[1] > 0 ? -1 : 0];
  const next = [row + move[0], column + move[1]];
  const inside = (value, most) => Math.min(Math.max(value, 0), most - 1);
  const { y, box } = show(inside(next[0], layout.rows.length), inside(next[1], layout.x.length));
  const bottom = y + ROW + layout.top + EDGE;
  if (y < box.scrollTop + EDGE) box.scrollTop = Math.max(y - HEAD - LABEL, 0);
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
