"""Changes: their sign, their basis, and 持平, which is a change of nothing."""

from __future__ import annotations

from decimal import Decimal

from ipextract.linking.before_number import clean_label
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.frames import Draft, Reading
from ipextract.linking.indicator.filling import fill
from ipextract.linking.recording import record, settle
from ipextract.linking.relation.base_numbers import time_of_multiple
from ipextract.linking.relation.bases import basis_of, basis_of_time, since
from ipextract.linking.relation.gaps import compared_with
from ipextract.linking.relation.more_done import MORE_DONE
from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily
from ipextract.rules.readings import BRACKETED
from ipextract.rules.tokens import NOTHING, Basis

# 较上月累计增幅回升: the basis of a pace in front of its noun.
_OF_PACE = lazily(compiled, "BX?E$")
# 比|1985年的|18%
_FIGURE = 2


def _own_verb(walk: Walk, draft: Draft) -> str | None:
    """增长 of 未达到增长5%的目标: the verb of change right before a number; None where there is none."""
    return walk.row.words(draft.token - 1) if draft.token and walk.tokens[draft.token - 1].letter == "V" else None


def set_change(walk: Walk, draft: Draft, reading: Reading) -> None:
    """Set the sign and the basis of a change; one of places is the last rank's."""
    name = reading.rule.name
    if reading.rule is BRACKETED and reading.says("verb") and draft.value > 0 and _verb(walk, reading) in walk.vocabulary.falling:
        draft.negate()
    verb = _verb(walk, reading) if name == "change.verb" else ""
    if name == "change.verb":
        if _falls(walk, reading, verb) and not (draft.value < 0 and verb in walk.vocabulary.falling):
            # 负增长（-0.8%）, 下降-0.8%: the mark says again what the verb does.
            draft.negate()
            if draft.upper is not None:
                draft.value, draft.upper = -draft.upper, draft.value
        if verb in walk.vocabulary.improving and draft.indicator.endswith(walk.vocabulary.names.burdens):
            # PM2.5平均浓度28微克/立方米，改善3.4%
            draft.negate()
    elif name == "change.of_object":
        if walk.row.words(reading.spans["verb"][0]) in walk.vocabulary.falling_objects:
            draft.negate()
    elif name in ("change.above", "change.rate"):
        group = "verb" if name == "change.above" else "noun"
        falls = walk.row.words_between(*reading.spans[group]) in walk.vocabulary.falling
        if (falls and draft.value > 0) or (reading.says("aim") and (walk.drafts[-1].value < 0 if (own := _own_verb(walk, draft)) is None else own in walk.vocabulary.falling)):
            # 能耗下降4.1%，完成3%的年度目标: it was to fall; 出口下降9.3%，未达到增长5%的目标: it was to grow.
            draft.negate()
    elif name == "change.multiple_of":
        # 是2010年的2.6倍 is a rise by 1.6 times.
        draft.value -= 1
        said = walk.row.words_between(reading.spans["label"][0], draft.token)
        if any(word in said for word in walk.vocabulary.about):
            draft.bound = "approximate"
    _set_rank_change(walk, draft)
    _set_basis(walk, draft, reading)
    if verb in walk.vocabulary.increments:
        # 贷款比年初增加991亿元，同比多增131亿元: not the loans grew by so much, but their increase.
        draft.indicator = walk.namer.increment_of(draft.indicator)


def _verb(walk: Walk, reading: Reading) -> str:
    return without_end(walk.row.words_between(*reading.spans["verb"]), walk.vocabulary.names.aspect)


def _falls(walk: Walk, reading: Reading, verb: str) -> bool:
    """Whether the verb says that something fell; of a fall, that it grew: 降幅收窄1.2个百分点 is a rise."""
    fall_nouns = walk.vocabulary.fall_nouns
    falls = verb in walk.vocabulary.falling or (walk.tokens[reading.spans["verb"][0]].rule == MORE_DONE and without_head(verb, walk.vocabulary.comparison.done_over)[:1] in walk.vocabulary.comparison.done_less)
    rate = _rate_before(walk, reading)
    if rate is not None and verb in walk.vocabulary.extents:
        # 下降24.6%，收窄9.4个百分点: what narrowed or widened is the fall.
        return falls != (rate.value < 0)
    first, last = reading.spans["label"]
    if first and walk.tokens[first - 1].letter == ")":
        # 降幅较一季度（-19.3%）收窄.
        first = walk.row.clause_start(first)
    of_a_fall = walk.row.words_between(first, last).endswith(fall_nouns) or any(
        walk.tokens[place].letter == "E" and walk.row.words(place) in fall_nouns for place in range(first, last)
    )
    return falls != of_a_fall


