"""From one value to another: changes computed, and bases that a stated change leads back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ipextract.checking.points import Points
from ipextract.checking.rounding import Interval, Printed, judge, plain, spread, to_place
from ipextract.models import Claim, Verdict
from ipextract.releases.models import MovementKind
from ipextract.releases.observations import Key
from ipextract.releases.statements import RATES, is_relative

_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
# A percentage that no release states is given to four places.
_FINE = Decimal("0.0001")
# 亿 printed as 万, and the other way round.
_SLIPS = (Decimal(10**4), Decimal(10**8), Decimal(10) ** -4, Decimal(10) ** -8)


@dataclass(frozen=True, slots=True)
class Way:
    """How a change leads from one value to the next.

    Attributes:
        kind: relative or absolute.
        unit: of the change.
        forward: the change, of the newer and the older value.
        back: the older value, of the newer value and the change.
    """

    kind: MovementKind
    unit: str | None
    forward: Callable[[Decimal, Decimal], Decimal]
    back: Callable[[Decimal, Decimal], Decimal]


def way_of(change: Claim, key: Key, points: Points) -> Way:
    """The way that a stated change goes."""
    if key.aspect == "rank":
        return _places(change.unit)
    if not is_relative(change, points):
        return Way("absolute", change.unit, lambda now, then: now - then, lambda now, by: now - by)
    if change.kind == "multiple":
        return Way("relative", change.unit, lambda now, then: now / then - 1, lambda now, by: now / (1 + by))
    return _percent()


def usual_way(claim: Claim, key: Key, points: Points) -> Way | None:
    """The way to compute a change that no release states: in % for amounts, in points for rates; None for what has none."""
    if key.aspect == "rank":
        return _places(None)
    if claim.kind == "percentage" or key.unit in RATES or key.aspect in ("share", "change", "gap"):
        return Way("absolute", points.in_points(key.unit), lambda now, then: now - then, lambda now, by: now - by)
    return _percent() if claim.kind in ("count", "money", "quantity") else None


def _percent() -> Way:
    return Way("relative", "%", lambda now, then: (now - then) / then * _HUNDRED, lambda now, by: now / (1 + by / _HUNDRED))


def _places(unit: str | None) -> Way:
    """由第五升至第三 is two places forward."""
    return Way("absolute", unit, lambda now, then: then - now, lambda now, by: now + by)


def computed(way: Way, now: Printed, then: Printed) -> Interval | None:
    """The change between two printed values, with the bounds that their rounding leaves it; None where there is none."""
    if way.kind == "relative" and (then.value <= 0 or now.value < 0):
        return None
    return spread(way.forward, (now, then))


def agreement(stated: Printed, found: Interval) -> Verdict:
    """Whether a stated change is the computed one, within what rounding allows.

    Here it may have been rounded twice: 113788 after 88932 is 27.949%, 27.95%, printed as 28.0%.
    """
    verdict = judge(stated, found)
    if verdict == "disagrees" and to_place(to_place(found.middle, stated.place / 10), stated.place) == stated.value:
        return "agrees"
    return verdict


def implied(way: Way, now: Printed, by: Printed) -> Interval | None:
    """The older value that a printed change leads back to.

    The change may be off by half of its last place, as it is where it was rounded, or by a whole one below, where it
    was cut off; a count of things is exact.
    """
    ends = [spread(way.back, (now, Printed(by.value + shift, by.place, Decimal(0)))) for shift in ((Decimal(0),) if not by.slack else (-by.place * _HALF, by.place * _HALF, by.place.copy_sign(by.value or 1)))]
    middle = spread(way.back, (now, Printed(by.value, by.place, Decimal(0))))
    if middle is None or any(one is None for one in ends):
        return None
    known = [one for one in ends if one is not None]
    return Interval(min(one.low for one in known), middle.middle, max(one.high for one in known))


def holds(interval: Interval, value: Printed) -> bool:
    """Whether a printed value may lie within the bounds."""
    return interval.low - value.slack <= value.value <= interval.high + value.slack


def overlap(one: Interval, two: Interval) -> bool:
    """Whether two sets of bounds leave room for one value."""
    return one.low <= two.high and two.low <= one.high


def slipped(way: Way, now: Printed, then: Printed, fits: Callable[[Interval], bool]) -> bool:
    """Whether the older value fits once a slip of 万 and 亿 is undone."""
    for factor in _SLIPS:
        moved = computed(way, now, Printed(then.value * factor, then.place * factor, then.slack * factor))
        if moved is not None and fits(moved):
            return True
    return False


def in_places(value: Decimal, place: Decimal) -> Decimal:
    """A computed value in whole units of a printed place."""
    return plain(to_place(value, place))


def fine(value: Decimal) -> Decimal:
    """A computed percentage as it is shown."""
    return plain(to_place(value, _FINE))
