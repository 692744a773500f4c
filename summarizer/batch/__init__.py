"""Many articles: a run that loses no work.

items.py     one article as it was found; duplicates
inputs.py    names on a command line -> items
tables.py    JSON lines, CSV, Parquet -> items
keys.py      what a result is made of, as one hash
store.py     the file of rows: appended, locked, repaired
"""

from summarizer.batch.inputs import Inputs, read_items
from summarizer.batch.items import Item, Twin, Unique
from summarizer.batch.keys import hash_recipe, make_key
from summarizer.batch.store import Kept, Store
from summarizer.batch.tables import Fields

__all__ = [
    "Fields",
    "Inputs",
    "Item",
    "Kept",
    "Store",
    "Twin",
    "Unique",
    "hash_recipe",
    "make_key",
    "read_items",
]
