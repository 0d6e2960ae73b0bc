"""Places told of together: one number of all of them, one for each, or examples of those that it is of."""

from __future__ import annotations

from dataclasses import replace

from ipextract.lexicon import Division
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.area.places import Gazetteer
from ipextract.linking.row import CLAUSE_ENDS, REACH, Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import NUMBERS, Token

# 3市州
_LONGEST_SUM = 3
# 均达到了: 均 and a verb behind it.
_LONGEST_EACH = 4
# （不含平潭、长乐）
_LONGEST_LIMIT = 9
# What may stand between several places and the number that is said of each: 申请量同比增长均.
_SAID_OF_EACH = frozenset("XBVEJKR")
# 增长5%, 同比增长5%, 超过500件
_ALONE = tuple(before + number for before in ("", "V", "BV") for number in "#%QMU")
# 2个|城市优良天数比例|50%, 2个|城市优良天数比例|同比|上升
_COUNTED_AND_MEASURED = tuple("#X" + behind for behind in "#%MQUVB")
# How many places two or more of them are: 两市, 三县.
_NUMERALS = (" ", "一", "两", "三", "四", "五", "六", "七", "八", "九")


def join_places(row: Row, vocabulary: Vocabulary, home: Division | None) -> dict[int, list[Division]]:
    """香港、澳门和台湾同胞, 广州、深圳援助梅州: places with one number among them are part of its name, not regions.

    With 分别, or with a number for each of them, they are regions: 吴兴区、南浔区分别增长5%、6%. Where 分别 stands in a
    clause behind (吴兴区、南浔区居前两位，分别增长5%、6%), they become one token, which is home.

    Returns:
        The places of each such token, by its index.
    """
    if row.letters(0, len(row.tokens)).count("R") <= 1:
        return {}
    together: dict[int, list[Division]] = {}
    index = _next_place(row, 0)
    while index >= 0:
        chain = chain_of(row, index, vocabulary)
        if len(chain) > 1 and (_are_examples(row, chain, vocabulary) or _are_counted(row, chain, vocabulary)):
            for place in chain:
                row.tokens[place].letter, row.tokens[place].value = "X", None
            index, chain = chain[-1], []
        if len(chain) > 1 and _is_shared_out_behind(row, chain) and home is not None:
            together[index] = [row.tokens[place].value for place in chain]
            # 吴兴区、德清县突破1000亿元，分别为…: what each of them is beyond is put down for the first; of 德清、长兴两县 it is said of both.
            whose = row.tokens[index].value if _bounds_each(row, chain) and not _summed_up(row, chain, vocabulary) else home
            row.tokens[index] = Token("R", row.tokens[index].start, row.tokens[chain[-1]].end, whose, "places")
            del row.tokens[index + 1 : chain[-1] + 1]
            chain = [index]
        elif len(chain) > 1 and home is not None and (summed := _summed_up(row, chain, vocabulary)):
            if "I" in _letters_behind(row, chain[-1]):
                # 芜湖、蚌埠两市均超过1万件，分别为1.6万件、1.1万件.
                together[index] = [row.tokens[place].value for place in chain]
            _sum_up(row, chain, summed, home)
            chain = [index]
        elif len(chain) > 1 and (_is_of_each(row, chain, vocabulary) or (not _is_shared_out(row, chain) and _are_of_home(row, chain, home))):
            # 吴兴区、德清县的申请量增幅均超50%, 吴兴区、德清县均超过500件: said of each, and put down for the first.
            row.tokens[index].end = row.tokens[chain[-1]].end
            del row.tokens[index + 1 : chain[-1] + 1]
            chain = [index]
        elif len(chain) > 1 and not _is_shared_out(row, chain) and row.words(chain[-1] + 1).startswith(vocabulary.and_other_places):
            # 湖州、金华等地出口, 宁波、杭州等海关查处: examples of those that it is said of.
            row.tokens[index] = Token("X", row.tokens[index].start, row.tokens[chain[-1] + 1].end, None, "places")
            del row.tokens[index + 1 : chain[-1] + 2]
            chain = [index]
        elif len(chain) > 1 and not _is_shared_out(row, chain):
            for place in chain:
                row.tokens[place].letter, row.tokens[place].value = "X", None
        index = _next_place(row, chain[-1] + 1 if chain else index + 1)
    return together


