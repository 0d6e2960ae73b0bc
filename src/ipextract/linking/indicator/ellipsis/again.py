"""What was counted under a whole name and is spoken of again by its kind alone: 发明专利授权986件，…，发明专利增长18% → 发明专利授权."""

from __future__ import annotations

from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.walk import Walk

# So many members make a list.
_LISTED = 2


def kind_counted(label: Label) -> str | None:
    """发明专利授权986件、实用新型授权532件，发明专利增长18% → 发明专利授权: how that changed, or what share it is, whose number the sentence told."""
    return counted_whole(label.walk, label.text) or None


def others_of_list(label: Label) -> str | None:
    """其他纠纷 of 商标权纠纷176件，专利权纠纷42件，其他25件: the rest of a list is of what its members have in common at their ends, and of no one of them."""
    walk = label.walk
    if label.text not in label.vocabulary.names.rest_of_list:
        return None
    told = [draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == label.amount.unit]
    if len(told) < _LISTED or told[-1] == told[-_LISTED]:
        return None
    shared = next(told[-1][place:] for place in range(len(told[-1]) + 1) if told[-_LISTED].endswith(told[-1][place:]))
    # 纠纷 of 商标权纠纷 and 专利权纠纷: a word of the dictionary.
    return label.text + next((shared[place:] for place in range(len(shared) - 1) if len(label.namer.words(shared[place:])) == 1), "")


def counted_whole(walk: Walk, kind: str) -> str:
    """发明专利授权 of 发明专利: the one name of what the sentence counted that begins with a kind, and goes on with what was done to it; empty where there is none, or more than one."""
    told = {draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.kind == "count" and draft.indicator.startswith(kind)} if kind else set()
    name = next(iter(told), "") if len(told) == 1 else ""
    rest = name.removeprefix(kind)
    names = walk.vocabulary.names
    is_done = rest in names.deed_nouns or rest.removesuffix(walk.namer.take_apart(rest).measure).endswith(names.deeds_to_titles)
    return name if rest and is_done else ""


def without_winner(label: Label, name: str) -> str:
    """获得中国专利奖银奖 of 专利获得中国专利奖银奖, where 12项专利获得中国专利奖，其中银奖1项: what won a grade of an award was said with the award."""
    if label.walk.parts_from is None or not label.text.endswith(label.vocabulary.names.prizes):
        return name
    return next((verb + won for verb in label.vocabulary.names.winning if (won := name.partition(verb)[2])), name)
