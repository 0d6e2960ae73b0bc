"""Headings of tables: what the words over a column, or in front of a row, say of its cells."""

from __future__ import annotations

from dataclasses import replace

import regex

from ipextract.language.folding import fold
from ipextract.lexicon import Lexicon
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.period.periods import resolve
from ipextract.linking.period.spans import Calendar, Span, year_span
from ipextract.linking.tables.heading import Heading
from ipextract.linking.tables.members import MemberNamer
from ipextract.linking.tables.scopes import ScopeReader
from ipextract.linking.tables.units import PERCENT, Measured, UnitReader
from ipextract.linking.word_patterns import either, in_order
from ipextract.patterns import compiled, lazily
from ipextract.rules.scanner import Scanner
from ipextract.rules.tokens import Basis

_YEAR = lazily(compiled, r"((?:19|20)\d{2})年?")
# 表3-1：, and times in a caption: 2022年1-6月, 2023年末.
_CAPTION_MARK = r"\*+|^#+\s*|^(?:{tables})(?:[\s：:]+|(?=(?:19|20)\d{{2}}年))|(?:{tables})\s?\d{{1,3}}(?!\d)(?:[-—]\d{{1,3}}(?!\d))?[：:、.]?|(?:19|20)\d{{2}}(?:[-~](?:19|20)\d{{2}})?年?(?:(?:\d{{1,2}}[-~至])?\d{{1,2}}月份?|前?[一二三四1-4]季度|[上下]半年)?(?:末|底|度)?"
# 1-6月份 at the head of a clause.
_MONTHS = lazily(compiled, r"^(?:\d{1,2}[-~—至])?\d{1,2}月份?")
_SINCE = lazily(compiled, r"(?:比|较)((?:19|20)\d{2})年?")
_SPACED = lazily(compiled, r"(?<=[\u4e00-\u9fff（）])\s+(?=[\u4e00-\u9fff（）])")
_FOOTNOTE = lazily(compiled, r"\[\d{1,2}\]|[①-⑳]|\*+$")
# The groups of a time's pattern that name a part of a year.
_PARTS_OF_YEAR = ("m", "m1", "mn", "half", "q3", "quarter")


def plain_text(text: str) -> str:
    """A heading folded, without footnote marks and the blanks that space its characters out (衣　　着)."""
    return _SPACED.sub("", _FOOTNOTE.sub("", fold(text, 0, len(text)).text)).strip()


def _last_clause(caption: str) -> str:
    """1-6月全市专利授权情况如下（单位：件）： of 据市统计局公布，1-6月全市专利授权情况如下（单位：件）：: what a caption is the end of says what the table is about."""
    head, comma, last = caption.rpartition("，")
    return _MONTHS.sub("", last) if comma and head and last.strip() and "（" not in head else caption


def since_year(words: str) -> Span | None:
    """1985 of 比1985年增长: the year that a heading compares with; none where it names none."""
    found = _SINCE.search(words)
    return year_span(int(found.group(1))) if found is not None else None


