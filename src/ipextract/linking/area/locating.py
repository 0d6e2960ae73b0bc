"""What a place does, and the region of a claim."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.linking.area.together import chain_of
from ipextract.linking.frames import Draft
from ipextract.linking.lists.list_words import NUMERALS
from ipextract.linking.period.times import FROM_ON, took_years
from ipextract.linking.relation.gaps import begins_next_gap
from ipextract.linking.row import REACH
from ipextract.linking.walk import Walk
from ipextract.rules.readings import BESIDE_OTHERS
from ipextract.rules.tokens import NUMBERS

# Fewer times are told of one.
_TWO = 2
# 三地, 两市
_SAID_OF_SEVERAL = 2
_NUMERALS = frozenset(f"{NUMERALS}两")
# 全国而言: so short a clause is no statement.
_SHORT = 4
# 1-10月, 上半年: a part of a year that is named without it.
_PARTS = frozenset({"time.part"})
# The year from which only the nation's product was called 国内生产总值 (National Bureau of Statistics, 2004: 地区生产总值 of a place).
_RENAMED = 2004


def take_place(walk: Walk, index: int) -> None:
    """A place at the head of a clause is whom the next numbers are said of."""
    start = index
    while start and walk.tokens[start - 1].letter in "TRDI":
        start -= 1
    if not (_begins_clause(walk, start) or walk.has_so_many(index)) or _is_part_of_something(walk, index) or begins_next_gap(walk, index):
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
    _return_from_part(walk, index)
    _return_to_moment(walk, index)
    _return_from_earlier(walk, index)
    if walk.period is not None and walk.period.text.endswith(FROM_ON):
        # 5月1日起下调税率，减税1.4亿元；小微企业减免0.7亿元: since when the first is in force.
        walk.period = walk.lasting
    of_body = following is not None and following.letter == "R" and _is_part_of_something(walk, index + 1)
    if named is None or named.letter in ",:":
        return
    # 德清县、长兴县提前完成任务；其中省内转移3000人: of places told of without a number nothing goes on.
    is_told = walk.row.has_claim(walk.region_token, index)
    if is_told and ((_goes_on(walk, index) and not of_body) or _measures_same(walk, index) or _is_told_of_throughout(walk, index)):
        return
    walk.region, walk.region_named = None, False


def _is_told_of_throughout(walk: Walk, index: int) -> bool:
    """诸暨市地区生产总值增长3%；财政收入35亿元: whether the place begins its sentence and a measure of it was told, and behind the semicolon is told another."""
    place, start = walk.region_token, walk.sentence_start
    if place < start or set(walk.row.letters(start, place)) - {"T"} or walk.row.letters(place + 1, place + 2) != "X":
        return False
    behind = walk.row.words(index + 1).strip() if walk.row.letters(index + 1, index + 2) == "X" else ""
    number = walk.row.next_number(index) if behind else None
    if number is None or set(walk.row.letters(index + 2, number)) - set("XNBVC"):
        return False
    first = next((draft for draft in walk.drafts if draft.token > place), None)
    # 诸暨市一集群入选省级名单，产值35亿元；…: what a clause of its own counts is of what happened there.
    return first is not None and first.aspect != "rank" and "," not in walk.row.letters(place, first.token)


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


def _return_from_part(walk: Walk, index: int) -> None:
    """规模以上企业利润1-10月增长12.3%；税收收入增长6.6%: months that stand behind a subject are of its own clauses."""
    last = max(walk.spans, default=-1)
    if last <= walk.sentence_start or walk.period is not walk.spans[last] or walk.tokens[last].rule not in _PARTS or walk.row.letters(last - 1, last) != "X" or walk.row.letters(last + 1, last + 2) not in "VB#%":
        return
    if ";" in walk.row.letters(last, index) or not walk.namer.clean(walk.row.words(last - 1)):
        return
    earlier = [place for place in walk.spans if walk.sentence_start <= place < last]
    walk.period = walk.spans[earlier[-1]] if earlier else walk.lasting


def _return_from_earlier(walk: Walk, index: int) -> None:
    """10月1日至7日出游5.2亿人次，恢复至七成，2019年7.8亿人次；旅游收入3891亿元: what an earlier time was told of beside that of the sentence ends with the semicolon."""
    times = [walk.spans[place] for place in walk.spans if walk.sentence_start <= place < index and walk.row.letters(place, place + 1) != "B"]
    if len(times) < _TWO or walk.period is not times[-1] or times[-1].end >= times[0].start or ";" in walk.row.letters(walk.sentence_start, index):
        return
    if any(draft.token >= walk.sentence_start and draft.period == times[0] for draft in walk.drafts):
        walk.period = times[0]


def _return_to_moment(walk: Walk, index: int) -> None:
    """截至年底，共有农村特困人员43万人，全年支出资金4亿元；共有城市特困人员3万人: what there is behind the semicolon is at the same moment again."""
    if walk.period is None or walk.period.moment or not walk.spans:
        return
    start = walk.segment_start(index)
    first = next((draft for draft in walk.drafts if draft.token >= start), None)
    if first is None or first.period is None or not first.period.moment or first.origins["period"] == "inferred" or first.period.end.year != walk.period.end.year:
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

    其中A5件，增长2%；B3件，增长1%；C2件 goes on: one part a segment. So does 其中民事案件298件，审结274件；刑事案件16件: what was done to a part is none.
    """
    start = walk.parts_from or 0
    opening = walk.row.after(start)
    if opening is not None and opening.letter == ":":
        return False
    segment = max((place for place in range(start, index) if walk.tokens[place].letter == ";"), default=start)
    told = [draft.indicator for draft in walk.drafts if draft.token > segment and draft.aspect == "level"]
    return len(told) > 1 and not all(_is_done_to(walk, done, told[0]) for done in told[1:])


