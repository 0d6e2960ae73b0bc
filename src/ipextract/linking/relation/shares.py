"""Shares: of what whole, and which percentages are shares."""

from __future__ import annotations

from decimal import Decimal

from ipextract.linking.before_number import raw_label
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.frames import Draft, Frame, Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.relation.tenths import is_in_tenths, tells_tenths, whole_of_tenths
from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind

# By how much of it a share of rounded levels may be off, and by how much the share of something else is.
_ROUNDED, _FAR_OFF = Decimal("0.01"), Decimal("0.2")
# 幼儿
_PEOPLE = 2
# 纠纷
_NOUN = 2
# 建制|村: so many words name a kind of place.
_KIND_OF_PLACE = 2
# 占比20%, 占20%: shares whose words may name both the part and the whole.
_SAYS_PART = ("share.noun", "share.of_whole")


def set_whole(walk: Walk, draft: Draft, reading: Reading) -> None:
    """Set what `draft` is a share of: the printed whole, the topic, what 其中 follows, the last whole named."""
    asks = "whole" in reading.spans
    draft.whole = _apart_from(walk, draft, reading, printed_whole(walk, reading)) or (_beside_noun(walk, draft) if reading.rule.name == "share.noun" else None) or named_apart(walk, reading)[1] or draft.whole
    if draft.whole is None and walk.topic and walk.topic not in walk.vocabulary.names.deeds_to_titles:
        draft.whole = _measured_topic(walk, walk.topic, draft)
    # 合格率99%，其中…占4.8%: nothing is part of a rate.
    parent = walk.parent if walk.parts_from is not None and walk.parent is not None and not walk.parent.name.endswith(walk.vocabulary.rates) else None
    if parent is not None and parent.draft is not None and parent.draft.kind == "quantity" and not parent.unit:
        # 城乡居民收入比2.04。按来源分，工资性收入占可支配收入的55.6%；经营净收入占18.8%: nor of a ratio.
        parent = None
    if parent is not None and walk.parts_from is not None and parent.sentence < walk.sentence and walk.parts_from > walk.sentence_start and walk.tokens[walk.parts_from].letter == "D":
        # 死亡人口3.9万人。60岁及以上占24.2%，其中65岁及以上占17.8%: nothing in the sentence of the parts stated their whole.
        parent = None
    if draft.whole is None and reading.rule.name == "share.noun" and (grown := _grown_whole(walk)) not in ("", draft.indicator):
        draft.whole = grown
    # 公共预算收入16亿元，其中税收收入13亿元，税收占比81%: as long as no other whole is named behind 其中.
    is_noun = reading.rule.name == "share.noun" and parent is not None and (walk.last_whole in (None, parent.name) or not _names_whole_since(walk)) and parent.sentence >= walk.sentence - 1
    is_noun = is_noun and not (";" in walk.row.letters(walk.parts_from or 0, draft.token) and _tells_otherwise(walk, draft))
    if is_noun and parent is not None and walk.tokens[walk.parts_from or 0].letter != "D":
        # 从直报数据看，本科学历人员占比28%: a point of view parts nothing that the sentence before stated.
        is_noun = any(one is parent.draft for one in walk.drafts if one.token >= walk.sentence_start)
    if draft.whole is None and parent is not None and (asks or is_noun) and parent.name != draft.indicator:
        draft.whole = _part_before(walk, reading) or (_only_part(walk, draft) if is_noun else "") or _whole_that_fits(walk, draft, parent.draft) or _in_its_unit(walk, draft, parent)
    if draft.whole is None and asks and walk.brackets and (outer := walk.brackets[-1].frame) is not None and outer.level and outer.sentence == walk.sentence and not _is_of_share(walk, outer):
        # 配送货值21亿元（物流企业配送货值占77%）
        draft.whole = outer.name if outer.name != draft.indicator else None
    if draft.whole is None and parent is None and reading.rule.name == "share.noun" and walk.last_whole is None:
        draft.whole = _counted_before(walk, draft)
    if draft.whole is None and reading.rule.name == "share.noun" and walk.last_whole is not None and walk.last_whole.endswith(draft.indicator[-_NOUN:]) and _names_whole_since(walk):
        # 其中过夜游客占比三成，省外游客占比21%: of the same, as both say whom.
        draft.whole = walk.last_whole
    if draft.whole is not None:
        walk.last_whole = draft.whole
    elif (asks or reading.rule.name == "share.noun") and (walk.parts_from is None or walk.parent is None or walk.tokens[walk.parts_from].letter != "D"):
        # 第一产业占生产总值的比重为22.5%，第二产业比重为17.0%.
        draft.whole = None if reading.rule.name == "share.noun" and _tells_otherwise(walk, draft) else _measured_like(walk, walk.last_whole, draft) or _all_of_kind(walk, draft) or _of_all_people(walk, draft)


