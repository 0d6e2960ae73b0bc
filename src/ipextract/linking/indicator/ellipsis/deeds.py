"""A deed alone is done to what the one before was done to: 受理案件109件,调结104件 → 调结案件."""

from __future__ import annotations

from ipextract.linking.endings import without_end, without_head
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.anatomy import Parts, join, without_bracket
from ipextract.linking.indicator.ellipsis.crimes import examined_crime
from ipextract.linking.indicator.ellipsis.effects import answered_by
from ipextract.linking.indicator.ellipsis.label import Label, said_before, whole_behind_parts, whole_done_to, whole_of_several
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head
from ipextract.linking.lists.series import deed_in_front, is_deed_only, sender
from ipextract.rules.tokens import NUMBERS

# 预审 of 预审合格
# 新制定, 参与修订
_SHORT_DEED = 4
_WORD = 2
# Among so many numbers before, the same deed may have been told.
_TOLD = 6
# 发病, 民俗活动
_SHORT = 4


def outcome(label: Label) -> str | None:
    """受理案件109件,调结104件 → 调结案件; 专利申请17826件、授权12094件 → 专利授权."""
    beside = _counted_beside_sum(label)
    parts = _parts_before(label, beside)
    if parts.verb and parts.object.startswith(label.vocabulary.conjunctions):
        # 批准和决定逮捕62人，起诉90人: two deeds in one, of what is behind the second.
        thing = "".join(label.namer.words(parts.object[1:])[1:])
        if not thing or label.namer.is_deed(thing):
            return label.text if label.in_same_sentence else None
        parts = label.namer.take_apart(parts.verb + thing)
    is_counted_so = label.has_same_unit or beside is not None or {label.amount.unit, label.frame.unit} <= label.vocabulary.names.units_of_cases or _is_next_deal(label)
    if label.in_same_sentence and not is_counted_so and label.frame.draft is not None and label.frame.draft.kind == "percentage":
        return _done_before_rate(label)
    if not (label.in_same_sentence and is_counted_so and parts.object):
        return None
    if (alone := _on_average(label, parts) or (label.text if _was_done_to_no_thing(label, parts) else "")):
        return alone
    head, found, rest = parts.object.partition(label.text)
    if found and not rest and head in label.vocabulary.names.prompting:
        # 监督立案120件，公安机关已立案98件: what they were made to do.
        return answered_by(label)
    if head and found and label.is_level and label.namer.is_deed(rest) and label.namer.is_deed(label.text):
        # 商标注册申请3.2万件、注册2.1万件 → 商标注册
        return head + label.text
    if not label.namer.is_result(label.text):
        return (_next_to_title(label) if label.text in label.vocabulary.names.deed_nouns else "") or _done_to_those(label, parts)
    if label.namer.is_deed(label.frame.name) or label.frame.name in label.vocabulary.names.prosecuted or len(parts.object) < _WORD:
        # 立案326件，结案298件; 收案800件，办结700件: neither says of what.
        return label.text
    owner = label.namer.longest_group(label.frame.name) if parts.measure and not label.is_level else ""
    if owner:
        # 省管企业净资产增长8.9%、研发投入增长34.4%: what grew is the owner's, and no deed done to the assets.
        return owner + label.text
    label.walk.kept = parts
    if parts.object[:1] in label.vocabulary.qualifiers.done_to and len(last := label.namer.words(parts.object)[-1]) > 1:
        # 对民事裁判提出抗诉2986件，审结2108件: of what was brought, and not of what it was brought against.
        return label.text + last
    if parts.object.startswith(label.vocabulary.names.examined) and (thing := label.namer.without_verbs(parts.object)) != parts.object:
        # 受理审查逮捕侵犯知识产权犯罪45件，批准逮捕30件: of the crimes; 受理审查起诉88件，起诉70件: neither says of what.
        return label.text if label.namer.is_verb(thing) else label.text + thing
    if parts.object in label.vocabulary.names.examined:
        return label.text
    head, found, rest = parts.object.partition(label.text[:_WORD])
    if head and found and len(label.text) > _WORD and rest in label.vocabulary.names.cases and not head.endswith(label.vocabulary.names.titles):
        # 诉前调解案件1930件，调解成功1625件 → 诉前调解成功: the deed that the cases are of, and how it ended.
        return head + label.text
    if crime := examined_crime(label.vocabulary.names, parts.object):
        # 受理侵犯知识产权犯罪审查逮捕案件45件，批准逮捕30件: of the crimes.
        return label.text + crime
    return _result_of(label, parts)


