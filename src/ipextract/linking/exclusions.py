"""Numbers that are no claim: durations, qualifiers, names, bare numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ipextract.linking.candidate import Candidate
from ipextract.linking.counted import is_joined_size
from ipextract.linking.endings import without_end
from ipextract.linking.for_whom import is_decided_in, is_deed
from ipextract.linking.indicator.anatomy import without_bracket
from ipextract.linking.qualifiers import (
    bounds_attribute,
    bounds_by_attribute,
    bounds_each,
    bounds_people,
    bounds_portion,
    bounds_size,
    bounds_the_next,
    bounds_those_counted,
    bounds_those_listed,
    bounds_those_named,
    bounds_what_each_did,
    counts_each,
    counts_foremost,
    counts_places_behind,
    counts_the_others,
    names_plant,
    names_portion,
    scopes_clause,
    scopes_kinds,
    scopes_rank,
    scopes_rate,
    scopes_statement,
    scopes_titles,
)
from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import Amount

_ORDERED = frozenset("≤≥<>≦≧")
_YEAR = lazily(compiled, r"(?:19|20)\d{2}")
# Hours and minutes from here on are no time for which something went on by the way.
_LONG, _MANY = 300, 1000
# A Chinese numeral up to this sums up a list of names: 三项社会保险.
_SMALL = 10
# 分别是|全市|平均水平的|2.1倍
_MULTIPLE = 4
_CHANGES = ("V", "G")
# 千亿元级大台阶
_STEPS = 12


#: A question about a number: its role, empty for a claim; None where it does not say.
Question = Callable[["Candidate"], str | None]

# An index is of a hundred or of fifty; 3.0 numbers a version.
_LEAST_INDEX = 20


def role_of(walk: Walk, index: int, start: int) -> str:
    """The role of a number that is no claim (`qualifier`, `period`, `name`, `unresolved`); empty for a claim."""
    candidate = Candidate(walk, index, start)
    for question in _worth_asking(candidate.facts):
        role = question(candidate)
        if role is not None:
            return role
    return ""


def _tells_where(number: Candidate) -> str | None:
    """对31个省开展调查, 在339个城市中: the number tells where, not what; 对140余家企业进行梳理 is a deed."""
    if not (number.has_words_behind and number.is_counted):
        return None
    row, vocabulary = number.walk.row, number.walk.vocabulary
    # 在全国15个城市中: the place says of where they are.
    label = "".join(row.words(place) for place in range(number.start, number.index) if row.tokens[place].letter == "X").strip() or number.label.strip()
    if label in vocabulary.qualifiers.prepositions:
        is_done = label in vocabulary.qualifiers.done_to and is_deed(number.walk, number.index)
        return None if is_done or is_decided_in(number.walk, number.index, label) else "qualifier"
    if label[:1] in vocabulary.located and row.letters(number.index + 1, number.index + 4) == "X,K" and row.words(number.index + 1).strip().endswith(vocabulary.names.scene_ends):
        # 在已公布数据的30个省份中，位居第四: among whom the next clause ranks.
        return "qualifier"
    if label.startswith(vocabulary.qualifiers.surveyed):
        # 据对大型企业1180种设备的普查: what was looked at.
        return "qualifier"
    # 行业协会对31个省开展调查: the body that acts stands in front.
    body = label[:-1] if label.endswith(tuple(vocabulary.qualifiers.prepositions)) else ""
    if body.endswith(vocabulary.agencies):
        # 法院对83名被告人宣告无罪: or decides about them.
        is_done = label.endswith(tuple(vocabulary.qualifiers.done_to)) and is_deed(number.walk, number.index)
        return None if is_done or is_decided_in(number.walk, number.index, label) else "qualifier"
    # 运动员在45项赛事中获得33个冠军: in how many of what, between who did it and the deed; 专利在335项申报项目中脱颖而出.
    behind = row.words(number.index + 1)
    is_scene = bool(body) and label.endswith(vocabulary.names.located) and any(word in behind[1:] for word in vocabulary.names.scene_ends) and (number.next_number is not None or behind.strip().endswith(vocabulary.names.outdoing_rivals))
    return "qualifier" if is_scene else None


def _equates(number: Candidate) -> str | None:
    """1个单位配额相当于排放1吨: how much one of something comes to is what a word means."""
    row = number.walk.row
    first = row.tokens[row.clause_start(number.index)]
    is_one = first.letter == "#" and isinstance(first.value, Amount) and first.value.value == 1 and not first.value.chinese
    return "qualifier" if is_one and any(word in row.clause(number.index) for word in number.walk.vocabulary.qualifiers.equating) else None


def _counts_kinds(number: Candidate) -> str | None:
    """对18大类9.4万份样品开展监测: of how many kinds those are that are counted next."""
    is_next = number.walk.row.letters(number.index + 1, number.index + 2) == "#"
    return "qualifier" if is_next and number.is_counted and number.label.strip() in number.walk.vocabulary.qualifiers.done_to else None


def _is_least_of_each(number: Candidate) -> str | None:
    """零就业家庭每户至少一人就业: what each has at least, and not how many there are."""
    is_least = number.amount.chinese and number.amount.bound == "at_least" and number.is_counted
    return "qualifier" if is_least and number.label.strip().endswith(number.walk.vocabulary.qualifiers.for_each) else None


def _sets_threshold(number: Candidate) -> str | None:
    """统计口径由年主营业务收入500万元调整为2000万元: a bound of what is counted at all."""
    walk = number.walk
    names = walk.vocabulary.names.definitions
    if number.amount.kind not in ("money", "quantity") or not walk.bounds_all:
        return None
    clause = walk.row.words_between(walk.row.clause_start(number.index), number.index)
    return "qualifier" if any(word in clause for word in names) else None


def _sums_up_names(number: Candidate) -> str | None:
    """养老、失业、工伤三项社会保险: the numeral sums up a list of names."""
    amount = number.amount
    if not (number.is_counted and number.has_words_behind) or amount.bound != "exact":
        return None
    if not (amount.chinese and amount.value <= _SMALL):
        # 13项民生支出合计138966万元
        return "name" if _is_summed_up(number) and _sums_up_measure(number) else None
    return "name" if "、" in number.label or _sums_up_measure(number) or _is_set_of_figures(number) or _names_what_is_paid(number) else None


def _takes_up(number: Candidate) -> str | None:
    """申请量1200件，授权量800件，两项均居首位: how many of those just told it is that the words behind speak of."""
    if not number.amount.chinese or number.amount.value > _SMALL or number.amount.bound != "exact":
        return None
    walk, index = number.walk, number.index
    # 两项均居首位, 三项指标均居前列
    stop = index + (2 if walk.row.letters(index + 1, index + 2) == "X" else 1)
    # 两项指标分别是全市平均水平的2.1倍和1.8倍
    is_of_all = walk.row.letters(stop, stop + 2) == "JK" or walk.row.letters(stop, stop + _MULTIPLE).rstrip("M") in ("DX", "DRX")
    return "name" if is_of_all and (walk.drafts or stop > index + 1) and walk.namer.sums_up(number.label.strip() + walk.row.words_between(index, stop)) else None


def _is_set_of_figures(number: Candidate) -> bool:
    """生产安全事故四项指标均有下降: whether the numeral is of a set of figures, by its name."""
    label, walk = number.label.strip(), number.walk
    return bool(label) and walk.row.words(number.index + 1).startswith(walk.vocabulary.names.figures) and not walk.namer.starts_with_verb(label)


def _names_what_is_paid(number: Candidate) -> bool:
    """发放残疾人两项补贴1.2亿元: whether the noun behind the numeral is what is paid, and the sum follows, or those to whom it is paid stand before it."""
    label, walk, names = number.label.strip(), number.walk, number.walk.vocabulary.names
    noun = next((word for word in names.paid_nouns if walk.row.words(number.index + 1).startswith(word)), "") if label else ""
    if not noun or label.endswith(names.persons):
        return bool(noun)
    following = number.next_number
    is_sum = following is not None and walk.row.letters(number.index, following + 1) == "#X#" and walk.tokens[following].value.kind == "money"
    return is_sum and walk.row.words(number.index + 1) == noun


def _is_summed_up(number: Candidate) -> bool:
    """13项民生支出合计: whether the words before the next number say that it sums them up."""
    following = number.next_number
    return following is not None and number.walk.row.words_between(number.index + 1, following).endswith(number.walk.vocabulary.names.summing)


def _sums_up_measure(number: Candidate) -> bool:
    """五项社会保险基金收入合计28909亿元: how many kinds the sum is over, where their measure and its number follow."""
    following, walk = number.next_number, number.walk
    among = walk.row.words_between(number.start, number.index).strip().endswith(walk.vocabulary.names.scene_ends)
    if following is None or (number.label.strip() and not among) or walk.tokens[following].letter != "#" or walk.tokens[following].value.unit == number.amount.unit:
        return False
    said = walk.namer.clean(walk.row.words_between(number.index + 1, following))
    return walk.namer.has_measure(said) and not walk.namer.starts_with_verb(said) and walk.namer.before_deed(said) is None


def _heads_list(number: Candidate) -> str | None:
    """全市六项污染物浓度：二氧化硫20微克/立方米…: of how many things a colon goes on to tell the measure."""
    walk = number.walk
    if number.label.strip() or walk.row.letters(number.index + 1, number.index + 3) != "X:":
        return None
    return "qualifier" if walk.namer.has_measure(walk.namer.clean(walk.row.words(number.index + 1))) else None


def _is_bare(number: Candidate) -> str | None:
    """PMI为50.1, and not 发展3.0版: a number without a unit is a claim behind the name of a measure or a verb only."""
    if number.token.letter != "U" or (number.amount.bounded_after and number.amount.scaled and number.has_words_behind and number.next_number is not None):
        # 实到资金5000万及以上企业10家: a bound on those that the next number counts.
        return None
    if not number.label.strip() and not number.has_words_behind and _YEAR.fullmatch(number.walk.row.words(number.index)):
        # 2024 on a line of its own, below a title.
        return "date"
    return "" if _states_bare_number(number) else "name" if number.has_words_behind else "unresolved"


def _states_bare_number(number: Candidate) -> bool:
    walk, amount, row = number.walk, number.amount, number.walk.row
    label = walk.namer.clean(number.label)
    if amount.scaled and label:
        return True
    if without_bracket(label.removesuffix("”")).endswith(walk.vocabulary.bare_number_heads):
        # 居民消费价格总指数（CPI）99.6: the bracket only names it again.
        stands_apart = not row.words_between(max(0, number.index - 1), number.index)
        if not (number.has_words_behind and not amount.scaled and stands_apart):
            return True
    if amount.scaled and number.has_words_behind:
        # 500多万在校生受益, 近千万家庭受益, 1.2万中小微企业受益.
        return True
    letters = row.letters(walk.window(number.index), number.index)
    if label and letters in ("X", "DX") and not number.has_words_behind and amount.value > _LEAST_INDEX and _goes_on_with_index(walk):
        # 种植业产品价格指数101.5，上涨1.5%；渔业产品101.9
        return True
    if letters == "R" and not label and walk.frame is not None and walk.frame.sentence == walk.sentence and not number.has_words_behind and walk.frame.name.endswith(walk.vocabulary.bare_number_heads):
        # 空气质量综合指数后三名：德清县4.12、长兴县4.05
        return True
    if letters.endswith(("Z", "ZT", "V")):
        return True
    if letters.endswith("CT") and row.letters(number.index + 1, number.index + 2) == "V":
        # 比2010年第六次全国人口普查98.24下降0.29
        return True
    is_from = letters.endswith(("Y", "YT")) or (letters.endswith("YTX") and row.words(number.index - 1) == "的")
    if is_from and "Z" in row.letters(number.index + 1, number.index + 3):
        # 性别比由2010年的108.9下降为106.8, 收入比由上年同期的2.36缩小至2.26
        return True
    following = row.after(number.index)
    # 分别为21和23微克/立方米
    goes_on = following is not None and (following.letter == "/" or row.words(number.index + 1) in walk.vocabulary.conjunctions)
    return goes_on and "I" in letters


def _goes_on_with_index(walk: Walk) -> bool:
    """Whether the sentence spoke last of an index that has no unit."""
    frame = walk.frame
    return frame is not None and frame.level and frame.sentence == walk.sentence and without_bracket(frame.name).endswith(walk.vocabulary.indices) and any(draft.indicator == frame.name and draft.unit in (None, "") and draft.aspect == "level" for draft in reversed(walk.drafts))


def _lasts(number: Candidate) -> str | None:
    """历时3年: a length of time is a claim behind its name or a verb only (平均授权周期94天, 缩短15天)."""
    walk, amount = number.walk, number.amount
    if amount.unit not in walk.vocabulary.qualifiers.durations or not number.is_counted:
        return None
    if walk.row.letters(number.index + 1, number.index + 3) == "X," and walk.row.words(number.index + 1).strip() in walk.vocabulary.for_so_long:
        # 从1990年到2004年的整整15年里，
        return "period"
    letters = walk.row.letters(number.start, number.index)
    measured = (
        walk.namer.clean(number.label).endswith(walk.vocabulary.durations)
        or _is_named_before_bracket(number)
        or letters[-1:] in ("V", "Z")
        or bool(set("AGY") & set(letters))
        or letters.endswith(("ZT", "VX"))
        or _continues_duration(number)
        or _is_measured_time(number)
        or _is_graded(number)
        or _is_extreme_age(number)
    )
    if measured and not (number.has_words_behind and (amount.bounded_after or amount.upper is not None)):
        return None
    # 15-59岁占63.2%: an age is no time.
    return "qualifier" if number.has_words_behind or amount.unit in walk.vocabulary.qualifiers.ages else "period"


def _is_named_before_bracket(number: Candidate) -> bool:
    """高温日数（日最高气温≥35℃）46天: whether the name of a length of time stands in front of a bracket right before the number."""
    row = number.walk.row
    opening = row.letters(0, number.index).rfind("(")
    return opening > 0 and row.letters(number.index - 1, number.index) == ")" and row.words(opening - 1).strip().endswith(number.walk.vocabulary.durations)


def _continues_duration(number: Candidate) -> bool:
    """超标天数为10天、7天, 平均住院日8.6日，公立医院8.0日: what goes on with a length of time is one too."""
    walk, last = number.walk, number.walk.drafts[-1] if number.walk.drafts else None
    if last is None or last.unit != number.amount.unit or last.token < walk.sentence_start:
        return False
    if without_end(number.label.strip(), walk.vocabulary.clauses.those_who) in walk.vocabulary.clauses.most:
        # 平均66.5天，最快者21天
        return True
    between = walk.row.letters(last.token + 1, number.index)
    if between == "/" or walk.row.words_between(last.token + 1, number.index) in walk.vocabulary.joins:
        return True
    # Numbers of other units may stand between the two, but no words that the length of time is not said of.
    return bool(number.label.strip()) and last.indicator.endswith(walk.vocabulary.durations)


def _is_extreme_age(number: Candidate) -> bool:
    """年龄最大的58岁，最小的18岁: how old the oldest and the youngest are, in a sentence that speaks of ages."""
    walk = number.walk
    if number.amount.unit not in walk.vocabulary.qualifiers.ages:
        return False
    said = number.label.strip().removesuffix("的")
    return said.endswith(walk.vocabulary.clauses.most) and any(word in walk.text for word in walk.vocabulary.names.ages)


def _is_graded(number: Candidate) -> bool:
    """空气质量优98天、良214天: on how many days the air was of a grade."""
    walk, names = number.walk, number.walk.vocabulary.names
    return walk.namer.clean(number.label).endswith(names.air_grades) and any(word in walk.text for word in names.air)


def _is_measured_time(number: Candidate) -> bool:
    """6507.4万小时志愿服务, 电视动画片108271分钟: a fraction, a scale or very many hours are measured."""
    amount, walk = number.amount, number.walk
    if amount.unit not in walk.vocabulary.qualifiers.measured_times or not (number.label.strip() or (number.has_words_behind and amount.factor >= _MANY)):
        # 2.7万名志愿者提供了65万小时志愿服务: measured, though its verb went to those who served.
        return False
    fractional = amount.value != amount.value.to_integral_value() and amount.upper is None
    return fractional or amount.factor >= _MANY or (amount.value >= _LONG and amount.unit in walk.vocabulary.qualifiers.hours)


def _specifies(number: Candidate) -> str | None:
    """500千伏变电站, 500张床位以上医院, 100平方米以上住宅: of what size the things are."""
    if number.is_counted and is_joined_size(number.walk, number.index):
        return "qualifier"
    if not (number.has_words_behind and number.is_counted):
        return None
    walk, amount, end = number.walk, number.amount, number.token.end
    if amount.unit in walk.vocabulary.qualifiers.specification and walk.row.letters(number.index + 1, number.index + 2) not in _CHANGES:
        # 比上年的1452.7毫米少9.0%: what changed is of no size.
        return "qualifier"
    threshold = walk.vocabulary.qualifiers.threshold.match(walk.text[end : end + 8])
    if threshold and (amount.kind != "count" or threshold["noun"] in walk.vocabulary.qualifiers.threshold_nouns):
        return "qualifier"
    return "qualifier" if amount.bounded_after and amount.kind == "quantity" else None


def _says_which(number: Candidate) -> str | None:
    """地下水资源量（矿化度≤2克/升）: a sign of order in a bracket bounds what is measured."""
    start = number.token.start
    signs = set(number.walk.text[max(0, start - 1) : start + 1]) if number.walk.brackets else set()
    return "qualifier" if signs & _ORDERED else None


def _bounds_words_around(number: Candidate) -> str | None:
    """普惠型（1000万元以下）贷款惠及企业298家: a bound alone in a bracket, with words on both sides that the next number is said of, narrows them."""
    row, index, amount = number.walk.row, number.index, number.amount
    if not number.is_bounded or row.letters(index - 2, index + 3) != "X(#)X" or row.tokens[index + 1].end != row.tokens[index + 2].start:
        return None
    # 专利授权量（超过1.2万件）创新高 is a statement.
    return "qualifier" if amount.bounded_after or row.letters(index + 3, index + 4) == "#" else None


def _bounds_what_is_counted(number: Candidate) -> str | None:
    """大型水库（库容1亿立方米以上）12座: a bound in a bracket between a noun and its number tells which things those are."""
    row, index = number.walk.row, number.index
    opening = row.letters(0, index).rfind("(")
    if not number.is_bounded or number.token.letter not in "#U" or opening < 1 or row.letters(index + 1, index + 3) != ")#" or row.tokens[index + 1].end != row.tokens[index + 2].start:
        return None
    inside = row.letters(opening + 1, index)
    return "qualifier" if row.letters(opening - 1, opening) == "X" and set(inside) <= {"X"} else None


def _counts_steps(number: Candidate) -> str | None:
    """连续跨越三个千亿级台阶: how many marks were passed; 突破千亿元大关 is a statement."""
    words, end = number.walk.vocabulary.qualifiers, number.token.end
    is_counted = number.is_counted and number.amount.unit in words.step_units
    return "qualifier" if is_counted and words.steps.match(number.walk.text, end, end + _STEPS) is not None else None


def _defines(number: Candidate) -> str | None:
    """全国人口是指31个省的人口: what a sentence says that something is."""
    walk = number.walk
    if not walk.defines:
        return None
    if walk.vocabulary.clauses.defined.search(walk.text, walk.tokens[walk.sentence_start].start, number.token.start) is not None:
        return "qualifier"
    # In the sentence with which a footnote begins.
    return "qualifier" if walk.sentence == 0 and walk.vocabulary.clauses.noted.match(walk.text) is not None else None


# Asked in this order; the first answer is the role. Each with the letters of `Candidate.facts` without which it has no answer.
_QUESTIONS: tuple[tuple[Question, str], ...] = (
    (_counts_steps, "C"),
    (_defines, "D"),
    (_says_which, "K"),
    (_bounds_words_around, "K"),
    (_bounds_what_is_counted, "BK"),
    (bounds_attribute, ""),
    (counts_the_others, "CWN"),
    (counts_each, "CN"),
    (_tells_where, "CW"),
    (_equates, "C"),
    (_counts_kinds, "CN"),
    (_is_least_of_each, "C"),
    (bounds_those_named, "BW"),
    (bounds_those_listed, "BW"),
    (_sets_threshold, ""),
    (counts_places_behind, "CW"),
    (counts_foremost, "CW"),
    (_takes_up, "C"),
    (_sums_up_names, "CW"),
    (_heads_list, "CW"),
    (_is_bare, "U"),
    (_lasts, "C"),
    (_specifies, "C"),
    (names_plant, "CW"),
    (names_portion, "W"),
    (bounds_the_next, "BN"),
    (bounds_what_each_did, "CBWN"),
    (bounds_each, "B"),
    (bounds_by_attribute, "W"),
    (bounds_people, "BW"),
    (bounds_those_counted, "B"),
    (bounds_portion, "C"),
    (bounds_size, "CBW"),
    (scopes_rate, "CWN"),
    (scopes_rank, "CWN"),
    (scopes_clause, "CW"),
    (scopes_kinds, "CWN"),
    (scopes_titles, "CWN"),
    (scopes_statement, "CN"),
)


@cache
def _worth_asking(facts: str) -> tuple[Question, ...]:
    """The questions that may have an answer for a number of these facts."""
    return tuple(question for question, needed in _QUESTIONS if set(needed) <= set(facts))
