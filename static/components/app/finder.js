// A box to find a city in: what is typed is looked for in all its names. It keeps nothing itself, so
// that its long list is sent once: a select box would be sent whole whenever it is emptied.
import { element } from "./dom.js";

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".finder");
  const { label, hint, options } = data;
  const ids = new Map(options.map(([id, name]) => [name, id]));
  const take = (name) => {
    if (!ids.has(name)) return;
    box.value = "";
    setTriggerValue("picked", ids.get(name));
  };
  const box = element("input", { id: "box", list: "names", placeholder: hint, autocomplete: "off",
    oninput: () => take(box.value),
    onkeydown: ({ key }) => {
      if (key === "Enter" && box.value) take(first(box.value, ids));
    } });
  root.replaceChildren(
    element("label", { for: "box" }, label),
    box,
    element("datalist", { id: "names" }, ...options.map(([, name]) => element("option", { value: name }))));
}

function first(typed, ids) {
  const sought = typed.toLowerCase();
  return [...ids.keys()].find((name) => name.toLowerCase().includes(sought));
}