def _counted_beside_sum(label: Label) -> Draft | None:
    """查出问题45个，涉及资金3.2亿元，已整改40个: what the sentence counted in the same unit before one amount of money, which says how much it came to; None where anything else stands between."""
    drafts = label.walk.drafts
    if label.amount.kind != "count" or not label.is_level or len(drafts) < _WORD or label.frame.draft is not drafts[-1] or drafts[-1].kind != "money":
        return None
    counted = drafts[-2]
    is_beside = counted.aspect == drafts[-1].aspect == "level" and counted.token >= label.walk.sentence_start and counted.unit == label.amount.unit
    # 获贷款企业20家，贷款8亿元；新增12家: a semicolon parts them.
    return counted if is_beside and ";" not in label.walk.row.letters(counted.token, label.index) and not label.walk.follows_pause(label.index) else None


def _is_next_deal(label: Label) -> bool:
    """专利转让1120件、许可213件次: whether a list tells in another unit what else was done with the same titles."""
    is_next = label.walk.follows_pause(label.index) and label.amount.kind == "count" and label.frame.level
    return is_next and label.namer.without_deed(label.frame.name) in label.vocabulary.names.titles


def _granted_of_asked(label: Label, said: str) -> str:
    """专利授权 of 申请专利36124件，授权21087件, 专利获授权 of 申请专利36124件，获授权21087件, 植物新品种权授权 of 植物新品种权申请量1047件；授权441件: what was asked for and is now granted, without that it was asked for; empty where it was not."""
    names = label.vocabulary.names
    told = without_head(label.text, names.getting)
    for deed in names.deeds_to_titles:
        if deed == told or told not in names.deeds_to_titles:
            continue
        title = said[len(deed) :] if said.startswith(deed) else without_end(said, names.measure_endings).removesuffix(deed)
        if title and title not in (said, without_end(said, names.measure_endings)) and title.endswith(names.holdings):
            return title + label.text
    return ""


def _next_to_title(label: Label) -> str:
    """商标注册 of 商标申请量1023件，注册862件: another deed to the titles whose measure names one; empty where it names none."""
    names, parts = label.vocabulary.names, label.frame.parts
    is_next = parts.measure.startswith(tuple(names.deeds_to_titles)) and parts.topic.endswith(names.holdings)
    return parts.topic + label.text if is_next else ""


def _result_of(label: Label, parts: Parts) -> str:
    """专利授权 of 专利申请17826件、授权12094件: a result with the thing that the name before, whose parts are given, was of."""
    if granted := _granted_of_asked(label, parts.object):
        return granted
    names = label.vocabulary.names
    if parts.verb in names.light_deeds and label.namer.words(parts.object)[-1] in names.testing:
        # 开展食品抽检95批次，合格88批次: what came of the test.
        return parts.object + label.text
    if label.text in names.rejecting and (asked := without_head(parts.object, names.examining)).endswith(names.asked_for):
        # 审查商标注册申请2.7万件，驳回3800件: what is turned down is what was asked for.
        return label.text + asked
    if parts.verb and parts.object.endswith(names.applications) and not parts.object.endswith(names.cases) and not any(word in parts.object for word in names.titles) and label.text[:_WORD] not in parts.object:
        # 收到政府信息公开申请26件，办结24件: what was asked for is what was dealt with.
        return label.text + parts.object
    cases = next((cases for deed in names.court_deeds if (cases := parts.object.removesuffix(deed)).endswith(names.of_cases) and cases != parts.object), "")
    if cases:
        # 民事案件收案298件，审结274件; 专利案件立案186件、结案180件: said as the other is, where it is such a word.
        return cases + label.text if label.text in names.court_deeds else label.text + cases
    stem = label.namer.without_deed(parts.object)
    if stem != parts.object and (label.text.startswith(stem) or label.namer.is_verb(stem)):
        # 收到预审申请68件，预审合格54件，获得授权42件: it says itself what it is of, and the other says it not.
        return label.text
    if (thing := label.namer.without_deed(stem)) != stem and label.text.endswith(stem[len(thing) :]):
        # 商标注册申请46万件，核准注册37万件 → 商标核准注册: said again.
        stem = thing
    title = stem.removesuffix(label.namer.words(stem)[-1]) if stem and stem != parts.object else ""
    if title and title.endswith(label.vocabulary.names.titles) and not stem.endswith(label.vocabulary.names.titles) and not stem.endswith(label.vocabulary.names.of_cases):
        # 受理专利预审申请1567件，预审合格1123件，授权989件 → 专利预审合格, 专利授权
        return title + label.text
    if label.namer.is_flow(parts.verb) and parts.object.endswith(label.vocabulary.names.works):
        # 新开工棚户区改造4.2万套、基本建成6.8万套: the work is what was begun and ended.
        return label.text + parts.object
    if stem != parts.object and parts.verb and label.walk.follows_pause(label.index):
        # 办理商标变更1200件、续展850件
        return parts.verb + stem + label.text
    if stem != parts.object and label.text in label.vocabulary.names.standing:
        # 发明专利申请5120件；有效9800件
        return label.text + stem
    if stem != parts.object:
        # 新增商标申请28.4万件，核准注册14.1万件 → 核准注册商标; 民事案件新收1170件、审结1113件 → 审结民事案件
        is_before = parts.verb or (stem.endswith(names.of_cases) and label.text not in names.court_deeds)
        return join(label.text, stem) if is_before else stem + label.text
    if parts.object.startswith(label.text[:_WORD]) or (parts.object in names.cases and parts.object.startswith(label.text[-1])):
        # 收到预审请求4876件；预审合格3365件; 受理案件1200件，结案1100件: it says itself what it is of.
        return label.text
    # 实施重点项目320个，竣工80个: of the projects, whatever was done to all.
    # 培训农村劳动力2.3万人，转移2.5万人: nor what was done to people.
    done = (word for word in label.vocabulary.names.done_to_people if label.frame.name.startswith(word))
    deed = deed_in_front(label.namer, label.vocabulary.names, label.frame.name) or next(done, "")
    thing = parts.object
    if not parts.verb and not parts.measure and (told := _who_did(label, thing)) and (done_to := _done_to_what(label, thing[len(told) :])):
        # 调解组织调解纠纷3.5万件，调解成功3.4万件: by the same bodies.
        return told + label.text + done_to
    if len(deed) > len(parts.verb) and label.frame.name == parts.verb + parts.object:
        thing = label.frame.name[len(deed) :]
        label.walk.kept = Parts(deed, thing, "")
    return thing + label.text if label.text.startswith(label.vocabulary.names.outcomes_behind) else join(label.text, thing)


