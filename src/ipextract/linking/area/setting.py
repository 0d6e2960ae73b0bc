"""Where a whole document stands: its own region."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ipextract.lexicon import Division
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.area.home_words import HomeWords
from ipextract.linking.area.places import Gazetteer
from ipextract.linking.area.towns import town_at_head, town_in_title, town_introduced
from ipextract.reading.dates import close_up
from ipextract.reading.document import Document
from ipextract.reading.facts import PUBLISHED_BY, is_media

if TYPE_CHECKING:
    import regex

# How far from the beginning a place that is named once is still what a text is about.
_OPENING = 120
# So many counties of one city are told of as its own.
_SEVERAL = 3
# So many provinces beside each other are those of the nation.
_ALL_OVER = 4
# One of so many provinces that a text tells of is named no more often.
_TWICE = 2
# How many mentions the place in a newspaper's name counts for.
_LOCAL_PAPER = 2
# 孟州 is short for a name of three characters.
_LONGER_THAN_SHORT = 2
# Who is named within so many characters is whom a text is of.
_FIRST_WORDS = 14
# How far from the beginning such a body may be named.
_HEAD = 400
# Of what level 全区 speaks.
_DISTRICT = "district"
_LOCAL = ("county", "district")
# So often named, a place is what a text is about.
_AGAIN = 3
# 双江拉祜族佤族布朗族傣族自治县
_LONGEST_NAME = 15


def find_home(document: Document, gazetteer: Gazetteer, words: HomeWords) -> Division | None:
    """The document's own region: what its title names, else its publisher, else what its body is about.

    In a body, 全省 or 该市 says of what level the region is, and the place named most at that level is it.
    Of a name that several districts bear (西湖区) it is the one in the place that the head names, else any of them, which has no code.

    Args:
        document: the document.
        gazetteer: knows places.
        words: the words by which a document tells of what place it is.
    """
    # 第七次全国人口普查公报（绩溪县）: of whom the census was says not of whom the release is.
    title = words.census.sub("", words.level_of_accounts.sub("", close_up(document.title or "")))
    if words.of_several.search(title) is not None:
        return None
    head = []
    for block in document.blocks:
        if block.kind == "paragraph" and block.end - block.start > 60:
            break
        if block.kind == "heading":
            head.append(document.text[block.start : block.end])
    bearers: tuple[Division, ...] = ()
    for text in (title, document.metadata.get(PUBLISHED_BY, ""), _office(document.publisher), "\n".join(head[:6])):
        found = _first_place(text, gazetteer, words)
        bearers = bearers or gazetteer.bearers(text)
        if found is not None and not (found.level == "country" and (text is not title or not any(word in title for word in words.titles_of_reports))):
            if text is title and (town := town_in_title(title, found, words)) is not None:
                return town
            within = [one for one in bearers if gazetteer.inside(one, found)]
            return within[0] if len(within) == 1 else (_narrower_in(title, found, document, gazetteer, words) if text is title else None) or found
    if bearers:
        return _one_of(bearers, document.text[:_HEAD], gazetteer)
    if (town := town_at_head(title, words)) is not None:
        return town
    # So short a title is a heading.
    account = words.heads_section.fullmatch(title.strip() or "".join(head[:1]).strip())
    bearing = gazetteer.of_account(account["name"]) if account is not None and account["introduces"] else gazetteer.of_body(title)
    if bearing is not None:
        return bearing
    body = _body_of(document, words)
    if _is_of_nation(body.removeprefix(title).lstrip(), gazetteer, words):
        # 最高人民法院今天在重庆发布白皮书: of the nation, wherever it was published.
        return gazetteer.country()
    # 上海海关召开发布会，…, below a headline of no place
    return _spoken_of(document, title, body, gazetteer, words) or gazetteer.of_office(body.removeprefix(title).lstrip())


def _spoken_of(document: Document, title: str, body: str, gazetteer: Gazetteer, words: HomeWords) -> Division | None:
    """What a body without a place in its title is about: whose bodies speak in it, else the place named most at the level of 全市 or 全县."""
    votes, named = _places_named(body, gazetteer, words)
    level = _own_level(body, votes, named, gazetteer, words)
    if (town := _town_spoken_of(title, body, votes, named, gazetteer, words)) is not None:
        return town
    paper = _place_of_paper(document.publisher, level, gazetteer, words)
    if paper is not None and (paper.code in votes or (level is not None and gazetteer.speaks_of_itself(paper, level))):
        votes[paper.code] += _LOCAL_PAPER
        named[paper.code] = paper
    # 区十四届四次全委会: 全区 is a district's, where its bodies speak.
    autonomous = any(word in body for word in words.autonomous) and words.of_district.search(body) is None

    def may_be(division: Division) -> bool:
        """Whether the words for home may mean it; 全区 is said in a city of 宁夏 of all 宁夏."""
        return gazetteer.speaks_of_itself(division, level) or (
            autonomous and (_is_autonomous(division, words) or (level == "district" and gazetteer.in_autonomous_region(division)))
        )

    if (first := _named_again(votes, named, level, body, gazetteer)) is not None:
        return first
    candidates = [code for code, _ in votes.most_common() if may_be(named[code])]
    if not candidates and level in _LOCAL and (within := _within_city(body, named, level, gazetteer)) is not None:
        return within
    speaking = _speaking(body, gazetteer, words.own_bodies)
    if speaking is not None and speaking.code in candidates and 2 * votes[speaking.code] >= votes[candidates[0]]:
        return speaking
    source = _speaking(body, gazetteer, words.source)
    if source is not None and source.code in candidates and gazetteer.inside(source, named[candidates[0]]):
        # 从莱西市商务局获悉: how often the city in which it lies is named says not of whom the text is.
        return source
    if not candidates and level in ("city", "county", "district") and (own := _by_own_bodies(title, body, level, gazetteer, words)) is not None:
        return own
    # 占全省45%: it is of a place in a province, and so of the only one that it names.
    is_within = level is None and gazetteer.is_measured_within(body)
    if candidates and not (is_within and len(named) == 1) and _is_in_passing(named[candidates[0]], votes[candidates[0]], level, body, gazetteer, words):
        candidates = []
    if not candidates and level == "city" and (city := _city_of_all(named, gazetteer)) is not None:
        return city
    if not candidates and ((level is None and gazetteer.is_of_town(body)) or any(word in title for word in words.of_town)):
        # 全镇实现国内生产总值47亿元: of a town that has no name here.
        return None
    if level is None and _names_all_over(votes, named) and (words.national.search(body) or words.each_province.search(body)):
        return gazetteer.country()
    # 评选甘肃省专利奖, in a text that says 全省
    if not candidates and level == "province" and (alone := _city_alone(votes, named) or gazetteer.only_in_names(body, level)) is not None:
        return alone
    if not candidates and (level is not None or is_within):
        # 我市…全国十大精品案件: of a city that the text nowhere names, and not of the nation.
        return None
    if level is None and not is_within and (not candidates or len(words.national.findall(body)) >= votes[candidates[0]]):
        national = words.national.search(body) or (not candidates and (any(figure in body for figure in words.national_figures) or gazetteer.is_national(f"{title}\n{body[: 3 * _OPENING]}")))
        return gazetteer.country() if national else None
    return named[candidates[0]]


def _own_level(body: str, votes: Counter[str], named: dict[str, Division], gazetteer: Gazetteer, words: HomeWords) -> str | None:
    """The level that words like 全省 speak of as the text's own.

    全国共检查市场8万个。四川在全省开展行动，…。重庆出动600人: none where a text of the nation says 全省 but once, of one of the provinces that it tells of.
    """
    level, provinces = gazetteer.level_spoken_of(body), [place for place in named.values() if place.level == "province"]
    is_of_another = level == "province" and len(provinces) > 1 and gazetteer.times_spoken_of(body, level) == 1 and len(words.national.findall(body)) >= len(provinces)
    # 全国共出动五十万人次。陕西在全省开展行动。重庆出动六百人。山西全省收缴图书。广西出动四千人次: each of its own.
    is_of_each = level == "province" and len(provinces) >= _ALL_OVER and words.national.search(body) is not None and all(votes[place.code] <= _TWICE for place in provinces)
    return None if is_of_another or is_of_each else level


def _town_spoken_of(title: str, body: str, votes: Counter[str], named: dict[str, Division], gazetteer: Gazetteer, words: HomeWords) -> Division | None:
    """院桥镇 of a text that says 全镇: the town in its title or its first words, in the county that it names most; also of one that names it again and again, if by its short name."""
    around = next((named[code] for code, _ in votes.most_common() if named[code].level == "county"), None)
    introduced = town_introduced(body, around, words)
    if gazetteer.is_of_town(body):
        return town_in_title(title, None, words) or introduced
    # 新桥 of 新桥街道: by its short name, too.
    short = next((introduced.name.removesuffix(end) for end in words.town_names if introduced.name.endswith(end)), "") if introduced is not None else ""
    return introduced if introduced is not None and f"{title}\n{body}".count(short if len(short) >= _LONGER_THAN_SHORT else introduced.name) >= _AGAIN else None


def _within_city(body: str, named: dict[str, Division], level: str, gazetteer: Gazetteer) -> Division | None:
    """海拉尔区 of a text that says 全区 and tells of 呼伦贝尔市 and 海拉尔: the one place of its level that it names by its short name, in the one city that it names."""
    cities = [place for place in named.values() if place.level == "prefecture"]
    if len(cities) != 1:
        return None
    hits = (gazetteer.at(body, position, cities[0]) for position in range(len(body)))
    found = {hit[1].code: hit[1] for hit in hits if hit is not None and gazetteer.speaks_of_itself(hit[1], level) and gazetteer.inside(hit[1], cities[0])}
    return next(iter(found.values())) if len(found) == 1 else None


def _city_of_all(named: dict[str, Division], gazetteer: Gazetteer) -> Division | None:
    """湖州市 of a text that says 全市 and tells of 德清县, 长兴县 and 安吉县: the one city in which all counties lie that it names."""
    counties = [one for one in named.values() if one.level == "county"]
    cities = {city.code: city for one in counties if (city := gazetteer.around(one, ("prefecture",))) is not None}
    return next(iter(cities.values())) if len(counties) >= _SEVERAL and len(cities) == 1 else None


def _is_of_nation(body: str, gazetteer: Gazetteer, words: HomeWords) -> bool:
    """Whether a body of the nation speaks first, of the nation or of no place that is named beside it."""
    if not gazetteer.is_national(body[:_FIRST_WORDS]) or (gazetteer.level_spoken_of(body) is None and gazetteer.is_measured_within(body)):
        # 国家知识产权局公布名单，…，太原市专利授权量占全省的45%: whoever published, it is of a place in a province.
        return False
    return words.national.search(body) is not None or (gazetteer.level_spoken_of(body) is None and not _places_named(body[:_OPENING], gazetteer, words)[0])


def _named_again(votes: Counter[str], named: dict[str, Division], level: str | None, body: str, gazetteer: Gazetteer) -> Division | None:
    """良庆区 of a text that opens with its name and has it again and again, where all that is said of a city are the bodies above it (市委、市政府)."""
    most = next(iter(votes.most_common(1)), None)
    if most is None or level != "city" or most[1] < _AGAIN:
        return None
    place = named[most[0]]
    above = gazetteer.times_spoken_of(body, level)
    # 全区总面积695平方公里 beside 市委、市政府: it speaks of itself, too.
    says_so = gazetteer.speaks_of_itself(place, _DISTRICT) and place.name.endswith(gazetteer.districts) and gazetteer.times_spoken_of(body, _DISTRICT) > 0
    own = place.level == "county" and ((place.name in body[:_OPENING] and most[1] > 2 * above) or (says_so and most[1] > above))
    return place if own else None


def _city_alone(votes: Counter[str], named: dict[str, Division]) -> Division | None:
    """金华市 of a text that says 全省 and names again and again no city but this: what it holds against the whole province is its own."""
    cities = [code for code, place in named.items() if place.level == "prefecture"]
    return named[cities[0]] if len(cities) == 1 and votes[cities[0]] >= _AGAIN and not any(place.level == "province" for place in named.values()) else None


def _speaking(body: str, gazetteer: Gazetteer, bodies: regex.Pattern[str]) -> Division | None:
    """固原市 of 据固原市统计局数据: the first place one of whose `bodies` is named, not far from the beginning."""
    for found in bodies.finditer(body, 0, _HEAD):
        for start in range(max(0, found.start() - _LONGEST_NAME), found.start() - 1):
            hit = gazetteer.at(body, start, None)
            if hit is not None and hit[0] == found.start() and hit[1].level != "country":
                return hit[1]
    return None


def _is_in_passing(place: Division, votes: int, level: str | None, body: str, gazetteer: Gazetteer, words: HomeWords) -> bool:
    """视察山西重要讲话, 高平市获批…: whether a place is named once, by its short name or far from the beginning, and so not what a text calls its own."""
    if votes > 1 or place.name in body[:_OPENING]:
        return False
    if level is None:
        autonomous = any(word in body for word in words.autonomous)
        return not (autonomous and _is_visited(body, place, gazetteer, words))
    return level == "city" and place.level == "county" and place.name in body


def _place_of_paper(publisher: str | None, level: str | None, gazetteer: Gazetteer, words: HomeWords) -> Division | None:
    """南阳日报 writes of 南阳 first of all, and its 全市 is 南阳 without the name; 全省 in a paper of 长沙 is 湖南."""
    if publisher is None or not is_media(publisher):
        return None
    paper = _first_place(publisher, gazetteer, words) or gazetteer.of_paper(publisher)
    return gazetteer.around(paper, (level,)) if paper is not None and level == "province" else paper


def _body_of(document: Document, words: HomeWords) -> str:
    """The first pages, without what is printed around them and without where a report was filed."""
    text = "\n".join(document.text[block.start : block.end] for block in document.blocks if block.kind not in ("metadata", "furniture"))
    return words.dateline.sub("", close_up(text[:6000]))


def _narrower_in(title: str, found: Division, document: Document, gazetteer: Gazetteer, words: HomeWords) -> Division | None:
    """西安市 of 数说陕西经济 上半年西安市生产总值4575亿元, where the text speaks of 全市: a place within the one that the title names first."""
    level = gazetteer.level_spoken_of(_body_of(document, words)) if found.level == "province" else None
    if level is None or gazetteer.speaks_of_itself(found, level):
        return None
    hits = (gazetteer.at(title, position, found) for position in range(len(title)))
    return next((hit[1] for hit in hits if hit is not None and gazetteer.inside(hit[1], found) and gazetteer.speaks_of_itself(hit[1], level)), None)


def _by_own_bodies(title: str, body: str, level: str, gazetteer: Gazetteer, words: HomeWords) -> Division | None:
    """理县 of 理县十三届人大二次会议: whose bodies the head names, though its name is that of several, is ordinary text, or is none of today's table."""
    head = f"{title}\n{body[:_HEAD]}"
    found = words.named_for_bodies.search(head)
    if found is None or (found["name"].endswith(words.cities) and level != "city") or gazetteer.at(head, found.start("name"), None) is not None:
        return None
    bearers = gazetteer.bearing(found["name"])
    if bearers:
        return _one_of(bearers, head, gazetteer)
    return Division("", found["name"], COUNTRY, "county", (), common=False) if f"{title}\n{body}".count(found["name"]) > 1 else None


