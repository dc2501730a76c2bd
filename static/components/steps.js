// What no Python can set: the language of the document, what its pictures say of themselves as
// files, and the steps of the browser's history.
//
// One step of the reader is one step in the history.
// A change of page reaches the address in two pieces, the page and then its filters. Left alone,
// Back would stop between them. So only the first piece after an act of the reader is a new step;
// what follows without an act replaces it.

import { tell } from "./picture.js";

let acted = false;

export default function render({ data }) {
  // The page around us says "en" whatever it holds; a screen reader chooses its voice by this.
  document.documentElement.lang = data.lang;
  tell(data.picture);
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
