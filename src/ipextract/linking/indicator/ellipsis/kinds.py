"""A trade or a class alone, by what others of its kind are measured: 38个大类行业中32个增长。采矿业增长3.3% → 采矿业增加值."""

from __future__ import annotations

from ipextract.linking.endings import without_head
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.holders import bounded_bodies
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.series import deed_in_front

# Ⅱ类: narrows by itself.
_CLASS = 2
# 16大类…，12个大类…，4个大类…: how many claims before, at most, how many there are of all was stated.
_COUNTED = 3
# How many claims before, at most, the class was counted whose kinds are told.
_OF_CLASS = 8


def kind_of_cases(label: Label) -> str | None:
    """民事收案 of 收案1246件，其中民事1198件, and of 收案中民事1198件: of one kind of cases, what a court did with all of them."""
    names = label.vocabulary.names
    told, _, kind = label.text.rpartition(names.within[0])
    if told in names.court_deeds:
        return kind + told if kind in names.kinds_of_cases else None
    if label.text not in names.kinds_of_cases or not (label.in_same_sentence or label.walk.parts_from is not None):
        return None
    return next((label.text + deed for deed in names.court_deeds if label.frame.name.endswith(deed)), None)


def in_field_of_whole(label: Label, name: str) -> str:
    """审理知识产权民事案件 for 审理民事案件 of 审理各类知识产权案件938件，其中民事案件893件: of what the whole is about are its parts too, where only how they are tried is said."""
    whole = label.walk.parent.name if label.walk.parent is not None else ""
    field = next((word for word in label.vocabulary.names.fields_of_cases if word in whole), "")
    return name if not field or field in name or label.text not in name else name.replace(label.text, field + label.text)


def people_by_sex(label: Label) -> str | None:
    """男参赛选手 and 女参赛选手 of 参赛选手中男120名，女80名."""
    names, walk = label.vocabulary.names, label.walk
    told, _, sex = label.text.rpartition(names.within[0])
    if sex not in names.sexes:
        return None
    if not told and not walk.topic:
        other = next((one for one in names.sexes if label.frame.name.startswith(one)), "") if label.in_same_sentence else ""
        told = label.frame.name.removeprefix(other) if other else ""
    # 总人口中，男性220万人: a part is of no 总.
    of = without_head(walk.namer.clean(told or walk.topic or ""), names.totals)
    return sex + of if of and label.amount.unit in label.vocabulary.people_units else None


def kind_of_class(label: Label) -> str | None:
    """食品投诉 of 商品类投诉8.1万件。居前的依次是：食品2.4万件、服装1.1万件, 餐饮投诉 of 服务类投诉8.3万件，其中餐饮1.6万件: a kind alone, of the things of the class that it lies in."""
    walk, names = label.walk, label.vocabulary.names
    told = (draft for draft in reversed(walk.drafts[-_OF_CLASS:]) if draft.aspect == "level" and draft.unit == label.amount.unit and names.of_kind[0] in draft.indicator)
    whole = next(told, None) if label.frame.sentence >= walk.sentence - 1 else None
    if whole is None or not label.text or label.namer.is_deed(label.text):
        # 侵权类刑事案件426人，其中审查逮捕案件66件82人; 技术类案件467件，其中新收266件: no kind is named here.
        return None
    head, _, noun = whole.indicator.rpartition(names.of_kind[0])
    # Ⅲ类断面 is called so by a number, and 各类案件 are cases of all classes.
    if len(head) < _CLASS or any(word in head for word in names.each_told) or len(noun) < _CLASS or noun in label.text or label.namer.has_measure(noun):
        return None
    first = walk.window(label.index)
    is_part = walk.parts_from is not None and walk.parent is not None and walk.parent.draft is whole
    is_led = walk.row.letters(first - 1, first) == ":" and label.frame.name == whole.indicator
    goes_on = walk.follows_pause(label.index) and label.frame.name.endswith(noun) and label.frame.draft is not None and label.frame.draft.token > whole.token
    return label.text + noun if is_part or is_led or goes_on else None


def deed_of_joint(label: Label) -> str | None:
    """专利转让次数 of 专利转让、许可次数7860次，其中转让6930次: one of the deeds that the number of the whole is of."""
    whole = label.walk.parent
    head, pause, tail = whole.name.partition("、") if whole is not None else ("", "", "")
    if not pause or not label.in_same_sentence or whole is None or whole.unit != label.amount.unit or not label.namer.is_deed(label.text):
        return None
    thing, measure = label.namer.without_deed(head), whole.parts.measure
    is_one_of_them = head == thing + label.text or tail == label.text + measure
    return thing + label.text + measure if measure and thing != head and is_one_of_them else None


