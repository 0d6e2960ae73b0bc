"""Within what population parts are told: 规模以上工业增加值增长6%，其中小微企业增长7% → 规模以上工业小微企业增加值.

A trade (采矿业) says itself what it is a part of; enterprises by their owners or size do not.
"""

from __future__ import annotations

from ipextract.linking.frames import Frame
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head

# 规模以上工业, 规模以上交通运输仓储业: no population has a longer name.
_LONGEST = 14
# 城市 of 大中城市
_NOUN = 2
# 合格率, 绿码率: in one word, with nobody in it.
_LONGEST_RATE = 3
# 企业, 单位 alone tell of nobody in particular.
_SHORTEST = 3


def within_population(label: Label, name: str) -> str:
    """The name, with the population in front that the words before set and that it lacks."""
    names = label.vocabulary.names
    if label.walk.among_said and name and label.is_level:
        return _among_counted(label, name)
    if not name or name.startswith(names.bounds_of_trades) or not _may_be_within(label):
        return name
    parts = label.namer.take_apart(name)
    bodies = next((body for body in names.bounded_bodies if parts.topic.endswith(body)), "") if parts.measure else ""
    kind = parts.topic.removesuffix(bodies)
    if bodies and kind and not parts.verb and not any(end in kind for end in names.trade_ends):
        return _population_of(label, parts.measure) + name
    return _said_once(label, _used_by(label, name), name)


def rate_of_those_checked(label: Label) -> str | None:
    """开展重点排污单位检查，合格率98% → 重点排污单位合格率: a rate in one word, of the bodies about whom the clause right before says that something was held."""
    walk, names = label.walk, label.vocabulary.names
    if not label.text.endswith(names.rate) or len(label.text) > _LONGEST_RATE or label.namer.is_name(label.text):
        return None
    stop = walk.row.clause_start(label.index) - 1
    first = walk.row.clause_start(stop) if stop > walk.sentence_start else stop
    if walk.row.letters(stop, stop + 1) != "," or set(walk.row.letters(first, stop)) - set("X/"):
        return None
    said = walk.row.words_between(first, stop).strip()
    verb = max((word for word in names.holding if said.startswith(word)), key=len, default="")
    bodies = bodies_at_head(label, said.removeprefix(verb)) if verb else ""
    return bodies + label.text if len(bodies) >= _SHORTEST and "、" not in bodies else None


def _may_be_within(label: Label) -> bool:
    """Whether anything before sets a population: cheap, for most names are within none."""
    walk, bounds = label.walk, label.vocabulary.names.bounds_of_trades
    return label.frame.name.startswith(bounds) or (walk.topic or "").startswith(bounds) or (walk.parts_from is not None and walk.parent is not None and walk.parent.name.startswith(bounds))


def _population_of(label: Label, measure: str) -> str:
    """规模以上工业 for 增加值 behind 规模以上工业增加值…，其中…; empty where that is not parted."""
    walk, frame = label.walk, label.frame
    goes_on = not label.parts.measure or walk.parts_from is not None or _is_part(label, frame)
    if goes_on and frame.parts.measure == measure and (population := bounded_trade(label, frame.name)):
        return population
    whole = walk.parent if walk.parts_from is not None else None
    if whole is not None and whole.parts.measure == measure and (population := bounded_trade(label, whole.name)):
        return population
    # 规模以上工业中，国有企业增加值增长4%
    topic = walk.topic or ""
    return topic if bounded_trade(label, topic) == topic else ""


def _is_part(label: Label, frame: Frame) -> bool:
    """Whether the indicator before is that of enterprises within a population: 规模以上工业私营企业增加值."""
    return bool(population := bounded_trade(label, frame.name)) and frame.parts.topic != population


def _among_counted(label: Label, name: str) -> str:
    """70个大中城市中，房价上涨的城市个数为23个 → 70个大中城市中房价上涨的城市个数: of how many some are counted, where the name says again what they are."""
    said, noun = label.walk.among_said, label.walk.among[-_NOUN:]
    measure = label.namer.take_apart(name).measure
    counts = label.amount.kind == "count" and measure in label.vocabulary.names.counts and name.removesuffix(measure).endswith(noun)
    return said + name if counts and noun and not name.startswith(said) else name


def _said_once(label: Label, population: str, name: str) -> str:
    """规模以上工业天然气消费量 of 规模以上工业 and 工业天然气消费量."""
    bound = next((word for word in label.vocabulary.names.bounds_of_trades if population.startswith(word)), "")
    return bound + name if population and name.startswith(population.removeprefix(bound)) else population + name


def _used_by(label: Label, name: str) -> str:
    """规模以上工业综合能源消费量…。从主要品种看，煤炭消费量… → 规模以上工业: who used what is told by kinds."""
    whole, names = label.walk.breakdown, label.vocabulary.names
    if whole is None or not whole.parts.measure.endswith(names.uses_in_all) or label.amount.kind == "count" or not name.endswith(names.measure_endings):
        return ""
    population = bounded_trade(label, whole.name)
    return population if label.is_level and label.namer.take_apart(name).topic else ""


def bounded_trade(label: Label, name: str) -> str:
    """规模以上工业 of 规模以上工业企业利润: the trade whose larger bodies a name is of; empty where it names none."""
    bound = next((word for word in label.vocabulary.names.bounds_of_trades if name.startswith(word)), "")
    ends = [place + len(end) for end in label.vocabulary.names.trade_ends if bound and (place := name.find(end, len(bound))) > 0]
    population = name[: min(ends, default=0)]
    return population if len(population) <= _LONGEST and not population.endswith(label.vocabulary.names.bounded_bodies) else ""
