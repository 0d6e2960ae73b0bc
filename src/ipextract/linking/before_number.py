"""The words before a number as a label: cleaned, without the times between them and without what the number is measured by."""

from __future__ import annotations

from ipextract.linking.area.together import are_only_places
from ipextract.linking.endings import without_end
from ipextract.linking.walk import Walk

# What stands before a time and a verb alone: 基础设施建设四年累计投入.
_SHORTEST_HEAD = 2
_LONGEST_HEAD = 10
# What cannot stand between a number and what was aimed at.
_MARKS = frozenset("，。；：！）")
# A level of the time compared with, and by how much it was departed from: points of a percentage, the same unit, a rate.
_DEPARTED = frozenset((("%", "Q"), ("#", "#"), ("#", "%")))
# 36.7%|的|比重|下降|8.2个百分点
_AS_FAR = 5
# （|年初|预算|增长|40亿元
_OF_BRACKET = 4


def raw_label(walk: Walk, start: int, stop: int) -> str:
    """The words of `tokens[start:stop]`, cleaned at their ends and otherwise whole."""
    return walk.namer.clean(walk.label_text(start, stop).replace("\n", ""))


def clean_label(walk: Walk, start: int, stop: int) -> str:
    """The indicator's own words in `tokens[start:stop]`; a body that acts is put aside as the walk's actor."""
    text = _behind_time(walk, walk.label_text(start, stop))
    names = walk.vocabulary.names
    if text.endswith((*names.and_others, *names.summing)) and (listed := without_end(text, names.summing)).endswith(names.and_others) and walk.row.closes_clause(stop):
        # 培训农户、养殖户等9.1万人次, 没收服装、皮具等共计3.2万件: with no noun behind the number, those listed are what is counted.
        text = without_end(listed, names.and_others)
    if walk.row.letters(stop, stop + 2) == "#X" and text.rstrip("\n").endswith(walk.vocabulary.arranged_ends):
        # 出台4方面12项举措, 推出四批政策清单、284项措施: into what they are arranged, and what was so before.
        text = walk.vocabulary.arranged.sub("", text)
    labelled = walk.labeller.label(text)
    if labelled.actor:
        walk.actor = labelled.actor
        if walk.parts_from is not None and labelled.actor.startswith(walk.vocabulary.names.grades_of_bodies):
            # 其中，基层法院收案27万件: which of them did it is what makes it a part.
            return labelled.actor + labelled.text
    return _without_places(walk, labelled.text) if labelled.text.startswith(names.placing) and "、" in labelled.text else labelled.text


def _without_places(walk: Walk, label: str) -> str:
    """抓获嫌疑人 of 在上虞区、诸暨市抓获嫌疑人: in which places something was done is no part of what was done."""
    words = walk.namer.words(label)
    verb = next((place for place, word in enumerate(words) if place > 1 and walk.namer.is_verb(word)), 0)
    return "".join(words[verb:]) if 0 < verb < len(words) - 1 and are_only_places(walk, "".join(words[1:verb])) else label


def _behind_time(walk: Walk, text: str) -> str:
    """Of words with a time between them, the label: a body or a deed before the time is none of it."""
    if "\n" not in text:
        return text
    namer = walk.namer
    head, _, tail = text.rpartition("\n")
    head = head.replace("\n", "")
    tail_words = namer.clean(tail)
    if not tail_words:
        return head
    if head.endswith(tuple(walk.vocabulary.methods)):
        # 按2018年平均汇率计算为: the time is the method's.
        return head + tail
    if len(head) < _SHORTEST_HEAD:
        # 单位：人 全年城镇新增就业5394人: a table's unit is no part of the name.
        return tail
    if head.endswith(walk.vocabulary.names.businesses) and namer.has_measure(tail_words):
        # 中江化工公司3月份实现产值
        return head + tail
    if head.endswith(walk.vocabulary.agencies):
        walk.actor = namer.clean(head)
        return tail
    if head.endswith(walk.vocabulary.names.zones):
        # 自贸试验区全年新增企业1210户: a place of its own kind is no body that acts.
        return head + tail
    if namer.is_group(head) and (told := namer.take_apart(namer.drop_inner(tail_words))).measure and told.topic and namer.is_group(told.topic):
        # 农业全年实现农、林、牧、渔业总产值: of whom it is said again.
        return tail
    if namer.starts_with_verb(tail_words) and not namer.has_measure(tail_words):
        # 基础设施建设四年累计投入: a verb alone needs what stands before the time.
        return head + tail if namer.is_deed(tail_words) and 0 < len(namer.clean(head)) <= _LONGEST_HEAD else tail
    return head + tail


