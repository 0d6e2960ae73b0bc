"""What the numbers of a list are of, where the clauses before said it: 办理建议218件、提案305件，满意率分别为99.1%、98.7%."""

from __future__ import annotations

from itertools import takewhile

from ipextract.linking.before_number import raw_label
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.anatomy import join, without_bracket
from ipextract.linking.lists.listed import Listed, Question
from ipextract.linking.lists.members import in_bracket, levels_behind_stop
from ipextract.linking.lists.names import distribute
from ipextract.linking.lists.series import deed_in_front, is_service_rate, served
from ipextract.linking.walk import Walk
from ipextract.numbers.numerals import chinese
from ipextract.rules.readings import GROWN
from ipextract.rules.tokens import NOTHING, NUMBERS, Amount

# 阳性率: a rate in a word or two.
_LONGEST_RATE = 5
# What points are added to.
_PER_CENT = ("%", "‰")
# What a list behind it takes up: 占比61%，…比重52%，同比分别提高0.8个和1.2个百分点.
_STATED = ("level", "share")


def _measured_in_clause(listed: Listed) -> list[str] | None:
    """清理规范节庆、论坛、展会，数量分别压减75%、95%、73%: the measure alone, of each of the things that the clause before names."""
    walk, first = listed.walk, listed.first
    if listed.printed not in walk.vocabulary.names.counts_only or first <= walk.sentence_start or walk.tokens[first - 1].letter != ",":
        return None
    begin = walk.row.clause_start(first - 1)
    label = "" if walk.row.has_number(begin, first) else raw_label(walk, begin, first - 1)
    names = distribute(label.removeprefix(deed_in_front(walk.namer, walk.vocabulary.names, label)), listed.count, walk.namer) if label else None
    return names and [join(name, listed.printed) for name in names]


def _clause_with_verb(listed: Listed) -> list[str] | None:
    """工业和投资较快增长，增速分别为5%和6%: what the clause before says grew."""
    walk, first = listed.walk, listed.first
    if listed.reading.rule.name != "change.rate" or first <= walk.sentence_start or walk.tokens[first - 1].letter != ",":
        return None
    begin = walk.row.clause_start(first - 1)
    if any(token.letter in NUMBERS and token.role in ("claim", "unresolved") for token in walk.tokens[begin:first]):
        # 日最大8小时平均浓度: a number in a name is none of the clause's.
        return None
    verb = next((place for place in range(begin, first) if walk.tokens[place].letter == "V"), first - 1)
    return distribute(raw_label(walk, begin, verb), listed.count, walk.namer)


def _gave_to_growth(listed: Listed) -> list[str] | None:
    """A、B增加值分别…，对经济增长的贡献率分别为75.3%、39.2%，分别拉动经济增长1.6、0.8个百分点: what each of the list before gave."""
    walk = listed.walk
    words = walk.vocabulary
    # 对GDP增长贡献率: one word of the dictionary.
    gives = listed.reading.rule.name == "level.pull" or (listed.printed.startswith(words.towards_growth) and any(pull in listed.printed for pull in words.pulls))
    holders = _told_alike(listed) if gives else []
    if len(holders) != listed.count:
        return None
    said = listed.printed or walk.namer.clean(walk.label_text(listed.marker + 1, listed.members[0]).replace("\n", ""), head=False)
    for verb in (*words.towards_growth, *words.pulls):
        holders = [holder.partition(verb)[0] or holder for holder in holders]
    return [holder + said for holder in holders] if said else None


def _told_alike(listed: Listed) -> list[str]:
    """The names of the list before, of a structure, or of as many things of which it was told one by one how they grew: 第一产业增加值增长3%，第二产业增加值…，第三产业增加值…."""
    walk = listed.walk
    before = walk.drafts[-listed.count :]
    if len(before) == listed.count and all(draft.token in walk.named or draft.rule == "share.structure" for draft in before):
        return [draft.indicator for draft in before]
    names = list(dict.fromkeys(draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "change"))
    return names[-listed.count :]


