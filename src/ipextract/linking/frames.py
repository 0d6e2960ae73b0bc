"""What a paragraph's walk passes on: claims in the making, indicators to continue, what holds around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from ipextract.lexicon import Division
from ipextract.linking.indicator.anatomy import Parts
from ipextract.linking.period.spans import Calendar, Span
from ipextract.rules.rule import ReadingRule
from ipextract.rules.tokens import Basis


@dataclass(slots=True)
class Draft:
    """A claim before it has an id: spans are of the folded block, `token` is the number's place in the row."""

    kind: str
    aspect: str
    indicator: str
    value: Decimal
    start: int
    end: int
    rule: str
    upper: Decimal | None = None
    bound: str = "exact"
    unit: str | None = None
    period: Span | None = None
    region: Division | None = None
    actor: str | None = None
    status: str = "actual"
    basis: Basis | None = None
    base: Span | None = None
    whole: str | None = None
    than: str | None = None
    scope: str | None = None
    scope_region: Division | None = None
    order: str = "magnitude"
    streak: int | None = None
    parent: Draft | None = None
    sentence: tuple[int, int] = (0, 0)
    token: int = 0
    origins: dict[str, str] = field(default_factory=dict)

    def negate(self) -> None:
        """Make a rise a fall of the same size."""
        self.value = -self.value


class Foremost(NamedTuple):
    """Who or what a clause without a number says comes first.

    Attributes:
        end: the token that ends the clause.
        who: what comes first.
        measure: of what it has most, where the clause says so (登记量); what comes next has it too.
        sentence: the number of the sentence.
        shares: whether it is foremost by its share.
        whole: of what, where the clause says so.
    """

    end: int = -1
    who: str = ""
    measure: str = ""
    sentence: int = -1
    shares: bool = False
    whole: str | None = None


NOTHING_FOREMOST = Foremost()


class Frame(NamedTuple):
    """What the next number may continue.

    Attributes:
        name: the indicator, whole.
        parts: the indicator taken apart.
        base: the indicator that a modifier narrows (国家级 … of 知识产权公共服务机构52个).
        unit: its unit.
        draft: the claim that states it.
        sentence: the number of its sentence.
        level: whether its level was stated or named, rather than its change or share.
    """

    name: str
    parts: Parts
    base: str
    unit: str | None
    draft: Draft | None
    sentence: int
    level: bool


#: Where no number came before.
NOTHING_SAID = Frame("", Parts("", "", ""), "", None, None, -1, level=False)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a paragraph before its first word: the document's dates and place, the section's.

    Attributes:
        clock: the document's dates.
        home: the document's own region.
        period: the section's period or the document's.
        target: whether the section states aims.
        told: whether only what stands before says that aims follow, and no heading.
        whole: what a line over a list says that its items are parts of: 全国文化事业费中：.
        term: whether the period is that of several years which stand over numbered sections: 过去五年工作回顾, and 一、 below it.
        by_month: how deep the heading stands that says that what changed did so against the month before (二、环比变动情况); 0 where none does.
    """

    clock: Calendar
    home: Division | None
    period: Span | None
    target: bool = False
    told: bool = False
    whole: str = ""
    term: bool = False
    by_month: int = 0


class Reading(NamedTuple):
    """A reading rule that fits a number, with the tokens that its groups matched.

    Attributes:
        rule: what the number states.
        spans: the first token and the one behind the last of each group that matched.
        basis: the basis of comparison, where it was printed once for a list of numbers.
    """

    rule: ReadingRule
    spans: Mapping[str, tuple[int, int]]
    basis: Basis | None = None

    def says(self, group: str) -> bool:
        """Whether `group` matched any token."""
        first, last = self.spans.get(group, (0, 0))
        return first < last
