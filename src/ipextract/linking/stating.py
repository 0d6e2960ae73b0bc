"""An amount becomes a claim: what it states, and its place among the claims."""

from __future__ import annotations

from ipextract.linking.area.together import take_places_together
from ipextract.linking.before_number import clean_label, is_measured_alone, is_set_as_aim, is_set_in_bracket, raw_label
from ipextract.linking.exclusions import role_of
from ipextract.linking.frames import Draft, Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.naming import name_number
from ipextract.linking.lists.bracketed_shares import name_bracketed
from ipextract.linking.lists.brackets import name_brackets
from ipextract.linking.lists.contributed import name_contributed
from ipextract.linking.lists.fronts import name_front
from ipextract.linking.lists.listing import name_list
from ipextract.linking.lists.measured import told_again
from ipextract.linking.lists.medals import RULE, name_medals
from ipextract.linking.lists.members import is_series, list_members, name_again
from ipextract.linking.lists.reached import name_reached
from ipextract.linking.lists.shares_in_row import name_shares_in_row
from ipextract.linking.lists.turned import name_turned
from ipextract.linking.recording import record, settle
from ipextract.linking.relating import relate
from ipextract.linking.relation.base_numbers import number_compared
from ipextract.linking.relation.behind import explained_behind, growth_alone
from ipextract.linking.relation.bounds import bound_apart, is_about, is_aim_kept, per_head, separate_bound
from ipextract.linking.relation.compared_apart import gap_beside
from ipextract.linking.relation.gaps import compare_list, next_gap
from ipextract.linking.relation.plans_compared import is_plan_compared
from ipextract.linking.relation.ranking import leads_rank, make_rank
from ipextract.linking.relation.relations import PARTS_OF_ONE, is_growth_in_bracket, read_relation
from ipextract.linking.relation.shares import weigh_percentage
from ipextract.linking.relation.verbs_left_out import grown_beside
from ipextract.linking.units_in_names import unit_in_name
from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind
from ipextract.rules.readings import GROWN, HAD_BY_OTHERS, LEVEL, OF_WHOLE, RATE
from ipextract.rules.tokens import Amount

# 3艘|/|120总吨
_PAIR = 2
_OR = "/"


def read_amount(walk: Walk, index: int) -> None:
    """The amount at `index` is stated as a claim, or its token gets the role of what else it is."""
    token = walk.tokens[index]
    if index not in walk.named:
        _name_row(walk, index)
    if index in walk.named:
        _state(walk, index, *walk.named[index])
        return
    if _state_next_gap(walk, index) or index in walk.untold or take_places_together(walk, index):
        return
    start = walk.window(index)
    explained = leads_rank(walk, index, start) or explained_behind(walk, index, start)
    if explained is not None:
        _state(walk, index, *explained)
        walk.after_until = index + 1
        return
    if _state_whole(walk, index, start) or _state_plan(walk, index, start) or _state_mean(walk, index, start) or _state_compared(walk, index) or _state_aim_in_bracket(walk, index):
        return
    role = role_of(walk, index, start)
    if role:
        token.role = role
        return
    alike = _continues_change(walk, index) or gap_beside(walk, index)
    if alike is not None:
        _state(walk, index, *alike)
        return
    reading = _read(walk, index, start)
    if reading is None:
        token.role = "unresolved"
        return
    members = list_members(walk, index)
    if reading.rule.aspect == "gap" and len(members) > 1:
        name, _ = name_number(walk, index, start, reading)
        if name and compare_list(walk, members, name, reading):
            _state(walk, index, name, reading)
            return
    if "I" in walk.row.letters(start, index) and _take_list(walk, index, start, reading):
        return
    if len(members) > 1 and _is_list(walk, members, start, reading) and _take_list(walk, index, start, reading):
        return
    if len(members) > 1 and name_again(walk, members, reading):
        _state(walk, index, *walk.named[index])
        return
    name, labelled = name_number(walk, index, start, reading)
    if not any(map(str.isalpha, name)):
        token.role = "unresolved"
        return
    name, reading = _as_growth(walk, index, name, reading)
    if reading.rule is LEVEL and token.letter == "%" and (is_growth_in_bracket(walk, index) or (is_set_as_aim(walk, index) and _grew(walk, name))):
        reading = Reading(GROWN, {})
    _state(walk, index, name, reading, labelled=labelled)


