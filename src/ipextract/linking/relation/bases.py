"""The basis of comparison: 同比, 比2020年, 与上年末相比."""

from __future__ import annotations

from datetime import date

from ipextract.linking.period.last_of_years import summed_over_years
from ipextract.linking.period.own_times import is_compared_with
from ipextract.linking.period.periods import resolve
from ipextract.linking.period.spans import Span, is_month_before, year_before, year_span
from ipextract.linking.relation.rates_beside import beside_average, is_averaged_behind, is_next_pace, said_as_rate
from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS, Basis, Token

# 五年提高6.3个百分点: more days than a year has are several years.
_SEVERAL_YEARS = 400
_LAST_MONTH = 12
# More days than a quarter has.
_QUARTER = 92
# How many claims back a change of the same sentence may tell the years of the next.
_NEAR = 4
# 较3年前.
_AGO = lazily(compiled, r"(?P<count>[一二三四五六七八九十两]{1,2}|\d{1,2})年(?:以|之)?前")


def set_bases_apart(row: Row, vocabulary: Vocabulary) -> None:
    """专利授权在上年增长12.5%的基础上再增长8.1%: what something goes on from is a clause of its own, without the words that say so."""
    words = vocabulary.comparison
    ends = list(words.base_ends.finditer(row.text)) if any(word in row.text for word in words.base_words) else []
    for match in reversed(ends):
        behind = next((index for index, token in enumerate(row.tokens) if token.start == match.start()), None)
        if not behind or row.tokens[behind].letter != "X" or row.tokens[behind - 1].letter not in NUMBERS:
            continue
        opening = next((index for index in range(row.clause_start(behind), behind) if _opens_base(row, index, vocabulary)), None)
        if opening is None:
            continue
        token, end = row.tokens[behind], row.tokens[behind].end
        token.end = token.start
        token.letter = ","
        if match.end() < end:
            row.tokens.insert(behind + 1, Token("X", match.end(), end))
        elif row.letters(behind + 1, behind + 2) == ",":
            del row.tokens[behind]
        row.tokens[opening].end -= 1


