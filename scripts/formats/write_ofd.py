"""Write the release as an OFD file (GB/T 33190): lines broken where they are full, tables drawn, page numbers, a running head."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from itertools import groupby
from pathlib import Path
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

from release import BODY, PUBLISHED, PUBLISHER, TITLE, Table

_STAMP = (2025, 3, 18, 0, 0, 0)
_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LEFT, _RIGHT, _TOP, _BOTTOM = 28.0, 173.0, 37.0, 262.0
_BODY, _TITLE, _SMALL, _LEADING = 5.6, 7.8, 4.2, 10.0
_ROW = 8.0


def _width(text: str, size: float) -> float:
    return sum(size if east_asian_width(char) in "WFA" else size / 2 for char in text)


class _Pages:
    """Takes lines and tables from top to bottom and breaks them into pages."""

    def __init__(self) -> None:
        self._objects: list[list[str]] = [[]]
        self._y = _TOP
        self._last = 100

    def contents(self) -> list[str]:
        return ["\n".join(objects) for objects in self._objects]

    def text(self, text: str, x: float, baseline: float, size: float) -> None:
        """One object a line; equal distances are written once: g 12 5.6."""
        steps = [_width(char, size) for char in text[:-1]]
        runs = [(step, len(list(group))) for step, group in groupby(steps)]
        deltas = " ".join(f"g {count} {step:g}" if count > 2 else " ".join([f"{step:g}"] * count) for step, count in runs)
        width = _width(text, size)
        attributes = f'ID="{self._next()}" Boundary="{x:g} {baseline - size:g} {width:g} {1.2 * size:g}" Font="3" Size="{size:g}"'
        code = f'<ofd:TextCode X="0" Y="{size:g}" DeltaX="{deltas}">{escape(text)}</ofd:TextCode>' if deltas else f'<ofd:TextCode X="0" Y="{size:g}">{escape(text)}</ofd:TextCode>'
        self._objects[-1].append(f"<ofd:TextObject {attributes}>{code}</ofd:TextObject>")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        attributes = f'ID="{self._next()}" Boundary="{x0:g} {y0:g} {max(x1 - x0, 0.25):g} {max(y1 - y0, 0.25):g}" LineWidth="0.25"'
        data = f"M 0 0 L {x1 - x0:g} {y1 - y0:g}"
        self._objects[-1].append(f"<ofd:PathObject {attributes}><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>")

    def centred(self, text: str, size: float) -> None:
        self._room(_LEADING)
        self.text(text, (_LEFT + _RIGHT - _width(text, size)) / 2, self._y, size)
        self._y += _LEADING

    def paragraph(self, text: str) -> None:
        """Lines as full as they can be, whatever they break: a number too."""
        line, room = "", _RIGHT - _LEFT - 2 * _BODY
        x = _LEFT + 2 * _BODY
        for char in [*text, ""]:
            if not char or _width(line + char, _BODY) > room + 0.01:
                self._room(_LEADING)
                self.text(line, x, self._y, _BODY)
                self._y += _LEADING
                line, room, x = "", _RIGHT - _LEFT, _LEFT
            line += char

    def table(self, table: Table) -> None:
        widths = sum(cell.columns for cell in table.rows[0])
        step = (_RIGHT - _LEFT) / widths
        self._room(_ROW * len(table.rows) + _LEADING)
        top = self._y - _LEADING / 2
        covered: set[tuple[int, int]] = set()
        for number, row in enumerate(table.rows):
            column = 0
            for cell in row:
                while (number, column) in covered:
                    column += 1
                covered.update((number + down, column + right) for down in range(cell.rows) for right in range(cell.columns))
                x0, y0 = _LEFT + column * step, top + number * _ROW
                x1, y1 = x0 + cell.columns * step, y0 + cell.rows * _ROW
                self.line(x0, y0, x1, y0)
                self.line(x0, y0, x0, y1)
                self.text(cell.text, (x0 + x1 - _width(cell.text, _SMALL)) / 2, (y0 + y1) / 2 + 0.35 * _SMALL, _SMALL)
        end = top + len(table.rows) * _ROW
        self.line(_LEFT, end, _RIGHT, end)
        self.line(_RIGHT, top, _RIGHT, end)
        self._y = end + _LEADING

    def number_pages(self) -> None:
        for number, objects in enumerate(self._objects, 1):
            self._objects.append(objects)
            self.text(f"— {number} —", 98.0, 280.0, _SMALL)
            self._objects.pop()

    def _room(self, height: float) -> None:
        if self._y + height > _BOTTOM:
            self._objects.append([])
            self._y = _TOP

    def _next(self) -> int:
        self._last += 1
        return self._last


def _page(objects: str, template: str = '<ofd:Template TemplateID="20" ZOrder="Background"/>') -> str:
    area = "<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>"
    return f'{_HEAD}<ofd:Page {_NAMESPACE}>{template}{area}<ofd:Content><ofd:Layer ID="99">\n{objects}\n</ofd:Layer></ofd:Content></ofd:Page>'


def make() -> bytes:
    pages = _Pages()
    for line, size in ((TITLE, _TITLE), (PUBLISHER, _BODY), (PUBLISHED, _BODY)):
        pages.centred(line, size)
    for part in BODY:
        if isinstance(part, Table):
            pages.centred(part.caption, _BODY)
            if part.unit:
                pages.centred(part.unit, _BODY)
            pages.table(part)
        else:
            pages.paragraph(part.text)
    pages.number_pages()
    contents = pages.contents()
    head = _Pages()
    head.text("平湖统计 2025年第6期", _LEFT, 20.0, _SMALL)
    head.line(_LEFT, 22.0, _RIGHT, 22.0)
    font = '<ofd:Font ID="3" FontName="FangSong" FamilyName="FangSong" Charset="unicode"/>'
    listed = "".join(f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number - 1}/Content.xml"/>' for number in range(1, len(contents) + 1))
    parts = {
        "OFD.xml": f'<ofd:OFD {_NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>{"0" * 32}</ofd:DocID><ofd:Title>公报</ofd:Title>'
        f"<ofd:Author>平湖市统计局</ofd:Author><ofd:CreationDate>2025-03-18</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f'<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes><ofd:TemplatePage ID="20" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>'
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        "Doc_0/PublicRes.xml": f'<ofd:Res {_NAMESPACE} BaseLoc="Res"><ofd:Fonts>{font}</ofd:Fonts></ofd:Res>',
        "Doc_0/DocumentRes.xml": f'<ofd:Res {_NAMESPACE} BaseLoc="Res"><ofd:MultiMedias/></ofd:Res>',
        "Doc_0/Tpls/Tpl_0/Content.xml": _page(head.contents()[0], ""),
    }
    parts = {name: text if text.startswith("<?xml") else _HEAD + text for name, text in parts.items()}
    parts.update({f"Doc_0/Pages/Page_{number}/Content.xml": _page(content) for number, content in enumerate(contents)})
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(make())
