"""Names that are neither the same nor the same in their normalised form, and may yet mean one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ipextract.releases.names import Names
from ipextract.releases.observations import Observation
from ipextract.releases.series import Leads, Row

# Names that share less than this are not looked at; names that share this much are taken for one where nothing
# speaks against it. Between the two a stated change must lead from the one value to the other.
_LEAST = 0.6
_ENOUGH = 0.85
# A pair of characters that so many rows share says little; and of the rows that share pairs with a name, those that
# share most are looked at.
_MOST_ROWS = 60
_MOST_LOOKED_AT = 16


@dataclass(frozen=True, slots=True)
class Pair:
    """A row and an observation whose names are alike."""

    row: Row
    one: Observation
    score: Decimal
    confirmed: bool


class Likeness:
    """Finds rows with names like those of observations.

    Args:
        names: how like two names are.
        leads: whether a stated change leads from one observation to another.
    """

    def __init__(self, names: Names, leads: Leads) -> None:
        self._names = names
        self._leads = leads

    def pairs(self, number: int, rows: Sequence[Row], ones: Sequence[Observation]) -> tuple[list[Pair], list[Pair]]:
        """Pairs to be laid together, the surest first, and pairs that are alike and not sure.

        A pair that no stated change confirms must be the best for both; of two equally good ones neither is taken.
        """
        confirmed: list[Pair] = []
        likely: list[Pair] = []
        doubtful: list[Pair] = []
        for row, one in _near(rows, ones):
            score = self._score(row, one)
            if score < _LEAST:
                continue
            leads = self._leads(number, one, row.last, row.members[row.last])
            pair = Pair(row, one, Decimal(f"{score:.2f}"), leads is True)
            if leads is True:
                confirmed.append(pair)
            elif leads is None and score >= _ENOUGH:
                (doubtful if self._narrowed(row, one) else likely).append(pair)
        surest = sorted(confirmed, key=lambda pair: -pair.score)
        best = _best(likely)
        return [*surest, *best], [*doubtful, *(pair for pair in likely if pair not in best)]

    def _score(self, row: Row, one: Observation) -> float:
        return max(self._names.likeness(older.normal, newer.normal, _LEAST) for older in row.forms() for newer in one.forms)

    def _narrowed(self, row: Row, one: Observation) -> bool:
        return all(self._names.narrowed(older.normal, newer.normal) for older in row.forms() for newer in one.forms)


def _best(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that are better than every other of their row and every other of their observation."""
    scores: dict[int, list[Decimal]] = defaultdict(list)
    for pair in pairs:
        for side in (pair.row, pair.one):
            scores[id(side)].append(pair.score)
    return [pair for pair in pairs if all(sorted(scores[id(side)])[-2:][0] < pair.score or len(scores[id(side)]) == 1 for side in (pair.row, pair.one))]


def _near(rows: Sequence[Row], ones: Sequence[Observation]) -> Iterator[tuple[Row, Observation]]:
    """Rows and observations whose names share pairs of characters, for each observation the nearest rows."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for two in {two for form in row.forms() for two in _twos(form.normal)}:
            places[two].append(place)
    for one in ones:
        twos = sorted({two for form in one.forms for two in _twos(form.normal)})
        shared = Counter(place for two in twos if len(places.get(two, ())) <= _MOST_ROWS for place in places.get(two, ()))
        for place in sorted(shared, key=lambda place: (-shared[place], place))[:_MOST_LOOKED_AT]:
            yield rows[place], one


def _twos(name: str) -> Iterator[str]:
    return ("".join(two) for two in pairwise(name))
