"""`ipextract compare` and `ipextract.compare`: what they take, what they write, and what they say is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, localcontext
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import ipextract
from ipextract.lexicon import load_lexicon
from ipextract.output.json import dumps
from ipextract.releases.compilation import take_apart
from ipextract.releases.names import Names
from ipextract.releases.overrules import read_overrules
from ipextract.releases.rows import COLUMNS

ROOT = Path(__file__).parents[1]
SERIES = ROOT / "fixtures" / "series"
PINGHU = sorted(SERIES.glob("pinghu-*.txt"))
ZHENJIANG = sorted(SERIES.glob("zhenjiang-*.txt"))


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out, parse_float=Decimal)


def run(*arguments: str | Path, data: bytes = b"", cwd: Path | None = None) -> Ended:
    done = subprocess.run([sys.executable, "-m", "ipextract", *map(str, arguments)], input=data, capture_output=True, check=False, cwd=cwd, env=dict(os.environ))
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture(scope="module")
def pinghu() -> ipextract.Comparison:
    return ipextract.compare(*PINGHU)


@pytest.fixture(scope="module")
def zhenjiang() -> ipextract.Comparison:
    return ipextract.compare(*ZHENJIANG)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bulletins, extracted once."""
    path = tmp_path_factory.mktemp("saved") / "bulletins.json"
    path.write_text("[" + ",".join(ipextract.extract_file(one).to_json() for one in PINGHU) + "]", encoding="utf-8")
    return path


def _row(comparison: ipextract.Comparison, name: str, aspect: str = "level") -> Any:
    return next(one for one in comparison.indicators if (one.indicator, one.aspect) == (name, aspect))


# The two invented series


def test_the_bulletins_are_aligned_over_three_years(pinghu: ipextract.Comparison) -> None:
    assert [one.period.text for one in pinghu.releases] == ["2021年", "2022年", "2023年"]
    three = {one.indicator for one in pinghu.indicators if one.aspect == "level" and one.stated_in() == (0, 1, 2)}
    assert three == {
        "地区生产总值", "第一产业增加值", "第二产业增加值", "第三产业增加值", "常住人口", "各类经营主体", "粮食产量", "农业（种植业）产值", "货物进出口总额",
        "货物出口", "货物进口", "常住人口城镇化率", "新增境外投资项目", "机动车保有量", "一般公共预算收入", "居民人均可支配收入", "小学", "博物馆",
    }  # fmt: skip


def test_the_revisions_of_the_bulletins(pinghu: ipextract.Comparison) -> None:
    found = [(pinghu.indicators[one.indicator].indicator, one.release, one.by, one.how, one.printed, one.revised) for one in pinghu.revisions]
    assert found == [
        ("货物进出口总额", 0, 1, "implied", Decimal(61250000000), Decimal(60780000000)),
        ("第二产业", 1, 2, "printed", Decimal("59.8"), Decimal("59.5")),
        ("第三产业", 1, 2, "printed", Decimal("38.4"), Decimal("38.7")),
    ]
    disagreeing = [(one.indicator, change.misplaced) for one in pinghu.indicators for change in one.changes if change.verdict == "disagrees"]
    assert disagreeing == [("货物进出口总额", False), ("境外协议投资额", True)]


def test_what_changed_in_the_bulletins(pinghu: ipextract.Comparison) -> None:
    found = {(pinghu.indicators[one.indicators[-1]].indicator, one.what, one.before, one.after) for one in pinghu.changed}
    assert found == {
        ("地区生产总值", "definition", "地区生产总值绝对数按现价计算，增长速度按可比价计算。", "地区生产总值绝对数按现价计算，增长速度按不变价计算。"),
        ("机动车保有量", "definition", "机动车保有量（不包含拖拉机）", None),
        ("邮政业务总量", "unit", "元", "标准量"),
    }
    new = {pinghu.indicators[one.indicator].indicator for one in pinghu.new if one.release == 2}
    gone = {pinghu.indicators[one.indicator].indicator for one in pinghu.gone if one.release == 2}
    assert {"文化产业园区", "国家级文化产业园区", "各项存款余额"} <= new
    assert "金融机构本外币各项存款余额" in gone
    assert "邮政业务总量" not in new | gone
    assert {pinghu.indicators[one.indicator].indicator for one in pinghu.gone if one.release == 1} >= {"服务外包执行额"}
    assert ("新改建农村公路", 2, (Decimal(35), Decimal(38))) in [(one.indicator, one.release, one.values) for one in pinghu.ambiguous]


