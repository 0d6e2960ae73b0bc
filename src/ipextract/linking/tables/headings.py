"""Headings of tables: what the words over a column, or in front of a row, say of its cells."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from ipextract.language.folding import fold
from ipextract.lexicon import Lexicon, Unit
from ipextract.linking.labels import Namer
from ipextract.linking.periods import Calendar, Span, resolve, year_span
from ipextract.numbers.numerals import SCALE_CHARS, scale
from ipextract.rules.scanner import Scanner
from ipextract.rules.tokens import Basis

_YEAR = regex.compile(r"((?:19|20)\d{2})年?")
_BRACKET = regex.compile(r"（([^（）]+)）|单位：\s*([^\s，。；）]+)")
_CAPTION_MARK = regex.compile(r"\*+|^#+\s*|(?:附表|表)\s?\d+[：:、.]?|(?:19|20)\d{2}(?:[-~](?:19|20)\d{2})?年?(?:末|度)?")
_SINCE = regex.compile(r"(?:比|较)((?:19|20)\d{2})年?")
_COUNTED_BY = regex.compile(r"按(.{2,12}?)(?:计算|统计)")
_FOOTNOTE = regex.compile(r"\[\d{1,2}\]|[①-⑳]|\*+$")
# The groups of a time's pattern that name a part of a year.
_PARTS_OF_YEAR = ("m", "m1", "mn", "half", "q3", "quarter")
_LISTED = regex.compile(r"[，,、；]")
_PERCENT = Unit("percentage", "%")
_PERCENT_SIGNS = ("%", "百分比")


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit with the factor of its scale: 万吨 is 10000 of 吨."""

    unit: Unit
    factor: int


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of the cells that it heads.

    Attributes:
        words: its words without unit, year and marks.
        aspect: what the cells state.
        measure: the noun that says what is measured; empty where the other headings say it.
        unit: their unit, where one is named.
        period: their time, where one is named.
        basis: what changes are measured against.
        printed: whether the measure stands in the heading itself rather than in the caption.
        of_caption: the measure that the caption names.
        topic: all that the caption says is measured (专利授权量 has the measure 授权量); empty where it names no measure.
        yearless: whether the period takes its year from elsewhere: 一季度.
        is_aim: whether it is what was planned: 2023年目标.
    """

    words: str
    aspect: str
    measure: str
    unit: Measured | None
    period: Span | None
    basis: Basis | None
    printed: bool = True
    of_caption: str = ""
    topic: str = ""
    yearless: bool = False
    is_aim: bool = False

    @property
    def whole(self) -> str:
        """What is measured of no row in particular: the heading's own measure, or all that the caption says."""
        return self.measure if self.printed else self.topic or self.measure


def plain_text(text: str) -> str:
    """A heading folded, without footnote marks and blanks."""
    return _FOOTNOTE.sub("", fold(text, 0, len(text)).text).strip()


