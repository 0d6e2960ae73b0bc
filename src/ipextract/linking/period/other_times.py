"""Whether a time dates the numbers behind it, or is of something else: 由上年, 相当于2010年的3.2倍, 完成全年目标任务的87.74%."""

from __future__ import annotations

from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import NUMBERS, Token

# Forms that have a beginning and an end.
_FROM_TO = ("time.days", "time.months", "time.years")
# Forms of the years up to the one spoken of: 近五年, 2018年以来.
_UP_TO_NOW = ("time.running", "time.since")


def is_streak(token: Token) -> bool:
    """连续5年."""
    return isinstance(token.value, dict) and bool(token.value.get("streak"))


def is_said_of_something_else(walk: Walk, index: int) -> bool:
    """Whether the time dates no number of the running text."""
    if walk.tokens[index].rule == "time.years" and walk.row.letters(index - 1, index) == "Y":
        # 从2015年到2018年，…: all the years, and not where they began.
        return False
    if walk.row.letters(index + 1, index + 3) == "X," and walk.row.words(index + 1).endswith(walk.vocabulary.clauses.looking) and walk.row.words(index - 1) in walk.vocabulary.from_words:
        # 从一季度数据来看，…: what is looked at is of the time.
        return False
    return not _has_most(walk, index) and (
        _follows_relation(walk, index)
        or is_of_one_number(walk, index)
        or _is_passing_comparison(walk, index)
        or _is_beginning(walk, index)
        or _is_compared(walk, index)
        or _is_of_a_plan(walk, index)
        or not _dates_a_number(walk, index)
    )


def _has_most(walk: Walk, index: int) -> bool:
    """月均浓度以第一季度最高，为18微克/立方米: whether the clause says that something was most in the time at `index`."""
    token, clauses = walk.tokens[index], walk.vocabulary.clauses
    return token.start > 0 and walk.text[token.start - 1] in clauses.by_what and walk.text.startswith(clauses.most, token.end)


def names_event(walk: Walk, index: int) -> bool:
    """6家产品入选2017年品牌价值榜，…: whether the year at `index` is part of the name of what was won, entered or printed, between the verb and the noun."""
    token, times = walk.tokens[index], walk.vocabulary.times
    if not index or walk.tokens[index - 1].letter != "X" or walk.tokens[index - 1].end != token.start or not walk.text.endswith(times.naming_events, 0, token.start):
        return False
    return token.value.get("year") is not None and times.event_behind.match(walk.text, token.end) is not None


def is_of_figure_compared_with(walk: Walk, index: int) -> bool:
    """与2020年3.1万件相比增长67.7%: the time of the figure right behind it."""
    token, following = walk.tokens[index], walk.row.after(index)
    if following is None or following.letter not in "#%QMU" or following.start != token.end or not token.start:
        return False
    return walk.text[token.start - 1] in walk.vocabulary.comparison.prepositions


def told_of_base(walk: Walk, index: int) -> list[int] | None:
    """在上年增长12.5%的基础上，再增长8.1%: the numbers of the clause of the time at `index`, where that tells what something goes on from; None where it does not."""
    stop = next((place for place in range(index, len(walk.tokens)) if walk.tokens[place].letter in CLAUSE_ENDS), 0)
    comparison = walk.vocabulary.comparison
    is_base = stop and (
        comparison.base_ends.match(walk.text, walk.tokens[stop - 1].end) is not None or walk.text.endswith(comparison.base_words, walk.tokens[index].end, walk.tokens[stop].start)
    )
    if not is_base:
        return None
    return [place for place in range(index, stop) if walk.tokens[place].letter in NUMBERS]


