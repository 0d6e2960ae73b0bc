"""A first look at the parts of a workbook: what it claims to hold, how large it is, what is hidden or merged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from ipextract.errors import InputError
from ipextract.patterns import lazily
from ipextract.reading.limits import Limits

#: What a worksheet may have at most, by the format itself.
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_REFERENCE = lazily(re.compile, r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")


@dataclass(slots=True)
class Sheet:
    """What the look at a worksheet found.

    Attributes:
        merged: ranges as (first row, first column, last row, last column).
        hidden_rows, hidden_columns: by number; columns as ranges.
        uncomputed: formulas without a value.
    """

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    uncomputed: int = 0


class _Look:
    """Takes the events of a worksheet's parser; keeps nothing of the cells."""

    def __init__(self, source: str, limits: Limits) -> None:
        self.sheet = Sheet()
        self._source = source
        self._limits = limits
        self._row = self._column = self._cells = self._room = 0
        self._formula = self._value = self._reading = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "c":
            self._cell(attributes.get("r"))
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self._formula = True
        elif name in ("v", "t"):
            self._reading = True
        elif name == "mergeCell":
            reference = self._reference(attributes.get("ref", ""))
            if reference is not None:
                self.sheet.merged.append(reference)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.sheet.hidden_columns.append((_integer(attributes.get("min")), _integer(attributes.get("max"))))

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name in ("v", "t"):
            self._reading = False
        elif name == "c" and self._formula and not self._value:
            self.sheet.uncomputed += 1
        elif name == "row":
            # A reader fills a row up to its last cell.
            self._room += self._column
            if self._room > 20 * self._limits.cells:
                raise self._too_large()

    def data(self, data: str) -> None:
        self._value = self._value or (self._reading and bool(data.strip()))

    def close(self) -> None:
        """Nothing is left over."""

    def _start_row(self, attributes: dict[str, str]) -> None:
        stated = attributes.get("r")
        self._row = _integer(stated) or self._row + 1
        self._column = 0
        # 1e308 is a number to a reader of whole numbers that is not strict.
        if self._row > MOST_ROWS or (stated and stated != "0" and not _integer(stated)):
            raise InputError(self._source, f"a row is numbered {str(stated)[:20]}, and a worksheet has {MOST_ROWS} at most: the file is damaged; save it anew")
        if attributes.get("hidden") in ("1", "true"):
            self.sheet.hidden_rows.add(self._row)

    def _cell(self, reference: str | None) -> None:
        self._formula = self._value = False
        self._cells += 1
        if self._cells > self._limits.cells:
            raise self._too_large()
        place = self._reference(reference) if reference else None
        self._column = place[1] if place else self._column + 1
        if self._column > MOST_COLUMNS or (place and place[0] > MOST_ROWS):
            raise InputError(self._source, f"a cell stands at {str(reference)[:20]}, outside of any worksheet: the file is damaged; save it anew")

    def _reference(self, text: str) -> tuple[int, int, int, int] | None:
        match = _REFERENCE.fullmatch(text)
        if match is None:
            return None
        left, top, right, bottom = match.groups()
        first = (int(top), _column(left))
        last = (int(bottom), _column(right)) if right else first
        return (min(first[0], last[0]), min(first[1], last[1]), max(first[0], last[0]), max(first[1], last[1]))

    def _too_large(self) -> InputError:
        return InputError(self._source, f"its tables have more than {self._limits.cells} cells; split it, or raise the limit")


class _Nothing:
    """Takes the events of a part that is only looked at for what it declares."""

    def __init__(self, source: str, part: str, most: int) -> None:
        self._source = source
        self._part = part
        self._left = most

    def start(self, _tag: str, _attributes: object) -> None:
        self._left -= 1
        if self._left < 0:
            raise InputError(self._source, f"the part {self._part} has more elements than any workbook: it is not read; split it")

    def end(self, _tag: str) -> None:
        """And end them."""

    def data(self, _data: str) -> None:
        """And hold text."""

    def close(self) -> None:
        """Nothing is left over."""


def look(chunks: Iterable[bytes], source: str, part: str, limits: Limits) -> Sheet:
    """What a worksheet holds, merged and hidden.

    Raises:
        InputError: it is broken, declares a document type or entities, or is larger than the limits.
    """
    target = _Look(source, limits)
    _feed(chunks, source, part, target)
    return target.sheet


def check(chunks: Iterable[bytes], source: str, part: str, most: int) -> None:
    """Read a part to its end, so that its size and what it declares are known; it may have `most` elements.

    Raises:
        InputError: it is broken, declares a document type or entities, or is larger than the limits.
    """
    _feed(chunks, source, part, _Nothing(source, part, most))


def _feed(chunks: Iterable[bytes], source: str, part: str, target: object) -> None:
    parser: Any = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except DefusedXmlException:
        raise InputError(source, f"the part {part} declares a document type or entities, which no office program writes: it is not read") from None
    except (ParseError, ValueError, LookupError):
        raise InputError(source, f"the part {part} is broken XML: the file is damaged; fetch it again, or save it anew") from None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _integer(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) <= 12 else 0
