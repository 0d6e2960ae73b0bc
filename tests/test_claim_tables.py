"""Tables: what pandas, polars and DuckDB read back is what the JSON says, decimal for decimal."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, example, given, settings
from made_results import ANY_DECIMALS, DECIMALS, TEXTS, claims, extractions
from pydantic import BaseModel
from test_cli import RELEASE, Ended, run

import ipextract
from ipextract.models import Claim, Extraction
from ipextract.output.columns import COLUMNS, NAMES, PRECISION, SCALE
from ipextract.output.csv import csv_pieces
from ipextract.output.lines import claim_lines
from ipextract.output.parquet import parquet_pieces
from ipextract.output.rows import flat, rows

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "wuxi-ip-2024.txt"
DECIMAL_COLUMNS = [column.name for column in COLUMNS if column.type == "decimal"]
Rows = list[dict[str, Any]]


def written_json(results: list[Extraction]) -> Rows:
    """The rows as the JSON Lines have them: the reference that every table is held against."""
    lines = [line for result in results for line in claim_lines(result)]
    return [flat(json.loads(line, parse_float=Decimal, parse_int=Decimal)) for line in lines]


def never(reason: str) -> None:
    pytest.fail(reason)


@pytest.fixture(scope="module")
def white_paper() -> list[Extraction]:
    return [ipextract.extract_file(SEED)]


# The columns


def leaves(model: type[BaseModel], path: str = "") -> Iterator[str]:
    """The paths of a model's fields that hold no model."""
    for name, field in model.model_fields.items():
        inner = [kind for kind in (field.annotation, *get_args(field.annotation)) if isinstance(kind, type) and issubclass(kind, BaseModel)]
        if inner:
            yield from leaves(inner[0], f"{path}{name}.")
        else:
            yield path + name


def test_every_field_of_a_claim_has_a_column_in_the_order_of_the_record() -> None:
    assert [column.path for column in COLUMNS] == ["schema_version", "source", *leaves(Claim)]


def test_the_page_lists_every_column_with_its_type_and_what_it_says() -> None:
    listed = [line for line in (ROOT / "docs" / "tables.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `") and line.count("|") == 4]
    assert listed == [f"| `{column.name}` | {column.type} | {column.doc} |" for column in COLUMNS]


@given(claims(ANY_DECIMALS))
def test_a_row_holds_what_the_record_holds(claim: Claim) -> None:
    dump = claim.model_dump()
    for column in COLUMNS[2:]:
        value: Any = dump
        for name in column.path.split("."):
            value = None if value is None else value[name]
        result = Extraction(document={"source": "a.txt", "sha256": ""}, claims=(claim,), numerals=(), checks=())  # type: ignore[arg-type]
        assert rows(result)[0][column.name] == value


def test_types_are_those_of_the_values(white_paper: list[Extraction]) -> None:
    kinds = {"text": str, "integer": int, "decimal": Decimal, "date": str}
    for row in white_paper[0].rows():
        assert tuple(row) == NAMES
        for column in COLUMNS:
            value = row[column.name]
            assert value is None or type(value) is kinds[column.type]
            if column.type == "date" and isinstance(value, str):
                assert date.fromisoformat(value).isoformat() == value


def test_flat_lines_are_the_rows(white_paper: list[Extraction]) -> None:
    lines = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in claim_lines(white_paper[0], flat=True)]
    assert lines == white_paper[0].rows() == written_json(white_paper)
    assert [tuple(line) for line in lines] == [NAMES] * len(lines)


def said(text: str) -> Extraction:
    """Two claims that have been read off `text`: what a reader that guesses takes for its marks."""
    [claim] = ipextract.extract("2024年无锡市专利授权量5件").claims
    changed = claim.model_copy(update={"evidence": claim.evidence.model_copy(update={"text": text})})
    return Extraction(document={"source": "a.txt", "sha256": ""}, claims=(changed, changed), numerals=(), checks=())  # type: ignore[arg-type]


# Readers of tables, each as docs/tables.md says


def _clean(table: Rows) -> Rows:
    """Rows as JSON has them: dates as texts, absent values as None."""
    out = []
    for row in table:
        assert tuple(row) == NAMES
        out.append({name: value.isoformat() if isinstance(value, date) else None if value is pd.NaT or value is pd.NA or value != value else value for name, value in row.items()})  # noqa: PLR0124 - NaN
    return out


def csv_by_pandas(path: Path) -> Rows:
    table = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
    table[DECIMAL_COLUMNS] = table[DECIMAL_COLUMNS].map(Decimal, na_action="ignore")
    for column in COLUMNS:
        if column.type == "integer":
            table[column.name] = table[column.name].astype("Int64")
    return _clean(table.astype(object).to_dict("records"))


