// The staircase: three numbers, rising steps with a dot for each LAO, and a sentence to copy.
import { element, svg } from "./dom.js";
import { figure, sentenceToCopy } from "./brief.js";
import { fill, patterns } from "./legend.js";

const NARROW = 820; // px; below it, the words of the wide picture would be smaller than 12 px
const RISE = 30;
const FACE = { wide: 92, narrow: 106 };
const LINE = { wide: 18, narrow: 16.5 };
const LONG = 11; // letters that fit a narrow step in one line
const DOT = 11;
const ABOVE = 94; // the count, its change, and the name of the track
const WIDTHS = {
  wide: { standard: 132, fast_track: 106, unknown: 150 },
  narrow: { standard: 82, fast_track: 82, unknown: 150 },
};
const watched = new WeakMap();

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".stairs");
  const state = watched.get(root) ?? watch(root);
  state.data = data;
  draw(root, state);
}

function watch(root) {
  const state = { data: null, mode: null };
  watched.set(root, state);
  new ResizeObserver(() => {
    if (state.mode !== modeOf(root)) draw(root, state);
  }).observe(root);
  return state;
}

function modeOf(root) {
  return root.clientWidth < NARROW ? "narrow" : "wide";
}

function draw(root, state) {
  const { data } = state;
  state.mode = modeOf(root);
  const [main, ...others] = data.figures;
  root.replaceChildren(
    element("div", { class: "answers" },
      figure(main, "main"), ...others.map((other) => figure(other, "next"))),
    element("div", { class: `tracks ${state.mode}` },
      ...data.tracks.map((track) => trackOf(track, data, state.mode))),
    data.note ? element("p", { class: "note" }, data.note) : "",
    sentenceToCopy(data),
  );
}

function rowOf(width) {
  return Math.floor((width - 14) / DOT);
}

function dotsOf({ laos }, each) {
  return Math.ceil(laos / each);
}

// All tracks stand on one ground and are as tall as the tallest, so that their names are level.
function heightOf(tracks, each, mode) {
  const tops = tracks.flatMap(({ name, steps }) => steps.map((step, at) => FACE[mode] + at * RISE
    + Math.ceil(dotsOf(step, each) / rowOf(WIDTHS[mode][name])) * DOT));
  return Math.max(...tops) + ABOVE;
}

function trackOf({ name, title, said, steps }, { mark, tracks, each }, mode) {
  const { [name]: width } = WIDTHS[mode];
  const height = heightOf(mode === "wide" ? tracks : tracks.filter((track) => track.name === name), each,
    mode);
  const prefix = `s-${name}`;
  const picture = svg("svg", { viewBox: `0 0 ${width * steps.length} ${height}`, role: "img",
    "aria-label": said }, patterns(prefix, 9),
  ...steps.flatMap((step, at) => stepOf(step, { at, width, height, mark, each, prefix, mode, name })),
  svg("text", { x: 2, y: 16, class: "track" }, title));
  const part = (width * steps.length) / (WIDTHS[mode].standard * 4);
  return element("figure", { class: name, style: `--part:${part}` }, picture);
}

function stepOf(step, { at, width, height, mark, each, prefix, mode, name }) {
  const top = height - FACE[mode] - at * RISE;
  const left = at * width;
  const loose = name === "unknown";
  const inset = loose ? 14 : mode === "wide" ? 10 : 6;
  const line = (y, text, kind) => svg("text", { x: left + inset, y, class: kind }, text);
  const block = svg("rect", { x: left, y: top, width: width - 2, height: height - top,
    fill: fill(step, prefix), class: loose ? "loose" : "block" });
  const plate = loose
    ? svg("rect", { x: left + 7, y: top + 6, width: width - 16, height: FACE[mode] - 10,
      class: "plate" })
    : null;
  const roomy = loose || mode === "wide";
  const texts = [...(mode === "wide" ? [step.about] : []), ...wrapped(step.provinces, roomy)];
  const lines = texts.filter((text) => text).map((text) => [text, "about"]);
  if (mark) lines.push(...wrapped(mark, roomy).map((text) => [text, "mark"]));
  const face = svg("g", { class: step.dark ? "face dark" : "face" }, block, plate,
    line(top + 24, step.name, "name"),
    ...lines.map(([text, kind], nth) => line(top + 42 + nth * LINE[mode], text, kind)));
  const { dots, heap } = dotsOn(step, { left, top, width, prefix, each });
  const base = top - heap - 12;
  const change = mode === "wide" ? `${step.change} ${step.since}` : step.change;
  const count = svg("g", {},
    line(base - (step.change ? 20 : 0), step.count, step.known ? "count" : "count unknown"),
    step.change ? line(base, change, "change") : null);
  return [face, dots, count];
}

// On a narrow step, a long text has a line for each word.
function wrapped(text, roomy) {
  return text.length > LONG && !roomy ? text.split(" ") : [text];
}

// Row by row from the bottom, each from the left.
function dotsOn(step, { left, top, width, prefix, each }) {
  const count = dotsOf(step, each);
  const row = rowOf(width);
  const dots = svg("g", { class: "dots" });
  for (let at = 0; at < count; at += 1) {
    dots.append(svg("circle", {
      cx: left + 14 + (at % row) * DOT,
      cy: top - 7 - Math.floor(at / row) * DOT,
      r: 4,
      class: "standing",
      fill: fill(step, prefix),
    }));
  }
  return { dots, heap: Math.ceil(count / row) * DOT };
}
