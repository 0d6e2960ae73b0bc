"""The two forms of a part: claims and failures as JSON Lines or as Parquet.

A worker encodes the claims of a document, and the run puts what it is given into a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, Literal, Protocol

from ipextract.corpora.failures import Failure
from ipextract.models import Extraction
from ipextract.output.arrow import Refuse, as_schema, libraries, typed
from ipextract.output.columns import COLUMNS, FAILURE
from ipextract.output.json import dumps
from ipextract.output.lines import claim_lines
from ipextract.output.parquet import GROUP
from ipextract.output.rows import rows

FormName = Literal["jsonl", "parquet"]
ERROR_COLUMNS: Final = (next(column for column in COLUMNS if column.name == "source"), *FAILURE)


class PartFile(Protocol):
    """A file that is being written."""

    def add(self, data: bytes) -> None:
        """Rows, as `encode` or `encode_failures` gives them."""

    def close(self) -> None:
        """Write what is left, down to the disk."""


def encode(extraction: Extraction, form: FormName, refuse: Refuse) -> bytes:
    """The claims of a document; nothing where there is none.

    Args:
        extraction: of the document.
        form: how they are written.
        refuse: is told in one line of each number that the form cannot hold.
    """
    if form == "jsonl":
        return "".join(line + "\n" for line in claim_lines(extraction)).encode("utf-8", "surrogatepass")
    return _encode_rows([typed(row, refuse) for row in rows(extraction)], as_schema(COLUMNS))


def encode_failures(failures: Iterable[Failure], form: FormName) -> bytes:
    """Failures as rows."""
    if form == "jsonl":
        return "".join(dumps(failure._asdict()) + "\n" for failure in failures).encode("utf-8", "replace")
    return _encode_rows([failure._asdict() for failure in failures], as_schema(ERROR_COLUMNS))


def open_part(path: Path, form: FormName, what: Literal["claims", "errors"]) -> PartFile:
    """A new file for rows.

    Raises:
        OSError: it cannot be written.
    """
    if form == "jsonl":
        return _Lines(path)
    return _Parquet(path, as_schema(COLUMNS if what == "claims" else ERROR_COLUMNS))


def _encode_rows(table: list[dict[str, Any]], schema: Any) -> bytes:
    if not table:
        return b""
    arrow, _ = libraries("writing Parquet")
    return arrow.RecordBatch.from_pylist(table, schema=schema).serialize().to_pybytes()  # type: ignore[no-any-return]


class _Lines:
    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def add(self, data: bytes) -> None:
        self._file.write(data)

    def close(self) -> None:
        with self._file as file:
            file.flush()
            os.fsync(file.fileno())


class _Parquet:
    def __init__(self, path: Path, schema: Any) -> None:
        self._arrow, parquet = libraries("writing Parquet")
        self._schema = schema
        self._file = path.open("wb")
        self._writer = parquet.ParquetWriter(self._file, schema)
        self._waiting: list[Any] = []
        self._rows = 0

    def add(self, data: bytes) -> None:
        batch = self._arrow.ipc.read_record_batch(data, self._schema)
        self._waiting.append(batch)
        self._rows += batch.num_rows
        if self._rows >= GROUP:
            self._write()

    def close(self) -> None:
        with self._file as file:
            if self._waiting:
                self._write()
            self._writer.close()
            file.flush()
            os.fsync(file.fileno())

    def _write(self) -> None:
        self._writer.write_table(self._arrow.Table.from_batches(self._waiting, self._schema).combine_chunks())
        self._waiting, self._rows = [], 0
