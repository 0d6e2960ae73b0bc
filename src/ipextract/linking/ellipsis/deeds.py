"""A deed alone is done to what the one before was done to: 受理案件109件,调结104件 → 调结案件."""

from __future__ import annotations

from ipextract.linking.cleaning import Parts
from ipextract.linking.ellipsis.label import Label
from ipextract.linking.frames import Frame
from ipextract.linking.series import deed_in_front, sender

# 预审 of 预审合格; 参加 and 运动员 of 参加运动员 say nothing of what these take part in.
_WORD = 2
# 发病, 民俗活动
_SHORT = 4
# Among so many numbers before, another deed to the same things may have been told.
_TOLD = 8


def outcome(label: Label) -> str | None:
    """受理案件109件,调结104件 → 调结案件; 专利申请17826件、授权12094件 → 专利授权."""
    parts = label.frame.parts
    is_counted_so = label.has_same_unit or {label.amount.unit, label.frame.unit} <= label.vocabulary.names.units_of_cases
    if not (label.namer.is_result(label.text) and label.in_same_sentence and is_counted_so and parts.object):
        return None
    if label.namer.is_deed(label.frame.name):
        # 立案326件，结案298件: neither says of what.
        return label.text
    owner = label.namer.longest_group(label.frame.name) if parts.measure and not label.is_level else ""
    if owner:
        # 省管企业净资产增长8.9%、研发投入增长34.4%: what grew is the owner's, and no deed done to the assets.
        return owner + label.text
    label.walk.kept = parts
    if parts.object.startswith(label.vocabulary.names.examined) and (thing := label.namer.without_verbs(parts.object)) != parts.object:
        # 受理审查逮捕侵犯知识产权犯罪45件，批准逮捕30件: of the crimes; 受理审查起诉88件，起诉70件: neither says of what.
        return label.text if label.namer.is_verb(thing) else label.text + thing
    if parts.object in label.vocabulary.names.examined:
        return label.text
    stem = label.namer.without_deed(parts.object)
    if (thing := label.namer.without_deed(stem)) != stem and label.text.endswith(stem[len(thing) :]):
        # 商标注册申请46万件，核准注册37万件 → 商标核准注册: said again.
        stem = thing
    if stem != parts.object and parts.verb and label.walk.follows_pause(label.index):
        # 办理商标变更1200件、续展850件
        return parts.verb + stem + label.text
    if stem != parts.object and label.text in label.vocabulary.names.standing:
        # 发明专利申请5120件；有效9800件
        return label.text + stem
    if stem != parts.object:
        # 新增商标申请28.4万件，核准注册14.1万件 → 核准注册商标
        return label.text + stem if parts.verb else stem + label.text
    if parts.object.startswith(label.text[:_WORD]):
        # 收到预审请求4876件；预审合格3365件: it says itself what it is of.
        return label.text
    return parts.object + label.text if label.text.startswith(label.vocabulary.names.outcomes_behind) else label.text + parts.object


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
    walk = label.walk
    # 查处案件265起，案值566万元，移送司法机关3起: what was counted in the same unit.
    counted = next((draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == label.amount.unit), None)
    thing = label.namer.take_apart(counted.indicator).object if counted is not None else ""
    if not thing:
        return None
    return label.text + label.namer.without_verbs(thing)


