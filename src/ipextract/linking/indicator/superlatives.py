"""Clauses that say who has most, or comes first: 吴兴区授权量最多, 出口额最大的是纺织品."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.linking.before_number import clean_label
from ipextract.linking.endings import without_end
from ipextract.linking.frames import Foremost, Frame
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.winners import won_by
from ipextract.linking.indicator.substances import says_no_substance, substance_before
from ipextract.linking.walk import Walk

# ，分别增长: within so many tokens behind the clause several numbers are shared out.
_SHARED_OUT = 4
# 获得|了|全省: so near a verb stands to what is had.
_VERB_AND_PLACE = 3
_SHORTEST_THING = 2


def take_superlative(walk: Walk, start: int, stop: int) -> bool:
    """吴兴区授权量最多，达1200件: whether the clause says who has most; the walk then speaks of what of."""
    said = walk.row.words_between(start, stop).strip()
    if had := _had_most_of(walk, said):
        walk.speak_of(had)
        return True
    found = None if walk.vocabulary.clauses.superlative_heads.isdisjoint(said) else walk.vocabulary.clauses.superlatives.fullmatch(said)
    if found is None or (found["link"] and not _place_begins(walk, start, stop, found.end("link"))):
        return False
    last = next(place for place in range(start, stop) if walk.tokens[place].end > walk.tokens[start].start + found.end("name"))
    head = (walk.label_text(start, last) + walk.text[walk.tokens[last].start : walk.tokens[start].start + found.end("name")]).rstrip()
    opening = next((word for word in walk.vocabulary.clauses.by_what if head.startswith(word)), "")
    # 以假冒注册商标罪数量最为突出, 月均浓度以第一季度最高, 销售额以吴兴区最多
    closing = next((word for word in walk.vocabulary.clauses.by_what if not opening and head.endswith(word)), "")
    name, place = _measured_in(walk, walk.namer.clean(head.removeprefix(opening).removesuffix(closing)))
    # 材料制造业增长最快 alone is told of later, with its verb.
    end = walk.tokens[start].start + found.end("name") if found["alone"] is None else -1
    name, of_rate = _without_pace(walk, start, stop, end, walk.namer.drop_inner(name))
    if place is not None:
        walk.region, walk.region_named, walk.region_token = place, True, start
    part = _part_of_share(walk, name)
    if (whole := _whole_of_share(walk, name)) and walk.frame is not None and walk.frame.sentence == walk.sentence:
        # 装备制造业增加值3.2万亿元，占专利密集型产业增加值的比重最高，为30.7%: what was told right before has most of it.
        walk.foremost = Foremost(stop, walk.frame.name, sentence=walk.sentence, shares=True, whole=whole)
    elif part:
        # 海运渠道扣留量占比最高，达4.9万件，占86.6%: how many there are of the part, or which share it has.
        walk.foremost = Foremost(stop, part, sentence=walk.sentence, shares=True)
    elif walk.frame is not None and says_no_substance(name, walk.vocabulary):
        # 二氧化硫日均值…。季日均值以第四季度最高
        walk.speak_of(substance_before(walk.frame.name, walk.vocabulary) + name)
    elif (walk.namer.has_measure(name) or (of_rate and name and end >= 0)) and not walk.namer.is_anaphor(name) and not walk.says_again(name):
        # GDP增速最高的3个市依次是…: a rate is of whatever stands in front of it; 是三个产业中增长最快的 names nothing.
        walk.speak_of(name)
    elif found["link"] and walk.namer.is_flow(walk.namer.take_apart(name).verb):
        # 新设市场主体最多的是杭州市，共计14万户
        walk.speak_of(name)
    elif found["alone"] == "" and not walk.namer.is_anaphor(name) and name:
        # 制造业企业最多，为3200家; 材料制造业增长最快，增长12.8%
        walk.foremost = Foremost(stop, _with_measure(walk, start, stop, "", name).measure, sentence=walk.sentence)
    if found["several"] and walk.namer.has_measure(name):
        # 发明专利有效量增长最快的三个领域分别是计算机、医疗，分别增长…: the measure of each thing that follows.
        walk.reckoned = walk.sentence, name
    group = name if walk.namer.is_group(name) else walk.namer.longest_group(name)
    if group and walk.breakdown is not None:
        # 从内部结构看，装备制造业规模最大，增加值为416亿元; 医药制造业增长最快，增速为12.8%: whose measure a clause alone tells of.
        walk.identified = walk.sentence, stop, group
    return True


def _had_most_of(walk: Walk, said: str) -> str:
    """高校获得发明专利 of 高校获得了全省最多的发明专利: what a clause tells that somebody has most of; empty where it tells so of nothing."""
    word = next((word for word in walk.vocabulary.names.most_of if word in said), "")
    head, _, thing = said.partition(word) if word else ("", "", "")
    # 获得|了|全省
    # 新设市场主体最多的是杭州市 says who has most.
    is_thing = len(thing) >= _SHORTEST_THING and "的" not in thing and not thing.startswith(walk.vocabulary.clauses.links)
    words = walk.namer.words(head)[-_VERB_AND_PLACE:] if is_thing else ()
    verb = next((word for word in words if walk.namer.is_verb(word)), "")
    return walk.namer.clean(head[: head.rindex(verb) + len(verb)] + thing) if verb else ""


def _whole_of_share(walk: Walk, name: str) -> str:
    """专利密集型产业增加值 of 占专利密集型产业增加值的比重: the whole, where the clause says of nobody that he has so much of it; else empty."""
    found = walk.vocabulary.share_alone.fullmatch(name)
    return walk.namer.clean(found["whole"] or "") if found is not None else ""


def _part_of_share(walk: Walk, name: str) -> str:
    """民营企业 of 民营企业占比 (最高): who or what has most of a whole; empty where no share, or that of nobody, is told of."""
    noun = next((noun for noun in walk.vocabulary.share_nouns if name.endswith(noun)), "")
    part = walk.namer.clean(name.removesuffix(noun)).removesuffix("的") if noun else ""
    return part if len(part) > 1 and not walk.namer.is_anaphor(part) else ""


def take_bounded(walk: Walk, start: int, index: int) -> bool:
    """申请量 of 申请量超过1000件的省依次为：: whether the clause says by what bound those behind the colon stand out; the walk then speaks of what is measured."""
    bound = next((place for place in range(start, index) if walk.tokens[place].letter == "#"), index)
    if bound == index or walk.vocabulary.clauses.listed_behind.match(walk.text, walk.tokens[bound].end) is None:
        return False
    name = clean_label(walk, start, bound)
    if name:
        walk.speak_of(name)
    return bool(name)


def take_foremost(walk: Walk, start: int, stop: int) -> bool:
    """报告发病数居前3位的病种依次为流感和结核, 登记量最多的是美术作品: whether the clause says who comes first; that is what a number without a name behind it is of."""
    if not walk.row.number_in_clause(stop) or "I" in walk.row.letters(stop + 1, stop + _SHARED_OUT):
        return False
    text = walk.label_text(start, stop).replace("\n", "").strip()
    found = walk.vocabulary.clauses.foremost.fullmatch(text) if "的" in text or text.startswith(walk.vocabulary.clauses.then) or walk.tokens[start].letter == "N" else None
    who = walk.namer.clean(found["who"] or found["thing"]) if found is not None else ""
    if found is None or not who or (found["measure"] and not _is_one(walk, who)):
        return False
    if found["measure"]:
        walk.foremost = _with_measure(walk, start, stop, who, found["measure"])
    elif found["thing"] and walk.foremost.end >= 0 and walk.foremost.sentence >= walk.sentence - 1:
        walk.foremost = walk.foremost._replace(end=stop, who=who, sentence=walk.sentence)
    elif found["who"] or "A" in walk.row.letters(stop + 1, stop + _SHARED_OUT) or walk.row.letters(stop + 1, stop + 2) == "E":
        # 其次为信息制造业，增速为18.1%
        walk.foremost = Foremost(stop, who, sentence=walk.sentence)
    else:
        # 首要污染物为臭氧，其次为细颗粒物: next to what no clause said was foremost.
        return False
    return True


def take_next(walk: Walk, start: int, stop: int) -> bool:
    """著作权案件最多，为620件，商标案件次之，为210件: whether the clause says who comes next; a number without a name behind it is of that, by what the one before was told."""
    frame, ends = walk.frame, walk.vocabulary.clauses.next_ends
    if not walk.row.words_between(start, stop).rstrip().endswith(ends) or frame is None or frame.sentence < walk.sentence - 1:
        return False
    if not walk.row.number_in_clause(stop) or "I" in walk.row.letters(stop + 1, stop + _SHARED_OUT) or walk.row.places(start, stop):
        # 南浔区次之: a place has of the same.
        return False
    who = walk.namer.clean(without_end(walk.label_text(start, stop).replace("\n", "").strip(), ends))
    if not who or walk.namer.is_anaphor(who):
        return False
    walk.foremost = Foremost(stop, _like(walk, who, frame), sentence=walk.sentence, shares=frame.draft is not None and frame.draft.aspect == "share")
    return True


def _like(walk: Walk, who: str, frame: Frame) -> str:
    """商标案件数量 of 著作权案件数量 and 商标案件: by what another of the kind was told; `who` alone where that was told by no measure."""
    kind = walk.namer.words(who)[-1]
    _, found, behind = frame.name.rpartition(kind)
    if found:
        return who + behind
    return won_by(walk, who, frame.unit)


def foremost(walk: Walk, index: int, start: int, aspect: str) -> str:
    """美术作品登记量 of 登记量最多的是美术作品，为1.2万件: what the clause right before says comes first, with what it has most of; empty where none does."""
    first = walk.foremost
    if first.end != start - 1 or first.end < 0:
        return ""
    if first.shares and aspect == "level" and walk.tokens[index].letter == "%":
        # 占比最高的是化工行业，为31.2%
        walk.shared.setdefault(index, first.whole)
    return first.who if first.who.endswith(first.measure) else join(first.who, first.measure)


def of_foremost(walk: Walk, start: int, label: str) -> str:
    """高新技术产品出口额 of 增长最快的是高新技术产品，出口额12亿元: a measure alone, of what the clause right before says comes first; else `label`.

    专利授权量最多的是城东园区，授权2310件: the deed alone is what it has most of.
    """
    first = walk.foremost
    if not label or first.end != start - 1 or first.end < 0:
        return label
    if first.shares and walk.namer.is_verb(label) and first.who:
        # 著作权案件占比最大，共受理2491件: what was done to those.
        return label + first.who
    if first.measure != label and label in first.measure and walk.namer.is_deed(label):
        return join(first.who, first.measure)
    return join(first.who, label) if walk.namer.is_measure(label) else label


def _is_one(walk: Walk, who: str) -> bool:
    """Whether what is named is one thing: 计算机、通信和其他电子设备制造业, and not 纺织品和家具."""
    return not any(word in who for word in walk.vocabulary.clauses.thing_ends) or walk.namer.is_group(who)


def _with_measure(walk: Walk, start: int, stop: int, who: str, measure: str) -> Foremost:
    """投资增长最快的是信息传输业: of its investment; 增速, 涨幅 and 占比 say how the next number is read, and not of what it is."""
    said = next((place for place in range(start, stop) if walk.tokens[place].letter in "VEW" and measure.endswith(walk.row.words(place))), None)
    if said is None:
        return Foremost(stop, who, walk.namer.clean(measure), walk.sentence)
    letter = walk.tokens[said].letter
    if letter in "EV":
        # 增长最快的是越南，为12.3%: by its rate, too.
        walk.rate_noun = said
    return Foremost(stop, who, walk.namer.clean(measure.removesuffix(walk.row.words(said))), walk.sentence, shares=letter == "W")


def _without_pace(walk: Walk, start: int, stop: int, end: int, name: str) -> tuple[str, bool]:
    """年申请量同比增长率 → 年申请量, 工业增加值增长 → 工业增加值: of what it is told how it grew, and whether that is told; a verb ends it at `end` in the text."""
    verb = next((place for place in range(start, stop) if walk.tokens[place].letter == "V" and walk.tokens[place].end == end), -1)
    before = walk.frame.name if walk.frame is not None else ""
    if verb >= 0:
        # 授权量达1.5万件，增长最快的三个领域: of what was told before.
        return walk.namer.clean(name.removesuffix(walk.row.words(verb))) or before, True
    noun = next((place for place in range(start, stop) if walk.tokens[place].letter == "E"), -1)
    rate = next((noun for noun in (*walk.vocabulary.rate_nouns, *walk.vocabulary.fall_nouns) if name.endswith(noun)), "")
    if noun < 0 or not rate:
        return name, False
    walk.rate_noun = noun
    return walk.namer.clean(name.removesuffix(rate)) or before, True


def _place_begins(walk: Walk, start: int, stop: int, offset: int) -> bool:
    """增幅最大的是吴兴区 and not 登记量最多的是美术作品: whether a place stands so far behind the begin of the clause."""
    return any(token.letter == "R" and token.start == walk.tokens[start].start + offset for token in walk.tokens[start:stop])


def _measured_in(walk: Walk, name: str) -> tuple[str, Division | None]:
    """年申请量德清 → 年申请量 | 德清县: a place behind what it has most of."""
    for position in range(2, len(name) - 1):
        found = walk.gazetteer.at(name, position, walk.setting.home)
        if found is not None and found[0] == len(name):
            return walk.namer.clean(name[:position]), found[1]
    return name, None
