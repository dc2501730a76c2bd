// One step of the reader is one step in the browser's history.
//
// A change of page reaches the address in two pieces, the page and then its filters. Left alone,
// Back would stop between them. So only the first piece after an act of the reader is a new step;
// what follows without an act replaces it.

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
