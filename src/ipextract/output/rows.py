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


def nested(row: Mapping[str, Any]) -> dict[str, Any]:
    """A flat row as the nested record again; an object of which nothing is given is None."""
    out: dict[str, Any] = {}
    for column in COLUMNS:
        *parents, last = column.path.split(".")
        place = out
        for name in parents:
            place = place.setdefault(name, {})
        place[last] = row.get(column.name)
    return {name: _without_nothing(value) for name, value in out.items()}


def _without_nothing(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {name: _without_nothing(one) for name, one in value.items()}
    return inner if any(one is not None for one in inner.values()) else None
