"""Tables: row and column headings, the caption and its unit make a claim of a cell."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from ipextract.language.folding import Folded, fold
from ipextract.lexicon import Division, Lexicon
from ipextract.linking.cleaning import join
from ipextract.linking.dating import base_of
from ipextract.linking.frames import Draft, Setting
from ipextract.linking.headings import Heading, HeadingReader, Measured, plain_text
from ipextract.linking.labels import Namer
from ipextract.linking.periods import Span, in_year
from ipextract.linking.places import Gazetteer
from ipextract.numbers.numerals import plain
from ipextract.reading.document import Cell, Grid
from ipextract.rules.scanner import Scanner
from ipextract.rules.tokens import Amount, Token

_YEAR = regex.compile(r"(?:19|20)\d{2}年?")
_LIST_MARK = regex.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.、])\s*")
# A row of totals stands above all that follow it.
_TOTAL = -1
# A time in a heading: 12月同比, 1—9月, 2023年. A cell never has one for its number.
_TIME = regex.compile(r"(?:19|20)\d{2}年|\d{1,2}(?:\s?[-—–~至]\s?\d{1,2})?月|[1-4]季度")
# 9，000: in a cell there is nothing else that the comma could part.
_WIDE_THOUSANDS = regex.compile(r"[-－+]?\d{1,3}(?:，\d{3})+(?:\.\d+)?")
_STARS = regex.compile(r"^\*+|\*+$")
_PRINTED = regex.compile(r"[-－+]?\d[\d,，. ]*\s?(?:[%％‰]|[\u4e00-\u9fff]{0,8})")


@dataclass(frozen=True, slots=True)
class _Row:
    """What the headings of a row say.

    Attributes:
        name: of what.
        depth: how far it is set in by blanks, or marked as a part of the row above.
        heading: where it says when or how instead of what: 2023年, 平均每年增长（%）.
        unit: of its cells.
        period: of its cells.
        indent: the wide blanks in front of it.
        mark: how wide the mark of a part in front of it is (其中： is three wide).
        own_unit: whether it names its unit itself: 有效注册商标（件）.
    """

    name: str
    depth: int
    heading: Heading | None
    unit: Measured | None
    period: Span | None
    indent: int = 0
    mark: int = 0
    own_unit: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether it begins with a mark of a part."""
        return self.mark > 0


_Read = tuple[list[tuple[Draft, Folded]], list[Cell], list[Cell]]


