"""Numbers that say which things the next number is of: bounds, attributes, and how many there are."""

from __future__ import annotations

from ipextract.linking.candidate import Candidate
from ipextract.linking.counted import bound_of_each, qualifies_noun
from ipextract.linking.endings import without_end
from ipextract.linking.indicator.anatomy import without_bracket
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.rules.tokens import NUMBERS

# 10万元|（|含|10万元
_TAKEN_IN = 3
# By a verb or against a time: how something changed.
_CHANGED = ("V", "B")
# How many tokens may stand between a count of places and the places.
_NEAR = 5

# 重点|技术|领域|分别: how many words a group of things has, and then the one that introduces them.
_INTRODUCED = 5


def bounds_those_named(number: Candidate) -> str | None:
    """申请量超过4万件的还有湖北省、湖南省: beyond what those are whom the words behind name, and of none of them how much."""
    walk, start = number.walk, number.index + 1
    if number.next_number is not None or walk.vocabulary.clauses.named_behind.match(walk.text, number.token.end) is None:
        return None
    stop = next((place for place in range(start, len(walk.tokens)) if walk.tokens[place].letter in CLAUSE_ENDS), len(walk.tokens))
    return "qualifier" if set("R/") & set(walk.row.letters(start, stop)) else None


def bounds_those_listed(number: Candidate) -> str | None:
    """申请量超过1000件的省依次为：广东（2.5万件）、北京（0.6万件）: beyond what those are whom a list names, each with its number."""
    return "qualifier" if number.walk.vocabulary.clauses.listed_behind.match(number.walk.text, number.token.end) is not None else None


def counts_places_behind(number: Candidate) -> str | None:
    """浓度最低的3个城市依次是安阳、濮阳和焦作: how many places are told of, which follow."""
    if not (number.is_counted and number.has_words_behind):
        return None
    walk = number.walk
    place = next((place for place in range(number.index + 1, min(len(walk.tokens), number.index + _NEAR)) if walk.tokens[place].letter != "X"), number.index)
    together = walk.together.get(place)
    return "qualifier" if together is not None and len(together) == number.amount.value and walk.is_introduced(place) else None


def counts_foremost(number: Candidate) -> str | None:
    """国内有效发明专利增长最快的3个领域是信息技术、计算机技术和医疗技术: how many come first, which the words behind go on to name."""
    walk, clauses = number.walk, number.walk.vocabulary.clauses
    if not (number.is_counted and number.has_words_behind) or not number.label.rstrip().endswith(clauses.foremost_heads):
        return None
    if walk.row.letters(number.index + 1, number.index + 3) in ("XI", "XD"):
        return "qualifier" if walk.row.words(number.index + 2) in clauses.introducing else None
    words = walk.namer.words(walk.row.words(number.index + 1))[1:_INTRODUCED]
    return "qualifier" if any(word in clauses.introducing for word in words) else None


def bounds_the_next(number: Candidate) -> str | None:
    """年收入2000万元以上企业120家: the bound says which things the next number counts."""
    if not number.is_bounded or number.next_number is None:
        return None
    between = number.walk.row.words_between(number.index + 1, number.next_number)
    if between.strip() in number.walk.vocabulary.names.reached:
        # 登记作品突破20万件，达到24.5万件; 突破20万件达到24.5万件: how many they are is told again.
        return None
    if number.amount.kind == "count" and between.endswith(number.walk.vocabulary.conjunctions):
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


def bounds_what_each_did(number: Candidate) -> str | None:
    """起诉50件以上案件的原告有3人, 申请10件至49件专利的企业有32家: of how many things each did something, or has, of those whom the next number counts."""
    walk = number.walk
    if number.next_number is None or number.split is None:
        return None
    following, (who, told) = walk.tokens[number.next_number], number.split
    if following.letter != "#" or following.value.kind != "count" or "的" not in who[1:-1] or walk.namer.clean(told):
        return None
    return "qualifier" if walk.namer.starts_with_verb(number.label.strip()) else None


