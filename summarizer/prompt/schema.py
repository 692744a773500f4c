"""JSON Schema of what the model replies, in the strict subset that OpenAI, vLLM and llama.cpp all take.

Constant from article to article, because providers compile and cache it: that a sentence number exists is
for the parser to find out. A claim begins with its evidence: a model that has named the sentence writes the
statement with it before its eyes, and goes through the article in order. A position ends with it, and actors
come last: asked for them first, a 1.5B model cited every sentence. Where such a model falls into a loop it is
in a gist or among the actors, and then what matters most is there already.
"""

from __future__ import annotations

from typing import Any

from summarizer.records import Attribution, ClaimKind, Stance

_TEXT = {"type": "string"}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _one_of(words: type[Attribution] | type[ClaimKind] | type[Stance]) -> dict[str, Any]:
    return {"type": "string", "enum": [word.value for word in words]}


_NUMBERS = _array({"type": "integer"})

REPLY_SCHEMA: dict[str, object] = _object(
    claims=_array(
        _object(at=_NUMBERS, who=_TEXT, says=_TEXT, how=_one_of(Attribution), kind=_one_of(ClaimKind))
    ),
    positions=_array(_object(who=_TEXT, stance=_one_of(Stance), issue=_TEXT, at=_NUMBERS)),
    headline=_TEXT,
    gist=_TEXT,
    actors=_array(_object(name=_TEXT, role=_TEXT, aliases=_array(_TEXT))),
)

# Of the request that puts headline and gist of a long article together.
MERGE_SCHEMA: dict[str, object] = _object(headline=_TEXT, gist=_TEXT)

# Of sorted issues.
ISSUES_SCHEMA: dict[str, object] = _object(groups=_array(_object(issues=_NUMBERS, name=_TEXT)))

# Of a second opinion. What differs is written before the answer, which then follows from it.
VERIFY_SCHEMA: dict[str, object] = _object(
    answers=_array(
        _object(
            pair={"type": "integer"},
            differs=_TEXT,
            carried={"type": "string", "enum": ["yes", "no", "unsure"]},
        )
    )
)
