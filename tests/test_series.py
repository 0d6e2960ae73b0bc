"""`ipextract series`: the same indicator over the years, out of tables as they lie."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_results import ANY_DECIMALS, DECIMALS, claims
from test_cli import Ended, run
from typer.testing import CliRunner

import ipextract
from ipextract.cli import app
from ipextract.errors import InputError
from ipextract.models import Claim, Extraction
from ipextract.output.columns import NAMES
from ipextract.output.csv import csv_pieces
from ipextract.output.lines import claim_lines
from ipextract.output.parquet import parquet_pieces
from ipextract.output.rows import rows
from ipextract.series import Wanted, find_tables, read_series, series_rows

# What makes a series, beside the indicator.
SERIES = ("region_name", "region_code", "aspect", "unit", "change_basis", "share_whole", "gap_than", "rank_scope")
ROOT = Path(__file__).parents[1]
FORMS = ("parquet", "csv", "jsonl", "flat")


def release(year: int, patents: int, growth: str) -> Extraction:
    text = f"无锡市{year}年知识产权情况\n{year}年，全市发明专利授权量{patents}件，同比增长{growth}%；江阴市发明专利授权量{patents // 3}件。\n"
    result = ipextract.extract(text)
    return result.model_copy(update={"document": result.document.model_copy(update={"source": f"{year}.txt"})})


def write(result: Extraction, path: Path, form: str) -> Path:
    data: dict[str, bytes] = {}
    if form == "parquet":
        data[form] = b"".join(parquet_pieces([result], pytest.fail))
    elif form == "csv":
        data[form] = "".join(csv_pieces([result])).encode()
    else:
        data[form] = "".join(line + "\n" for line in claim_lines(result, flat=form == "flat")).encode()
    path.write_bytes(data[form])
    return path


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Three years, the last first, each in another form."""
    folder = tmp_path / "claims"
    folder.mkdir()
    write(release(2024, 13823, "17.64"), folder / "a.parquet", "parquet")
    write(release(2023, 11750, "8.4"), folder / "b.csv", "csv")
    write(release(2022, 10839, "5"), folder / "c.jsonl", "jsonl")
    return folder


def asked(folder: Path, *options: str) -> Ended:
    """The command, in this process."""
    result = CliRunner().invoke(app, ["series", str(folder / "*"), *options])
    return Ended(result.exit_code, result.stdout, result.stderr)


def values(ended: Ended) -> list[tuple[str, str]]:
    return [(row["period_start"][:4], row["value"]) for row in csv.DictReader(io.StringIO(ended.out, newline=""))]


# What is shown


def test_years_stand_in_order_whatever_the_forms_and_names_of_the_tables(tables: Path) -> None:
    ended = asked(tables, "--indicator", "发明专利授权量", "--region", "无锡市", "--aspect", "level", "--format", "csv")
    assert (ended.code, ended.err) == (0, "")
    assert values(ended) == [("2022", "10839"), ("2023", "11750"), ("2024", "13823")]


def test_the_order_is_that_of_time_and_not_of_names(tmp_path: Path) -> None:
    for year, source in ((2024, "a.txt"), (2022, "b.txt"), (2023, "c.txt")):
        result = release(year, year, "5")
        named = result.model_copy(update={"document": result.document.model_copy(update={"source": source})})
        write(named, tmp_path / f"{source}.csv", "csv")
    found = read_series(find_tables(str(tmp_path / "*.csv")), Wanted("发明专利授权量", region="无锡市", aspect="level"), pytest.fail)
    assert [(source, int(claim.value)) for source, claim in found] == [("b.txt", 2022), ("c.txt", 2023), ("a.txt", 2024)]


def test_the_table_shows_each_series_by_itself(tables: Path) -> None:
    head, *lines = asked(tables, "--indicator", "发明专利授权量").out.splitlines()
    assert head.split() == ["period", "value", "aspect", "relation", "region", "indicator", "source"]
    shown = [line.split() for line in lines]
    assert [(cells[0], cells[1]) for cells in shown] == [
        ("2022", "10,839"), ("2023", "11,750"), ("2024", "13,823"),
        ("2022", "+5"), ("2023", "+8.4"), ("2024", "+17.64"),
        ("2022", "3,613"), ("2023", "3,916"), ("2024", "4,607"),
    ]
    assert [cells[-1] for cells in shown[:3]] == ["2022.txt", "2023.txt", "2024.txt"]


