"""The command: what it writes where, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import ipextract
from ipextract.catalogue import all_rules

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "wuxi-ip-2024.txt"
RELEASE = "无锡市2024年知识产权情况\n2024年，全市专利授权量55853件，其中发明专利授权量13823件，占授权总量24.74%，同比增长17.64%。\n"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out, parse_float=Decimal, parse_int=Decimal)


def run(*arguments: str | Path, data: bytes | None = None, cwd: Path | None = None, **environment: str) -> Ended:
    """The command in a process of its own, with UTF-8 or whatever the environment says."""
    done = subprocess.run(
        [sys.executable, "-m", "ipextract", *map(str, arguments)],
        input=data or b"",
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
    )
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "无锡.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


# What is written


def test_one_file_is_one_object_and_a_note(release: Path) -> None:
    ended = run("extract", release)
    assert ended.code == 0
    assert ended.json["document"]["source"] == "无锡.txt"
    assert ended.json["document"]["text"] == RELEASE
    assert ended.json["claims"]
    assert ended.err.startswith(f"ipextract: {release}: {len(ended.json['claims'])} claims, ")
    assert ended.err.count("\n") == 1


def test_the_command_writes_what_the_library_returns(release: Path) -> None:
    assert run("extract", release).out == ipextract.extract_file(release).to_json() + "\n"


def test_numbers_are_written_digit_for_digit(release: Path) -> None:
    values = {claim["evidence"]["text"]: claim["value"] for claim in run("extract", release).json["claims"]}
    assert values["24.74%"] == Decimal("24.74")


def test_quiet_leaves_out_the_notes_and_not_the_errors(release: Path, tmp_path: Path) -> None:
    assert run("extract", "-q", release).err == ""
    assert run("extract", "-q", release, tmp_path / "none.txt").err == f"ipextract: {tmp_path / 'none.txt'}: no such file\n"


def test_omit_text(release: Path) -> None:
    assert "text" not in run("extract", "--omit-text", release).json["document"]


def test_several_files_are_an_array(release: Path) -> None:
    found = run("extract", release, SEED).json
    assert [one["document"]["source"] for one in found] == ["无锡.txt", "wuxi-ip-2024.txt"]


def test_a_directory_is_an_array_with_paths_as_sources(release: Path, tmp_path: Path) -> None:
    inner = tmp_path / "2023"
    inner.mkdir()
    (inner / "无锡.md").write_text(RELEASE, encoding="utf-8")
    (inner / "notes.rst").write_text("5件", encoding="utf-8")
    (inner / ".hidden.txt").write_text("5件", encoding="utf-8")
    found = run("extract", tmp_path).json
    assert [one["document"]["source"] for one in found] == ["2023/无锡.md", release.name]


def test_standard_input(release: Path) -> None:
    ended = run("extract", "-", data=release.read_bytes())
    assert ended.json["document"]["source"] == "-"
    assert ended.json["document"]["sha256"] == run("extract", release).json["document"]["sha256"]


def test_json_lines_are_claims_each_complete_in_itself(release: Path) -> None:
    lines = [json.loads(line) for line in run("extract", "--format", "jsonl", release, SEED).out.splitlines()]
    assert {line["source"] for line in lines} == {"无锡.txt", "wuxi-ip-2024.txt"}
    assert {line["schema_version"] for line in lines} == {ipextract.SCHEMA_VERSION}
    first = run("extract", release).json["claims"][0]
    assert {key: value for key, value in lines[0].items() if key not in ("schema_version", "source")}.keys() == first.keys()


def test_the_table_has_a_line_a_claim(release: Path) -> None:
    title, _, head, *lines = run("extract", "--format", "table", release).out.splitlines()
    assert title == "无锡市2024年知识产权情况"
    assert head.split()[:2] == ["printed", "value"]
    assert [line.split()[0] for line in lines[:4]] == ["55853件", "13823件", "24.74%", "17.64%"]
    assert "agrees_truncated" in lines[-1]


def test_explain_shows_sentence_rule_and_origins(release: Path) -> None:
    ended = run("extract", "--explain", release)
    claims = run("extract", release).json["claims"]
    blocks = ended.out.strip().split("\n\n")
    assert [block.split()[0] for block in blocks] == [claim["id"] for claim in claims]
    assert "占授权总量【24.74%】" in ended.out
    assert "rule      share.of_whole" in ended.out
    assert "[printed]" in ended.out
    assert "[inherited]" in ended.out


def test_out_is_written_whole_and_nothing_else_is_left(release: Path, tmp_path: Path) -> None:
    out = tmp_path / "records.json"
    ended = run("extract", release, "-o", out)
    assert ended.out == ""
    assert json.loads(out.read_text(encoding="utf-8"))["claims"]
    assert {path.name for path in tmp_path.iterdir()} == {release.name, out.name}


def test_out_stays_as_it_was_where_every_input_failed(tmp_path: Path) -> None:
    out = tmp_path / "records.json"
    out.write_text("before", encoding="utf-8")
    assert run("extract", tmp_path / "none.txt", "-o", out).code == 1
    assert out.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("engine", ["rjieba", "jieba", "auto"])
def test_every_segmenter_gives_the_same_and_is_silent(release: Path, engine: str, tmp_path: Path) -> None:
    ended = run("extract", "-q", "--segmenter", engine, release, TMPDIR=str(tmp_path))
    assert ended == Ended(0, ipextract.extract_file(release).to_json() + "\n", "")
    assert list(tmp_path.iterdir()) == [release]


def test_a_lexicon_of_ones_own(release: Path, tmp_path: Path) -> None:
    release.write_text("2024年全市建成专利导航塔15塔尖。", encoding="utf-8")
    lexicon = tmp_path / "own.toml"
    lexicon.write_text('[units.count]\nwords = ["塔尖"]\n', encoding="utf-8")
    assert [claim["unit"] for claim in run("extract", release, "--lexicon", lexicon).json["claims"]] == ["塔尖"]
    assert "塔尖" not in [claim["unit"] for claim in run("extract", release).json["claims"]]


def test_output_is_utf_8_whatever_the_terminal_says(release: Path) -> None:
    assert run("extract", "-q", release, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0").out == run("extract", "-q", release).out


# Inputs that cannot be read


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image"),
        ("专利授权".encode() + b"\xff\xff", "neither UTF-8 nor GB18030"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_and_the_others_are_done(tmp_path: Path, release: Path, data: bytes, reason: str) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    ended = run("extract", "-q", bad, release)
    assert ended.code == 1
    assert ended.err.startswith(f"ipextract: {bad}: ")
    assert reason in ended.err
    assert ended.err.count("\n") == 1
    assert [one["document"]["source"] for one in ended.json] == [release.name]


def test_a_missing_file_and_a_directory_without_documents(tmp_path: Path, release: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    ended = run("extract", "-q", tmp_path / "none.txt", empty, release)
    assert ended.code == 1
    assert ended.err == f"ipextract: {tmp_path / 'none.txt'}: no such file\nipextract: {empty}: no documents in this directory (*.txt, *.md, *.html, *.htm, *.pdf, *.docx, *.xlsx, *.ofd)\n"
    assert len(ended.json) == 1


def test_where_all_inputs_fail_nothing_is_written(tmp_path: Path) -> None:
    assert run("extract", tmp_path / "one.txt", tmp_path / "two.txt").out == ""
    assert run("extract", "-", data=b"").err == "ipextract: -: the file is empty\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_encodings_of_releases(release: Path, encoding: str) -> None:
    release.write_text(RELEASE, encoding=encoding)
    assert run("extract", release).json["document"]["text"] == RELEASE


def test_an_out_that_cannot_be_written(release: Path, tmp_path: Path) -> None:
    ended = run("extract", "-q", release, "-o", tmp_path / "none" / "out.json")
    assert (ended.code, ended.err) == (1, f"ipextract: {tmp_path / 'none' / 'out.json'}: cannot be written: No such file or directory\n")


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_bytes(SEED.read_bytes())
    command = subprocess.Popen([sys.executable, "-m", "ipextract", "extract", "-q", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.read(10)
    command.stdout.close()
    assert command.stderr.read() == b""
    command.stderr.close()
    assert command.wait() == 0


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["extract"], "Missing argument"),
        (["extract", "--format", "xml", "-"], "xml"),
        (["extract", "--segmenter", "none", "-"], "none"),
        (["extract", "--explain", "--format", "json", "-"], "--explain"),
        (["extract", "--lexicon", "nowhere.toml", "-"], "nowhere.toml"),
        (["extract", "same.txt", "-o", "./same.txt"], "also an input"),
        (["rules", "nothing"], "no rule is called nothing"),
        (["evaluate", "a.gold", "b.gold", "--document", "a.txt"], "goes with one GOLD"),
        (["nothing"], "No such command"),
    ],
)
def test_wrong_usage_ends_with_2(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    ended = run(*arguments, cwd=tmp_path)
    assert ended.code == 2
    assert complaint in ended.err
    assert ended.out == ""


def test_a_broken_lexicon_is_named_with_what_is_wrong(tmp_path: Path, release: Path) -> None:
    lexicon = tmp_path / "own.toml"
    lexicon.write_text("[unit.count]\nwords = []\n", encoding="utf-8")
    ended = run("extract", release, "--lexicon", lexicon)
    assert ended.code == 2
    assert "no table 'unit'" in ended.err


# The other commands


def test_version() -> None:
    assert run("--version") == Ended(0, f"ipextract {ipextract.__version__}\n", "")


def test_the_schema_fits_what_extract_writes_and_is_the_published_one(release: Path) -> None:
    schema = json.loads(run("schema").out)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for arguments in ([release], ["--omit-text", SEED]):
        assert not list(validator.iter_errors(json.loads(run("extract", *arguments).out)))
    assert not validator.is_valid({"schema_version": "1"})
    published = json.loads((ROOT / "docs" / "extraction.schema.json").read_text(encoding="utf-8"))
    assert schema == published, "the records changed: write the schema anew with `make schema`"


def test_rules_are_listed_with_their_examples() -> None:
    listed = run("rules").out
    for rule in all_rules():
        assert f"{rule.name}: " in listed
        assert rule.example in listed
        assert rule.counter_example in listed


def test_one_rule_or_a_family_of_them() -> None:
    assert run("rules", "share.of_whole").out.startswith("share.of_whole: ")
    assert "share.noun: " in run("rules", "share").out


def test_every_claim_names_a_rule_that_is_listed() -> None:
    names = {rule.name for rule in all_rules()}
    texts = [SEED, *sorted((ROOT / "fixtures").glob("*.txt"))]
    used = {claim.rule for path in texts for claim in ipextract.extract_file(path).claims}
    assert used <= names


def test_evaluate_shows_rates_kinds_and_errors(release: Path) -> None:
    gold = release.with_suffix(".gold")
    gold.write_text("55853件 | count level | 55853 | 件 | 专利授权量\n13823件 | count level | 1 | 件 | 发明专利授权量\n", encoding="utf-8")
    ended = run("evaluate", gold, "--errors")
    assert ended.code == 0
    assert "not annotated: 17.64" in ended.out
    assert "wrong     line 2: 13823件, by rule level\n              value: exact 13823, not exact 1\n" in ended.out
    assert "spurious  24.74% at" in ended.out
    assert "by kind" in ended.out
    assert ended.out.splitlines()[-1].startswith("all")
    counts = run("evaluate", gold.parent, "--json").json
    assert (counts["all"]["gold"], counts["all"]["met"], counts["all"]["value"]) == (2, 2, 1)
    assert counts["documents"]["无锡"] == counts["all"]


def test_evaluate_with_a_document_that_stands_elsewhere(tmp_path: Path, release: Path) -> None:
    gold = tmp_path / "other.gold"
    gold.write_text("55853件 | count level | 55853 | 件 | 专利授权量\n@ skip_rest yes\n", encoding="utf-8")
    assert run("evaluate", gold, "--document", release).code == 0
    ended = run("evaluate", gold, release.with_suffix(".none"))
    assert ended.code == 1
    assert ended.err.count("ipextract: ") == 2


@pytest.mark.parametrize("command", [[], ["extract"], ["compare"], ["report"], ["export"], ["series"], ["schema"], ["rules"], ["evaluate"]])
def test_help_is_plain_and_without_escapes(command: list[str]) -> None:
    ended = run(*command, "--help")
    assert ended.code == 0
    assert "Usage: ipextract" in ended.out
    assert "\x1b" not in ended.out
