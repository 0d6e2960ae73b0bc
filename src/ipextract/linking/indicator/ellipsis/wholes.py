"""What a part behind 其中, or a member of a topic, is said of with its whole: the measure, the deed, whose people they are."""

from __future__ import annotations

from ipextract.linking.frames import Frame
from ipextract.linking.indicator.anatomy import Parts, join
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head
from ipextract.linking.lists.series import deed_in_front

# 预审 and 合格, 在校 and 学生: a word has two characters.
_WORD = 2
# Among so many numbers before, another deed to the same things may have been told.
_TOLD = 8

# 涉及劳动者, 惠及职工: those reached, in a word.
_PERSONS = 4
# 订单: a word.
_WORD = 2


def measured_as_topic(label: Label) -> str | None:
    """总诊疗量中，三级医院28.7亿人次 → 三级医院诊疗量: amounts of bodies are measured as what they are among."""
    topic, names = label.walk.topic, label.vocabulary.names
    if not topic or not label.is_level or label.amount.kind == "percentage" or label.amount.unit in names.how_many_units or not label.namer.is_name(label.text):
        return None
    parts = label.namer.take_apart(topic)
    if parts.measure:
        return label.namer.compose(label.text, parts)
    # 总诊疗量 is of all: the part's is 诊疗量.
    measure = next((topic.removeprefix(word) for word in names.totals if topic.startswith(word)), topic)
    return join(label.text, measure) if topic.endswith(names.measure_endings) else None


def measured_as_bodies(label: Label) -> str | None:
    """医院出院者平均住院日8.6日，其中公立医院8.0日 → 公立医院出院者平均住院日: what only bodies have."""
    if not label.has_same_unit or not label.namer.is_name(label.text) or label.walk.parts_from is None:
        return None
    measure = max((word for word in label.vocabulary.names.of_bodies if label.frame.name.endswith(word)), key=len, default="")
    return label.text + measure if measure else None


def people_with(label: Label) -> str | None:
    """机构从业人员18.1万人，其中高级职称1.3万人 → 机构高级职称从业人员: what people have tells which of the people before."""
    whole, names = whole_of(label), label.vocabulary.names
    if whole is None or not whole.name.endswith(names.people_nouns) or label.amount.unit not in label.vocabulary.people_units:
        return None
    bodies = bodies_at_head(label, whole.name)
    if label.text.endswith(names.people_attributes):
        return bodies + label.text + whole.name.removeprefix(bodies)
    noun = whole.name.removeprefix(bodies)
    if bodies and label.walk.brackets and label.text[:_WORD] == noun[:_WORD] and label.text.endswith(names.people_nouns):
        # 卫生院卫生人员168万人（其中卫生技术人员141万人）
        return bodies + label.text
    is_told = bool(bodies) and any(word in label.text for word in names.people_attributes) and label.text.endswith(names.people_nouns)
    return bodies + label.text if is_told and not label.text.startswith(bodies) else None


def insured(label: Label) -> str | None:
    """参加职工基本养老保险人数52万人，其中参保职工38万人 → 职工基本养老保险参保职工: those who pay or draw are in the same scheme."""
    whole, names = whole_of(label), label.vocabulary.names
    if whole is None or not label.text.startswith(names.insured) or not whole.name.startswith(names.being_in) or label.amount.unit not in label.vocabulary.people_units:
        return None
    noun = max((noun for noun in names.people_counts if whole.name.endswith(noun)), key=len, default="")
    scheme = whole.parts.object.removesuffix(noun)
    return scheme + label.text if scheme.endswith(names.schemes) else None


def fund_part(label: Label) -> str | None:
    """工伤保险基金累计结余1415亿元（含储备金119亿元） → 工伤保险基金储备金: what a fund holds apart."""
    names = label.vocabulary.names
    fund = next((word for word in names.funds if word in label.frame.name), "")
    if not fund or label.amount.kind != "money" or not label.text.endswith(names.fund_parts) or fund in label.text:
        return None
    return label.frame.name.partition(fund)[0] + fund + label.text


