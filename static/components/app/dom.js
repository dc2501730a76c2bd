// Builds elements from data. Text always goes in as text, never as markup.

// A browser may break these words in two, or part them from their number: spans prevent it.
const UNBROKEN = /((?:ร้อยละ|ดีมาก|ดีเยี่ยม|ดีเด่น|อย่างน้อย|ไม่ทราบ)(?: [\d.,]+%?)?|ข้อสันนิษฐาน|คะแนนรวม)/;

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  return filled(node, attributes, tag === "p" || tag === "dd" ? children.flatMap(unbroken) : children);
}

function unbroken(child) {
  if (typeof child !== "string") return [child];
  return child.split(UNBROKEN).map((part, index) =>
    (index % 2 ? element("span", { style: "white-space:nowrap" }, part) : part));
}

// The parts of a text between dots, none of them broken, for a line beside a large number.
export function pieces(text) {
  return text.split(" · ").map((part, at, all) =>
    [element("span", { class: "piece" }, at < all.length - 1 ? `${part} ·` : part), " "]).flat();
}

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  return filled(node, attributes, children);
}

// Sets an attribute only where it differs, so that the browser restyles nothing else.
export function update(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// A link that opens inside the app on a plain click, and as the browser would on any other.
export function link(text, href, open, attributes = {}) {
  const follow = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    open();
  };
  return element("a", { href, onclick: follow, ...attributes }, text);
}

// The clipboard needs a secure page; on a plain-http intranet a hidden field does it.
export async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const field = element("textarea", { style: "position:fixed;opacity:0" });
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
