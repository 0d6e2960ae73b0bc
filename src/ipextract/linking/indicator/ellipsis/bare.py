"""A measure that names nothing is of whom or what the one before was: 粮食播种面积…，总产量… → 粮食总产量."""

from __future__ import annotations

from ipextract.linking.endings import without_end, without_head
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.deeds import sum_of_cases
from ipextract.linking.indicator.ellipsis.in_row import had_beside, is_used_beside
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head
from ipextract.linking.indicator.ellipsis.rates import rate_of_deed
from ipextract.linking.indicator.ellipsis.schools import schools_of_all, without_pupils
from ipextract.linking.indicator.ellipsis.summed import sums_list
from ipextract.linking.indicator.ellipsis.whole_again import whole_again
from ipextract.linking.lists.series import deed_in_front

# 融资 of 融资金额: a word that a measure begins with.
_WORD = 2


def _without_receiver(label: Label, topic: str) -> str:
    """移送公安机关案件18件，涉案金额3500万元: of the cases, not of whom they went to."""
    receiver = next((word for word in label.vocabulary.names.receivers if word in topic and not topic.endswith(word)), "")
    return topic.partition(receiver)[2] if receiver else topic


def _came_of_some(label: Label) -> bool:
    """接到报案63起，已赔付41起: whether what came of some of those counted is told, and no measure of them."""
    counted = label.has_same_unit and label.in_same_sentence and label.amount.kind == "count" and not label.frame.parts.measure
    return counted and label.namer.is_result(label.text) and len(label.frame.name) > len(label.text) + 1 and not label.walk.follows_pause(label.index)


def _reach_told(label: Label) -> str | None:
    """急救站覆盖乡镇90个，覆盖率52% → 急救站覆盖率: of what reaches so many, by the deed told."""
    reaching = label.vocabulary.names.reaching_out
    is_told = label.text.startswith(reaching) and label.frame.parts.object and any(word in label.frame.name for word in reaching)
    return rate_of_deed(label) if is_told else None


def _that_grows(label: Label, topic: str) -> str:
    """蔬菜 of 发展蔬菜种植面积18.8万亩，总产量52万吨: what was planted yields so much; the topic itself in front of another measure."""
    names, told = label.vocabulary.names, label.frame.draft
    return without_head(topic, names.planting) if label.text.endswith(names.yielded) and told is not None and told.kind == "quantity" else topic


def _of_some_size(label: Label, topic: str) -> str:
    """隧道 of 隧道长3.2公里，总投资5亿元: of what was said to be so long, not of its length."""
    told = label.frame.draft
    return without_end(topic, label.vocabulary.names.dimensions) if told is not None and told.kind == "quantity" else topic