def level_of_whole(label: Label) -> str | None:
    """专精特新企业320家，其中省级企业120家 → 省级专精特新企业: a level in front of the noun alone that the whole narrows."""
    whole = whole_of(label)
    noun = label.namer.narrowed(label.text)
    if whole is None or label.parts.verb or whole.unit != label.amount.unit or len(noun) < _WORD or noun == label.text or not label.text.endswith(noun):
        return None
    thing = label.namer.narrowed(whole.name)
    if thing.startswith(label.vocabulary.names.at_all_levels):
        # 全口径财政收入24亿元，其中县级财政收入9亿元: of one level is none of all.
        return None
    return label.text.removesuffix(noun) + thing if thing.endswith(noun) and thing != noun and "的" not in thing else None


def spent_on(label: Label) -> str | None:
    """支出彩票公益金5亿元，其中用于社会福利3亿元 → 支出彩票公益金用于社会福利: for what money was meant says not which."""
    whole = whole_of(label)
    if whole is None or label.amount.kind != "money" or not label.text.startswith(label.vocabulary.names.spent_on):
        return None
    if whole.unit != label.amount.unit:
        return None
    # 一般公共预算支出320亿元，其中用于民生的支出231亿元: said once.
    return (whole.name.removesuffix(label.parts.measure) if label.parts.measure else whole.name) + label.text


def pupils(label: Label) -> str | None:
    """研究生招生4.5万人，其中博士生0.6万人 → 博士生招生: another kind of those at school."""
    walk = label.walk
    whole = walk.parent
    if walk.parts_from is None or not label.is_level or label.parts.measure or label.parts.verb:
        return None
    if whole is None or not label.text or whole.unit != label.amount.unit or whole.sentence < walk.sentence - 1:
        return None
    measure = whole.parts.measure
    names = label.vocabulary.names
    if measure not in names.people_at_school or not measure.endswith(names.pupils) or label.text == whole.name:
        return None
    states = (*label.namer.states, *names.past_states)
    if label.text.startswith(states):
        # 在校学生7万人，其中幼儿园90所，在园幼儿1.6万人: they say themselves where they are.
        return label.text
    if not label.text.endswith((*names.pupils, *names.persons)):
        # 普通本专科招生18万人，其中本科9万人 → 本科招生
        return join(label.text, measure)
    if label.text[-1] != measure[-1]:
        return None
    # 在校学生30万人，其中研究生10万人 → 在校研究生
    state = next((word for word in states if measure.startswith(word)), "")
    if state:
        return state + label.text.removeprefix(state)
    # 专任教师1.3万人，其中女教师0.9万人: they are named.
    return None if label.text[-_WORD:] == measure[-_WORD:] else join(label.text, measure)


def trade_of_bodies(label: Label) -> str | None:
    """资质以上建筑业企业利润75亿元，其中国有控股企业利润37亿元 → 建筑业国有控股企业利润: of the same trade, where no other clause names it."""
    whole, names = whole_of(label), label.vocabulary.names
    if whole is None or not label.parts.measure or label.parts.measure != whole.parts.measure or not label.parts.topic.endswith(names.bounded_bodies):
        return None
    body = next(body for body in names.bounded_bodies if label.parts.topic.endswith(body))
    trade = label.namer.words(whole.parts.topic.removesuffix(body))[-1] if whole.parts.topic.endswith(body) and whole.parts.topic != body else ""
    return trade + label.text if len(trade) > _WORD and trade.endswith(names.trade_ends) and trade not in label.text else None


