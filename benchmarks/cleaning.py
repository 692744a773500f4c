"""Measure cleaning on data that lives outside this repository; each command takes the path of its data.

cleaning.py pasted SCORER [SPLIT]   pasted articles with noise, by the scorer that lies beside them
cleaning.py kept FILE...            clean articles (JSON lines with "text"): how much of them is lost, and why
cleaning.py pages FOLDER            scrapinghub's article-extraction-benchmark, side by side with trafilatura
cleaning.py speed                   invented text: megabytes a second, and a megabyte of awkward signs
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from html import unescape
from pathlib import Path
from types import ModuleType

from summarizer.clean import clean_article
from summarizer.errors import EmptyArticleError, SummarizerError
from summarizer.records import Article

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def load_module(path: Path) -> ModuleType:
    """A Python file from anywhere, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def map_characters(article: Article) -> list[int]:
    """For each character of the text its raw offset; what an edit wrote leads to the ends of its span."""
    offsets: list[int] = []
    at = 0
    for edit in article.edits:
        offsets += range(at, edit.start)
        size = len(edit.replacement)
        ends_line = article.raw[edit.end : edit.end + 1] in ("", "\r", "\n")
        offsets += [edit.start] * (size - 1) + [edit.end - 1 if ends_line else edit.start] * (size > 0)
        at = edit.end
    offsets += range(at, len(article.raw))
    return offsets


def measure_pasted(scorer: Path, split: str) -> None:
    """Run the scorer of the pasted articles on our cleaner, with the map."""

    def clean(raw: str) -> tuple[str, list[int]]:
        article = clean_article(raw, kind="text")
        return article.text, map_characters(article)

    module = load_module(scorer)
    rows = [json.loads(line) for line in (scorer.parent / f"{split}.jsonl").read_text("utf-8").splitlines()]
    for name, value in module.run(clean, rows, True, True, True).items():
        print(f"{name:12} {value}")
    print(f"{'seed':12} {module.seed(clean, True)}")


def measure_kept(files: list[Path]) -> None:
    """What share of the words of clean articles goes, by reason."""
    for file in files:
        lost = words = untouched = count = 0
        seconds = size = 0.0
        reasons: Counter[str] = Counter()
        for line in file.read_text("utf-8").splitlines():
            raw = json.loads(line)["text"]
            began = time.process_time()
            article = clean_article(raw, kind="text")
            seconds += time.process_time() - began
            size += len(raw.encode()) / 1e6
            before, after = Counter(_WORD.findall(raw)), Counter(_WORD.findall(article.text))
            gone = sum((before - after).values())
            lost, words, count = lost + gone, words + sum(before.values()), count + 1
            untouched += not gone
            for edit in article.edits:
                reasons[edit.reason] += (
                    len(_WORD.findall(raw[edit.start : edit.end])) if not edit.replacement.strip() else 0
                )
        print(
            f"{file}: {count} articles, {untouched} whole, {100 * lost / words:.4f}% of words lost, "
            f"{size / seconds:.1f} MB/s, words by reason: {dict((+reasons).most_common())}"
        )


def measure_pages(folder: Path) -> None:
    """F1 and pages a second, ours and trafilatura's in turns on each page; and our map by sentence."""
    from trafilatura import extract

    evaluate = load_module(folder / "evaluate.py").evaluate
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in truth}
    articles: dict[str, Article] = {}

    def run_ours(key: str) -> str:
        try:
            articles[key] = clean_article(pages[key])
        except SummarizerError:
            return ""
        return articles[key].text

    def run_trafilatura(key: str) -> str:
        return extract(pages[key], fast=True, include_comments=False) or ""

    runners: dict[str, Callable[[str], str]] = {"ours": run_ours, "trafilatura fast": run_trafilatura}
    found: dict[str, dict[str, dict[str, str]]] = {name: {} for name in runners}
    seconds: Counter[str] = Counter()
    for key in list(pages)[:3]:
        run_ours(key), run_trafilatura(key)
    for key in pages:
        for name, runner in runners.items():
            best = float("inf")
            for _ in range(3):
                began = time.process_time()
                text = runner(key)
                best = min(best, time.process_time() - began)
            seconds[name] += best
            found[name][key] = {"articleBody": text}
    for name in runners:
        scores = evaluate(truth, found[name], 1000)
        print(
            f"{name:18} F1 {scores['f1']:.4f} ± {scores['f1_std']:.4f}  precision {scores['precision']:.4f}  "
            f"recall {scores['recall']:.4f}  {len(pages) / seconds[name]:.1f} pages/s"
        )
    right = total = 0
    for article in articles.values():
        for match in _SENTENCE.finditer(article.text):
            sentence = match[0].strip()
            if len(sentence) < 10:
                continue
            start = match.start() + match[0].index(sentence)
            raw_start, raw_end = article.to_raw(start, start + len(sentence))
            total += 1
            right += read_source(article.raw[raw_start:raw_end]) == squeeze(sentence)
    print(f"sentences whose raw span holds the sentence: {right} of {total} = {right / max(1, total):.4f}")


