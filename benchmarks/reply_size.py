"""How long a model's reply is in our format, and how long in langextract's, for the same items.

    python benchmarks/reply_size.py                     the articles in examples/
    python benchmarks/reply_size.py ARTICLE…            other articles, or saved summaries (.json)
    python benchmarks/reply_size.py --model MODEL …     items from a model, not the extractive engine

The items are the actors, claims and positions of a summary. Tokens are o200k_base.

    article    the article itself
    ours       one JSON object without spaces; evidence as sentence numbers
    full       langextract with all that an item of ours tells: the evidence as a verbatim span; speaker,
               statement, attribution and kind as attributes
    lean       the same without the statement in words of its own, so that only the span says what is claimed:
               less than ours tells
    minified   `full` without fence, line breaks and indentation, which langextract's models write because its
               worked examples have them

The format is that of langextract 1.7.1, `FormatHandler.format_extraction_example` in
langextract/core/format_handler.py with its defaults (JSON, wrapper key "extractions", fences, indent 2), the
string that its prompts show the model as the answer of each worked example.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from summarizer import Summary, summarize
from summarizer.records import Evidence
from summarizer.tokens import count_tokens

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
GOAL = 0.6

Item = tuple[str, str, dict[str, object]]  # langextract's class, text, attributes


def write_ours(summary: Summary) -> str:
    """The reply that leads to this summary, headline and gist left out."""

    def cite(evidence: tuple[Evidence, ...]) -> list[int]:
        return sorted({number for e in evidence for number in e.sentences})

    reply = {
        "claims": [
            {
                "at": cite(c.evidence),
                "who": c.speaker or "",
                "says": c.text,
                "how": c.attribution,
                "kind": c.kind,
            }
            for c in summary.claims
        ],
        "positions": [
            {"who": p.holder, "stance": p.stance, "issue": p.issue, "at": cite(p.evidence)}
            for p in summary.positions
        ],
        "actors": [
            {"name": a.name, "role": a.role or "", "aliases": list(a.aliases)} for a in summary.actors
        ],
    }
    return json.dumps(reply, ensure_ascii=False, separators=(",", ":"))


def list_items(summary: Summary, *, lean: bool) -> list[Item]:
    """The same items as langextract has them: an extraction class, a verbatim span, attributes."""

    def quote(evidence: tuple[Evidence, ...]) -> str:
        return " ".join(e.quote for e in evidence)

    items: list[Item] = [
        ("actor", a.name, {"role": a.role or "", "aliases": list(a.aliases)}) for a in summary.actors
    ]
    for c in summary.claims:
        attributes: dict[str, object] = {"speaker": c.speaker or ""}
        if not lean:
            attributes["statement"] = c.text
        attributes |= {"attribution": c.attribution, "kind": c.kind}
        items.append(("claim", quote(c.evidence), attributes))
    items += [
        ("position", quote(p.evidence), {"holder": p.holder, "stance": p.stance, "issue": p.issue})
        for p in summary.positions
    ]
    return items


def write_langextract(items: list[Item], *, minified: bool = False) -> str:
    """What langextract's format handler makes of the items."""
    payload = {"extractions": [{name: text, f"{name}_attributes": rest} for name, text, rest in items]}
    if minified:
        return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return f"```json\n{json.dumps(payload, indent=2, ensure_ascii=False)}\n```"


def main() -> None:
    """Print the table; fail if an article's reply is over the goal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, default=sorted(EXAMPLES.glob("*.txt")))
    parser.add_argument("--model", default="extractive")
    options = parser.parse_args()
    columns = "items", "article", "ours", "full", "lean", "minified"
    ratios = "ours/full", "ours/lean", "ours/min.", "ours/art."
    print(" " * 20 + "".join(f"{name:>9}" for name in columns) + "".join(f"{name:>11}" for name in ratios))
    over = []
    for path in options.paths:
        text = path.read_text(encoding="utf-8")
        saved = path.suffix == ".json"
        summary = Summary.model_validate_json(text) if saved else summarize(text, model=options.model)
        full, lean = list_items(summary, lean=False), list_items(summary, lean=True)
        if not full:
            sys.exit(f"{path}: no items to compare")
        article, ours, *others = map(
            count_tokens,
            (
                summary.text,
                write_ours(summary),
                write_langextract(full),
                write_langextract(lean),
                write_langextract(full, minified=True),
            ),
        )
        counts = "".join(f"{count:9}" for count in (len(full), article, ours, *others))
        shares = "".join(f"{ours / other:11.2f}" for other in (*others, article))
        print(f"{path.name[:19]:20}{counts}{shares}")
        if ours / others[0] > GOAL:
            over.append(path.name)
    if over:
        sys.exit(f"over {GOAL} of langextract's format: {', '.join(over)}")


if __name__ == "__main__":
    main()