def deed_of_whole(label: Label) -> str | None:
    """授权专利52630件,其中发明专利6319件 → 授权发明专利; 审结知识产权案件1447件,其中民事案件1210件 → 审结民事案件."""
    walk, text = label.walk, label.text
    if walk.parent is None or walk.parts_from is None or label.aspect not in ("level", "change"):
        return None
    if (of_these := _of_those_reached(label, walk.parent.name) or _of_people_before_bracket(label)):
        return of_these
    if walk.parent.sentence != walk.sentence:
        is_next = walk.parent.sentence == walk.sentence - 1 and walk.parts_from == walk.sentence_start
        return _of_whole_before(label) if is_next else None
    whole = walk.parent.parts
    if whole.verb and whole.verb not in walk.parent.name:
        # 审理案件24869件，其中…；审结20859件，其中民事案件20149件: the parts are of what was done last.
        whole = label.namer.take_apart(walk.parent.name)
    if whole.verb in label.vocabulary.names.benefits and label.amount.unit in label.vocabulary.names.units_of_served:
        # 为80万群众提供帮扶，其中退役军人1万人: what is given to all is not the part of them.
        return None
    if whole.verb and text[:1] not in whole.verb and text[1:2] == whole.verb[:1]:
        # 签订合同额1.56万亿元，其中新签合同额7856亿元: the deed is said again.
        return None
    if whole.verb and text not in (whole.object, label.parts.verb + whole.object) and text.endswith(whole.object) and whole.verb not in text:
        return _deed_of_sibling(label, whole) + text
    last = label.frame.parts.verb
    if last and last != whole.verb and walk.follows_pause(label.index) and label.frame.parts != whole and not walk.parent.name.startswith(last):
        # 新开工项目120个，其中十亿元以上15个，新增规上企业80家、高新技术企业30家: what stands beside another deed is no part any more.
        return None
    if label.namer.is_flow(whole.verb) and whole.verb not in text and label.has_same_unit and label.is_level and label.namer.is_name(text) and not label.parts.measure and not label.parts.verb:
        # 新增市场主体1.2万户，其中企业3200户: these are new too; 新增注册商标8106件（其中茶叶类2954件）: of a kind of them.
        bodies = next((body for body in label.vocabulary.names.bodies_of_branches if whole.object.endswith(body)), "")
        if bodies and whole.object != bodies and label.namer.is_group(text) and not text.endswith(label.vocabulary.names.bodies_of_branches):
            # 新增规上企业36家，其中工业6家: of these branches.
            return whole.verb + whole.object.removesuffix(bodies) + text + bodies
        return whole.verb + text + (whole.object if text.endswith(label.vocabulary.names.of_kind) else "")
    if text.startswith(label.vocabulary.names.standing):
        # 专利授权3.2万件；有效发明专利2.3万件: what is in force is not what was granted.
        return None
    if (doers := _doers_of_whole(label)):
        return doers + text
    if _counts_kind(label, whole):
        verb = _deed_of_sibling(label, whole)
        # 引进留用紧缺人才600名，其中科技人才90名: two deeds to all of them.
        both = deed_in_front(label.namer, label.vocabulary.names, walk.parent.name) if verb == whole.verb else ""
        return _said_once(label, both if both.startswith(verb) else verb, text) + text
    if (done := _done_to_whole(label)):
        return done
    deed = label.namer.deed(walk.parent.name) if label.has_same_unit and not label.parts.measure and not label.parts.verb else ""
    # 专利授权15236件，其中企业982件: what a group has of them is named by another rule.
    is_holder = deed and walk.parent.name.endswith(deed) and label.namer.is_group(text)
    if deed and not is_holder and deed not in text and label.namer.deed(text) == "" and label.namer.without_deed(text) == text:
        # 快速审查后获得授权2987件，其中发明专利2154件 → 获得授权发明专利.
        return _said_once(label, deed, text) + text
    return None


def _of_those_reached(label: Label, name: str) -> str:
    """资助资金惠及建档立卡学生 of 资助资金惠及学生 and 建档立卡学生: whom something reached are such of those whom it reached; empty where the whole is none of these."""
    reach = next((word for word in label.vocabulary.names.reaching_people if word in name), "")
    head, _, people = name.rpartition(reach) if reach else ("", "", "")
    is_kind = people and label.text.endswith(people) and label.text != people and label.amount.unit in label.vocabulary.people_units
    return head + reach + label.text if is_kind and reach not in label.text else ""


