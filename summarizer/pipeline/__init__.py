"""The line joined up: a conversation without input or output, and the drivers that hold it.

conversation.py   article -> requests out, replies in -> Summary
assist.py         the built-in engine's draft with what a model adds
quoting.py        sentences by their numbers
tidy.py           a model's claims without "X said that"
drivers.py        hold it with a model, within a budget
preview.py        claims, while their reply is still written
"""

from summarizer.pipeline.conversation import Conversation, Options, converse, list_requests
from summarizer.pipeline.drivers import Progress, drive, hold, run_coroutine
from summarizer.pipeline.preview import Preview

__all__ = [
    "Conversation",
    "Options",
    "Preview",
    "Progress",
    "converse",
    "drive",
    "hold",
    "list_requests",
    "run_coroutine",
]
