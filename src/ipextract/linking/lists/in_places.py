"""The members of a list that are places: A市、B市分别申请120件、80件."""

from __future__ import annotations

from collections.abc import Sequence

from ipextract.lexicon import Division
from ipextract.linking.before_number import clean_label
from ipextract.linking.indicator.ellipsis.crimes import done_to_cases_told
from ipextract.linking.indicator.ellipsis.titles import titles_told
from ipextract.linking.indicator.filling import fill
from ipextract.linking.lists.listed import Listed
from ipextract.linking.lists.members import is_joint, last_of_pair, share_unit
from ipextract.linking.lists.places import substance_told
from ipextract.linking.lists.series import is_deed_alone, is_deed_only
from ipextract.linking.period.spans import Span
from ipextract.linking.walk import Walk


def without_actor(walk: Walk, name: str) -> str:
    """法院审结盗窃案件 → 审结盗窃案件: the body that acts is the walk's actor.

    监督撤案分别为241件、330件，公安机关撤案分别为231件、322件: but a deed alone, behind another, is by whom it was done.
    """
    labelled = walk.labeller.label(name)
    is_answer = walk.namer.is_deed(labelled.text) and bool(walk.drafts) and walk.drafts[-1].token >= walk.sentence_start
    if labelled.actor and labelled.text and not is_answer:
        walk.actor = labelled.actor
        return labelled.text
    return name


def date_each(listed: Listed, spans: Sequence[Span | None]) -> None:
    """A time for each number, and for the one that stands with it: 分别为420件510人、380件460人."""
    walk = listed.walk
    for member, span in zip(listed.members, spans, strict=True):
        if span is not None:
            walk.timed.update(dict.fromkeys({member, last_of_pair(walk.row, member)}, span))


def name_by_places(listed: Listed) -> bool:
    """江阴市、宜兴市专利授权量分别为…: one place for each number, and one indicator."""
    walk, row = listed.walk, listed.walk.row
    places = [place for place in range(listed.first, listed.stop) if walk.tokens[place].letter == "R" and not _is_said_again(walk, place)]
    if len(places) == listed.count + 1 and walk.tokens[places[0]].value == walk.setting.home:
        # 我国东、中、西部地区: in what whole they lie.
        places = places[1:]
    if len(places) != listed.count or not all(
        walk.tokens[place].letter in "R/" or is_joint(row, place, walk.vocabulary.joins) for place in range(places[0], places[-1])
    ):
        return False
    name = walk.namer.lists.counted_places.sub("", clean_label(walk, places[-1] + 1, listed.stop)) or clean_label(walk, listed.first, places[0])
    if not name or (listed.middle and name.endswith(walk.vocabulary.agencies)):
        # 香洲、金湾两个行政区分别实现地区生产总值…; 香洲、金湾两区法院分别审结案件…
        name = without_actor(walk, walk.namer.clean(listed.middle))
        if listed.those_behind and (not name or is_deed_alone(walk.namer, walk.vocabulary.names, name)):
            # 柯桥区、上虞区分别有15家、12家企业入选, 分别新增15家、12家企业
            name += listed.those_behind
    if (not name or name.endswith(walk.vocabulary.agencies) or name in walk.vocabulary.rate_nouns) and walk.frame is not None:
        # 申请量4193件，增长15.2%，新昌县和嵊州市的增幅分别为7.3%、4.1%; behind 中心城区申请量1250件 the counties have it too, and not what is the town's.
        name = walk.namer.without_zone(_stated_in_unit(listed) or walk.frame.name)
    if name:
        keep_one_name(listed, name, [walk.tokens[place].value for place in places])
    return True


def _is_said_again(walk: Walk, place: int) -> bool:
    """浙江 of 浙江全省专利申请量和授权量分别为…: whether the next word says the same place, so that they are no two of a list."""
    following = walk.tokens[place + 1]
    return following.letter == "R" and following.value == walk.tokens[place].value


