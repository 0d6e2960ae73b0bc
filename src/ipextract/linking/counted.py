"""Which of the things behind it a number counts: 建成23个亩效益超5000元的园区, 有4个县区专利拥有量超过10件."""

from __future__ import annotations

from ipextract.linking.before_number import raw_label
from ipextract.linking.row import CLAUSE_ENDS, REACH
from ipextract.linking.walk import Walk

# Between a count and what each of the things is beyond stand words.
_NEXT_BUT_ONE = 2
# From a count to its bound, and from that past 、 to the next count: 3个|产值|超千亿元|、|2个.
_PAIR = 2
# With these right behind a number its words end before they begin.
_ENDS = CLAUSE_ENDS | {")"}


def qualifies_noun(walk: Walk, index: int, bound: int, *, in_series: bool = False) -> bool:
    """建成23个亩效益超5000元的园区, 2.5万名65岁及以上老年人: whether the number at `bound` says which of the things counted at `index`.

    In a series the noun stands behind the last, and a bound may be exact: 3个产值超千亿元、2个产值500亿元的产业集群.
    """
    tokens = walk.tokens
    if bound >= len(tokens) or bound - index not in (1, 2) or tokens[index].letter != "#" or tokens[bound].letter not in "#%":
        return False
    counted, limit = tokens[index].value, tokens[bound].value
    in_series = in_series or (index > 1 and tokens[index - 1].letter == "/" and tokens[index - 2].letter == "#" and tokens[index - 2].role == "qualifier")
    is_size = bound - index == 1 and limit.unit in walk.vocabulary.qualifiers.specification
    is_limit = limit.bounded_after or limit.bounded_before or limit.upper is not None or in_series or is_size
    if counted.kind != "count" or not is_limit or limit.unit == counted.unit or tokens[index].role not in ("", "claim", "qualifier"):
        return False
    following, sizes = walk.row.after(bound), is_joined_size(walk, bound)
    if following is None or (following.letter not in "XR/" and not sizes):
        return False
    if following.letter == "/" and not sizes:
        last = last_of_series(walk, bound, counted.unit)
        return bound - index == _PAIR and last > bound and qualifies_noun(walk, last - _PAIR, last, in_series=True)
    if bound - index == 1:
        return True
    between = walk.row.words(index + 1)
    if tokens[index + 1].letter != "X" or walk.namer.before_having(between) is not None:
        return False
    # 5家年营收超百亿元企业; but 12家企业超100人参加: without 的 and a measure, the bound is the next statement.
    # 58个投资1000万美元以上新设外资项目: behind a bound of its own, what was done to them is theirs.
    named = limit.bounded_after or not walk.namer.starts_with_verb(walk.text[following.start : following.end])
    measured = limit.kind in ("money", "quantity") and walk.namer.has_measure(walk.namer.clean(between)) and named
    return walk.text[following.start] == "的" or measured


def bound_of_each(walk: Walk, index: int) -> int:
    """有4个县区专利拥有量超过10件: the number that each of the things counted at `index` is beyond, which ends the clause; 0 where none is.

    12家企业累计融资超过100亿元 is of all together. 7家企业跻身全国专利申请量前十位: or the places among which each of them is.
    """
    if walk.tokens[index].letter != "#" or stands_last(walk, index):
        return 0
    if walk.row.letters(index + 1, index + 3) == "XK":
        return _places_reached(walk, index)
    before = walk.row.before(index)
    exists = before is not None and walk.text.endswith(walk.vocabulary.names.existing, before.start, before.end)
    opens = before is None or before.letter in CLAUSE_ENDS or before.letter == "R"
    behind, named = walk.row.words_between(index + 1, min(index + 2, len(walk.tokens))), False
    is_place = walk.tokens[index].value.unit in walk.vocabulary.names.settlement_units
    if not exists and (is_place or behind.startswith(walk.vocabulary.names.kinds_of_place)):
        # 嵊州、新昌等6个区县申请增幅超200%: some by name, and how many in all. 全省4个市, 13个市中4个市: behind a place, or those that they are among.
        named = before is not None and walk.text.endswith(walk.vocabulary.names.and_others, before.start, before.end)
        if not named and not opens and not (before is not None and walk.text.endswith(walk.vocabulary.names.among_ends, before.start, before.end)):
            return 0
    elif not exists and not (opens and _each_before(walk, index, behind)):
        return 0
    bound = walk.row.next_number(index)
    if bound is None or bound - index < _NEXT_BUT_ONE:
        return 0
    counted, limit = walk.tokens[index].value, walk.tokens[bound].value
    following = walk.row.after(bound)
    if named and not is_place and walk.tokens[bound].letter != "%":
        # 工业、建筑业等12个行业增加值超过10亿元: of all together.
        return 0
    if counted.kind != "count" or walk.tokens[bound].letter not in "#%" or not limit.bounded_before or not (following is None or following.letter in CLAUSE_ENDS):
        return 0
    if set(walk.row.letters(index + 1, bound)) - set("X()/EN"):
        return 0
    said = walk.namer.clean(walk.row.words_between(index + 1, bound))
    measured = walk.namer.has_measure(said) or "E" in walk.row.letters(index + 1, bound) or bool(_each_before(walk, index, said))
    return bound if measured and walk.namer.drop_inner(said) == said and ("E" in walk.row.letters(index + 1, bound) or not _is_of_all(walk, said)) else 0


