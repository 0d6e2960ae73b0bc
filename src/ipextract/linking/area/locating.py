"""What a place does, and the region of a claim."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.frames import Draft
from ipextract.linking.period.times import took_years
from ipextract.linking.row import CLAUSE_ENDS, REACH, Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.rules.readings import BESIDE_OTHERS
from ipextract.rules.tokens import NUMBERS, Token

# 全国而言: so short a clause is no statement.
_SHORT = 4
# 均达到了: 均 and a verb behind it.
# 3市州
_LONGEST_SUM = 3
_LONGEST_EACH = 4
# What may stand between several places and the number that is said of each: 申请量同比增长均.
_SAID_OF_EACH = frozenset("XBVEJKR")
# 增长5%, 同比增长5%, 超过500件
_ALONE = tuple(before + number for before in ("", "V", "BV") for number in "#%QMU")
# The year from which only the nation's product was called 国内生产总值 (National Bureau of Statistics, 2004: 地区生产总值 of a place).
_RENAMED = 2004
# How many places two or more of them are: 两市, 三县.
_NUMERALS = (" ", "一", "两", "三", "四", "五", "六", "七", "八", "九")


def take_place(walk: Walk, index: int) -> None:
    """A place at the head of a clause is whom the next numbers are said of."""
    start = index
    while start and walk.tokens[start - 1].letter in "TRDI":
        start -= 1
    if not _begins_clause(walk, start) or _is_part_of_something(walk, index):
        return
    walk.region, walk.region_named, walk.region_token = walk.tokens[index].value, True, index
    if walk.is_introduced(start):
        # 增幅居前的是亳州市、六安市，分别为21.2%和18.5%: whose rates follow.
        walk.rate_noun = next((place for place in range(walk.row.clause_start(index), start) if walk.tokens[place].letter == "E"), walk.rate_noun)
    if start and walk.tokens[start - 1].letter == ";":
        walk.parts_from = None


def end_segment(walk: Walk, index: int) -> None:
    """A semicolon ends the place, unless it was named for all that follows: 江阴市：….

    建德成为首批国家试点；成功应对9次环境应急响应: the second is said of home again.
    """
    walk.end_pace()
    if walk.parts_from is not None and _lists_parts(walk, index):
        # 上市企业141家，其中境内107家、境外34家；证券公司4家: the parts were told, and something else begins.
        walk.parts_from = None
    named = walk.row.after(walk.region_token) if walk.region_named else None
    following = walk.row.after(index)
    _return_from_years(walk, index)
    _return_to_moment(walk, index)
    of_body = following is not None and following.letter == "R" and _is_part_of_something(walk, index + 1)
    if named is None or named.letter in ",:" or (_goes_on(walk, index) and not of_body) or _measures_same(walk, index):
        return
    walk.region, walk.region_named = None, False


def _measures_same(walk: Walk, index: int) -> bool:
    """东部地区商品房销售面积6.5亿平方米；销售额9.2万亿元: whether a measure alone follows, which is of what stands before."""
    return walk.row.letters(index + 1, index + 3) in ("X#", "XV") and walk.namer.is_bare(walk.row.words(index + 1).strip())


def _return_from_years(walk: Walk, index: int) -> None:
    """五年发放补贴197亿元；312家企业实现销售收入1900亿元: over how many years something was done is no time of what the semicolon parts from it."""
    last = max(walk.spans, default=-1)
    if last < walk.sentence_start or walk.period is not walk.spans[last]:
        return
    # 同比上升1.5个百分点，“十三五”以来累计上升21.6个百分点；劣Ⅴ类比例为0.7%: what came about since then, behind what is so now.
    is_since = walk.row.words(last).endswith(walk.vocabulary.since_then) and walk.row.has_claim(walk.sentence_start, last)
    if took_years(walk.tokens[last]) or is_since:
        walk.period = walk.lasting


def _return_to_moment(walk: Walk, index: int) -> None:
    """截至年底，共有农村特困人员43万人，全年支出资金4亿元；共有城市特困人员3万人: what there is behind the semicolon is at the same moment again."""
    if walk.period is None or walk.period.moment or not walk.spans:
        return
    start = max((place + 1 for place in range(walk.sentence_start, index) if walk.tokens[place].letter == ";"), default=walk.sentence_start)
    first = next((draft for draft in walk.drafts if draft.token >= start), None)
    if first is None or first.period is None or not first.period.moment or first.period.end.year != walk.period.end.year:
        return
    behind = walk.row.words_between(index + 1, walk.row.next_number(index) or index + 1).strip()
    for place in walk.row.places(index + 1, index + 2):
        behind = behind.removeprefix(walk.row.text[place.start : place.end])
    counted = walk.row.next_number(index)
    # 年末高等学校9所，当年招生4.1万人；中等职业学校32所: the next of the same sort.
    is_next = counted is not None and first.kind == "count" and walk.tokens[counted].letter == "#" and walk.tokens[counted].value.unit == first.unit
    if is_next or behind.startswith(walk.vocabulary.there_is):
        walk.period = first.period


def _lists_parts(walk: Walk, index: int) -> bool:
    """Whether more than one part was told in the segment that ends at `index`, so that the list ends with it.

    其中A5件，增长2%；B3件，增长1%；C2件 goes on: one part a segment.
    """
    start = walk.parts_from or 0
    opening = walk.row.after(start)
    if opening is not None and opening.letter == ":":
        return False
    segment = max((place for place in range(start, index) if walk.tokens[place].letter == ";"), default=start)
    return sum(draft.token > segment and draft.aspect == "level" for draft in walk.drafts) > 1


def end_clause(walk: Walk, index: int) -> None:
    """A comma ends the place of the last member of a list: 浙江8.8%、辽宁5.4%，有1个在中部地区.

    It ends the place in which a clause without a number sets a deed (在深圳实施便利政策，…), and the province that such a clause tells of in the report of a city of its: 全省第一枪在浦江打响，….
    """
    walk.end_pace()
    place = walk.region_token
    if index - place > REACH:
        return
    if walk.region_named and walk.region is not None and _is_wider(walk, walk.region) and _tells_only(walk, place, index):
        walk.region, walk.region_named = None, False
        return
    if not walk.region_named or place < 0 or _goes_on(walk, index):
        return
    if place and walk.row.words(place - 1) in walk.vocabulary.located and not walk.row.has_number(place, index):
        walk.region, walk.region_named = None, False
        return
    if _tells_only(walk, place, index) and any(token.value != walk.region for token in walk.row.places(place + 1, index)):
        # 上虞区工业平台、新昌县开发区获评省级园区，完成40个镇街改造: what follows is of no one of several.
        walk.region, walk.region_named = None, False
        return
    previous, following = walk.row.before(place), walk.row.after(place)
    last = previous is not None and previous.letter == "/" and following is not None and following.letter in NUMBERS
    if last or ("I" in walk.row.letters(place, index) and len(_chain(walk.row, place, walk.vocabulary)) > 1):
        # 崇左市、南宁市进出口分别占四成和两成，北海…: so does that of several places.
        walk.region, walk.region_named = None, False


def _tells_only(walk: Walk, place: int, index: int) -> bool:
    """Whether the clause from `place` to `index` is a statement without a number, rather than a head of what follows (与全国相比, 全国来看)."""
    words = walk.row.words_between(place + 1, index)
    return (
        walk.row.clause_start(index) <= place
        and len(words) > _SHORT
        and not words.endswith(walk.vocabulary.clauses.scenes)
        and not walk.row.has_number(place, index)
        and not set(walk.row.letters(place + 1, index)) & set("BCG")
    )


def _goes_on(walk: Walk, index: int) -> bool:
    """Whether what stands behind the mark at `index` is said of the number before it: a change, a share, 其中."""
    following = walk.row.after(index)
    return following is not None and following.letter not in "XT"


def join_places(row: Row, vocabulary: Vocabulary, home: Division | None) -> dict[int, list[Division]]:
    """香港、澳门和台湾同胞, 广州、深圳援助梅州: places with one number among them are part of its name, not regions.

    With 分别, or with a number for each of them, they are regions: 吴兴区、南浔区分别增长5%、6%. Where 分别 stands in a
    clause behind (吴兴区、南浔区居前两位，分别增长5%、6%), they become one token, which is home.

    Returns:
        The places of each such token, by its index.
    """
    if row.letters(0, len(row.tokens)).count("R") <= 1:
        return {}
    index, together = 0, {}
    while index < len(row.tokens):
        chain = _chain(row, index, vocabulary) if row.tokens[index].letter == "R" else []
        if len(chain) > 1 and row.words_between(chain[-1] + 1, min(chain[-1] + 2, len(row.tokens))) in vocabulary.names.and_others and row.letters(chain[-1] + 2, chain[-1] + 3) in ("#", "U"):
            # 衢州、舟山等44个城市的优良天数比例, 孝感、随州等4地成交额: examples of those counted.
            for place in chain:
                row.tokens[place].letter, row.tokens[place].value = "X", None
            index, chain = chain[-1], []
        if len(chain) > 1 and _is_shared_out_behind(row, chain) and home is not None:
            together[index] = [row.tokens[place].value for place in chain]
            row.tokens[index] = Token("R", row.tokens[index].start, row.tokens[chain[-1]].end, home, "places")
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
        index = chain[-1] + 1 if chain else index + 1
    return together


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
    words = row.words_between(place, place + 1)
    if _all_come_so_far(row, chain):
        return True
    if row.letters(place, place + 1) == "U" and row.tokens[place].value.value == len(chain) and row.words_between(place + 1, place + 2) in vocabulary.together:
        place, words = place + 2, row.words_between(place + 2, place + 3)
    # 均在5000件以上, and not 都市区建设投资.
    says_so = words.startswith(vocabulary.ranks.each) and len(words) <= _LONGEST_EACH and row.letters(place + 1, place + 2) in tuple(NUMBERS)
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


def _chain(row: Row, index: int, vocabulary: Vocabulary) -> list[int]:
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
    if following is None or following.letter != "X" or "I" in _letters_behind(row, chain[-1]):
        return True
    first = row.next_number(chain[-1])
    return first is None or (first + 2 < len(row.tokens) and row.tokens[first + 1].letter in "/X" and row.tokens[first + 2].letter in NUMBERS)


def _is_shared_out_behind(row: Row, chain: list[int]) -> bool:
    """Whether 分别 follows in a clause of its own, and the clause of `chain` has but a place in a row."""
    behind = _letters_behind(row, chain[-1])
    own, _, rest = behind.partition(",")
    following = row.after(chain[-1])
    return following is not None and following.letter in "XJ," and "I" not in own and not set(own) & set("#%QMU") and "I" in rest and "R" not in rest[: rest.index("I")]


def _summed_up(row: Row, chain: list[int], vocabulary: Vocabulary) -> int:
    """Where 两市 of 德清、长兴两县 ends, or 3市州 of 临夏、甘南、陇南3市州, after which all is said of them together; 0 where 分别 shares it out, or nothing sums up."""
    following = row.after(chain[-1])
    if following is None or len(chain) >= len(_NUMERALS) or "I" in _letters_behind(row, chain[-1]).partition(",")[0]:
        return 0
    behind = row.text[following.start : following.start + _LONGEST_SUM]
    if not behind.startswith((_NUMERALS[len(chain)], str(len(chain)))) or not behind[1:].startswith(vocabulary.together):
        return 0
    return following.start + (_LONGEST_SUM if behind[2:].startswith(vocabulary.together) else _LONGEST_SUM - 1)


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


def _begins_clause(walk: Walk, start: int) -> bool:
    previous = walk.row.before(start)
    if previous is None or previous.letter in ",;.:(":
        return True
    if walk.is_introduced(start) or (previous.letter == "X" and walk.row.words(start - 1) in walk.vocabulary.clauses.examples):
        # 授权量最多的是德清县1520件; 增长较快，如德清县增长25.2%
        return True
    if previous.letter == "X" and walk.row.words(start - 1) in walk.vocabulary.located:
        # 在吴兴区新建学校3所: where home did it.
        home, place = walk.setting.home, walk.tokens[start]
        before, behind = walk.row.before(start - 1), walk.row.after(start)
        if (before is not None and before.letter not in ",;.:(T") or place.letter != "R" or behind is None or behind.letter != "X":
            return False
        return home is not None and place.value.code != home.code and walk.gazetteer.inside(place.value, home)
    if previous.letter in NUMBERS:
        # 53个全国名牌产品: what stands right behind a number is its noun.
        return previous.end < walk.tokens[start].start
    return (previous.letter == "/" and walk.row.stands_behind_number(start - 1)) or walk.row.joins_places(start - 1, walk.vocabulary.joins)


def _is_part_of_something(walk: Walk, index: int) -> bool:
    """全国第三位, 全国首单, 江苏省统计局, 我市全国碳交易企业: the place is the scope of a rank or part of a name."""
    place, previous, following = walk.tokens[index], walk.row.before(index), walk.row.after(index)
    if previous is not None and previous.letter == "R" and previous.value.code != place.value.code and walk.gazetteer.inside(previous.value, place.value):
        return True
    if following is not None and following.letter == "X" and walk.row.words(index + 1) in walk.vocabulary.names.and_others and walk.row.letters(index + 2, index + 3) == "#":
        # 德清县等5个县区: an example of those counted.
        return True
    if previous is not None and previous.letter == "/" and following is not None and following.letter == "X" and _is_wider(walk, place.value) and (walk.region is None or walk.region == walk.setting.home):
        # 新增全国文明村5个、全省美丽乡镇8个: what home has of the province's.
        return True
    if following is not None and following.letter == "N" and walk.row.words(index + 1).isdigit() and _is_wider(walk, place.value):
        # 全国12315平台
        return True
    if following is None or following.letter != "X":
        return following is not None and following.letter in "OF"
    # 全国排名上升5位: among whom, of home.
    is_scope = walk.row.words(index + 1).startswith(walk.vocabulary.ranks.nouns) and (walk.setting.home is None or _is_wider(walk, place.value))
    return is_scope or _names_agency(walk, index + 1)


def _is_wider(walk: Walk, place: Division) -> bool:
    """Whether home lies in `place` and is not the same."""
    home = walk.setting.home
    return home is not None and place.code != home.code and walk.gazetteer.inside(home, place)


def _names_agency(walk: Walk, index: int) -> bool:
    """江苏省统计局, 佛山市国星光电股份有限公司: the words at `index` make the place before them a body."""
    joined = ""
    for word in walk.namer.words(walk.row.words(index)[:16]):
        joined += word
        if joined.endswith(walk.vocabulary.agencies) and len(joined) > 1:
            return True
        if walk.namer.is_verb(word):
            return False
    return False


def take_places_together(walk: Walk, index: int) -> bool:
    """Whether the number at `index` counts the places right before it: 德清、长兴、安吉3县; what follows is of all of them together."""
    token = walk.tokens[index]
    if token.letter != "#" or token.value.unit not in walk.vocabulary.place_units or token.value.bound != "exact":
        return False
    first = index
    while first and (walk.tokens[first - 1].letter in "R/" or walk.row.words(first - 1) in walk.vocabulary.joins):
        first -= 1
    if len(walk.row.places(first, index)) != token.value.value:
        return False
    token.role = "qualifier"
    walk.after_until = index + 1
    walk.region, walk.region_named = None, False
    return True


def locate_draft(walk: Walk, draft: Draft) -> None:
    """Set the region of `draft` and where it is from."""
    if draft.token in walk.placed:
        draft.region = walk.placed[draft.token]
        draft.origins["region"] = "printed"
        return
    region = walk.region
    if draft.token > 1 and walk.tokens[draft.token - 1].letter == "(" and walk.tokens[draft.token - 2].letter == "R":
        # 增速较快的有安吉县（12.5%）、德清县（10.2%）.
        draft.region, draft.origins["region"] = walk.tokens[draft.token - 2].value, "printed"
        return
    if draft.aspect == "rank" and walk.region is not None and _is_wider(walk, walk.region):
        # 全国城市创新能力位居全国第四: who has a place among others is no whole of them.
        region = None
    if (region is None or walk.region_token < walk.row.clause_start(draft.token)) and _is_national(walk, draft):
        region = walk.gazetteer.country()
    if draft.indicator.startswith(walk.vocabulary.names.taking_up):
        # 德清县（2680件）、安吉县（1500件），上述2县的申请量占九成: of all of them.
        region = None
    if draft.rule in BESIDE_OTHERS and walk.than_region is not None:
        region = walk.than_region
    draft.region = region or walk.setting.home
    draft.origins["region"] = "printed" if walk.region_named else "inferred"


def locate_aim(walk: Walk, draft: Draft) -> None:
    """国内生产总值年均增长8%, as the aim of a town: what a place plans is its own, unless the words name the nation."""
    home, country = walk.setting.home, walk.gazetteer.country()
    if home is not None and home != country and draft.region == country and walk.region != country and any(word in draft.indicator for word in walk.vocabulary.national):
        draft.region = home


def _is_national(walk: Walk, draft: Draft) -> bool:
    """国内生产总值 in a province's release is the nation's, unless it is of a year when each place called its own so."""
    home, period = walk.setting.home, draft.period or walk.setting.period
    if home is None or home.level == "country" or not any(word in draft.indicator for word in walk.vocabulary.national):
        return False
    # 全县实现国内生产总值104亿元，增长14.5%: said of the county right before.
    before = next((one for one in reversed(walk.drafts) if one.token >= walk.sentence_start and one.indicator == draft.indicator), None)
    if before is not None and before is not draft and before.region is not None and before.region.level != "country":
        return False
    return period is None or period.start.year >= _RENAMED