def take_limits(row: Row, vocabulary: Vocabulary) -> list[Token]:
    """（不含平潭） of 福州（不含平潭）、龙岩: takes out of the row, and returns, the brackets that say with or without what one place of a list is meant."""
    taken: list[Token] = []
    letters = row.letters(0, len(row.tokens))
    # From the last on: what is taken out moves only what was looked at.
    for index in (place for place in range(len(letters) - 1, -1, -1) if letters.startswith("R(", place)) if "R(" in letters else ():
        closing = next((place for place in range(index + 2, min(index + _LONGEST_LIMIT, len(row.tokens))) if row.tokens[place].letter not in "XRD/"), index)
        joined = row.letters(closing + 1, closing + 2) == "/" or row.words_between(closing + 1, min(closing + 2, len(row.tokens))) in vocabulary.joins
        if joined and row.letters(closing, closing + 1) == ")" and row.words_between(index + 2, closing).startswith(vocabulary.place_limits):
            taken += row.tokens[index + 1 : closing + 1]
            del row.tokens[index + 1 : closing + 1]
    return taken


def _next_place(row: Row, start: int) -> int:
    """The first place from the token `start` on; -1 where there is none."""
    for place in range(start, len(row.tokens)):
        if row.tokens[place].letter == "R":
            return place
    return -1


def _are_examples(row: Row, chain: list[int], vocabulary: Vocabulary) -> bool:
    """衢州、舟山等44个城市的优良天数比例, 孝感、随州等4地成交额: whether the places of `chain` are examples of those counted."""
    return row.words_between(chain[-1] + 1, min(chain[-1] + 2, len(row.tokens))) in vocabulary.names.and_others and row.letters(chain[-1] + 2, chain[-1] + 3) in ("#", "U")


def _are_counted(row: Row, chain: list[int], vocabulary: Vocabulary) -> bool:
    """孝感、随州2个城市优良天数比例不足50%: whether the places of `chain` are those counted behind them, by a measure word and a noun that begins what is said of all."""
    behind = chain[-1] + 1
    if row.letters(behind, behind + 3) not in _COUNTED_AND_MEASURED or row.tokens[behind].value.value != len(chain):
        return False
    return row.words(behind + 1).startswith(vocabulary.places_counted) and "I" not in _letters_behind(row, chain[-1]).partition(",")[0]


def _is_of_each(row: Row, chain: list[int], vocabulary: Vocabulary) -> bool:
    """吴兴区、德清县均超过500件, 德清、长兴、安吉3县均超过500件: whether 均 behind the places says of each of them what follows."""
    place = chain[-1] + 1
    if "I" in _letters_behind(row, chain[-1]) or place >= len(row.tokens):
        return False
    if _have_one_number(row, place, vocabulary):
        return True
    if row.tokens[place].letter == "E":
        # 嘉兴、湖州增幅均超过30%
        place += 1
    if _all_come_so_far(row, chain):
        return True
    words = row.words_between(place, place + 1)
    if row.letters(place, place + 1) == "U" and row.tokens[place].value.value == len(chain) and row.words_between(place + 1, place + 2) in vocabulary.together:
        place, words = place + 2, row.words_between(place + 2, place + 3)
    # 均在5000件以上, and not 都市区建设投资.
    # 授权量均突破1000件
    says_so = ((words.startswith(vocabulary.ranks.each) and len(words) <= _LONGEST_EACH) or words.endswith(vocabulary.ranks.each)) and row.letters(place + 1, place + 2) in tuple(NUMBERS)
    return row.letters(place, place + 1) == "J" or (row.letters(place, place + 1) == "X" and says_so)


def _all_come_so_far(row: Row, chain: list[int]) -> bool:
    """贵州、青海同比增长均超过110%, 吴兴、德清、安吉申请量位居全市前三: whether what follows is said of each, up to the next number, by 均 or by as many places in a row."""
    number = row.next_number(chain[-1])
    between = row.letters(chain[-1] + 1, number) if number is not None else ""
    if number is None or not between or not set(between) <= _SAID_OF_EACH:
        return False
    token = row.tokens[number]
    in_front = token.letter == "O" and token.value.bound == "at_most" and token.value.value == len(chain)
    return (between[-1] == "J" and token.letter in "#%M") or (in_front and "K" in between)


