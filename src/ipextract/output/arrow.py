"""Rows with types: the schema of a table in Arrow, and a row as its cells take it. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from types import ModuleType
from typing import Any

from ipextract.errors import MissingExtraError
from ipextract.models import SCHEMA_VERSION
from ipextract.numbers.numerals import plain
from ipextract.output.columns import COLUMNS, PRECISION, SCALE, Column, ColumnType
from ipextract.output.rows import Row

Refuse = Callable[[str], None]


def libraries(doing: str) -> tuple[ModuleType, ModuleType]:
    """The libraries of Arrow and of Parquet.

    Args:
        doing: what needs them, for the message.

    Raises:
        MissingExtraError: they are not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise MissingExtraError(doing, "parquet") from None
    return pa, pq


def as_schema(columns: Iterable[Column]) -> Any:
    """The columns as a `pyarrow.Schema`; each field says in its metadata what it holds."""
    arrow, _ = libraries("tables with types")
    types: dict[ColumnType, Any] = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "decimal": arrow.decimal128(PRECISION, SCALE),
        "date": arrow.date32(),
    }
    return arrow.schema(
        [arrow.field(column.name, types[column.type], metadata={"doc": column.doc}) for column in columns],
        metadata={"ipextract.schema_version": SCHEMA_VERSION},
    )


def typed(row: Row, refuse: Refuse) -> Row:
    """The row with its dates as dates, and without the numbers that do not fit, of which `refuse` is told."""
    out = dict(row)
    for column in COLUMNS:
        value = row[column.name]
        if value is None:
            continue
        if column.type == "date":
            out[column.name] = date.fromisoformat(value)
        elif column.type == "decimal" and not _fits(value):
            refuse(
                f"{row['source']}: {row['evidence_text']} (claim {row['id']}) has more digits than a Parquet decimal, "
                f"{PRECISION - SCALE} before the point and {SCALE} behind it: {column.name} is left empty; --format csv or jsonl holds it"
            )
            out[column.name] = None
        elif column.type == "decimal":
            out[column.name] = plain(value)
    return out


def _fits(value: Decimal) -> bool:
    whole, _, decimals = format(plain(value), "f").lstrip("-").partition(".")
    return len(whole.lstrip("0")) <= PRECISION - SCALE and len(decimals) <= SCALE
