"""A row worked out: its changes, computed and stated, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ipextract.checking.points import Points
from ipextract.checking.rounding import Interval, Printed, printed, shown, tells
from ipextract.lexicon import Lexicon
from ipextract.models import Claim
from ipextract.releases.arithmetic import Way, agreement, computed, fine, holds, implied, in_places, overlap, slipped, usual_way, way_of
from ipextract.releases.growth import Growth
from ipextract.releases.models import Movement, Why
from ipextract.releases.observations import Observation, Observed, digits
from ipextract.releases.periods import leads_to, order, same_length
from ipextract.releases.series import Row
from ipextract.releases.statements import Statements

# A base that a stated change leads back to may have been revised by so much; further off, something else was compared.
_FARTHEST = Decimal("1.5")
# A stated change says that two differently named values are of one thing only where it is telling: the base that it
# leads back to is known to a hundredth, and has digits enough that two things would hardly share it.
_TELLING = Decimal("0.01")
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A movement with what is known of the base beside it.

    Attributes:
        movement: the record.
        bounds: those of the base that the stated change leads back to.
    """

    movement: Movement
    bounds: Interval | None = None


class Mover:
    """Works out rows.

    Args:
        releases: in the order of their periods.
        lexicon: the words that say what growth is real.
    """

    def __init__(self, releases: Sequence[Observed], lexicon: Lexicon) -> None:
        self._releases = releases
        self._growth = Growth(lexicon)
        self._points = Points(lexicon)
        self._statements = [Statements(release, self._points) for release in releases]

    def leads(self, number: int, one: Observation, other: int, older: Observation) -> bool | None:
        """Whether a change that release `number` states of `one` leads back to `older`, of release `other`.

        None where it states none, where the growth is real, or where the base is known too roughly.
        """
        now, then = printed(one.claim), printed(older.claim)
        if now is None or then is None:
            return None
        says: bool | None = None
        for change in self._statements[number].of(one):
            by = printed(change)
            if by is None or not leads_to(change, self._releases[number].period, self._releases[other].period):
                continue
            bounds = implied(way_of(change, one.key, self._points), now, by)
            if bounds is None or bounds.middle <= 0 or then.value <= 0:
                continue
            if holds(bounds, then):
                if bounds.high - bounds.low <= bounds.middle * _TELLING and digits(then.value) >= _DIGITS:
                    return True
            elif not _near(bounds.middle, then.value) and self._growth.reason(change, self._releases[number], (one.claim.indicator,)) is None:
                says = False
        return says

    def steps(self, row: Row) -> list[Step]:
        """The changes of a row, in the order of the releases: the stated ones, and what can be computed without."""
        out: list[Step] = []
        for number in range(len(self._releases)):
            one = row.members.get(number)
            stated = self._statements[number].of(one) if one else self._statements[number].without_value(row.key, row.exact(), row.newest.claim)
            found = [self._stated(row, number, change) for change in stated]
            if one is not None:
                found += self._unstated(row, number, one, found)
            out += sorted(_without_rivals(found), key=lambda step: step.movement.kind == "absolute")
        return out

    def _stated(self, row: Row, number: int, change: Claim) -> Step:
        against = self._base(row, number, change)
        way = way_of(change, row.key, self._points)
        movement = Movement(release=number, against=against, kind=way.kind, unit=way.unit, stated=change.value, claim=change.id, evidence=change.evidence)
        one, older = row.members.get(number), row.members.get(against) if against is not None else None
        now, then = (None if found is None else printed(found.claim) for found in (one, older))
        by = printed(change)
        names = [member.claim.indicator for member in row.members.values()]
        unlike = self._growth.reason(change, self._releases[number], names)
        bounds = implied(way, now, by) if now is not None and by is not None and unlike in (None, "no_text") else None
        if bounds is not None and now is not None:
            movement = movement.model_copy(update={"implied": in_places(bounds.middle, (then or now).place)})
        if against is None or one is None or older is None:
            return Step(movement.model_copy(update={"why": "other_base" if against is None else "no_value"}), bounds)
        result = computed(way, now, then) if now is not None and then is not None else None
        if now is None or then is None or by is None or result is None:
            return Step(movement.model_copy(update={"why": "inexact"}), bounds)
        movement = movement.model_copy(update={"computed": shown(result.middle, by.place)})
        return Step(movement.model_copy(update=self._verdict(row, movement, way, (now, then, by), result, unlike)), bounds)

    def _verdict(self, row: Row, movement: Movement, way: Way, numbers: tuple[Printed, Printed, Printed], result: Interval, unlike: Why | None) -> dict[str, object]:
        now, then, by = numbers
        verdict = agreement(by, result)
        if verdict == "disagrees" and unlike is not None:
            return {"why": unlike}
        base = implied(way, now, by)
        if base is None or not _near(base.middle, then.value):
            if slipped(way, now, then, lambda moved: tells(by, moved) and agreement(by, moved) != "disagrees"):
                return {"verdict": "disagrees", "misplaced": True}
            return {"why": "far_off"}
        if not tells(by, result):
            return {"why": "coarse"}
        doubt = self._doubt(row, movement) if verdict == "disagrees" else None
        return {"verdict": verdict} if doubt is None else {"why": doubt}

    def _doubt(self, row: Row, movement: Movement) -> Why | None:
        """Whether the two values may be of different things."""
        older, newer = movement.against or 0, movement.release
        if row.members[older].form.terms != row.members[newer].form.terms:
            return "definition"
        between = [row.matches[number] for number in range(older + 1, newer + 1) if number in row.matches]
        return "unsure_match" if any(match.kind == "similar" and not match.confirmed for match in between) else None

    def _base(self, row: Row, number: int, change: Claim) -> int | None:
        """The release whose period is the one that a change is compared with."""
        period = self._releases[number].period
        return self._likeliest(row, number, [other for other in range(number - 1, -1, -1) if leads_to(change, period, self._releases[other].period)])

    def _before(self, row: Row, number: int) -> int | None:
        """The newest release of an earlier period that is as long, so that what happened in the two can be compared."""
        own = self._releases[number].period
        earlier = [other for other in range(number - 1, -1, -1) if order(self._releases[other].period) < order(own) and same_length(self._releases[other].period, own)]
        newest = [other for other in earlier if order(self._releases[other].period) == order(self._releases[earlier[0]].period)]
        return self._likeliest(row, number, newest)

    def _likeliest(self, row: Row, number: int, found: Sequence[int]) -> int | None:
        """Of several releases the one that states a value of the row, else one of the same place, else the newest."""
        place = self._releases[number].extraction.document.region
        return min(found, key=lambda other: (other not in row.members, self._releases[other].extraction.document.region != place, -other), default=None)

    def _unstated(self, row: Row, number: int, one: Observation, stated: Sequence[Step]) -> Iterator[Step]:
        """The usual change from the release before, where no stated one has been computed in its place."""
        before, way = self._before(row, number), usual_way(one.claim, row.key, self._points)
        older = row.members.get(before) if before is not None else None
        if older is None or way is None or any((step.movement.against, step.movement.kind) == (before, way.kind) and step.movement.computed is not None for step in stated):
            return
        now, then = printed(one.claim), printed(older.claim)
        result = computed(way, now, then) if now is not None and then is not None else None
        movement = Movement(release=number, against=before, kind=way.kind, unit=way.unit)
        if result is not None:
            yield Step(movement.model_copy(update={"computed": fine(result.middle)}))
        elif not stated:
            yield Step(movement.model_copy(update={"why": "inexact"}))


def _near(one: Decimal, two: Decimal) -> bool:
    low, high = sorted((one.copy_abs(), two.copy_abs()))
    return bool(low) and (one > 0) == (two > 0) and high <= low * _FARTHEST


def _without_rivals(steps: Sequence[Step]) -> list[Step]:
    """Of several rates over one base (增长8.2%,扣除价格因素实际增长6.9%) only one can follow from the values."""
    out = []
    for step in steps:
        one = step.movement
        rivals = [other.movement for other in steps if other is not step and other.movement.stated is not None and (other.movement.against, other.movement.kind, other.movement.unit) == (one.against, one.kind, one.unit)]
        if one.verdict == "disagrees" and rivals:
            one = one.model_copy(update={"verdict": None, "why": "another_rate", "misplaced": False})
        out.append(replace(step, movement=one))
    return out


def contradicted(step: Step, steps: Sequence[Step]) -> bool:
    """Whether another change of the same release leads back to another base: 增加5537.68亿元, 增长11.4%."""
    bounds, one = step.bounds, step.movement
    return bounds is not None and any(
        other.bounds is not None and not overlap(bounds, other.bounds)
        for other in steps
        if other is not step and (other.movement.release, other.movement.against) == (one.release, one.against) and other.movement.why is None
    )
