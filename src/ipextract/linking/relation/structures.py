"""Structures: 三次产业结构为1.8:33.7:64.5, 城乡居民收入比为2.1:1."""

from __future__ import annotations

import regex

from ipextract.linking.before_number import clean_label
from ipextract.linking.frames import NOTHING_SAID, Draft
from ipextract.linking.indicator.subjects import told_first
from ipextract.linking.lists.names import distribute
from ipextract.linking.period.spans import Span, year_before, year_span
from ipextract.linking.recording import settle
from ipextract.linking.walk import Walk
from ipextract.numbers.numerals import arabic, plain, times

_COLON = r"\s?[:：]\s?"
# To what a ratio is made, and what the parts of a whole make.
_BASES = frozenset(("1", "100"))
_WHOLE = 100
# Between the ratios of a list.
_LISTING = frozenset(("、", "和", "与"))
# 第一、第二 and 第三产业.
_TRADES = 3


def read_structure(walk: Walk, index: int) -> None:
    """三次产业结构为1.8:33.7:64.5: each part is a share, said of its member where the members are known."""
    token = walk.tokens[index]
    label = clean_label(walk, walk.window(index), index)
    text: str = token.value
    parts: list[str] = regex.split(_COLON, text)
    earlier = _structure_before(walk, index, len(parts))
    if not label and not earlier:
        label = _clause_before(walk, index)
    if len(parts) < 2 or (len(parts) == 2 and not label and not earlier):
        token.role = "unresolved"
        return
    begin = walk.text.find(text, token.start)
    # 由4.2:49.8:46.0调整为3.9:48.5:47.6: what it was before.
    was = walk.text[token.start : begin].startswith(walk.vocabulary.from_words) or walk.text[:begin].endswith(walk.vocabulary.from_words)
    drafts = [_ratio(walk, index, begin, earlier, label)] if _is_ratio(parts) else _shares_of(walk, index, begin, earlier, label)
    for draft in drafts:
        settle(walk, draft)
        draft.period = _period_of_structure(walk, index, draft, was=was)
        walk.drafts.append(draft)
    if drafts[0].aspect == "level":
        # 城乡居民收入比为2.34:1，比上年缩小0.01: how it moved is of the ratio, which nothing else narrows.
        walk.frame = NOTHING_SAID._replace(name=drafts[0].indicator, draft=drafts[0], sentence=walk.sentence, level=True)
    token.role = "claim"
    token.start = begin if begin >= 0 else token.start


def _clause_before(walk: Walk, index: int) -> str:
    """基础工业与加工工业的比例，1985年为26.6:73.4; 城乡收入比持续缩小，由…: the clause before names what the time alone does not."""
    stop = walk.row.clause_start(index) - 1
    if stop < 1 or walk.tokens[stop].letter != ",":
        return ""
    first = walk.row.clause_start(stop)
    label = "" if walk.row.has_number(first, stop) else clean_label(walk, first, stop)
    if not label or label.endswith(walk.vocabulary.names.structures):
        return label
    told = told_first(walk, first, stop)
    return told if told.endswith(walk.vocabulary.names.ratio_ends) else ""