def test_the_page_shows_real_output(tables: Path) -> None:
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    shown = asked(tables, "--indicator", "发明专利授权量", "--region", "无锡市")
    assert f"```text\n{shown.out}```" in page


def test_json_holds_the_rows_as_they_were(tables: Path) -> None:
    found = asked(tables, "--indicator", "发明专利授权量", "--region", "无锡市", "--format", "json").json
    expected = [row for year in (release(2022, 10839, "5"), release(2023, 11750, "8.4"), release(2024, 13823, "17.64")) for row in rows(year) if row["region_code"] == "320200"]
    assert sorted(found, key=lambda row: row["id"]) == sorted(expected, key=lambda row: row["id"])
    assert [tuple(row) for row in found] == [NAMES] * len(found)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--region", "320281"], [("2022", "3613"), ("2023", "3916"), ("2024", "4607")]),
        (["--region", "无锡"], []),
        (["--region", "江阴", "--like"], [("2022", "3613"), ("2023", "3916"), ("2024", "4607")]),
        (["--region", "无锡市", "--unit", "%"], [("2022", "5"), ("2023", "8.4"), ("2024", "17.64")]),
        (["--region", "无锡市", "--aspect", "change", "--period", "2023/2024"], [("2023", "8.4"), ("2024", "17.64")]),
        (["--region", "无锡市", "--aspect", "level", "--period", "2023"], [("2023", "11750")]),
        (["--region", "无锡市", "--aspect", "level", "--period", "2023-01-01/2023-12-31"], [("2023", "11750")]),
        (["--region", "无锡市", "--aspect", "level", "--period", "2023-01/2023-06"], []),
    ],
)
def test_filters(tables: Path, options: list[str], expected: list[tuple[str, str]]) -> None:
    assert values(asked(tables, "--indicator", "发明专利授权量", "--format", "csv", *options)) == expected


def test_a_part_of_a_name_is_only_taken_when_asked_for(tables: Path) -> None:
    nothing = asked(tables, "--indicator", "发明专利", "--format", "csv")
    assert (nothing.code, nothing.out) == (0, ",".join(NAMES) + "\n")
    assert nothing.err == "ipextract: no claim fits; --like takes a part of a name\n"
    assert len(values(asked(tables, "--indicator", "发明专利", "--format", "csv", "--like"))) == 9


@pytest.mark.parametrize("words", ["%_%", "发明%", "' OR '1'='1", "发明专利授权量' --", "*", "_"])
def test_what_is_asked_for_is_never_taken_for_sql(tables: Path, words: str) -> None:
    for option in ("--indicator", "--region", "--unit"):
        options = {"--indicator": "发明专利授权量", option: words}
        ended = asked(tables, *(one for pair in options.items() for one in pair), "--format", "csv")
        assert (ended.code, values(ended)) == (0, [])


def test_repeats_and_tables_that_overlap_count_once(tables: Path) -> None:
    twice = ipextract.extract("2024年，无锡市商标注册量77件。\n2024年，无锡市商标注册量77件。\n")
    assert [claim.repeats is None for claim in twice.claims] == [True, False]
    for form in FORMS:
        write(twice, tables / f"d-{form}", form)
    assert len(values(asked(tables, "--indicator", "商标注册量", "--format", "csv"))) == 1


def test_out_is_written_and_an_input_is_not_overwritten(tables: Path, tmp_path: Path) -> None:
    out = tmp_path / "series.json"
    assert asked(tables, "--indicator", "发明专利授权量", "--format", "json", "-o", str(out)).out == ""
    assert len(json.loads(out.read_text(encoding="utf-8"))) == 9
    ended = asked(tables, "--indicator", "发明专利授权量", "-o", str(tables / "b.csv"))
    assert ended.code == 2
    assert "also an input" in ended.err


# Files that cannot be read


def test_a_broken_table_is_told_and_the_others_are_read(tables: Path) -> None:
    (tables / "broken.parquet").write_bytes((tables / "a.parquet").read_bytes()[:-40])
    (tables / "notes.txt").write_text("5件", encoding="utf-8")
    (tables / "whole.json").write_text(release(2021, 9000, "1").to_json(), encoding="utf-8")
    (tables / "other.csv").write_text("indicator,value\n发明专利授权量,5\n", encoding="utf-8")
    lines = (tables / "c.jsonl").read_text(encoding="utf-8")
    (tables / "cut.jsonl").write_text(lines + lines[:50], encoding="utf-8")
    (tables / "kind.jsonl").write_text(lines.replace('"count"', '"colour"'), encoding="utf-8")
    ended = asked(tables, "--indicator", "发明专利授权量", "--region", "无锡市", "--aspect", "level", "--format", "csv")
    assert ended.code == 1
    assert values(ended) == [("2022", "10839"), ("2023", "11750"), ("2024", "13823")]
    told = sorted(line.split(": ", 2)[1].rsplit("/", 1)[1] for line in ended.err.splitlines())
    assert told == ["broken.parquet", "cut.jsonl", "kind.jsonl", "notes.txt", "other.csv", "whole.json"]