def read_source(raw: str) -> str:
    """What a stretch of a page says: without scripts, comments, tags and spaces."""
    raw = re.sub(r"<(script|style|noscript|template|svg)\b.*?</\1>|<!--.*?-->", "", raw, flags=re.S | re.I)
    return squeeze(unescape(re.sub(r"<[^>]*>", "", raw)))


def squeeze(text: str) -> str:
    """Text without spaces, bullets and characters that do not print."""
    return "".join(c for c in text if c.isprintable() and not c.isspace()).lstrip("•")


def measure_speed() -> None:
    """Megabytes a second on invented text, clean and noisy, and seconds for a megabyte of awkward signs."""
    clean = "\n\n".join(
        f"The council of Westhaven voted on day {n} to close hall {n % 7}, ending a dispute that split it. "
        f"“We could not afford another winter of repairs,” said council leader Marta Oduya, who opposed it."
        for n in range(5000)
    )
    noisy = clean.replace(
        "\n\nThe council of Westhaven voted on day 1",
        "\n\nAdvertisement\n\nRead more: A hall\n\nThe council voted on day 1",
    )
    for name, text in (("clean", clean), ("noisy", noisy)):
        best = min(time_once(text) for _ in range(3))
        print(f"{name:18} {len(text.encode()) / 1e6 / best:.1f} MB/s")
    seconds = {unit: time_once(unit * (1_000_000 // len(unit))) for unit in AWKWARD}
    for unit, each in sorted(seconds.items(), key=lambda pair: -pair[1]):
        print(f"1 MB of {unit!r:24} {each:.2f} s")


# What could be slow: units that each stage reacts to, again and again.
AWKWARD = (
    "{", "}", "<", ">", "“", '"', "'", "a", "a ", "a\n", "a\r", "\r", "\n", " \n", "\t", "|", "| a | b |\n",
    "#", "# a\n", "*", "**a** ", "_a_ ", "- a\n", "1. a\n", "[a](", "[", "]", "(", "`", "~", "<a ", "<p>",
    "<p>a</p>", "<!--", "<script>", "</", "&", "&amp;", "&#8217;", "&amp;amp;#39;", "&lt;p&gt;", "{\n",
    "}\n", "x = 1; ", "x = 1;\n", "f('a');", "function a(){", '"a": 1,\n', '"a": {', ".a{b:c}", ".a{b:c}\n",
    "@media a{", "{{", "{{a}}", "{%", "[caption]", "> a b c\n", ">", "=\n", "=E2=80=99", "â€™", "Ã©",
    "a â€™ b\n", "\u00ad", "a\u00ad", "\u200b", "\ufeff", "e\u0301", "\u0301", "ﬁ", "字", "字。", "ا",
    "word-\nword ", "a-\n", "From: a\n", "On a wrote:\n", "http://a.b/c ", "@a ", "a@b.c ", "By A B\n",
    "Share\n", "Advertisement\n", "Read more: a b c\n", "Photo: A B/AFP\n", "10 March 2025\n", "12:30\n",
    "Related\nA b c d e\n", "we use cookies to improve your experience.\n",
    "A said that b c d e f g h i j k.\n", "Said “a,” he said. ", "a: b ", "% ", ";", "...", "—",
)  # fmt: skip


def time_once(text: str) -> float:
    """Seconds for one text."""
    began = time.process_time()
    with suppress(EmptyArticleError):
        clean_article(text, kind="text")
    return time.process_time() - began


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    pasted = commands.add_parser("pasted")
    pasted.add_argument("scorer", type=Path)
    pasted.add_argument("split", nargs="?", default="dev")
    commands.add_parser("kept").add_argument("files", type=Path, nargs="+")
    commands.add_parser("pages").add_argument("folder", type=Path)
    commands.add_parser("speed")
    arguments = parser.parse_args()
    if arguments.command == "pasted":
        measure_pasted(arguments.scorer, arguments.split)
    elif arguments.command == "kept":
        measure_kept(arguments.files)
    elif arguments.command == "pages":
        measure_pages(arguments.folder)
    else:
        measure_speed()


if __name__ == "__main__":
    main()
