"""How well the built-in engine reads: quotations, speakers, reported speech and positions against gold data.

    python benchmarks/attribution.py GOLD_DIR... [--textacy MODEL] [--limit N]

Each GOLD_DIR holds one data set as `dev.jsonl` (PolNeAR, SEESAW, GUM news, German Wikinews; see issue 3), or
several as `NAME/dev.jsonl`; it stays outside this repository, since its licences do not let it be passed on.
Definitions are those of `summarizer eval` (docs/evaluation.md), which scores whole summaries; here it is what
the engine reads before anything is checked.
`--textacy en_core_web_sm` runs textacy's direct quotations over that spaCy model on the same articles.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from summarizer.drafts import Reading
from summarizer.evaluate.contents import count_contents, rate_contents
from summarizer.evaluate.gold import GoldArticle, read_gold
from summarizer.evaluate.items import Item, Stand, is_same_speaker, take_annotation, take_positions
from summarizer.evaluate.overlap import divide, harmonic
from summarizer.evaluate.positions import count_positions
from summarizer.evaluate.quoted import count_runs, match_runs, split_runs
from summarizer.extractive import propose_draft, read_statements
from summarizer.records import Article, Metadata
from summarizer.split import split_sentences

Gold = tuple[GoldArticle, ...]
Items = dict[str, list[Item]]


def to_items(reading: Reading) -> list[Item]:
    """Statements as the scorer's items."""
    return [
        Item(
            kind=s.attribution.value,
            spans=s.content,
            speaker=None if s.speaker is None else reading.actors[s.speaker].name,
            speaker_span=s.speaker_span,
        )
        for s in reading.statements
    ]


def score_contents(gold: Gold, mine: Items, kinds: Sequence[str]) -> dict[str, float]:
    """Contents at IoU >= .5, and speaker accuracy on the pairs that share .3 of gold."""
    counts: Counter[str] = Counter()
    for article in gold:
        theirs = [take_annotation(a) for a in article.statements if a.kind in kinds]
        own = [item for item in mine[article.id] if item.kind in kinds]
        counts += count_contents(article.text, theirs, own)
    precision, recall, f1 = rate_contents(counts, "iou0.5")
    speaker = divide(counts["speakers_right"], counts["speakers"])
    return {"precision": precision, "recall": recall, "f1": f1, "speaker": speaker}


def score_runs(gold: Gold, mine: Items, *, german: bool, show: bool = False) -> dict[str, float]:
    """Quoted runs that gold covers: precision, recall, speaker accuracy."""
    counts: Counter[str] = Counter()
    for article in gold:
        text = article.text
        theirs = [take_annotation(a) for a in article.statements]
        runs, extra = match_runs(text, theirs, split_runs(text, mine[article.id]), german=german)
        counts += count_runs(runs, extra)
        for run in runs if show else ():
            start, end = run.span
            if run.found is None:
                print("MISSED", text[start:end][:150].replace("\n", "/"))
            elif run.gold.speaker_span is not None and not is_same_speaker(run.gold, run.found):
                print("GOLD", run.gold.speaker, "OWN", run.found.speaker)
                print("  ", text[max(0, start - 200) : end + 150].replace("\n", " / "))
        for item in extra if show else ():
            print("EXTRA", [text[s:e][:120] for s, e in item.spans])
    return {
        "precision": divide(counts["right"], counts["found"]),
        "recall": divide(counts["right"], counts["gold"]),
        "speaker": divide(counts["speakers_right"], counts["speakers"]),
        "speaker_end_to_end": divide(counts["speakers_right"], counts["gold_named"]),
    }


