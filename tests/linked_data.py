"""The contexts that our JSON-LD names, as far as we use them: tests have no network.

Written by hand from https://www.w3.org/ns/anno.jsonld and https://schema.org/docs/jsonldcontext.json. A term that
is not here is dropped by a JSON-LD reader, so that a test that counts triples finds it.
"""

from __future__ import annotations

from typing import Any

OA = "http://www.w3.org/ns/oa#"
SCHEMA = "http://schema.org/"
RDF_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
_LINK = {"@type": "@id"}
_NUMBER = {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"}
_AS = "http://www.w3.org/ns/activitystreams#"

ANNOTATION: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "Annotation": f"{OA}Annotation",
    "TextualBody": f"{OA}TextualBody",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "AnnotationCollection": f"{_AS}OrderedCollection",
    "AnnotationPage": f"{_AS}OrderedCollectionPage",
    "Software": f"{_AS}Application",
    "describing": f"{OA}describing",
    "commenting": f"{OA}commenting",
    "tagging": f"{OA}tagging",
    "body": {"@id": f"{OA}hasBody", **_LINK},
    "target": {"@id": f"{OA}hasTarget", **_LINK},
    "source": {"@id": f"{OA}hasSource", **_LINK},
    "selector": {"@id": f"{OA}hasSelector", **_LINK},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "generator": {"@id": f"{_AS}generator", **_LINK},
    "items": {"@id": f"{_AS}items", "@container": "@list", **_LINK},
    "partOf": {"@id": f"{_AS}partOf", **_LINK},
    "first": {"@id": f"{_AS}first", **_LINK},
    "total": {"@id": f"{_AS}totalItems", **_NUMBER},
    "startIndex": {"@id": f"{_AS}startIndex", **_NUMBER},
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
    "start": {"@id": f"{OA}start", **_NUMBER},
    "end": {"@id": f"{OA}end", **_NUMBER},
    "value": RDF_VALUE,
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "created": {
        "@id": "http://purl.org/dc/terms/created",
        "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
    },
}

# The types and properties that schema.org has, as far as we use them: property -> types it is of.
SCHEMA_TYPES = {"NewsArticle", "Claim", "Quotation", "Person", "Organization"}
_WORKS = {"NewsArticle", "Claim", "Quotation"}  # CreativeWork
_AGENTS = {"Person", "Organization", ""}
SCHEMA_PROPERTIES: dict[str, set[str]] = {
    "url": _WORKS,
    "headline": _WORKS,
    "abstract": _WORKS,
    "datePublished": _WORKS,
    "inLanguage": _WORKS,
    "author": _WORKS,
    "publisher": _WORKS,
    "text": _WORKS,
    "isBasedOn": _WORKS,
    "isPartOf": _WORKS,
    "genre": _WORKS,
    "appearance": {"Claim"},
    "name": _AGENTS,
    "alternateName": _AGENTS,
    "description": _AGENTS,
    "jobTitle": {"Person"},
}
SCHEMA_CONTEXT: dict[str, Any] = {"@vocab": SCHEMA, "url": {"@type": "@id"}}


def put_context(document: dict[str, Any], name: str, context: dict[str, Any]) -> dict[str, Any]:
    """The document with a context in place of its name, which it has to have."""
    assert document["@context"] == name
    return {**document, "@context": context}