def _grown_whole(walk: Walk) -> str:
    """固定资产投资 of 固定资产投资增长8.2%，其中工业投资增长15.6%，占比超过40%: what 其中 in this sentence follows, where but its rate is told; else empty."""
    begun = walk.parts_from
    if begun is None or begun < walk.sentence_start or walk.tokens[begun].letter != "D":
        return ""
    before = next((one for one in reversed(walk.drafts) if one.token < begun), None)
    is_rate = before is not None and before.token >= walk.sentence_start and before.aspect == "change" and walk.tokens[before.token].letter == "%" and walk.row.letters(before.token + 1, begun) == ","
    levels = (one for one in walk.drafts if one.token >= walk.sentence_start and before is not None and one.indicator == before.indicator and one.aspect == "level")
    return before.indicator if before is not None and is_rate and next(levels, None) is None else ""


def _is_of_other_tally(walk: Walk, draft: Draft, last: Draft) -> bool:
    """批次占比77.2%，件数不足4%: whether what had a share by one tally is told of by another."""
    tallies = walk.vocabulary.clauses.tallies
    of_last, of_this = (without_end(name, tallies) for name in (last.indicator, draft.indicator))
    return of_last != last.indicator and of_this != draft.indicator and of_last == of_this and last.indicator != draft.indicator


def _is_of_share(walk: Walk, frame: Frame) -> bool:
    """企业（占60%）、高校（占20%）: whether what was told before is itself a share of something."""
    return any(before.aspect == "share" and before.indicator == frame.name for before in reversed(walk.drafts) if before.token >= walk.sentence_start)


def _names_whole_since(walk: Walk) -> bool:
    """占全国份额15%，…；实际使用外资30亿美元，其中制造业外资占比51%: whether something else than what 其中 follows was said to be the whole behind it."""
    return any(before.whole == walk.last_whole for before in walk.drafts if before.aspect == "share" and before.token > (walk.parts_from or 0))


def _part_before(walk: Walk, reading: Reading) -> str:
    """保育员 of 从业人员8.3万人。其中，保育员5.1万人，持有证书的占82%: those counted right before words that say only which of them."""
    last = walk.drafts[-1] if walk.drafts else None
    begun = walk.parts_from if walk.parts_from is not None else walk.sentence_start
    if last is None or last.token < max(begun, walk.sentence_start) or last.aspect != "level" or last.kind != "count":
        return ""
    return last.indicator if walk.row.words_between(*reading.spans.get("label", (0, 0))).endswith("的") else ""


def _only_part(walk: Walk, draft: Draft) -> str:
    """地方财政收入 of 财政总收入86亿元，其中地方财政收入52亿元，税收占比85.6%: the only part told behind 其中, of which something else is a share; 税收收入 is the share's own part."""
    begun = walk.parts_from if walk.parts_from is not None else walk.sentence_start
    told = list(dict.fromkeys(before.indicator for before in walk.drafts if before.token > begun and before.aspect == "level"))
    return told[0] if len(told) == 1 and draft.indicator[:_PEOPLE] not in told[0] and walk.namer.has_measure(told[0]) else ""


