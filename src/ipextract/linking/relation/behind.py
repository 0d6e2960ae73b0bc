"""Percentages that the noun behind them explains: 连续四年保持12%以上的增速, 高于全国6.1%的平均增幅, 低于全省4.1%的平均水平."""

from __future__ import annotations

from ipextract.linking.before_number import clean_label
from ipextract.linking.endings import without_end
from ipextract.linking.frames import Reading
from ipextract.linking.walk import Walk
from ipextract.rules.readings import ABOVE, LEVEL, NAMED_SHARE, OF_WHOLE, RATE

# What may follow the noun: the end of the clause, a verb of rank, or the distance: 高于全省8.1%的平均增速1.1个百分点.
_FOLLOWS = ",;.:)(/QK"
# Beside the place compared with stands at most a time: 高于同期全国28.8%的平均增幅.
_TIME = 4
# Between what grew and how much it was to grow stand a comma and its rate.
_BACK = 3
# The noun ends so many tokens behind the number at most: 平均|增长|水平|，.
_REACH = 5


def explained_behind(walk: Walk, index: int, start: int) -> tuple[str, Reading] | None:
    """The name of the percentage at `index` and how it is read, where the noun behind it says what it is; None where none does.

    Args:
        walk: the walk, which keeps the place that the number is of where it is another's.
        index: the number's token.
        start: the first token of the words before it.
    """
    if walk.frame is not None and walk.tokens[index].letter == "%" and (share := share_behind(walk, index, start, index)) is not None:
        return walk.frame.name, share
    stop = _stop(walk, index) if walk.tokens[index].letter in "%#" else None
    if stop is None:
        return None
    if walk.row.words_between(index + 1, stop).strip() in walk.vocabulary.behind.aims:
        return _aimed_at(walk, index, start, stop)
    if (reached := _reached(walk, index, start, stop) or _share_held(walk, index, start, stop)) is not None:
        return reached
    reading = _of_noun(walk, index, stop)
    if reading is None:
        return None
    letters = walk.row.letters(start, index)
    last = walk.frame.name if walk.frame is not None and walk.frame.sentence == walk.sentence else ""
    if "G" in letters:
        return _of_another(walk, index, start + letters.index("G"), reading) if last else None
    if set(letters) & set("AWCVZYI") or reading.rule is LEVEL:
        return None
    label = clean_label(walk, start, index)
    named = walk.namer.has_measure(label) or walk.namer.is_name(label) or _is_growth_had(walk, index) or _grows_at(walk, index, stop)
    # 出口额120亿元，实现12%的增长: of what was told right before.
    name = (label if named else "") if label else last
    return (name, reading) if name else None


def rate_behind(walk: Walk, index: int) -> Reading | None:
    """分别以年均12%和15%的速度递增: how the noun behind the last number of a list reads them all; None where it says no rate."""
    stop = _stop(walk, index)
    reading = _of_noun(walk, index, stop) if stop is not None else None
    return reading if reading is not None and reading.rule is RATE else None


def share_behind(walk: Walk, index: int, start: int, last: int) -> Reading | None:
    """柯桥以30.0%的占比领先: a share by the noun behind the last of its list, with which a place was won; `start` begins the words before it."""
    if walk.tokens[index].letter != "%" or walk.row.letters(last + 1, last + 3) != "XW" or walk.row.words(last + 1).strip() != walk.vocabulary.those.particle:
        return None
    return Reading(NAMED_SHARE, {"label": (start, index)}) if walk.row.words_between(start, index).rstrip().endswith(walk.vocabulary.ranks.won_with) else None