def next_kind_of_measure(label: Label) -> str | None:
    """最低工资标准二类地区 of 最低工资标准一类地区2260元、二类地区2010元: the measure stands in front of the first kind, and is of the next too."""
    namer, said = label.namer, label.frame.name
    if label.amount.kind == "count" or not label.in_same_sentence or not label.has_same_unit or not label.walk.follows_pause(label.index) or namer.has_measure(label.text) or namer.has_measure(said):
        return None
    words = namer.words(said)
    for stop in range(len(words) - 1, 0, -1):
        head, kind = "".join(words[:stop]), "".join(words[stop:])
        if namer.has_measure(head) and namer.is_name(kind) and namer.is_name(label.text) and (stop == len(words) - 1 or words[-1] in namer.words(label.text) or words[-1][-1] == label.text[-1]):
            return head + label.text
    return None


def level_of_topic(label: Label) -> str | None:
    """农业龙头企业中，国家级12家、省级86家 → 省级农业龙头企业: a level alone narrows those among whom the clause says they are."""
    topic = label.walk.topic
    if not topic or label.parts.measure or not label.is_level or label.amount.kind != "count" or label.walk.topic_measure or not label.namer.is_modifier(label.text):
        return None
    thing, walk = label.namer.narrowed(topic), label.walk
    last = next((draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start), None)
    if walk.parts_from is not None or (last is not None and not last.indicator.endswith(thing)):
        # 专业公共卫生机构中，疾病预防控制中心3439个，其中省级31个: of what was counted since.
        return None
    return label.text + thing if label.namer.narrowed(label.text + topic) != label.text + topic else None


def level_of_counted(label: Label) -> str | None:
    """示范企业5个，总产值3亿元，其中国家级1个 → 国家级示范企业: of those who were counted, behind what else was stated of them."""
    walk, namer = label.walk, label.namer
    if walk.parts_from is None or walk.parent is None or walk.parent.unit == label.amount.unit or not namer.is_modifier(label.text) or label.amount.kind != "count":
        return None
    counted = [draft for draft in walk.drafts if walk.sentence_start <= draft.token < walk.parts_from and draft.kind == "count" and draft.aspect == "level"]
    if len(counted) != 1 or counted[0].unit != label.amount.unit or namer.is_modifier(counted[0].indicator):
        return None
    return namer.narrowed_by(label.text, counted[0].indicator)


def trade_behind_count(label: Label) -> str | None:
    """规上工业增加值增长7.4%。38个大类行业中32个增长。规上采矿业增长3.3% → 规上采矿业增加值: behind how many trades or classes grew, one of them is measured as all were."""
    frame = label.frame
    if label.parts.measure or not label.is_rate_of_change or frame.draft is None or frame.draft.kind != "count" or not label.namer.is_group(label.text):
        return None
    if label.text.endswith(label.vocabulary.names.of_kind):
        return _class_measured(label)
    if frame.parts.measure or not label.text.endswith(label.vocabulary.names.trade_ends):
        return None
    said = next((draft for draft in reversed(label.walk.drafts) if draft.aspect == "change"), None)
    parts = label.namer.take_apart(said.indicator) if said is not None else None
    return label.namer.compose(label.text, parts) if parts is not None and parts.measure and parts.topic.endswith(label.vocabulary.forms.all_trades) else None


def thing_that_grew(label: Label) -> str | None:
    """40种产品中，产量增长的有26种。其中，水泥增长12.1%, 水泥320万吨 → 水泥产量; 前五大行业中，电气机械增长12.1%: one of the things looked at, by what they were said to have grown."""
    walk, names = label.walk, label.vocabulary.names
    made = label.is_level and label.amount.kind == "quantity"
    if not (made or (label.aspect == "change" and label.amount.kind in ("percentage", "multiple"))) or not label.text or label.namer.starts_with_verb(label.text):
        return None
    among = bool(walk.topic) and not walk.topic_measure and walk.topic.endswith(names.that_grow) if walk.topic else False
    start = max((place for place in range(walk.sentence_start - 1) if walk.tokens[place].letter == "."), default=-1)
    recent = [draft for draft in reversed(walk.drafts) if draft.token > start]
    counted = next((draft for draft in recent if draft.kind == "count" and any(thing in draft.indicator for thing in names.that_grow)), None)
    if counted is not None and (among or walk.parts_from is not None):
        # 22个行业产值保持增长
        measure = next((measure for word in label.namer.words(counted.indicator) if (measure := label.namer.take_apart(word).measure)), "")
        if made:
            # 367种产品产量增长。其中，钢材10404万吨: so much of it was made.
            return join(label.text, measure) if measure in names.item_measures and not label.text.endswith(names.measure_endings) else None
        if measure:
            return join(label.text, measure)
    if made:
        return None
    told = (label.namer.take_apart(draft.indicator) for draft in reversed(walk.drafts)) if among else ()
    of_all = next((parts for parts in told if parts.measure and parts.topic.endswith((*label.vocabulary.forms.all_trades, *names.that_grow))), None)
    return None if of_all is None else label.namer.compose(label.text, of_all)