def csv_by_polars(path: Path) -> Rows:
    types: dict[str, Any] = {"text": pl.String, "integer": pl.Int64, "decimal": pl.Decimal(PRECISION, SCALE), "date": pl.Date}
    return _clean(pl.read_csv(path, schema={column.name: types[column.type] for column in COLUMNS}).to_dicts())


def csv_by_duckdb(path: Path) -> Rows:
    types = {"text": "VARCHAR", "integer": "BIGINT", "decimal": f"DECIMAL({PRECISION}, {SCALE})", "date": "DATE"}
    with duckdb.connect() as connection:
        found = connection.read_csv(str(path), header=True, sep=",", quotechar='"', escapechar='"', columns={column.name: types[column.type] for column in COLUMNS})
        return _clean([dict(zip(found.columns, row, strict=True)) for row in found.fetchall()])


def csv_by_the_standard_library(path: Path) -> Rows:
    casts: dict[str, Callable[[str], Any]] = {"text": str, "integer": int, "decimal": Decimal, "date": str}
    with path.open(encoding="utf-8", newline="") as handle:
        return [{column.name: casts[column.type](row[column.name]) if row[column.name] else None for column in COLUMNS} for row in csv.DictReader(handle)]


def parquet_by_pandas(path: Path) -> Rows:
    return _clean(pd.read_parquet(path, dtype_backend="pyarrow").astype(object).to_dict("records"))


def parquet_by_polars(path: Path) -> Rows:
    return _clean(pl.read_parquet(path).to_dicts())


def parquet_by_duckdb(path: Path) -> Rows:
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(path))
        return _clean([dict(zip(found.columns, row, strict=True)) for row in found.fetchall()])


CSV_READERS = [csv_by_pandas, csv_by_polars, csv_by_duckdb, csv_by_the_standard_library]
PARQUET_READERS = [parquet_by_pandas, parquet_by_polars, parquet_by_duckdb]


def write_csv(results: list[Extraction], path: Path) -> Path:
    path.write_bytes("".join(csv_pieces(results)).encode())
    return path


def write_parquet(results: list[Extraction], path: Path) -> Path:
    path.write_bytes(b"".join(parquet_pieces(results, never)))
    return path


@pytest.mark.parametrize("read", CSV_READERS)
def test_the_white_papers_csv_is_its_json(read: Callable[[Path], Rows], white_paper: list[Extraction], tmp_path: Path) -> None:
    assert read(write_csv(white_paper, tmp_path / "claims.csv")) == written_json(white_paper)


@pytest.mark.parametrize("read", PARQUET_READERS)
def test_the_white_papers_parquet_is_its_json(read: Callable[[Path], Rows], white_paper: list[Extraction], tmp_path: Path) -> None:
    assert read(write_parquet(white_paper, tmp_path / "claims.parquet")) == written_json(white_paper)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(extractions(DECIMALS))
@example(said("'"))
@example(said("|;\t"))
def test_every_readers_csv_is_the_json(tmp_path: Path, result: Extraction) -> None:
    path = write_csv([result], tmp_path / "claims.csv")
    expected = written_json([result])
    for read in CSV_READERS:
        assert read(path) == expected, read.__name__


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(extractions(DECIMALS))
def test_every_readers_parquet_is_the_json(tmp_path: Path, result: Extraction) -> None:
    path = write_parquet([result], tmp_path / "claims.parquet")
    expected = written_json([result])
    for read in PARQUET_READERS:
        assert read(path) == expected, read.__name__


@given(extractions(ANY_DECIMALS))
def test_csv_holds_numbers_of_any_length(result: Extraction) -> None:
    table = list(csv.DictReader(io.StringIO("".join(csv_pieces([result])), newline="")))
    assert [Decimal(row["value"]) for row in table] == [claim.value for claim in result.claims]
    assert not any("E" in row["value"] or "e" in row["value"] for row in table)


# Data frames from rows, in one call


def test_rows_load_into_pandas_in_one_call(white_paper: list[Extraction]) -> None:
    frame = pd.DataFrame(white_paper[0].rows())
    assert tuple(frame.columns) == NAMES
    assert frame["value"].tolist() == [claim.value for claim in white_paper[0].claims]


def test_rows_load_into_polars_in_one_call(white_paper: list[Extraction]) -> None:
    frame = pl.DataFrame(white_paper[0].rows())
    assert tuple(frame.columns) == NAMES
    assert isinstance(frame.schema["value"], pl.Decimal)
    assert frame["value"].to_list() == [claim.value for claim in white_paper[0].claims]


