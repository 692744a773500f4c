"""A model's reply -> a draft, keeping every item that can be read and reporting every one that cannot.

salvage   text -> values
words     what models write for our enum values, "nobody" and sentence numbers
make      values -> draft
opinions  a second opinion
groups    sorted issues
"""

from __future__ import annotations

from collections.abc import Collection

from summarizer.drafts import Draft, Reply
from summarizer.errors import ReplyError
from summarizer.parse.groups import Sorted, parse_groups
from summarizer.parse.make import make_draft, report_loss
from summarizer.parse.opinions import parse_opinions
from summarizer.parse.salvage import read_values

__all__ = ["Sorted", "parse_groups", "parse_opinions", "parse_reply"]


def parse_reply(reply: Reply, numbers: Collection[int]) -> Draft:
    """Read a reply, whole or cut off.

    An item with a sentence number that does not exist keeps its others; one without any that does, without
    text, or with a stance nobody knows is dropped. Each loss is among the draft's problems. That a reply was
    cut off (`reply.cut`) is not: whoever asked knows, and can ask for the rest.

    Args:
        reply: from the model.
        numbers: those of the sentences that the model was shown.

    Raises:
        ReplyError: there is nothing of a reply in it.
    """
    values, lost, whole = read_values(reply.text)
    if values is None:
        shown = " ".join(reply.text[:400].split())[:80]
        what = f"holds no JSON object of the kind asked for: {shown!r}" if shown else "is empty"
        raise ReplyError(f"the model's reply to {reply.id!r} {what}: try again, or a larger model")
    problems = [report_loss("the model's item is not valid JSON and was left out", item) for item in lost]
    if not (whole or reply.cut):
        problems.append(report_loss("the model's reply breaks off or is not valid JSON; kept what is whole"))
    return make_draft(values, frozenset(numbers), problems)
