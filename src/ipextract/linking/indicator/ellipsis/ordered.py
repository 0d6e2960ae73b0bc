"""What stands in an order is measured as the first of it is: 第二是摄影作品250件; 前10位增长0.5%."""

from __future__ import annotations

from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.list_words import NUMERALS

# 登记量最多…: the end of a measure that a thing may have in its own name.
_SHORTEST_NOUN = 2


def in_order(label: Label) -> str | None:
    """登记量最多的是美术作品329件，第二是摄影作品250件 → 摄影作品登记量: what is told in an order is measured as the first is."""
    walk = label.walk
    if not walk.tells_order:
        return None
    if (foremost := _foremost_of(label)):
        return foremost
    words = walk.row.words_between(walk.window(label.index), label.index).strip()
    first = label.vocabulary.clauses.ordered_first.fullmatch(words) if "的" in words else None
    measure = label.namer.clean(first["measure"]) if first is not None else ""
    if first is not None and first["thing"][0] == NUMERALS[0] and label.text.startswith(measure) and len(label.text) > len(measure):
        # 判赔额最高的一案为1500万元: one of them, and no thing of its own.
        return label.text
    if first is not None and (label.namer.has_measure(measure) or measure.endswith(label.vocabulary.names.measure_endings)):
        # 登记量最多的美术作品为329件
        return _in_order(label, label.namer.clean(first["thing"], head=False) or first["thing"], measure)
    measure, unit, sentence = walk.ordered
    if not measure or unit != label.amount.unit or not label.is_level:
        return None
    following = label.vocabulary.clauses.ordered_next.fullmatch(words)
    thing = following["thing"] if following is not None else ""
    # 医药制造业12.3亿元和纺织业8.6亿元
    thing = next((thing.removeprefix(word) for word in label.vocabulary.joins if thing.startswith(word) and len(thing) > len(word) + 1), thing)
    if following is None or (following["mark"] is None and sentence != walk.sentence):
        return None
    parts = label.namer.take_apart(thing)
    if not thing or parts.verb or not measure.endswith(parts.measure) or label.namer.starts_with_verb(thing):
        return None
    return _in_order(label, thing, measure)


def _foremost_of(label: Label) -> str:
    """汽车制造业 of 占比最高的汽车制造业增长12%, 化工行业产值 of 规模最大的化工行业产值300亿元: the number is not of that by which it is foremost; empty where it is."""
    namer = label.namer
    first = label.vocabulary.clauses.ordered_first.fullmatch(label.text) if "的" in label.text else None
    if first is None or label.aspect not in ("level", "change"):
        return ""
    thing, parts = first["thing"], label.frame.parts
    if label.aspect == "level":
        # 收案量占比最大的著作权案件平均审理天数为42天: also by its ending.
        is_measured = namer.has_measure(thing) or thing.endswith(namer.measure_endings)
        return thing if is_measured and not thing.endswith(namer.clean(first["measure"])) else ""
    goes_on = label.is_rate_of_change and label.in_same_sentence and parts.measure and namer.is_group(thing)
    return namer.compose(thing, parts) if goes_on else thing


def _in_order(label: Label, thing: str, measure: str) -> str:
    """The measure of a thing; where that is a place, the measure alone, said of the place."""
    walk = label.walk
    walk.ordered = measure, label.amount.unit, walk.sentence
    found = walk.gazetteer.at(thing, 0, walk.setting.home)
    if found is not None and found[0] == len(thing):
        walk.region, walk.region_named, walk.region_token = found[1], True, label.index - 1
        return measure
    return thing if thing.endswith(measure[-_SHORTEST_NOUN:]) else thing + measure


def further_down(label: Label) -> str | None:
    """批发排名前5位的企业收入增长0.6%；前10位增长0.5% → 批发排名前10位的企业收入: one more stretch of the same ranking."""
    forms = label.vocabulary.forms
    found = forms.front.match(label.text) if label.text[:1] in forms.fronts else None
    before = forms.front.search(label.frame.name) if found is not None else None
    if found is None or before is None or label.frame.sentence < label.walk.sentence - 1:
        return None
    name, rest = label.frame.name, label.text[found.end() :]
    behind = name[before.end() :]
    for bodies in forms.ranked_bodies:
        rest = rest.removeprefix(bodies)
    if behind.endswith(rest):
        return name[: before.start()] + found.group() + behind
    return None


def next_batch(label: Label) -> str | None:
    """第二批示范区 of 首批12家示范区挂牌，第二批15家: another batch is of the things of the one before."""
    return _of_batch(label, label.text, "")


def batch_done(label: Label, which: str, behind: str) -> str:
    """第二批示范区通过验收 of 首批12家示范区挂牌，第二批15家通过验收: another batch, and what it did; empty where `which` is no batch, or what stands behind its number says which things they are."""
    did, words = label.namer.is_deed(behind), label.namer.words(behind)
    # 第二批25个正在创建
    if not did and not any(map(label.namer.is_verb, words[:2])):
        return ""
    # 第二批15家完成认定: that they are of that batch says it.
    return _of_batch(label, which, "" if did else behind) or ""


def _of_batch(label: Label, which: str, deed: str) -> str | None:
    """`which` batch of the things of which the one before counted another, in the same unit, and what it did."""
    batch = label.vocabulary.names.batch
    own, other = batch.fullmatch(which), batch.match(label.frame.name)
    if own is None or other is None or not label.has_same_unit or not label.frame.level:
        return None
    rest = label.frame.name[other.end() :]
    thing = (label.namer.before_deed(rest) or (rest, ""))[0] or rest
    return which + thing + deed if thing else None
