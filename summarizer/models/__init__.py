"""Language models: from a name to a server, and from a request to a reply.

names       which server a name means, and which key goes there
in_process  a model file, read in this process
connect     a client that sends nothing to anybody else
pools       its connections
quirks      what a server turns out not to take
chat        asks, with all of these
stream      a reply that comes in pieces
chunks      the pieces, put together
replies     a server's answer, as a Reply
failures    what went wrong, as one error with a remedy
batch_files requests and replies in files, as OpenAI's Batch takes them
log         each request and answer in a file, for debugging
tracing     a span of OpenTelemetry for each request
prices      what tokens cost, how many a model reads
cache       replies kept from earlier
listing     what a server tells of its models
context     how many tokens it has loaded one of them with
discover    what can be used here and now
probe       what one of them can do
"""

from summarizer.models.cache import CacheSize, RecallingModel, ReplyCache
from summarizer.models.chat import ChatModel
from summarizer.models.discover import Offer, find_models
from summarizer.models.log import ExchangeLog
from summarizer.models.names import (
    CLOUD_NAMES,
    DEFAULT_MODEL,
    EXTRACTIVE,
    IN_PROCESS,
    LOCAL_SERVERS,
    OPENAI_URL,
    Endpoint,
    LocalServer,
    resolve_model,
)
from summarizer.models.prices import find_context, price_usage

__all__ = [
    "CLOUD_NAMES",
    "DEFAULT_MODEL",
    "EXTRACTIVE",
    "IN_PROCESS",
    "LOCAL_SERVERS",
    "OPENAI_URL",
    "CacheSize",
    "ChatModel",
    "Endpoint",
    "ExchangeLog",
    "LocalServer",
    "Offer",
    "RecallingModel",
    "ReplyCache",
    "find_context",
    "find_models",
    "price_usage",
    "resolve_model",
]
