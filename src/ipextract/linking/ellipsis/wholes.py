"""What a part behind 其中, or a member of a topic, is said of with its whole: the measure, the deed, whose people they are."""

from __future__ import annotations

from ipextract.linking.cleaning import join
from ipextract.linking.ellipsis.label import Label
from ipextract.linking.ellipsis.owners import bodies_at_head
from ipextract.linking.frames import Frame


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


def spent_on(label: Label) -> str | None:
    """支出彩票公益金5亿元，其中用于社会福利3亿元 → 支出彩票公益金用于社会福利: for what money was meant says not which."""
    whole = _whole(label)
    if whole is None or label.amount.kind != "money" or not label.text.startswith(label.vocabulary.names.spent_on):
        return None
    if whole.unit != label.amount.unit:
        return None
    # 一般公共预算支出320亿元，其中用于民生的支出231亿元: said once.
    return (whole.name.removesuffix(label.parts.measure) if label.parts.measure else whole.name) + label.text


def _whole(label: Label) -> Frame | None:
    """What the number is a part of, where a level stated it and 其中 stands between; the clause before may have been another part."""
    walk = label.walk
    if walk.parts_from is None or walk.parent is None or not label.is_level or walk.parent.sentence < walk.sentence - 1:
        return None
    return walk.parent
