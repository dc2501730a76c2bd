// Each act of the reader is one entry in the browser's history.
//
// A change of page reaches the address in two pieces, the page and then its filters, and Back would
// stop between them. So only the first piece after an act is a new entry; the next replaces it.

let acted = false;

export function joinSteps() {
  if (window.history.pushState.joined) return;
  for (const kind of ["pointerdown", "keydown"]) {
    window.addEventListener(kind, () => { acted = true; }, { capture: true });
  }
  const push = window.history.pushState.bind(window.history);
  const replace = window.history.replaceState.bind(window.history);
  window.history.pushState = (...step) => {
    (acted ? push : replace)(...step);
    acted = false;
  };
  window.history.pushState.joined = true;
}
