// Swatches with their names: under maps and beside other pictures.
import { element, svg } from "./dom.js";

export function fill(swatch, prefix) {
  return swatch.pattern === "solid" ? swatch.fill : `url(#${prefix}-${swatch.pattern})`;
}

export function legendRow(swatch) {
  const box = svg("svg", { viewBox: "0 0 28 18", class: "key", "aria-hidden": "true" },
    patterns("k", 7),
    svg("rect", { x: 1, y: 1, width: 26, height: 16, rx: 2, class: "edge",
      fill: fill(swatch, "k") }));
  const count = swatch.count === null ? null : element("b", {}, String(swatch.count));
  return element("li", {}, box, element("span", {}, swatch.label), count);
}

export function patterns(prefix, size) {
  const square = { width: size, height: size, patternUnits: "userSpaceOnUse" };
  const ground = { width: size, height: size, class: "ground" };
  return svg("defs", {},
    svg("pattern", { id: `${prefix}-hatch`, ...square, patternTransform: "rotate(45)" },
      svg("rect", ground),
      svg("line", { x1: 0, y1: 0, x2: 0, y2: size, class: "stroke", "stroke-width": size / 2.4 })),
    svg("pattern", { id: `${prefix}-dots`, ...square },
      svg("rect", ground),
      svg("circle", { cx: size / 2, cy: size / 2, r: size / 6, class: "dot" })));
}
