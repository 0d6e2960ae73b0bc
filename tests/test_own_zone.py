"""A zone that a document is of is no part of its names, as no region is."""

from __future__ import annotations

import pytest

from ipextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def names(extractor: Extractor, text: str) -> list[str]:
    return [claim.indicator for claim in extractor.extract(text).claims]


def test_own_zone(extractor: Extractor) -> None:
    text = "记者从武汉经开区科创局获悉，武汉经开区新增专利授权2425件，同比增长68%。武汉经开区企业120家。"
    assert names(extractor, text) == ["新增专利授权", "新增专利授权", "企业"]


def test_zone_of_a_city(extractor: Extractor) -> None:
    text = "武汉市2023年知识产权工作情况\n武汉经开区新增专利授权2425件，同比增长68%。武汉经开区企业120家，武汉经开区商标30件。"
    assert names(extractor, text) == ["武汉经开区新增专利授权", "武汉经开区新增专利授权", "武汉经开区企业", "武汉经开区商标"]


def test_zones_beside_each_other(extractor: Extractor) -> None:
    text = "各区进展：武汉经开区企业120家，武汉经开区商标30件，襄阳高新区企业80家。武汉经开区位居第一。"
    assert all(name.startswith(("武汉经开区", "襄阳高新区")) for name in names(extractor, text))


def test_zone_that_is_not_spoken_of(extractor: Extractor) -> None:
    text = "国家高新区企业120家，国家高新区商标30件。国家高新区发展迅速。"
    assert names(extractor, text)[0] == "国家高新区企业"


def test_part_of_the_country_in_a_text_of_no_place(extractor: Extractor) -> None:
    claims = extractor.extract("2024年，长三角地区进出口12.62万亿元，增长6%。其中，出口8.04万亿元。").claims
    assert [claim.region and claim.region.name for claim in claims] == ["长三角地区"] * 3
    # Any province has an east.
    assert extractor.extract("2024年，东部地区企业120家。").claims[0].region is None
