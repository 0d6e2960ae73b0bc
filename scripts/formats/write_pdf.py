"""Write the release as a PDF as a bureau would: lines broken at a fixed width, tables with rules, heads and page numbers."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from release import BODY, PUBLISHED, PUBLISHER, TITLE, Cell, Heading, Table
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
SIZE, LEADING = 16, 28
LEFT, RIGHT, TOP, BOTTOM = 80, A4[0] - 80, A4[1] - 100, 300
ROW, SMALL = 22, 11
# The mark stands after the first place of these words, the note at the foot of that page.
MARKED, NOTE = "全年地区生产总值1032.46亿元", "地区生产总值、各产业增加值按当年价格计算，增长速度按可比价格计算。"
HEAD = f"{PUBLISHER}统计公报"


def width(text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, FONT, size))


@dataclass
class Writer:
    """Sets lines, and begins a page when one is full."""

    canvas: Canvas
    y: float = TOP
    page: int = 1
    notes: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float) -> float:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, y, text)
        return x + width(text, size)

    def centred(self, text: str, size: float) -> None:
        self.text((LEFT + RIGHT - width(text, size)) / 2, self.line(), text, size)

    def line(self, height: float = LEADING) -> float:
        if self.y - height < BOTTOM:
            self.finish()
        self.y -= height
        return self.y

    def finish(self) -> None:
        self.text(LEFT, A4[1] - 60, HEAD, SMALL)
        self.canvas.line(LEFT, A4[1] - 66, RIGHT, A4[1] - 66)
        self.text((LEFT + RIGHT) / 2 - 15, 60, f"— {self.page} —", SMALL)
        for number, note in enumerate(self.notes, 1):
            self.canvas.line(LEFT, BOTTOM - 30, LEFT + 140, BOTTOM - 30)
            x = self.text(LEFT, BOTTOM - 45, str(number), 7)
            self.text(x, BOTTOM - 49, note, SMALL)
        self.notes = []
        self.canvas.showPage()
        self.page += 1
        self.y = TOP

    def paragraph(self, text: str) -> None:
        """Break where the line is full, in the middle of words and numbers."""
        line, x = "", LEFT + 2.0 * SIZE
        mark = text.find(MARKED) + len(MARKED) if MARKED in text else 0
        for index, char in enumerate(text):
            if x + width(line + char, SIZE) > RIGHT and char not in "，。；、）":
                self.text(x, self.line(), line, SIZE)
                line, x = "", float(LEFT)
            line += char
            if mark and index == mark - 1:
                x = self.text(x, self.line(), line, SIZE)
                x = self.text(x, self.y + 7, "1", 8)
                self.y += LEADING
                line = ""
                self.notes.append(NOTE)
        self.text(x, self.line(), line, SIZE)

    def table(self, table: Table) -> None:
        """The first table closed on all sides, others open at the left and the right and without rules in the body."""
        unit = LEADING if table.unit else 0
        if self.y - LEADING - unit - ROW * len(table.rows) < BOTTOM:
            self.finish()
        self.centred(table.caption, 14)
        if table.unit:
            y = self.line(ROW)
            self.text(RIGHT - width(table.unit, SMALL), y, table.unit, SMALL)
        top = self.y - 8
        across = len(table.rows[-1])
        column = (RIGHT - LEFT) / across
        taken: set[tuple[int, int]] = set()
        closed = table.unit == ""
        for number, row in enumerate(table.rows):
            place = 0
            for cell in row:
                while (number, place) in taken:
                    place += 1
                self.cell(cell, LEFT + place * column, top - number * ROW, column, head=number < 1 or (not closed and number < 2), closed=closed)
                taken.update((number + down, place + right) for down in range(cell.rows) for right in range(cell.columns))
                place += cell.columns
        bottom = top - ROW * len(table.rows)
        self.canvas.setLineWidth(1)
        self.canvas.line(LEFT, top, RIGHT, top)
        self.canvas.line(LEFT, bottom, RIGHT, bottom)
        self.y = bottom - 6

    def cell(self, cell: Cell, x: float, y: float, column: float, *, head: bool, closed: bool) -> None:
        wide, tall = column * cell.columns, ROW * cell.rows
        self.canvas.setLineWidth(0.5)
        if closed:
            self.canvas.rect(x, y - tall, wide, tall)
        else:
            if head:
                self.canvas.line(x, y - tall, x + wide, y - tall)
            if x > LEFT + 1:
                self.canvas.line(x, y, x, y - tall)
        self.text(x + (wide - width(cell.text, SMALL)) / 2, y - tall / 2 - 4, cell.text, SMALL)


def write(path: str) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas = Canvas(path, pagesize=A4, invariant=1)
    canvas.setTitle(TITLE)
    writer = Writer(canvas)
    writer.centred(TITLE, 20)
    writer.centred(PUBLISHER, SIZE)
    writer.centred(PUBLISHED, SIZE)
    for part in BODY:
        if isinstance(part, Table):
            writer.table(part)
        elif isinstance(part, Heading):
            writer.text(LEFT + 2 * SIZE, writer.line(), part.text, SIZE)
        else:
            writer.paragraph(part.text)
    writer.finish()
    canvas.save()


if __name__ == "__main__":
    write(sys.argv[1])
