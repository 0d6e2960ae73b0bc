"""Which changes a release states of which of its values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ipextract.checking.book import AMOUNTS
from ipextract.checking.points import Points
from ipextract.models import Claim
from ipextract.releases.observations import Key, Observation, Observed

RATES = ("%", "‰")


def is_relative(change: Claim, points: Points) -> bool:
    """Whether a change is a part or a multiple of its base: 增长5.2%, 增长1.2倍."""
    return change.kind in ("percentage", "multiple") and points.of(change.unit) is None


class Statements:
    """The changes of a release, by the observation that they are stated of.

    Args:
        release: the release.
        points: the units in which differences of rates are given.
    """

    def __init__(self, release: Observed, points: Points) -> None:
        self._points = points
        by_name: dict[tuple[str | None, str], list[Observation]] = defaultdict(list)
        for one in release.observations:
            for name in one.exact:
                by_name[one.key.region, name].append(one)
        self._of: dict[str, list[Claim]] = defaultdict(list)
        self._others: dict[tuple[str | None, str], list[Claim]] = defaultdict(list)
        for where, changes in release.changes.items():
            for change in changes:
                spoken_of = [one for one in by_name.get(where, ()) if self._speaks_of(change, one.key, one.claim)]
                if spoken_of:
                    self._of[_nearest(change, spoken_of).claim.id].append(change)
                else:
                    self._others[where].append(change)

    def of(self, one: Observation) -> tuple[Claim, ...]:
        """The changes stated of an observation, each once, in the order of the text."""
        return _distinct(self._of.get(one.claim.id, ()))

    def without_value(self, key: Key, names: Iterable[str], like: Claim) -> tuple[Claim, ...]:
        """The changes stated of what the release gives no value for: 社会消费品零售总额比上年增长4.3%.

        Args:
            key: of the row.
            names: the exact names that the row has in other releases.
            like: a claim of the row, which says what kind of number it holds.
        """
        found = [change for name in names for change in self._others.get((key.region, name), ()) if self._speaks_of(change, key, like)]
        return _distinct(found)

    def _speaks_of(self, change: Claim, key: Key, claim: Claim) -> bool:
        """Whether a change of that kind and unit can be one of such a value."""
        if change.kind == "rank" or key.aspect == "rank":
            return change.kind == "rank" and key.aspect == "rank"
        rate = self._points.of(change.unit)
        if rate is not None:
            return key.aspect in ("level", "share") and key.unit == rate
        if key.aspect != "level" or claim.kind not in AMOUNTS:
            return False
        return is_relative(change, self._points) or change.unit == key.unit


def _nearest(change: Claim, ones: Sequence[Observation]) -> Observation:
    """Of values in several units (人均地区生产总值, in 元 and in 美元) the last before the change, else the first behind it."""
    before = [one for one in ones if one.claim.evidence.start < change.evidence.start]
    return before[-1] if before else ones[0]


def _distinct(changes: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each statement once, in the order of the text: what a sentence says is often said again by a table."""
    seen: dict[object, Claim] = {}
    for change in sorted(changes, key=lambda change: change.evidence.start):
        seen.setdefault((change.unit, change.value, change.upper, change.bound), change)
    return tuple(seen.values())
