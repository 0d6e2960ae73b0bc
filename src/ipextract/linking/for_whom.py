"""For whom something is done, to whom and by whom: 为45件商标提供预警服务."""

from __future__ import annotations

from ipextract.linking.before_number import raw_label
from ipextract.linking.walk import Walk
from ipextract.linking.words_end import end_of_words_behind
from ipextract.rules.tokens import NUMBERS

# From a number past one token: to an amount between it and what it counts, past a bound to the noun.
_PAIR = 2
# 提供地中海贫血、唐氏综合征、严重致死致残结构畸形的产前筛查: what is done for people, as far as it tells which.
_LONGEST_SERVICE = 48
# 提供职业伤害保障: a longer one is parted by 的 from those for whom it is done.
_PLAIN_SERVICE = 16


def is_for_someone(walk: Walk, start: int, stop: int) -> bool:
    """为45件商标提供预警服务, 免费为8000名学生提供午餐: the words begin or end with whom something is done for, and do not say what."""
    text = walk.label_text(start, stop).strip()
    beneficiaries = walk.vocabulary.names.beneficiaries
    words = walk.namer.words(text) if text else [""]
    if words[0] in beneficiaries:
        return not any(walk.namer.is_verb(word) for word in words[1:])
    if words[-1] not in beneficiaries:
        if is_decided_in(walk, stop, text):
            # 法院在35件案件中适用禁止令
            return True
        # 检查组对蔬菜中的农药残留等83个项目进行了检测: who does it stands in front.
        place = next((place for place, word in enumerate(words) if word in beneficiaries), 0)
        # 联合检查组 begins with a verb, and is a body.
        is_body = place > 0 and not any(walk.namer.is_verb(word) for word in (words[place - 1], *words[1:place], *words[place + 1 :]))
        return is_body and walk.vocabulary.qualifiers.looked_at.fullmatch(raw_label(walk, stop + 1, end_of_words_behind(walk, stop))) is not None
    behind = walk.row.words_between(stop + 1, end_of_words_behind(walk, stop))
    return walk.namer.clean(text[:-1]) == "" or done_for(walk, behind) != behind


def done_for(walk: Walk, behind: str, attribute: str = "") -> str:
    """老字号商标提供预警服务 → 老字号商标, 重点企业进行梳理 → 梳理重点企业: of the words behind a number, what is counted; `attribute` stands before it."""
    deed = walk.vocabulary.qualifiers.deed.fullmatch(behind)
    if deed is None and (looked_at := walk.vocabulary.qualifiers.looked_at.fullmatch(behind)) is not None:
        # 对35个项目进行专项监测: looking at them makes them no others.
        return attribute + looked_at["whom"]
    if deed and deed["decided"] and attribute:
        # 对恶意侵权的46起案件适用惩罚性赔偿: which they are stands in front of what was decided.
        return attribute + deed["whom"] + deed["deed"]
    return deed["deed"] + attribute + deed["whom"] if deed else attribute + walk.namer.beneficiary(behind)


