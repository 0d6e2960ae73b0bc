"""Values that a newer release gives otherwise than the older one printed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ipextract.checking.repeats import states
from ipextract.models import Claim
from ipextract.releases.models import Movement, Revision
from ipextract.releases.movements import Step, contradicted
from ipextract.releases.observations import Observed
from ipextract.releases.periods import is_own, order
from ipextract.releases.series import Row


def find_revisions(releases: Sequence[Observed], rows: Sequence[Row], steps: Sequence[Sequence[Step]]) -> tuple[Revision, ...]:
    """The revisions of all rows, in the order of the newer releases.

    Args:
        releases: in the order of their periods.
        rows: the indicators.
        steps: the changes of each row.
    """
    found: list[Revision] = []
    for place, row in enumerate(rows):
        found += _implied(place, row, steps[place])
        found += _printed(place, row, releases)
    return tuple(sorted(found, key=lambda one: (one.by, one.indicator)))


def _implied(place: int, row: Row, steps: Sequence[Step]) -> Iterator[Revision]:
    """Bases that stated changes lead back to and the older release printed otherwise: one a base."""
    by_base: dict[tuple[int, int], list[Movement]] = defaultdict(list)
    for step in steps:
        one = step.movement
        if one.verdict == "disagrees" and not one.misplaced and one.against is not None and not contradicted(step, steps):
            by_base[one.against, one.release].append(one)
    for (against, release), movements in by_base.items():
        # An absolute change leads back to the base more closely than a rate.
        best = max(movements, key=lambda one: one.kind == "absolute")
        if best.implied is not None:
            claims = tuple(one.claim for one in movements if one.claim is not None)
            yield Revision(indicator=place, release=against, by=release, how="implied", printed=row.members[against].claim.value, revised=best.implied, claims=claims)


def _printed(place: int, row: Row, releases: Sequence[Observed]) -> Iterator[Revision]:
    """Values of an older release that a newer one prints, and prints otherwise."""
    for number in range(len(releases)):
        for older in (one for one in row.members if one < number):
            again, claim = _again(row, releases, number, older), row.members[older].claim
            if again is not None and _revised(claim, again):
                yield Revision(indicator=place, release=older, by=number, how="printed", printed=claim.value, revised=again.value, claims=(again.id,))


def _again(row: Row, releases: Sequence[Observed], number: int, older: int) -> Claim | None:
    """What release `number` states of the period of an older one, where it states one value under the names of the row."""
    release, period = releases[number], releases[older].period
    if order(release.period) == order(period):  # a corrected release of the same period
        return row.members[number].claim if number in row.members else None
    found = [claim for name in row.exact() for claim in release.earlier.get((row.key, name), ()) if is_own(claim.period, period)] if release.earlier else []
    return found[0] if found and all(claim.value == found[0].value for claim in found) else None


def _revised(claim: Claim, again: Claim) -> bool:
    """Whether two statements of one value differ by more than rounding, and by less than things that were mixed up."""
    low, high = sorted((claim.value.copy_abs(), again.value.copy_abs()))
    exact = claim.bound == again.bound == "exact" and claim.upper is None and again.upper is None
    return exact and not states(claim, again) and (claim.value > 0) == (again.value > 0) and high <= 2 * low