def _rate_before(walk: Walk, reading: Reading) -> Draft | None:
    """下降24.6%，收窄9.4个百分点: the rate right before a change in points that names nothing; None where there is none."""
    start, verb = reading.spans["label"][0], reading.spans["verb"]
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.aspect != "change" or last.kind != "percentage" or walk.tokens[last.token].letter != "%" or last.token != start - 2:
        return None
    # 上涨10.6%，涨幅回落4.2个百分点
    alone = walk.row.letters(start, verb[0]) in ("", "E") and walk.tokens[start - 1].letter == ","
    says_more = walk.tokens[verb[1] : verb[1] + 1] and walk.tokens[verb[1]].letter == "Q" and alone
    return last if says_more else None


def _pace(walk: Walk, reading: Reading) -> Basis | None:
    """增速比1-4月回落0.3个百分点。其中，轻工业增长5.1%，回落0.5个百分点: what the pace was last compared with."""
    return walk.pace if reading.rule.name == "change.verb" and _rate_before(walk, reading) is not None else None


def _keep_pace(walk: Walk, draft: Draft, reading: Reading) -> None:
    """增长6.2%，增速比上月回落0.3个百分点: what a pace is compared with holds for the next pace, and not for the next rate."""
    rate = walk.drafts[-1] if walk.drafts else None
    first, last = reading.spans["label"]
    if rate is None or rate.indicator != draft.indicator or rate.aspect != "change" or rate.token < walk.sentence_start or walk.tokens[rate.token].letter != "%":
        return
    if rate.basis is not None and rate.basis.basis in ("yoy", "mom") and "W" not in walk.row.letters(first, last):
        walk.pace, walk.basis = draft.basis, rate.basis


def _set_rank_change(walk: Walk, draft: Draft) -> None:
    """位列全省第二位，比上年前移3位: the change of the place just named."""
    last, ranks = walk.last_rank, walk.vocabulary.ranks
    if last is not None and last.token < walk.sentence_start:
        last = None
    if draft.unit in ranks.units and (draft.unit in ranks.moved or last is not None):
        draft.kind = "rank"
        # 投资居第3位，工业居第5位，分别提升2位和1位: each of its own.
        own = without_end(draft.indicator, ranks.nouns)
        if own not in ("", draft.indicator, *ranks.not_alone) and not own.startswith(tuple(walk.vocabulary.located)):
            # 综合排名居第九位，其中知识创造排名上升3位: that of something else, by its own name; 在全国的排名上升1位 says among whom.
            draft.indicator = own
        elif last is not None and draft.token not in walk.named:
            draft.indicator = last.indicator


def _set_basis(walk: Walk, draft: Draft, reading: Reading) -> None:
    name, index = reading.rule.name, draft.token
    if reading.rule is BRACKETED:
        # 较一季度（-19.3%）: the rate of that quarter, against the year before it.
        draft.basis = walk.basis if walk.basis is not None and walk.basis.basis in ("yoy", "mom") else Basis("yoy", "")
    elif name == "change.above":
        draft.basis = basis_of_time(walk, reading.spans["when"][0])
    elif name == "change.multiple_of":
        place = time_of_multiple(walk, index) or next((place for place in range(index - 1, max(index - 4, -1), -1) if walk.tokens[place].letter == "T"), index - 1)
        draft.base = walk.spans.get(place)
        # 是2016年的12.7倍和5.8倍: the year of both.
        said = walk.row.words_between(place, place + 1)
        draft.basis = Basis("yoy" if draft.base is None and said.startswith(walk.vocabulary.year_before) else since(walk, draft.base), said)
    else:
        draft.basis = reading.basis or _pace(walk, reading) or _of_figure(walk, draft) or basis_of(walk, index, draft.indicator)
    says_pace = reading.says("basis") or (reading.says("label") and _OF_PACE.search(walk.row.letters(*reading.spans["label"])) is not None)
    if name == "change.verb" and walk.tokens[index].letter == "Q" and says_pace:
        _keep_pace(walk, draft, reading)


