"""Lists with 分别: the numbers behind it are named together, one name or one place for each."""

from __future__ import annotations

from ipextract.linking.before_number import clean_label
from ipextract.linking.frames import Draft, Frame, Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.again import counted_whole
from ipextract.linking.indicator.ellipsis.beside import carried_in_list, done_in_scene
from ipextract.linking.indicator.ellipsis.contributions import frame_of_giver
from ipextract.linking.indicator.ellipsis.crimes import done_to_cases_told
from ipextract.linking.indicator.ellipsis.holders import bounded_bodies
from ipextract.linking.indicator.ellipsis.of_topic import titles_of_topic
from ipextract.linking.indicator.ellipsis.rates import all_served
from ipextract.linking.indicator.ellipsis.titles import kind_of_frame
from ipextract.linking.indicator.ellipsis.winners import won_by
from ipextract.linking.lists.by_bodies import name_by_bodies
from ipextract.linking.lists.in_places import (
    date_each,
    keep_one_name,
    name_by_deed_in_same_places,
    name_by_places,
    name_by_places_before,
    name_by_same_places,
    without_actor,
)
from ipextract.linking.lists.listed import PRINTED, Listed, answer, deeds_to_one, label_itself, measure_ahead
from ipextract.linking.lists.measured import bodies_shared, counted_by_deed, front_before, measured_again
from ipextract.linking.lists.members import count_all, is_joint, keep_shares, list_members, share_unit
from ipextract.linking.lists.places import name_places_and_zones, places_told
from ipextract.linking.lists.said_before import SAID_BEFORE, ranked_before
from ipextract.linking.lists.series import is_service_rate
from ipextract.linking.lists.tallied import of_tally
from ipextract.linking.period.spans import Span, in_year
from ipextract.linking.period.times import each_year, span_of
from ipextract.linking.relation.bases import basis_of, basis_of_time
from ipextract.linking.relation.behind import rate_behind, share_behind
from ipextract.linking.walk import Walk
from ipextract.rules.readings import GROWN, LEVEL, RATE
from ipextract.rules.tokens import NOTHING, Amount, Basis

# So many clauses in front of the one with the list may say of what times it is.
_CLAUSES = 3


def name_list(walk: Walk, index: int, start: int, reading: Reading) -> None:
    """Name all numbers of the list that begins at `index`; the walk keeps nothing where it is none.

    Args:
        walk: the walk, which keeps the names for the numbers ahead.
        index: the first number.
        start: the first token of the words before it; 分别 is among them.
        reading: how the first number is read.
    """
    members = list_members(walk, index)
    if len(members) < 2:
        return
    count_all(walk, members)
    if reading.rule.name == "level" and walk.tokens[index].letter in "%M":
        # 分别翻了一番、增长1.3倍和52%
        reading = (Reading(GROWN, {}) if walk.tokens[index].rule == "number.fold" else rate_behind(walk, members[-1]) if walk.tokens[index].letter == "%" else None) or reading
        # 柯桥、上虞分别以30.0%、12.8%的占比领先
        reading = share_behind(walk, index, start, members[-1]) or reading
    if reading.rule.aspect == "change" and not (walk.basis is not None and walk.basis.basis == "year_end" and walk.basis_sentence != walk.sentence):
        # What a sentence before compared with the year's end says nothing of sales: each number finds out for its own name.
        reading = reading._replace(basis=basis_of(walk, index))
    letters = walk.row.letters(start, index)
    # 分别是全市平均水平的2.1倍和1.8倍: of multiples 分别是 opens no list of parts.
    marker = start + letters.index("I") if "I" in letters else start + letters.index("D") if "D" in letters and walk.tokens[index].letter == "M" else index
    first = reading.spans["label"][0] if "label" in reading.spans else start
    listed = Listed(walk, members, first, _label_stop(walk, start, marker, reading), marker, reading)
    if walk.row.letters(index - 2, index) == "YT" and (begun := walk.spans.get(index - 1)) is not None:
        # 由上年的15.2%、49.9%和34.9%调整为…: the year from which is that of all.
        walk.timed.update(dict.fromkeys(members, begun))
    if _name_by_ranks(listed) or _name_by_ranked(listed) or _name_by_structure(listed) or _name_by_bases(listed) or _name_by_times(listed) or name_by_places(listed) or name_places_and_zones(listed) or name_by_bodies(listed) or name_by_places_before(listed) or name_by_deed_in_same_places(listed):
        return
    done = deeds_to_one(listed)
    if done is not None:
        _keep_names(listed, done)
        return
    printed = None if listed.points_back else answer((measured_again, front_before, *PRINTED), listed)
    if printed is not None:
        _keep_printed(listed, carried_in_list(walk, index, bodies_shared(listed, printed)))
    elif _name_by_years(listed):
        return
    elif (said_before := answer(SAID_BEFORE, listed)) is not None:
        _keep_names(listed, said_before)
        if len(set(said_before)) == 1 and (years := _years_of_each(listed)):
            date_each(listed, years)
        recent = walk.drafts[-listed.count :]
        _keep_shares_told(listed, said_before, recent)
        if len(set(said_before)) == 1 and (places := places_told(walk, recent, listed.count)):
            # 两区分别实现生产总值120亿元、80亿元，分别增长5%、6%: each of its place.
            walk.placed.update(zip(listed.members, places, strict=True))
    elif listed.label:
        name_by_same_places(listed)
        if index not in walk.named and marker < index:
            _name_by_all(listed, "/" in letters[: marker - start])
    elif reading.rule is RATE and walk.frame is not None:
        # 旅客发送量…。其中，西安、兰州两个局增幅较大，分别达24.5%和22.2%: of what was spoken of.
        keep_one_name(listed, walk.frame.name, [])