class HeadingReader:
    """Reads headings of columns and rows, and captions.

    Args:
        lexicon: the vocabulary of units and table headings.
        scanner: finds times.
        namer: knows measures.
    """

    def __init__(self, lexicon: Lexicon, scanner: Scanner, namer: Namer) -> None:
        self._units = lexicon.units
        self._scanner = scanner
        self._namer = namer
        words = lexicon.words
        self._change = words("tables.columns.change")
        self._share = words("tables.columns.share")
        self._rank = words("tables.columns.rank")
        self._plain = tuple(sorted(words("tables.columns.plain"), key=len, reverse=True))
        self._caption_change = words("tables.captions.change")
        self._caption_share = words("tables.captions.share")
        self._caption_plain = tuple(sorted(words("tables.captions.plain"), key=len, reverse=True))
        self._dependent = frozenset((*words("measures.dependent"), *words("measures.naming.whole_names")))
        self._idle = regex.compile(rf"(?:{'|'.join(map(regex.escape, words('tables.columns.idle')))})+")
        self._index = words("tables.captions.index")
        self._aims = words("tables.columns.aim")
        self._average = words("triggers.basis.words_average")
        self._mom = words("triggers.basis.words_mom")

    def common_unit(self, caption: str) -> Measured | None:
        """The unit that a caption or the line below it gives to all cells: 单位：万元."""
        return self._unit_in(plain_text(caption))

    def topic(self, caption: str) -> str:
        """What a caption says the table is about: 规模以上工业主要产品产量 → 规模以上工业产品产量."""
        topic = _BRACKET.sub("", _CAPTION_MARK.sub("", plain_text(caption))).strip(" ：:#")
        while True:
            word = next((word for word in (*self._caption_plain, *self._caption_change) if topic.endswith(word) and topic != word), "")
            if not word:
                return topic.strip()
            topic = topic.removesuffix(word)

    def says_change(self, text: str) -> bool:
        """Whether a heading is that of a column of changes: 比上年增长（%）."""
        return any(word in text for word in self._change)

    def column(self, texts: list[str], caption: str, clock: Calendar, before: Heading | None, *, beside_changes: bool) -> Heading:
        """The heading that `texts`, from top to bottom, make of one column.

        Args:
            texts: the folded texts of its cells.
            caption: the caption.
            clock: the document's dates.
            before: the heading of the last column with levels: 比上年增长 is of it.
            beside_changes: whether another column states changes, so that this one does not, whatever the caption says.
        """
        topic = self.topic(caption)
        of_caption = self._namer.take_apart(topic).measure
        heading = replace(self.read(texts, self.common_unit(caption), clock, before), of_caption=of_caption, topic=topic if of_caption else "")
        if heading.aspect == "change" and topic.endswith(self._index) and "%" not in "".join(texts):
            # 居民消费价格分类指数 over 12月同比 | 101.2
            heading = replace(heading, aspect="level", basis=None, measure="", unit=heading.unit or self.common_unit(caption))
        if heading.aspect == "change" and heading.unit is None and self._lists_percent(caption):
            # 单位：件、% over 授权量 | 比上年增长
            heading = replace(heading, unit=Measured(_PERCENT, 1))
        if heading.aspect != "rank" and not heading.measure:
            return self._by_caption(heading, caption, beside_changes=beside_changes)
        if heading.measure in self._dependent and topic.endswith(heading.measure):
            # 居民消费价格指数 over a column of 指数: the caption says which.
            heading = replace(heading, measure=topic)
        if heading.aspect == "level" and heading.unit is not None and heading.unit.unit.kind == "percentage" and any(word in caption for word in self._caption_share):
            return replace(heading, aspect="share")
        return heading

    def _lists_percent(self, caption: str) -> bool:
        """Whether % is one of several units that a caption gives."""
        return any(piece in _PERCENT_SIGNS for match in _BRACKET.finditer(plain_text(caption)) for piece in _LISTED.split(match.group(1) or match.group(2)))

    def read(self, texts: list[str], common: Measured | None, clock: Calendar, before: Heading | None = None) -> Heading:
        """What the words of a heading say by themselves."""
        # 在总计中：, 其中： over a group of columns says only that they are parts.
        joined = "".join(text for text in texts if not text.endswith("：")) or "".join(texts)
        unit = next((found for text in reversed(texts) if (found := self._unit_in(text)) is not None), None)
        words = _BRACKET.sub("", joined)
        since = _SINCE.search(words)
        timeless, period, yearless = self._period(_SINCE.sub("", words), clock)
        measured_by = _COUNTED_BY.search(timeless)
        timeless = measured_by.group(1) if measured_by else timeless
        if any(word in joined for word in self._rank):
            measure = self._measure(timeless, self._rank) or (before.measure if before else "")
            return Heading(timeless, "rank", measure, None, period or (before.period if before and not before.unit else None), None)
        if any(word in words for word in self._change):
            basis = Basis(self._basis(words, since=since is not None), words)
            named = before.measure if before is not None else self._measure(timeless, self._change)
            percent = Measured(_PERCENT, 1) if "%" in joined else None
            printed = before is None or before.printed
            return Heading(timeless, "change", named, unit or percent, period or (before.period if before else None), basis, printed)
        if any(word in words for word in self._share):
            of_level = before is not None and not self._measure(timeless, self._share)
            named = before.measure if before is not None and of_level else self._measure(timeless, self._share)
            return Heading(timeless, "share", named, unit or Measured(_PERCENT, 1), period, None, not of_level or (before is not None and before.printed))
        alone = self.measured(timeless) if unit is None and timeless else None
        if alone is not None:
            # 万吨标准煤 over a column is its unit.
            return Heading("", "level", "", alone, period, None)
        is_aim = any(word in words for word in self._aims)
        return Heading(timeless, "level", self._measure(timeless, ()), unit or common, period, None, yearless=yearless, is_aim=is_aim)

    def _basis(self, words: str, *, since: bool) -> str:
        if since:
            return "since"
        if any(word in words for word in self._average):
            return "average"
        return "mom" if any(word in words for word in self._mom) else "yoy"

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

    def without_time(self, words: str, clock: Calendar) -> tuple[str, Span | None]:
        """全年货物周转量 → 货物周转量: a heading without its time, and the time."""
        rest, span, _ = self._period(words, clock)
        return rest.strip(), span

    def year_of(self, caption: str, clock: Calendar) -> Span | None:
        """The one year that a caption names: 表3 2022年各季度授权量."""
        years = set(_YEAR.findall(plain_text(caption)))
        return self._period(plain_text(caption), clock)[1] if len(years) == 1 else None

    def _period(self, words: str, clock: Calendar) -> tuple[str, Span | None, bool]:
        """The words without their time, the time, where they name one, and whether it is a part of a year that they do not name."""
        years = _YEAR.findall(words)
        tokens = [token for token in self._scanner.scan(words) if token.letter == "T" and isinstance(token.value, dict)] if words else []
        if len(tokens) == 1 and (len(set(years)) <= 1 or tokens[0].rule == "time.years"):
            token = tokens[0]
            span = resolve(token.value, token.rule.removeprefix("time."), words[token.start : token.end], clock, clock.period)
            rest = words[: token.start] + words[token.end :]
            if span is not None and not span.day:
                yearless = not years and any(token.value.get(part) for part in _PARTS_OF_YEAR) and not token.value.get("rel")
                return _YEAR.sub("", rest), replace(span, text=words[token.start : token.end]), yearless
        if len(set(years)) == 1:
            return _YEAR.sub("", words), year_span(int(years[0]), years[0] + "年"), False
        return words, None, False

    def _by_caption(self, heading: Heading, caption: str, *, beside_changes: bool) -> Heading:
        """A column headed by a year alone says what its caption says: 主要工业产品产量, 价格涨跌幅度."""
        folded = plain_text(caption)
        of_percent = heading.unit is None or heading.unit.unit.kind == "percentage"
        if heading.aspect == "level" and of_percent and not beside_changes and any(word in folded for word in self._caption_change) and (heading.period is not None or not heading.words):
            heading = replace(heading, aspect="change", basis=Basis("yoy", ""), unit=heading.unit or Measured(_PERCENT, 1))
        elif heading.aspect == "level" and heading.unit is not None and of_percent and any(word in folded for word in self._caption_share):
            heading = replace(heading, aspect="share")
        return replace(heading, measure=heading.of_caption, printed=False)

    def _measure(self, words: str, marks: tuple[str, ...]) -> str:
        """The words of a heading that say what is measured: 产量, but not 绝对数 or 比重."""
        if not marks and self._namer.is_measure(words) and words not in self._plain:
            return words
        for word in (*marks, *self._plain):
            words = words.replace(word, "")
        return self._namer.clean(words) if words.strip() and not self._idle.fullmatch(words) else ""

    def _unit_in(self, text: str) -> Measured | None:
        for match in _BRACKET.finditer(text):
            inner = (match.group(1) or match.group(2)).removeprefix("单位：").strip()
            for piece in (inner, *_LISTED.split(inner)):
                found = self.measured(piece)
                if found is not None:
                    return found
        return None
