"""Which levels near a total are by definition all of it.

Sources: the System of National Accounts of China (three industries), customs statistics (exports, imports and their
balance), the census (sex, town and country), the budget law (taxes and other revenue), and
article 2 of the patent law (three kinds of patents).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipextract.checking.book import Book
from ipextract.checking.names import GDP, NOT_ADDITIVE

_INDUSTRIES = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
_TRADE = ("出口", "进口")
_HALVES = (("城镇", "乡村"), ("城镇", "农村"), ("男性", "女性"))
_TAXES = (("税收收入", "税收"), ("非税收入", "非税"))
_PEOPLE = ("常住", "户籍", "总")
_PATENTS = ("发明", "实用新型", "外观设计")
_PATENT = "专利"
# What is done with a patent: applications are no parts of grants.
_DEEDS = ("申请", "授权", "拥有", "有效", "维持", "转让", "许可", "质押")
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
    for words, full in _named(book, book.subjects[place].name):
        parts: list[int] = []
        for names in words:
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
    if name == GDP:
        yield [(part,) for part in _INDUSTRIES], frozenset(_INDUSTRIES)
    if name.count("进出口") == 1:
        # 货物进出口总额438468亿元。其中,货物出口254545亿元,进口183923亿元: a part carries the name or leaves it out.
        words = [(name.replace("进出口", half), half) for half in _TRADE]
        yield words, frozenset(names[0] for names in words) - frozenset(_TRADE)
    if name.endswith("一般公共预算收入"):
        yield _TAXES, frozenset()
    short = next((name.removeprefix(word) for word in _PEOPLE if name.startswith(word) and len(name) > len(word)), name)
    for halves in _HALVES:
        # Most names have no halves in the document.
        if book.has_amounts(halves[0] + name, halves[0] + short) and not NOT_ADDITIVE.search(name):
            yield [(half + name, half + short) for half in halves], frozenset(half + name for half in halves)


def balance(book: Book, place: int) -> tuple[int, ...] | None:
    """What the larger side of a balance is made of: 出口7.51万亿元,进口6.61万亿元,贸易顺差9013.2亿元."""
    name = book.subjects[place].name
    for side, other, rest in (("出口", "进口", "顺差"), ("进口", "出口", "逆差")):
        if name.endswith(side) and not name.endswith("进出口"):
            stem = name.removesuffix(side)
            opposite = next((one for word in (stem + other, other) if (one := _within(book, word, place)) is not None), None)
            surplus = next((one for word in (stem + "进出口" + rest, stem + "贸易" + rest, stem + rest, "贸易" + rest, rest) if (one := _within(book, word, place)) is not None), None)
            if opposite is not None and surplus is not None:
                return opposite, surplus
    return None


def patents(book: Book, whole: int, parts: Sequence[int]) -> bool:
    """Whether the parts of a level are the three kinds of patents, each once, and of the same deed."""
    name = book.claims[whole].indicator
    if _PATENT not in name or len(parts) != len(_PATENTS) or any(kind in name for kind in _PATENTS):
        return False
    names = [book.claims[part].indicator for part in parts]
    if any(sum(kind in one for one in names) != 1 for kind in _PATENTS):
        return False
    deeds = {deed for deed in _DEEDS if deed in name}
    return all({deed for deed in _DEEDS if deed in one} <= deeds for one in names)


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