def casualties(label: Label) -> str | None:
    """发生火灾25起，死亡3人 → 火灾死亡; 发生火灾25起，直接损失80万元，死亡3人: of the last thing that was counted, and that can befall people."""
    names, walk, frame = label.vocabulary.names, label.walk, label.frame
    is_loss = label.text in names.losses
    if not (is_loss or label.text in names.casualties) or not label.in_same_sentence:
        return None
    name = frame.name
    if frame.draft is not None:
        stated = (draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.kind == "count")
        counted = next((draft for draft in stated if not draft.indicator.endswith(label.text)), None)
        if counted is None or any(word in counted.indicator for word in names.not_befallen):
            # 出生率6.34‰；死亡3105人: nothing befell a rate. 出生4200人，死亡5388人: others died.
            return label.text
        if is_loss and counted.unit in label.vocabulary.people_units and not counted.indicator.endswith(tuple(names.casualties)):
            # 受灾人口5.2万人，直接经济损失1.3亿元: not of the people.
            return label.text
        name = next((counted.indicator.removesuffix(word) for word in names.casualties if counted.indicator.endswith(word) and counted.indicator != word), counted.indicator)
    event = label.namer.take_apart(name)
    if not event.topic:
        return None
    label.walk.kept = event
    return label.namer.without_deeds(label.namer.without_verbs(event.object)) + label.text


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


def prosecuted(label: Label) -> str | None:
    """办理侵犯商标权案件52件80人，批捕48人，起诉60人 → 侵犯商标权案件起诉: done to people of the same cases."""
    names, cases = label.vocabulary.names, label.frame.parts.object
    if label.text not in names.prosecuted or label.amount.unit not in label.vocabulary.people_units or not label.in_same_sentence or not cases.endswith(names.cases):
        return None
    label.walk.kept = label.frame.parts
    return cases + label.text


def deed_of_whole(label: Label) -> str | None:
    """授权专利52630件,其中发明专利6319件 → 授权发明专利; 审结知识产权案件1447件,其中民事案件1210件 → 审结民事案件."""
    walk, text = label.walk, label.text
    if walk.parent is None or walk.parts_from is None or label.aspect not in ("level", "change"):
        return None
    if walk.parent.sentence != walk.sentence:
        is_next = walk.parent.sentence == walk.sentence - 1 and walk.parts_from == walk.sentence_start
        return _of_whole_before(label) if is_next else None
    whole = walk.parent.parts
    if whole.verb and text not in (whole.object, label.parts.verb + whole.object) and text.endswith(whole.object) and whole.verb not in text:
        return whole.verb + text
    if label.namer.is_flow(whole.verb) and label.has_same_unit and label.is_level and label.namer.is_name(text) and not label.parts.measure and not label.parts.verb:
        # 新增市场主体1.2万户，其中企业3200户: these are new too.
        return whole.verb + text
    if text.startswith(label.vocabulary.names.standing):
        # 专利授权3.2万件；有效发明专利2.3万件: what is in force is not what was granted.
        return None
    if (doers := _doers_of_whole(label)):
        return doers + text
    if _counts_kind(label, whole):
        return _deed_of_sibling(label, whole) + text
    if (done := _done_to_whole(label)):
        return done
    deed = label.namer.deed(walk.parent.name) if label.has_same_unit and not label.parts.measure and not label.parts.verb else ""
    if deed and deed not in text and label.namer.deed(text) == "":
        # 快速审查后获得授权2987件，其中发明专利2154件 → 获得授权发明专利.
        return deed + text
    return None


def _deed_of_sibling(label: Label, whole: Parts) -> str:
    """新收和审结案件2928件和2899件，其中新收商标案件2150件，专利案件760件: the part before says which of the deeds the parts are of."""
    verb, walk, begun = label.frame.parts.verb, label.walk, label.walk.parts_from or 0
    is_part = verb and label.frame.draft is not None and label.frame.draft.token > begun
    done = is_part and any(walk.sentence_start <= draft.token < begun and draft.indicator == verb + whole.object for draft in walk.drafts)
    return verb if done else whole.verb