def _whole_that_fits(walk: Walk, draft: Draft, told: Draft | None) -> str:
    """常住人口 of 常住人口46.8万人，60岁及以上8.8万人，其中65岁及以上6.1万人，占13.0%: what the paragraph stated before, where the share is that of it and far from that of the whole told; else empty."""
    # 著作权案件2105件、商标权案件620件，分别占65.8%、19.4%: the part may stand some numbers before.
    part = next((one for one in reversed(walk.drafts) if one.aspect == "level" and one.indicator == draft.indicator), None)
    if told is None or part is None or part.token < walk.sentence_start or not told.value:
        return ""
    if part.unit == told.unit and _is_share(part, told, draft, _FAR_OFF):
        # 出口812亿元；从商品看，纺织服装出口426亿元，占52.4%, in a paragraph on 进出口: what the name ends with fits, and the whole told does not.
        alike = (before.indicator for before in walk.drafts if before.unit == part.unit and before.aspect == "level" and part.indicator.endswith(before.indicator[-_PEOPLE:]) and _is_share(part, before, draft, _ROUNDED))
        return "" if _is_share(part, told, draft, _ROUNDED) else next((name for name in alike if name != part.indicator), "")
    # 扣留货物412批次。从权利类型看，侵犯商标权货物398批: the batches, and not what else was told of.
    stated = (before for before in walk.drafts if before.aspect == "level" and _are_units_alike(before.unit, part.unit) and before.value > part.value and before is not told)
    return next((before.indicator for before in stated if _is_share(part, before, draft, _ROUNDED)), "")


def _are_units_alike(unit: str | None, other: str | None) -> bool:
    """批 and 批次: whether two units count the same."""
    return unit == other or (unit is not None and other is not None and (unit.startswith(other) or other.startswith(unit)))


def _is_share(part: Draft, whole: Draft, share: Draft, off: Decimal) -> bool:
    """Whether the part is so many of a hundred of the whole, but for `off` of it."""
    return abs(part.value * 100 - share.value * whole.value) <= off * share.value * whole.value


def _tells_otherwise(walk: Walk, draft: Draft) -> bool:
    """护理型床位占床位的56%；日间照料中心8620个，普惠托位占比68%: whether behind a semicolon something else was counted since the last whole was named, and not the part."""
    last = next((before for before in reversed(walk.drafts) if before.aspect == "share"), None)
    if last is None or ";" not in walk.row.letters(last.token, draft.token):
        return False
    since = [before.indicator for before in walk.drafts if before.token > last.token and before.aspect == "level"]
    return bool(since) and not any(name in draft.indicator or draft.indicator in name for name in since)


def _in_its_unit(walk: Walk, draft: Draft, parent: Frame) -> str:
    """新开工项目 of 新开工项目86个，总投资628亿元，其中工业项目52个、占比60.5%: of several measures of a whole, that by which the part was counted."""
    part = next((before for before in reversed(walk.drafts) if before.aspect == "level" and before.indicator == draft.indicator), None)
    if part is None and parent.draft is not None:
        # 接待游客326.8万人次，人均消费783元；其中过夜游客占比三成: of those counted by the noun of the part.
        noun = draft.indicator[-_NOUN:]
        alike = (before.indicator for before in reversed(walk.drafts) if before.token >= walk.sentence_start and before.aspect == "level" and before.indicator.endswith(noun))
        return parent.name if parent.name.endswith(noun) or parent.draft.kind == "count" else next(alike, parent.name)
    if part is None or parent.draft is None or part.unit == parent.unit or part.token < (walk.parts_from or 0):
        return parent.name
    told = (before for before in reversed(walk.drafts) if before.token < parent.draft.token and before.token >= walk.sentence_start and before.aspect == "level")

    def is_whole(before: Draft) -> bool:
        # 调解纠纷8.6万件，涉及金额12亿元，其中邻里纠纷1.6万件，占18.6%: by the noun that both end with.
        return parent.name.startswith(before.indicator) or (before.value > part.value and before.indicator[-_NOUN:] == part.indicator[-_NOUN:])

    return next((before.indicator for before in told if before.unit == part.unit and is_whole(before)), parent.name)


def _all_of_kind(walk: Walk, draft: Draft) -> str | None:
    """人口 of 年末人口140万人。…0-15岁人口占比17%: what the paragraph counted by the noun with which the part's name ends, and which is no part itself."""
    parts = {before.indicator for before in walk.drafts if before.aspect == "share"} | {draft.indicator}
    part = next((before for before in reversed(walk.drafts) if before.indicator == draft.indicator and before.aspect == "level"), None)
    # 位于2度以下坡度的耕地156万亩，占60.99%: a land is measured as its parts are.
    stated = (before.indicator for before in walk.drafts if before.aspect == "level" and (before.kind in ("count", "money") or (part is not None and before.unit == part.unit and before.value > part.value)))
    # 制造业、采矿业 together are no part of 采矿业.
    return next((name for name in stated if draft.indicator.endswith(name) and not draft.indicator.endswith(f"、{name}") and name not in parts), None)