def _keep_shares_told(listed: Listed, names: list[str], recent: list[Draft]) -> None:
    """比重由15.2%、49.9%调整为14.0%、53.9%; 工业和建筑业占比均超过10%，分别为35.9%和12.6%: the list is of shares, where it takes up those told right before, or what bounds them all."""
    if [draft.indicator for draft in recent] == names:
        keep_shares(listed.walk, listed.members, recent, listed.reading)
    elif recent and recent[-1].bound != "exact" and not listed.printed:
        keep_shares(listed.walk, listed.members, recent[-1:] * listed.count, listed.reading)


def _name_by_all(listed: Listed, paused: bool) -> None:
    """事故四项指标同比分别下降33%、61%、17%、20%: how each changed, under the name of all; of 智能手机、体育、娱乐用品零售额分别增长23.2%、18.0% cannot be told which is whose."""
    walk = listed.walk
    if paused:
        walk.untold.update(listed.members)
        for member in listed.members:
            walk.tokens[member].role = "unresolved"
    elif listed.reading.rule.name == "change.verb":
        _keep_names(listed, [listed.label] * listed.count)


def _years_of_each(listed: Listed) -> list[Span | None]:
    """2021至2023年，立案分别为330件、365件、1155件，同比分别上升…: the years of the list before, where it is rates without the first; empty where there are others."""
    years, count, row = listed.walk.year_each, listed.count, listed.walk.row
    # 2024年同比分别上升…: of the year that is named.
    is_dated = "T" in row.letters(row.clause_start(listed.members[0]), listed.members[0])
    if len(years) == count + 1 and listed.reading.rule.aspect == "change" and not is_dated:
        return years[1:]
    return years if len(years) == count else []


def _label_stop(walk: Walk, start: int, marker: int, reading: Reading) -> int:
    """Where the words before 分别 end: before 占, before the basis."""
    if reading.rule.name in ("share.of_whole", "share.noun"):
        return min(marker, reading.spans["label"][1])
    if walk.tokens[marker].letter != "I" and "verb" in reading.spans:
        # 吴兴、南浔地区生产总值增长5%、6%: before the verb.
        marker = reading.spans["verb"][0]
    if reading.rule.name == "change.rate" and start < (noun := reading.spans["noun"][0]) < marker and (noun == marker - 1 or walk.row.words(noun) not in walk.vocabulary.rate_nouns):
        # 工业和投资增长分别达到8%和9%, 汽车、化工行业产值增速分别为5%和6%: before the rate, which is of what each made.
        marker = noun
    # 同比事故起数和死亡人数分别…: names follow a basis that stands first.
    first = start + (walk.row.letters(start, start + 1) == "B" and marker > start + 1)
    basis = walk.row.letters(first, marker).find("B")
    return first + basis if basis >= 0 else marker


def _name_by_ranks(listed: Listed) -> bool:
    """投资居第3位，工业居第5位，分别提升2位和1位."""
    if (ranked := ranked_before(listed)) is not None:
        _keep_names(listed, ranked)
    return ranked is not None


