"""Our prompt and langextract's on the same articles with the same model: who finds more, for how much.

    python benchmarks/prompt_peers.py GOLD.jsonl --base-url URL --model NAME [--limit N] [--prompt FILE]
    python benchmarks/prompt_peers.py GOLD.jsonl --base-url URL --model NAME -o table.md --only ours

GOLD.jsonl is gold with statements (docs/gold.md). The model is any on an OpenAI-compatible server, say
llama.cpp's on this machine. langextract (1.7, `pip install 'langextract[openai]'`) is optional; install
both in an environment of its own. Each article is read by both, one after the other, so that both meet the
same machine.

langextract gets the same task, in its own format and with its own defaults: a description in its usual
length, the worked examples of our prompt, each claim as an extraction of class "claim" whose text is the
words of the article that the claim repeats, with speaker, statement, attribution and kind as attributes;
JSON Schema from the examples, chunks of 1,000 characters, its alignment. What it cannot align it drops, as
its users do.

Columns, as `summarizer eval` defines them (docs/evaluation.md): content recall, content F1, proportional
F1, right speakers, unreadable replies, failed articles, tokens out and seconds of an article; and the
difference with its 95 % interval by article.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from summarizer.evaluate.bootstrap import compare_figure, draw_samples
from summarizer.evaluate.figures import BY_KEY, Figure, format_change, format_figure
from summarizer.evaluate.gold import GoldArticle, read_gold
from summarizer.evaluate.items import Item, find_speaker
from summarizer.evaluate.report import explain_difference
from summarizer.evaluate.run import Setup, run_setups
from summarizer.evaluate.tally import Asked, Outcome, Scope, Tally, sum_tallies, tally_outcome
from summarizer.extractive import read_statements
from summarizer.pipeline import Options
from summarizer.prompt import load_prompt
from summarizer.prompt.shape import Example
from summarizer.records import Article
from summarizer.split import split_sentences
from summarizer.tokens import count_tokens

COLUMNS = (
    "content_recall",
    "content_f1",
    "content_proportional",
    "speakers",
    "unreadable",
    "failed",
    "tokens_out",
    "seconds",
)
DESCRIPTION = """\
Extract every statement that somebody makes in the news article, quoted or reported, in order of
appearance. Use the exact text of the statement for the extraction; do not paraphrase, and do not overlap
extractions. For each give who makes it by the fullest name, the statement as one sentence that stands
alone, whether it is direct, indirect, mixed or the narrator's, and whether it is a fact, an opinion, a
prediction, a commitment or a demand."""
_BETWEEN = 3  # words of a sentence that a statement may skip
_KINDS = ("direct", "indirect", "mixed")

Read = Callable[[GoldArticle], tuple[Outcome, dict[str, float]]]


@dataclass
class Counted:
    """What came back from the server for one article of langextract's."""

    replies: list[tuple[str, int]] = field(default_factory=list)  # text, tokens

    def take(self) -> tuple[Asked, int]:
        """How many there were and could be read, and their tokens; starts anew."""
        unreadable = sum(not is_readable(text) for text, _ in self.replies)
        asked, tokens = Asked(len(self.replies), unreadable), sum(tokens for _, tokens in self.replies)
        self.replies.clear()
        return asked, tokens


def is_readable(text: str) -> bool:
    r"""Whether a reply is JSON of langextract's kind, in a code block or bare.

    >>> is_readable('```json\n{"extractions": []}\n```'), is_readable("Here it is"), is_readable("{}")
    (True, False, False)
    """
    found = re.search(r"```(?:json)?\s*\n(.*?)\n?```", text, re.DOTALL)
    try:
        values = json.loads(found[1] if found else text)
    except ValueError:
        return False
    return isinstance(values, dict) and isinstance(values.get("extractions"), list)


def share_words(says: str, sentence: str) -> str:
    """The passage of a sentence that a statement repeats, with a few words between; else the sentence.

    >>> share_words("He never asked for a boat in writing.", "They never asked for one in writing, he said.")
    'never asked for one in writing'
    """
    pattern = re.compile(r"\w[\w’'.,]*\w|\w")
    words = [match.span() for match in pattern.finditer(sentence)]
    there = [sentence[slice(*span)].lower() for span in words]
    matcher = SequenceMatcher(None, there, [word.lower() for word in pattern.findall(says)], autojunk=False)
    longest = matcher.find_longest_match()
    if longest.size < 2:
        return sentence
    first, last = longest.a, longest.a + longest.size
    for block in matcher.get_matching_blocks():
        if block.size and block.a >= last and block.a - last <= _BETWEEN:
            last = block.a + block.size
    return sentence[words[first][0] : words[last - 1][1]]


def make_example(lx: Any, example: Example) -> Any:
    """A worked example of ours as one of langextract's."""
    sentences = {line.number: line.text for line in example.lines}
    extractions = [
        lx.data.Extraction(
            extraction_class="claim",
            extraction_text=share_words(claim.says, sentences[claim.at[0]]),
            attributes={
                "speaker": claim.who,
                "statement": claim.says,
                "attribution": claim.how.value,
                "kind": claim.kind.value,
            },
        )
        for claim in example.reply.claims
    ]
    return lx.data.ExampleData(text="\n".join(sentences.values()), extractions=extractions)