def _done_to_what(label: Label, done: str) -> str:
    """纠纷 of 调解纠纷, which the dictionary has as one word: what something was done to; empty where no deed stands in front."""
    doing = label.namer.take_apart(done)
    return doing.object if doing.verb else done[_WORD:] if label.namer.is_verb(done[:_WORD]) else ""


def _who_did(label: Label, name: str) -> str:
    """调解组织 of 调解组织调解纠纷, 住房保障 of 住房保障开工公租房: who did what was counted, or under what; empty where the name says neither."""
    if bodies := bodies_at_head(label, name):
        return bodies
    head, deed = label.namer.before_deed(name) or ("", "")
    return head if head and label.namer.is_result(label.namer.take_apart(deed).verb) else ""


def _done_before_rate(label: Label) -> str | None:
    """保障性住房开工6万套，开工率95%；竣工2万套 → 保障性住房竣工: behind a rate, what was counted before it."""
    if not label.is_level or not (label.namer.is_result(label.text) or is_deed_only(label.namer, label.vocabulary.names, label.text)):
        return None
    drafts = (draft for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start)
    counted = next((draft.indicator for draft in drafts if draft.aspect == "level" and draft.unit == label.amount.unit), "")
    told = label.namer.before_deed(counted) if counted else None
    if counted and (deed := deed_in_front(label.namer, label.vocabulary.names, counted)) and label.namer.is_name(counted[len(deed) :]) and label.text[:_WORD] not in deed:
        # 检查医药机构326家，覆盖率100%，约谈42家: the next deed is done to the same.
        return label.text + counted[len(deed) :]
    if told is None or not label.namer.is_deed(told[1]):
        return None
    thing, last = told[0], label.namer.words(told[0])[-1]
    if last != thing and label.namer.is_result(last + told[1]):
        # 预审案件预审合格54件，合格率79%，获得授权42件: the deed has two words.
        thing = thing.removesuffix(last)
    return thing + label.text


def _done_to_those(label: Label, parts: Parts) -> str | None:
    """新建农村公路120公里，重点养护90公里 → 重点养护农村公路: any other deed, alone, to what a deed was done to right before."""
    namer, names = label.namer, label.vocabulary.names
    if not label.is_level or parts.measure or not (is_deed_only(namer, names, label.text) or label.text in names.deed_topics):
        return None
    # 严重损坏房屋320间，一般损坏1260间: the deed may be said again, and what it is done to not.
    told_of = parts.object[len(deed_in_front(namer, names, parts.object)) :]
    if any(word in told_of for word in namer.words(label.text)) or parts.object.endswith(names.cases):
        # 办理审查起诉案件60件，提起公诉34件: what courts do to cases is told by its own words.
        return None
    # 粮食企业收购粮食1235万吨，储备860万吨: by the same bodies.
    bodies = bodies_at_head(label, label.frame.name)
    name = label.frame.name[len(bodies) :]
    deed = next((flow for flow in namer.flows if name.startswith(flow)), "") or deed_in_front(namer, names, name)
    if not deed and (told := namer.before_deed(name)) is not None and (label.walk.follows_pause(label.index) or told[0] in names.titles):
        # 茶叶基地新建2000亩、改造1000亩; 商标申请6120件，注册4893件
        return told[0] + label.text if namer.is_deed(told[1]) else None
    thing = namer.without_verbs(name[len(deed) :])
    return bodies + label.text + thing if deed and thing and not namer.is_deed(thing) and "、" not in thing else None


