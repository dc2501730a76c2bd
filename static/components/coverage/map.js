// The province map and the tile grid: outlines are fetched once, then only repainted.
import { element, svg, update } from "./dom.js";
import { fill, legendRow, patterns } from "./legend.js";

const TILE = 40;
const GAP = 3;
const MARGIN = 8;
const OUTLINE_MARKS = [0.07, 0.15, 0.23, 0.31, 0.4, 0.5, 0.62, 0.74, 0.84, 0.93];
const outlines = new Map();
const drawn = new WeakMap();

export default async function render({ data, parentElement, setTriggerValue }) {
  if (!outlines.has(data.outlines)) {
    outlines.set(data.outlines, fetch(data.outlines).then((response) => response.json()));
  }
  const geometry = await outlines.get(data.outlines);
  const root = parentElement.querySelector(".provinces");
  let picture = drawn.get(root);
  if (!picture) {
    picture = build(root, geometry, data.views);
    drawn.set(root, picture);
  }
  picture.pick = (iso) => setTriggerValue("picked", iso);
  paint(root, picture, geometry, data);
}

function build(root, geometry, views) {
  const picture = { shapes: [], marks: [], pick: () => {} };
  const panes = element("div", { class: "panes" });
  if (views.includes("outlines")) panes.append(outlineView(picture, geometry));
  if (views.includes("tiles")) panes.append(tileView(picture, geometry));
  picture.tip = element("div", { class: "tip", role: "status", hidden: "" });
  picture.legend = element("ul", { class: "legend" });
  picture.credit = element("p", { class: "credit" });
  root.replaceChildren(panes, picture.legend, picture.credit, picture.tip);
  root.addEventListener("pointerleave", () => hideTip(picture));
  return picture;
}

function around({ x, y, width, height }, margin) {
  return `${x - margin} ${y - margin} ${width + 2 * margin} ${height + 2 * margin}`;
}

function outlineView(picture, { width, height, provinces }) {
  const box = around({ x: 0, y: 0, width, height }, MARGIN);
  const view = svg("svg", { viewBox: box, class: "outlines", role: "group" }, patterns("o", 14));
  const shapes = provinces.map((province) => {
    const path = svg("path", { d: province.d, class: "province" });
    return { province, node: path, x: province.x, y: province.y };
  });
  // Neighbours cover each other's edges, so the rings lie on top of them all.
  picture.chosen = svg("path", { class: "ring" });
  picture.pointed = svg("path", { class: "ring" });
  view.append(...shapes.map(({ node }) => node), picture.chosen, picture.pointed);
  picture.marks.push(marksOn(view, width, OUTLINE_MARKS.map((y) => y * height)));
  return connect(picture, view, shapes, "o");
}

function tileView(picture, { provinces }) {
  const columns = Math.max(...provinces.map(({ column }) => column)) + 1;
  const rows = Math.max(...provinces.map(({ row }) => row)) + 1;
  const box = `-2 -2 ${columns * TILE + 4} ${rows * TILE + 4}`;
  const view = svg("svg", { viewBox: box, class: "tiles", role: "group" }, patterns("t", 7));
  const shapes = provinces.map((province) => {
    const [x, y] = [province.column * TILE, province.row * TILE];
    const side = TILE - GAP;
    const square = svg("rect", { x, y, width: side, height: side, rx: 3, class: "cell" });
    const middle = { x: x + side / 2, y: y + side / 2 + 5, "text-anchor": "middle" };
    const plate = svg("rect", { x: x + 6, y: y + 9, width: side - 12, height: side - 17, rx: 2,
      class: "plate" });
    const label = svg("text", middle, province.short);
    const node = svg("g", { class: "province" }, square, plate, label);
    return { province, node, x, y };
  });
  view.append(...shapes.map(({ node }) => node));
  // In the gaps between rows, where they cover no province's name.
  const gaps = Array.from({ length: Math.floor(rows / 2) }, (_, at) => (2 * at + 1) * TILE + 2);
  picture.marks.push(marksOn(view, columns * TILE, gaps));
  return connect(picture, view, shapes, "t");
}

// The mark of invented numbers, all over the picture, so that a cropped copy still shows it.
function marksOn(view, width, heights) {
  const size = width / 24;
  const texts = heights.map((y, at) => svg("text", {
    x: width * (at % 2 ? 0.46 : 0.18), y, class: "mark",
    style: `font-size:${size}px;stroke-width:${size / 5}px`,
  }));
  view.append(...texts);
  return texts;
}