def bare_measure(label: Label) -> str | None:
    """粮食播种面积…,总产量… → 粮食总产量."""
    goes_on = label.text in label.vocabulary.names.results and label.walk.follows_pause(label.index) and label.has_same_unit
    if not ((label.namer.is_bare(label.text) or goes_on) and (label.in_same_sentence or _goes_on_behind_stop(label))) or sums_list(label) or is_used_beside(label) or _came_of_some(label):
        return None
    parts = label.frame.parts
    if (whole := _reach_told(label) or sum_of_cases(label) or _of_same_deed(label) or _of_next_place(label) or _of_other_matter(label) or _of_visited(label) or had_beside(label) or _of_no_carrier(label)) is not None:
        return whole
    is_of_body = label.amount.unit in label.vocabulary.people_units or label.text in label.vocabulary.names.results
    if label.frame.draft is not None and label.frame.draft.kind == "money" and is_of_body and not parts.measure and not label.namer.is_group(label.frame.name):
        # 上缴税金8亿元，从业人员25万人: of the bodies that the sentence began with.
        first = label.walk.sentence_first
        return (label.namer.longest_group(first.name) if first is not None else "") + label.text
    rates = label.vocabulary.names.of_bodies
    rate = label.vocabulary.names.rate
    # 失业率3.1%，参保人数增加8万人; 数字化率60%，建筑面积1.2万平方米: what a rate is of in one word has no measure else.
    is_state = parts.measure in rate and not label.text.endswith(rate) and len(label.namer.words(parts.topic)) == 1 and not label.namer.is_name(parts.topic)
    if is_state or (label.text.endswith(rate) and parts.measure.endswith(rate)) or (label.text in rates and label.frame.name.endswith(tuple(rates))):
        # 平均利润率1.5%，净利润率1.4%; 病床使用率78.6%，平均住院日8.2天: one beside the other, not of it.
        return label.text
    if label.frame.unit in label.vocabulary.people_units and not parts.measure and label.text not in label.vocabulary.names.people_at_school:
        # 注册护士1.6万人；床位2.8万张: people hold no measure; 生态农庄接待游客3万人次，实现收入5亿元 is of whoever received them.
        host = label.namer.before_deed(label.frame.name)
        return join(host[0], label.text) if host is not None and label.amount.kind == "money" and label.namer.is_name(host[0]) else label.text
    if (whole := whole_again(label)) is not None:
        parts = label.namer.take_apart(whole)
    # 其中专利质押132笔，金额19.8亿元: what is paid is so by a deed.
    paid = label.text in label.vocabulary.names.payments
    topic = _of_joint(label, _without_sum(label, parts.measure, label.namer.topic_for(parts, label.text))) if parts.measure else parts.topic if paid else _without_deed(label, parts.topic)
    for total in label.vocabulary.names.totals:
        topic = topic.removesuffix(total)
    # 受理各类案件1371件，结收案比85.8%: of what kinds they are says nothing of a rate.
    topic = without_head(topic, label.vocabulary.names.determiners) if label.text in label.vocabulary.names.case_rates else topic
    # 金融机构各项贷款余额2560亿元，存贷比79.8%: nor that it was counted item by item.
    topic = without_end(topic, label.vocabulary.names.item_by_item)
    # 公共图书馆总藏量862万册，人均1.46册，总流通562万人次: nor over whom a mean was taken.
    topic = without_head(topic, label.vocabulary.names.means)
    # 餐饮单位完成改造，覆盖率85%: without the deed, that it was done says nothing.
    topic = without_end(topic, tuple(label.vocabulary.names.completing))
    topic = _dealt_in(label, _that_grows(label, _of_some_size(label, topic)))
    topic = _beasts(label, topic)
    if parts.verb and "的" in topic and (topic.partition("的")[0].endswith(label.vocabulary.names.attributive) or parts.verb in label.vocabulary.names.reaching_things):
        # 注册登记的养老机构: the verb is of the attribute.
        topic = parts.verb + topic
    pivot = label.namer.before_deed(topic) if parts.verb in label.vocabulary.names.helping else None
    if pivot is not None and (thing := label.namer.without_verbs(pivot[1])) != pivot[1]:
        # 帮助企业办理商标质押贷款356件，融资金额…: whom one helped is not what was financed.
        topic = thing
    if _is_no_topic(label, topic):
        return label.text
    if any(word in label.frame.name for word in label.vocabulary.names.accounts) and label.text in label.vocabulary.names.results:
        # 企业流动资产450亿元，实现利润32亿元: of the same enterprises, not of what they own.
        first = label.walk.sentence_first
        topic = label.namer.longest_group(label.frame.name) or (label.namer.longest_group(first.name) if first is not None and not label.namer.is_group(label.frame.name) else "")
    topic = _without_receiver(label, _without_second_deed(label, topic)) if parts.verb else topic
    for state in label.namer.states:
        head, found, rest = topic.partition(state)
        # 研究生教育在学研究生 → 研究生教育
        topic = head or rest if found and label.text in label.vocabulary.names.people_at_school else topic.removeprefix(state)
    if label.text in label.vocabulary.names.people_at_school:
        topic = schools_of_all(label, topic) or without_pupils(label, topic)
    # 企业发展到156户，当年新增28户；完成总产值312亿元: what was added is told of those told first.
    of_all = any(draft.indicator == parts.topic for draft in label.walk.drafts if draft.token >= label.walk.sentence_start)
    if label.namer.is_flow(parts.verb) and not of_all and (not label.has_same_unit or _was_counted(label, parts.verb + parts.topic)):
        # 新签约项目156个、总投资1320亿元、到位资金320亿元: of those alone; 新增线路长度49公里，总长427公里: one measure beside the other.
        topic = parts.verb + topic
    if (said_again := _said_again(label, topic)) is not None:
        return said_again
    trade = next((word for word in label.vocabulary.names.trades if topic.startswith(word) and label.text.startswith(word)), "")
    # 销售水果5万吨，销售收入3亿元: the deed is said once.
    topic = topic.removeprefix(trade)
    return join(_without_common_end(topic, label.text), label.text) if topic and not label.text.startswith(topic) else label.text


