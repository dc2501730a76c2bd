// Downloads any picture as a PNG: what is on screen, its heading, and its source.
import { element } from "./dom.js";

const SCALE = 2;
const buttons = new Set();
let caption = null;

// Sets the label of the buttons and the lines below each picture, in the reader's language.
export function describe(data) {
  caption = data;
  for (const button of buttons) {
    if (button.isConnected) button.textContent = caption.label;
    else buttons.delete(button);
  }
}

// `about`: lines that say what the picture is drawn from.
export function offer(root, name, about = []) {
  root.about = about;
  if (root.nextElementSibling?.matches(".take")) return;
  const button = element("button", { type: "button", class: "take",
    onclick: () => download(root, name) }, caption?.label ?? "");
  buttons.add(button);
  root.after(button);
}

async function download(root, name) {
  await root.drawn?.();
  const { width, sheet, body } = await copyOf(root);
  const height = heightOf(root, body, width);
  // Rules for narrow screens go by the width of the SVG, so it is as wide as the window.
  const windowWidth = Math.max(window.innerWidth, width);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${windowWidth}" height="${height}">`
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
  const css = `${rules.map((rule) => rule.cssText).join("")}.main-svg{position:absolute;top:0;left:0}`;
  const style = getComputedStyle(root);
  const names = new Set(css.match(/--st-[\w-]+/g));
  const values = [...names].map((name) => `${name}:${style.getPropertyValue(name)};`).join("");
  const copy = root.cloneNode(true);
  keepSizes(root, copy);
  for (const node of copy.querySelectorAll("button, .untaken")) node.remove();
  const width = Math.ceil(root.getBoundingClientRect().width) + 48;
  const body = element("div", { class: "pictured", style: `width:${width}px` },
    element("h1", {}, headingOf(root)), copy,
    ...[...root.about, ...caption.about, addressOf()].map((line) => element("p", { class: "about" }, line)));
  return { width, body, sheet: `${await fonts()}:root{${values}}${css}` };
}

// The link to the page as it is, in the release shown; unpublished numbers have no release.
function addressOf() {
  const address = new URL(window.location.href);
  if (caption.release !== null) address.searchParams.set("release", caption.release);
  return address.href;
}

// A drawing's height may depend on the window, which a picture does not have.
function keepSizes(root, copy) {
  const drawings = copy.querySelectorAll("svg");
  for (const [index, drawing] of root.querySelectorAll("svg").entries()) {
    const { width, height } = drawing.getBoundingClientRect();
    Object.assign(drawings[index].style,
      { width: `${width}px`, height: `${height}px`, maxHeight: "none" });
  }
}

// The nearest heading above it, outside other columns: those stand beside it.
function headingOf(root) {
  const { host } = root.getRootNode();
  const inColumn = (heading) => heading.closest("[data-testid=stColumn]")?.contains(host) ?? true;
  const above = [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, h3)")].filter((heading) =>
    heading.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING && inColumn(heading));
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

// An SVG as an image can fetch nothing, so its fonts are inside it.
async function fonts() {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule && rule.cssText.includes("/fonts/"));
  const rules = await Promise.all(faces.map(async ({ cssText, parentStyleSheet }) => {
    const [source, address] = cssText.match(/url\("?([^")]+)"?\)/);
    const base = parentStyleSheet.href ?? document.baseURI;
    const file = await (await fetch(new URL(address, base))).blob();
    return cssText.replace(source, `url(${await dataOf(file)})`);
  }));
  return [...new Set(rules)].join("");
}

function dataOf(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.readAsDataURL(file);
  });
}

// The file name of a picture of invented numbers says so too.
function fileName(body, name) {
  const invented = body.textContent.includes(caption.invented);
  return `${invented ? "fictitious_" : ""}${caption.page}_${name}.png`;
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
