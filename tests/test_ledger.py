"""The ledger: every numeral of any text in exactly one entry, in order, with a role."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from fuzz.checking import ROLES, check, check_entries
from hypothesis import given
from hypothesis import strategies as st

from ipextract.checking.ledger import Entry, close_ledger
from ipextract.extractor import Extractor

ROOT = Path(__file__).parents[1]
WORDS = "1 12 3.5 1,234 55 853 １２ ① 一 十二 万 亿 件 % 元 年 月 日 第 条 号 表 〔2021〕20号 [3] 5G “465” 2024年 增长 占 为 由 到 （ ） ， 。 、 ： - — / | \n".split(
    " "
)
TEXTS = (
    st.lists(st.sampled_from(WORDS), max_size=30).map("".join)
    | st.text(st.characters(), max_size=80)
    | st.text("0123456789０９.,，:：/-— \n件%年月", max_size=40)
)


@cache
def extractor() -> Extractor:
    return Extractor()


@given(TEXTS)
def test_the_ledger_of_any_text(text: str) -> None:
    check(extractor().extract(text))


@pytest.mark.parametrize("path", [*sorted((ROOT / "fixtures").glob("*.txt")), ROOT / "seeds" / "wuxi-ip-2024.txt"], ids=lambda path: path.stem)
def test_the_ledger_of_a_document(path: Path) -> None:
    result = extractor().extract_file(path)
    check(result)
    assert [entry for entry in result.numerals if entry.role == "unresolved"] == []


ENTRIES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8), st.sampled_from(ROLES)), max_size=12).map(
    lambda spans: [Entry(start, start + size, role, f"c{number}" if role == "claim" else None) for number, (start, size, role) in enumerate(spans)]
)


@given(st.text("0123456789,.，件 年", min_size=50, max_size=50), ENTRIES)
def test_any_entries_close_to_a_ledger(text: str, entries: list[Entry]) -> None:
    numerals = close_ledger(text, entries)
    check_entries(text, numerals)
    assert all(entry.role == "claim" for entry in numerals if entry.claims)


def test_claims_come_before_other_roles() -> None:
    numerals = close_ledger("共2024件", [Entry(1, 5, "date"), Entry(1, 6, "claim", "a")])
    assert [(entry.text, entry.role, entry.claims) for entry in numerals] == [("2024件", "claim", ("a",))]


def test_two_claims_of_one_span_share_an_entry() -> None:
    numerals = close_ledger("各1项", [Entry(1, 3, "claim", "a"), Entry(1, 3, "claim", "b")])
    assert [(entry.text, entry.claims) for entry in numerals] == [("1项", ("a", "b"))]


def test_what_nothing_covers_is_unresolved() -> None:
    numerals = close_ledger("甲12乙3.5丙", [Entry(1, 3, "name")])
    assert [(entry.text, entry.role) for entry in numerals] == [("12", "name"), ("3.5", "unresolved")]


def test_a_numeral_half_covered_keeps_its_other_half() -> None:
    numerals = close_ledger("2024-2026", [Entry(0, 4, "date")])
    assert [(entry.text, entry.role) for entry in numerals] == [("2024", "date"), ("-2026", "unresolved")]


@pytest.mark.parametrize("text", ["", "没有数字。", "①②③", "一二三"])
def test_texts_without_an_arabic_numeral(text: str) -> None:
    assert [entry for entry in extractor().extract(text).numerals if entry.role == "unresolved" and any(char.isdecimal() for char in entry.text)] == []