def _one_of(bearers: tuple[Division, ...], head: str, gazetteer: Gazetteer) -> Division:
    """The one of `bearers` that lies in a city named in the head (深圳新闻网 of 龙华区), else any of them."""
    cities = [one for one in bearers if any(name in head for name in gazetteer.names_above(one))]
    return cities[0] if len(cities) == 1 else gazetteer.any_of(bearers)


def _places_named(body: str, gazetteer: Gazetteer, words: HomeWords) -> tuple[Counter[str], dict[str, Division]]:
    """How often `body` names each place but the country, by code, and which they are."""
    votes: Counter[str] = Counter()
    named: dict[str, Division] = {}
    position = 0
    while (position := gazetteer.opening(body, position)) < len(body):
        # 《河北法院知识产权司法保护状况》 names a province too.
        hit = gazetteer.at(body, position, None) or gazetteer.seat(body, position, None)
        if hit is None:
            position += 1
            continue
        begun, (position, division) = position, hit
        if division.level != "country" and not body.endswith(words.surpassing, 0, begun):
            # 总量首次超过肥东县: who was surpassed is not of whom the text is.
            votes[division.code] += 1
            named[division.code] = division
    for code, division in named.items():
        # 孟州 behind 孟州市: the short name of a county that is named in full may be a word of any kind elsewhere.
        if division.level == "county" and len(division.name) > _LONGER_THAN_SHORT:
            # 连云 of 连云区 in 连云港市: not where it begins another of the names.
            short = division.name[:-1]
            longer = {other.name[:-1] for other in named.values() if other.name[:-1] != short and other.name.startswith(short)}
            votes[code] = max(votes[code], body.count(short) - sum(map(body.count, longer)))
    return votes, named


