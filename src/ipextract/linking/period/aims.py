"""The period of what is planned for, and of what is so already among plans."""

from __future__ import annotations

from ipextract.linking.frames import Draft
from ipextract.linking.period.spans import Span, base_of, year_span
from ipextract.linking.period.standing import dated_in_clause
from ipextract.linking.walk import Walk


def date_among_plans(walk: Walk, draft: Draft) -> None:
    """现有公园32个 among the aims of a year is so already: its period is the one reported on, unless its clause says."""
    clock = walk.setting.clock
    if draft.period is not None and clock.year is not None and draft.period.end.year > clock.year and not draft.period.moment and not dated_in_clause(walk, draft.token):
        draft.period = clock.period


def date_aim(walk: Walk, draft: Draft) -> None:
    """预期目标是：生产总值增长9% in a report on the year before: an aim that no words date is of the year planned for."""
    clock = walk.setting.clock
    # 全年力争新开工项目72个: the words name no year.
    whole = walk.vocabulary.comparison.whole_years
    says_year = draft.origins["period"] != "inferred" and (draft.period is None or draft.period.text not in whole)
    if clock.year is None or draft.period is None or clock.period is None or says_year or (draft.period.start, draft.period.end) != (clock.period.start, clock.period.end):
        return
    listed = walk.year_of_aims(draft.token)
    if listed is not None and listed.start.year > clock.year:
        # 提出了2021年的指标安排，具体为：…
        set_aim(draft, listed)
        return
    if clock.planned is None or clock.planned <= clock.year:
        return
    named = [span for place, span in walk.spans.items() if walk.sentence_start <= place < draft.token and span.text not in whole]
    if not named or named[-1].start.year == clock.planned:
        # 省政府拟定了2005年的主要预期目标：…: the year stands before the aims, or nowhere.
        set_aim(draft, year_span(clock.planned))


def set_aim(draft: Draft, period: Span) -> None:
    """Make `period` that of an aim, and what it is measured against the time before."""
    draft.period = period
    if draft.basis is not None and draft.basis.basis != "since":
        draft.base = base_of(draft.basis.basis, period)
