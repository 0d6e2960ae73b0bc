"""JSON Lines: one claim a line, each line complete in itself."""

from __future__ import annotations

from collections.abc import Iterator

from ipextract.models import Extraction
from ipextract.output.json import dumps


def claim_lines(extraction: Extraction) -> Iterator[str]:
    """One JSON object a claim, without line end: the claim's fields behind `schema_version` and `source`."""
    head = {"schema_version": extraction.schema_version, "source": extraction.document.source}
    for claim in extraction.claims:
        yield dumps({**head, **claim.model_dump(mode="python")})
