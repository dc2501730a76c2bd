// Every picture can be taken home as a PNG: what is seen, its heading, and what it was drawn from.
import { element } from "./dom.js";

const SCALE = 2;
const buttons = new Set();
let told = null;

// What every picture of the page says of itself, in the reader's language.
export function tell(about) {
  told = about;
  for (const button of buttons) {
    if (button.isConnected) button.textContent = told.label;
    else buttons.delete(button);
  }
}

export function offer(root, name) {
  if (root.nextElementSibling?.matches(".take")) return;
  const button = element("button", { type: "button", class: "take",
    onclick: () => take(root, name) }, told?.label ?? "");
  buttons.add(button);
  root.after(button);
}

async function take(root, name) {
  await root.drawn?.();
  const { width, sheet, body } = await copyOf(root);
  const height = heightOf(root, body, width);
  // Rules for narrow screens ask for the width of the picture: it is as wide as the window was.
  const whole = Math.max(window.innerWidth, width);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${height}">`
    + `<style>${sheet}</style><foreignObject width="100%" height="100%">`
    + `${new XMLSerializer().serializeToString(body)}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = element("canvas", { width: width * SCALE, height: height * SCALE });
  const pen = canvas.getContext("2d");
  pen.scale(SCALE, SCALE);
  pen.drawImage(image, 0, 0);
  canvas.toBlob((blob) => save(blob, fileName(body, name)), "image/png");
}

async function copyOf(root) {
  const rules = root.getRootNode().adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
  const css = `${rules.map((one) => one.cssText).join("")}.main-svg{position:absolute;top:0;left:0}`;
  const style = getComputedStyle(root);
  const names = new Set(css.match(/--st-[\w-]+/g));
  const values = [...names].map((one) => `${one}:${style.getPropertyValue(one)};`).join("");
  const copy = root.cloneNode(true);
  keepSizes(root, copy);
  for (const one of copy.querySelectorAll("button, .untaken")) one.remove();
  const width = Math.ceil(root.getBoundingClientRect().width) + 48;
  const body = element("div", { class: "pictured", style: `width:${width}px` },
    element("h1", {}, headingOf(root)), copy,
    ...[...told.about, addressOf()].map((line) => element("p", { class: "about" }, line)));
  return { width, body, sheet: `${await fonts()}:root{${values}}${css}` };
}

// Opens what was taken, in the release that it was taken from; what is not published yet has none.
function addressOf() {
  const address = new URL(window.location.href);
  if (told.release !== null) address.searchParams.set("release", told.release);
  return address.href;
}

// A drawing may be as tall as the window allows; a picture has no window.
function keepSizes(root, copy) {
  const drawings = copy.querySelectorAll("svg");
  for (const [at, drawing] of root.querySelectorAll("svg").entries()) {
    const { width, height } = drawing.getBoundingClientRect();
    Object.assign(drawings[at].style,
      { width: `${width}px`, height: `${height}px`, maxHeight: "none" });
  }
}

// The heading that stands last above it; one of another column stands beside it.
function headingOf(root) {
  const { host } = root.getRootNode();
  const over = (one) => one.closest("[data-testid=stColumn]")?.contains(host) ?? true;
  const above = [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, h3)")].filter((one) =>
    one.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING && over(one));
  return above.at(-1)?.textContent ?? document.title;
}

// Measured where its rules hold, and nobody sees or reads it.
function heightOf(root, body, width) {
  const hidden = element("div", { "aria-hidden": "true",
    style: `position:fixed;left:-${width * 2}px;visibility:hidden` }, body);
  root.after(hidden);
  const { height } = body.getBoundingClientRect();
  hidden.remove();
  return Math.ceil(height);
}

// A picture fetches nothing: it holds its fonts.
async function fonts() {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule && rule.cssText.includes("/fonts/"));
  const held = await Promise.all(faces.map(async ({ cssText, parentStyleSheet }) => {
    const [whole, address] = cssText.match(/url\("?([^")]+)"?\)/);
    const base = parentStyleSheet.href ?? document.baseURI;
    const file = await (await fetch(new URL(address, base))).blob();
    return cssText.replace(whole, `url(${await dataOf(file)})`);
  }));
  return [...new Set(held)].join("");
}

function dataOf(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.readAsDataURL(file);
  });
}

// A picture of invented numbers says so in its name too.
function fileName(body, name) {
  const invented = body.textContent.includes(told.invented);
  return `${invented ? "fictitious_" : ""}${told.page}_${name}.png`;
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
