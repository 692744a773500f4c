// Search, narrowing and sorting of the articles of a run. All rows are in the page; this hides and moves them.
"use strict";
(() => {
const form = document.getElementById("find");
const list = document.getElementById("rows");
const count = document.getElementById("count");
const nothing = document.getElementById("nothing");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const rows = [...list.children].map((row, number) => ({
  row, number,
  claims: Number(row.dataset.claims),
  doubtful: Number(row.dataset.doubtful),
  error: row.classList.contains("error") ? 1 : 0,
  date: row.querySelector("time")?.textContent ?? "",
  headline: null, text: null,
}));
// What a search or a sort by headline needs is read when it is first asked for.
const textOf = (entry) => (entry.text ??= fold(entry.row.textContent.replace(/\s+/g, " ")));
const headlineOf = (entry) => (entry.headline ??= entry.row.querySelector("h2").textContent);
const { compare } = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
let order = "";

function sort(by) {
  if (by === order) return;
  order = by;
  const [key, sign] = by.startsWith("-") ? [by.slice(1), -1] : [by, 1];
  const sorted = [...rows];
  if (key === "headline") sorted.sort((a, b) => compare(headlineOf(a), headlineOf(b)) || a.number - b.number);
  else if (key === "date")  // what has no date comes last, either way
    sorted.sort((a, b) => !a.date - !b.date || sign * (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || a.number - b.number);
  else if (key) sorted.sort((a, b) => sign * (a[key] - b[key]) || a.number - b.number);
  // Emptied first: where rows are taken out one by one, Chromium looks through all white space that they leave
  // behind, each time, which takes 15 s for 5,000.
  list.replaceChildren();
  const all = new DocumentFragment();
  for (const entry of sorted) all.append(entry.row);
  list.append(all);
}

function update() {
  const words = fold(form.elements.words.value).split(/\s+/).filter(Boolean);
  const state = form.elements.state?.value ?? "";
  let left = 0;
  for (const entry of rows) {
    const fits = (!state || entry.row.classList.contains(state)) && words.every((word) => textOf(entry).includes(word));
    if (entry.row.hidden === fits) entry.row.hidden = !fits;
    left += fits;
  }
  sort(form.elements.order.value);
  count.textContent = left === rows.length ? "" : `${left.toLocaleString("en")} of ${rows.length.toLocaleString("en")}`;
  nothing.hidden = left > 0 || rows.length === 0;
}

document.documentElement.classList.add("js");
form.hidden = rows.length < 2;
form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !form.elements.words.value) return;
  form.elements.words.value = "";
  update();
});
// Coming back from an article, the browser has kept what was typed.
addEventListener("pageshow", update);
})();
