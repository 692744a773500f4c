"""How well the checks tell a faithful claim from a changed one, and how fast, beside other groundings.

    python benchmarks/checks.py                     # the invented pairs in benchmarks/checks
    python benchmarks/checks.py --show              # and every miss and false alarm
    python benchmarks/checks.py --gold DIR          # also verbatim, human and edited pairs from gold data
    python benchmarks/checks.py --peers             # also langextract's aligner and instructor's citation

A pair file has one JSON object a line: "e" the evidence, "ok" its faithful claims, "bad" its changed ones as
[kind, claim]; a claim is a text or {"text", "speaker", "attribution"}; "hard" says whether reading is needed
to tell; "article", "actors", "date" and "language" are what is known around it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from check_edits import GoldClaim, edit_claims, read_claims
from check_peers import load_peers

from summarizer.check import check_claim, check_draft, judge
from summarizer.drafts import Draft, DraftClaim, Mention, Reading
from summarizer.extractive import read_statements
from summarizer.records import Article, Attribution, Check, ClaimKind, Metadata, Outcome, Verdict
from summarizer.split import split_sentences

HERE = Path(__file__).parent
# What counts as naming a kind of change.
NAMES = {"support": {"support"}, "attribution": {"attribution", "hedge"}, "hedge": {"hedge", "attribution"}}


@dataclass(frozen=True)
class Pair:
    """A claim and the evidence that it cites; `kind` is what was changed, "" in a faithful one."""

    source: str
    evidence: str
    claim: str
    kind: str
    hard: bool
    speaker: str | None = None
    attribution: Attribution | None = None
    article: str | None = None
    actors: tuple[Mention, ...] = ()
    date: str | None = None
    language: str | None = None


def read_pairs(folder: Path) -> Iterator[Pair]:
    """The pairs of every file in a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            entry = json.loads(line)
            items = [("", claim) for claim in entry["ok"]] + [(kind, claim) for kind, claim in entry["bad"]]
            for kind, claim in items:
                known = {"text": claim} if isinstance(claim, str) else claim
                attribution = known.get("attribution")
                yield Pair(
                    source=f"{path.stem}:{number}",
                    evidence=entry["e"],
                    claim=known["text"],
                    kind=kind,
                    hard=entry["hard"],
                    speaker=known.get("speaker"),
                    attribution=Attribution(attribution) if attribution else None,
                    article=entry.get("article"),
                    actors=tuple(
                        Mention(a["name"], tuple(a.get("aliases", ())), a.get("role"))
                        for a in entry.get("actors", ())
                    ),
                    date=entry.get("date"),
                    language=entry.get("language"),
                )


def check_pair(pair: Pair) -> tuple[Check, ...]:
    """The checks on a pair, through the article where there is one."""
    if not pair.article:
        return check_claim(
            pair.claim,
            pair.evidence,
            speaker=pair.speaker,
            attribution=pair.attribution,
            actors=pair.actors,
            date=pair.date,
            language=pair.language,
        )
    article = Article(raw=pair.article, metadata=Metadata(date=pair.date, language=pair.language))
    sentences = split_sentences(article)
    start = article.text.index(pair.evidence)
    cited = tuple(s.number for s in sentences if s.start < start + len(pair.evidence) and start < s.end)
    # A claim without a speaker says itself whether somebody said so.
    attribution = pair.attribution or (Attribution.INDIRECT if pair.speaker else None)
    claim = DraftClaim(pair.claim, pair.speaker, attribution, ClaimKind.FACT, cited)
    checked = check_draft(Draft(claims=(claim,), actors=pair.actors), article, sentences, Reading())
    return checked.claims[0].checks


def show_pair(what: str, pair: Pair) -> None:
    """Print a pair that went wrong."""
    print(f"  {what} [{pair.source}]\n    {pair.evidence}\n    {pair.claim} ({pair.speaker})")


def measure(pairs: list[Pair], *, show: bool) -> dict[str, float]:
    """Print what is caught by kind and what is a false alarm; return the figures."""
    caught: dict[str, list[bool]] = defaultdict(list)
    named: list[bool] = []
    alarms: dict[str, list[bool]] = defaultdict(list)
    by: Counter[str] = Counter()
    for pair in pairs:
        differs = {c.name: c for c in check_pair(pair) if c.outcome is Outcome.DIFFERS}
        if pair.kind:
            for key in (pair.kind, "all", "hard" if pair.hard else "easy"):
                caught[key].append(bool(differs))
            if differs:
                right = not NAMES.get(pair.kind, {pair.kind}).isdisjoint(differs)
                named.append(right)
                if show and not right:
                    show_pair(f"NAMED {'+'.join(differs)} for {pair.kind}", pair)
            elif show:
                show_pair(f"MISSED {pair.kind}", pair)
        else:
            for key in ("all", "hard" if pair.hard else "easy"):
                alarms[key].append(bool(differs))
            by.update(list(differs))
            if show and differs:
                why = "; ".join(f"{n}: {c.message}" for n, c in differs.items())
                show_pair(f"FALSE ALARM {why}", pair)
    figures = {f"caught {k}": sum(v) / len(v) for k, v in caught.items()}
    figures |= {f"false alarms {k}": sum(v) / len(v) for k, v in alarms.items()}
    if named:
        figures["named"] = sum(named) / len(named)
    counts = {f"caught {k}": len(v) for k, v in caught.items()} | {
        f"false alarms {k}": len(v) for k, v in alarms.items()
    }
    for key, value in sorted(figures.items()):
        print(f"{key:28} {value:6.3f}  of {counts.get(key, len(named))}")
    if by:
        print("false alarms by check:", dict(by.most_common()))
    return figures


