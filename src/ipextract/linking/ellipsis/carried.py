"""What the clause before says is of the next number too: a measure that examples are given of, a substance, an award, a noun left out behind 的."""

from __future__ import annotations

from ipextract.linking.cleaning import join
from ipextract.linking.ellipsis.label import Label
from ipextract.linking.topics import told_measure

# 轻度污染的: a noun of one character is no noun by itself.
_SHORTEST_NOUN = 2
# 职务发明 of 非职务发明: what two names must have in common to be of one kind.
_SHORTEST_OVERLAP = 3


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
    awards, name, walk = label.vocabulary.names.awards, label.frame.name, label.walk
    if label.text not in awards or not label.in_same_sentence:
        return None
    if walk.parts_from is not None and walk.parent is not None and walk.parent.sentence == walk.sentence:
        # 湾区大赛22个项目获奖，其中金奖6项
        name, occasions = walk.parent.name, label.vocabulary.names.contests
        held = max((name.rfind(noun) + len(noun) for noun in occasions if noun in name), default=0)
        return name[:held] + label.text if held else None
    if not label.has_same_unit:
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


def alike(label: Label) -> str | None:
    """省级知识产权优势企业52家、示范企业15家 → 省级知识产权示范企业: the same noun narrowed by a word as long, behind 、."""
    walk, namer, name = label.walk, label.namer, label.frame.name
    words, before = namer.words(label.text), namer.words(name)
    size = len(words)
    if size < _SHORTEST_NOUN or len(before) <= size or not (label.is_level and label.has_same_unit and walk.follows_pause(label.index)):
        return None
    if label.parts.verb or label.parts.measure or label.frame.parts.measure or namer.is_modifier(words[0]) or namer.is_verb(words[0]):
        return None
    same_shape = words[-1] == before[-1] and words[0] not in before and [*map(len, words)] == [*map(len, before[-size:])]
    head = "".join(before[:-size])
    if not same_shape or namer.is_verb(head) or before[-size] in label.vocabulary.bounds_after:
        return None
    return head + label.text


def counterpart(label: Label) -> str | None:
    """职务发明专利授权1200件；非职务发明102件 → 非职务发明专利授权: what stands behind the words that both have."""
    name, text = label.frame.name, label.text
    if label.parts.verb or label.parts.measure or not label.is_level or not label.in_same_sentence or not label.has_same_unit:
        return None
    if text.startswith(label.vocabulary.names.standing) or label.frame.parts.measure in label.vocabulary.names.counts_only or label.namer.deed(text):
        return None
    for size in range(min(len(text), len(name)) - 1, _SHORTEST_OVERLAP - 1, -1):
        _, found, rest = name.partition(text[-size:])
        if found and rest and not rest.startswith("（"):
            return text + rest
    return None


def holder(label: Label) -> str | None:
    """装备制造业支撑作用明显，行业增加值占… → 装备制造业增加值: a word for the group that the sentence began with."""
    walk = label.walk
    word = next((word for word in label.vocabulary.names.group_words if label.text.startswith(word)), "")
    rest = label.text.removeprefix(word)
    if not walk.subject or not label.namer.is_measure(rest):
        return None
    if not word:
        # 畜牧业健康发展，实现产值27.5亿元: a measure alone is of whom the sentence began with.
        is_first = not label.in_same_sentence or not label.frame.parts.measure
        return walk.subject + rest if label.namer.is_name(walk.subject) and label.namer.is_bare(rest) and label.is_level and is_first else None
    group = label.namer.longest_group(walk.subject + rest)
    return group + rest if group and not group.startswith(word) else None
