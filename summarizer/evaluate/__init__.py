"""How well a model, a prompt or the built-in engine reads: gold and summaries -> scores, compared.

gold        articles with what is to be found in them
run         gold through models and prompts, within a budget
recording   replies kept, so that a run can be had again
items       what was found, in the form that is scored
overlap     which passage belongs to which
contents    statements against gold
quoted      quoted runs against gold
positions   positions against gold
tally       one article's counts, which add up
figures     what they come to
bootstrap   which of two is better
changes     what changed in an article
floors      what may not be fallen below
report      all of it together

Definitions and their sources: docs/evaluation.md.
"""