def _served_before(listed: Listed) -> list[str] | None:
    """办理建议218件、提案305件，满意率分别为99.1%、98.7% → 建议满意率, 提案满意率: the rates of what was handled."""
    walk, names = listed.walk, listed.walk.vocabulary.names
    before = [draft for draft in walk.drafts[-listed.count :] if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.kind == "count"]
    if len(before) != listed.count or not listed.printed or not is_service_rate(walk.namer, names, listed.printed):
        return None
    things = [served(walk.namer, names, draft.indicator) for draft in before]
    return [thing + listed.printed for thing in things] if all(things) else None


def _mean_of_each(listed: Listed) -> list[str] | None:
    """门诊救助1.2万人次、住院救助2.5万人次，次均救助额分别为256元和3125元 → 门诊救助次均救助额, 住院救助次均救助额: a mean of each of those counted alike right before."""
    walk, means = listed.walk, listed.walk.vocabulary.names.means
    before = [draft for draft in walk.drafts[-listed.count - 1 :] if draft.token >= walk.sentence_start]
    counted = before[-listed.count :]
    per_head = walk.namer.is_per_head(listed.printed)
    if not (listed.printed.startswith(means) or per_head) or "、" in listed.printed or len(counted) != listed.count or any(draft.aspect != "level" or draft.kind != "count" for draft in counted):
        return None
    # 学校3所、教师20人、学生300人: of more than so many, nobody says of which.
    units = {draft.unit for draft in counted}
    # 执业医师5120人、注册护士7360人，每千人口分别为2.9人和4.1人 → 每千人口执业医师, 每千人口注册护士
    return [(listed.printed + draft.indicator) if per_head else draft.indicator + listed.printed for draft in counted] if len(units) == 1 and (len(before) == listed.count or before[0].unit not in units or all(draft.parent is before[0] for draft in counted)) else None


def _measured_of_each(listed: Listed) -> list[str] | None:
    """管理高血压患者4.8万人、糖尿病患者1.3万人，规范管理率分别为82%和80% → 高血压患者规范管理率, 糖尿病患者规范管理率: a rate or a sum alone, of each of those that the clause before counted alike."""
    walk, names, printed = listed.walk, listed.walk.vocabulary.names, listed.printed
    kinds = {(walk.tokens[member].value or NOTHING).kind for member in listed.members}
    is_rate = kinds == {"percentage"} and printed.endswith(names.rate_ends)
    is_sum = kinds == {"money"} and walk.namer.is_bare(printed)
    if kinds == {"money"} and len(printed) <= _LONGEST_RATE and (alone := _clause_by_clause(listed)):
        # 救助城市居民120人次，救助农村居民310人次，支出资金分别为6万元和12万元
        return [join(draft.indicator, printed) for draft in alone]
    if not (is_rate or is_sum) or "、" in printed or listed.reading.rule.aspect != "level":
        return None
    told, first = _without_sums(listed)
    begun = walk.row.clause_start(walk.row.clause_start(first) - 1)
    counted = [draft for draft in told[-listed.count :] if draft.token >= begun and draft.aspect == "level" and draft.kind == "count"]
    things = [_not_said_by(listed, draft.indicator) for draft in counted]
    is_each = len(things) == listed.count and len({draft.unit for draft in counted}) == 1 and all(walk.follows_pause(draft.token) for draft in counted[1:])
    return [thing + printed for thing in things] if is_each and all(thing and not printed.startswith(thing) for thing in things) else None


def _clause_by_clause(listed: Listed) -> list[Draft]:
    """Those that the clauses right before counted alike, each in its own, where the sentence stated nothing else and a word or two stand before the list; empty where it did."""
    walk, count = listed.walk, listed.count
    first = walk.segment_start(listed.members[0])
    said = [draft for draft in walk.drafts if draft.token >= first]
    if not listed.printed or listed.reading.rule.aspect != "level" or len({draft.indicator for draft in said}) != count or len(said) != count:
        return []
    is_alike = all(draft.aspect == "level" and draft.kind == "count" and draft.unit == said[0].unit and draft.parent is None for draft in said)
    return said if is_alike and not any(walk.follows_pause(draft.token) for draft in said[1:]) else []