def test_the_patents_are_aligned_and_the_revised_stock_is_named(zhenjiang: ipextract.Comparison) -> None:
    assert _row(zhenjiang, "发明专利授权量").match.kind == "normalised"
    contracts = _row(zhenjiang, "登记技术合同成交额").match
    assert (contracts.kind, contracts.score, contracts.confirmed) == ("similar", Decimal("0.86"), True)
    revised = {zhenjiang.indicators[one.indicator].indicator: (int(one.printed), int(one.revised), len(one.claims)) for one in zhenjiang.revisions}
    assert revised == {"有效发明专利拥有量": (21540, 21490, 2), "专利质押融资金额": (4860000000, 5100000000, 1)}


def test_a_rate_against_its_own_amount_is_no_revision(zhenjiang: ipextract.Comparison) -> None:
    cases = [(change.kind, change.verdict) for change in _row(zhenjiang, "办理专利侵权案件").changes if change.release == 2]
    assert cases == [("relative", "disagrees"), ("absolute", "agrees")]


def test_names_that_stay_apart_are_offered_as_candidates(zhenjiang: ipextract.Comparison, tmp_path: Path) -> None:
    offered = [{zhenjiang.indicators[place].indicator for place in one.indicators} for one in zhenjiang.candidates]
    assert {"万人发明专利拥有量", "万人有效发明专利拥有量"} in offered
    path = tmp_path / "names.toml"
    path.write_text('same = [["万人发明专利拥有量", "万人有效发明专利拥有量"]]\n', encoding="utf-8")
    row = _row(ipextract.compare(*ZHENJIANG, names=path), "万人有效发明专利拥有量")
    assert [value.value for value in row.values] == [Decimal("56.8"), Decimal("67.1"), Decimal("78.4")]
    assert row.match.kind == "given"


# The library


def test_the_order_of_the_releases_and_where_they_come_from_make_no_difference(pinghu: ipextract.Comparison) -> None:
    extractions = [ipextract.extract_file(path) for path in PINGHU]
    assert ipextract.compare(*reversed(extractions)) == pinghu
    assert ipextract.compare(extractions[1], str(PINGHU[0]), PINGHU[2]) == pinghu


def test_a_comparison_is_frozen(pinghu: ipextract.Comparison) -> None:
    with pytest.raises(ValidationError):
        pinghu.indicators[0].indicator = "x"  # type: ignore[misc]


def test_the_callers_decimal_context_makes_no_difference(pinghu: ipextract.Comparison) -> None:
    extractions = [ipextract.extract_file(path) for path in PINGHU]
    with localcontext(Context(prec=3, traps=[Inexact])):
        again = ipextract.compare(*extractions)
    assert again == pinghu


def test_fewer_than_two_releases() -> None:
    with pytest.raises(ipextract.ComparisonError, match="two releases or more"):
        ipextract.compare(PINGHU[0])


def test_a_release_without_a_period() -> None:
    undated = ipextract.extract("专利授权量多。")
    with pytest.raises(ipextract.ComparisonError, match="says no period"):
        ipextract.compare(PINGHU[0], undated)


