"""A claim is set in time and place, put down, and remembered for the next."""

from __future__ import annotations

from ipextract.linking.area.locating import locate_aim, locate_draft
from ipextract.linking.before_number import is_set_as_aim
from ipextract.linking.frames import Draft, Frame, Reading
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.period.aims import date_aim, date_among_plans, set_aim
from ipextract.linking.period.dating import date_draft
from ipextract.linking.period.spans import year_span
from ipextract.linking.relation.status import status_of
from ipextract.linking.walk import Walk


def settle(walk: Walk, draft: Draft, reading: Reading | None = None) -> None:
    """Set the period, region and status of `draft`."""
    date_draft(walk, draft, reading)
    locate_draft(walk, draft)
    aimed_at = reading is not None and reading.says("aim")
    draft.status = "target" if aimed_at else status_of(walk, draft.token)
    if draft.rule == "level.from" and (draft.period is None or not draft.period.ahead):
        # 到2027年，覆盖率由50%提高到60%: where a plan begins is no aim.
        draft.status = "actual"
    if draft.status == "target":
        locate_aim(walk, draft)
    if draft.status == "actual" and walk.setting.target:
        date_among_plans(walk, draft)
    elif draft.status == "target" and not aimed_at and not is_set_as_aim(walk, draft.token):
        date_aim(walk, draft)
    elif draft.status == "target" and not aimed_at:
        _date_yearly_aim(walk, draft)


def _date_yearly_aim(walk: Walk, draft: Draft) -> None:
    """3月末，务工规模310万人，超过300万人的年度目标: what is set for a year is of the whole of it."""
    period = draft.period
    if period is not None and period.years == 1 and walk.vocabulary.ahead.yearly.match(walk.text, draft.end) is not None:
        set_aim(draft, year_span(period.end.year))


def record(walk: Walk, draft: Draft) -> None:
    """Put `draft` down as a claim of its token; its indicator is what the next number may continue."""
    walk.tokens[draft.token].role = "claim"
    walk.drafts.append(draft)
    if draft.aspect == "gap" and (walk.frame is None or walk.frame.sentence < walk.sentence or _begins_anew(walk, walk.frame, draft)):
        # 第三产业增加值增幅高出第二产业3.7个百分点，占比达到51.9%: the sentence goes on with what it began with.
        walk.speak_of(next((draft.indicator.removesuffix(noun) for noun in walk.vocabulary.rate_nouns if draft.indicator.endswith(noun)), "") or draft.indicator)
    if draft.aspect in ("level", "change", "share") and draft.kind != "rank" and not _is_converted(walk, draft) and not _is_increment(walk, draft):
        _remember(walk, draft)


def _begins_anew(walk: Walk, frame: Frame, draft: Draft) -> bool:
    """PM10年均浓度81微克/立方米；总磷年均浓度超标0.4倍: whether behind a semicolon a distance of something else is told."""
    last = frame.draft.token if frame.draft is not None else walk.sentence_start
    return not draft.indicator.startswith(frame.name) and ";" in walk.row.letters(last, draft.token)


def _whole_of(walk: Walk, draft: Draft) -> Draft | None:
    """What 其中 makes `draft` a part of: the nearest level before it that such a number can be part of.

    上市公司18家，融资额237亿元，其中北交所3家: three firms are no part of a sum; 平均维持时间 7年 is of none of the patents before it.
    """
    whole = walk.parent.draft if walk.parent is not None else None
    if whole is None or _can_hold(walk, whole, draft):
        return None if whole is not None and _exceeds(walk, whole, draft) else whole
    first, last = walk.sentence_start, walk.parts_from or 0
    # 普通高中60所，在校生14万人；中职学校29所（含技校7所，在校生2万人）: no further back than the semicolon.
    first = max((place for place in range(first, last - 1) if walk.tokens[place].letter == ";"), default=first)
    before = (one for one in reversed(walk.drafts) if first <= one.token < last)
    return next((one for one in before if _can_hold(walk, one, draft)), None)


def _stands_beside(walk: Walk, before: Frame, draft: Draft) -> bool:
    """存款余额120亿元，其中住户存款80亿元；贷款余额90亿元: whether behind a semicolon the counterpart of the whole is told, or more than the whole."""
    if ";" not in walk.row.letters(walk.parts_from or 0, draft.token):
        return False
    if draft.aspect == "level" and before.draft is not None and before.draft.aspect == "level" and _exceeds(walk, before.draft, draft):
        return True
    if _are_opposite(walk, before.name, draft.indicator):
        return True
    whole = _whole_of(walk, draft) if draft.aspect == "level" else None
    return whole is not None and _is_done_to_others(walk, whole.indicator, draft.indicator)


def _is_done_to_others(walk: Walk, whole: str, name: str) -> bool:
    """查处商标侵权案件426件，其中大要案18件；查处专利侵权案件212件: whether a deed is told of others than those of the whole; 新收专利案件 is one of 新收案件."""
    names = walk.vocabulary.names
    done, other = deed_in_front(walk.namer, names, whole), deed_in_front(walk.namer, names, name)
    return bool(done and other) and not name.endswith(whole[len(done) :])


def _are_opposite(walk: Walk, whole: str, name: str) -> bool:
    """存款余额 and 贷款余额, 授权专利 and PCT专利申请: whether one is the counterpart of the other."""
    for both, one, other in walk.vocabulary.opposites:
        # 进出口总额120亿元，其中出口80亿元；进口40亿元: of both together each is a part.
        if (one in name) != (other in name) and (one in whole) != (other in whole) and (one in name) != (one in whole) and both not in whole:
            return True
    return False


