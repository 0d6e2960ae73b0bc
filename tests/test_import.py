"""`import ipextract` does no work, and its public names are there, typed and documented."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import ipextract

ROOT = Path(__file__).parents[1]
HEAVY = ("jieba", "rjieba", "typer", "rich", "regex", "pydantic")


def _modules_after(program: str) -> set[str]:
    """The modules of HEAVY that a fresh interpreter has loaded after `program`."""
    shown = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return set(shown.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert _modules_after("import ipextract") == set()


@pytest.mark.parametrize("name", ["Extractor", "Claim", "InputError"])
def test_naming_a_class_loads_no_segmenter_and_no_terminal(name: str) -> None:
    assert not _modules_after(f"import ipextract; ipextract.{name}") & {"jieba", "rjieba", "typer", "rich"}


def test_building_an_extractor_loads_no_segmenter() -> None:
    assert not _modules_after("import ipextract; ipextract.Extractor()") & {"jieba", "rjieba"}


def test_one_segmenter_is_loaded_and_not_the_other() -> None:
    text = "2024年全市知识产权公共服务机构52个，其中国家级5个。"
    assert "jieba" not in _modules_after(f"import ipextract; ipextract.Extractor(segmenter='rjieba').extract({text!r})")
    assert "rjieba" not in _modules_after(f"import ipextract; ipextract.Extractor(segmenter='jieba').extract({text!r})")


@pytest.mark.parametrize("name", ipextract.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(ipextract, name)
    assert name in dir(ipextract)
    if inspect.isclass(value) or inspect.isfunction(value):
        assert inspect.getdoc(value)


def test_what_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = ipextract.nothing  # type: ignore[attr-defined]


def test_the_version_is_the_one_of_the_changelog() -> None:
    assert f"## [{ipextract.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_core_dependencies_are_those_that_the_code_imports() -> None:
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert {line.split(">=")[0] for line in named} == {"jieba", "rjieba", "regex", "pydantic", "typer", "rich"}


def test_the_default_extractor_is_built_once() -> None:
    from ipextract import _default_extractor

    assert ipextract.extract("专利5件").claims
    assert _default_extractor() is _default_extractor()


def test_an_extractor_and_its_results_can_be_pickled() -> None:
    extractor = pickle.loads(pickle.dumps(ipextract.Extractor()))
    result = extractor.extract("2024年，无锡市专利授权量55853件。")
    assert pickle.loads(pickle.dumps(result)) == result


def test_a_string_is_text_and_never_a_path(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text("专利5件", encoding="utf-8")
    assert ipextract.extract(str(path)).document.text == str(path)
    assert ipextract.extract_file(path).document.text == "专利5件"
