"""Among whom a place in a row is taken: 位列全省第二位, 跻身全国县域百强第86位."""

from __future__ import annotations

from typing import NamedTuple

from ipextract.lexicon import Division
from ipextract.linking.endings import without_end
from ipextract.linking.indicator.anatomy import without_bracket
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.state import Ranking
from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily

# What is ranked has more characters.
_SHORTEST = 2
# 各县（市）区、开发区
_SEVERAL = frozenset("X/()J")
# 六县市, 12个县区
_SO_MANY = lazily(compiled, r"(?:\d{1,2}|[两三四五六七八九十]{1,3})个?[\u4e00-\u9fff]{1,10}$")


class Among(NamedTuple):
    """Among whom, where it is said in front of the verb of rank."""

    text: str
    region: Division | None


def place_of_occasion(walk: Walk, start: int, stop: int) -> Among | None:
    """全省 of 在全省营商环境评价中: the place right behind the preposition."""
    opening = next((place for place in range(start, stop - 1) if walk.row.words(place).strip("，") in walk.vocabulary.located), None)
    place = walk.tokens[opening + 1] if opening is not None else None
    return Among(walk.text[place.start : place.end], place.value) if place is not None and place.letter == "R" else None


def board(walk: Walk, found: str) -> str:
    """全国区域品牌价值榜 of 全国区域品牌价值榜上: the list in which the places stand, without the word that says so; empty where the words name none."""
    name = without_end(found, walk.vocabulary.ranks.on_boards)
    return name if name.endswith(walk.vocabulary.ranks.boards) and len(name) > _SHORTEST else ""


def among_alone(walk: Walk, start: int, stop: int) -> Among | None:
    """在全市九县（区）中, 在全省、全市, 六县市: among whom, where the words before the verb of rank say nothing else."""
    while start < stop and walk.tokens[start].letter in "RT,":
        # 我市在45个参评城市中排名第六: whose place it is stands in front.
        start += 1
    text = walk.row.words_between(start, stop).strip("，")
    if text[:1] not in walk.vocabulary.located:
        # 11个沿海城市中排名第三
        so_many = without_end(walk.row.words_between(walk.row.clause_start(stop), stop), walk.vocabulary.names.among_ends)
        # 5个园区位居全省前十 tells of the parks, where nothing was said before.
        spoken = walk.frame is not None and walk.frame.sentence == walk.sentence
        return Among(so_many, None) if spoken and _SO_MANY.match(so_many) and so_many.endswith(walk.vocabulary.ranks.peers) else None
    text, each = text[1:], walk.vocabulary.ranks.each
    for ending in walk.vocabulary.names.among_ends:
        text = text.removesuffix(ending)
    text = next((text.removesuffix(word) for word in each if text.endswith(word)), text)
    places = walk.row.places(start, stop)
    named = {walk.text[place.start : place.end] for place in places}
    if without_bracket(text).endswith(walk.vocabulary.ranks.peers) or all(piece in named or piece in walk.vocabulary.ranks.scopes for piece in text.split("、")):
        return Among(text, places[0].value if places else None)
    return None


def among_counted(walk: Walk) -> Among | None:
    """全省21个地市 of 在全省21个地市中，我市居第3位: those whom an earlier clause of the sentence counts, where they are such as are ranked."""
    counted = next((draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.indicator == walk.among), None)
    if counted is None:
        return None
    stop = next((place for place in range(counted.token, len(walk.tokens)) if walk.tokens[place].letter in CLAUSE_ENDS), len(walk.tokens))
    return among_alone(walk, walk.row.clause_start(counted.token), stop)


def among_sharers(walk: Walk, ranking: Ranking) -> Ranking:
    """获奖数占全省的三分之一，高居首位: a place without a scope is taken in what the number right before it is a share of, where that is a place: 全省."""
    last = walk.drafts[-1] if walk.drafts else None
    if ranking.scope or last is None or last.aspect != "share" or last.token < walk.sentence_start or last.indicator != ranking.name or not last.whole:
        return ranking
    places = walk.row.places(walk.row.clause_start(last.token), last.token)
    whole = next((place for place in places if walk.text[place.start : place.end] == last.whole), None)
    return ranking if whole is None else ranking._replace(scope=last.whole, region=whole.value)


def start_of_rank(walk: Walk, start: int, index: int) -> int:
    """居各县（市）区、开发区之首: the first token of the words before a place in a row, also where those among whom it is taken are several; else `start`."""
    before = walk.tokens[start - 1] if start else None
    if before is None or before.letter not in "/)" or walk.row.letters(start, index) != "X" or not walk.row.words(start).endswith(walk.vocabulary.ranks.peers):
        return start
    first = walk.row.clause_start(index)
    verb = first + walk.row.letters(first, start).rfind("K")
    is_among = verb >= first and set(walk.row.letters(verb + 1, start)) <= _SEVERAL and walk.row.words(verb + 1).startswith(walk.vocabulary.ranks.each)
    return first if is_among else start


