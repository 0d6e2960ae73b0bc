"""Parts that are told by less than they need: the industries of a trade, the people of a service, what a mean stands before."""

from __future__ import annotations

from ipextract.linking.indicator.anatomy import Parts, join
from ipextract.linking.indicator.ellipsis.label import Label


def at_host(label: Label) -> str | None:
    """景区接待游客70万人次，其中鉴湖景区30万人次 → 鉴湖景区接待游客: at which of the places that receive people so many were."""
    names, whole = label.vocabulary.names, label.walk.parent
    if whole is None or label.parts.measure or not label.text.endswith(names.hosts):
        return None
    deed = next((word for word in names.receiving if word in whole.name), "")
    guests = whole.name.partition(deed)[2] if deed else ""
    return label.text + deed + guests if guests and deed not in label.text else None


def industry_of_trade(label: Label) -> str | None:
    """林业总产值312亿元，其中第一产业86亿元 → 林业第一产业总产值: the industries within a trade are not those of the whole economy."""
    walk, whole = label.walk, label.walk.parent
    if whole is None or walk.parts_from is None or label.parts.measure or not whole.parts.measure or not label.has_same_unit or whole.unit != label.amount.unit:
        return None
    if not any(label.text in members for members in label.namer.members.values()) or not whole.parts.topic.endswith(label.vocabulary.names.trade_ends):
        return None
    return whole.parts.topic + label.namer.compose(label.text, whole.parts)


def served_of_whole(label: Label) -> str | None:
    """开展职业技能培训2.3万人次，其中农民工1.1万人次 → 开展农民工职业技能培训: who they are of those for whom something was held, which names nobody."""
    whole, names = label.walk.parent, label.vocabulary.names
    if whole is None or label.walk.parts_from is None or not label.is_level or whole.unit != label.amount.unit:
        return None
    if label.parts.verb or label.parts.measure not in ("", *names.people_nouns) or label.text.startswith(names.services):
        # 开展技能培训2.3万人次，其中培训农民工1.1万人次: it says itself what was done.
        return None
    if whole.unit not in label.vocabulary.people_units and whole.unit not in names.over_time_units:
        return None
    service = label.namer.without_determiner(whole.parts.object)
    is_service = bool(whole.parts.verb) and whole.parts.verb in names.holding and service.endswith(names.services)
    return whole.parts.verb + label.text + service if is_service and label.text.endswith(names.persons) else None


def before_mean(label: Label) -> Parts | None:
    """公路里程6512公里，密度为每百平方公里123公里，其中高速公路212公里: of what there is so much on each, all that the sentence told of in the unit; None where it told none."""
    walk = label.walk
    told = (draft.indicator for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == label.amount.unit)
    name = next((name for name in told if not label.namer.says_each(name)), "")
    return label.namer.take_apart(name) if name else None


def term_of_holder(label: Label) -> str | None:
    """住户贷款增加2888亿元，其中，短期贷款增加1840亿元 → 住户短期贷款: of whose loans or deposits the terms are told."""
    walk, parts, begun = label.walk, label.parts, label.walk.parts_from
    if begun is None or begun < walk.sentence_start or not parts.measure or parts.topic not in label.vocabulary.names.loan_terms:
        return None
    whole = next((draft for draft in reversed(walk.drafts) if draft.token < begun and label.namer.take_apart(draft.indicator).measure == parts.measure), None)
    if whole is None or whole.token < walk.sentence_start or ";" in walk.row.letters(whole.token, begun):
        return None
    holder = label.namer.take_apart(whole.indicator).topic
    return holder + label.text if holder.endswith(label.vocabulary.names.loan_holders) else None


def part_of_traffic(label: Label) -> str | None:
    """港口货物吞吐量1.9亿吨，其中外贸完成0.7亿吨 → 外贸吞吐量: a part of what goes through ports, by what it is or where."""
    names, measure = label.vocabulary.names, label.frame.parts.measure
    is_part = label.text in names.parts_of_traffic and measure.endswith(label.namer.traffic) and label.has_same_unit
    return label.text + measure if is_part and not label.frame.name.endswith(label.text + measure) else None


def with_those(label: Label) -> str | None:
    """对外承包工程营业额12亿美元，其中对非洲国家营业额5亿美元 → 对非洲国家对外承包工程营业额: with whom it was done, of the thing that the whole names."""
    whole, own = label.walk.parent, label.parts.measure
    if label.walk.parts_from is None or whole is None or not own or own != whole.parts.measure or not label.namer.is_bare(own) or own.endswith(label.vocabulary.names.trades) or not whole.parts.topic:
        return None
    those = label.text.removesuffix(own)
    said = label.namer.words(those) if those else [""]
    # 对非洲国家非金融类直接投资额 says all of it.
    is_with = said[0] in label.namer.towards and len(said) > 1 and said[-1] not in label.namer.words(whole.parts.topic)
    return join(those, whole.parts.topic + own) if is_with else None


def way_of_thing(label: Label) -> str | None:
    """水产品总产量…。其中，养殖产量6.9万吨 → 养殖水产品产量: how the thing that the whole names was got."""
    whole, own = label.walk.parent, label.parts.measure
    way = label.text.removesuffix(own)
    if whole is None or way not in label.vocabulary.names.ways or not whole.parts.topic or not whole.parts.measure.endswith(own):
        return None
    return way + whole.parts.topic + own
