"""What was on one side and came to be on the other: 由上年亏损4.7亿元转为盈利9.2亿元."""

from __future__ import annotations

from ipextract.linking.before_number import clean_label
from ipextract.linking.endings import without_head
from ipextract.linking.frames import Reading
from ipextract.linking.walk import Walk
from ipextract.rules.readings import LEVEL, READINGS

_FROM = next(rule for rule in READINGS if rule.name == "level.from")
# 亏损|4.7亿元|转为盈利|9.2亿元
_ROW = "X#X#"


def name_turned(walk: Walk, index: int) -> None:
    """Name the two numbers of which the one at `index` is the first, each by the side on which it was: 石油加工业亏损, 石油加工业盈利."""
    row, names = walk.row, walk.vocabulary.names
    if row.letters(index - 1, index + len(_ROW) - 1) != _ROW:
        return
    dated = row.letters(index - 2, index - 1) == "T"
    opening = index - (3 if dated else 2)
    before, turn = row.words(index - 1).strip().removeprefix("的"), row.words(index + 1).strip()
    after = without_head(turn, names.turning_to)
    if row.letters(opening, opening + 1) != "Y" or not before.endswith(names.turned_sides) or after == turn or not after.endswith(names.turned_sides):
        return
    start = walk.window(index)
    holder = (clean_label(walk, start, opening) if start < opening else "") or (walk.subject or (walk.frame.name if walk.frame is not None else ""))
    spans = {"label": (start, opening), "when": (index - 2, index - 1)} if dated else {"label": (start, opening)}
    walk.named[index] = (_of(holder, before), Reading(_FROM, spans))
    walk.named[index + 2] = (_of(holder, after), Reading(LEVEL, {}))


def _of(holder: str, side: str) -> str:
    """贸易逆差 of 贸易顺差 and 逆差: the side, which the words before may end in already."""
    return holder if holder.endswith(side) else holder + side
