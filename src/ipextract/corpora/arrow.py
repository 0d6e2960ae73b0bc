"""The claims of a table of texts, as Arrow: for Spark, Ray, Dask and whatever else hands over such tables.

The extractor is built once a process. The columns of the result are `schema()`; a document that fails is a row with
`source`, `error` and `reason`. docs/corpora.md shows how each engine calls it. Needs the extra `parquet`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ipextract.corpora.failures import Failure, attempt, warnings
from ipextract.corpora.worker import extract_text
from ipextract.errors import InputError
from ipextract.extractor import Extractor
from ipextract.language.segmenter import EngineName
from ipextract.output.arrow import as_schema, libraries, typed
from ipextract.output.columns import COLUMNS, FAILURE, Column
from ipextract.output.rows import rows

if TYPE_CHECKING:
    import pyarrow as pa

#: The columns of a claim, and behind them those of a failure; a row fills the one or the other.
TABLE: Final[tuple[Column, ...]] = (*COLUMNS, *FAILURE)
_PIECE: Final = 5_000  # rows that are handed over together: a claim takes about a kilobyte
_NAMELESS: Final = "<text>"


def schema() -> pa.Schema:
    """The schema of every table that is handed back."""
    return as_schema(TABLE)


def extract_table(table: pa.Table, text: str = "text", id: str | None = "id", *, segmenter: EngineName = "auto", lexicon: str | None = None) -> pa.Table:  # noqa: A002
    """The claims of all texts of a table, and a row for each that failed.

    Args:
        table: has a column of texts.
        text: its name.
        id: the column whose values name the documents, as `source`; None where there is none.
        segmenter: as for `ipextract.Extractor`.
        lexicon: the path of a user's lexicon, which every machine must have.

    Raises:
        KeyError: there are no such columns.
    """
    arrow, _ = libraries("tables of texts")
    return arrow.Table.from_batches(extract_pieces(table, text, id, segmenter=segmenter, lexicon=lexicon), schema())


def extract_pieces(
    table: pa.Table | pa.RecordBatch,
    text: str = "text",
    id: str | None = "id",  # noqa: A002
    *,
    segmenter: EngineName = "auto",
    lexicon: str | None = None,
) -> Iterator[pa.RecordBatch]:
    """As `extract_table`, in batches of a few thousand rows, however many claims a batch of texts holds."""
    arrow, _ = libraries("tables of texts")
    extractor = _extractor(segmenter, lexicon)
    names = table.column(id) if id is not None else [None] * table.num_rows
    waiting: list[dict[str, Any]] = []
    for name, value in zip(names, table.column(text), strict=True):
        identity = name.as_py() if name is not None else None
        waiting += _rows(value.as_py(), _NAMELESS if identity is None else str(identity), extractor)
        if len(waiting) >= _PIECE:
            yield arrow.RecordBatch.from_pylist(waiting, schema=schema())
            waiting = []
    if waiting:
        yield arrow.RecordBatch.from_pylist(waiting, schema=schema())


@cache
def _extractor(segmenter: EngineName, lexicon: str | None) -> Extractor:
    return Extractor(segmenter=segmenter, lexicon=lexicon)


def _rows(text: Any, source: str, extractor: Extractor) -> list[dict[str, Any]]:
    """The rows of one document: its claims, or what went wrong."""
    found = attempt(source, lambda: _claims(text, source, extractor))
    return [found._asdict()] if isinstance(found, Failure) else found


def _claims(text: Any, source: str, extractor: Extractor) -> list[dict[str, Any]]:
    if not isinstance(text, str):
        raise InputError(source, "this is no text")
    extraction = extract_text(text, source, extractor)
    failures = warnings(extraction)
    claims = [typed(row, lambda reason: failures.append(Failure(source, "incomplete", reason))) for row in rows(extraction)]
    return claims + [failure._asdict() for failure in failures]
