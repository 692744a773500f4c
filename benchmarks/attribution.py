"""How well the built-in engine reads: quotations, speakers, reported speech and positions against gold data.

    python benchmarks/attribution.py GOLD_DIR... [--textacy MODEL] [--limit N]

Each GOLD_DIR holds one data set as `dev.jsonl` (PolNeAR, SEESAW, GUM news, German Wikinews; see issue 3), or
several as `NAME/dev.jsonl`; it stays outside this repository, since its licences do not let it be passed on.
Definitions are those of the scoring study: contents are compared on their letters and digits, aligned one to
one by best overlap; a speaker is right when its span overlaps the gold one or shares a name with it.
`--textacy en_core_web_sm` runs textacy's direct quotations over that spaCy model on the same articles.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from summarizer.drafts import Reading
from summarizer.extractive import find_quotations, propose_draft, read_statements
from summarizer.records import Article, Metadata
from summarizer.split import split_sentences

Span = tuple[int, int]
Item = dict[str, Any]
_DROPPED = """
the a an of and in for to mr mrs ms dr sen rep gov president secretary former said he she they it we i you
who his her their
"""
_DROP = frozenset(_DROPPED.split())
_OPENERS = {"“": '”"', "«": "»"}
_GERMAN_OPENERS = {"„": '“”"', "»": "«", "«": "»", "“": "”“"}


def letters(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    """The offsets of letters and digits within spans."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def name_words(name: str | None) -> set[str]:
    """The words of a name that tell one from another."""
    return {w for w in re.findall(r"[^\W_]+", (name or "").lower()) if w not in _DROP and len(w) > 1}


def same_speaker(gold: Item, mine: Item) -> bool | None:
    """Whether both name the same speaker; None where gold names none."""
    theirs, ours = gold.get("speaker_span"), mine.get("speaker_span")
    if theirs is None and not gold.get("speaker"):
        return None
    if theirs and ours and max(theirs[0], ours[0]) < min(theirs[1], ours[1]):
        return True
    extra = gold.get("extra", {})
    known = name_words(gold.get("speaker")) | name_words(extra.get("speaker_resolved"))
    return bool((known | name_words(extra.get("speaker_resolved_auto"))) & name_words(mine.get("speaker")))


def quoted_runs(text: str, german: bool) -> list[Span]:
    """Regions in double quotation marks, marks included, as the gold's own definition has them."""
    openers = _GERMAN_OPENERS if german else _OPENERS
    runs: list[Span] = []
    at = 0
    paragraphs = text.split("\n")
    carry = ""
    for number, paragraph in enumerate(paragraphs):
        opened, closer, i = -1, "", 0
        if carry and paragraph.strip():
            opened, closer, carry = len(paragraph) - len(paragraph.lstrip()), carry, ""
            i = opened
        while i < len(paragraph):
            mark, two = paragraph[i], paragraph[i : i + 2]
            step = 1
            if opened < 0:
                if two in ("``", "''"):
                    opened, closer, step = i, "''", 2
                elif mark == '"' or mark in openers:
                    opened, closer = i, openers.get(mark, '"')
                elif (
                    mark == "”"
                    and not german
                    and i + 1 < len(paragraph)
                    and (i == 0 or paragraph[i - 1].isspace())
                ):
                    opened, closer = i, '”"'
            elif closer == "''":
                if two == "''":
                    runs.append((at + opened, at + i + 2))
                    opened, step = -1, 2
            elif mark in closer:
                runs.append((at + opened, at + i + 1))
                opened = -1
            i += step
        if opened >= 0 and len(paragraph) - opened > 1:
            runs.append((at + opened, at + len(paragraph)))
            following = next((p for p in paragraphs[number + 1 :] if p.strip()), "").lstrip()
            k = following.find('"')
            if closer == '"' and k > 0 and not following[k - 1].isspace() and following[k - 1] not in "([":
                carry = closer if not following[k + 1 : k + 2].isalnum() else ""
            elif closer == '”"' and "”" in following:
                first = following.find("“")
                carry = closer if first < 0 or following.find("”") < first else ""
        at += len(paragraph) + 1
    return runs


