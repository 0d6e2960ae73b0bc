"""Tables: row and column headings, the caption and its unit make a claim of a cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from ipextract.language.folding import Folded, fold
from ipextract.lexicon import Division, Lexicon, Unit
from ipextract.linking.frames import Draft, Setting
from ipextract.linking.labels import Namer
from ipextract.linking.periods import Span, year_span
from ipextract.linking.places import Gazetteer
from ipextract.numbers.numerals import SCALE_CHARS, plain, scale
from ipextract.reading.document import Cell, Grid
from ipextract.rules.scanner import Scanner
from ipextract.rules.tokens import Amount, Basis, Token

_YEAR = regex.compile(r"((?:19|20)\d{2})年?")
_BRACKET = regex.compile(r"（([^（）]+)）|单位：\s*([^\s，。；）]+)")
_LIST_MARK = regex.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.、])\s*")
_FOOTNOTE = regex.compile(r"\[\d{1,2}\]|[①-⑳]|\*+$")
_CAPTION_MARK = regex.compile(r"\*+|表\s?\d+[：:]?|(?:19|20)\d{2}(?:[-~](?:19|20)\d{2})?年?")
_PRINTED = regex.compile(r"[-－+]?\d[\d,.]*\s?(?:[%％‰]|[\u4e00-\u9fff]{0,8})")
_SINCE = regex.compile(r"(?:比|较)((?:19|20)\d{2})年?")


@dataclass(frozen=True, slots=True)
class _Measured:
    """A unit with the factor of its scale: 万吨 is 10000 of 吨."""

    unit: Unit
    factor: int


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column's headings say of its cells."""

    aspect: str
    measure: str
    unit: _Measured | None
    period: Span | None
    basis: Basis | None


