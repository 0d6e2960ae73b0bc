"""The two shapes of a rule.

An `ExpressionRule` finds a stretch of text and says what it is (an amount, a date, a name); a
`ReadingRule` looks at the row of tokens before a number and says what the number states of its
indicator. Both are values: a name, a pattern, an example that it must find and a counter-example that
it must not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ExpressionRule:
    r"""Finds an expression in folded text.

    Attributes:
        name: what `ipextract rules` and `Claim.rule` call it.
        letter: the token's letter in a row (see `ipextract.rules.tokens`).
        pattern: a regular expression; `\L<name>` is a word list of the lexicon.
        role: what a numeral in it is in the ledger, where it is no claim.
        starts: a pattern of what it can begin with; named only where the pattern looks back, and found out otherwise.
        whole: it is made of whole words: the 高 of 高中 and the 持平 of 保持平衡 are none.
        example: a text it must find; the found stretch stands in 【】.
        counter_example: a text in which it must find nothing.
    """

    name: str
    letter: str
    pattern: str
    example: str
    counter_example: str
    role: str = ""
    starts: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """Reads the row of tokens that ends in a number.

    Attributes:
        name: what `ipextract rules` and `Claim.rule` call it.
        pattern: a regular expression over token letters that must end at the number. The group
            `label` holds the words of the indicator, `whole`, `than`, `scope` what the name says.
        aspect: what the number states (level, change, share, gap, rank).
        when: a further condition on the row, where letters do not suffice.
        example, counter_example: sentences; the number meant stands in 【】.
    """

    name: str
    pattern: str
    aspect: str
    example: str
    counter_example: str
    when: Callable[..., bool] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
