// The legend of the points. What deck.gl paints cannot be copied: for a picture to download, the
// points are drawn again over the outlines, from the same data.
import { element, svg } from "./dom.js";
import { legendRow } from "./legend.js";

const RADIUS = 9;

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".legends");
  const picture = element("div", { class: "redrawn", "aria-hidden": "true" });
  root.replaceChildren(picture,
    element("ul", { class: "legend" }, ...data.classes.map((swatch) => legendRow(swatch))),
    ...data.notes.map((note) => element("p", { class: "note" }, note)));
  root.drawn = () => draw(picture, data);
}

async function draw(picture, { outlines, classes, points }) {
  const { width, height, provinces } = await (await fetch(outlines)).json();
  // Those of the first class lie on top, as on the map.
  const dots = points.map((places, at) => svg("g", { fill: classes[at].fill },
    ...places.map(([cx, cy]) => svg("circle", { cx, cy, r: RADIUS, class: "point" })))).reverse();
  picture.replaceChildren(svg("svg", { viewBox: `0 0 ${width} ${height}` },
    ...provinces.map(({ d }) => svg("path", { d, class: "land" })), ...dots));
}
