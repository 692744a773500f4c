"""The line joined up: a conversation without input or output, and the drivers that hold it.

conversation.py   article -> requests out, replies in -> Summary
drivers.py        hold it with a model, within a budget
"""

from summarizer.pipeline.conversation import Conversation, Options, converse
from summarizer.pipeline.drivers import Progress, drive, hold, run_coroutine

__all__ = ["Conversation", "Options", "Progress", "converse", "drive", "hold", "run_coroutine"]