def service_for(walk: Walk, index: int, whom: str) -> str:
    """提供午餐 of 为8000名学生提供午餐, 发放返还 of 向280户企业发放返还23亿元: what is done for the people or firms counted at `index` tells which.

    Empty where something else is counted, or where what is done is long or not told.
    """
    unit = walk.tokens[index].value.unit
    # 与28个国家签署协议: whatever those are with whom it is done.
    said = walk.text[walk.tokens[walk.row.clause_start(index)].start : walk.tokens[index].start].strip()
    with_them = said.startswith(walk.vocabulary.names.partners) or said.endswith(walk.vocabulary.names.partners)
    if not with_them and (unit not in walk.vocabulary.names.units_of_served if unit is not None else not walk.namer.counts_people(whom)):
        return ""
    following, end = walk.row.next_number(index), end_of_words_behind(walk, index)
    # 为2万名65岁以上老人免费体检: a number among the words says whom.
    stop = following if following is not None and following >= end else end
    words = walk.row.words_between(index + 1, stop).strip()
    qualifiers = walk.vocabulary.qualifiers
    is_looked_at = qualifiers.deed.fullmatch(words) is None and qualifiers.looked_at.fullmatch(words) is not None
    # 与16个州选择一个园区开展共建: no one verb ends whom it is done with.
    is_unclear = with_them and any(map(walk.namer.is_verb, walk.namer.words(whom)))
    if not words.startswith(whom) or walk.namer.beneficiary(words) != whom or is_looked_at or is_unclear:
        return ""
    service = walk.namer.clean(words.removeprefix(whom), head=False)
    shorter = walk.namer.without_examples(service)
    # 免费装配假肢、矫形器等辅助器具: without what is done, the examples stay.
    service = shorter if shorter[:_PAIR] == service[:_PAIR] else service
    for verb in walk.vocabulary.names.completed:
        service = service.replace(verb, "", 1)
    if len(service) > _LONGEST_SERVICE:
        return ""
    return service if len(service) <= _PLAIN_SERVICE else f"{service}的"


def body_served(walk: Walk, index: int, whom: str) -> str:
    """企业 of 为113家企业质押融资提供贴息: bodies are counted, and not what of theirs something was done for."""
    names = walk.vocabulary.names
    if walk.tokens[index].value.unit not in names.bodies_listed_in:
        return whom
    body = next((word for word in names.bodies_alone if word in whom), "")
    who, _, theirs = whom.partition(body) if body else (whom, "", "")
    return who + body if theirs and not theirs.startswith("的") and not theirs.endswith((*names.bodies_alone, "）")) else whom


def is_deed(walk: Walk, index: int) -> bool:
    """对140余家重点企业进行全面梳理: whether the words behind the number at `index` tell what was done to those counted.

    So do those behind the next number of a pair: 对83名公诉案件被告人和16名自诉案件被告人宣告无罪.
    """
    stop = end_of_words_behind(walk, index)
    if stop == index + 2 and walk.row.letters(index, stop + 1) == "#X#" and ends_joined(walk, stop) and walk.tokens[stop].value.unit == walk.tokens[index].value.unit:
        return is_deed(walk, stop)
    if walk.row.letters(index, index + 4) == "#X/#" and walk.tokens[index + 3].value.unit == walk.tokens[index].value.unit:
        # 对12家企业、4家代理机构进行约谈
        return is_deed(walk, index + 3)
    found = walk.vocabulary.qualifiers.deed.fullmatch(walk.row.words_between(index + 1, stop).strip())
    # 对12家企业作出处罚35件: what is decided is the next number's.
    return found is not None and not (found["decided"] and walk.row.letters(stop, stop + 1) in NUMBERS)


def is_decided_in(walk: Walk, index: int, label: str) -> bool:
    """在35件案件中适用禁止令: whether the words behind the number at `index` tell what was decided in those cases; 在35件案件中，原告胜诉 and 在12个城市中 say where."""
    qualifiers = walk.vocabulary.qualifiers
    if not label.endswith(qualifiers.verdict_scenes):
        return False
    stop = end_of_words_behind(walk, index)
    found = qualifiers.deed.fullmatch(walk.row.words_between(index + 1, stop).strip())
    return found is not None and bool(found["scene"]) and walk.row.letters(stop, stop + 1) not in NUMBERS


def ends_joined(walk: Walk, stop: int) -> bool:
    """Whether a conjunction ends the words before the token at `stop`: 备案博物馆和, also 检查和, which the dictionary has as one word."""
    joins = walk.vocabulary.joins
    if walk.text[walk.tokens[stop].start - 1] not in joins:
        return False
    last = walk.namer.words(walk.row.words(stop - 1))[-1]
    return last in joins or walk.namer.is_verb(last[:-1])
