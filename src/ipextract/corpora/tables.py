"""Tables with a document a row: JSON Lines and Parquet, read a few rows at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal, NamedTuple

from ipextract.output.arrow import libraries

TableForm = Literal["jsonl", "parquet"]
#: How the names of tables end that are looked for in a directory.
TABLE_SUFFIXES: Final[dict[str, TableForm]] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
_TOGETHER: Final = 256  # rows of a Parquet file in memory as texts


@dataclass(frozen=True, slots=True)
class Columns:
    """How the columns are called.

    Attributes:
        text: the column of the texts.
        id: the column that names the documents; None for `id` where there is one.
    """

    text: str = "text"
    id: str | None = None


class Row(NamedTuple):
    """A document of a table.

    Attributes:
        number: of the row, 1 the first.
        source: its id, or else the table's name and the number: `notices.jsonl:17`.
        size: its bytes, about.
        text: the text, or else
        problem: why there is none.
    """

    number: int
    source: str
    size: int
    text: str | None
    problem: str | None = None


def read_rows(path: Path, source: str, form: TableForm, columns: Columns, done: int, longest: int) -> Iterator[Row]:
    """The rows of a table, of which the first `done` are left out.

    Where the table is broken, a last row says so.

    Args:
        path: where the table is.
        source: what it is called.
        form: how it is written.
        columns: which of its columns are wanted.
        done: how many rows to leave out.
        longest: how many bytes a line may have.

    Raises:
        MissingExtraError: the library that reads Parquet is not installed.
    """
    number = done
    rows = _jsonl(path, source, columns, done, longest) if form == "jsonl" else _parquet(path, source, columns, done)
    try:
        for row in rows:
            number = row.number
            yield row
    except (OSError, ValueError) as error:  # what pyarrow raises of a broken file is one of these
        yield Row(number + 1, source, 0, None, f"cannot be read{f' from row {number + 1} on' if number else ''}: {_first_line(error)}")


def _jsonl(path: Path, source: str, columns: Columns, done: int, longest: int) -> Iterator[Row]:
    with path.open("rb") as handle:
        number = 0
        while size := len(line := handle.readline(longest + 1)):
            number += 1
            if size > longest:
                size += _rest_of_line(handle)
                line = b""
            if number <= done:
                continue
            name = f"{source}:{number}"
            if size > longest:
                yield Row(number, name, size, None, f"a line of more than {longest} bytes; raise the limit")
            elif line.strip():
                yield _row(number, name, size, line, columns)


def _rest_of_line(handle: BinaryIO) -> int:
    size = 0
    while piece := handle.readline(1 << 20):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def _row(number: int, name: str, size: int, line: bytes, columns: Columns) -> Row:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Row(number, name, size, None, f"no JSON: {_first_line(error)}")
    if not isinstance(record, dict):
        return Row(number, name, size, None, "a line that is no JSON object")
    return _document(number, name, size, record, columns)


def _document(number: int, name: str, size: int, record: dict[str, Any], columns: Columns) -> Row:
    identity, text = record.get(columns.id or "id"), record.get(columns.text)
    source = name if identity is None else str(identity).encode("utf-8", "replace").decode()
    if columns.text not in record:
        return Row(number, source, size, None, f"no {columns.text} among its fields; --text-column names the one with the text")
    if columns.id is not None and identity is None:
        return Row(number, source, size, None, f"no {columns.id}")
    if not isinstance(text, str):
        return Row(number, source, size, None, f"{columns.text} is no text")
    return Row(number, source, size, text)


def _parquet(path: Path, source: str, columns: Columns, done: int) -> Iterator[Row]:
    _, parquet = libraries("reading Parquet")
    with parquet.ParquetFile(path, memory_map=False) as file:
        names = file.schema_arrow.names
        if columns.text not in names:
            raise ValueError(f"no column {columns.text}; --text-column names the one with the text, one of: {', '.join(names)}")
        if columns.id is not None and columns.id not in names:
            raise ValueError(f"no column {columns.id}; --id-column names the one with the names of the documents, one of: {', '.join(names)}")
        wanted = [name for name in dict.fromkeys((columns.text, columns.id or "id")) if name in names]
        size = path.stat().st_size // max(file.metadata.num_rows, 1)
        before = 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            if before + rows > done:
                number = before
                for batch in file.iter_batches(_TOGETHER, row_groups=[group], columns=wanted):
                    for record in batch.to_pylist() if number + batch.num_rows > done else ({},) * batch.num_rows:
                        number += 1
                        if number > done:
                            yield _document(number, f"{source}:{number}", size, record, columns)
            before += rows


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
