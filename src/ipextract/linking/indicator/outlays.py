"""What an amount was spent on, where a sentence begins with the amount: 投资107万元，硬化村组道路4.06万平方米."""

from __future__ import annotations

from ipextract.linking.before_number import raw_label
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind
from ipextract.rules.tokens import NUMBERS

# Behind these, or at the head of all, a statement begins of its own.
_BEGINNINGS = frozenset(("", ".", ";", ":", "N", "T"))
# The clause that says what was done is no longer.
_REACH = 12
# 资金支持 and no more is a noun.
_SUPPORT = 3
# 水利
_SHORTEST_FIELD = 2


def outlay_told(walk: Walk, index: int, first: int, label: str) -> str:
    """村组道路投资, 兑现奖补资金: the name of an amount of which the words before it say only that it was spent, by what the words behind it say; else empty."""
    names = walk.vocabulary.names
    spent = (_spent_on(walk, index, first) if label in names.outlays else "") or (_regarded(walk, index) if _without_plan(walk, label) in names.investments else "")
    return join(spent, label) if spent else label + paid if label in names.paying and (paid := _paid_as(walk, index)) else ""


def _without_plan(walk: Walk, label: str) -> str:
    """投资 of 年计划投资: the outlay itself, planned or not."""
    bare = without_head(label, walk.vocabulary.names.spans_of_measures)
    return without_head(bare, walk.vocabulary.names.planning_heads)


def _regarded(walk: Walk, index: int) -> str:
    """农村公路建设 of 农村公路建设方面，年计划投资9.6亿元，已完成投资18亿元: the field that the sentence begins with; empty where it begins with none."""
    start = walk.sentence_start
    end = next((place for place in range(start, index) if walk.tokens[place].letter in CLAUSE_ENDS), start)
    said = walk.label_text(start, end).replace("\n", "").strip() if walk.row.letters(start, end + 1) == "X," else ""
    field = without_end(said, walk.vocabulary.clauses.regards)
    name = walk.namer.clean(field) if field != said else ""
    return name if _SHORTEST_FIELD <= len(name) <= _REACH and not walk.namer.has_measure(name) and not walk.namer.starts_with_verb(name) else ""


def _spent_on(walk: Walk, index: int, first: int) -> str:
    """村组道路 of 投资107万元，硬化村组道路4.06万平方米: the thing done with the money that a statement begins with; empty where the words behind say none.

    Args:
        walk: the walk.
        index: the token of the amount.
        first: the first token of the words before it.
    """
    if walk.tokens[index].value.kind != "money" or walk.row.letters(max(0, first - 1), first) not in _BEGINNINGS:
        return ""
    begin = index + 2 if walk.row.letters(index + 1, index + 2) == "," else index + 1
    reach = range(begin, min(begin + _REACH, len(walk.tokens)))
    stop = next((place for place in reach if walk.tokens[place].letter in CLAUSE_ENDS), reach.stop)
    numbers = [place for place in range(begin, stop) if walk.tokens[place].letter in NUMBERS]
    number = numbers[0] if numbers else stop
    said = raw_label(walk, begin, number)
    if len(numbers) > 1 or "、" in said:
        # 投资2亿元，实施东河、西河水厂改扩建: of several things, and nobody says where the list ends.
        return ""
    deed = deed_in_front(walk.namer, walk.vocabulary.names, said) or _light_verb(walk, begin) or next((word for word in walk.vocabulary.names.furthering if said.startswith(word)), "")
    if not deed or deed.startswith(walk.vocabulary.names.brought_about):
        # 投资超3亿元，带动就业1200人
        return ""
    thing = words_behind(walk, number) if number < stop else ""
    thing = thing or said.removeprefix(deed)
    return "" if walk.namer.has_measure(thing) or walk.namer.starts_with_verb(thing) else thing


def _paid_as(walk: Walk, index: int) -> str:
    """奖补资金 of 兑现180万元，对获奖企业进行奖补: as what the amount at `index` was paid, where the next clause says to whom; empty where it does not."""
    begin, names = index + 2, walk.vocabulary.names
    if walk.tokens[index].value.kind != "money" or walk.row.letters(index + 1, begin) != "," or not walk.row.words(begin).startswith(tuple(walk.vocabulary.qualifiers.done_to)):
        return ""
    stop = next((place for place in range(begin, len(walk.tokens)) if walk.tokens[place].letter in ",;."), len(walk.tokens))
    said = walk.row.words_between(begin, stop)
    paid = next((word for word in names.paid_as if said.endswith(word)), "")
    is_given = paid and walk.namer.words(said.removesuffix(paid))[-1] in names.light_deeds
    return paid + names.money_for[0] if is_given else ""


def _light_verb(walk: Walk, begin: int) -> str:
    """完成 of 完成1.7公里水泥硬化: a verb that says nothing but that something was done."""
    words = walk.namer.words(walk.row.words(begin)) if begin < len(walk.tokens) and walk.tokens[begin].letter == "X" else []
    return words[0] if words and words[0] in walk.vocabulary.names.achieving else ""


def money_itself(walk: Walk, behind: str) -> str:
    """救灾资金 of (1.1亿元) 救灾资金支持防汛救灾: the money behind its amount, without what it was for; 资金支持 is a noun."""
    names = walk.vocabulary.names
    for money in names.money_for:
        head, found, purpose = behind.partition(money)
        if found and len(purpose) > _SUPPORT and purpose.startswith(names.for_what):
            return head + found
    return behind


def people_themselves(walk: Walk, label: str, behind: str) -> str:
    """执法人员 of 组织 (50名) 执法人员开展检查: the people behind their number, without what they were sent for."""
    names = walk.vocabulary.names
    if not label.endswith(names.sending):
        return behind
    words = walk.namer.words(behind)
    stop = next((place for place in range(1, len(words)) if words[place].startswith(names.sent_for) and words[place - 1].endswith(names.sent)), len(words))
    return "".join(words[:stop])
