"""The observations of several releases in rows: one row an indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from ipextract.checking.book import AMOUNTS
from ipextract.releases.likeness import Likeness, Pair
from ipextract.releases.models import Match
from ipextract.releases.names import Form, Names
from ipextract.releases.observations import Key, Observation
from ipextract.releases.overrules import Overrules
from ipextract.releases.series import Leads, Row

Found = Iterator[tuple[Row, Observation, Match]]

# Levels first: two names of one thing, once they are found, are so for its share, its growth and its rank.
_ORDER = ("level", "share", "change", "gap", "rank")
# Two amounts of one thing are as a rule not further apart than this from one release to the next.
_FARTHEST = 5


class Aligner:
    """Lays releases beside each other, one after the other in the order of their periods.

    An observation goes to the row that has had its name; then to that which the user's file says; then to that whose
    normalised name is the same; then to the one whose name is most like its own. It is looked for among the rows of
    its own region, aspect, unit and relation that the release has not filled yet.

    Args:
        names: the forms of names.
        overrules: the user's file.
        leads: whether a stated change leads from one observation to another.
    """

    def __init__(self, names: Names, overrules: Overrules, leads: Leads) -> None:
        self._likeness = Likeness(names, leads)
        self._overrules = overrules
        self._leads = leads
        self._rows: dict[Key, list[Row]] = defaultdict(list)
        self._same: dict[str, str] = {}
        self._close: list[Pair] = []

    def add(self, number: int, observations: Sequence[Observation]) -> None:
        """Lay the observations of release `number` beside those that are there."""
        by_key: dict[Key, list[Observation]] = defaultdict(list)
        for one in observations:
            by_key[one.key].append(one)
        for key in sorted(by_key, key=lambda key: _ORDER.index(key.aspect)):
            self._add(number, self._rows[key], by_key[key])

    def rows(self) -> list[Row]:
        """The rows: those of one key together, in the order in which they came."""
        return [row for rows in self._rows.values() for row in rows]

    def close(self) -> Iterator[tuple[Row, Row, Decimal]]:
        """Rows that were alike and stayed apart, each with the other row and how alike they are."""
        of = {id(one): row for row in self.rows() for one in row.members.values()}
        for pair in self._close:
            other = of[id(pair.one)]
            if other is not pair.row and not pair.row.members.keys() & other.members.keys():
                yield pair.row, other, pair.score

    def _add(self, number: int, rows: list[Row], ones: list[Observation]) -> None:
        left = ones
        for tier in (self._by_name, self._by_file, self._by_form, self._by_likeness):
            free = [row for row in rows if number not in row.members]
            if not free or not left:
                break
            for row, one, match in tier(number, free, left):
                row.members[number], row.matches[number] = one, match
            taken = {id(row.members[number]) for row in free if number in row.members}
            left = [one for one in left if id(one) not in taken]
        rows += [Row(one.key, {number: one}) for one in left]

    def _by_name(self, _number: int, rows: list[Row], ones: list[Observation]) -> Found:
        by_name: dict[str, Row] = {}
        for row in sorted(rows, key=lambda row: row.last):  # of two rows that had the name, the one that had it last
            by_name.update(dict.fromkeys(row.exact(), row))
        used: set[int] = set()
        for one in ones:
            known = next((by_name[name] for name in one.exact if name in by_name), None)
            if known is not None and id(known) not in used and not self._overrules.apart(one.exact, known.exact()):
                used.add(id(known))
                yield known, one, Match(kind="exact")

    def _by_file(self, _number: int, rows: list[Row], ones: list[Observation]) -> Found:
        groups = self._overrules.groups
        for row, one in _paired(rows, ones, lambda form: groups.get(form.exact)):
            self._learn(row, one)
            yield row, one, Match(kind="given")

    def _by_form(self, number: int, rows: list[Row], ones: list[Observation]) -> Found:
        for row, one in _paired(rows, [one for one in ones if one.single], lambda form: self._same.get(form.normal, form.normal)):
            if self._allowed(row, one) and self._plausible(number, one, row):
                yield row, one, Match(kind="normalised")

    def _by_likeness(self, number: int, rows: list[Row], ones: list[Observation]) -> Found:
        sure, close = self._likeness.pairs(number, [row for row in rows if row.members[row.last].single], [one for one in ones if one.single])
        used: set[int] = set()
        for pair in sure:
            if id(pair.row) in used or id(pair.one) in used or not self._allowed(pair.row, pair.one):
                continue
            if pair.confirmed or self._plausible(number, pair.one, pair.row):
                used |= {id(pair.row), id(pair.one)}
                self._learn(pair.row, pair.one)
                yield pair.row, pair.one, Match(kind="similar", score=pair.score, confirmed=pair.confirmed)
        self._close += [pair for pair in close if id(pair.row) not in used and id(pair.one) not in used]

    def _allowed(self, row: Row, one: Observation) -> bool:
        """Whether neither the user nor two brackets that take in different things keep the names apart."""
        if self._overrules.apart(one.exact, row.exact()):
            return False
        older, newer = row.members[row.last].form.terms, one.form.terms
        return not older or not newer or older == newer

    def _plausible(self, number: int, one: Observation, row: Row) -> bool:
        """Whether the values can be of one thing."""
        older = row.members[row.last]
        leads = self._leads(number, one, row.last, older)
        if leads is not None or one.key.aspect != "level" or one.claim.kind not in AMOUNTS:
            return leads is not False
        low, high = sorted((abs(one.claim.value), abs(older.claim.value)))
        return high <= low * _FARTHEST

    def _learn(self, row: Row, one: Observation) -> None:
        """Take the names of row and observation for one from now on, whatever is said of the thing."""
        normals = {form.normal for form in (*row.forms(), *one.forms)}
        roots = {self._same.get(normal, normal) for normal in normals}
        root = min(roots)
        for normal, known in self._same.items():
            if known in roots:
                self._same[normal] = root
        self._same.update(dict.fromkeys(normals, root))


def _paired(rows: list[Row], ones: list[Observation], label: Callable[[Form], object | None]) -> Iterator[tuple[Row, Observation]]:
    """Rows and observations that share a label which no other row and no other observation has."""
    labelled_rows: dict[object, dict[int, Row]] = defaultdict(dict)
    labelled_ones: dict[object, dict[int, Observation]] = defaultdict(dict)
    for row in rows:
        for form in row.forms():
            labelled_rows[label(form)][id(row)] = row
    for one in ones:
        for form in one.forms:
            labelled_ones[label(form)][id(one)] = one
    used: set[int] = set()
    for mark, found in labelled_ones.items():
        there = labelled_rows.get(mark, {})
        if mark is None or len(found) != 1 or len(there) != 1:
            continue
        (one,), (row,) = found.values(), there.values()
        if id(one) not in used and id(row) not in used:
            used |= {id(one), id(row)}
            yield row, one