def test_rows_of_a_long_document_load_into_polars_that_looks_at_all_of_them() -> None:
    text = "2024年，无锡市专利授权量13823件。\n" * 150 + "截至2024年底，全市人均支出三分之一，增速5%—8%。\n"
    result = ipextract.extract(text)
    assert len(result.claims) > 150
    assert result.claims[-1].upper is not None
    frame = pl.DataFrame(result.rows(), infer_schema_length=None)
    assert frame["value"].to_list() == [claim.value for claim in result.claims]
    assert frame["upper"].to_list() == [claim.upper for claim in result.claims]


# Parquet itself


def one_claim(value: str, upper: str | None = None) -> Extraction:
    [claim] = ipextract.extract("2024年无锡市专利授权量5件").claims
    changed = claim.model_copy(update={"value": Decimal(value), "upper": None if upper is None else Decimal(upper)})
    return Extraction(document={"source": "a.txt", "sha256": ""}, claims=(changed,), numerals=(), checks=())  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["9" * 20, "-" + "9" * 20 + "." + "9" * 18, "3.33333333333E-7", "1E+19", "0.1000000000000000000000", "0", "33.3333333333"])
def test_what_fits_is_held_digit_for_digit(value: str, tmp_path: Path) -> None:
    [row] = pq.read_table(write_parquet([one_claim(value)], tmp_path / "a.parquet")).to_pylist()
    assert row["value"] == Decimal(value)


@pytest.mark.parametrize("value", ["1" + "0" * 20, "-" + "9" * 21, "0." + "0" * 18 + "1", "1E+30"])
def test_what_does_not_fit_is_said_and_never_rounded(value: str, tmp_path: Path) -> None:
    told: list[str] = []
    path = tmp_path / "a.parquet"
    path.write_bytes(b"".join(parquet_pieces([one_claim(value), one_claim("1", value)], told.append)))
    first, second = pq.read_table(path).to_pylist()
    assert (first["value"], first["evidence_text"]) == (None, "5件")
    assert (second["value"], second["upper"]) == (Decimal(1), None)
    assert len(told) == 2
    assert all("more digits than a Parquet decimal" in line and "a.txt" in line for line in told)
    assert "value is left empty" in told[0]
    assert "upper is left empty" in told[1]


def test_a_document_without_claims_is_a_table_without_rows_and_no_document_is_nothing(tmp_path: Path) -> None:
    empty = ipextract.extract("没有数字。")
    assert pq.read_table(write_parquet([empty], tmp_path / "a.parquet")).num_rows == 0
    assert b"".join(parquet_pieces([], never)) == b""
    assert "".join(csv_pieces([empty])) == ",".join(NAMES) + "\n"
    assert "".join(csv_pieces([])) == ""


def test_many_documents_stand_in_few_groups(monkeypatch: pytest.MonkeyPatch, white_paper: list[Extraction], tmp_path: Path) -> None:
    monkeypatch.setattr("ipextract.output.parquet.GROUP", 100)
    path = write_parquet(white_paper * 20, tmp_path / "a.parquet")
    file = pq.ParquetFile(path)
    assert 1 < file.num_row_groups < 20
    assert parquet_by_polars(path) == written_json(white_paper) * 20
    file.close()


def test_parquet_says_what_its_columns_are(white_paper: list[Extraction], tmp_path: Path) -> None:
    schema = pq.read_schema(write_parquet(white_paper, tmp_path / "a.parquet"))
    assert schema.metadata[b"ipextract.schema_version"].decode() == ipextract.SCHEMA_VERSION
    assert [schema.field(name).metadata[b"doc"].decode() for name in NAMES] == [column.doc for column in COLUMNS]


# Spreadsheets

HARMFUL = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "－1")


@given(TEXTS)
@example("=HYPERLINK(1)")
@example("-2.1%")
def test_safe_cells_begin_no_formula_and_change_nothing_else(text: str) -> None:
    [claim] = ipextract.extract("2024年无锡市专利授权量下降5%").claims
    changed = claim.model_copy(update={"indicator": text, "value": Decimal("-2.1")})
    result = Extraction(document={"source": text, "sha256": ""}, claims=(changed,), numerals=(), checks=())  # type: ignore[arg-type]
    [plain] = csv.DictReader(io.StringIO("".join(csv_pieces([result])), newline=""))
    [safe] = csv.DictReader(io.StringIO("".join(csv_pieces([result], safe=True)), newline=""))
    assert safe["value"] == plain["value"] == "-2.1"
    for name in NAMES:
        assert safe[name] in (plain[name], "'" + plain[name])
    for name in ("indicator", "source"):
        assert (safe[name] == "'" + text) == text.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"))


