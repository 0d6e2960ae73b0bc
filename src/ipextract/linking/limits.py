"""A limit on what is counted holds for its parts: 规模以上工业中，纺织业增加值… is of those above it, and so is 采矿业 behind 规模以上工业增加值…。分门类看."""

from __future__ import annotations

from ipextract.linking.frames import Frame
from ipextract.linking.vocabulary import NameWords
from ipextract.linking.walk import Walk


def within_limit(walk: Walk, index: int, name: str, aspect: str) -> str:
    """The name with the limit in front that the clause, or the whole that it is a part of, sets.

    Args:
        walk: the walk.
        index: the number's token.
        name: its indicator, which may have no limit of its own.
        aspect: what it states.
    """
    names = walk.vocabulary.names
    if aspect not in ("level", "change") or name.startswith(names.limits):
        return name
    if walk.topic is not None and walk.topic.startswith(names.limits):
        limit = limit_of(walk.topic, names)
        return _set_to(name, limit, names) if walk.namer.has_measure(name) and not _is_beside(name, limit, names) else name
    is_part = walk.breakdown is not None or walk.parts_from is not None
    whole = (walk.breakdown or walk.parent if is_part else None) or walk.frame
    if whole is None or not whole.name.startswith(names.limits) or not _is_measured_alike(walk, name, whole):
        return name
    if not is_part and _bare(whole.parts.measure, names) in walk.text[walk.tokens[walk.row.clause_start(index)].start : walk.tokens[index].start]:
        # 规模以上工业增加值…。战略性新兴产业增加值…: named anew, and not gone on with.
        return name
    limit = limit_of(whole.name, names)
    return name if _is_beside(name.removesuffix(walk.namer.take_apart(name).measure), limit, names) else _set_to(name, limit, names)


def limit_of(name: str, names: NameWords) -> str:
    """规模以上工业 of 规模以上工业企业利润, 限额以上单位 of 限额以上单位商品零售额, 限额以上 of 限额以上商品零售额: the limit, with the branch or the bodies that it is set to."""
    limit = next(word for word in names.limits if name.startswith(word))
    rest = name[len(limit) :]
    return limit + next((word for word in (*names.bounded_branches, *names.bounded_bodies) if rest.startswith(word)), "")


def _set_to(name: str, limit: str, names: NameWords) -> str:
    """规模以上 + 工业天然气消费量: the branch of the limit is not said twice."""
    branch = next((word for word in names.bounded_branches if limit.endswith(word) and name.startswith(word)), "")
    return limit + name.removeprefix(branch)


def _is_measured_alike(walk: Walk, name: str, whole: Frame) -> bool:
    """国有控股企业产值 and 规模以上工业总产值."""
    names = walk.vocabulary.names
    measure = walk.namer.take_apart(name).measure
    return bool(measure) and name != measure and name.endswith(measure) and _bare(measure, names) == _bare(whole.parts.measure, names)


def _bare(measure: str, names: NameWords) -> str:
    """总产值 → 产值."""
    total = next((word for word in names.totals if measure.startswith(word)), "")
    return measure.removeprefix(total)


def _is_beside(head: str, limit: str, names: NameWords) -> bool:
    """规模以上工业增加值增长7.3%，服务业增长5.2%: another branch has no part in the one that the limit is set to."""
    return any(head.endswith(branch) and not limit.endswith(branch) for branch in names.branches_beside)
