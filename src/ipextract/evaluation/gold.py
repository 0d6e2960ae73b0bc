"""Reading a `.gold` file: every numeral of a document, one a line, in the order of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from ipextract.errors import IpextractError
from ipextract.models import Aspect, Kind
from ipextract.patterns import lazily

_CELLS = 5
_EXTRAS = frozenset({"upper", "bound", "period", "region", "status", "basis", "whole", "than", "scope", "order"})
# What a claim takes from the head where its line says nothing.
_INHERITED = ("period", "region", "status")
# Numerals that may be reported as claims or not.
_FREE_ROLES = frozenset({"optional", "repeat"})
_NUMERAL = lazily(re.compile, r"\d+(?:[.,]\d+)*")

Answers = tuple[str, ...]


class GoldError(IpextractError):
    """A gold file that cannot be read, does not fit its document, or breaks the format."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim: its line in the file, its span in the text, and all answers that are right.

    `extras` holds what the sixth cell says (period, region, basis, …), each with its answers; period,
    region and status are the head's where the line says nothing.
    """

    line: int
    text: str
    start: int
    end: int
    kind: str
    aspect: str
    values: Answers
    units: Answers
    indicators: Answers
    extras: Mapping[str, Answers] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Other:
    """An annotated numeral that is no claim, or a stretch that is not annotated (role `optional`)."""

    start: int
    end: int
    role: str

    @property
    def free(self) -> bool:
        """Whether a claim reported here is neither right nor wrong."""
        return self.role in _FREE_ROLES


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated document.

    Attributes:
        name: of the file, without its suffix.
        claims, others: in the order of the text.
        gaps: Arabic numerals of the text that stand on no line, as `numeral at offset`.
    """

    name: str
    claims: tuple[GoldClaim, ...]
    others: tuple[Other, ...]
    gaps: tuple[str, ...]


def read_gold(path: Path, text: str) -> Gold:
    """The annotation in `path` of the document `text`.

    Raises:
        GoldError: the file cannot be read, an expression is not in the text where its line says, or a
            line breaks the format.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read: {error}") from error
    reader = _Reader(path.name, text)
    for number, line in enumerate(lines, 1):
        reader.read(number, line.strip())
    return reader.gold(path.stem)


class _Reader:
    """Follows the lines of a gold file through the text."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text
        self._line = 0
        self._cursor = 0
        self._head: dict[str, Answers] = {}
        self._claims: list[GoldClaim] = []
        self._others: list[Other] = []

    def read(self, number: int, line: str) -> None:
        self._line = number
        if line.startswith("@"):
            key, _, value = line[1:].strip().partition(" ")
            self._directive(key, value.strip())
        elif line.startswith("~"):
            cells = _cells(line[1:])
            start, end = self._find(cells[0])
            self._others.append(Other(start, end, cells[1] if len(cells) > 1 else "other"))
        elif line and not line.startswith("#"):
            self._claims.append(self._claim(_cells(line)))

    def gold(self, name: str) -> Gold:
        if "skip_rest" in self._head:
            self._others.append(Other(self._cursor, len(self._text), "optional"))
        inherited = {key: self._head[key] for key in _INHERITED if key in self._head}
        claims = tuple(replace(claim, extras={**inherited, **claim.extras}) for claim in self._claims)
        return Gold(name, claims, tuple(self._others), self._gaps())

    def _directive(self, key: str, value: str) -> None:
        if key == "skip":
            before = self._cursor
            start, _ = self._find(value)
            self._others.append(Other(before, start, "optional"))
            self._cursor = start
        else:
            self._head[key] = tuple(value.split(";"))

    def _claim(self, cells: list[str]) -> GoldClaim:
        if len(cells) < _CELLS:
            raise self._error(f"a claim has five cells: {' | '.join(cells)}")
        start, end = self._find(cells[0])
        kind, _, aspect = cells[1].partition(" ")
        aspect = aspect.strip() or kind
        if kind not in get_args(Kind) or aspect not in get_args(Aspect):
            raise self._error(f"no kind and aspect: {cells[1]}")
        values, units, indicators = (tuple(cell.split(";")) for cell in cells[2:_CELLS])
        return GoldClaim(self._line, cells[0], start, end, kind, aspect, values, units, indicators, self._extras(cells[_CELLS:]))

    def _extras(self, cells: list[str]) -> dict[str, Answers]:
        extras: dict[str, Answers] = {}
        for pair in cells[0].split() if cells else ():
            key, equals, value = pair.partition("=")
            if key not in _EXTRAS or not equals:
                raise self._error(f"no extra: {pair} (an extra is name=answer, with no blank in it)")
            extras[key] = tuple(value.split(";"))
        return extras

    def _find(self, words: str) -> tuple[int, int]:
        """The next place of `words`, whatever white space stands between their characters."""
        pattern = r"\s*".join(re.escape(char) for char in words if not char.isspace())
        found = re.compile(pattern).search(self._text, self._cursor) if pattern else None
        if found is None:
            raise self._error(f"no {words!r} from character {self._cursor} on")
        self._cursor = found.end()
        return found.span()

    def _gaps(self) -> tuple[str, ...]:
        spans = [(one.start, one.end) for one in self._claims] + [(one.start, one.end) for one in self._others]
        return tuple(
            f"{found.group()} at {found.start()}"
            for found in _NUMERAL.finditer(self._text)
            if not any(start < found.end() and found.start() < end for start, end in spans)
        )

    def _error(self, message: str) -> GoldError:
        return GoldError(f"{self._file}:{self._line}: {message}")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]