def _bounds_another(number: Candidate) -> bool:
    """产值超千亿元产业集群3个、超500亿元2个: right before the next count of the same things."""
    walk, last = number.walk, number.walk.drafts[-1] if number.walk.drafts else None
    if last is None or number.next_number != number.index + 1 or number.amount.kind not in ("money", "quantity") or number.label.strip() or not walk.row.before(number.start):
        return False
    following = walk.tokens[number.index + 1]
    return following.letter == "#" and following.value.unit == last.unit and last.kind == "count" and last.token == number.start - 2


def counts_the_others(number: Candidate) -> str | None:
    """其余3个县（市）降尘量为1.8-2.1吨: where the next number is, and not how many."""
    if not number.is_counted or not number.has_words_behind or number.next_number is None:
        return None
    return "qualifier" if number.label.strip().endswith(number.walk.vocabulary.clauses.others) else None


def counts_each(number: Candidate) -> str | None:
    """有4个县区专利拥有量超过10件: a count of those of each of which something is told."""
    return "" if bound_of_each(number.walk, number.index) else None


def bounds_each(number: Candidate) -> str | None:
    """有4个县区专利拥有量超过10件: what each of those just counted is beyond."""
    last = number.walk.drafts[-1] if number.walk.drafts and number.amount.bounded_before else None
    return "qualifier" if last is not None and bound_of_each(number.walk, last.token) == number.index else None


def bounds_by_attribute(number: Candidate) -> str | None:
    """60岁以上的老年人: a bound with 的 behind it; 将1/3以上的资金 is a share, and 增长6%以上的预期目标 what was aimed at."""
    walk = number.walk
    if not number.has_words_behind or walk.text[walk.tokens[number.index + 1].start] != "的" or walk.vocabulary.ahead.aim_behind.match(walk.text, number.token.end) is not None:
        return None
    if number.amount.kind == "percentage" and number.next_number is None and not number.walk.namer.has_measure(number.walk.namer.clean(number.label)):
        letters = number.walk.row.letters(number.start, number.index)
        return None if not set(letters) & set("AWGEVZ") else "qualifier"
    if _counts_what_was_done(number):
        return None
    if number.amount.bounded_after or (number.is_bounded and number.next_number is not None):
        return "qualifier"
    if number.amount.bounded_before and number.next_number is None and walk.row.closes_words(number.index + 1) and walk.row.words(number.index + 1).strip().endswith(walk.vocabulary.names.owners):
        # 涌现出年专利申请超千件的企业: which they are, and nobody says how many.
        return "qualifier"
    if number.amount.bounded_before and walk.text.startswith(tuple(f"的{owner}" for owner in walk.vocabulary.names.owners), number.token.end):
        # 奖励专利过千件的企业: of which bodies.
        return "qualifier"
    # 超亿元的企业产值保持增长: the clause begins with those whom the bound tells.
    return "qualifier" if number.amount.bounded_before and number.amount.kind == "money" and not number.label.strip() else None


def _counts_what_was_done(number: Candidate) -> bool:
    """开发2万个以上的公益性岗位: whether a verb stands right before a count of things, which is of what was done and bounds none of those counted next."""
    walk, qualifiers = number.walk, number.walk.vocabulary.qualifiers
    if not number.is_counted or number.next_number is not None or number.amount.unit in (*qualifiers.bounded_units, *qualifiers.size_units):
        return False
    words = walk.namer.words(number.label.strip())
    return bool(words) and walk.namer.is_verb(words[-1])


def names_portion(number: Candidate) -> str | None:
    """最高20%收入组人均可支配收入: the portion of all that has the most or the least, by its name."""
    if number.amount.kind != "percentage" or not number.has_words_behind:
        return None
    return "name" if number.label.strip().endswith(number.walk.vocabulary.clauses.most) else None


