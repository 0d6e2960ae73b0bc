"""Which levels near a total are by definition all of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ipextract.checking.book import Book

# The parts of a known partition follow their total in its sentence or in the two behind it.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Partition:
    """A total's parts.

    Attributes:
        parts: the places of the parts.
        whole: whether they are all of it even where they do not add up: a difference is then the document's.
    """

    parts: tuple[int, ...]
    whole: bool


def partitions(book: Book, place: int) -> Iterator[Partition]:
    """The partitions of a level that stand near it."""
    for parts_of, full in _named(book, book.subjects[place].name):
        parts: list[int] = []
        for names in parts_of:
            part = next((one for name in names if (one := _near(book, name, place)) is not None), None)
            if part is None:
                break
            parts.append(part)
        else:
            # 进口 that stands alone may be that of another total, but not under 其中.
            below = (book.parent(part) == place or book.subjects[part].name in full for part in parts)
            yield Partition(tuple(parts), whole=all(below))


def _named(book: Book, name: str) -> Iterator[tuple[Sequence[tuple[str, ...]], frozenset[str]]]:
    """The names of a total's parts, each with what it may be cut down to, and those that say of what they are parts."""
    words = book.words.partitions
    if name in words.totals:
        parts = words.totals[name]
        yield [(part,) for part in parts], frozenset(parts)
    for word, sides in words.words.items():
        if name.count(word) == 1:
            # 货物进出口总额438468亿元。其中,货物出口254545亿元,进口183923亿元: a part carries the name or leaves it out.
            carried = [(name.replace(word, side), side) for side in sides]
            yield carried, frozenset(one for one, _ in carried) - frozenset(sides)
    if name.endswith(words.revenue):
        yield words.revenue_parts, frozenset()
    short = next((name.removeprefix(word) for word in words.people if name.startswith(word) and len(name) > len(word)), name) if name.startswith(words.people) else name
    for halves in words.halves:
        # Most names have no halves in the document.
        if (halves[0] + name in book.level_names or halves[0] + short in book.level_names) and book.words.names.additive(name):
            yield [(half + name, half + short) for half in halves], frozenset(half + name for half in halves)


def balance(book: Book, place: int) -> tuple[int, ...] | None:
    """What the larger side of a balance is made of: 出口7.51万亿元,进口6.61万亿元,贸易顺差9013.2亿元."""
    name, words = book.subjects[place].name, book.words.partitions
    for larger, other, both, rest in words.balances:
        if name.endswith(larger) and not name.endswith(both):
            stem = name.removesuffix(larger)
            opposite = _first_within(book, place, (stem + other, other))
            surplus = _first_within(book, place, (*(stem + word + rest for word in (both, *words.trade, "")), *(word + rest for word in words.trade), rest))
            if opposite is not None and surplus is not None:
                return opposite, surplus
    return None


def patents(book: Book, whole: int, parts: Sequence[int]) -> bool:
    """Whether the parts of a level are the three kinds of patents, each once, and of the same deed."""
    name, words = book.claims[whole].indicator, book.words.partitions
    if len(parts) != len(words.kinds) or not any(word in name for word in words.patents) or any(kind in name for kind in words.kinds):
        return False
    names = [book.claims[part].indicator for part in parts]
    if any(sum(kind in one for one in names) != 1 for kind in words.kinds):
        return False
    deeds = {deed for deed in words.deeds if deed in name}
    return all({deed for deed in words.deeds if deed in one} <= deeds for one in names)


def _near(book: Book, name: str, place: int) -> int | None:
    """The next level of this name, in the total's sentence or the two behind it."""
    found = book.levels_named(name, place)
    position = bisect_right(found, place) if found else 0
    if position == len(found) or book.sentences[found[position]] - book.sentences[place] > _NEAR:
        return None
    return found[position]


def _within(book: Book, name: str, place: int) -> int | None:
    """The only level of this name in the sentence of another."""
    found = [one for one in book.levels_named(name, place) if book.sentences[one] == book.sentences[place] and one != place]
    return found[0] if len(found) == 1 else None


def _first_within(book: Book, place: int, names: Iterable[str]) -> int | None:
    """The level in the sentence that has the first of the names that one has."""
    return next((one for name in names if (one := _within(book, name, place)) is not None), None)