def open_langextract(model: str, base_url: str, examples: Sequence[Example]) -> Read:
    """A reader by langextract, as its `extract` sets a model up by default."""
    import langextract as lx
    from langextract.factory import ModelConfig, create_model

    shown = [make_example(lx, example) for example in examples]
    config = ModelConfig(
        model_id=model,
        provider="OpenAILanguageModel",
        provider_kwargs={"base_url": base_url, "api_key": "none", "temperature": 0.0},
    )
    # Their default: a schema made from the examples.
    engine = create_model(config=config, examples=shown, use_schema_constraints=True)
    counted = Counted()
    create = engine._client.chat.completions.create

    def count(**values: Any) -> Any:
        answer = create(**values)
        tokens = answer.usage.completion_tokens if answer.usage else 0
        counted.replies.append((answer.choices[0].message.content or "", tokens))
        return answer

    engine._client.chat.completions.create = count

    def read(article: GoldArticle) -> tuple[Outcome, dict[str, float]]:
        started = time.monotonic()
        error, found = None, []
        try:
            document = lx.extract(
                text_or_documents=article.text,
                prompt_description=DESCRIPTION,
                examples=shown,
                model=engine,
                use_schema_constraints=False,  # the model has them
                show_progress=False,
            )
            found = list(document.extractions or [])
        except Exception as problem:
            error = f"{type(problem).__name__}: {problem}"
        seconds = time.monotonic() - started
        asked, tokens = counted.take()
        outcome = Outcome(article, error=error, asked=asked, items=tuple(to_items(article, found)))
        return outcome, {"tokens_out": tokens, "seconds": seconds}

    return read


def to_items(article: GoldArticle, extractions: Sequence[Any]) -> list[Item]:
    """Extractions that were aligned, and that somebody says, as items; speakers are looked up as for ours."""
    sentences = split_sentences(Article(raw=article.text))
    reading = read_statements(article.text, sentences, language=article.language)
    items = []
    for extraction in extractions:
        place = extraction.char_interval
        attributes = extraction.attributes or {}
        kind = str(attributes.get("attribution", "indirect")).lower()
        if place is None or place.start_pos is None or kind not in _KINDS:
            continue
        spans = ((place.start_pos, place.end_pos),)
        speaker = str(attributes.get("speaker") or "") or None
        spot = find_speaker(reading, spans, {speaker}) if speaker else None
        items.append(Item(kind, spans, speaker, spot))
    return items


def open_ours(model: str, base_url: str, prompt: str) -> Read:
    """A reader by this package, with its defaults."""
    setup = Setup(model, prompt, Options(base_url=base_url))

    def read(article: GoldArticle) -> tuple[Outcome, dict[str, float]]:
        (variant,) = asyncio.run(run_setups([article], [setup]))
        return variant.runs[0][0], {}

    return read


def measure(articles: Sequence[GoldArticle], readers: dict[str, Read]) -> dict[str, list[Tally]]:
    """Counts by reader, of each article; both read an article before the next one."""
    scope = Scope(statements=True, positions=False)
    tallies: dict[str, list[Tally]] = {name: [] for name in readers}
    for number, article in enumerate(articles, 1):
        for name, read in readers.items():
            outcome, more = read(article)
            tallies[name].append({**tally_outcome(outcome, scope), **more})
            said = outcome.error or f"{len(outcome.items)} statements, gold {len(article.statements)}"
            print(f"{number}/{len(articles)} {article.id} {name}: {said}", file=sys.stderr, flush=True)
    return tallies


def make_table(tallies: dict[str, list[Tally]]) -> str:
    """The columns as rows, in Markdown; with two readers, also how they differ."""
    names = list(tallies)
    compared = len(names) == 2
    head = ["", *names, *(["change", "95 % interval", "ours is"] if compared else [])]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    samples = draw_samples(len(tallies[names[0]]))
    for key in COLUMNS:
        figure = BY_KEY[key]
        cells = [format_figure(figure, figure.compute(sum_tallies(tallies[name]))) for name in names]
        if compared:
            cells += compare(figure, tallies["langextract"], tallies["ours"], samples)
        lines.append(f"| {figure.label} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def compare(
    figure: Figure, base: Sequence[Tally], other: Sequence[Tally], samples: Sequence[Sequence[int]]
) -> list[str]:
    """A figure's change from langextract to ours, its interval, and the word."""
    found = compare_figure(figure, base, other, samples)
    if found is None:
        return ["–", "", ""]
    interval = f"{format_change(figure, found.low)} to {format_change(figure, found.high)}"
    return [format_change(figure, found.change), interval, explain_difference(found)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--prompt", default="summary")
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--longest", type=int, help="only articles of at most so many characters")
    parser.add_argument("--only", choices=["ours", "langextract"])
    parser.add_argument("-o", "--output", type=Path, help="also write the table there")
    arguments = parser.parse_args()
    gold = [
        article
        for article in read_gold(arguments.gold)
        if article.statements and len(article.text) <= (arguments.longest or len(article.text))
    ][: arguments.limit]
    if not gold:
        parser.error("no such article in the gold")
    prompt = load_prompt(arguments.prompt)
    readers: dict[str, Read] = {}
    if arguments.only != "langextract":
        readers["ours"] = open_ours(arguments.model, arguments.base_url, arguments.prompt)
    if arguments.only != "ours":
        try:
            readers["langextract"] = open_langextract(arguments.model, arguments.base_url, prompt.examples)
        except ImportError as error:
            print(f"langextract is left out: {error}", file=sys.stderr)
    count_tokens("")  # the vocabulary is loaded once, which is no article's time
    table = make_table(measure(gold, readers))
    about = f"{arguments.model}, prompt {prompt.name} {prompt.short_hash}, {len(gold)} articles\n\n"
    print(about + table, end="")
    if arguments.output:
        arguments.output.write_text(about + table, encoding="utf-8")


if __name__ == "__main__":
    main()
