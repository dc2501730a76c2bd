// The scores of a selection: four numbers, the four components on one axis, and a sentence.
import { element } from "./dom.js";
import { figure, sentenceToCopy } from "./brief.js";
import { panels } from "./strips.js";

export default function render({ data, parentElement }) {
  const root = parentElement.querySelector(".scores");
  const [main, ...others] = data.figures;
  root.replaceChildren(
    element("div", { class: "answers" },
      figure(main, "main"), ...others.map((other) => figure(other, "next"))),
    ...panels(data),
    sentenceToCopy(data),
  );
}
