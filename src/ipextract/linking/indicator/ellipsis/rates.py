"""The rate of what was measured before: 基本医疗保险参保48.2万人，参保率98.5% → 基本医疗保险参保率."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.anatomy import Parts, join, without_bracket
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head
from ipextract.linking.lists.series import deed_in_front, is_service_rate, served
from ipextract.linking.walk import Walk

# 融资 of 融资金额: a word that a measure begins with.
_WORD = 2
# 无害化处理: what a rate is the rate of, with nothing in front that says of what.
_STEM = 5
# 通畅率, 毛入学率
_SHORT_RATE = 4


def rate_of_measure(label: Label) -> str | None:
    """重大项目完成投资1.4万亿元、投资完成率129.6%: the rate is that of the same projects' investment."""
    parts, text = label.frame.parts, label.text
    head = parts.measure[-2:]
    if not (label.in_same_sentence and label.is_level and head and parts.topic):
        return None
    if not (label.parts.measure or text.endswith(label.vocabulary.names.rate)):
        # 化肥出口快速增长，出口化肥73.4万吨
        return None
    if len(text) > len(head) and text.startswith(head) and not text.endswith(head) and not text.endswith(label.vocabulary.names.ratio_ends):
        return join(parts.topic, text)
    return None


def intensity_of_outlay(label: Label) -> str | None:
    """研发投入从1.03万亿元增长到2.79万亿元，强度从1.91%增长到2.44% → 研发投入强度: how much of the whole is spent, of what was spent."""
    names = label.vocabulary.names
    if label.text not in names.intensities or not label.in_same_sentence or not label.frame.name.endswith(names.spent):
        return None
    # R&D经费支出120亿元，投入强度3.1%: by the word of the two that the rate has.
    return without_end(label.frame.name, names.spending if label.text.startswith(names.spending) else ()) + label.text


def days_of_grade(label: Label) -> str | None:
    """空气质量优98天、良214天 → 空气质量良天数: on how many days the air was of a grade."""
    names, walk = label.vocabulary.names, label.walk
    if label.amount.unit not in label.vocabulary.qualifiers.durations:
        return None
    grade = max((word for word in names.air_grades if label.text.endswith(word)), key=len, default="")
    if not grade or not label.is_level or label.parts.measure:
        return None
    air = label.text.removesuffix(grade)
    if not air:
        said = walk.text[walk.tokens[walk.sentence_start].start : walk.tokens[label.index].start]
        air = next((word for word in names.air if word in said), "")
    # 优良82天: of nothing else, but 良 is one of many words.
    return air + grade + names.day_count[0] if air or len(grade) > 1 else None


def rate_of_deed(label: Label) -> str | None:
    """基本医疗保险参保48.2万人，参保率98.5% → 基本医疗保险参保率: the rate of what the name before holds."""
    if not label.in_same_sentence:
        return None
    verb, thing = label.frame.parts.verb, label.frame.parts.object
    if label.text.endswith(label.vocabulary.names.rate) and verb and thing and label.text.startswith(verb) and label.text.removeprefix(verb) not in label.vocabulary.names.rate and not thing.endswith(label.vocabulary.names.rate) and not label.namer.has_measure(thing):
        # 报告手足口病1.2万例，报告发病率下降52%; not 执行到位金额2亿元，执行完毕率42%
        return thing + label.text
    if not label.is_level or label.amount.kind != "percentage":
        return None
    ending = next((word for word in label.vocabulary.names.rate_ends if label.text.endswith(word)), "")
    stem = label.text.removesuffix(ending)
    head, found, rest = label.frame.name.partition(stem) if ending and _WORD <= len(stem) <= _STEM else ("", "", "")
    if not found or not (head or rest) or (not head and len(rest) < _WORD):
        return None
    if label.text in label.vocabulary.names.vital_rates and head and label.namer.is_verb(head[-_WORD:]):
        # 依法办理结婚登记768万对，结婚率5.4‰; 法院调解离婚101万对，离婚率2.6‰: of the people, and of no deed.
        return label.text
    if not head and without_bracket(rest) in label.vocabulary.names.plain_people and label.text not in label.vocabulary.names.vital_rates:
        # 文盲人口8.7万人，文盲率3.2%: a group of all people.
        return label.text
    if not rest or rest.endswith(label.vocabulary.names.measure_endings) or label.namer.is_measure(rest) or rest in label.vocabulary.names.capacities:
        # 竣工面积12万平方米，竣工率85%; 污水集中处理能力…，集中处理率: a measure is not what a rate is of.
        # 达成许可740项，许可率32.2%: that it came about is no part of the rate.
        return without_end(_undertaken(label, head), label.vocabulary.names.come_about) + label.text
    if not head:
        # 结案纠纷案件318件，结案率97.5%; 分配入住公租房338套，分配率98%; 通村油路建设1426公里，通村油路率31%: of what a deed was done to is no rate of the deed.
        return None if label.namer.is_verb(rest) or rest in label.vocabulary.names.deed_nouns else label.namer.without_verbs(rest) + label.text
    if len(rest) < _WORD:
        # 审结案件820件，结案率96%: 结案 is no word of 审结案件.
        return None
    if (done := _rate_of_what_was_done(label, head, stem, rest)):
        return done
    if stem in label.vocabulary.names.reaching_out:
        # 养老服务覆盖区县90个，覆盖率52% → 养老服务覆盖率: of what covers, where the words name it.
        return (head or rest) + label.text
    if label.namer.is_verb(rest):
        # 二审改判发回重审3件，改判发回率1.1%: to what end it was done is no thing.
        return head + label.text
    if rest.startswith("的"):
        # 水质达标的断面12个，达标率92% → 断面水质达标率
        return rest[1:] + head + label.text
    # 调解成功委派案件287件，成功率52.9% → 委派案件调解成功率: of what it was done to, whoever did it.
    head = head.removeprefix(bodies_at_head(label, label.frame.name))
    return rest + (head if label.namer.is_deed(head) and head not in label.namer.flows else "") + label.text