def test_a_release_whose_title_has_no_year_is_put_in_order_by_its_claims() -> None:
    undated, dated = (ipextract.extract(f"{title}\n\n2023年，无锡市专利授权量55853件。\n") for title in ("知识产权情况", "无锡市2022年知识产权情况"))
    document = undated.document.model_copy(update={"period": None})
    found = ipextract.compare(undated.model_copy(update={"document": document}), ipextract.extract("无锡市2022年知识产权情况\n\n2022年，无锡市专利授权量55000件。\n"))
    assert [one.period.end for one in found.releases] == ["2022-12-31", "2023-12-31"]
    assert dated.document.period is not None


def test_several_releases_in_one_text_are_taken_apart() -> None:
    filler = "全市上下坚持稳中求进工作总基调，统筹推进各项工作，经济运行总体平稳，民生福祉持续改善，各项事业全面进步。" * 14
    text = "".join(
        f"平湖市{year}年国民经济和社会发展统计公报\n{year}年，全市经济稳中有进。{filler}\n一、综合\n全年粮食产量{tons}万吨，{words}。\n二、教育\n全市小学{schools}所。{filler}\n"
        for year, tons, words, schools in ((2024, "36.62", "比上年增长1.1%", 33), (2023, "36.22", "比上年下降1.1%", 32))
    )
    extraction = ipextract.extract(text)
    parts = take_apart(extraction)
    assert [one.document.period and one.document.period.text for one in parts] == ["2024年", "2023年"]
    assert sum(len(one.claims) for one in parts) == len(extraction.claims)
    assert all(one.document.text and one.document.text[claim.evidence.start : claim.evidence.end] == claim.evidence.text for one in parts for claim in one.claims)
    comparison = ipextract.compare(extraction)
    grain = _row(comparison, "粮食产量")
    assert [value.value for value in grain.values] == [362200, 366200]
    assert [change.verdict for change in grain.changes if change.release == 1] == ["agrees"]


@pytest.mark.parametrize("name", ["第{0}号{1}类专利授权量", "甲{2}乙{3}丙{1}丁{4}"])
def test_time_grows_with_the_length_alone(name: str) -> None:
    base = {year: ipextract.extract(f"无锡市{year}年统计公报\n\n全市专利授权量{year}件。\n") for year in (2022, 2023)}

    def release(year: int, size: int) -> ipextract.Extraction:
        claim = base[year].claims[0]
        claims = tuple(
            claim.model_copy(update={"id": f"{year}-{one}", "indicator": name.format(one, "子丑"[year % 2], chr(0x4E00 + one % 59), chr(0x5E00 + one % 61), one), "value": Decimal(one + 1)})
            for one in range(size)
        )
        return base[year].model_copy(update={"claims": claims})

    seconds = []
    for size in (300, 1800):
        releases = [release(year, size) for year in (2022, 2023)]
        start = time.process_time()
        ipextract.compare(*releases)
        seconds.append(time.process_time() - start)
    assert seconds[1] < 18 * max(seconds[0], 0.05)


# What is written


def test_the_json_is_of_the_documented_shape(pinghu: ipextract.Comparison, saved: Path) -> None:
    ended = run("compare", "--format", "json", "-q", saved)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == pinghu.to_json() + "\n"
    found = ended.json
    assert list(found) == ["releases", "indicators", "revisions", "new", "gone", "changed", "ambiguous", "candidates"]
    for one in found["indicators"]:
        assert list(one) == ["indicator", "region", "aspect", "unit", "relation", "values", "changes", "match"]
        assert len(one["values"]) == len(found["releases"])
        assert {"computed", "stated", "verdict"} <= set().union(*one["changes"], {"computed", "stated", "verdict"})
        assert (one["match"] is None) == (sum(value is not None for value in one["values"]) < 2)
        for value in one["values"]:
            assert value is None or {"value", "claim", "evidence", "indicator"} <= value.keys()
    assert {change["verdict"] for one in found["indicators"] for change in one["changes"]} == {"agrees", "agrees_truncated", "disagrees", None}
    assert all(change["why"] or change["stated"] is None for one in found["indicators"] for change in one["changes"] if change["verdict"] is None)


