"""The built-in engine: reads quotations, reported speech and stances without a model.

quotations      where the article quotes
lexer           a paragraph as words and their classes, each paragraph once
clauses         sentences, subjects and noun phrases of a line
cues            who attributes something: English (german_cues: German)
attribution     cues, quotations and contents of a line put together
interviews      lines that begin with who speaks: "Lena Maas:", "Q:"
actors          mentions joined into actors
discourse       who is meant by "he", "the company", by what was said before
wording         a statement as a sentence that stands alone
reading         all of it over an article: `read_statements`
stances         positions: verbs, nouns, intentions, demands (german_stances: German)
spots, subjects, targets, holders   a word of stance with its object, whose it is, what it is about as
                words, and who can hold a position
evaluations     what an evaluating word is about (relations: "a Holt ally")
gist            headline and gist, from the sentences of the article
draft           a reading as a draft: `propose_draft`
words, opinions, kinds   the word tables
"""

from summarizer.extractive.draft import propose_draft
from summarizer.extractive.quotations import Quotation, find_quotations
from summarizer.extractive.reading import read_statements

__all__ = ["Quotation", "find_quotations", "propose_draft", "read_statements"]