def _names_all_over(votes: Counter[str], named: dict[str, Division]) -> bool:
    """Whether a text names one province beside the other, and none of them as often as the others together: it is of none of them."""
    return len(votes) >= _ALL_OVER and 2 * max(votes.values()) < votes.total() and all(one.level == "province" for one in named.values())


def _is_autonomous(division: Division, words: HomeWords) -> bool:
    """广西壮族自治区 speaks of itself as 全区."""
    return division.level == "province" and division.name.endswith(words.regions)


def _is_visited(body: str, division: Division, gazetteer: Gazetteer, words: HomeWords) -> bool:
    """考察宁夏重要讲话, beside 自治区党委: whether an autonomous region that speaks of itself is the one that `body` says was visited."""
    visit = words.visit.search(body) if _is_autonomous(division, words) else None
    found = gazetteer.at(body, visit.end(), None) if visit is not None else None
    return found is not None and found[1] == division


def _office(publisher: str | None) -> str:
    """The publisher, unless it is a newspaper, which writes of other places too."""
    return "" if publisher is None or is_media(publisher) else publisher


def _first_place(text: str, gazetteer: Gazetteer, words: HomeWords) -> Division | None:
    """The narrowest place of the first run of places in `text`; a year or a bracket may stand between two."""
    best: Division | None = None
    position = 0
    while position < len(text):
        hit = gazetteer.at(text, position, best) or gazetteer.seat(text, position, best)
        if hit is None:
            if best is not None:
                between = words.between_places.match(text, position)
                hit = gazetteer.at(text, between.end(), best) if between else None
                if hit is None or not gazetteer.inside(hit[1], best):
                    return best
            else:
                position += 1
                continue
        if text.startswith(words.papers, hit[0]):
            # 郑州日报报道河南省专利: a newspaper writes of other places too.
            position = hit[0]
            continue
        position, division = hit
        if best is not None and best.level == division.level and best != division:
            # 德阳绵阳获批: the first of two beside each other.
            return best
        best = division
    if best is None and words.national.search(text):
        return gazetteer.country()
    return best
