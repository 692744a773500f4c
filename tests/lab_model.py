"""A scripted model that reads the articles of examples/gold.jsonl, imperfectly, as answers.json says.

It leaves out the statements that are marked as hard unless the prompt tells it that reported statements count;
one reply it gives as a code block, one it has to be asked for twice, and to a second round it adds nothing.

    python tests/lab_model.py --port 8089      # serve it, for the commands of docs/prompt-lab.md
    python tests/lab_model.py --record         # write anew what CI replays, after a change of the requests
"""

from __future__ import annotations

import argparse
import json
import shutil
import threading
from pathlib import Path
from typing import Any

from server import Body, Server, Step, refusal, reply

from summarizer.cli.main import run

LAB = Path(__file__).parent / "lab"
GOLD = Path(__file__).parent.parent / "examples" / "gold.jsonl"
# What docs/prompt-lab.md adds to the prompt.
HINT = "reported without quotation marks"


class LabModel:
    """Answers by article.

    Args:
        refused: ids of articles to which it declines to reply.
        heeds: words in the system message that make it report the hard statements, too; None: it always does.
    """

    def __init__(self, *, refused: tuple[str, ...] = (), heeds: str | None = HINT) -> None:
        self.refused = refused
        self.heeds = heeds
        self._answers: dict[str, dict[str, Any]] = json.loads((LAB / "answers.json").read_text("utf-8"))
        lines = GOLD.read_text("utf-8").splitlines()
        self._titles = {g["text"].split("\n", 1)[0]: g["id"] for g in map(json.loads, lines)}
        self._first: dict[tuple[str, str], str] = {}
        self._asked: dict[str, int] = {}
        self._lock = threading.Lock()

    def __call__(self, body: Body) -> Step:
        """Answer one request."""
        system, question = body["messages"][0]["content"], body["messages"][-1]["content"]
        name = next(name for title, name in self._titles.items() if title in question)
        answer = self._answers[name]
        with self._lock:
            # The first question on an article is to read it, any other a second round.
            reads = self._first.setdefault((name, system), question) == question
            turn = self._asked[question] = self._asked.get(question, 0) + 1
        if name in self.refused:
            return refusal()
        if turn <= answer.get("unreadable", 0):
            return reply("Here is the summary you asked for.")
        content = dict(answer["reply"])
        told = self.heeds is None or self.heeds in system
        claims = [c for c in content["claims"] if told or not c.get("hard")] if reads else []
        content["claims"] = [{key: v for key, v in c.items() if key != "hard"} for c in claims]
        if not reads:
            content |= {"positions": [], "headline": "", "gist": "", "actors": []}
        text = json.dumps(content, ensure_ascii=False)
        return reply(f"```json\n{text}\n```" if answer.get("fenced") else text)


def record() -> int:
    """Ask the scripted model what CI replays; the command's exit code."""
    shutil.rmtree(LAB / "replies", ignore_errors=True)
    with Server(answer=LabModel(refused=("court",), heeds=None)) as server:
        asked = ["--model", "lab-model", "--base-url", server.url, "--prompt", str(LAB / "prompt.toml")]
        return run(["eval", str(GOLD), *asked, "--rounds", "0", "--record", str(LAB / "replies")])


def main() -> None:
    """Serve until interrupted, or record."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=8089)
    parser.add_argument("--record", action="store_true")
    arguments = parser.parse_args()
    if arguments.record:
        raise SystemExit(record())
    with Server(arguments.port, answer=LabModel()) as server:
        print(server.url, flush=True)  # noqa: T201
        threading.Event().wait()


if __name__ == "__main__":
    main()