// One tab stop for each view; arrow keys move to the nearest province in their direction.
function connect(picture, view, shapes, prefix) {
  shapes.forEach((shape, index) => {
    const { node, province } = shape;
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", index === 0 ? "0" : "-1");
    node.dataset.code = province.code;
    node.addEventListener("click", () => picture.pick(province.iso));
    node.addEventListener("keydown", (event) => onKey(event, shape, shapes, picture));
    node.addEventListener("pointerenter", (event) => showTip(picture, shape, event));
    node.addEventListener("pointermove", (event) => showTip(picture, shape, event));
    node.addEventListener("focus", () => showTip(picture, shape));
    node.addEventListener("blur", () => hideTip(picture));
  });
  picture.shapes.push({ view, shapes, prefix });
  return view;
}

const DIRECTIONS = {
  ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0],
};

function onKey(event, shape, shapes, picture) {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    picture.pick(shape.province.iso);
  }
  if (event.key === "Escape") hideTip(picture);
  const direction = DIRECTIONS[event.key];
  if (!direction) return;
  event.preventDefault();
  const next = nearest(shape, shapes, direction);
  if (!next) return;
  shape.node.setAttribute("tabindex", "-1");
  next.node.setAttribute("tabindex", "0");
  next.node.focus();
}

function nearest(from, shapes, [right, down]) {
  let best = null;
  let least = Infinity;
  for (const shape of shapes) {
    const along = (shape.x - from.x) * right + (shape.y - from.y) * down;
    const aside = Math.abs((shape.x - from.x) * down) + Math.abs((shape.y - from.y) * right);
    const distance = along + 2 * aside;
    if (shape !== from && along > 0 && distance < least) [best, least] = [shape, distance];
  }
  return best;
}

function paint(root, picture, geometry, data) {
  for (const { view, shapes, prefix } of picture.shapes) {
    update(view, "aria-label", data.label);
    shapes.forEach(({ province, node }, index) => {
      const swatch = data.classes[Number.parseInt(data.paint[index], 36)];
      const target = prefix === "t" ? node.firstChild : node;
      update(target, "fill", fill(swatch, prefix));
      node.classList.toggle("dark", swatch.dark);
      node.classList.toggle("faded", data.faded[index] === "1");
      node.classList.toggle("chosen", province.code === data.chosen);
      node.texts = [province[data.lang], factsInWords(swatch.label, data.facts[index], data.tips)];
      update(node, "aria-label", node.texts.join(": "));
    });
  }
  for (const text of picture.marks.flat()) text.textContent = data.mark ?? "";
  const chosen = geometry.provinces.find(({ code }) => code === data.chosen);
  if (picture.chosen) update(picture.chosen, "d", chosen ? chosen.d : "");
  zoom(picture, geometry, data);
  picture.legend.replaceChildren(...data.classes.map((swatch) => legendRow(swatch)));
  if (picture.credit.textContent !== data.credit) picture.credit.textContent = data.credit;
}

// Fills the picture with the chosen area, its provinces named; without one, with the country.
function zoom(picture, { width, height }, data) {
  const outline = picture.shapes.find(({ prefix }) => prefix === "o");
  if (!outline) return;
  const near = data.zoomed ? outline.shapes.filter((_, at) => data.faded[at] === "0") : [];
  const boxes = near.map(({ node }) => node.getBBox());
  const [left, top] = ["x", "y"].map((side) => Math.min(...boxes.map((box) => box[side])));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const area = { x: left, y: top, width: right - left, height: bottom - top };
  const whole = { x: 0, y: 0, width, height };
  const margin = near.length ? Math.max(area.width, area.height) / 8 : MARGIN;
  update(outline.view, "viewBox", around(near.length ? area : whole, margin));
  outline.view.querySelectorAll(".name").forEach((name) => name.remove());
  const size = Math.max(area.width, area.height) / 22;
  outline.view.append(...near.map(({ province, x, y }) => svg("text", {
    x, y, class: "name", "text-anchor": "middle", "aria-hidden": "true",
    style: `font-size:${size}px;stroke-width:${size / 4}px`,
  }, province[data.lang])));
}

function factsInWords(label, facts, tips) {
  if (!facts) return label;
  const [first, latest, n] = facts;
  const values = { label, first, latest, n };
  const template = first === latest ? tips.year : tips.years;
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function hideTip(picture) {
  picture.tip.hidden = true;
  picture.pointed?.removeAttribute("d");
}

function showTip(picture, { node, province }, event) {
  const tip = picture.tip;
  const [name, value] = node.texts;
  tip.replaceChildren(element("b", {}, name), element("span", {}, value));
  tip.hidden = false;
  picture.pointed?.setAttribute("d", province.d);
  const host = tip.parentElement.getBoundingClientRect();
  const shape = node.getBoundingClientRect();
  const [x, y] = event
    ? [event.clientX, event.clientY]
    : [shape.x + shape.width / 2, shape.y + shape.height / 2];
  const left = Math.min(Math.max(x - host.x + 14, 0), host.width - tip.offsetWidth);
  tip.style.left = `${left}px`;
  tip.style.top = `${y - host.y + 18}px`;
}
