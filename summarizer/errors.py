"""Everything this package raises, in one tree.

    SummarizerError                 catch this one to catch them all
    ├── InputError                  the article cannot be read
    │   ├── EmptyArticleError       nothing is left to read after cleaning
    │   └── FetchError              a URL could not be fetched
    ├── ConfigurationError          a setting, flag or file is wrong
    │   ├── PromptError             a prompt file is wrong; says where
    │   └── StaleError              recorded replies are not to what would be asked now
    ├── BudgetError                 the next request would cost more than allowed
    ├── ModelError                  the model did not answer usefully
    │   ├── AuthenticationError     wrong or missing key
    │   ├── UnknownModelError       the server does not have that model
    │   ├── UnreachableError        nobody answers at that address
    │   ├── ModelTimeoutError       no answer in time
    │   ├── RateLimitError          too many requests, after all retries
    │   ├── ContextOverflowError    the request is longer than the model reads
    │   ├── RefusalError            the model declined
    │   └── ReplyError              the reply is empty or cannot be parsed
    └── CheckError                  a result was asked to be strict, and is not

A message is one line: what failed, on which input, and what to do about it. An unsupported claim is
not an error but a result; a malformed reply is an error.
"""

__all__ = [
    "AuthenticationError",
    "BudgetError",
    "CheckError",
    "ConfigurationError",
    "ContextOverflowError",
    "EmptyArticleError",
    "FetchError",
    "InputError",
    "ModelError",
    "ModelTimeoutError",
    "PromptError",
    "RateLimitError",
    "RefusalError",
    "ReplyError",
    "StaleError",
    "SummarizerError",
    "UnknownModelError",
    "UnreachableError",
]


class SummarizerError(Exception):
    """Base of every error this package raises."""


class InputError(SummarizerError):
    """The article cannot be read: missing, binary, a directory, an unknown format."""


class EmptyArticleError(InputError):
    """Nothing is left to read after cleaning."""


class FetchError(InputError):
    """A URL could not be fetched."""


class ConfigurationError(SummarizerError):
    """A setting, flag or file is wrong."""


class PromptError(ConfigurationError):
    """A prompt file is wrong; the message says where."""


class StaleError(ConfigurationError):
    """Recorded replies are not to what would be asked now; the message says what changed."""


class BudgetError(SummarizerError):
    """The next request would cost more than allowed."""


class ModelError(SummarizerError):
    """The model did not answer usefully.

    `may_pass` says whether the same request may go well later, `retry_after` how many seconds the server asks
    to wait before that.
    """

    may_pass: bool = False
    retry_after: float | None = None


class AuthenticationError(ModelError):
    """The server does not accept the key."""


class UnknownModelError(ModelError):
    """The server does not have that model."""


class UnreachableError(ModelError):
    """Nobody answers at that address. `connected`: there was a connection, which then was lost."""

    connected: bool = True


class ModelTimeoutError(ModelError):
    """No answer within the timeout."""

    may_pass = True


class RateLimitError(ModelError):
    """Too many requests, after all retries."""

    may_pass = True


class ContextOverflowError(ModelError):
    """The request is longer than the model can read."""


class RefusalError(ModelError):
    """The model declined to answer."""


class ReplyError(ModelError):
    """The reply is empty or cannot be parsed."""


class CheckError(SummarizerError):
    """A result was asked to be strict, and something in it is disputed or unsupported."""
