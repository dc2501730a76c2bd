// A box to find a city by any of its names. It is empty again after each choice without a new run:
// Streamlit would send a select box again, with its whole list, whenever it is emptied.
import { element } from "./dom.js";

export default function render({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".finder");
  const { label, hint, options } = data;
  const ids = new Map(options.map(([id, name]) => [name, id]));
  const pick = (name) => {
    if (!ids.has(name)) return;
    box.value = "";
    setTriggerValue("picked", ids.get(name));
  };
  const box = element("input", { id: "box", list: "names", placeholder: hint, autocomplete: "off",
    oninput: () => pick(box.value),
    onkeydown: ({ key }) => {
      if (key === "Enter" && box.value) pick(first(box.value, ids));
    } });
  root.replaceChildren(
    element("label", { for: "box" }, label),
    box,
    element("datalist", { id: "names" }, ...options.map(([, name]) => element("option", { value: name }))));
}

function first(typed, ids) {
  const text = typed.toLowerCase();
  return [...ids.keys()].find((name) => name.toLowerCase().includes(text));
}
