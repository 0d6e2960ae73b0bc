"""A cell's number, and what the headings make of it: its aspect, its unit, its time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ipextract.language.folding import Folded, fold
from ipextract.lexicon import Lexicon
from ipextract.linking.frames import Setting
from ipextract.linking.period.spans import Span, in_year
from ipextract.linking.tables.heading import Heading
from ipextract.linking.tables.rows import RowHead
from ipextract.linking.tables.units import Measured, UnitReader
from ipextract.numbers.numerals import plain
from ipextract.patterns import compiled, lazily
from ipextract.reading.document import Cell
from ipextract.rules.scanner import Scanner
from ipextract.rules.tokens import Amount

# 9，000: in a cell there is nothing else that the comma could part.
_WIDE_THOUSANDS = lazily(compiled, r"[-－+]?\d{1,3}(?:，\d{3})+(?:\.\d+)?")


# Marks in front of a number: which way it went, or where it is bounded.
_BOUNDS = {"≥": "at_least", "≤": "at_most", ">": "more_than", "＞": "more_than", "<": "less_than", "＜": "less_than"}
_RISES, _FALLS = frozenset("+＋↑"), frozenset("↓")
_SIGNS = _RISES | _FALLS | frozenset(_BOUNDS)
_NOTHING = Amount("percentage", Decimal(0), "%")


@dataclass(frozen=True, slots=True)
class CellNumber:
    """The number of a cell.

    Attributes:
        amount: the number; a fall is negative.
        start, end: its span in the folded cell.
        folded: the folded cell.
        changes: whether the cell says itself that it is a change: 下降4.8%, 持平.
    """

    amount: Amount
    start: int
    end: int
    folded: Folded
    changes: bool


class CellScanner:
    """Finds the number of a cell.

    Args:
        lexicon: the vocabulary of verbs of change.
        scanner: finds numbers in text.
    """

    def __init__(self, lexicon: Lexicon, scanner: Scanner) -> None:
        self._scanner = scanner
        self._falling = frozenset(word for key in ("down", "rate_down", "falling_marks") for word in lexicon.words(f"triggers.change.{key}"))

    def number(self, text: str, cell: Cell) -> CellNumber | None:
        """The one number of a cell; None where it holds words or several."""
        folded = fold(text, cell.start, cell.end)
        if _WIDE_THOUSANDS.fullmatch(folded.text):
            folded = folded._replace(text=folded.text.replace("，", ","))
        tokens = [token for token in self._scanner.scan(folded.text) if token.end > token.start and folded.text[token.start : token.end].strip()] if folded.text else []
        numbers = [token for token in tokens if isinstance(token.value, Amount) or token.letter == "H"]
        marks = [folded.text[token.start : token.end].strip() for token in tokens if token.letter == "X"]
        if len(numbers) != 1 or any(mark not in _SIGNS for mark in marks) or len(marks) > 1:
            return None
        number = numbers[0]
        verbs = [folded.text[token.start : token.end] for token in tokens if token.letter in "VE"]
        amount: Amount = number.value if isinstance(number.value, Amount) else _NOTHING
        if any(verb in self._falling for verb in verbs) or any(mark in _FALLS for mark in marks):
            amount = amount._replace(value=-amount.value if amount.upper is None else -amount.upper, upper=None if amount.upper is None else -amount.value)
        bound = next((_BOUNDS[mark] for mark in marks if mark in _BOUNDS), amount.bound)
        return CellNumber(amount._replace(bound=bound), number.start, number.end, folded, bool(verbs) or number.letter == "H")

    def holds_amount(self, cell: Cell) -> bool:
        """Whether a cell that was not read holds a number: 12.5（折合）, and not 4月20日."""
        folded = fold(cell.text, 0, len(cell.text))
        return any(isinstance(token.value, Amount) and not token.role for token in self._scanner.scan(folded.text))


def aspect_of(number: CellNumber, row: RowHead, column: Heading) -> str:
    """What a cell states: what it says itself, or its column, or its row where the column says only when or of whom."""
    if number.changes:
        return "change"
    if column.aspect != "level":
        return column.aspect
    if row.heading is not None:
        return row.heading.aspect
    return "share" if row.whole else "level"


def in_unit(amount: Amount, aspect: str, row: RowHead, column: Heading, unit: Measured | None, units: UnitReader) -> Amount | None:
    """A cell's number in the unit that the headings give it; None for what is no place in a ranking.

    Args:
        amount: the number as printed.
        aspect: what it states.
        row: its row.
        column: its column, which may say that its numbers are of a fall.
        unit: that of its row: in a column of its own, or behind its name.
        units: names points of a percentage, and places.
    """
    by_row = row.heading
    moves = column.moves or (by_row is not None and by_row.moves)
    if aspect == "rank" or moves:
        if amount.value != amount.value.to_integral_value() or (amount.value < 1 and not moves):
            return None
        return amount._replace(kind="rank", unit=units.places if moves else None)
    if column.falls and amount.value > 0:
        amount = amount._replace(value=-amount.value)
    if amount.unit is not None:
        return amount
    of_row = by_row.unit if by_row is not None and by_row.aspect == aspect else row.unit if row.owns_unit and aspect == "level" else None
    of_column = column.unit if column.owns_unit or aspect != "level" else None
    measured = of_row or of_column or unit or column.unit
    if measured is None:
        return amount
    if aspect == "change" and by_row is None and measured.is_percentage and unit is not None and unit.is_percentage and not row.is_amount:
        # 城镇登记失业率 | % | 1.8 | 比上年增长（%） | 0.1: a rate rises by percentage points; 工业增加值 | % | 6.2 is how much that grew.
        return amount._replace(kind=units.points.kind, unit=units.points.name)
    return amount._replace(kind=measured.unit.kind, unit=measured.unit.name, value=_times(amount.value, measured), upper=None if amount.upper is None else _times(amount.upper, measured))


def _times(value: Decimal, measured: Measured) -> Decimal:
    return plain(value * measured.factor)


def period_of(row: RowHead, column: Heading, setting: Setting) -> Span | None:
    """The time of a cell: the column's, the row's, or both where one names a part of the other's year (2022年 | 一季度)."""
    found = _stated_period(row, column, setting)
    if column.cumulates and found is not None and found.start.year == found.end.year:
        # 3月 | 累计: from January on.
        return found._replace(start=found.start.replace(month=1, day=1))
    return found._replace(start=found.end) if column.stands and found is not None else found


def _stated_period(row: RowHead, column: Heading, setting: Setting) -> Span | None:
    by_row = row.heading
    if column.period is not None and row.period is not None and column.yearless != (by_row is not None and by_row.yearless):
        part, year = (column.period, row.period) if column.yearless else (row.period, column.period)
        return in_year(part, year.end.year) or part
    found = column.period or row.period
    yearless = column.yearless if column.period is not None else by_row is not None and by_row.yearless
    if found is not None and yearless and setting.period is not None:
        return in_year(found, setting.period.end.year) or found
    return found or setting.period
