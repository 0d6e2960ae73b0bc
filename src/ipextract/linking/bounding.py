"""What bounds a whole bounds its parts: 国有企业 behind 规模以上工业增加值…，其中 are those of 规模以上工业."""

from __future__ import annotations

from ipextract.linking.cleaning import join
from ipextract.linking.walk import Walk

# 工业 of 规模以上工业, 产业 of 支柱产业: the noun at the end of a group.
_NOUN = 2


def within_bounds(walk: Walk, index: int, name: str, aspect: str) -> str:
    """The name of a part with the bounds of its whole, as far as it has none of its own.

    Args:
        walk: the walk; its frame is the whole, or the part before.
        index: the number's token.
        name: the name of what the number states.
        aspect: what it states of it.
    """
    frame, names = walk.frame, walk.vocabulary.names
    if walk.topic is not None and walk.topic.startswith(names.thresholds):
        return _within_topic(walk, walk.topic, name) if aspect in ("level", "change") else name
    if frame is None or not frame.name.startswith(names.thresholds) or frame.sentence < walk.sentence - 1 or any(word in name for word in names.thresholds):
        return name
    measure, whole = walk.namer.take_apart(name).measure, frame.parts.measure
    group, bounds = name.removesuffix(measure), walk.namer.bounds_of(frame.name)
    if not group or not bounds or not _is_measured_alike(measure, whole):
        return name
    is_part = walk.parts_from is not None and not group.endswith(names.outside_of.get(bounds[-_NOUN:], ()))
    if not measure:
        # 规模以上工业企业1200家，其中国有企业80家
        is_counted = walk.namer.is_name(name) and walk.tokens[index].value.unit == frame.unit
        return join(bounds, name) if is_part and is_counted else name
    return join(bounds, name) if is_part or _stands_beside(walk, frame.name.removeprefix(bounds).removesuffix(whole), group) else name


def _within_topic(walk: Walk, topic: str, name: str) -> str:
    """规模以上工业中，纺织业增加值… → 规模以上工业纺织业增加值; 限额以上商品零售额中，家具类… → 限额以上家具类零售额."""
    names = walk.vocabulary.names
    if any(word in name for word in names.thresholds) or not walk.namer.has_measure(name):
        return name
    bounds = walk.namer.bounds_of(topic + name)
    if not bounds.endswith((*names.trade_ends, *names.bounded_bodies)):
        bounds = next(word for word in names.thresholds if topic.startswith(word))
    return join(bounds, name)


def _is_measured_alike(measure: str, other: str) -> bool:
    """产值 and 总产值, and not 资产总额 and 资产; things that are only counted have no measure."""
    return measure == other or (bool(measure) and bool(other) and (measure.endswith(other) or other.endswith(measure)))


def _stands_beside(walk: Walk, before: str, group: str) -> bool:
    """限额以上单位中城镇市场零售额…；乡村市场零售额…: whether two groups of one noun stand side by side; past a full stop, two sorts of bodies."""
    if len(before) <= _NOUN or walk.frame is None or before[-_NOUN:] != group[-_NOUN:]:
        return False
    return walk.frame.sentence == walk.sentence or group.endswith(walk.vocabulary.names.bounded_bodies)
