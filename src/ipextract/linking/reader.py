"""Reading a paragraph: each number found, scoped, and bound to what it is said of.

A paragraph is a row of tokens. The reader walks it from left to right and keeps what the next number
may continue: the indicator last spoken of, the period, the place, the basis of comparison. Brackets
open a scope that ends with them; a sentence ends the place, a paragraph ends all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from ipextract.lexicon import Lexicon
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.area.locating import end_clause, end_segment, take_place
from ipextract.linking.area.places import Gazetteer
from ipextract.linking.area.settlements import count_places_beyond, count_settlements
from ipextract.linking.area.things import name_things
from ipextract.linking.area.together import join_places, part_described, take_limits
from ipextract.linking.area.towns import TownWords, name_listed_towns
from ipextract.linking.asides import asides
from ipextract.linking.causes import set_causes_apart
from ipextract.linking.colons import join_labels
from ipextract.linking.endings import said_again
from ipextract.linking.frames import Draft, Frame, Setting
from ipextract.linking.indicator.ellipsis.holders import bounded_bodies
from ipextract.linking.indicator.ellipsis.schools import take_schools
from ipextract.linking.indicator.labelling import Labeller
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.indicator.subjects import take_lead
from ipextract.linking.indicator.taken_up import continues_paragraph, take_up
from ipextract.linking.indicator.topics import take_topic
from ipextract.linking.lists.leaders import merge_heads, merge_leaders, part_leaders, part_led_list
from ipextract.linking.lists.members import complete_points
from ipextract.linking.lists.parts_begun import begin_parts, part_whole_within
from ipextract.linking.lists.units_of_parts import share_unit_of_whole
from ipextract.linking.period.averaged import read_averages
from ipextract.linking.period.dating import date_bracket
from ipextract.linking.period.times import take_time
from ipextract.linking.relation.bases import merge_comparisons, set_bases_apart, take_basis
from ipextract.linking.relation.changes import read_equal
from ipextract.linking.relation.firsts import read_first
from ipextract.linking.relation.more_done import find_more_done
from ipextract.linking.relation.plans_compared import set_plans_apart
from ipextract.linking.relation.rank_rows import find_next_places
from ipextract.linking.relation.ranking import read_rank
from ipextract.linking.relation.reaching import find_reaching, join_most, reach_changes
from ipextract.linking.relation.structures import read_structure
from ipextract.linking.row import CLAUSE_ENDS, Row
from ipextract.linking.stating import read_amount, read_early_change
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS, Basis, Token

_YEAR = lazily(compiled, r"(?:19|20)\d{2}")
# 性别构成, 综合: so short a heading names something.
_SHORTEST_TITLE = 2
# 在|第三产业|中金融保险: how many tokens say among what.
_SCENE = 3
# 全市, 我省
_OF_HOME = 2
# The letters without which a paragraph neither states anything nor has a time whose role its words tell.
_STATED = NUMBERS | frozenset("TB")


class ParagraphReader:
    """Reads one block of text into drafts and leaves a role on every token that holds a numeral.

    Args:
        lexicon: the vocabulary.
        namer: cleans and takes apart names.
        gazetteer: knows places.
    """

    def __init__(self, lexicon: Lexicon, namer: Namer, gazetteer: Gazetteer) -> None:
        self._namer = namer
        self._gazetteer = gazetteer
        self._vocabulary = Vocabulary(lexicon)
        self._within = self._vocabulary.names.within
        # 限额以上单位中: behind a whole.
        self._among = lazily(re.compile, either(self._within))
        self._towns = TownWords(lexicon)
        self._labeller = Labeller(namer, self._vocabulary)

    def read(self, text: str, tokens: list[Token], setting: Setting, before: Frame | None = None, told: tuple[Frame, ...] = ()) -> tuple[list[Draft], list[Token], Frame | None]:
        """The drafts of a paragraph, and its tokens with places split out and roles set.

        Args:
            text: the folded text of the block.
            tokens: its tokens, covering it.
            setting: what holds before its first word.
            before: the indicator that the paragraph before began with, which 其中 or 分地区看 at the
                head of this one takes up.
            told: the same of the last paragraphs, the last first, above a heading too.

        Returns:
            The drafts, the tokens, and the indicator that the next paragraph may take up.
        """
        if _STATED.isdisjoint([token.letter for token in tokens]):
            # 各地要提高认识，加强领导。: nothing is stated, and nothing left to the next paragraph.
            return [], tokens, before
        tokens, causes = set_causes_apart(text, tokens, self._vocabulary)
        notes = asides(text, tokens, self._vocabulary)
        for token in notes:
            if token.letter in NUMBERS and not token.role:
                # 以下简称74城市; 比全省（7.4%）和全国（6.3%）分别高…
                token.role = "qualifier" if token.letter == "%" else "name"
        marks = {token.start for token in notes}
        stated = [token for token in tokens if token.start not in marks]
        if any(token.letter == "I" for token in tokens):
            notes = notes + part_led_list(text, stated, self._vocabulary)
        row = Row(text, self._with_places(text, stated, setting))
        notes = notes + take_limits(row, self._vocabulary)
        if self._vocabulary.described_said.search(text):
            part_described(row, self._vocabulary, self._gazetteer, setting.home)
        self._prepare(row, setting)
        walk = Walk(row, setting, self._namer, self._labeller, self._gazetteer, self._vocabulary)
        walk.told_before = told
        if setting.by_month:
            walk.basis = Basis("mom", "")
        if setting.whole:
            of_home = self._gazetteer.relative(setting.whole[:_OF_HOME], setting.home) is not None
            walk.last_whole = self._namer.clean(setting.whole[_OF_HOME:] if of_home else setting.whole) or None
        continues = before is not None and (continues_paragraph(text, self._vocabulary) or _goes_on(row) or self._counts_visits(row, before))
        if before is not None and continues:
            take_up(walk, before)
        letters = row.letters(0, len(row.tokens))
        if not NUMBERS.isdisjoint(letters):
            self._note_words(walk, text)
        notes = notes + causes + self._merge(row, letters)
        walk.together.update(join_places(row, self._vocabulary, setting.home))
        row.keep()
        for index, token in enumerate(row.tokens):
            if token.letter in _TAKES:
                if walk.windows:
                    # What was found out about the windows of the last token no longer holds.
                    walk.windows.clear()
                _TAKES[token.letter](walk, index)
        walk.windows.clear()
        read_early_change(walk)
        _set_sentences(walk)
        # 按权利人类型分，…; 分地区看，…: one paragraph after the other breaks down the same.
        return walk.drafts, row.tokens + notes, before if continues else walk.paragraph_first or before

    def _counts_visits(self, row: Row, before: Frame) -> bool:
        """医院2.9亿人次, 外贸完成0.7亿吨: whether a paragraph begins with bodies and how many came to them, as the one before counted of all, or with a part of what went through ports."""
        names = self._vocabulary.names
        if row.letters(0, 2) != "X#":
            return False
        if self._namer.clean(row.words(0)) in names.parts_of_traffic:
            return row.tokens[1].value.unit == before.unit and before.parts.measure.endswith(self._namer.traffic)
        if row.tokens[1].value.unit not in names.over_time_units:
            return False
        return row.tokens[1].value.unit == before.unit and bool(before.parts.measure) and self._namer.is_name(self._namer.clean(row.words(0)))

    def _note_words(self, walk: Walk, text: str) -> None:
        """Note which words stand anywhere in a paragraph that numbers would be asked for one by one."""
        walk.gives_examples = self._vocabulary.gives_examples.search(text) is not None
        walk.defines = self._vocabulary.defines.search(text) is not None or self._vocabulary.clauses.noted.match(text) is not None
        walk.converts = self._vocabulary.converts.search(text) is not None
        walk.tells_order = self._vocabulary.tells_order.search(text) is not None
        walk.names_plans = self._vocabulary.names_plans.search(text) is not None
        walk.names_modals = self._vocabulary.names_modals.search(text) is not None
        walk.bounds_all = self._vocabulary.bounds_all.search(text) is not None
        walk.names_aims = self._vocabulary.targets.search(text) is not None

    def _prepare(self, row: Row, setting: Setting) -> None:
        """Part what the marks of the text do not, each where the letters or words are there that it is about."""
        letters = row.letters(0, len(row.tokens))
        if "N" in letters:
            self._part_heading(row, setting)
        if ":" in letters:
            join_labels(row, self._namer, self._vocabulary)
        if "U" in letters:
            count_settlements(row, self._vocabulary)
            count_places_beyond(row, self._vocabulary, self._namer)
            share_unit_of_whole(row, self._namer, self._vocabulary)
        if "#X,X#" in letters:
            part_whole_within(row, self._namer, self._vocabulary)
        if "D" in letters:
            _share_out(row, self._vocabulary)
        if "U" in letters and "R" in letters:
            _name_years(row)
        if "V" in letters or "H" in letters:
            _tell_apart(row, self._vocabulary)
            part_leaders(row, self._namer, self._vocabulary)
        if "B" in letters:
            find_more_done(row, self._namer, self._vocabulary)
        if "Y" in letters:
            find_reaching(row, self._namer, self._vocabulary)
        if "ZV" in letters:
            reach_changes(row)
        if "VX,X" in letters:
            join_most(row, self._vocabulary)
        if "O" in letters:
            find_next_places(row, self._vocabulary)
        if self._among.search(row.text):
            self._part_scene(row)
        set_bases_apart(row, self._vocabulary)
        if "B" in letters or "CT" in letters:
            set_plans_apart(row, self._vocabulary)

    def _merge(self, row: Row, letters: str) -> list[Token]:
        """Make one of what says one thing together (比|2020年), each where the letters or words are there that it is about.

        Returns:
            Those of its tokens that stand in the row no more.
        """
        ordinals: list[Token] = []
        if "T" in letters:
            merge_comparisons(row, self._vocabulary)
            if "V" in letters:
                read_averages(row, self._vocabulary)
        if "Q" in letters or "M" in letters:
            complete_points(row, self._vocabulary)
        if "K" in letters and self._vocabulary.clauses.front_mark in row.text:
            ordinals += merge_leaders(row, self._vocabulary)
        if ":R" in letters:
            ordinals += merge_heads(row, self._vocabulary)
        if "R" in letters and "/" in letters:
            name_things(row, self._vocabulary)
        return ordinals

    def _part_heading(self, row: Row, setting: Setting) -> None:
        """三、性别构成全市常住人口中，…, 二、农业全年造林…: a numbered heading that runs into its sentence ends where home or a time is named.

        A full stop of no length parts them.
        """
        tokens = row.tokens
        marks = [index for index, token in enumerate(tokens) if token.letter == "N" and token.role == "heading"]
        for mark in reversed(marks):
            first = mark + 2 if row.letters(mark + 1, mark + 2) == "R" else mark + 1
            behind = row.letters(first, first + 3)
            names_home = behind[:2] == "XR" and tokens[first + 1].value == setting.home
            dates = behind in ("XTX", "XTR") and not self._namer.has_measure(row.words(first))
            if (names_home or dates) and self._is_title(row.words(first)):
                end = tokens[first].end
                tokens.insert(first + 1, Token(".", end, end))
            elif behind[:1] == "X" and (size := said_again(row.words(first))):
                # （三）国有资本经营预算市级国有资本经营预算收入5700万元: or where it is said once more.
                end = tokens[first].start + size
                tokens[first : first + 1] = [replace(tokens[first], end=end), Token(".", end, end), replace(tokens[first], start=end)]

    def _part_scene(self, row: Row) -> None:
        """在第三产业中金融保险、…分别增长: among what the clause tells stands apart, as if a comma stood behind it."""
        tokens = row.tokens
        for index in range(len(tokens) - 1, -1, -1):
            token = tokens[index]
            if token.letter != "X" or (index and tokens[index - 1].letter not in CLAUSE_ENDS):
                continue
            if row.text[token.start] != "在":
                end = self._end_of_whole(row, index)
                if end:
                    tokens[index : index + 1] = [replace(token, end=end), Token(",", end, end), replace(token, start=end)]
                continue
            last = next((place for place in range(index, min(len(tokens), index + _SCENE)) if tokens[place].letter != "N" and self._among.search(row.words(place))), None)
            if last is None or set(row.letters(index, last + 1)) - set("XN"):
                continue
            found = self._among.search(row.text, tokens[last].start)
            end = found.end() if found is not None else tokens[last].end
            if end < tokens[last].end and self._is_word_end(row.words(last), end - tokens[last].start) and self._namer.is_name(row.text[token.start + 1 : end - 1]) and self._namer.words(row.text[token.start : end])[-1] in self._within:
                tokens[last : last + 1] = [replace(tokens[last], end=end), Token(",", end, end), replace(tokens[last], start=end)]

    def _is_word_end(self, text: str, place: int) -> bool:
        """Whether a word of `text` ends at `place`: 公路里 ends none of 在建公路里程."""
        return place in accumulate(map(len, self._namer.words(text)))

    def _end_of_whole(self, row: Row, index: int) -> int:
        """Where 限额以上单位中 ends in 限额以上单位中城镇市场零售额5亿元: bodies within a bound, and the whole of a list that goes on with 分别 or of a share; 0 where the clause begins with none."""
        token, text = row.tokens[index], row.words(index)
        if self._among.search(text, _SHORTEST_TITLE, len(text) - 1) is None or (index and row.tokens[index - 1].letter not in ".;"):
            return 0
        words = self._namer.words(text)
        head = "".join(words[: next((place for place, word in enumerate(words) if word in self._within), 0)])
        if not head or self._namer.starts_with_verb(head):
            return 0
        stop = next((place for place in range(index, len(row.tokens)) if row.tokens[place].letter in CLAUSE_ENDS), len(row.tokens))
        is_listed = row.letters(index + 1, index + 2) == "/" and "I" in row.letters(index, stop) and (self._namer.has_measure(head) or self._namer.is_name(head))
        # 总供水量中地表水源供水量46.37亿立方米，占98.3%
        is_shared = row.letters(index + 1, index + 5) == "#,A%" and self._namer.has_measure(head) and self._namer.has_measure(text)
        return token.start + len(head) + 1 if is_listed or is_shared or bounded_bodies(head, self._vocabulary.names) == head else 0

    def _is_title(self, text: str) -> bool:
        """性别构成, and not 提高 or 对: a noun alone."""
        words, names = self._namer.words(text), self._vocabulary.names
        if len(self._namer.clean(text)) < _SHORTEST_TITLE or text.endswith("的") or any(self._namer.is_verb(word) or word in names.beneficiaries for word in words):
            return False
        return not {words[0], words[-1]} & self._vocabulary.qualifiers.prepositions

    def _with_places(self, text: str, tokens: list[Token], setting: Setting) -> list[Token]:
        """The tokens with the places of plain text as tokens of their own."""
        out: list[Token] = []
        for token in tokens:
            if token.letter == "X":
                out.extend(self._gazetteer.split(text, token, setting.home))
            else:
                out.append(token)
        if setting.home is not None:
            name_listed_towns(text, out, setting.home, self._towns)
            if setting.home.code == COUNTRY:
                self._gazetteer.name_listed_areas(text, out)
        return out


def _tell_apart(row: Row, vocabulary: Vocabulary) -> None:
    """房价环比上涨的城市个数为23个，持平的为4个: how those are counted changed is a part of their name, and no change of what is counted."""
    tokens = row.tokens
    for index, token in enumerate(tokens[:-1]):
        behind = tokens[index + 1]
        if token.letter == "N" and index and behind.letter in CLAUSE_ENDS and row.words(index).strip('“”"').endswith(tuple(vocabulary.names.changes)):
            # 事故起数、死亡人数同比“双下降”，分别下降15%、18%: a verb in quotation marks.
            tokens[index] = replace(token, letter="V", value=None)
        if token.letter == "V" and behind.letter == "#" and index and row.words(index) in vocabulary.names.improving and row.words(index - 1) in vocabulary.names.improved_by:
            # 新建基站1200个，改造提升500个: two verbs, and a deed.
            tokens[index] = replace(token, letter="X", value=None)
        if token.letter == "V" and behind.letter == "#" and row.words(index) in vocabulary.names.made_better and _is_beside_added(row, index, vocabulary):
            tokens[index] = replace(token, letter="X", value=None)
        if token.letter not in "VH" or behind.letter != "X" or behind.end - behind.start == 1 or row.text[behind.start] != "的":
            continue
        since = index and tokens[index - 1].letter == "B"
        # 价格上涨的有：食品类…: a colon behind it introduces those that did, and no number.
        links = row.words(index + 1).strip()[1:] in vocabulary.names.before_numbers and row.letters(index + 2, index + 3) != ":"
        if links or token.letter == "H" or (since and row.letters(index + 2, index + 3) == "#"):
            for place in range(index - since, index + 1):
                tokens[place] = replace(tokens[place], letter="X", value=None)


def _is_beside_added(row: Row, index: int, vocabulary: Vocabulary) -> bool:
    """新增灌溉面积1.3万亩，改善2.1万亩: whether the verb at `index` is the deed done to more of what the clause before added to, in the same unit."""
    if row.letters(index - 2, index) not in ("#,", "#/"):
        return False
    said = row.words_between(row.clause_start(index - 2), index - 2)
    before, behind = row.tokens[index - 2].value, row.tokens[index + 1].value
    return before.kind == behind.kind == "quantity" and before.unit == behind.unit and any(word in said for word in vocabulary.names.added)


def _name_years(row: Row) -> None:
    """2017浙江新增商标申请: a number that can be a year, in front of a place at the head of a clause, is one."""
    for index, token in enumerate(row.tokens[:-1]):
        if token.letter == "U" and row.tokens[index + 1].letter == "R" and token.end == row.tokens[index + 1].start and (not index or row.tokens[index - 1].letter in CLAUSE_ENDS):
            year = _YEAR.fullmatch(row.text, token.start, token.end)
            if year is not None:
                row.tokens[index] = Token("T", token.start, token.end, {"year": year.group()}, "time.dated")


def _share_out(row: Row, vocabulary: Vocabulary) -> None:
    """分别是2005年的2.3倍、2.2倍: in front of a number or its time the words share out, and begin no list of parts."""
    for index, token in enumerate(row.tokens[:-1]):
        if token.letter == "D" and row.tokens[index + 1].letter in "T#%QMU" and row.words(index) in vocabulary.respectively:
            token.letter = "I"


def _goes_on(row: Row) -> bool:
    """平均每年增加60.4万人: whether a paragraph begins with a yearly change, whose subject only the one before names."""
    first = row.after(-1)
    return first is not None and first.letter == "B" and isinstance(first.value, Basis) and first.value.basis == "average" and row.letters(1, 2) == "V"


def _open_bracket(walk: Walk, index: int) -> None:
    walk.open_bracket()
    date_bracket(walk, index)


def _close_bracket(walk: Walk, index: int) -> None:
    walk.close_bracket(index)


def _end_clause(walk: Walk, index: int) -> None:
    end_clause(walk, index)
    take_topic(walk, index)


def _end_sentence(walk: Walk, index: int) -> None:
    take_schools(walk, index)
    take_lead(walk, index)


def _close_head(walk: Walk, index: int) -> None:
    take_schools(walk, index)
    take_topic(walk, index)


# What each token does, by its letter (`ipextract.rules.tokens`).
_TAKES: dict[str, Callable[[Walk, int], None]] = {
    **dict.fromkeys("#%QMU", read_amount),
    "O": read_rank,
    "F": read_first,
    "S": read_structure,
    "H": read_equal,
    "T": take_time,
    "R": take_place,
    "B": take_basis,
    "D": begin_parts,
    "(": _open_bracket,
    ")": _close_bracket,
    ".": _end_sentence,
    ",": _end_clause,
    ";": end_segment,
    ":": _close_head,
}


def _set_sentences(walk: Walk) -> None:
    """Give each draft the span of its sentence."""
    ends = [token.end for token in walk.tokens if token.letter == "."] + [len(walk.text)] if walk.drafts else []
    for draft in walk.drafts:
        place = bisect_right(ends, draft.start)
        draft.sentence = (ends[place - 1] if place else 0, ends[place]) if place < len(ends) else (0, len(walk.text))
