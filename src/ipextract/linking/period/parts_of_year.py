"""The parts of a year that a title or the first words of a text name; what those in its sentences mean is `periods`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from ipextract.linking.period.spans import Span
from ipextract.patterns import compiled, lazily

if TYPE_CHECKING:
    import regex

#: 上半年, 2023年1—5月, 前两个月; 降幅比一季度收窄29.6个百分点 compares with a part of a year.
# 2012年1-5我省交通统计情况: 月 may be left out of a title. A whole text is looked through for them: most characters begin none.
PART_OF_YEAR = lazily(
    compiled,
    r"(?=[\d一二三四]|上|前|今|本|去|元)(?<!比|较)(?:(?P<year>(?:19|20)\d{2})\s?年|(?P<rel>今年|本年|去年))?(?P<part>上半年|前三季度|一季度|三季度|二季度|四季度|[1-4]\s?季度|(?:(?<!\d)1|(?<!\d|万|亿|公)元)\s?(?:月\s?)?[-—–－~～至]\s?(?P<month>\d{1,2})(?:\s?月|(?<=年1\s?[-—–－~～至]\s?\d{1,2})(?=[\u4e00-\u9fff])(?![季年日]))|前\s?(?P<several>1[01]|[2-9]|[二三四五六七八九十两])个月|(?P<single>\d{1,2})\s?月份)"
)


def part_of_year(text: str) -> Span | None:
    """The part of a year that a text names with its year: 2012年一季度; None where it names none."""
    part = PART_OF_YEAR.search(text)
    return part_span(part, int(part["year"])) if part is not None and part["year"] else None


def part_span(part: regex.Match[str], year: int) -> Span:
    """The days of `year` that a match of `PART_OF_YEAR` means."""
    text = part.group("part")
    first, last = 1, 12
    if "上半年" in text:
        last = 6
    elif "前三季度" in text:
        last = 9
    elif "季度" in text:
        quarter = int(text[0]) if text[0].isdigit() else "一二三四".index(text[0]) + 1
        first, last = 3 * quarter - 2, 3 * quarter
    elif part.group("month"):
        last = min(12, max(1, int(part.group("month"))))
    elif part.group("several"):
        last = _number_of_months(part.group("several"))
    elif part.group("single"):
        first = last = min(12, max(1, int(part.group("single"))))
    return Span(part.group(0), date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _number_of_months(words: str) -> int:
    """前11个月, 前两个月."""
    return int(words) if words.isdigit() else "一二三四五六七八九十".index(words.replace("两", "二")) + 1
