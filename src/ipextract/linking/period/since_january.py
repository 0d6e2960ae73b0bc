"""What came together since the year began, beside what one month or quarter of it brought."""

from __future__ import annotations

from datetime import date

from ipextract.linking.frames import Draft
from ipextract.linking.period.spans import Span
from ipextract.linking.walk import Walk


def summed_since_january(walk: Walk, draft: Draft) -> Span | None:
    """采矿业累计增长2%，当月增长3%；制造业累计增长5%: the months up to the one that the walk is in, where the number's own words sum up; else None.

    A sum itself is of the month (8月，累计受理300件), unless the month is told apart before (当月出口9亿元，累计78亿元).
    """
    part = walk.period
    if part is None or part.moment or part.years != 1 or part.start.month == 1 or part.start.day != 1 or draft.aspect not in ("change", "level"):
        return None
    words = walk.row.words_between(walk.window(draft.token), draft.token)
    if not any(word in words for word in walk.vocabulary.names.cumulated):
        return None
    times = walk.vocabulary.times
    apart = any(walk.row.words(place).endswith(times.one_part) for place in walk.spans if walk.row.clause_start(draft.token) > place >= walk.sentence_start)
    if draft.aspect == "level" and not apart:
        return None
    for known in (walk.lasting, walk.setting.period):
        if known is not None and known.start == date(part.end.year, 1, 1) and known.end == part.end:
            return known
    return Span(part.text, date(part.end.year, 1, 1), part.end)