def _places_reached(walk: Walk, index: int) -> int:
    """7家企业跻身全国专利申请量前十位: the first places, with which the clause ends, among which those bodies are that are counted at `index`; 0 where none are."""
    words, place = walk.vocabulary, walk.row.next_number(index)
    counted = walk.tokens[index].value
    is_reached = place is not None and walk.tokens[place].letter == "O" and walk.tokens[place].value.bound == "at_most" and stands_last(walk, place)
    if place is None or not is_reached or counted.kind != "count" or counted.unit not in words.names.how_many_units or set(walk.row.letters(index + 3, place)) - set("XR"):
        return 0
    who = walk.row.words(index + 1).strip()
    is_body = who.endswith((*words.names.owners, *words.names.kinds_of_place)) and not walk.namer.has_measure(who)
    return place if is_body and walk.row.words(index + 2) not in words.ranks.sharing_out else 0


def _is_of_all(walk: Walk, said: str) -> bool:
    """企业累计融资: whether a deed stands behind those counted, of which the bound is then the sum; in 街道商标申请总量 it is a measure's."""
    told = walk.namer.before_deed(said)
    return told is not None and not (told[1].startswith(tuple(walk.vocabulary.names.deeds_to_titles)) and walk.namer.has_measure(told[1]))


def told_of_each(walk: Walk, index: int, bound: int) -> str:
    """县区 + 专利拥有量超过10件 → 专利拥有量超过10件县区."""
    if walk.tokens[bound].letter == "O":
        # 企业跻身全国专利申请量前十位
        return walk.row.words_between(index + 1, bound + 1)
    said = raw_label(walk, index + 1, bound)
    if before := _each_before(walk, index, said):
        return before + walk.row.words(bound) + said
    # 城市的汽车保有量: the things counted end with 的.
    unit: str = walk.tokens[index].value.unit or ""
    if unit in walk.vocabulary.names.settlement_units and (said.startswith("的") or walk.namer.has_measure(said)):
        # 4市的申请量过万件
        return said.removeprefix("的") + walk.row.words(bound) + unit
    # 4个市生产总值超过5000亿元: 市 is a word of its own.
    kinds, first = walk.vocabulary.names.kinds_of_place, walk.namer.words(said)[0] if said else ""
    place = max((word for word in kinds if (len(word) > 1 or word == first) and "（" not in word and said.startswith(word)), key=len, default="")
    noun = said.partition("的")[0] if "的" in said else place or walk.namer.longest_group(said)
    rest = said[len(noun) :]
    if noun and rest.startswith("（") and "）" in rest:
        noun, rest = noun + rest[: rest.index("）") + 1], rest[rest.index("）") + 1 :]
    return rest.removeprefix("的") + walk.row.words(bound) + noun


def _each_before(walk: Walk, index: int, said: str) -> str:
    """84个城市的汽车保有量超过100万辆，39个城市超200万辆 → 汽车保有量: what the things counted before were measured by, where these are the same."""
    last = next((draft for draft in reversed(walk.drafts) if draft.token < index), None)
    if last is None or last.token < walk.sentence_start or last.aspect not in ("level", "change") or last.unit != walk.tokens[index].value.unit or not said or not last.indicator.endswith(said):
        return ""
    bound = next((token for token in reversed(walk.tokens[walk.sentence_start : index]) if token.letter in "#%" and token.value.bounded_before), None)
    words = walk.text[bound.start : bound.end] if bound is not None else ""
    measure, found, noun = last.indicator.partition(words) if words else ("", "", "")
    return measure if found and measure and noun == said else ""


def last_of_series(walk: Walk, bound: int, unit: str | None) -> int:
    """500亿元 of 3个产值超千亿元、2个产值500亿元的产业集群: the last bound of the series of things counted in `unit`."""
    tokens, last = walk.tokens, bound
    while last - bound < REACH and walk.row.letters(last + 1, last + 2 * _PAIR + 1) == "/#X#" and tokens[last + _PAIR].value.unit == unit:
        last += 2 * _PAIR
    return last


def stands_last(walk: Walk, index: int) -> bool:
    """Whether the clause, or the bracket, ends right behind the number at `index`, as it does behind most."""
    return walk.row.letters(index + 1, index + 2) in _ENDS


def end_of_sizes(walk: Walk, place: int) -> int:
    """750千伏和330千伏电网工程: the last of the sizes from `place` on, which together tell what kind of thing is meant."""
    while place + 2 < len(walk.tokens) and is_joined_size(walk, place):
        place += 2
    return place


def is_joined_size(walk: Walk, place: int) -> bool:
    """Whether another size of the same things follows the one at `place`: 750千伏和330千伏."""
    if place + 2 >= len(walk.tokens) or walk.tokens[place + 2].letter != "#" or walk.tokens[place].letter != "#":
        return False
    if walk.row.letters(place - 1, place) == "I":
        # 降水量分别为340.5毫米、847.2毫米: how much each was.
        return False
    unit = walk.tokens[place].value.unit
    joined = walk.tokens[place + 1].letter == "/" or walk.row.words(place + 1) in walk.vocabulary.joins
    return joined and unit in walk.vocabulary.qualifiers.specification and walk.tokens[place + 2].value.unit == unit
