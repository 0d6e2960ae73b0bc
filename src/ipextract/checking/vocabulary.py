"""The words that the checks need, fetched once from the lexicon; each list is explained in the data file checks.toml."""

from __future__ import annotations

from functools import cache

from ipextract.checking.names import NameWords, either
from ipextract.checking.points import Points
from ipextract.lexicon import Lexicon, load_lexicon
from ipextract.patterns import compiled


class CheckWords:
    """Words by the check that asks for them.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.names = NameWords(lexicon)
        self.points = Points(lexicon)
        self.partitions = PartitionWords(lexicon, self.names)
        self.per_head = PerHeadWords(lexicon)


class PartitionWords:
    """Totals and what all of their parts are called.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
        names: what the words of a name say.
    """

    def __init__(self, lexicon: Lexicon, names: NameWords) -> None:
        words, table = lexicon.words, lexicon.table
        self.totals = {names.core(total): tuple(map(names.core, parts)) for total, parts in table("checks.partitions.totals").items()}
        self.words = table("checks.partitions.words")
        self.revenue = words("checks.partitions.revenue")
        self.revenue_parts = tuple((part, *shorter) for part, shorter in table("checks.partitions.revenue_parts").items())
        self.halves = tuple((half, other) for half, others in table("checks.partitions.halves").items() for other in others)
        self.people = words("checks.partitions.people")
        self.trade = words("checks.balance.trade")
        # 出口, 进口, 进出口, 顺差: the larger side, the other, both together, and what is left.
        self.balances = tuple(
            (larger, other, both, rest)
            for rest, largest in table("checks.balance.larger").items()
            for larger in largest
            for both, sides in self.words.items()
            if larger in sides
            for other in sides
            if other != larger
        )
        self.patents, self.kinds, self.deeds = (words(f"checks.partitions.patents.{key}") for key in ("names", "kinds", "deeds"))


class PerHeadWords:
    """How a figure per head is named, and the people that it is said of.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.whose = lexicon.table("checks.per_head.whose")
        whose = rf"(?P<whose>{either(self.whose)})"
        by, reckoned, mean, head, each, heads, having, rate, population = (
            either(words(f"checks.per_head.{key}")) for key in ("by", "reckoned", "mean", "head", "each", "heads", "having", "urban_rate", "population")
        )
        # 人均地区生产总值, 户籍人均生产总值, 每千人口医疗卫生机构床位数, 每万人发明专利拥有量: whose heads, how many of them, and what.
        self.figure = compiled(
            rf"^{whose}?(?:(?:{by}){whose}(?:{reckoned})的?)?(?:{mean})?"
            rf"(?:(?:{head})|(?:{each})(?P<many>[百千万]|十万)(?:{heads})的?(?:(?:{having})的?)?)(?P<what>.+)$"
        )
        self.urban_rate = compiled(rf"^{whose}?(?:{population})?(?:{rate})$")
        self.units = words("checks.per_head.units")
        self.registered = words("checks.per_head.registered")
        self.people = (*words("checks.per_head.people"), *self.registered)
        self.towns, self.town_people = words("checks.per_head.towns"), words("checks.per_head.town_people")


@cache
def built_in_words() -> CheckWords:
    """Those of the built-in lexicon."""
    return CheckWords(load_lexicon())
