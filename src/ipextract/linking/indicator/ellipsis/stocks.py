"""Parts and kinds of what was told as a stock keep its measure: 存款余额…。其中，住户存款… → 住户存款余额; 机动车保有量…。民用汽车… → 民用汽车保有量."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.series import deed_in_front

# 汽车 of 私人汽车: a noun that more than it says may stand before.
_NOUN = 2


def limit_of_stock(label: Label) -> str | None:
    """政府债务余额控制在省核定的限额1423.6亿元以内 → 政府债务限额: how high a stock may be, and no stock itself."""
    names = label.vocabulary.names
    stock, word, limit = label.text.partition(names.kept_within[0])
    if not word or not limit.endswith(names.limits):
        return None
    return without_end(stock or label.frame.name, names.balances) + next(end for end in names.limits if limit.endswith(end))


def part_of_balance(label: Label) -> str | None:
    """各项存款余额1.2万亿元。其中，住户存款5800亿元 → 住户存款余额: what a part of them stands at."""
    whole, own = label.walk.parent, label.parts.measure
    if whole is None or not own or label.parts.verb or label.aspect not in ("level", "change") or not label.text.endswith(own):
        return None
    if (label.is_level and whole.unit != label.amount.unit) or not (label.is_level or label.is_rate_of_change) or not whole.parts.measure.startswith(own):
        return None
    balance = whole.parts.measure[len(own) :]
    return label.text + balance if balance in label.vocabulary.names.at_moments and label.text != own else None


def scale_of_counted(label: Label) -> str | None:
    """设立子基金36只，资金总规模62亿元 → 子基金资金总规模: how much money there is of what was counted right before."""
    names, frame = label.vocabulary.names, label.frame
    if label.text not in names.scales or frame.draft is None or frame.draft.kind != "count" or frame.parts.measure:
        return None
    # 引导基金设立子基金 → 引导基金子基金
    who, done = label.namer.before_deed(frame.name) or ("", frame.name)
    thing = done[len(deed_in_front(label.namer, names, done)) :]
    return (who or _fund_before(label, frame.draft.token)) + thing + label.text if len(thing) >= _NOUN else None


def _fund_before(label: Label, counted: int) -> str:
    """引导基金 of 引导基金累计设立16只子基金: the fund that did it, by the words before the number."""
    printed = label.walk.label_text(label.walk.row.clause_start(counted), counted).strip()
    who = (label.namer.before_deed(printed) or ("", ""))[0].removesuffix(next((word for word in label.vocabulary.names.summing if word in printed), ""))
    return who if who.endswith(label.vocabulary.names.funds) else ""


def kind_of_vehicle(label: Label) -> str | None:
    """机动车保有量120万辆，增长5%。民用汽车110万辆 → 民用汽车保有量; 私人汽车中轿车60万辆 → 私人轿车保有量: one kind of vehicles after the other, as many as there are."""
    names = label.vocabulary.names
    if not label.text.endswith(names.vehicles):
        return None
    all_of, found, kind = label.text.rpartition(names.within[0])
    is_among = bool(found) and all_of.endswith(names.vehicles)
    # 私人汽车中轿车: which of these.
    text = all_of.removesuffix(label.namer.words(all_of)[-1]) + kind if is_among else label.text
    is_done = label.namer.without_deed(text) != text or label.namer.is_added(text) or bool(deed_in_front(label.namer, names, text)) or text.startswith(names.done_to_vehicles)
    measure = "" if is_done else _measure_of_vehicles(label)
    return text + measure if measure or is_among else None


def _measure_of_vehicles(label: Label) -> str:
    """保有量, where the paragraph told how many vehicles of another kind there are; empty where it did not."""
    names = label.vocabulary.names
    told = (label.namer.take_apart(draft.indicator) for draft in label.walk.drafts if draft.unit == label.amount.unit and draft.aspect == "level")
    return next((parts.measure for parts in told if parts.measure in names.at_moments and parts.topic.endswith(names.vehicles) and not parts.verb), "")


def flow_into_part(label: Label) -> str | None:
    """私人轿车保有量60万辆，其中本年新注册轿车4万辆 → 新注册私人轿车: what came to the part is of the same owners."""
    whole, flow = label.walk.parent, label.parts.verb
    noun = label.text[len(flow) :]
    if whole is None or not flow or not label.namer.is_flow(flow) or whole.unit != label.amount.unit or len(noun) < _NOUN or label.parts.measure:
        return None
    thing = whole.parts.topic if not whole.parts.verb else ""
    if thing.endswith(noun) and thing.removesuffix(noun) in label.vocabulary.names.standing:
        # 有效注册商标10万件，其中新增注册商标9000件: the name is whole, and what is new may be in force or not.
        return label.text
    if any(word in thing for word in (*label.vocabulary.names.being_there, *label.vocabulary.names.under_way)):
        # 在建项目320个，其中新开工项目120个; 在校研究生3000人，其中新招研究生900人: that the others go on is not said of what is new.
        return label.text
    return flow + thing if thing.endswith(noun) and thing != noun and not label.namer.is_added(thing) else None
