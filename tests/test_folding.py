"""Folding: one spelling for widths, blanks and line breaks, and the way back to every character."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipextract.language.folding import Folded, fold

CHARACTERS = st.characters()  # surrogates, controls and private use among them
TEXTS = st.text(CHARACTERS, max_size=80) | st.text("0123456789０１２,，.．%％ \n\t\u3000\u200b万亿件a：:（(—-", max_size=40)


def whole(text: str) -> Folded:
    return fold(text, 0, len(text))


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("１２３４件", "1234件"),
        ("６．５％", "6.5%"),
        ("ＰＣＴ专利", "PCT专利"),
        ("1,234,567元", "1,234,567元"),
        ("增长5%,列第三", "增长5%，列第三"),
        ("时间:2025-04-24 09:13", "时间：2025-04-24 09:13"),
        ("(同比增长5%)", "（同比增长5%）"),
        ("2021—2025年", "2021-2025年"),
        ("2021–2025年", "2021-2025年"),
        ("3～5个", "3~5个"),
        ("二〇二四年", "二零二四年"),
        ("二○二四年", "二零二四年"),
        ("「十四五」", "“十四五”"),
        ("1.8∶33.7∶64.5", "1.8：33.7：64.5"),
        ("增长5%牞其中牶外资3户牷内资8户", "增长5%，其中：外资3户；内资8户"),
    ],
)
def test_widths_and_marks(source: str, folded: str) -> None:
    assert whole(source).text == folded


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("2023 年 3 月", "2023年3月"),
        ("20817.5 亿元", "20817.5亿元"),
        ("综 合", "综合"),
        ("55 853件", "55853件"),
        ("1 234 567元", "1234567元"),
        ("增长 5.2 %", "增长5.2%"),
        ("20817.5 2.8", "20817.5 2.8"),
        ("2024 2025", "2024 2025"),
        ("R&D personnel", "R&D personnel"),
        ("授权\u3000量", "授权量"),
        ("\u200b13\u200b823件\ufeff", "13823件"),
        (" 增长5% ", "增长5%"),
        ("经济运行平稳 上半年外贸增长8%", "经济运行平稳，上半年外贸增长8%"),
        ("需求明显回升  7月钢材出口增长8%", "需求明显回升，7月钢材出口增长8%"),
        ("规模以上工业增加值 同比增长8%", "规模以上工业增加值同比增长8%"),
        ("规模以上工业增加值 3456亿元", "规模以上工业增加值3456亿元"),
        ("预算执行情况和 2021年预算草案", "预算执行情况和2021年预算草案"),
        ("经济运行平稳 上半年外贸增长8%。", "经济运行平稳上半年外贸增长8%。"),
    ],
)
def test_blanks(source: str, folded: str) -> None:
    assert whole(source).text == folded


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("13\n823件", "13823件"),
        ("发明专利授\n权量", "发明专利授权量"),
        ("1.2\n万件", "1.2万件"),
        ("增长5\n.2%", "增长5.2%"),
        ("达6.\n77万件", "达6.77万件"),
        ("达1,\n234件", "达1,234件"),
        ("位列全省\n  第二位", "位列全省第二位"),
        ("13\r\n823件", "13823件"),
    ],
)
def test_line_breaks(source: str, folded: str) -> None:
    assert whole(source).text == folded


def test_a_span_covers_what_was_dropped_inside_it() -> None:
    source = "共 13\n\u200b823 件。"
    result = whole(source)
    start = result.text.index("13823件")
    first, last = result.span(start, start + len("13823件"))
    assert source[first:last] == "13\n\u200b823 件"


def test_offsets_are_those_of_the_whole_document() -> None:
    source = "前言\n授权 13 件"
    result = fold(source, 3, len(source))
    assert result.text == "授权13件"
    assert source[slice(*result.span(2, 5))] == "13 件"


@given(TEXTS, TEXTS)
def test_every_folded_character_comes_from_one_of_the_source(before: str, text: str) -> None:
    source = before + text + before
    result = fold(source, len(before), len(before) + len(text))
    assert len(result.text) == len(result.origin)
    assert list(result.origin) == sorted(set(result.origin))
    assert all(len(before) <= offset < len(before) + len(text) for offset in result.origin)


@given(TEXTS)
def test_every_span_maps_back(text: str) -> None:
    result = whole(text)
    for start in range(len(result.text)):
        for end in range(start + 1, min(start + 6, len(result.text)) + 1):
            first, last = result.span(start, end)
            assert 0 <= first < last <= len(text)
            # Folded on its own, the source of a span holds the same digits.
            assert _digits(text[first:last]) == _digits(result.text[start:end])


@given(TEXTS)
def test_digits_and_words_are_kept_in_order(text: str) -> None:
    assert _digits(whole(text).text) == _digits(text)
    assert _ideographs(whole(text).text) == _ideographs(text)


@given(TEXTS)
def test_folding_what_is_folded_changes_no_digit_and_no_length(text: str) -> None:
    once = whole(text).text
    assert _digits(whole(once).text) == _digits(once)
    assert len(whole(once).text) <= len(once)


@given(st.text("0123456789.%件增长万亿", max_size=30))
def test_full_width_folds_to_half_width(text: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    assert whole(wide).text == whole(text).text


def _digits(text: str) -> str:
    """The ASCII digits of a text, full-width ones as the half-width they are."""
    plain = "".join(unicodedata.normalize("NFKC", char) if "０" <= char <= "９" else char for char in text)
    return "".join(char for char in plain if char in "0123456789")


def _ideographs(text: str) -> str:
    return "".join(char for char in text if "\u4e00" <= char <= "\u9fff" and char != "零")


def test_gaps_are_no_part_of_the_text() -> None:
    source = "新增专利授权量13\n— 2 —\n823件，增长5%"
    start, end = source.index("\n"), source.index("8")
    folded = fold(source, 0, len(source), [(start, end)])
    assert folded.text == "新增专利授权量13823件，增长5%"
    assert folded.span(7, 12) == (7, end + 3)
    assert [source[place] for place in folded.origin] == [*folded.text]
