"""The year that a text names most, where no heading tells of when it is."""

from __future__ import annotations

from collections import Counter
from datetime import date

from ipextract.linking.period.issued import days_before
from ipextract.linking.period.parts_of_year import PART_OF_YEAR
from ipextract.linking.period.reporting import ReportWords

# A release on part of a year says so in its title or with its first words.
_OPENING = 120
# A report delivered from January to April is on the year before; one of the last months is on its own.
_LAST_OF_DELIVERY = 4
# The year that a text begins with counts as if it were named so often more.
_OPENED = 2
_FIRST_LINES = 4
# From one census of the population to the next, in years.
_BETWEEN_CENSUSES = 10


def most_named(text: str, published: date | None, words: ReportWords) -> int | None:
    """The year that the body names most; 今年 names the year of publication."""
    # Most lines name no year.
    told = "\n".join([line for line in text.split("\n") if "20" in line or "19" in line])
    told = words.not_reported.sub("", words.begun.sub("", words.compared_ends.sub("", words.compared.sub("", told))))
    if published is None and len(words.year.findall(told)) == len(words.by.findall(told)):
        # Nothing but years by which something is to be so.
        return None
    if published is None:
        # 2022年，…。到2025年，…: by when something is to be so is not when it was.
        told = words.by.sub("", told)
    told = rest if words.year.search(rest := words.beside_told.sub("", told)) is not None else told
    named = [*words.year.findall(told), *words.campaign_name.findall(told), *words.meeting_name.findall(told)]
    votes = Counter(int(found) for found in named if published is None or int(found) <= published.year)
    if published is not None or not any(word in text for word in words.this_year):
        # 比2019年一季度增长56.7% in a text that names 2021: no year between the two is told of. 比2021年底增长11% is told in 2022.
        censuses = set(words.compared_census.findall(text))
        behind = [int(found) + (_BETWEEN_CENSUSES if found in censuses else 1) for found in (*words.compared.findall(text), *words.compared_ends.findall(text))]
        votes.update(behind if not votes else [year for year in behind if year in votes])
    if published is None:
        # Of two years that are named as often, the later: the text was written behind both.
        most = max(votes, key=lambda year: (votes[year], year), default=None)
        # 截至2018年底，累计受理3715件: what has been reached by then is not ahead, however often an earlier year is named.
        most = max([*([most] if most is not None else []), *map(int, words.until.findall(text[:_OPENING]))], default=None)
        # 今年以来，…，超过历史上第二高位的2008年: this year has no number, and what is named once in passing is another.
        in_passing = most is not None and votes[most] == 1 and str(most) not in (*words.year_so_far.findall(text[:_OPENING]), *words.year_going_on.findall(text)) and words.this_year_whole.search(text[:_OPENING]) is not None
        # 今年以来，…；2018年前6个月进出口情况发布会: a part of it is what is reported on.
        # 今年以来，由市局开展的2025年“服务万里行”活动，…: what is done this year is called by its number.
        of_campaign = in_passing and str(most) in words.campaign.findall(text[: 2 * _OPENING])
        return None if in_passing and not of_campaign and not any(part["year"] == str(most) for part in PART_OF_YEAR.finditer(text)) else most
    opened = opened_with(text, words)
    if opened is not None and opened <= published.year:
        votes[opened] += _OPENED
    this, last = published.year, published.year - 1
    if opened is not None and max(votes, default=last) < last and not any(word in text for word in words.this_year):
        # 撰写时间：2017年5月22日 over a text of 2013: the page was made anew.
        return opened
    told_at = words.presented.search(text, 0, 3 * _OPENING)
    if told_at is not None and int(told_at["year"]) == last and not any(word in text for word in words.this_year):
        return last
    votes[this] += _OPENED * days_before(words.day_alone.findall(text), published) + len(words.told_of_this_year.findall(text)) + sum(int(month) < published.month for month in words.until_month.findall(text))
    # 过去一年 in February is the year before, in December the same.
    votes[last] += len(words.told_of_last_year.findall(text)) + (len(words.year_gone.findall(text)) if published.month <= _LAST_OF_DELIVERY else 0)
    if votes[last] and votes[last] == votes[this]:
        # 去年，受理案件52件。今年1-2月，受理案件8件: of the first months, the report is on the year before.
        return last if published.month <= _LAST_OF_DELIVERY else this
    return last if votes[last] > votes[this] else this


def opened_with(text: str, words: ReportWords) -> int | None:
    """2022年，是极不平凡的一年: the year, and no part of one, that the first sentence of a text begins with."""
    first = next((line for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES] if "，" in line), "")
    found = words.opened.match(first)
    return int(found[1]) if found is not None and PART_OF_YEAR.match(first, found.end()) is None else None
