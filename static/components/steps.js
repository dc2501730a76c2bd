// What no Python can set: the language of the document, what its pictures say of themselves as
// files, the steps of the browser's history, and that a page left open goes over to a new release.
//
// One step of the reader is one step in the history.
// A change of page reaches the address in two pieces, the page and then its filters. Left alone,
// Back would stop between them. So only the first piece after an act of the reader is a new step;
// what follows without an act replaces it.

import { tell } from "./picture.js";

const PAUSE_MS = 2500;
const NEWEST = new URL("newest", document.baseURI);

let acted = false;
let followed = null; // the release that this page shows, null where its link names one
let goOver = () => {};

// A few bytes of the server's memory; nothing is asked in a tab that nobody sees.
async function look() {
  if (followed === null || document.hidden) return;
  const answer = await fetch(NEWEST, { cache: "no-store" }).catch(() => null);
  if (answer?.ok && Number(await answer.text()) > followed) goOver();
}

export default function render({ data, setTriggerValue }) {
  followed = data.release;
  goOver = () => {
    followed = null; // once: the next drawing says what is shown then
    setTriggerValue("picked", "newest");
  };
  // The page around us says "en" whatever it holds; a screen reader chooses its voice by this.
  document.documentElement.lang = data.lang;
  tell(data.picture);
  if (window.history.pushState.joined) return;
  for (const kind of ["pointerdown", "keydown"]) {
    window.addEventListener(kind, () => { acted = true; }, { capture: true });
  }
  window.setInterval(look, PAUSE_MS);
  document.addEventListener("visibilitychange", look);
  const push = window.history.pushState.bind(window.history);
  const replace = window.history.replaceState.bind(window.history);
  window.history.pushState = (...step) => {
    (acted ? push : replace)(...step);
    acted = false;
  };
  window.history.pushState.joined = true;
}