def _name_by_ranked(listed: Listed) -> bool:
    """上海、江苏分列第二、第三位，分别为87.4件和57.1件: how many each of those had whose places in a row the clause before told."""
    walk, recent = listed.walk, listed.walk.drafts[-listed.count :]
    if listed.label or listed.middle or listed.reading.rule.aspect != "level" or len(recent) < listed.count or len({draft.indicator for draft in recent}) > 1:
        return False
    is_row = all(draft.kind == "rank" and draft.aspect == "rank" and draft.token >= walk.sentence_start for draft in recent)
    regions = [draft.region for draft in recent if draft.region is not None]
    if not is_row or len({region.code for region in regions}) < listed.count or walk.row.letters(recent[-1].token + 1, listed.marker) != ",":
        return False
    keep_one_name(listed, recent[0].indicator, regions)
    return True


def _name_by_structure(listed: Listed) -> bool:
    """产业结构由上年的22.3%、28.6%和49.1%优化为…: a share for each member of a structure; another measure (投资结构) is of its own."""
    walk = listed.walk
    if listed.reading.rule.name != "level" or walk.tokens[listed.members[0]].letter != "%":
        return False
    # 产业结构进一步优化，由…调整为…: said by the clause before.
    printed = listed.printed or walk.subject
    key, names = next(((key, names) for key, names in walk.namer.members.items() if key in printed and len(names) == listed.count), ("", ()))
    if not key or printed.partition(key)[2] not in ("", *walk.vocabulary.names.structures):
        return False
    for member, name in zip(listed.members, names, strict=True):
        walk.named[member], walk.shared[member] = (name, listed.reading), None
    return True


def _name_by_bases(listed: Listed) -> bool:
    """增速分别比上月末和上年同期高0.6个和2.8个百分点, 销售面积环比、同比分别增长51.3%、15.3%: one indicator, and a basis for each number."""
    walk = listed.walk
    places = _bases_of_each(listed)
    if len(places) != listed.count or listed.reading.rule.aspect != "change":
        return False
    bases = [walk.tokens[place].value if walk.tokens[place].letter == "B" else basis_of_time(walk, place) for place in places]
    before = places[0] < listed.marker
    name = (clean_label(walk, listed.first, places[0]) if before else listed.label) or (walk.frame.name if walk.frame is not None else "")
    if name in walk.vocabulary.rate_nouns and walk.frame is not None:
        # 增速比上月和上年同期分别高0.6个和2.8个百分点: that of what was told before.
        name = walk.frame.name
    if not name or not all(isinstance(basis, Basis) for basis in bases):
        return False
    if not before:
        share_unit(walk, listed.members)
    for member, basis in zip(listed.members, bases, strict=True):
        walk.named[member] = (name, (listed.own_reading(member) if before else listed.reading)._replace(basis=basis))
    return True


def _bases_of_each(listed: Listed) -> list[int]:
    """The tokens of the bases in front of 分别 or behind it; those behind the first may be times: 比上年和一季度分别提高."""
    tokens, row, joins = listed.walk.tokens, listed.walk.row, listed.walk.vocabulary.joins
    first = next((place for place in range(listed.first, listed.marker) if tokens[place].letter == "B"), listed.marker)
    places = [place for place in range(first, listed.marker) if tokens[place].letter in "BT"]
    if places:
        between = range(places[0], places[-1])
        return places if all(tokens[place].letter in "BT/" or is_joint(row, place, joins) for place in between) else []
    places = [place for place in range(listed.marker, listed.members[0]) if tokens[place].letter in "BT"]
    return places if places and tokens[places[0]].letter == "B" else []


def _name_by_times(listed: Listed) -> bool:
    """2022年、2023年授权量分别为4800件和5000件; 2022年和2023年，…: one time for each number, and one indicator."""
    walk = listed.walk
    head = walk.row.clause_start(listed.first)
    for _ in range(_CLAUSES if label_itself(listed) is None else 1):
        # 2018年、2020年出现两次高峰，登记量大幅增长，分别达到…，同比分别增长….
        if not head or walk.tokens[head - 1].letter != "," or "T" in walk.row.letters(head, listed.marker):
            break
        head = walk.row.clause_start(head - 1)
    times = [place for place in range(head, listed.marker) if walk.tokens[place].letter == "T"]
    years = each_year(span_of(walk, times[0]), listed.count) if len(times) == 1 else []
    if years and label_itself(listed) is not None:
        # 五年来，A、B、C、D、E年均分别增长…: as many names as years, and each number is of a name.
        return False
    if not years and (len(times) != listed.count or not all(
        walk.tokens[place].letter in "T/" or is_joint(walk.row, place, walk.vocabulary.joins) for place in range(times[0], times[-1])
    )):
        return False
    walk.year_each = years or walk.year_each
    spans = years or [span_of(walk, place) for place in times]
    last = spans[-1]
    if last is not None and not years:
        # 2015和2016年同期: the part of the year is that of both.
        spans = [in_year(last, int(text)) if (text := walk.row.words(place)).isdigit() else span for place, span in zip(times, spans, strict=True)]
    date_each(listed, spans)
    # 2015至2017年，全省法院分别受理案件…: the body names nothing, what it did does.
    says = listed.middle if listed.middle and listed.label.endswith(walk.vocabulary.agencies) else listed.label or listed.middle
    name = without_actor(walk, walk.namer.clean(says)) or (walk.frame.name if walk.frame is not None else "")
    if name and label_itself(listed) is None:
        keep_one_name(listed, name, [])
    return bool(name) and listed.members[0] in walk.named