def same_deed(label: Label) -> str | None:
    """受理申请120件、授予90件 behind 累计受理商标申请2300件、授予商标权1800件，其中2024年: the same deeds are done to the same things."""
    walk, namer = label.walk, label.namer
    if walk.parts_from is None or not (namer.is_deed(label.text) or namer.is_result(label.text)) or label.frame.draft is None:
        return None
    verb, *rest = namer.words(label.text)
    told = [draft for draft in reversed(walk.drafts[-_TOLD:]) if walk.sentence_start <= draft.token < walk.parts_from and draft.aspect == "level" and draft.unit == label.amount.unit]
    if label.frame.draft.token > walk.parts_from and label.frame.name not in [draft.indicator for draft in told]:
        # 其中民事案件298件，审结274件，刑事案件16件，审结13件: it is done to the part.
        return None
    # 统一销毁盗版图书3.2万件，其中主会场销毁1.1万件: how the whole was done stands in front of the deed.
    how = label.vocabulary.names.deed_adverbs
    return next((one.indicator for one in told if without_head(one.indicator, how).startswith(verb) and one.indicator.endswith("".join(rest)) and len(one.indicator) > len(label.text)), None)


def deed_of_sentence_before(label: Label) -> str | None:
    """2019年，检验压力容器245台。2020年，检验251台 → 检验压力容器: the same deed in another sentence is done to the things of the one before."""
    name, draft = label.frame.name, label.frame.draft
    behind_change = draft is not None and draft.aspect == "change" and label.amount.kind == "count"
    if not label.is_level or not (label.has_same_unit or behind_change) or label.parts.measure or label.parts.verb:
        return None
    if label.text in label.vocabulary.names.deeds_to_titles:
        # 五年累计申请专利900件；授权620件。2015年申请210件: any of those that the sentence before told.
        return next((said for said in said_before(label) if label.text in (said[:_WORD], said[-_WORD:]) and len(said) >= 2 * _WORD), None)
    if label.frame.sentence != label.walk.sentence - 1 or not (label.frame.level or behind_change):
        return None
    is_deed = label.namer.is_deed(label.text)
    if behind_change:
        # 受理案件25.4万件，办结23.1万件，分别上升3.6%和3.1%。其中市中院受理2.8万件: what the sentence before counted, before it compared.
        return next((said for said in said_before(label, label.amount.unit) if said.startswith(label.text) and len(said) >= len(label.text) + _WORD), None) if is_deed else None
    if not name.startswith(label.text):
        # 受理案件2.1万件，审结2万件。其中2023年受理5120件: done to what it was done to before.
        return next((said for said in said_before(label) if said.startswith(label.text) and len(said) >= len(label.text) + _WORD), None) if is_deed else None
    # 审、执结
    is_told = _WORD <= len(label.text) <= _SHORT_DEED and len(name) >= len(label.text) + _WORD
    return name if is_told and (is_deed or label.text in label.vocabulary.names.deeds_as_nouns) else None


def attained(label: Label) -> str | None:
    """自学考试报考18.8万人次，取得毕业证书0.9万人 → 自学考试取得毕业证书: what those came to have of whom the sentence tells."""
    if not label.text.endswith(label.vocabulary.names.credentials) or label.amount.unit not in label.vocabulary.people_units or not label.in_same_sentence:
        return None
    verb = label.namer.words(label.text)[0]
    subject = label.namer.without_deed(label.frame.name)
    return subject + label.text if verb in label.vocabulary.names.having_one and subject != label.frame.name else None


def handed_over(label: Label) -> str | None:
    """查处案件265起，移送司法机关3起 → 移送司法机关案件: whom things are handed to is not what is handed over."""
    if not label.is_level or not label.text.endswith(label.vocabulary.names.receivers) or not label.namer.starts_with_verb(label.text):
        return None
    walk, names = label.walk, label.vocabulary.names  # 查处案件265起，案值566万元，移送司法机关3起: what was counted in the same unit.
    counted = [draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == label.amount.unit]
    # 查处案件265起，吊销许可证12件，移送司法机关3件: cases are, if any are told of.
    last = next((draft for draft in counted if draft.indicator.endswith(label.vocabulary.names.of_cases)), counted[0] if counted else None)
    if last is not None and last.parent is not None and last.parent is label.frame.draft:
        # 案件56件（其中商标50件）；移送公安3件: the bracket is closed.
        last = last.parent
    last = whole_of_several(label, last) or last
    told = whole_done_to(label) or (last.indicator if last is not None else "")
    words = label.namer.words(label.namer.take_apart(told).object) if told else []
    # 商标侵权案件结案80起，移送公安3起: what came of others is not handed over.
    thing = "".join(words[:-1] if len(words) > _WORD and label.namer.is_result(words[-1]) else words)
    if not thing:
        return None
    if label.amount.unit in names.units_of_cases and label.namer.is_deed(thing):  # 立案320件，移送公安机关12件: of cases.
        thing = names.of_cases[0]
    if label.amount.unit in label.vocabulary.people_units and not label.namer.counts_people(thing) and not thing.endswith(label.vocabulary.names.persons):
        # 处分412人，移送司法机关28人: a deed is no thing.
        return label.text
    return label.text + label.namer.without_verbs(thing)


