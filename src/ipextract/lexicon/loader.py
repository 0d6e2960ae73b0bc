"""Reading the data files, and a user's file over them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

import regex

from ipextract.errors import LexiconError
from ipextract.lexicon import kept
from ipextract.lexicon.regions import Regions, read_divisions
from ipextract.patterns import compiled

#: The built-in files of words.
FILES = ("units", "triggers", "measures", "names", "tables", "comparison", "checks")
_UNIT_KINDS = ("count", "money", "quantity", "percentage", "multiple")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: the kind of number it makes, and how the field writes it."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Guard:
    """Numerals that are no claim: the role they have in the ledger and the pattern that finds them."""

    role: str
    pattern: str
    why: str
    example: str
    counter_example: str


class Lexicon:
    """The vocabulary of one extractor, read-only once made.

    Args:
        tables: the merged tables by their names (units, triggers, …); an empty one for a name that there is not.
        extra_regions: rows of divisions added by the user.
    """

    def __init__(self, tables: Mapping[str, Any], extra_regions: tuple[tuple[str, ...], ...] = ()) -> None:
        self._tables = tables
        self._extra_regions = extra_regions

    def words(self, path: str) -> tuple[str, ...]:
        """The list at a dotted path, as `triggers.change.up`; empty where there is none."""
        name, *keys = path.split(".")
        node: Any = self._tables[name]
        for key in keys:
            node = node.get(key, ()) if isinstance(node, Mapping) else ()
        return tuple(node)

    def table(self, path: str) -> dict[str, tuple[str, ...]]:
        """The table of lists at a dotted path, as `measures.members`."""
        name, *keys = path.split(".")
        node: Any = self._tables[name]
        for key in keys:
            node = node.get(key, {})
        return {key: tuple(value) for key, value in node.items()}

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every spelling of a unit with what it stands for."""
        out: dict[str, Unit] = {}
        for kind in _UNIT_KINDS:
            section = self._tables["units"].get(kind, {})
            for word in section.get("words", ()):
                # The first kind named wins: 度 counts electricity, but 个 is never a quantity.
                out.setdefault(word, Unit(kind, word))
            for alias, word in section.get("aliases", {}).items():
                out[alias] = Unit(kind, word)
        return out

    @cached_property
    def guards(self) -> tuple[Guard, ...]:
        """The guards of names.toml, the user's first."""
        return tuple(
            Guard(row["role"], row["pattern"], row.get("why", ""), row.get("example", ""), row.get("counter_example", "")) for row in self._tables["names"].get("guard", ())
        )

    @cached_property
    def regions(self) -> Regions:
        """The administrative divisions."""
        return Regions((*read_divisions(), *self._extra_regions))


class _Tables(dict[str, Any]):
    """The tables by their names, each read from its file when it is first asked for: most notices have no table and are compared with none."""

    def __init__(self) -> None:
        super().__init__()
        self._kept = kept.stored()

    def __missing__(self, name: str) -> dict[str, Any]:
        if name not in FILES:
            return {}
        read = self[name] = kept.read_table(text_of(name), name, self._kept)
        return read


def text_of(name: str) -> str:
    """The text of the built-in file `name`, one of FILES."""
    return (resources.files("ipextract.lexicon") / "data" / f"{name}.toml").read_text(encoding="utf-8")


def load_lexicon(extra: str | Path | None = None) -> Lexicon:
    """The built-in lexicon, with the user's file `extra` (TOML, docs/lexicon.md) laid over it.

    Raises:
        LexiconError: the file is missing, is no TOML, or names a table that does not exist.
    """
    tables = _Tables()
    if extra is None:
        return Lexicon(tables)
    path = Path(extra)
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(f"{path}: cannot read the lexicon: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: the lexicon is no TOML: {error}") from error
    regions = tuple(_region_row(path, row) for row in own.pop("regions", ()))
    for row in own.get("names", {}).get("guard", ()):
        _check_guard(path, row)
    for name, table in own.items():
        if name not in FILES:
            raise LexiconError(f"{path}: no table {name!r}: a lexicon has {', '.join(FILES)} and regions")
        _lay_over(tables[name], table, f"{path}: {name}")
    return Lexicon(tables, regions)


def _check_guard(path: Path, row: Any) -> None:
    """A guard needs a role and a pattern that compiles."""
    try:
        compiled(row["pattern"].replace("\\L<unit>", "x"))
        str.strip(row["role"])
    except (KeyError, TypeError, AttributeError, regex.error) as error:
        raise LexiconError(f"{path}: names.guard: a guard needs a role and a pattern that is a regular expression ({error})") from error


def _lay_over(base: dict[str, Any], own: Any, where: str) -> None:
    """Add the words of `own` to `base`, table by table; the user's words come first."""
    if not isinstance(own, dict):
        raise LexiconError(f"{where}: a table was expected")
    for key, value in own.items():
        if isinstance(value, dict):
            _lay_over(base.setdefault(key, {}), value, f"{where}.{key}")
        elif isinstance(value, list):
            base[key] = [*value, *base.get(key, [])]
        elif isinstance(value, str):
            base[key] = value
        else:
            raise LexiconError(f"{where}.{key}: a list of words was expected")


def _region_row(path: Path, row: Any) -> tuple[str, ...]:
    try:
        return (row["code"], row["name"], row["parent"], row.get("level", "county"), "|".join(row.get("short", [])), "")
    except (KeyError, TypeError) as error:
        raise LexiconError(f"{path}: a region needs code, name and parent") from error
