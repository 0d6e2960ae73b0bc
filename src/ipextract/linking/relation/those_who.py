"""Percentages of those of whom words tell which they are: 选择诉讼的仅为18.7%, 签订承诺书的商户达99.2%, 其余不到两成."""

from __future__ import annotations

from typing import NamedTuple

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft, Reading
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


def told_by_particle(walk: Walk, reading: Reading) -> str:
    """有前科的占5.2%, 本科及以上学历的占12.7%，35岁以下的占四成: who has the share, where the words tell it by what those have or do, or by themselves as those of the share before; empty where they leave out a noun."""
    if reading.rule.name != "share.of_whole" or "label" not in reading.spans:
        return ""
    start, stop = reading.spans["label"]
    start += walk.row.letters(start, stop).rfind("D") + 1
    printed = walk.row.words_between(start, stop).strip("\n ，") if start < stop else ""
    words = walk.vocabulary.those
    told = printed.removesuffix(words.particle)
    if told != printed and told.startswith(words.telling) and not walk.namer.clean(told).startswith(words.telling):
        # 受访企业中，设有专利部门的占31%: what they have, without the verb, would be of something else.
        return f"{printed}{walk.topic}" if walk.topic else told
    last = _share_before(walk)
    # 本科以上学历的占40%，女性占20%: the next lacks no noun either.
    return walk.namer.clean(told) if last is not None and last.whole and _tells_alone(walk, last) else ""


def _tells_alone(walk: Walk, share: Draft) -> bool:
    """Whether the words that end with the particle in front of `share` were its whole name: 本科及以上学历的占12.7%, and not 国家级的占12% of bodies."""
    verb = walk.row.letters(0, share.token).rfind("A")
    before = walk.row.words_between(walk.row.clause_start(verb), verb).strip() if verb > 0 else ""
    told = before.removesuffix(walk.vocabulary.those.particle)
    return told != before and told.endswith(share.indicator)


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