def _beasts(label: Label, topic: str) -> str:
    """生猪 of 年出栏生猪26万头，存栏9万头, 家禽 of 家禽饲养量186万羽，其中出栏95万羽: the beasts, and not what was done to them or how many are kept; any other topic as it is."""
    names = label.vocabulary.names
    topic = next((topic[len(deed) :] for deed in names.of_beasts if topic.startswith(deed) and len(topic) > len(deed)), topic)
    return without_end(topic, names.beasts_kept) if label.text in names.of_beasts else topic


def _of_joint(label: Label, topic: str) -> str:
    """商标 of 商标申请量与 (注册量): of what the first of two joint measures is, where the topic ends with the word that joins them."""
    first = topic[:-1] if topic[-1:] in label.vocabulary.joins else topic
    parts = label.namer.take_apart(first) if first != topic else None
    return parts.topic if parts is not None and parts.measure else topic


def _without_deed(label: Label, topic: str) -> str:
    """侵权案件 of 侵权案件立案结案: of the cases something is measured, whatever was done to them; 专利 of 专利申请."""
    done = label.namer.without_deed(_without_count(label, topic))
    # 销毁的商品有60多个种类，货值200万元: of the things, and not of their kinds.
    done = without_end(done, label.vocabulary.names.kind_nouns) or done
    cases = label.namer.without_deeds(done)
    # 立案查办侵权案件: the second verb is none of theirs either.
    return label.namer.without_verbs(cases) if cases.endswith(label.vocabulary.names.of_cases) else done


def _without_sum(label: Label, measure: str, topic: str) -> str:
    """侵权案件 of 侵权案件罚没金额830万元，案值2100万元: of what a sum of money is by which deed, another measure is without the deed."""
    word = label.namer.words(topic)[-1] if topic and measure in label.vocabulary.names.sums_of_deeds else ""
    return topic.removesuffix(word) if word and (label.namer.is_deed(word) or topic == word) and label.text not in label.vocabulary.names.sums_of_deeds else topic


def _dealt_in(label: Label, topic: str) -> str:
    """技术合同 of 登记技术合同1320项，成交额45亿元 and of 技术合同登记1320项: a sum of deals says itself what was done, and is of nothing else that was."""
    names = label.vocabulary.names
    if not label.text.startswith(names.deals):
        return topic
    return without_end(without_head(topic, names.done_to_deals), names.done_to_deals) or topic


def _is_of_more_reached(label: Label) -> bool:
    """涉及居民3.2万户、楼栋862栋、建筑面积286万平方米，完成投资6.8亿元: whether things reached were counted right before, of which nothing is measured."""
    frame = label.frame
    return frame.name.startswith(label.vocabulary.names.reaching_people) and frame.draft is not None and frame.draft.kind == "count" != label.amount.kind and not frame.parts.measure and label.walk.follows_pause(frame.draft.token)