def without_measure_of(walk: Walk, label: str) -> str:
    """供养标准不低于低保标准的 (1.3倍) → 供养标准; 恢复至上年同期的 (75%) → nothing: what a number is measured by."""
    match = walk.vocabulary.measured_by.search(label)
    return walk.namer.clean(label[: match.start()]) if match else label


def is_measured_alone(walk: Walk, start: int, stop: int) -> bool:
    """为预算的 (98.5%), 是全省平均水平的 (1.5倍): the words say only what the number is measured by, not of what it is said."""
    return walk.vocabulary.measured_alone.fullmatch(walk.row.words_between(start, stop).strip()) is not None


def is_next_task(walk: Walk, start: int, index: int) -> bool:
    """完成省下达任务的130%，市下达任务的127%: whether the words in front of the number at `index` name but another task that the same was measured by right before."""
    last, row = walk.drafts[-1] if walk.drafts else None, walk.row
    if last is None or last.kind != "percentage" or last.aspect != "level" or last.token != start - 2 or row.letters(start - 1, start) not in (",", "/") or walk.tokens[index].letter != "%":
        return False
    said = row.words_between(start, index).strip()
    task = said.removesuffix(walk.vocabulary.those.particle)
    return task != said and task.endswith(walk.vocabulary.ahead.own_tasks) and is_measured_alone(walk, row.clause_start(last.token), last.token)


def is_task_shared(walk: Walk, index: int) -> bool:
    """申请286件，占全年任务260件的110%: whether the number at `index` is the task of which the share that is done is told."""
    if walk.tokens[index].letter != "#" or walk.row.letters(index, index + 3) != "#X%" or walk.row.words(index + 1) != walk.vocabulary.those.particle:
        return False
    return walk.row.letters(walk.row.clause_start(index), index) in ("AX", "ATX") and walk.row.words(index - 1).strip().endswith(walk.vocabulary.ahead.tasks)


def is_set_as_aim(walk: Walk, index: int) -> bool:
    """完成规划提出的10件目标任务, 超额完成1.5万人的年度目标任务: whether the number at `index` is what a plan set for what was spoken of."""
    end = walk.tokens[index].end
    if walk.brackets and is_set_in_bracket(walk, index):
        return True
    if walk.brackets and walk.frame is not None and walk.row.letters(index - 1, index + 2) == "(#)" and walk.frame.unit == walk.tokens[index].value.unit and walk.namer.is_task((walk.namer.words(walk.row.words(index - 2).strip()) or [""])[-1]):
        # 拥有量22.8件，提前完成规划目标（20件）
        return True
    if walk.text[end : end + 1] == "的" and walk.frame is not None and walk.vocabulary.ahead.aim_behind.match(walk.text, end) is not None:
        # 超额完成10万亩的目标任务: where the clause names nothing of its own.
        # 提前完成“十二五”末提出的15件的目标: or but who set it, and when.
        is_own = walk.row.words_between(walk.row.clause_start(index), index).strip().endswith((*walk.vocabulary.ahead.setting, *walk.vocabulary.ahead.plans_setting))
        return is_own or _is_met(walk, index) or walk.vocabulary.ahead.own_plan.match(walk.text, end) is not None or not raw_label(walk, walk.row.clause_start(index), index)
    if is_whole_of_plan(walk, index):
        return True
    if walk.frame is not None and walk.tokens[index - 2].letter == "C" and walk.tokens[index - 1].letter == "X" and walk.row.clause_start(index) == index - 2:
        # 失业率2.8%，比年目标任务4.5%低1.7个百分点: with what was aimed at it is compared.
        return walk.row.words(index - 1).strip().endswith(walk.vocabulary.ahead.plans)
    if (index + 1 < len(walk.tokens) and walk.tokens[index + 1].letter != "X") or walk.vocabulary.ahead.plan_behind.match(walk.text, end) is None:
        return False
    return walk.row.words_between(walk.row.clause_start(index), index).strip().endswith(walk.vocabulary.ahead.setting) or (walk.frame is not None and _is_met(walk, index))


