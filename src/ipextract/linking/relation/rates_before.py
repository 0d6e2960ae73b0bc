"""Which change right before a number says that it is one too: 增速由上年的4.2%提高到6.6%, 减少3.8公斤/公顷（0.3公斤/亩）."""

from __future__ import annotations

from ipextract.linking.frames import Draft, Reading
from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS, Basis

# 7.5%|（
_BEFORE_BRACKET = 2
# 增长1.2%|，|上半年|1.9%|，|全年|回升至|2.3%
_AT_NEXT_TIME = lazily(compiled, r"[,;]TX?Z?%")


def rate_it_left(walk: Walk, draft: Draft, reading: Reading) -> Draft | None:
    """增速由上年的4.2%提高到6.6%: the rate of change right before one that was reached from it, both being rates of the same."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.rule != "change.rate" or last.unit != draft.unit or last.indicator != draft.indicator or "," in walk.row.letters(last.token, draft.token):
        return None
    first, stop = reading.spans["label"]
    return last if first == stop and last.token > walk.sentence_start else None


def rate_at_next_time(walk: Walk, draft: Draft) -> bool:
    """一季度增长1.2%，上半年1.9%，全年回升至2.3%: whether the number is the rate of change of another time than the one right before, of which nothing else is said; it gets its basis and its sign."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.token < walk.sentence_start or (last.aspect, last.unit) != ("change", "%") or last.indicator != draft.indicator or walk.namer.is_level_rate(draft.indicator):
        return False
    letters = walk.row.letters(last.token + 1, draft.token + 1)
    if _AT_NEXT_TIME.fullmatch(letters) is None:
        return False
    draft.aspect, draft.basis = "change", last.basis if last.basis is not None and last.basis.basis != "average" else Basis("yoy", "")
    reached = walk.row.words(last.token + 1 + letters.index("Z")) if "Z" in letters else ""
    # 一季度下降3.2%，上半年2.1%，全年收窄至1.1%; what rose to something fell no more.
    if last.value < 0 < draft.value and (not reached or reached.startswith(tuple(walk.vocabulary.extents))):
        draft.negate()
    return True


def noun_of_rate(walk: Walk, draft: Draft) -> str:
    """增速 of 业务量增速放缓，由15%回落至12%: the noun of the pace of which the clause before told how it went, so that what it came from and to are rates; empty where it told of none."""
    start = walk.row.clause_start(draft.token)
    if draft.kind != "percentage" or start <= walk.sentence_start or walk.tokens[start - 1].letter != ",":
        return ""
    before = walk.row.clause_start(start - 1)
    letters = walk.row.letters(before, start - 1)
    if "E" not in letters or NUMBERS & set(letters) or set(walk.row.letters(start, draft.token)) - set("YTZX%"):
        return ""
    return walk.row.words(before + letters.index("E"))


def rate_at_base(walk: Walk, draft: Draft) -> Draft | None:
    """增长11.6%，较上年同期（3.2%）大幅增长: the rate right before, where the bracket behind a basis gives that of the time compared with."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.aspect != "change" or last.kind != "percentage" or last.indicator != draft.indicator or last.token < walk.sentence_start:
        return None
    stands_so = walk.row.letters(draft.token - 2, draft.token + 4).startswith(("B(%)V", "B(%)XV"))
    return last if stands_so and walk.tokens[last.token].letter == "%" else None


def rate_before_bracket(walk: Walk, draft: Draft) -> Draft | None:
    """增长7.5%（全省11.1%，3月份为8%）: the rise right before the bracket in which the number is that of another place or time."""
    if not walk.brackets:
        return None
    opening = draft.token
    while opening and (walk.tokens[opening - 1].letter in "RT%,/:" or walk.row.words(opening - 1) in (*walk.vocabulary.names.linking, *walk.vocabulary.averages)):
        opening -= 1
    last = next((one for one in reversed(walk.drafts) if one.token == opening - _BEFORE_BRACKET), None)
    if walk.row.letters(opening - 1, opening) != "(" or last is None or last.aspect != "change" or last.kind != draft.kind or last.indicator != draft.indicator or last.value < 0:
        return None
    return last if {"R", "T"} & set(walk.row.letters(opening, draft.token)) else None


def same_in_other_unit(walk: Walk, draft: Draft) -> Draft | None:
    """The change right before the bracket in which the number stands alone."""
    index, last = draft.token, walk.drafts[-1] if walk.drafts else None
    if last is None or last.token != index - 2 or walk.row.letters(index - 1, index + 2) != "(#)" or last.aspect != "change" or last.kind != draft.kind or last.unit == draft.unit:
        return None
    return last
