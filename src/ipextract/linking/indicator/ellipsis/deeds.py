"""A deed alone is done to what the one before was done to: 受理案件109件,调结104件 → 调结案件."""

from __future__ import annotations

from ipextract.linking.endings import without_head
from ipextract.linking.indicator.anatomy import join, without_bracket
from ipextract.linking.indicator.ellipsis.label import Label, said_before, whole_done_to, whole_of_several
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
    if label.text in label.vocabulary.names.ways_of_care:
        # 五保对象2719人，其中集中供养973人，分散供养1746人: how those counted are cared for.
        return label.text + namer.without_verbs(whole.name)
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
    if label.text.startswith(label.vocabulary.names.being_there):
        # 新签约项目3个、在建项目5个: what is going on was not done so.
        return None
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
    if len(label.text) != _WORD or len(words) <= _WORD or label.has_same_unit or not label.walk.drafts:
        return None
    first, last = label.walk.window(label.index), label.walk.drafts[-1].token
    # 、住院, 和住院
    joined = last == first - 1 and label.walk.row.words(first).startswith(label.vocabulary.conjunctions)
    if last != first - 2 and not joined:
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
