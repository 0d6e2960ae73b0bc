"""What is ranked: the words in front of a place, or what the clauses before counted."""

from __future__ import annotations

from ipextract.linking.endings import end_of, without_end
from ipextract.linking.indicator.ellipsis.label import name_of_whole
from ipextract.linking.indicator.ellipsis.of_measure import told_of_goods
from ipextract.linking.lists.names import measures_listed
from ipextract.linking.lists.series import deed_in_front, joined
from ipextract.linking.lists.tallied import of_tally
from ipextract.linking.state import Ranking
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Token

# 获批数, 入选人数: a deed has two characters.
_DEED = 2
# What is ranked has more characters: 全国百强 names nothing.
_SHORTEST = 2
# Of so many things both have the place, whatever they are counted in; of more, those counted alike.
_FEW = 2
_TITLE_END = "》"
# What a sentence told of a thing before it says which place it has.
_TOLD = ("level", "share", "change")
_SEVERAL = 4


def rank_name(walk: Walk, label: str, *, of_all: bool = False) -> str:
    """The label; where there is none or it points back, the indicator before.

    Args:
        walk: the walk.
        label: the words in front of the place.
        of_all: whether a word says that all before have it (均居全国第一).
    """
    if label in walk.vocabulary.ranks.not_alone:
        # 综合排名第9位: what is ranked is named by the noun alone.
        return label + walk.vocabulary.ranks.nouns[0]
    # 从2012年的第四位升到排行榜的第三位: where the places stand names nothing.
    label = "" if label in walk.vocabulary.ranks.boards else label
    goes_on = walk.frame is not None and walk.frame.sentence == walk.sentence
    # 在《技术市场报告》中，成交额为15.8亿元，排名第12位: what stands in a report is ranked, and not the report.
    # 授权量1.2万件。在全省11个市中，排名第三: what the sentence before told of, among whom this one begins with.
    goes_on = goes_on or (walk.frame is not None and walk.frame.draft is not None and walk.drafts[-1].indicator == walk.frame.name)
    if not label and walk.topic and not (goes_on and (walk.topic.endswith((*walk.vocabulary.ranks.peers, _TITLE_END)) or _counted_of_topic(walk))):
        # 在全球创新指数排名中，我国位列第12位.
        return next((walk.topic.removesuffix(noun) for noun in walk.vocabulary.ranks.nouns if walk.topic.endswith(noun)), walk.topic)
    # 以申请4276件、授权2730件，数量名列第一: what is ranked by a word for any number was told before.
    tally = "" if label in walk.vocabulary.names.tallies_of_any else of_tally(walk, label)
    label = measures_listed(label, walk.namer) or tally or label
    if walk.frame is None:
        # 增幅分别高于全省、全市4.6和6个百分点，在全市各县中列第二位: what the sentence compared.
        last = walk.drafts[-1] if walk.drafts and not label else None
        return last.indicator if last is not None and last.token >= walk.sentence_start else label
    if label in walk.vocabulary.names.kinds_of_place:
        # 入库量1200家，在全国省份排名中跃居第5位: among whom.
        return walk.frame.name
    last = walk.last_rank
    if label in walk.vocabulary.rate_nouns and last is not None and last.token >= walk.sentence_start and last.indicator == walk.frame.name:
        # 居全国第九位，增长52.7%，增幅居全国第四位: the place of the rate, beside that of the level.
        return walk.frame.name + label
    if not label or walk.namer.is_anaphor(label):
        both = _all_before(walk) if of_all else ""
        if label in walk.vocabulary.names.whole_numbers and not of_all:
            return _first_told(walk) or name_of_whole(walk)
        if not label and not of_all and last is not None and walk.drafts[-1] is last and last.indicator == name_of_whole(walk):
            # 总量居全国第十、西部第三
            return last.indicator
        # 申请量增长8%，授权量增长9%，增幅均居首位
        if both:
            return both + (label if label in walk.vocabulary.rate_nouns else "")
        return (_before_effect(walk) if label in walk.vocabulary.rate_nouns else "") or walk.frame.name
    # 轮胎出口31万条，出口量居全国第一
    return _counted_before(walk, label) or told_of_goods(walk, walk.drafts[-1].token + 1 if walk.drafts else 0, label) or label


