"""Distances from another figure: 高于全国1.7个百分点, 快于全国水平（5.5%）."""

from __future__ import annotations

from ipextract.linking.before_number import clean_label
from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft, Reading
from ipextract.linking.lists.names import distribute
from ipextract.linking.state import Compared
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import NUMBERS, Amount

# A rate or an amount that those have with whom something is compared.
_OF_OTHERS = ("change.bracketed", "level.bracketed")
# 企业, 案件
_NOUN = 2


def set_gap(walk: Walk, draft: Draft, reading: Reading) -> None:
    """Set what `draft` is a distance from, and its sign; the walk keeps the place compared with."""
    first, last = reading.spans["than"]
    verb = walk.row.words_between(*reading.spans["verb"])
    falling = walk.vocabulary.falling
    if verb in falling or without_end(verb, walk.vocabulary.comparison.than) in falling:
        draft.negate()
    if draft.token in walk.compared:
        draft.than, walk.than_region = walk.compared[draft.token]
        return
    places = walk.row.places(first, last)
    walk.than_region = places[0].value if places else None
    draft.than = compared_with(walk, walk.row.words_between(first, last))


def begins_next_gap(walk: Walk, place: int) -> bool:
    """高于全国1.6个百分点、全省0.9个百分点: whether what stands at `place` is one more with which the same is compared, right behind a distance."""
    last = walk.drafts[-1] if walk.drafts else None
    row, first = walk.row, place - 1
    if last is None or last.aspect != "gap" or not last.than or row.letters(place + 1, place + 2) != walk.tokens[last.token].letter:
        return False
    if first == last.token + 1 and (walk.tokens[first].letter in "/," or row.words(first) in walk.vocabulary.joins):
        return walk.tokens[place].letter == "R" or row.words(place) in walk.vocabulary.ranks.scopes
    # 高于全国1.6个百分点和全省0.9个百分点
    words = row.words(place) if place == last.token + 1 and walk.tokens[place].letter == "X" else ""
    return words[:1] in walk.vocabulary.joins and words[1:] in walk.vocabulary.ranks.scopes


def next_gap(walk: Walk, index: int) -> Draft | None:
    """The distance that the number at `index` is from one more of those compared with; None where it is none."""
    if not walk.drafts or walk.drafts[-1].aspect != "gap" or not begins_next_gap(walk, index - 1):
        return None
    token, last, words = walk.tokens[index], walk.drafts[-1], walk.row.words(index - 1)
    amount: Amount = token.value
    if amount.unit != last.unit:
        return None
    place = walk.tokens[index - 1]
    walk.than_region = place.value if place.letter == "R" else None
    value = -amount.value if last.value < 0 else amount.value
    than = words[1:] if words[:1] in walk.vocabulary.joins else words
    return Draft(amount.kind, "gap", last.indicator, value, token.start, token.end, last.rule, bound=amount.bound, unit=amount.unit, than=than, token=index)


def compared_with(walk: Walk, words: str) -> str:
    """全国平均水平, 同期全省平均增幅 → 全国, 全省; 标, of 超标, is short for 标准."""
    if words in walk.vocabulary.comparison.limits_in_short:
        return walk.vocabulary.comparison.limits[0]
    # 比全国平均增速分别高2.5、6.2个百分点: for each of those named before.
    than = words.strip("的").removesuffix(next((word for word in walk.vocabulary.respectively if words.endswith(word)), ""))
    for noun in walk.vocabulary.rate_nouns:
        # 高于全年增速目标: the aim itself is what is compared with.
        than = than if noun.endswith(walk.vocabulary.ahead.plans) else than.removesuffix(noun) or than
    if than.startswith(walk.vocabulary.means_of_years):
        # 比多年平均值偏多10%: without the mean it says no time.
        return than
    for average in sorted(walk.vocabulary.averages, key=len, reverse=True):
        than = than.removesuffix("的").removesuffix(average) or than
    for word in walk.vocabulary.contemporary:
        than = than.removeprefix(word).removesuffix(word) or than
    return than


def compare_list(walk: Walk, members: list[int], name: str, reading: Reading) -> bool:
    """高于全国、全省1.0个和0.2个百分点: whom each number of the list is compared with; whether there are as many.

    Args:
        walk: the walk, which keeps the names and those compared with for the numbers ahead.
        members: the numbers of the list.
        name: the indicator of all.
        reading: how the first is read.
    """
    first, last = reading.spans["than"]
    separators = (*walk.vocabulary.joins, "、", "，")
    items: list[list[int]] = [[]]
    for place in range(first, last):
        words = walk.row.words(place)
        if walk.tokens[place].letter == "/" or words in separators:
            items.append([])
        elif walk.tokens[place].letter == "R" and items[-1] and walk.tokens[items[-1][-1]].letter == "R":
            items.append([place])
        elif walk.tokens[place].letter != "I":
            items[-1].append(place)
    if len(items) == 1 and items[0]:
        # 高于工业投资和固定资产投资增速2.1个和12.6个百分点: names in one stretch of words.
        names = distribute(compared_with(walk, walk.row.words_between(first, last)), len(members), walk.namer)
        walk.named.update((member, (name, reading)) for member in members if names is not None)
        walk.compared.update((member, Compared(than, None)) for member, than in zip(members, names or [], strict=False))
        return names is not None
    if len(items) != len(members) or not all(items):
        return False
    for member, item in zip(members, items, strict=True):
        region = next((walk.tokens[place].value for place in item if walk.tokens[place].letter == "R"), None)
        walk.named[member] = (name, reading)
        walk.compared[member] = Compared(compared_with(walk, walk.row.words_between(item[0], item[-1] + 1)), region)
    return True


