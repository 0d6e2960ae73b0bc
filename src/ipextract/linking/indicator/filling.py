"""What the sentence leaves out of an indicator's name is taken from what it continues.

总数达10130户 takes up 国家高新技术企业; 采矿业增长8.1% is the 采矿业增加值 of 规模以上工业增加值.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ipextract.linking.endings import without_head
from ipextract.linking.frames import NOTHING_SAID
from ipextract.linking.indicator.ellipsis import (
    again,
    bare,
    beside,
    bounded,
    budgeted,
    carried,
    contributions,
    crimes,
    deeds,
    effects,
    fates,
    holders,
    in_row,
    instead,
    insurance,
    kinds,
    means,
    measures,
    of_measure,
    of_topic,
    ordered,
    outcomes,
    owners,
    parts,
    populations,
    rates,
    schools,
    scored,
    stocks,
    summed,
    sums_paid,
    those,
    titles,
    wholes,
    within,
)
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.home_names import without_name_of_home
from ipextract.linking.indicator.nouns_behind import acted_on, awarded, governed, held_by_bodies, lacks_noun, named_behind, on_sides, part_behind
from ipextract.linking.indicator.scenes_of_harm import event_told
from ipextract.linking.indicator.ways_done import done_so, done_to_works
from ipextract.linking.lists.list_words import NUMERALS
from ipextract.linking.lists.series import is_deed_alone
from ipextract.linking.lists.tallied import changed_by_tally
from ipextract.linking.walk import Walk
from ipextract.linking.wording import splits_before_next
from ipextract.linking.words_end import end_of_words_behind
from ipextract.rules.tokens import Amount

Completion = Callable[[Label], str | None]

# 全县, 全自治州
_HOME = 2
# 石家庄市, and how long the names of most places are without what they are.
_LONG_NAME = 4
_SHORT = 2
# 三大支柱产业, 2个行业
_COUNTING = frozenset(f"{NUMERALS}两123456789")


def fill(walk: Walk, index: int, label: str, behind: str, amount: Amount, aspect: str) -> str:
    """The whole name of an indicator.

    Args:
        walk: the walk; it keeps how far the words behind the number reach.
        index: the number's token.
        label: the words before the number, cleaned.
        behind: the noun behind it, cleaned.
        amount: the number.
        aspect: what it states.

    Returns:
        The name; empty where neither the words nor the walk give one.
    """
    label, behind = _without_home(walk, walk.namer.summed(label)), walk.namer.lists.without_so_on(behind)
    if behind in walk.vocabulary.names.casualties and amount.kind == "count":
        # 发生较大事故2起，造成6人死亡、1人受伤: what befell so many.
        walk.after_until = end_of_words_behind(walk, index)
        label, behind = event_told(walk, index) + behind, ""
    if (done := done_so(walk, index, amount) or ("" if behind else done_to_works(walk, index, label, amount))):
        walk.after_until = end_of_words_behind(walk, index)
        return done
    if behind and not splits_before_next(walk, index):
        walk.after_until = end_of_words_behind(walk, index)
    if behind and not walk.namer.is_milestone(behind):
        if not label:
            return awarded(walk, index, behind, amount, aspect) or held_by_bodies(walk, index, behind, amount, aspect) or governed(walk, index, behind) or on_sides(walk, index, behind) or acted_on(walk, index, behind) or part_behind(walk, index, behind, amount, aspect) or named_behind(walk, index, behind, amount)
        is_aim = amount.kind == "quantity" or walk.vocabulary.ahead.aim_behind.match(walk.text, walk.tokens[index].end) is not None
        if is_aim and walk.namer.is_task(behind) and len(walk.namer.words(label)) > 1:
            # 森林抚育200万亩任务, 新增企业1200家的目标任务: that it is to be done is said of it, and names nothing.
            return fill(walk, index, label, "", amount, aspect)
        if lacks_noun(walk, label, behind):
            walk.governing = (walk.after_until, label) if is_deed_alone(walk.namer, walk.vocabulary.names, label) else (-1, "")
            own = Label(walk, index, label + behind, amount, aspect, walk.frame or NOTHING_SAID)
            return carried.award_of_scene(own) or ordered.batch_done(own, label, behind) or (effects.cause_of(walk, index, label) if aspect == "level" else "") + label + behind
    if walk.share is not None and label and amount.kind == "percentage" and aspect == "level" and not walk.namer.has_measure(label):
        # 各区销售额占全国的比重分别为：华东36%: of what the clause says.
        return label
    own = Label(walk, index, label, amount, aspect, walk.frame or NOTHING_SAID)
    for complete in _worth_asking(own.facts, begun=walk.frame is not None):
        name = complete(own)
        if name is not None:
            if own.text in walk.vocabulary.names.kinds_by_procedure:
                name = kinds.in_field_of_whole(own, name)
            return again.without_winner(own, populations.among_counted(own, _of_one_listed(walk, own.text, name)))
    if label in walk.vocabulary.names.deeds_to_cases and amount.unit in walk.vocabulary.names.units_of_cases:
        # 全省法院审结32万件; 受理知识产权案件316件，新收274件
        cases = walk.vocabulary.names.of_cases[0]
        told = own.frame.parts.object if own.in_same_sentence and own.has_same_unit and own.is_level else ""
        return label + (told if told.endswith(cases) else cases)
    return populations.among_counted(own, own.text)


def _without_home(walk: Walk, label: str) -> str:
    """拉动旅游收入 of 拉动全县旅游收入, 拉动该县旅游收入: the region is no part of the name behind a verb either; nor is 乌市, as 乌鲁木齐市 is called in short."""
    home = walk.setting.home
    if label[1:2] == "“" and label[2:3].isdigit() and label[:1] in walk.vocabulary.names.whose_numbers:
        # “12345”热线受理诉求 of 市“12345”热线受理诉求
        label = label[1:]
    if home is not None and home.name[:1] == label[:1]:
        label = _without_short_name(label, home.name, walk.vocabulary.cities)
    if home is not None and home.name[:_SHORT] in label[1:]:
        label = without_name_of_home(walk, home, label)
    effects = walk.vocabulary.names.effects
    if not label.startswith(effects):
        return label if walk.gazetteer.relative_within.search(label, _HOME) is None else _without_home_within(walk, label)
    rest = without_head(label, effects)
    size = next((size for size in (_HOME, _HOME + 1) if walk.gazetteer.is_relative(rest[:size])), 0)
    return label.removesuffix(rest) + rest[size:] if size and len(rest) > size + 1 else label


def _without_short_name(label: str, name: str, cities: tuple[str, ...]) -> str:
    """专利申请量 of 乌市专利申请量, in a text of 乌鲁木齐市: a long name of a city is cut to its ends."""
    short = name[:1] + name[-1:]
    is_called = len(name) >= _LONG_NAME and label.startswith(short) and label != short and name.endswith(cities)
    return label[len(short) :] if is_called else label


def _without_home_within(walk: Walk, label: str) -> str:
    """汛期平均降雨量 of 汛期全县平均降雨量: nor is it behind a season."""
    if not walk.namer.has_measure(label):
        return label
    words, home = walk.namer.words(label), walk.setting.home
    inner = range(1, len(words) - 1)
    within = next((place for place in inner if walk.gazetteer.is_relative(words[place]) and walk.gazetteer.relative(words[place], home) == home and not walk.namer.is_verb(words[place - 1])), None)
    return label if within is None else "".join(words[:within]) + "".join(words[within + 1 :])


def _of_one_listed(walk: Walk, text: str, name: str) -> str:
    """纺织业产值 of 纺织业三大支柱产业产值: behind one of a list how many were listed says nothing."""
    if len(name) <= len(text) or name[len(text)] not in _COUNTING or not name.startswith(text):
        return name
    listed = walk.namer.lists.sum.search(name)
    if listed is None or listed.start() != len(text):
        return name
    noun = listed["noun"]
    measure = walk.namer.take_apart(noun).measure
    kind = noun.removesuffix(measure)
    # 支柱产业工业总产值: the measure begins behind the kind of things.
    end = min((kind.find(branch) + len(branch) for branch in walk.namer.branches if branch in kind), default=0)
    return text + noun[end:] if end else name


# What clauses without a number say, also before the first number: each with the letters of `Label.facts` without which it has no answer.
_OF_CLAUSES: tuple[tuple[Completion, str], ...] = (
    (of_topic.deed_of_regard, "L"),
    (those.those_told, "L#"),
    (stocks.limit_of_stock, "LY"),
    (those.part_of_people, "LH"),
    (schools.of_schools, "W"),
    (schools.of_head, ""),
    (carried.example, "mv"),
    (carried.substance, ""),
    (carried.rate_of_air, "SLE"),
    (rates.days_of_grade, "LmE"),
    (carried.left_out_noun, "Gm"),
    (carried.holder, "B"),
    (carried.award_of_scene, "E"),
    (carried.done_of_topic, "LT"),
    (carried.disposed, "L#W"),
    (crimes.of_crimes_fought, "L#E"),
    (crimes.of_cases_told, "L#mv"),
    (crimes.of_crimes_dealt_with, "L#K"),
    (in_row.level_of_heading, "Lm"),
    (rates.quality_of_water, "LW"),
    (rates.found_in_water, "LW"),
    (holders.bodies_of_topic, "T"),
    (of_topic.kind_of_topic, "mT"),
    (of_topic.part_of_titles, "GmT"),
    (of_topic.kind_of_most, "L#Pmv"),
    (kinds.level_of_topic, "L#mT"),
    (kinds.branch_of_bodies, "L#mT"),
    (beside.insured_in, "LME"),
    (holders.run_of_carrier, "LKm"),
    (beside.way_of_lead, "LK"),
    (of_topic.money_of_topic, "LYmv"),
    (of_measure.price_of_class, "sC%m"),
    (populations.rate_of_those_checked, "L%"),
)
_BEFORE_ANY: tuple[tuple[Completion, str], ...] = ((scored.score_of_scene, "L"), (measures.measure_of_clause, "LMR"), (summed.number_of_clause, "sLR"), (fates.happened_in_trade, "L#m"), (ordered.in_order, "O"), (kinds.kind_of_cases, "LE"), (kinds.people_by_sex, "LE"), *_OF_CLAUSES, (kinds.share_of_structure, "C%m"), (effects.effect, "Lm"), (bounded.next_range, "LN"), (of_topic.holder_of_topic, "mT"), (kinds.branch_of_accounts, "C%m"), (titles.titles_of_deed, "L#mv"))
# Tried in this order; the first name given is taken, and the words themselves where none is.
_COMPLETIONS: tuple[tuple[Completion, str], ...] = (
    (measures.measure_of_clause, "LMR"),
    (summed.number_of_clause, "sLR"),
    (changed_by_tally, "SlC"),
    (ordered.in_order, "O"),
    (ordered.next_batch, "ULmv"),
    (instead.most_instead, "SULE"),
    (instead.change_instead, "SUL#mv"),
    (instead.origin_instead, "SULmv"),
    (carried.of_same_kind, "SAm"),
    (budgeted.of_plan, "SUL"),
    (bounded.next_bound, "UG"),
    (bounded.next_range, "LN"),
    (bounded.share_of_bound, "S%"),
    (bounded.next_side, "SULm"),
    (titles.titles_of_owner, "LP"),
    (titles.kind_of_titles, "LPmv"),
    (titles.kind_spoken_of, "GmF"),
    (again.kind_counted, "lmv"),
    (kinds.kind_of_cases, "ULE"),
    (kinds.people_by_sex, "LE"),
    (fates.penalty, "LKH"),
    (populations.of_so_many, "SULH"),
    (populations.rate_of_ages, "SUL%mvFN"),
    (insurance.insured_group, "LPHv"),
    (insurance.next_scheme, "SULHm"),
    (insurance.next_group, "SULHmv"),
    (kinds.next_kind_of_measure, "SULm"),
    (kinds.deed_of_joint, "SULP"),
    (kinds.kind_of_class, "L#mv"),
    (kinds.share_of_structure, "C%m"),
    (measures.said_of_another, "SUL"),
    (measures.measure_of_noun, "SLMv"),
    (means.mean_value, "SULK"),
    (of_topic.branch_of_economy, "MT"),
    (measures.same_again, "SAM"),
    (contributions.gave_to_growth, "SG"),
    (beside.counted_again, "SlE"),
    (stocks.part_of_balance, "PMv"),
    (stocks.scale_of_counted, "SLYM"),
    (means.time_of_kind, "SULm"),
    (in_row.of_next_body, "SLm"),
    (those.former_or_latter, "SK"),
    (those.told_in_short, "Slm"),
    (those.number_taken_up, "LE"),
    (those.scale_of_clause, "sL"),
    (scored.score_of_scene, "L"),
    (measures.taken_up, ""),
    (rates.rate_of_service, "SL%"),
    (carried.award, "SE"),
    (instead.season_instead, "SKm"),
    (beside.yielded_beside, "SULmv"),
    *_OF_CLAUSES,
    (carried.body_among_places, "SULE"),
    (instead.zone_among_places, "SEF"),
    (instead.trade_instead, "SLm"),
    (holders.part_of_mean, "P"),
    (stocks.flow_into_part, "LPmV"),
    (within.way_of_thing, "PM"),
    (within.with_those, "PM"),
    (holders.part_of_bounded, "PM"),
    (measures.said_shorter, "M"),
    (within.term_of_holder, "PM"),
    (holders.measure_of_bodies, "K"),
    (holders.bodies_of_trade, "SLMF"),
    (holders.account_of_bodies, "SLK"),
    (holders.deed_of_bodies, "SLW"),
    (means.mean_of_same, "MW"),
    (means.mean_at_school, "SW"),
    (measures.ratio_to_frame, "E"),
    (beside.each_of_those, ""),
    (means.had_by_each, "SL#v"),
    (means.per_head, ""),
    (measures.counted_again, "SCE"),
    (measures.level_of_index, "SMF"),
    (holders.zone_of_flow, "SL"),
    (owners.deed_of_zone, "SLm"),
    (owners.titles_of_zone, "SL"),
    (holders.sum_of_budget, "LY"),
    (holders.level_of_accounts, "LPMY"),
    (holders.rest_of_fund, "SLY"),
    (holders.fund_of_scheme, "SLY"),
    (holders.fund_of_flow, "UY"),
    (holders.fund_said_whole, "SU"),
    (holders.doer_of_deed, "SL"),
    (holders.connected_by, "SLW"),
    (holders.seen_on_platform, "SE"),
    (holders.settled_in, "SLWm"),
    (holders.handled_of_bracket, "SULK"),
    (measures.level_of_change, "SLF"),
    (rates.rate_of_population, "SLE"),
    (rates.rate_of_doing, "SLE"),
    (summed.done_so_far, "SUL"),
    (deeds.raised, "SLK"),
    (schools.at_school, "SLH"),
    (summed.sum_of_thing, "SLM"),
    (summed.put_in_by, "SLMY"),
    (summed.extreme_of_same, "SLMF"),
    (summed.extreme_of_case, "SULYm"),
    (holders.attendance, "SLW"),
    (summed.got_from_all, "SLMY"),
    (summed.ratio_of_listed, "SLM"),
    (summed.summed_of_counted, "SLY"),
    (beside.carried_by, "SMK"),
    (beside.consumed_beside, "SK"),
    (rates.intensity_of_outlay, "K"),
    (beside.paid_for, "SLY"),
    (in_row.mean_of_group, "SLW"),
    (in_row.running_beside, "SLW"),
    (in_row.sum_of_deed, "SULY"),
    (in_row.mean_of_flow, "SUL#"),
    (effects.reached_too, "SLH"),
    (rates.rate_beside, "SL%"),
    (of_measure.of_goods_traded, "SK"),
    (bare.bare_measure, "R"),
    (parts.prize, "SE"),
    (within.industry_of_trade, "ULPm"),
    (within.served_of_whole, "LPv"),
    (kinds.level_of_counted, "L#Pm"),
    (instead.age_instead, "Sm"),
    (instead.hour_instead, "S"),
    (instead.holder_instead, "Smv"),
    (instead.substance_instead, "SULm"),
    (instead.contrary_instead, "Kmv"),
    (instead.town_instead, "SEmv"),
    (within.part_of_traffic, "UKF"),
    (sums_paid.class_of_sum, "SLPYm"),
    (parts.part_of_sector, "LP#mv"),
    (again.others_of_list, "SULm"),
    (parts.modifier, "m"),
    (parts.next_modifier, "SULPm"),
    (carried.alike, "ULm"),
    (carried.same_holder, "LP"),
    (beside.standard_of_others, "SULYm"),
    (beside.renewed, "SLm"),
    (deeds.done_in_turn, "SLmv"),
    (deeds.fulfilled, "E"),
    (parts.member, ""),
    (crimes.prosecuted, "SHE"),
    (effects.prompted_too, "SULmv"),
    (deeds.same_deed, "SULP"),
    (crimes.examined_next, "SE"),
    (titles.deed_elsewhere, "SU"),
    (outcomes.outcome, "S"),
    (deeds.attained, "SLHE"),
    (deeds.handed_over, "LE"),
    (fates.fate_of_patients, "SLK"),
    (fates.casualties, "SE"),
    (fates.happened_in_trade, "L#m"),
    (fates.occurred, "L#m"),
    (fates.arrived, "SULY"),
    (rates.rate_of_measure, "SLF"),
    (rates.rate_of_deed, "SE"),
    (rates.rate_of_people, "SLE"),
    (rates.of_disease, "SLK"),
    (rates.rate_of_cases, "SLE"),
    (rates.rate_of_disease, "SULE"),
    (rates.face_of_group, "SLE"),
    (measures.thing_of_deed, "SF"),
    (means.mean_of_members, "SPMF"),
    (of_topic.group_of_topic, "ULmT"),
    (of_topic.holder_of_topic, "mT"),
    (wholes.pupils, "LPmv"),
    (wholes.measured_as_topic, "LmT"),
    (wholes.measured_as_bodies, "SULPm"),
    (parts.visitor_from, "LPmv"),
    (wholes.people_with, "LPH"),
    (wholes.insured, "LPH"),
    (wholes.fund_part, "SULY"),
    (wholes.level_of_whole, "LPv"),
    (wholes.spent_on, "LPY"),
    (titles.titles_of_whole, "LPm"),
    (wholes.trade_of_bodies, "PM"),
    (within.at_host, "L#PmE"),
    (wholes.deed_of_whole, "P"),
    (beside.same_deed_elsewhere, "L#m"),
    (deeds.deed_of_part, "SLPm"),
    (deeds.deed_of_series, "L"),
    (deeds.deed_of_level, "SULv"),
    (parts.people_of_group, "LH"),
    (of_topic.measure_of_topic, "mT"),
    (of_measure.traded_item, "Smv"),
    (parts.group_of_breakdown, "Lm"),
    (parts.group_of_deed, "LPm"),
    (kinds.trade_behind_count, "C%m"),
    (kinds.class_of_bodies, "C%mF"),
    (kinds.thing_that_grew, "Cm"),
    (kinds.thing_that_grew, "Lm"),
    (instead.class_instead, "SmN"),
    (instead.number_instead, "SULmF"),
    (kinds.kind_beside, "SULW"),
    (kinds.patents_beside, "SULW"),
    (kinds.cases_beside, "SLmv"),
    (of_measure.measure_of_whole, "GPmv"),
    (of_measure.measure_of_frame, "mF"),
    (parts.kind_done_to, "LPmv"),
    (parts.narrower_thing, "ULmvF"),
    (stocks.kind_of_vehicle, "UL#mv"),
    (parts.next_part, "SULPmvF"),
    (carried.counterpart, "SUGmv"),
    (ordered.further_down, ""),
    (carried.count_beside, "SE"),
    (kinds.class_of_whole, "LPmv"),
    (kinds.branch_of_bodies, "LPm"),
    (parts.narrower_object, "SULPmv"),
    (of_measure.achieved, "UmvYF"),
    (of_measure.item_of_measure, "mv"),
    (wholes.mean_goes_on, "SUL"),
    (wholes.standard_of_people, "SLY"),
    (beside.of_same_thing, "SL"),
    (wholes.reached, "SLW"),
    (effects.effect, "L"),
    (deeds.done_again, "SLV"),
    (deeds.deed_of_sentence_before, "sLmv"),
    (titles.titles_of_deed, "L#mv"),
    (deeds.done_beside, "SLm"),
    (owners.watched_over, "LK"),
    (owners.beside, "S"),
    (owners.of_counted_beside, "SL"),
    (owners.of_those_before, "sL"),
    (owners.held_below, "SLm"),
    (owners.owner_of_sentence, "S"),
    (owners.part_of_bodies, "LP"),
    (kinds.bodies_of_branch, "SC%m"),
    (kinds.branch_of_accounts, "C%m"),
    (effects.answered_by, "SLmv"),
)


# For a label behind nothing and for one behind a number: each with its letters as a set.
_CHAINS = tuple(tuple((complete, frozenset(needed)) for complete, needed in chain) for chain in (_BEFORE_ANY, _COMPLETIONS))


@cache
def _worth_asking(facts: str, *, begun: bool) -> tuple[Completion, ...]:
    """The completions that may have an answer for a label of these facts, where a number went before or none did."""
    so = frozenset(facts)
    return tuple(complete for complete, needed in _CHAINS[begun] if needed <= so)
