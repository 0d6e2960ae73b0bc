"""The time of what a headline states is that of the sentence which tells it again."""

from __future__ import annotations

import pytest

from ipextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


TEXTS = [
    ("乐山市集中销毁20万件盗版出版物\n发布时间：2018-04-25\n市文化执法总队25日集中销毁盗版图书20万件。\n2017年，全市收缴盗版出版物30万件。", "2018-04-25/2018-04-25"),
    ("乐山市集中销毁盗版出版物逾20万件\n发布时间：2018-04-25\n市文化执法总队25日集中销毁盗版图书20.3万件。\n2017年，全市收缴盗版出版物30万件。", "2018-04-25/2018-04-25"),
    ("乐山市收缴30万件盗版出版物\n发布时间：2018-04-25\n市文化执法总队25日集中销毁盗版图书20万件。\n2017年，全市收缴盗版出版物30万件。", "2017-01-01/2017-12-31"),
    ("乐山市2017年收缴30万件盗版出版物\n发布时间：2018-04-25\n市文化执法总队25日集中销毁盗版图书30万件。", "2017-01-01/2017-12-31"),
    ("乐山市收缴逾10万件盗版出版物\n发布时间：2018-04-25\n2017年，全市收缴盗版出版物30万件。25日集中销毁20万件。", "2017-01-01/2017-12-31"),
]


@pytest.mark.parametrize(("text", "period"), TEXTS)
def test_headline(text: str, period: str, extractor: Extractor) -> None:
    stated = extractor.extract(text).claims[0].period
    assert stated is not None
    assert f"{stated.start}/{stated.end}" == period


def test_time_behind_a_heading_of_numbers(extractor: Extractor) -> None:
    claims = extractor.extract("乐山市法院审判工作情况（2003—2007年）\n一、4258件，1080件\n2007年，全市法院审结案件885件。").claims
    stated = claims[-1].period
    assert stated is not None
    assert stated.start == "2007-01-01"