def class_of_bodies(label: Label) -> str | None:
    """限额以上单位汽车类零售额增长5.8%，家具类增长3.2% → 限额以上单位家具类零售额: one class after the other, of the bodies that are bounded."""
    names, frame = label.vocabulary.names, label.frame
    if not label.text.endswith(names.of_kind) or not frame.parts.measure or not label.is_rate_of_change or frame.name.endswith(label.text + frame.parts.measure):
        return None
    goes_on = label.in_same_sentence or (label.walk.parts_from == label.walk.sentence_start and frame.sentence == label.walk.sentence - 1)
    bodies = bounded_bodies(frame.name, names) if goes_on else ""
    return bodies + join(label.text, frame.parts.measure) if bodies and not label.text.startswith(names.bounded) else None


def class_of_whole(label: Label) -> str | None:
    """社会团体27.1万个。其中：教育类11654个，卫生类10440个 → 教育类社会团体: a class alone is of the things that were counted."""
    walk = label.walk
    whole = walk.parent
    if whole is None or whole.draft is None or whole.sentence < walk.sentence - 1 or whole.parts.measure or whole.unit != label.amount.unit:
        return None
    is_class = label.text.endswith(label.vocabulary.names.of_kind) and len(label.text) > _CLASS and not whole.name.endswith(label.vocabulary.names.of_kind)
    return label.namer.narrowed_by(label.text, whole.name) if is_class else None


def branch_of_bodies(label: Label) -> str | None:
    """在第二产业法人单位中，制造业2.6万个 → 制造业法人单位: so many of a branch are the bodies that are looked at, or that were counted before."""
    walk, names = label.walk, label.vocabulary.names
    if not label.is_level or label.amount.kind != "count" or not label.text.endswith(names.trade_ends) or label.text.endswith(names.bodies_of_branches):
        return None
    whole = walk.parent if walk.parts_from is not None else None
    told = whole.name if whole is not None and whole.unit == label.amount.unit else walk.topic or ""
    bodies = next((noun for noun in names.bodies_of_branches if told.endswith(noun)), "")
    return label.text + bodies if bodies else None


def share_of_structure(label: Label) -> str | None:
    """三次产业结构调整为5:45:50，第三产业比上年提升2.2个百分点: points of a part of the structure that the sentence told are of its share."""
    if label.walk.tokens[label.index].letter != "Q" or not label.text:
        return None
    told = (draft.indicator for draft in label.walk.drafts if draft.token >= label.walk.sentence_start and draft.rule == "share.structure")
    return label.text if label.text in told else None


def branch_of_accounts(label: Label) -> str | None:
    """第三产业同比增长3.5%, 煤炭开采业增长27.7% → 煤炭开采业增加值: a branch grows by what it adds, where nothing else was spoken of."""
    if label.aspect != "change" or label.amount.kind != "percentage" or label.parts.measure:
        return None
    topic = label.walk.topic or ""
    if topic.endswith(label.vocabulary.names.bodies_of_branches) and label.namer.added_value_of(label.text):
        # 新登记的企业中，住宿业增长44%: of those that the clause tells of, where it says what was done to them.
        bodies = topic.replace(label.vocabulary.those.particle, "")
        if bodies != topic or label.namer.starts_with_verb(bodies):
            return label.text + bodies
    return label.namer.added_value_of(label.text) or None


