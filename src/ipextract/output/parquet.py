"""Parquet, with decimals as decimals and dates as dates. Needs the extra `parquet`."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, Final

from ipextract.models import Extraction
from ipextract.output.arrow import Refuse, as_schema, libraries, typed
from ipextract.output.columns import COLUMNS
from ipextract.output.rows import Row, rows

# How many rows stand together: enough that a reader skips what it does not need, few enough to hold.
GROUP: Final = 20_000


def parquet_pieces(results: Iterable[Extraction], refuse: Refuse) -> Iterator[bytes]:
    """The file in pieces; nothing where there is no document.

    Args:
        results: the documents.
        refuse: is told, in one line, of each number with more digits than a column holds. Its cell stays
            empty: it is never rounded, and `evidence_text` has it as printed.

    Raises:
        MissingExtraError: the library that writes Parquet is not installed.
    """
    arrow, parquet = libraries("writing Parquet")
    return _pieces(results, refuse, arrow, parquet, as_schema(COLUMNS))


def _pieces(results: Iterable[Extraction], refuse: Refuse, arrow: ModuleType, parquet: ModuleType, schema: Any) -> Iterator[bytes]:
    buffer = io.BytesIO()
    writer = None
    waiting: list[Row] = []
    for extraction in results:
        writer = writer or parquet.ParquetWriter(buffer, schema)
        waiting += [typed(row, refuse) for row in rows(extraction)]
        if len(waiting) >= GROUP:
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