@pytest.mark.parametrize("text", HARMFUL)
def test_every_harmful_beginning_is_taken_away(text: str) -> None:
    result = Extraction(document={"source": text, "sha256": ""}, claims=one_claim("5").claims, numerals=(), checks=())  # type: ignore[arg-type]
    [row] = csv.DictReader(io.StringIO("".join(csv_pieces([result], safe=True)), newline=""))
    assert row["source"] == "'" + text


def test_a_mark_is_written_once_and_read_by_everyone(white_paper: list[Extraction], tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes("".join(csv_pieces(white_paper * 2, bom=True)).encode())
    assert path.read_bytes().startswith(b"\xef\xbb\xbfschema_version,")
    assert path.read_bytes().count(b"\xef\xbb\xbf") == 1
    for read in CSV_READERS[:3]:
        assert read(path) == written_json(white_paper) * 2


# The command


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "无锡.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


def test_the_command_writes_one_table_for_all_files(release: Path, tmp_path: Path) -> None:
    results = [ipextract.extract_file(release), ipextract.extract_file(SEED)]
    assert run("extract", "-q", "--format", "csv", release, SEED).out == "".join(csv_pieces(results))
    out = tmp_path / "claims.parquet"
    assert run("extract", "-q", "--format", "parquet", release, SEED, "-o", out) == Ended(0, "", "")
    assert parquet_by_polars(out) == written_json(results)
    lines = run("extract", "-q", "--format", "jsonl", "--flat", release).out.splitlines()
    assert [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines] == results[0].rows()


def test_options_for_spreadsheets(release: Path) -> None:
    release.write_text("=公式\n2024年，无锡市专利授权量下降2.1%。\n", encoding="utf-8")
    plain = run("extract", "-q", "--format", "csv", release).out
    assert run("extract", "-q", "--format", "csv", "--bom", release).out == "\ufeff" + plain
    assert ",-2.1," in plain
    assert ",-2.1," in run("extract", "-q", "--format", "csv", "--safe-cells", release).out


def test_what_parquet_cannot_hold_is_told_and_the_rest_is_written(release: Path, tmp_path: Path) -> None:
    digits = "1" + "0" * 25
    release.write_text(f"2024年，无锡市专利授权量{digits}件，商标注册量77件。\n", encoding="utf-8")
    out = tmp_path / "claims.parquet"
    ended = run("extract", "-q", "--format", "parquet", release, "-o", out)
    assert ended.code == 1
    assert ended.err.startswith(f"ipextract: 无锡.txt: {digits}件 (claim ")
    assert ended.err.count("\n") == 1
    assert [row["value"] for row in parquet_by_polars(out)] == [None, Decimal(77)]
    assert digits in run("extract", "-q", "--format", "csv", release).out


def test_where_every_input_fails_no_table_is_written(tmp_path: Path) -> None:
    for form in ("csv", "parquet"):
        assert run("extract", "-q", "--format", form, tmp_path / "none.txt", "-o", tmp_path / "out").code == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--format", "parquet", "a.txt"], "name a file with -o"),
        (["--flat", "a.txt"], "goes with --format jsonl"),
        (["--bom", "--format", "jsonl", "a.txt"], "goes with --format csv"),
        (["--safe-cells", "a.txt"], "goes with --format csv"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    ended = run("extract", *arguments, cwd=tmp_path)
    assert ended.code == 2
    assert complaint in ended.err
    assert ended.out == ""


@pytest.mark.parametrize(
    ("library", "arguments", "message"),
    [
        ("pyarrow", ["extract", "{}", "--format", "parquet", "-o", "out"], "writing Parquet needs more libraries: pip install 'ipextract[parquet]'"),
        ("duckdb", ["series", "{}", "--indicator", "a", "-o", "out"], "reading series needs more libraries: pip install 'ipextract[series]'"),
    ],
)
def test_a_missing_library_is_one_line_that_says_what_to_install(release: Path, tmp_path: Path, library: str, arguments: list[str], message: str) -> None:
    program = f"import sys\nsys.modules[{library!r}] = None\nfrom ipextract.cli import main\nmain()"
    words = [word.format(release) for word in arguments]
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (1, b"", f"ipextract: {message}\n")
    assert list(tmp_path.iterdir()) == [release]


def test_tables_load_no_library_that_they_do_not_need(release: Path) -> None:
    program = "import sys\nfrom ipextract.cli import main\ntry:\n    main()\nfinally:\n    print(*[name for name in ('pyarrow', 'duckdb', 'pandas', 'polars') if name in sys.modules], file=sys.stderr)"
    for form in ("csv", "jsonl", "json"):
        done = subprocess.run([sys.executable, "-c", program, "extract", "-q", "--format", form, str(release)], capture_output=True, check=True)
        assert done.stderr == b"\n"
