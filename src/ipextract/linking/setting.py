"""Where and when a whole document stands: its region, the period it reports on."""

from __future__ import annotations

from collections import Counter
from datetime import date

import regex

from ipextract.lexicon import Division
from ipextract.linking.periods import Calendar, Span, year_span
from ipextract.linking.places import Gazetteer
from ipextract.reading.document import Document

_YEAR = regex.compile(r"(?<!\d)((?:19|20)\d{2})\s?年")
_NATIONAL = regex.compile(r"中华人民共和国|我国|全国|国家统计局(?!.{0,12}(?:调查总?队|核))|国家知识产权局(?:发布|公布|新闻)")
_REPORT = regex.compile(r"政府工作报告|工作报告")
_PART = regex.compile(r"(?:(?P<year>(?:19|20)\d{2})\s?年|(?P<rel>今年|本年|去年))?(?P<part>上半年|前三季度|一季度|三季度|二季度|四季度|1\s?[-—–－至]\s?(?P<month>\d{1,2})\s?月|(?P<single>\d{1,2})\s?月份)")
_WEIGHT_HEAD = 5


def find_home(document: Document, gazetteer: Gazetteer) -> Division | None:
    """The document's own region: what its title names, else its publisher, else what it names most."""
    title = document.title or ""
    for text in (title, document.publisher or "", document.metadata.get("发布机构", "")):
        found = _first_place(text, gazetteer)
        if found is not None:
            return found
    head = document.text[:1500]
    votes: Counter[str] = Counter()
    named: dict[str, Division] = {}
    position = 0
    while position < min(len(document.text), 6000):
        hit = gazetteer.at(document.text, position, None)
        if hit is None:
            position += 1
            continue
        end, division = hit
        if division.level != "country":
            votes[division.code] += _WEIGHT_HEAD if position < 400 else 1
            named[division.code] = division
        position = end
    national = len(_NATIONAL.findall(title)) * 3 + (1 if regex.search(r"中华人民共和国|我国", head) else 0)
    if _NATIONAL.search(title) or not votes:
        return gazetteer.country() if national or _NATIONAL.search(head) else None
    code, count = votes.most_common(1)[0]
    best = named[code]
    # 广东佛山: of two places that lie one in the other the narrower is meant, where it is named as often.
    for other, number in votes.most_common(5):
        inner = named[other]
        if inner.code != best.code and gazetteer.inside(inner, best) and number * 2 >= count:
            best = inner
            count = number
    if count < 3 and len(_NATIONAL.findall(head)) > count:
        return gazetteer.country()
    return best


def _first_place(text: str, gazetteer: Gazetteer) -> Division | None:
    """The narrowest place of the first run of places in `text`."""
    best: Division | None = None
    position = 0
    while position < len(text):
        hit = gazetteer.at(text, position, best)
        if hit is None:
            if best is not None:
                return best
            position += 1
            continue
        position, division = hit
        best = division
    if best is None and _NATIONAL.search(text):
        return gazetteer.country()
    return best


def find_period(document: Document) -> tuple[Calendar, Span | None]:
    """The period the document reports on, and the calendar that its words are read against."""
    published = document.published
    title = document.title or ""
    head = title + "\n" + document.text[:1200]
    year = _title_year(title, published)
    if year is None:
        year = _most_named(document.text, published)
    if year is None and published is not None:
        year = published.year
    if year is None:
        return Calendar(published, None, None), None
    span = year_span(year)
    part = _PART.search(title) or (None if _YEAR.search(title) and not _PART.search(title) else _PART.search(head))
    if part is not None and not _REPORT.search(title):
        named = int(part.group("year")) if part.group("year") else year
        if named == year or part.group("rel") in ("今年", "本年"):
            span = _part_span(part, year)
    return Calendar(published, year, span), span


def _title_year(title: str, published: date | None) -> int | None:
    years = [int(found) for found in _YEAR.findall(title)] or [int(found) for found in regex.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", title)]
    if not years:
        return None
    year = years[-1]
    # 2025年政府工作报告 reports on the year before it was delivered.
    if _REPORT.search(title) and (published is None or published.year == year):
        return year - 1
    return year


def _most_named(text: str, published: date | None) -> int | None:
    """The year named most in the text; of a document published in spring the year before it counts first."""
    votes = Counter(int(found) for found in _YEAR.findall(text) if published is None or int(found) <= published.year)
    if published is not None:
        if regex.search(r"今年|上半年|前三季度|1-\d+月", text):
            return published.year
        if votes and votes.most_common(1)[0][0] in (published.year, published.year - 1):
            return votes.most_common(1)[0][0]
        return published.year
    return votes.most_common(1)[0][0] if votes else None


def _part_span(part: regex.Match[str], year: int) -> Span:
    from calendar import monthrange

    text = part.group("part")
    first, last = 1, 12
    if "上半年" in text:
        last = 6
    elif "前三季度" in text:
        last = 9
    elif "季度" in text:
        quarter = "一二三四".index(text[0]) + 1
        first, last = 3 * quarter - 2, 3 * quarter
    elif part.group("month"):
        last = min(12, max(1, int(part.group("month"))))
    elif part.group("single"):
        first = last = min(12, max(1, int(part.group("single"))))
    return Span(part.group(0), date(year, first, 1), date(year, last, monthrange(year, last)[1]))