def _opens_base(row: Row, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the words at `index` end with 在 or 继 in front of a time."""
    return row.tokens[index].letter == "X" and row.words(index)[-1:] in vocabulary.comparison.base_openings and row.letters(index + 1, index + 2) == "T"


def merge_comparisons(row: Row, vocabulary: Vocabulary) -> None:
    """比 + a time is a basis (比2020年增长): make the two one token."""
    _without_formerly(row, vocabulary)
    for index, token in enumerate(row.tokens):
        if token.letter == "T" and index and row.tokens[index - 1].end == token.start:
            preposition = _preposition(row, token.start, vocabulary)
            compares = preposition in vocabulary.comparison.prepositions or len(preposition) > 1
            if compares and _states_level(row, index, vocabulary):
                # 比“七五”时期的平均水平97.5%低1.6个百分点: the figure of that time, of the same indicator.
                row.tokens[index + 1].letter, row.tokens[index + 1].role = "N", "reference"
            elif compares and _compares(row, index, preposition, vocabulary):
                _merge(row, index, vocabulary)


def _preposition(row: Row, start: int, vocabulary: Vocabulary) -> str:
    """较 of 较2019年, 相较于 of 相较于2019年: the character in front of the time at `start`, or the compound that ends there."""
    last = row.text[start - 1 : start]
    compound = next((word for word in vocabulary.comparison.compounds if word[-1:] == last and row.text.endswith(word, 0, start)), "")
    return compound or last


def _without_formerly(row: Row, vocabulary: Vocabulary) -> None:
    """比之前1月的8231件多出644件: what only says that the time compared with was before belongs to it."""
    if not any(word in row.text for word in vocabulary.comparison.formerly):
        return
    for index in range(len(row.tokens) - 1, 1, -1):
        token, previous = row.tokens[index], row.tokens[index - 1]
        former = row.text[previous.start : token.start]
        if token.letter == "T" and former in vocabulary.comparison.formerly and row.text[previous.start - 1] in vocabulary.comparison.prepositions:
            token.start = previous.start
            del row.tokens[index - 1]


def _states_level(row: Row, index: int, vocabulary: Vocabulary) -> bool:
    """Whether behind the time at `index` nothing but a word for a level stands before a figure: 比上年平均水平97.5%低1.6个百分点."""
    words = row.words(index + 1) if row.letters(index + 1, index + 3) in ("X#", "X%", "XM") else ""
    return bool(words) and ("的" + words if row.text[row.tokens[index].end - 1] == "的" else words) in vocabulary.behind.levels


def _compares(row: Row, index: int, preposition: str, vocabulary: Vocabulary) -> bool:
    """Whether the time at `index` is compared with, rather than that of the number behind it."""
    token, previous = row.tokens[index], row.tokens[index - 1]
    following = row.after(index)
    if row.text[token.end - 1] == "的" and following is not None and following.letter in "#%QMU":
        # 较2023年的3904件增加972件 states the level of that year.
        return False
    if following is not None and following.letter in "#%U" and row.letters(index + 2, index + 3) == "V" and row.letters(index + 3, index + 4) == following.letter:
        # 比2010年第六次全国人口普查3.32人减少0.71人
        return False
    if following is not None and following.letter == "X" and row.words(index + 1) == "的" and index + 2 < len(row.tokens) and row.tokens[index + 2].letter in "#%QMU":
        # 较上一年同期的842件.
        return False
    # 与2018年末（第四次全国经济普查数据，下同）相比, 与2010年基本持平: a bracket may stand between.
    if preposition in vocabulary.comparison.paired and row.words(index + 1)[:2] not in vocabulary.comparison.completed and row.letters(index + 1, index + 2) != "H":
        return False
    return previous.letter == "X" or (previous.letter in ("C", "V") and previous.end - previous.start <= 1)


def _merge(row: Row, index: int, vocabulary: Vocabulary) -> None:
    """Make the time at `index` a basis with the preposition that ends the token before it."""
    token, previous = row.tokens[index], row.tokens[index - 1]
    size = len(_preposition(row, token.start, vocabulary))
    if previous.end - previous.start > size:
        previous.end -= size
    else:
        previous.letter, previous.value = "X", None
        previous.end = previous.start
    token.start = max(previous.end, token.start - size)
    token.letter = "B"
    end = token.end + 2 if row.text[token.end : token.end + 2] in vocabulary.comparison.closings else token.end
    token.value = ("since", token.value, token.rule.removeprefix("time."), row.text[token.start : end])


def take_basis(walk: Walk, index: int) -> None:
    """A basis holds for the numbers behind it: 与上年比较，医院增加355个，床位增加…."""
    token = walk.tokens[index]
    if isinstance(token.value, tuple):
        _, groups, form, text = token.value
        span = resolve(groups, form, text, walk.setting.clock, walk.period or walk.setting.period)
        by_month = walk.basis is not None and walk.basis.basis == "mom" and walk.basis_sentence == walk.sentence and not walk.row.has_number(walk.basis_token, index)
        # 从环比看，居民消费价格比1月下降0.4%: what is told by the month before is so against its name, too.
        token.value = Basis("mom" if by_month else since(walk, span), text)
        if span is not None:
            walk.spans[index] = span
            walk.references[text] = span
            if not walk.drafts and _is_earlier_year(walk, span):
                walk.compared_years = token.value
    elif (part := _part_of_year_before(walk, index)) is not None:
        token.value = part
    elif token.value.basis == "yoy" and token.value.text.endswith(walk.vocabulary.comparison.whole_years) and _is_part_of_year(walk, index):
        # 增速比去年全年加快6.7个百分点, of a first quarter
        token.value = Basis("since", token.value.text)
    elif _AGO.search(token.value.text):
        token.value = _since_years_ago(walk, token.value.text)
        token.role = "period"
    if "E" in walk.row.letters(walk.row.clause_start(index), index) and not walk.row.number_in_clause(index):
        # 上涨2.1%，涨幅与上月相同: what the pace alone is compared with.
        return
    if "E" in walk.row.letters(walk.row.clause_start(index), index) and walk.basis is not None and walk.basis.basis in ("yoy", "mom"):
        walk.rates_basis = walk.basis
    walk.basis, walk.basis_sentence, walk.basis_token = token.value, walk.sentence, index


def _part_of_year_before(walk: Walk, index: int) -> Basis | None:
    """比上年四季度 of a first quarter: a part of the year before that is not the same part; None where it is, or the year stands alone."""
    token, following = walk.tokens[index], walk.row.after(index)
    current = walk.period or walk.setting.period
    if following is None or following.rule != "time.part" or following.start != token.end or token.value.basis != "yoy" or current is None or current.years > 1:
        return None
    span = resolve(following.value, "part", walk.row.words(index + 1), walk.setting.clock, year_span(current.end.year - 1))
    if span is None or since(walk, span) == "yoy":
        return None
    text = token.value.text + walk.row.words(index + 1)
    walk.references[text] = span
    return Basis("since", text)


def _is_part_of_year(walk: Walk, index: int) -> bool:
    """Whether what is told at `index` is of months or quarters of a year, and not of all of it."""
    current = walk.period or walk.setting.period
    if current is None:
        # 一季度, in a text that says nowhere of which year.
        return any(token.rule == "time.part" for token in walk.tokens[:index])
    return not current.moment and current.years == 1 and current.end.month < _LAST_MONTH


def _since_years_ago(walk: Walk, text: str) -> Basis:
    """较3年前, 比五年前: as many years before the one reported on."""
    count = _AGO.search(text)
    span = resolve({"ago": count and count["count"]}, "ago", text, walk.setting.clock, walk.period or walk.setting.period)
    if span is not None:
        walk.references[text] = span
    return Basis("since", text)


def since(walk: Walk, span: Span | None) -> str:
    """比2023年 in a report on 2024 is the year before (`yoy`); any other time is `since`."""
    current = walk.period or walk.setting.period
    if span is not None and span.text.removesuffix("的") in walk.vocabulary.comparison.year_end_words:
        # 较上年底的11.9万件增长4.2%
        return "year_end"
    if span is None or current is None:
        return "since"
    if not span.moment and (span.start, span.end) == (year_before(current).start, year_before(current).end):
        return "yoy"
    if span.moment and span.end == date(current.end.year - 1, 12, 31):
        # 比2021年底增长11%, in 2022
        return "year_end"
    if span.text.endswith(walk.vocabulary.comparison.same_period) and current.years <= 1 and span.end.year == current.end.year - 1:
        # 截至8月，优良率为91.2%，较2020年同期上升3.6个百分点: the same time of the year before, whatever it is.
        return "yoy"
    if is_month_before(span, current):
        # 比1月下降0.4%, in February
        return "mom"
    whole = (span.start.month, span.start.day, span.end.month, span.end.day) == (1, 1, 12, 31)
    if span.text.endswith(walk.vocabulary.comparison.whole_years) and current.years == 1 and current.end.month < _LAST_MONTH:
        # 一季度…，比2016年全年增速高0.3个百分点: a part of a year against a whole one.
        return "since"
    return "yoy" if whole and span.end.year == current.end.year - 1 and span.start.year == span.end.year else "since"


def basis_of_time(walk: Walk, index: int) -> Basis:
    """高于上年同期: the time compared with is the basis."""
    text, span = walk.row.words(index), walk.spans.get(index)
    if span is not None:
        walk.references[text] = span
    return Basis("yoy" if text.startswith(walk.vocabulary.year_before) else since(walk, span), text)


def basis_of(walk: Walk, index: int, name: str = "") -> Basis:
    """The basis of the number at `index`: the printed one; else the last one stated; else the year before.

    Args:
        walk: the walk.
        index: the number's token.
        name: what changed, where the last basis may not hold for it.
    """
    printed = _printed_basis(walk, index)
    if printed is not None:
        return printed
    stated = said_as_rate(walk, index) or beside_average(walk, index) or _level_compared_with(walk, index) or _beginning(walk, index) or summed_over_years(walk, index)
    if stated is not None:
        return stated
    own = walk.timed.get(index)
    if own is not None and own.years > 1 and any(span is own and walk.tokens[place].rule == "time.running" for place, span in walk.spans.items()):
        # 人均可支配收入6800元，增长7%，五年增长34.4%
        return Basis("since", own.text)
    if walk.basis is not None and walk.basis.basis == "mom" and _is_longer_than_quarter(walk) and not _is_given_before(walk, index):
        # 各月环比涨幅均在1%以内，全年上涨2.6%: a year has no month before it. 环比上涨0.5%；1-7月上涨0.2%。食品下降0.3%: nor has what follows.
        walk.basis = Basis("yoy", "")
        return walk.basis
    if walk.basis is not None and walk.basis.basis == "year_end" and name and not _is_given_before(walk, index) and _is_of_a_time(walk, index, name):
        return Basis("yoy", "")
    if walk.basis is not None and (
        walk.basis.basis not in ("since", "other", "average")
        or _is_given_before(walk, index)
        or (_holds_on(walk, index) and not _is_of_fold(walk, name))
        or _holds_for_states(walk)
        or is_next_pace(walk, index)
    ):
        return walk.basis
    earlier = _years_compared(walk)
    if earlier is not None:
        return earlier
    if is_averaged_behind(walk, index):
        return Basis("since", "")
    current = walk.period or walk.setting.period
    if current is not None and (current.end - current.start).days > _SEVERAL_YEARS:
        # Over several years the change is since their beginning, and a mean rate is that of each of them: 2011年至2014年平均增长率14.5%.
        noun = walk.row.letters(walk.row.clause_start(index), index).rfind("E")
        if noun >= 0 and walk.row.words(walk.row.clause_start(index) + noun).startswith(tuple(walk.vocabulary.comparison.average_of_years)):
            return Basis("average", walk.row.words(walk.row.clause_start(index) + noun))
        return Basis("since", current.text)
    return Basis("yoy", "")


def _is_of_a_time(walk: Walk, index: int, name: str) -> bool:
    """Whether what changed has no state at a year's end to be compared with: 年末人口比上年末增加0.4万人。全年客运量下降4.2%."""
    if walk.basis_sentence == walk.sentence and walk.frame is not None and walk.frame.name == name and any(draft.indicator == name for draft in walk.drafts[-_NEAR:] if draft.basis == walk.basis):
        return False
    if walk.namer.runs_over_time(name) or name.endswith(walk.vocabulary.names.done_in_time):
        return True
    if walk.period is not None and walk.period.moment:
        return False
    # 其中本年新注册28.47万辆。私人汽车233.40万辆，增长4.7%: the time of a part ends with its sentence.
    since = max(walk.basis_token + 1, walk.sentence_start)
    # 参加工伤保险人数: those who are in something are counted at a moment.
    does = walk.namer.starts_with_verb(name) and not name.startswith(walk.vocabulary.names.being_in)
    return does or any(place >= since and not span.moment for place, span in walk.spans.items()) or _is_inherited(walk)


def _is_inherited(walk: Walk) -> bool:
    """Whether a time printed behind the basis, in a sentence before, holds on."""
    return any(span is walk.period and place > walk.basis_token and not span.moment for place, span in walk.spans.items())


def _years_compared(walk: Walk) -> Basis | None:
    """Beside yearly averages a bare change is over their years too: 是2019年的2.35倍，年均增长21.6%，比重提高8.5个百分点.

    So it is in all of a paragraph that begins with 与“十二五”末相比.
    """
    if walk.basis is None or walk.basis.basis != "average":
        return None
    for draft in reversed(walk.drafts[-_NEAR:]):
        if draft.token < walk.sentence_start:
            break
        if draft.basis is not None and draft.basis.basis == "since":
            return draft.basis
    return walk.compared_years


def basis_of_fold(walk: Walk, index: int) -> Basis:
    """五年翻一番: over the years named; else as with any change."""
    printed = _printed_basis(walk, index)
    if printed is not None:
        return printed
    match = walk.vocabulary.comparison.years.search(walk.text, walk.tokens[walk.row.clause_start(index)].start, walk.tokens[index].start)
    return Basis("since", match.group()) if match else basis_of(walk, index)


def _printed_basis(walk: Walk, index: int) -> Basis | None:
    start = walk.window(index)
    letters = walk.row.letters(start, index)
    place = letters.rfind("B")
    if letters[place - 1 : place + 2] in ("BBE", "BBV") and place:
        # 较1月同比降幅扩大2.1个百分点: what the noun is against is no time that it is compared with.
        place -= 1
    value = walk.tokens[start + place].value if place >= 0 else None
    return value if isinstance(value, Basis) else None


def _level_compared_with(walk: Walk, index: int) -> Basis | None:
    """较2023年的3904件增加972件, 与上年的491件相比，增加35件: the time of the level right before the change."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.aspect != "level" or last.token < walk.sentence_start:
        return None
    time = next((place for place in range(last.token - 1, max(-1, last.token - 3), -1) if walk.tokens[place].letter == "T"), None)
    if last.token < walk.row.clause_start(index) and (time is None or not is_compared_with(walk, time, last.token)):
        return None
    preposition = walk.text[walk.tokens[time].start - 1 : walk.tokens[time].start] if time is not None else ""
    if time is None or time not in walk.spans or (preposition not in walk.vocabulary.comparison.prepositions and not preposition.endswith(walk.vocabulary.from_words)):
        return None
    return _against(walk, walk.spans[time], walk.text[walk.tokens[time].start - 1 : walk.tokens[time].end].removesuffix("的"))


def _beginning(walk: Walk, index: int) -> Basis | None:
    """由2018年的320家增加到2023年的512家，增加192家: a change from the first to the last."""
    if len(walk.drafts) < 2:
        return None
    first, last = walk.drafts[-2:]
    if (first.rule, last.rule) != ("level.from", "change.reach") or first.period is None or first.token < walk.sentence_start:
        return None
    return _against(walk, first.period, first.period.text.removesuffix("的"))


def _against(walk: Walk, span: Span, text: str) -> Basis:
    """The basis of a change against `span`, which holds for the changes behind it too: 比2010年的2.67人减少0.31人，下降11.6%."""
    walk.references[text] = span
    walk.basis, walk.basis_sentence = Basis(since(walk, span), text), walk.sentence
    return walk.basis


def _holds_on(walk: Walk, index: int) -> bool:
    """与2018年相比，A下降4.9%，B上升3.2%: a year compared with holds to the end of the sentence, once a change is told of it.

    So does another count of the same year: 比2004年初步核算数增加28亿元，增长1.1%. 比一季度加快0.6个百分点 passes nothing on. A增长8.6%，B比2018年翻了一番；C增长15.1%: nor does one among changes against the year before.
    """
    if ";" in walk.row.letters(walk.basis_token, index) and any(
        draft.basis is not None and draft.basis.basis == "yoy" and walk.sentence_start <= draft.token < walk.basis_token for draft in walk.drafts
    ):
        return False
    span = walk.references.get(walk.basis.text) if walk.basis is not None and walk.basis.basis == "since" else None
    if span is None or walk.basis_sentence != walk.sentence:
        return False
    current = walk.period or walk.setting.period
    return _is_earlier_year(walk, span) or (current is not None and (span.start, span.end) == (current.start, current.end))


def _is_of_fold(walk: Walk, name: str) -> bool:
    """收入比2002年翻一番，支出增长15%: whether the year compared with stands in the clause of one thing that grew by so much since, and another is told of."""
    first = next((draft for draft in walk.drafts if draft.token > walk.basis_token), None)
    begins = walk.row.clause_start(walk.basis_token)
    return first is not None and first.kind == "multiple" and not first.unit and name not in ("", first.indicator) and begins < walk.basis_token and walk.row.clause_start(first.token) == begins


def _holds_for_states(walk: Walk) -> bool:
    """2018年末，法人单位…，比2013年末增加…。第二产业从业人员减少2005万人: from one census to the next, also behind a full stop, where nothing is compared otherwise."""
    span = walk.references.get(walk.basis.text) if walk.basis is not None else None
    current = walk.period or walk.stood
    if span is None or not span.moment or current is None or not current.moment or current.end.year - span.end.year <= 1:
        return False
    return all(draft.basis == walk.basis for draft in walk.drafts if draft.aspect == "change")


def _is_earlier_year(walk: Walk, span: Span) -> bool:
    """Whether `span` ended in a year before the one spoken of."""
    current = walk.period or walk.setting.period
    return current is None or span.end.year < current.end.year


def _is_longer_than_quarter(walk: Walk) -> bool:
    current = walk.period or walk.setting.period
    return current is not None and (current.end - current.start).days > _QUARTER


def _is_given_before(walk: Walk, index: int) -> bool:
    """Whether a basis stands in a clause of its own before this number in the same sentence."""
    inside = 0
    for position in range(index - 1, walk.sentence_start - 1, -1):
        token = walk.tokens[position]
        inside += (token.letter == ")") - (token.letter == "(")
        if inside > 0:
            continue
        if token.letter in NUMBERS and token.role == "claim":
            return False
        if token.letter == "B":
            return True
    return False