def _have_one_number(row: Row, place: int, vocabulary: Vocabulary) -> bool:
    """吴兴、南浔增长5%左右; 吴兴、南浔超过500件: whether the clause has nothing but one number from `place` on, and not how many the places are."""
    stop = next((end for end in range(place, len(row.tokens)) if row.tokens[end].letter in CLAUSE_ENDS), len(row.tokens))
    if row.letters(place, stop) not in _ALONE:
        return False
    amount = row.tokens[stop - 1].value
    return amount.unit not in vocabulary.place_units


def _are_of_home(row: Row, chain: list[int], home: Division | None) -> bool:
    """Whether the places of `chain` lie in the document's own, and what is said of them follows behind 的."""
    if home is None or not row.words_between(chain[-1] + 1, chain[-1] + 2).startswith("的"):
        return False
    within = "" if home.code == COUNTRY else home.code.rstrip("0")
    return all(row.tokens[place].value.code.startswith(within) and row.tokens[place].value.code != home.code for place in chain)


def chain_of(row: Row, index: int, vocabulary: Vocabulary) -> list[int]:
    """The places joined by 、 or 和 from `index` on, at the head of a clause."""
    previous = row.before(index)
    if previous is not None and previous.letter not in ",;.:(TD" and not (previous.letter == "X" and row.words(index - 1).endswith(vocabulary.introduced)):
        return []
    chain, position = [index], index + 1
    while position + 1 < len(row.tokens) and row.tokens[position + 1].letter == "R" and (row.tokens[position].letter == "/" or row.words(position) in vocabulary.joins):
        chain.append(position + 1)
        position += 2
    return chain


def _is_shared_out(row: Row, chain: list[int]) -> bool:
    """Whether each place of `chain` has a number of its own."""
    following = row.after(chain[-1])
    if _are_counted_twice(row, chain):
        return False
    if following is None or following.letter != "X" or "I" in _letters_behind(row, chain[-1]):
        return True
    first = row.next_number(chain[-1])
    return first is None or (first + 2 < len(row.tokens) and row.tokens[first + 1].letter in "/X" and row.tokens[first + 2].letter in NUMBERS)


def _are_counted_twice(row: Row, chain: list[int]) -> bool:
    """上海、宁波等海关扣留货物50批、80万件，分别占…: whether the clause of `chain` counts one thing in two units, of all of them together."""
    first = row.next_number(chain[-1])
    if first is None or row.letters(first, first + 3) != "#/#" or set(row.letters(chain[-1] + 1, first)) & set("I,;.R"):
        return False
    one, other = row.tokens[first].value, row.tokens[first + 2].value
    return one.unit != other.unit and row.letters(first + 3, first + 4) != "/"


def _is_shared_out_behind(row: Row, chain: list[int]) -> bool:
    """Whether 分别 follows in a clause of its own, and the clause of `chain` has but a place in a row."""
    behind = _letters_behind(row, chain[-1])
    own, _, rest = behind.partition(",")
    following = row.after(chain[-1])
    if _bounds_each(row, chain):
        return True
    return following is not None and following.letter in "XJK," and "I" not in own and not set(own) & set("#%QMU") and "I" in rest and "R" not in rest[: rest.index("I")]


def _bounds_each(row: Row, chain: list[int]) -> bool:
    """吴兴区、德清县授权量突破1000件，分别为1200件、1150件: whether beyond what each place of `chain` is stands before the numbers that are theirs."""
    own, _, rest = _letters_behind(row, chain[-1]).partition(",")
    bound = row.next_number(chain[-1])
    # 登记量首次超过3万件, 注册商标均超过1万件
    own = own.replace("N", "").replace("XJ", "X")
    if bound is None or own not in ("#", "X#", "X#X") or not rest.startswith("I") or row.tokens[bound].value.bound == "exact":
        return False
    return sum(letter in NUMBERS for letter in rest.partition(",")[0]) == len(chain)


