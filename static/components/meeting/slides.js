// The slides of a meeting. All of them are sent at once: moving between them asks no server.
import { element } from "./dom.js";
import { newest, PAUSE_MS, stay } from "./newest.js";
import { picture } from "./slide_pictures.js";

const IDLE_MS = 2500;
const shows = new WeakMap();
const outlines = new Map();

export default async function render({ data, parentElement }) {
  if (!outlines.has(data.outlines)) {
    outlines.set(data.outlines, fetch(data.outlines).then((answer) => answer.json()));
  }
  const geometry = await outlines.get(data.outlines);
  const root = parentElement.querySelector(".slides");
  let show = shows.get(root);
  if (!show) {
    show = begin(root, geometry);
    shows.set(root, show);
  }
  // The slides on the screen stay as they are: a newer release is only announced.
  if (show.at !== null && show.data.release !== data.release) {
    announce(show);
    return () => end(show);
  }
  show.data = data;
  drawEntry(show);
  const linked = Number(new URL(window.location).searchParams.get("slide"));
  if (show.at !== null) go(show, show.at);
  else if (linked >= 1) go(show, linked - 1);
  return () => end(show);
}

function begin(root, geometry) {
  const show = { root, geometry, at: null, data: null, timer: null, idle: null, watch: null, newer: false };
  show.entry = element("div", { class: "way-in" });
  // In the top layer: a run of the page behind fades whatever it draws again, and the slides with it.
  show.stage = element("div", { class: "stage", tabindex: "-1", hidden: "", role: "region", popover: "manual" });
  show.stage.addEventListener("pointermove", () => showControls(show));
  root.replaceChildren(show.entry, show.stage);
  show.onKey = (event) => onKey(show, event);
  window.addEventListener("keydown", show.onKey, { capture: true });
  return show;
}

function end(show) {
  window.removeEventListener("keydown", show.onKey, { capture: true });
  clearInterval(show.timer);
  clearInterval(show.watch);
  stay(false);
  shows.delete(show.root);
}

function drawEntry(show) {
  const { slides, words, releaseText } = show.data;
  const start = element("button", { type: "button", class: "start", onclick: () => go(show, 0) },
    words.start);
  show.entry.replaceChildren(start, element("p", {}, releaseText), element("p", {}, words.keys), list(show, slides));
}

function list(show, slides) {
  return element("ol", {}, ...slides.map((slide, at) => element("li", {},
    element("button", { type: "button", onclick: () => go(show, at),
      "aria-current": show.at === at ? "true" : null },
      element("b", {}, `${at + 1} · ${slide.title}`), element("small", {}, slide.sentence)))));
}

function go(show, to) {
  const last = show.data.slides.length - 1;
  if (show.at === null) {
    if (show.data.auto) play(show, true);
    watch(show);
  }
  show.at = Math.min(Math.max(to, 0), last);
  show.blank = false;
  show.listed = false;
  putInAddress(show.at + 1, show.data.release);
  draw(show);
}

function leave(show) {
  show.at = null;
  play(show, false);
  clearInterval(show.watch);
  stay(false);
  show.stage.hidden = true;
  show.stage.hidePopover?.();
  // A recorded meeting keeps its release.
  putInAddress(null, show.data.pinned ? show.data.release : null);
  show.entry.querySelector("button").focus();
}

// The link opens this slide on any screen, with the same release; it is not a step of the history.
function putInAddress(number, release) {
  const address = new URL(window.location);
  for (const [name, value] of Object.entries({ slide: number, release })) {
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  window.history.replaceState(window.history.state, "", address);
}

function draw(show) {
  const { stage, data } = show;
  const slide = data.slides[show.at];
  stage.hidden = false;
  if (stage.showPopover && !stage.matches(":popover-open")) stage.showPopover();
  stage.setAttribute("aria-label", place(show));
  stage.classList.toggle("blank", show.blank);
  stage.replaceChildren(
    element("h2", {}, slide.title),
    element("p", { class: slide.long ? "message long" : "message", role: "status" }, slide.sentence),
    picture(slide, show.geometry),
    element("p", { class: "newer", role: "status", ...(show.newer ? {} : { hidden: "" }) },
      data.words.newer),
    element("footer", {}, element("p", {}, slide.basis),
      element("p", {}, data.releaseText, element("br"), place(show))),
    controls(show),
    element("div", { class: "overview", ...(show.listed ? {} : { hidden: "" }) },
      show.listed ? list(show, data.slides) : null),
  );
  const current = show.listed ? stage.querySelector("[aria-current]") : stage;
  current.focus();
}

function place({ data, at }) {
  return data.placeText.replace("{n}", at + 1);
}

function controls(show) {
  const { words } = show.data;
  const button = (name, act) => element("button", { type: "button", onclick: act }, words[name]);
  return element("div", { class: "controls" },
    button("back", () => go(show, show.at - 1)),
    button("next", () => go(show, show.at + 1)),
    button("blank", () => toggle(show, "blank")),
    button("overview", () => toggle(show, "listed")),
    show.data.auto ? button(show.timer ? "pause" : "play", () => { play(show, !show.timer); draw(show); }) : null,
    button("leave", () => leave(show)));
}

function toggle(show, state) {
  show[state] = !show[state];
  draw(show);
}

function play(show, on) {
  clearInterval(show.timer);
  const next = () => {
    if (!show.blank && !show.listed) go(show, (show.at + 1) % show.data.slides.length);
  };
  show.timer = on && show.data.auto ? setInterval(next, show.data.auto * 1000) : null;
}

// A screen that nobody attends runs no page: it checks for a newer release by itself.
function watch(show) {
  show.newer = false;
  stay(true);
  const check = async () => {
    if (await newest() > show.data.release && show.at !== null) announce(show);
  };
  clearInterval(show.watch);
  show.watch = setInterval(check, PAUSE_MS);
  check();
}

// Nothing else on the screen changes.
function announce(show) {
  show.newer = true;
  show.stage.querySelector(".newer").hidden = false;
}

// Pointer and buttons show while the pointer moves, and hide a little later.
function showControls(show) {
  show.stage.classList.add("pointed");
  clearTimeout(show.idle);
  show.idle = setTimeout(() => show.stage.classList.remove("pointed"), IDLE_MS);
}

const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
  b: "blank", B: "blank", ".": "blank", o: "overview", O: "overview", Escape: "overview",
  p: "play", P: "play", Home: "first", End: "last",
};

function onKey(show, event) {
  if (show.at === null || event.ctrlKey || event.metaKey || event.altKey) return;
  // A Thai keyboard sends its own letters: there the physical key counts.
  const key = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
  const action = KEYS[key];
  if (!action) return;
  const pressed = event.composedPath()[0];
  if (pressed.tagName === "BUTTON" && (event.key === " " || event.key === "Enter")) return;
  event.preventDefault();
  event.stopPropagation();
  const actions = {
    next: () => go(show, show.blank ? show.at : show.at + 1),
    back: () => go(show, show.at - 1),
    first: () => go(show, 0),
    last: () => go(show, show.data.slides.length - 1),
    blank: () => toggle(show, "blank"),
    overview: () => toggle(show, "listed"),
    play: () => { play(show, !show.timer); draw(show); },
  };
  actions[action]();
}