def _undertaken(label: Label, name: str) -> str:
    """食品抽检 of 开展食品抽检, 适应性 of 参加适应性 (培训412人), 土地 of 新增土地 (流转面积8万亩): that something was undertaken, or is new, is no part of its rate."""
    first = next((flow for flow in label.namer.flows if name.startswith(flow)), "") or (label.namer.words(name)[0] if name else "")
    is_light = first in label.vocabulary.names.light_deeds or first in label.namer.flows
    return name.removeprefix(first) if is_light and len(name) - len(first) >= _WORD else name


def _rate_of_what_was_done(label: Label, head: str, stem: str, rest: str) -> str:
    """家庭医生签约率 of 家庭医生签约服务32.6万人，签约率68.2%: a rate of a deed, behind which `rest` says nothing of what it was done to; empty where it does."""
    if rest in label.vocabulary.names.going_on:
        # 家庭医生签约服务32.6万人，签约率68.2%: that it is a service is no part of its rate.
        return head + label.text
    if rest in label.vocabulary.names.persons or rest in label.vocabulary.names.people_nouns:
        # 安置帮教对象1.2万人，帮教率98.6%: it says itself of whom.
        return label.text
    if rest in label.vocabulary.names.deed_nouns:
        # 办理结婚登记3.1万对，结婚率7.4‰: what is registered is no part of the rate, nor that it was done.
        return _undertaken(label, "" if label.namer.is_verb(head) else head) + label.text
    if label.namer.is_result(stem + rest):
        # 公租房分配入住2.3万套，分配率98.6%: two words of one deed.
        return head + label.text
    return ""


def rate_of_service(label: Label) -> str | None:
    """热线受理诉求46万件，办结率99% → 热线诉求办结率: how what was counted before was handled."""
    if label.amount.kind != "percentage" or not is_service_rate(label.namer, label.vocabulary.names, label.text):
        return None
    things = all_served(label.walk)
    return things + label.text if things else None


def all_served(walk: Walk) -> str:
    """建议、提案 of 办理建议218件、提案305件: what the sentence counted last that was handled; empty where it counted nothing so."""
    namer, names = walk.namer, walk.vocabulary.names
    told: list[Draft] = []
    for draft in reversed(walk.drafts):
        if draft.token < walk.sentence_start or draft.parent is not None:
            break
        if draft.aspect == "level" and draft.kind == "count":
            told.insert(0, draft)
            if not walk.follows_pause(draft.token):
                break
        elif told or draft.kind not in ("percentage", "money"):
            break
    things = [served(namer, names, draft.indicator) for draft in told]
    return "、".join(things) if things and all(things) else ""


def rate_of_doing(label: Label) -> str | None:
    """完成招商引资1.8亿元，完成率149% → 招商引资完成率: of what was done, of which nothing but the amount is said."""
    if label.text not in label.vocabulary.names.rates_of_doing or label.amount.kind != "percentage" or not label.frame.level or label.frame.name.endswith(label.vocabulary.names.rate):
        return None
    return join(label.frame.name, label.text)


