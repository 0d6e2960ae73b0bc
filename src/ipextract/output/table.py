"""A table to read on a terminal: one line a claim."""

from __future__ import annotations

from ipextract.models import Extraction
from ipextract.output.wording import amount, columns, dates, relation

_HEAD = ("printed", "value", "aspect", "indicator", "relation", "period", "region")


def table(extraction: Extraction) -> str:
    """The claims as aligned columns under the document's title; a target is marked with `→`."""
    document = extraction.document
    rows: list[tuple[str, ...]] = [_HEAD]
    for claim in extraction.claims:
        aim = "→ " if claim.status == "target" else ""
        region = claim.region.name if claim.region else ""
        rows.append((claim.evidence.text.replace("\n", " "), aim + amount(claim), claim.aspect, claim.indicator, relation(claim), dates(claim.period), region))
    return "\n".join([document.title or document.source, "", *columns(rows, right=(0, 1))]) + "\n"
