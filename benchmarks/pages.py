"""Pages: what the page of a 3,000-word article weighs, and how soon Chromium shows it; an index of 5,000.

    python benchmarks/pages.py [ARTICLE] [--rows 5000] [--runs 7] [--chromium chromium]

Without ARTICLE the examples are repeated to 3,000 words. Times are medians: to the first paint with content,
until the page answers (its script has run), and from a choice to the painted answer.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from summarizer import Summary, summarize
from summarizer.render.pages import render_article_page, render_run
from summarizer.rows import Failure, Row

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))
WORDS = 3_000
LOADED = """() => {
    const [page] = performance.getEntriesByType("navigation");
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return [paint.startTime, page.domContentLoadedEventEnd];
}"""
PAINTED = """() => new Promise((done) => {
    const name = "first-contentful-paint";
    const look = (list) => list.getEntriesByName(name).length && done();
    new PerformanceObserver(look).observe({ type: "paint", buffered: true });
})"""
ANSWER = """async ([selector, value, kind]) => {
    const element = document.querySelector(selector), start = performance.now();
    if (kind === "click") element.click();
    else { element.value = value; element.dispatchEvent(new Event(kind, { bubbles: true })); }
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
}"""


def make_article() -> str:
    """The examples, one after the other, until there are enough words."""
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES if path.stem != "wasserwerk"]
    words, parts = 0, []
    while words < WORDS:
        parts.append(texts[len(parts) % len(texts)])
        words += len(parts[-1].split())
    return "\n\n".join(parts)


def make_rows(summary: Summary, count: int) -> Iterator[Row]:
    """That many articles, every hundredth an error, with their own headline and date."""
    for n in range(count):
        if n % 100 == 99:
            yield Row(id=f"{n}", error=Failure(type="ReplyError", message="the reply is empty"))
            continue
        headline = summary.headline.model_copy(update={"text": f"{summary.headline.text}, part {n}"})
        metadata = summary.source.metadata.model_copy(update={"date": f"20{n % 25:02}-{n % 12 + 1:02}-01"})
        source = summary.source.model_copy(update={"metadata": metadata})
        yield Row(id=f"{n}", summary=summary.model_copy(update={"headline": headline, "source": source}))


def load(browser: Browser, path: Path, answers: list[list[str]], runs: int) -> list[float]:
    """Medians of first paint, readiness, and each answer; every run in a fresh context."""
    rows = []
    for _ in range(runs):
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page: Page = context.new_page()
        page.goto(path.as_uri())
        page.evaluate(PAINTED)
        rows.append([*page.evaluate(LOADED), *(page.evaluate(ANSWER, answer) for answer in answers)])
        context.close()
    return [median(column) for column in zip(*rows, strict=True)]


def main() -> None:
    """Print weights and medians."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", nargs="?", type=Path)
    parser.add_argument("--rows", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--chromium", default=shutil.which("chromium") or "chromium")
    arguments = parser.parse_args()
    text = arguments.article.read_text(encoding="utf-8") if arguments.article else make_article()
    summary = summarize(text, model="extractive")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=arguments.chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        start = time.process_time()
        html = render_article_page(summary)
        first = time.process_time() - start
        start = time.process_time()
        html = render_article_page(summary)
        again = time.process_time() - start
        path = Path(folder) / "article.html"
        path.write_text(html, encoding="utf-8")
        weight = (len(html.encode()) - len(summary.text.encode())) / 1_000
        words, items = len(summary.text.split()), len(summary.claims) + len(summary.positions)
        print(f"article of {words:,} words, {items} items: {weight:.0f} kB without the article (bar 150)")
        print(f"  made in {again * 1_000:.0f} ms (the first {first * 1_000:.0f})")
        paint, ready, choice = load(browser, path, [[".cite", "", "click"]], arguments.runs)
        blank = Path(folder) / "blank.html"
        blank.write_text("<!doctype html><p>blank", encoding="utf-8")
        least, _ = load(browser, blank, [], arguments.runs)
        print(f"  first paint {paint:.0f} ms (bar 200; a blank page {least:.0f}), ready {ready:.0f} ms, "
              f"a choice {choice:.0f} ms")  # fmt: skip

        start = time.process_time()
        short = summarize(EXAMPLES[0].read_text(encoding="utf-8"), model="extractive")
        for name, page in render_run(make_rows(short, arguments.rows), "benchmark"):
            if "/" not in name:
                (Path(folder) / name).write_text(page, encoding="utf-8")
                weight = len(page.encode()) / 1e6
        taken = time.process_time() - start
        print(f"run of {arguments.rows:,} articles: made in {taken:.0f} s, an index of {weight:.1f} MB")
        answers = [
            ["[name=words]", "part 49", "input"],
            ["[name=words]", "", "input"],
            ["[name=order]", "headline", "input"],
            ["[name=order]", "-date", "input"],
            ["[name=state]", "error", "input"],
        ]
        figures = load(browser, Path(folder) / "index.html", answers, arguments.runs)
        names = ("first paint", "ready", "search", "all again", "by headline", "by date", "errors alone")
        print("  " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in zip(names, figures, strict=True)))
        browser.close()


if __name__ == "__main__":
    main()
