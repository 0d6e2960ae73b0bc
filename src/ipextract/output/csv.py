"""CSV as RFC 4180 has it, but for lines that end in a line feed; one row a claim, under one line of names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from ipextract.models import Extraction
from ipextract.output.columns import NAMES
from ipextract.output.rows import rows

BYTE_ORDER_MARK: Final = "\ufeff"
# What a spreadsheet may take for the beginning of a formula, in either width; and what it may skip before one.
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_HARMLESS: Final = "'"


def csv_pieces(results: Iterable[Extraction], *, bom: bool = False, safe: bool = False) -> Iterator[str]:
    """The table in pieces, one a document; nothing where there is no document.

    Args:
        results: the documents.
        bom: begin with a byte-order mark, without which some spreadsheets take the text for another encoding.
        safe: put an apostrophe before a text that a spreadsheet could run as a formula. Numbers keep their sign.
    """
    for count, extraction in enumerate(results):
        head = (BYTE_ORDER_MARK if bom else "") + csv_lines([NAMES]) if not count else ""
        yield head + csv_lines((list(row.values()) for row in rows(extraction)), safe=safe)


def csv_lines(table: Iterable[Sequence[Any]], *, safe: bool = False) -> str:
    """Rows of cells as lines: None is an empty cell, a `Decimal` is written without exponent; `safe` as for `csv_pieces`."""
    out = io.StringIO()
    # A quoted cell keeps its line breaks, whichever they are; the writer of older Pythons quotes none but its own.
    writer = csv.writer(out, lineterminator="\r\n")
    lines = []
    for cells in table:
        writer.writerow([format(cell, "f") if isinstance(cell, Decimal) else harmless(cell) if safe else cell for cell in cells])
        lines.append(out.getvalue().removesuffix("\r\n") + "\n")
        out.seek(0)
        out.truncate()
    return "".join(lines)


def harmless(value: Any) -> Any:
    """A cell's value with an apostrophe in front where it is a text that a spreadsheet could run as a formula."""
    return _HARMLESS + value if isinstance(value, str) and value.startswith(_FORMULA) else value
