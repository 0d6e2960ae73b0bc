"""What befell people and things: 发生火灾25起，死亡3人 → 火灾死亡; 确诊病例915例，出院880人 → 确诊病例出院."""

from __future__ import annotations

from ipextract.linking.endings import without_end, without_head
from ipextract.linking.indicator.ellipsis.label import Label


def casualties(label: Label) -> str | None:
    """发生火灾25起，死亡3人 → 火灾死亡; 发生火灾25起，直接损失80万元，死亡3人: of the last thing that was counted, and that can befall people."""
    names, walk, frame = label.vocabulary.names, label.walk, label.frame
    is_loss = label.text in names.losses
    if not (is_loss or label.text in names.casualties) or not label.in_same_sentence:
        return None
    if not label.is_level and not is_loss and (told := next((one.indicator for one in reversed(walk.drafts) if one.aspect == "level" and one.indicator.endswith(label.text)), None)) is not None:
        # 死3人，伤5人。比上年多死1人: of those told of before.
        return told
    name = frame.name
    if frame.draft is not None:
        stated = (draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.kind == "count")
        people, befallen = label.vocabulary.people_units, tuple(names.casualties)
        # 自然灾害12次，受灾人口5.2万人，直接经济损失1.3亿元: not of the people.
        counted = next((one for one in stated if not one.indicator.endswith(label.text) and not (is_loss and one.unit in people and not one.indicator.endswith(befallen))), None)
        if counted is None or counted.indicator in names.casualties or any(word in counted.indicator for word in names.not_befallen):
            # 出生率6.34‰；死亡3105人: nothing befell a rate. 出生4200人，死亡5388人: others died.
            return label.text
        # 受伤, and not 伤, of 事故受伤
        told = max((word for word in names.casualties if counted.indicator.endswith(word) and counted.indicator != word), key=len, default="")
        name = counted.indicator.removesuffix(told)
    event = label.namer.take_apart(name)
    if not event.topic:
        return None
    label.walk.kept = event
    # 事故起数7起、死亡6人: of the event, and not of how many there were.
    what = label.namer.without_deeds(label.namer.without_verbs(event.topic if event.measure else event.object))
    # 适用一般程序处理的道路交通事故378起，造成82人死亡: how it was dealt with befell nobody.
    alone = what.rpartition(label.vocabulary.those.particle)[2]
    return (alone if alone.endswith(names.events) and alone not in names.events else what) + label.text


def penalty(label: Label) -> str | None:
    """查处违法人员1200人，其中行政拘留300人，警告52人: what those were punished with who were dealt with says whole what was done."""
    return label.text if label.is_level and label.text in label.vocabulary.names.penalties and label.amount.unit in label.vocabulary.people_units else None


def fate_of_patients(label: Label) -> str | None:
    """报告确诊病例915例（境外输入724例），累计出院880人、死亡3人 → 确诊病例出院: what became of the patients that the sentence counted, or where they came from."""
    walk, names = label.walk, label.vocabulary.names
    if label.text not in names.fates or not label.is_level:
        return None
    counted = (draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level")
    patients = next((name for name in counted if name.endswith(names.patients)), "")
    if not patients:
        return None
    thing = label.namer.take_apart(patients)
    who = thing.object if thing.verb and not thing.measure else patients
    return label.text + who if label.text in names.sources else who + label.text


def happened_in_trade(label: Label) -> str | None:
    """煤矿安全形势平稳，发生事故3起 → 煤矿事故; 重特大事故时有发生，共发生19起 → 重特大事故: in what trade the sentence began to tell how safe it is, or what happens."""
    names, walk = label.vocabulary.names, label.walk
    event = without_head(label.text, names.occurring)
    kind = without_end(event, names.events)
    if not label.is_level or not (kind != event or label.text in names.occurring) or kind not in ("", *names.event_grades):
        return None
    said = walk.row.words_between(walk.sentence_start, walk.row.clause_start(label.index))
    told = next(reversed(list(label.vocabulary.clauses.events_told_of.finditer(said))), None)
    event = event or ((told["event"] or "") if told is not None else "")
    if told is None or not event:
        return None
    trade = without_end(label.namer.clean(told["trade"]), names.trade_fields)
    is_trade = label.namer.is_group(trade) or trade.endswith(names.in_traffic)
    return trade + event if is_trade else event if told["event"] else None


def occurred(label: Label) -> str | None:
    """工矿商贸事故9起、死亡8人，其中建筑业5起 → 建筑业事故: in what trade something happened that the sentence counted before."""
    names, walk = label.vocabulary.names, label.walk
    if not label.is_level or label.parts.measure or label.namer.starts_with_verb(label.text) or label.text.endswith(names.events) or not label.text:
        return None
    before = next((draft for draft in reversed(walk.drafts) if draft.unit == label.amount.unit and draft.aspect == "level"), None)
    trade = without_end(label.text, names.occurring)
    # 发生事故26起。其中道路运输业发生15起: also where the next sentence begins with the parts.
    goes_on = walk.parts_from == walk.sentence_start and walk.frame is not None and walk.frame.sentence >= walk.sentence - 1
    if before is None or (before.token < walk.sentence_start and not goes_on) or not (label.namer.is_group(trade) or trade.endswith(names.in_traffic)):
        return None
    event = next((word for word in names.events if before.indicator.endswith(word)), "")
    return trade + event if event else None


def arrived(label: Label) -> str | None:
    """签约资金36亿元、到位8.2亿元 → 签约资金到位: how much came of the money told right before."""
    frame = label.frame
    return frame.name + label.text if label.text in label.vocabulary.names.arrived and frame.draft is not None and frame.draft.kind == "money" and not frame.name.endswith(label.text) else None