def rate_of_population(label: Label) -> str | None:
    """户籍人口出生率7.1‰，死亡率5.2‰ → 户籍人口死亡率: the next rate of the same people."""
    rates, name = label.vocabulary.names.vital_rates, label.frame.name
    before = next((rate for rate in rates if name.endswith(rate)), "") if label.text in rates else ""
    return join(name.removesuffix(before), label.text) if before and label.in_same_sentence and name != before else None


def rate_beside(label: Label) -> str | None:
    """乡镇通达率99.9%、通畅率94.3% → 乡镇通畅率, 小学入学率99.9%、巩固率99.5%: a pause alone parts two rates of the same settlements or schools."""
    names, frame = label.vocabulary.names, label.frame
    if not label.is_level or not frame.level or not label.in_same_sentence or not label.walk.follows_pause(label.index):
        return None
    if not label.text.endswith(names.rate) or len(label.text) > _SHORT_RATE or not frame.name.endswith(names.rate):
        return None
    holders = (frame.name[:-size] for size in range(_WORD, _SHORT_RATE + 1))
    holder = next((name for name in holders if name.endswith(names.inhabited) or label.namer.is_name(name)), "")
    return holder + label.text if holder else None


def rate_of_disease(label: Label) -> str | None:
    """传染病报告发病率239/10万，死亡率1.8/10万 → 传染病报告死亡率: of one disease, in one unit."""
    rates = label.vocabulary.names.rates_of_disease
    if label.text not in rates or not label.has_same_unit or not label.is_level:
        return None
    disease = next((label.frame.name.removesuffix(rate) for rate in rates if label.frame.name.endswith(rate)), "")
    # 报告发病率: how it came to be known is no disease.
    return disease + label.text if disease and not label.namer.is_verb(disease) else None


def rate_of_cases(label: Label) -> str | None:
    """手足口病报告发病386例，死亡1例，报告发病率42/10万 → 手足口病报告发病率: among so many people, of the disease whose cases the sentence counted."""
    if not label.text.endswith(label.vocabulary.names.rates_of_disease) or not label.is_level:
        return None
    befell = label.text.removesuffix(label.vocabulary.names.rate[0])
    told = (draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start and draft.aspect == "level")
    disease = next((name.removesuffix(befell) for name in told if name.endswith(befell)), "")
    before = label.frame.draft
    if not disease and before is not None and label.in_same_sentence and before.unit in label.vocabulary.names.units_of_patients and label.frame.level:
        # 报告甲、乙类传染病5236例，发病率136.8/10万: cases are counted by the name of the disease.
        disease = label.frame.name[len(deed_in_front(label.namer, label.vocabulary.names, label.frame.name)) :]
        disease = disease if disease.endswith(label.vocabulary.names.diseases) else ""
    return disease + label.text if disease else None


def of_disease(label: Label) -> str | None:
    """克山病病区县数33个，已消除33个，现症病人350人 → 克山病现症病人: of the disease whose area the part of the sentence began with."""
    walk, names = label.walk, label.vocabulary.names
    if label.text not in names.of_diseases or not label.is_level:
        return None
    start = walk.segment_start(label.index)
    told = (draft.indicator for draft in walk.drafts if draft.token >= start)
    heads = (name.partition(area)[0] for name in told for area in names.disease_areas if area in name)
    disease = next((head for head in heads if head), "")
    return disease + label.text if disease and not label.text.startswith(disease) else None


def face_of_group(label: Label) -> str | None:
    """26个行业增加值实现增长，增长面为74.3% → 行业增长面: how many of those counted grew."""
    draft = label.frame.draft
    if label.text not in label.vocabulary.names.faces or draft is None or draft.kind != "count":
        return None
    # 增加值同比下降的行业18个: of all of them, however they changed.
    name = label.frame.name.rpartition("的")[2]
    counted = label.namer.longest_group(name) or (name if label.namer.is_name(name) else "")
    # 亏损企业62户，亏损面28.6%: of all of them.
    counted = counted.removeprefix(label.text[:-1])
    return counted + label.text if counted else None