def _without_sums(listed: Listed) -> tuple[list[Draft], int]:
    """查处假冒案件18起、侵权案件36起，案值分别达9万元、40万元，罚款分别为…: what was told before the lists of sums right in front, and where the first of those begins, or else this one."""
    walk, first, count = listed.walk, listed.members[0], listed.count
    told = [draft for draft in walk.drafts if draft.token >= walk.sentence_start]
    while len(told) > count and told[-1].token >= walk.row.clause_start(walk.row.clause_start(first) - 1) and all(draft.token in walk.named and draft.kind == "money" for draft in told[-count:]):
        first = told[-count].token
        told = told[:-count]
    return told, first


def _members_of_last(listed: Listed) -> list[str] | None:
    """艾滋病、梅毒检测率均达99.9%，阳性率分别为0.01%、0.12% → 艾滋病阳性率, 梅毒阳性率: a rate alone, of each of those whom the number right before is said of together."""
    walk, printed = listed.walk, listed.printed
    last = walk.drafts[-1] if walk.drafts else None
    alone = printed.endswith(walk.vocabulary.names.rate_ends) and len(printed) <= _LONGEST_RATE and "、" not in printed
    if last is None or last.token < walk.sentence_start or "、" not in last.indicator or not alone or listed.reading.rule.aspect != "level":
        return None
    names = distribute(last.indicator, listed.count, walk.namer)
    parts = [walk.namer.take_apart(name) for name in names or ()]
    return [part.topic + printed for part in parts] if parts and all(part.measure and part.topic for part in parts) else None


def _bounded_together(listed: Listed) -> list[str] | None:
    """进口、出口均增长5%以上，增速分别为5.2%、6.3%: each of those that the number right before bounds together, where the list is of the same and names nothing."""
    walk = listed.walk
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.token < walk.sentence_start or last.bound == "exact" or listed.reading.rule.aspect not in (last.aspect, "level") or listed.printed not in ("", *walk.vocabulary.rate_nouns):
        return None
    names = distribute(last.indicator, listed.count, walk.namer)
    return names if names is not None and len(names) == listed.count and walk.row.letters(last.token + 1, listed.first).startswith(",") else None


def _not_said_by(listed: Listed, name: str) -> str:
    """高血压患者 of 管理高血压患者, in front of 规范管理率; 小学 of 小学在校生: of what a rate is told, without the deed, which the rate may say again, and without how it was counted."""
    namer = listed.walk.namer
    thing = name[len(deed_in_front(namer, listed.walk.vocabulary.names, name)) :]
    parts = namer.take_apart(thing)
    thing = parts.topic if parts.measure else thing
    first = namer.words(thing)[0] if thing else ""
    return thing.removeprefix(first) if first in listed.printed else thing


def _had_by_each(listed: Listed) -> list[str] | None:
    """小学186所、初中78所，在校生分别为23.5万人、10.2万人，专任教师分别为… → 小学在校生, 初中在校生: who is at each of the schools that the sentence counted."""
    walk, names = listed.walk, listed.walk.vocabulary.names
    if listed.printed not in names.people_at_school or any(place in walk.named for place in listed.members):
        return None
    begun = walk.segment_start(listed.members[0])
    counted = [draft for draft in walk.drafts if draft.token >= begun and draft.aspect == "level" and draft.unit in names.body_units]
    return [without_bracket(draft.indicator) + listed.printed for draft in counted] if len(counted) == listed.count > 1 else None


