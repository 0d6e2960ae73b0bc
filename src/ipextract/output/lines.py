"""JSON Lines: one claim a line, each line complete in itself."""

from __future__ import annotations

from collections.abc import Iterator

from ipextract.models import Extraction
from ipextract.output.json import dumps
from ipextract.output.rows import records, rows


def claim_lines(extraction: Extraction, *, flat: bool = False) -> Iterator[str]:
    """One JSON object a claim, without line end.

    Args:
        extraction: whose claims.
        flat: the columns of `ipextract.output.columns` in place of nested fields.
    """
    yield from map(dumps, rows(extraction) if flat else records(extraction))