def _name_by_years(listed: Listed) -> bool:
    """2021至2023年，立案分别为…；撤案分别为241件、330件、401件: the years of a list before, where as many numbers are of one name."""
    walk = listed.walk
    # 2016年至2018年，分别完成产值236亿元、…；分别完成销售收入506亿元、…: the words behind 分别 name them where none stand before it.
    name = listed.label or (listed.middle if listed.reading.rule.aspect == "level" else "")
    if len(walk.year_each) != listed.count or not name or "、" in name or walk.namer.is_anaphor(name):
        return False
    date_each(listed, walk.year_each)
    keep_one_name(listed, without_actor(walk, name), [])
    return True


def _keep_names(listed: Listed, names: list[str]) -> None:
    """The walk keeps a whole name for each number."""
    walk = listed.walk
    if listed.label:
        walk.listed = (walk.sentence, listed.label)
    share_unit(walk, listed.members)
    for member, name in zip(listed.members, names, strict=True):
        walk.named[member] = (name, listed.own_reading(member))


def _keep_printed(listed: Listed, printed: list[str]) -> None:
    """The walk keeps what the names of a list say as a whole.

    城镇登记失业率、居民消费价格涨幅分别控制在3%和2%以内: a rate that needs no word for growth is at that level, and what the word stands behind grew so much.
    """
    walk, is_rate = listed.walk, listed.reading.rule is RATE
    noun = walk.row.words(listed.reading.spans["noun"][0]) if is_rate else ""
    told = [name.partition(noun)[0] or name for name in printed] if noun else printed
    if (whose := _standing_out(listed, told)):
        told = [join(whose, name) for name in told]
    _keep_names(listed, _of_owner(listed, _of_first(listed, [_whole_name(listed, name) for name in told])))
    if noun:
        levels = [(member, name) for member, name in zip(listed.members, printed, strict=True) if noun not in name and walk.namer.is_level_rate(name)]
        walk.named.update((member, (name, Reading(LEVEL, {}))) for member, name in levels)


def _standing_out(listed: Listed, measures: list[str]) -> str:
    """外观设计专利 of 外观设计专利数量最多，申请量和授权量分别达1185件和936件: what the clause right before says stands out, of which bare measures are; empty where it says so of nothing."""
    walk = listed.walk
    if listed.first < 1 or walk.tokens[listed.first - 1].letter != "," or not all(map(walk.namer.is_bare, measures)):
        return ""
    if walk.foremost.end == listed.first - 1:
        return walk.foremost.who
    frame = walk.frame
    is_spoken_of = frame is not None and frame.draft is None and frame.sentence == walk.sentence and bool(frame.parts.measure)
    return frame.parts.topic if frame is not None and is_spoken_of else ""


def _whole_name(listed: Listed, name: str) -> str:
    """The name with the measure that the list or the indicator before it gives, and the bodies that a clause before bounds."""
    whole = of_tally(listed.walk, name) or done_to_cases_told(listed.walk, name) or _measured(listed, name)
    names = listed.walk.vocabulary.names
    bodies = bounded_bodies(listed.walk.topic, names) if listed.walk.namer.has_measure(whole) and not whole.startswith(names.bounded) else ""
    return bodies + whole


def _of_first(listed: Listed, names: list[str]) -> list[str]:
    """限额以上单位商品零售额、餐饮收入分别增长5%、3%: the bodies that the first name begins with have what is but a measure behind it, and what is measured like the first."""
    words, namer = listed.walk.vocabulary.names, listed.walk.namer
    bodies = bounded_bodies(names[0], words)
    if not bodies:
        return names
    measure = namer.take_apart(names[0]).measure
    # 限额以上单位家电类、汽车类零售额
    of_kinds = bool(measure) and names[0] != bodies + measure
    theirs = [of_kinds and name.endswith(measure) for name in names]
    return [
        bodies + name if not name.startswith(bodies) and (alike or namer.is_bare(name) or name in words.booked or name in words.takings) else name
        for name, alike in zip(names, theirs, strict=True)
    ]