def _without_common_end(topic: str, text: str) -> str:
    """普通高等学校 of 普通高等学校研究生, before 在学研究生: whose they are, without the noun that the words end with themselves."""
    noun = next((topic[-size:] for size in range(len(topic), 2, -1) if text.endswith(topic[-size:])), "")
    return topic.removesuffix(noun)


def _without_count(label: Label, topic: str) -> str:
    """信访 of 信访批次下降12%，人次下降9%: by what things are counted is no part of what is counted otherwise."""
    word = label.namer.words(topic)[-1] if topic else ""
    return topic.removesuffix(word) if label.namer.is_bare(word) and label.text != word else topic


def _without_second_deed(label: Label, topic: str) -> str:
    """技术合同 of 认定登记技术合同1120项，实现成交额65亿元: that a thing was registered too is no part of it; 吸纳技术合同 are others than 输出技术合同."""
    deed, verb = deed_in_front(label.namer, label.vocabulary.names, label.frame.name), label.frame.parts.verb
    second = deed.removeprefix(verb)
    return topic.removeprefix(second) if second != deed and second in label.vocabulary.names.deeds_to_titles and not label.namer.is_flow(verb) and topic != second else topic


def _was_counted(label: Label, name: str) -> bool:
    """Whether the sentence counted things of this name."""
    return any(draft.indicator == name and draft.kind == "count" for draft in label.walk.drafts if draft.token >= label.walk.sentence_start)


def _is_no_topic(label: Label, topic: str) -> bool:
    """保障金额330亿元，赔付率36.4%: a deed is no topic; nor is the whole of something (总诊疗人次), nor 用水量 of 用电量, each of which is measured by itself; 货运航线26条，集装箱吞吐量80万标箱: nor are routes."""
    names, namer = label.vocabulary.names, label.namer
    if label.text.endswith(names.rate) and label.frame.parts.measure in names.people_at_school and not topic.endswith(names.schools):
        # 本专科在校生126万人，毛入学率62%: of how many might be there.
        return True
    if _is_of_more_reached(label) or namer.is_verb(topic) or topic in names.deed_topics or topic in names.totals or topic.endswith(names.holding_none):
        return True
    if topic in names.budgets and label.text in names.of_economy:
        # 财政收入增长8%、投资增长12%: no budget invests.
        return True
    measured = not label.frame.parts.measure and topic.endswith(namer.measure_endings) and topic[-1] == label.text[-1]
    is_traffic = label.text.endswith(namer.traffic) and label.text not in namer.traffic
    return measured or (is_traffic and not label.frame.parts.measure and not any(word in label.frame.name for word in namer.carriers))


def _said_again(label: Label, topic: str) -> str | None:
    """A measure that says the deed of `topic` again: 专利质押登记320件，质押金额52亿元; 企业投保专利类保险72家，投保额度3200万元 → 专利类保险投保额度."""
    word = label.text[:_WORD]
    head, found, rest = topic.partition(word) if len(label.text) > _WORD else ("", "", "")
    if len(rest) > _WORD and label.namer.is_verb(word) and word in label.namer.words(topic):
        return rest + label.text
    of_deed = found and label.text.endswith(label.vocabulary.names.sums_of_deeds)
    if of_deed and not head:
        # 质押专利数由75件增至320件，质押金额…: it says itself of what deed it is.
        return label.text
    return head + label.text if head and of_deed and not label.namer.is_flow(head) else None


def _of_no_carrier(label: Label) -> str | None:
    """开通航线44条，旅客吞吐量120万人次: what is carried is of whoever carries, and not of what was counted before."""
    traffic = label.namer.traffic
    is_alone = label.text.endswith(traffic) and label.text not in traffic and not label.frame.parts.measure
    return label.text if is_alone and not any(noun in label.frame.name for noun in label.namer.carriers) else None


