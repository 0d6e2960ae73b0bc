"""The name of the document's own place within an indicator's name, which is the claim's region: 惠及绍兴市企业, 中国专利奖绍兴市荣获金奖."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.linking.walk import Walk


def without_name_of_home(walk: Walk, home: Division, label: str) -> str:
    """惠及企业 of 惠及绍兴市企业, 建立服务窗口 of 在绍兴建立服务窗口: a label without the name of home behind its first word; 绍兴市专利奖 is a name of its own."""
    name = next((name for name in (home.name, *home.short) if name in label[1:]), "")
    if not name:
        return label
    head, _, tail = label.partition(name)
    names, namer = walk.vocabulary.names, walk.namer
    if not head or not tail or tail.startswith(walk.vocabulary.agencies):
        return label
    before, behind = namer.words(head)[-1], namer.words(tail)[0]
    acts = namer.is_verb(behind)
    if acts and (before in walk.vocabulary.located or (behind in names.telling and not namer.is_verb(before))):
        # 在绍兴建立, 中国专利奖绍兴市荣获
        return (head.removesuffix(before) if before in walk.vocabulary.located else head) + tail
    if any(word in tail for word in names.own_titles) or tail.startswith("的") or (name != home.name and behind not in names.of_homes):
        # 来自绍兴市的申请; 绍兴黄酒, and not 绍兴企业
        return label
    is_object = namer.is_verb(before) or before in names.beneficiaries
    return head + tail if is_object and before not in walk.vocabulary.coming_to else label
