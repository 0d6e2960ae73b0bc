"""Made inputs, a few of each kind (`python tests/fuzz` tries as many as one likes), and what was found so."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from fuzz.checking import check, check_file, check_text, extractor
from fuzz.files import FORMATS, file
from fuzz.growth import SHAPES, seconds
from fuzz.notices import notice
from fuzz.watching import make, tried
from hypothesis import given, settings
from hypothesis import strategies as st

from ipextract.errors import InputError
from ipextract.extractor import Extractor
from ipextract.language.folding import fold
from ipextract.language.stretches import LONGEST, stretches
from ipextract.reading.dates import dates_in

RANDOM = st.randoms(use_true_random=False)


@given(RANDOM)
def test_a_notice_is_extracted_and_its_ledger_is_complete(random: Random) -> None:
    check_text(notice(random))


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=25)
@given(random=RANDOM)
def test_a_file_is_read_or_refused_and_its_ledger_is_complete(form: str, random: Random) -> None:
    check_file(file(form, random), f"made.{form}")


@pytest.mark.parametrize("target", ["extraction", *FORMATS])
def test_an_input_is_the_same_each_time_it_is_made(target: str) -> None:
    assert make(target, 3, 5) == make(target, 3, 5) != make(target, 4, 5)


def test_what_is_wrong_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(text: str) -> None:
        assert "停" not in text
        while "慢" in text:
            pass
        if "错" in text:
            raise KeyError(text)

    monkeypatch.setattr("fuzz.watching.check_text", wrong)
    monkeypatch.setattr("fuzz.watching.SECONDS", 0.1)
    found = [tried("extraction", number, text) for number, text in enumerate(("停", "慢", "错", "好"))]
    assert [one if isinstance(one, bool) else (one.number, one.what) for one in found] == [(0, "untrue"), (1, "slow"), (2, "raises"), True]


# What was found


@pytest.mark.parametrize("shape", SHAPES)
def test_the_time_a_character_does_not_grow(shape: str) -> None:
    """One paragraph, or one document of lines, of three times the length takes three times as long.

    Of these 2024年, 全国, 1,, 1—2, a and 增长5%， took time by the square of the length; the last by its third power.
    """
    size = LONGEST
    for _ in range(3):  # a busy machine may be slow once
        short, long = (seconds(shape * (length // len(shape))) for length in (size, 3 * size))
        if long < 1.6 * 3 * short + 0.05 and long < 3 * size * 0.001:
            return
    pytest.fail(f"{short:.3f} s for {size} characters, {long:.3f} s for three times as many")


def test_a_day_in_digits_of_two_scripts_is_a_day() -> None:
    """It ended the extraction with a KeyError."""
    check_text("某市知识产权局\n2024-05-1१\n专利5件。")
    assert next(dates_in("2024-05-1१")) == date(2024, 5, 11)


def test_a_change_may_be_the_last_of_its_text() -> None:
    """What stands behind a number was asked of the token behind the last: an IndexError."""
    check_text("某市2024年统计公报\n人口增加5万人")
    check_text("新增公司6家司6家")


def test_what_is_as_it_was_counts_nobody() -> None:
    """The words behind 持平 were asked for those whom it counts."""
    check_text("企业120家，余2亿新增持平较")


def test_a_limit_behind_a_structure_is_read_to_its_end() -> None:
    """What the limit is of is a list of percentages, which counts nothing."""
    check_text("全市企业分别为3亿位，第二产业百分之五起：1:2:3公里，其中连续五年排名超0亿美元。")
    check_text("某市2024年统计公报\n完成林分优化提升200万亩")


@pytest.mark.parametrize("name", ["甲\n乙", "甲\u2028乙", "甲" * 100_000])
def test_a_name_that_a_file_gives_its_part_stays_one_line_of_the_reason(name: str) -> None:
    """An OFD whose page stood at a name of two lines was refused in two lines."""
    said = str(InputError("a.ofd", f"the part {name} is missing: the file is damaged"))
    assert len(said.splitlines()) == 1
    assert said.startswith("a.ofd: the part 甲")
    assert said.endswith("is missing: the file is damaged")
    assert len(said) < 600


@pytest.mark.parametrize(
    "text",
    [
        "# " + "工业" * 4000 + "\n\n" + "专利5件。\n" * 1600,
        "| 指标 | " + "2024年 | " * 800 + "\n|" + "---|" * 801 + "\n| " + "专利" * 4000 + " | " + "5 | " * 800 + "\n",
    ],
    ids=["heading", "head of a row"],
)
def test_what_is_said_of_many_claims_is_never_long(text: str) -> None:
    """Each claim repeated a heading of 8000 characters: a file of a megabyte would have given fifty gigabytes."""
    result = extractor().extract(text)
    assert len(result.to_json()) < 150 * len(text)
    check(result)


def test_names_of_a_list_are_sought_in_no_more_clauses_than_it_has_numbers() -> None:
    """4000 characters of this took minutes: each number tried every clause before it as the beginning of its list."""
    check_text("增长5%，" * 800)


@given(st.text("1，。 件a.", max_size=40), st.integers(0, 400))
def test_stretches_are_the_whole_text(piece: str, times: int) -> None:
    folded = fold(piece * times, 0, len(piece) * times)
    parts = list(stretches(folded))
    assert "".join(part.text for part in parts) == folded.text
    assert [place for part in parts for place in part.origin] == list(folded.origin)
    assert all(part.text for part in parts)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("专利5件。" * 1000, "。"),
        ("专利5件；专利5件，" * 1000, "；"),
        ("专利5件，" * 1000, "，"),
        ("专利5件、" * 1000, "、"),
        ("专利5件" * 1000, "件"),
        ("a1" * 3000, "a"),
    ],
)
def test_a_stretch_ends_at_the_best_place_there_is(text: str, end: str) -> None:
    folded = fold(text, 0, len(text))
    first, *others = stretches(folded)
    assert LONGEST // 2 < len(first.text) <= LONGEST
    assert first.text.endswith(end)
    assert others


def test_a_number_is_in_one_stretch_however_long() -> None:
    text = "专利" + "1" * 3 * LONGEST + "件，发明2件。"
    assert [part.text for part in stretches(fold(text, 0, len(text)))] == [text[: 2 + 3 * LONGEST], "件，发明2件。"]


def test_a_paragraph_as_long_as_real_ones_is_one_stretch() -> None:
    text = "专利5件。" * (LONGEST // 5)
    folded = fold(text, 0, len(text))
    assert list(stretches(folded)) == [folded]


def test_what_gave_to_growth_may_stand_in_the_paragraph_before() -> None:
    """Its place in that paragraph was looked up in this one, and ended the extraction with an IndexError."""
    before = "规模以上工业中，装备制造业、电子信息制造业、生物医药制造业、汽车制造业、纺织业增势良好，其中装备制造业增加值增长15.2%："
    check_text(f"{before}\n其中，对工业增长的贡献率为67.1%。")


def test_a_name_that_ends_with_its_particle_has_no_noun() -> None:
    """The noun of 设施完好的 was looked up in no words, and ended the extraction with an IndexError."""
    check_text("年费为2万元的有12家，较高的占79%，较低的占21%。")
    assert Extractor()._namer.head_noun("设施完好的") == ""


def test_a_name_of_nothing_has_no_deed() -> None:
    """The deed of no words was looked up, and ended the extraction with an IndexError."""
    assert Extractor()._namer.without_deed("") == ""


def test_a_row_below_a_shorter_row_is_left_as_it_is() -> None:
    """The unit of the row above was taken from a row that has no such column: an IndexError."""
    check_text("表1 近五年\n指标\t单位\t绝对数\t比上年增长居民收入\t元\t48210\t5.2\n城镇居民收入\t元\t60203\t4.4\n农村居民收入.8\n城镇居民消费支24.74出\t元\t34107\t-五成2.7\n")