def _first_told(walk: Walk) -> str:
    """生产总值 of 生产总值528亿元；第一产业增加值31亿元。总量居全省第五: what the paragraph began with, where parts of it in its unit were told last and a sentence begins with how much there is of all; empty where none were."""
    first, frame = walk.paragraph_first, walk.frame
    if first is None or first.draft is None or frame is None or frame.sentence == walk.sentence or first.unit != frame.unit or first.draft is frame.draft:
        return ""
    # 外贸总值328亿元。其中出口82亿元。规模居全省第五: parts may have a sentence of their own.
    between = walk.row.letters(first.draft.token, walk.sentence_start - 1)
    if between.count(".") != between.count(".D"):
        return ""
    walk.frame = first._replace(sentence=walk.sentence)
    return first.name


def _counted_of_topic(walk: Walk) -> bool:
    """在专利申请中，大专院校申请683件，居全国第九位: whether the sentence counted a part of what it is about, which has the place, and what it is about is no list of places (在综合排名中，…)."""
    told = walk.drafts[-1] if walk.drafts else None
    return told is not None and told.token >= walk.sentence_start and told.aspect in _TOLD and walk.topic is not None and not walk.topic.endswith(walk.vocabulary.ranks.nouns)


def _before_effect(walk: Walk) -> str:
    """融资金额 of 融资金额119亿元，惠及企业291家，增速居全省首位: what the sentence told of before what it did for others, which has no rate of its own; empty where it told of no such thing."""
    last, effects = walk.drafts[-1] if walk.drafts else None, walk.vocabulary.names.effects
    if last is None or last.token < walk.sentence_start or last.aspect != "level" or not last.indicator.startswith(effects):
        return ""
    before = (draft.indicator for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level")
    return next((name for name in before if not name.startswith(effects)), "")


def ranked_by_report(walk: Walk, name: str) -> str:
    """全球创新指数 of 世界知识产权组织发布的《2022年全球创新指数报告》: what a report ranks by, without its year and who issued it; else the name."""
    ranks = walk.vocabulary.ranks
    found = ranks.report.fullmatch(name) if name.endswith(ranks.reports) else None
    return found["of"] if found is not None else name


def without_overtaken(walk: Walk, label: str) -> str:
    """发明专利申请量 of 发明专利申请量首次超越无锡成为, 拥有量 of 拥有量以显著优势: whom a place was taken from, and with what, is no part of what is ranked."""
    label = walk.vocabulary.ranks.advantage.sub("", label)
    for word in walk.vocabulary.ranks.overtaking:
        head, found, behind = label.partition(word)
        if found and _is_places(walk, behind):
            return walk.namer.clean(head)
    return label


def _is_places(walk: Walk, words: str) -> bool:
    """无锡、济南成为: whether the words are names of places alone, but for the verb of what came of it."""
    rest = without_end(words.rstrip("，"), walk.vocabulary.ranks.becoming).rstrip("，")
    while rest:
        found = walk.gazetteer.at(rest, 0, walk.setting.home)
        if found is None:
            return False
        rest = rest[found[0] :]
        rest = rest[1:] if rest[:1] == "、" or rest[:1] in walk.vocabulary.joins else rest
    return bool(words)


def won_with_measure(walk: Walk, start: int, label: str) -> str:
    """“天目茶”品牌价值 of “天目茶”以13.5亿的品牌价值名列全国第24位: the measure behind the number right before it, with whose it is; else the label."""
    frame = walk.frame
    # 某公司以6952件申请位居榜首: the things themselves, and by whom.
    is_behind = frame is not None and frame.draft is not None and frame.draft.token == start - 1
    return frame.name if frame is not None and is_behind and label and frame.name.endswith(label) else label


def split_peers(walk: Walk, label: str) -> tuple[str, str]:
    """注册商标量 | 中部六省 of 注册商标量中部六省居首位: what is ranked, and right behind its measure among whom; nobody where none stand there."""
    namer, ranks = walk.namer, walk.vocabulary.ranks
    scope = end_of(label, ranks.scopes)
    words = namer.words(label)
    for tail in [*("".join(words[place:]) for place in range(1, len(words))), scope]:
        name = label.removesuffix(tail)
        is_among = tail == scope or (tail.endswith(ranks.peers) and len(tail) > _SHORTEST and not namer.has_measure(tail) and tail.startswith(ranks.scopes))
        is_measured = namer.has_measure(name) or any(title in name for title in walk.vocabulary.names.titles)
        if tail and name and is_among and is_measured and name.endswith(walk.vocabulary.names.measure_endings):
            return name, tail
    return label, ""


def _all_before(walk: Walk) -> str:
    """出口总额、进口总额 of 出口总额120亿元，进口总额80亿元，均居全省第二: what the clauses before stated, one beside the other; empty where that is one thing or not plain."""
    first = max(walk.sentence_start, walk.last_rank.token + 1 if walk.last_rank is not None else 0)
    if first == walk.sentence_start and not any(draft.token >= first for draft in walk.drafts):
        # 申请量1200件，授权量800件。这两项均居首位: those of the sentence before.
        first = max((place + 1 for place in range(first - 1) if walk.tokens[place].letter == "."), default=0)
    said = [draft for draft in walk.drafts if draft.token >= first and draft.aspect in ("level", "change") and ";" not in walk.row.letters(draft.token, walk.drafts[-1].token)]
    if (whole := said[-1].parent if said else None) is not None:
        # 经营主体达92万户，其中企业30万户，均居首位: of the only part and the whole; of several parts alone.
        parts = [draft for draft in said if draft.parent is whole]
        said = parts if len(parts) > 1 else [whole, *parts]
    alike = [draft for draft in said if draft.unit == said[-1].unit]
    names = list(dict.fromkeys(draft.indicator for draft in (said if len({draft.indicator for draft in said}) <= _FEW else alike)))
    if not 1 < len(names) <= _SEVERAL:
        return ""
    deed = deed_in_front(walk.namer, walk.vocabulary.names, names[0])
    both = joined(walk.namer, walk.vocabulary.names, names)
    # 争取到位上级资金、专项资金: only what is new is ranked by what was done.
    return both if walk.namer.is_flow(deed) else both.removeprefix(deed)


def _counted_before(walk: Walk, label: str) -> str:
    """获批国家重点实验室数 of 获批国家重点实验室6家，获批数居中部第一: a verb and a word of counting are of what was so counted; empty where they are of nothing before."""
    names, frame = walk.vocabulary.names, walk.frame
    ending = max((word for word in names.counts_of_deeds if label.endswith(word)), key=len, default="")
    deed = label.removesuffix(ending)
    if not ending or len(deed) != _DEED or frame is None or frame.sentence != walk.sentence or not frame.level:
        return ""
    name, place = frame.name, frame.name.find(deed)
    if place >= 0:
        return name if frame.parts.measure else name[place:] + ending
    # 获奖数 of 作品获“文华奖”: the deed has the award within it.
    award = walk.namer.award_of(name) or name
    counted = {draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == frame.unit}
    if award == name and len(counted) > 1:
        # 金奖1项、银奖2项，获奖总数居全省第三: of them all.
        return ""
    return award[award.find(deed[0]) + 1 :] + label if deed[0] in award and award.rstrip("”").endswith(deed[1]) else ""


def named_by_scope(walk: Walk, scope: str, *, verb: bool) -> tuple[str, str | None]:
    """吴兴区以1433件位于专利授权量之首, 跻身全国百强县第86位: what stands where others name among whom is what is ranked."""
    if walk.namer.has_measure(of_board(walk, scope)):
        return of_board(walk, scope), None
    nation = next((scope[:size] for size in range(len(scope) - 1, 0, -1) if scope[:size] in walk.vocabulary.ranks.scopes), "")
    name = scope.removeprefix(nation)
    peers = walk.namer.words(name)[0] if nation and verb else ""
    if peers.endswith(walk.vocabulary.ranks.peers) and len(name) - len(peers) > _SHORTEST:
        # 位居全国百强县投资潜力第3: among whom, and what is ranked.
        return name.removeprefix(peers), nation + peers
    if verb and not nation and len(name) > _SHORTEST:
        # 位居投资潜力第35位: among whom, nobody says.
        return name, None
    return (name if verb and len(name) > _SHORTEST else ""), scope


def of_board(walk: Walk, words: str) -> str:
    """旅游总收入 of 旅游总收入排行榜: by what a board ranks, where that is a measure; else the words."""
    measure = without_end(words, walk.vocabulary.ranks.boards)
    return measure if walk.namer.has_measure(measure) else words


def _among_at_end(walk: Walk, scope: str) -> str:
    """全区 of 签约项目数量全区; the words themselves where they end in none of those among whom one has a place."""
    return end_of(scope, walk.vocabulary.ranks.scopes) or scope


def part_scope(walk: Walk, label: str, scope: str) -> tuple[str, str]:
    """签约项目数量全区第一: what is ranked and among whom, in one stretch of text."""
    among = _among_at_end(walk, scope)
    name = walk.namer.clean(label + scope.removesuffix(among))
    return (name, among) if _says_how_many(walk, name) else (label, scope)


def _says_how_many(walk: Walk, name: str) -> bool:
    return walk.namer.has_measure(name) or name.endswith(walk.vocabulary.names.counts)


def measured_before_scope(walk: Walk, scope: str) -> bool:
    """夺得金牌数全省第二: whether what is ranked stands between the verb and those among whom it is."""
    among = _among_at_end(walk, scope)
    return scope != among and _says_how_many(walk, scope.removesuffix(among))


def measured_behind_place(walk: Walk, label: str, scope: str, places: list[Token], *, goes_on: bool) -> tuple[str, str]:
    """位居全市专利申请量之首, 列全国城市信用监测第12位: what is ranked stands behind the place among whose it is."""
    place = walk.text[places[0].start : places[0].end] if places else ""
    rest = walk.namer.clean(scope.removeprefix(place))
    if not rest or rest == scope or not scope.startswith(place):
        return label, scope
    if walk.namer.has_measure(rest) or (goes_on and not label and len(rest) > _SHORTEST):
        return rest, place
    return (label, scope) if label or walk.frame is not None or len(rest) <= _SHORTEST else (rest, place)


def told_behind_whom(walk: Walk, start: int, index: int) -> Ranking | None:
    """城西公司|进入|全省企业专利申请量|排名|前十: what is ranked, and among whom, where it stands behind the verb and a name that is no measure in front of it; None where it does not."""
    verb, noun = (place + start for place in (walk.row.letters(start, index).find("K"), walk.row.letters(start, index).rfind("K")))
    if not start < verb < noun or walk.row.words(noun) not in walk.vocabulary.ranks.nouns:
        return None
    who = walk.namer.clean(walk.row.words_between(start, verb))
    if not who or walk.namer.has_measure(who):
        return None
    place = next((place for place in range(verb + 1, noun) if walk.tokens[place].letter == "R"), None)
    told = walk.namer.clean(walk.row.words_between(verb + 1 if place is None else place + 1, noun))
    if not (walk.namer.has_measure(told) or told.endswith(tuple(walk.vocabulary.names.deeds_to_titles))):
        return None
    return Ranking(told, None, None) if place is None else Ranking(told, walk.row.words(place), walk.tokens[place].value)


def measured_next(walk: Walk, index: int, name: str) -> str:
    """先进制造、电子信息成交额 of 先进制造、电子信息位列前两位，成交额分别为380亿元、310亿元: by what those of a list are ranked, where the next clause measures it; else `name`."""
    if "、" not in name or walk.row.letters(index + 1, index + 4) != ",XI" or walk.namer.has_measure(name):
        return name
    measure = walk.namer.clean(walk.row.words(index + 2))
    return name + measure if walk.namer.is_bare(measure) else name
