"""Indicators that changed their unit, and those of which releases say otherwise what they take in.

What an indicator takes in is said by brackets behind its name (机动车保有量（不包含拖拉机）), or by a note that a mark
behind it leads to (旅客运输总量[6]).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ipextract.checking.names import folded
from ipextract.patterns import compiled, lazily
from ipextract.releases.models import Redefinition
from ipextract.releases.observations import Key, Observation, Observed
from ipextract.releases.series import Row

_MARK = lazily(compiled, r"[\[［【](\d{1,2})[\]］】]\s*$")
_NOTE = lazily(compiled, r"(?m)^\s*[\[［【](\d{1,2})[\]］】]\s*(\S.*)$")
# A mark stands right in front of the number.
_REACH = 8
_LONGEST = 2000


def redefinitions(releases: Sequence[Observed], rows: Sequence[Row]) -> tuple[Redefinition, ...]:
    """What changed its unit or its definition, in the order of the newer releases.

    Args:
        releases: in the order of their periods.
        rows: the indicators.
    """
    found = [*_units(rows), *_definitions(rows, [_Notes(release) for release in releases])]
    return tuple(sorted(found, key=lambda one: (one.release, one.indicators)))


def _units(rows: Sequence[Row]) -> Iterator[Redefinition]:
    """Rows that end where another row of the same name begins, in another unit; each the only one of its name."""
    ends: dict[tuple[Key, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    begins: dict[tuple[Key, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, row in enumerate(rows):
        # A change has the unit in which it is stated, now in % and now in 万亩.
        normals = {form.normal for form in row.forms()} if row.key.aspect != "change" else set()
        for normal in sorted(normals):
            ends[row.key._replace(unit=None), normal][row.last].append(place)
            begins[row.key._replace(unit=None), normal][min(row.members)].append(place)
    seen: set[tuple[int, int]] = set()
    for called, olds in ends.items():
        for last, places in olds.items():
            following = min((number for number in begins[called] if number > last), default=None)
            if following is None or len(places) != 1 or len(begins[called][following]) != 1:
                continue
            old, new = places[0], begins[called][following][0]
            if (old, new) not in seen:
                seen.add((old, new))
                yield Redefinition(what="unit", indicators=(old, new), release=following, against=last, before=rows[old].key.unit, after=rows[new].key.unit)


def _definitions(rows: Sequence[Row], notes: Sequence[_Notes]) -> Iterator[Redefinition]:
    for place, row in enumerate(rows):
        for older, newer in pairwise(sorted(row.members)):
            one, two = row.members[older], row.members[newer]
            before, after = notes[older].of(one), notes[newer].of(two)
            if one.form.terms != two.form.terms:
                before, after = _bracketed(one), _bracketed(two)
            elif before is None or after is None or folded(before) == folded(after):
                # A note that only one of them has says nothing: what it says may still hold.
                continue
            yield Redefinition(what="definition", indicators=(place,), release=newer, against=older, before=before, after=after)


def _bracketed(one: Observation) -> str | None:
    return one.claim.indicator if one.form.terms else None


class _Notes:
    """The notes of a release by the mark that leads to each; none where its text was left out."""

    def __init__(self, release: Observed) -> None:
        self._text = release.extraction.document.text or ""
        # Notes stand at the end: of two lines that begin with a mark it is the last.
        self._notes = {found.group(1): found.group(2).strip()[:_LONGEST] for found in _NOTE.finditer(self._text)}

    def of(self, one: Observation) -> str | None:
        start = one.claim.evidence.start
        mark = _MARK.search(self._text[max(0, start - _REACH) : start])
        return self._notes.get(mark.group(1)) if mark else None