def is_whole_of_plan(walk: Walk, index: int) -> bool:
    """新建户厕1326座，完成市下达任务1200座的110.5%; 投资12亿元，完成全年20亿元计划的60%: whether the number at `index` is that planned of which so much was done."""
    if walk.frame is None or walk.row.letters(index, index + 3) != "#X%" or walk.frame.unit != walk.tokens[index].value.unit:
        return False
    behind, ahead = walk.row.words(index + 1), walk.vocabulary.ahead
    if behind == walk.vocabulary.those.particle:
        return walk.row.words(index - 1).strip().endswith((*ahead.tasks, *ahead.plans))
    return ahead.planned_amount.fullmatch(behind) is not None


def _is_met(walk: Walk, index: int) -> bool:
    """提前两个月完成全年1600件的目标: whether nothing but that it was reached, and of what time it is, stands in front of the number at `index`."""
    stop = index
    while walk.row.letters(stop - 1, stop) in ("T", "R"):
        stop -= 1
    said = walk.text[walk.tokens[walk.row.clause_start(index)].start : walk.tokens[stop].start].strip()
    return bool(said) and walk.vocabulary.ahead.meeting.fullmatch(said) is not None


def is_set_in_bracket(walk: Walk, index: int) -> bool:
    """增长7.3%（计划7.5%左右）, 42亿元（年初预算40亿元）: whether in a bracket right behind a claim stands what was planned for it."""
    opening = walk.row.letters(0, index).rfind("(", max(0, index - _OF_BRACKET))
    if opening < 1 or not walk.drafts or walk.drafts[-1].token != opening - 1:
        return False
    told = walk.vocabulary.ahead.plan_in_bracket.fullmatch(walk.text[walk.tokens[opening].start : walk.tokens[index].start].strip())
    return told is not None and (not told["grown"] or walk.row.letters(index - 1, index) == "V")


def is_among_aims(walk: Walk, index: int) -> bool:
    """完成财政收入增长8%、投资增长12%的年度目标: whether what stands behind the number at `index`, or behind the last of the list that it begins, says that it was aimed at."""
    row, place = walk.row, index
    if walk.text[walk.tokens[index].end : walk.tokens[index].end + 1] in _MARKS:
        return False
    while True:
        end = walk.tokens[place].end
        if walk.text[end : end + 1] == "的":
            return walk.vocabulary.ahead.aim_behind.match(walk.text, end) is not None
        first = place + 1 + (row.letters(place + 1, place + 2) == "/")
        following = row.next_number(first) if first > place + 1 or row.words(first)[:1] in walk.vocabulary.joins else None
        if following is None:
            return False
        place = following


def verb_behind_base(walk: Walk, index: int) -> int:
    """比上年36.7%的比重下降8.2个百分点, 比上年96.7%提高1.8个百分点, 比上年96元的价格提高2元: where stands the verb by which the number right behind a basis was departed from; -1 where it is no such number."""
    row, frame = walk.row, walk.frame
    if row.letters(index - 1, index) != "B" or frame is None or frame.sentence != walk.sentence:
        return -1
    letters = row.letters(index, index + _AS_FAR)
    between, number = letters[1 : letters.find("V")], letters[0]
    verb = index + 1 + len(between)
    following = walk.tokens[verb + 1] if letters[verb - index :][1:] else None
    if following is None or between not in ("", "X", "XW") or (number, following.letter) not in _DEPARTED:
        return -1
    if number == "#" and (walk.tokens[index].value.unit != frame.unit or (following.letter == "#" and following.value.unit != frame.unit)):
        return -1
    said = row.words_between(index + 1, verb).strip()
    noun = said.removeprefix(walk.vocabulary.those.particle)
    is_level = noun != said and (len(between) > 1 or walk.namer.has_measure(noun) or noun in walk.vocabulary.behind.all_levels)
    # 比上年同期19.7亿元增长13.4%: read by itself.
    return verb if is_level or (not said and following.letter != "%") else -1


def is_of_base_again(walk: Walk, index: int) -> bool:
    """比上年同期授权的2223件增长16.9%: whether the number at `index` is what the indicator before was at the time compared with."""
    return walk.row.letters(index - 2, index + 3) in ("BX#V%", "BXUV%") and walk.row.words(index - 1).endswith("的")