def measure_peers(pairs: list[Pair]) -> None:
    """Print, for the pairs whose change stands in the text, what others catch and refuse wrongly."""
    plain = [p for p in pairs if p.kind not in ("speaker", "attribution")]

    def accept_supported(claim: str, evidence: str) -> bool:
        return judge(check_claim(claim, evidence)) is Verdict.SUPPORTED

    print(f"{'':28} caught  false alarms  claims/s   ({len(plain)} claims; text alone, no article)")
    for name, accepts in {"summarizer": accept_supported, **load_peers()}.items():
        if isinstance(accepts, str):
            print(f"{name:28} {accepts}")
            continue
        begin = time.perf_counter()
        refused = [(bool(p.kind), not accepts(p.claim, p.evidence)) for p in plain]
        seconds = time.perf_counter() - begin
        caught = [r for changed, r in refused if changed]
        alarms = [r for changed, r in refused if not changed]
        rates = sum(caught) / len(caught), sum(alarms) / len(alarms)
        print(f"{name:28} {rates[0]:6.3f}  {rates[1]:12.3f}  {len(plain) / seconds:8.0f}")


def _describe(claim: GoldClaim) -> str:
    """What sort of faithful claim it is."""
    if claim.human:
        return "human"
    return f"{'stitched' if claim.stitched else 'verbatim'} {claim.article.metadata.language}"


def measure_gold(folder: Path, limit: int, *, show: bool) -> None:
    """Print false alarms on verbatim and human claims, and what is caught of changes made by rule."""
    claims = list(read_claims(folder, limit))
    readings: dict[int, Reading] = {}
    named: list[bool] = []
    results: dict[str, list[bool]] = defaultdict(list)
    by: Counter[str] = Counter()
    for claim in (*claims, *edit_claims([c for c in claims if not c.human])):
        reading = readings.get(id(claim.article))
        if reading is None:
            language = claim.article.metadata.language
            reading = readings[id(claim.article)] = read_statements(
                claim.article.text, claim.sentences, language=language
            )
        item = DraftClaim(claim.text, claim.speaker, Attribution.INDIRECT, ClaimKind.FACT, claim.cited)
        checked = check_draft(Draft(claims=(item,)), claim.article, claim.sentences, reading)
        if not checked.claims:
            continue
        differs = {c.name: c for c in checked.claims[0].checks if c.outcome is Outcome.DIFFERS}
        key = claim.kind or _describe(claim)
        results[key].append(bool(differs))
        quote = " … ".join(e.quote for e in checked.claims[0].evidence)
        if claim.kind and differs:
            named.append(not NAMES.get(claim.kind, {claim.kind}).isdisjoint(differs))
        elif not claim.kind:
            by.update(f"{key}: {name}" for name in differs)
        if show and bool(claim.kind) != bool(differs):
            why = "; ".join(f"{n}: {c.message}" for n, c in differs.items())
            print(f"  {key.upper()} {why}\n    {quote[:600]}\n    {claim.text} ({claim.speaker})")
    for key, values in sorted(results.items()):
        print(f"gold {key:23} {sum(values) / len(values):6.3f}  of {len(values)}")
    print(f"gold {'named':23} {sum(named) / (len(named) or 1):6.3f}  of {len(named)}")
    print("false alarms by check:", dict(by.most_common()))


def measure_speed(pairs: list[Pair]) -> None:
    """Claims a second, every claim new, its evidence read before."""
    plain = [p for p in pairs if not p.article]
    for pair in plain:
        check_pair(pair)
    rounds = 5
    claims = [(f"{p.claim} ", p) for p in plain]
    begin = time.process_time()
    for number in range(rounds):
        for text, pair in claims:
            check_claim(text + " " * number, pair.evidence, speaker=pair.speaker, language=pair.language)
    seconds = time.process_time() - begin
    print(f"{rounds * len(claims) / seconds:28.0f} claims a second of processor time")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=Path, default=HERE / "checks")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--gold", type=Path, help="a folder of gold data sets, each with a dev.jsonl")
    parser.add_argument("--peers", action="store_true", help="the same pairs through other groundings")
    parser.add_argument("--limit", type=int, default=40, help="articles of each gold data set")
    options = parser.parse_args()
    pairs = [p for p in read_pairs(options.pairs) if p.source.startswith(options.only)]
    print(f"{len(pairs)} invented claims, {sum(not p.kind for p in pairs)} of them faithful")
    measure(pairs, show=options.show)
    measure_speed(pairs)
    if options.peers:
        measure_peers(pairs)
    if options.gold:
        measure_gold(options.gold, options.limit, show=options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
