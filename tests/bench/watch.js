// Runs before any script of the page and notes when something changes on it.
//
// A change is a mutation anywhere in the document or in a shadow root (the components draw there),
// or a draw call on a canvas (deck.gl, tables), which no mutation shows. The page is still when
// nothing has changed and no websocket message has come for a while, and the script is not running.
(() => {
  const roots = [document];
  const bench = { started: 0, shown: 0 };
  window.bench = bench;
  const reset = (now) => Object.assign(bench, {
    started: now, changed: now, message: 0, batches: 0, charts: 0, draws: 0,
  });
  reset(0);

  const inside = ({ target }, place) => {
    const node = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    return Boolean(node?.closest(place));
  };
  const observer = new MutationObserver((records) => {
    // What the select box says to a screen reader ("11 options") is wiped 7 s later: no change.
    if (records.every((record) => inside(record, "[data-live-announcer]"))) return;
    bench.changed = performance.now();
    bench.batches += 1;
    if (records.some((record) => inside(record, ".js-plotly-plot"))) bench.charts += 1;
    if (bench.shown || !window.benchWanted) return;
    const there = (wanted) => roots.some((root) => root.querySelector(wanted));
    if (window.benchWanted.every(there)) bench.shown = bench.changed;
  });
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document, all);

  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    observer.observe(root, all);
    return root;
  };

  // Draw calls of one task are one drawing.
  let drawing = false;
  const note = () => {
    bench.changed = performance.now();
    if (drawing) return;
    drawing = true;
    bench.draws += 1;
    queueMicrotask(() => { drawing = false; });
  };
  const watch = (prototype, pattern) => {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (!pattern.test(name)) continue;
      const original = prototype[name];
      prototype[name] = function draw(...values) {
        note();
        return original.apply(this, values);
      };
    }
  };
  watch(WebGLRenderingContext.prototype, /^draw(Arrays|Elements)/);
  watch(WebGL2RenderingContext.prototype, /^draw(Arrays|Elements|Range)/);
  watch(CanvasRenderingContext2D.prototype, /^(fill|stroke|clear|drawImage)(?!Style)/);

  window.WebSocket = class extends window.WebSocket {
    constructor(...values) {
      super(...values);
      this.addEventListener("message", () => { bench.message = performance.now(); });
    }
  };

  // The clock starts with the reader's own event, at the time the browser received it.
  bench.arm = (type) => {
    const start = ({ timeStamp }) => reset(timeStamp);
    reset(0);
    window.addEventListener(type, start, { capture: true, once: true });
  };

  const running = () => {
    const app = document.querySelector("[data-test-script-state]");
    return !app || !["notRunning", "stopped"].includes(app.dataset.testScriptState);
  };
  bench.still = async (quiet, limit, answered) => {
    const until = performance.now() + limit;
    while (performance.now() < until) {
      const last = Math.max(bench.changed, bench.message);
      const waiting = answered && (!bench.started || !bench.message);
      if (!waiting && !running() && performance.now() - last >= quiet) return true;
      await new Promise((resolve) => { setTimeout(resolve, 25); });
    }
    return false;
  };
})();