def _summed_up(row: Row, chain: list[int], vocabulary: Vocabulary) -> int:
    """Where 两市 of 德清、长兴两县 ends, or 3市州 of 临夏、甘南、陇南3市州, after which all is said of them together; 0 where 分别 shares it out, or nothing sums up."""
    following = row.after(chain[-1])
    if following is None or len(chain) >= len(_NUMERALS) or "I" in _letters_behind(row, chain[-1]).partition(",")[0]:
        return 0
    said = row.words(chain[-1] + 1) if following.letter == "X" else ""
    if said.startswith(vocabulary.places_summed) or said.strip() in vocabulary.places_summed_alone:
        # 德清县、长兴县合计4.4亿元
        return following.start
    if said.startswith(vocabulary.did_in_all) and not _is_shared_out(row, chain):
        # 德清县、长兴县共查处案件3起
        return following.start
    behind = row.text[following.start : following.start + _LONGEST_SUM]
    if behind.startswith((_NUMERALS[len(chain)], str(len(chain)))) and behind[1:].startswith(vocabulary.bodies_counted) and _are_bodies(row, following.start + _LONGEST_SUM - 1, vocabulary):
        # 德清、长兴、安吉三家法院收案
        return following.start + _LONGEST_SUM - 1
    if not behind.startswith((_NUMERALS[len(chain)], str(len(chain)))) or not behind[1:].startswith(vocabulary.together):
        return 0
    return following.start + (_LONGEST_SUM if behind[2:].startswith(vocabulary.together) else _LONGEST_SUM - 1)


def _are_bodies(row: Row, start: int, vocabulary: Vocabulary) -> bool:
    """Whether offices or courts are what is counted in front of `start` in the text: 基层法院收案."""
    stop = next((token.start for token in row.tokens if token.end > start and (token.letter in CLAUSE_ENDS or token.letter in NUMBERS)), len(row.text))
    return any(word in row.text[start:stop] for word in vocabulary.agencies)


def _sum_up(row: Row, chain: list[int], end: int, home: Division) -> None:
    """Make the places of `chain` and what sums them up, to `end`, one token, which is home; a numeral of its own (3|市州) keeps its role beside it."""
    index, behind = chain[0], chain[-1] + 1
    stop = next(place for place in range(behind, len(row.tokens)) if row.tokens[place].end > end)
    counted = [Token("R", one.start, one.end, home, "places", "qualifier") for one in row.tokens[behind:stop] if one.letter in NUMBERS]
    row.tokens[index] = Token("R", row.tokens[index].start, counted[0].start if counted else end, home, "places")
    row.tokens[stop].start = max(end, row.tokens[stop].start)
    row.tokens[index + 1 : stop] = counted


def _letters_behind(row: Row, index: int) -> str:
    """The letters from behind `index` to the end of its sentence or segment."""
    stop, last = index + 1, min(len(row.tokens), index + REACH)
    while stop < last and row.tokens[stop].letter not in ".;":
        stop += 1
    return row.letters(index + 1, stop)


def part_described(row: Row, vocabulary: Vocabulary, gazetteer: Gazetteer, home: Division | None) -> None:
    """外贸大省之一的|江苏省|民营企业进出口: make what a place is said to be a clause of its own in front of the place, as if a comma stood behind it."""
    for index in range(len(row.tokens) - 1, -1, -1):
        token = row.tokens[index]
        words = row.words(index) if token.letter == "X" else ""
        end = next((words.find(word) + len(word) for word in vocabulary.described if word in words), 0)
        place = gazetteer.at(row.text, token.start + end, home) if end else None
        if place is None or place[0] >= token.end:
            continue
        begin = token.start + end
        parts = [replace(token, end=begin), Token(",", begin, begin), Token("R", begin, place[0], place[1], "place"), replace(token, start=place[0])]
        row.tokens[index : index + 1] = parts


def are_only_places(walk: Walk, words: str) -> bool:
    """济南、青岛、东营 of 有济南、青岛、东营3个受理窗口: whether `words` are places one after the other and nothing else, which say where those counted are."""
    listed = words.split("、")
    found = (walk.gazetteer.at(name, 0, walk.setting.home) for name in listed)
    return len(listed) > 1 and all(hit is not None and hit[0] == len(name) for name, hit in zip(listed, found, strict=True))


def take_places_together(walk: Walk, index: int) -> bool:
    """Whether the number at `index` counts the places right before it: 德清、长兴、安吉3县; what follows is of all of them together."""
    token = walk.tokens[index]
    if token.letter != "#" or token.value.unit not in walk.vocabulary.place_units or token.value.bound != "exact":
        return False
    first = index
    while first and (walk.tokens[first - 1].letter in "R/" or walk.row.words(first - 1) in walk.vocabulary.joins):
        first -= 1
    # 吴忠市1个，热电项目: one place is named, and has one.
    if token.value.value == 1 or len(walk.row.places(first, index)) != token.value.value:
        return False
    token.role = "qualifier"
    walk.after_until = index + 1
    walk.region, walk.region_named = None, False
    return True