def _of_all_people(walk: Walk, draft: Draft) -> str | None:
    """常住人口 of 常住人口534万人。其中城镇人口381万人。男性占51.6%。0-17岁人口占14.0%: the people of whom the paragraph told parts before, for more of those or for a part of all."""
    names = walk.vocabulary.names
    before = next((one for one in reversed(walk.drafts) if one.token < walk.sentence_start and one.aspect == "level" and one.parent is not None), None)
    whole = before.parent if before is not None else None
    if whole is None or whole.unit not in walk.vocabulary.people_units or not whole.indicator.endswith(names.plain_people):
        return None
    return whole.indicator if draft.indicator.endswith(names.plain_people) and draft.indicator != whole.indicator else None


def _counted_before(walk: Walk, draft: Draft) -> str | None:
    """公共预算收入16亿元，税收占比84%: the sum that the sentence stated right before the share of something else; 发电量80亿千瓦时，装机占比8% is of another measure."""
    frame = walk.frame
    stated = frame.draft if frame is not None else None
    if frame is None or stated is None or not frame.level or frame.sentence != walk.sentence or stated.kind != "money" or any(map(str.isdigit, draft.indicator)):
        # 总收入86亿元，经营收入30万元以上的村占比92%: bodies within a bound are no part of a sum.
        return None
    if any(word in frame.name for word in walk.vocabulary.names.for_one_each):
        # 均价每平方米8200元；保障房占比12%
        return None
    return frame.name if draft.indicator not in frame.name and frame.name not in draft.indicator else None


def printed_whole(walk: Walk, reading: Reading) -> str | None:
    """占规模以上工业增加值比重 → 规模以上工业增加值."""
    if not reading.says("whole"):
        return None
    first, last = reading.spans["whole"]
    text = walk.namer.clean(walk.label_text(first, last).replace("\n", "").replace("，", ""))
    for noun in walk.vocabulary.whole_ends:
        text = text.removesuffix(noun) or text
    text = text.removesuffix("的")
    if not text:
        text = "".join(walk.text[place.start : place.end] for place in walk.row.places(first, last))
    elif text in walk.vocabulary.names.whole_numbers and (places := walk.row.places(first, last)):
        # 占全省总量的12%, 占全省完成总量的比重: all there is somewhere is told by where.
        return walk.text[places[0].start : walk.tokens[last - 1].end].partition(text)[0] + text
    if not text:
        # 占全省的3/5, where no table tells which province that is.
        said = walk.row.words_between(first, last).strip().removesuffix("的")
        return said if said in walk.vocabulary.ranks.scopes else None
    return walk.namer.clean(text) or text or None


def _apart_from(walk: Walk, draft: Draft, reading: Reading, whole: str | None) -> str | None:
    """全国陆地面积 of 陆地面积18万平方公里，占全国陆地面积的1.9%: a whole that has the name of its part is told from it by its place."""
    if whole is None or whole != draft.indicator or not (places := walk.row.places(*reading.spans["whole"])):
        return whole
    return walk.text[places[0].start : places[0].end] + whole


def _measured_topic(walk: Walk, topic: str, draft: Draft) -> str:
    """医院中，公立医院床位占69% → 医院床位: of bodies, by the measure of the part."""
    parts = walk.namer.take_apart(draft.indicator)
    is_of_bodies = parts.measure and walk.namer.is_name(topic) and parts.topic != topic and parts.topic.endswith(topic)
    return topic + parts.measure if is_of_bodies else topic


def _measured_like(walk: Walk, whole: str | None, draft: Draft) -> str | None:
    """从业人员3.9万人，占全部工业从业人员的26%；资产5.2亿元，占59% → 全部工业资产: the same whole, by the measure of the part."""
    how_many = next((noun for noun in walk.vocabulary.names.how_many if whole.endswith(noun)), "") if whole else ""
    if whole and how_many and walk.frame is not None and walk.frame.draft is not None and walk.frame.draft.kind != "count":
        # 企业120个，占全部企业单位数的0.2%；资产5亿元，占44%: of how many there are, no amount is a part.
        measure = walk.namer.take_apart(draft.indicator).measure
        return join(whole.removesuffix(how_many), measure) if measure else None
    parts = walk.namer.take_apart(whole) if whole else None
    first = next((before for before in reversed(walk.drafts) if before.aspect == "share" and before.whole == whole), None)
    if whole and parts is not None and first is not None and not first.indicator.endswith(parts.measure):
        # 申请量占全市申请总量的68%，授权量占62%: the part has the measure without the word for all.
        parts = walk.namer.take_apart(walk.namer.of_part(whole))
    if parts is None or first is None or not parts.measure or not parts.topic or not first.indicator.endswith(parts.measure):
        return whole
    own = walk.namer.take_apart(draft.indicator)
    return whole if draft.indicator.endswith(parts.measure) else parts.topic + own.measure


