"""A number with which another is compared, or of which it is a multiple: 较施行之初的71%提高29个百分点, 比合同约定的45天快18天, 比全市平均的72%高9个百分点."""

from __future__ import annotations

from ipextract.linking.before_number import verb_behind_base
from ipextract.linking.endings import without_end
from ipextract.linking.frames import Frame, Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.period.spans import base_of
from ipextract.linking.relation.bases import basis_of_time
from ipextract.linking.walk import Walk
from ipextract.rules.readings import CHANGED, LEVEL, THAN
from ipextract.rules.tokens import Basis

# 全省
_RELATIVE = 2
# The number compared with, the verb and by how much: of the same kind, or points of a percentage.
_COMPARED = ("#V#", "#G#", "%VQ", "%GQ", "#V%", "#G%")

# 2020年（31件）的|3倍
_TIME_IN_FRONT = 5


def time_of_multiple(walk: Walk, index: int) -> int | None:
    """2020年 of 是2020年（31件）的3倍: the time of which the multiple at `index` is, where how much it was then stands in a bracket between; None where it does not."""
    time = index - _TIME_IN_FRONT
    is_told = time > 0 and walk.row.letters(time, index) == "T(#)X" and walk.row.words(index - 1) == walk.vocabulary.those.particle
    return time if is_told and walk.text.endswith(walk.vocabulary.multiples_of, 0, walk.tokens[time].start) else None


def number_compared(walk: Walk, index: int) -> tuple[str, Reading] | None:
    """The name and the reading of the number at `index`, where the indicator spoken of is compared with it; the walk then keeps what the one behind the verb is.

    None where it is none.
    """
    if walk.row.letters(index - 1, index) == "B":
        return _level_of_base(walk, index)
    behind = walk.tokens[index + 1 : index + 3]
    if not behind[1:] or behind[1].letter not in "M#Q%":
        # As with most numbers.
        return None
    row, frame = walk.row, walk.frame
    if row.letters(index, index + 3) == "#XM":
        return _number_multiplied(walk, index)
    if walk.tokens[index].letter not in "#%" or row.letters(index, index + 3) not in _COMPARED or frame is None or frame.sentence != walk.sentence:
        return None
    start = walk.window(index)
    letters = row.letters(start, index)
    if walk.tokens[index].value.unit == frame.unit and (mean := _mean_of_years(walk, start, index)) is not None:
        walk.named[index + 2] = frame.name, mean
        return frame.name, Reading(LEVEL, {})
    if letters not in ("CX", "CRX", "CT") or walk.tokens[index].value.unit != frame.unit:
        return None
    if not row.words(index - 1).endswith(walk.vocabulary.those.particle) and not (letters == "CX" and row.words(index - 1).endswith(walk.vocabulary.ahead.plans)):
        # 比年目标4%低1.2个百分点: what was aimed at says itself that it is a number.
        return None
    if letters == "CT" and walk.tokens[index].value.unit not in walk.vocabulary.qualifiers.durations:
        # 比2010年的2.67人减少0.31人: the time is the basis of what follows too; only a length of time would be taken for one itself.
        return None
    name, change = _compared(walk, frame, start, index, letters)
    if change is None:
        return None
    walk.named[index + 2] = frame.name, change
    last = walk.drafts[-1] if walk.drafts else None
    if last is not None and last.aspect == "share" and last.indicator == frame.name:
        # 占49.3%，比上年的48.1%提高1.2个百分点
        walk.shared[index] = last.whole
    return name, Reading(LEVEL, {})


def _mean_of_years(walk: Walk, start: int, index: int) -> Reading | None:
    """降水量542毫米，比常年值468毫米偏多74毫米; 较历年日照时数平均值2468小时偏少92小时: how the number behind the verb is read, where the one at `index` is the mean of what is spoken of over the years; else None."""
    row, frame, based = walk.row, walk.frame, walk.row.letters(index - 2, index) == "BX"
    said = row.words(index - 1).strip() if based else row.words_between(start + 1, index).strip()
    thing = without_end(said, walk.vocabulary.behind.means)
    if thing == said or frame is None or (based and thing and not frame.name.endswith(thing)):
        return None
    basis = walk.tokens[index - 2].value if based else None
    if based and not (isinstance(basis, Basis) and (basis.basis == "other" or walk.spans.get(index - 2) is None)):
        return None
    if not based and not (row.letters(start, start + 1) == "C" and said.startswith(walk.vocabulary.means_of_years)):
        # 比多年平均值468毫米偏多74毫米
        return None
    return Reading(CHANGED, {"label": (index + 1, index + 1), "verb": (index + 1, index + 2)}, basis if isinstance(basis, Basis) else Basis("other", said))