def _of_another(walk: Walk, index: int, verb: int, reading: Reading) -> tuple[str, Reading] | None:
    """同比增长52.7%，高于全国28.8%的平均增幅: the number is the other place's, of what was spoken of."""
    places = walk.row.places(verb + 1, index)
    between = walk.row.words_between(verb + 1, index).strip()
    if walk.frame is None or len(places) != 1 or any(token.letter in "#%QMU" for token in walk.tokens[verb + 1 : index]):
        return None
    if len(between) - (places[0].end - places[0].start) > _TIME:
        return None
    distance = walk.row.next_number(index)
    if distance is not None and walk.tokens[distance].letter == "Q" and reading.says("noun") and distance == reading.spans["noun"][1]:
        # 高于全国8.1%的平均增速1.1个百分点: and how far it is from that.
        place = next(at for at in range(verb + 1, index) if walk.tokens[at] is places[0])
        walk.named[distance] = walk.frame.name, Reading(ABOVE, {"than": (place, place + 1), "verb": (verb, verb + 1)})
    if reading.rule is LEVEL and walk.drafts and walk.drafts[-1].aspect == "change":
        # 同比增长52.7%，高于全国28.8%的平均水平: the nation's is a change as well.
        reading = Reading(RATE, {"noun": (index, index)})
    elif reading.rule is LEVEL and walk.drafts and walk.drafts[-1].aspect == "share":
        # 占申请总量的40.1%，高于全国26.3%的平均水平: and a share.
        reading = Reading(NAMED_SHARE, {"label": (index, index)})
    walk.placed[index] = places[0].value
    # 低于全国4.5‰的平均水平: the verb compares, and sets the number no bound.
    return walk.frame.name, Reading(reading.rule, {**reading.spans, "verb": (verb, verb + 1)})


def _aimed_at(walk: Walk, index: int, start: int, stop: int) -> tuple[str, Reading] | None:
    """较上年增长26.4%，高于年初12%的目标: how much what grew was to grow."""
    last = walk.drafts[-1] if walk.drafts else None
    if walk.tokens[index].letter != "%" or last is None or last.aspect != "change" or last.token < walk.sentence_start or last.token < walk.row.clause_start(start) - _BACK:
        return None
    if walk.namer.has_measure(clean_label(walk, start, index)):
        return None
    letters = walk.row.letters(start, index)
    if letters.endswith("V") and clean_label(walk, start, index - 1) and not walk.row.words_between(start, index - 1).strip().endswith(walk.vocabulary.ahead.setting):
        # 财政收入增长8%、投资增长12%的目标: it says itself what was to grow.
        return None
    distance = walk.row.next_number(index)
    if "G" in letters and distance == stop and walk.tokens[stop].letter == "Q":
        # 高于年初12%的目标14.4个百分点: and how far it is from that.
        verb = start + letters.index("G")
        walk.named[stop] = last.indicator, Reading(ABOVE, {"than": (index + 1, stop), "verb": (verb, verb + 1)})
    # 高于6%的目标: what was aimed at is no bound; 低于3%左右的目标: the aim has its own.
    said = walk.row.words(index)
    own = next((bound for word, bound in walk.vocabulary.qualifiers.bounds_behind.items() if said.endswith(word)), "exact")
    walk.tokens[index].value = walk.tokens[index].value._replace(bound=own)
    return last.indicator, Reading(RATE, {"noun": (index, index), "aim": (index + 1, stop)}, last.basis)


def _reached(walk: Walk, index: int, start: int, stop: int) -> tuple[str, Reading] | None:
    """社会保障卡持卡人数1200万人，覆盖97%人口: of all people, the share that those counted right before make up."""
    frame, names = walk.frame, walk.vocabulary.names
    if walk.tokens[index].letter != "%" or frame is None or frame.sentence != walk.sentence or not frame.level or frame.unit not in walk.vocabulary.people_units:
        return None
    whole = walk.row.words_between(index + 1, stop).strip().removeprefix("的")
    # 覆盖全国68%的人口: the place says of where they are.
    said = walk.row.words_between(start, index).strip() if walk.row.letters(start, index) == "X" else walk.row.words(start).strip()
    if walk.row.letters(start, index) not in ("X", "XR") or said not in names.reaching_all or not whole.endswith(names.all_people) or walk.row.letters(index + 1, stop).strip("XR"):
        return None
    return frame.name, Reading(OF_WHOLE, {"label": (start, start), "whole": (index + 1, stop)})


