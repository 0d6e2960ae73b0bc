"""What a number states of its indicator: the first reading rule that fits its row of tokens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from ipextract.linking.frames import Reading
from ipextract.linking.lists.leaders import LED
from ipextract.linking.lists.series import is_deed_alone
from ipextract.linking.relation.base_numbers import time_of_multiple
from ipextract.linking.relation.compared_apart import is_paced
from ipextract.linking.relation.gaps import (
    stands_beside_comparison,
    take_comparison,
    take_figure_compared,
    take_figure_of_others,
    take_rate_of_others,
)
from ipextract.linking.relation.listed_rates import take_listed_rate
from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind
from ipextract.patterns import compiled, lazily
from ipextract.rules.readings import BRACKETED, HAD_BY_OTHERS, MULTIPLE_OF, OF_WHOLE, RATE, READINGS
from ipextract.rules.rule import ReadingRule

Spans = Mapping[str, tuple[int, int]]

_PATTERNS = tuple((rule, lazily(compiled, rule.pattern)) for rule in READINGS)

_BY_VERB = next(rule for rule in READINGS if rule.name == "change.verb")

# Few rows of letters are as many numbers' (X#, BV%); the memory of them is bounded.
_REMEMBERED = 4096
# 四分之一, 两成
PARTS_OF_ONE = frozenset({"number.fraction", "number.tenths"})
_SIGNS = ("", "+", "＋")
# What may stand behind a number that ends its clause.
_CLAUSE_END = ("", ",", ";", ".", ")", "/")
# How far behind 由12件 the 提高到30件 may stand, in tokens.
_REACH = 8
# 居|全市|首位: a place, behind what it is held by.
_PLACED = lazily(compiled, "J?K[XR]?O")
# 德清县58.3%，长兴县36.8%；安吉县27.4%
_LED_BY_RATE = frozenset("R%,;/")
# 全国的4.9%
_OF = "的"
# 5.6%（全市
_BESIDE = "%(R"
# 生产总值（
_BEFORE_BRACKET = 2


def read_relation(walk: Walk, index: int, start: int) -> Reading | None:
    """How the number at `index` is read with the words from `start` on; None where no rule fits."""
    if walk.tokens[index].letter == "%" and _is_bracketed_alone(walk, start, index):
        listed = take_listed_rate(walk, start, index)
        if listed is not None:
            return listed
        if stands_beside_comparison(walk, start):
            take_comparison(walk, start)
            if walk.frame is not None and walk.frame.name.endswith(walk.vocabulary.rates) and index - start < 1 and "E" not in walk.row.letters(walk.row.clause_start(start - 1), start):
                # 优良天数比例高于上年（90.1%）: a level, as what is compared.
                return Reading(HAD_BY_OTHERS, {})
            return Reading(BRACKETED, {"verb": (index - 1, index)} if start < index else {})
    if walk.brackets and walk.row.letters(index - len(_BESIDE), index + 2) == f"{_BESIDE}%)" and walk.drafts and walk.drafts[-1].token == index - len(_BESIDE) and walk.drafts[-1].aspect == "change":
        # 投资增长5.6%（全市4.1%）: how much it grew elsewhere.
        return Reading(BRACKETED, {})
    if walk.tokens[index].letter in "%#" and walk.text.endswith(_OF, 0, walk.tokens[index].start) and (aspect := take_rate_of_others(walk, start, index)):
        return Reading(BRACKETED if aspect == "change" else HAD_BY_OTHERS, {})
    if walk.tokens[index].letter == "#" and (take_figure_of_others(walk, start) if walk.row.letters(start - 1, index + 2) == "(#)" else take_figure_compared(walk, index)):
        return Reading(HAD_BY_OTHERS, {})
    if _is_rate_before(walk, start, index) or is_led_rate(walk, index):
        return Reading(RATE, {"noun": (walk.rate_noun, walk.rate_noun + 1)})
    if walk.paced[0] == walk.sentence and is_paced(walk, start, index):
        return Reading(RATE, {"noun": (walk.paced[1], walk.paced[1] + 1)})
    if walk.tokens[index].letter == "%" and walk.row.letters(index - _BEFORE_BRACKET, index + 2) == "V(%)" and walk.row.words(index - _BEFORE_BRACKET) in walk.vocabulary.clauses.grown:
        # 工业投资实现正增长（2.1%）
        verb = index - _BEFORE_BRACKET
        return Reading(_BY_VERB, {"label": (walk.row.clause_start(index - 1), verb), "basis": (verb, verb), "adverb": (verb, verb), "verb": (verb, verb + 1)})
    if (noun := _pace_before_bracket(walk, start, index)) >= 0:
        return Reading(RATE, {"noun": (noun, noun + 1)})
    if walk.tokens[index].rule in PARTS_OF_ONE and (part := _part_beyond(walk, start, index)) is not None:
        return part
    if walk.tokens[index].letter == "M" and (time := time_of_multiple(walk, index)) is not None:
        return Reading(MULTIPLE_OF, {"label": (walk.row.clause_start(time), time)})
    for rule, groups in _fitting(walk.row.letters(start, index + 1)):
        spans = {name: (start + first, start + last) for name, first, last in groups}
        holds = _CONDITIONS.get(rule.name)
        if holds is None or holds(walk, spans, start, index):
            return Reading(rule, spans)
    return None


def _part_beyond(walk: Walk, start: int, index: int) -> Reading | None:
    """超过全市的四分之一: of what the number at `index`, a part of one, is said to be more or less than a part; None where it is not."""
    verb = walk.row.letters(start, index).rfind("G") + start
    if verb < start or walk.row.letters(verb + 1, index).strip("RX") or not walk.text.endswith(_OF, 0, walk.tokens[index].start):
        return None
    return Reading(OF_WHOLE, {"label": (start, verb), "whole": (verb + 1, index)})


@lru_cache(_REMEMBERED)
def _fitting(letters: str) -> tuple[tuple[ReadingRule, tuple[tuple[str, int, int], ...]], ...]:
    """The rules that fit a row of letters as far as letters say, each with its groups, up to the first that asks for no more."""
    out = []
    for rule, pattern in _PATTERNS:
        match = pattern.search(letters)
        if match is not None:
            out.append((rule, tuple((name, *match.span(name)) for name in match.re.groupindex if match.start(name) >= 0)))
            if rule.name not in _CONDITIONS:
                break
    return tuple(out)


def _is_bracketed_alone(walk: Walk, start: int, index: int) -> bool:
    """高于全省（15.2%）, 高于全省（同比增长15.2%）: nothing but a verb of change and its basis stands before the number in its bracket."""
    return bool(start) and walk.tokens[start - 1].letter == "(" and walk.row.letters(start, index) in ("", "V", "BV")


def _pace_before_bracket(walk: Walk, start: int, index: int) -> int:
    """增速 of 吴兴区增速居首（21.5%）, 增速最快（21.5%）, 增速居首，达21.5%: the noun of the rate, before which nothing but its place or that it is most stands in front of the bracket, or its place in the clause before; -1 where there is none."""
    row, is_bracketed = walk.row, walk.row.letters(index - 1, index + 2) == "(%)"
    goes_on = start > 0 and row.letters(start - 1, start) == "," and row.words_between(start, index) in walk.vocabulary.continued
    if walk.tokens[index].letter != "%" or not (is_bracketed or goes_on):
        return -1
    stop = index - 1 if is_bracketed else start - 1
    first = row.clause_start(stop)
    noun = first + row.letters(first, stop).rfind("E")
    if noun < first:
        return -1
    is_ranked = _PLACED.fullmatch(row.letters(noun + 1, stop)) is not None
    is_most = is_bracketed and row.letters(noun + 1, stop) == "X" and row.words(noun + 1).strip().endswith(walk.vocabulary.clauses.foremost_words)
    return noun if is_ranked or is_most else -1


def is_growth_in_bracket(walk: Walk, index: int) -> bool:
    """生产总值（6.1%）、固定资产投资（8.4%）分别高于全省…: whether a percentage alone in a bracket is of an amount, which the sentence goes on to compare or to rank."""
    if index < _BEFORE_BRACKET or walk.row.letters(index - _BEFORE_BRACKET, index + 2) != "X(%)":
        return False
    stop = next((place for place in range(index, len(walk.tokens)) if walk.tokens[place].letter in ".;"), len(walk.tokens))
    if not {"G", "K"} & set(walk.row.letters(index, stop)):
        return False
    name = walk.namer.clean(walk.row.words(index - _BEFORE_BRACKET))
    return walk.namer.has_measure(name) and not name.endswith((*walk.vocabulary.rates, *walk.vocabulary.share_nouns, *walk.vocabulary.rate_nouns))


def _is_rate_before(walk: Walk, start: int, index: int) -> bool:
    """同比增长率安吉县最高，为64.3%: nothing but 为 stands between the clause that named a rate and its number."""
    if walk.tokens[index].letter != "%" or not start or walk.tokens[start - 1].letter != ",":
        return False
    if walk.row.letters(start, start + 1) == "I" and (noun := _rate_of_several(walk, start)) >= 0:
        walk.rate_noun = noun
    if walk.rate_noun < 0 or walk.row.clause_start(start - 1) > walk.rate_noun:
        return False
    first = start + (walk.tokens[start].letter == "I")
    return walk.row.words_between(first, index) in walk.vocabulary.continued or first == index


def _rate_of_several(walk: Walk, start: int) -> int:
    """增幅 of 煤炭、矿石增幅较大，分别达24.5%和22.2%: the rate that the clause before says is large of several; -1 where it says none."""
    first, stop = walk.row.clause_start(start - 1), start - 1
    noun = next((place for place in range(stop - 1, first, -1) if walk.tokens[place].letter == "E"), -1)
    said = walk.row.words_between(noun + 1, stop).strip() if noun >= 0 and not walk.row.has_number(first, stop) else ""
    return noun if said.endswith(walk.vocabulary.clauses.foremost_words) else -1


def is_led_rate(walk: Walk, index: int) -> bool:
    """投资增速前三名：德清县58.3%，长兴县36.8%: whether nothing but places and their rates stands between the number at `index` and a colon behind which places are ranked by a rate."""
    if walk.rate_noun < walk.sentence_start or walk.tokens[index].letter != "%" or walk.row.letters(index - 1, index) != "R":
        return False
    colon = next((place for place in range(index - 1, walk.rate_noun, -1) if walk.tokens[place].letter not in _LED_BY_RATE), walk.rate_noun)
    return walk.tokens[colon].rule == LED


# -- conditions: what letters alone do not say ------------------------------------------------------


def _is_multiple_of_a_year(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """是2010年的2.6倍, and not 城乡收入比2010年1.8倍."""
    label_end = spans["label"][1]
    return walk.text[walk.tokens[start].start : walk.tokens[label_end].start].endswith(walk.vocabulary.multiples_of)


def _ends_with_rate(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """增加值同比5.2%，, 同比+5.2%，: a rate without a verb, which ends its clause; 比上年5.2%回落 tells of another."""
    between = walk.row.words_between(spans["basis"][1], index).strip()
    return between in _SIGNS and walk.row.words(spans["basis"][0]) in walk.vocabulary.comparison.rates and walk.row.letters(index + 1, index + 2) in _CLAUSE_END


def _exceeds_a_time(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """高于上年同期2个百分点, and not 高于年初预期目标2个百分点, which is a distance from the aim."""
    if walk.vocabulary.ahead.aim_behind.match(walk.text, walk.tokens[index].end):
        # 低于全年5.5%左右的预期目标
        return False
    words = walk.row.words_between(spans["when"][1], index).strip()
    return not words or (not words.startswith(walk.vocabulary.ahead.plans) and not _is_planned(walk, words))


def _is_planned(walk: Walk, words: str) -> bool:
    """既定目标任务数的: whether `words` in front of a distance are what was planned."""
    return words.removesuffix(walk.vocabulary.those.particle).endswith((*walk.vocabulary.ahead.plans, *walk.vocabulary.ahead.tasks))


def _names_what_it_exceeds(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """比全部规模以上工业快1.4个百分点: there are words to be compared with."""
    first, last = spans["than"]
    return any(token.letter in "RXE" for token in walk.tokens[first:last])


def _exceeds_someone(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """高于全国…, 高于平均水平…, 高于…1.7个百分点: a place, an average, or a distance in points."""
    first, last = spans["than"]
    text = walk.row.words_between(first, last)
    if "的" in text and walk.tokens[index].letter == "#" and text.strip().endswith(walk.vocabulary.there_is):
        # 授权量高于全国平均水平的省份有12个: how many exceed it.
        return False
    if walk.tokens[first].letter == "R":
        return True
    if any(word in text for word in walk.vocabulary.averages) or walk.namer.is_task(text.strip()) or _is_planned(walk, text.strip()):
        # 好于年度目标3微克/立方米, 超年初计划任务8.5%, 超年初既定目标任务数的18%
        return True
    number = walk.tokens[index]
    if number.letter == "#" and walk.frame is not None and walk.frame.sentence == walk.sentence and walk.frame.unit == number.value.unit and walk.row.words(spans["verb"][0]) in walk.vocabulary.comparison.outdoing and not text.strip().startswith(walk.vocabulary.qualifiers.portions):
        # 对欧盟出口490亿元，高出美国20亿元
        return True
    if number.letter == "M" and text.strip().endswith((*walk.vocabulary.comparison.limits, *walk.vocabulary.comparison.limits_in_short)):
        # 超过国家标准0.5倍, 超标0.5倍
        return True
    if number.letter in "#%" and number.value.kind != "count" and "的" not in text and text.strip().endswith(walk.vocabulary.comparison.limits):
        # 超过国家二级标准6微克/立方米, 低于最低工资标准300元
        return True
    return number.value.unit is not None and number.letter == "Q"


def _reaches_another(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """由12件提高到30件: what it rose to follows in the sentence."""
    for token in walk.tokens[index + 1 : index + _REACH]:
        if token.letter in ".;":
            return False
        if token.letter == "Z":
            return True
    return False


def _has_of_a_place(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """集聚了全国25%以上的科研院所: a verb stands before the place, and behind the number those of whom so many are had."""
    label = walk.namer.clean(walk.label_text(*spans["label"]).replace("\n", ""), head=False)
    return bool(label) and is_deed_alone(walk.namer, walk.vocabulary.names, label) and bool(words_behind(walk, index))


def _takes_an_object(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """减少房贷利息支出130亿元, 提高最低工资标准100元: the verb opens its clause, and what fell, or which sum rose, stands behind it."""
    verb = spans["verb"][0]
    opening = walk.namer.clean(walk.label_text(start, verb).replace("\n", ""))
    word = walk.row.words(verb)
    moves = word in walk.vocabulary.falling_objects or (word in walk.vocabulary.raised and walk.tokens[index].value.kind == "money" and not _is_raised_to(walk, verb, index))
    return moves and (not opening or opening in walk.vocabulary.may)


def _is_raised_to(walk: Walk, verb: int, index: int) -> bool:
    """提高补助标准至每月800元: whether the words in front of the amount say up to where, and not by how much."""
    return any(word in walk.vocabulary.become for word in walk.namer.words(walk.row.words_between(verb + 1, index)))


def _is_no_push(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """拉动工业增长3.3个百分点, and not 推动授权量增长28.8%, which is how much that grew."""
    first, last = spans["label"]
    pushes = any(walk.row.words(place) in walk.vocabulary.pushes for place in range(first, last))
    return not (pushes and walk.tokens[index].letter == "%" and walk.tokens[index - 1].letter == "V")


def _is_no_deed(walk: Walk, spans: Spans, start: int, index: int) -> bool:
    """人口增加6万人, and not 改造提升3000个村道, 增加2万个停车位, 完成林分优化提升200万亩: what was done is no change of what it was done to."""
    token, (verb, end) = walk.tokens[index], spans["verb"]
    if token.letter != "#" or end != index or token.value.kind not in ("count", "quantity") or token.value.unit in walk.vocabulary.qualifiers.durations:
        return True
    if walk.row.words(index + 1).startswith(walk.vocabulary.names.figures):
        # 失业率、单位能耗下降3项指标: the verb is of a name.
        return False
    first, last = spans["basis"]
    if first != last or walk.row.words(verb) in walk.vocabulary.falling:
        return True
    said = walk.label_text(start, verb).strip()
    if said.startswith(walk.vocabulary.names.completing) or _goes_on_with_deed(walk, start, verb, index):
        return False
    label = walk.namer.clean(said)
    return not words_behind(walk, index) or not (not label or is_deed_alone(walk.namer, walk.vocabulary.names, label))


def _goes_on_with_deed(walk: Walk, start: int, verb: int, index: int) -> bool:
    """完成林分优化提升200万亩、森林抚育提升200万亩: the same verb in the same unit, behind a deed that ends with it."""
    last = walk.drafts[-1] if walk.drafts and walk.follows_pause(index) else None
    return last is not None and last.token == start - 2 and last.aspect == "level" and last.unit == walk.tokens[index].value.unit and last.indicator.endswith(walk.row.words(verb))


_CONDITIONS: dict[str, Callable[[Walk, Spans, int, int], bool]] = {
    "change.bare": _ends_with_rate,
    "change.above": _exceeds_a_time,
    "change.multiple_of": _is_multiple_of_a_year,
    "change.verb": _is_no_deed,
    "change.of_object": _takes_an_object,
    "gap.than": _names_what_it_exceeds,
    "gap.above": _exceeds_someone,
    "level.pull": _is_no_push,
    "share.of_place": _has_of_a_place,
    "level.from": _reaches_another,
}
