"""Units are read whole: 千瓦 is no thousand 瓦, 万人 no 万 of something else, 微克/立方米 no 微克."""

from __future__ import annotations

from functools import cache

import pytest

from ipextract.extractor import Extractor
from ipextract.lexicon import load_lexicon
from ipextract.models import Claim

LEXICON = load_lexicon()
DURATIONS = frozenset(LEXICON.words("units.roles.duration"))
SCALES = {"": 1, "万": 10**4, "百万": 10**6, "亿": 10**8, "万亿": 10**12}


@cache
def extractor() -> Extractor:
    return Extractor()


def sentence(text: str, unit: str) -> str:
    """A sentence that states `text` of something; a duration is a statement only of a length of time."""
    return f"{'平均办理时间' if unit in DURATIONS else '全年监测总量'}为{text}，其他情况平稳。"


def only(text: str, unit: str) -> Claim:
    claims = extractor().extract(sentence(text, unit)).claims
    assert len(claims) == 1
    return claims[0]


# As printed: value, unit, kind.
PRINTED = {
    "12千瓦": ("12", "千瓦", "quantity"),
    "12万千瓦": ("120000", "千瓦", "quantity"),
    "3.5亿千瓦时": ("350000000", "千瓦时", "quantity"),
    "820万千瓦时": ("8200000", "千瓦时", "quantity"),
    "1.2万亿千瓦时": ("1200000000000", "千瓦时", "quantity"),
    "500千伏安": ("500", "千伏安", "quantity"),
    "110千伏": ("110", "千伏", "quantity"),
    "12千米": ("12", "千米", "quantity"),
    "12千克": ("12", "千克", "quantity"),
    "260千卡": ("260", "千卡", "quantity"),
    "2兆瓦时": ("2", "兆瓦时", "quantity"),
    "954.7万人": ("9547000", "人", "count"),
    "1.2亿人次": ("120000000", "人次", "count"),
    "45万户": ("450000", "户", "count"),
    "3万户次": ("30000", "户次", "count"),
    "6.2万人年": ("62000", "人年", "quantity"),
    "386.2亿吨公里": ("38620000000", "吨公里", "quantity"),
    "21.7亿人公里": ("2170000000", "人公里", "quantity"),
    "5.6亿换算吨公里": ("560000000", "换算吨公里", "quantity"),
    "28微克/立方米": ("28", "微克/立方米", "quantity"),
    "0.9毫克/立方米": ("0.9", "毫克/立方米", "quantity"),
    "35.6公里/百平方公里": ("35.6", "公里/百平方公里", "quantity"),
    "186公里/万人": ("186", "公里/万人", "quantity"),
    "18560元/平方米": ("18560", "元/平方米", "money"),
    "2.6元/公斤": ("2.6", "元/公斤", "money"),
    "58万元/亩": ("580000", "元/亩", "money"),
    "90.35件/万人": ("90.35", "件/万人", "count"),
    "412人/平方公里": ("412", "人/平方公里", "count"),
    "3.8/10万": ("3.8", "/10万", "quantity"),
    "4200平方米": ("4200", "平方米", "quantity"),
    "3.2万平方公里": ("32000", "平方公里", "quantity"),
    "6.5亿立方米": ("650000000", "立方米", "quantity"),
    "188万亩": ("1880000", "亩", "quantity"),
    "96.4万吨标准煤": ("964000", "吨标准煤", "quantity"),
    "120万标准箱": ("1200000", "标准箱", "count"),
    "35.2万TEU": ("352000", "TEU", "count"),
    "3.6亿元": ("360000000", "元", "money"),
    "8.2亿美元": ("820000000", "美元", "money"),
    "1.5亿欧元": ("150000000", "欧元", "money"),
    "5.2亿元人民币": ("520000000", "元", "money"),
    "0.53个百分点": ("0.53", "个百分点", "percentage"),
    "25个基点": ("25", "个基点", "percentage"),
    "2.31‰": ("2.31", "‰", "percentage"),
    "0.8个千分点": ("0.8", "个千分点", "percentage"),
    "1.8倍": ("1.8", "倍", "multiple"),
    "16个月": ("16", "个月", "quantity"),
    "3个工作日": ("3", "个工作日", "quantity"),
    "14.2万台（套）": ("142000", "台（套）", "count"),
    "2.1万架次": ("21000", "架次", "count"),
    "3.4万床日": ("34000", "床日", "quantity"),
    "36℃": ("36", "℃", "quantity"),
    "55分贝": ("55", "分贝", "quantity"),
}


@pytest.mark.parametrize(("text", "value", "unit", "kind"), [(text, *rest) for text, rest in PRINTED.items()])
def test_value_unit_and_kind(text: str, value: str, unit: str, kind: str) -> None:
    claim = only(text, unit)
    assert (format(claim.value, "f"), claim.unit, claim.kind) == (value, unit, kind)
    assert claim.evidence.text == text


# A word of the lexicon that names a share of a day or an ordinal in running text is read elsewhere.
AMBIGUOUS = {"日", "年", "月", "号", "级", "G", "g", "t", "m", "EB", "GB", "MB", "PB", "TB", "路", "线"}
WORDS = sorted(word for word in LEXICON.units if word not in AMBIGUOUS)


@pytest.mark.parametrize("scale", ["", "万", "亿"])
def test_every_unit_of_the_lexicon_is_read_whole(scale: str) -> None:
    """One text for all: a number, the unit, a full stop; nothing may be left of the unit."""
    left = []
    for word in WORDS:
        claims = extractor().extract(sentence(f"37{scale}{word}", word)).claims
        read = [(claim.evidence.text, str(claim.unit), str(claim.value), str(claim.kind)) for claim in claims]
        unit = LEXICON.units[word]
        if read != [(f"37{scale}{word}", unit.name, str(37 * SCALES[scale]), unit.kind)]:
            left.append((word, read))
    assert left == []


def test_a_longer_unit_wins_over_a_shorter() -> None:
    for word in WORDS:
        for shorter in WORDS:
            if word != shorter and word.startswith(shorter):
                claim = only(f"37{word}", word)
                assert claim.evidence.text == f"37{word}"


@pytest.mark.parametrize("text", ["万人发明专利拥有量", "亿元以上项目", "千瓦级示范工程", "百平方公里"])
def test_a_unit_with_a_scale_and_no_number_is_no_claim(text: str) -> None:
    assert extractor().extract(f"持续提升{text}建设水平。").claims == ()