def raised(label: Label) -> str | None:
    """发行债券42只，筹资310亿元 → 发行债券筹资: by what was issued, or by those who were listed, right before."""
    if label.text not in label.vocabulary.names.raised or not label.is_level:
        return None
    issued = _counted_in(label, label.vocabulary.names.issued_units)
    return issued + label.text if issued else None


def _counted_in(label: Label, units: frozenset[str]) -> str:
    """What the sentence counted last in one of `units`; empty where it counted nothing so."""
    drafts = label.walk.drafts
    return next((draft.indicator for draft in reversed(drafts) if draft.token >= label.walk.sentence_start and draft.aspect == "level" and draft.unit in units), "")


def deed_of_part(label: Label) -> str | None:
    """制定、修订地方标准31项，其中新制定20项 → 新制定地方标准: another deed to the things of the whole."""
    # 受理民事案件755件（含旧存280件）: in a bracket, of what stands before it.
    whole, namer = label.frame if label.walk.brackets and label.frame.level else label.walk.parent, label.namer
    if whole is None or label.walk.parts_from is None or not label.is_level or not label.in_same_sentence or label.parts.measure:
        return None
    if whole.unit != label.amount.unit:
        return _by_other_way(label)
    head, _, last = whole.name.rpartition("、")
    if head and namer.is_verb(namer.words(head)[0]) and not namer.is_verb(namer.words(head)[-1]):
        # 受理涉外、涉港澳台案件812件，其中新收662件: what is listed are things, and all of them.
        last = whole.name
    thing = namer.without_verbs(last)
    words = namer.words(label.text)
    # 查扣货物1.2万批次，其中邮递渠道查扣9600批次: the same deed, by which way.
    is_short = len(label.text) <= _SHORT_DEED or _is_done_by(label, words[-1]) or (words[-1] == whole.parts.verb and len(words) > 1 and not thing.endswith(words[-2][-_WORD:]))
    is_deed = is_short and namer.is_verb(words[-1]) and label.text not in label.vocabulary.names.results
    titles = label.vocabulary.names.titles
    if any(title in label.text for title in titles):
        # 专利授权3210件，其中发明专利310件；商标申请5600件: another title is applied for.
        return None
    if is_deed and thing == last and len(words) > 1 and not whole.parts.measure and any(title in whole.name for title in titles):
        # 驰名商标98件，其中行政认定85件: who recognised them.
        return label.text + label.namer.narrowed(whole.name)
    return label.text + thing if is_deed and thing != last and "的" not in whole.name and thing not in label.text else None


def _parts_before(label: Label, beside: Draft | None) -> Parts:
    """受理 + 案件 of 受理案件109件: the parts of what was done before, also of a whole, and of what was counted `beside` a sum."""
    whole = whole_behind_parts(label) or whole_done_to(label) or (beside.indicator if beside is not None else None)
    parts = label.frame.parts if whole is None else label.namer.take_apart(whole)
    if beside is not None and len(deed := deed_in_front(label.namer, label.vocabulary.names, beside.indicator)) > len(parts.verb):
        return Parts(deed, beside.indicator[len(deed) :], "")
    return parts


def _on_average(label: Label, parts: Parts) -> str:
    """年均授权发明专利 of 年均申请发明专利850件，授权620件: over what the deed before, of such parts, is averaged, that behind it is too; empty where it is not."""
    mean = next((word for word in label.vocabulary.names.means if parts.object.startswith(word)), "") if not parts.verb and label.namer.is_result(label.text) else ""
    done = label.namer.take_apart(parts.object.removeprefix(mean))
    return mean + label.text + done.object if mean and done.verb and done.object else ""


def _was_done_to_no_thing(label: Label, parts: Parts) -> bool:
    """采取强制措施2368人，移送起诉1986人; 责令整改86家，立案处罚45家: whether the deed before, of such parts, names measures taken against people or what others were made to do, and no things."""
    names = label.vocabulary.names
    is_made_to = parts.verb in names.prompting and (label.namer.is_deed(parts.object) or len(parts.object) <= _WORD)
    return is_made_to or (label.amount.unit in label.vocabulary.people_units and parts.object.endswith(names.measures_taken))