def _share_held(walk: Walk, index: int, start: int, stop: int) -> tuple[str, Reading] | None:
    """有效注册商标10万件，保持全区近40%占比; 成交额占据全省三成份额; 占全省30%的比重: the share that what was spoken of, or is named right there, has of what is printed."""
    behind, before = walk.row.letters(index + 1, stop), walk.row.letters(start, index)
    if walk.tokens[index].letter != "%" or behind not in ("W", "XW") or (behind == "XW" and walk.row.words(index + 1).strip() != "的") or before.strip("AXR"):
        return None
    last = walk.frame.name if walk.frame is not None and walk.frame.sentence == walk.sentence else ""
    if "A" in before:
        share = start + before.index("A")
        name = clean_label(walk, start, share) or last
        return (name, Reading(OF_WHOLE, {"label": (start, share), "whole": (share + 1, index)})) if name else None
    printed, holding = walk.row.words_between(start, index).strip(), walk.vocabulary.behind.holding
    word = walk.namer.words(printed)[-1] if printed else ""
    place = word if before.endswith("R") or walk.gazetteer.is_relative(word) else ""
    said = printed.removesuffix(place)
    name = walk.namer.clean(without_end(said, holding)) or last
    if not said.endswith(holding) or not name:
        return None
    if place:
        walk.shared[index] = place
    return name, Reading(NAMED_SHARE, {})


def _stop(walk: Walk, index: int) -> int | None:
    """Where the few words behind the number end; None where there are none, or more."""
    if index + 1 >= len(walk.tokens) or walk.tokens[index + 1].letter in _FOLLOWS:
        return None
    reach = range(index + 1, min(index + _REACH, len(walk.tokens)))
    stop = next((place for place in reach if walk.tokens[place].letter in _FOLLOWS), None if reach.stop < len(walk.tokens) else reach.stop)
    return None if stop == index + 1 else stop


def _of_noun(walk: Walk, index: int, stop: int) -> Reading | None:
    """How the words right behind the number read it: as a rate of change or, where they name an average, as a level."""
    tokens, words = walk.tokens, walk.vocabulary.behind
    said, is_percentage = walk.row.words_between(index + 1, stop).strip(), tokens[index].letter == "%"
    if said in words.growth_levels and is_percentage:
        return Reading(RATE, {"noun": (index, index)})
    if said in words.levels:
        return Reading(LEVEL, {})
    noun = stop - 1
    if noun - 1 > index and tokens[noun].letter == "V" and tokens[noun - 1].letter == "E":
        # 以12%的增速增长: the verb says it once more.
        noun -= 1
    joined = walk.row.words_between(index + 1, noun).strip()
    # 保持12%的增长, 保持年均12%增长; and 增长 alone is the verb of what comes next: 比上年36.7%下降8.2个百分点.
    grows = tokens[noun].letter == "V" and (bool(joined) or (tokens[index - 1].letter == "B" and walk.row.letters(stop, stop + 1) != "Q") or _is_growth_had(walk, index))
    is_rate = is_percentage and joined in words.joins and (tokens[noun].letter == "E" or grows)
    return Reading(RATE, {"noun": (noun, stop)}) if is_rate else None


def _is_growth_had(walk: Walk, index: int) -> bool:
    """连续三年保持20%以上增长: whether the verb before the number has the growth right behind it for its object."""
    behind = walk.row.letters(index + 1, index + 3)
    is_change = behind.startswith("V") or (behind == "XV" and walk.row.words(index + 1).strip() == walk.vocabulary.those.particle)
    return is_change and walk.row.words(index - 1).endswith(walk.vocabulary.behind.growing_by)


def _grows_at(walk: Walk, index: int, stop: int) -> bool:
    """游客以每年10%的速度递增, 以12%的增速增长: whether the words behind the number say both that it is a rate and that something grew at it, whatever that is."""
    said = walk.row.words_between(index + 1, stop - 1).strip()
    return walk.row.letters(stop - 1, stop) == "V" and len(said) > 1 and (walk.row.letters(stop - 2, stop - 1) == "E" or said in walk.vocabulary.behind.joins)


def growth_alone(walk: Walk, index: int) -> str:
    """增长 of 实现9.5%左右的增长: the verb of change that stands behind the percentage at `index` as its noun; empty where none does."""
    row = walk.row
    if row.letters(index + 1, index + 3) != "XV" or row.words(index + 1).strip() != walk.vocabulary.those.particle:
        return ""
    return row.words(index + 2).strip()