def _beside_noun(walk: Walk, draft: Draft) -> str | None:
    """全市占比31%, 占比全市发明申请总量的68.94%: the whole right before the noun, where it takes in home, or behind it."""
    noun = max((place for place in range(walk.window(draft.token), draft.token) if walk.tokens[place].letter == "W"), default=-1)
    if noun < 0:
        return None
    among = walk.namer.split_among(walk.row.words_between(walk.window(draft.token), noun))
    if among[0] and among[1]:
        # 工业经济在全市总量占比达到16%
        whole = walk.namer.clean(among[1], head=False).removesuffix("的")
        return without_end(whole, walk.vocabulary.names.within)
    if whole := part_and_whole(walk, walk.window(draft.token), noun)[1]:
        return whole
    behind = walk.row.words_between(noun + 1, draft.token)
    if "R" in walk.row.letters(noun + 1, draft.token) and behind.endswith("的"):
        # 占比达全省的58%: that it reaches so much is no part of the whole.
        named = (without_head(said.replace("\n", "").removesuffix("的"), walk.vocabulary.share_reaches) for said in (walk.label_text(noun + 1, draft.token), behind))
        return next((whole for whole in map(walk.namer.clean, named) if whole), "") or without_head(behind.removesuffix("的"), walk.vocabulary.share_reaches)
    place, home = walk.row.before(noun), walk.setting.home
    if place is None or place.letter != "R" or home is None or place.value.code == home.code or not walk.gazetteer.inside(home, place.value):
        return None
    walk.region, walk.region_named = None, False
    return walk.text[place.start : place.end]


def part_and_whole(walk: Walk, first: int, last: int) -> tuple[str, str]:
    """外贸出口中民营企业占比 → 民营企业 | 外贸出口; no whole where the words name none."""
    said = walk.text[walk.tokens[first].start : walk.tokens[last].start]
    if not any(word in said for word in walk.vocabulary.names.within) or any(token.letter not in "XTR" and token.role != "qualifier" for token in walk.tokens[first:last]):
        return "", ""
    told = walk.namer.split_whole(walk.label_text(first, last).replace("\n", "").strip())
    part, whole = map(walk.namer.clean, told)
    if whole and told[0].endswith("的") and told[0].startswith((*walk.vocabulary.names.possessing, *walk.vocabulary.names.existing)) and walk.namer.is_name(whole):
        # 高新技术企业中拥有专利的占92% → 拥有专利的高新技术企业
        return told[0] + whole, whole
    # 失效专利中维持不满3年的占40%: a bound tells which of them.
    is_some = told[0].endswith("的") and any(token.role == "qualifier" for token in walk.tokens[first:last])
    return (part, whole) if part and (is_some or not walk.namer.starts_with_verb(part)) and whole and not walk.namer.is_anaphor(whole) else ("", "")


def named_apart(walk: Walk, reading: Reading) -> tuple[str, str]:
    """外贸出口中民营企业占比20%, 外出农民工中男性占69%: the part and the whole of a share that no other words name; no whole where there are such."""
    if reading.rule.name not in _SAYS_PART or reading.says("whole") or "label" not in reading.spans:
        return "", ""
    return _within_which(walk, *reading.spans["label"]) or part_and_whole(walk, *reading.spans["label"])


def _within_which(walk: Walk, first: int, last: int) -> tuple[str, str] | None:
    """通信业务收入 | 电信业务收入 of 实现通信业务收入2800亿元，在电信业务收入中占31.5%: what the sentence tells of, and within which; None where no words like these stand before the number."""
    said = walk.row.words_between(first, last).strip("\n ，")
    if not said.endswith(walk.vocabulary.names.within) or not said.startswith(walk.vocabulary.names.located) or walk.frame is None or walk.frame.sentence != walk.sentence:
        return None
    whole = walk.namer.clean(without_end(walk.namer.split_among(said)[1], walk.vocabulary.names.within))
    return (walk.frame.name, whole) if whole and whole != walk.frame.name else None