def align(text: str, gold: list[Item], mine: list[Item]) -> list[tuple[int, int, int, int, int]]:
    """One-to-one pairs by best overlap: (gold index, own index, common, gold size, own size)."""
    theirs = [letters(text, g["content_spans"]) for g in gold]
    ours = [letters(text, m["content_spans"]) for m in mine]
    pairs = []
    for i, x in enumerate(theirs):
        for j, y in enumerate(ours):
            if common := len(x & y):
                pairs.append((-common / len(x | y), i, j, common))
    used_gold: set[int] = set()
    used_mine: set[int] = set()
    aligned = []
    for _, i, j, common in sorted(pairs):
        if i not in used_gold and j not in used_mine:
            used_gold.add(i)
            used_mine.add(j)
            aligned.append((i, j, common, len(theirs[i]), len(ours[j])))
    return aligned


def ratio(part: float, whole: float) -> float:
    """A share, 0 of nothing."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return ratio(2 * precision * recall, precision + recall)


def to_items(reading: Reading) -> list[Item]:
    """Statements as the scorer's items."""
    return [
        {
            "kind": s.attribution.value,
            "content_spans": s.content,
            "speaker": None if s.speaker is None else reading.actors[s.speaker].name,
            "speaker_span": s.speaker_span,
        }
        for s in reading.statements
    ]


def to_runs(text: str, items: list[Item]) -> list[Item]:
    """One item a quoted run: the quotations that a statement's content covers, with its speaker."""
    spans = sorted(((s, e, item) for item in items for s, e in item["content_spans"]), key=lambda x: x[:2])
    runs = []
    k = 0
    for quotation in find_quotations(text):
        if quotation.single:
            continue
        start, end = quotation.inner
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        best, most = None, 0
        for s, e, item in spans[max(0, k - 3) : k + 6]:
            common = min(e, end) - max(s, start)
            if common > most and item["kind"] in ("direct", "mixed"):
                best, most = item, common
        if best is not None and most * 2 >= end - start:
            runs.append({**best, "content_spans": [(quotation.start, quotation.end)]})
    return runs


def score_contents(
    records: list[Item], mine: dict[str, list[Item]], kinds: Sequence[str]
) -> dict[str, float]:
    """Contents at IoU >= .5, and speaker accuracy on the pairs that share .3 of gold."""
    c: Counter[str] = Counter()
    for record in records:
        gold = [a for a in record["annotations"] if a["kind"] in kinds]
        own = [a for a in mine[record["id"]] if a["kind"] in kinds]
        c["gold"] += len(gold)
        c["own"] += len(own)
        for i, j, common, g, o in align(record["text"], gold, own):
            c["hit"] += common / (g + o - common) >= 0.5
            if common / g > 0.3 and (right := same_speaker(gold[i], own[j])) is not None:
                c["speakers"] += 1
                c["right"] += right
    precision, recall = ratio(c["hit"], c["own"]), ratio(c["hit"], c["gold"])
    return {
        "precision": precision,
        "recall": recall,
        "f1": harmonic(precision, recall),
        "speaker": ratio(c["right"], c["speakers"]),
    }


