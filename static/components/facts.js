// A leading sentence and a list of facts, each a term and what is known of it.
import { element } from "./dom.js";

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".facts");
  root.replaceChildren(
    element("p", { class: "status" }, data.status),
    element("p", { class: "lead" }, data.lead),
    ...data.notes.map((text) => element("p", { class: "aside" }, text)),
    element("dl", {}, ...data.items.flatMap(({ term, value }) => [
      element("dt", {}, term), element("dd", {}, value),
    ])),
  );
}
