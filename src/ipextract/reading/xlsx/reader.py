"""Workbooks (XLSX): every sheet that is shown, as tables with their values as shown."""

from __future__ import annotations

import io
import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl
from defusedxml.ElementTree import fromstring

from ipextract.errors import InputError
from ipextract.patterns import lazily
from ipextract.reading.archive import Archive, inside
from ipextract.reading.builder import DocumentBuilder, TableCell
from ipextract.reading.document import Document
from ipextract.reading.grid import DEEPEST_INDENT
from ipextract.reading.limits import Limits
from ipextract.reading.table_edges import add_table
from ipextract.reading.xlsx.format import show
from ipextract.reading.xlsx.scan import Sheet, check, look

_WORKBOOK = "xl/workbook.xml"
# The name that a program gives a sheet says nothing: Sheet1, 工作表2, 3.
_NAMELESS = lazily(re.compile, r"(?:sheet|工作表|表|chart)?\s*[\d()（）]*", re.IGNORECASE)
_CHINESE = lazily(re.compile, r"[\u4e00-\u9fff]")
_HEADING_LEVEL = 2
# What the merged cells of a region may cover together; cells that overlap could cover it many times.
_MOST_ELEMENTS = 1_000_000
_MOST_COVERED = 4_000_000


def read(data: bytes, source: str, limits: Limits) -> Document:
    """Read a workbook.

    Args:
        data: its bytes.
        source: its name, for messages and the record.
        limits: what it may cost.

    Raises:
        InputError: it is broken, holds no text, or costs more than the limits.
    """
    sheets = _scan(Archive(data, source, limits), source, limits)
    builder = DocumentBuilder(source, data, limits)
    with warnings.catch_warnings():
        # What a workbook holds beside cells (checks of input, styles by default) is no matter here.
        warnings.simplefilter("ignore")
        workbook = _open(data, source)
        for worksheet in workbook.worksheets:
            name = str(worksheet.title)
            if worksheet.sheet_state != "visible":
                builder.warn(f"the sheet {name} is hidden: it is not read")
                continue
            sheet = sheets.get(name, Sheet())
            if sheet.uncomputed:
                builder.warn(f"the sheet {name} has formulas that were never computed: open it in an office program and save it")
            rows, hidden = _rows(worksheet, sheet, source)
            if hidden:
                builder.warn(f"the sheet {name} has hidden rows or columns: they are not read")
            if rows and not _NAMELESS.fullmatch(name.strip()):
                builder.add(name, kind="heading", level=_HEADING_LEVEL)
            merged: _Merged = {}
            for top, left, bottom, right in sheet.merged:
                merged.setdefault(top, []).append((left, bottom, right))
            for region in _regions(rows, merged):
                add_table(builder, _cells(region, rows, merged), loose=True)
    stated = workbook.properties
    metadata = {key: str(value) for key, value in (("title", stated.title), ("creator", stated.creator), ("created", stated.created)) if value}
    title = metadata.get("title", "")
    return builder.build(metadata, title if len(title) >= 6 and _CHINESE.search(title) else None)


#: The texts of a sheet, by row and column.
_Rows = dict[int, dict[int, str]]
#: By its first row, of each merged cell its first column, last row and last column.
_Merged = dict[int, list[tuple[int, int, int]]]


def _scan(archive: Archive, source: str, limits: Limits) -> dict[str, Sheet]:
    """Every part looked through before any is read, and what was found in the worksheets, by their names."""
    names = _sheet_names(archive, source)
    sheets = {name: look(archive.chunks(part), source, part, limits) for part, name in names.items()}
    for part in archive.names():
        if part in names:
            continue
        if part.startswith("xl/worksheets/") and part.endswith(".xml"):
            look(archive.chunks(part), source, part, limits)
        elif part.endswith((".xml", ".rels")):
            # Every text of a cell is an element or two of the shared strings.
            check(archive.chunks(part), source, part, 5 * limits.cells if "sharedstrings" in part else _MOST_ELEMENTS)
    return sheets


def _sheet_names(archive: Archive, source: str) -> dict[str, str]:
    """The name of the sheet in each part."""
    relations = "xl/_rels/workbook.xml.rels"
    for part in (_WORKBOOK, relations):
        check(archive.chunks(part), source, part, _MOST_ELEMENTS)
    targets = {row.get("Id"): inside(_WORKBOOK, row.get("Target") or "").lower() for row in fromstring(archive.read(relations))}
    names: dict[str, str] = {}
    for element in fromstring(archive.read(_WORKBOOK)).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            reference = next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == "id" and key != "id"), None)
            if reference in targets:
                names[targets[reference]] = element.get("name") or ""
    return names


def _open(data: bytes, source: str) -> Any:
    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception:  # noqa: BLE001 - a parser of others' making, fed with what may be broken anyhow
        raise InputError(source, "a broken workbook: fetch it again, or save it anew in an office program") from None


def _rows(worksheet: Any, sheet: Sheet, source: str) -> tuple[_Rows, bool]:
    """The texts of the cells that are shown, and whether any are not."""
    # The size that a sheet states may be any.
    worksheet.reset_dimensions()
    columns = {column for first, last in sheet.hidden_columns for column in range(first, min(last, 16_384) + 1)}
    rows: _Rows = {}
    hidden = False
    try:
        for cells in worksheet.iter_rows():
            for cell in cells:
                if cell.value is None:
                    continue
                text = show(cell.value, cell.number_format).strip(" \t\r\n")
                if cell.row in sheet.hidden_rows or cell.column in columns:
                    hidden = hidden or bool(text)
                elif text:
                    blanks = "\u3000" * min(int(cell.alignment.indent), DEEPEST_INDENT) if isinstance(cell.value, str) and cell.has_style else ""
                    rows.setdefault(cell.row, {})[cell.column] = blanks + text
    except Exception:  # noqa: BLE001 - as above
        raise InputError(source, f"a broken worksheet ({worksheet.title}): fetch the file again, or save it anew in an office program") from None
    return rows, hidden


def _regions(rows: _Rows, merged: _Merged) -> Iterator[tuple[int, int]]:
    """The first and last row of each stretch without a blank row; what a merged cell covers is not blank."""
    start = end = 0
    for number in sorted(rows):
        last = max([number, *(bottom for left, bottom, _ in merged.get(number, ()) if left in rows[number])])
        if start and number <= end + 1:
            end = max(end, last)
            continue
        if start:
            yield start, end
        start, end = number, last
    if start:
        yield start, end


def _cells(region: tuple[int, int], rows: _Rows, merged: _Merged) -> Sequence[Sequence[TableCell]]:
    """The rows of a region, each with the cells that begin in it; rows and columns without any text are left out."""
    numbers = [number for number in range(region[0], region[1] + 1) if number in rows]
    used = sorted({column for number in numbers for column in rows[number]})
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    work = 0
    for top in numbers:
        for left, bottom, right in merged.get(top, ()):
            if left not in rows[top] or (top, left) in spans or (top, left) in covered:
                continue
            down = slice(bisect_left(numbers, top), bisect_right(numbers, bottom))
            across = slice(bisect_left(used, left), bisect_right(used, right))
            work += (down.stop - down.start) * (across.stop - across.start)
            if work > _MOST_COVERED:
                break
            places = [(number, column) for number in numbers[down] for column in used[across]]
            if covered.isdisjoint(places):
                spans[top, left] = across.stop - across.start, down.stop - down.start
                covered.update(places[1:])
    return [[TableCell(rows[number].get(column, ""), *spans.get((number, column), (1, 1))) for column in used if (number, column) not in covered] for number in numbers]
