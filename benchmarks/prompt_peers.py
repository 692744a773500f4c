"""Our prompt and langextract's on the same articles with the same model: who finds more, for how much.

    python benchmarks/prompt_peers.py GOLD.jsonl --base-url URL --model NAME --prompt summary --prompt assist
    python benchmarks/prompt_peers.py GOLD.jsonl … --only ours --replies FOLDER --counts ours.jsonl
    python benchmarks/prompt_peers.py GOLD.jsonl … --only langextract --part 2/6 --counts them-2.jsonl
    python benchmarks/prompt_peers.py --join ours.jsonl them-*.jsonl -o table.md

GOLD.jsonl is gold with statements (docs/gold.md). The model is any on an OpenAI-compatible server, say
llama.cpp's on this machine. langextract (1.7, `pip install 'langextract[openai]'`) is optional; install
both in an environment of its own. Each article is read by all, one after the other, so that all meet the
same machine. On a server with several slots it is quicker to run parts of the articles side by side, one
reader after the other, and to join the counts.

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
from summarizer.evaluate.recording import Replies
from summarizer.evaluate.report import explain_difference
from summarizer.evaluate.run import Setup, Trial, run_setups
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
PEER = "langextract"

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


def open_langextract(model: str, base_url: str, examples: Sequence[Example], limit: int | None) -> Read:
    """A reader by langextract, as its `extract` sets a model up by default."""
    import langextract as lx
    from langextract.factory import ModelConfig, create_model

    shown = [make_example(lx, example) for example in examples]
    config = ModelConfig(
        model_id=model,
        provider="OpenAILanguageModel",
        provider_kwargs={
            "base_url": base_url,
            "api_key": "none",
            "temperature": 0.0,
            **({"max_output_tokens": limit} if limit else {}),
        },
    )
    # Their default: a schema made from the examples.
    engine = create_model(config=config, examples=shown, use_schema_constraints=True)
    # A server that is slow, or busy with others, is no fault of the one who asks.
    engine._client = engine._client.with_options(timeout=3600, max_retries=0)
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


def open_ours(model: str, prompt: str, options: Options, replies: Path | None) -> Read:
    """A reader by this package, with its defaults; what is in the folder of replies is not asked again."""
    setup = Setup(model, prompt, options)

    def read(article: GoldArticle) -> tuple[Outcome, dict[str, float]]:
        trial = Trial(replies=Replies(replies, asking=True) if replies else None)
        (variant,) = asyncio.run(run_setups([article], [setup], trial))
        return variant.runs[0][0], {}

    return read


Counts = dict[str, dict[str, Tally]]  # by reader, by article


def measure(articles: Sequence[GoldArticle], readers: dict[str, Read], file: Path | None) -> Counts:
    """Counts by reader, of each article; all read an article before the next one."""
    scope = Scope(statements=True, positions=False)
    counts: Counts = {name: {} for name in readers}
    for number, article in enumerate(articles, 1):
        for name, read in readers.items():
            outcome, more = read(article)
            counts[name][article.id] = {**tally_outcome(outcome, scope), **more}
            if file:
                with file.open("a", encoding="utf-8") as out:
                    out.write(json.dumps([name, article.id, counts[name][article.id]]) + "\n")
            said = outcome.error or f"{len(outcome.items)} statements, gold {len(article.statements)}"
            print(f"{number}/{len(articles)} {article.id} {name}: {said}", file=sys.stderr, flush=True)
    return counts


def join(files: Sequence[Path]) -> Counts:
    """The counts of several runs, of the articles that all readers have read."""
    counts: Counts = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            name, article, tally = json.loads(line)
            counts.setdefault(name, {})[article] = tally
    common = set.intersection(*map(set, counts.values()))
    return {name: {a: tallies[a] for a in sorted(common)} for name, tallies in counts.items()}


def make_table(counts: Counts) -> str:
    """The columns as rows, in Markdown; beside langextract also how ours differs from it."""
    base = counts.get(PEER)
    names = [PEER] * (base is not None) + [name for name in counts if name != PEER]
    head = [""]
    for name in names:
        head += [name] if name == PEER or base is None else [name, "change, 95 % interval", "ours is"]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    samples = draw_samples(len(counts[names[0]]))
    for key in COLUMNS:
        figure = BY_KEY[key]
        cells = []
        for name in names:
            tallies = list(counts[name].values())
            cells.append(format_figure(figure, figure.compute(sum_tallies(tallies))))
            if base is not None and name != PEER:
                cells += compare(figure, [base[article] for article in counts[name]], tallies, samples)
        lines.append(f"| {figure.label} | {' | '.join(cells)} |")
    return f"{len(counts[names[0]])} articles\n\n" + "\n".join(lines) + "\n"


def compare(
    figure: Figure, base: Sequence[Tally], other: Sequence[Tally], samples: Sequence[Sequence[int]]
) -> list[str]:
    """A figure's change from langextract to ours, its interval, and the word."""
    found = compare_figure(figure, base, other, samples)
    if found is None:
        return ["–", ""]
    interval = f"{format_change(figure, found.low)} to {format_change(figure, found.high)}"
    return [f"{format_change(figure, found.change)}, {interval}", explain_difference(found)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--base-url")
    parser.add_argument("--model")
    parser.add_argument("--prompt", action="append", help="default: summary; may be given again")
    parser.add_argument("--rounds", type=int, default=0, help="second rounds of ours; default: %(default)s")
    parser.add_argument("--max-output-tokens", type=int, help="the longest reply, of either")
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--longest", type=int, help="only articles of at most so many characters")
    parser.add_argument("--part", help="K/N: of every N articles the Kth")
    parser.add_argument("--only", choices=["ours", PEER])
    parser.add_argument("--replies", type=Path, help="folder where replies to ours are kept and looked for")
    parser.add_argument("--counts", type=Path, help="append the counts of each article there")
    parser.add_argument("--join", type=Path, nargs="+", help="only join counts")
    parser.add_argument("-o", "--output", type=Path, help="also write the table there")
    arguments = parser.parse_args()
    if arguments.join:
        counts = join(arguments.join)
    else:
        if not (arguments.gold and arguments.base_url and arguments.model):
            parser.error("GOLD, --base-url and --model are needed")
        counts = measure(choose_articles(parser, arguments), open_readers(arguments), arguments.counts)
    table = make_table(counts)
    print(table, end="")
    if arguments.output:
        arguments.output.write_text(table, encoding="utf-8")


def choose_articles(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> list[GoldArticle]:
    """The articles with statements that the arguments let through."""
    gold = [
        article
        for article in read_gold(arguments.gold)
        if article.statements and len(article.text) <= (arguments.longest or len(article.text))
    ][: arguments.limit]
    if arguments.part:
        number, of = map(int, arguments.part.split("/"))
        gold = gold[number - 1 :: of]
    if not gold:
        parser.error("no such article in the gold")
    return gold


def open_readers(arguments: argparse.Namespace) -> dict[str, Read]:
    """The readers that were asked for, by name."""
    names = arguments.prompt or ["summary"]
    limit = arguments.max_output_tokens
    options = Options(base_url=arguments.base_url, rounds=arguments.rounds, max_output_tokens=limit)
    readers: dict[str, Read] = {}
    if arguments.only != PEER:
        for name in names:
            readers[f"ours, {load_prompt(name).name}"] = open_ours(
                arguments.model, name, options, arguments.replies
            )
    if arguments.only != "ours":
        try:
            examples = load_prompt(names[0]).examples
            readers[PEER] = open_langextract(arguments.model, arguments.base_url, examples, limit)
        except ImportError as error:
            print(f"langextract is left out: {error}", file=sys.stderr)
    count_tokens("")  # the vocabulary is loaded once, which is no article's time
    return readers


if __name__ == "__main__":
    main()