def _by_other_way(label: Label) -> str | None:
    """邮递渠道查扣货物 of 查扣货物1.2万批次，案值1.6亿元，其中邮递渠道查扣9600批次: behind another amount, the deed that the sentence told in the same unit."""
    walk, namer = label.walk, label.namer
    deed = namer.words(label.text)[-1] if label.text else ""
    told = (draft.indicator for draft in walk.drafts if walk.sentence_start <= draft.token < (walk.parts_from or 0) and draft.aspect == "level" and draft.unit == label.amount.unit)
    whole = next((name for name in told if deed != label.text and namer.is_verb(deed) and name.startswith(deed)), "")
    return label.text + whole.removeprefix(deed) if whole and whole != deed else None


def _is_done_by(label: Label, deed: str) -> bool:
    """受理国际申请7.3万件，其中国内申请人提交6.8万件: whether the words say but who did `deed`, however long that is."""
    those, doer = label.vocabulary.those, label.text.removesuffix(deed)
    return deed in those.done and (doer.endswith(those.doers) or label.namer.is_group(doer))


def deed_of_series(label: Label) -> str | None:
    """新增博士学位授权点56个、硕士学位授权点173个: one verb for both; 圆满办结建议981件、提案765件."""
    if not label.is_level or not label.in_same_sentence or not _stands_behind_another(label) or not (label.walk.follows_pause(label.index) or _is_joined(label) or _runs_on(label)):
        return None
    taken = max((deed for deed in label.vocabulary.names.court_deeds if label.frame.name.endswith(deed)), key=len, default="")
    if taken and label.has_same_unit and label.text.endswith(label.vocabulary.agencies):
        # 城东法院收案1206件、城西法院1043件: another court did the same.
        return label.text + taken
    if label.text in label.vocabulary.names.prosecuted:
        # 批准逮捕嫌疑人34人、不批准逮捕38人: another deed, by itself.
        return None
    thing = label.frame.parts.object
    if thing and label.text.startswith(thing) and label.namer.is_result(label.text.removeprefix(thing)):
        # 计划新开工的126个项目已开工118个: what came of some of them.
        return None
    if not label.has_same_unit and label.amount.unit in label.vocabulary.people_units and label.frame.name.endswith(label.text):
        # 举办业务培训31场、培训4700人次: what was held is what they took part in.
        return label.text
    is_flow = without_bracket(label.text).endswith(label.vocabulary.names.budget_flows)
    if not is_flow and (granted := _granted(label)) and label.parts.topic and label.parts.measure and label.parts.measure == label.frame.parts.measure:
        # 发放春耕贷款3亿元、消费贷款2亿元: what a loan is for is no deed of its own.
        return granted + label.text
    if is_flow and label.amount.kind == "money" and label.frame.parts.measure.endswith(label.vocabulary.names.budget_flows):
        # 安排稳定调节基金支出1100万元、结转下年支出1300万元: one outlay of a budget beside another.
        return None
    if label.amount.kind not in ("count", "quantity") and (not _is_sum_beside(label) or label.text[-_WORD:] in label.vocabulary.names.counter_flows):
        # 安排预算稳定调节基金365万元、年终结余4558万元: what a budget has over or spends is no part of what it sets aside.
        return None
    deed = deed_in_front(label.namer, label.vocabulary.names, label.frame.name)
    verb = deed if deed.startswith(label.frame.parts.verb) else label.frame.parts.verb
    verb = verb or sender(label.namer, label.vocabulary.names, label.frame.name)
    if label.parts.measure.startswith(label.vocabulary.names.totals) or label.parts.topic.endswith(label.vocabulary.names.totals):
        # 新建成高速公路120公里、通车总里程1000公里: the whole was not built now.
        return None
    own_verb = label.namer.starts_with_verb(label.text) and (bool(label.parts.verb) or not label.namer.is_group(label.text))
    # 新增证明商标2件、保护产品1个: what is new is a thing, by whatever word its noun begins.
    own_verb = own_verb or is_deed_only(label.namer, label.vocabulary.names, label.text) or (not label.namer.is_flow(verb) and bool(deed_in_front(label.namer, label.vocabulary.names, label.text)))
    told, of, _ = label.frame.name.rpartition("的")
    if of and verb and not label.namer.is_flow(verb) and told.startswith(verb) and told != verb and "的" not in label.text:
        # 建成友善机构的综合医院156个、基层机构391个: the deed tells which bodies they are.
        verb = told + of
    # 为残疾人326名适配辅助器具512件: the deed is said again.
    return verb + _of_deputies(label, verb) + label.text if verb and not own_verb and not label.text.startswith(verb) else None