def _said_once(label: Label, deed: str, text: str) -> str:
    """受理 of 受理登记, before 抵押权登记: what was done, without the deed that the part ends with itself."""
    words = label.namer.words(deed)
    return "".join(words[:-1]) if len(words) > 1 and text.endswith(words[-1]) else deed


def _of_people_before_bracket(label: Label) -> str:
    """引进重点产业工程师 of 引进工程师2000人（含重点产业1000人）: where no people are named in the bracket they are those before it."""
    walk, namer, people = label.walk, label.namer, label.vocabulary.people_units
    outer = walk.brackets[-1].frame if walk.brackets else None
    if outer is None or not outer.level or outer.sentence != walk.sentence or not label.is_level or not {outer.unit, label.amount.unit} <= people:
        return ""
    names, text = label.vocabulary.names, label.text
    deed = deed_in_front(namer, names, outer.name)
    thing = outer.name[len(deed) :]
    are_people = thing.endswith(names.persons) or namer.counts_people(thing)
    return deed + text + thing if are_people and namer.is_group(text) and not namer.counts_people(text) else ""


def _deed_of_sibling(label: Label, whole: Parts) -> str:
    """新收和审结案件2928件和2899件，其中新收商标案件2150件，专利案件760件: the part before says which of the deeds the parts are of."""
    verb, walk, begun = label.frame.parts.verb, label.walk, label.walk.parts_from or 0
    is_part = verb and label.frame.draft is not None and label.frame.draft.token > begun
    # 新收案件5263件；审结5071件。其中新收民事案件4702件，刑事案件236件: in the sentence before, too.
    done = is_part and any(draft.token < begun and draft.indicator == verb + whole.object for draft in walk.drafts[-_TOLD:])
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
    return doers + label.text if doers else _done_to_whole(label) or _traded_of_whole(label) or None


def _traded_of_whole(label: Label) -> str:
    """销售电动车 of 销售机动车12.4万辆，增长6%。其中电动车5.1万辆, 新建县道 of 新建农村公路120公里。其中县道50公里: what was sold or built of one kind; empty where neither is told."""
    whole, text, names = label.walk.parent, label.text, label.vocabulary.names
    if whole is None or whole.unit != label.amount.unit or not label.is_level or label.amount.kind not in ("count", "quantity") or label.namer.has_measure(whole.name):
        return ""
    deed = next((word for word in (*names.trades, *names.building) if whole.name.startswith(word)), "")
    own = label.parts.measure or label.parts.verb or "的" in text or not text.isalpha() or label.namer.starts_with_verb(text) or deed_in_front(label.namer, names, text)
    return deed + text if deed and text and not own and text not in whole.name else ""


