"""Percentages of those of whom words tell which they are: 选择诉讼的仅为18.7%, 签订承诺书的商户达99.2%, 其余不到两成."""

from __future__ import annotations

from typing import NamedTuple

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft
from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind
from ipextract.linking.words_end import end_of_words_behind

# What may stand among words that tell which those are: text, names with numerals, places, 其中.
_TELLING = frozenset("XNRDJ")
# 其余四个区、县（市）
_OF_REST = _TELLING | frozenset("/()")


class Those(NamedTuple):
    """What a share is of, and its whole, as far as the words give one."""

    name: str
    whole: str | None


def those_who(walk: Walk, start: int, index: int) -> Those | None:
    """Of whom the percentage at `index` is a share, by the words from `start` on that tell which of all they are; None where they tell something else."""
    letters = walk.row.letters(start, index) if walk.tokens[index].letter == "%" else ""
    if not letters or not set(letters) <= _OF_REST:
        return None
    words = walk.vocabulary.those
    printed = walk.label_text(start, index).replace("\n", "").strip()
    while (shorter := without_end(printed, words.tails)) != printed:
        printed = shorter
    if printed.startswith(words.rest):
        return _rest(walk, printed)
    if printed.endswith(words.particle) and (spent := words_behind(walk, index)).startswith(walk.vocabulary.names.spent_on):
        # 新增财力的77.2%用于民生: so much of it.
        whole = walk.namer.clean(printed.removesuffix(words.particle))
        walk.after_until = end_of_words_behind(walk, index)
        return Those(whole + spent, whole) if whole else None
    if words.particle not in printed or not set(letters) <= _TELLING or walk.vocabulary.measured_by.search(printed) is not None:
        return None
    if not printed.endswith(words.particle):
        return _bodies(walk, printed)
    name = walk.namer.clean(printed)
    if not name or walk.namer.has_measure(name) or not _tells_which(walk, name):
        return None
    last = _share_before(walk)
    if walk.parent is not None and walk.parts_from is not None and walk.parts_from >= walk.row.clause_start(index) and walk.parent.sentence == walk.sentence:
        # 专项资金4600万元，其中用于培育的不低于25%
        return Those(name, walk.parent.name)
    if last is not None:
        return Those(name, last.whole)
    return Those(name, walk.last_whole) if name.startswith(words.opinions) else None


def _tells_which(walk: Walk, name: str) -> bool:
    """选择诉讼, “没有采取措施”: whether the words tell what those do, say or have, and name no thing."""
    return walk.namer.starts_with_verb(name) or name.startswith((*walk.vocabulary.those.telling, *walk.vocabulary.those.opinions))


def _bodies(walk: Walk, printed: str) -> Those | None:
    """签订承诺书的商户: bodies or people behind what they do; None where the noun is something else, or nothing stands there that they do."""
    told, _, noun = printed.rpartition(walk.vocabulary.those.particle)
    name, names = walk.namer.clean(printed), walk.vocabulary.names
    if not told or not noun.endswith((*names.owners, *names.having_bodies, *names.persons, *walk.vocabulary.those.counted)) or walk.namer.has_measure(name):
        return None
    return Those(name, noun) if name.endswith(noun) and _tells_which(walk, walk.namer.clean(told)) else None


def _rest(walk: Walk, printed: str) -> Those | None:
    """两区占全市的八成，其余各区县（市）合计不到两成: what is left of the whole of the share before it; of places, the same is told."""
    last = _share_before(walk)
    if last is None:
        return None
    if walk.vocabulary.those.rest_of_places.fullmatch(printed) is not None:
        return Those(last.indicator, last.whole)
    name = walk.namer.clean(printed)
    return Those(name, last.whole) if name in walk.vocabulary.those.rest else None


def _share_before(walk: Walk) -> Draft | None:
    """The share stated right before in the sentence."""
    last = walk.drafts[-1] if walk.drafts else None
    return last if last is not None and last.aspect == "share" and last.token >= walk.sentence_start else None
