"""What a model can do, found out with one invented question. No article is sent."""

from __future__ import annotations

import json
from dataclasses import dataclass

from summarizer.drafts import Message, Request
from summarizer.models.chat import ChatModel

# Nobody answers this with a number in JSON, unless held to it.
_QUESTION = "Say hello in one short sentence."
_SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {"count": {"type": "integer"}},
    "required": ["count"],
    "additionalProperties": False,
}
# Room for a reasoning model to think of nothing much.
_MAX_TOKENS = 500


@dataclass(frozen=True, slots=True)
class Ability:
    """What a model turned out to do.

    Args:
        format: how replies are asked for: "json_schema", "json_object" or "text".
        obeys: whether the reply kept to what was asked for; of "text" nothing is asked.
        context: how many tokens it holds, as far as is known.
        seconds: the answer took.
    """

    format: str
    obeys: bool
    context: int
    seconds: float

    def __str__(self) -> str:
        """In words: "keeps to a JSON Schema, holds 16,384 tokens, answered in 1.2 s"."""
        does = {
            "json_schema": "keeps to a JSON Schema"
            if self.obeys
            else "takes a JSON Schema and does not keep to it",
            "json_object": "writes JSON when told to, of any form"
            if self.obeys
            else "has a JSON mode and does not keep to it",
            "text": "writes text only; JSON is asked for in words",
        }[self.format]
        return f"{does}, holds {self.context:,} tokens, answered in {self.seconds:.1f} s"


async def probe_model(model: ChatModel) -> Ability:
    """Ask a model one short question.

    Raises:
        ModelError: it does not answer; says why.
    """
    await model.prepare()
    request = Request("probe", (Message("user", _QUESTION),), _SCHEMA, _MAX_TOKENS, tokens=12)
    reply = await model.ask(request)
    form = model.quirks.format
    return Ability(form, does_obey(form, reply.text), model.limit_context(None), reply.usage.seconds)


def does_obey(form: str, text: str) -> bool:
    """Whether a reply is of the form that was asked for.

    >>> does_obey("json_schema", '{"count": 3}'), does_obey("json_schema", '{"hello": 1}')
    (True, False)
    >>> does_obey("json_object", '{"hello": 1}'), does_obey("json_object", "Hello!")
    (True, False)
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return form == "text"
    if form == "json_schema":
        return isinstance(value, dict) and value.keys() == {"count"} and isinstance(value["count"], int)
    return isinstance(value, dict) or form == "text"
