"""Among whom some are counted (70个大中城市中，上涨的城市个数; 每10万人中), and of whom a rate in one word is (合格率)."""

from __future__ import annotations

from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head

# 城市 of 大中城市
_NOUN = 2
# 合格率, 绿码率: in one word, with nobody in it.
_LONGEST_RATE = 3
# 企业, 单位 alone tell of nobody in particular.
_SHORTEST = 3


def among_counted(label: Label, name: str) -> str:
    """70个大中城市中，房价上涨的城市个数为23个 → 70个大中城市中房价上涨的城市个数: of how many some are counted, where the name says again what they are."""
    said, noun = label.walk.among_said, label.walk.among[-_NOUN:]
    if not said or not name or not label.is_level:
        return name
    measure = label.namer.take_apart(name).measure
    counts = label.amount.kind == "count" and measure in label.vocabulary.names.counts and name.removesuffix(measure).endswith(noun)
    return said + name if counts and noun and not name.startswith(said) else name


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


def of_so_many(label: Label) -> str | None:
    """每10万人中高中文化程度 of 每10万人中具有大学文化程度的为15467人，高中文化程度的为15088人: one group of as many people after the other, which have the same noun."""
    said, names = label.frame.name, label.vocabulary.names
    if not said.startswith(names.of_each) or label.text.startswith(names.of_each):
        return None
    among, inside, group = said.partition(names.within[0])
    is_alike = len(group) > _NOUN and label.text[-_NOUN:] == group[-_NOUN:]
    return among + inside + label.text if is_alike else None


def rate_of_ages(label: Label) -> str | None:
    """0-17周岁未成年人图书阅读率86.2%，其中0-8周岁儿童78.3% → 0-8周岁儿童图书阅读率: people by their age, of whom a rate is told next."""
    names, said = label.vocabulary.names, label.frame.name
    if label.amount.kind != "percentage" or not label.frame.parts.measure.endswith(names.rate) or not any(word in label.text for word in names.aged):
        return None
    whose = max((said.rfind(word) + len(word) for word in names.people if word in said), default=0)
    return label.text + said[whose:] if whose else None