def rate_of_people(label: Label) -> str | None:
    """参加医疗保险642万人，参保率95% → 医疗保险参保率; 抽检食品2.8万批次，合格率98% → 抽检食品合格率: the rate of what people are in, of what was tested, or of cases."""
    names, frame = label.vocabulary.names, label.frame
    if label.text in names.case_rates:
        # 审结纠纷案件320件，结案率94%，调解率61%
        before = next((rate for rate in names.case_rates if frame.name.endswith(rate)), "")
        cases = label.namer.without_determiner(label.namer.without_verbs(frame.name.removesuffix(before) if before else frame.parts.object))
        return cases + label.text if cases.endswith(names.cases) else None
    if frame.draft is None or not frame.level:
        return None
    if label.text.startswith(names.succeeding) and label.text.endswith(names.rate[0]) and (done := deed_in_front(label.namer, names, frame.name)):
        # 调解矛盾纠纷8.6万件，成功率98.9% → 矛盾纠纷调解成功率
        label.walk.kept = Parts(done, frame.name[len(done) :], "")
        return frame.name[len(done) :] + done + label.text
    if label.text in names.disposal_rates and frame.parts.measure.endswith(label.vocabulary.forms.amounts):
        # 固体废物产生量1320万吨，处置量85万吨，综合利用率93.2%
        return frame.name.removesuffix(frame.parts.measure) + label.text
    if label.text in names.rates_of_settling and frame.parts.verb in names.quarrels_settled_by and frame.draft.kind == "count":
        # 调解矛盾纠纷18起，成功率100% → 矛盾纠纷调解成功率
        return frame.parts.object + frame.parts.verb + label.text
    if label.text in names.rates_of_users and frame.name.endswith(names.users):
        return without_end(frame.name, names.users) + label.text
    if label.text in names.taking_part and frame.parts.verb in names.being_in and frame.draft.kind == "count":
        # 参加养老保险人数12万人, 参加合作医疗的农业人口36万人: of what they are in, and not of how many they are.
        thing = frame.parts.object.partition("的")[0]
        return next((thing.removesuffix(end) for end in names.people_count_ends if thing.endswith(end)), thing) + label.text
    if frame.parts.measure:
        return None
    if label.text in names.disposal_rates and frame.draft.kind == "quantity":
        # 收集清运医疗废物: two deeds to one thing.
        deed = deed_in_front(label.namer, names, frame.name)
        return frame.name[len(deed) :] + label.text if deed else None
    # 抽检化妆品1340件, 化妆品抽检1340件，合格率99.1%
    is_tested = frame.parts.verb in names.testing or label.namer.words(frame.name)[-1] in names.testing
    return _undertaken(label, frame.name) + label.text if label.text in names.passing and is_tested and frame.draft.kind == "count" else None


def found_in_water(label: Label) -> str | None:
    """入海断面水质保持Ⅱ类，高锰酸盐指数为2.1毫克/升、氨氮为0.09毫克/升 → 入海断面氨氮: of the water that the clause before tells of."""
    names, walk = label.vocabulary.names, label.walk
    if not label.is_level or not label.text.startswith(names.told_of_waters) or not label.text.removeprefix(next((word for word in names.means if label.text.startswith(word)), "")).startswith(names.found_in_waters):
        return None
    before = next((draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start), None)
    if before is not None:
        found = min((place for word in names.found_in_waters if (place := before.indicator.find(word)) > 0), default=0)
        owner = before.indicator[:found]
        for mean in names.means:
            owner = owner.removesuffix(mean)
        return owner + label.text if owner and owner.endswith(names.waters) else None
    start = walk.row.clause_start(label.index)
    told = walk.namer.clean(walk.label_text(walk.sentence_start, start).replace("\n", ""))
    end = max((told.rfind(word) + len(word) for word in names.waters if word in told), default=0)
    return told[:end] + label.text if end and told[end:].startswith(names.qualities_of_water) else None


def quality_of_water(label: Label) -> str | None:
    """20个国考断面全部达标，水质优良率90% → 国考断面水质优良率; 运河水环境功能达标率100%，水质达标比例98% → 运河水质达标比例: of the waters just spoken of."""
    names, name, walk = label.vocabulary.names, label.frame.name, label.walk
    if not label.text.startswith(names.qualities_of_water):
        return None
    quality = next(word for word in names.qualities_of_water if label.text.startswith(word))
    if not label.is_level or any(word in label.text for word in names.waters):
        return None
    title = walk.last_whole or ""
    if title.endswith(quality) and len(title) > len(quality):
        # 国考断面水质状况：水质优良率90%
        return title.removesuffix(quality) + label.text
    if not label.in_same_sentence:
        return None
    if label.frame.level and without_bracket(name).endswith(names.waters):
        return name + label.text
    head = next((name.partition(word)[0] for word in names.qualities_of_water if word in name), "")
    return head + label.text if head else None