def score_runs(
    records: list[Item], mine: dict[str, list[Item]], german: bool, least: int = 4, show: int = 0
) -> dict[str, float]:
    """Quoted runs of at least `least` words that gold covers: precision, recall, speaker accuracy."""
    c: Counter[str] = Counter()
    for record in records:
        text = record["text"]
        gold = [
            (a, letters(text, a["content_spans"]))
            for a in record["annotations"]
            if a["kind"] in ("direct", "mixed")
        ]
        own = [
            m
            for m in mine[record["id"]]
            if sum(len(text[s:e].split()) for s, e in m["content_spans"]) >= least
        ]
        ours = [letters(text, m["content_spans"]) for m in own]
        used: set[int] = set()
        c["own"] += len(own)
        for start, end in quoted_runs(text, german):
            if len(text[start:end].split()) < least:
                continue
            run = letters(text, [(start, end)])
            best = max(gold, key=lambda x: len(x[1] & run), default=None)
            if not run or best is None or len(best[1] & run) <= 0.5 * len(run):
                continue
            c["gold"] += 1
            c["speakers_gold"] += best[0].get("speaker_span") is not None
            overlap, j = max(
                ((len(run & y) / len(run | y), j) for j, y in enumerate(ours) if j not in used and run & y),
                default=(0.0, -1),
            )
            if overlap < 0.5:
                if show:
                    print("MISSED", text[start:end][:150].replace("\n", "/"))
                continue
            used.add(j)
            c["hit"] += 1
            if best[0].get("speaker_span") is not None:
                c["speakers"] += 1
                right = bool(same_speaker(best[0], own[j]))
                c["right"] += right
                if show and not right:
                    around = text[max(0, start - 200) : end + 150].replace("\n", " / ")
                    print("GOLD", best[0]["speaker"], best[0].get("cue"), "OWN", own[j]["speaker"])
                    print("  ", around)
        if show:
            for j, item in enumerate(own):
                if j not in used:
                    print("EXTRA", [text[s:e][:120] for s, e in item["content_spans"]])
    return {
        "precision": ratio(c["hit"], c["own"]),
        "recall": ratio(c["hit"], c["gold"]),
        "speaker": ratio(c["right"], c["speakers"]),
        "speaker_end_to_end": ratio(c["right"], c["speakers_gold"]),
    }


def last_word(name: str | None) -> str:
    """The word of a name that articles use alone."""
    words = re.findall(r"[^\W_]+", (name or "").lower())
    return words[-1] if words else ""


def score_positions(
    records: list[Item], positions: dict[str, list[tuple[str, str, str]]]
) -> dict[str, float]:
    """SEESAW: holders found, (holder, target) pairs, polarity on matched pairs; names by their last word."""
    c: Counter[str] = Counter()
    for record in records:
        gold: dict[tuple[str, str], set[str]] = {}
        for a in record["annotations"]:
            if a["speaker"] and a["extra"].get("target"):
                key = (last_word(a["speaker"]), last_word(a["extra"]["target"]))
                gold.setdefault(key, set()).add("supports" if a["extra"]["stance"] == "POS" else "opposes")
        own: dict[tuple[str, str], set[str]] = {}
        entities = {last_word(e["name"]) for e in record["meta"]["entities"]} | {t for _, t in gold}
        for holder, stance, issue in positions[record["id"]]:
            words = set(re.findall(r"[^\W_]+", issue.lower()))
            for target in words & entities:
                both = ("supports", "opposes") if stance == "mixed" else (stance,)
                own.setdefault((last_word(holder), target), set()).update(both)
        holders = {h for h, _ in gold}
        c["holders"] += len(holders)
        c["holders_hit"] += len(holders & {last_word(h) for h, _, _ in positions[record["id"]]})
        c["gold"] += len(gold)
        c["own"] += len(own)
        for key in gold.keys() & own.keys():
            c["hit"] += 1
            c["polarity"] += bool(gold[key] & own[key])
    precision, recall = ratio(c["hit"], c["own"]), ratio(c["hit"], c["gold"])
    return {
        "holder_recall": ratio(c["holders_hit"], c["holders"]),
        "pair_precision": precision,
        "pair_recall": recall,
        "pair_f1": harmonic(precision, recall),
        "polarity": ratio(c["polarity"], c["hit"]),
    }


def read_set(
    records: list[Item], language: str | None
) -> tuple[dict[str, list[Item]], dict[str, list[tuple[str, str, str]]]]:
    """Statements and positions of every record."""
    items, positions = {}, {}
    for record in records:
        text = record["text"]
        article = Article(raw=text, metadata=Metadata(language=language))
        sentences = split_sentences(article)
        reading = read_statements(text, sentences, language=language)
        draft = propose_draft(text, sentences, reading, article.metadata)
        items[record["id"]] = to_items(reading)
        positions[record["id"]] = [(p.holder, p.stance.value, p.issue) for p in draft.positions]
    return items, positions


