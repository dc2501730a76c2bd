// The foot of the sidebar: the release shown, and a link that stays with it. It also sets what
// Python cannot: the language of the document, the captions of downloaded pictures, and that a page
// left open moves on to a new release.
import { copy, element } from "./dom.js";
import { joinSteps } from "./history.js";
import { newest, PAUSE_MS, stays } from "./newest.js";
import { describe } from "./picture.js";

let followed = null; // the release that this page shows, null where its link names one
let showNewest = () => {};

async function poll() {
  if (followed === null || stays()) return;
  const number = await newest();
  if (followed !== null && !stays() && number > followed) showNewest();
}

function startPolling() {
  if (window.escPolling) return;
  window.escPolling = true;
  window.setInterval(poll, PAUSE_MS);
  document.addEventListener("visibilitychange", poll);
}

export default function render({ data, parentElement, setTriggerValue }) {
  // Streamlit's page is marked "en" in any language; a screen reader chooses its voice by this.
  document.documentElement.lang = data.lang;
  joinSteps();
  describe(data.picture);
  followed = data.followed;
  showNewest = () => {
    followed = null; // once: the next run sets what is followed then
    setTriggerValue("picked", "newest");
  };
  startPolling();
  draw(parentElement.querySelector(".foot"), data);
}

// Every run of a page calls this: it draws anew only where something has changed.
function draw(root, data) {
  const version = JSON.stringify([data.title, data.cite]);
  if (root.version === version) return;
  root.version = version;
  const citation = element("div", { role: "status", class: "cited" });
  const cite = async () => {
    const address = new URL(window.location.href);
    address.searchParams.set("release", data.number);
    // Where the browser forbids copying, the link can still be selected by hand.
    const lead = await copy(`${data.title}\n${address}`).then(() => data.copied, () => data.stays);
    citation.replaceChildren(element("p", {}, lead), element("p", { class: "link" }, String(address)));
  };
  root.replaceChildren(element("p", {}, data.title));
  if (data.number === null) return; // what is not published yet cannot be cited
  root.append(element("button", { type: "button", onclick: cite }, data.cite), citation);
}