def _is_sum_beside(label: Label) -> bool:
    """盘活存量资金8亿元、资产12亿元: whether an amount of money stands beside another, and says of what it is."""
    is_thing = not label.parts.measure or bool(label.parts.topic)
    if label.parts.topic and label.parts.measure == label.frame.parts.measure and deed_in_front(label.namer, label.vocabulary.names, label.frame.name) in label.vocabulary.names.reaching:
        # 带动旅游业产值36亿元、物流业产值48亿元
        return label.amount.kind == "money" and label.has_same_unit
    # 争取中央投资12亿元、专项债券48亿元; 新增工业贷款3亿元、农业贷款2亿元
    is_beside = not label.frame.parts.measure or bool(_granted(label)) or (bool(label.parts.topic) and label.parts.measure == label.frame.parts.measure)
    return label.amount.kind == "money" and label.has_same_unit and is_thing and bool(label.text) and is_beside


def _granted(label: Label) -> str:
    """发放 of 发放春耕贷款: the deed by which the money before came or went; empty where there is none."""
    names = label.vocabulary.names
    return next((deed for deed in (label.frame.parts.verb, deed_in_front(label.namer, names, label.frame.name)) if deed in names.granting), "") if label.amount.kind == "money" else ""


def _of_deputies(label: Label, verb: str) -> str:
    """人大代表 of 办理人大代表议案4项、建议880件: whose what is asked for is."""
    names = label.vocabulary.names
    if label.text not in names.petitions:
        return ""
    thing = label.frame.name.removeprefix(verb)
    return next((thing[: place + len(noun)] for noun in names.deputies if (place := thing.find(noun)) >= 0), "")


def _stands_behind_another(label: Label) -> bool:
    """Whether a pause or a number is right in front of the words, so that one verb may be of both."""
    start = label.walk.window(label.index)
    return start > 0 and (label.walk.tokens[start - 1].letter == "/" or label.walk.tokens[start - 1].letter in NUMBERS)


def _runs_on(label: Label) -> bool:
    """创建产业园15个产业集群9个: whether nothing parts the words from the count before, the mark of the list being lost."""
    walk, last = label.walk, label.frame.draft
    return last is not None and last.kind == label.amount.kind == "count" and last.token == walk.window(label.index) - 1 and walk.row.letters(last.token + 1, label.index) == "X"


def _is_joined(label: Label) -> bool:
    """新评定度假地7家以及示范基地13家: whether a conjunction alone parts the words from the number before, counted alike."""
    walk = label.walk
    start = walk.window(label.index)
    words = walk.row.words_between(start, label.index).strip()
    is_next = bool(walk.drafts) and walk.drafts[-1].token == start - 1 and label.has_same_unit
    return is_next and words.startswith(label.vocabulary.names.conjunctions) and words.endswith(label.text)


def done_again(label: Label) -> str | None:
    """传染病报告发病337万例，报告死亡2.5万人 → 传染病报告死亡: the same verb again has the subject that it had."""
    verb, namer = label.parts.verb, label.namer
    if not verb or not label.in_same_sentence or not label.is_level or verb == label.text or not label.frame.level or namer.is_added(label.text):
        return None
    if label.frame.draft is not None and label.frame.draft.kind == "percentage" and label.amount.kind == "count":
        # 全科医生签约服务率67.8%；签约家庭58.7万户: a rate says of whom it is, and of none who were counted.
        return None
    # 未成年人救助保护机构: a longer noun holds the verb in it.
    head, found, rest = label.frame.name.partition(verb)
    # 有效注册商标: what is in force was not done by anyone.
    # 代理师 is no 代理机构 that was said before.
    # 人民调解组织: nor is a body what it does.
    is_deed = bool(found) and not rest.endswith(label.vocabulary.names.owners) and 1 < len(rest) <= _SHORT and len(head) >= _WORD and head not in label.vocabulary.names.standing
    return head + label.text if is_deed and not namer.has_measure(head) and not any(namer.is_verb(word) for word in namer.words(head)) else None


def done_beside(label: Label) -> str | None:
    """医师日均担负诊疗6.7人次、住院2.3床日 → 医师日均担负住院: one word beside another, of what someone bears."""
    namer, name = label.namer, label.frame.name
    words = namer.words(name)
    if len(label.text) != _WORD or len(words) <= _WORD or label.has_same_unit or not label.walk.drafts or label.walk.window(label.index) - 2 != label.walk.drafts[-1].token:
        return None
    return name.removesuffix(words[-1]) + label.text if len(words[-1]) == _WORD and words[-2] in label.vocabulary.names.bearing else None


def deed_of_level(label: Label) -> str | None:
    """新认定市级研究中心150家，省级研究中心64家 → 新认定省级研究中心: the same things of another level; 省级研究中心达64家 are all there are."""
    verb, thing, namer = label.frame.parts.verb, label.frame.parts.object, label.namer
    if not verb or label.walk.parts_from is not None or label.text == thing:
        return None
    kind = namer.narrowed(label.text)
    # 举办国际赛事12项，国家级赛事70项: what is held is held once, and no stock.
    is_held_too = verb in label.vocabulary.names.holding and len(kind) > 1 and thing.endswith(kind) and label.in_same_sentence and label.has_same_unit
    if kind == label.text or not (kind == namer.narrowed(thing) or is_held_too):
        return None
    return verb + label.text if label.walk.row.words_between(label.walk.window(label.index), label.index).endswith(label.text) else None