def _read(walk: Walk, index: int, start: int) -> Reading | None:
    """What the number at `index` states, by the tokens before it, or by the verb of the rate right before."""
    reading = read_relation(walk, index, start)
    return grown_beside(walk, index, start) or reading if reading is not None and reading.rule is LEVEL else reading


def _as_growth(walk: Walk, index: int, name: str, reading: Reading) -> tuple[str, Reading]:
    """实现9.5%左右的增长: the growth, of what the sentences before tell to grow, where nothing but that verb names the number at `index`; else what is given."""
    if reading.rule is not LEVEL or walk.tokens[index].letter != "%" or name != growth_alone(walk, index):
        return name, reading
    last = walk.drafts[-1] if walk.drafts else None
    grown = last is not None and last.aspect == "change" and last.kind == "percentage"
    return last.indicator if last is not None and grown else name, Reading(GROWN, {})


def _grew(walk: Walk, name: str) -> bool:
    """居民消费价格上涨2.1%，控制在3%的预期目标以内: whether the claim right before told how much `name` grew."""
    last = walk.drafts[-1] if walk.drafts else None
    return last is not None and last.token >= walk.sentence_start and last.aspect == "change" and last.kind == "percentage" and last.unit == "%" and last.indicator == name


def _name_row(walk: Walk, index: int) -> None:
    """Name the numbers of the row that the one at `index` begins, where it begins one that words in front or behind name."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is not None and last.rule == LEVEL.name and last.token >= index - _PAIR and walk.text[last.end : walk.tokens[index].start].strip() == _OR:
        # 渔船3艘/120总吨: the same in two units.
        walk.named[index] = (last.indicator, Reading(LEVEL, {}))
        return
    if walk.tokens[index].rule == RULE:
        name_medals(walk, index)
    elif walk.tokens[index].letter == "#":
        name_front(walk, index)
        name_turned(walk, index)
        if index not in walk.named:
            name_reached(walk, index)
    elif walk.tokens[index].letter == "%" and not walk.brackets:
        name_contributed(walk, index)
    elif walk.tokens[index].letter == "%":
        name_brackets(walk, index)
        if index not in walk.named:
            name_bracketed(walk, index)
        if index not in walk.named:
            name_shares_in_row(walk, index)


def _state_next_gap(walk: Walk, index: int) -> bool:
    """高于全国1.6个百分点、全省0.9个百分点: whether the number is the distance from one more of those compared with; it is stated."""
    further = next_gap(walk, index)
    if further is not None:
        settle(walk, further)
        record(walk, further)
    return further is not None


def _state_aim_in_bracket(walk: Walk, index: int) -> bool:
    """增长7.3%（计划7.5%左右）: whether the number is what was planned for the claim in front of the bracket; it is stated as that claim is."""
    if not walk.brackets or walk.row.letters(index - 1, index) == "V" or not is_set_in_bracket(walk, index):
        return False
    told, amount = walk.drafts[-1], walk.tokens[index].value
    if told.unit != amount.unit or told.aspect not in ("level", "change"):
        return False
    _state(walk, index, told.indicator, Reading(GROWN, {}) if told.aspect == "change" else Reading(LEVEL, {}))
    # 年初预算: of the time of what it was planned for, and not of when it was planned.
    walk.drafts[-1].period = told.period
    return True


def _state_whole(walk: Walk, index: int, start: int) -> bool:
    """占全市财政收入27.2亿元的6.9%: whether between the share and its whole stands how much that is; it is stated, and the share of it named."""
    if walk.row.letters(index, index + 3) != "#X%" or walk.row.words(index + 1) != "的":
        return False
    share = start + walk.row.letters(start, index).rfind("A")
    if share < start or set(walk.row.letters(share + 1, index)) - set("RXT"):
        return False
    part = Reading(OF_WHOLE, {"label": (start, share), "whole": (share + 1, index)})
    name, _ = name_number(walk, index, start, part)
    whole = Reading(LEVEL, {"label": (share + 1, index)})
    plan = clean_label(walk, share + 1, index)
    # 占年计划3.2亿元的48%: the plan is of what is told.
    said = join(name, plan) if walk.namer.is_task(plan) else name_number(walk, index, share + 1, whole)[0]
    if not name or not said:
        return False
    if not walk.namer.has_measure(said):
        # 占年预算3.2亿元的48%: the budget is of what is told.
        said = join(name, said)
    frame, places = walk.frame, walk.row.places(share + 1, index)
    if places:
        walk.placed[index] = places[-1].value
    before = walk.drafts[-1] if walk.drafts and walk.drafts[-1].token >= walk.sentence_start else None
    _state(walk, index, said, whole)
    walk.frame = frame
    if "T" in walk.row.letters(share + 1, index) and before is not None:
        # 占2008年商标总数267件的40%: the year is the whole's.
        walk.period = before.period
    walk.named[index + 2] = (name, part)
    return True


def _state_plan(walk: Walk, index: int, start: int) -> bool:
    """一般公共预算收入…，完成年初预算数61亿元的40.4%: whether between a plan and how far it is fulfilled stands how much it was; it is stated, and gone on with what it was of."""
    frame = walk.frame
    if frame is None or walk.row.letters(index, index + 3) != "#X%" or walk.row.words(index + 1) != "的":
        return False
    plan, before = clean_label(walk, start, index), walk.drafts[-1] if walk.drafts else None
    # 完成省局下达我市全年申请任务301件的117%: whoever set it.
    task = plan if walk.namer.is_task(plan) else walk.namer.words(plan)[-1] if plan else ""
    if not walk.namer.is_task(task) or (task != plan and walk.namer.has_measure(plan)):
        return False
    _state(walk, index, join(frame.name, task), Reading(LEVEL, {"label": (start, index)}))
    walk.frame = frame
    if before is not None and before.token >= walk.sentence_start and walk.row.clause_start(index) > before.token:
        # 全年 is the plan's.
        walk.period = before.period
    return True


def _state_mean(walk: Walk, index: int, start: int) -> bool:
    """水资源总量76亿立方米，较多年平均92亿立方米减少17.2%: whether the number is the mean of years, or the plan, with which what was spoken of is compared."""
    frame = walk.frame
    if frame is None or walk.row.letters(start, start + 1) != "C":
        return False
    if is_plan_compared(walk, index, start):
        walk.than_region = None
        _state(walk, index, frame.name, Reading(HAD_BY_OTHERS, {}))
        walk.frame = frame
        return True
    if walk.row.letters(index, index + 3) not in ("#V%", "#G%"):
        return False
    words = walk.row.words_between(start + 1, index).strip()
    if not words.startswith(walk.vocabulary.means_of_years):
        return False
    walk.than_region = None
    _state(walk, index, words if walk.namer.has_measure(words) else join(words, frame.name), Reading(HAD_BY_OTHERS, {}))
    walk.frame = frame
    return True


def _state_compared(walk: Walk, index: int) -> bool:
    """平均结案时间27天，比合同约定的45天快18天: whether the number at `index` is one that what was spoken of is compared with; it is stated, and the walk goes on with that."""
    frame, compared = walk.frame, number_compared(walk, index)
    if compared is None:
        return False
    walk.than_region = None
    _state(walk, index, *compared)
    walk.frame = frame
    return True


def _take_list(walk: Walk, index: int, start: int, reading: Reading) -> bool:
    """Whether the number at `index` begins a list: stated, or left unresolved where the names of its numbers cannot be told apart."""
    name_list(walk, index, start, reading)
    if index in walk.named:
        _state(walk, index, *walk.named[index])
    return index in walk.named or index in walk.untold


def _is_list(walk: Walk, members: list[int], start: int, reading: Reading) -> bool:
    """Whether numbers that stand side by side are a list without 分别.

    新收案件329件，审结344件，同比下降9.4%、8.3%: a rate without a name behind a pause is one more of the same list.
    吴兴、南浔地区生产总值增长5%、6%: so are as many numbers as places.
    """
    if walk.row.letters(members[0] + 1, members[1]) == ",V":
        # 名义增长7.2%，实际增长6.9%: two rates of one thing, each with its verb.
        return False
    is_rate = walk.tokens[members[0]].letter == "%"
    # 恢复到2019年同期的112%、108%
    rates_follow = is_rate and (reading.rule.name == "change.verb" or (reading.rule.name == "level" and is_measured_alone(walk, start, members[0])))
    if reading.rule.aspect in ("level", "share", "change") and (rates_follow or is_series(walk, members)):
        return True
    if is_rate and reading.rule.name == "level" and _names_rates(walk, raw_label(walk, start, members[0]), len(members)):
        return True
    if reading.rule.aspect == "level" and told_again(walk, members, raw_label(walk, walk.row.clause_start(members[0]), members[0])) is not None:
        return True
    return len(walk.row.places(start, members[0])) == len(members)


def _names_rates(walk: Walk, label: str, count: int) -> bool:
    """调查失业率、登记失业率控制在5.5%、4%以内: whether `label` names `count` rates one after the other, and so each number's own."""
    items = label.split("、")
    return count == len(items) > 1 and all(len(item) > _PAIR and item.endswith(walk.vocabulary.names.rate) for item in items)