def _of_owner(listed: Listed, names: list[str]) -> list[str]:
    """民营企业税收、就业占比分别达68%、90% → 民营企业就业: shares are of the owners that the first begins with."""
    walk, owners = listed.walk, listed.walk.vocabulary.names.owning
    if all(is_service_rate(walk.namer, walk.vocabulary.names, name) for name in names):
        # 受理诉求46万件，办结率、满意率分别达99%、98%
        return [all_served(walk) + name for name in names]
    owner = max((word for word in owners if names[0].startswith(word)), key=len, default="")
    if not owner or listed.reading.rule.aspect != "share" or names[0] == owner:
        return names
    return [name if any(word in name for word in owners) else owner + name for name in names]


def _measured(listed: Listed, name: str) -> str:
    namer, frame = listed.walk.namer, frame_of_giver(listed.walk)
    measure = frame.parts.measure if frame is not None else ""
    goes_on = frame is not None and (frame.sentence == listed.walk.sentence or not namer.starts_with_verb(name))
    if listed.reading.rule.aspect == "change" and measure and goes_on and not namer.has_measure(name) and (namer.is_group(name) or measure in listed.walk.vocabulary.names.item_measures):
        name += namer.measure_for(name, measure)
    elif listed.reading.rule.aspect == "change" and not measure:
        name = namer.added_value_of(name) or name
    if (counted := counted_by_deed(listed, name)):
        return counted
    if namer.has_measure(name) or (name.endswith(namer.measure_endings) and not listed.middle):
        # 刑事案件发案率下降18%，诈骗发案数、损失数分别下降…: a measure by its ending.
        return name
    if listed.middle:
        return name + listed.middle
    last: Amount = listed.walk.tokens[listed.members[-1]].value or NOTHING
    if listed.reading.rule.aspect == "level" and listed.walk.row.words(listed.members[0] - 1).endswith(listed.walk.vocabulary.ranks.won_with):
        # 城东公司、城南公司分别以645件和521件位列第二、三位
        return won_by(listed.walk, name, last.unit)
    if listed.noun_behind:
        return name + listed.noun_behind
    if frame is not None and listed.reading.rule.aspect == "level" and (told := done_in_scene(listed.walk, frame, name, last.unit)):
        return told
    if listed.reading.rule.aspect == "level" and (titles := titles_of_topic(listed.walk, name, last.unit)):
        return titles
    if (ahead := measure_ahead(listed, name)) is not None:
        return join(name, ahead)
    if listed.reading.rule.aspect != "level" and (told := counted_whole(listed.walk, name)):
        # 发明、实用新型授权分别为986件、532件，发明、实用新型分别增长18%、5%: of what the sentence counted.
        return told
    if frame is not None and _are_parts(listed, frame) and (titles := kind_of_frame(listed.walk.vocabulary.names, name, frame, listed.reading.rule.aspect, last.unit)):
        return titles
    # “三公”经费支出下降10%，会议、文件分别减少12%、9%: how much other things fell is of them, unless they are items of one measure.
    is_other = listed.reading.rule.aspect == "change" and listed.walk.parts_from is None and measure not in listed.walk.vocabulary.names.item_measures
    if frame is not None and measure and not is_other and (last.unit == frame.unit or _are_of_same_whole(listed)) and _are_parts(listed, frame):
        return namer.compose(name, frame.parts)
    return name


def _are_parts(listed: Listed, frame: Frame) -> bool:
    """Whether the members of the list are parts of the indicator before, also behind a full stop: …。其中：A、B分别为…."""
    walk = listed.walk
    if walk.parts_from is not None and walk.parts_from >= walk.sentence_start:
        return frame.sentence >= walk.sentence - 1
    begin = frame.draft.token if frame.draft is not None else walk.sentence_start
    return frame.sentence == walk.sentence and (_are_of_same_whole(listed) or ";" not in walk.row.letters(begin, listed.members[0]))


def _are_of_same_whole(listed: Listed) -> bool:
    """第一产业增加值占地区生产总值的5.1%；第二产业、第三产业分别占40.2%、54.7%: whether the list is of shares without a word of what they are of, nor of what is measured."""
    whole = listed.reading.spans.get("whole", (0, 1))
    return listed.reading.rule.aspect == "share" and whole[0] == whole[1] and not listed.walk.namer.has_measure(listed.printed)