def bodies_of_branch(label: Label) -> str | None:
    """第二产业新设企业增长5%，第三产业下降0.6% → 第三产业新设企业: of the bodies of one branch of the accounts goes on what is told of the next."""
    frame = label.frame
    if label.aspect != "change" or frame.parts.measure or not frame.name.endswith(label.vocabulary.names.bodies_of_branches) or not label.namer.is_group(label.text):
        return None
    branch = label.namer.longest_group(frame.name)
    bodies = frame.name.removeprefix(branch)
    return label.text + bodies if branch and bodies not in ("", frame.name) and label.namer.added_value_of(branch) and not label.text.endswith(bodies[-2:]) else None


def kind_beside(label: Label) -> str | None:
    """国家知识产权示范企业10家，优势企业115家 → 国家知识产权优势企业: another grade of the same honours."""
    if not (label.in_same_sentence and label.has_same_unit and label.is_level):
        return None
    grades, name = label.vocabulary.names.grades_of_honour, label.frame.name
    own = next((grade for grade in grades if label.text.startswith(grade)), "")
    noun = label.text.removeprefix(own)
    if not own or not noun or not name.endswith(noun) or (label.namer.is_flow(label.frame.parts.verb) and not label.walk.follows_pause(label.index)):
        return None
    head = name.removesuffix(noun)
    of = next((head.removesuffix(grade) for grade in grades if head.endswith(grade)), "")
    return of + label.text if of else None


def patents_beside(label: Label) -> str | None:
    """审结发明专利申请80.8万件，实用新型专利申请187.4万件 → 审结实用新型专利申请: what was done to patents of one kind is done to those of the next."""
    kinds, verb = label.vocabulary.names.kinds_of_patents, label.frame.parts.verb
    own = next((kind for kind in kinds if label.text.startswith(kind)), "")
    if not own or not verb or not (label.in_same_sentence and label.has_same_unit and label.is_level):
        return None
    noun = label.text.removeprefix(own)
    return verb + label.text if noun and any(label.frame.name == verb + kind + noun for kind in kinds) else None


def cases_beside(label: Label) -> str | None:
    """审结专利案件57件，商标案件5件 → 审结商标案件; 受理审查起诉假冒注册商标罪57件87人，侵犯著作权罪5件9人: what was done to cases of one kind was done to those of the next."""
    names, name, walk = label.vocabulary.names, label.frame.name, label.walk
    is_illicit = label.has_same_unit and label.text.startswith(names.illicit)
    if not (label.is_level and label.in_same_sentence and label.frame.level and (is_illicit or label.text.endswith(names.of_cases))) or walk.parts_from is not None or label.parts.measure or label.parts.verb:
        return None
    if not label.has_same_unit and label.amount.unit not in names.units_of_cases:
        return None
    if "的" in label.text and label.frame.draft is not None and ";" in walk.row.letters(label.frame.draft.token, label.index):
        # 受理案件1.2万件；判赔额超过百万元的案件28件: a clause of its own says which.
        return None
    deed = deed_in_front(label.namer, names, name)
    thing = name[len(deed) :]
    if is_illicit and deed and label.text[:_CLASS] == thing[:_CLASS] and label.text != thing:
        # 查获假冒药品25.7万件，假冒服装24.6万件
        return deed + label.text
    noun = next((word for word in names.of_cases if label.text.endswith(word)), "")
    # 受理备案申请24件，审核通过备案申请21件: of the same something else is said.
    # 公安机关破获案件91件: nor is a deed of its own a kind of them; the dictionary has 破获案件 as one word.
    is_kind = label.text != noun and not label.text.endswith(thing) and not label.text.startswith(names.attributive) and not label.namer.is_verb(label.text.removesuffix(noun))
    # 查处行贿犯罪24件，惩处涉黑犯罪6件
    is_kind = is_kind and not deed_in_front(label.namer, names, label.text)
    return deed + label.text if deed and noun and thing.endswith(noun) and is_kind else None


def _class_measured(label: Label) -> str | None:
    """限额以上单位16大类商品零售额中，12个大类增长。其中，饮料类增长3.1% → 限额以上单位饮料类零售额: a class of the things whose classes were counted."""
    names, walk = label.vocabulary.names, label.walk
    first = max(0, len(walk.drafts) - _COUNTED)
    counted = next((draft for draft in walk.drafts[first:] if draft.kind == "count" and draft.unit in names.class_units), None)
    if counted is None or counted.unit is None or not label.walk.frame or label.frame.sentence < walk.sentence - 1:
        return None
    whole = counted.indicator.removesuffix(counted.unit)
    measure = label.namer.take_apart(whole).measure
    return bounded_bodies(whole, names) + join(label.text, measure) if measure else None