def bounds_size(number: Candidate) -> str | None:
    """新落地一批超亿元项目, 过百亿元企业加快培育: how large each of those is that nobody counts."""
    if number.amount.kind != "money" or not number.is_bounded:
        return None
    return "qualifier" if number.walk.vocabulary.qualifiers.sized.match(number.walk.text, number.token.end) is not None else None


def bounds_portion(number: Candidate) -> str | None:
    """5万元至10万元（含10万元）部分由基金支付55%: of what part of the money the next number is, and what the bracket says of its bounds."""
    walk, amount = number.walk, number.amount
    if amount.kind != "money":
        return None
    if (amount.upper is not None or number.is_bounded) and walk.vocabulary.qualifiers.portion.match(walk.text, number.token.end) is not None:
        return "qualifier"
    before = walk.tokens[number.index - _TAKEN_IN].value if number.index >= _TAKEN_IN and walk.row.letters(number.index - _TAKEN_IN, number.index + 2) in ("#(X#)", "#(D#)") else None
    is_bound = before is not None and walk.row.words(number.index - 1).strip() in walk.vocabulary.qualifiers.taking_in and amount.value in (before.value, before.upper)
    return "qualifier" if is_bound else None


def bounds_those_counted(number: Candidate) -> str | None:
    """产值1亿元以上12家, 年龄60岁以上30人: beyond what those are that are counted right behind it."""
    row, index, amount = number.walk.row, number.index, number.amount
    if not number.is_bounded or amount.kind not in ("money", "quantity"):
        return None
    if row.letters(index + 1, index + 3) == "A%" and (amount.bounded_after or amount.upper is not None):
        # 144平方米以上占6.9%: or of which the share is told; what was done on so much and more is no such bound.
        return None if number.walk.namer.starts_with_verb(number.walk.namer.clean(number.label)) else "qualifier"
    if row.letters(index + 1, index + 2) != "#":
        return None
    counted = row.tokens[index + 1]
    return "qualifier" if counted.start == number.token.end and counted.value.kind == "count" and counted.value.unit != amount.unit else None


def bounds_people(number: Candidate) -> str | None:
    """60岁以上老年人, 10人以上单位, 20户以上自然村."""
    amount, vocabulary = number.amount, number.walk.vocabulary
    if not (amount.bounded_after and number.has_words_behind):
        return None
    if amount.unit in vocabulary.qualifiers.bounded_units:
        return "qualifier"
    behind = number.walk.row.words(number.index + 1)
    return "qualifier" if amount.unit in vocabulary.qualifiers.size_units and behind.startswith(vocabulary.qualifiers.bounded_nouns) else None


def scopes_rate(number: Candidate) -> str | None:
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


def scopes_rank(number: Candidate) -> str | None:
    """位列全国157个城市第一名: how many there are among whom a place is taken."""
    if not (number.has_words_behind and number.is_counted) or number.next_number is None:
        return None
    row = number.walk.row
    is_among = row.tokens[number.next_number].letter == "O" and without_bracket(row.words_between(number.index + 1, number.next_number)).endswith(number.walk.vocabulary.ranks.peers)
    return "qualifier" if is_among else None


def scopes_statement(number: Candidate) -> str | None:
    """12个行业增加值增长5.2%: what the next number states is said of the things counted."""
    if not number.is_counted or number.next_number is None:
        return None
    walk, following = number.walk, number.next_number
    if not number.has_words_behind and not qualifies_noun(walk, number.index, following):
        # 56家超亿元的企业产值增长3.5%
        return None
    if walk.tokens[following].letter == "O" and walk.row.words_between(walk.row.clause_start(number.index), number.index).endswith(walk.vocabulary.ranks.won_with):
        # 某公司以6952件申请连续五年位居榜首: with so many it has its place.
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


