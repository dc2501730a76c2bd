// The sidebar's foot: which release is shown and a link that stays with it. And what no Python can
// set: the language of the document, what its pictures say of themselves as files, and that a page
// left open goes over to a new release.
import { copy, element } from "./dom.js";
import { joinSteps } from "./history.js";
import { newest, PAUSE_MS, stays } from "./newest.js";
import { tell } from "./picture.js";

let followed = null; // the release that this page shows, null where its link names one
let goOver = () => {};

async function look() {
  if (followed === null || stays()) return;
  const number = await newest();
  if (followed !== null && !stays() && number > followed) goOver();
}

function startLooking() {
  if (window.escLooking) return;
  window.escLooking = true;
  window.setInterval(look, PAUSE_MS);
  document.addEventListener("visibilitychange", look);
}

export default function render({ data, parentElement, setTriggerValue }) {
  // The page around us says "en" whatever it holds; a screen reader chooses its voice by this.
  document.documentElement.lang = data.lang;
  joinSteps();
  tell(data.picture);
  followed = data.followed;
  goOver = () => {
    followed = null; // once: the next drawing says what is shown then
    setTriggerValue("picked", "newest");
  };
  startLooking();
  draw(parentElement.querySelector(".foot"), data);
}

// Drawn anew only where it says something else: every run of a page comes by here.
function draw(root, data) {
  const told = JSON.stringify([data.title, data.cite]);
  if (root.told === told) return;
  root.told = told;
  const said = element("div", { role: "status", class: "cited" });
  const cite = async () => {
    const address = new URL(window.location.href);
    address.searchParams.set("release", data.number);
    // Where the browser forbids copying, the link is there to be taken by hand.
    const lead = await copy(`${data.title}\n${address}`).then(() => data.copied, () => data.stays);
    said.replaceChildren(element("p", {}, lead), element("p", { class: "link" }, String(address)));
  };
  root.replaceChildren(element("p", {}, data.title));
  if (data.number === null) return; // what is not published yet is not cited
  root.append(element("button", { type: "button", onclick: cite }, data.cite), said);
}
