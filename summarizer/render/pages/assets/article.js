// Choosing an item shows its evidence in the article, and the other way round; filters; keys.
"use strict";
(() => {
const $ = (id) => document.getElementById(id);
const items = [...document.querySelectorAll(".item")];
const marks = [...document.querySelectorAll("#article mark")];
const badges = [...document.querySelectorAll("#article .b")];
const pane = $("article"), form = $("filters"), say = $("say");
const wide = matchMedia("(min-width: 62rem)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
let chosen = null, from = null;

// "3-5 9" -> [3, 4, 5, 9]: which marks are an item's, in the order of the article.
const spread = (at) => at.split(" ").filter(Boolean).flatMap((range) => {
  const [first, last = first] = range.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
});
const piecesOf = new Map(items.map((item) => [item, spread(item.dataset.at)]));
const itemsOf = marks.map(() => []);
for (const [item, pieces] of piecesOf) for (const n of pieces) itemsOf[n].push(item);
// Of several items that a passage serves, the one with the least evidence comes first.
for (const list of itemsOf) list.sort((a, b) => piecesOf.get(a).length - piecesOf.get(b).length);

const behavior = () => (still.matches ? "auto" : "smooth");
const cite = (item) => item.querySelector(".cite");
const shown = () => items.filter((item) => !item.hidden && cite(item));

function showEvidence(item) {
  const first = marks[piecesOf.get(item)[0]];
  if (!first || !wide.matches) return;
  const at = first.getBoundingClientRect(), box = pane.getBoundingClientRect();
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  if (at.top < top + 40 || at.bottom > bottom - 40)
    pane.scrollBy({ top: at.top - top - (bottom - top) / 3, behavior: behavior() });
}

function mark(item, on) {
  item.classList.toggle("on", on);
  cite(item)?.setAttribute("aria-pressed", on);
  for (const badge of badges) if (badge.hash === "#" + item.id) badge.classList.toggle("on", on);
  for (const n of piecesOf.get(item)) marks[n].classList.toggle("on", on);
}

// The address leads to what is chosen. Where a page may not set it (in a frame, say), it stays.
function setHash(hash) {
  try { history.replaceState(null, "", location.href.split("#")[0] + hash); } catch {}
}

function choose(item, { quiet = false } = {}) {
  if (chosen) mark(chosen, false);
  chosen = item;
  pane.classList.toggle("choosing", Boolean(item));
  if (!item) {
    say.textContent = "";
    setHash("");
    return;
  }
  mark(item, true);
  setHash("#" + item.id);
  if (quiet) return;
  const quotes = [...item.querySelectorAll("blockquote bdi")].map((q) => q.textContent).join(" … ");
  say.textContent = "Evidence: " + (quotes.length > 300 ? quotes.slice(0, 300) + " …" : quotes);
}

function toItem(item) {
  item.scrollIntoView({ block: "center", behavior: behavior() });
  (cite(item) ?? item).focus({ preventScroll: true });
}

// What a click or Enter on something in the article leads to.
function chooseFromArticle(item, origin) {
  if (item.hidden) form.reset(), filter();
  from = origin;
  choose(item);
  toItem(item);
}

function move(step) {
  const list = shown();
  const here = document.activeElement?.closest?.(".item") ?? chosen;
  const at = list.indexOf(here);
  const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : at + step];
  if (!next) return;
  from = null;
  choose(next);
  toItem(next);
  showEvidence(next);
}

function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  const has = (item, name) => !wanted[name] || item.dataset[name] === wanted[name];
  // A stance is of positions and a kind of claims: with both chosen, either will do.
  const sort = (item) => (!wanted.stance && !wanted.kind)
    || (wanted.stance && item.dataset.stance === wanted.stance)
    || (wanted.kind && item.dataset.kind === wanted.kind);
  for (const item of items) item.hidden = !(has(item, "actor") && has(item, "verdict") && sort(item));
  for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector(".item:not([hidden])");
  marks.forEach((m, n) => m.classList.toggle("off", itemsOf[n].every((item) => item.hidden)));
  for (const badge of badges) badge.hidden = $(badge.hash.slice(1)).hidden;
  const left = items.filter((item) => !item.hidden).length;
  form.querySelector("[type=reset]").hidden = left === items.length;
  $("nothing").hidden = left > 0;
  $("count").textContent = left === items.length ? "" : `${left} of ${items.length}`;
  if (chosen?.hidden) choose(null);
}

document.documentElement.classList.add("js");
for (const item of items) {
  const link = cite(item);
  if (!link) continue;
  link.setAttribute("role", "button");
  link.setAttribute("aria-pressed", "false");
  link.setAttribute("aria-controls", item.id + "m article");
}
if (form) {
  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
}
$("keys").hidden = false;

document.addEventListener("click", (event) => {
  const target = event.target;
  if (target.closest(".source")) return;
  const badge = target.closest("#article .b");
  const piece = target.closest("#article mark");
  const item = target.closest(".item");
  if (badge) {
    event.preventDefault();
    chooseFromArticle($(badge.hash.slice(1)), badge);
  } else if (piece) {
    if (String(getSelection())) return;
    const list = itemsOf[marks.indexOf(piece)].filter((i) => !i.hidden);
    const next = list[(list.indexOf(chosen) + 1) % list.length];
    if (next) chooseFromArticle(next, null);
  } else if (item && cite(item)) {
    const link = target.closest(".cite");
    if (link) event.preventDefault();
    else if (String(getSelection())) return;
    from = null;
    if (item === chosen && link) return choose(null);
    choose(item);
    showEvidence(item);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (event.key === "Escape") {
    if (!chosen) return;
    choose(null);
    from?.focus();
    from = null;
    return;
  }
  if (target.matches("select, input, textarea")) return;
  const onItem = target.matches(".cite");
  const letter = $("letters").checked ? { j: 1, k: -1 }[event.key] : 0;
  const step = letter || (onItem ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : 0);
  if (step) {
    event.preventDefault();
    move(step);
  } else if (onItem && event.key === " ") {
    event.preventDefault();
    target.click();
  }
});

function followHash() {
  const item = items.find((i) => "#" + i.id === location.hash);
  if (!item) return;
  choose(item, { quiet: true });
  item.scrollIntoView({ block: "center" });
  showEvidence(item);
}
addEventListener("hashchange", followHash);
followHash();
})();