def read_early_change(walk: Walk) -> None:
    """同比增长54.2%！全市新增商标申请28.4万件: the change that a headline begins with is of what it states next."""
    first = next((place for place, token in enumerate(walk.tokens) if token.letter in "%#MQ"), None)
    if first is None or walk.tokens[first].role != "unresolved" or not walk.drafts or walk.drafts[0].aspect != "level":
        return
    walk.sentence_start = 0
    reading = read_relation(walk, first, walk.window(first))
    if reading is not None and reading.rule.name == "change.verb":
        _state(walk, first, walk.drafts[0].indicator, reading)
        walk.drafts.insert(0, walk.drafts.pop())


def _continues_change(walk: Walk, index: int) -> tuple[str, Reading] | None:
    """增加2.68万座、494.86万米: the second number is one more change, of what was stated in its unit."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is not None and last.rule == RATE.name:
        return _one_more_rate(walk, index, last)
    if last is not None and last.rule == "change.verb" and _strives_for_more(walk, index, last):
        reading = read_relation(walk, last.token, walk.window(last.token))
        return None if reading is None else (last.indicator, reading)
    is_alike = last is not None and (walk.tokens[index].value.unit == last.unit or walk.tokens[index].letter == "%")
    if last is not None and last.rule == "change.of_object" and is_alike and walk.row.letters(last.token + 1, index) in ("/X", "/NX"):
        # 压减炼铁产能186万吨、炼钢产能260万吨; 压减一般性支出3.6亿元、“三公”经费12%: what was done to the first is done to the next.
        name = raw_label(walk, last.token + 2, index)
        reading = None if walk.namer.starts_with_verb(name) else read_relation(walk, last.token, walk.window(last.token))
        return (name, reading) if reading is not None and reading.rule.name == last.rule else None
    if last is None or last.rule != "change.verb" or (last.token != index - 1 and not (last.token == index - 2 and walk.tokens[index - 1].letter == "/")):
        return None
    amount: Amount = walk.tokens[index].value
    levels = [draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == amount.unit]
    if not levels or amount.unit is None or amount.unit == last.unit:
        return None
    reading = read_relation(walk, last.token, walk.window(last.token))
    return (levels[-1].indicator, reading) if reading is not None and reading.rule.name == last.rule else None


def _strives_for_more(walk: Walk, index: int, last: Draft) -> bool:
    """生产总值增长10%，力争11.5%: nothing but the word that aims higher stands between two rates of change."""
    between = walk.row.letters(last.token + 1, index)
    return walk.tokens[index].letter == walk.tokens[last.token].letter == "%" and between in (",X", "/X") and walk.row.words(index - 1) in walk.vocabulary.ahead.striving


def _one_more_rate(walk: Walk, index: int, last: Draft) -> tuple[str, Reading] | None:
    """2-7月，增加值累计降幅分别为7.5%，7.8%，8.6%: the rates behind the first are of the same, one for each time."""
    row = walk.row
    if last.token != index - 2 or walk.tokens[index].letter != "%" or not (walk.tokens[index - 1].letter in ",/" or row.words(index - 1) in walk.vocabulary.joins):
        return None
    first = last.token
    while first > 1 and walk.tokens[first - 2].letter == "%" and walk.tokens[first - 2].role == "claim" and not row.letters(first - 1, first).strip(",/X"):
        first -= 2
    noun = next((place for place in range(first - 1, row.clause_start(first) - 1, -1) if walk.tokens[place].letter == "E"), None)
    return None if noun is None else (last.indicator, Reading(RATE, {"noun": (noun, noun + 1)}))


def _state(walk: Walk, index: int, name: str, reading: Reading, *, labelled: bool = True) -> None:
    """Make the draft of an amount and record it.

    Args:
        walk: the walk.
        index: the number's token.
        name: its indicator.
        reading: how it is read.
        labelled: whether words before the number name the indicator.
    """
    token, rule = walk.tokens[index], reading.rule
    amount: Amount = token.value
    draft = Draft(amount.kind, rule.aspect, name, amount.value, token.start, token.end, rule.name, amount.upper, amount.bound, amount.unit, token=index)
    if index in walk.shared:
        draft.aspect, draft.whole = "share", walk.shared[index]
    elif token.letter == "%" and (rule.name == "level" or (rule.aspect == "level" and walk.share is not None and name == walk.share[0])):
        weigh_percentage(walk, draft, labelled=labelled)
    if draft.bound == "exact" and _is_about(walk, draft):
        draft.bound = "approximate"
    if draft.bound == "exact" and draft.rule == "level":
        draft.bound = bound_apart(walk, index) or draft.bound
    if draft.bound == "exact" and (draft.rule == LEVEL.name or (draft.rule == OF_WHOLE.name and token.rule in PARTS_OF_ONE)) and (draft.kind in ("percentage", "multiple") or per_head(walk, index) is not None) and not reading.says("verb"):
        draft.bound = separate_bound(walk, index) or draft.bound
    if draft.bound in ("less_than", "more_than") and is_aim_kept(walk, draft):
        draft.bound = "exact"
    if token.letter == "U" and amount.unit is None:
        draft.kind, draft.unit = _unit_of_name(walk, name, amount, counts=amount.scaled and rule.name == "level" and bool(words_behind(walk, index)))
        if not draft.value and rule.name == "change.reach" and walk.drafts and walk.drafts[-1].indicator == name:
            # 由9.8%降至零
            draft.kind, draft.unit = walk.drafts[-1].kind, walk.drafts[-1].unit
    if not make_rank(walk, draft):
        relate(walk, draft, reading)
    draft.actor = walk.actor
    settle(walk, draft, reading)
    record(walk, draft)


def _is_about(walk: Walk, draft: Draft) -> bool:
    """约占三分之一, 全市约有…: whether words apart from the number make it about right."""
    if draft.rule == "share.of_whole":
        start = walk.window(draft.token)
        return any(token.letter == "A" and walk.text[token.start] in walk.vocabulary.about for token in walk.tokens[start : draft.token])
    if draft.rule == "share.noun":
        return walk.row.words(draft.token - 1).startswith(walk.vocabulary.about_heads)
    if draft.rule == "change.verb":
        # 单位能耗约下降3%: the word stands in front of the verb.
        return draft.token > 1 and walk.tokens[draft.token - 1].letter == "V" and walk.row.words(draft.token - 2).endswith(walk.vocabulary.about)
    return draft.rule == "level" and draft.aspect == "level" and is_about(walk, draft.token)


def _unit_of_name(walk: Walk, name: str, amount: Amount, *, counts: bool) -> tuple[str, str | None]:
    """诊疗人次101.5亿: the kind and unit of a bare number stand in the indicator's name.

    Args:
        walk: the walk.
        name: the indicator.
        amount: the number.
        counts: whether the noun that it counts stands behind it: 1.2万中小微企业.
    """
    if counts and amount.scaled and walk.namer.counts_people(name):
        # 带动2.3万贫困人口增收: the people, whatever they gained.
        return "count", walk.vocabulary.qualifiers.person
    return unit_in_name(name, amount, walk.namer, walk.vocabulary) or ("count" if counts else amount.kind, None)