def test_numbers_are_written_digit_for_digit(pinghu: ipextract.Comparison) -> None:
    again = json.loads(pinghu.to_json(), parse_float=Decimal)
    assert dumps(again) == dumps(pinghu.to_dict())


def test_the_csv_says_what_the_json_says(pinghu: ipextract.Comparison, saved: Path) -> None:
    lines = list(csv.DictReader(io.StringIO(run("compare", "--format", "csv", "-q", saved).out)))
    assert tuple(lines[0]) == COLUMNS
    rows = pinghu.rows()
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        for column in COLUMNS:
            value = row[column]
            if isinstance(value, bool):
                assert line[column] == str(value).lower()
            elif isinstance(value, Decimal):
                assert Decimal(line[column]) == value
            else:
                assert line[column] == ("" if value is None else str(value))
    first = next(row for row in rows if row["indicator"] == "货物进出口总额" and row["aspect"] == "level" and row["release"] == 0)
    assert (first["value"], first["revised"], first["revised_by"]) == (Decimal(61250000000), Decimal(60780000000), 1)
    second = next(row for row in rows if row["series"] == first["series"] and row["release"] == 1)
    assert (second["relative_stated"], second["relative_verdict"], second["against"]) == (Decimal("5.6"), "disagrees", 0)


def test_the_table_shows_values_changes_and_what_came_of_them(saved: Path) -> None:
    lines = run("compare", "-q", saved).out.splitlines()
    assert lines[0].split()[:2] == ["2021年", "平湖市"]
    assert lines[0].endswith(" compared                 平湖市2021年国民经济和社会发展统计公报")
    cells = {line.split()[-1]: line.split() for line in lines[4:30] if line}
    assert cells["indicator"][:3] == ["2021年", "2022年", "2023年"]
    assert cells["货物进出口总额"] == ["612.5亿元", "+5.6%≠", "641.8亿元", "+4.1%=", "668.3亿元", "level", "normalised", "货物进出口总额"]
    assert cells["博物馆"][1:4] == ["(+12.5%)", "9个", "(+22.22%)"]
    assert cells["地区生产总值"][1] == "+2.6%"
    titles = [line for line in lines if line.endswith(":")]
    assert titles == [
        "revised:", "stated otherwise than computed:", "unit or definition changed:", "new:", "gone:", "stated with several values, not compared:",
    ]  # fmt: skip
    assert not any(line.startswith("服务外包执行额") for line in lines)  # gone since 2022: counted in the head, not listed


def test_releases_that_have_nothing_in_common(tmp_path: Path) -> None:
    paths = []
    for name, text in (("a", "无锡市2022年情况\n\n全市小学32所。\n"), ("b", "无锡市2023年情况\n\n全市博物馆9个。\n")):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    ended = run("compare", "-q", *paths)
    assert ended.code == 0
    assert "new:" in ended.out
    assert "gone:" in ended.out
    assert "aspect" not in ended.out


def test_out_is_written_and_is_no_input(tmp_path: Path, saved: Path) -> None:
    out = tmp_path / "compared.csv"
    assert run("compare", saved, "--format", "csv", "-o", out).out == ""
    assert out.read_text(encoding="utf-8").startswith("series,indicator,")
    ended = run("compare", saved, "-o", saved)
    assert ended.code == 2
    assert "also an input" in ended.err


# What is read


def test_extractions_that_were_written_before_and_documents_together(tmp_path: Path, pinghu: ipextract.Comparison) -> None:
    one, several = tmp_path / "2021.json", tmp_path / "others.json"
    run("extract", "-q", PINGHU[0], "-o", one)
    run("extract", "-q", *PINGHU[1:], "-o", several)
    assert run("compare", "-q", "--format", "json", one, several).out == pinghu.to_json() + "\n"
    assert run("compare", "-q", "--format", "json", several, PINGHU[0]).out == pinghu.to_json() + "\n"
    assert ipextract.compare(one, several) == pinghu