def _stated_in_unit(listed: Listed) -> str:
    """质押登记 of 银川市质押登记92笔、金额11亿元，石嘴山市、吴忠市分别为26笔、23笔: what the sentence counted last in the unit of the list, where it told of something else since; empty where it did not."""
    walk, unit = listed.walk, listed.walk.tokens[listed.members[0]].value.unit
    if walk.frame is None or walk.frame.draft is None or walk.frame.unit == unit or listed.reading.rule.aspect != "level":
        return ""
    return next((draft.indicator for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == unit), "")


def name_by_places_before(listed: Listed) -> bool:
    """武进区、新北区专利授权量位居前列，分别为1.6万件、1.2万件: the places of a clause before, one for each number."""
    walk = listed.walk
    together = [places for place, places in walk.together.items() if walk.sentence_start <= place < listed.marker]
    if not together or len(together[-1]) != listed.count or "、" in listed.printed:
        return False
    name = listed.label or (walk.frame.name if walk.frame is not None else "")
    if name:
        keep_one_name(listed, substance_told(listed.walk, listed.label) + name, together[-1])
    return bool(name)


def name_by_same_places(listed: Listed) -> None:
    """江阴市、宜兴市优良天数分别为346天、354天,优良率分别为…: the same places again."""
    walk = listed.walk
    recent = walk.drafts[-listed.count :]
    regions = {draft.region and draft.region.code for draft in recent}
    if len(regions) == listed.count and all(draft.token in walk.placed for draft in recent):
        keep_one_name(listed, substance_told(listed.walk, listed.label) + listed.label, [walk.placed[draft.token] for draft in recent])


def name_by_deed_in_same_places(listed: Listed) -> bool:
    """杭州、宁波分别查处30件、20件，分别办结28件、19件: another deed in the same places."""
    walk = listed.walk
    recent = walk.drafts[-listed.count :]
    if listed.label or listed.reading.rule.aspect != "level" or not listed.middle or not is_deed_only(walk.namer, walk.vocabulary.names, listed.middle):
        return False
    regions = {draft.region and draft.region.code for draft in recent}
    if len(regions) < listed.count or not all(draft.token in walk.placed and draft.token >= walk.sentence_start for draft in recent):
        return False
    keep_one_name(listed, listed.middle, [walk.placed[draft.token] for draft in recent])
    return True


def keep_one_name(listed: Listed, name: str, places: list[Division]) -> None:
    walk = listed.walk
    share_unit(walk, listed.members)
    name = done_to_cases_told(walk, name) or _done_to_same(walk, name) or titles_told(walk, name, walk.tokens[listed.members[0]].value.unit) or _done_as_told(listed, name) or name
    for member in listed.members:
        walk.named[member] = (name, listed.reading)
    walk.placed.update(zip(listed.members, places, strict=False))


def _done_as_told(listed: Listed, deed: str) -> str:
    """查处商标违法案件 of 全省查处商标违法案件300件，杭州、宁波分别查处30件、20件: a deed alone is done to what one number in the place of the list would be of; empty where it is none alone."""
    walk, first = listed.walk, listed.members[0]
    if listed.reading.rule.aspect != "level" or not is_deed_only(walk.namer, walk.vocabulary.names, deed):
        return ""
    return fill(walk, first, deed, "", walk.tokens[first].value, "level")


def _done_to_same(walk: Walk, deed: str) -> str:
    """发明专利授权 of 发明专利授权3.5万件；芜湖市、蚌埠市分别授权4200件、2100件: the deed that the sentence told of last, said again for places of it; empty where it told of another."""
    frame = walk.frame
    is_same = frame is not None and frame.draft is not None and frame.level and frame.draft.token >= walk.sentence_start and frame.name.endswith(deed)
    return frame.name if frame is not None and is_same and deed in walk.vocabulary.names.deeds_to_titles else ""
