// Without the dashboard a reader can still point at a province for its state, and search a table.
for (const map of document.querySelectorAll("svg.country")) {
  const state = map.closest("section").querySelector(".state");
  const showState = (event) => {
    const title = event.target.closest("path")?.querySelector("title");
    if (title) state.textContent = title.textContent;
  };
  for (const kind of ["pointerover", "focusin", "click"]) map.addEventListener(kind, showState);
}
for (const field of document.querySelectorAll("input")) {
  const rows = field.closest("details").querySelectorAll("tbody tr");
  field.addEventListener("input", () => {
    const query = field.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(query);
  });
}
