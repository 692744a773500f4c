"""The built-in engine: reads quotations, reported speech and stances without a model.

quotations   where the article quotes
lexer        a paragraph as words and their classes
attribution  cues, subjects and contents in a paragraph
actors       mentions joined into actors
reading      all of it over an article: `read_statements`
draft        a reading as a draft: `propose_draft`
"""

from summarizer.extractive.draft import propose_draft
from summarizer.extractive.quotations import Quotation, find_quotations
from summarizer.extractive.reading import read_statements

__all__ = ["Quotation", "find_quotations", "propose_draft", "read_statements"]
