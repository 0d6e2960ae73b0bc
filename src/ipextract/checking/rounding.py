"""How exactly a number is printed, and whether a computed value agrees with it.

A printed number stands for all the values that round to it. What is computed from printed numbers is
therefore an interval: every operand may be off by one unit of its last printed place, and a count of
single things (13823件) by nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal, localcontext
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from ipextract.models import Allowance, Claim, Verdict
from ipextract.patterns import compiled, lazily

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# Wide enough for the quotient of any two operands that `printed` lets through; the caller's context does not matter.
_CONTEXT = Context(prec=200)
_LARGEST = 30
_JOINED = lazily(compiled, r"(?<=\d)[\s,]++(?=\d)")
_ARABIC = lazily(re.compile, r"\d+(?:\.\d+)?")
_CHINESE_DIGITS = "零〇一二三四五六七八九"
_CHINESE_NUMERALS = _CHINESE_DIGITS + "两十百千万亿"
_LAST_SCALE = lazily(compiled, r"([万亿]++)[^万亿]*+$")
_SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8)}
# 三分之二, 近一半, 八成, 翻一番: nobody says how exactly these are meant.
_ROUGH = lazily(compiled, r"[半成番折]|分之|/")
_FRACTION = lazily(compiled, r"\d/\d|(?<![百千万])分之")
_PER = ("百分之", "千分之", "万分之")


class Printed(NamedTuple):
    """A value as it stands in the text.

    Attributes:
        value: the claim's value.
        place: what one unit of its last printed place is worth: 0.01 in 24.74%, 1000000 in 178.29亿元.
        slack: how far the true value may be off: the place, or nothing for a count of single things.
    """

    value: Decimal
    place: Decimal
    slack: Decimal


class Interval(NamedTuple):
    """What was computed, and between which bounds the rounding of the operands leaves it."""

    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Finding:
    """What a comparison came to.

    Attributes:
        verdict: whether the stated value is the computed one.
        tolerance: how far apart the two must be to disagree; nought where they must be equal.
        allowance: why as far as that.
    """

    verdict: Verdict
    tolerance: Decimal
    allowance: Allowance


def printed(claim: Claim) -> Printed | None:
    """The claim's value and its last printed place; None where the place cannot be told.

    Ranges and bounded numbers (超7年, 近两成, 5%—8%) have none: they are no operands of arithmetic.
    """
    if claim.bound != "exact" or claim.upper is not None:
        return None
    value = claim.value
    if not value.is_finite() or value.adjusted() > _LARGEST or (len(str(value)) > _LARGEST and len(value.as_tuple().digits) > _LARGEST):
        return None
    place = _place(claim)
    if place is None:
        return None
    single = claim.kind in ("count", "rank") and place == 1
    return Printed(value, place, Decimal(0) if single else place)


def _place(claim: Claim) -> Decimal | None:
    text = unicodedata.normalize("NFKC", claim.evidence.text)
    if _JOINED.search(text):
        text = _JOINED.sub("", text)
    if len(text) > 2 * _LARGEST:
        return None
    if claim.kind == "percentage" and ("/" in text or "分之" in text) and _FRACTION.search(text):
        return None
    size = abs(claim.value)
    numbers = _ARABIC.findall(text)
    for number in numbers:
        mantissa = Decimal(number)
        places = Decimal(1).scaleb(-len(number.partition(".")[2]))
        if claim.kind == "multiple" or not size or not mantissa or size == mantissa:
            # 是2010年的2.6倍 is +1.6: value and mantissa differ, the places do not.
            return places
        scale = _CONTEXT.divide(size, mantissa).normalize(_CONTEXT)
        if scale.as_tuple().digits == (1,):
            return places * scale
    return None if numbers else _chinese_place(text)


def _chinese_place(text: str) -> Decimal | None:
    """百分之七点七 → 0.1, 三亿 → 100000000, 四家 → 1."""
    for per in _PER:
        text = text.replace(per, "")
    if _ROUGH.search(text):
        return None
    whole, point, fraction = text.partition("点")
    places = len(fraction) - len(fraction.lstrip(_CHINESE_DIGITS))
    if not any(char in _CHINESE_NUMERALS for char in whole) or (point and not places):
        return None
    scale = Decimal(1)
    last = _LAST_SCALE.search(fraction if point else whole)
    for char in last.group(1) if last else "":
        scale *= _SCALES[char]
    return scale.scaleb(-places)


def spread(operation: Callable[..., Decimal], operands: Sequence[Printed]) -> Interval | None:
    """`operation` on the operands, and on every corner of what they may stand for.

    None where an operand may be nought that is divided by.
    """
    try:
        with localcontext(_CONTEXT):
            middle = operation(*(one.value for one in operands))
            ends = [operation(*corner) for corner in product(*map(_ends, operands))]
    except ArithmeticError:
        return None
    return Interval(min(ends), middle, max(ends))


def _ends(operand: Printed) -> Iterator[Decimal]:
    yield operand.value - operand.slack
    if operand.slack:
        yield operand.value + operand.slack


def total(operands: Sequence[Printed]) -> Interval:
    """The sum of the operands; each may be off by its slack, all the same way."""
    with localcontext(_CONTEXT):
        middle = sum((one.value for one in operands), Decimal(0))
        slack = sum((one.slack for one in operands), Decimal(0))
        return Interval(middle - slack, middle, middle + slack)


def judge(stated: Printed, computed: Interval) -> Verdict:
    """Whether the stated value is what was computed.

    Rounded to the stated places (half up, or half to even) is `agrees`; so is what the rounding of the
    operands allows. Cut off instead of rounded is `agrees_truncated`: 13823/55853 = 24.7489…% printed
    as 24.74% — rounded it is 24.75%.
    """
    with localcontext(_CONTEXT):
        wanted = stated.value
        if wanted in (to_place(computed.middle, stated.place), to_place(computed.middle, stated.place, ROUND_HALF_EVEN)):
            return "agrees"
        if computed.low != computed.high and to_place(computed.low, stated.place) <= wanted <= to_place(computed.high, stated.place):
            return "agrees"
        if wanted == to_place(computed.middle, stated.place, ROUND_DOWN):
            return "agrees_truncated"
    return "disagrees"


def compared(stated: Printed, computed: Interval) -> Finding:
    """The verdict on a stated value, with what it may be off and why.

    The tolerance is one unit of the last printed place, since nobody says whether a number was rounded, cut off or
    rounded twice (11.348% → 11.35% → 11.4%), and as much more as the operands leave open. Counts of single things are
    not rounded: what is computed from them alone, in whole numbers, must be met exactly.
    """
    with localcontext(_CONTEXT):
        width = max(computed.high - computed.middle, computed.middle - computed.low)
        if not stated.slack and not width and not computed.middle % stated.place:
            return Finding("agrees" if stated.value == computed.middle else "disagrees", Decimal(0), "exact")
        tolerance = brief(stated.place + width)
        verdict = judge(stated, computed)
        if verdict == "disagrees" and abs(stated.value - computed.middle) < tolerance:
            verdict = "agrees"
    return Finding(verdict, tolerance, "rounded_operands" if width else "last_place")


def to_place(value: Decimal, place: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """`value` in whole units of `place`."""
    with localcontext(_CONTEXT):
        return (value / place).quantize(Decimal(1), rounding=rounding) * place


def tells(stated: Printed, computed: Interval) -> bool:
    """Whether the comparison can fail at all: 0.1万人 of 0.3万人 may be anything between 0% and 100%."""
    with localcontext(_CONTEXT):
        return computed.high - computed.low <= max(abs(stated.value) / 2, stated.place)


def near(stated: Printed, computed: Interval) -> bool:
    """Whether two values differ by less than a factor of two.

    A misprint changes or moves a digit (88.1% printed as 81.8%); what is further away was as a rule
    compared with the wrong thing.
    """
    one, two = stated.value, computed.middle
    return bool(one) and bool(two) and (one > 0) == (two > 0) and abs(one) <= 2 * abs(two) and abs(two) <= 2 * abs(one)


def shown(value: Decimal, place: Decimal) -> Decimal:
    """A quotient as it is reported: four places more than the stated value has."""
    with localcontext(_CONTEXT):
        return plain(to_place(value, place.scaleb(-4)))


def brief(value: Decimal) -> Decimal:
    """A tolerance as it is reported: to three digits, and never less than it is."""
    if not value:
        return Decimal(0)
    with localcontext(_CONTEXT):
        return plain(value.quantize(Decimal(1).scaleb(value.adjusted() - 2), rounding=ROUND_UP))


def plain(value: Decimal) -> Decimal:
    """Without an exponent and without noughts at the end: 1E+6 → 1000000, 24.7500 → 24.75."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Decimal(text)