class TableReader:
    """Reads the cells of a grid into drafts.

    Args:
        lexicon: the vocabulary of units and table headings.
        scanner: reads a cell's number.
        namer: knows measures.
        gazetteer: knows the places that rows may be named for.
    """

    def __init__(self, lexicon: Lexicon, scanner: Scanner, namer: Namer, gazetteer: Gazetteer) -> None:
        self._scanner = scanner
        self._namer = namer
        self._places = gazetteer
        self._headings = HeadingReader(lexicon, scanner, namer)
        words = lexicon.words
        self._unit_headings = frozenset(words("tables.columns.unit"))
        self._codes = words("tables.columns.codes")
        self._part_marks = words("tables.rows.part")
        self._totals = frozenset(words("tables.rows.total"))
        self._sums = words("tables.rows.sums")
        self._empty = frozenset(words("tables.cells.empty"))
        self._means = words("measures.naming.means")
        self._member_measures = lexicon.table("tables.member_measures")

    def read(self, text: str, rows: Grid, caption: str, setting: Setting) -> _Read:
        """The drafts of a table, each with the folded cell its span is in; the cells that are headings; those whose numbers are not understood.

        Args:
            text: the document's text.
            rows: the grid.
            caption: the line above the table, and a line that gives its unit.
            setting: the document's place and dates.
        """
        drafts: list[tuple[Draft, Folded]] = []
        headings: list[Cell] = []
        unread: list[Cell] = []
        year = self._headings.year_of(caption, setting.clock)
        setting = setting if year is None else replace(setting, period=year)
        for part in _side_by_side(tuple(tuple(map(_without_stars, row)) for row in rows)):
            made, heads, rest = self._read_one(text, part, caption, setting)
            drafts += made
            headings += heads
            unread += rest
        # Halves side by side are read one after the other; claims stand in the order of the text.
        drafts.sort(key=lambda pair: pair[1].span(pair[0].start, pair[0].end))
        return drafts, headings, unread

    def _read_one(self, text: str, rows: Grid, caption: str, setting: Setting) -> _Read:
        width = max((len(row) for row in rows), default=0)
        if not width:
            return [], [], []
        body = self._first_body_row(rows)
        stub, unit_column = self._stub(rows, body, width)
        columns = self._columns(rows[:body], width, caption, setting, stub)
        drafts: list[tuple[Draft, Folded]] = []
        headings = [cell for row in rows[:body] for cell in row]
        unread: list[Cell] = []
        parents: list[tuple[int, dict[int, Draft]]] = []
        marked = 0
        governing, governing_depth = "", 0
        governing_unit: Measured | None = None
        sets_in = any(cells[0].indent for cells in rows[body:] if cells)
        for cells in rows[body:]:
            headings += cells[:stub]
            row = self._row(cells, stub, unit_column, setting)
            if row is None:
                continue
            levels: dict[int, Draft] = {}
            if parents and marked and row.indent >= marked - 1 and not row.is_marked and row.indent:
                # 其中：发明专利 / 　　　实用新型: set in as far as the words behind the mark.
                row = replace(row, depth=parents[-1][0] if parents[-1][0] > 0 else row.depth)
            while parents and row.depth <= parents[-1][0]:
                parents.pop()
            for index, cell in enumerate(cells[stub:], stub):
                if index == unit_column or cell.text in self._empty or index >= len(columns):
                    continue
                # Where rows are set in, only those take the measure of the row above; elsewhere those counted in its unit.
                governed = row.depth > governing_depth if sets_in else row.unit == governing_unit and not row.own_unit
                whole = governing if governed else ""
                made = None if columns[index].words.endswith(self._codes) else self._cell(text, cell, row, columns[index], whole, setting)
                if made is None:
                    (unread if self._holds_amount(cell) and not columns[index].words.endswith(self._codes) else headings).append(cell)
                    continue
                draft, folded = made
                if parents and draft.aspect in ("level", "share"):
                    above = parents[-1][1]
                    draft.parent = above.get(index) or next(iter(above.values()))
                    draft.whole = draft.parent.indicator if draft.aspect == "share" else None
                if draft.aspect == "level":
                    levels[index] = draft
                drafts.append((draft, folded))
            if levels:
                parents.append((row.depth, levels))
                marked = row.indent + row.mark if row.is_marked else marked if row.depth else 0
            if row.heading is None and self._namer.has_measure(row.name):
                governing, governing_depth, governing_unit = row.name, row.depth, row.unit
        return drafts, headings, unread

    # -- where things stand -------------------------------------------------------------------------

    def _first_body_row(self, rows: Grid) -> int:
        """The first row that is headed by words and holds a number that is no year."""
        for index, row in enumerate(rows):
            if row and row[0].text and any(_is_number(cell.text) and not _YEAR.fullmatch(cell.text) for cell in row[1:] if cell.start != row[0].start):
                return index
        return len(rows)

    def _stub(self, rows: Grid, body: int, width: int) -> tuple[int, int | None]:
        """How many columns head the rows, and the column that names each row's unit, if one does."""
        unit_column = next(
            (index for row in rows[: max(body, 1)] for index, cell in enumerate(row) if plain_text(cell.text).replace(" ", "") in self._unit_headings), None
        )
        stub = 1
        while stub < width - 1 and not any(_is_number(row[stub].text) or row[stub].text in self._empty for row in rows[body:] if stub < len(row)):
            stub += 1
        return (stub if any(len(row) > stub for row in rows[body:]) else 1), unit_column

    def _columns(self, heads: Grid, width: int, caption: str, setting: Setting, stub: int) -> list[Heading]:
        """What each column's headings say; a heading over several columns is spread over them."""
        spread = [_spread(list(row), width) for row in heads]
        beside_changes = any(self._headings.says_change(cell.text) for row in heads for cell in row)
        columns: list[Heading] = []
        before: Heading | None = None
        for index in range(width):
            cells: list[Cell] = []
            for row in spread:
                cell = row[index]
                if cell is not None and cell.text and cell not in cells:
                    cells.append(cell)
            column = self._headings.column([plain_text(cell.text) for cell in cells], caption, setting.clock, before, beside_changes=beside_changes)
            if index >= stub and column.aspect in ("level", "share"):
                # 2024年 | 2023年 | 增长: the change is of the later year, whichever stands beside it.
                later = before is not None and before.period is not None and column.period is not None and before.period.end > column.period.end
                before = before if later and before is not None and columns[-1].aspect == "level" and before.measure == column.measure else column
            columns.append(column)
        return columns

    def _row(self, cells: tuple[Cell, ...], stub: int, unit_column: int | None, setting: Setting) -> _Row | None:
        """The headings of a row; None where there are none."""
        texts: list[str] = []
        indent = 0
        for index, cell in enumerate(cells[:stub]):
            if index != unit_column and cell.text and plain_text(cell.text) not in texts:
                texts.append(plain_text(cell.text))
                indent = cell.indent
        if not texts:
            return None
        name, mark = self._named_row(texts[-1])
        is_part = mark > 0
        if len(texts) > 1 and name:
            group = self._named_row(texts[-2])[0]
            name = self._member(name, group) if not self._namer.has_measure(name) else name if group in name or self._namer.has_measure(group) else group + name
        if not name:
            return None
        unit = self._headings.measured(cells[unit_column].text) if unit_column is not None and unit_column < len(cells) else None
        read = self._headings.read([texts[-1]], None, setting.clock)
        if read.unit is not None:
            unit, name = unit or read.unit, regex.sub(r"（[^（）]*）$", "", name)
        timeless, period = self._headings.without_time(name, setting.clock)
        if timeless and read.aspect == "level":
            # 全年货物周转量: the time is no part of the name; alone, it is what heads the row (2023年).
            return _Row(timeless, _TOTAL if timeless in self._totals else 2 * indent + is_part, None, unit, period, indent, mark, read.unit is not None)
        return _Row(name, 2 * indent + is_part, read, unit, period, indent, mark, read.unit is not None)

    def _named_row(self, text: str) -> tuple[str, int]:
        """The name of a row, and how wide the mark (其中：, #) is that makes it a part of the row above."""
        width = 0
        for mark in self._part_marks:
            if text.startswith(mark) and len(text) > len(mark):
                width = len(text) - len(text[len(mark) :].lstrip(" ：:"))
                text = text[len(mark) :].strip(" ：:")
        return _LIST_MARK.sub("", text).strip(" ：:*"), width

    # -- a cell -------------------------------------------------------------------------------------

    def _cell(self, text: str, cell: Cell, row: _Row, column: Heading, governing: str, setting: Setting) -> tuple[Draft, Folded] | None:
        folded = fold(text, cell.start, cell.end)
        if _WIDE_THOUSANDS.fullmatch(folded.text):
            folded = replace(folded, text=folded.text.replace("，", ","))
        token = self._number(folded)
        if token is None:
            return None
        amount: Amount = token.value
        by_row = row.heading
        aspect = by_row.aspect if by_row is not None and column.aspect == "level" else column.aspect
        if aspect == "rank":
            amount = replace(amount, kind="rank", unit=None)
        elif amount.unit is None:
            own = by_row.unit if by_row is not None and by_row.aspect == aspect else None
            measured = own or (column.unit if aspect != "level" else None) or row.unit or column.unit
            if measured is not None:
                upper = None if amount.upper is None else plain(amount.upper * measured.factor)
                amount = replace(amount, kind=measured.unit.kind, unit=measured.unit.name, value=plain(amount.value * measured.factor), upper=upper)
        region, indicator = self._named(row, by_row, column, governing, setting)
        if not indicator:
            return None
        draft = Draft(amount.kind, aspect, indicator, amount.value, token.start, token.end, f"table.{aspect}", amount.upper, amount.bound, amount.unit)
        draft.period = self._period(row, column, setting)
        if column.is_aim or (by_row is not None and by_row.is_aim) or setting.target:
            draft.status = "target"
        draft.region = region or setting.home
        draft.basis = (by_row.basis if by_row is not None and by_row.aspect == aspect else None) or column.basis
        if aspect == "change" and draft.basis is None:
            draft.basis = column.basis or (by_row.basis if by_row else None)
        if draft.basis is not None:
            draft.base = base_of(draft.basis.basis, draft.period)
        draft.sentence = (0, len(folded.text))
        return draft, folded

    def _period(self, row: _Row, column: Heading, setting: Setting) -> Span | None:
        """The time of a cell: the column's, the row's, or both where one names a part of the other's year (2022年 | 一季度)."""
        by_row = row.heading
        if column.period is not None and row.period is not None and column.yearless != (by_row is not None and by_row.yearless):
            part, year = (column.period, row.period) if column.yearless else (row.period, column.period)
            return in_year(part, year.end.year) or part
        found = column.period or row.period
        yearless = column.yearless if column.period is not None else by_row is not None and by_row.yearless
        if found is not None and yearless and setting.period is not None:
            return in_year(found, setting.period.end.year) or found
        return found or setting.period

    def _named(self, row: _Row, by_row: Heading | None, column: Heading, governing: str, setting: Setting) -> tuple[Division | None, str]:
        """The row's or column's place, if one is, and the indicator: 越城区 with 发明专利授权量, or 粮食 with 产量."""
        name = row.name
        if by_row is not None:
            # 2020年 | 12.5, 平均每年增长（%） | 18.8: the row says when or how, the column whose.
            of_column = column.words if column.aspect == "level" else column.whole
            region = self._place(of_column, setting)
            if region is not None and (by_row.measure or column.topic):
                return region, by_row.measure or column.topic
            measure = by_row.measure or column.of_caption
            name = join(of_column, measure) if of_column and measure else of_column or by_row.measure or column.topic
            return None, self._namer.clean(name) or column.whole
        if name in self._totals and column.measure:
            return None, column.whole
        region = self._place(name, setting)
        if region is not None and column.measure:
            return region, column.whole
        if self._namer.has_measure(name):
            return self._within(name, column, setting)
        if column.measure and column.printed:
            region = self._place(column.measure, setting)
            if region is not None:
                return region, name
            return None, name if name.endswith(column.measure) else name + column.measure
        if governing:
            return None, self._member(name, governing)
        return None, name + column.measure if column.measure and not name.endswith(column.measure) else name

    def _within(self, name: str, column: Heading, setting: Setting) -> tuple[Division | None, str]:
        """A row that names what is measured, under a column that may say where or of whom: 人均可支配收入 of 农村居民."""
        group = column.measure if column.printed else ""
        if not group or group in name or group in self._totals or self._namer.has_measure(group):
            return None, name
        region = self._place(group, setting)
        return (region, name) if region is not None else (None, group + name)

    def _place(self, words: str, setting: Setting) -> Division | None:
        """The division that `words` name and nothing else."""
        found = self._places.at(words, 0, setting.home) if words else None
        return found[1] if found is not None and found[0] == len(words) else None

    def _member(self, name: str, whole: str) -> str:
        """A row without a measure, of the row above that has one: 公路 of 货物运输总量 is 公路货物运输量."""
        for ending, measures in self._member_measures.items():
            if whole.endswith(ending):
                return name + measures[0]
        parts = self._namer.take_apart(whole)
        measure = parts.measure
        for word in self._sums:
            measure = measure.replace(word, "")
        if not parts.measure or not measure or name.endswith(measure[-2:]):
            return name
        if parts.topic.endswith(self._means):
            return parts.topic + name + measure
        if name.endswith(parts.topic[-2:]):
            return name + measure
        return join(name, parts.topic + measure)

    def _holds_amount(self, cell: Cell) -> bool:
        """Whether a cell that was not read holds a number: 12.5（折合）, and not 4月20日."""
        folded = fold(cell.text, 0, len(cell.text))
        return any(isinstance(token.value, Amount) and not token.role for token in self._scanner.scan(folded.text))

    def _number(self, folded: Folded) -> Token | None:
        """The one number of a cell; None where it holds words or several."""
        if not folded.text:
            return None
        tokens = [token for token in self._scanner.scan(folded.text) if token.end > token.start]
        numbers = [token for token in tokens if isinstance(token.value, Amount)]
        if len(numbers) != 1 or any(token.letter == "X" and folded.text[token.start : token.end].strip() for token in tokens):
            return None
        return numbers[0]


