"""What the model is told: prompt files, and from them and an article the requests.

shape      what a prompt file holds
locate     on which line of a TOML file a key stands
checks     everything that is wrong with a prompt file, with lines
find       by name: load, list, copy
difference what differs between two prompt files
templates  Jinja2: the variables of each template, rendering
lines      sentences as the model sees them: numbered, and unable to forge what stands around them
schema     JSON Schema of the reply
frame      what all requests have in common
packing    sentences into parts that fit the model
requests   the requests: to read, to go on, to repair, to merge
verification  the requests for a second opinion
sorting    the requests to sort issues
"""

from summarizer.prompt.checks import PromptProblem, check_prompt
from summarizer.prompt.difference import (
    Op,
    Piece,
    PromptDifference,
    SectionChange,
    compare_prompts,
)
from summarizer.prompt.find import (
    PromptInfo,
    copy_prompt,
    find_prompt,
    list_prompts,
    load_any_prompt,
    load_issues_prompt,
    load_prompt,
    load_verify_prompt,
)
from summarizer.prompt.requests import build_continuation, build_merge, build_repair, build_requests
from summarizer.prompt.schema import ISSUES_SCHEMA, MERGE_SCHEMA, REPLY_SCHEMA, VERIFY_SCHEMA
from summarizer.prompt.shape import AnyPrompt, IssuesPrompt, Prompt, VerifyPrompt
from summarizer.prompt.sorting import NamedIssue, build_sorting
from summarizer.prompt.verification import build_verification

__all__ = [
    "ISSUES_SCHEMA",
    "MERGE_SCHEMA",
    "REPLY_SCHEMA",
    "VERIFY_SCHEMA",
    "AnyPrompt",
    "IssuesPrompt",
    "NamedIssue",
    "Op",
    "Piece",
    "Prompt",
    "PromptDifference",
    "PromptInfo",
    "PromptProblem",
    "SectionChange",
    "VerifyPrompt",
    "build_continuation",
    "build_merge",
    "build_repair",
    "build_requests",
    "build_sorting",
    "build_verification",
    "check_prompt",
    "compare_prompts",
    "copy_prompt",
    "find_prompt",
    "list_prompts",
    "load_any_prompt",
    "load_issues_prompt",
    "load_prompt",
    "load_verify_prompt",
]
