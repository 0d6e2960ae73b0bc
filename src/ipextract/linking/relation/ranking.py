"""Places in a row: 位列全省第二位, 连续五年保持全国第一."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.linking.before_number import clean_label, raw_label
from ipextract.linking.counted import bound_of_each
from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft, Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.bounded import measure_of_bound
from ipextract.linking.indicator.ellipsis.winners import won_by
from ipextract.linking.lists.medals import where_won
from ipextract.linking.lists.names import distribute
from ipextract.linking.recording import record, settle
from ipextract.linking.relation.rank_names import (
    measured_before_scope,
    measured_behind_place,
    measured_next,
    named_by_scope,
    of_board,
    part_scope,
    rank_name,
    ranked_by_report,
    split_peers,
    told_behind_whom,
    without_overtaken,
    won_with_measure,
)
from ipextract.linking.relation.rank_places import names_before, places_before, ranked_places
from ipextract.linking.relation.rank_scopes import (
    Among,
    among_alone,
    among_counted,
    among_sharers,
    assessed,
    board,
    follows_rank,
    noun_of_place,
    outer_at_head,
    outer_place,
    peers_assessed,
    place_of_occasion,
    scope_of,
    start_of_rank,
    start_of_scope,
)
from ipextract.linking.state import Ranking
from ipextract.linking.walk import Walk
from ipextract.numbers.numerals import chinese
from ipextract.rules.readings import LEVEL, RATE
from ipextract.rules.tokens import Place, Token

# 中等城市第二: the peers in front of a place, in characters at most.
_PEERS = 8
# 全国百强: words between the verb and the noun.
_AMONG = ("X", "R", "RX")
# How many tokens behind a number the verb of the place may stand that was won with it.
_WON = 6


def read_rank(walk: Walk, index: int) -> None:
    """A place in a row is a claim behind a verb of rank, a scope, or 由; else it is an ordinal."""
    token, start = walk.tokens[index], start_of_rank(walk, walk.window(index), index)
    if index in walk.ranked:
        _state_rank(walk, index, walk.ranked[index])
    elif token.value.bound == "at_most" and walk.text.startswith(walk.vocabulary.names.all_of[-1], token.end):
        # 居前五位的分别为服装、家电: who they are, and no place.
        token.role = "ordinal"
    elif walk.drafts and (last := walk.drafts[-1]).aspect == "level" and last.token >= walk.sentence_start and bound_of_each(walk, last.token) == index:
        # 7家企业跻身全国专利申请量前十位: which of them are counted.
        token.role = "qualifier"
    elif (told := told_behind_whom(walk, start, index)) is not None:
        _state_rank(walk, index, told)
    else:
        _read_place(walk, index, token, start)


def _read_place(walk: Walk, index: int, token: Token, start: int) -> None:
    letters = walk.row.letters(start, index)
    # 产量占全国首位: here the word of a share is one of rank.
    verb = letters.rfind("K") if "K" in letters else letters.rfind("A")
    scope_stop = index
    if (first := letters.find("K")) < verb and walk.row.words(start + verb) in walk.vocabulary.ranks.nouns and (not letters[:first].strip("TNR,") or letters[first + 1 : verb] in _AMONG):
        # 居全国创新指数排名第六位, 综合实力进入全国百强排名前十: the noun right before the place is no second verb.
        verb, scope_stop = first, start + verb
    scope_start = start + verb + 1 if verb >= 0 else start_of_scope(walk, start, index)
    scope, region = scope_of(walk, scope_start, scope_stop)
    if verb >= 0 and (not scope or scope in walk.vocabulary.names.among_ends):
        # 在全国省份排名中升至第5位
        noun = noun_of_place(walk, start, start + verb)
        scope_start = outer_place(walk, start, noun)
        scope_start, stop = (scope_start, noun) if scope_start < noun else (start + verb, start + verb)
        scope, region = scope_of(walk, scope_start, stop)
        verb = scope_start - start
    if not scope and walk.topic and walk.topic.endswith(walk.vocabulary.ranks.peers):
        # 在全国15个副省级城市中，我市居第9位.
        scope = walk.topic
    if not scope and walk.among and (counted := among_counted(walk)) is not None:
        scope, region = counted.text, counted.region
    beside = _beside_last(walk, start, index) if verb < 0 and not scope else None
    # 由第三位升至第二位: the words of the change are enough.
    head = letters[: scope_start - start] if verb < 0 else letters
    # 升至2024年上半年的第三位
    said = walk.row.words(start + len(head) - 1).strip() if head.endswith(("TX", "ZX", "YX")) else ""
    # 升到今年排行榜的第三位
    head = head[:-1] if said.endswith("的") and without_end(said.removesuffix("的"), walk.vocabulary.ranks.boards) == "" else head
    moves = head.rstrip("TN")[-1:] in ("Y", "Z")
    if verb < 0 and not scope and not moves and beside is None:
        token.role = "ordinal"
        return
    label_stop = start + max(letters.rfind("Y"), letters.rfind("Z")) if moves else scope_start
    label, among = _rank_label(walk, start, start + verb if verb >= 0 else label_stop)
    label = without_overtaken(walk, label)
    label = won_with_measure(walk, start, where_won(walk, label) + label)
    if among is not None and not scope:
        scope, region = among.text, among.region
    scope, region, scope_start = (verb > 1 and label and not scope and outer_at_head(walk, start)) or (scope, region, scope_start)
    if scope and (region is None and not moves if verb < 0 else measured_before_scope(walk, scope)):
        label, scope = part_scope(walk, label, scope)
    if among is None and not walk.namer.has_measure(label) and scope and region is not None:
        label, scope = measured_behind_place(walk, label, scope, walk.row.places(scope_start, index), goes_on=follows_rank(walk, start))
    if among is None and not label and scope and scope.endswith(walk.vocabulary.ranks.assessments):
        label, scope, region = assessed(walk, scope, region)
    label, scope = _led_by(walk, label, scope, is_of_place=verb < 0 or region is not None)
    name = rank_name(walk, label, of_all="J" in letters)
    if beside is not None:
        name, scope, region = beside
    goes_on = not label and verb < 0 and follows_rank(walk, start) and walk.last_rank is not None and _is_ranked_in_words(walk, walk.last_rank) and bool(scope) and bool(named_by_scope(walk, scope or "", verb=True)[0])
    # 荣登全国百强县榜首，位居全国百强县投资潜力第3: the words behind the peers say what is ranked.
    _, peers = named_by_scope(walk, scope or "", verb=True)
    names_itself = verb >= 0 and not label and scope is not None and scope != "" and (walk.namer.has_measure(scope) if peers is None else peers != scope)
    if scope and region is None and (not name or scope == name or goes_on or names_itself):
        # 跻身全国县域百强第86位、全国工业百强第84位: the verb is of both.
        name, scope = named_by_scope(walk, scope, verb=verb >= 0 or goes_on)
    if moves and not label and walk.last_rank is not None and "Z" in letters:
        name = walk.last_rank.indicator
    if not name:
        token.role = "unresolved" if verb >= 0 else "ordinal"
        return
    name = _share_places(walk, index, start, verb, Ranking(name, scope, region), named=bool(label))
    name = measured_next(walk, index, ranked_by_report(walk, _of_thing_behind(walk, index, name)))
    draft = _state_rank(walk, index, among_sharers(walk, Ranking(name, scope, region)))
    if any(token.letter == "T" and walk.text[:token.start].endswith(walk.vocabulary.from_words) for token in walk.tokens[start:index]):
        # 由上年第四位升至第二位: the year is that of the place it left.
        walk.period = walk.lasting
    _return_from_scope(walk, draft, scope_start, index)
    if label and not walk.namer.is_anaphor(label):
        walk.speak_of(name, draft)


def _return_from_scope(walk: Walk, draft: Draft, first: int, index: int) -> None:
    """每千人医生数4.4人，全市排名第二；每千人病床数5.6张: the place among whose something is ranked, from `first` on, is not that of what comes next."""
    if draft.scope and first <= walk.region_token < index:
        before = next((one for one in reversed(walk.drafts) if one is not draft and one.token >= walk.sentence_start), None)
        walk.region, walk.region_named = (before.region if before is not None and before.region != walk.setting.home else None), False


def _led_by(walk: Walk, label: str, scope: str | None, *, is_of_place: bool) -> tuple[str, str | None]:
    """海湾重工专利申请量 of 海湾重工获得专利申请量第一: by what it leads stands right before the place, and among whom nowhere."""
    namer = walk.namer
    if is_of_place or not scope or not label or not namer.has_measure(scope) or namer.has_measure(label) or namer.is_anaphor(label):
        return label, scope
    return label + namer.clean(scope), None


def _share_places(walk: Walk, index: int, start: int, verb: int, ranking: Ranking, *, named: bool) -> str:
    """What is ranked at `index`; the walk keeps for the places behind, which share the words in front with it, what each of them is of."""
    shared = _shared_from(walk, index, start, verb, named=named)
    name, scope, region = ranking
    members = _rank_members(walk, index) if shared >= 0 else []
    places, of_each = ranked_places(walk, start, start + max(shared, 0), len(members))
    if places:
        name = of_each
        walk.placed.update(zip(members, places, strict=True))
        walk.ranked.update(dict.fromkeys(members[1:], Ranking(name, scope, region)))
    elif shared >= 0:
        # 增速在全市排名分别为第3位、第9位: what is ranked stands before the verb.
        told = raw_label(walk, start, start + (shared if verb < 0 else min(shared, verb)))
        told = without_end(without_end(told, walk.vocabulary.ranks.nouns).removesuffix(scope or ""), walk.vocabulary.names.located)
        name = _name_ranks(walk, index, told, Ranking(name, scope, region))
    return name


def _shared_from(walk: Walk, index: int, start: int, verb: int, *, named: bool) -> int:
    """How far behind `start` the words end that several places share: before 分别, 分列, or before the verb where the sentence told of as many things; negative where none do."""
    shared = walk.row.letters(start, index).find("I")
    if shared >= 0 or not 0 <= verb < index - start:
        return shared
    if walk.row.words(start + verb) in walk.vocabulary.ranks.sharing_out:
        return verb
    count = len(_rank_members(walk, index))
    if count > 1 and named:
        # 商标申请量、注册量位居全省第五、第六位
        return verb if distribute(raw_label(walk, start, start + verb), count, walk.namer) is not None else -1
    # 申请、授权量分别为…，位居全国第一、第二
    return verb if count > 1 and names_before(walk, count) is not None else -1


def _of_thing_behind(walk: Walk, index: int, name: str) -> str:
    """出口额排名第二的是农产品 → 农产品出口额: whose place it is, where the words behind the number say so and that is no place."""
    following = walk.row.after(index)
    if following is None or following.letter != "X" or not walk.namer.has_measure(name):
        return name
    words = walk.text[following.start : following.end]
    link = next((word for word in walk.vocabulary.clauses.introduced if words.startswith(word)), "")
    thing = walk.namer.clean(words.removeprefix(link)) if link else ""
    if thing and walk.foremost.end >= 0 and walk.foremost.sentence >= walk.sentence - 1 and walk.frame is not None and name == walk.frame.name:
        # 产值最高的是化工，为45.2亿元；排名第三的是建材，为28.1亿元: of the same as those before it, and so is the number behind.
        walk.foremost = walk.foremost._replace(end=index + 2, who=thing, sentence=walk.sentence)
        return join(thing, walk.foremost.measure) if walk.foremost.measure else walk.namer.compose(thing, walk.frame.parts)
    return thing + name if thing and not walk.namer.has_measure(thing) and not walk.namer.starts_with_verb(thing) else name


def _beside_last(walk: Walk, start: int, index: int) -> Ranking | None:
    """居全省第二、苏中第一: a second place of the same among others, whom the words between name."""
    last = walk.last_rank
    if last is None or start + 1 != index or start - 2 != last.token or walk.tokens[start - 1].letter not in "/," or walk.tokens[start].letter != "X":
        return None
    among = walk.row.words(start)
    if last.scope and last.scope.endswith(last.indicator):
        # 跻身全国县域百强第86位、全国工业百强第84位: each is a ranking of its own.
        name, scope = named_by_scope(walk, among, verb=True)
        if name:
            return Ranking(name, scope, None)
    if len(among) > 1 and walk.tokens[start - 1].letter == "/" and _is_ranked_in_words(walk, last) and not walk.namer.starts_with_verb(among):
        # 位居全国百强县投资潜力第3、城镇化质量第4: what is ranked stands right before each place.
        return Ranking(among, last.scope, last.scope_region)
    if not 1 < len(among) <= _PEERS or walk.namer.has_measure(among) or walk.namer.starts_with_verb(among):
        return None
    return Ranking(last.indicator, among, None)


def _is_ranked_in_words(walk: Walk, last: Draft) -> bool:
    """位居投资潜力第3位, and not 业务量居全省第六位: whether what was ranked stands right before its place."""
    return walk.text.endswith(last.indicator, 0, walk.tokens[last.token].start)


def leads_rank(walk: Walk, index: int, start: int) -> tuple[str, Reading] | None:
    """德清县以1520件位居全市专利申请量之首, 工业增加值以12.3%的增速居全省第一: what a place was won with, its name and how it is read."""
    if index == start or "K" not in (behind := walk.row.letters(index + 1, index + _WON)) or behind.startswith("XW"):
        # 以30%的份额居首位: a share, which its noun tells.
        return None
    counted = ""
    if not walk.row.words(index - 1).endswith(walk.vocabulary.ranks.won_with):
        # 以申请量1021件、授权量607件位居首位: each of them.
        if walk.row.letters(index + 1, index + _WON).replace("/X#", "")[:1] not in ("K", ","):
            return None
        counted = _counted_by(walk, start, index)
        if not counted:
            return None
    stop = next((place for place in range(index + 1, min(len(walk.tokens), index + _WON)) if walk.tokens[place].letter in "K,;.:"), index)
    rank = walk.row.next_number(stop) if walk.tokens[stop].letter == "K" else None
    if rank is None or walk.tokens[rank].letter != "O" or "W" in walk.row.letters(index + 1, stop):
        # 以72%的占比位居首位: a share, which its noun explains.
        return None
    if counted:
        return counted, Reading(LEVEL, {})
    words = walk.label_text(start, index).strip("\n ，")
    subject = "" if words.startswith(walk.vocabulary.ranks.won_with) else walk.namer.clean(words[:-1])
    behind = walk.row.words_between(index + 1, stop)
    rate = next((place for place in range(index + 1, stop) if walk.tokens[place].letter == "E"), None)
    if rate is not None:
        name = subject or (walk.frame.name if walk.frame is not None else "")
        return (name, Reading(RATE, {"noun": (rate, rate + 1)})) if name else None
    noun = walk.namer.clean(behind.removeprefix("的"))
    # 以176件发明授权位居企业第一: of what so many are.
    if noun and behind[:1] != "的" and walk.row.letters(index + 1, stop + 1) != "XK":
        return None
    scope, _ = scope_of(walk, stop + 1, rank)
    places = walk.row.places(stop + 1, rank)
    ranked = of_board(walk, walk.namer.clean((scope or "").removeprefix(walk.text[places[0].start : places[0].end] if places else "")))
    name = subject + noun if noun else ranked if walk.namer.has_measure(ranked) else measure_of_bound(walk, walk.tokens[index].value) or won_by(walk, subject, walk.tokens[index].value.unit) or (walk.frame.name if walk.frame is not None else "")
    return (name, Reading(LEVEL, {})) if name else None


def _counted_by(walk: Walk, start: int, index: int) -> str:
    """证明商标总数 of 证明商标以总数15件位居全省第一, 某大学授权发明专利 of 某大学以授权发明专利386件居首位: a place won with a measure, or things, right before its number; empty where it was won with none."""
    words = walk.label_text(start, index).strip("\n ，")
    head, found, measure = next(((head, found, rest) for word in walk.vocabulary.ranks.won_with for head, found, rest in (words.rpartition(word),) if found), ("", "", ""))
    if not found or not (walk.namer.has_measure(measure) or (head and len(measure) > 1)):
        return ""
    return walk.namer.clean(head) + measure


def make_rank(walk: Walk, draft: Draft) -> bool:
    """经济实力在百强县中的排名由41位上升到37位: whether `draft` states a place in a row, from which or to which something moved."""
    if draft.rule not in ("level.from", "change.reach") or draft.unit not in walk.vocabulary.ranks.units:
        return False
    noun = next((noun for noun in walk.vocabulary.ranks.nouns if draft.indicator.endswith(noun)), "")
    if not noun and not walk.namer.split_among(draft.indicator)[1].endswith(walk.vocabulary.ranks.peers):
        # 综合实力在全国百强城市中由39位提升到31位 says by its peers what it counts.
        last = walk.last_rank
        if last is None or draft.rule != "change.reach":
            return False
        if draft.indicator != last.indicator and not (last.rule == "level.from" and last.token >= walk.row.clause_start(draft.token)):
            return False
        draft.indicator = last.indicator
        draft.scope, draft.scope_region = last.scope, last.scope_region
    else:
        name, among = walk.namer.split_among(walk.namer.clean(draft.indicator.removesuffix(noun)))
        draft.indicator, draft.scope = walk.namer.clean(name) or draft.indicator, among or None
    draft.kind = draft.aspect = "rank"
    draft.unit = None
    walk.last_rank = draft
    return True


def _rank_label(walk: Walk, start: int, stop: int) -> tuple[str, Among | None]:
    """What is ranked, without 排名 at its end, and among whom: 增速在主城区排名第三位."""
    among = among_alone(walk, start, stop)
    if among is not None:
        return "", among
    # A、B等稳居全省首位: of what is ranked, a list is no example of a noun that follows.
    label = clean_label(walk, start, stop) or raw_label(walk, start, stop)
    head, found = walk.namer.split_among(label)
    if not found and (peers := split_peers(walk, label))[1]:
        # 注册商标量中部六省居首位
        return peers[0], Among(peers[1], next((place.value for place in reversed(walk.row.places(start, stop)) if place.start > walk.tokens[start].start), None))
    if "、" in found and _ends_as_measure(walk, found) and not found.endswith(walk.vocabulary.ranks.nouns):
        # 运动员在奥运会上获得8金4银、奖牌数居首位 → 奥运会奖牌数: where something was done, and behind that what is ranked.
        event = next((found.partition(word)[0] for word in walk.vocabulary.ranks.held if found.partition(word)[0].endswith(walk.vocabulary.ranks.events)), "")
        label, head, found = event + found.rpartition("、")[2], "", ""
    for noun in walk.vocabulary.ranks.nouns:
        # 经济总量在全省的位次
        found = found.removesuffix(noun).removesuffix("的") or found
    listed = board(walk, found) if found and not head else ""
    if listed and walk.frame is not None and walk.frame.level and walk.frame.sentence == walk.sentence:
        # 品牌价值45亿元，在全国区域品牌价值榜上居茶叶类第3名: what was told of before.
        return "", Among(listed, None)
    if listed:
        label = listed
    elif found and not head:
        # 在全省高质量发展考核中由第19位跃升至第11位: what was ranked is named by where, and in front of that among whom.
        among = place_of_occasion(walk, start, stop)
        label = found.removeprefix(among.text) if among is not None else found
    elif found.endswith(walk.vocabulary.ranks.assessments):
        # 综保区在国家绩效评估中升至第3名: by what, and in front of that among whom.
        among = place_of_occasion(walk, start, stop) or peers_assessed(walk, found)
        label = head + (found.removeprefix(among.text) if among is not None else found)
    elif found:
        among = Among(found, next((place.value for place in reversed(walk.row.places(start, stop))), None))
        label = head
    label = walk.namer.clean(next((label.removesuffix(verb) for verb in walk.vocabulary.ranks.rising if label.endswith(verb)), label))
    bare = label[:-2] if label.endswith(walk.vocabulary.ranks.nouns) and label[:-2] not in walk.vocabulary.ranks.not_alone else label
    if bare in walk.vocabulary.ranks.scopes:
        # 国际排名升至第二
        return "", Among(bare, None)
    return (walk.namer.clean(bare) if bare != label else label), among


def _ends_as_measure(walk: Walk, words: str) -> bool:
    """Whether the words end with what is measured: 奖牌数, 增加值."""
    return walk.namer.has_measure(words) or words.endswith(walk.vocabulary.names.measure_endings)


def _name_ranks(walk: Walk, index: int, label: str, ranking: Ranking) -> str:
    """A和B分别居全省第三位和第五位: one name for each place; the first is given, the walk keeps the others."""
    members = _rank_members(walk, index)
    if len(members) < 2:
        return ranking.name
    names = distribute(label, len(members), walk.namer)
    if names is None and (not label or walk.namer.is_anaphor(label)):
        names = names_before(walk, len(members))
    if names is None:
        # 三项数量分别位居世界第1、第1和第2位: the places are of one name.
        names = [ranking.name] * len(members)
    names = [rank_name(walk, one) for one in names]
    for member, name in zip(members[1:], names[1:], strict=True):
        walk.ranked[member] = ranking._replace(name=name)
    if not label:
        walk.placed.update(zip(members, places_before(walk, len(members)), strict=False))
    return names[0]


def _rank_members(walk: Walk, index: int) -> list[int]:
    members = [index]
    position = index + 1
    while position + 1 < len(walk.tokens) and walk.tokens[position + 1].letter == "O":
        if walk.tokens[position].letter not in "/," and walk.row.words(position) not in walk.vocabulary.joins:
            break
        members.append(position + 1)
        position += 2
    return members


def _state_rank(walk: Walk, index: int, ranking: Ranking) -> Draft:
    token = walk.tokens[index]
    place: Place = token.value
    draft = Draft("rank", "rank", ranking.name, place.value, token.start, token.end, "rank.place", bound=place.bound, token=index)
    draft.scope, draft.scope_region = ranking.scope or None, ranking.region
    last = walk.drafts[-1] if walk.drafts else None
    if ranking.scope is None and last is not None and last.aspect == "rank" and last.indicator == ranking.name:
        draft.scope, draft.scope_region = last.scope, last.scope_region
    draft.streak = _streak(walk, index)
    draft.actor = walk.actor
    settle(walk, draft)
    draft.region = _told_behind(walk, index) or _told_before(walk, draft) or draft.region
    record(walk, draft)
    walk.last_rank = draft
    return draft


def _told_behind(walk: Walk, index: int) -> Division | None:
    """登记量排名第一的是苏州市: the one place behind that is said to hold the rank; none where several are."""
    if walk.row.letters(index + 1, index + 3) != "XR" or walk.row.letters(index + 3, index + 4) == "/" or walk.tokens[index].value.bound != "exact":
        return None
    return walk.tokens[index + 2].value if walk.row.words(index + 1) in walk.vocabulary.introduced else None


def _told_before(walk: Walk, draft: Draft) -> Division | None:
    """诸暨市申请量2160件。专利数量由全市第九位升至第三位: whom the paragraph told of last, in a text of the whole that it is ranked in; a place is not ranked within itself."""
    last = walk.drafts[-1].region if walk.drafts else None
    whole = draft.scope_region
    if last is None or whole is None or draft.region is None or draft.region.code != whole.code or last.code == whole.code:
        return None
    return last if walk.gazetteer.inside(last, whole) else None


def _streak(walk: Walk, index: int) -> int | None:
    """连续五年: for how many years the place was held."""
    found = walk.vocabulary.ranks.streak.search(walk.row.clause(index))
    if found is None:
        return None
    years = found.group("years")
    number = int(years) if years.isdigit() else chinese(years)
    return int(number) if number else None