def stands_beside_comparison(walk: Walk, start: int) -> bool:
    """快于全国水平（5.5%）: whether the words from `start` on stand in brackets behind what was compared with."""
    if not start or walk.tokens[start - 1].letter != "(":
        return False
    if start > 1 and walk.tokens[start - 2].letter == "B":
        # 降幅较一季度（-19.3%）收窄: the rate of the time compared with.
        return start - 2 in walk.spans and walk.frame is not None
    clause = walk.row.letters(walk.row.clause_start(start - 1), start - 1)
    return bool({"G", "C"} & set(clause)) and walk.tokens[start - 2].letter not in NUMBERS


def take_comparison(walk: Walk, start: int) -> None:
    """The walk keeps whom and when the bracket before `start` is about, and speaks of what is compared."""
    if walk.tokens[start - 2].letter == "B":
        walk.than_region, walk.than_period = None, walk.spans[start - 2]
        return
    first = walk.row.clause_start(start - 1)
    verb = next(place for place in range(first, start) if walk.tokens[place].letter in "GC")
    label = clean_label(walk, first, verb)
    for noun in walk.vocabulary.rate_nouns:
        label = label.removesuffix(noun)
    # 高于全省（15.2%）和全国（11.7%）水平: behind the first bracket the next place.
    places = walk.row.places(max((place for place in range(verb, start - 1) if walk.tokens[place].letter == ")"), default=verb), start)
    walk.than_region = places[0].value if places else None
    walk.than_period = next((walk.spans[place] for place in range(verb, start) if place in walk.spans), None)
    first = max((place for place in range(verb, start - 1) if walk.tokens[place].letter in ")/"), default=verb) + 1
    is_kind = not places and walk.than_period is None and walk.row.letters(first, start - 1) == "X"
    if is_kind and (kind := walk.namer.clean(walk.row.words(first))) and not walk.namer.is_anaphor(kind):
        # 发明专利申请增长41.6%，远高于外观设计（7.9%）: the rate is of the other kind.
        label = _other_kind(walk, label, kind)
    if label:
        walk.speak_of(label)


def _other_kind(walk: Walk, label: str, kind: str) -> str:
    """外观设计申请 of 发明专利申请 and 外观设计: what was told of the one, of the other with which it is compared."""
    told = label or (walk.frame.name if walk.frame is not None else "")
    if walk.namer.has_measure(kind) or not told:
        return kind
    kinds = walk.vocabulary.names.kinds_of_patents
    other = next((one for one in kinds if one in told), "")
    if other and kind in kinds:
        return told.replace(other, kind)
    # 民营企业出口增长9%，快于外资企业（2.3%）
    _, found, measured = told.rpartition(kind[-_NOUN:])
    return kind + measured if found else label or told


def take_rate_of_others(walk: Walk, start: int, index: int) -> str:
    """增长5.1%，高于全国的4.9%、上年同期的4.2%: the aspect of the rate at `index` where it is what a place or a time has with which the rate before is compared; empty where it is none.

    The walk then keeps the place and the time. 高于全国1.7% is a distance.
    """
    row, last = walk.row, walk.drafts[-1] if walk.drafts else None
    if last is None or last.unit != walk.tokens[index].value.unit or last.token < walk.sentence_start or walk.frame is None:
        return ""
    letters = row.letters(start, index)
    if "G" in letters:
        first = start + letters.rindex("G") + 1
    elif last.rule in _OF_OTHERS and (row.letters(start - 1, start) in "/," or not walk.vocabulary.joins.isdisjoint((row.words(start - 1), row.words(start)))):
        first = start
    else:
        return ""
    places, when = row.places(first, index), next((walk.spans[place] for place in range(first, index) if place in walk.spans), None)
    if (not places and when is None) or set(row.letters(first, index)) - set("RTX"):
        return ""
    walk.than_region, walk.than_period = places[0].value if places else None, when
    return "level" if last.aspect == "level" and "E" not in letters else "change"


def take_figure_compared(walk: Walk, index: int) -> bool:
    """人均水资源量2036立方米，比全省人均水资源量3143立方米少35.2%: whether the number at `index` is what a place has, with which what was spoken of is compared."""
    if walk.frame is None or walk.row.letters(index + 1, index + 3) not in ("V%", "G%"):
        return False
    first = walk.row.clause_start(index)
    letters = walk.row.letters(first, index)
    if "C" not in letters or set(letters) & NUMBERS:
        return False
    begin = first + letters.index("C") + 1
    places = walk.row.places(begin, index)
    if not places:
        return False
    walk.than_region, walk.than_period = places[0].value, None
    label = clean_label(walk, begin, index)
    if walk.namer.has_measure(label):
        walk.speak_of(label)
    return True


def take_figure_of_others(walk: Walk, start: int) -> bool:
    """高于全国平均水平（13.3件）1.6件, 占全省申请量（75件）的97%: whether the bracket before `start` gives what the place or the whole has with which the number behind is compared.

    The walk then speaks of that, and keeps the place.
    """
    first = walk.row.clause_start(start - 1)
    letters = walk.row.letters(first, start - 1)
    behind = walk.row.letters(start + 2, start + 4)
    if set(letters) & NUMBERS or not behind.startswith(("#", "X%", "%", "XQ")):
        return False
    if "G" in letters and set("RT") & set(letters):
        take_comparison(walk, start)
        return walk.frame is not None
    if "A" not in letters or behind[0] == "#":
        return False
    begin = first + letters.index("A") + 1
    label = clean_label(walk, begin, start - 1)
    if not walk.namer.has_measure(label):
        return False
    places = walk.row.places(begin, start - 1)
    walk.than_region, walk.than_period = places[0].value if places else None, None
    walk.speak_of(label)
    return True