def _counts_kind(label: Label, whole: Parts) -> bool:
    """Whether the words name a kind of the things to which the deed of the whole was done: 民事案件 of 审结知识产权案件, 企业 of 新增经营主体."""
    people = label.vocabulary.people_units
    # 参加各类社会保险270万人次，其中医疗保险67万人
    is_alike = label.has_same_unit or (label.frame.unit in people and label.amount.unit in people)
    if not whole.verb or whole.verb in label.text or label.parts.verb or label.amount.kind != "count" or not is_alike:
        return False
    if label.text[0] == "《" or (whole.verb in label.vocabulary.names.being_in and not whole.measure and label.text[-_WORD:] == whole.topic[-_WORD:]):
        # 发行报纸4054万份，其中《…日报》3898万份; 参加各类社会保险…，其中医疗保险…
        return True
    return label.namer.is_kind_of(label.text, whole.object) or (label.namer.is_flow(whole.verb) and label.namer.is_name(label.text) and not whole.measure)


def _of_whole_before(label: Label) -> str | None:
    """招收研究生4.5万人。其中，博士生0.6万人: a part that the next sentence begins with."""
    doers = _doers_of_whole(label)
    return doers + label.text if doers else _done_to_whole(label) or None


def _done_to_whole(label: Label) -> str:
    """招收研究生4.5万人，其中博士生0.6万人 → 招收博士生: what was done to all was done to each kind of them, and as they are, so is it; empty where nothing was."""
    walk, text, names, whole = label.walk, label.text, label.vocabulary.names, label.walk.parent
    if whole is None or label.amount.kind != "count" or label.amount.unit != whole.unit or not label.is_level:
        return ""
    if label.parts.verb or label.parts.measure or not text or "的" in whole.name or label.namer.starts_with_verb(text):
        return ""
    deed = deed_in_front(walk.namer, walk.vocabulary.names, whole.name) or _before_people(label, whole.name) or _state_in_front(label, whole.name)
    thing = whole.name[len(deed) :]
    if not deed or deed in text or label.namer.words(deed)[-1] in names.doing or thing in text:
        return ""
    if walk.row.has_number(walk.window(label.index), label.index) or _is_of_two_deeds(label, whole, thing):
        # 培育品牌120个，其中网销额超过百万元12个: a bound tells which, and what is bounded was left out.
        return ""
    if whole.parts.measure and (label.amount.unit not in label.vocabulary.people_units or text[-1] != thing[-1]):
        # 招收新生3.2万人，其中本科生1.2万人: people are a measure of schools.
        return ""
    if thing.endswith(names.complaints) and not text.endswith((*names.complaints, *names.offences)):
        # 受理环境投诉6300件，其中噪声2000件: noise was not received.
        text += label.namer.head_noun(thing)
    return deed + text if _may_be_kind(label, thing) else ""


def _doers_of_whole(label: Label) -> str:
    """培养研究生 of 培养研究生单位56个，其中高等学校39个: what those do who are counted; empty where the whole does not tell them by a deed."""
    names, whole = label.vocabulary.names, label.walk.parent
    if whole is None or label.amount.unit != whole.unit or not label.is_level or label.parts.verb or label.parts.measure:
        return ""
    of_people = label.amount.unit in label.vocabulary.people_units
    words = label.namer.words(whole.name)
    if len(words) <= _WORD or label.text in whole.name or words[0] in label.text:
        return ""
    if of_people:
        return whole.name[: -len(words[-1])] if words[0] in names.doing and words[-1].endswith(names.persons) else ""
    tells = (words[0] in names.done_to_people or words[-_WORD] in names.done_to_people) and label.namer.is_name(words[-1])
    return whole.name[: -len(words[-1])] if tells and label.namer.is_name(label.text) else ""


def _is_of_two_deeds(label: Label, whole: Frame, thing: str) -> bool:
    """新收和审结案件2928件和2899件，其中侵犯商标权案件1200件: whether its sentence told of another deed to the same things, so that none says which the parts are of."""
    if whole.draft is None:
        return False
    told = (draft for draft in label.walk.drafts[-_TOLD:] if draft.token < whole.draft.token and draft.aspect == "level")
    return any(draft.indicator != whole.name and draft.indicator.endswith(thing) and "." not in label.walk.row.letters(draft.token, whole.draft.token) for draft in told)