def _of_figure(walk: Walk, draft: Draft) -> Basis | None:
    """占47%，比1985年的18%上升29个百分点: the time of the figure right before, which the change is measured against."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.token < _FIGURE or last.token + 2 != draft.token or walk.row.letters(last.token - _FIGURE, last.token) != "CT" or walk.row.letters(last.token + 1, draft.token) != "V":
        return None
    basis, base = basis_of_time(walk, last.token - 1), walk.spans.get(last.token - 1)
    if base is not None:
        walk.references[basis.text] = base
    # …，下降11.6%: against the same.
    walk.basis, walk.basis_sentence, walk.basis_token = basis, walk.sentence, last.token - 1
    return basis


def _read_equal_to(walk: Walk, start: int, index: int) -> bool:
    """降水量642.8毫米，与多年平均值持平: whether the words before 持平 say from what average something is at no distance."""
    words = walk.row.words_between(start, index).strip()
    if walk.frame is None or walk.frame.sentence != walk.sentence or words[:1] not in walk.vocabulary.with_words or not words.endswith(walk.vocabulary.averages):
        return False
    token = walk.tokens[index]
    draft = Draft("percentage", "gap", walk.frame.name, Decimal(0), token.start, token.end, "gap.equal", unit="%", than=compared_with(walk, words[1:]), token=index)
    if any(word in walk.row.words(index) for word in walk.vocabulary.about_equal):
        draft.bound = "approximate"
    settle(walk, draft)
    record(walk, draft)
    return True


def read_equal(walk: Walk, index: int) -> None:
    """与上年持平 is a change of nothing; without an indicator or a basis it is text."""
    token = walk.tokens[index]
    if walk.drafts and walk.drafts[-1].token == index - 1 and walk.drafts[-1].kind == "count" and walk.drafts[-1].aspect == "level":
        # 27种下降，4种持平: so many did not change.
        walk.row.reletter(index, "X")
        return
    start = walk.window(index)
    printed = walk.row.letters(start, index)
    has_basis = "B" in printed
    label = clean_label(walk, start, start + printed.index("B") if has_basis else index)
    listed = walk.named.get(index)
    if listed is None and not has_basis and _read_equal_to(walk, start, index):
        return
    name = listed[0] if listed is not None else fill(walk, index, label, "", NOTHING, "change")
    said = walk.row.words(index)
    if listed is None and not has_basis and _compares_two(walk, start, index, label):
        name = ""
    if not name or not (walk.frame or has_basis) or (not has_basis and said in walk.vocabulary.equal_with_basis):
        walk.row.reletter(index, "X")
        return
    draft = Draft("percentage", "change", name, Decimal(0), token.start, token.end, "change.equal", unit="%", token=index)
    if any(word in said for word in walk.vocabulary.about_equal):
        draft.bound = "approximate"
    draft.basis = (listed[1].basis if listed is not None else None) or _planned(walk, start, index) or basis_of(walk, index)
    settle(walk, draft)
    record(walk, draft)


def _compares_two(walk: Walk, start: int, index: int, label: str) -> bool:
    """结案数量与收案数量大体持平: whether one measure is said to be as great as another of the same time, which is no change of either."""
    if "T" in walk.row.letters(start, index):
        return False
    words = walk.namer.words(label)
    place = next((place for place in range(1, len(words) - 1) if words[place] in walk.vocabulary.with_words), 0)
    return place > 0 and walk.namer.has_measure("".join(words[:place])) and walk.namer.has_measure("".join(words[place + 1 :]))


def _planned(walk: Walk, start: int, index: int) -> Basis | None:
    """赤字276亿元，与预算持平: what was planned is no time; None where the words before 持平 name none of it."""
    words = walk.row.words_between(start, index).strip()
    return Basis("other", words) if words[:1] in walk.vocabulary.with_words and words.endswith(walk.vocabulary.ahead.plans) else None