class TableReader:
    """Reads the cells of a grid into drafts.

    Args:
        lexicon: the vocabulary of units and table headings.
        scanner: reads a cell's number.
        namer: knows measures.
        gazetteer: knows the places that rows may be named for.
    """

    def __init__(self, lexicon: Lexicon, scanner: Scanner, namer: Namer, gazetteer: Gazetteer) -> None:
        self._units = lexicon.units
        self._scanner = scanner
        self._namer = namer
        self._places = gazetteer
        words = lexicon.words
        self._change = words("tables.columns.change")
        self._share = words("tables.columns.share")
        self._rank = words("tables.columns.rank")
        self._unit_headings = frozenset(words("tables.columns.unit"))
        self._plain = tuple(sorted(words("tables.columns.plain"), key=len, reverse=True))
        self._part_marks = words("tables.rows.part")
        self._totals = frozenset(words("tables.rows.total"))
        self._caption_change = words("tables.captions.change")
        self._caption_plain = tuple(sorted(words("tables.captions.plain"), key=len, reverse=True))
        self._empty = frozenset(words("tables.cells.empty"))

    def read(self, text: str, rows: Grid, caption: str, setting: Setting) -> tuple[list[tuple[Draft, Folded]], list[Cell]]:
        """The drafts of a table, each with the folded cell its span is in, and the cells that are headings.

        Args:
            text: the document's text.
            rows: the grid.
            caption: the line above the table, and a line that gives its unit.
            setting: the document's place and dates.
        """
        if not rows:
            return [], []
        body = self._first_body_row(rows)
        width = max(len(row) for row in rows)
        columns = self._columns(rows[:body], width, caption)
        unit_column = next((index for index, cell in enumerate(rows[0]) if _bare(cell.text) in self._unit_headings), None)
        drafts: list[tuple[Draft, Folded]] = []
        headings = [cell for row in rows[:body] for cell in row]
        parent: Draft | None = None
        for row in rows[body:]:
            head = self._row_heading(row)
            headings += row[:1]
            if head is None:
                continue
            name, is_part = head
            row_unit = self._measured(row[unit_column].text) if unit_column is not None and unit_column < len(row) else None
            first: Draft | None = None
            for index, cell in enumerate(row[1:], 1):
                if index == unit_column or cell.text in self._empty or index >= len(columns):
                    continue
                made = self._cell(text, cell, name, columns, index, row_unit, setting)
                if made is None:
                    headings.append(cell)
                    continue
                draft, folded = made
                draft.parent = parent if is_part else None
                first = first or draft
                drafts.append((draft, folded))
            if first is not None and not is_part:
                parent = first
        return drafts, headings

    def _first_body_row(self, rows: Grid) -> int:
        """The first row that is headed by words and holds a number that is no year."""
        for index, row in enumerate(rows):
            if row and row[0].text and any(_is_number(cell.text) and not _YEAR.fullmatch(cell.text) for cell in row[1:]):
                return max(index, 0)
        return len(rows)

    def _row_heading(self, row: tuple[Cell, ...]) -> tuple[str, bool] | None:
        if not row or not row[0].text:
            return None
        text = fold(row[0].text, 0, len(row[0].text)).text.strip()
        is_part = False
        for mark in self._part_marks:
            if text.startswith(mark) and len(text) > len(mark):
                text, is_part = text[len(mark) :].strip(" ：:"), True
        text = _FOOTNOTE.sub("", _LIST_MARK.sub("", text)).strip(" ：:*")
        return (text, is_part) if text else None

    def _columns(self, heads: Grid, width: int, caption: str) -> list[_Column]:
        """What each column's headings say; a heading over several columns is spread over them."""
        caption_folded = fold(caption, 0, len(caption)).text
        common = self._unit_in(caption_folded)
        spread = [_spread([fold(cell.text, 0, len(cell.text)).text for cell in row], width) for row in heads]
        columns: list[_Column] = []
        level: _Column | None = None
        for index in range(width):
            texts = [row[index] for row in spread if row[index]]
            column = self._column(texts, common, level)
            if index and column.aspect != "rank" and not column.measure:
                column = self._by_caption(column, caption_folded)
            if column.aspect == "level":
                level = column
            columns.append(column)
        return columns

    def _by_caption(self, column: _Column, caption: str) -> _Column:
        """A column headed by a year alone says what its caption says: 主要工业产品产量, 价格涨跌幅度."""
        if column.aspect == "level" and column.period is not None and any(word in caption for word in self._caption_change) and (column.unit is None or column.unit.unit.kind == "percentage"):
            column = replace(column, aspect="change", basis=Basis("yoy", ""), unit=column.unit or _Measured(Unit("percentage", "%"), 1))
        topic = _BRACKET.sub("", _CAPTION_MARK.sub("", caption)).strip()
        for word in (*self._caption_plain, *self._caption_change, *self._caption_plain):
            topic = topic.removesuffix(word)
        return replace(column, measure=self._namer.take_apart(topic).measure) if topic else column

    def _column(self, texts: list[str], common: _Measured | None, level: _Column | None) -> _Column:
        joined = "".join(texts)
        unit = next((found for text in reversed(texts) if (found := self._unit_in(text)) is not None), None)
        words = _BRACKET.sub("", joined)
        period = None
        since = _SINCE.search(words)
        years = _YEAR.findall(_SINCE.sub("", words))
        if len(set(years)) == 1:
            period = year_span(int(years[0]), years[0] + "年")
        measure = _YEAR.sub("", _SINCE.sub("", words))
        if any(word in joined for word in self._rank):
            return _Column("rank", self._measure(measure, self._rank), None, period, None)
        if any(word in words for word in self._change):
            basis = Basis("since" if since else "mom" if "环比" in words else "yoy", words)
            named = level.measure if level is not None else self._measure(measure, self._change)
            return _Column("change", named, unit or (_Measured(Unit("percentage", "%"), 1) if "%" in joined else None), period or (level.period if level else None), basis)
        if any(word in words for word in self._share):
            return _Column("share", self._measure(measure, self._share), unit or _Measured(Unit("percentage", "%"), 1), period, None)
        return _Column("level", self._measure(measure, ()), unit or common, period, None)

    def _measure(self, words: str, marks: tuple[str, ...]) -> str:
        """The words of a heading that say what is measured: 产量, but not 绝对数 or 比重."""
        for word in (*marks, *self._plain):
            words = words.replace(word, "")
        return self._namer.clean(words) if words.strip() else ""

    def _unit_in(self, text: str) -> _Measured | None:
        for match in _BRACKET.finditer(text):
            inner = (match.group(1) or match.group(2)).removeprefix("单位：").strip()
            found = self._measured(inner)
            if found is not None:
                return found
        return None

    def _measured(self, spelled: str) -> _Measured | None:
        """`万吨` → 10000 of 吨; None for what is no unit."""
        spelled = spelled.strip()
        for size in range(len(spelled)):
            if size and spelled[size - 1] not in SCALE_CHARS:
                return None
            unit = self._units.get(spelled[size:])
            if unit is not None:
                return _Measured(unit, scale(spelled[:size]))
        return None

    def _cell(self, text: str, cell: Cell, name: str, columns: list[_Column], index: int, row_unit: _Measured | None, setting: Setting) -> tuple[Draft, Folded] | None:
        folded = fold(text, cell.start, cell.end)
        token = self._number(folded)
        if token is None:
            return None
        amount: Amount = token.value
        column = columns[index]
        if column.aspect == "rank":
            amount = replace(amount, kind="rank", unit=None)
        elif amount.unit is None:
            measured = (column.unit if column.aspect != "level" else None) or row_unit or column.unit
            if measured is not None:
                upper = None if amount.upper is None else plain(amount.upper * measured.factor)
                amount = replace(amount, kind=measured.unit.kind, unit=measured.unit.name, value=plain(amount.value * measured.factor), upper=upper)
        region, indicator = self._named(name, column, setting)
        draft = Draft(amount.kind, column.aspect, indicator, amount.value, token.start, token.end, f"table.{column.aspect}", amount.upper, amount.bound, amount.unit)
        draft.period, draft.region = column.period or setting.period, region or setting.home
        draft.basis = column.basis
        draft.sentence = (0, len(folded.text))
        if column.aspect == "change" and amount.kind == "multiple":
            draft.value = Decimal(amount.value)
        return draft, folded

    def _named(self, name: str, column: _Column, setting: Setting) -> tuple[Division | None, str]:
        """The row's place, if it is one, and the indicator: 越城区 with 发明专利授权量, or 粮食 with 产量."""
        if name in self._totals and column.measure:
            return None, column.measure
        found = self._places.at(name, 0, setting.home)
        if found is not None and found[0] == len(name) and column.measure:
            return found[1], column.measure
        if column.measure and not self._namer.has_measure(name) and not name.endswith(column.measure):
            return None, name + column.measure
        return None, name

    def _number(self, folded: Folded) -> Token | None:
        """The one number of a cell; None where it holds words or several."""
        if not folded.text:
            return None
        tokens = [token for token in self._scanner.scan(folded.text) if token.end > token.start]
        numbers = [token for token in tokens if isinstance(token.value, Amount)]
        if len(numbers) != 1 or any(token.letter == "X" and folded.text[token.start : token.end].strip() for token in tokens):
            return None
        return numbers[0]


def _bare(text: str) -> str:
    return text.replace(" ", "").replace("\u3000", "")


def _is_number(text: str) -> bool:
    return _PRINTED.fullmatch(text) is not None and not regex.match(r"(?:19|20)\d{2}年", text)


def _spread(texts: list[str], width: int) -> list[str]:
    """A row of headings over `width` columns: fewer value headings stand over equally many columns each."""
    values = texts[1:]
    room = width - 1
    if not values or len(values) >= room or room % len(values):
        return [*texts, *[""] * (width - len(texts))][:width]
    each = room // len(values)
    return [texts[0], *[text for text in values for _ in range(each)]]
