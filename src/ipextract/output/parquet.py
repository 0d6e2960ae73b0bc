"""Parquet, with decimals as decimals and dates as dates. Needs the extra `parquet`."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from types import ModuleType
from typing import Any, Final

from ipextract.errors import MissingExtraError
from ipextract.models import SCHEMA_VERSION, Extraction
from ipextract.numbers.numerals import plain
from ipextract.output.columns import COLUMNS, PRECISION, SCALE, ColumnType
from ipextract.output.rows import Row, rows

Refuse = Callable[[str], None]

# How many rows stand together: enough that a reader skips what it does not need, few enough to hold.
_GROUP: Final = 20_000


def parquet_pieces(results: Iterable[Extraction], refuse: Refuse) -> Iterator[bytes]:
    """The file in pieces; nothing where there is no document.

    Args:
        results: the documents.
        refuse: is told, in one line, of each number with more digits than a column holds. Its cell stays
            empty: it is never rounded, and `evidence_text` has it as printed.

    Raises:
        MissingExtraError: the library that writes Parquet is not installed.
    """
    arrow, parquet = _libraries()
    schema = _schema(arrow)
    return _pieces(results, refuse, arrow, parquet, schema)


def _libraries() -> tuple[ModuleType, ModuleType]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise MissingExtraError("writing Parquet", "parquet") from None
    return pa, pq


def _schema(arrow: ModuleType) -> Any:
    types: dict[ColumnType, Any] = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "decimal": arrow.decimal128(PRECISION, SCALE),
        "date": arrow.date32(),
    }
    return arrow.schema(
        [arrow.field(column.name, types[column.type], metadata={"doc": column.doc}) for column in COLUMNS],
        metadata={"ipextract.schema_version": SCHEMA_VERSION},
    )


def _pieces(results: Iterable[Extraction], refuse: Refuse, arrow: ModuleType, parquet: ModuleType, schema: Any) -> Iterator[bytes]:
    buffer = io.BytesIO()
    writer = None
    waiting: list[Row] = []
    for extraction in results:
        writer = writer or parquet.ParquetWriter(buffer, schema)
        waiting += [_typed(row, refuse) for row in rows(extraction)]
        if len(waiting) >= _GROUP:
            writer.write_table(arrow.Table.from_pylist(waiting, schema=schema))
            waiting = []
            yield _taken(buffer)
    if writer is None:
        return
    if waiting:
        writer.write_table(arrow.Table.from_pylist(waiting, schema=schema))
    writer.close()
    yield _taken(buffer)


def _taken(buffer: io.BytesIO) -> bytes:
    """What has been written since the last time."""
    data = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return data


def _typed(row: Row, refuse: Refuse) -> Row:
    """The row with its dates as dates, and without the numbers that do not fit."""
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