def _is_done_to(walk: Walk, done: str, part: str) -> bool:
    """审结民事案件 behind 受理民事案件: whether another deed was done to the same."""
    thing, other = walk.namer.take_apart(part), walk.namer.take_apart(done)
    return bool(other.verb and other.object == (thing.object or part))


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
    if place >= walk.sentence_start and walk.row.words_between(index + 1, min(index + 2, len(walk.tokens))).startswith(walk.vocabulary.names.places_of_deeds):
        # 吴兴区达标天数29天，高新区达标天数28天: a zone is no part of the place before it.
        walk.region, walk.region_named = None, False
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
    if last or ("I" in walk.row.letters(place, index) and len(chain_of(walk.row, place, walk.vocabulary)) > 1):
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


def _begins_clause(walk: Walk, start: int) -> bool:
    previous = walk.row.before(start)
    if previous is None or previous.letter in ",;.:(" or (previous.letter == "N" and previous.role == "heading"):
        return True
    if walk.is_introduced(start) or (previous.letter == "X" and walk.row.words(start - 1) in walk.vocabulary.clauses.examples):
        # 授权量最多的是德清县1520件; 增长较快，如德清县增长25.2%
        return True
    if previous.letter == "X" and walk.row.words(start - 1) in walk.vocabulary.located:
        # 在吴兴区新建学校3所: where home did it.
        home, place = walk.setting.home, walk.tokens[start]
        before, behind = walk.row.before(start - 1), walk.row.after(start)
        if (before is not None and before.letter not in ",;.:(TD") or place.letter != "R" or behind is None or behind.letter != "X":
            return False
        return home is not None and place.value.code != home.code and walk.gazetteer.inside(place.value, home)
    if previous.letter == "X" and walk.text[previous.end - 1] in walk.vocabulary.joins and walk.row.letters(start + 1, start + 2) == "#" and "R#" in walk.row.letters(walk.row.clause_start(start), start):
        # 广东8个区与我省12个县结对: each place with those of its own that are counted.
        return True
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
    if following is not None and following.letter == "#" and walk.text.endswith(walk.vocabulary.names.partners, 0, place.start) and _is_wider(walk, place.value):
        # 与全国28个城市建立协作机制: where those are with whom home does it.
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
    joined, start = "", walk.tokens[index].start
    for word in walk.namer.words(walk.row.words(index)[:16]):
        joined += word
        if joined.endswith(walk.vocabulary.agencies) and len(joined) > 1:
            # 全国政府性基金预算收入 is of the nation.
            return not walk.gazetteer.is_adjective(walk.text, start + len(joined)) and not _acts_for_place(walk, index, joined)
        if walk.namer.is_verb(word):
            return False
    return False


