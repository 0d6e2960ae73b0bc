"""What holds for any text: made by a grammar of numbers, units, marks and trigger words, and arbitrary."""

from __future__ import annotations

import json
import string
from decimal import Decimal
from functools import cache

from fuzz.words import MARKS, NAMES, NUMBERS, PLACES, SUBJECTS, TIMES, TRIGGERS, UNITS
from hypothesis import example, given
from hypothesis import strategies as st

from ipextract.extractor import Extractor
from ipextract.models import Claim, Extraction

PIECES = st.sampled_from([*NUMBERS, *NUMBERS, *UNITS, *UNITS, *SUBJECTS, *PLACES, *TIMES, *TRIGGERS, *TRIGGERS, *NAMES, *MARKS])
MADE = st.lists(PIECES, max_size=24).map("".join)
CLAUSES = st.builds(
    lambda where, what, how, number, unit, mark: f"{where}{what}{how}{number}{unit}{mark}",
    st.sampled_from(["", "", *PLACES, *TIMES]),
    st.sampled_from(["", *SUBJECTS]),
    st.sampled_from(["", "", "为", "达", "同比增长", "下降", "占全省的", "提高到", "高于全国", "超", "近", "由"]),
    st.sampled_from(NUMBERS),
    st.sampled_from(UNITS),
    st.sampled_from(["，", "。", "；", "、", "，其中", "（", "）"]),
)
SENTENCES = st.lists(CLAUSES, min_size=1, max_size=6).map("".join)
ARBITRARY = st.text(st.characters(), max_size=60)
TEXTS = MADE | SENTENCES | ARBITRARY | st.tuples(ARBITRARY, SENTENCES, ARBITRARY).map("".join)


@cache
def extractor() -> Extractor:
    return Extractor()


def extract(text: str) -> Extraction:
    return extractor().extract(text)


def said(claim: Claim) -> tuple[object, ...]:
    """What a claim says, without where it stands."""
    return claim.kind, claim.aspect, claim.indicator, claim.value, claim.upper, claim.bound, claim.unit, claim.status


@given(TEXTS)
@example("*")
@example("")
@example("\ud800增长5%\udfff")
@example("\x00\x01\x1f\x7f1件")
@example("2024年2月30日5件。")
@example("第")
@example("（" * 50 + "5件" + "）" * 49)
@example("٣٤件, ४५%, 𝟙𝟚项")
def test_no_text_raises(text: str) -> None:
    extract(text).to_json()


@given(TEXTS)
def test_evidence_is_a_slice_of_the_text(text: str) -> None:
    result = extract(text)
    whole = result.document.text or ""
    for claim in result.claims:
        evidence = claim.evidence
        assert whole[evidence.start : evidence.end] == evidence.text
        assert evidence.text
        assert evidence.sentence.start <= evidence.start < evidence.end <= evidence.sentence.end


@given(TEXTS)
def test_extraction_is_deterministic(text: str) -> None:
    assert extract(text).to_json() == extract(text).to_json()


@given(SENTENCES)
def test_a_fresh_extractor_says_the_same(text: str) -> None:
    assert Extractor().extract(text).to_json() == extract(text).to_json()


@given(TEXTS)
def test_ids_are_unique_and_links_lead_to_claims(text: str) -> None:
    claims = extract(text).claims
    ids = [claim.id for claim in claims]
    assert len(set(ids)) == len(ids)
    for position, claim in enumerate(claims):
        assert claim.part_of is None or claim.part_of in ids
        assert claim.part_of != claim.id
        assert claim.repeats is None or claim.repeats in ids[:position]


@given(TEXTS)
def test_claims_are_in_the_order_of_the_text(text: str) -> None:
    starts = [claim.evidence.start for claim in extract(text).claims]
    assert starts == sorted(starts)


@given(TEXTS)
def test_fields_agree_with_each_other(text: str) -> None:
    for claim in extract(text).claims:
        assert (claim.change is not None) == (claim.aspect == "change")
        assert (claim.share is not None) == (claim.aspect == "share")
        assert (claim.gap is not None) == (claim.aspect == "gap")
        assert (claim.rank is not None) == (claim.aspect == "rank")
        assert (claim.upper is not None) == (claim.bound == "range")
        assert claim.upper is None or claim.upper >= claim.value
        assert claim.value.is_finite()
        assert claim.indicator.strip() == claim.indicator != ""
        assert not set(claim.indicator) & set("\n，。；")
        if claim.period is not None and claim.period.start is not None and claim.period.end is not None:
            assert claim.period.start <= claim.period.end


@given(TEXTS)
def test_json_holds_every_value_exactly(text: str) -> None:
    result = extract(text)
    read = json.loads(result.to_json(), parse_float=Decimal, parse_int=Decimal)
    assert [claim["value"] for claim in read["claims"]] == [claim.value for claim in result.claims]
    assert [claim["evidence"]["text"] for claim in read["claims"]] == [claim.evidence.text for claim in result.claims]
    assert "e" not in "".join(format(claim.value, "f").lower() for claim in result.claims)


WIDE = str.maketrans({char: chr(ord(char) + 0xFEE0) for char in string.digits + ".%"})
PLAIN_NUMBERS = st.decimals(0, 10**9, places=2) | st.integers(0, 10**9).map(Decimal)
PLAIN_SENTENCES = st.lists(
    st.builds(
        lambda what, how, number, unit: f"{what}{how}{number:f}{unit}",
        st.sampled_from(["专利授权量", "发明专利授权量", "规模以上工业增加值", "受理案件", "地区生产总值"]),
        st.sampled_from(["为", "达", "同比增长", "比上年下降", "占全省的", "超", "提高到", "高于全国"]),
        PLAIN_NUMBERS,
        st.sampled_from(["件", "%", "亿元", "万人", "个百分点", "倍"]),
    ),
    min_size=1,
    max_size=5,
).map(lambda clauses: "，".join(clauses) + "。")


@given(PLAIN_SENTENCES)
def test_width_does_not_change_what_is_said(text: str) -> None:
    assert [said(claim) for claim in extract(text.translate(WIDE)).claims] == [said(claim) for claim in extract(text).claims]


@given(PLAIN_SENTENCES, st.data())
def test_a_line_broken_inside_a_number_changes_nothing(text: str, data: st.DataObject) -> None:
    places = [at for at in range(1, len(text)) if text[at - 1].isdigit() and text[at].isdigit()]
    if not places:
        return
    at = data.draw(st.sampled_from(places))
    # The break stands in a document whose lines are all broken at one width, as those of a PDF are.
    lines = "全市各级各部门坚持稳中求进工作总基调扎实推进各项工作\n" * 12
    broken = extract(lines + text[:at] + "\n" + text[at:])
    whole = extract(lines + text)
    assert len(broken.numerals) >= len(whole.numerals)
    for claim in broken.claims:
        assert (broken.document.text or "")[claim.evidence.start : claim.evidence.end] == claim.evidence.text


@given(PLAIN_SENTENCES)
def test_every_number_of_a_plain_sentence_is_extracted(text: str) -> None:
    result = extract(text)
    assert [numeral.role for numeral in result.numerals] == ["claim"] * len(result.claims)
    assert len(result.claims) == text.count("，") + 1