def _level_of_base(walk: Walk, index: int) -> tuple[str, Reading] | None:
    """占比28.5%，比上年36.7%的比重下降8.2个百分点: what was so at the time that the basis names, and the change behind it."""
    verb, basis, last, frame = verb_behind_base(walk, index), walk.tokens[index - 1].value, walk.drafts[-1] if walk.drafts else None, walk.frame
    if verb < 0 or frame is None or last is None or last.indicator != frame.name or last.aspect not in ("level", "share") or not isinstance(basis, Basis):
        return None
    walk.named[verb + 1] = frame.name, Reading(CHANGED, {"label": (verb, verb), "verb": (verb, verb + 1)}, basis)
    time = walk.references.get(basis.text) if basis.basis == "since" else base_of(basis.basis, walk.period or walk.setting.period)
    if time is not None:
        walk.timed[index] = time
    if last.aspect == "share":
        walk.shared[index] = last.whole
    return frame.name, Reading(LEVEL, {})


def _number_multiplied(walk: Walk, index: int) -> tuple[str, Reading] | None:
    """万人拥有量18.3件，是全省12.2件的1.5倍, 是全国平均9.1件的近2倍: what is multiplied is that of the place in front of it, and the multiple of what was spoken of."""
    row, frame = walk.row, walk.frame
    if frame is None or frame.sentence != walk.sentence or walk.tokens[index].value.unit != frame.unit or row.words(index + 1).strip() != walk.vocabulary.those.particle:
        return None
    said = row.words_between(walk.window(index), index).strip()
    of_place = next((said.removeprefix(word) for word in sorted(walk.vocabulary.multiples_of, key=len, reverse=True) if said.startswith(word)), "")
    relative = walk.gazetteer.relative(of_place[:_RELATIVE], walk.setting.home)
    found = (_RELATIVE, relative) if relative is not None else walk.gazetteer.at(of_place, 0, walk.setting.home)
    if found is None or of_place[found[0] :] not in ("", *walk.vocabulary.behind.all_levels):
        return None
    walk.placed[index] = found[1]
    walk.named[index + 2] = frame.name, Reading(LEVEL, {})
    return frame.name, Reading(LEVEL, {})


def _compared(walk: Walk, frame: Frame, start: int, index: int, letters: str) -> tuple[str, Reading | None]:
    """What the number at `index` is of, and how the one behind the verb is read; no reading where the words say something else."""
    row, comparison = walk.row, walk.vocabulary.comparison
    at, verb = (index + 1, index + 1), (index + 1, index + 2)
    words = row.words_between(start + 1, index).strip().removesuffix(walk.vocabulary.those.particle)
    if letters == "CT":
        # 比上一年度的17.5个月压缩1.5个月
        if (span := walk.spans.get(start + 1)) is not None:
            walk.timed[index] = span
        return frame.name, Reading(CHANGED, {"label": at, "verb": verb}, basis_of_time(walk, start + 1))
    gap = Reading(THAN, {"label": (start, start), "than": (start + 1, index), "verb": verb})
    if letters == "CRX":
        # 比全市平均的72%高9个百分点: that of the place.
        if row.words(start + 2) not in (walk.vocabulary.those.particle, *walk.vocabulary.behind.all_levels):
            return "", None
        walk.placed[index] = walk.tokens[start + 1].value
        return frame.name, gap
    if words.endswith(walk.vocabulary.ahead.plans) and not walk.namer.has_measure(words):
        # 失业率2.8%，比年目标任务4.5%低1.7个百分点: what was aimed at is of what was spoken of.
        return join(frame.name, walk.namer.clean(words)), gap
    if words.endswith((*walk.vocabulary.first_states, *comparison.times_before)):
        return frame.name, Reading(CHANGED, {"label": at, "verb": verb}, Basis("since", words))
    if walk.namer.starts_with_verb(words):
        return "", None
    return (words if walk.namer.has_measure(words) else join(words, frame.name)), gap
