"""Reading a paragraph: each number found, scoped, and bound to what it is said of.

A paragraph is a row of tokens. The reader walks it from left to right and keeps what the next number
may continue: the indicator last spoken of, the period, the place, the basis of comparison. Brackets
open a scope that ends with them; a sentence ends the place, a paragraph ends all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import regex

from ipextract.lexicon import Division, Lexicon
from ipextract.linking.labels import Namer, Parts
from ipextract.linking.lists import distribute, share_ending
from ipextract.linking.periods import Calendar, Span, resolve, year_before, year_span
from ipextract.linking.places import Gazetteer
from ipextract.numbers.numerals import arabic, chinese, plain
from ipextract.rules.readings import READINGS
from ipextract.rules.rule import ReadingRule
from ipextract.rules.tokens import NUMBERS, Amount, Basis, Place, Token, row

_CLAUSE_ENDS = frozenset(",;.:")
_SENTENCE_ENDS = frozenset(".")
# 500张床位以上医院: the bound stands behind the noun.
_THRESHOLD = regex.compile(r"[\u4e00-\u9fff]{1,3}?(?:及)?以[上下](?![，。；、）])")
# 单位GDP能耗五年累计下降14.8%: years over which something changed.
_OVER = regex.compile(r"累计|净增|年均|平均|提高|增长|下降|增加|减少|共")
_AMONG = regex.compile(r"(?:在|于)[^，。]*中$")
_MEANS = ("平均", "人均", "次均", "日均", "年均", "户均")
# 专利申请量计划增长10%, 地区生产总值力争达到230亿元.
_PLANNED = regex.compile(r"(?:计划|力争|确保|拟|(?<!预计)将(?!近)|预计将)(?:实现|达到|达|完成|突破|超过|控制在|保持在|增长|新增|下降|提高)?(?:约|超|近)?$|(?<!预计)(?:将|拟|计划)(?:覆盖|新增|建设|实施|新建|培育|打造|推出|开展|突破)[^，]*$")
_BRACKETED = ReadingRule("change.bracketed", "", "change", "快于全国水平(【5.5%】)", "增长(【】)")
_STREAK = regex.compile(r"连续(?P<years>[一二三四五六七八九十两]{1,3}|\d{1,2})(?:个)?年")
_SPEECH = regex.compile(r"发布|获悉|公布|召开|举行|显示|[电讯]$|报道|介绍|通报|印发|记者|来源|审议|通过|作|签署")


@dataclass(slots=True)
class Draft:
    """A claim before it has an id: spans are of the folded block."""

    kind: str
    aspect: str
    indicator: str
    value: Decimal
    start: int
    end: int
    rule: str
    upper: Decimal | None = None
    bound: str = "exact"
    unit: str | None = None
    period: Span | None = None
    region: Division | None = None
    actor: str | None = None
    status: str = "actual"
    basis: Basis | None = None
    base: Span | None = None
    whole: str | None = None
    than: str | None = None
    scope: str | None = None
    scope_region: Division | None = None
    order: str = "magnitude"
    streak: int | None = None
    parent: Draft | None = None
    sentence: tuple[int, int] = (0, 0)
    token: int = 0
    origins: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the next number may continue.

    Attributes:
        name: the indicator, whole.
        parts: the indicator taken apart.
        base: the indicator that a modifier narrows (国家级 … of 知识产权公共服务机构52个).
        unit: its unit.
        draft: the claim that states it.
        sentence: the number of its sentence.
    """

    name: str
    parts: Parts
    base: str
    unit: str | None
    draft: Draft | None
    sentence: int
    level: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a paragraph before its first word: the document's dates and place, the section's.

    Attributes:
        clock: the document's dates.
        home: the document's own region.
        period: the section's period or the document's.
        target: whether the section states aims.
        keeps: whether the block may set an antecedent for the blocks after it (a heading may not).
    """

    clock: Calendar
    home: Division | None
    period: Span | None
    target: bool = False


@dataclass(frozen=True, slots=True)
class _Scope:
    frame: Frame | None
    period: Span | None
    region: Division | None
    basis: Basis | None


class ParagraphReader:
    """Reads one block of text into drafts and leaves a role on every token that holds a numeral."""

    def __init__(self, lexicon: Lexicon, namer: Namer, gazetteer: Gazetteer) -> None:
        self._namer = namer
        self._places = gazetteer
        self._rules = [(rule, regex.compile(rule.pattern)) for rule in READINGS]
        words = lexicon.words
        self._target_words = tuple(words("triggers.status.target"))
        self._modal = tuple(words("triggers.status.modal"))
        self._actual_words = tuple(words("triggers.status.actual"))
        self._down = frozenset((*words("triggers.change.down"), *words("triggers.gap.below"), *words("triggers.change.rate_down")))
        self._falls = tuple(words("triggers.change.fall_nouns"))
        self._up_nouns = tuple(words("triggers.change.rate_up"))
        self._specification = frozenset(words("units.roles.specification"))
        self._duration_units = frozenset(words("units.roles.duration"))
        self._people = frozenset(words("units.roles.people"))
        self._durations = tuple(words("measures.durations"))
        self._heads = tuple(words("measures.bare_number_heads"))
        self._averages = tuple(words("triggers.gap.averages"))
        self._scopes = tuple(sorted(words("triggers.rank.scopes"), key=len, reverse=True))
        self._peers = tuple(words("triggers.rank.peers"))
        self._parts = tuple(words("triggers.frame.parts"))
        self._agencies = tuple(words("measures.agencies"))
        self._national = tuple(words("triggers.places.national"))
        self._regions = lexicon.regions

    def read(self, text: str, tokens: list[Token], setting: Setting, before: Frame | None = None) -> tuple[list[Draft], list[Token], Frame | None]:
        """The drafts of a paragraph, and its tokens with places split out and roles set.

        Args:
            text: the folded text of the block.
            tokens: its tokens, covering it.
            setting: what holds before its first word.
            before: the indicator that the paragraph before began with, which 其中 or 分地区看 at the
                head of this one takes up.

        Returns:
            The drafts, the tokens, and the indicator that the next paragraph may take up.
        """
        walk = _Pass(self, text, self._prepare(text, tokens, setting), setting)
        head = text[:12]
        if before is not None and (head.startswith(self._parts) or (head[:1] in "按分从" and ("看" in text[:16] or "分，" in text[:16]))):
            walk.frame = walk.parent = walk.sentence_first = replace(before, sentence=0)
        drafts, tokens = walk.run()
        return drafts, tokens, walk.paragraph_first or before

    def _prepare(self, text: str, tokens: list[Token], setting: Setting) -> list[Token]:
        """Places split out of plain text; 比 + a time made a basis; times read."""
        out: list[Token] = []
        for token in tokens:
            if token.letter == "X":
                out.extend(self._places.split(text, token, setting.home))
            else:
                out.append(token)
        return out


class _Pass:
    """One walk over one paragraph."""

    def __init__(self, reader: ParagraphReader, text: str, tokens: list[Token], setting: Setting) -> None:
        self.reader = reader
        self.namer = reader._namer
        self.text = text
        self.tokens = tokens
        self.setting = setting
        self.drafts: list[Draft] = []
        self.frame: Frame | None = None
        self.parent: Frame | None = None
        self.period: Span | None = None
        self.region: Division | None = None
        self.region_named = False
        self.basis: Basis | None = None
        self.stack: list[_Scope] = []
        self.sentence = 0
        self.sentence_start = 0
        self.parts_from: int | None = None
        self.placed: dict[int, Division] = {}
        self.ranked: dict[int, tuple[str, str | None, Division | None]] = {}
        self.named: dict[int, tuple[str, ReadingRule | None, dict[str, Any]]] = {}
        self.before_period: Span | None = None
        self.than_region: Division | None = None
        self.than_period: Span | None = None
        self.actor: str | None = None
        self.spans: dict[int, Span] = {}
        self.kept: Parts | None = None
        self.after_until = 0
        self.narrowing = False
        self.planned = False
        self.last_whole: str | None = None
        self.family: Parts | None = None
        self.first_of_sentence = True
        self.last_rank: Draft | None = None
        self.topic_measure = ""
        self.sentence_first: Frame | None = None
        self.paragraph_first: Frame | None = None
        self.dated: Span | None = None
        self.topic: str | None = None
        self.lasting: Span | None = None
        self.region_token = -1

    # -- the walk -------------------------------------------------------------------------------

    def run(self) -> tuple[list[Draft], list[Token]]:
        self._merge_comparisons()
        self._complete_points()
        for index, token in enumerate(self.tokens):
            letter = token.letter
            if letter in NUMBERS:
                self._number(index, token)
            elif letter == "T":
                self._time(index, token)
            elif letter == "R":
                self._place(index, token)
            elif letter == "B":
                self._set_basis(index, token)
            elif letter == "D":
                self.parts_from = index
            elif letter == "(":
                self.stack.append(_Scope(self.frame, self.period, self.region, self.basis))
            elif letter == ")":
                if self.stack:
                    scope = self.stack.pop()
                    self.frame, self.period, self.region, self.basis = scope.frame or self.frame, scope.period, scope.region, scope.basis
            elif letter == ".":
                self._end_sentence(index)
            elif letter in ",:":
                self._take_topic(index)
        self._set_sentences()
        return self.drafts, self.tokens

    def _end_sentence(self, index: int) -> None:
        self.sentence += 1
        self.sentence_start = index + 1
        following = next((token for token in self.tokens[index + 1 :] if token.end > token.start), None)
        if following is None or following.letter != "D" or (self.period is not None and self.period.day):
            # Each sentence begins with the paragraph's own period: 6月 or 年末 of one holds for 其中 only.
            self.period = self.lasting
        self.region, self.region_named = None, False
        self.dated = None
        self.topic, self.topic_measure = None, ""
        self.planned = False
        self.last_whole = None
        self.first_of_sentence = True
        self.parts_from = None
        self.than_region = None
        self.actor = None
        self.stack.clear()

    def _take_topic(self, index: int) -> None:
        """限额以上商品零售额中，汽车类增长17.7%: a clause without a number that names what follows."""
        start = self._clause_before(index)
        tokens = self.tokens[start:index]
        if not tokens or any(token.letter in NUMBERS or token.letter in "VAGZK(" for token in tokens):
            return
        text = self._label_text(start, index).replace("\n", "").strip()
        if self.namer.is_grouping(text) and self.sentence_first is not None and self.frame is not None and self.frame.parts.measure:
            # 分行业看: the breakdown is of the indicator that the sentence before began with.
            self.frame = replace(self.sentence_first, sentence=self.frame.sentence)
        topic = self.namer.topic(text, closing=self.tokens[index].letter == ":")
        if topic is None:
            return
        name, whole = topic
        name = self.namer.clean(name)
        if not name:
            return
        parts = self.namer.take_apart(name)
        if whole:
            self.topic, self.topic_measure = name, parts.measure
        if parts.measure or name.endswith(("人员", "人口", "学生", "职工")):
            self.frame = Frame(name, parts, name, None, None, self.sentence, True)

    def _set_sentences(self) -> None:
        ends = [token.end for token in self.tokens if token.letter == "."] + [len(self.text)]
        start = 0
        bounds = []
        for end in ends:
            bounds.append((start, end))
            start = end
        for draft in self.drafts:
            draft.sentence = next((pair for pair in bounds if pair[0] <= draft.start < pair[1]), (0, len(self.text)))

    # -- times, places, bases ----------------------------------------------------------------------

    def _merge_comparisons(self) -> None:
        """比 + a time is a basis (比2020年增长); read the time once."""
        tokens = self.tokens
        for index, token in enumerate(tokens):
            if token.letter == "T":
                before = self.text[token.start - 1] if token.start else ""
                if before in "比较与同" and index and tokens[index - 1].end == token.start:
                    self._as_basis(index, before)

    def _complete_points(self) -> None:
        """2.4个和1.5个百分点: the unit stands whole behind the last only."""
        for index, token in enumerate(self.tokens[:-2]):
            if token.letter == "#" and isinstance(token.value, Amount) and token.value.unit == "个" and self.tokens[index + 2].letter == "Q":
                if self.tokens[index + 1].letter == "/" or self.text[self.tokens[index + 1].start : self.tokens[index + 1].end] in ("和", "与", "及"):
                    last = self.tokens[index + 2].value
                    token.letter, token.value = "Q", replace(token.value, kind=last.kind, unit=last.unit)

    def _as_basis(self, index: int, before: str) -> None:
        token, previous = self.tokens[index], self.tokens[index - 1]
        if self.text[token.end - 1] == "的" and index + 1 < len(self.tokens) and self.tokens[index + 1].letter in "#%QMU":
            # 较2023年的3904件增加972件 states the level of that year.
            return
        following = self.text[token.end : token.end + 2]
        if before in "与同" and following not in ("相比", "比较", "持平"):
            return
        if previous.letter not in ("C", "X", "V"):
            return
        if previous.end - previous.start > 1:
            if previous.letter == "X":
                previous.end -= 1
            else:
                return
        else:
            previous.letter, previous.value = "X", None
            previous.end = previous.start
        token.start -= 1
        token.letter = "B"
        end = token.end + 2 if following in ("相比", "比较") else token.end
        token.value = ("since", token.value, token.rule.removeprefix("time."), self.text[token.start : end])

    def _span(self, index: int, token: Token) -> Span | None:
        """上半年, 年末 are of the year that this sentence names; else of the section's or document's."""
        form = token.rule.removeprefix("time.")
        current = self.dated if self.dated is not None else self.setting.period
        if form == "edge" and token.value["alone"] not in ("年末", "年底"):
            current = self.period or current
        return resolve(token.value, form, self.text[token.start : token.end], self.setting.clock, current)

    def _time(self, index: int, token: Token) -> None:
        if isinstance(token.value, dict) and token.value.get("streak"):
            return
        span = self._span(index, token)
        if span is None:
            return
        ahead = self.text[max(0, token.start - 1) : token.start] in ("到", "至") and self._is_future(span)
        if ahead:
            span = replace(span, ahead=True)
        self.spans[index] = span
        previous = self._previous(index)
        if previous is not None and previous.letter in "YCBZT" and (previous.letter != "T" or previous.rule == "time.plan"):
            return
        if self._of_a_number(index):
            # 相当于2010年的3.2倍: the year is that of the number it is measured by.
            return
        if token.rule == "time.running" and previous is not None and previous.letter not in ",;.:(" and not _OVER.match(self.text, token.end):
            # 增速创近3年同期新高 compares; it dates nothing.
            return
        if index and self.tokens[index - 1].letter == "X" and self.tokens[index - 1].end == token.start:
            word = self.text[token.start - 1]
            if word in "自":
                return
        if self._is_compared(index) or not self._dates_a_number(index, token):
            return
        if token.rule in ("time.dated", "time.moment", "time.years", "time.iso") and (token.value.get("year") or token.value.get("rel")):
            self.dated = span
        if span.day and token.rule != "time.moment" and _SPEECH.search(self._clause_text(index)):
            return
        self.period = span
        if self.sentence == 0 and not self.drafts and not span.day and not span.moment and self.lasting is None:
            self.lasting = span
        if index and self.tokens[index - 1].letter == ";":
            self.parts_from = None

    def _of_a_number(self, index: int) -> bool:
        """2010年的3.2倍, 上年同期的75%: the time belongs to the number behind it."""
        following = index + 1
        if self.text[self.tokens[index].end - 1] != "的":
            if following >= len(self.tokens) or self.tokens[following].letter != "X" or self.text[self.tokens[following].start : self.tokens[following].end] != "的":
                return False
            following += 1
        return following < len(self.tokens) and self.tokens[following].letter in "#%QMU"

    def _is_compared(self, index: int) -> bool:
        """快于一季度、去年全年: the time belongs to what is compared with."""
        position = index
        while position and self.tokens[position - 1].letter in "XTR/":
            position -= 1
            if self.tokens[position].letter == "X" and self.tokens[position].end - self.tokens[position].start > 2:
                return False
        return bool(position) and self.tokens[position - 1].letter == "G"

    def _dates_a_number(self, index: int, token: Token) -> bool:
        """A time at the head of a clause dates what follows; one inside it only its own clause's numbers."""
        if token.rule == "time.moment":
            return True
        position = index
        while position and (self.tokens[position - 1].letter in "TRDIY" or self._is_preposition(position - 1)):
            position -= 1
        if not position or self.tokens[position - 1].letter in ",;.:(/":
            return True
        for later in range(index + 1, len(self.tokens)):
            letter = self.tokens[later].letter
            if letter in NUMBERS:
                return True
            if letter in _CLAUSE_ENDS:
                return False
        return False

    def _is_preposition(self, index: int) -> bool:
        token = self.tokens[index]
        return token.letter == "X" and self.text[token.start : token.end] in ("到", "至", "在", "于", "自", "预计到", "力争到", "预计")

    def _is_future(self, span: Span) -> bool:
        clock = self.setting.clock
        if clock.published:
            return span.end.year >= clock.published.year and span.end > clock.published
        return bool(clock.year and span.end.year > clock.year)

    def _clause_text(self, index: int) -> str:
        start = stop = index
        while start and self.tokens[start - 1].letter not in _CLAUSE_ENDS:
            start -= 1
        while stop < len(self.tokens) and self.tokens[stop].letter not in _CLAUSE_ENDS:
            stop += 1
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end]

    def _previous(self, index: int) -> Token | None:
        return self.tokens[index - 1] if index else None

    def _place(self, index: int, token: Token) -> None:
        """A place at the head of a clause is whom the next numbers are said of."""
        start = index
        while start and self.tokens[start - 1].letter in "TRDI":
            start -= 1
        previous = self.tokens[start - 1] if start else None
        if previous is not None and previous.letter not in ",;.:(" and previous.letter not in NUMBERS:
            if not (previous.letter == "/" and self._directly_after_number(start - 1)):
                return
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if following is not None and following.letter in "OF":
            return
        if following is not None and following.letter == "X" and self._is_agency(index):
            return
        self.region, self.region_named, self.region_token = token.value, True, index
        if start and self.tokens[start - 1].letter == ";":
            self.parts_from = None

    def _is_agency(self, index: int) -> bool:
        """江苏省统计局, 佛山市国星光电股份有限公司: the place is part of a body's name."""
        following = self.tokens[index + 1]
        words = self.namer.words(self.text[following.start : following.end][:16])
        joined = ""
        for word in words:
            joined += word
            if joined.endswith(self.reader._agencies) and len(joined) > 1:
                return True
            if word in self.namer._verbs:
                return False
        return False

    def _set_basis(self, index: int, token: Token) -> None:
        if isinstance(token.value, tuple):
            _, groups, form, text = token.value
            span = resolve(groups, form, text, self.setting.clock, self.period or self.setting.period)
            token.value = Basis(self._since(span), text)
            if span is not None:
                self.spans[index] = span
        # 与上年比较，医院增加355个: a clause of its own gives the basis to the rest of the sentence.
        self.basis = token.value

    def _since(self, span: Span | None) -> str:
        """比2023年 in a report on 2024 is the year before; any other time is `since`."""
        current = self.period or self.setting.period
        if span is None or current is None:
            return "since"
        whole = (span.start.month, span.start.day, span.end.month, span.end.day) == (1, 1, 12, 31)
        return "yoy" if whole and span.end.year == current.end.year - 1 and span.start.year == span.end.year else "since"

    # -- numbers ----------------------------------------------------------------------------------

    def _window(self, index: int) -> int:
        """The first token of the words that a number can be said of; never the noun behind another number."""
        start = self._words_before(index)
        if start < self.after_until <= index:
            start = self.after_until
            while start < index and self.tokens[start].letter == "/":
                start += 1
        return start

    def _words_before(self, index: int) -> int:
        tokens = self.tokens
        position = index
        depth = 0
        while position:
            previous = tokens[position - 1]
            letter = previous.letter
            if letter == ")":
                opening = self._opening(position - 1)
                if opening is None or any(token.letter in NUMBERS and token.role == "claim" for token in tokens[opening : position - 1]):
                    if depth == 0:
                        break
                else:
                    position = opening
                    continue
            if letter == "(" or letter in _CLAUSE_ENDS:
                if letter == ":" and not self._colon_ends(position - 1):
                    position -= 1
                    continue
                break
            if letter in NUMBERS and previous.role in ("claim",):
                break
            if letter == "/" and self._directly_after_number(position - 1):
                break
            position -= 1
        return position

    def _colon_ends(self, index: int) -> bool:
        return True

    def _opening(self, index: int) -> int | None:
        depth = 0
        for position in range(index, -1, -1):
            letter = self.tokens[position].letter
            if letter == ")":
                depth += 1
            elif letter == "(":
                depth -= 1
                if depth == 0:
                    return position
            elif letter == ".":
                return None
        return None

    def _directly_after_number(self, index: int) -> bool:
        position = index - 1
        while position >= 0 and self.tokens[position].letter in ")N":
            if self.tokens[position].letter == ")":
                opening = self._opening(position)
                if opening is None:
                    return False
                if any(token.letter in NUMBERS for token in self.tokens[opening:position]):
                    return True
                position = opening - 1
            else:
                position -= 1
        return position >= 0 and self.tokens[position].letter in NUMBERS and self.tokens[position].role in ("claim", "")

    def _number(self, index: int, token: Token) -> None:
        letter = token.letter
        if letter == "O":
            self._rank(index, token)
        elif letter == "F":
            self._first(index, token)
        elif letter == "S":
            self._structure(index, token)
        elif letter == "H":
            self._equal(index, token)
        else:
            self._amount(index, token, token.value)

    def _amount(self, index: int, token: Token, amount: Amount) -> None:
        if index in self.named:
            name, rule, groups = self.named[index]
            self._state(index, token, amount, name, rule, groups, listed=True)
            return
        start = self._window(index)
        role = self._not_a_claim(index, token, amount, start)
        if role:
            token.role = role
            return
        letters = row(self.tokens, start, index + 1)
        rule, groups = self._reading(letters, start, index)
        if len(letters) == 1 and token.letter == "%" and self._beside_a_comparison(start):
            rule, groups = _BRACKETED, {}
            self._name_compared(start)
        if rule is None:
            token.role = "unresolved"
            return
        if "I" in letters or self._is_list(index):
            self._name_list(index, start, letters, rule, groups)
            if index in self.named:
                name, rule, groups = self.named[index]
                self._state(index, token, token.value, name, rule, groups, listed=True)
                return
        name = self._name(index, start, amount, rule, groups)
        if not name:
            token.role = "unresolved"
            return
        self._state(index, token, amount, name, rule, groups)

    def _reading(self, letters: str, start: int, index: int) -> tuple[ReadingRule | None, dict[str, Any]]:
        """The first rule that fits, with its groups as spans of tokens."""
        for rule, pattern in self.reader._rules:
            match = pattern.search(letters)
            if match is None or not self._holds(rule, match, start, index):
                continue
            groups = {}
            for name in match.groupdict():
                first, last = match.span(name)
                groups[name] = (start + first, start + last) if first >= 0 else None
            return rule, groups
        return None, {}

    def _beside_a_comparison(self, start: int) -> bool:
        """快于全国水平（5.5%）: a rate in brackets behind what was compared with."""
        if not start or self.tokens[start - 1].letter != "(":
            return False
        return "G" in row(self.tokens, self._clause_start(start - 1), start - 1) and self.tokens[start - 2].letter not in NUMBERS

    def _name_compared(self, start: int) -> None:
        first = self._clause_start(start - 1)
        verb = next(place for place in range(first, start) if self.tokens[place].letter == "G")
        label = self._clean_label(first, verb)
        for noun in self.reader._up_nouns:
            label = label.removesuffix(noun)
        region = next((token.value for token in self.tokens[verb:start] if token.letter == "R"), None)
        self.than_region = region
        self.than_period = next((self.spans[place] for place in range(verb, start) if place in self.spans), None)
        if label:
            self.frame = Frame(label, self.namer.take_apart(label), label, None, None, self.sentence, True)

    def _holds(self, rule: ReadingRule, match: Any, start: int, index: int) -> bool:
        if rule.name == "change.multiple_of":
            first, last = match.span("label")
            text = self.text[self.tokens[start].start : self.tokens[start + last].start]
            return text.endswith(("是", "为", "相当于", "达到", "达", "至"))
        if rule.name == "change.verb":
            adverb = match.span("adverb")
            if adverb[1] > adverb[0] and not match.group("basis"):
                return True
            return True
        if rule.name == "gap.than":
            first, last = match.span("than")
            return any(token.letter in "RXE" for token in self.tokens[start + first : start + last])
        if rule.name == "gap.above":
            first, last = match.span("than")
            text = self._text_between(start + first, start + last)
            amount = self.tokens[index].value
            return self.tokens[start + first].letter == "R" or any(word in text for word in self.reader._averages) or amount.unit is not None and self.tokens[index].letter == "Q"
        if rule.name == "level.from":
            for token in self.tokens[index + 1 : index + 8]:
                if token.letter in ".;":
                    return False
                if token.letter == "Z":
                    return True
            return False
        if rule.name == "share.of_whole":
            first, last = match.span("whole")
            return last > first or match.group("noun") != "" or True
        return True

    def _text_between(self, start: int, stop: int) -> str:
        if stop <= start:
            return ""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end]

    # -- what is no claim ---------------------------------------------------------------------------

    def _not_a_claim(self, index: int, token: Token, amount: Amount, start: int) -> str:
        tokens = self.tokens
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        label = self._label_text(start, index)
        words_follow = following is not None and following.letter in "XRNVEPWK" and self.text[following.start : following.end] not in ("", "和", "与", "及", "以及", "或")
        next_number = self._next_number(index)
        if words_follow and token.letter == "#" and label.strip() in ("在", "对", "针对", "围绕", "从", "于"):
            # 对31个省开展调查, 在339个城市中: the number tells where, not what.
            return "qualifier"
        if amount.chinese and token.letter == "#" and amount.value <= 10 and words_follow and "、" in label:
            # 养老、失业、工伤三项社会保险: the numeral sums up a list of names.
            return "name"
        if token.letter == "U":
            return self._bare_number(index, token, amount, label, words_follow)
        if amount.unit in self.reader._duration_units and token.letter == "#":
            before = row(tokens, start, index)
            cleaned = self.namer.clean(label)
            measured = cleaned.endswith(self.reader._durations) or before[-1:] in ("V", "Z") or set("AGY") & set(before) or before.endswith(("ZT", "VX"))
            if not measured or (words_follow and (amount.bounded_after or amount.upper is not None)):
                return "qualifier" if words_follow else "period"
        if words_follow and token.letter == "#":
            tail = self.text[token.end : token.end + 7]
            if amount.unit in self.reader._specification or _THRESHOLD.match(tail):
                return "qualifier"
            if amount.bounded_after and amount.kind == "quantity":
                return "qualifier"
        bounded = amount.bounded_after or amount.upper is not None or amount.bounded_before
        if bounded and words_follow and next_number is not None and not self._having_between(index, next_number):
            return "qualifier"
        if words_follow and self.text[following.start : following.start + 1] == "的" and next_number is not None and bounded:  # type: ignore[union-attr]
            return "qualifier"
        if words_follow and amount.bounded_after and self.text[following.start] == "的":  # type: ignore[union-attr]
            return "qualifier"
        if bounded and amount.bounded_after and words_follow and amount.unit in (*self.reader._people, "元", "岁"):
            return "qualifier"
        if words_follow and token.letter == "#" and next_number is not None and tokens[next_number].letter in "%Q":
            split = self._having_between(index, next_number)
            noun = split[0] if split else self._text_between(index + 1, next_number)
            if self.namer.has_measure(self.namer.clean(noun)) and not self.namer.starts_with_verb(noun):
                # 28条入江支流水质达标率100%: the number scopes the rate.
                return "qualifier"
        if words_follow and token.letter == "#" and next_number is not None:
            between = row(tokens, index + 1, next_number)
            if set(between) & set("VEAGZBK") and between[0] not in "VZB" and not self._having_between(index, next_number):
                return "qualifier"
        return ""

    def _bare_number(self, index: int, token: Token, amount: Amount, label: str, words_follow: bool) -> str:
        tail = self._text_between(max(0, index - 1), index)
        cleaned = self.namer.clean(label)
        row_before = row(self.tokens, self._window(index), index)
        if amount.scaled and cleaned:
            return ""
        if cleaned.endswith(self.reader._heads) and not (words_follow and not amount.scaled and tail == ""):
            return ""
        if amount.scaled and words_follow and self.namer.counts_people(self.text[token.end : token.end + 6]):
            return ""
        if row_before.endswith(("Z", "ZT", "V")):
            return ""
        if index + 1 < len(self.tokens) and self.tokens[index + 1].letter == "/" and "I" in row_before:
            return ""
        return "name" if words_follow else "unresolved"

    def _next_number(self, index: int) -> int | None:
        """The next number of the same clause, brackets passed over."""
        depth = 0
        for position in range(index + 1, len(self.tokens)):
            letter = self.tokens[position].letter
            if letter == "(":
                depth += 1
            elif letter == ")":
                if depth == 0:
                    return None
                depth -= 1
            elif depth == 0 and (letter in _CLAUSE_ENDS or letter == "/"):
                return None
            elif depth == 0 and letter in NUMBERS:
                return position
        return None

    def _having_between(self, index: int, stop: int) -> tuple[str, str] | None:
        text = self._text_between(index + 1, stop)
        return self.namer.before_having(text) if text else None

    # -- names ---------------------------------------------------------------------------------------

    def _label_text(self, start: int, stop: int) -> str:
        """The words of `tokens[start:stop]` without times, footnote marks and places that only locate."""
        pieces: list[str] = []
        head = True
        for position in range(start, stop):
            token = self.tokens[position]
            letter = token.letter
            if letter in "TIJB" or (letter == "C" and position + 1 < stop and self.tokens[position + 1].letter == "T") or (letter == "D" and head) or (letter == "N" and token.role in ("reference", "heading")):
                if letter == "T" and pieces and not head:
                    pieces.append("\n")
                continue
            if letter == "R":
                if head or (self.setting.home is not None and token.value.code == self.setting.home.code and self._is_relative(token)):
                    continue
            if letter in ",":
                pieces.append("，")
                continue
            piece = self.text[token.start : token.end]
            if letter == "X" and piece[-1:] in ("到", "至") and position + 1 < stop and self.tokens[position + 1].letter == "T":
                piece = piece[:-1]
            if letter == "X" and head and position and self.tokens[position - 1].letter == "R":
                piece = piece if piece.startswith("地区生产") else piece.removeprefix("地区")
            pieces.append(piece)
            if piece.strip():
                head = False
        return "".join(pieces)

    def _is_relative(self, token: Token) -> bool:
        return self.reader._places.relative(self.text[token.start : token.end], self.setting.home) is not None

    def _clean_label(self, start: int, stop: int) -> str:
        """The indicator's own words; a body that acts is put aside as the actor."""
        text = self._label_text(start, stop)
        if "\n" in text:
            head, _, tail = text.rpartition("\n")
            head = head.replace("\n", "")
            tail_clean = self.namer.clean(tail)
            if tail_clean:
                if head.endswith(self.reader._agencies):
                    self.actor = self.namer.clean(head)
                    text = tail
                elif self.namer.starts_with_verb(tail_clean) and not self.namer.has_measure(tail_clean):
                    text = tail
                else:
                    text = head + tail
            else:
                text = head
        text = self.namer.clean(text)
        if text.endswith("等"):
            # “一卡通”等10件实事: what is listed are examples of the noun behind the number.
            text = ""
        text = self.namer.clean(self.namer.last_of_series(text))
        actor, rest = self.namer.split_actor(text)
        if actor:
            self.actor = actor
            text = self.namer.clean(rest)
        return self.namer.clean(self.namer.drop_inner(text))

    def _after_stop(self, index: int) -> int:
        """Where the words behind a number end."""
        tokens = self.tokens
        stop = index + 1
        while stop < len(tokens):
            letter = tokens[stop].letter
            if letter in _CLAUSE_ENDS or letter in NUMBERS or letter in "()" or (stop == index + 1 and letter in "VZBGAKHE"):
                break
            if letter == "/" and (self._number_before_clause_end(stop) or self.text[tokens[stop].end : tokens[stop].end + 1] in "为是均占居达"):
                break
            if letter == "D" or (letter == "X" and stop == index + 1 and self.namer.words(self.text[tokens[stop].start : tokens[stop].end][:6])[0] in ("和", "与", "及", "以及", "并", "并且")):
                break
            stop += 1
        return stop

    def _after(self, index: int) -> str:
        """The noun behind a number: 72家企业投保知识产权类保险."""
        stop = self._after_stop(index)
        next_number = self._next_number(index)
        if stop == index + 1:
            return ""
        if next_number is not None:
            split = self._having_between(index, next_number)
            if split is not None:
                return self.namer.clean(split[0])
        return self.namer.clean(self._label_text(index + 1, stop).replace("\n", ""))

    def _splits_at_having(self, index: int) -> bool:
        next_number = self._next_number(index)
        return next_number is not None and self._having_between(index, next_number) is not None

    def _number_before_clause_end(self, index: int) -> bool:
        for position in range(index + 1, len(self.tokens)):
            letter = self.tokens[position].letter
            if letter in _CLAUSE_ENDS:
                return False
            if letter in NUMBERS:
                return True
        return False

    def _for_whom(self, start: int, index: int) -> bool:
        text = self._label_text(start, index).lstrip()
        return text.startswith(("为", "对", "向", "给"))

    def _name(self, index: int, start: int, amount: Amount, rule: ReadingRule, groups: dict[str, Any]) -> str:
        groups["label_said"] = True
        span = groups.get("label")
        first, last = span if span else (start, start)
        if rule.aspect == "level" and rule.name in ("level", "level.pull"):
            last = index
        split_label = self._split_by_having(first, last)
        label = split_label if split_label is not None else self._clean_label(first, last)
        if rule.name == "level.pull":
            label = self.namer.clean(self._label_text(first, last), head=False)
        if rule.name == "change.verb" and groups.get("adverb"):
            adverb_start, adverb_stop = groups["adverb"]
            adverb = self._label_text(adverb_start, adverb_stop)
            if len(adverb) > 4 or (adverb and not groups.get("basis") or (groups.get("basis") and groups["basis"][0] == groups["basis"][1])):
                label = self._clean_label(first, adverb_stop)
        after = ""
        if rule.name == "level":
            after = self._after(index)
            groups["label_said"] = bool(label)
            if after and self._for_whom(first, index):
                after, label = self.namer.beneficiary(after), label.removeprefix("为")
            if not label and self.frame is not None and (
                self.namer.is_stock(self._label_text(first, last).strip()) or self._label_text(first, last).strip() in ("达", "达到", "增至", "已达")
            ):
                return self.namer.stock_name("总数", self.frame.name)
        return self._fill(label, after, amount, rule, index)

    def _split_by_having(self, first: int, last: int) -> str | None:
        """Behind another number of the clause, the label begins after 有, 包括, 完成: 33项专利共有金奖1项."""
        if first and self.tokens[first - 1].letter in NUMBERS and self.tokens[first - 1].role == "claim" and self.tokens[first - 1].letter == "#":
            text = self._label_text(first, last)
            split = self.namer.before_having(text)
            if split is not None:
                label = self.namer.clean(split[1])
                return label
        return None

    def _fill(self, label: str, after: str, amount: Amount, rule: ReadingRule, index: int) -> str:
        """What the sentence leaves out is taken from what it continues."""
        namer, frame = self.namer, self.frame
        if after and not self._splits_at_having(index):
            self.after_until = self._after_stop(index)
        if after and namer.is_milestone(after):
            after = ""
        if not label and after:
            if frame is not None and frame.sentence == self.sentence and namer.starts_with_verb(after) and len(after) <= 8:
                self.kept = frame.parts
                return frame.parts.object + after
            return after
        if label and after:
            parts = namer.take_apart(label)
            if not parts.measure:
                return label + after
            if namer.is_bare(label) and not namer.starts_with_verb(after):
                return label + after
        if frame is None:
            return label
        label = namer.summed(label)
        if not label or namer.is_anaphor(label) or (label in namer._flows and self._net_change(index, label)):
            return namer.stock_name(label, frame.name)
        same_sentence = frame.sentence == self.sentence
        own = namer.take_apart(label)
        if same_sentence and own.topic in _MEANS and frame.parts.topic.endswith(own.topic) and len(frame.parts.topic) > len(own.topic):
            return frame.parts.topic + own.measure
        if label.endswith("之比"):
            return frame.name + "与" + label
        if namer.is_bare(label) and same_sentence:
            topic = frame.parts.topic if frame.parts.measure else (frame.parts.object if not frame.parts.verb else frame.parts.topic)
            topic = namer.without_deed(topic) if not frame.parts.measure else topic
            if topic and not label.startswith(topic):
                return topic + label
            return label
        if namer.is_modifier(label) and not namer.has_measure(label) and (same_sentence or rule.aspect != "level") and (amount.unit == frame.unit or rule.aspect in ("change", "share")):
            return self._narrowed(label, frame)
        if self.parts_from is not None and frame.base != frame.name and same_sentence and len(label) <= 6 and amount.unit == frame.unit and not namer.has_measure(label) and not namer.is_group(label) and rule.aspect == "level":
            # 其中国家级3个、国地联合21个: one more narrowing of the same.
            return self._narrowed(label, frame)
        if namer.is_per_head(label):
            return label + frame.name
        if namer.is_task(label):
            return frame.name
        for whole, members in namer.members.items():
            if label.startswith(members) and len(label) <= 5:
                if frame.parts.topic and frame.parts.measure.startswith(whole):
                    self.family = frame.parts
                if self.family is not None and same_sentence and self.family.measure.startswith(whole):
                    return self.family.topic + label
        if namer.is_result(label) and same_sentence and amount.unit == frame.unit and frame.parts.object:
            self.kept = frame.parts
            stem = namer.without_deed(frame.parts.object)
            if stem != frame.parts.object and not frame.parts.verb:
                # 专利申请17826件、授权12094件 → 专利授权.
                return stem + label
            return frame.parts.object + label if label[0] in "获合预" else label + frame.parts.object
        measure = frame.parts.measure
        if same_sentence and measure and frame.parts.topic and len(label) > len(measure[-2:]) and label.startswith(measure[-2:]) and not label.endswith("比") and rule.aspect == "level":
            # 重大项目完成投资1.4万亿元、投资完成率129.6%: the rate is that of the same projects' investment.
            return frame.parts.topic + label
        parent = self.parent
        if parent is not None and self.parts_from is not None and parent.parts.verb and parent.sentence == self.sentence and label != parent.parts.object and label.endswith(parent.parts.object) and not label.startswith(parent.parts.verb) and rule.aspect in ("level", "change"):
            # 授权专利52630件,其中发明专利6319件 → 授权发明专利.
            return parent.parts.verb + label
        if frame.parts.verb and self._after_pause(index) and not namer.starts_with_verb(label) and amount.kind in ("count", "quantity") and rule.aspect == "level":
            # 新增博士学位授权点56个、硕士学位授权点173个: one verb for both.
            return frame.parts.verb + label
        if namer.is_group(label) and amount.unit in self.reader._people and frame.unit in (amount.unit, None) and rule.aspect == "level" and not frame.parts.verb:
            head = frame.parts.measure or ""
            stem = frame.name.removesuffix(head) if head in ("总数", "人数", "数") else frame.name
            if stem.endswith(("人员", "职工", "学生", "人口")) and not label.endswith(("人员", "职工", "学生", "人口")):
                return label + self.namer.last_noun(stem)
        if self.topic_measure and not namer.has_measure(label) and rule.aspect == "change" and amount.kind == "percentage":
            return label + self.topic_measure
        if not namer.has_measure(label) and frame.parts.measure and namer.is_group(label):
            compatible = rule.aspect == "change" and amount.kind == "percentage" or amount.unit == frame.unit
            count_only = frame.parts.measure in ("总数", "个数", "家数", "数量", "件数", "户数", "数")
            if compatible and not count_only:
                return namer.compose(label, frame.name, frame.parts)
        topic = frame.parts.topic
        if not namer.has_measure(label) and measure and len(topic) >= 2 and label.endswith(topic[-2:]) and label != topic and amount.unit == frame.unit and rule.aspect == "level":
            # 汽车保有量315万辆,其中私人汽车278万辆 → 私人汽车保有量.
            return namer.compose(label, frame.name, frame.parts)
        return label

    def _narrowed(self, label: str, frame: Frame) -> str:
        """国家级 + 市级以上科技企业孵化器 → 国家级科技企业孵化器; 一等奖 + 科学技术奖 → 科学技术奖一等奖."""
        self.narrowing = True
        base = frame.base or frame.name
        if label.endswith("等奖") and "奖" in base:
            return base[: base.rindex("奖") + 1] + label
        parts = self.namer.take_apart(base)
        return parts.verb + label + self.namer.narrowed(base) if not self.namer.take_apart(label).verb else label + self.namer.narrowed(base)

    def _after_pause(self, index: int) -> bool:
        """Whether this number's words follow another number with nothing but 、 between."""
        start = self._window(index)
        return start > 0 and self.tokens[start - 1].letter == "/"

    # -- lists ---------------------------------------------------------------------------------------

    def _is_list(self, index: int) -> bool:
        return False

    def _list_members(self, index: int) -> list[int]:
        """The numbers of a list: 增长5%、6%和7%."""
        members = [index]
        position = index + 1
        tokens = self.tokens
        letter = tokens[index].letter
        while position < len(tokens):
            token = tokens[position]
            if token.letter in "/," or (token.letter == "X" and self.text[token.start : token.end] in ("和", "与", "及", "以及")):
                following = position + 1
                if following < len(tokens) and tokens[following].letter == "V" and tokens[index - 1].letter == "V":
                    following += 1
                alike = {letter, "#"} if letter == "U" else {letter, "M", "%"} if letter in "M%" else {letter}
                if following < len(tokens) and tokens[following].letter in alike:
                    members.append(following)
                    position = following + 1
                    continue
            elif token.letter == "(":
                closing = self._closing(position)
                if closing is not None:
                    position = closing + 1
                    continue
            break
        return members

    def _closing(self, index: int) -> int | None:
        depth = 0
        for position in range(index, len(self.tokens)):
            letter = self.tokens[position].letter
            if letter == "(":
                depth += 1
            elif letter == ")":
                depth -= 1
                if depth == 0:
                    return position
            elif letter == ".":
                return None
        return None

    def _name_list(self, index: int, start: int, letters: str, rule: ReadingRule, groups: dict[str, Any]) -> None:
        members = self._list_members(index)
        if rule.aspect == "change":
            groups = {**groups, "basis_value": self._basis_for(index, groups, rule)}
        marker = start + letters.index("I") if "I" in letters else index
        if len(members) < 2:
            return
        first = groups["label"][0] if groups.get("label") else start
        stop = marker
        if rule.name in ("share.of_whole", "share.noun"):
            stop = min(marker, groups["label"][1])
        elif "B" in letters[: marker - start]:
            stop = start + letters.index("B")
        label = self._raw_label(first, max(first, stop))
        places = [place for place in range(first, stop) if self.tokens[place].letter == "R"]
        if len(places) == len(members) and all(self.tokens[place].letter in "R/" or (self.tokens[place].letter == "X" and self.text[self.tokens[place].start : self.tokens[place].end] in ("和", "与", "及")) for place in range(places[0], places[-1])):
            # 江阴市、宜兴市专利授权量分别为…: one place for each number.
            name = self._clean_label(places[-1] + 1, stop)
            if (not name or name.endswith(self.reader._agencies)) and self.frame is not None:
                name = self.frame.name
            for place, member in zip(places, members, strict=True):
                if name:
                    self.named[member] = (name, rule, groups)
                    self.placed[member] = self.tokens[place].value
            return
        middle = self._raw_label(marker + 1, groups["verb"][0] if rule.name == "change.verb" else index) if rule.aspect in ("change", "level") else ""
        items = distribute(label, len(members), self.namer) if label and middle else None
        if items is not None and all(item.endswith(self.reader._agencies) for item in items):
            # 法院和检察院分别受理案件412件和86件: bodies that act, one indicator.
            for member in members:
                self.named[member] = (middle, rule, groups)
            return
        names = self._clauses_as_names(first, stop, len(members)) or (distribute(label, len(members), self.namer) if label else None)
        back = first
        while names is None and back > self.sentence_start and self.tokens[back - 1].letter == ",":
            back = self._clause_before(back - 1)
            if any(token.letter in NUMBERS and token.role == "claim" for token in self.tokens[back:first]):
                break
            names = distribute(self._raw_label(back, max(first, stop)), len(members), self.namer)
        if self.namer.is_anaphor(label):
            label, names = "", None
        if names is None and rule.name == "change.rate" and first > self.sentence_start and self.tokens[first - 1].letter == ",":
            begin = self._clause_before(first - 1)
        if names is None and rule.name == "change.rate" and first > self.sentence_start and self.tokens[first - 1].letter == "," and not any(t.letter in NUMBERS for t in self.tokens[begin:first]):
            verb = next((place for place in range(begin, first) if self.tokens[place].letter == "V"), first - 1)
            names = distribute(self._raw_label(begin, verb), len(members), self.namer)
        if names is None and not label:
            recent = [draft for draft in self.drafts if draft.aspect == "level" and draft.token >= self.sentence_start]
            if len(recent) >= len(members):
                names = [draft.indicator for draft in recent[-len(members) :]]
        recent = self.drafts[-len(members) :]
        if names is None and label and len({draft.region and draft.region.code for draft in recent}) == len(members) and all(draft.token in self.placed for draft in recent):
            # …优良天数分别为346天、354天,优良率分别为…: the same places again.
            for draft, member in zip(recent, members, strict=True):
                self.named[member] = (label, rule, groups)
                self.placed[member] = self.placed[draft.token]
            return
        if names is None:
            return
        last_unit = self.tokens[members[-1]].value
        for member, name in zip(members, names, strict=True):
            value = self.tokens[member].value
            if self.tokens[member].letter == "U" and isinstance(last_unit, Amount) and last_unit.unit:
                factor = last_unit.factor if value.factor == 1 else 1
                self.tokens[member].value = replace(value, unit=last_unit.unit, kind=last_unit.kind, value=value.value * factor)
            if rule.aspect == "change" and not self.namer.has_measure(name) and self.frame is not None and self.frame.parts.measure and self.namer.is_group(name):
                name += self.frame.parts.measure
            if middle and not self.namer.has_measure(name):
                name += middle
            elif not self.namer.has_measure(name) and self.frame is not None and self.frame.parts.measure and value.unit == self.frame.unit:
                name = self.namer.compose(name, self.frame.name, self.frame.parts)
            self.named[member] = (name, rule, self._own_verb(member, rule, groups))

    def _own_verb(self, member: int, rule: ReadingRule, groups: dict[str, Any]) -> dict[str, Any]:
        """同比分别增长31.0%和下降12.5%: a member of the list may have a verb of its own."""
        if rule.name == "change.verb" and self.tokens[member - 1].letter == "V":
            return {**groups, "verb": (member - 1, member)}
        return groups

    def _clauses_as_names(self, first: int, stop: int, count: int) -> list[str] | None:
        """石油、煤炭及其他燃料加工业，化学原料和化学制品制造业增加值分别…: one clause for each number."""
        labels = [self._raw_label(first, stop)]
        back = first
        while len(labels) < count:
            if back <= self.sentence_start or self.tokens[back - 1].letter != ",":
                return None
            begin = self._clause_before(back - 1)
            if any(token.letter in NUMBERS or token.letter in "VZGAK" for token in self.tokens[begin : back - 1]):
                return None
            label = self._raw_label(begin, back - 1)
            if not label or label.endswith(("方面", "看", "中", "时", "后", "下", "来")):
                return None
            labels.insert(0, label)
            back = begin
        return share_ending(labels, self.namer) if count > 1 and all(self.namer.is_group(one) or self.namer.has_measure(one) for one in labels) else None

    def _clause_before(self, comma: int) -> int:
        position = comma
        while position > self.sentence_start and self.tokens[position - 1].letter not in _CLAUSE_ENDS:
            position -= 1
        return position

    def _raw_label(self, start: int, stop: int) -> str:
        return self.namer.clean(self._label_text(start, stop).replace("\n", ""))

    # -- stating a claim ---------------------------------------------------------------------------------

    def _state(self, index: int, token: Token, amount: Amount, name: str, rule: ReadingRule | None, groups: dict[str, Any], listed: bool = False) -> None:
        assert rule is not None
        aspect, rule_name = rule.aspect, rule.name
        draft = Draft(amount.kind, aspect, name, amount.value, token.start, token.end, rule_name, amount.upper, amount.bound, amount.unit, token=index)
        if rule_name == "level" and token.letter == "%" and not groups.get("label_said", True) and self._after(index):
            # 其中41%免费: a percentage of what came before.
            draft.aspect = aspect = "share"
        last = self.drafts[-1] if self.drafts else None
        if rule_name == "level" and token.letter == "%" and not groups.get("label_said", True) and last is not None and last.aspect == "share" and last.indicator == name and last.token >= self.sentence_start:
            # 占比首次过半,达50.35%.
            draft.aspect, draft.whole = "share", last.whole
            aspect = "share"
        elif rule_name == "level" and token.letter == "%" and self.topic and not name.endswith(("率", "比例", "度", "指数")):
            # 民事案件中,著作权纠纷超一半.
            draft.aspect = aspect = "share"
        if rule_name == "share.of_whole" and draft.bound == "exact" and any(t.letter == "A" and self.text[t.start] == "约" for t in self.tokens[self._window(index) : index]):
            draft.bound = "approximate"
        if draft.bound == "exact" and aspect == "level" and rule_name == "level" and self._said_about(index):
            draft.bound = "approximate"
        if token.rule == "number.fold" and aspect == "level":
            draft.aspect, draft.basis = "change", self._basis_for(index, {}, None)
        if token.letter == "U" and amount.unit is None:
            draft.kind, draft.unit = self._unit_of_name(name, amount)
        if aspect == "level" and rule_name == "change.reach":
            earlier = self.drafts[-1] if self.drafts else None
            if self._is_share_label(groups) or (earlier is not None and earlier.aspect == "share" and earlier.indicator == name and groups["label"][0] == groups["label"][1]):
                draft.aspect = aspect = "share"
                if earlier is not None and earlier.indicator == name:
                    draft.whole = earlier.whole
        if aspect == "change":
            self._as_change(draft, token, rule, groups, index)
        elif aspect == "share":
            draft.whole = (self._whole(groups) if groups.get("whole") else None) or draft.whole
            if draft.whole is None:
                draft.whole = self.topic
            if draft.whole is None and groups.get("whole") is not None and self.parts_from is not None and self.parent is not None and self.parent.name != name:
                draft.whole = self.parent.name
            if draft.whole is None and groups.get("whole") is not None:
                draft.whole = self.last_whole
            elif draft.whole is not None:
                self.last_whole = draft.whole
        elif aspect == "gap":
            self._as_gap(draft, groups)
        elif rule_name == "level" and draft.kind == "count" and self._net_change(index, name):
            draft.aspect = aspect = "change"
            draft.basis = self._basis_for(index, {}, None)
        self._place_in_time(draft, index, groups, rule_name)
        self._place_in_space(draft, index)
        draft.actor = self.actor
        draft.status = self._status(index)
        self._add(draft, token, index)

    def _add(self, draft: Draft, token: Token, index: int) -> None:
        token.role = "claim"
        self.drafts.append(draft)
        if draft.aspect in ("level", "change", "share") and draft.kind != "rank":
            self._remember(draft)

    def _remember(self, draft: Draft) -> None:
        namer = self.namer
        parts = self.kept or namer.take_apart(draft.indicator)
        self.kept = None
        frame = self.frame
        base = draft.indicator
        if frame is not None and self.narrowing:
            base = frame.base
        self.narrowing = False
        if draft.aspect == "level" and self.parts_from is not None and self.parent is not None:
            draft.parent = self.parent.draft
        fresh = Frame(draft.indicator, parts, base, draft.unit if frame is None or frame.name != draft.indicator or frame.unit is None else frame.unit, draft, self.sentence, draft.aspect == "level")
        if self.first_of_sentence and parts.measure:
            self.sentence_first, self.first_of_sentence = fresh, False
            self.paragraph_first = self.paragraph_first or fresh
        if draft.aspect == "level" and self.parts_from is None:
            self.parent = fresh
        if draft.aspect != "level" and frame is not None and frame.name == draft.indicator:
            self.frame = replace(frame, sentence=self.sentence)
            return
        self.frame = fresh

    def _said_about(self, index: int) -> bool:
        """全市约有餐饮经营户4.2万户."""
        return self._label_text(self._window(index), index).lstrip("\n").startswith(("约有", "约为"))

    def _net_change(self, index: int, name: str) -> bool:
        """净增1065户 behind a stock of the same thing is a change of it."""
        start = self._window(index)
        label = self._label_text(start, index).strip()
        if label not in self.namer._flows or self.frame is None or self._after(index):
            return False
        return "B" in row(self.tokens, start, index) or (label.startswith("净") and self.frame.level and self.frame.sentence == self.sentence)

    def _unit_of_name(self, name: str, amount: Amount) -> tuple[str, str | None]:
        """诊疗人次101.5亿: the unit stands in the indicator's name."""
        for ending, unit in (("人次", "人次"), ("人次数", "人次"), ("人数", "人"), ("户数", "户"), ("人口", "人"), ("件数", "件"), ("家数", "家")):
            if name.endswith(ending):
                return "count", unit
        if amount.scaled and "用户" in name:
            return "count", None
        if amount.scaled and self.namer.counts_people(name):
            return "count", "人"
        return amount.kind, None

    def _is_share_label(self, groups: dict[str, Any]) -> bool:
        span = groups.get("label")
        return bool(span and any(token.letter in "AW" for token in self.tokens[span[0] : span[1]]))

    def _whole(self, groups: dict[str, Any]) -> str | None:
        span = groups.get("whole")
        if not span or span[0] == span[1]:
            return None
        text = self._label_text(span[0], span[1]).replace("\n", "").replace("，", "")
        text = self.namer.clean(text)
        for noun in ("比例", "比重", "总数的", "的"):
            text = text.removesuffix(noun) or text
        text = text.removesuffix("的")
        if not text:
            text = "".join(self.text[token.start : token.end] for token in self.tokens[span[0] : span[1]] if token.letter == "R")
        return self.namer.clean(text) or text or None

    def _as_gap(self, draft: Draft, groups: dict[str, Any]) -> None:
        first, last = groups["than"]
        text = self._text_between(first, last).strip("的")
        verb = groups.get("verb")
        word = self._text_between(*verb) if verb else ""
        if word.removesuffix("于") in self.reader._down or word in self.reader._down:
            draft.value = -draft.value
        region = next((token for token in self.tokens[first:last] if token.letter == "R"), None)
        self.than_region = region.value if region is not None else None
        for average in sorted(self.reader._averages, key=len, reverse=True):
            text = text.removesuffix("的").removesuffix(average) or text
        for noun in self.reader._up_nouns:
            text = text.removesuffix(noun) or text
        draft.than = text

    def _as_change(self, draft: Draft, token: Token, rule: ReadingRule, groups: dict[str, Any], index: int) -> None:
        if rule.name == "change.verb":
            first, last = groups["verb"]
            verb = self._text_between(first, last).removesuffix("了")
            down = verb in self.reader._down
            label_span = groups.get("label")
            label = self._text_between(*label_span) if label_span else ""
            if any(label.endswith(noun) for noun in self.reader._falls) or (label_span and any(t.letter == "E" and self.text[t.start : t.end] in self.reader._falls for t in self.tokens[label_span[0] : label_span[1]])):
                # 降幅收窄1.2个百分点: the fall grows smaller, so the rate rises.
                down = not down
            if down:
                draft.value = -draft.value
                if draft.upper is not None:
                    draft.value, draft.upper = -draft.upper, draft.value
        elif rule.name == "change.above":
            if self._text_between(*groups["verb"]) in self.reader._down:
                draft.value = -draft.value
            groups = {**groups, "basis_value": self._basis_of_time(groups["when"][0])}
        elif rule.name == "change.rate":
            first, last = groups["noun"]
            if self._text_between(first, last) in self.reader._down:
                draft.value = -draft.value
        elif rule.name == "change.multiple_of":
            draft.value -= 1
            if "约" in self._text_between(groups["label"][0], index):
                draft.bound = "approximate"
        if draft.unit == "位" or (draft.unit == "名" and self.last_rank is not None and self.last_rank.token >= self.sentence_start):
            draft.kind = "rank"
            if self.last_rank is not None and self.last_rank.token >= self.sentence_start:
                draft.indicator = self.last_rank.indicator
        draft.basis = groups.get("basis_value") or self._basis_for(index, groups, rule)
        if rule.name == "change.multiple_of":
            span = next((self.spans[place] for place in range(index - 1, max(index - 4, -1), -1) if place in self.spans), None)
            draft.basis, draft.base = Basis(self._since(span), self._text_between(index - 1, index)), span

    def _basis_of_time(self, index: int) -> Basis:
        """高于上年同期: the time compared with is the basis."""
        text = self.text[self.tokens[index].start : self.tokens[index].end]
        span = self.spans.get(index)
        return Basis("yoy" if text[0] in "上去" else self._since(span), text)

    def _basis_for(self, index: int, groups: dict[str, Any], rule: ReadingRule | None) -> Basis:
        """The printed basis; else the one last stated in the paragraph; else the year before."""
        start = self._window(index)
        printed = None
        for position in range(index - 1, start - 1, -1):
            if self.tokens[position].letter == "B":
                printed = self.tokens[position].value
                break
        if isinstance(printed, Basis):
            return printed
        if self.basis is not None and self.basis.basis not in ("since", "other", "average"):
            return self.basis
        if self.basis is not None and self._basis_clause(index):
            return self.basis
        current = self.period or self.setting.period
        if current is not None and (current.end - current.start).days > 400:
            # 五年提高6.3个百分点: over several years the change is since their beginning.
            return Basis("since", current.text)
        return Basis("yoy", "")

    def _basis_clause(self, index: int) -> bool:
        """Whether a basis stands in a clause of its own before this number in the same sentence."""
        for position in range(index - 1, self.sentence_start - 1, -1):
            token = self.tokens[position]
            if token.letter in NUMBERS and token.role == "claim":
                return False
            if token.letter == "B":
                return True
        return False

    # -- time, place, status ---------------------------------------------------------------------------

    def _place_in_time(self, draft: Draft, index: int, groups: dict[str, Any], rule_name: str) -> None:
        when = groups.get("when") if rule_name != "change.above" else None
        printed = self.spans.get(when[0]) if when and when[0] < when[1] else self._from_time(index)
        if rule_name == _BRACKETED.name:
            printed = self.than_period
        if printed is None and rule_name == "level.from":
            label_end = groups["label"][1] if groups.get("label") else index
            for position in range(label_end, index):
                if position in self.spans:
                    printed = self.spans[position]
        if printed is not None:
            draft.period = printed
            draft.origins["period"] = "printed"
        elif rule_name == "level" and self._time_behind(index) is not None:
            draft.period = self.period = self._time_behind(index)
            draft.origins["period"] = "printed"
        elif rule_name == "level.from":
            draft.period = None
            draft.origins["period"] = "inferred"
        elif self.period is not None:
            draft.period = self.period
            draft.origins["period"] = "inherited"
        else:
            draft.period = self.setting.period
            draft.origins["period"] = "inferred"
        if draft.aspect == "change" and draft.basis is not None and draft.period is not None and draft.basis.basis == "yoy":
            draft.base = year_before(draft.period)

    def _clause_start(self, index: int) -> int:
        while index and self.tokens[index - 1].letter not in _CLAUSE_ENDS:
            index -= 1
        return index

    def _from_time(self, index: int) -> Span | None:
        """由上年的7.9%, 较2023年的3904件: a time that belongs to this number alone."""
        for position in range(index - 1, max(self._window(index), index - 4) - 1, -1):
            if position in self.spans and position and self.tokens[position - 1].letter in "YCZ":
                return self.spans[position]
        return None

    def _time_behind(self, index: int) -> Span | None:
        """16家企业11日签约: the time stands behind the number."""
        for position in range(index + 1, len(self.tokens)):
            token = self.tokens[position]
            if token.letter in _CLAUSE_ENDS or token.letter in NUMBERS or token.letter in "()/":
                return None
            if token.letter == "T" and token.rule in ("time.dated", "time.day", "time.part") and position > index + 1:
                return self._span(position, token)
        return None

    def _place_in_space(self, draft: Draft, index: int) -> None:
        region = self.region
        if index in self.placed:
            draft.region = self.placed[index]
            draft.origins["region"] = "printed"
            return
        if region is None or self.region_token < self._clause_start(index):
            for word in self.reader._national:
                if word in draft.indicator and self.setting.home is not None and self.setting.home.level != "country":
                    region = self.reader._places.country()
        if draft.rule == _BRACKETED.name and self.than_region is not None:
            region = self.than_region
        draft.region = region or self.setting.home
        draft.origins["region"] = "printed" if self.region_named else "inferred"

    def _status(self, index: int) -> str:
        if self.setting.target:
            return "target"
        sentence = self.text[self.tokens[self.sentence_start].start : self.tokens[index].start] if self.sentence_start < len(self.tokens) else ""
        if self.period is not None and self.period.ahead:
            return "target"
        clause = self._label_text(self._clause_start(index), index).strip("\n ，")
        if clause.startswith(self.reader._modal) or _PLANNED.search(clause):
            self.planned = True
        if self.planned:
            return "target"
        if any(word in sentence for word in self.reader._actual_words):
            return "actual"
        return "target" if any(word in sentence for word in self.reader._target_words) else "actual"

    # -- the other shapes ------------------------------------------------------------------------------

    def _structure(self, index: int, token: Token) -> None:
        """三次产业结构为1.8:33.7:64.5: each part is a share."""
        start = self._window(index)
        label = self._clean_label(start, index)
        text = token.value
        printed = next((self.spans[place] for place in (index - 1, index - 2) if place in self.spans), None)
        offset = token.start
        members = next((names for key, names in self.namer.members.items() if key in label), ())
        parts = regex.split(r"\s?[:：]\s?", text)
        if len(parts) < 2 or (len(parts) == 2 and not label):
            token.role = "unresolved"
            return
        begin = self.text.find(text, token.start)
        position = begin
        for number, part in enumerate(parts):
            position = self.text.find(part, position)
            name = label or (self.frame.name if self.frame else "结构")
            if len(members) == len(parts):
                name = next(key for key in self.namer.members if key in label).join(label.split(label)) or members[number]
                name = members[number]
            draft = Draft("percentage", "share", name, plain(arabic(part.rstrip("%"))), position, position + len(part), "share.structure", unit="%", token=index)
            self._place_in_time(draft, index, {}, "share.structure")
            if printed is not None:
                draft.period = printed
            self._place_in_space(draft, index)
            draft.status = self._status(index)
            position += len(part)
            self.drafts.append(draft)
        token.role = "claim"
        token.start = begin if begin >= 0 else offset

    def _equal(self, index: int, token: Token) -> None:
        """与上年持平 is a change of nothing."""
        start = self._window(index)
        stop = index
        for position in range(start, index):
            if self.tokens[position].letter == "B":
                stop = position
                break
        label = self._clean_label(start, stop)
        amount = Amount("percentage", Decimal(0), "%")
        rule = ReadingRule("change.equal", "", "change", "", "")
        name = self._fill(label, "", amount, rule, index)
        printed = row(self.tokens, start, index)
        if not name or not (self.frame or "B" in printed) or ("B" not in printed and self.text[token.start : token.end] == "相当"):
            token.letter = "X"
            return
        draft = Draft("percentage", "change", name, Decimal(0), token.start, token.end, "change.equal", unit="%", token=index)
        if "基本" in self.text[token.start : token.end] or "总体" in self.text[token.start : token.end] or "大体" in self.text[token.start : token.end]:
            draft.bound = "approximate"
        draft.basis = self._basis_for(index, {}, None)
        self._place_in_time(draft, index, {}, "change.equal")
        self._place_in_space(draft, index)
        draft.status = self._status(index)
        self._add(draft, token, index)

    def _rank(self, index: int, token: Token) -> None:
        """位列全省第二位: a place, among whom, and for how long."""
        place: Place = token.value
        if index in self.ranked:
            name, scope, region = self.ranked[index]
            self._state_rank(index, token, place, name, scope, region)
            return
        start = self._window(index)
        letters = row(self.tokens, start, index)
        verb = letters.rfind("K")
        scope_start = start + verb + 1 if verb >= 0 else self._scope_start(start, index)
        scope, region = self._scope(scope_start, index)
        from_word = bool(letters) and letters.rstrip("T")[-1:] in ("Y", "Z")
        if verb < 0 and not scope and not from_word:
            token.role = "ordinal"
            return
        label_stop = start + verb if verb >= 0 else scope_start
        if from_word and verb < 0:
            label_stop = start + max(letters.rfind("Y"), letters.rfind("Z"))
        label = self._clean_label(start, label_stop)
        label = self.namer.clean(label.removeprefix("在").removesuffix("中")) if label.startswith("在") else self.namer.clean(_AMONG.sub("", label))
        if label and label.endswith(("排名", "位次", "排位", "名次")):
            label = self.namer.clean(label[:-2])
        amount = Amount("rank", place.value, None)
        rule = ReadingRule("rank.place", "", "rank", "", "")
        name = self._fill(label, "", amount, rule, index) if self.frame is None or not label else self._rank_name(label)
        if from_word and not label and self.last_rank is not None and "Z" in letters:
            name = self.last_rank.indicator
        if not name and self.frame is not None:
            name = self.frame.name
        if not name:
            token.role = "unresolved" if verb >= 0 else "ordinal"
            return
        if "I" in letters:
            name = self._rank_list(index, start, start + letters.index("I"), label, name, scope, region)
        draft = self._state_rank(index, token, place, name, scope, region)
        if label and not self.namer.is_anaphor(label):
            self.frame = Frame(name, self.namer.take_apart(name), name, None, draft, self.sentence, True)

    def _rank_list(self, index: int, start: int, marker: int, label: str, name: str, scope: str | None, region: Division | None) -> str:
        """A和B分别居全省第三位和第五位: one name for each place."""
        members = [index]
        position = index + 1
        while position + 1 < len(self.tokens) and self.tokens[position + 1].letter == "O" and (
            self.tokens[position].letter in "/," or self.text[self.tokens[position].start : self.tokens[position].end] in ("和", "与", "及")
        ):
            members.append(position + 1)
            position += 2
        names = distribute(self._raw_label(start, marker), len(members), self.namer) if len(members) > 1 else None
        if names is None:
            return name
        names = [self.frame.name if self.frame is not None and self.namer.is_anaphor(one) else one for one in names]
        for member, one in zip(members[1:], names[1:], strict=True):
            self.ranked[member] = (one, scope, region)
        return names[0]

    def _state_rank(self, index: int, token: Token, place: Place, name: str, scope: str | None, region: Division | None) -> Draft:
        draft = Draft("rank", "rank", name, place.value, token.start, token.end, "rank.place", bound=place.bound, token=index)
        draft.scope, draft.scope_region = scope or None, region
        if scope is None and self.drafts and self.drafts[-1].aspect == "rank" and self.drafts[-1].indicator == name:
            draft.scope, draft.scope_region = self.drafts[-1].scope, self.drafts[-1].scope_region
        streak = _STREAK.search(self._clause_text(index))
        if streak:
            years = streak.group("years")
            found = int(years) if years.isdigit() else chinese(years)
            draft.streak = int(found) if found else None
        self._place_in_time(draft, index, {}, "rank.place")
        self._place_in_space(draft, index)
        draft.actor = self.actor
        draft.status = self._status(index)
        self._add(draft, token, index)
        self.last_rank = draft
        return draft

    def _rank_name(self, label: str) -> str:
        if self.namer.is_anaphor(label):
            return self.frame.name if self.frame else ""
        return label

    def _scope_start(self, start: int, index: int) -> int:
        """The first token of the scope that stands right before a place without a verb."""
        position = index
        while position > start and self.tokens[position - 1].letter == "R":
            position -= 1
        if position == index and index > start and self.tokens[index - 1].letter == "X":
            text = self.text[self.tokens[index - 1].start : self.tokens[index - 1].end]
            scope = next((word for word in self.reader._scopes if text.endswith(word)), "")
            if scope:
                cut = self.tokens[index - 1].end - len(scope)
                if cut > self.tokens[index - 1].start:
                    # The label ends where the scope begins: 专利授权量|副省级城市第二.
                    self._scope_cut = cut
                return index - 1
        return position

    def _scope(self, first: int, index: int) -> tuple[str | None, Division | None]:
        text = "".join(self.text[token.start : token.end] for token in self.tokens[first:index] if token.letter in "RXN")
        text = _STREAK.sub("", text).strip("的，、 ")
        for word in ("排名", "位次", "保持", "继续", "稳居", "位居", "到", "至", "为", "在", "列", "居"):
            text = text.removeprefix(word).removesuffix(word) if len(text) > len(word) else text
        region = next((token.value for token in self.tokens[first:index] if token.letter == "R"), None)
        if not text:
            return None, None
        return text.removesuffix("的").removesuffix("排名"), region

    def _first(self, index: int, token: Token) -> None:
        """全国首单专利保险: first in time among those of a place."""
        start = self._words_before(index)
        position = index
        while position > start and self.tokens[position - 1].letter == "R":
            position -= 1
        scope = self.text[self.tokens[position].start : token.start] if position < index else ""
        region = self.tokens[position].value if position < index else None
        if position == index:
            before = self.reader._places.before(self.text, token.start, self.setting.home)
            if before is not None:
                scope, region = self.text[before[0] : token.start], before[1]
        previous = self.tokens[position - 1] if position > start else None
        if previous is not None and previous.letter == "X" and position == index and not scope:
            text = self.text[previous.start : previous.end]
            scope = next((word for word in self.reader._scopes if text.endswith(word)), "")
        elif position < index and self.tokens[index - 1].letter == "R" and previous is not None:
            pass
        if index > start and self.tokens[index - 1].letter == "X" and index - 1 > start and self.tokens[index - 2].letter == "R":
            between = self.text[self.tokens[index - 1].start : self.tokens[index - 1].end]
            if between.endswith(self.reader._peers) and len(between) <= 8:
                scope = self.text[self.tokens[index - 2].start : self.tokens[index - 1].end]
                region = self.tokens[index - 2].value
        if not scope:
            token.role, token.letter = "ordinal", "N"
            return
        after = self._after_first(index)
        name = self.namer.noun_phrase(after) if after else ""
        if not name:
            token.role, token.letter = "ordinal", "N"
            return
        draft = Draft("rank", "rank", name, Decimal(1), token.start, token.end, "rank.first", token=index, scope=scope, scope_region=region, order="time")
        self._place_in_time(draft, index, {}, "rank.first")
        self._place_in_space(draft, index)
        draft.status = self._status(index)
        token.role = "claim"
        self.drafts.append(draft)

    def _after_first(self, index: int) -> str:
        tokens = self.tokens
        stop = index + 1
        while stop < len(tokens) and tokens[stop].letter not in _CLAUSE_ENDS and tokens[stop].letter not in NUMBERS:
            stop += 1
        return self.namer.clean(self._label_text(index + 1, stop).replace("\n", ""))


def section_span(heading: str, clock: Calendar) -> Span | None:
    """The year that a heading names: 一、2024年工作回顾."""
    years = regex.findall(r"(?<!\d)((?:19|20)\d{2})年", heading)
    if len(years) == 1:
        return year_span(int(years[0]), years[0] + "年")
    return None
