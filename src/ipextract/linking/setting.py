"""Where and when a whole document stands: its region, the period it reports on."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date

import regex

from ipextract.lexicon import Division
from ipextract.linking.periods import Calendar, Span, year_span
from ipextract.linking.places import Gazetteer
from ipextract.reading.document import Document

_YEAR = regex.compile(r"(?<!\d)((?:19|20)\d{2})\s?年")
_NATIONAL = regex.compile(r"中华人民共和国|我国|全国|中国(?!专利|驰名|商标|人民银行|人民解放|共产党|银行|移动|联通|电信|地理标志|质量|人寿|科学院|工程院|制造|船舶|石油|石化|特色)|国家统计局(?!.{0,12}(?:调查总?队|核))|国家知识产权局(?:发布|公布|新闻)")
# The nation in the title of a bulletin is its region; in a headline (我国发展的机遇期) it need not be.
_TITLE_OF_REPORT = regex.compile(r"公报|报告|统计|情况|年报|数据|白皮书")
# 中新社北京7月14日电: where a report was filed, not what it is about.
_DATELINE = regex.compile(r"(?:新华社|新华网|中新社|中新网|人民网|央视网|本报|讯)?[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日[电讯]")
# 比2016年全年: the year before the one reported on.
_COMPARED = regex.compile(r"(?:比|较)((?:19|20)\d{2})\s?年(?!底|末|以来)")
# 从2016年的18537件上升到今年9月的38777件: where something began.
_BEGUN = regex.compile(r"(?:从|由)(?:19|20)\d{2}\s?年(?:末|底)?的")
_REPORT = regex.compile(r"政府工作报告|工作报告")
_PART = regex.compile(
    r"(?:(?P<year>(?:19|20)\d{2})\s?年|(?P<rel>今年|本年|去年))?(?P<part>上半年|前三季度|一季度|三季度|二季度|四季度|1\s?[-—–－至]\s?(?P<month>\d{1,2})\s?月|(?P<single>\d{1,2})\s?月份)"
)
# A release on part of a year says so in its title or with its first words.
_OPENING = 120
_AGAIN = 3
# (云南省)2017年大理州水资源公报: the narrower place comes behind the year.
_BETWEEN_PLACES = regex.compile(r"[\s（()）【】\[\]·:：、]*(?:(?:19|20)\d{2}\s?年(?:度)?)?[\s（()）【】\[\]·:：]*")


def find_home(document: Document, gazetteer: Gazetteer) -> Division | None:
    """The document's own region: what its title names, else its publisher, else what its body is about.

    In a body, 全省 or 该市 says of what level the region is, and the place named most at that level is it.
    """
    title = document.title or ""
    head = []
    for block in document.blocks:
        if block.kind == "paragraph" and block.end - block.start > 60:
            break
        if block.kind == "heading":
            head.append(document.text[block.start : block.end])
    for text in (title, document.metadata.get("发布机构", ""), document.publisher or "", "\n".join(head[:6])):
        found = _first_place(text, gazetteer)
        if found is not None and not (found.level == "country" and (text is not title or not _TITLE_OF_REPORT.search(title))):
            return found
    body = "\n".join(document.text[block.start : block.end] for block in document.blocks if block.kind not in ("metadata", "furniture"))[:6000]
    body = _DATELINE.sub("", body)
    votes: Counter[str] = Counter()
    named: dict[str, Division] = {}
    position = 0
    while position < len(body):
        hit = gazetteer.at(body, position, None)
        if hit is None:
            position += 1
            continue
        position, division = hit
        if division.level != "country":
            votes[division.code] += 1
            named[division.code] = division
    level = gazetteer.level_spoken_of(body)
    candidates = [code for code, _ in votes.most_common() if level is None or named[code].level in level]
    if not candidates and level is None:
        candidates = [code for code, _ in votes.most_common()]
    if level is None and candidates and votes[candidates[0]] == 1 and named[candidates[0]].name not in body[:_OPENING]:
        # 视察山西重要讲话: named once in passing, by its short name or far from the beginning.
        candidates = []
    if not candidates or (level is None and len(_NATIONAL.findall(body)) >= votes[candidates[0]]):
        return gazetteer.country() if _NATIONAL.search(body) else None
    return named[candidates[0]]


def _first_place(text: str, gazetteer: Gazetteer) -> Division | None:
    """The narrowest place of the first run of places in `text`; a year or a bracket may stand between two."""
    best: Division | None = None
    position = 0
    while position < len(text):
        hit = gazetteer.at(text, position, best)
        if hit is None:
            if best is not None:
                between = _BETWEEN_PLACES.match(text, position)
                hit = gazetteer.at(text, between.end(), best) if between else None
                if hit is None or not gazetteer.inside(hit[1], best):
                    return best
            else:
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
    body = "\n".join(document.text[block.start : block.end] for block in document.blocks if block.kind not in ("metadata", "furniture", "title"))
    year = _title_year(title, published)
    if year is None and _REPORT.search(title) and published is not None and published.month <= 4:
        year = published.year - 1
    if year is None:
        year = _most_named(body, published)
    if year is None and published is not None:
        year = published.year
    if year is None:
        return Calendar(published, None, None), None
    span = year_span(year)
    part = _PART.search(title) or (None if _YEAR.search(title) else _PART.search(body[:_OPENING]) or _often(body))
    if part is not None and not _REPORT.search(title):
        named = int(part.group("year")) if part.group("year") else year
        if named == year or part.group("rel") in ("今年", "本年"):
            span = _part_span(part, year)
    is_report = _REPORT.search(title) or _REPORT.search(body[:_OPENING])
    return Calendar(published, year, span, delivered=year + 1 if is_report and published is None else None), span


def _often(body: str) -> regex.Match[str] | None:
    """The part of a year that a release names again and again, where it does."""
    found = list(_PART.finditer(body))
    counts = Counter(match.group("part") for match in found)
    if not counts or counts.most_common(1)[0][1] < _AGAIN:
        return None
    best = counts.most_common(1)[0][0]
    return next(match for match in found if match.group("part") == best)


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
    """The year that the body names most; 今年 names the year of publication."""
    votes = Counter(int(found) for found in _YEAR.findall(_BEGUN.sub("", _COMPARED.sub("", text))) if published is None or int(found) <= published.year)
    if published is not None or not regex.search(r"今年", text):
        votes.update(int(found) + 1 for found in _COMPARED.findall(text))
    if published is None:
        return votes.most_common(1)[0][0] if votes else None
    this, last = published.year, published.year - 1
    votes[this] += len(regex.findall(r"今年|上半年|前三季度", text))
    votes[last] += len(regex.findall(r"(?<![比较与同])去年(?!同期)", text))
    return last if votes[last] > votes[this] else this


def section_span(heading: str) -> Span | None:
    """The year that a heading names: 一、2024年工作回顾."""
    years = regex.findall(r"(?<!\d)((?:19|20)\d{2})年", heading)
    if len(years) == 1:
        return year_span(int(years[0]), years[0] + "年")
    return None


def _part_span(part: regex.Match[str], year: int) -> Span:
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