def _counted_before(listed: Listed) -> list[str] | None:
    """三种专利申请所占比例分别为…: as many as were named in the list before."""
    walk = listed.walk
    found = walk.namer.lists.counted_names.match(listed.printed)
    number = chinese(found.group("count")) if found is not None and not found.group("count").isdigit() else found and int(found.group("count"))
    if number != listed.count:
        return None
    if found is not None and listed.printed[found.end() :] in walk.namer.lists.figures:
        # 火灾86起，死亡2人，受伤3人，损失36万元，四项指数分别下降12%、8%、15%、20%
        stated = [draft.indicator for draft in walk.drafts if draft.aspect == "level" and not _in_bracket(walk, draft.token)][-listed.count :]
        return stated if len(set(stated)) == listed.count else None
    names = list(dict.fromkeys(draft.indicator for draft in walk.drafts if draft.token in walk.named))
    return names[-listed.count :] if len(names) >= listed.count else _told_one_by_one(listed)


def _told_one_by_one(listed: Listed) -> list[str] | None:
    """发明专利申请6107件；实用新型13942件；外观设计13169件。三种专利申请所占比重分别为…: the last levels told, as many and in one unit."""
    levels = [draft for draft in listed.walk.drafts if draft.aspect == "level"][-listed.count :]
    names = list(dict.fromkeys(draft.indicator for draft in levels))
    return names if len(names) == listed.count and len({draft.unit for draft in levels}) == 1 else None


def _list_before(listed: Listed) -> list[str] | None:
    """人均可支配收入分别增长12%和13%，分别达43366元和13835元: the names of the list right before, each its own."""
    walk = listed.walk
    before = walk.drafts[-listed.count :]
    last = walk.drafts[-1] if walk.drafts else None
    if listed.label or listed.middle or last is None or len(before) < listed.count or last.token < walk.row.clause_start(walk.row.clause_start(listed.members[0]) - 1):
        return None
    names = [draft.indicator for draft in before]
    return names if len(set(names)) == listed.count and all(draft.token in walk.named for draft in before) else None


def _flows_before(listed: Listed) -> list[str] | None:
    """驰名商标20件、地理标志商标92件，新增分别为1件和9件 → 新增驰名商标, 新增地理标志商标: what was added to each of those counted right before, or how many of each are of a grade."""
    walk = listed.walk
    is_grade = bool(listed.printed) and walk.namer.is_modifier(listed.printed)
    if not (is_grade or walk.namer.is_flow(listed.printed)) or listed.reading.rule.aspect != "level":
        return None
    stated = [draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.kind == "count" and not _in_bracket(walk, draft.token)]
    units = {draft.unit for draft in stated} | {walk.tokens[member].value.unit for member in listed.members}
    if len(stated) != listed.count or len(units) > 1:
        return None
    # 省级示范企业56家、优势企业102家，国家级分别为6家、15家
    return [walk.namer.narrowed_by(listed.printed, draft.indicator) if is_grade else listed.printed + draft.indicator for draft in stated]