def _done_to_whole(label: Label) -> str:
    """招收研究生4.5万人，其中博士生0.6万人 → 招收博士生: what was done to all was done to each kind of them, and as they are, so is it; empty where nothing was."""
    walk, text, names, whole = label.walk, label.text, label.vocabulary.names, label.walk.parent
    # 引进人才1万名，其中教师6000人: people are counted by one word or another.
    is_alike = whole is not None and (label.amount.unit == whole.unit or {label.amount.unit, whole.unit} <= label.vocabulary.people_units)
    if whole is None or label.amount.kind != "count" or not is_alike or not label.is_level:
        return ""
    served = _is_served(label, whole)
    # 高校毕业生: people, and no measure of schools, where people were served.
    measure = "" if served and label.parts.measure in names.people_at_school else label.parts.measure
    if label.parts.verb or measure or not text or (not served and "的" in whole.name) or label.namer.starts_with_verb(text) or deed_in_front(label.namer, names, text):
        return ""
    owner, deed = ("", whole.parts.verb) if served else _deed_told(label, whole.name)
    thing = whole.name[len(owner + deed) :]
    # 服务类投诉600万件，其中餐饮服务98万件 → 餐饮服务投诉; 热线受理诉求5万件，其中咨询类3万件 goes on with who took them.
    is_complaint = thing.endswith(names.complaints) and not text.endswith(names.of_kind)
    if not deed and (thing.endswith(names.cases) or is_complaint) and not text.endswith((*names.cases, *names.complaints, *names.offences)) and not label.namer.is_deed(text):
        # 行政处罚案件56件（其中商标50件） → 商标案件
        return join(text, label.namer.head_noun(thing))
    if not deed or deed in text or label.namer.words(deed)[-1] in names.doing or text == thing:
        return ""
    if label.namer.without_deed(text) != text and text[-_WORD:] != thing[-_WORD:]:
        # 授权专利14.7万件。其中发明专利申请7万件: of another deed.
        return ""
    if any(text.endswith(noun) and noun not in whole.name for noun in names.deed_nouns):
        # 办理案件120件，其中侵权案件50件；专利权质押登记16件: a deed by itself.
        return ""
    is_bounded = walk.row.has_number(walk.window(label.index), label.index) and text[-_WORD:] != thing[-_WORD:]
    if is_bounded or _is_of_two_deeds(label, whole, thing):
        # 培育品牌120个，其中网销额超过百万元12个: a bound tells which, and what is bounded was left out; 50亿元以上项目 says it.
        return ""
    if whole.parts.measure and (label.amount.unit not in label.vocabulary.people_units or text[-1] != thing[-1]):
        # 招收新生3.2万人，其中本科生1.2万人: people are a measure of schools.
        return ""
    if thing.endswith(names.complaints) and not text.endswith((*names.complaints, *names.offences)):
        # 受理环境投诉6300件，其中噪声2000件; 查处知识产权案件320件，其中商标280件: noise was not received.
        text = join(text, label.namer.head_noun(thing) if thing.endswith(names.cases) else label.namer.without_determiner(thing))
    deed = _deed_of_sibling(label, Parts(deed, thing, ""))
    # 受理登记业务12万宗，其中抵押权登记3万宗: the second deed is said again.
    return owner + _said_once(label, deed, text) + text if _may_be_kind(label, deed, thing) else ""


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
    drafts = label.walk.drafts
    # However many parts were told since, it is what stands in front of the whole.
    place = next((place for place in range(len(drafts) - 1, -1, -1) if drafts[place] is whole.draft), 0)
    told = (draft for draft in drafts[max(0, place - _TOLD) : place] if draft.aspect == "level")
    return any(draft.indicator != whole.name and draft.indicator.endswith(thing) and not set(";.") & set(label.walk.row.letters(draft.token, whole.draft.token)) for draft in told)


def _deed_told(label: Label, name: str) -> tuple[str, str]:
    """普通高校 | 招收 of 普通高校招收研究生: who does what to those whom a name counts, or how they are; no deed where it does not say."""
    for owner in ("", label.namer.longest_group(name)):
        rest = name[len(owner) :]
        deed = deed_in_front(label.namer, label.vocabulary.names, rest) or _before_people(label, rest) or _state_in_front(label, rest)
        if deed:
            return owner, deed
    return "", ""


def _state_in_front(label: Label, name: str) -> str:
    """在学 of 在学研究生, 毕业 of 毕业研究生: how those are whom a name counts; empty where it does not say."""
    return next((state for state in (*label.namer.states, *label.vocabulary.names.past_states) if name.startswith(state) and len(name) > len(state) + 1), "")


def _before_people(label: Label, name: str) -> str:
    """引进 of 引进人才, which is one word of the dictionary, 培训 of 培训技术人员; empty where no deed stands in front of people."""
    deed, people = name[:_WORD], name[_WORD:]
    return deed if (label.namer.is_verb(deed) or deed in label.vocabulary.names.done_to_people) and label.namer.counts_people(people) else ""


def _is_served(label: Label, whole: Frame) -> bool:
    """提供资助 of 提供资助学生: whether what was done for those whom the whole counts stands in front of them, in more than a verb."""
    verb = whole.parts.verb
    return len(label.namer.words(verb)) > 1 and whole.name == verb + whole.parts.topic


