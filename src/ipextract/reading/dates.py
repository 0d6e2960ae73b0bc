"""Dates as documents print them: 2023年4月24日, 2023-04-24, 2023.4.24, 20230424, 二〇二三年四月二十四日."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ipextract.patterns import compiled, lazily

_CN_DIGITS = {**{char: str(value) for value, char in enumerate("零一二三四五六七八九")}, "〇": "0", "○": "0", "Ｏ": "0", "O": "0", "0": "0"}
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_CN_YEAR = r"[一二][零〇○ＯO0九][零〇○ＯO0一二三四五六七八九]{2}"
_YEAR = rf"(?:19|20)\d{{2}}|{_CN_YEAR}"
_CN_NUMBER = r"[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_MONTHS = rf"1[0-2]|0?[1-9]|{_CN_NUMBER}"
_DATE = lazily(compiled,
    # 以2020年11月1日零时为标准时点: when something was counted is no day of publication.
    rf"(?<!\d)(?P<year>{_YEAR})\s?(?:年\s?(?P<month>{_MONTHS})\s?月\s?(?P<day>\d{{1,2}}|{_CN_NUMBER})\s?日?+(?!\s?[零0][时点])"
    # 2021年2月24日08:48: the hour may stand right behind the day.
    rf"|[-/.]\s?(?P<m>1[0-2]|0?[1-9])\s?[-/.]\s?(?P<d>\d{{1,2}})日?)(?:(?![\d月])|(?<=日)(?=\d{{1,2}}[:：]\d{{2}}))"
)
# 20.07.2015 10:07: the day first, as some sites print when a page was put up.
_DAY_FIRST = lazily(compiled, r"(?<![\d.])(?P<d>3[01]|[12]\d|0?[1-9])\.(?P<m>1[0-2]|0?[1-9])\.(?P<year>(?:19|20)\d{2})(?![\d.])")
_COMPACT = lazily(compiled, r"(?<![\d/.-])(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\d号])")
_MONTH = lazily(compiled, rf"(?P<year>{_YEAR})\s?[年-]\s?(?P<month>1[0-2]|0?[1-9]|{_CN_NUMBER})\s?月?")
_YEAR_WORD = lazily(compiled, rf"{_CN_YEAR}(?=年)")
# Between the first day of a stretch of time and the last.
_UP_TO = frozenset("至到")
_RANGE = _UP_TO | frozenset("~～—–")
_WIDE_DIGIT = lazily(compiled, "[０-９]")
# A copy breaks the line between a number and its 年: 2024 \n年，….
_BESIDE_NUMBERS = lazily(compiled, r"(?<=[\u4e00-\u9fff，。；：、]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff])|(?<=\d)\s{1,3}(?=[年月日])")
# No date is longer, nor what may not follow it; and no month.
_LONGEST, _LONGEST_MONTH = 40, 12
# With these years and days begin.
_HEADS = frozenset("0123456789０１２３４５６７８９一二")


def plain_digits(text: str) -> str:
    """`text` with wide digits and the digits of year words as Arabic ones, character for character.

    >>> plain_digits("二○一二年统计公报"), plain_digits("２０１２年")
    ('2012年统计公报', '2012年')
    """
    if _WIDE_DIGIT.search(text):
        text = text.translate(_WIDE)
    return _YEAR_WORD.sub(lambda found: "".join(_CN_DIGITS[char] for char in found.group()), text)


def close_up(text: str) -> str:
    r"""`text` without the blanks beside its numbers.

    >>> close_up("2023 年 1 月 5 日"), close_up("今年 1-6 月 AB 3"), close_up("2024 \n年")
    ('2023年1月5日', '今年1-6月 AB 3', '2024年')
    """
    return _BESIDE_NUMBERS.sub("", text)


def dates_in(text: str, *, compact: bool = False) -> Iterator[date]:
    """The days that `text` names, in its order.

    Args:
        text: any text.
        compact: whether eight digits that make a date, or a day in front of its month and year, are one too, as in a line beside a title.
    """
    text = text.translate(_WIDE)
    found = [*_DATE.finditer(text), *(match for pattern in (_COMPACT, _DAY_FIRST) if compact for match in pattern.finditer(text))]
    for match in sorted(found, key=lambda match: match.start()):
        if text[match.end() : match.end() + 1] in _RANGE or text[match.start() - 1 : match.start()] in _UP_TO:
            # 2015年1月1日至2016年12月31日: a stretch of time, and no day; ——2018年1月28日在会议上 is one.
            continue
        try:
            parts = match.groupdict()
            yield date(*(_value(parts.get(long) or parts[short]) for long, short in (("year", "year"), ("month", "m"), ("day", "d"))))
        except ValueError:  # 2月30日: no such day
            continue


def begins_with_date(text: str) -> int:
    """Where the date that `text` begins with ends; 0 where it begins with none."""
    if text[:1] not in _HEADS:
        return 0
    head = text[:_LONGEST].translate(_WIDE)
    match = _DATE.match(head) or (_DAY_FIRST.match(head) if "." in head else None)
    return match.end() if match else 0


def month_alone(text: str) -> tuple[int, int] | None:
    """The year and month that are the whole of `text`."""
    match = _MONTH.fullmatch(text.translate(_WIDE)) if len(text) <= _LONGEST_MONTH else None
    return (_value(match["year"]), _value(match["month"])) if match else None


def _value(words: str) -> int:
    """The number of digits, of a year word or of a number up to 31 in words."""
    if words.isdecimal():  # of whatever script: 2024-05-1१
        return int(words)
    if "十" not in words:
        return int("".join(_CN_DIGITS[char] for char in words))
    tens, ones = words.split("十")
    return 10 * int(_CN_DIGITS[tens] if tens else 1) + int(_CN_DIGITS[ones] if ones else 0)