def measure_speed(records: list[Item]) -> float:
    """Megabytes (of UTF-8) a second, split and extract, best of two."""
    articles = [Article(raw=r["text"]) for r in records]
    size = sum(len(a.text.encode()) for a in articles)
    best = 0.0
    for _ in range(2):
        start = time.perf_counter()
        for article in articles:
            read_statements(article.text, split_sentences(article))
        best = max(best, size / (time.perf_counter() - start) / 1e6)
    return best


def read_with_textacy(records: list[Item], model: str) -> tuple[dict[str, list[Item]], int, float]:
    """Quotations by textacy over spaCy, the articles on which it raised, KB a second."""
    import spacy
    from textacy.extract import direct_quotations

    pipeline = spacy.load(model)
    items: dict[str, list[Item]] = {}
    failed, size, start = 0, 0, time.perf_counter()
    for record in records:
        items[record["id"]] = []
        size += len(record["text"].encode())
        try:
            for quotation in direct_quotations(pipeline(record["text"])):
                content, speaker = quotation.content, quotation.speaker
                items[record["id"]].append(
                    {
                        "kind": "direct",
                        "content_spans": [(content.start_char, content.end_char)],
                        "speaker": " ".join(t.text for t in speaker),
                        "speaker_span": (speaker[0].idx, speaker[-1].idx + len(speaker[-1]))
                        if speaker
                        else None,
                    }
                )
        except ValueError:
            failed += 1
    return items, failed, size / (time.perf_counter() - start) / 1e3


def find_sets(folders: list[Path]) -> dict[str, list[Item]]:
    """The gold sets below some folders, by folder name."""
    sets = {}
    for folder in folders:
        for path in sorted([*folder.glob("dev.jsonl"), *folder.glob("*/dev.jsonl")]):
            with path.open(encoding="utf-8") as lines:
                sets[path.parent.name] = [json.loads(line) for line in lines]
    return sets


def print_row(name: str, figures: dict[str, float]) -> None:
    """One line of the table."""
    print(f"{name:36}" + "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))


def main(
    argv: Sequence[str] | None = None, show_table: Callable[[str, dict[str, float]], None] = print_row
) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--textacy", metavar="MODEL", help="also run textacy over this spaCy model")
    parser.add_argument("--limit", type=int, help="only the first N articles of each set")
    parser.add_argument(
        "--show", action="store_true", help="print every miss (of gold text: do not pass it on)"
    )
    parser.add_argument("--only", help="only this set")
    arguments = parser.parse_args(argv)
    for name, everything in find_sets(arguments.folders).items():
        if arguments.only and arguments.only != name:
            continue
        records = everything[: arguments.limit]
        german = name == "wikinews_de"
        items, positions = read_set(records, "de" if german else None)
        if any(a["kind"] == "position" for r in records for a in r["annotations"]):
            show_table(f"{name} positions", score_positions(records, positions))
            continue
        runs = {r["id"]: to_runs(r["text"], items[r["id"]]) for r in records}
        show_table(f"{name} quoted runs", score_runs(records, runs, german, show=arguments.show))
        for kinds in (("direct",), ("direct", "mixed"), ("indirect",)):
            show_table(f"{name} {'+'.join(kinds)} content", score_contents(records, items, kinds))
        show_table(f"{name} speed", {"MB/s": measure_speed(records)})
        if arguments.textacy and not german:
            peer, failed, speed = read_with_textacy(records, arguments.textacy)
            peer_runs = {r["id"]: to_runs(r["text"], peer[r["id"]]) for r in records}
            show_table(f"{name} textacy quoted runs", score_runs(records, peer_runs, german))
            show_table(f"{name} textacy direct", score_contents(records, peer, ("direct",)))
            show_table(f"{name} textacy", {"raised on": failed, "KB/s": speed})


if __name__ == "__main__":
    main()
