"""What the clause before says is of the next number too: a measure that examples are given of, a substance, an award, a noun left out behind 的."""

from __future__ import annotations

from ipextract.linking.cleaning import join
from ipextract.linking.ellipsis.label import Label
from ipextract.linking.topics import told_measure

# 轻度污染的: a noun of one character is no noun by itself.
_SHORTEST_NOUN = 2
# 银牌, 优秀奖
_AWARD = 4


def example(label: Label) -> str | None:
    """利用率偏低，如自行车为54.5%、洗衣机为43.4% → 洗衣机利用率: examples of what was measured, until the sentence ends."""
    walk, namer = label.walk, label.namer
    start = walk.window(label.index)
    if walk.row.words_between(start, label.index).startswith(label.vocabulary.clauses.examples):
        walk.examples = walk.sentence, _measured_before(label, start)
    sentence, measure = walk.examples
    if sentence != walk.sentence or not measure or label.parts.measure or label.parts.verb or namer.starts_with_verb(label.text):
        return None
    return join(label.text, measure) if label.text and _is_measured_by(label, measure) else None


def in_order(label: Label) -> str | None:
    """登记量最多的是美术作品329件，第二是摄影作品250件 → 摄影作品登记量: what is told in an order is measured as the first is."""
    walk = label.walk
    words = walk.row.words_between(walk.window(label.index), label.index).strip()
    first = label.vocabulary.clauses.ordered_first.fullmatch(words)
    measure = label.namer.clean(first["measure"]) if first is not None else ""
    if first is not None and (label.namer.has_measure(measure) or measure.endswith(label.vocabulary.names.measure_endings)):
        return _in_order(label, first["thing"], measure)
    measure, unit, sentence = walk.ordered
    if not measure or unit != label.amount.unit or not label.is_level:
        return None
    following = label.vocabulary.clauses.ordered_next.fullmatch(words)
    thing = following["thing"] if following is not None else ""
    if following is None or (following["mark"] is None and sentence != walk.sentence):
        return None
    parts = label.namer.take_apart(thing)
    if not thing or parts.verb or not measure.endswith(parts.measure) or label.namer.starts_with_verb(thing):
        return None
    return _in_order(label, thing, measure)


def _in_order(label: Label, thing: str, measure: str) -> str:
    """The measure of a thing; where that is a place, the measure alone, said of the place."""
    walk = label.walk
    walk.ordered = measure, label.amount.unit, walk.sentence
    found = walk.gazetteer.at(thing, 0, walk.setting.home)
    if found is not None and found[0] == len(thing):
        walk.region, walk.region_named, walk.region_token = found[1], True, label.index - 1
        return measure
    return thing if thing.endswith(measure[-_SHORTEST_NOUN:]) else thing + measure


def body_among_places(label: Label) -> str | None:
    """吴兴区120件；市知识产权保护中心30件: a body in a list of places has of the same as they."""
    draft = label.frame.draft
    if draft is None or not label.is_level or not label.has_same_unit or not label.text.endswith(label.vocabulary.agencies):
        return None
    walk = label.walk
    before = walk.row.before(walk.row.clause_start(label.index))
    if draft.origins.get("region") != "printed" or before is None or before.letter not in ";/" or not label.in_same_sentence:
        return None
    walk.actor, walk.region, walk.region_named = label.text, None, False
    return label.frame.name


def _measured_before(label: Label, start: int) -> str:
    """生产能力利用率 of 主要产品生产能力利用率偏低: what the clause before 如 says is measured of its examples."""
    walk, namer = label.walk, label.namer
    stop = start - 1
    first = walk.row.clause_start(stop) if stop > 0 else 0
    name = told_measure(walk, first, stop) if stop > 0 and not walk.row.has_number(first, stop) else ""
    if not name and label.frame.sentence >= walk.sentence - 1:
        name = label.frame.name
    return namer.behind_longest_group(name) or namer.take_apart(name).measure


def _is_measured_by(label: Label, measure: str) -> bool:
    """Whether a number like this one can be of the measure: a percentage of a rate, an amount of no rate, any change of any."""
    if label.aspect != "level":
        return label.aspect == "change"
    return (label.amount.kind == "percentage") == measure.endswith(label.vocabulary.rates)


def substance(label: Label) -> str | None:
    """首要污染物为臭氧，超标天数5天 → 臭氧超标天数: a measure alone, of what the clause before says is so."""
    walk = label.walk
    sentence, index, noun = walk.identified
    last = walk.drafts[-1].token if walk.drafts else -1
    if noun and sentence == walk.sentence and last <= index and (label.text in label.vocabulary.names.of_substances or label.namer.is_bare(label.text)):
        return join(noun, label.text)
    if label.text not in label.vocabulary.names.of_substances or not label.in_same_sentence:
        return None
    # 臭氧为首要污染物的天数12天，超标天数5天; 二氧化硫年均浓度12微克/立方米，超标天数5天
    found = label.vocabulary.clauses.identified_first.match(label.frame.name)
    noun = found["noun"] if found is not None else next((label.frame.name.partition(word)[0] for word in label.vocabulary.names.concentrations if word in label.frame.name), "")
    return join(noun, label.text) if noun else None


def award(label: Label) -> str | None:
    """获省赛金牌181枚、银牌142枚 → 获省赛银牌: another award of the same occasion."""
    awards, name = label.vocabulary.names.awards, label.frame.name
    if label.text not in awards or not label.in_same_sentence or not label.has_same_unit:
        return None
    head = next((name.removesuffix(noun) for noun in awards if name.endswith(noun) and name != noun), "")
    return head + label.text if head and not head.endswith("、") else None


def left_out_noun(label: Label) -> str | None:
    """优良断面占93.7%，较差的占0.6% → 较差断面: the noun behind 的 is that of the number before, or the topic."""
    walk = label.walk
    start = walk.window(label.index)
    letters = walk.row.letters(start, label.index)
    stop = start + letters.index("A") if "A" in letters else label.index
    printed = walk.row.words_between(start, stop).strip().rstrip("为有是约")
    if not label.text or not printed.endswith("的") or label.aspect not in ("level", "share") or label.parts.measure:
        return None
    if walk.topic and label.aspect == "share":
        return None if walk.topic_measure else join(label.text, walk.topic)
    frame = label.frame
    if not label.in_same_sentence or not label.has_same_unit or frame.parts.measure or label.namer.is_group(label.text) or walk.row.has_number(start, stop):
        # 年费在5万元以下的占79%: a bound says whole sentences, and any noun may be left out.
        return None
    walk.narrowing = True
    return join(label.text, label.namer.head_noun(frame.base or frame.name))
