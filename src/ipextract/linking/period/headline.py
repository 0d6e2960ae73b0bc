"""The time of what a headline states: that of the sentence which tells it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ipextract.linking.frames import Draft

# 突破1600万件 over 1644.69万件: by how much a round number may be short of what it rounds.
_ROUNDED = Decimal("1.05")
# News tells what its headline states with its first numbers.
_FIRST = 12


def date_headlines(headlines: Iterable[Draft], told: Sequence[Draft]) -> None:
    """Set the period of what headlines state without a time to that of the same number in the text.

    集中销毁200万件盗版出版物 over 25日集中销毁…200万件: of that day, though the text is on the year before.

    Args:
        headlines: what the title states, as dated by the document's own period.
        told: what the text below it states, in its order.
    """
    for stated in headlines:
        if stated.origins.get("period") != "inferred":
            continue
        again = next((draft for draft in told[:_FIRST] if _is_same(stated, draft)), None)
        if again is None or again.period is None or again.origins.get("period") == "inferred":
            continue
        stated.period, stated.base = again.period, again.base


def _is_same(stated: Draft, told: Draft) -> bool:
    """Whether both state one number, the first perhaps rounded."""
    if (stated.kind, stated.aspect, stated.unit) != (told.kind, told.aspect, told.unit):
        return False
    return stated.value == told.value or (stated.bound == "more_than" and stated.value < told.value < stated.value * _ROUNDED)
