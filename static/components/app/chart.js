// A Plotly chart with its words: drawn once for each change, and only when it is near the window.
import { element } from "./dom.js";
import { legendRow } from "./legend.js";

const NEAR = "200px";
const charts = new WeakMap();
let library = null;

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".chart");
  const chart = charts.get(root) ?? begin(root);
  const version = JSON.stringify(data);
  if (chart.version === version) return;
  Object.assign(chart, { version, data });
  chart.lead.replaceChildren(data.lead);
  chart.axis.replaceChildren(data.axis);
  chart.legend.replaceChildren(...data.legend.map((swatch) => legendRow(swatch)));
  chart.notes.replaceChildren(...data.notes.map((note) => element("p", {}, note)));
  chart.plot.setAttribute("aria-label", data.said);
  chart.plot.style.height = `${data.figure.layout.height}px`;
  if (chart.near) draw(chart);
}

// Out of sight, a chart keeps its newest figure undrawn; for printing, all are drawn.
function begin(root) {
  const chart = {
    near: false,
    lead: element("p", { class: "lead" }),
    axis: element("p", { class: "note" }),
    plot: element("div", { role: "img" }),
    legend: element("ul", { class: "legend" }),
    notes: element("div", { class: "note" }),
  };
  charts.set(root, chart);
  // A picture of it to download waits for this.
  root.drawn = () => (draw(chart), chart.done);
  root.replaceChildren(chart.lead, chart.axis, chart.plot, chart.legend, chart.notes);
  new IntersectionObserver(([entry]) => {
    chart.near = entry.isIntersecting;
    if (chart.near) draw(chart);
  }, { rootMargin: NEAR }).observe(chart.plot);
  new ResizeObserver(() => {
    if (chart.drawn && chart.width !== chart.plot.clientWidth) draw(chart);
  }).observe(chart.plot);
  window.addEventListener("beforeprint", () => draw(chart));
  return chart;
}

function draw(chart) {
  const { version, data, plot } = chart;
  const width = plot.clientWidth;
  if (!width || (chart.drawn === version && chart.width === width)) return;
  Object.assign(chart, { drawn: version, width, done: plotted(data, plot, width) });
}

async function plotted(data, plot, width) {
  library ??= load(data.library);
  const Plotly = await library;
  const layout = { ...data.figure.layout, width };
  await Plotly.react(plot, data.figure.data, layout, { displayModeBar: false });
}

function load(address) {
  return new Promise((resolve, reject) => {
    const script = element("script", {
      src: new URL(address, document.baseURI),
      onload: () => resolve(window.Plotly),
      onerror: reject,
    });
    document.head.append(script);
  });
}
