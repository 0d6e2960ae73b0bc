"""Write the release as a Word file: numbers split over runs, numbered headings, merged cells, a header and a footnote."""

from __future__ import annotations

import re
import sys
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from release import BODY, PUBLISHED, PUBLISHER, TITLE, Heading, Table

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.text.paragraph import Paragraph as WordParagraph

_STAMP = (2025, 3, 18, 0, 0, 0)
_LIST = """<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
</w:abstractNum>"""
_NUMBER = '<w:num {ns} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
_NUMBERED = '<w:numPr {ns}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
_NOTES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {ns}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> 地区生产总值为初步核算数，最终以年鉴为准。</w:t></w:r></w:p></w:footnote></w:footnotes>"""
_REFERENCE = '<w:r {ns}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
_NOTED = "地区生产总值"


def make() -> bytes:
    document = Document()
    document.core_properties.title = "模板"
    document.core_properties.author = "Administrator"
    document.core_properties.created = document.core_properties.modified = datetime(2019, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    document.sections[0].header.paragraphs[0].text = "平湖统计 2025年第6期"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    lists = document.part.numbering_part.element
    lists.insert(0, parse_xml(_LIST.format(ns=nsdecls("w"))))
    lists.append(parse_xml(_NUMBER.format(ns=nsdecls("w"))))
    for line in (TITLE, PUBLISHER, PUBLISHED):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in BODY:
        if isinstance(part, Heading):
            heading = document.add_paragraph(re.sub("^[一二三四五六七八九十]+、", "", part.text), style="Heading 1")
            heading._p.get_or_add_pPr().append(parse_xml(_NUMBERED.format(ns=nsdecls("w"))))  # noqa: SLF001
        elif isinstance(part, Table):
            _table(document, part)
        else:
            _split(document.add_paragraph(), part.text)
    notes = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, _NOTES.format(ns=nsdecls("w")).encode(), document.part.package)
    document.part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    out = BytesIO()
    document.save(out)
    return _stamped(out.getvalue())


def _split(paragraph: WordParagraph, text: str) -> None:
    """Runs as Word leaves them after corrections: 1032.46 in three pieces, the last digit of a number in bold."""
    for number, piece in enumerate(re.split(rf"(?<=\d\d)(?=\d)|(?<=\.)(?=\d)|(?<={_NOTED})", text)):
        paragraph.add_run(piece).bold = number % 3 == 2
        if piece.endswith(_NOTED):
            paragraph._p.append(parse_xml(_REFERENCE.format(ns=nsdecls("w"))))  # noqa: SLF001


def _table(document: DocumentObject, part: Table) -> None:
    for line in filter(None, (part.caption, part.unit)):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    width = sum(cell.columns for cell in part.rows[0])
    table = document.add_table(rows=len(part.rows), cols=width, style="Table Grid")
    covered: set[tuple[int, int]] = set()
    for number, row in enumerate(part.rows):
        column = 0
        for cell in row:
            while (number, column) in covered:
                column += 1
            last = table.cell(number + cell.rows - 1, column + cell.columns - 1)
            table.cell(number, column).merge(last).text = cell.text
            covered.update((number + down, column + right) for down in range(cell.rows) for right in range(cell.columns))


def _stamped(data: bytes) -> bytes:
    """The same archive whenever it is made."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if not name.startswith("docProps/thumbnail"):
                new.writestr(zipfile.ZipInfo(name, _STAMP), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(make())
