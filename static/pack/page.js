// What a reader may do without the dashboard: ask a province for its state, and search a table.
for (const map of document.querySelectorAll("svg.country")) {
  const told = map.closest("section").querySelector(".told");
  const tell = (event) => {
    const title = event.target.closest("path")?.querySelector("title");
    if (title) told.textContent = title.textContent;
  };
  for (const kind of ["pointerover", "focusin", "click"]) map.addEventListener(kind, tell);
}
for (const field of document.querySelectorAll("input")) {
  const rows = field.closest("details").querySelectorAll("tbody tr");
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}