def _is_number(text: str) -> bool:
    return _PRINTED.fullmatch(text) is not None and not _TIME.match(text)


def _without_stars(cell: Cell) -> Cell:
    """A cell without the stars that print it bold (**12.5**) or point to a note (12.5*)."""
    bare = _STARS.sub("", cell.text)
    if bare == cell.text or not bare.strip():
        return cell
    start = cell.start + cell.text.index(bare)
    return replace(cell, start=start, end=start + len(bare), text=bare)


def _spread(cells: list[Cell], width: int) -> list[Cell | None]:
    """A row of headings over `width` columns: fewer value headings stand over equally many columns each."""
    values = cells[1:]
    room = width - 1
    if not values or len(values) >= room or room % len(values):
        return [*cells, *[None] * (width - len(cells))][:width]
    each = room // len(values)
    return [cells[0], *[cell for cell in values for _ in range(each)]]


def _side_by_side(rows: Grid) -> list[Grid]:
    """A table printed in two or more halves, side by side under the same headings, as one grid each."""
    if not rows or len(rows) < 2:
        return [rows]
    heads = [cell.text.strip() for cell in rows[0]]
    if len(heads) < 4 or not heads[0] or any(cell.start == rows[0][0].start for cell in rows[0][1:]):
        return [rows]
    starts = [index for index, text in enumerate(heads) if text == heads[0]]
    size = starts[1] if len(starts) > 1 else 0
    if not size or size < 2 or len(heads) % size or any(heads[start : start + size] != heads[:size] for start in range(0, len(heads), size)):
        return [rows]
    return [tuple(row[start : start + size] for row in rows) for start in range(0, len(heads), size)]
