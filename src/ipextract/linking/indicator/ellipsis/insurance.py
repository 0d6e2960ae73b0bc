"""Who is in a scheme of insurance: 参保人数11.2万人，其中职工3.4万人; 工伤保险参保2.1万人，生育保险1.6万人."""

from __future__ import annotations

from ipextract.linking.indicator.ellipsis.label import Label

# 城镇职工, 城镇基本医疗保险: what both begin with is said once.
_WORD = 2


def insured_group(label: Label) -> str | None:
    """基本医疗保险参保人数11.2万人，其中职工3.4万人，城乡居民7.8万人 → 职工基本医疗保险参保人数: one group after the other, of those who are in a scheme."""
    whole, groups = label.walk.parent, label.namer.insured_groups
    if whole is None or whole.unit != label.amount.unit or whole.sentence < label.walk.sentence - 1 or not label.text.endswith(groups) or label.parts.verb:
        return None
    name = whole.name
    if _end_of_scheme(label, name) == 0 or _end_of_scheme(label, label.text) or any(group in name for group in groups):
        return None
    if not (name.startswith(label.vocabulary.names.being_in) or name.endswith(label.vocabulary.names.taking_out)):
        return None
    return label.text + (name[_WORD:] if label.text[:_WORD] == name[:_WORD] else name)


def next_scheme(label: Label) -> str | None:
    """参加失业保险人数1.9万人，工伤保险2.1万人 → 参加工伤保险人数; 工伤保险参保2.1万人，生育保险1.6万人 → 生育保险参保: one scheme after the other."""
    name, names = label.frame.name, label.vocabulary.names
    end = _end_of_scheme(label, name)
    if not end or _end_of_scheme(label, label.text) != len(label.text) or label.text.startswith(names.being_in):
        return None
    head = next((word for word in names.being_in if name.startswith(word)), "")
    tail = name[end:]
    if head:
        return head + label.text + tail if not tail or tail in names.people_counts else None
    return label.text + tail if tail in names.taking_out else None


def next_group(label: Label) -> str | None:
    """参加养老保险的职工2.1万人，离退休人员0.6万人 → 参加养老保险的离退休人员: another group of those in the scheme."""
    head, of, group = label.frame.name.rpartition("的")
    is_in = head.startswith(label.vocabulary.names.being_in) and _end_of_scheme(label, head) == len(head) > 0
    groups = label.namer.insured_groups
    return head + of + label.text if is_in and group.endswith(groups) and label.text.endswith(groups) and not _end_of_scheme(label, label.text) else None


def _end_of_scheme(label: Label, name: str) -> int:
    """Where the name of a scheme in `name` ends; nought where none is."""
    return max((name.find(scheme) + len(scheme) for scheme in label.vocabulary.names.schemes if scheme in name), default=0)
