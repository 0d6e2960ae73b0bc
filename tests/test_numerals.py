"""Numerals to exact decimals: tables of what is written, and a speller that writes what must be read again."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipextract.extractor import Extractor
from ipextract.numbers.numerals import arabic, chinese, fraction, plain, scale

WHOLE = {
    "零": 0,
    "二": 2,
    "两": 2,
    "十": 10,
    "一十": 10,
    "十二": 12,
    "二十": 20,
    "九十九": 99,
    "一百": 100,
    "一百零五": 105,
    "一百一十": 110,
    "三百六十五": 365,
    "两千": 2000,
    "二千零二十四": 2024,
    "一千零一十": 1010,
    "一万": 10_000,
    "一万零三": 10_003,
    "一万五千": 15_000,
    "十二万": 120_000,
    "三十万零五百": 300_500,
    "一百二十三万四千五百六十七": 1_234_567,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "一亿": 10**8,
    "三亿零二十万": 300_200_000,
    "十四亿一千一百七十八万": 1_411_780_000,
    "一万五千亿": 1_500_000_000_000,
    "二十万亿": 20_000_000_000_000,
    "三万亿": 3_000_000_000_000,
    "一万三千零八亿": 1_300_800_000_000,
    "一百二十六万亿": 126_000_000_000_000,
    "万亿": 10**12,
    "二零二四": 2024,
    "一九七八": 1978,
    "壹佰贰拾叁": 123,
    "伍仟陆佰": 5600,
}
BROKEN = {"三点五": "3.5", "十二点零六": "12.06", "零点一": "0.1", "一百点二五": "100.25"}
NO_NUMBER = ["", "三四", "万一", "千百", "点五", "三点", "三点四点五", "一一百", "年", "十年"]

DIGITS = "零一二三四五六七八九"


def spell(number: int) -> str:
    """The number in Chinese as an official would write it: groups of four, 零 for what is left out."""
    if number == 0:
        return "零"
    if number >= 10**8:
        upper, lower = divmod(number, 10**8)
        return spell(upper) + "亿" + _behind(lower, 10**7)
    if number >= 10**4:
        upper, lower = divmod(number, 10**4)
        return spell(upper) + "万" + _behind(lower, 10**3)
    out = ""
    for name, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, size)
        if digit:
            out += DIGITS[digit] + name
        elif out and number:
            out = out.rstrip("零") + "零"
    return out.removeprefix("一") if out.startswith("一十") else out


def _behind(rest: int, full: int) -> str:
    """What follows 万 or 亿: nothing, a gap named 零, or a full group; 十 inside is 一十."""
    if not rest:
        return ""
    text = spell(rest)
    if text.startswith("十"):
        text = "一" + text
    return text if rest >= full else "零" + text


@pytest.mark.parametrize(("text", "value"), WHOLE.items())
def test_chinese(text: str, value: int) -> None:
    assert chinese(text) == value


@pytest.mark.parametrize(("text", "value"), BROKEN.items())
def test_chinese_with_a_point(text: str, value: str) -> None:
    assert str(chinese(text)) == value


@pytest.mark.parametrize("text", NO_NUMBER)
def test_no_chinese_number(text: str) -> None:
    assert chinese(text) is None


@pytest.mark.parametrize(("number", "text"), [(10, "十"), (101, "一百零一"), (10_010, "一万零一十"), (1_500_000_000_000, "一万五千亿"), (110_000, "十一万")])
def test_speller(number: int, text: str) -> None:
    assert spell(number) == text


@given(st.integers(0, 10**16 - 1) | st.integers(0, 10**5) | st.builds(lambda digit, power: digit * 10**power, st.integers(1, 9999), st.integers(0, 12)))
@example(10**15)
@example(20_000_000_000_000)
def test_what_is_spelled_is_read_again(number: int) -> None:
    assert chinese(spell(number)) == number


@given(st.integers(2, 10**12))
def test_two_is_spelled_either_way(number: int) -> None:
    assert chinese(spell(number).replace("二千", "两千").replace("二万", "两万").replace("二亿", "两亿")) == number


@given(st.text("零一二两三四五六七八九十百千万亿点壹", max_size=12))
def test_any_row_of_numeral_characters_is_a_number_or_none(text: str) -> None:
    value = chinese(text)
    assert value is None or (value >= 0 and value.is_finite())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13823", "13823"),
        ("1,234.5", "1234.5"),
        ("1，234，567", "1234567"),
        ("55 853", "55853"),
        ("1,100.9", "1100.9"),
        ("0.46", "0.46"),
        ("100000000000000000000", "1E+20"),
    ],
)
def test_arabic(text: str, value: str) -> None:
    assert arabic(text) == Decimal(value)


@given(st.integers(0, 10**30), st.integers(0, 10**12))
def test_arabic_is_exact_to_the_last_digit(whole: int, part: int) -> None:
    assert str(arabic(f"{whole}.{part}")) == f"{whole}.{part}"
    assert arabic(f"{whole:,}") == whole


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("", 1),
        ("百", 100),
        ("千", 1000),
        ("万", 10**4),
        ("百万", 10**6),
        ("千万", 10**7),
        ("亿", 10**8),
        ("百亿", 10**10),
        ("万亿", 10**12),
        ("千万亿", 10**15),
    ],
)
def test_scale(text: str, factor: int) -> None:
    assert scale(text) == factor


@pytest.mark.parametrize(("part", "whole", "value"), [(1, 3, "33.3333333333"), (2, 3, "66.6666666667"), (3, 4, "75"), (1, 8, "12.5"), (5, 1000, "0.5")])
def test_fraction(part: int, whole: int, value: str) -> None:
    assert fraction(Decimal(part), Decimal(whole)) == Decimal(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [("19.60", "19.6"), ("1E+4", "10000"), ("0.50", "0.5"), ("100", "100"), ("0", "0"), ("1E+30", "1" + "0" * 30), ("-2.310", "-2.31")],
)
def test_plain(value: str, text: str) -> None:
    assert format(plain(Decimal(value)), "f") == text


# The whole way from text to value: what the complaints about other parsers are about.
MAGNITUDES = {
    "16.4亿元": "1640000000",
    "1,100.9亿元": "110090000000",
    "一万五千亿元": "1500000000000",
    "二十万亿元": "20000000000000",
    "三万亿元": "3000000000000",
    "100000万美元": "1000000000",
    "10.56亿元": "1056000000",
    "1.10261万吨": "11026.1",
    "0.000001克": "0.000001",
    "12345678901234567890.123456789元": "12345678901234567890.123456789",
    "3百万人": "3000000",
    "5千家": "5000",
    "1.8万亿千瓦时": "1800000000000",
    "五十二家": "52",
    "一千七百六十三件": "1763",
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("text", "value"), MAGNITUDES.items())
def test_magnitude_in_a_sentence(text: str, value: str, extractor: Extractor) -> None:
    claims = extractor.extract(f"全年监测到的总量为{text}，其他情况平稳。").claims
    assert [format(claim.value, "f") for claim in claims] == [value]
    assert claims[0].evidence.text == text


@given(st.integers(2, 10**9))
def test_chinese_numerals_in_a_sentence(number: int) -> None:
    claims = _EXTRACTOR.extract(f"全年受理案件{spell(number)}件，其他情况平稳。").claims
    assert [claim.value for claim in claims] == [number]


_EXTRACTOR = Extractor()


def test_the_speller_never_repeats_itself() -> None:
    spelled = [spell(number) for number in range(20_000)]
    assert all(one != other for one, other in pairwise(spelled))
    assert len(set(spelled)) == len(spelled)