def _structure_before(walk: Walk, index: int, count: int) -> list[str]:
    """The names of the structure that the one at `index` follows in its clause, or with another time only: 由…调整为…, 1985年为…."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.rule != "share.structure" or last.token < walk.sentence_start:
        return []
    if last.token < walk.row.clause_start(index) and clean_label(walk, walk.row.clause_start(index), index):
        return []
    names = [draft.indicator for draft in walk.drafts if draft.token == last.token]
    return names if len(names) == (count if last.aspect == "share" else 1) else []


def _is_ratio(parts: list[str]) -> bool:
    """2.1:1, 105.23:100, 1:3.4: how much of the one comes to one or to a hundred of the other; 1:99 are the parts of a whole."""
    if len(parts) != 2 or any("%" in part for part in parts):
        return False
    return sum(map(arabic, parts)) != _WHOLE and (parts[1] in _BASES or parts[0] == "1")


def _ratio(walk: Walk, index: int, begin: int, earlier: list[str], label: str) -> Draft:
    """城乡居民收入比为2.1:1: how many times as much; of 1:3.4, the second."""
    first, second = regex.split(_COLON, walk.tokens[index].value)
    name = _in_list(walk, index) or (earlier or [label])[0]
    value = plain(arabic(first if second in _BASES else second))
    return Draft("quantity", "level", name, value, begin, begin + len(walk.tokens[index].value), "share.structure", token=index)


def _in_list(walk: Walk, index: int) -> str:
    """初中生师比 of 小学、初中生师比分别为17.2:1、12.8:1, at the second: whose ratio each of a list is; empty where none is told."""
    begin, end = index, index + 1
    while walk.row.letters(begin - 2, begin) in ("S/", "SX") and walk.row.words(begin - 1) in _LISTING:
        begin -= 2
    while walk.row.letters(end, end + 2) in ("/S", "XS") and walk.row.words(end) in _LISTING:
        end += 2
    count = (end - begin + 1) // 2
    names = distribute(clean_label(walk, walk.window(begin), begin), count, walk.namer) if count > 1 else None
    if names is None or len(names) != count:
        return ""
    # 生师比 of 高中生师比: 高中 is a group as 初中 is, though the dictionary has 高中生.
    size, name = len(names[-2]), names[(index - begin) // 2]
    ratio = names[-1][size:] if walk.namer.is_group(names[-1][:size]) else ""
    return name if name.endswith(ratio) else name + ratio


def _shares_of(walk: Walk, index: int, begin: int, earlier: list[str], label: str) -> list[Draft]:
    text: str = walk.tokens[index].value
    parts: list[str] = regex.split(_COLON, text)
    drafts, position = [], begin
    numbers = [arabic(part.rstrip("%")) for part in parts]
    # 6:4 are sixty and forty in a hundred.
    factor = 10 if sum(numbers) * 10 == _WHOLE else 1
    for part, number, name in zip(parts, numbers, _names_of_parts(walk, index, label, len(parts), earlier), strict=True):
        position = walk.text.find(part, position)
        end = position + len(part)
        drafts.append(Draft("percentage", "share", name, plain(times(number, factor)), position, end, "share.structure", unit="%", token=index))
        position = end
    return drafts


def _names_of_parts(walk: Walk, index: int, label: str, count: int, earlier: list[str]) -> list[str]:
    """三次产业结构, 一、二、三产业比例, 农业、轻工业、重工业之比: the members that the label names; else the label for each."""
    if len(earlier) == count:
        return earlier
    # 一、 at the head of a label looks like the mark of a list.
    bare = walk.row.words_between(walk.row.clause_start(index), index).replace("、", "").replace("第", "")
    if not earlier and count == _TRADES:
        # 产业结构比5.8:43.6:50.6; 产业结构进一步优化，由6.9:55.9:37.2演变为6.7:55.1:38.2: the clause before says of what.
        start = walk.row.clause_start(index)
        before = label or (walk.row.words_between(walk.row.clause_start(start - 1), start) if start > 1 else "")
        bare = walk.vocabulary.names.of_trades[-1] if any(word in before for word in walk.vocabulary.names.of_trades) else bare
    found = next(((key, names) for key, names in walk.namer.members.items() if key in bare and len(names) == count), None)
    if found is not None:
        measure = _measure_behind(walk, label.replace("、", "").replace("第", "").partition(found[0])[2])
        return [name + measure for name in found[1]]
    listed = label
    for ending in walk.vocabulary.names.structures:
        listed = listed.removesuffix(ending) or listed
    return (distribute(listed, count, walk.namer) if "、" in listed else None) or [label or (walk.frame.name if walk.frame else walk.vocabulary.names.nameless_structure[0])] * count


def _measure_behind(walk: Walk, text: str) -> str:
    """投资 of 三次产业投资比例: what is shared out, where the words say so."""
    measure = next((text.removesuffix(ending) for ending in walk.vocabulary.names.structures if text.endswith(ending)), text)
    return measure if walk.namer.is_measure(measure) else ""


def _period_of_structure(walk: Walk, index: int, draft: Draft, *, was: bool) -> Span | None:
    place = index - 2 if index and walk.row.words(index - 1) == "的" else index - 1
    printed = walk.spans.get(place)
    if printed is not None:
        return printed
    lead = walk.text[walk.tokens[index].start : draft.start]
    if was and draft.period is not None and any(word in lead for word in walk.vocabulary.year_before):
        # 由上年的2.06:1缩小到2.03:1
        return year_before(draft.period)
    years = walk.period or walk.setting.period
    if years is not None and years.years > 1:
        # 过去五年，三次产业结构由15:61.9:23.1调整为14:57.5:28.5: from the year before to the last.
        return year_span(years.start.year - 1 if was else years.end.year)
    return None if was else draft.period
