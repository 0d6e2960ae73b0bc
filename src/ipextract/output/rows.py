"""Claims as records complete in themselves: nested as in JSON Lines, and flat as in a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ipextract.models import Extraction
from ipextract.output.columns import COLUMNS

Row = dict[str, Any]


def records(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """One nested record a claim: the claim's fields behind `schema_version` and `source`."""
    head = {"schema_version": extraction.schema_version, "source": extraction.document.source}
    for claim in extraction.claims:
        yield {**head, **claim.model_dump(mode="python")}


def rows(extraction: Extraction) -> list[Row]:
    """One flat row a claim: the columns of `ipextract.output.columns.COLUMNS` in their order.

    Absent values are None, numbers are `Decimal` or `int`, dates are ISO texts.
    """
    return [flat(record) for record in records(extraction)]


def flat(record: Mapping[str, Any]) -> Row:
    """A nested record with its fields side by side; a record that is flat already stays as it is."""
    return {column.name: record[column.name] if column.name in record else _at(record, column.path) for column in COLUMNS}


def _at(record: Mapping[str, Any], path: str) -> Any:
    """What stands at the path `period.start`; None where there is no period."""
    value: Any = record
    for name in path.split("."):
        if value is None:
            return None
        value = value.get(name)
    return value