def _state_in_front(label: Label, name: str) -> str:
    """在学 of 在学研究生, 毕业 of 毕业研究生: how those are whom a name counts; empty where it does not say."""
    return next((state for state in (*label.namer.states, *label.vocabulary.names.past_states) if name.startswith(state) and len(name) > len(state) + 1), "")


def _before_people(label: Label, name: str) -> str:
    """引进 of 引进人才, which is one word of the dictionary; empty where no deed stands in front of people."""
    return name[:_WORD] if label.namer.is_verb(name[:_WORD]) and label.namer.counts_people(name[_WORD:]) else ""


def _may_be_kind(label: Label, thing: str) -> bool:
    """Whether what the label names can be among the things counted: people of people, bodies of bodies, and no bodies of what bodies get."""
    if label.amount.unit in label.vocabulary.people_units:
        return label.text[-1] == thing[-1] or label.namer.counts_people(thing)
    return not label.namer.is_name(label.text) or label.namer.is_group(thing)


def deed_of_series(label: Label) -> str | None:
    """新增博士学位授权点56个、硕士学位授权点173个: one verb for both; 圆满办结建议981件、提案765件."""
    if not (label.is_level and label.amount.kind in ("count", "quantity") and (label.walk.follows_pause(label.index) or _is_joined(label))):
        return None
    verb = label.frame.parts.verb or deed_in_front(label.namer, label.vocabulary.names, label.frame.name) or sender(label.namer, label.vocabulary.names, label.frame.name)
    if label.parts.measure.startswith(label.vocabulary.names.totals) or label.parts.topic.endswith(label.vocabulary.names.totals):
        # 新建成高速公路120公里、通车总里程1000公里: the whole was not built now.
        return None
    own_verb = label.namer.starts_with_verb(label.text) and (bool(label.parts.verb) or not label.namer.is_group(label.text))
    # 新增证明商标2件、保护产品1个: what is new is a thing, by whatever word its noun begins.
    own_verb = own_verb or (not label.namer.is_flow(verb) and bool(deed_in_front(label.namer, label.vocabulary.names, label.text)))
    return verb + _of_deputies(label, verb) + label.text if verb and not own_verb else None


def _of_deputies(label: Label, verb: str) -> str:
    """人大代表 of 办理人大代表议案4项、建议880件: whose what is asked for is."""
    names = label.vocabulary.names
    if label.text not in names.petitions:
        return ""
    thing = label.frame.name.removeprefix(verb)
    return next((thing[: place + len(noun)] for noun in names.deputies if (place := thing.find(noun)) >= 0), "")


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
    if not verb or verb == label.text or not label.frame.level or namer.is_added(label.text):
        return None
    # 未成年人救助保护机构: a longer noun holds the verb in it.
    head, found, rest = label.frame.name.partition(verb)
    is_deed = bool(found) and 0 < len(rest) <= _SHORT and len(head) >= _WORD
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
    if kind == label.text or kind != namer.narrowed(thing):
        return None
    return verb + label.text if label.walk.row.words_between(label.walk.window(label.index), label.index).endswith(label.text) else None


def done_in_turn(label: Label) -> str | None:
    """出版各类报纸1.2亿份，各类期刊210万册 → 出版各类期刊: what the sentence says is done to one thing after the other."""
    verbs = label.vocabulary.names.serial_verbs
    first = next((draft for draft in label.walk.drafts if draft.token >= label.walk.sentence_start), None)
    verb = next((word for word in verbs if first is not None and first.aspect == "level" and first.indicator.startswith(word) and not label.namer.has_measure(first.indicator)), "")
    if not verb or label.text.startswith((*verbs, *label.vocabulary.names.means)) or not label.text:
        return None
    return verb + label.text


def fulfilled(label: Label) -> str | None:
    """完成投资…，为年度计划的112.6%: a plan is of what was to be done."""
    return label.frame.name if label.namer.is_task(label.text) else None
