// Cohorts as small multiples: one bar for each year since enrolment, all on one axis.
import { element, svg } from "./dom.js";
import { fill, legendRow, patterns } from "./legend.js";

const WIDTH = 300;
const HEIGHT = 128;
const FOOT = 20;
const EVERY = 5;

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".cohorts");
  root.replaceChildren(
    element("ul", { class: "legend" }, ...data.classes.map((swatch) => legendRow(swatch))),
    element("div", { class: "panels" }, ...data.panels.map((panel) => panelOf(panel, data))),
    element("p", { class: "note" }, data.axis),
  );
}

function panelOf({ title, said, bars }, data) {
  const caption = element("figcaption", {}, element("b", {}, title), element("span", {}, said));
  if (!bars.length) return element("figure", {}, caption);
  const step = WIDTH / (data.years + 1);
  const middle = (year) => (year + 0.5) * step;
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT + FOOT}`, role: "img",
    "aria-label": `${title}: ${said}` }, patterns("c", 6));
  for (const [year, ...shares] of bars) picture.append(...barOf(year, shares, step, data));
  picture.append(svg("line", { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT, class: "floor" }));
  for (let year = 0; year <= data.years; year += EVERY) {
    picture.append(svg("text", { x: middle(year), y: HEIGHT + 15, "text-anchor": "middle" },
      String(year)));
  }
  if (data.mark) {
    const wide = bars.length * step > WIDTH / 2;
    const places = [[6, 0.3], [wide ? bars.length * step - 100 : 6, 0.72]];
    for (const [x, y] of places) {
      picture.append(svg("text", { x, y: y * HEIGHT, class: "mark" }, data.mark));
    }
  }
  return element("figure", {}, caption, picture);
}

function barOf(year, shares, step, { classes, order }) {
  let top = HEIGHT;
  return order.map((at) => {
    const height = (shares[at] ?? 0) * HEIGHT;
    top -= height;
    return svg("rect", { x: year * step, y: top, width: step, height, class: "part",
      fill: fill(classes[at], "c") });
  });
}
