"""Write the tables of the release as a workbook: a sheet a section, merged cells, numbers as numbers with their formats."""

from __future__ import annotations

import re
import sys
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from release import BODY, TITLE, Heading, Table

_STAMP = (2025, 3, 18, 0, 0, 0)
_NUMBER = re.compile(r"(-?[\d ]+)(?:\.(\d+))?")


def make() -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.title = TITLE
    workbook.properties.created = workbook.properties.modified = datetime(2025, 3, 18, tzinfo=UTC).replace(tzinfo=None)
    section = ""
    for part in BODY:
        if isinstance(part, Heading):
            section = part.text
        elif isinstance(part, Table):
            _sheet(workbook, section, part)
    out = BytesIO()
    workbook.save(out)
    return _stamped(out.getvalue())


def _sheet(workbook: Workbook, name: str, part: Table) -> None:
    sheet = workbook.create_sheet(name)
    width = sum(cell.columns for cell in part.rows[0])
    sheet["A1"] = part.caption
    sheet.merge_cells(f"A1:{get_column_letter(width)}1")
    top = 2
    if part.unit:
        sheet.cell(2, width).value = part.unit
        top = 3
    covered: set[tuple[int, int]] = set()
    for number, row in enumerate(part.rows, top):
        column = 1
        for cell in row:
            while (number, column) in covered:
                column += 1
            target = sheet.cell(number, column)
            match = _NUMBER.fullmatch(cell.text)
            if match:
                whole, fraction = match.groups()
                target.value = float(cell.text.replace(" ", "")) if fraction else int(whole.replace(" ", ""))
                target.number_format = ("#,##0" if " " in whole else "0") + ("." + "0" * len(fraction) if fraction else "")
            else:
                target.value = cell.text
            if cell.columns > 1 or cell.rows > 1:
                sheet.merge_cells(start_row=number, start_column=column, end_row=number + cell.rows - 1, end_column=column + cell.columns - 1)
            covered.update((number + down, column + right) for down in range(cell.rows) for right in range(cell.columns))


def _stamped(data: bytes) -> bytes:
    """The same archive whenever it is made."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2025-03-18T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(make())
