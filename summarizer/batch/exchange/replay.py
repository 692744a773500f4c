"""A conversation held with replies that came before: to its end, or to what it has to ask next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from summarizer.drafts import Reply, Request
from summarizer.errors import ModelError, SummarizerError
from summarizer.models import Endpoint, price_usage
from summarizer.models.batch_files import Result, make_custom_id, may_pass, read_answer
from summarizer.pipeline import Conversation
from summarizer.records import Summary

Find = Callable[[str], Result | None]


@dataclass(slots=True)
class Outcome:
    """How far a conversation came: to a summary, to an error, or to requests without a reply.

    Args:
        missing: what has to be asked, by the id that the request has in a batch file.
        used: the ids of the replies that were there.
        failed: why replies that may pass another time are missing, one error a request.
    """

    summary: Summary | None = None
    error: SummarizerError | None = None
    missing: dict[str, Request] = field(default_factory=dict)
    used: list[str] = field(default_factory=list)
    failed: list[SummarizerError] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        """Whether nothing more is asked."""
        return self.summary is not None or self.error is not None


def replay(
    conversation: Conversation, endpoints: Mapping[str, Endpoint], find: Find, *, finish: bool = False
) -> Outcome:
    """Hold a fresh conversation with the replies that `find` has.

    The same article, prompt and settings lead to the same requests, so all replies of earlier rounds find
    their place; the first one that is missing stops it. Costs are those of a batch.

    Args:
        conversation: from `converse`.
        endpoints: who is asked, by `Request.to`.
        find: the result for the id of a request, or None.
        finish: go on without the replies that are missing, as if they could not be had.
    """
    outcome = Outcome()
    turns: Counter[str] = Counter()
    try:
        requests = next(conversation)
        while True:
            replies = []
            for request in requests:
                endpoint = endpoints[request.to]
                plain = make_custom_id(request, endpoint.model)
                turns[plain] += 1
                name = make_custom_id(request, endpoint.model, turns[plain])
                reply = _find_reply(name, request, endpoint, find, outcome)
                if reply is None:
                    outcome.missing[name] = request
                    reply = ModelError("nobody has replied to this request")
                replies.append(reply)
            if outcome.missing and not finish:
                conversation.close()
                return outcome
            requests = conversation.send(tuple(replies))
    except StopIteration as end:
        outcome.summary = end.value
    except SummarizerError as error:
        outcome.error = outcome.failed[0] if finish and outcome.failed else error
    return outcome


def _find_reply(
    name: str, request: Request, endpoint: Endpoint, find: Find, outcome: Outcome
) -> Reply | SummarizerError | None:
    """The reply or error for a request; None where it is missing or may still come."""
    if (result := find(name)) is None:
        return None
    answer = read_answer(result, request, endpoint, partial(price_usage, endpoint, batch=True))
    if isinstance(answer, SummarizerError) and may_pass(result, answer):
        outcome.failed.append(answer)
        return None
    outcome.used.append(name)
    return answer
