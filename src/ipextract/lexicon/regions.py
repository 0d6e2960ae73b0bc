"""Administrative divisions (GB/T 2260) and how they are named in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import resources
from typing import NamedTuple

COUNTRY = "100000"


class Division(NamedTuple):
    """One division: its six-digit code, full name, the code above it, and its level.

    One that stands for several of a name (`Regions.any_of`) has no code. A part of the country (东部地区) is an `area`, and
    has its name for a code: the standard knows none.
    """

    code: str
    name: str
    parent: str
    level: str
    short: tuple[str, ...]
    common: bool


def read_divisions() -> tuple[tuple[str, ...], ...]:
    """The rows of regions.tsv: code, name, parent, level, short names joined by `|`, flags joined alike."""
    text = (resources.files("ipextract.lexicon") / "data" / "regions.tsv").read_text(encoding="utf-8")
    rows = [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(row + ("",) * (6 - len(row)) for row in rows[1:])


class Regions:
    """The table of divisions, looked up by code and by name.

    A name that several divisions bear (鼓楼区) is looked up from where the document stands: the
    division inside the document's own region is meant, and where none is, nobody can say which.
    """

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        self._by_code: dict[str, Division] = {}
        self._by_name: dict[str, list[Division]] = {}
        for code, name, parent, level, short, flag in rows:
            shorts = tuple(short.split("|")) if short else ()
            division = Division(code, name, parent, level, shorts, "common" in flag)
            self._by_code[code] = division
            for spelling in (name, *shorts):
                self._by_name.setdefault(spelling, []).append(division)

    def get(self, code: str) -> Division | None:
        """The division with this code."""
        return self._by_code.get(code)

    def ancestors(self, division: Division) -> Iterator[Division]:
        """The divisions above, nearest first."""
        above = self._by_code.get(division.parent)
        while above is not None:
            yield above
            above = self._by_code.get(above.parent)

    def inside(self, division: Division, outer: Division) -> bool:
        """Whether `division` is `outer` or lies in it."""
        return division.code == outer.code or any(one.code == outer.code for one in self.ancestors(division))

    def at_level(self, division: Division, levels: tuple[str, ...]) -> Division | None:
        """The division itself or the nearest one above that has one of the levels."""
        for one in (division, *self.ancestors(division)):
            if one.level in levels:
                return one
        return None

    def named(self, spelling: str, near: Division | None = None) -> Division | None:
        """The one division that `spelling` can mean, seen from `near`; None where it is ambiguous.

        The higher level wins (吉林 is the province), then the division inside `near` or beside it.
        """
        found = self._by_name.get(spelling)
        if not found:
            return None
        if len(found) == 1:
            return found[0]
        if near is not None:
            if not near.code and near.name == spelling:
                return near
            for outer in (near, *self.ancestors(near)):
                within = [one for one in found if self.inside(one, outer) and outer.code != COUNTRY]
                if len(within) == 1:
                    return within[0]
                if within:
                    break
        order = ("country", "province", "prefecture", "county")
        best = min(order.index(one.level) for one in found)
        top = [one for one in found if order.index(one.level) == best]
        return top[0] if len(top) == 1 and best < 3 else None

    def bearers(self, name: str) -> tuple[Division, ...]:
        """All divisions whose full name is `name`."""
        return tuple(one for one in self._by_name.get(name, ()) if one.name == name)

    def any_of(self, bearers: tuple[Division, ...]) -> Division:
        """The division that is one of `bearers`, nobody can say which: their name and level without a code."""
        first, *others = bearers
        above = next(outer for outer in self.ancestors(first) if all(self.inside(one, outer) for one in others))
        return Division("", first.name, above.code, first.level, (), common=False)

    def spellings(self) -> Iterator[tuple[str, list[Division]]]:
        """Every name and short name with the divisions that bear it."""
        return iter(self._by_name.items())