def _may_be_kind(label: Label, deed: str, thing: str) -> bool:
    """Whether what the label names can be among the things counted: people of people, bodies of bodies, and no bodies of what bodies get."""
    if label.amount.unit in label.vocabulary.people_units:
        # 新增志愿者3万人，其中党员0.8万人: these are no new members.
        return label.text[-1] == thing[-1] or (label.namer.counts_people(thing) and not label.namer.is_flow(deed))
    return not label.namer.is_name(label.text) or label.namer.is_group(thing)


def reached(label: Label) -> str | None:
    """办理争议案件385万件，涉及劳动者408万人 → 争议案件涉及劳动者: whom something reached, and what it was about, is told of that.

    实行弹性工时的企业89户，涉及职工1.7万人: of bodies only where it is told which. 12万户企业建立企业年金，参加职工…: of what they set up.
    """
    frame, names = label.frame, label.vocabulary.names
    if not label.text.startswith(names.reaching_people):
        return None
    reach = next(word for word in names.reaching_people if label.text.startswith(word))
    if not label.text.endswith(names.persons) or len(label.text) - len(reach) > _PERSONS or label.has_same_unit or not frame.level:
        return None
    # 新增企业120家，涉及职工3000人: of the new ones.
    thing = frame.parts.object if frame.parts.verb and not frame.parts.measure and not label.namer.is_flow(frame.parts.verb) else frame.name
    done = label.namer.before_deed(thing) if reach in names.joined_in else None
    if reach in names.joined_in:
        thing = label.namer.without_verbs(done[1]) if done is not None and label.namer.is_group(done[0]) else ""
    is_told = (not label.namer.is_group(thing) or "的" in thing) and not thing.endswith(names.no_causes)
    return thing + label.text if thing and is_told and reach not in thing else None


def standard_of_people(label: Label) -> str | None:
    """散居孤儿1.2万人，基本生活平均标准1257元/人·月 → 散居孤儿基本生活平均标准: what is paid to each of the people before."""
    unit, frame = label.amount.unit or "", label.frame
    is_of_each = label.amount.kind == "money" and "/" in unit and unit.partition("/")[2].startswith(label.vocabulary.names.each_of_people)
    is_of_each = is_of_each or (label.amount.kind == "money" and label.text.endswith(label.vocabulary.names.levels_of_aid) and any(mean in label.text for mean in label.vocabulary.names.means))
    if not is_of_each or not frame.level or not {frame.unit, frame.draft.unit if frame.draft is not None else None} & label.vocabulary.people_units or not label.text.endswith((*label.vocabulary.names.standards, *label.vocabulary.names.levels_of_aid)):
        return None
    return frame.name + label.text if not label.namer.longest_group(label.text) and label.text[:2] not in frame.name else None


def mean_goes_on(label: Label) -> str | None:
    """平均每个中心年诊疗量9.1万人次，年入院量531人次 → 平均每个中心年入院量: the mean of each, in one unit."""
    name, row = label.frame.name, label.walk.row
    last = label.walk.drafts[-1].token if label.walk.drafts else 0
    if not label.text or ";" in row.letters(last, label.index) or not label.has_same_unit or not label.namer.says_each(name) or label.namer.says_each(label.text):
        return None
    told = {draft.indicator for draft in label.walk.drafts if draft.token >= label.walk.sentence_start}
    if label.text in told and (same := next((one for one in told if name.endswith(one) and label.namer.says_each(name.removesuffix(one))), "")):
        # 接警67万起，处警12万起，平均每天接警1840起，处警350起
        return name.removesuffix(same) + label.text
    head, found, rest = name.partition(label.text[0])
    is_alike = found and rest and rest[-1] == label.text[-1] and label.namer.says_each(head)
    return head + label.text if is_alike and name.startswith(label.vocabulary.names.means) else None


def whole_of(label: Label) -> Frame | None:
    """What the number is a part of, where a level stated it and 其中 stands between; the clause before may have been another part."""
    walk = label.walk
    if walk.parts_from is None or walk.parent is None or not label.is_level or walk.parent.sentence < walk.sentence - 1:
        return None
    return walk.parent
