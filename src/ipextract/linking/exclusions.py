"""Numbers that are no claim: durations, qualifiers, names, bare numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property

from ipextract.linking.indicator.cleaning import without_bracket
from ipextract.linking.walk import Walk
from ipextract.linking.wording import bound_of_each, is_deed, is_joined_size, qualifies_noun, split_between
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS, Amount, Token

# 500张床位以上医院: the bound stands behind the noun.
_THRESHOLD = lazily(compiled, r"(?P<noun>[\u4e00-\u9fff]{1,4}?)(?:及)?以[上下](?![，。；、）])")
# How many tokens may stand between a count of places and the places.
_NEAR = 5
_ORDERED = frozenset("≤≥<>≦≧")
_YEAR = lazily(compiled, r"(?:19|20)\d{2}")
# Hours and minutes from here on are no time for which something went on by the way.
_LONG, _MANY = 300, 1000
# A Chinese numeral up to this sums up a list of names: 三项社会保险.
_SMALL = 10
# 千亿元级大台阶
_STEPS = 12


#: A question about a number: its role, empty for a claim; None where it does not say.
Question = Callable[["Candidate"], str | None]


class Candidate:
    """A number that may be no claim, with the words around it.

    Attributes:
        walk: the walk.
        index: the number's token.
        start: the first token of the words before it.
        token: the token itself.
        amount: the number.
        is_counted: whether it is an amount with a unit.
        is_bounded: 以上, a range, 超过: whether the number is no exact one.
        has_words_behind: whether words of its own follow at once.
    """

    def __init__(self, walk: Walk, index: int, start: int) -> None:
        self.walk, self.index, self.start = walk, index, start
        self.token: Token = walk.tokens[index]
        self.amount: Amount = self.token.value
        self.is_counted = self.token.letter == "#"
        self.is_bounded = self.amount.bounded_after or self.amount.upper is not None or self.amount.bounded_before
        self.has_words_behind = self._has_words_behind()

    @property
    def facts(self) -> str:
        """What questions ask for first, by letters: Counted, Bounded, Words behind, Unitless; in a sentence that Defines, or in a bracKet."""
        return (
            f"{'C' if self.is_counted else ''}{'B' if self.is_bounded else ''}{'W' if self.has_words_behind else ''}"
            f"{'U' if self.token.letter == 'U' else ''}{'D' if self.walk.defines else ''}{'K' if self.walk.brackets else ''}"
        )

    def _has_words_behind(self) -> bool:
        following = self.walk.row.after(self.index)
        if following is None or following.letter not in "XRNVEPWK" or following.end == following.start:
            return False
        return self.walk.row.words(self.index + 1) not in self.walk.vocabulary.after_numbers

    @cached_property
    def label(self) -> str:
        """The words before it."""
        return self.walk.label_text(self.start, self.index)

    @cached_property
    def next_number(self) -> int | None:
        """The next number of the clause."""
        return self.walk.row.next_number(self.index)

    @cached_property
    def split(self) -> tuple[str, str] | None:
        """The noun of this number and the label of the next, where a verb of having stands between them."""
        return None if self.next_number is None else split_between(self.walk, self.index, self.next_number)


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
        return None if label in vocabulary.qualifiers.done_to and is_deed(number.walk, number.index) else "qualifier"
    if label.startswith(vocabulary.qualifiers.surveyed):
        # 据对大型企业1180种设备的普查: what was looked at.
        return "qualifier"
    # 行业协会对31个省开展调查: the body that acts stands in front.
    body = label[:-1] if label.endswith(tuple(vocabulary.qualifiers.prepositions)) else ""
    return "qualifier" if body.endswith(vocabulary.agencies) else None


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
    if number.amount.kind not in ("money", "quantity") or not any(word in walk.text for word in names):
        return None
    clause = walk.row.words_between(walk.row.clause_start(number.index), number.index)
    return "qualifier" if any(word in clause for word in names) else None


def _sums_up_names(number: Candidate) -> str | None:
    """养老、失业、工伤三项社会保险: the numeral sums up a list of names."""
    amount = number.amount
    if not (amount.chinese and number.is_counted and amount.value <= _SMALL and number.has_words_behind):
        return None
    return "name" if "、" in number.label or _sums_up_measure(number) else None


def _sums_up_measure(number: Candidate) -> bool:
    """五项社会保险基金收入合计28909亿元: how many kinds the sum is over, where their measure and its number follow."""
    following, walk = number.next_number, number.walk
    if following is None or number.label.strip() or walk.tokens[following].letter != "#" or walk.tokens[following].value.unit == number.amount.unit:
        return False
    said = walk.namer.clean(walk.row.words_between(number.index + 1, following))
    return walk.namer.has_measure(said) and not walk.namer.starts_with_verb(said) and walk.namer.before_deed(said) is None


def _counts_places_behind(number: Candidate) -> str | None:
    """浓度最低的3个城市依次是安阳、濮阳和焦作: how many places are told of, which follow."""
    if not (number.is_counted and number.has_words_behind):
        return None
    walk = number.walk
    place = next((place for place in range(number.index + 1, min(len(walk.tokens), number.index + _NEAR)) if walk.tokens[place].letter != "X"), number.index)
    together = walk.together.get(place)
    return "qualifier" if together is not None and len(together) == number.amount.value and walk.is_introduced(place) else None


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
    if letters.endswith(("Z", "ZT", "V")):
        return True
    if letters.endswith("CT") and row.letters(number.index + 1, number.index + 2) == "V":
        # 比2010年第六次全国人口普查98.24下降0.29
        return True
    if letters.endswith(("Y", "YT")) and "Z" in row.letters(number.index + 1, number.index + 3):
        # 性别比由2010年的108.9下降为106.8
        return True
    following = row.after(number.index)
    # 分别为21和23微克/立方米
    goes_on = following is not None and (following.letter == "/" or row.words(number.index + 1) in walk.vocabulary.conjunctions)
    return goes_on and "I" in letters


def _lasts(number: Candidate) -> str | None:
    """历时3年: a length of time is a claim behind its name or a verb only (平均授权周期94天, 缩短15天)."""
    walk, amount = number.walk, number.amount
    if amount.unit not in walk.vocabulary.qualifiers.durations or not number.is_counted:
        return None
    letters = walk.row.letters(number.start, number.index)
    measured = (
        walk.namer.clean(number.label).endswith(walk.vocabulary.durations)
        or letters[-1:] in ("V", "Z")
        or bool(set("AGY") & set(letters))
        or letters.endswith(("ZT", "VX"))
        or _continues_duration(number)
        or _is_measured_time(number)
    )
    if measured and not (number.has_words_behind and (amount.bounded_after or amount.upper is not None)):
        return None
    # 15-59岁占63.2%: an age is no time.
    return "qualifier" if number.has_words_behind or amount.unit in walk.vocabulary.qualifiers.ages else "period"


def _continues_duration(number: Candidate) -> bool:
    """超标天数为10天、7天, 平均住院日8.6日，公立医院8.0日: what goes on with a length of time is one too."""
    walk, last = number.walk, number.walk.drafts[-1] if number.walk.drafts else None
    if last is None or last.unit != number.amount.unit or last.token < walk.sentence_start:
        return False
    between = walk.row.letters(last.token + 1, number.index)
    if between == "/" or walk.row.words_between(last.token + 1, number.index) in walk.vocabulary.joins:
        return True
    # Numbers of other units may stand between the two, but no words that the length of time is not said of.
    return bool(number.label.strip()) and last.indicator.endswith(walk.vocabulary.durations)


def _is_measured_time(number: Candidate) -> bool:
    """6507.4万小时志愿服务, 电视动画片108271分钟: a fraction, a scale or very many hours are measured."""
    amount, walk = number.amount, number.walk
    if not number.label.strip() or amount.unit not in walk.vocabulary.qualifiers.measured_times:
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
    if amount.unit in walk.vocabulary.qualifiers.specification:
        return "qualifier"
    threshold = _THRESHOLD.match(walk.text[end : end + 8])
    if threshold and (amount.kind != "count" or threshold["noun"] in walk.vocabulary.qualifiers.threshold_nouns):
        return "qualifier"
    return "qualifier" if amount.bounded_after and amount.kind == "quantity" else None


def _bounds_the_next(number: Candidate) -> str | None:
    """年收入2000万元以上企业120家: the bound says which things the next number counts."""
    if not number.is_bounded or number.next_number is None:
        return None
    if number.amount.kind == "count" and number.walk.row.words_between(number.index + 1, number.next_number).endswith(number.walk.vocabulary.conjunctions):
        # 集聚超150个科研项目和1.2万名科研人员: one beside the other.
        return None
    if number.has_words_behind and (number.split is None or _reaches_next(number)):
        return "qualifier"
    return "qualifier" if _bounds_another(number) else None


def _reaches_next(number: Candidate) -> bool:
    """超百亿元园区达到5个, 产值超百亿元企业有3家: between the things bounded and how many there are stands but a verb."""
    namer, following = number.walk.namer, number.walk.tokens[number.next_number or number.index]
    if number.amount.kind not in ("money", "quantity") or following.letter != "#" or following.value.kind != "count":
        return False
    label = namer.clean(number.label)
    return number.split is not None and not namer.clean(number.split[1]) and (not label or namer.has_measure(label))


def _bounds_another(number: Candidate) -> bool:
    """产值超千亿元产业集群3个、超500亿元2个: right before the next count of the same things."""
    walk, last = number.walk, number.walk.drafts[-1] if number.walk.drafts else None
    if last is None or number.next_number != number.index + 1 or number.amount.kind not in ("money", "quantity") or number.label.strip() or not walk.row.before(number.start):
        return False
    following = walk.tokens[number.index + 1]
    return following.letter == "#" and following.value.unit == last.unit and last.kind == "count" and last.token == number.start - 2


def _counts_the_others(number: Candidate) -> str | None:
    """其余3个县（市）降尘量为1.8-2.1吨: where the next number is, and not how many."""
    if not number.is_counted or not number.has_words_behind or number.next_number is None:
        return None
    return "qualifier" if number.label.strip().endswith(number.walk.vocabulary.clauses.others) else None


def _counts_each(number: Candidate) -> str | None:
    """有4个县区专利拥有量超过10件: a count of those of each of which something is told."""
    return "" if bound_of_each(number.walk, number.index) else None


def _bounds_each(number: Candidate) -> str | None:
    """有4个县区专利拥有量超过10件: what each of those just counted is beyond."""
    last = number.walk.drafts[-1] if number.walk.drafts and number.amount.bounded_before else None
    return "qualifier" if last is not None and bound_of_each(number.walk, last.token) == number.index else None


def _bounds_by_attribute(number: Candidate) -> str | None:
    """60岁以上的老年人: a bound with 的 behind it; 将1/3以上的资金 is a share."""
    if not number.has_words_behind or number.walk.text[number.walk.tokens[number.index + 1].start] != "的":
        return None
    if number.amount.kind == "percentage" and number.next_number is None and not number.walk.namer.has_measure(number.walk.namer.clean(number.label)):
        letters = number.walk.row.letters(number.start, number.index)
        return None if not set(letters) & set("AWGEVZ") else "qualifier"
    if number.amount.bounded_after or (number.is_bounded and number.next_number is not None):
        return "qualifier"
    # 超亿元的企业产值保持增长: the clause begins with those whom the bound tells.
    return "qualifier" if number.amount.bounded_before and number.amount.kind == "money" and not number.label.strip() else None


def _bounds_people(number: Candidate) -> str | None:
    """60岁以上老年人, 10人以上单位, 20户以上自然村."""
    amount, vocabulary = number.amount, number.walk.vocabulary
    if not (amount.bounded_after and number.has_words_behind):
        return None
    if amount.unit in vocabulary.qualifiers.bounded_units:
        return "qualifier"
    behind = number.walk.row.words(number.index + 1)
    return "qualifier" if amount.unit in vocabulary.qualifiers.size_units and behind.startswith(vocabulary.qualifiers.bounded_nouns) else None


def _scopes_rate(number: Candidate) -> str | None:
    """28条入江支流水质达标率100%: the number scopes the rate."""
    if not (number.has_words_behind and number.is_counted) or number.next_number is None:
        return None
    walk, following = number.walk, number.next_number
    is_mean = walk.tokens[following].letter == "#" and walk.tokens[following].value.kind == "quantity"
    if walk.tokens[following].letter not in "%Q" and not is_mean:
        return None
    noun = number.split[0] if number.split else walk.row.words_between(number.index + 1, following)
    if is_mean and not any(mean in noun for mean in walk.vocabulary.names.means):
        # 339个城市平均浓度为30微克/立方米, and not 12座水库蓄水量3亿立方米
        return None
    if walk.namer.has_measure(walk.namer.clean(noun)) and not walk.namer.starts_with_verb(noun):
        return "qualifier"
    return None


def _scopes_rank(number: Candidate) -> str | None:
    """位列全国157个城市第一名: how many there are among whom a place is taken."""
    if not (number.has_words_behind and number.is_counted) or number.next_number is None:
        return None
    row = number.walk.row
    is_among = row.tokens[number.next_number].letter == "O" and row.words_between(number.index + 1, number.next_number).endswith(number.walk.vocabulary.ranks.peers)
    return "qualifier" if is_among else None


def _scopes_statement(number: Candidate) -> str | None:
    """12个行业增加值增长5.2%: what the next number states is said of the things counted."""
    if not number.is_counted or number.next_number is None:
        return None
    walk, following = number.walk, number.next_number
    if not number.has_words_behind and not qualifies_noun(walk, number.index, following):
        # 56家超亿元的企业产值增长3.5%
        return None
    if number.split is not None and not set("AW") & set(walk.row.letters(number.index + 1, following)):
        # 89个开发区总产值占全省比重达78%, 出栏500头以上生猪养殖比重达到50% are none of having.
        return None
    if walk.row.words(number.index + 1).startswith(tuple(walk.vocabulary.comparison.completed)):
        # 与上年的1.91万件相比增加0.23万件: the level of that year.
        return None
    if qualifies_noun(walk, number.index, following):
        # 340家产值超亿元企业增长1.4%
        following = walk.row.next_number(following) or following
    between = walk.row.letters(number.index + 1, following)
    return "qualifier" if set(between) & set("VEAGZBKW") and between[0] not in "VZBKW" else None


def _says_which(number: Candidate) -> str | None:
    """地下水资源量（矿化度≤2克/升）: a sign of order in a bracket bounds what is measured."""
    start = number.token.start
    signs = set(number.walk.text[max(0, start - 1) : start + 1]) if number.walk.brackets else set()
    return "qualifier" if signs & _ORDERED else None


def _bounds_attribute(number: Candidate) -> str | None:
    """建成23个亩效益超5000元的园区: between the number that counts and its noun, a bound says which ones."""
    walk, index = number.walk, number.index
    counted = index - 1 if walk.tokens[index - 1].letter in NUMBERS else index - 2
    if index and counted >= 0 and qualifies_noun(walk, counted, index):
        return "qualifier"
    return None


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
    said = walk.text[walk.tokens[walk.sentence_start].start : number.token.start]
    return "qualifier" if any(word in said for word in walk.vocabulary.clauses.defining) else None


# Asked in this order; the first answer is the role. Each with the letters of `Candidate.facts` without which it has no answer.
_QUESTIONS: tuple[tuple[Question, str], ...] = (
    (_counts_steps, "C"),
    (_defines, "D"),
    (_says_which, "K"),
    (_bounds_attribute, ""),
    (_counts_the_others, "CW"),
    (_counts_each, "C"),
    (_tells_where, "CW"),
    (_counts_kinds, "C"),
    (_is_least_of_each, "C"),
    (_sets_threshold, ""),
    (_counts_places_behind, "CW"),
    (_sums_up_names, "CW"),
    (_is_bare, "U"),
    (_lasts, "C"),
    (_specifies, "C"),
    (_bounds_the_next, "B"),
    (_bounds_each, "B"),
    (_bounds_by_attribute, "W"),
    (_bounds_people, "BW"),
    (_scopes_rate, "CW"),
    (_scopes_rank, "CW"),
    (_scopes_statement, "C"),
)


@cache
def _worth_asking(facts: str) -> tuple[Question, ...]:
    """The questions that may have an answer for a number of these facts."""
    return tuple(question for question, needed in _QUESTIONS if set(needed) <= set(facts))