def _of_visited(label: Label) -> str | None:
    """图书馆办理借阅证12万个；总流通人次…, 医院诊疗人次3亿，居民平均就诊5次；出院人次…: visits are to the bodies that the sentence began with, behind what was done there or over whom one was averaged."""
    names, first = label.vocabulary.names, label.walk.sentence_first
    if not label.text.endswith(names.visits) or first is None or not label.in_same_sentence or label.walk.parts_from is not None:
        return None
    bodies = bodies_at_head(label, first.name)
    is_deed = label.frame.name.startswith(bodies) and label.namer.starts_with_verb(label.frame.name[len(bodies) :])
    is_mean = first.name != label.frame.name and any(mean in label.frame.name for mean in names.means)
    return bodies + label.text if bodies and (is_deed or is_mean) else None


def _of_same_deed(label: Label) -> str | None:
    """专利权质押融资登记120笔，质押专利450件，融资金额12亿元 → 专利权质押融资金额: of the deed whose word it repeats."""
    word = label.text[:_WORD]
    if not label.text.endswith(label.vocabulary.names.sums_of_deeds) or len(label.text) <= _WORD or word in label.frame.name or not label.in_same_sentence:
        return None
    names = (draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start)
    return next((head + label.text for head, found, rest in (name.partition(word) for name in names) if found and len(head) >= _WORD and word + rest != label.text), None)


def _of_next_place(label: Label) -> str | None:
    """东部地区房地产开发投资7248亿元；中部地区投资2867亿元: the same of the next place."""
    frame, walk = label.frame, label.walk
    is_next = frame.draft is not None and walk.region is not None and walk.region_token > frame.draft.token and frame.draft.region != walk.region
    return frame.name if is_next and label.has_same_unit and frame.parts.topic and frame.parts.measure.endswith(label.text) else None


def _of_other_matter(label: Label) -> str | None:
    """德清查处一起网店案，判处罚金8万元；长兴侦破一起书刊案，涉案金额20万元: of what is told of another place in a clause of its own, and not of what was told of the place before."""
    walk, draft = label.walk, label.frame.draft
    if draft is None or walk.region is None or walk.region_token <= draft.token or draft.region == walk.region:
        return None
    return label.text if walk.row.letters(walk.region_token + 1, label.index).startswith("X,") and walk.namer.starts_with_verb(walk.row.words(walk.region_token + 1)) else None


def _goes_on_behind_stop(label: Label) -> bool:
    """高中阶段学校8所。招生8057人: the sentence begins with those at school, and the one before counted schools."""
    walk, frame = label.walk, label.frame
    opens = label.index - walk.sentence_start <= 1 and frame.sentence == walk.sentence - 1
    if opens and frame.draft is None and frame.parts.measure and label.text.startswith(frame.parts.measure):
        # 民间投资稳步增长。投资额651亿元: of what the sentence before told.
        return True
    if opens and label.text in label.vocabulary.names.farmed and frame.parts.measure in label.vocabulary.names.farmed and frame.parts.topic and _tells_of_one(label):
        # 棉花总产量2.4万吨，比上年增加0.1万吨。播种面积12万亩: of the same crop.
        return True
    whole = frame.draft.parent if frame.draft is not None else None
    # 高校招生8万人，其中本科生3万人。在校生24万人: past the parts, of the schools that the whole was of.
    schools = label.namer.take_apart(whole.indicator).topic if whole is not None else frame.name
    return opens and frame.level and label.text in label.vocabulary.names.people_at_school and label.namer.is_group(schools)


def _tells_of_one(label: Label) -> bool:
    """Whether the sentence before told of one thing alone, and not of several or of parts of a whole: 粮食总产12万吨，其中秋粮9万吨."""
    before = [draft for draft in label.walk.drafts if draft.token < label.walk.sentence_start]
    first = max((place for place in range(label.walk.sentence_start - 1) if label.walk.tokens[place].letter == "."), default=-1)
    return len({draft.indicator for draft in before if draft.token > first}) == 1