def start_of_scope(walk: Walk, start: int, index: int) -> int:
    """The first token of the scope that stands right before a place without a verb."""
    position = first_place(walk, start, index)
    if position == index and walk.row.letters(start, index) == "RX" and follows_rank(walk, start):
        # 跻身全国县域百强第86位、全国工业百强第84位
        return start
    if position == index and index > start and walk.tokens[index - 1].letter == "X" and walk.row.words(index - 1).endswith(walk.vocabulary.ranks.scopes):
        # 升至全国地级市第十七位: a place may stand in front of them.
        return first_place(walk, start, index - 1)
    return position


def first_place(walk: Walk, start: int, index: int) -> int:
    """The first of the places right before `index`."""
    position = index
    while position > start and walk.tokens[position - 1].letter == "R":
        position -= 1
    return position


def noun_of_place(walk: Walk, start: int, verb: int) -> int:
    """全国|排名|仍|列第三十位: the noun in front of the verb of rank, which stands behind those among whom; the verb itself where there is none."""
    noun = verb - 1
    if noun > start and walk.row.words(noun) in walk.vocabulary.ranks.still:
        noun -= 1
    return noun if noun > start and walk.tokens[noun].letter == "K" and walk.row.words(noun) in walk.vocabulary.ranks.nouns else verb


def outer_place(walk: Walk, start: int, verb: int) -> int:
    """授权量全省排名第6: the place before the verb, where home lies in it and it is not home itself; else the verb."""
    place, home = walk.tokens[verb - 1] if verb > start else None, walk.setting.home
    if place is not None and walk.row.words(verb - 1).startswith(walk.vocabulary.ranks.ours):
        return verb
    told = next((draft.region for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.region is not None), None)
    # 柯桥区医生3200人，全市排名第二, in a text of the city: of whom it is told lies in the place.
    home = told or home
    if home is None and place is not None and walk.row.words(verb - 1).strip() in walk.vocabulary.ranks.scopes:
        # 全市排名第七 of a county that the text does not name.
        return verb - 1
    if home is not None and verb - 1 > start and place is not None and place.letter == "X" and walk.tokens[verb - 2].letter == "R" and walk.row.words(verb - 1).strip() in walk.vocabulary.ranks.scopes:
        # 全市各区排名第二
        return verb - 2
    if place is None or place.letter != "R" or home is None or place.value.code == home.code or not walk.gazetteer.inside(home, place.value):
        return verb
    return verb - 1


def outer_at_head(walk: Walk, start: int) -> tuple[str, Division, int] | None:
    """全省 of 全省专利授权排名第三, in a text of a city: among whom, and its token, where a place in which home lies stands in front of what is ranked."""
    place, home = walk.tokens[start], walk.setting.home
    said = walk.row.words(start).strip()
    if place.letter != "R" or home is None or said.startswith(walk.vocabulary.ranks.ours) or said not in walk.vocabulary.ranks.scopes or place.value.code == home.code or not walk.gazetteer.inside(home, place.value):
        return None
    return said, place.value, start


def scope_of(walk: Walk, first: int, index: int, *, ahead: bool = False) -> tuple[str | None, Division | None]:
    """Among whom: 全省, 副省级城市, 全市22个县区; and the division that it names. `ahead` of the walk, how many they are has no role yet."""
    letters = "RXN#" if ahead else "RXN"
    text = "".join(walk.row.words(place) for place in range(first, index) if walk.tokens[place].letter in letters or walk.tokens[place].role == "qualifier")
    if "/" in walk.row.letters(first, index) and set(walk.row.letters(first, index)) <= _SEVERAL:
        # 各县（市）区、开发区: as printed.
        text = walk.row.words_between(first, index)
    text = walk.vocabulary.ranks.streak.sub("", text).strip("的，、 ")
    for word in walk.vocabulary.ranks.scope_edges:
        text = text.removeprefix(word).removesuffix(word) if len(text) > len(word) else text
    if not text or text in walk.vocabulary.from_words:
        # 位次由第一位下滑到第六位
        return None, None
    places = walk.row.places(first, index)
    text = text.removesuffix("的")
    return without_end(text, walk.vocabulary.ranks.idle), places[0].value if places else None


def follows_rank(walk: Walk, start: int) -> bool:
    """Whether a pause alone parts the words from the place in a row before them."""
    return walk.last_rank is not None and walk.last_rank.token == start - 2 and walk.tokens[start - 1].letter == "/"


def assessed(walk: Walk, scope: str, region: Division | None) -> tuple[str, str | None, Division | None]:
    """获得全省营商环境评价第一名: an assessment is by what places are ranked, and among whom stands in front of it, where its words begin with such; the name, the scope and its region."""
    among = next((word for word in walk.vocabulary.ranks.scopes if scope.startswith(word) and len(scope) - len(word) > _SHORTEST), "")
    return (scope.removeprefix(among), among, region) if among else (scope, None, None)


def peers_assessed(walk: Walk, found: str) -> Among | None:
    """国家高新区 of 国家高新区综合评价: among whom, where the words of an assessment begin with such; None where they do not."""
    peers = walk.namer.longest_group(found)
    return Among(peers, None) if len(peers) > _SHORTEST and peers.endswith(walk.vocabulary.ranks.peers) else None