def weigh_percentage(walk: Walk, draft: Draft, *, labelled: bool) -> None:
    """A percentage that reads as a level is a share where it is one of what came before.

    Args:
        walk: the walk.
        draft: a level in percent.
        labelled: whether words before the number name its indicator.
    """
    if walk.share is not None:
        name, draft.whole = walk.share
        draft.aspect = "share"
        measure = walk.namer.take_apart(name).measure
        draft.indicator = name if not labelled else draft.indicator + (measure or name.removeprefix(draft.indicator)) if name not in draft.indicator and not walk.namer.has_measure(draft.indicator) else draft.indicator
        return
    if labelled and (those := _of_those(walk, draft)) is not None:
        draft.aspect, (draft.indicator, draft.whole) = "share", those
        return
    reached = walk.vocabulary.whole_reached.fullmatch(walk.label_text(walk.window(draft.token), draft.token).replace("\n", ""))
    if reached is not None:
        # 高标准农田达到耕地总面积的64%.
        draft.aspect, draft.whole = "share", walk.namer.clean(reached["whole"])
        draft.indicator = walk.namer.clean(reached["part"]) or (walk.frame.name if walk.frame is not None else draft.indicator)
        return
    if draft.indicator.endswith(walk.vocabulary.proportions) and (pair := _part_of_named(walk, draft.indicator)) is not None:
        draft.aspect, (draft.indicator, draft.whole) = "share", pair
        return
    if not labelled and (before := _of_what_before(walk, draft)) is not None:
        draft.aspect, (draft.indicator, draft.whole) = "share", before
        return
    if not labelled and draft.indicator.endswith(walk.vocabulary.share_nouns) and (part := without_end(draft.indicator, walk.vocabulary.share_nouns).removesuffix("的")):
        # 服务业占比逐年提高，达52%
        draft.aspect, draft.indicator = "share", part
        return
    if not labelled and words_behind(walk, draft.token):
        # 其中41%免费: a percentage of what came before.
        draft.aspect = "share"
        _take_whole_behind(walk, draft)
    last = walk.drafts[-1] if walk.drafts else None
    if not labelled and last is not None and last.aspect == "share" and last.indicator == draft.indicator and last.token >= walk.sentence_start:
        # 占比首次过半,达50.35%; 占全省的12%、全国的3%
        draft.aspect, draft.whole = "share", _next_place(walk, draft, last) or last.whole
    elif last is not None and last.aspect == "share" and last.token >= walk.sentence_start and (_is_of_other_tally(walk, draft, last) or is_in_tenths(walk, draft)):
        draft.aspect, draft.whole = "share", draft.whole or last.whole
    elif (not draft.indicator.endswith(walk.vocabulary.rates) or (walk.topic and draft.indicator.endswith(walk.vocabulary.proportions))) and (walk.topic or _are_people(walk, draft) or tells_tenths(walk, draft)):
        # 民事案件中,著作权纠纷超一半; 工业总产值中，私营工业的比重逐年提高（2020年为34%）; 公办园在园幼儿超过50%: so many of a hundred people are a part of all.
        draft.aspect, draft.whole = "share", draft.whole or whole_of_tenths(walk, draft)
        for noun in walk.vocabulary.whole_ends:
            draft.indicator = draft.indicator.removesuffix(noun).removesuffix("的") or draft.indicator


def _of_what_before(walk: Walk, draft: Draft) -> tuple[str, str | None] | None:
    """发明专利授权量505件，占授权总数的比例再创新高，达5.1%: what the sentence told right before the clause that names a share alone, and of what; None where the clause names more."""
    last = walk.drafts[-1] if walk.drafts and walk.drafts[-1].token >= walk.sentence_start else None
    if last is None or last.aspect not in ("level", "change"):
        return None
    said = draft.indicator
    begun = walk.row.clause_start(draft.token)
    if said == last.indicator and begun > last.token + 1:
        # 占全省比重稳步提高，达5.1%: with how it went, which the number tells.
        clause = walk.row.clause_start(begun - 1)
        letters = walk.row.letters(clause, begun - 1)
        said = walk.row.words_between(clause, clause + letters.index("W") + 1).strip() if "W" in letters and clause > last.token else ""
    found = walk.vocabulary.share_alone.fullmatch(said)
    return None if found is None else (last.indicator, walk.namer.clean(found["whole"] or "") or found["whole"])


