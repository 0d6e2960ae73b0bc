"""What a part behind 其中, or a member of a topic, is said of with its whole: the measure, the deed, whose people they are."""

from __future__ import annotations

from ipextract.linking.cleaning import join
from ipextract.linking.ellipsis.label import Label
from ipextract.linking.ellipsis.owners import bodies_at_head
from ipextract.linking.frames import Frame

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
    whole, names = _whole(label), label.vocabulary.names
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
    whole, names = _whole(label), label.vocabulary.names
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


def spent_on(label: Label) -> str | None:
    """支出彩票公益金5亿元，其中用于社会福利3亿元 → 支出彩票公益金用于社会福利: for what money was meant says not which."""
    whole = _whole(label)
    if whole is None or label.amount.kind != "money" or not label.text.startswith(label.vocabulary.names.spent_on):
        return None
    if whole.unit != label.amount.unit:
        return None
    # 一般公共预算支出320亿元，其中用于民生的支出231亿元: said once.
    return (whole.name.removesuffix(label.parts.measure) if label.parts.measure else whole.name) + label.text


def reached(label: Label) -> str | None:
    """办理争议案件385万件，涉及劳动者408万人 → 争议案件涉及劳动者: whom something reached, and what it was about, is told of that."""
    frame, names = label.frame, label.vocabulary.names
    reach = next((word for word in names.reaching_people if label.text.startswith(word)), "")
    if not reach or not label.text.endswith(names.persons) or len(label.text) - len(reach) > _PERSONS or label.has_same_unit or not frame.level:
        return None
    thing = frame.parts.object if frame.parts.verb and not frame.parts.measure else frame.name
    return thing + label.text if thing and not label.namer.is_group(thing) and reach not in thing else None


def standard_of_people(label: Label) -> str | None:
    """散居孤儿1.2万人，基本生活平均标准1257元/人·月 → 散居孤儿基本生活平均标准: what is paid to each of the people before."""
    unit, frame = label.amount.unit or "", label.frame
    is_of_each = label.amount.kind == "money" and "/" in unit and unit.partition("/")[2].startswith(label.vocabulary.names.each_of_people)
    if not is_of_each or not frame.level or frame.unit not in label.vocabulary.people_units or not label.text.endswith(label.vocabulary.names.standards):
        return None
    return frame.name + label.text if not label.namer.longest_group(label.text) and label.text[:2] not in frame.name else None


def mean_goes_on(label: Label) -> str | None:
    """平均每个中心年诊疗量9.1万人次，年入院量531人次 → 平均每个中心年入院量: the mean of each, in one unit."""
    name, row = label.frame.name, label.walk.row
    last = label.walk.drafts[-1].token if label.walk.drafts else 0
    if not label.text or ";" in row.letters(last, label.index) or not label.has_same_unit or not label.namer.says_each(name) or label.namer.says_each(label.text):
        return None
    head, found, rest = name.partition(label.text[0])
    is_alike = found and rest and rest[-1] == label.text[-1] and label.namer.says_each(head)
    return head + label.text if is_alike and name.startswith(label.vocabulary.names.means) else None


def of_same_thing(label: Label) -> str | None:
    """交易平台订单数1.5亿笔，订单转化率98% → 交易平台订单转化率: the word that the name before has behind whoever it is of."""
    namer, names = label.namer, label.vocabulary.names
    mean = next((word for word in names.means if label.text.startswith(word)), "")
    word = namer.words(label.text.removeprefix(mean))[0] if label.text != mean else ""
    if len(word) < _WORD or word == label.text or namer.is_group(word) or namer.is_verb(word) or namer.is_macro(label.text):
        return None
    holder, found, rest = label.frame.name.partition(word)
    is_held = found and rest and not label.text.endswith(rest) and holder.endswith((*names.platforms, *names.schemes))
    return holder + label.text if is_held and not label.walk.row.places(label.walk.window(label.index), label.index) else None


def _whole(label: Label) -> Frame | None:
    """What the number is a part of, where a level stated it and 其中 stands between; the clause before may have been another part."""
    walk = label.walk
    if walk.parts_from is None or walk.parent is None or not label.is_level or walk.parent.sentence < walk.sentence - 1:
        return None
    return walk.parent