def score_positions(gold: Gold, stands: dict[str, list[Stand]]) -> dict[str, float]:
    """SEESAW: holders found, (holder, target) pairs, polarity on matched pairs; names by their last word."""
    counts: Counter[str] = Counter()
    for article in gold:
        entities = [entity["name"] for entity in article.meta.get("entities", ())]
        theirs = take_positions(article.positions)
        counts += count_positions(article.text, theirs, stands[article.id], entities)
    precision = divide(counts["pairs_right"], counts["pairs_found"])
    recall = divide(counts["pairs_right"], counts["pairs"])
    return {
        "holder_recall": divide(counts["holders_found"], counts["holders"]),
        "pair_precision": precision,
        "pair_recall": recall,
        "pair_f1": harmonic(precision, recall),
        "polarity": divide(counts["polarity_right"], counts["pairs_right"]),
    }


def read_set(gold: Gold, language: str | None) -> tuple[Items, dict[str, list[Stand]]]:
    """Statements and positions of every article."""
    items: Items = {}
    stands: dict[str, list[Stand]] = {}
    for one in gold:
        article = Article(raw=one.text, metadata=Metadata(language=language))
        sentences = split_sentences(article)
        reading = read_statements(one.text, sentences, language=language)
        draft = propose_draft(one.text, sentences, reading, article.metadata)
        items[one.id] = to_items(reading)
        stands[one.id] = [Stand(p.holder, p.stance, p.issue, p.spans) for p in draft.positions]
    return items, stands


def measure_speed(gold: Gold) -> float:
    """Megabytes (of UTF-8) a second of processor time, split and extract, best of two."""
    articles = [Article(raw=one.text) for one in gold]
    size = sum(len(a.text.encode()) for a in articles)
    best = 0.0
    for _ in range(2):
        start = time.process_time()  # others may share the machine
        for article in articles:
            read_statements(article.text, split_sentences(article))
        best = max(best, size / (time.process_time() - start) / 1e6)
    return best


def read_with_textacy(gold: Gold, model: str) -> tuple[Items, int, float]:
    """Quotations by textacy over spaCy, the articles on which it raised, KB a second."""
    import spacy
    from textacy.extract import direct_quotations

    pipeline = spacy.load(model)
    items: Items = {}
    failed, size, start = 0, 0, time.perf_counter()
    for article in gold:
        items[article.id] = []
        size += len(article.text.encode())
        try:
            for quotation in direct_quotations(pipeline(article.text)):
                content, speaker = quotation.content, quotation.speaker
                place = (speaker[0].idx, speaker[-1].idx + len(speaker[-1])) if speaker else None
                name = " ".join(token.text for token in speaker)
                items[article.id].append(
                    Item("direct", ((content.start_char, content.end_char),), name, place)
                )
        except ValueError:
            failed += 1
    return items, failed, size / (time.perf_counter() - start) / 1e3


def find_sets(folders: list[Path], limit: int | None) -> dict[str, Gold]:
    """The gold sets below some folders, by folder name."""
    sets = {}
    for folder in folders:
        for path in sorted([*folder.glob("dev.jsonl"), *folder.glob("*/dev.jsonl")]):
            sets[path.parent.name] = read_gold(path, limit)
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
    for name, gold in find_sets(arguments.folders, arguments.limit).items():
        if arguments.only and arguments.only != name:
            continue
        german = name == "wikinews_de"
        items, stands = read_set(gold, "de" if german else None)
        if any(article.positions for article in gold):
            show_table(f"{name} positions", score_positions(gold, stands))
            continue
        show_table(f"{name} quoted runs", score_runs(gold, items, german=german, show=arguments.show))
        for kinds in (("direct",), ("direct", "mixed"), ("indirect",)):
            show_table(f"{name} {'+'.join(kinds)} content", score_contents(gold, items, kinds))
        show_table(f"{name} speed", {"MB/s": measure_speed(gold)})
        if arguments.textacy and not german:
            peer, failed, speed = read_with_textacy(gold, arguments.textacy)
            show_table(f"{name} textacy quoted runs", score_runs(gold, peer, german=german))
            show_table(f"{name} textacy direct", score_contents(gold, peer, ("direct",)))
            show_table(f"{name} textacy", {"raised on": failed, "KB/s": speed})


if __name__ == "__main__":
    main()