def scopes_clause(number: Candidate) -> str | None:
    """监测的500家零售企业中，食品类销售额增长9.1%: of how many it is told how what is measured of them changed."""
    if not (number.is_counted and number.has_words_behind):
        return None
    walk, pause = number.walk, number.index + 2
    if walk.row.letters(number.index + 1, pause + 1) != "X," or not walk.row.words(number.index + 1).strip().endswith(walk.vocabulary.names.within):
        return None
    following = walk.row.next_number(pause)
    said = walk.row.letters(pause + 1, following) if following is not None else ""
    changed = min((said.find(letter) for letter in _CHANGED if letter in said), default=0)
    return "qualifier" if changed > 0 and walk.namer.has_measure(walk.row.words_between(pause + 1, pause + 1 + changed)) else None


def scopes_titles(number: Candidate) -> str | None:
    """12个特色产业地理标志商标276件, 3所高校有效发明专利1.2万件: of how many those are whose titles the next number counts; nothing is said of them alone."""
    walk, following = number.walk, number.next_number
    if not (number.is_counted and number.has_words_behind) or following is None or number.split is not None or walk.row.letters(number.index + 1, following) != "X":
        return None
    counted, said = walk.tokens[following], walk.row.words(number.index + 1).strip()
    if counted.letter != "#" or counted.value.kind != "count" or walk.namer.clean(number.label.strip()) or number.amount.unit not in walk.vocabulary.names.body_units:
        return None
    titles = next((title for title in walk.vocabulary.names.titles if said.endswith(title)), "")
    words = walk.namer.words(said)
    return "qualifier" if titles and len(said) > len(titles) + 1 and not any(map(walk.namer.is_verb, words)) else None


def scopes_kinds(number: Candidate) -> str | None:
    """10种有色金属产量为1655万吨: how many kinds there are of that of which all together is measured."""
    walk, following = number.walk, number.next_number
    if not number.is_counted or following is None or number.amount.unit not in walk.vocabulary.names.kind_units or number.label.strip():
        return None
    if walk.row.letters(number.index + 1, following) != "X" or walk.tokens[following].letter != "#" or walk.tokens[following].value.kind not in ("quantity", "money"):
        return None
    said = walk.namer.clean(walk.row.words(number.index + 1))
    return "qualifier" if walk.namer.has_measure(said) and not walk.namer.starts_with_verb(said) else None


def bounds_attribute(number: Candidate) -> str | None:
    """建成23个亩效益超5000元的园区: between the number that counts and its noun, a bound says which ones."""
    walk, index = number.walk, number.index
    counted = index - 1 if walk.tokens[index - 1].letter in NUMBERS else index - 2
    if index and counted >= 0 and qualifies_noun(walk, counted, index):
        return "qualifier"
    return None


def names_plant(number: Candidate) -> str | None:
    """恒力150万吨乙烯项目建成投产, 年产20万吨甲醇项目: how much a plant makes, between whose it is and what it is called, is a part of its name.

    Behind a verb it may be told: 建成20万吨储备库.
    """
    walk, index, names = number.walk, number.index, number.walk.vocabulary.names
    if number.amount.unit not in names.capacity_units or walk.tokens[index].end != walk.tokens[index + 1].start:
        return None
    behind = walk.row.words(index + 1)
    if not any(plant in behind for plant in names.plants):
        return None
    before = walk.row.words(index - 1) if walk.row.letters(index - 1, index) == "X" and walk.tokens[index - 1].end == walk.tokens[index].start else ""
    whose = without_end(before, names.yearly_output)
    if whose != before and not whose:
        return "name"
    if whose.endswith(walk.vocabulary.conjunctions):
        return None
    is_name = bool(whose) and walk.namer.clean(whose) == whose and not walk.namer.has_measure(whose) and not any(map(walk.namer.is_verb, walk.namer.words(whose))) and walk.row.letters(index - 2, index - 1) in ("", ",", ".", ";", "/", "T")
    return "name" if is_name and not set(whose) & set(names.before_numbers.strip()) else None
