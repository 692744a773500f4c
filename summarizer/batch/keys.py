"""The key of an article's result: a hash of all it is made of, so that nothing is made twice."""

from __future__ import annotations

import json
from hashlib import sha256

from summarizer.api import Summarizer
from summarizer.batch.items import Item
from summarizer.records import SCHEMA_VERSION

# Options that shape a result. Not among them: where and how fast it is asked for, with which key, at what
# price. A model that moved to another address is the same model.
_SHAPING = ("language", "rounds", "context_tokens", "max_output_tokens", "parameters")


def hash_recipe(summarizer: Summarizer) -> str:
    """A hash of all but the article: model, prompts, the settings that matter, the version of the schema."""
    made = summarizer.provenance().model_dump(
        include={"engine", "model", "prompt_hash", "verifier", "verify_prompt_hash"}
    )
    options = summarizer.options.model_dump(include=set(_SHAPING))
    recipe = {"schema": SCHEMA_VERSION, **made, **options}
    return sha256(json.dumps(recipe, sort_keys=True, default=repr).encode()).hexdigest()


def make_key(item: Item, recipe: str) -> str:
    """The key of an article's row: 32 hexadecimal digits of a hash of the article and the recipe."""
    return sha256(f"{item.digest} {recipe}".encode()).hexdigest()[:32]
