"""The text of a document with its blocks, put together by the reader of a format."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ipextract.errors import InputError
from ipextract.reading.document import Block, BlockKind, Cell, Document, Grid, Place
from ipextract.reading.facts import find_facts
from ipextract.reading.grid import count_indent
from ipextract.reading.layout import classify
from ipextract.reading.limits import Limits


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as the format has it: its text, and over how many columns and rows it reaches."""

    text: str
    columns: int = 1
    rows: int = 1
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph, or what a page break puts between two parts of it.

    Attributes:
        text: without blanks around it, but with those that part it from its neighbours.
        page: the page it stands on.
        places: where its characters stand, counted from its own beginning.
        furniture: whether it is a page number or a running head, which is no part of the paragraph.
    """

    text: str
    page: int | None = None
    places: tuple[Place, ...] = ()
    furniture: bool = False


class DocumentBuilder:
    """Takes the parts of a document in reading order and makes its text, blocks and facts.

    Blocks stand on lines of their own; the cells of a row are parted by tabs, and a merged cell is
    written once, at its first place.

    Args:
        source: the name the user gave.
        data: the input bytes.
        limits: what the document may cost.
    """

    def __init__(self, source: str, data: bytes, limits: Limits) -> None:
        self._source = source
        self._sha256 = hashlib.sha256(data).hexdigest()
        self._limits = limits
        self._pieces: list[str] = []
        self._length = 0
        self._cells = 0
        self._blocks: list[Block] = []
        self._warnings: list[str] = []
        self._places: list[Place] = []

    def add(self, text: str, *, kind: BlockKind | None = None, level: int = 0, page: int | None = None) -> None:
        """Add a paragraph; where its kind is not known from the format, it is what it looks like.

        Args:
            text: its text; blank text adds nothing.
            kind: what it is, where the format says so.
            level: for a heading its depth, 1 the highest.
            page: the page it begins on.

        Raises:
            InputError: the text grows beyond the limit.
        """
        self.add_pieces([Piece(text.strip(), page)], kind=kind, level=level)

    def add_pieces(self, pieces: Sequence[Piece], *, kind: BlockKind | None = None, level: int = 0) -> None:
        """Add a paragraph that pages cut in pieces, or whose places are known.

        What a page break puts between its pieces stands on lines of its own, as a block within the
        paragraph's span, and is a gap of the paragraph.

        Raises:
            InputError: the text grows beyond the limit.
        """
        text = "".join(piece.text for piece in pieces if not piece.furniture)
        if not text:
            return
        if kind is None:
            kind, level = classify(text)
        start = self._length
        inner: list[Block] = []
        gaps: list[tuple[int, int]] = []
        for piece in pieces:
            begin = self._length
            if piece.furniture:
                self._write("\n")
                self._put(piece.text, piece.places)
                inner.append(Block("furniture", begin + 1, self._length, page=piece.page))
                gaps.append((begin, self._length))
            else:
                if gaps and gaps[-1][1] == begin:
                    self._write("\n")
                    gaps[-1] = (gaps[-1][0], begin + 1)
                self._put(piece.text, piece.places)
        self._blocks.append(Block(kind, start, self._length, level, pieces[0].page, gaps=tuple(gaps)))
        self._blocks += inner
        self._write("\n")

    def add_table(self, rows: Sequence[Sequence[TableCell]], *, page: int | None = None) -> None:
        """Add a table; each row lists the cells that begin in it, as in HTML.

        Raises:
            InputError: the text or the cells grow beyond the limit.
        """
        start = self._length
        grid = self._grid(rows)
        if not grid:
            return
        self._blocks.append(Block("table", start, self._length, page=page, grid=grid))
        self._write("\n")

    def warn(self, message: str) -> None:
        """Note what could not be read; said once however often it occurs."""
        if message not in self._warnings:
            self._warnings.append(message)

    def build(self, metadata: Mapping[str, str] | None = None, title: str | None = None) -> Document:
        """The document.

        Args:
            metadata: keys and values that the format states outside the text; they win over those in it.
            title: the title that the format states, where the text names none.

        Raises:
            InputError: there is no text.
        """
        text = "".join(self._pieces)
        if not text.strip():
            raise InputError(self._source, "there is no text in it")
        facts = find_facts(text, tuple(self._blocks), dict(metadata or {}))
        return Document(
            source=self._source,
            text=text,
            sha256=self._sha256,
            blocks=facts.blocks,
            title=facts.title or title,
            publisher=facts.publisher,
            published=facts.published,
            published_text=facts.published_text,
            metadata=facts.metadata,
            warnings=tuple(self._warnings),
            places=tuple(self._places),
        )

    def _put(self, text: str, places: Sequence[Place]) -> int:
        """Append a text whose places are known; returns where it begins."""
        start = self._write(text)
        self._places += [Place(start + place.start, start + place.end, place.page, place.glyph) for place in places]
        return start

    def _write(self, piece: str) -> int:
        """Append to the text; returns where the piece begins."""
        start = self._length
        self._length += len(piece)
        if self._length > self._limits.characters:
            raise InputError(self._source, f"its text is longer than {self._limits.characters} characters; split it, or raise the limit")
        self._pieces.append(piece)
        return start

    def _grid(self, rows: Sequence[Sequence[TableCell]]) -> Grid:
        """The cells written row by row, and the grid in which merged ones stand in every place they cover."""
        places: dict[tuple[int, int], Cell] = {}
        width = 0
        for number, row in enumerate(rows):
            if number:
                self._write("\n")
            column = 0
            for cell in row:
                while (number, column) in places:
                    self._write("\t")
                    column += 1
                text = " ".join(cell.text.split())
                indent = count_indent(cell.text)
                start = self._put(text, cell.places)
                made = Cell(start, start + len(text), text, indent)
                across, down = max(1, cell.columns), max(1, min(cell.rows, len(rows) - number))
                self._cells += across * down
                if self._cells > self._limits.cells:
                    raise InputError(self._source, f"its tables have more than {self._limits.cells} cells; split it, or raise the limit")
                places.update({(number + below, column + right): made for below in range(down) for right in range(across)})
                column += across
                self._write("\t" * across)
            width = max(width, column)
        end = self._length
        blank = Cell(end, end, "")
        grid = tuple(tuple(places.get((number, column), blank) for column in range(width)) for number in range(len(rows)))
        return grid if any(cell.text for row in grid for cell in row) else ()