def _levels_before(listed: Listed) -> list[str] | None:
    """出口500亿元，进口300亿元，分别增长5%和6%: the last levels of the sentence."""
    walk = listed.walk
    # 降幅分别收窄3.1个和3.0个百分点: a rate is of what was told before.
    is_rate = listed.printed in walk.vocabulary.rate_nouns or listed.printed in walk.vocabulary.fall_nouns
    if listed.label and not is_rate:
        return None
    amounts: list[Amount] = [walk.tokens[member].value or NOTHING for member in listed.members]
    # 比年初增加52亿元和30亿元: an amount is added to what was stated in its unit.
    adds = listed.reading.rule.aspect == "change" and amounts[0].kind not in ("percentage", "multiple")
    # 个百分点 are added to a percentage. 收入由12亿元增加到19亿元，支出由…，年均分别增长…: where both began is no member of the list.
    # 孕产妇死亡率36.8/10万，婴儿死亡率13.2‰，分别下降8.6/10万和1.3个千分点
    units = {unit for member in listed.members if walk.tokens[member].letter == "Q" for unit in _PER_CENT} | {"%" if walk.tokens[member].letter == "Q" else amount.unit for member, amount in zip(listed.members, amounts, strict=True)}
    stated = [
        draft
        for draft in walk.drafts
        if (draft.aspect in _STATED or draft.rule == GROWN.name) and draft.rule != "level.from" and draft.token >= walk.sentence_start and not (adds and draft.unit not in units and draft.aspect == "level")
    ]
    if not stated:
        stated = _stated_behind_stop(listed, units if adds else None)
    if is_rate and not stated:
        stated = [draft for draft in walk.drafts if draft.aspect == "change" and draft.token >= walk.sentence_start]
    if adds and len(units) > 1 and len(stated) > listed.count:
        # 机构420个，床位3210张，人员2980人，其中医师1120人，分别增加12个、180张、95人: each to what has its unit.
        stated = _in_their_units(stated, amounts)
    if len(stated) > listed.count:
        # 国道176公里（其中普通国道106公里）、省道317公里，分别增加…: what a bracket adds is no member.
        outside = [draft for draft in stated if not _in_bracket(walk, draft.token)]
        stated = outside if len(outside) == listed.count else stated
    if len(stated) > listed.count and stated[-1].parent is None:
        # 质押登记57笔，其中专利41笔、商标16笔，融资总额4.36亿元，同比分别增长…: nor is what only divides one.
        wholes = [draft for draft in stated if draft.parent is None]
        stated = wholes if len(wholes) == listed.count else stated
    # 新增商标2件、产品1个，累计分别达到21件和9个: the stocks that they go into.
    names = [draft.indicator for draft in stated][-listed.count :]
    if walk.namer.is_stock(walk.row.words_between(listed.first, listed.marker)):
        names = [walk.namer.stock_of(name) for name in names]
    if len(names) != listed.count:
        return None
    if listed.middle and listed.reading.rule.name == "level" and not units & {"%", None, *(draft.unit for draft in stated[-listed.count :])} and amounts[0].kind != "multiple":
        # 争取预算内投资3亿元、专项债券2亿元，分别支持项目68个、42个: what came of each.
        given = [draft.kind == "money" for draft in stated[-listed.count :]]
        return [(name[len(deed_in_front(walk.namer, walk.vocabulary.names, name)) :] if is_money else name) + listed.middle for name, is_money in zip(names, given, strict=True)]
    return names


def _shares_before(listed: Listed) -> list[str] | None:
    """大班额1203个，占2.8%，超大班额412个，占0.9%，所占比例分别下降1.1和0.6个百分点: those of which the sentence told what share they have, where nothing but the noun of a share stands before the list."""
    walk = listed.walk
    if listed.reading.rule.aspect != "change" or walk.tokens[listed.members[-1]].letter != "Q" or listed.printed not in (*walk.vocabulary.share_nouns, *walk.vocabulary.names.rate_ends):
        return None
    names = list(dict.fromkeys(draft.indicator for draft in walk.drafts if draft.aspect == "share" and draft.token >= walk.sentence_start))
    return names if len(names) == listed.count else None


def _stated_behind_stop(listed: Listed, units: set[str | None] | None) -> list[Draft]:
    """发生事故17起、死亡23人。同比减少4起、2人，分别下降19%、8%: the levels of the sentence before, where there are as many, with units of their own, and the list has no words."""
    if listed.label or listed.middle or listed.reading.rule.aspect != "change":
        return []
    walk = listed.walk
    stated = levels_behind_stop(walk)
    if units is None and len(stated) > listed.count and stated[0].unit in walk.vocabulary.names.body_units:
        # 833家景区接待游客538万人次，实现门票收入6253万元。与上年同期相比，分别增长…: how many they are is not compared.
        stated = stated[-listed.count :]
    told = {draft.unit for draft in stated}
    is_same = len(stated) == listed.count and (units is None or told == units)
    # 接待游客538万人次，实现门票收入6253万元。与上年同期相比，分别增长25.7%、32.6%: of whatever kind behind what they are compared with.
    is_compared = units is None and "B" in walk.row.letters(walk.sentence_start, listed.members[0])
    return stated if is_same and (is_compared or (len(told) == listed.count and all(draft.kind == "count" for draft in stated))) else []


