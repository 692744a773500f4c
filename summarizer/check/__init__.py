"""Drafts and the article -> claims and positions, each with its evidence, its checks and a verdict."""

from summarizer.check.citations import Citations
from summarizer.check.draft import Checked, check_draft
from summarizer.check.instructions import find_instructions
from summarizer.check.pairs import check_claim
from summarizer.check.report import judge

__all__ = ["Checked", "Citations", "check_claim", "check_draft", "find_instructions", "judge"]
