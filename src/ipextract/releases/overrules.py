"""The user's file of names: which are the same and which are not, whatever the program takes them for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ipextract.checking.names import folded
from ipextract.errors import NamesError

_KEYS = ("same", "different")


@dataclass(frozen=True, slots=True)
class Overrules:
    """What a file of names says (docs/compare.md).

    Names are compared in one spelling: width, case and marks make no difference.

    Attributes:
        groups: for a name the number of the group of names that mean the same.
        different: pairs that never mean the same, each in both orders; a name with itself where two releases mean
            different things by it.
        written: every name of the file as it is written, by its spelling.
    """

    groups: dict[str, int] = field(default_factory=dict)
    different: frozenset[tuple[str, str]] = frozenset()
    written: dict[str, str] = field(default_factory=dict)

    def apart(self, ones: Iterable[str], others: Iterable[str]) -> bool:
        """Whether any name of the one side must not be laid beside any of the other."""
        return bool(self.different) and any((one, other) in self.different for one in ones for other in others)


def read_overrules(path: str | Path) -> Overrules:
    """The file of names at `path`.

    Raises:
        NamesError: it is missing, is no TOML, or holds something else than lists of names.
    """
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise NamesError(f"{path}: cannot read the file of names: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NamesError(f"{path}: the file of names is no TOML: {error}") from error
    for key in table:
        if key not in _KEYS:
            raise NamesError(f"{path}: no list {key!r}: a file of names has {' and '.join(_KEYS)}")
    written: dict[str, str] = {}
    groups: dict[str, int] = {}
    for names in _lists(path, table, "same"):
        spelled = _spelled(names, written)
        # A list that shares a name with one before it goes on with that group.
        known = {groups[name] for name in spelled if name in groups}
        group = min(known, default=len(written))
        for name, number in groups.items():
            if number in known:
                groups[name] = group
        groups.update(dict.fromkeys(spelled, group))
    different: set[tuple[str, str]] = set()
    for names in _lists(path, table, "different"):
        spelled = _spelled(names, written)
        different |= {(one, two) for place, one in enumerate(spelled) for other, two in enumerate(spelled) if place != other}
    return Overrules(groups, frozenset(different), written)


def _lists(path: str | Path, table: dict[str, Any], key: str) -> list[list[str]]:
    rows = table.get(key, [])
    if not isinstance(rows, list):
        raise NamesError(f'{path}: {key}: lists of names were expected, as {key} = [["出口", "货物出口"]]')
    for row in rows:
        if not isinstance(row, list) or len(row) < 2 or not all(isinstance(name, str) and folded(name) for name in row):
            raise NamesError(f"{path}: {key}: a list of two names or more was expected, not {row!r}")
    return rows


def _spelled(names: list[str], written: dict[str, str]) -> list[str]:
    spelled = [folded(name) for name in names]
    for name, spelling in zip(names, spelled, strict=True):
        written.setdefault(spelling, name)
    return spelled
