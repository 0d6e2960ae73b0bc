"""Several releases in one document: each has the year that it reports on."""

from __future__ import annotations

import pytest

from ipextract.extractor import Extractor

FILLER = "全市上下坚持稳中求进工作总基调，统筹推进各项工作，经济运行总体平稳，民生福祉持续改善，各项事业全面进步。" * 14


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def _release(head: str, year: int, products: str) -> str:
    return f"{head}{year}年，全市经济稳中有进。{FILLER}\n一、综合\n全年地区生产总值{products}亿元，增长5.2%。\n二、农业\n全年粮食产量36.2万吨，下降1.1%。{FILLER}\n"


@pytest.mark.parametrize("titled", [True, False])
def test_each_release_has_its_year(extractor: Extractor, titled: bool) -> None:
    heads = {year: f"平湖市{year}年国民经济和社会发展统计公报\n" if titled or year == 2024 else "" for year in (2024, 2023, 2022)}
    text = "".join(_release(heads[year], year, products) for year, products in ((2024, "1032.4"), (2023, "981.7"), (2022, "940.2")))
    claims = extractor.extract(text).claims
    found = [(claim.evidence.text, str(claim.period.start)[:4]) for claim in claims if claim.period is not None]
    assert found == [
        (number, year)
        for year, products in (("2024", "1032.4亿元"), ("2023", "981.7亿元"), ("2022", "940.2亿元"))
        for number in (products, "5.2%", "36.2万吨", "1.1%")
    ]


def test_numbering_that_begins_again_is_no_new_release(extractor: Extractor) -> None:
    text = (
        "平湖市2024年国民经济和社会发展统计公报\n"
        f"第一章 概况\n一、经济\n2024年全市地区生产总值1032.4亿元。比2020年增长30.2%。{FILLER}\n二、社会\n2024年末户籍人口52.1万人。\n"
        f"第二章 进展\n一、创新\n授权专利4382件。{FILLER}\n二、民生\n新增就业1.2万人。\n"
    )
    assert {str(claim.period.start)[:4] for claim in extractor.extract(text).claims if claim.period is not None} == {"2024"}