class HeadingReader:
    """Reads headings of columns and rows, and captions.

    Args:
        lexicon: the vocabulary of table headings.
        scanner: finds times.
        namer: knows measures.
        units: knows units.
        members: names what headings below others say.
    """

    def __init__(self, lexicon: Lexicon, scanner: Scanner, namer: Namer, units: UnitReader, members: MemberNamer) -> None:
        self._members = members
        self._scopes = ScopeReader(lexicon, namer)
        self._scanner = scanner
        self._namer = namer
        self._units = units
        words = lexicon.words
        self._caption_mark = lazily(compiled, _CAPTION_MARK.format(tables=either(words("tables.captions.numbered"))))
        told = either(words("tables.captions.told_by"))
        self._counted_by = lazily(compiled, rf"(?:{told})(.{{2,12}}?)(?:{either(words('tables.columns.counted_ends'))})")
        # 按企业性质分 over or in front of others says only how they are told apart.
        self._division = lazily(compiled, rf"(?:{told}).{{1,10}}?(?:{in_order(words('tables.captions.division_ends'))})")
        self._parted = lazily(compiled, rf"(?:{told}).{{1,10}}?(?:{in_order(words('tables.captions.division_ends'))})的(?=[\u4e00-\u9fff]{{2,12}}$)")
        self._change = _pattern(words("tables.columns.change"), words("tables.columns.change_guards"))
        self._share = _pattern(words("tables.columns.share"), words("triggers.share.guards"))
        self._share_alone = frozenset(words("tables.columns.share_alone"))
        self._falls = _pattern(words("tables.columns.falls"))
        self._rises = _pattern(words("tables.columns.rises"))
        self._part_marks = _pattern(words("tables.rows.part"))
        self._rank = _pattern(words("tables.columns.rank"))
        scopes = either(words("triggers.rank.scopes"))
        self._scope = compiled(scopes)
        self._ranked_in = compiled(rf"({scopes})(?:{either(words('tables.captions.among'))})?的?(?:{either(words('tables.columns.rank'))})")
        self._moves = _pattern(words("tables.columns.moves"))
        self._growth = _pattern(words("tables.columns.growth"))
        nouns = either(words("tables.columns.share_nouns"))
        self._share_of = compiled(rf"(?P<part>.*?)(?:{either(words('triggers.share.words'))})(?P<whole>[^比].*?)(?:的?(?:{nouns}))?")
        done, plans = either(words("tables.columns.fulfils")), either(words("measures.tasks"))
        self._fulfilled = compiled(rf"(?:{done})(?:{plans})")
        self._is_of = compiled(rf"(?:{either(words('tables.columns.outturns'))})?(?:{done})(?:{plans}|{either(words('tables.columns.year_before'))})的?")
        self._rates = _pattern(words("tables.columns.rates"))
        self._amounts = _pattern(words("tables.columns.amounts"))
        plain, idle = words("tables.columns.plain"), words("tables.columns.idle")
        self._says_nothing = compiled(rf"(?:{either((*plain, *idle))})+|{either(words('tables.columns.alone'))}")
        edge = either(words("tables.columns.edges"))
        self._edges = compiled(rf"^(?:{edge})+|(?:{edge})+$")
        self._measure_ends = words("tables.columns.measure_ends")
        self._ratios = words("tables.columns.ratios")
        self._people, self._people_counted = words("tables.columns.people"), words("tables.columns.people_counted")
        self._divisions = frozenset(words("tables.columns.divisions"))
        self._caption_change = words("tables.captions.change")
        self._caption_share = words("tables.captions.share")
        self._caption_plain = tuple(sorted(words("tables.captions.plain"), key=len, reverse=True))
        self._dependent = frozenset((*words("measures.dependent"), *words("measures.naming.whole_names")))
        self._index = words("tables.captions.index")
        # 居民消费价格分类指数
        self._of_classes = lazily(compiled, rf"(?:{either(words('tables.captions.classed'))})(?=(?:{either(self._index)})$)")
        self._aims = words("tables.columns.aim")
        self._cumulative, self._month_alone = words("tables.columns.cumulative"), words("tables.columns.month_alone")
        cumulated = either(self._cumulative)
        self._up_to_now = compiled(rf"(?:{in_order(words('tables.columns.up_to_now'))})(?:末|底)?的?(?:{cumulated})?|(?:{cumulated})(?:{in_order(words('tables.columns.up_to_now'))})")
        self._done = words("tables.columns.done")
        self._own_times = _pattern(words("tables.columns.own_times"))
        self._timed_names = _pattern(words("tables.columns.timed_names"))
        self._caption_heads = compiled(rf"^(?:{either(words('tables.captions.heads'))})+")
        self._average = _pattern(words("triggers.basis.words_average"))
        self._mom = _pattern((*words("triggers.basis.words_mom"), *words("triggers.basis.references_mom")))
        self._year_end = _pattern(words("triggers.basis.references_year_end"))

    # -- captions -----------------------------------------------------------------------------------

    def topic(self, caption: str) -> str:
        """What a caption says the table is about: 规模以上工业主要产品产量 → 规模以上工业产品产量."""
        # 县（市、区）财政收入: the bracket is of what the rows are.
        rest = self._caption_heads.sub("", self._caption_mark.sub("", _last_clause(caption)).strip())
        topic = self._caption_heads.sub("", self._units.bracket.sub("", rest).strip(" ：:#"))
        topic = self._of_classes.sub("", topic)
        ends = (*self._caption_plain, *self._caption_change)
        while topic.endswith(ends):
            word = next((word for word in ends if topic.endswith(word) and topic != word), "")
            if not word:
                break
            topic = topic.removesuffix(word)
        return topic.strip()

    def without_caption_mark(self, caption: str) -> str:
        """A caption without its number and the time in front of it: 表3 2022年绍兴市授权量 → 绍兴市授权量."""
        return self._caption_mark.sub("", _last_clause(caption)).strip(" ：:#")

    def year_of(self, caption: str, clock: Calendar) -> Span | None:
        """The one year that a caption names: 表3 2022年各季度授权量."""
        return self._period(caption, clock)[1] if len(set(_YEAR.findall(caption))) == 1 else None

    # -- columns ------------------------------------------------------------------------------------

    def says_change(self, text: str) -> bool:
        """Whether a heading is that of a column of changes: 比上年增长（%）, and not 增加值."""
        return self._change.search(text) is not None

    def column(self, texts: list[str], caption: str, clock: Calendar, before: Heading | None, *, beside_changes: bool, beside_units: bool) -> Heading:
        """The heading that `texts`, from top to bottom, make of one column.

        Args:
            texts: the folded texts of its cells.
            caption: the caption, folded.
            clock: the document's dates.
            before: the heading of the last column with levels: 比上年增长 is of it.
            beside_changes: whether another column states changes, so that this one does not, whatever the caption says.
            beside_units: whether a column names the unit of each row.
        """
        texts = [self._up_to_now.sub(self._cumulative[0], text) for text in texts]
        heading = self._column(texts, caption, clock, before, beside_changes=beside_changes, beside_units=beside_units)
        own = heading.own_measure
        said = "".join(texts)
        cumulates = any(word in heading.words for word in self._cumulative) and not any(word in said for word in self._month_alone)
        if heading.aspect == "change" and before is not None and heading.period is None:
            # 当年累计 | 同比增长: of what was added up.
            cumulates = cumulates or before.cumulates
        heading = replace(heading, cumulates=cumulates)
        topic = self.topic(caption)
        if heading.aspect == "level" and own and not self.is_measure(own) and (kind := self._members.one_kind(own, topic)):
            heading, own = replace(heading, measure=kind, topic="", of_caption=""), kind
        return replace(heading, names_measure=self.is_measure(own) or self._members.is_listed(own, topic), narrows=self._scopes.read(topic))

    def _column(self, texts: list[str], caption: str, clock: Calendar, before: Heading | None, *, beside_changes: bool, beside_units: bool) -> Heading:
        topic, common = self.topic(caption), self._units.find(caption)
        of_caption = self._namer.take_apart(topic).measure
        deed = self._namer.deed(topic)
        if not of_caption and not deed and (parted := self._parted.match(topic)) is not None:
            # 按行业分组的个体经营户 over a column of 数量: things, told apart by what the rows are.
            topic = of_caption = topic[parted.end() :]
        says_what = of_caption or (deed and not deed.endswith(self._done))
        heading = replace(self.read(texts, common, clock, before), of_caption=of_caption, topic=topic if says_what else "")
        if heading.aspect == "change" and topic.endswith(self._index) and "%" not in "".join(texts):
            # 居民消费价格分类指数 over 12月同比 | 101.2
            heading = replace(heading, aspect="level", basis=None, measure="", unit=common)
        if heading.aspect == "change" and heading.unit is None:
            # 单位：万元、% over 增减额 | 增减
            is_amount = self._is_amount(heading.basis.text if heading.basis else "")
            heading = replace(heading, unit=common if is_amount else Measured(PERCENT, 1) if self._units.lists_percent(caption) else None)
        if heading.aspect == "level" and self._fulfilled.fullmatch("".join(texts)) and self._units.lists_percent(caption):
            # 完成年初预算 where the caption lists % beside the unit of amounts: how far.
            return replace(heading, unit=Measured(PERCENT, 1), period=before.period if before is not None else None, of_caption="", topic="", measure=topic + "".join(texts))
        said = self._units.bracket.sub("", "".join(texts)).strip()
        if heading.aspect == "level" and heading.unit is not None and heading.unit.is_percentage and self._is_of.fullmatch(said):
            # 为调整预算的%, 为上年决算数的%: how far what the rows name came, now.
            return replace(heading, measure="", period=before.period if before is not None else None)
        if heading.aspect == "level":
            heading = self._by_caption(heading, caption, beside_changes=beside_changes, beside_units=beside_units)
        if heading.aspect == "rank":
            stated = self._ranked_in.search(caption)
            return replace(heading, scope=heading.scope or (stated[1] if stated is not None else ""))
        if not heading.measure:
            return replace(heading, measure=heading.of_caption, printed=False)
        if heading.measure in self._dependent and topic.endswith(heading.measure):
            # 居民消费价格指数 over a column of 指数: the caption says which.
            return replace(heading, measure=topic)
        return heading

    def _by_caption(self, heading: Heading, caption: str, *, beside_changes: bool, beside_units: bool) -> Heading:
        """A column that names no measure states what its caption says: 主要工业产品产量, 价格涨跌幅度, 经济类型构成."""
        percent = heading.unit is not None and heading.unit.is_percentage
        if percent and not heading.owns_unit and heading.measure.endswith(self._ratios):
            # 性别比 beside what each sex has of all: so many for a hundred, whatever unit the caption gives to the shares.
            return replace(heading, unit=None)
        if percent and any(word in caption for word in self._caption_share):
            return replace(heading, aspect="share")
        if self._namer.has_measure(heading.measure) or beside_changes or not any(word in caption for word in self._caption_change):
            return heading
        # 2023年 | 2024年 under 涨跌幅度 without a unit; 全国 | 城市 | 农村 only where it is percent.
        if percent or (heading.unit is None and not beside_units and (heading.period is not None or not heading.words)):
            return replace(heading, aspect="change", basis=Basis("yoy", ""), unit=heading.unit or Measured(PERCENT, 1))
        return heading

    # -- any heading --------------------------------------------------------------------------------

    def read(self, texts: list[str], common: Measured | None, clock: Calendar, before: Heading | None = None, *, is_row: bool = False) -> Heading:
        """What the words of a heading say by themselves.

        Args:
            texts: its folded texts, from top to bottom.
            common: the unit that the caption gives to all levels.
            clock: the document's dates.
            before: the heading of the last column with levels.
            is_row: whether it stands in front of a row, which is never a unit alone: 人民币.
        """
        # 在总计中：, 其中：, 按城乡分 over a group of columns say only that they are parts.
        # 亿元 below 营业收入 is its unit.
        below = {text: found for text in texts[1:] if (found := self._units.measured(text)) is not None}
        joined = self._joined([text for text in texts if not text.endswith("：") and text not in below and not self.divides(text)] or texts)
        unit = next((found for text in reversed(texts) if (found := below.get(text) or self._units.find(text)) is not None), None)
        words = self._units.bracket.sub("", joined)
        since = _SINCE.search(words)
        timeless, period, yearless = self._period(_SINCE.sub("", words), clock)
        measured_by = self._counted_by.search(timeless)
        timeless = measured_by.group(1) if measured_by else timeless
        basis = Basis(self._basis(words, since=since is not None), words)
        if self._rank.search(joined):
            return self._place_in_ranking(timeless, period, basis, before)
        if self._change.search(words):
            unit = unit or (Measured(PERCENT, 1) if "%" in joined or self._is_rate(words) else None)
            own = self._measure(self._share.sub("", timeless), self._change)
            falls = self._falls.search(words) is not None and self._rises.search(words) is None
            if before is None or (self._namer.has_measure(own) and (own not in before.measure or before.is_part)):
                # 固定资产投资增速 beside 地区生产总值, 申请量同比 behind 其中：发明: of what it names itself.
                return Heading(timeless, "change", own, unit, period or (before.period if before else None), basis, falls=falls)
            return Heading(timeless, "change", before.measure, unit, period or before.period, basis, before.printed, falls=falls)
        if self._share.search(words) or timeless in self._share_alone:
            return self._part(timeless, unit or Measured(PERCENT, 1), period, before)
        alone = self._units.measured(timeless) if unit is None and timeless and not is_row else None
        if alone is not None:
            # 万吨标准煤 over a column is its unit.
            return Heading("", "level", "", alone, period, None, owns_unit=True)
        is_done = any(word in words for word in self._done)
        is_aim = not is_done and any(word in words for word in self._aims)
        measure, is_part = self._measure_or_part(timeless, before)
        return Heading(
            timeless, "level", measure, unit or common, period, None, yearless=yearless, is_aim=is_aim, is_done=is_done, owns_unit=unit is not None, is_part=is_part
        )

    def _measure_or_part(self, words: str, before: Heading | None) -> tuple[str, bool]:
        """What a heading measures, and whether that is a part of the column before: 其中：发明专利 beside 专利授权量 is 发明专利授权量."""
        mark = self._part_marks.match(words)
        if mark is None or before is None or not before.measure:
            return self._measure(words, None), False
        own = self._measure(words[mark.end() :].lstrip("：:"), None)
        return own if self._namer.has_measure(own) else self._members.name(own, before.measure), True

    def _joined(self, texts: list[str]) -> str:
        """Headings one below the other as one: 专利授权量 over 发明 is 发明专利授权量, 招生 over 人数 is 招生人数."""
        out = texts[0] if texts else ""
        for text in texts[1:]:
            whole, member = self._units.bracket.sub("", out), self._units.bracket.sub("", text).strip()
            stated = self.share_of(whole)
            if stated is not None and not stated[0] and self._is_said_of(member):
                # 占总人口比重 over 0-14岁: each part's share of the one whole.
                mark = self._part_marks.match(member)
                out = self._members.of_whole(member[mark.end() if mark is not None else 0 :].lstrip("：:"), stated[1]) + out
                continue
            if member in self._people_counted and whole.endswith(self._people):
                # 人数（人） under 城镇人口: its unit alone.
                out += text.removeprefix(member)
                continue
            is_member = self._namer.has_measure(whole) and not self._namer.has_measure(member) and self._is_group(member)
            out = self._members.name(member, whole) + out.removeprefix(whole) + text.removeprefix(member) if is_member else out + text
        return out

    def _is_group(self, words: str) -> bool:
        """Whether words may name whom or what is counted: no year, no change or share, nothing that says nothing."""
        return len(words) > 1 and self._is_said_of(words) and not regex.search(r"\d|[年月季]", words)

    def _is_said_of(self, words: str) -> bool:
        """Whether words may name what a column is said of, were it by a bound: 0-14岁; not 2020年, 同比 or 金额."""
        says_how = any(pattern.search(words) for pattern in (self._change, self._share, self._rank, _YEAR))
        return bool(words) and not says_how and not self._says_nothing.fullmatch(words)

    def is_measure(self, words: str) -> bool:
        """Whether a name says what is measured: 授权量, 项目数."""
        return bool(words) and (self._namer.has_measure(words) or words.endswith(self._measure_ends))

    def divides(self, text: str) -> bool:
        """Whether a heading only says how what it heads is told apart: 城乡, 按登记类型分."""
        return text in self._divisions or self._division.fullmatch(text) is not None

    def share_of(self, words: str) -> tuple[str, str] | None:
        """研发经费占地区生产总值比重 → 研发经费 | 地区生产总值; None where no whole is named."""
        match = self._share_of.fullmatch(words) if self._share.search(words) else None
        return (match["part"], match["whole"]) if match else None

    def _place_in_ranking(self, timeless: str, period: Span | None, basis: Basis | None, before: Heading | None) -> Heading:
        of_growth = self._growth.search(timeless) is not None
        moves = self._moves.search(self._rank.sub("", timeless)) is not None
        measure = self._measure(self._moves.sub("", self._growth.sub("", timeless)), self._rank) or (before.measure if before else "")
        printed = before is None or before.printed or measure != before.measure
        period = period or (before.period if before and not before.unit else None)
        aspect, basis = ("change", basis) if moves else ("rank", None)
        scope = found[0] if (found := self._scope.search(timeless)) is not None else ""
        return Heading(timeless, aspect, measure, None, period, basis, printed, of_growth=of_growth, moves=moves, scope=scope)

    def _part(self, timeless: str, unit: Measured, period: Span | None, before: Heading | None) -> Heading:
        """A column of shares: of the level before it, or of what it names itself (工业总产值比重)."""
        stated = self.share_of(timeless)
        part, whole = stated or (timeless, "")
        own = self._measure(part, self._share)
        if before is not None and not own:
            return Heading(timeless, "share", before.measure, unit, period or before.period, None, before.printed, whole=whole)
        return Heading(timeless, "share", own, unit, period, None, whole=whole)

    def _is_rate(self, words: str) -> bool:
        """Whether changes are rates though no % is printed: 比上年增长, and not 比上年增加额."""
        return self._rates.search(words) is not None and not self._is_amount(words)

    def _is_amount(self, words: str) -> bool:
        """增减额, 比上年增减数: whether so much was added, by the words for the change and those behind it; the 申请量 of 申请量同比 is what changed."""
        changed = self._change.search(words)
        return self._amounts.search(words, changed.start() if changed is not None else 0) is not None

    def _basis(self, words: str, *, since: bool) -> str:
        if since:
            return "since"
        if self._average.search(words):
            return "average"
        if self._year_end.search(words):
            return "year_end"
        return "mom" if self._mom.search(words) else "yoy"

    def without_time(self, words: str, clock: Calendar) -> tuple[str, Span | None]:
        """全年货物周转量 → 货物周转量: a heading without its time, and the time."""
        rest, span, _ = self._period(words, clock)
        return rest.strip(), span

    def _period(self, words: str, clock: Calendar) -> tuple[str, Span | None, bool]:
        """The words without their time, the time, where they name one, and whether it is a part of a year that they do not name."""
        words = self._own_times.sub("", words)
        if self._timed_names.search(words):
            return words, None, False
        years = _YEAR.findall(words)
        tokens = [token for token in self._scanner.scan(words) if token.letter == "T" and isinstance(token.value, dict)] if words else []
        if len(tokens) == 1 and (len(set(years)) <= 1 or tokens[0].rule == "time.years"):
            token = tokens[0]
            span = resolve(token.value, token.rule.removeprefix("time."), words[token.start : token.end], clock, clock.period)
            rest = words[: token.start] + words[token.end :]
            if span is not None and not span.day:
                yearless = not years and any(token.value.get(part) for part in _PARTS_OF_YEAR) and not token.value.get("rel")
                return _YEAR.sub("", rest), span._replace(text=words[token.start : token.end]), yearless
        if len(set(years)) == 1:
            return _YEAR.sub("", words), year_span(int(years[0]), years[0] + "年"), False
        return words, None, False

    def _measure(self, words: str, marks: regex.Pattern[str] | None) -> str:
        """The words of a heading that say what is measured: 产量 of 产量绝对数, and nothing of 绝对数 or 比重."""
        if marks is not None:
            words = marks.sub("", words)
        words = words.strip()
        if self._says_nothing.fullmatch(words):
            return ""
        if self._namer.is_measure(words):
            return words
        return self._namer.clean(self._edges.sub("", words) or words)


def _pattern(words: tuple[str, ...], guards: tuple[str, ...] = ()) -> regex.Pattern[str]:
    """Any of `words` that stands in none of the longer ones among `guards`: 增长, and not that of 自然增长率."""
    guard = f"(?:{either(guards)})(*SKIP)(*FAIL)|" if guards else ""
    return compiled(f"{guard}{either(words)}")
