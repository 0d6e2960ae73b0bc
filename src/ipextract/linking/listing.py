"""Lists with 分别: the numbers behind it are named together, one name or one place for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import regex

from ipextract.lexicon import Division
from ipextract.linking.bases import basis_of
from ipextract.linking.cleaning import join
from ipextract.linking.frames import Frame, Reading
from ipextract.linking.lists import distribute, share_ending
from ipextract.linking.row import REACH, Row
from ipextract.linking.times import each_year, span_of
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.linking.wording import clean_label, raw_label
from ipextract.numbers.numerals import chinese
from ipextract.patterns import lazily
from ipextract.rules.tokens import NOTHING, NUMBERS, Amount

# 三种专利申请, 上述两类案件: how many were named before.
_COUNTED_NAMES = lazily(regex.compile, r"(?:这|上述|以上)?(?P<count>[两二三四五六七八九十]|\d)(?:大)?(?:种|类|项|者|者中)")
# What a list behind it takes up: 占比61%，…比重52%，同比分别提高0.8个和1.2个百分点.
_STATED = ("level", "share")
# 德清、长兴、安吉三县: how many places were named is no name.
_COUNTED_PLACES = lazily(regex.compile, r"^[两二三四五六七八九十\d]{1,2}个?(?:[县市区州盟旗省地镇]{1,2}|街道|地区|城市)")


@dataclass(frozen=True)
class Listed:
    """Numbers of a list and the words before it.

    Attributes:
        walk: the walk.
        members: the numbers' tokens.
        first: the first token of the words before 分别.
        stop: the token that ends them.
        marker: the token of 分别.
        reading: how the first number is read.
    """

    walk: Walk
    members: list[int]
    first: int
    stop: int
    marker: int
    reading: Reading

    @property
    def count(self) -> int:
        return len(self.members)

    @cached_property
    def printed(self) -> str:
        """The words before 分别."""
        return raw_label(self.walk, self.first, max(self.first, self.stop))

    @cached_property
    def points_back(self) -> bool:
        """增速分别为: the words before 分别 take up names already said."""
        return self.walk.namer.is_anaphor(self.printed)

    @cached_property
    def label(self) -> str:
        """The words before 分别 that name."""
        return "" if self.points_back else self.printed

    @cached_property
    def middle(self) -> str:
        """The words behind 分别 that all numbers share: A和B分别完成投资5亿元和6亿元."""
        rule = self.reading.rule
        if rule.aspect not in ("change", "level"):
            return ""
        stop = self.reading.spans["verb"][0] if rule.name == "change.verb" else self.members[0]
        # 分别压缩至: what was reached by is no part of the name.
        reach = next((place for place in range(self.marker + 1, stop) if self.walk.tokens[place].letter == "Z"), stop)
        shared = raw_label(self.walk, self.marker + 1, reach)
        return "" if self.walk.namer.is_task(shared) else shared


# Numbers that may be added to what was stated: an amount, points of a percentage.
_ADDED = {"#", "Q"}
# What tells something of the names before it: a verb of change or rank, a rate or share as a noun, a place in a row.
_TELLS = frozenset("VZEWAKOGH")

_Question = Callable[[Listed], list[str] | None]


def is_series(walk: Walk, index: int) -> bool:
    """污水处理厂和垃圾处理场24座和12座, 教育、科技、医疗8亿元、1亿元和2亿元: numbers joined as their names are, without 分别."""
    members = list_members(walk, index)
    if len(members) < 2 or any(walk.tokens[member].end == walk.tokens[member].start for member in members):
        return False
    return is_joint(walk.row, members[-1] - 1, walk.vocabulary.number_joins) or len(members) > 2


def name_list(walk: Walk, index: int, start: int, reading: Reading) -> None:
    """Name all numbers of the list that begins at `index`; the walk keeps nothing where it is none.

    Args:
        walk: the walk, which keeps the names for the numbers ahead.
        index: the first number.
        start: the first token of the words before it; 分别 is among them.
        reading: how the first number is read.
    """
    members = list_members(walk, index)
    if len(members) < 2:
        return
    if reading.rule.aspect == "change":
        reading = replace(reading, basis=basis_of(walk, index))
    letters = walk.row.letters(start, index)
    marker = start + letters.index("I") if "I" in letters else index
    first = reading.spans["label"][0] if "label" in reading.spans else start
    listed = Listed(walk, members, first, _label_stop(walk, start, marker, reading), marker, reading)
    if _name_by_times(listed) or _name_by_places(listed) or _name_by_bodies(listed) or _name_by_places_before(listed):
        return
    printed = None if listed.points_back else _answer(_PRINTED, listed)
    if printed is not None:
        _keep_names(listed, [_whole_name(listed, name) for name in printed])
    elif (said_before := _answer(_SAID_BEFORE, listed)) is not None:
        _keep_names(listed, said_before)
    elif listed.label:
        _name_by_same_places(listed)


def _label_stop(walk: Walk, start: int, marker: int, reading: Reading) -> int:
    """Where the words before 分别 end: before 占, before the basis."""
    if reading.rule.name in ("share.of_whole", "share.noun"):
        return min(marker, reading.spans["label"][1])
    if walk.tokens[marker].letter != "I" and "verb" in reading.spans:
        # 吴兴、南浔地区生产总值增长5%、6%: before the verb.
        marker = reading.spans["verb"][0]
    basis = walk.row.letters(start, marker).find("B")
    return start + basis if basis >= 0 else marker


# -- the numbers of a list ------------------------------------------------------------------------


def list_members(walk: Walk, index: int) -> list[int]:
    """The numbers of a list: 增长5%、6%和7%, 增长5%（可比口径）和下降6%."""
    tokens = walk.tokens
    alike = _alike(tokens[index].letter)
    if tokens[index].letter in _ADDED and tokens[index - 1].letter == "V" and "I" in walk.row.letters(walk.row.clause_start(index), index):
        # 分别比上年增加81.5平方公里和11.5个百分点
        alike = _ADDED
    members = [index]
    position: int | None = index + 1
    while position is not None and position < min(len(tokens), index + REACH):
        if tokens[position].letter == "(":
            closing = walk.row.closing(position)
            position = None if closing is None else closing + 1
            continue
        if tokens[position].letter not in "/," and not is_joint(walk.row, position, walk.vocabulary.number_joins):
            break
        following = position + 1
        if following < len(tokens) and tokens[following].letter == "V" and tokens[index - 1].letter == "V":
            following += 1
        if following < len(tokens) and tokens[following].letter == "H" and "%" in alike:
            # 分别增长10.2%、9.5%和持平.
            return [*members, following]
        if following >= len(tokens) or tokens[following].letter not in alike:
            break
        members.append(following)
        position = following + 1
    return members


def name_again(walk: Walk, index: int, reading: Reading) -> None:
    """分别增长4.8%、7.1%，达到5.2万元、2.9万元: as many numbers without a name as the list before has names."""
    members = list_members(walk, index)
    before = walk.drafts[-len(members) :]
    listed = len(members) > 1 and len(before) == len(members) and all(draft.token in walk.named for draft in before)
    if listed and before[0].token >= walk.sentence_start and not _says_name(walk, index, reading):
        walk.named.update((member, (draft.indicator, reading)) for member, draft in zip(members, before, strict=True))
        walk.placed.update((member, walk.placed[draft.token]) for member, draft in zip(members, before, strict=True) if draft.token in walk.placed)


def _says_name(walk: Walk, index: int, reading: Reading) -> bool:
    first, stop = reading.spans.get("label", (index, index))
    label = raw_label(walk, first, index if reading.rule.name == "level" else stop)
    return bool(label) and not walk.namer.is_anaphor(label)


def _alike(letter: str) -> set[str]:
    """The letters of numbers that may stand in one list with a number of this letter."""
    if letter == "U":
        return {"U", "#"}
    return {"M", "%"} if letter in "M%" else {letter}


def is_joint(row: Row, index: int, joins: frozenset[str]) -> bool:
    """Whether the token is one of the conjunctions `joins`."""
    return row.tokens[index].letter == "X" and row.words(index) in joins


def complete_points(row: Row, vocabulary: Vocabulary) -> None:
    """2.4个和1.5个百分点: the unit stands whole behind the last only."""
    tokens = row.tokens
    for index in range(len(tokens) - 3, -1, -1):
        token = tokens[index]
        joint, last = tokens[index + 1], tokens[index + 2]
        is_cut = last.letter == "Q" and (token.letter == "U" or (token.letter == "#" and token.value.unit == "个"))
        if is_cut and (joint.letter == "/" or row.words(index + 1) in vocabulary.joins):
            token.letter, token.value = "Q", replace(token.value, kind=last.value.kind, unit=last.value.unit)


def _name_by_times(listed: Listed) -> bool:
    """2022年、2023年授权量分别为4800件和5000件; 2022年和2023年，…: one time for each number, and one indicator."""
    walk = listed.walk
    head = walk.row.clause_start(listed.first)
    if head and walk.tokens[head - 1].letter == "," and "T" not in walk.row.letters(head, listed.marker):
        head = walk.row.clause_start(head - 1)
    times = [place for place in range(head, listed.marker) if walk.tokens[place].letter == "T"]
    years = each_year(span_of(walk, times[0]), listed.count) if len(times) == 1 else []
    if years and _label_itself(listed) is not None:
        # 五年来，A、B、C、D、E年均分别增长…: as many names as years, and each number is of a name.
        return False
    if not years and (len(times) != listed.count or not all(
        walk.tokens[place].letter in "T/" or is_joint(walk.row, place, walk.vocabulary.joins) for place in range(times[0], times[-1])
    )):
        return False
    spans = years or [span_of(walk, place) for place in times]
    walk.timed.update((member, span) for member, span in zip(listed.members, spans, strict=True) if span is not None)
    name = walk.namer.clean(listed.label or listed.middle) or (walk.frame.name if walk.frame is not None else "")
    if name and _label_itself(listed) is None:
        _keep_one_name(listed, name, [])
    return bool(name) and listed.members[0] in walk.named


# -- one place, one body for each -------------------------------------------------------------------


def _name_by_places(listed: Listed) -> bool:
    """江阴市、宜兴市专利授权量分别为…: one place for each number, and one indicator."""
    walk, row = listed.walk, listed.walk.row
    places = [place for place in range(listed.first, listed.stop) if walk.tokens[place].letter == "R"]
    if len(places) != listed.count or not all(
        walk.tokens[place].letter in "R/" or is_joint(row, place, walk.vocabulary.joins) for place in range(places[0], places[-1])
    ):
        return False
    name = _COUNTED_PLACES.sub("", clean_label(walk, places[-1] + 1, listed.stop)) or clean_label(walk, listed.first, places[0])
    if (not name or name.endswith(walk.vocabulary.agencies)) and walk.frame is not None:
        name = walk.frame.name
    if name:
        _keep_one_name(listed, name, [walk.tokens[place].value for place in places])
    return True


def _name_by_bodies(listed: Listed) -> bool:
    """法院和检察院分别受理案件412件和86件: bodies that act, one indicator."""
    walk = listed.walk
    items = distribute(listed.printed, listed.count, walk.namer) if listed.printed and listed.middle else None
    if items is None or not all(item.endswith(walk.vocabulary.agencies) for item in items):
        return False
    _keep_one_name(listed, listed.middle, [])
    return True


def _name_by_places_before(listed: Listed) -> bool:
    """武进区、新北区专利授权量位居前列，分别为1.6万件、1.2万件: the places of a clause before, one for each number."""
    walk = listed.walk
    together = [places for place, places in walk.together.items() if walk.sentence_start <= place < listed.marker]
    if not together or len(together[-1]) != listed.count or "、" in listed.printed:
        return False
    name = listed.label or (walk.frame.name if walk.frame is not None else "")
    if name:
        _keep_one_name(listed, name, together[-1])
    return bool(name)


def _name_by_same_places(listed: Listed) -> None:
    """江阴市、宜兴市优良天数分别为346天、354天,优良率分别为…: the same places again."""
    walk = listed.walk
    recent = walk.drafts[-listed.count :]
    regions = {draft.region and draft.region.code for draft in recent}
    if len(regions) == listed.count and all(draft.token in walk.placed for draft in recent):
        _keep_one_name(listed, listed.label, [walk.placed[draft.token] for draft in recent])


def _keep_one_name(listed: Listed, name: str, places: list[Division]) -> None:
    for member in listed.members:
        listed.walk.named[member] = (name, listed.reading)
    listed.walk.placed.update(zip(listed.members, places, strict=False))


# -- one name for each ------------------------------------------------------------------------------


def _answer(questions: tuple[_Question, ...], listed: Listed) -> list[str] | None:
    """One name for each number, from the first question that finds as many; None where none does."""
    return next((names for names in (question(listed) for question in questions) if names is not None), None)


def _clauses(listed: Listed) -> list[str] | None:
    """石油、煤炭及其他燃料加工业，化学原料和化学制品制造业增加值分别…: one clause for each number."""
    walk = listed.walk
    labels = [raw_label(walk, listed.first, listed.stop)]
    back = listed.first
    while len(labels) < listed.count:
        if back <= walk.sentence_start or walk.tokens[back - 1].letter != ",":
            return None
        begin = walk.row.clause_start(back - 1)
        if walk.row.has_number(begin, back - 1) or set(walk.row.letters(begin, back - 1)) & set("VZGAK"):
            return None
        label = raw_label(walk, begin, back - 1)
        if not label or walk.row.words_between(begin, back - 1).endswith(walk.vocabulary.clauses.scenes):
            return None
        labels.insert(0, label)
        back = begin
    return share_ending(labels, walk.namer) if all(walk.namer.is_group(one) or walk.namer.has_measure(one) for one in labels) else None


def _label_itself(listed: Listed) -> list[str] | None:
    """工业和工业技术改造投资分别增长12.7%和12.5%."""
    return distribute(listed.label, listed.count, listed.walk.namer) if listed.label else None


def _clauses_before(listed: Listed) -> list[str] | None:
    """The list began in a clause before: 粮食，蔬菜产量有所增加，分别为…."""
    walk, back = listed.walk, listed.first
    while back > walk.sentence_start and walk.tokens[back - 1].letter == ",":
        told_to = back - 1 if back == listed.first else None
        back = walk.row.clause_start(back - 1)
        if walk.row.has_claim(back, listed.first) and not _states_rank_only(walk, back, listed.first):
            return None
        for label in (*(_told_of(walk, back, told_to) if told_to is not None else ()), raw_label(walk, back, max(listed.first, listed.stop))):
            names = distribute(label, listed.count, walk.namer)
            if names is not None:
                return names
    return None


def _states_rank_only(walk: Walk, start: int, stop: int) -> bool:
    """服装、玩具位居前两位，分别为…: a place in a row stands between the names and their numbers."""
    return not any(token.letter in NUMBERS and token.letter != "O" and token.role == "claim" for token in walk.tokens[start:stop])


def _told_of(walk: Walk, start: int, stop: int) -> Iterator[str]:
    """粮食、蔬菜产量 of 粮食、蔬菜产量稳步提高: the words in front of what a clause says of them, where it says so at its end."""
    last = max((place for place in range(start, stop) if walk.tokens[place].letter == "/" or is_joint(walk.row, place, walk.vocabulary.joins)), default=start)
    end = next((place for place in range(last, stop) if walk.tokens[place].letter in _TELLS), stop)
    label = raw_label(walk, start, end)
    words = walk.namer.words(label) if label else []
    head = ""
    for word, following in pairwise(words):
        head += word
        if walk.vocabulary.clauses.predicates.fullmatch(following):
            yield walk.namer.clean(head)
    if end < stop:
        yield label


def _clause_with_verb(listed: Listed) -> list[str] | None:
    """工业和投资较快增长，增速分别为5%和6%: what the clause before says grew."""
    walk, first = listed.walk, listed.first
    if listed.reading.rule.name != "change.rate" or first <= walk.sentence_start or walk.tokens[first - 1].letter != ",":
        return None
    begin = walk.row.clause_start(first - 1)
    if walk.row.has_number(begin, first):
        return None
    verb = next((place for place in range(begin, first) if walk.tokens[place].letter == "V"), first - 1)
    return distribute(raw_label(walk, begin, verb), listed.count, walk.namer)


def _gave_to_growth(listed: Listed) -> list[str] | None:
    """A、B增加值分别…，对经济增长的贡献率分别为75.3%、39.2%，分别拉动经济增长1.6、0.8个百分点: what each of the list before gave."""
    walk = listed.walk
    before = walk.drafts[-listed.count :]
    if listed.reading.rule.name != "level.pull" or len(before) < listed.count or not all(draft.token in walk.named for draft in before):
        return None
    said = listed.printed or walk.namer.clean(walk.label_text(listed.marker + 1, listed.members[0]).replace("\n", ""), head=False)
    holders = [draft.indicator.partition(walk.vocabulary.towards_growth)[0] for draft in before]
    for verb in walk.vocabulary.pulls:
        holders = [holder.partition(verb)[0] or holder for holder in holders]
    return [holder + said for holder in holders] if said else None


def _counted_before(listed: Listed) -> list[str] | None:
    """三种专利申请所占比例分别为…: as many as were named in the list before."""
    walk = listed.walk
    found = _COUNTED_NAMES.match(listed.printed)
    number = chinese(found.group("count")) if found is not None and not found.group("count").isdigit() else found and int(found.group("count"))
    if number != listed.count:
        return None
    names = list(dict.fromkeys(draft.indicator for draft in walk.drafts if draft.token in walk.named))
    return names[-listed.count :] if len(names) >= listed.count else None


def _levels_before(listed: Listed) -> list[str] | None:
    """出口500亿元，进口300亿元，分别增长5%和6%: the last levels of the sentence."""
    walk = listed.walk
    if listed.label:
        return None
    amounts: list[Amount] = [walk.tokens[member].value or NOTHING for member in listed.members]
    # 比年初增加52亿元和30亿元: an amount is added to what was stated in its unit.
    adds = listed.reading.rule.aspect == "change" and amounts[0].kind not in ("percentage", "multiple")
    units = {"%" if walk.tokens[member].letter == "Q" else amount.unit for member, amount in zip(listed.members, amounts, strict=True)}
    levels = [
        draft.indicator
        for draft in walk.drafts
        if draft.aspect in _STATED and draft.token >= walk.sentence_start and not (adds and draft.unit not in units and draft.aspect == "level")
    ]
    # 新增商标2件、产品1个，累计分别达到21件和9个: the stocks that they go into.
    names = levels[-listed.count :]
    if walk.namer.is_stock(walk.row.words_between(listed.first, listed.marker)):
        names = [walk.namer.stock_of(name) for name in names]
    return names if len(names) == listed.count else None


def _changes_before(listed: Listed) -> list[str] | None:
    """增加值下降7.3%，总产值下降7.0%，降幅分别收窄13.1个和13.0个百分点: the last changes of the sentence."""
    walk = listed.walk
    if not listed.points_back or listed.reading.rule.aspect != "change":
        return None
    names = list(dict.fromkeys(draft.indicator for draft in walk.drafts if draft.aspect == "change" and draft.token >= walk.sentence_start))
    return names[-listed.count :] if len(names) >= listed.count else None


# Asked in this order; the first that finds a name for each number is taken. Words before 分别 that
# point back name nothing themselves.
_PRINTED: tuple[_Question, ...] = (_clauses, _label_itself, _clauses_before)
_SAID_BEFORE: tuple[_Question, ...] = (_gave_to_growth, _counted_before, _clause_with_verb, _levels_before, _changes_before)


def _keep_names(listed: Listed, names: list[str]) -> None:
    """The walk keeps a whole name for each number, whose unit may stand behind the last only."""
    walk = listed.walk
    walk.listed = (walk.sentence, listed.label)
    last: Amount = walk.tokens[listed.members[-1]].value or NOTHING
    for member, name in zip(listed.members, names, strict=True):
        token = walk.tokens[member]
        amount: Amount = token.value or NOTHING
        first: Amount = walk.tokens[listed.members[0]].value or NOTHING
        if first.bounded_before and amount.bound == "exact" and token.letter == "#":
            # 分别突破8000亿元、7500亿元
            token.value = amount = replace(amount, bound=first.bound)
        if token.letter == "U" and last.unit:
            factor = last.factor if amount.factor == 1 else 1
            token.value = replace(amount, unit=last.unit, kind=last.kind, value=amount.value * factor)
        walk.named[member] = (name, _own_reading(listed, member))


def _whole_name(listed: Listed, name: str) -> str:
    """The name with the measure that the list or the indicator before it gives."""
    namer, frame = listed.walk.namer, listed.walk.frame
    measure = frame.parts.measure if frame is not None else ""
    if listed.reading.rule.aspect == "change" and measure and not namer.has_measure(name) and namer.is_group(name):
        name += measure
    if namer.has_measure(name):
        return name
    if listed.middle:
        return name + listed.middle
    sentence, reckoned = listed.walk.reckoned
    if sentence == listed.walk.sentence and listed.reading.rule.aspect == "level":
        # 以扣留批次统计，服装、玩具居前两位，分别为…
        return join(name, reckoned)
    last: Amount = listed.walk.tokens[listed.members[-1]].value or NOTHING
    if frame is not None and measure and last.unit == frame.unit and _are_parts(listed, frame):
        return namer.compose(name, frame.parts)
    return name


def _are_parts(listed: Listed, frame: Frame) -> bool:
    """Whether the members of the list are parts of the indicator before, also behind a full stop: …。其中：A、B分别为…."""
    walk = listed.walk
    if walk.parts_from is not None and walk.parts_from >= walk.sentence_start:
        return frame.sentence >= walk.sentence - 1
    begin = frame.draft.token if frame.draft is not None else walk.sentence_start
    return frame.sentence == walk.sentence and ";" not in walk.row.letters(begin, listed.members[0])


def _own_reading(listed: Listed, member: int) -> Reading:
    """同比分别增长31.0%和下降12.5%: a member of the list may have a verb of its own."""
    if listed.reading.rule.name == "change.verb" and listed.walk.tokens[member - 1].letter == "V":
        return replace(listed.reading, spans={**listed.reading.spans, "verb": (member - 1, member)})
    return listed.reading
