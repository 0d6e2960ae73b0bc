"""The document as the pipeline sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

BlockKind = Literal["title", "heading", "paragraph", "metadata", "caption", "table", "furniture"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text without the blanks around it, and its span in `Document.text`.

    `indent` counts the wide blanks in front of the text: how far a row's heading is set in below another's.
    """

    start: int
    end: int
    text: str
    indent: int = 0


#: The rows of a table, all of one length where the format says so; a merged cell stands in every place it covers.
Grid = tuple[tuple[Cell, ...], ...]


class Place(NamedTuple):
    """Where a stretch of text stands on a page: its characters are the page's glyphs from `glyph` on, one by one."""

    start: int
    end: int
    page: int
    glyph: int


class Block(NamedTuple):
    """A stretch of the text that is read by itself.

    Attributes:
        kind: what it is on the page.
        start, end: its span in `Document.text`.
        level: for a heading its depth, 1 the highest.
        page: the page it begins on, 1 the first, where the format has pages.
        grid: for a table its cells.
        gaps: spans within it that are no part of it: the page number between the two pages of a paragraph,
            which is a block of its own.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int | None = None
    grid: Grid | None = None
    gaps: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its blocks and the facts that it states of itself.

    Attributes:
        source: the name the user gave.
        text: the decoded text as it is read; every offset of the extraction points into it.
        sha256: of the input bytes.
        blocks: in the order of the text.
        title, publisher: as printed, or None.
        published: the day of publication, or None; `published_text` may be coarser (2024-03).
        metadata: the portal's keys and values.
        warnings: what a reader could not read, in words for the user: characters without a meaning, pages without text.
        places: where the text stands on the pages, in the order of the text, where the format has positions.
        given: the decoded text itself, where blanks stand in `text` for marks that a copy left in it; each offset is the same.
    """

    source: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_text: str | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    places: tuple[Place, ...] = field(default=(), repr=False, compare=False)
    given: str | None = None

    @property
    def printed(self) -> str:
        """The text that the record holds and that its evidence is cut from: what the user gave, character for character."""
        return self.text if self.given is None else self.given
