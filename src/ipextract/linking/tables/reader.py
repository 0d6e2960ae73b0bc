"""Reads the cells of a table into drafts of claims."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from ipextract.language.folding import Folded
from ipextract.lexicon import Lexicon
from ipextract.linking.area.places import Gazetteer
from ipextract.linking.frames import Draft, Setting
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.period.spans import base_of
from ipextract.linking.tables.cells import CellScanner, aspect_of, in_unit, period_of
from ipextract.linking.tables.heading import Heading
from ipextract.linking.tables.headings import HeadingReader, plain_text, since_year
from ipextract.linking.tables.members import MemberNamer
from ipextract.linking.tables.merged import MergedCells
from ipextract.linking.tables.names import CellNamer, Row
from ipextract.linking.tables.numbering import without_numbers
from ipextract.linking.tables.rows import RowHeadReader, arrange
from ipextract.linking.tables.scopes import members_of
from ipextract.linking.tables.shape import Shape, ShapeWords, columns_of, find_shape, is_blank, is_number, side_by_side, without_stars
from ipextract.linking.tables.sums import parts_by_sum
from ipextract.linking.tables.units import Measured, UnitReader
from ipextract.patterns import compiled, lazily
from ipextract.reading.document import Cell, Grid
from ipextract.rules.scanner import Scanner
from ipextract.rules.tokens import Basis


@dataclass(slots=True)
class TableReading:
    """What a table gave.

    Attributes:
        drafts: each with the folded cell that its span is in.
        headings: the cells that head others, or hold no number.
        unread: the cells whose numbers are not understood.
    """

    drafts: list[tuple[Draft, Folded]] = field(default_factory=list)
    headings: list[Cell] = field(default_factory=list)
    unread: list[Cell] = field(default_factory=list)


# A cell of more words than any name has, in front of a row of numbers: each of them would be called by it.
_LONGEST_NAME = 300

# 上月=100, a whole heading.
_BASE = lazily(compiled, r"[\u4e00-\u9fff]{2,6}\s?=\s?100(?:\.0)?")

#: The levels of a table by row and column, for the parts that stand below them.
_Levels = dict[Row, dict[int, Draft]]


class TableReader:
    """Reads the cells of a grid into drafts.

    Args:
        lexicon: the vocabulary of units and table headings.
        scanner: reads a cell's number.
        namer: knows measures.
        gazetteer: knows the places that rows may be named for.
    """

    def __init__(self, lexicon: Lexicon, scanner: Scanner, namer: Namer, gazetteer: Gazetteer) -> None:
        self._scanner = CellScanner(lexicon, scanner)
        self._units = UnitReader(lexicon)
        members = MemberNamer(lexicon, namer)
        self._headings = HeadingReader(lexicon, scanner, namer, self._units, members)
        self._row_heads = RowHeadReader(lexicon, self._headings, namer, members)
        self._names = CellNamer(lexicon, namer, members, gazetteer)
        self._each = lexicon.words("tables.captions.each")
        self._shape_words = ShapeWords(lexicon)
        self._traded, self._sum_of_trade = lexicon.words("tables.columns.traded"), "".join(lexicon.words("tables.columns.sums_of_trade"))
        self._cumulative, self._same_time_before = lexicon.words("tables.columns.cumulative"), lexicon.words("tables.columns.same_time_before")
        self._codes = lexicon.words("tables.columns.codes")
        self._none = frozenset(lexicon.words("tables.cells.empty"))
        self._totals = frozenset(lexicon.words("tables.rows.total"))
        self._numbers = frozenset(lexicon.words("tables.columns.numbers"))
        self._merged = MergedCells(lambda text: is_blank(text) or is_number(text, self._is_unit), self._is_total, lambda text: self._units.measured(text) is not None)

    def read(self, text: str, rows: Grid, caption: str, setting: Setting) -> TableReading:
        """The drafts of a table, and what is to be said of its other cells.

        Args:
            text: the document's text.
            rows: the grid.
            caption: the line above the table, and a line that gives its unit.
            setting: the document's place and dates.
        """
        out = TableReading()
        caption = plain_text(caption)
        year = self._headings.year_of(caption, setting.clock)
        setting = setting if year is None else replace(setting, period=year)
        place, caption = self._names.without_place(self._headings.without_caption_mark(caption), setting)
        setting = setting if place is None else replace(setting, home=place)
        for half in side_by_side(self._merged.restore(tuple(tuple(map(without_stars, row)) for row in rows))):
            part, numbers = without_numbers(half, self._numbers, self._is_total)
            out.headings += numbers
            if any(part):
                self._read_part(text, part, caption, setting, out)
        # Halves side by side are read one after the other; claims stand in the order of the text.
        out.drafts.sort(key=lambda pair: pair[1].span(pair[0].start, pair[0].end))
        return out

    def _read_part(self, text: str, grid: Grid, caption: str, setting: Setting, out: TableReading) -> None:
        shape = find_shape(grid, self._shape_words, self._is_unit)
        columns = self._columns(shape, caption, setting)
        out.headings += [cell for row in (*shape.heads, *shape.counts) for cell in row]
        levels: _Levels = {}
        wholes = _whole_columns(columns)
        among = members_of(plain_text(shape.heads[0][0].text), caption, self._each) if shape.heads and shape.heads[0] and any(column.aspect == "rank" for column in columns) else ""
        for cells, row in zip(shape.body, self._rows(text, shape, columns, setting), strict=True):
            out.headings += cells[: shape.stub]
            if row is None:
                continue
            levels[row] = {}
            out.headings += [cells[index] for index in shape.times if shape.stub <= index < len(cells)]
            for index in shape.values:
                cell = cells[index] if index < len(cells) else None
                if cell is None or is_blank(cell.text) or cell.text in self._none:
                    continue
                is_code = columns[index].words.endswith(self._codes)
                made = None if is_code else self._read_cell(text, cell, row, columns[index], self._unit(cells, index, shape), setting)
                if made is None:
                    (out.unread if not is_code and self._scanner.holds_amount(cell) else out.headings).append(cell)
                    continue
                draft = made[0]
                _set_parent(draft, row, index, levels, wholes, is_mean=self._names.is_mean(row))
                if draft.aspect == "share" and draft.whole is None and not row.head.is_total:
                    draft.whole = self._names.all_measured(draft.indicator, row, columns[index])
                if draft.aspect == "rank" and draft.scope is None and not row.head.has_measure and row.head.heading is None:
                    # 纺织 | 12.1 | 1 under 主要工业行业比重、位次: among those that the rows are.
                    draft.scope = among or None
                if draft.aspect == "level":
                    levels[row][index] = draft
                out.drafts.append(made)

    # -- headings -----------------------------------------------------------------------------------

    def _is_total(self, text: str) -> bool:
        """Whether a heading stands for all rows or columns: 合计（件）."""
        return self._units.bracket.sub("", plain_text(text)).strip() in self._totals

    def _is_unit(self, words: str) -> bool:
        return not words or self._units.measured(words) is not None

    def _unit(self, cells: tuple[Cell, ...], index: int, shape: Shape) -> Measured | None:
        """What the column of units beside column `index` says."""
        column = shape.unit_column(index)
        return self._units.measured(plain_text(cells[column].text)) if column is not None and column < len(cells) else None

    def _columns(self, shape: Shape, caption: str, setting: Setting) -> list[Heading]:
        """What each column's headings say."""
        beside_changes = any(self._headings.says_change(cell.text) for row in shape.heads for cell in row)
        columns: list[Heading] = []
        before: Heading | None = None
        values = frozenset(shape.values)
        for index, cells in enumerate(columns_of(shape)):
            texts = [self._without_base(plain_text(cell.text)) for cell in cells]
            column = self._headings.column(texts, caption, setting.clock, before, beside_changes=beside_changes, beside_units=bool(shape.units))
            if index in values and column.aspect in ("level", "share"):
                # 2024年 | 2023年 | 增长: the change is of the later year, whichever stands beside it.
                # 累计 | 上年同期累计 | 增减额: what names no time is of the table's own.
                earlier = (before.period or setting.period) if before is not None else None
                later = earlier is not None and column.period is not None and earlier.end > column.period.end
                before = before if later and before is not None and columns[-1].aspect == "level" and before.measure == column.measure else column
            columns.append(column)
        return _at_end(self._of_total(columns, values))

    def _without_base(self, text: str) -> str:
        """上月=100 over a column says what its numbers are compared with, and not what they are of; 上年同期=100 beside it that they add up."""
        if _BASE.fullmatch(text) is None:
            return text
        return self._cumulative[0] if text.startswith(self._same_time_before) else ""

    def _of_total(self, columns: list[Heading], values: frozenset[int]) -> list[Heading]:
        """企业 | 个人 | 合计（件）: the parts are counted in the unit that their total alone names."""
        named = [columns[index] for index in values if columns[index].unit is not None]
        if len(named) != 1 or len(values) < 3 or not named[0].owns_unit or not self._is_total(named[0].words):
            return columns
        return [replace(column, unit=named[0].unit) if index in values and column.aspect == "level" else column for index, column in enumerate(columns)]

    def _rows(self, text: str, shape: Shape, columns: list[Heading], setting: Setting) -> list[Row | None]:
        """What stands in front of each row, with those that they are parts of."""
        values = [columns[index] for index in shape.values]
        levels = [column for column in values if column.aspect == "level"]
        gives_unit = bool(shape.units) or any(column.unit is not None for column in levels or values)
        heads = [self._row_heads.read(cells, shape, setting.clock, self._unit(cells, shape.stub, shape), in_table=gives_unit) for cells in shape.body]
        heads = self._row_heads.parted(heads) if any(head is not None and head.is_empty for head in heads) else heads
        # Where the cells have units of their own, a row below another need not be counted as that is.
        has_unit = gives_unit or any(head is not None and head.unit is not None for head in heads)
        governs = has_unit and not any(column.names_measure for column in levels)
        going_on = parts_by_sum(heads, self._amounts(text, shape, columns)) if any(head is not None and head.mark for head in heads) else {}
        return self._names.rows(heads, arrange(heads, going_on, governs=governs, gives_unit=gives_unit), setting)

    def _amounts(self, text: str, shape: Shape, columns: list[Heading]) -> list[Decimal | None]:
        """What stands in the first column of levels."""
        first = next((index for index in shape.values if columns[index].aspect == "level"), None)
        cells = [row[first] if first is not None and first < len(row) else None for row in shape.body]
        found = [self._scanner.number(text, cell) if cell is not None and not is_blank(cell.text) else None for cell in cells]
        return [one.amount.value if one is not None else None for one in found]

    # -- cells --------------------------------------------------------------------------------------

    def _read_cell(self, text: str, cell: Cell, row: Row, column: Heading, unit: Measured | None, setting: Setting) -> tuple[Draft, Folded] | None:
        found = self._scanner.number(text, cell)
        if found is None:
            return None
        head, by_row = row.head, row.head.heading
        aspect = aspect_of(found, head, column)
        if aspect == "change" and column.basis is None:
            # 下降4.8% under 同比 says it; under 2024年 it is what a release compares with.
            column = replace(column, basis=Basis("yoy", ""))
        amount = in_unit(found.amount, aspect, head, column, unit or row.unit, self._units)
        region, indicator = self._names.name(row, column, setting)
        if amount is None or not 0 < len(indicator) <= _LONGEST_NAME:
            return None
        if indicator.endswith(self._traded):
            indicator += self._sum_of_trade
        draft = Draft(amount.kind, aspect, indicator, amount.value, found.start, found.end, f"table.{aspect}", amount.upper, amount.bound, amount.unit)
        draft.period = period_of(head, column, setting)
        if column.is_aim or (by_row is not None and by_row.is_aim) or (setting.target and not column.is_done):
            draft.status = "target"
        draft.region = region or setting.home
        if aspect == "change":
            draft.basis = (by_row.basis if by_row is not None and by_row.aspect == aspect else None) or column.basis
            draft.base = (base_of(draft.basis.basis, draft.period) or since_year(draft.basis.text)) if draft.basis is not None else None
        elif aspect == "share":
            draft.whole = column.whole or head.whole or None
        elif aspect == "rank":
            draft.scope, draft.scope_region = column.scope or None, self._names.place(column.scope, setting)
        draft.sentence = (0, len(found.folded.text))
        return draft, found.folded


