"""One walk over one paragraph: its scopes, and its words as they make names."""

from __future__ import annotations

from ipextract.linking.endings import without_head
from ipextract.linking.frames import Draft, Frame
from ipextract.linking.period.spans import Span
from ipextract.linking.state import Bracketed, State
from ipextract.rules.readings import BESIDE_OTHERS
from ipextract.rules.tokens import NUMBERS, Amount, Token

# Tokens that may be no part of a label: times, bases, places, 分别, 其中, references.
_SELDOM_LABEL = frozenset("TIJBCDNR")
# 绍兴|智创显示材料|有限公司
_LONGEST_FIRM = 12
# Numbers with a unit, or alone.
_LEVELS = frozenset("#QU")
# Behind it stands each list of aims.
_COLON = "："


class Walk(State):
    """One walk: its state, the scopes that open and end in it, and the words of its row as they make names."""

    __slots__ = ()

    # -- scopes -----------------------------------------------------------------------------------

    def open_bracket(self) -> None:
        """A bracket opens a scope that ends with it."""
        self.brackets.append(Bracketed(self.frame, self.period, self.region, self.basis, self.parent, self.parts_from, self.last_whole))

    def close_bracket(self, index: int) -> None:
        """What held before the bracket that `index` closes holds again; where nothing did, the body before it is spoken of."""
        if self.brackets:
            outer = self.brackets.pop()
            if self.frame is not outer.frame and self._names_words_before(index):
                outer = outer._replace(frame=self.frame)
            if self.frame is not outer.frame and (outer.frame is None or outer.frame.sentence < self.sentence) and (body := self._body_before(index)):
                self.speak_of(body)
                outer = outer._replace(frame=self.frame)
            self.frame, self.period, self.region, self.basis = outer.frame or self.frame, outer.period, outer.region, outer.basis
            self.parent, self.parts_from, self.last_whole = outer.parent or self.parent, outer.parts_from, outer.last_whole

    def _names_words_before(self, closing: int) -> bool:
        """次均门诊药费（133元）占次均门诊费用的37%: whether a number alone in the bracket told of the words before it, which go on."""
        opening = self.row.opening(closing)
        draft = self.drafts[-1] if self.drafts else None
        if opening is None or draft is None or self.frame is None or not opening < draft.token < closing or draft.aspect != "level" or draft.rule in BESIDE_OTHERS:
            return False
        # 比2023年末平均市值（180亿元）低13亿元: not of what is only compared with.
        first = self.row.clause_start(opening)
        words = "" if "B" in self.row.letters(first, opening) else self.namer.clean(self.label_text(self.row.words_start(opening), opening).replace("\n", ""))
        return bool(words) and draft.token == opening + 1 and draft.indicator.endswith(words)

    def _body_before(self, closing: int) -> str:
        """大中型企业 of 大中型企业（其中国有企业120家）资产总计4000亿元: whoever stands before a bracket and begins the sentence."""
        opening = self.row.opening(closing)
        if opening is None or self.row.has_number(self.sentence_start, opening):
            return ""
        name = self.namer.clean(self.label_text(self.row.words_start(opening), opening).replace("\n", ""))
        return name if self.namer.is_name(name) else ""

    def end_pace(self) -> None:
        """The clause that compared a pace ends: rates are compared as before."""
        if self.rates_basis is not None:
            self.basis, self.rates_basis = self.rates_basis, None

    def end_sentence(self, index: int) -> None:
        """The full stop at `index` ends the place, the topic, the plan and the parts."""
        self.end_pace()
        self.sentence += 1
        begun, self.sentence_start = self.sentence_start, index + 1
        following = next((self.tokens[place] for place in range(index + 1, len(self.tokens)) if self.tokens[place].end > self.tokens[place].start), None)
        if self.period is not None and self.period.moment:
            self.stood = self.period
        if following is not None and following.letter == "N" and self._is_dated_in_item(index):
            self.lasting = None
        if following is None or following.letter != "D" or (self.period is not None and self.period.day) or self._was_of_pace(begun, index):
            # Each sentence begins with the paragraph's own period: 6月 or 年末 of one holds for 其中 only.
            self.period = self._day_summed_up(begun, index) or self.lasting
        if self._tells_of_past():
            # 2004年2月经国务院批准为重点镇。全镇面积212平方公里: when something befell is no time of what the next sentence tells.
            self.period = self.lasting = None
        if not (following is not None and following.letter == "D" and self._is_of_one_place(begun, index)):
            self.region, self.region_named = None, False
        self.dated, self.undated = None, False
        self.topic, self.topic_measure, self.topic_level = None, "", None
        self.breakdown = None
        self.subject, self.share = "", None
        self.planned = False
        self.last_whole, self.among, self.among_said = None, "", ""
        self.sentence_opens = True
        self.parts_from = None
        self.than_region = None
        self.actor = None
        self.brackets.clear()

    def _is_of_one_place(self, begun: int, index: int) -> bool:
        """杭州市专利授权3万件，增长3%。其中，…: whether the sentence from `begun` to `index` begins with a place, states something of it and names no other."""
        if not self.region_named or self.region == self.setting.home or not begun <= self.region_token < index or set(self.row.letters(begun, self.region_token)) - set("T,"):
            return False
        return self.row.letters(begun, index).count("R") == 1 and self.row.has_claim(self.region_token, index)

    def _was_of_pace(self, begun: int, index: int) -> bool:
        """1—5月，投资增长5.6%。从环比看，5月份增长0.37%。其中，民间投资13.0万亿元: whether the sentence from `begun` to `index` told but of changes from month to month, and the parts behind it are told by their levels."""
        told = [draft for draft in reversed(self.drafts) if draft.token >= begun]
        if not told or not all(draft.aspect == "change" and draft.basis is not None and draft.basis.basis == "mom" for draft in told):
            return False
        first = next((token.letter for token in self.tokens[index + 1 :] if token.letter in NUMBERS), "")
        return first in _LEVELS

    def _is_dated_in_item(self, index: int) -> bool:
        """一是案件持续增长。五年来，…。二是类型集中。…: whether the time that lasts was named behind a mark of a list, whose next item begins behind the full stop at `index`."""
        mark = next((place for place in range(index - 1, -1, -1) if self.tokens[place].letter == "N"), None)
        return mark is not None and self.lasting is not None and any(span is self.lasting and mark < place < index for place, span in self.spans.items())

    def _day_summed_up(self, begun: int, index: int) -> Span | None:
        """24日举行集中销毁活动。共销毁出版物200万件: the day that a sentence without a number, from `begun` to `index`, is of, where the next sums up what was done; None for news of that day, and for all else."""
        if not self.text.startswith(self.vocabulary.names.summing, self.tokens[index].end) or self.row.has_number(begun, index):
            return None
        day = next((span for place, span in reversed(self.spans.items()) if place >= begun and span.day), None)
        times, said = self.vocabulary.times, self.text[self.tokens[begun].start : self.tokens[index].start]
        return None if day is None or times.released.search(said) or any(word in said for word in times.learned) else day

    def _tells_of_past(self) -> bool:
        """Whether the paragraph has told but of a month before the year reported on, and stated nothing of it."""
        last, year = self.lasting, self.setting.clock.year
        if last is None or self.drafts or year is None or last.end.year >= year:
            return False
        return last.years == 1 and (last.start.year, last.start.month) == (last.end.year, last.end.month) and self.setting.period is not None and self.setting.period.years == 1

    def speak_of(self, name: str, draft: Draft | None = None) -> None:
        """The next number may continue `name`, which `draft` states."""
        self.frame = Frame(name, self.namer.take_apart(name), name, None, draft, self.sentence, level=True)

    def says_again(self, name: str) -> bool:
        """专利申请量稳步增长，申请量前三位分别是：…: whether `name` is what the sentence speaks of already, in fewer words."""
        return self.frame is not None and self.frame.sentence == self.sentence and self.frame.name.endswith(name)

    # -- words ------------------------------------------------------------------------------------

    def window(self, index: int) -> int:
        """The first token of the words that a number can be said of; never the noun behind another number."""
        # All that is asked of one number begins with this.
        asked = (index, len(self.drafts), self.after_until)
        try:
            return self.windows[asked]
        except KeyError:
            start = self.windows[asked] = self._window(index)
            return start

    def _window(self, index: int) -> int:
        start = self.row.words_start(index)
        if self.row.joins_places(start, self.vocabulary.joins):
            # 吴兴区以62件和德清县以57件分列前三
            start += 1
        if start and self.tokens[start - 1].letter == ")" and self.drafts and self.drafts[-1].rule in BESIDE_OTHERS:
            # 比全国（5.5%）高1.3个百分点: the bracket stands within the comparison.
            opening = self.row.opening(start - 1)
            start = self.row.words_start(opening) if opening and self.tokens[opening - 1].letter != "B" else start
        if start and self.drafts and self.drafts[-1].token == start - 1 and self.drafts[-1].rule in BESIDE_OTHERS:
            # 比全省人均水资源量3143立方米少35.2%: the number is a part of the comparison.
            start = self.row.clause_start(start)
        if start < self.after_until <= index:
            start = self.after_until
            while start < index and self.tokens[start].letter == "/":
                start += 1
        return start

    def follows_pause(self, index: int) -> bool:
        """Whether this number's words follow another number with nothing but 、 between."""
        start = self.window(index)
        return start > 0 and self.tokens[start - 1].letter == "/"

    def segment_start(self, index: int) -> int:
        """小学58所，在校生6.1万人；普通高中12所: the token behind the last semicolon between the sentence's begin and `index`, or the sentence's first."""
        place = self.row.letters(self.sentence_start, index).rfind(";")
        return self.sentence_start + place + 1

    def lists_aims(self, index: int) -> bool:
        """主要预期目标是：生产总值增长9%。财政收入增长10%；…: whether a list of aims began before the number at `index`, whose sentence names no earlier year."""
        if self._aims_from is None:
            opened = self.vocabulary.aims_listed.search(self.text) if _COLON in self.text else None
            self._aims_from = opened.start() if opened is not None else len(self.text) + 1
        year = self.setting.clock.year
        is_past = self.dated is not None and year is not None and self.dated.end.year <= year and self.tokens[self.sentence_start].start >= self._aims_from
        return self._aims_from <= self.tokens[index].start and not is_past

    def year_of_aims(self, index: int) -> Span | None:
        """The year, or the years to come, that the opening of the list of aims names, to which the number at `index` belongs; None where there is none."""
        if not self.lists_aims(index) or self._aims_from is None:
            return None
        named = [span for place, span in self.spans.items() if self.tokens[place].start < self._aims_from]
        return named[-1] if named and (named[-1].years == 1 or named[-1].ahead) and not named[-1].moment else None

    def label_text(self, start: int, stop: int) -> str:
        """The words of `tokens[start:stop]` without times, footnote marks and places that only locate.

        A time between words leaves a line feed: what stands before it may be a body that acts.
        """
        # What is asked of a number (its name, bound, status) reads the same words again and again.
        asked = (start, stop, self.region_token)
        try:
            return self._label_texts[asked]
        except KeyError:
            words = self._label_texts[asked] = self._label_text(start, stop)
            return words

    def _label_text(self, start: int, stop: int) -> str:
        pieces: list[str] = []
        text, tokens = self.row.text, self.row.tokens
        head = True
        for position in range(start, stop):
            token = tokens[position]
            letter = token.letter
            if letter in _SELDOM_LABEL and self._is_no_label(position, stop, head=head):
                if letter == "T" and pieces and not head:
                    pieces.append("\n")
                continue
            if letter == ",":
                pieces.append("，")
                continue
            if head and letter == "#" and token.role == "qualifier" and self._only_counts(token.value) and not self._says_size(token):
                # 337个城市平均优良天数比例: how many there are is no part of the name.
                continue
            if letter == "#" and token.role == "qualifier" and self._tells_among(pieces, position):
                # 在31个大类行业中有29个: nor is what says that they are those among whom.
                pieces.clear()
                head = True
                continue
            if head and letter == "X" and (words := text[token.start : token.end]) in self.vocabulary.clauses.examples:
                continue
            if head and letter == "X" and (words in self.vocabulary.clauses.before_times or words.endswith(self.vocabulary.clauses.showing)) and self.row.letters(position + 1, position + 2) == "T":
                continue
            piece = self._piece(position, stop, head=head) if letter == "X" else text[token.start : token.end]
            pieces.append(piece)
            if head and piece.strip():
                head = False
        return "".join(pieces)

    def _is_no_label(self, position: int, stop: int, *, head: bool) -> bool:
        token = self.tokens[position]
        letter = token.letter
        return (
            letter in "TIJB"
            or (letter == "C" and self._time_follows(position, stop))
            or (letter == "D" and head)
            or (letter == "N" and token.role in ("reference", "heading"))
            or (letter == "R" and not self._is_exceeded(position) and not (head and self._begins_company(position)) and (head or self._stands_behind_time(position) or (self._is_home(token) and not self._is_gone_to(position)) or self.is_introduced(position) or self.has_so_many(position)))
        )

    def _stands_behind_time(self, position: int) -> bool:
        """预计今年海南省专利授权量: a place behind a time only locates, whatever went before."""
        return position > 0 and self.tokens[position - 1].letter == "T"

    def _begins_company(self, position: int) -> bool:
        """绍兴智创显示材料有限公司: whether the place is the first word of a company's name."""
        if self.row.letters(position + 1, position + 2) != "X" or self.tokens[position].end != self.tokens[position + 1].start:
            return False
        words = self.row.words(position + 1)
        size = min((words.find(form) for form in self.vocabulary.names.company_forms if form in words), default=0)
        return 1 < size <= _LONGEST_FIRM and "的" not in words[:size]

    def _is_gone_to(self, position: int) -> bool:
        """企业到我区开展测试: whether the word before the place says that someone comes to it; so it is a part of what he does."""
        piece = self.row.words(position - 1) if position and self.tokens[position - 1].letter == "X" else ""
        return piece.endswith(self.vocabulary.coming_to) and self.namer.words(piece)[-1] in self.vocabulary.coming_to

    def _is_exceeded(self, position: int) -> bool:
        """经济增速快于全省: whether the place is the one that those counted are compared with."""
        return position > 0 and self.tokens[position - 1].letter == "G"

    def is_introduced(self, position: int) -> bool:
        """增速最快的是德清县: whether the words before the place say that something is most of it."""
        return position > 0 and self.tokens[position - 1].letter == "X" and self.row.words(position - 1).endswith(self.vocabulary.introduced)

    def has_so_many(self, position: int) -> bool:
        """国家级试点县全国共有151个: whether behind a noun the place is that which has so many of it."""
        return self.row.letters(position - 1, position + 3) == "XRX#" and self.row.words(position + 1).strip() in self.vocabulary.having_in_all and self.row.clause_start(position) in (position - 1, position - 2)

    def _only_counts(self, amount: Amount) -> bool:
        """337个 and not 100张以上, 100~199张, 两项: how many, not which."""
        return amount.kind == "count" and amount.bound == "exact" and amount.upper is None and not amount.chinese

    def _tells_among(self, pieces: list[str], position: int) -> bool:
        """在31个大类行业中有: whether 在 alone stands before how many those are among whom the next number is."""
        if len(pieces) != 1 or pieces[0].strip() not in self.vocabulary.located:
            return False
        behind = self.row.words(position + 1)
        return any(word in behind[1:] for word in self.vocabulary.names.within) and self._only_counts(self.tokens[position].value)

    def _says_size(self, token: Token) -> bool:
        """100张床位以下医院: whether the bound behind the noun makes the number one of which things."""
        bound = self.vocabulary.qualifiers.bound_behind.match(self.text, token.end)
        return bound is not None and bound["noun"] in self.vocabulary.qualifiers.threshold_nouns

    def _time_follows(self, position: int, stop: int) -> bool:
        return position + 1 < stop and self.tokens[position + 1].letter == "T"

    def _is_home(self, place: Token) -> bool:
        """全市 in a document of the city adds nothing."""
        home = self.setting.home
        if home is None or place.value.code != home.code:
            return False
        return self.gazetteer.relative(self.text[place.start : place.end], home) is not None

    def _piece(self, position: int, stop: int, *, head: bool) -> str:
        """Plain text as part of a label: without the 到 of a time behind it and the 地区 of a place before it."""
        piece = self.text[self.tokens[position].start : self.tokens[position].end]
        home = self.setting.home
        if head and home is not None and home.level == "town":
            # 霞阳镇完成财政收入, of that town.
            piece = piece.removeprefix(home.name)
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        if following is not None and following.letter == "T" and position + 1 < stop and piece[-1:] in self.vocabulary.until:
            piece = piece[:-1]
        if position and self.tokens[position - 1].letter == "T" and piece.startswith(self.vocabulary.bounding) and self.namer.words(piece)[0] in self.vocabulary.bounding:
            # 年底前完成安防工程
            piece = piece[len(self.namer.words(piece)[0]) :]
        names_place = following is not None and following.letter == "R"
        if names_place and self.is_introduced(position + 1):
            # 授权量较多的是德清县1520件; where nothing is named, as in 居前三位的是, it was before.
            most = self.vocabulary.clauses.more_than_others.fullmatch(piece)
            return most["name"] if most is not None else ""
        if following is not None and names_place and position + 1 < stop and piece[-1:] in self.vocabulary.located and not piece.endswith(self.vocabulary.qualifiers.equating) and (self._is_home(following) or self.region_token == position + 1):
            # 杭州海关在我市查获侵权货物, 在吴兴区新建学校: with the place goes what led to it.
            piece = piece[:-1]
        if head and position and self.tokens[position - 1].letter == "R" and not piece.startswith(self.vocabulary.region_names):
            # 成都、资阳等市用电量: nor are places that are named as examples.
            piece = without_head(piece, self.vocabulary.and_other_places)
            for noun in self.vocabulary.region_nouns:
                piece = piece.removeprefix(noun)
        return piece
