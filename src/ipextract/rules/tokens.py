"""Tokens: a sentence as a row of typed pieces.

Each token has a letter, so that a row of tokens is also a string and the reading rules are plain
regular expressions over it.

| letter | token | example |
|---|---|---|
| `#` | an amount with a unit | 55853件, 178.29亿元 |
| `%` | a percentage | 24.74%, 两成, 三分之一 |
| `Q` | points of a percentage | 1.7个百分点 |
| `M` | a multiple | 1.2倍, 翻一番 |
| `U` | a number without a unit | 0.46 |
| `S` | a structure ratio | 1.8:33.7:64.5 |
| `O` | a place in a row | 第三位, 首位, 前十 |
| `F` | the first of its kind | 首单 |
| `H` | no change | 持平 |
| `T` | a time | 2024年, 截至6月底 |
| `R` | a place | 全市, 江阴市 |
| `B` | the basis of a change | 同比, 比上年末 |
| `V` | a verb of change | 增长, 下降 |
| `Z` | a verb of change that reaches a value | 提高到 |
| `E` | a rate of change as a noun | 增速 |
| `A` | 占 | 占授权总量 |
| `W` | a share as a noun | 占比, 比重 |
| `G` | a verb of distance | 高于, 快于 |
| `C` | a comparison | 比全国平均水平高 |
| `K` | a verb of rank | 位居 |
| `D` | what follows are parts | 其中 |
| `I` | 分别 | |
| `J` | 各, 均 | |
| `Y` | 由, 从 | |
| `P` | 拉动, 贡献率 | |
| `N` | a name, a reference or an ordinal with its numeral | “465”, [2] |
| `X` | any other text | |
| `, ; / : ( )` | punctuation: ，；、：（） | |
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

#: Letters of tokens that hold a number which may be a claim.
NUMBERS = frozenset("#%QMUSOFH")


@dataclass(slots=True)
class Token:
    """A piece of a sentence: its letter, its span in the folded text, what was read in it, and the rule."""

    letter: str
    start: int
    end: int
    value: Any = None
    rule: str = ""
    role: str = ""


class Amount(NamedTuple):
    """A number as printed: exact value, upper end of a range, bound, kind and unit."""

    kind: str
    value: Decimal
    unit: str | None
    bound: str = "exact"
    upper: Decimal | None = None
    bounded_before: bool = False
    bounded_after: bool = False
    chinese: bool = False
    factor: int = 1

    @property
    def scaled(self) -> bool:
        """Whether a scale (万, 亿) or a Chinese numeral makes it plainly a number."""
        return self.factor > 1


#: 持平: a change of nothing.
NOTHING = Amount("percentage", Decimal(0), "%")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a row (第三位): its number, `at_most` for 前三, and whether a word like 位 stood by it."""

    value: Decimal
    bound: str = "exact"
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """What a change is measured against, as far as its words say."""

    basis: str
    text: str
    reference: str | None = None
