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
    heads, noun = label.walk.heads, label.parts.object
    if not heads or len(noun) < _NOUN or not heads.endswith(noun) or label.namer.words(heads)[-1] != noun or label.namer.is_verb(noun) or label.namer.is_deed(noun):
        return None
    return label.text.removesuffix(noun) + heads


def of_schools(label: Label) -> str | None:
    """校数, 在校生, 专任教师 → 小学专任教师: what schools have, of those that head the paragraph."""
    names = label.vocabulary.names
    schools = label.walk.schools or _counted_first(label)
    if not schools or not label.text.startswith(names.of_schools) or schools in label.text:
        return None
    # 高中阶段教育。普通高中招生25万人，专任教师8万人: others have been told of.
    others = (draft.indicator for draft in label.walk.drafts if not draft.indicator.startswith(schools))
    return None if any(kind in name for name in others for kind in names.schools) else schools + label.text


def _counted_first(label: Label) -> str:
    """全国共有小学16.7万所，…。招生1767万人: the schools that the paragraph counted first, in an earlier sentence; empty where it counted none."""
    first = label.walk.drafts[0] if label.walk.drafts else None
    if first is None or first.token >= label.walk.sentence_start or first.aspect != "level" or first.unit not in label.vocabulary.names.body_units:
        return ""
    schools = label.namer.take_apart(first.indicator).object
    return schools if schools.endswith(label.vocabulary.names.schools) and len(schools) <= _LONGEST else ""