def _at_end(columns: list[Heading]) -> list[Heading]:
    """存款余额（亿元） | 比年初增长（%）: what is compared with the end of a year is of the end of its own time, and so is the level beside it."""
    out: list[Heading] = []
    level = -1
    for column in columns:
        stands = column.aspect == "change" and column.basis is not None and column.basis.basis == "year_end"
        if stands and level >= 0:
            out[level] = replace(out[level], stands=True)
        if not stands:
            level = len(out) if column.aspect == "level" else -1
        out.append(replace(column, stands=True) if stands else column)
    return out


def _whole_columns(columns: list[Heading]) -> dict[int, int]:
    """Of each column of parts (其中：发明专利) the column that its cells are parts of."""
    out: dict[int, int] = {}
    level: int | None = None
    for index, column in enumerate(columns):
        if column.is_part:
            out[index] = index if level is None else level
        elif column.aspect == "level":
            level = index
    return out


def _set_parent(draft: Draft, row: Row, index: int, levels: _Levels, wholes: dict[int, int], *, is_mean: bool) -> None:
    """Link a level to what it is a part of, in its own row or in the row above, a share to what it is a share of."""
    if draft.aspect not in ("level", "share"):
        return
    beside = levels[row].get(wholes.get(index, index)) if draft.aspect == "level" else None
    if beside is not None:
        draft.parent = beside if (beside.kind, beside.unit) == (draft.kind, draft.unit) else None
        return
    above = row.parent
    while above is not None and not levels.get(above):
        above = above.parent
    if above is None:
        return
    if draft.aspect == "share":
        draft.parent = next((level for level in levels[above].values() if level.period == draft.period), None)
        draft.whole = draft.whole or (draft.parent.indicator if draft.parent is not None else None)
        return
    whole = levels[above].get(index)
    if whole is not None and (whole.kind, whole.unit) == (draft.kind, draft.unit) and not is_mean:
        draft.parent = whole