def _in_bracket(walk: Walk, index: int) -> bool:
    return in_bracket(walk, walk.sentence_start, index)


def _changes_before(listed: Listed) -> list[str] | None:
    """增加值下降7.3%，总产值下降7.0%，降幅分别收窄13.1个和13.0个百分点, 分别高于全省1.3和2.5个百分点: the last changes of the sentence."""
    walk = listed.walk
    # Nothing but points are added to rates, or lie between them.
    of_rates = not listed.printed and not listed.middle and listed.reading.rule.aspect in ("change", "gap") and walk.tokens[listed.members[-1]].letter == "Q"
    if not of_rates and (not listed.points_back or listed.reading.rule.aspect != "change"):
        return None
    names = list(dict.fromkeys(draft.indicator for draft in walk.drafts if draft.aspect == "change" and draft.token >= walk.sentence_start))
    return names[-listed.count :] if len(names) >= listed.count else None


def ranked_before(listed: Listed) -> list[str] | None:
    """投资居全市第3位，工业居全市第5位，分别比上年提升2位和1位: what was ranked right before."""
    walk = listed.walk
    if listed.label or listed.reading.rule.aspect != "change" or any((walk.tokens[member].value or NOTHING).unit not in walk.vocabulary.ranks.units for member in listed.members):
        return None
    names = [draft.indicator for draft in walk.drafts if draft.aspect == "rank" and draft.token >= walk.sentence_start]
    return names[-listed.count :] if len(names) >= listed.count else None


def _told_to_grow(listed: Listed) -> list[str] | None:
    """家电零售额增长9%，汽车零售额增长7%，占商品零售额的比重分别为8%和12%: those told right before to have changed, of which no level was stated."""
    walk = listed.walk
    if listed.reading.rule.aspect != "share" or listed.label:
        return None
    before = [draft for draft in walk.drafts if draft.token >= walk.sentence_start]
    recent = list(takewhile(lambda draft: draft.aspect == "change", reversed(before)))
    names = list(dict.fromkeys(draft.indicator for draft in reversed(recent)))
    leveled = any(draft.aspect == "level" and draft.indicator in names for draft in before)
    return names[-listed.count :] if len(names) >= listed.count and not leveled else None


def _each_told(listed: Listed) -> list[str] | None:
    """高速公路里程5公里，一级公路6公里。各等级公路里程分别占总里程的3.8%、7.1%: each of the kinds that the sentence told of last, where they are as many and measured so."""
    walk, names = listed.walk, listed.walk.vocabulary.names
    measure = walk.namer.take_apart(listed.printed).measure if listed.printed.startswith(names.each_told) else ""
    if not measure:
        return None
    before = next((place + 1 for place in range(walk.sentence_start - 2, -1, -1) if walk.tokens[place].letter == "."), 0)
    said = [draft for draft in walk.drafts if draft.token >= before and draft.aspect == "level"]
    told = list(dict.fromkeys(draft.indicator for draft in said))
    return told if len(told) == listed.count and all(name.endswith(measure) for name in told) else None


def _in_their_units(stated: list[Draft], amounts: list[Amount]) -> list[Draft]:
    """The first of `stated` with the unit of each amount, in their order, parts last; all where there is none for one of them."""
    rest = sorted(stated, key=lambda draft: draft.parent is not None)
    found = []
    for amount in amounts:
        draft = next((draft for draft in rest if draft.unit == amount.unit), None)
        if draft is None:
            return stated
        rest.remove(draft)
        found.append(draft)
    return found


# Asked in this order; the first that finds a name for each number is taken.
SAID_BEFORE: tuple[Question, ...] = (_each_told, _gave_to_growth, _served_before, _mean_of_each, _measured_of_each, _members_of_last, _bounded_together, _had_by_each, _measured_in_clause, _counted_before, _clause_with_verb, _flows_before, _list_before, _told_to_grow, _shares_before, _levels_before, _changes_before)
