"""A number is no part of the whole before it because it stands behind 其中."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ipextract.extractor import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    "text",
    [
        "全年开工项目15个，其中项目3、项目5已完工。",
        "会议审议议案12件，其中议案1、议案2获通过。",
        "全镇有企业52家（编号甲12、编号乙15）。",
        "完成检测12批次，其中样品35。",
        "全校教职工210人，其中平均年龄35。",
    ],
    ids=["names of those counted", "names with words behind", "a sum that is not the whole", "more than the whole", "a mean"],
)
def test_what_is_no_part_takes_no_unit(text: str, extractor: Extractor) -> None:
    whole, *others = extractor.extract(text).claims
    assert whole.unit
    assert [claim.unit for claim in others] == [None] * len(others)


def test_both_ends_of_a_range_are_in_the_scale_of_the_whole(extractor: Extractor) -> None:
    part = extractor.extract("项目总投资5.2亿元，其中设备2—3。").claims[-1]
    assert (part.value, part.upper, part.unit) == (Decimal(200_000_000), Decimal(300_000_000), "元")
