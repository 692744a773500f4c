"""Many articles: a run that loses no work.

items.py     one article as it was found; duplicates
inputs.py    names on a command line -> items
tables.py    JSON lines, CSV, Parquet -> items
keys.py      what a result is made of, as one hash
store.py     the file of rows: appended, locked, repaired
feed.py      reads ahead in a thread
task.py      one item -> its row
limits.py    one pace for all requests
money.py     estimate and purse
survey.py    a look ahead
workers.py   the extractive engine in several processes
run.py       items -> rows, side by side
manifest.py  what a run was
many.py      a run opened and closed; `summarize_many`
exchange/    the same through batch files, in rounds
cluster/     the same on a Ray cluster
"""

from summarizer.batch.inputs import Inputs, read_items
from summarizer.batch.items import Item, Twin, Unique
from summarizer.batch.keys import hash_recipe, make_key
from summarizer.batch.manifest import Manifest, find_manifest
from summarizer.batch.many import open_run, summarize_many
from summarizer.batch.money import Estimate, estimate_run
from summarizer.batch.run import Run, RunOptions, Tally
from summarizer.batch.store import Kept, Store
from summarizer.batch.survey import Survey
from summarizer.batch.tables import Fields
from summarizer.batch.task import Finished

__all__ = [
    "Estimate",
    "Fields",
    "Finished",
    "Inputs",
    "Item",
    "Kept",
    "Manifest",
    "Run",
    "RunOptions",
    "Store",
    "Survey",
    "Tally",
    "Twin",
    "Unique",
    "estimate_run",
    "find_manifest",
    "hash_recipe",
    "make_key",
    "open_run",
    "read_items",
    "summarize_many",
]
