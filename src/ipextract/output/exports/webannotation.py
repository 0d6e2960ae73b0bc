"""W3C Web Annotation (Recommendation of 2017), as JSON-LD: one collection, an annotation a claim.

The target of an annotation is selected twice: by position, in code points as the Recommendation has it, and by
quotation with what stands before and behind, which holds when the text has moved.
"""

from __future__ import annotations

import uuid
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote, urljoin

from ipextract.models import Claim, DocumentInfo, Extraction
from ipextract.output.exports.words import label, summary
from ipextract.output.json import dumps

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32
# The same claim of the same document is the same annotation, run after run.
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, _CONTEXT)


def annotation_collection(results: Iterable[Extraction], program: str, base: str | None = None) -> Iterator[str]:
    """The collection in pieces, one a document; nothing where there is no document.

    Args:
        results: the documents, with their texts.
        program: the name and version of what made the annotations.
        base: the address that their names are relative to. Without it a document is named by its SHA-256, as RFC 6920 does.
    """
    identity = _NAMESPACE
    total = 0
    started = False
    for extraction in results:
        if not started:
            yield '{\n  "@context": ' + dumps(_CONTEXT) + ',\n  "type": "AnnotationCollection",\n  "label": ' + dumps(program)
            yield ',\n  "first": {\n    "type": "AnnotationPage",\n    "startIndex": 0,\n    "items": ['
            started = True
        for claim in extraction.claims:
            yield (",\n      " if total else "\n      ") + dumps(_annotation(extraction.document, claim, program, base))
            total += 1
        identity = uuid.uuid5(identity, extraction.document.sha256)
    if started:
        page = dumps(uuid.uuid5(identity, "first").urn)
        yield f'\n    ],\n    "id": {page}\n  }},\n  "total": {total},\n  "id": {dumps(identity.urn)}\n}}\n'


def _annotation(document: DocumentInfo, claim: Claim, program: str, base: str | None) -> dict[str, Any]:
    text, evidence = document.text or "", claim.evidence
    body: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": label(claim)},
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": summary(claim)},
        {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": dumps({"source": document.source, **claim.model_dump(mode="python")})},
    ]
    if claim.part_of is not None:
        body.append({"type": "SpecificResource", "purpose": "linking", "source": _id(document, claim.part_of)})
    return {
        "id": _id(document, claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": program},
        "body": body,
        "target": {
            "source": _address(document, base),
            "selector": [
                {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": evidence.text,
                    "prefix": text[max(0, evidence.start - _AROUND) : evidence.start],
                    "suffix": text[evidence.end : evidence.end + _AROUND],
                },
            ],
        },
    }


def _id(document: DocumentInfo, claim: str) -> str:
    return uuid.uuid5(_NAMESPACE, f"{document.sha256}:{claim}").urn


def _address(document: DocumentInfo, base: str | None) -> str:
    if base is not None:
        return urljoin(base, quote(document.source))
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(document.sha256)).decode("ascii").rstrip("=")
