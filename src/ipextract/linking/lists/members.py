"""Which numbers make one list: they stand side by side, joined as the names before them are."""

from __future__ import annotations

from collections.abc import Collection

from ipextract.linking.before_number import raw_label
from ipextract.linking.frames import Draft, Reading
from ipextract.linking.lists.names import distribute
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.row import REACH, Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import NOTHING, Amount

# Numbers that may be added to what was stated: an amount, points of a percentage.
_ADDED = {"#", "Q"}
_POINTS = {"Q"}


def is_series(walk: Walk, members: list[int]) -> bool:
    """污水处理厂和垃圾处理场24座和12座, 教育、科技、医疗8亿元、1亿元和2亿元: numbers joined as their names are, without 分别."""
    if any(walk.tokens[member].end == walk.tokens[member].start for member in members):
        return False
    return is_joint(walk.row, members[-1] - 1, walk.vocabulary.conjunctions) or len(members) > 2 or _names_two(walk, members) or _are_stocks(walk, members) or _are_changes_of_units(walk, members)


def _are_stocks(walk: Walk, members: list[int]) -> bool:
    """新增优势企业5家、示范企业2家，累计达到32家、8家: as many stocks, by a word that says no more, as the sentence told flows of."""
    if not walk.namer.is_stock(walk.row.words_between(walk.window(members[0]), members[0]).strip()):
        return False
    told = [draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level"]
    return len(told) == len(members) and all(draft.unit == walk.tokens[member].value.unit for draft, member in zip(told, members, strict=True))


def _are_changes_of_units(walk: Walk, members: list[int]) -> bool:
    """发生事故17起、死亡23人。同比减少4起、2人: as many changes, each in the unit of one level of the sentence before."""
    if walk.row.letters(members[0] - 1, members[0]) != "V" or any(walk.tokens[member].letter != "#" for member in members):
        return False
    units = [walk.tokens[member].value.unit for member in members]
    return len(set(units)) == len(units) and [draft.unit for draft in levels_behind_stop(walk)] == units


def levels_behind_stop(walk: Walk) -> list[Draft]:
    """The levels that the sentence before stated, but in brackets."""
    if walk.row.letters(walk.sentence_start - 1, walk.sentence_start) != ".":
        return []
    before = next((place + 1 for place in range(walk.sentence_start - 2, -1, -1) if walk.tokens[place].letter == "."), 0)
    return [draft for draft in walk.drafts if before <= draft.token < walk.sentence_start and draft.aspect == "level" and not in_bracket(walk, before, draft.token)]


def in_bracket(walk: Walk, start: int, index: int) -> bool:
    """Whether the token at `index` stands in a bracket that opens behind `start`."""
    letters = walk.row.letters(start, index)
    return letters.count("(") > letters.count(")")


def _names_two(walk: Walk, members: list[int]) -> bool:
    """城镇和农村居民收入完成29092元、17191元: two amounts with a pause alone between, and a conjunction between two names before them."""
    first, last = (walk.tokens[member] for member in members)
    if walk.tokens[members[0] + 1].letter != "/" or first.letter != "#" or first.value.unit != last.value.unit:
        return False
    label = raw_label(walk, walk.window(members[0]), members[0])
    # 城乡居民收入: of two, in one word.
    both = any(group in label and len(names) == len(members) for group, names in walk.namer.members.items())
    # 孤儿集中、散居养育标准为每人每月1600元、1200元: parted as the two amounts are.
    joined = both or label.count("、") == 1 or any(word in walk.vocabulary.joins for word in walk.namer.words(label))
    return joined and distribute(label, len(members), walk.namer) is not None


def list_members(walk: Walk, index: int) -> list[int]:
    """The numbers of a list: 增长5%、6%和7%, 增长5%（可比口径）和下降6%."""
    tokens = walk.row.tokens
    behind = last_of_pair(walk.row, index) + 1
    if behind == len(tokens) or (tokens[behind].letter not in "/,(" and not is_joint(walk.row, behind, walk.vocabulary.conjunctions)):
        return [index]
    if index and last_of_pair(walk.row, index - 1) == index:
        return [index]
    alike = _alike(tokens[index].letter)
    if tokens[index - 1].letter == "V" and "I" in walk.row.letters(walk.row.clause_start(index), index):
        # 分别比上年增加81.5平方公里和11.5个百分点, 分别上升4.1%、5.2%和1.1个百分点
        alike = _ADDED if tokens[index].letter in _ADDED else alike | _POINTS
    members = [index]
    position: int | None = behind
    size = len(tokens)
    stop = min(size, index + REACH)
    while position is not None and position < stop:
        if tokens[position].letter == "(":
            closing = walk.row.closing(position)
            position = None if closing is None else closing + 1
            continue
        if tokens[position].letter not in "/," and not is_joint(walk.row, position, walk.vocabulary.conjunctions):
            break
        following = position + 1
        if tokens[position].letter == "/" and following < size and is_joint(walk.row, following, walk.vocabulary.conjunctions):
            # 3.5%、7.6%、和7.3%
            following += 1
        # 分别翻了一番、增长1.3倍和52%
        if following < size and tokens[following].letter == "V" and (tokens[index - 1].letter == "V" or tokens[index].rule == "number.fold"):
            following += 1
        if following < size and tokens[following].letter == "H" and "%" in alike:
            # 分别增长10.2%、9.5%和持平, 分别下降1.5%、持平和下降3.6%.
            members.append(following)
            position = following + 1
            continue
        if following >= size or tokens[following].letter not in alike or _sums_up(walk, following, len(members)):
            break
        members.append(following)
        position = last_of_pair(walk.row, following) + 1
    return members


def _sums_up(walk: Walk, index: int, count: int) -> bool:
    """分别为214件、187件、163件，三家合计占四成: whether the number at `index` says how many were listed, and what they have together follows."""
    if walk.row.tokens[index].letter != "#" or walk.row.tokens[index].value.value != count or index + 1 >= len(walk.row.tokens):
        return False
    said = walk.text[walk.row.tokens[index].start : walk.row.tokens[index + 1].end]
    return walk.namer.summed_of(said) != ""


def count_all(walk: Walk, members: list[int]) -> None:
    """三家 of 分别为214件、187件、163件，三家合计564件: how many were listed is no number of its own behind the list, where what they have together follows."""
    index = members[-1] + 2
    if walk.row.letters(index - 1, index) == "," and index < len(walk.row.tokens) and _sums_up(walk, index, len(members)):
        token = walk.row.tokens[index]
        token.letter, token.value, token.role = "X", None, "qualifier"


def last_of_pair(row: Row, index: int) -> int:
    """420件510人: the last of the numbers that stand together, cases and people of one deed; else the number itself."""
    if row.letters(index, index + 2) != "##" or row.tokens[index].end != row.tokens[index + 1].start:
        return index
    first, second = (row.tokens[place].value for place in (index, index + 1))
    return index + 1 if first.kind == second.kind == "count" and first.unit != second.unit else index


def name_again(walk: Walk, members: list[int], reading: Reading) -> bool:
    """分别增长4.8%、7.1%，达到5.2万元、2.9万元: whether as many numbers without a name follow as the list before has names; each then has its."""
    before = walk.drafts[-len(members) :]
    is_again = len(before) == len(members) and all(draft.token in walk.named for draft in before) and before[0].token >= walk.sentence_start
    if is_again and not _says_name(walk, members[0], reading):
        walk.named.update((member, (draft.indicator, reading)) for member, draft in zip(members, before, strict=True))
        keep_shares(walk, members, before, reading)
        # 2021至2023年，立案分别为330件、365件、1155件，同比分别上升…: each in its year.
        if walk.row.letters(before[0].token - 2, before[0].token) != "YT":
            # 从2012年的7.9亿人、1.5亿人增加到10.4亿人、2.3亿人: the year from which is not that to which.
            walk.timed.update((member, walk.timed[draft.token]) for member, draft in zip(members, before, strict=True) if draft.token in walk.timed)
        walk.placed.update((member, walk.placed[draft.token]) for member, draft in zip(members, before, strict=True) if draft.token in walk.placed)
    elif deeds := _deeds_again(walk, members, reading):
        walk.named.update((member, (name, reading)) for member, name in zip(members, deeds, strict=True))
    return members[0] in walk.named


def _deeds_again(walk: Walk, members: list[int], reading: Reading) -> list[str]:
    """新收再审案件, 审结再审案件 of 新收和审结二审案件6522件和6481件；再审案件111件和109件: what was done to the cases of the list before, each in turn, was done to those of the next kind; empty where the one list is not like the other."""
    if reading.rule.name != "level" or walk.tokens[members[0]].letter != "#":
        return []
    kind = raw_label(walk, reading.spans.get("label", (members[0], members[0]))[0], members[0])
    before = [draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level"][-len(members) :]
    cases = walk.vocabulary.names.of_cases
    if len(before) < len(members) or not kind.endswith(cases) or not all(draft.token in walk.named and draft.indicator.endswith(cases) for draft in before):
        return []
    deeds = [deed_in_front(walk.namer, walk.vocabulary.names, draft.indicator) for draft in before]
    return [deed + kind for deed in deeds] if all(deeds) and len(set(deeds)) == len(deeds) and not deed_in_front(walk.namer, walk.vocabulary.names, kind) else []


def keep_shares(walk: Walk, members: list[int], before: list[Draft], reading: Reading) -> None:
    """比重由15.2%、49.9%调整为14.0%、53.9%: each is a share of what it was one of before."""
    if reading.rule.name == "level" and walk.tokens[members[0]].letter == "%" and all(draft.aspect == "share" and draft.token >= walk.sentence_start for draft in before):
        walk.shared.update((member, draft.whole) for member, draft in zip(members, before, strict=False))


def share_unit(walk: Walk, members: list[int]) -> None:
    """分别为26、15和3亿元, 分别突破8000亿元、7500亿元: the unit may stand behind the last number only, a bound before the first."""
    tokens = walk.tokens
    first: Amount = tokens[members[0]].value or NOTHING
    last: Amount = tokens[members[-1]].value or NOTHING
    for token in (tokens[member] for member in members):
        amount: Amount = token.value or NOTHING
        if first.bounded_before and amount.bound == "exact" and token.letter == "#":
            token.value = amount = amount._replace(bound=first.bound)
        if token.letter == "U" and last.unit:
            factor = last.factor if amount.factor == 1 else 1
            token.value = amount._replace(unit=last.unit, kind=last.kind, value=amount.value * factor)


def _says_name(walk: Walk, index: int, reading: Reading) -> bool:
    first, stop = reading.spans.get("label", (index, index))
    label = raw_label(walk, first, index if reading.rule.name == "level" else stop)
    return bool(label) and not walk.namer.is_anaphor(label)


def _alike(letter: str) -> set[str]:
    """The letters of numbers that may stand in one list with a number of this letter."""
    if letter == "U":
        return {"U", "#"}
    return {"M", "%"} if letter in "M%" else {letter}


def is_joint(row: Row, index: int, joins: Collection[str]) -> bool:
    """Whether the token is one of the conjunctions `joins`."""
    return row.tokens[index].letter == "X" and row.words(index) in joins


def complete_points(row: Row, vocabulary: Vocabulary) -> None:
    """2.4个和1.5个百分点, 2006年的1.8、2.1和2.3倍: the unit stands whole behind the last only; 下降0.1个、提高0.2个和下降0.9个百分点 too."""
    tokens = row.tokens
    for index in range(len(tokens) - 3, -1, -1):
        token, joint, last = tokens[index], tokens[index + 1], tokens[index + 2]
        moved = last.letter == "V" and index + 3 < len(tokens)
        if moved:
            last = tokens[index + 3]
        # 0.1个 is never a count of things.
        is_head = token.letter == "#" and token.value.unit in vocabulary.qualifiers.heads_of_points and (not moved or token.value.value % 1 != 0)
        is_cut = (last.letter == "Q" and ((token.letter == "U" and not moved) or is_head)) or (last.letter == "M" and token.letter == "U" and not moved)
        if is_cut and (joint.letter == "/" or (moved and joint.letter == ",") or row.words(index + 1) in vocabulary.joins):
            token.letter, token.value = last.letter, token.value._replace(kind=last.value.kind, unit=last.value.unit)
