"""The documents say what the program does: commands, options, excerpts of output, examples."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main

import ipextract
from ipextract.cli import app

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
PAGES = (
    *READMES,
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "docs/checks.md",
    "docs/cli.md",
    "docs/compare.md",
    "docs/corpora.md",
    "docs/exports.md",
    "docs/lexicon.md",
    "docs/report.md",
    "docs/tables.md",
    "fixtures/README.md",
)
_GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = {name: _GROUP.get_command(None, name) for name in _GROUP.list_commands(None)}
_EXCERPT = re.compile(r"<!-- output of: (?P<command>.+?) -->\n```\w+\n(?P<lines>.*?)```", re.DOTALL)


def _page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def _output(command: str) -> list[str]:
    words = [sys.executable, "-m", *shlex.split(command)]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8").stdout.splitlines()


def _excerpts() -> list[tuple[str, str, str]]:
    return [(name, found["command"], found["lines"]) for name in PAGES for found in _EXCERPT.finditer(_page(name))]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_section_and_help(name: str) -> None:
    assert f"## ipextract {name}\n" in _page("docs/cli.md")
    assert COMMANDS[name].help
    for readme in READMES:
        assert f"ipextract {name} " in _page(readme)


@pytest.mark.parametrize(("name", "parameter"), [(name, one) for name, command in COMMANDS.items() for one in command.params if one.name != "help"])
def test_every_option_is_documented_and_has_help(name: str, parameter: Any) -> None:
    section = _page("docs/cli.md").split(f"## ipextract {name}\n")[1].split("\n## ")[0]
    assert parameter.help
    for spelling in parameter.opts if parameter.param_type_name == "option" else [parameter.metavar.strip(".[]")]:
        assert spelling in section


def test_every_option_of_the_page_exists() -> None:
    known = {spelling for command in COMMANDS.values() for one in command.params for spelling in one.opts} | {"--version", "--help"}
    assert set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", _page("docs/cli.md"))) <= known


def test_every_excerpt_is_real_output() -> None:
    for page, command, lines in _excerpts():
        output = _output(command)
        position = 0
        for line in lines.splitlines():
            found = [number for number in range(position, len(output)) if output[number].rstrip(",") == line.rstrip(",")]
            assert found, f"{page}: {command} does not print, in this order: {line}"
            position = found[0] + 1


@pytest.mark.parametrize("readme", READMES)
def test_the_readmes_show_excerpts(readme: str) -> None:
    assert len(_EXCERPT.findall(_page(readme))) == 3


@pytest.mark.parametrize("readme", READMES)
def test_the_two_commands_are_targets_of_the_makefile(readme: str) -> None:
    named = re.findall(r"^    make (\w+)", _page(readme), re.MULTILINE)
    assert named == ["run", "test"]
    assert all(re.search(rf"^{name}:", _page("Makefile"), re.MULTILINE) for name in named)
    assert "make test" in _page(".ci/run")


@pytest.mark.parametrize("name", PAGES)
def test_targets_of_make_that_a_page_names_exist(name: str) -> None:
    for target in re.findall(r"`make (\w+)`|^    make (\w+)", _page(name), re.MULTILINE):
        assert re.search(rf"^{''.join(target)}:", _page("Makefile"), re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files(name: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", _page(name)):
        assert ((ROOT / name).parent / link).exists(), link


@pytest.mark.parametrize("readme", READMES)
def test_every_field_of_the_record_is_explained(readme: str) -> None:
    for field in ipextract.Claim.model_fields:
        assert field == "id" or f"`{field}`" in _page(readme)


@pytest.mark.parametrize("page", [*READMES, "docs/compare.md", "docs/lexicon.md", "docs/report.md", "docs/tables.md"])
def test_python_examples_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = re.findall(r"```python\n(.*?)```", _page(page), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.toml").write_text("", encoding="utf-8")
    (tmp_path / "2024.txt").write_bytes((ROOT / "seeds" / "wuxi-ip-2024.txt").read_bytes())
    if page == "docs/tables.md":
        for form in ("csv", "parquet"):
            assert subprocess.run([sys.executable, "-m", "ipextract", "extract", "-q", "2024.txt", "--format", form, "-o", f"claims.{form}"], check=True).returncode == 0
    assert examples
    names: dict[str, Any] = {}
    for example in examples:
        exec(compile(example, page, "exec"), names)  # noqa: S102 - our own page


def test_the_example_of_a_lexicon_does_what_the_page_says(tmp_path: Path) -> None:
    page = _page("docs/lexicon.md")
    own = tmp_path / "own.toml"
    own.write_text(re.findall(r"```toml\n(.*?)```", page, re.DOTALL)[0], encoding="utf-8")
    text = re.findall(r'"(2024年，无锡市[^"]+)"', page)[0]
    with_it, without = ipextract.Extractor(lexicon=own).extract(text), ipextract.extract(text)
    found = [(str(one.value), one.unit, one.indicator, one.region and one.region.name, one.status) for one in with_it.claims]
    assert found == [
        ("1200", "核证吨", "碳汇核证量", "惠山高新技术产业园", "actual"),
        ("500", "件", "专利授权量", "惠山高新技术产业园", "target"),
    ]
    assert [one.role for one in with_it.numerals] == ["date", "name", "claim", "claim"]
    assert next(one.evidence.text for one in without.claims) == "3家"
    assert {one.status for one in without.claims} == {"actual"}


def test_the_example_of_a_file_of_names_is_one(tmp_path: Path) -> None:
    from ipextract.releases.overrules import read_overrules

    path = tmp_path / "names.toml"
    path.write_text(re.findall(r"```toml\n(.*?)```", _page("docs/compare.md"), re.DOTALL)[0], encoding="utf-8")
    names = read_overrules(path)
    assert names.groups["各项存款余额"] == names.groups["金融机构本外币各项存款余额"] != names.groups["全社会快递业务量"]
    assert names.apart(["新型研发机构"], ["新型研发机构"])


def test_every_key_reason_and_column_of_a_comparison_is_explained() -> None:
    from typing import get_args

    from ipextract.releases.models import Indicator, MatchKind, Movement, Value, Why

    page = _page("docs/compare.md")
    for word in (*ipextract.Comparison.model_fields, *Indicator.model_fields, *Movement.model_fields, *Value.model_fields, *get_args(Why), *get_args(MatchKind)):
        assert word == "warnings" or f"`{word}`" in page, word


def test_names_of_rules_in_the_pages_exist() -> None:
    from ipextract.catalogue import find_rules

    for name in ("share.of_whole", "gap.above", "number.rate_per"):
        assert find_rules(name)
    assert "`share.of_whole`" in _page("docs/cli.md")