def _follows_relation(walk: Walk, index: int) -> bool:
    """由上年, 较2023年, 提高到2024年: the word before takes the time to itself."""
    previous = walk.row.before(index)
    if previous is None:
        return False
    if previous.letter == "X" and walk.row.words(index - 1) in walk.vocabulary.methods:
        # 按2018年平均汇率计算: the year is that of the method.
        return True
    if previous.letter == "X" and previous.end == walk.tokens[index].start and walk.text.endswith(walk.vocabulary.times.taken_out, 0, previous.end):
        # 剔除去年留抵退税因素后增长1.2%: the year is that of what was left out.
        return True
    if _joins_times(walk, index - 1) and walk.tokens[index - 2].letter in "BT":
        # 较一季度、上半年分别回落1.4和0.1个百分点: one of several times that something is compared with; 3月和9月，对企业进行了两次核查 compares nothing.
        return walk.tokens[index - 2].letter == "B" or _follows_relation(walk, index - 2)
    if previous.letter == "A" and walk.row.words(index) in walk.vocabulary.times.of_whole:
        # 一季度，定金147亿元，占本年资金合计的28.5%: the year is that of the whole.
        return True
    if previous.letter == "X" and previous.end == walk.tokens[index].start and walk.text[previous.end - 1] in walk.vocabulary.with_words:
        # 与2017年计划目标持平: the year is that of the plan.
        return True
    return previous.letter in "YCBZ" or (previous.letter == "T" and previous.rule == "time.plan")


def _joins_times(walk: Walk, index: int) -> bool:
    """Whether nothing but 、 or 和 stands at `index`, behind another token."""
    return index > 0 and (walk.tokens[index].letter == "/" or (walk.tokens[index].letter == "X" and walk.row.words(index) in walk.vocabulary.joins))


def is_of_one_number(walk: Walk, index: int) -> bool:
    """相当于2010年的3.2倍, 上年同期的75%: the year is that of the number behind it."""
    following = index + 1
    if index and walk.row.words(index - 1) in walk.vocabulary.until:
        # 到今年的720万吨，比2021年增长4%: where it went on to, and what follows with it.
        return False
    if walk.text[walk.tokens[index].end - 1] != "的":
        if following >= len(walk.tokens) or walk.tokens[following].letter != "X" or walk.row.words(following) != "的":
            # 是“十一五”末通车里程的3倍
            return _is_base_of_multiple(walk, index)
        following += 1
    return following < len(walk.tokens) and walk.tokens[following].letter in "#%QMU"


def _is_base_of_multiple(walk: Walk, index: int) -> bool:
    """Whether what was so in the time at `index` is what the multiple behind it is of, or the percentage of 恢复至2019年水平的98%; the time may be said in two: 是2008年以来前五年总和的1.3倍."""
    first = last = index
    while _is_part_of_time(walk, last + 1):
        last += 1
    while _is_part_of_time(walk, first - 1):
        first -= 1
    if walk.row.letters(last + 1, last + 4) == "(#)":
        # 是2020年（31件）的3倍: how much it was stands between.
        last += 3
    behind, start = walk.row.letters(last + 1, last + 3), walk.tokens[first].start
    if behind not in ("XM", "X%") or not walk.row.words(last + 1).endswith("的"):
        return False
    return walk.text.endswith(walk.vocabulary.multiples_of if behind == "XM" else walk.vocabulary.percentages_of, 0, start)


def _is_part_of_time(walk: Walk, index: int) -> bool:
    """2008年以来|前|五年: whether the token at `index`, beside a time, is one too or stands between two."""
    if not 0 < index < len(walk.tokens):
        return False
    return walk.tokens[index].letter == "T" or (walk.tokens[index].letter == "X" and walk.row.words(index) in walk.vocabulary.times.earlier)


def _is_passing_comparison(walk: Walk, index: int) -> bool:
    """增速创近3年同期新高, 近五年首次回升 compare; they date nothing."""
    token, previous = walk.tokens[index], walk.row.before(index)
    if token.rule in _UP_TO_NOW and walk.text.startswith(walk.vocabulary.times.unequalled, token.end):
        return True
    return token.rule == "time.running" and previous is not None and previous.letter not in ",;.:(" and not walk.text.startswith(walk.vocabulary.times.over, token.end)


def _is_beginning(walk: Walk, index: int) -> bool:
    """自2020年, 自2020年起已连续5年: only where something began; 自9月1日至11月30日 says when it ended too."""
    if walk.tokens[index].rule in _FROM_TO:
        return False
    if walk.tokens[index].rule == "time.since" and _streak_follows(walk, index):
        return True
    start, previous = walk.tokens[index].start, walk.row.before(index)
    return previous is not None and previous.letter == "X" and previous.end == start and walk.text[start - 1] in walk.vocabulary.since