def test_where_nothing_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "series.csv"
    out.write_text("before", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("5件", encoding="utf-8")
    ended = run("series", tmp_path / "notes.txt", tmp_path / "none", str(tmp_path / "*.pq"), tmp_path, "--indicator", "a", "-o", out)
    assert ended.code == 1
    assert out.read_text(encoding="utf-8") == "before"
    assert [line.rsplit(": ", 1)[1] for line in ended.err.splitlines()] == [
        "no such file",
        "no file fits this",
        "this is a directory; name the tables in it",
        "it is not Parquet, CSV or JSON Lines with a column `indicator`",
    ]


@pytest.mark.parametrize("name", ["a[1].parquet", "*.csv", "it's; DROP.parquet", "a b?.parquet"])
def test_names_of_files_are_names_and_nothing_else(tmp_path: Path, name: str) -> None:
    write(release(2023, 11750, "8.4"), tmp_path / "other.csv", "csv")
    path = write(release(2024, 13823, "17.64"), tmp_path / name, "parquet")
    found = read_series(find_tables(str(path)), Wanted("发明专利授权量", aspect="level", region="320200"), pytest.fail)
    assert [claim.value for _, claim in found] == [13823]


@pytest.mark.parametrize("address", ["https://example.org/claims.parquet", "s3://claims/2024.parquet", "hf://datasets/claims.parquet"])
def test_nothing_is_fetched(address: str) -> None:
    with pytest.raises(InputError, match="no such file"):
        find_tables(address)


def test_nothing_is_left_behind(tables: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    ended = run("series", "claims/*", "--indicator", "发明专利授权量", cwd=tmp_path, HOME=str(tmp_path))
    assert ended.code == 0
    assert sorted(tmp_path.rglob("*")) == before
    assert tables in before


# Whatever the claims


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from(FORMS), st.data())
def test_the_series_are_the_claims_digit_for_digit(tmp_path: Path, form: str, data: st.DataObject) -> None:
    made = data.draw(st.lists(claims(DECIMALS if form == "parquet" else ANY_DECIMALS), min_size=1, max_size=4, unique_by=lambda claim: claim.id))
    result = Extraction(document={"source": "a.txt", "sha256": ""}, claims=tuple(made), numerals=(), checks=())  # type: ignore[arg-type]
    path = write(result, tmp_path / "table", form)
    wanted = made[0].indicator
    found = list(series_rows(read_series([path], Wanted(wanted), pytest.fail)))
    expected = [row for row in rows(result) if row["indicator"] == wanted and row["repeats"] is None]
    assert sorted(found, key=lambda row: row["id"]) == sorted(expected, key=lambda row: row["id"])
    for before, after in pairwise(found):
        if all(before[name] == after[name] for name in SERIES):
            assert (before["period_start"] or "", before["period_end"] or "") <= (after["period_start"] or "", after["period_end"] or "")


def test_digits_beyond_a_floating_number_are_kept(tmp_path: Path) -> None:
    [claim] = ipextract.extract("2024年无锡市专利授权量5件").claims
    digits = Decimal("12345678901234567890123456789.123456789012345678901")
    changed: Claim = claim.model_copy(update={"value": digits})
    result = Extraction(document={"source": "a.txt", "sha256": ""}, claims=(changed,), numerals=(), checks=())  # type: ignore[arg-type]
    for form in ("csv", "jsonl", "flat"):
        path = write(result, tmp_path / form, form)
        assert [one.value for _, one in read_series([path], Wanted("专利授权量"), pytest.fail)] == [digits]


# Wrong usage


@pytest.mark.parametrize("period", ["24", "2024/", "2024-1", "abc", "2024/2023/2022", ""])
def test_a_period_that_is_none_is_told(tables: Path, period: str) -> None:
    ended = asked(tables, "--indicator", "a", "--period", period)
    assert ended.code == 2
    assert "is no period" in ended.err
