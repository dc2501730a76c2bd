// Cities one below another on one axis of years: identity, lanes of marks, and what they show.
import { element, link, svg } from "./dom.js";

const SHAPES = {
  circle: () => svg("circle", { cx: 8, cy: 8, r: 5.6 }),
  diamond: () => svg("path", { d: "M8 1 15 8 8 15 1 8Z" }),
  square: () => svg("rect", { x: 2.4, y: 2.4, width: 11.2, height: 11.2, rx: 1 }),
};

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".cities");
  const pick = (what) => setTriggerValue("picked", what);
  root.replaceChildren(
    legendOf(data),
    ...data.cities.map((city) => cityOf(city, data, pick)),
  );
}

function legendOf({ legend }) {
  return element("ul", { class: "legend" }, ...legend.map((kind) =>
    element("li", {}, markOf(kind), element("span", {}, kind.label))));
}

function cityOf(city, data, pick) {
  const name = `name-${city.id}`;
  return element("article", { "aria-labelledby": name, class: data.remove ? null : "alone" },
    element("div", { class: "who" },
      element("h2", { id: name }, city.href
        ? link(city.name, city.href, () => pick(city.id)) : city.name),
      element("p", {}, city.kind, ...placeOf(city, pick)),
      ...city.identity.map((text) => element("p", {}, text)),
      data.remove ? removeOf(city, data, pick) : null),
    element("div", { class: "record" }, lanesOf(city, data), programmesOf(city)),
    element("div", { class: "findings" },
      element("dl", {}, ...city.counts.map(({ value, term }) =>
        element("div", { class: classOf(value) }, element("dt", {}, term), element("dd", {}, value)))),
      element("ul", {},
        ...city.strengths.map((text) => element("li", { class: "has" }, text)),
        ...city.gaps.map((text) => element("li", { class: "lacks" }, text))),
      ...city.peers.map((text) => element("p", { class: "peers" }, text))));
}

// An invented city is in no real province.
function placeOf({ place, placeHref, iso }, pick) {
  return place ? [" · ", link(place, placeHref, () => pick(iso))] : [];
}

function removeOf(city, { remove }, pick) {
  const label = `${remove} ${city.name}`;
  return element("button", { type: "button", "aria-label": label, title: label,
    onclick: () => pick(`-${city.id}`) }, "×");
}

function classOf(value) {
  if (typeof value === "string") return "nothing text";
  return value ? null : "nothing";
}

function lanesOf(city, data) {
  const { axis } = data;
  const place = (year) => `${(100 * (year - axis.first + 0.5)) / (axis.last - axis.first + 1)}%`;
  const kinds = Object.fromEntries(data.legend.map((kind) => [kind.kind, kind]));
  const said = city.lanes.flatMap(({ label, marks }) =>
    [`${label}:`, marks.map((mark) => `${yearsOf(mark)} ${mark.said}`).join("; ") || data.nothing]);
  return element("div", { class: "lanes", role: "img", "aria-label": [data.mark, ...said].filter(Boolean).join(" ") },
    ...city.lanes.map(({ label, marks }) => element("div", { class: "lane" },
      element("span", { class: "label" }, label),
      element("div", { class: "track" }, unknownYears(data.rounds[label].ends, axis),
        ...data.rounds[label].rounds.map((year) => element("span", { class: "round", style: `left:${place(year)}`,
          title: `${year} · ${axis.round}` })),
        ...marks.map((mark) => (mark.last ? stretch(mark, axis) : point(mark, kinds, place)))))),
    element("div", { class: "lane" }, element("span", { class: "label" }, data.mark),
      element("div", { class: "track years" }, ...axis.ticks.map((year) =>
        element("span", { style: `left:${place(year)}` }, String(year))))));
}

function unknownYears(ends, axis) {
  if (ends === null || ends >= axis.last) return null;
  const share = (100 * (axis.last - ends)) / (axis.last - axis.first + 1);
  return element("span", { class: "beyond", style: `width:${share}%`, title: axis.unknown });
}

function point(mark, kinds, place) {
  return element("span", { class: `mark ${mark.kind}`, style: `left:${place(mark.year)}`,
    title: `${mark.year} · ${mark.said}` }, markOf(kinds[mark.kind]), mark.n);
}

// A run of years on one step has a last year too.
function yearsOf({ year, last = year }) {
  return year === last ? `${year}` : `${year}–${last}`;
}

function stretch(run, axis) {
  const share = 100 / (axis.last - axis.first + 1);
  return element("span", { class: "step", title: `${yearsOf(run)} · ${run.said}`,
    style: `left:${share * (run.year - axis.first)}%;width:${share * (run.last - run.year + 1)}%` }, run.n);
}

function markOf({ shape, fill, line }) {
  const drawn = SHAPES[shape]();
  drawn.setAttribute("fill", fill);
  drawn.setAttribute("stroke", line);
  return svg("svg", { viewBox: "0 0 16 16", class: "sign", "aria-hidden": "true" }, drawn);
}

function programmesOf({ programmes }) {
  if (!programmes.length) return null;
  return element("ul", { class: "programmes" }, ...programmes.map(({ year, text, tag }) =>
    element("li", {}, element("b", {}, year), element("span", {}, text),
      tag ? element("em", {}, tag) : null)));
}