def test_directories_and_standard_input(tmp_path: Path) -> None:
    for path in PINGHU[:2]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    found = run("compare", "-q", "--format", "json", tmp_path, "-", data=PINGHU[2].read_bytes()).json
    assert [one["source"] for one in found["releases"]] == ["pinghu-2021.txt", "pinghu-2022.txt", "-"]


def test_extractions_without_their_text_give_no_differences(tmp_path: Path, pinghu: ipextract.Comparison) -> None:
    out = tmp_path / "all.json"
    run("extract", "-q", "--omit-text", *PINGHU, "-o", out)
    found = ipextract.compare(out)
    assert [[value and value.value for value in one.values] for one in found.indicators] == [[value and value.value for value in one.values] for one in pinghu.indicators]
    changes = {change.why for change in _row(found, "货物进出口总额").changes if change.release == 1}
    assert changes == {"no_text"}
    assert all(change.verdict != "disagrees" for one in found.indicators for change in one.changes)


def test_a_note_on_each_release() -> None:
    ended = run("compare", *PINGHU)
    assert [line.split(": ")[1] for line in ended.err.splitlines()] == list(map(str, PINGHU))


def test_what_cannot_be_read_is_told_and_the_others_are_compared(tmp_path: Path, saved: Path) -> None:
    ended = run("compare", "-q", "--format", "json", tmp_path / "none.txt", saved)
    assert (ended.code, ended.err) == (1, f"ipextract: {tmp_path / 'none.txt'}: no such file\n")
    assert len(ended.json["releases"]) == 3
    ended = run("compare", "-q", tmp_path / "none.txt", PINGHU[0])
    assert (ended.code, ended.out) == (1, "")
    assert "two releases or more are needed" in ended.err


def test_one_release_is_wrong_usage() -> None:
    ended = run("compare", "-q", PINGHU[0])
    assert ended.code == 2
    assert "two releases or more are needed" in ended.err


SAVED = json.loads(ipextract.extract("无锡市2023年情况\n\n2023年，无锡市专利授权量55853件，比上年增长1.2%。\n").to_json())


def _saved(**changed: Any) -> str:
    claim = {**SAVED["claims"][0], **changed}
    return json.dumps({**SAVED, "claims": [claim]})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"claims": []}', "no extraction that `ipextract extract` wrote: document: Field required"),
        ("[1, 2]", "no extraction that `ipextract extract` wrote"),
        ("[]", "this is JSON without an extraction"),
        ('{"schema_version": "1", ', "this is broken JSON"),
        ('{"schema_version": "9"}', "no extraction that `ipextract extract` wrote: schema_version"),
        (_saved(period={"text": "2023年", "start": "2023-13-01", "end": "2023-12-31"}), "'2023-13-01' is no ISO date"),
        (_saved(value="NaN"), "no extraction that `ipextract extract` wrote: claims.0.value"),
        (_saved().replace('"value": 55853', '"value": 1e999999999'), "value that no release states"),
        ("[" * 100_000, "this is broken JSON"),
        ('{"a": Infinity}', "this is broken JSON"),
    ],
)
def test_json_that_is_no_extraction(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "saved.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ipextract.InputError) as caught:
        ipextract.compare(path, PINGHU[0])
    assert reason in str(caught.value)


def test_a_text_that_begins_like_json_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_text("[图表]无锡市2022年情况\n\n2022年，无锡市小学32所。\n", encoding="utf-8")
    found = ipextract.compare(path, ipextract.extract("无锡市2023年情况\n\n2023年，无锡市小学33所。\n"))
    assert [value.value for value in _row(found, "小学").values] == [32, 33]


# The file of names


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("same = ", "no TOML"),
        ("equal = []", "no list 'equal': a file of names has same and different"),
        ('same = "出口"', "lists of names were expected"),
        ('same = [["出口"]]', "a list of two names or more was expected"),
        ("different = [[1, 2]]", "a list of two names or more was expected"),
        ('different = [["出口", "（）"]]', "a list of two names or more was expected"),
    ],
)
def test_a_file_of_names_that_does_not_fit(tmp_path: Path, content: str, reason: str, saved: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ipextract.NamesError, match=reason):
        ipextract.compare(saved, names=path)
    ended = run("compare", "-q", "--names", path, saved)
    assert ended.code == 2
    assert "--names" in ended.err