def _streak_follows(walk: Walk, index: int) -> bool:
    for token in walk.tokens[index + 1 :]:
        if token.letter in CLAUSE_ENDS:
            return False
        if is_streak(token):
            return True
    return False


def _is_compared(walk: Walk, index: int) -> bool:
    """快于一季度、去年全年: the time belongs to what is compared with."""
    position = index
    while position and walk.tokens[position - 1].letter in "XTR/":
        position -= 1
        if walk.tokens[position].letter == "X" and walk.tokens[position].end - walk.tokens[position].start > 2:
            return False
    return bool(position) and walk.tokens[position - 1].letter == "G"


def _is_of_a_plan(walk: Walk, index: int) -> bool:
    """完成全年目标任务的87.74%, 完成全年900亿元投资目标的37.8%: the year is the plan's."""
    following = walk.row.after(index)
    previous = walk.row.before(index)
    if following is None or previous is None or previous.letter in ",;.:(":
        return False
    words = walk.row.words(index + 1)
    if following.letter == "X" and words.startswith(walk.vocabulary.ahead.plans):
        return True
    if following.letter in NUMBERS:
        words = walk.row.words(index + 2) if walk.row.after(index + 1) is not None else ""
    return walk.vocabulary.ahead.planned_amount.match(words) is not None


def _dates_a_number(walk: Walk, index: int) -> bool:
    """A time at the head of a clause dates what follows; one inside it only its own clause's numbers."""
    if walk.tokens[index].rule == "time.moment":
        return True
    if walk.row.words(index) in walk.vocabulary.year_beginnings:
        # 年初，市政府确定全年目标，…: without a number of its own it dates nothing.
        following = walk.row.after(index)
        if walk.row.words(index + 1).startswith(walk.vocabulary.ahead.setting):
            # 完成年初提出的增长6%的目标: when the aim was set.
            return False
        return walk.row.number_in_clause(index + 1 if following is not None and following.letter == "," else index)
    if walk.tokens[index].rule == "time.since" and walk.row.letters(index + 1, index + 2) == "," and walk.row.number_in_sentence(index):
        # 知识产权法庭自2013年8月成立以来，共受理…，审结…
        return True
    position = index
    while position and (walk.tokens[position - 1].letter in "TRDIY" or _is_preposition(walk, position - 1) or (position == index and _goes_on_from(walk, index))):
        position -= 1
    if position in (0, walk.sentence_start) or walk.tokens[position - 1].letter in ",;.:(/" or (walk.tokens[position - 1].letter == "N" and walk.tokens[position - 1].role == "heading"):
        # （1）8月份，价格上涨2%: a mark of a list stands before the clause.
        return True
    if walk.row.letters(index + 1, index + 2) == "," and walk.row.words(position - 1).removesuffix("了").endswith((*walk.vocabulary.times.speaking, *walk.vocabulary.until, *walk.vocabulary.ahead.foreseeing)):
        # 规划到2025年，数字经济规模达到1200亿元; 规划“八五”期末，…
        # 国家能源局发布2022年1—7月，全国发电量…: what was published is of the time.
        return walk.row.number_in_sentence(index)
    if walk.row.letters(index + 1, index + 2) == "," and walk.tokens[position - 1].letter == "X" and walk.row.words(position - 1)[-1:] in walk.vocabulary.until:
        # 规划明确到2030年，能源消费总量控制在60亿吨以内
        return walk.row.number_in_sentence(index)
    return walk.row.number_in_clause(index)


def _goes_on_from(walk: Walk, index: int) -> bool:
    """2018年3月和9月，对企业进行了两次核查: whether the month at `index` is the last of two that 和 joins; what came of both is so by then."""
    value = walk.tokens[index].value
    return index > 1 and bool(value.get("m")) and not value.get("year") and walk.tokens[index - 2].letter == "T" and walk.tokens[index - 1].letter == "X" and _joins_times(walk, index - 1)


def _is_preposition(walk: Walk, index: int) -> bool:
    # “今年4月份，…: a quotation begins with it; ◆8月份，…: or an item.
    if walk.tokens[index].letter != "X":
        return False
    words = walk.row.words(index).lstrip("“")
    return not any(map(str.isalnum, words)) or words in walk.vocabulary.time_prepositions
