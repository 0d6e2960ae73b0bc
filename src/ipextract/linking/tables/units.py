"""Units as tables name them: 单位：万元 under a caption, （万吨） behind a heading, 亿千瓦时 in a column of its own."""

from __future__ import annotations

from dataclasses import dataclass

from ipextract.lexicon import Lexicon, Unit
from ipextract.linking.endings import without_head
from ipextract.linking.word_patterns import either
from ipextract.numbers.numerals import SCALE_CHARS, scale
from ipextract.patterns import compiled, lazily

PERCENT = Unit("percentage", "%")
_LISTED = lazily(compiled, r"[，,、；]")


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit with the factor of its scale: 万吨 is 10000 of 吨."""

    unit: Unit
    factor: int

    @property
    def is_percentage(self) -> bool:
        return self.unit.kind == "percentage"


class UnitReader:
    """Reads the units of headings.

    Args:
        lexicon: the vocabulary of units.

    Attributes:
        bracket: what is set in brackets, or behind 单位：; a % ends a heading without any: 比重%.
        points: in what the difference of two percentages is counted.
        places: in what moves in a ranking are counted.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._units = lexicon.units
        self._marks, self._percent = lexicon.words("tables.captions.unit_marks"), lexicon.words("tables.columns.percent")
        # 极贫乡（镇）项目投资, 各县（市、区）产值: kinds of places are no units.
        divisions = either([*lexicon.words("triggers.place_names.closed"), *lexicon.words("triggers.home.town_names")])
        self.bracket = lazily(compiled, rf"（(?!(?:{divisions}|、)+）)([^（）]+)）|(?:{either(self._marks)})\s*([^\s，。；）]+)|(?<=[\u4e00-\u9fff])\s?([%‰])$")
        self.points = Unit(PERCENT.kind, lexicon.words("units.roles.points")[0])
        self.places = lexicon.words("triggers.ranking.units")[0]

    def measured(self, spelled: str) -> Measured | None:
        """`万吨` → 10000 of 吨; None for what is no unit."""
        spelled = spelled.strip()
        for size in range(len(spelled)):
            if size and spelled[size - 1] not in SCALE_CHARS:
                break
            unit = self._units.get(spelled[size:])
            if unit is not None:
                return Measured(unit, scale(spelled[:size]))
        if spelled.endswith("）") and "（" in spelled[1:]:
            # 万只（片、套）: other measure words of the same count.
            head, _, other = spelled.partition("（")
            base = self.measured(head)
            return None if base is None else Measured(Unit(base.unit.kind, f"{base.unit.name}（{other}"), base.factor)
        head, mark, per = spelled.partition("/")
        base = self.measured(head) if mark and per else None
        return None if base is None else Measured(Unit(base.unit.kind, f"{base.unit.name}/{per}"), base.factor)

    def find(self, text: str) -> Measured | None:
        """The first unit that a folded heading or caption names in brackets or behind 单位：."""
        for pieces in self._stated(text):
            for piece in pieces:
                found = self.measured(piece)
                if found is not None:
                    return found
        return None

    def lists_percent(self, text: str) -> bool:
        """Whether % is one of several units that a folded caption gives: 单位：件、%."""
        return any(piece in self._percent for _, *pieces in self._stated(text) for piece in pieces)

    def _stated(self, text: str) -> list[list[str]]:
        """What each bracket says as a whole, and in parts where it lists several."""
        inner = [without_head(match.group(1) or match.group(2) or match.group(3), self._marks).strip() for match in self.bracket.finditer(text)]
        return [[each, *_LISTED.split(each)] for each in inner]
