"""What came of what was done before, to the same things: 受理案件109件，审结104件 → 审结案件."""

from __future__ import annotations

from ipextract.linking.endings import without_end, without_head
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.anatomy import Parts, join
from ipextract.linking.indicator.ellipsis.crimes import examined_crime
from ipextract.linking.indicator.ellipsis.effects import answered_by
from ipextract.linking.indicator.ellipsis.label import Label, whole_behind_parts, whole_done_to
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head
from ipextract.linking.lists.series import deed_in_front, is_deed_only

_WORD = 2
# Among so many claims before it a part's whole is told.
_LAST_TOLD = 8


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
    # 公告证书1.3万件；累计收到申请6.5万件: it says itself of what it is.
    if not (label.in_same_sentence and is_counted_so and parts.object) or (label.parts.verb and label.parts.object in label.vocabulary.names.applications):
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
        return label.text + (_judged_alone(label, parts.object, last) or last)
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


def _judged_alone(label: Label, object_: str, deed: str) -> str:
    """破坏法律实施犯罪 of 对破坏法律实施犯罪批捕1件，起诉7件: against what a `deed` was done that says so alone, as the next was; empty where a verb brings it (对民事裁判提出抗诉)."""
    against = object_[1:].removesuffix(deed)
    alone = label.namer.is_deed(deed) and len(against) >= _WORD and not label.namer.is_verb(label.namer.words(against)[-1])
    return against if alone else ""


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
    """专利授权 of 申请专利36124件，授权21087件 and of 申请专利36124件，获授权21087件, 植物新品种权授权 of 植物新品种权申请量1047件；授权441件: what was asked for and is now granted, without that it was asked for; empty where it was not."""
    names = label.vocabulary.names
    told = without_head(label.text, names.getting)
    for deed in names.deeds_to_titles:
        if deed == told or told not in names.deeds_to_titles:
            continue
        title = said[len(deed) :] if said.startswith(deed) else without_end(without_end(said, names.measure_endings).removesuffix(deed), names.yearly)
        if title and title not in (said, without_end(said, names.measure_endings)) and title.endswith(names.holdings):
            return title + told
    if told == label.text or told not in names.deeds_to_titles or not said.endswith(names.titles):
        return ""
    # 申请发明专利1203件、获得授权856件 → 发明专利授权; 学生申请专利860件，获授权512件 → 学生专利授权
    who, title = next(((head, rest) for deed in names.deeds_to_titles for head, found, rest in (said.rpartition(deed),) if found and rest), ("", said))
    return who + title + told


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
    # 诉讼新立案186起，结案152起: that it was new is told of the first alone.
    stem = without_end(label.namer.without_deed(parts.object), names.newly)
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


def _parts_before(label: Label, beside: Draft | None) -> Parts:
    """受理 + 案件 of 受理案件109件: the parts of what was done before, also of a whole, and of what was counted `beside` a sum."""
    whole = whole_behind_parts(label) or whole_done_to(label) or (beside.indicator if beside is not None else None)
    parts = label.frame.parts if whole is None else label.namer.take_apart(whole)
    if whole is not None and beside is None and _is_told_already(label, parts.object):
        # 受理案件2949件、审结2982件，其中受理著作权案件2491件、审结2516件: of the part, as that of the whole was told.
        return label.frame.parts
    if beside is not None and len(deed := deed_in_front(label.namer, label.vocabulary.names, beside.indicator)) > len(parts.verb):
        return Parts(deed, beside.indicator[len(deed) :], "")
    return parts


def _is_told_already(label: Label, thing: str) -> bool:
    """Whether the last levels tell already what came of the whole `thing`, in the same unit."""
    told = (label.text + thing, thing + label.text)
    return bool(thing) and any(draft.indicator in told and draft.aspect == "level" and draft.unit == label.amount.unit for draft in label.walk.drafts[-_LAST_TOLD:])


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