def done_in_turn(label: Label) -> str | None:
    """出版各类报纸1.2亿份，各类期刊210万册 → 出版各类期刊: what the sentence says is done to one thing after the other."""
    if not label.in_same_sentence or not label.is_level or label.parts.measure or label.parts.verb or label.text in label.vocabulary.names.casualties:
        # 生产经营性火灾23起，死亡5人: what befell people was not done.
        return None
    verbs = label.vocabulary.names.serial_verbs
    # 查获案件12起，案值86万元；截获有害生物120种: what was done last.
    told = (draft for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start)
    last = next((draft for draft in told if draft.indicator.startswith(verbs) or label.namer.starts_with_verb(draft.indicator)), None)
    verb = next((word for word in verbs if last is not None and last.aspect == "level" and last.indicator.startswith(word) and not label.namer.has_measure(last.indicator)), "")
    if not verb or not label.text or label.amount.kind == "money":
        return None
    own = label.text.startswith((*verbs, *label.vocabulary.names.means)) or bool(deed_in_front(label.namer, label.vocabulary.names, label.text) or _done_by_named(label))
    if label.namer.is_verb(label.namer.words(label.text)[-1]):
        # 生产作业不慎引发的126起，用火不慎引发的682起: what something came of is a clause.
        return None
    if last is not None and "的" in last.indicator and last.indicator.endswith(label.vocabulary.names.owners):
        # 生产中药饮片的企业2250家；药品经营许可证64万个: what bodies do tells which they are.
        return None
    if last is not None and last.indicator.endswith(label.vocabulary.names.owners) and not deed_in_front(label.namer, label.vocabulary.names, last.indicator):
        # 生产企业132家、小作坊215家: bodies that make something, and nothing that was made.
        return None
    if own:
        # 查获走私案件5起，经济损失80万元; 收缴盗版制品12万件，关闭网站23个: another deed is told.
        return None
    return verb + label.text


def _done_by_named(label: Label) -> bool:
    """“利剑”专班侦破案件: whether someone whose name is quoted does something else."""
    quoted, *words = label.namer.words(label.text)
    return quoted.startswith("“") and any(label.namer.is_verb(word) or (len(word) > _WORD and label.namer.is_verb(word[:_WORD])) for word in words)


def sum_of_cases(label: Label) -> str | None:
    """破获侵权案件12起，扣押保健品1.2万瓶、标签4万张，涉案金额1000万元 → 侵权案件涉案金额: how much is at stake in the cases, and not in the last of the things that were seized."""
    names, last = label.vocabulary.names, label.frame.draft
    whole = whole_of_several(label, last)
    if whole is not None and whole.indicator.endswith(names.of_cases) and (label.text in names.fines or label.text.startswith(names.at_stake)):
        # 查处侵权案件321件，其中商标案件210件、专利案件85件，罚没款456万元: of all of them.
        return join(label.namer.take_apart(whole.indicator[len(deed_in_front(label.namer, names, whole.indicator)) :]).object, label.text)
    # 没收渔获物1235公斤，罚款23万元: nor is a fine of what was seized.
    fined = label.text in names.fines and label.frame.parts.verb in names.serial_verbs and label.in_same_sentence
    if not (fined or label.text.startswith(names.at_stake)) or last is None or label.frame.parts.object.endswith(names.of_cases):
        return None
    # 审结案件46件；扣留货物14批次，涉案货值34万元: no cases of another part of the sentence.
    row, start = label.walk.row, label.walk.sentence_start
    part = start + row.letters(start, label.index).rfind(";") + 1
    said = (draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= part and draft.aspect == "level")
    # 立案侦办专利案件: two deeds to them.
    told = (label.namer.take_apart(name[len(deed_in_front(label.namer, names, name)) :]).object for name in said)
    all_cases = [thing for thing in told if thing.endswith(names.of_cases)]
    # 侦办专利案件12起，移送起诉案件3起，涉案金额1000万元: cases alone are some of those told of.
    cases = next((thing for thing in all_cases if thing not in names.of_cases), next(iter(all_cases), ""))
    # 扣押保健品1.2万瓶、标签4万张: of neither alone.
    return join(cases, label.text) if cases else label.text if fined or label.walk.follows_pause(last.token) else None


def fulfilled(label: Label) -> str | None:
    """完成投资…，为年度计划的112.6%: a plan is of what was to be done."""
    return label.frame.name if label.namer.is_task(label.text) else None
