// Search and filter; a link to a cell unfolds it.
"use strict";
(() => {
const $ = (id) => document.getElementById(id);
const found = [...document.querySelectorAll(".found")];
const form = $("filters");

function filter() {
  const wanted = new FormData(form);
  const words = String(wanted.get("words") ?? "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const state = wanted.get("state");
  let left = 0;
  for (const part of found) {
    const text = part.dataset.words;
    part.hidden = !(words.every((word) => text.includes(word)) && (!state || part.dataset.state.split(" ").includes(state)));
    if (!part.hidden) left += 1;
  }
  $("nothing").hidden = left > 0;
  $("count").textContent = left === found.length ? "" : `${left} of ${found.length}`;
}

// From a cell of the matrix to its evidence, and the same for an address that ends in one.
function unfold() {
  const target = location.hash && $(location.hash.slice(1));
  if (!target) return;
  const part = target.closest(".found");
  if (part?.hidden) form.reset(), filter();
  for (const around of [target, target.closest("details")]) if (around?.tagName === "DETAILS") around.open = true;
  target.scrollIntoView({ block: "center" });
  target.querySelector("summary")?.focus({ preventScroll: true });
}

document.documentElement.classList.add("js");
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", unfold);
addEventListener("click", (event) => {
  // The address does not change for what is chosen twice.
  if (event.target.closest?.(".matrix a")?.hash === location.hash) unfold();
});
unfold();
})();