def _is_mean_of(walk: Walk, whole: str, name: str) -> bool:
    """生产总值95亿元，人均地区生产总值7.4万元。其中第一产业…: whether a mean is told of the whole before it."""
    means = walk.vocabulary.names.means
    if not name.startswith(means):
        return False
    rest = name.removeprefix(next(mean for mean in means if name.startswith(mean)))
    return rest.endswith(whole) or whole.endswith(rest)


def _exceeds(walk: Walk, whole: Draft, part: Draft) -> bool:
    """第二产业使用外资8.8亿美元，其中制造业8.2亿美元；第三产业使用外资39.7亿美元: whether the number is greater than what it would be a part of, neither being a mean or a rate."""
    counted = part.kind == whole.kind == "count" and not {part.unit, whole.unit} & walk.vocabulary.people_units
    if (part.unit != whole.unit and not counted) or part.kind == "percentage" or part.value <= whole.value:
        return False
    means = walk.vocabulary.means_said
    return not (means.search(whole.indicator) or means.search(part.indicator))


def _can_hold(walk: Walk, whole: Draft, part: Draft) -> bool:
    """Whether the two are counted alike: in one unit, or each as so many, and neither alone per head."""
    if whole.aspect != "level" or bool(walk.namer.per_head_of(whole.indicator)) != bool(walk.namer.per_head_of(part.indicator)):
        return False
    if _are_opposite(walk, whole.indicator, part.indicator):
        return False
    means = walk.vocabulary.means_said
    if part.kind == "money" and means.search(part.indicator) and not means.search(whole.indicator):
        # 总产值29亿元，其中工业24亿元，农民人均纯收入3133元: a mean is no part of a sum.
        return False
    if whole.period is not None and part.period is not None and whole.period.end.year != part.period.end.year:
        # 2022年，生产总值87435亿元。上半年，…分消费类型看，餐饮收入1947亿元: of another year nothing is a part.
        return False
    people = walk.vocabulary.people_units
    return whole.unit == part.unit or (whole.kind == part.kind == "count" and (whole.unit in people) == (part.unit in people))


def _is_converted(walk: Walk, draft: Draft) -> bool:
    """地表水资源量79亿立方米，折合径流深279.6毫米: the same again in another unit is not gone on with."""
    return walk.converts and walk.frame is not None and walk.row.words_between(walk.window(draft.token), draft.token).strip().startswith(walk.vocabulary.converted)


def _is_increment(walk: Walk, draft: Draft) -> bool:
    """比年初增加402亿元，同比多增58亿元，增长8.2%: what is gone on with is the balance, not its increase."""
    frame = walk.frame
    if draft.aspect == "level" and draft.indicator in walk.vocabulary.names.increments_alone:
        # 生产总值42.14亿元，年增量7.04亿元，增长15.6%
        return frame is not None and frame.sentence == walk.sentence
    return draft.aspect == "change" and frame is not None and draft.indicator != frame.name and draft.indicator == walk.namer.increment_of(frame.name)


def _remember(walk: Walk, draft: Draft) -> None:
    frame, parts = walk.frame, walk.kept or walk.namer.take_apart(draft.indicator)
    goes_on = draft.aspect != "level" and frame is not None and frame.name == draft.indicator
    counts = draft.aspect == "level" and draft.kind == "count"
    opens = walk.sentence_opens and bool(parts.measure or (counts and walk.paragraph_first is None))
    if goes_on and not opens and frame is not None:
        # A change or share of the same indicator leaves what states its level.
        walk.frame = frame if frame.sentence == walk.sentence else frame._replace(sentence=walk.sentence)
        walk.kept, walk.narrowing = None, False
        return
    fresh = Frame(
        name=draft.indicator,
        parts=parts,
        base=frame.base if frame is not None and walk.narrowing else draft.indicator,
        unit=frame.unit if frame is not None and frame.name == draft.indicator and frame.unit is not None else draft.unit,
        draft=draft,
        sentence=walk.sentence,
        level=draft.aspect == "level",
    )
    walk.kept, walk.narrowing = None, False
    if walk.parts_from is not None and walk.parent is not None and _stands_beside(walk, walk.parent, draft):
        walk.parts_from = None
    if draft.aspect == "level" and walk.parts_from is not None and walk.parent is not None:
        draft.parent = _whole_of(walk, draft)
    elif draft.aspect == "level" and walk.topic_level is not None and _can_hold(walk, walk.topic_level, draft):
        # 基层医疗卫生机构中，卫生院82个
        draft.parent = walk.topic_level
    if opens:
        walk.sentence_first, walk.sentence_opens = fresh, False
        walk.paragraph_first = walk.paragraph_first or fresh
    is_rate = draft.kind == "percentage" and walk.parent is not None and walk.parent.sentence >= walk.sentence
    per_head = walk.parent is not None and (bool(walk.namer.per_head_of(draft.indicator)) or _is_mean_of(walk, walk.parent.name, draft.indicator))
    if draft.aspect == "level" and walk.parts_from is None and not is_rate and not per_head:
        # 审结案件3310件，结收比103.3%。其中，…; 有效发明专利3072件，每万人口1.3件。其中…: what is told of parts is of the cases.
        walk.parent = fresh
    walk.frame = frame._replace(sentence=walk.sentence) if goes_on and frame is not None else fresh
