"""Label Studio: a task a document, with what was extracted as a prediction that a reviewer corrects.

Offsets count code points, as Label Studio does in a `<Text>`. The labelling interface that goes with the tasks
stands in docs/exports.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ipextract.models import Claim, Extraction
from ipextract.output.json import dumps
from ipextract.output.wording import amount, dates, relation


def tasks(results: Iterable[Extraction], program: str) -> Iterator[str]:
    """The tasks as a JSON array, in pieces, one a document; nothing where there is no document.

    Args:
        results: the documents, with their texts.
        program: the name and version of what made the predictions.
    """
    count = 0
    for count, extraction in enumerate(results, 1):
        yield ("[\n" if count == 1 else ",\n") + dumps(_task(extraction, program))
    if count:
        yield "\n]\n"


def _task(extraction: Extraction, program: str) -> dict[str, Any]:
    document = extraction.document
    data = {"text": document.text or "", "source": document.source, "sha256": document.sha256, "title": document.title}
    ids = {claim.id for claim in extraction.claims}
    result = [one for claim in extraction.claims for one in _region(claim)]
    result += [_relation("part of", claim.id, claim.part_of) for claim in extraction.claims if claim.part_of in ids]
    result += [_relation("repeats", claim.id, claim.repeats) for claim in extraction.claims if claim.repeats in ids]
    return {"data": data, "predictions": [{"model_version": program, "result": result}]}


def _region(claim: Claim) -> Iterator[dict[str, Any]]:
    """The span with its kind, and what is said of it: the results of one region have one id."""
    evidence = claim.evidence
    place = {"start": evidence.start, "end": evidence.end}
    about = {"id": claim.id, "to_name": "text"}
    yield {**about, "from_name": "kind", "type": "labels", "value": {**place, "text": evidence.text, "labels": [claim.kind]}}
    for name, choice in (("aspect", claim.aspect), ("bound", claim.bound), ("status", claim.status)):
        yield {**about, "from_name": name, "type": "choices", "value": {**place, "choices": [choice]}}
    said = {
        "indicator": claim.indicator,
        "amount": amount(claim),
        "relation": relation(claim),
        "period": dates(claim.period),
        "region": claim.region.name if claim.region else "",
    }
    for name, text in said.items():
        if text:
            yield {**about, "from_name": name, "type": "textarea", "value": {**place, "text": [text]}}


def _relation(label: str, start: str, end: str | None) -> dict[str, Any]:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [label]}