def test_a_file_of_names_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ipextract.NamesError, match="cannot read the file of names: No such file"):
        read_overrules(tmp_path / "none.toml")


def test_a_name_that_no_release_states_is_told(tmp_path: Path, saved: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text('same = [["各项存款余额", "金融机构本外币各项存款余额", "存款余各"]]\n', encoding="utf-8")
    ended = run("compare", "--names", path, saved)
    assert ended.code == 0
    assert "ipextract: the file of names has 存款余各, which no release states" in ended.err.splitlines()
    assert ["1105.30亿元", "+10.5%=", "1221.90亿元", "+8.9%=", "1330.40亿元", "level", "given", "各项存款余额"] in [line.split() for line in ended.out.splitlines()]
    assert "存款余各" not in run("compare", "-q", "--names", path, saved).err


def test_lists_that_share_a_name_are_one_group(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text('same = [["甲一", "乙二"], ["丙三", "丁四"], ["乙二", "丁四"]]\n', encoding="utf-8")
    groups = read_overrules(path).groups
    assert len(set(groups.values())) == 1
    assert len(groups) == 4


# Names


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("全体居民人均可支配收入", "居民人均可支配收入"),
        ("规上工业增加值", "规模以上工业增加值"),
        ("地区生产总值", "GDP"),
        ("人均GDP", "人均地区生产总值"),
        ("粮食总产量", "粮食产量"),
        ("水运货物运输量", "水路货物运输量"),
        ("电气机械和器材制造业增加值", "电气机械及器材制造业增加值"),
        ("执业（助理）医师", "执业医师"),
        ("参加生育保险人数", "生育保险参保人数"),
        ("私人汽车保有量", "私人汽车"),
    ],
)
def test_names_with_one_normalised_form(one: str, two: str) -> None:
    names = Names(load_lexicon())
    assert names.form(one, "").normal == names.form(two, "").normal


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("出口", "进口"),
        ("专利授权量", "专利申请量"),
        ("专利授权量", "发明专利授权量"),
        ("新增上市公司", "上市公司"),
        ("工业总产值", "工业增加值"),
        ("城镇居民人均消费支出", "农村居民人均消费支出"),
        ("货物运输量", "货物周转量"),
    ],
)
def test_names_with_two_normalised_forms(one: str, two: str) -> None:
    names = Names(load_lexicon())
    assert names.form(one, "").normal != names.form(two, "").normal


def test_the_region_is_no_part_of_a_name() -> None:
    names = Names(load_lexicon())
    assert names.form("无锡市专利授权量", "无锡市").normal == names.form("专利授权量", "无锡市").normal


def test_words_of_a_lexicon_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[comparison.names.alike]\n"电动汽车" = ["新能源汽车"]\n', encoding="utf-8")
    for year, name in ((2022, "新能源汽车"), (2023, "电动汽车")):
        (tmp_path / f"{year}.txt").write_text(f"无锡市{year}年情况\n\n{year}年，全市{name}保有量12.5万辆。\n", encoding="utf-8")
    paths = (tmp_path / "2022.txt", tmp_path / "2023.txt")
    found = run("compare", "-q", "--format", "json", "--lexicon", own, *paths).json
    assert [one["match"]["kind"] for one in found["indicators"]] == ["normalised"]
    assert [one["match"] for one in run("compare", "-q", "--format", "json", *paths).json["indicators"]] == [None, None]
