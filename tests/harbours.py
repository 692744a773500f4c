"""Invented articles by the number, and a model that reads them: well, but for what it is told to get wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from server import Body, Step, answer_by_schema, reply


def write_harbour(number: int) -> str:
    """An article with two claims. Its figures are the number and 100 more than it."""
    return (
        f"Harbour {number} stays\n\n“We will not sell harbour {number},” the mayor, Ann Lee, said on Monday.\n\n"
        f"The union's leader, Per Lund, said that {100 + number} people work there.\n"
    )


def write_harbours(path: Path, numbers: Iterable[int]) -> Path:
    """Articles as JSON lines; ids are "h" and the number."""
    rows = ({"id": f"h{number}", "text": write_harbour(number)} for number in numbers)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def read_harbours(
    *, wrong: Callable[[int], bool] = lambda _: False, vague: bool = False
) -> Callable[[Body], Step]:
    """A server's answer: the claims of the article in the request; a second opinion by its schema.

    Args:
        wrong: the articles whose figure it changes at first, by 800; told so, it mends it.
        vague: whether it says something that the checks cannot tell.
    """

    def answer(body: Body) -> Step:
        if "claims" not in body["response_format"]["json_schema"]["schema"]["properties"]:
            return answer_by_schema(body)
        asked = " ".join(message["content"] for message in body["messages"] if message["role"] != "system")
        number = int(re.findall(r"[Hh]arbour (\d+)", asked)[-1])
        again = str(900 + number) in asked
        people = 900 + number if wrong(number) and not again else 100 + number
        kept = "The municipality keeps its docks." if vague else f"Harbour {number} will not be sold."
        claims = [
            _claim(2, "Ann Lee", kept, "indirect" if vague else "direct", "commitment"),
            _claim(3, "Per Lund", f"{people} people work there.", "indirect", "fact"),
        ]
        actors = [{"name": name, "role": "", "aliases": []} for name in ("Ann Lee", "Per Lund")]
        head = {"headline": f"Harbour {number} stays", "gist": f"Harbour {number} will not be sold."}
        return reply(head | {"actors": actors, "claims": claims, "positions": []})

    return answer


def _claim(at: int, who: str, says: str, how: str, kind: str) -> dict[str, Any]:
    return {"at": [at], "who": who, "how": how, "kind": kind, "says": says}
