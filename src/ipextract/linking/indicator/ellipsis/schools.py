"""What a paragraph is headed by: the schools whose pupils, teachers and buildings are told of, the kind of thing that its sentences name without it."""

from __future__ import annotations

from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.walk import Walk

# 高中阶段教育: what heads a paragraph has at most so many characters.
_LONGEST = 10
_SHORTEST = 3
# 事故: what a kind is of has at least so many characters.
_NOUN = 2


def take_schools(walk: Walk, index: int) -> None:
    """小学。校数3698所, 普通高中：学校569所: the stop or colon at `index` ends the words that a paragraph begins with, which may name schools."""
    if walk.schools or walk.drafts or walk.sentence or index > _LONGEST or walk.row.has_number(0, index):
        return
    name = walk.namer.clean(walk.label_text(0, index).replace("\n", ""))
    if 1 < len(name) <= _LONGEST and name.endswith(walk.vocabulary.names.schools) and not walk.namer.starts_with_verb(name):
        walk.schools = name
    elif len(name) > _SHORTEST and name.isalpha() and len(walk.namer.words(name)) > 1 and not walk.namer.starts_with_verb(name) and not walk.namer.has_measure(name):
        walk.heads = name


def of_head(label: Label) -> str | None:
    """矿山事故。7月发生事故3起 → 发生矿山事故: the noun alone is of the kind that heads the paragraph."""
    heads = label.walk.heads
    if not heads:
        return None
    noun = label.parts.object
    if len(noun) < _NOUN or not heads.endswith(noun) or label.namer.words(heads)[-1] != noun or label.namer.is_verb(noun) or label.namer.is_deed(noun):
        return None
    return label.text.removesuffix(noun) + heads


def of_schools(label: Label) -> str | None:
    """校数, 在校生, 专任教师 → 小学专任教师: what schools have, of those that head the paragraph."""
    names = label.vocabulary.names
    schools = label.walk.schools or _counted_first(label)
    if not schools or not label.text.startswith(names.of_schools) or schools in label.text:
        return None
    # 高中阶段教育。普通高中招生25万人，专任教师8万人: others have been told of; not by 小学。普通小学36所。招生1.2万人.
    others = (draft.indicator for draft in label.walk.drafts if schools not in draft.indicator)
    return None if any(kind in name for name in others for kind in names.schools) else schools + label.text


def _counted_first(label: Label) -> str:
    """全国共有小学16.7万所，…。招生1767万人: the schools that the paragraph counted first, in an earlier sentence; empty where it counted none."""
    first = label.walk.drafts[0] if label.walk.drafts else None
    if first is None or first.token >= label.walk.sentence_start or first.aspect != "level" or first.unit not in label.vocabulary.names.body_units:
        return ""
    schools = label.namer.take_apart(first.indicator).object
    return schools if schools.endswith(label.vocabulary.names.schools) and len(schools) <= _LONGEST else ""


def without_pupils(label: Label, topic: str) -> str:
    """招收特殊教育学生86人，在校生539人 → 特殊教育; 高等院校招学生5.4万人，毕业生4.6万人 → 高等院校, and not whom they took in."""
    cut = topic
    schools = label.namer.longest_group(topic) if topic.endswith(label.vocabulary.names.persons) else ""
    if schools and schools != topic and topic.startswith(schools):
        # 小学学龄儿童净入学率100%，教职工860人: nor who might be there.
        return schools
    for noun in (*label.vocabulary.names.people_at_school, *label.vocabulary.names.people_nouns):
        cut = cut.removesuffix(noun)
    return cut if cut == topic or label.namer.is_name(cut) else label.namer.longest_group(cut) or cut


def schools_of_all(label: Label, topic: str) -> str:
    """小学 of 小学3862所、教学点1260个，在校生426万人; 幼儿园 of 幼儿园教职工2.6万人，其中园长1320人，专任教师1.35万人: of whose schools the whole is, where the part before was people by themselves; empty where it was of schools."""
    whole, names = label.walk.parent, label.vocabulary.names
    draft = label.frame.draft
    if draft is not None and draft.unit in names.body_units and not topic.endswith(names.schools) and not label.namer.is_group(topic) and label.walk.follows_pause(draft.token):
        begun = label.walk.segment_start(label.index)
        counted = (one.indicator for one in label.walk.drafts if one.token >= begun and one.aspect == "level" and one.unit in names.body_units)
        return next((name for name in counted if name.endswith(names.schools)), "")
    if whole is None or label.walk.parts_from is None or label.frame.unit not in label.vocabulary.people_units or whole.parts.measure not in names.people_at_school:
        return ""
    return "" if whole.parts.topic in topic or topic.endswith(names.schools) or label.namer.is_group(topic) else whole.parts.topic


def at_school(label: Label) -> str | None:
    """幼儿园320所，在园幼儿5.1万人，专任教师4100人 → 幼儿园专任教师: of the schools counted before those who are there, as far back as the semicolon."""
    if label.text.startswith(label.namer.states) and len(label.namer.words(label.frame.name)) > 1 and label.frame.name.endswith(label.vocabulary.names.schools) and label.frame.level and label.walk.parts_from is None:
        # 民办幼儿园568所，在园幼儿8.9万人; 幼儿园320所，在园幼儿5.1万人: said again only where they are of a kind.
        return label.frame.name + label.text
    if label.text not in label.vocabulary.names.people_at_school or label.frame.unit not in label.vocabulary.people_units:
        return None
    walk = label.walk
    start = walk.segment_start(label.index)
    schools = (draft for draft in reversed(walk.drafts) if draft.token >= start and draft.aspect == "level" and draft.unit in label.vocabulary.names.body_units)
    none = label.vocabulary.names.holding_none
    named = (label.namer.take_apart(draft.indicator) for draft in schools if draft.parent is None and not draft.indicator.endswith(none))
    # 小学学校数58所，在校学生数6.1万人，教职工数3786人
    return next(((parts.topic if parts.measure else parts.object) + label.text for parts in named), None)