def _acts_for_place(walk: Walk, index: int, office: str) -> bool:
    """江西省公安机关打掉犯罪团伙，收缴首饰1000余件, in a text of the nation: whether the office named at `index` is one of a place within home, and does something there."""
    home, place = walk.setting.home, walk.tokens[index - 1].value
    if home is None or place.code == home.code or not office.endswith(walk.vocabulary.offices) or not walk.gazetteer.inside(place, home):
        return False
    deed = walk.row.words(index)[len(office) :].lstrip()
    return bool(deed) and walk.namer.starts_with_verb(deed)


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
    if draft.kind == "rank" and walk.region is not None and _is_wider(walk, walk.region) and not _is_ranked_itself(walk, draft, walk.region):
        # 全国城市创新能力位居全国第四，上升三位: who has a place among others is no whole of them.
        region = None
    if (region is None or walk.region_token < walk.row.clause_start(draft.token)) and _is_national(walk, draft):
        region = walk.gazetteer.country()
    if draft.indicator.startswith(walk.vocabulary.names.taking_up):
        # 德清县（2680件）、安吉县（1500件），上述2县的申请量占九成: of all of them.
        region = None
    if region is not None and _sums_places(walk, draft):
        region, walk.region, walk.region_named = None, None, False
    if draft.rule in BESIDE_OTHERS and walk.than_region is not None:
        region = walk.than_region
    if region is None and walk.region is None and (told := _told_again(walk, draft)) is not None:
        # 该县茶叶产量8.6万吨，实现产值238亿元: for the clauses behind it, too.
        region = walk.region = told
    draft.region = region or walk.setting.home
    # 。其中: of the place that the sentence before names.
    named = "printed" if walk.region_token >= walk.sentence_start else "inherited"
    draft.origins["region"] = named if walk.region_named else "inferred"


def _is_ranked_itself(walk: Walk, draft: Draft, place: Division) -> bool:
    """我省授权专利3万件，排名全国第4位; 全国授权量居世界第一: whether the place is one of those that are ranked, or nobody else is spoken of (我国排名升至第31位)."""
    ranks, among = walk.vocabulary.ranks, draft.scope_region
    if among is not None:
        return among.code != place.code and walk.gazetteer.inside(place, among)
    if draft.scope:
        return place == walk.gazetteer.country() and draft.scope.startswith(ranks.abroad)
    return walk.row.words(walk.region_token).startswith(ranks.ours)


def _told_again(walk: Walk, draft: Draft) -> Division | None:
    """黄山区 of 全区经销户400家, in a text of the province whose paragraph told of 黄山区 before: the last place of the kind that the clause begins with and home is not."""
    home = walk.setting.home
    if home is None:
        return None
    start = walk.row.clause_start(draft.token)
    begun = walk.tokens[start].start
    if not walk.text.startswith(walk.vocabulary.lower_places, begun, draft.start):
        return None
    word = next(word for word in walk.vocabulary.lower_places if walk.text.startswith(word, begun))
    if walk.gazetteer.relative(word, home) is not None:
        return None
    told = (token.value for token in reversed(walk.tokens[:start]) if token.letter == "R")
    return next((place for place in told if place.name.endswith(word[-1]) and place.code != home.code and walk.gazetteer.inside(place, home)), None)


def _sums_places(walk: Walk, draft: Draft) -> bool:
    """鄞州区1256件、余姚市986件，合计占全市的42.3%: whether the clause begins with a word for a sum, behind several places that the sentence told of."""
    said = walk.row.words_between(walk.row.clause_start(draft.token), draft.token).strip()
    # 三地合计, 两地共
    behind = said[_SAID_OF_SEVERAL:] if said[:1] in _NUMERALS else ""
    if not said.startswith(walk.vocabulary.places_summed) and not behind.startswith((*walk.vocabulary.places_summed, *walk.vocabulary.places_summed_alone)):
        return False
    return len({before.region.code for before in walk.drafts if before.token >= walk.sentence_start and before.region is not None}) > 1


def locate_aim(walk: Walk, draft: Draft) -> None:
    """国内生产总值年均增长8%, as the aim of a town: what a place plans is its own, unless the words name the nation."""
    home, country = walk.setting.home, walk.gazetteer.country()
    if home is not None and home != country and draft.region == country and walk.region != country and walk.vocabulary.national.search(draft.indicator) is not None:
        draft.region = home


def _is_national(walk: Walk, draft: Draft) -> bool:
    """国内生产总值 in a province's release is the nation's, unless it is of a year when each place called its own so."""
    home, period = walk.setting.home, draft.period or walk.setting.period
    if home is None or home.level == "country" or walk.vocabulary.national.search(draft.indicator) is None or draft.indicator.startswith(walk.namer.per_output):
        # 万元国内生产总值用水量 is what a place uses for its own.
        return False
    # 全县实现国内生产总值104亿元，增长14.5%: said of the county right before.
    before = next((one for one in reversed(walk.drafts) if one.token >= walk.sentence_start and one.indicator == draft.indicator), None)
    if before is not None and before is not draft and before.region is not None and before.region.level != "country":
        return False
    # 省级一般公共预算收入增长12.8%，…，国内生产总值增长8.1%: so does one among the figures of home.
    told = [one for one in walk.drafts if one.token >= walk.sentence_start and one is not draft]
    if told and all(one.region is not None and one.region.code == home.code for one in told):
        return False
    return period is None or period.start.year >= _RENAMED