def _next_place(walk: Walk, draft: Draft, last: Draft) -> str:
    """全国 of 占全省的12%、全国的3%: the place right behind a share, of which the next is; empty where none stands there alone."""
    places = walk.row.places(last.token + 1, draft.token)
    alone = len(places) == 1 and walk.row.letters(last.token + 1, draft.token) in ("/RX", ",RX", "XRX", "/R", ",R") and walk.text.endswith("的", 0, draft.start)
    return walk.text[places[0].start : places[0].end] if alone else ""


def _part_of_named(walk: Walk, name: str) -> tuple[str, str] | None:
    """专任教师中本科以上学历比例 → 本科以上学历 | 专任教师: the part and the whole that a name ending with the word for a proportion tells; None where it tells none."""
    if not any(word in name for word in walk.vocabulary.names.within):
        return None
    part, whole = (walk.namer.clean(told) for told in walk.namer.split_whole(without_end(name, walk.vocabulary.proportions)))
    # 研发人员: people whose name begins with what they do.
    is_noun = not walk.namer.starts_with_verb(part) or part.endswith(walk.vocabulary.names.people_nouns)
    is_pair = len(part) > 1 and len(whole) > 1 and is_noun and not walk.namer.is_anaphor(whole) and not walk.namer.has_measure(part)
    return (part, whole) if is_pair else None


def _are_people(walk: Walk, draft: Draft) -> bool:
    """Whether people stand right before the percentage, and not what is measured of them: 相当于在职职工的23% is no part."""
    name, names = draft.indicator, walk.vocabulary.names
    printed = walk.row.words_between(walk.window(draft.token), draft.token).rstrip()
    is_of_people = name.endswith((*names.persons, *names.people_nouns)) or walk.namer.counts_people(name[-_PEOPLE:])
    return is_of_people and printed.endswith(name[-_PEOPLE:]) and walk.namer.counts_people(name) and not walk.namer.has_measure(name)


def _of_those(walk: Walk, draft: Draft) -> tuple[str, str] | None:
    """规上企业中约50%的企业订单增加 → 企业订单增加, of 规上企业: those among whom the noun behind the number tells some; None where the words before it name no whole."""
    if not walk.text.startswith("的", draft.end):
        return None
    first, within = walk.window(draft.token), walk.vocabulary.names.within
    printed = walk.row.words_between(first, draft.token).strip()
    # 初中95%的学校: 中 as a word of its own.
    if not printed.endswith(within) or walk.namer.words(printed)[-1] not in within:
        return None
    part, whole = words_behind(walk, draft.token), walk.namer.clean(without_end(raw_label(walk, first, draft.token), within))
    return (part, whole) if part and whole else None


def _take_whole_behind(walk: Walk, draft: Draft) -> None:
    """89%的企业具有管理系统 → 具有管理系统的企业, of 企业: the noun behind the number is the whole, and what it does or has tells which part."""
    name, namer = draft.indicator, walk.namer
    words = namer.words(name) if walk.text.startswith("的", draft.end) else [""]
    names = walk.vocabulary.names
    noun = namer.longest_group(name) or (words[0] if words[0].endswith((*names.persons, *names.households)) else _places_told_of(walk, words))
    rest = name[len(noun) :]
    if not noun or not rest or not (namer.starts_with_verb(rest) or rest.startswith((*names.possessing, *names.telling, *names.served_by))):
        return
    draft.indicator, draft.whole = f"{rest}的{noun}", noun


def _places_told_of(walk: Walk, words: list[str]) -> str:
    """行政村 of 91%的行政村通了天然气: the kind of place right behind the number, in front of a verb that is a word of its own; empty for 城市建成区."""
    names = walk.vocabulary.names
    for place in range(1, min(len(words), _KIND_OF_PLACE + 1)):
        kind = "".join(words[:place])
        if kind.endswith(names.kinds_of_place):
            return kind if words[place] in names.telling or words[place].startswith(names.served_by) or walk.namer.is_verb(words[place]) else ""
    return ""
