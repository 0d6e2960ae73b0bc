"""The report as a file: what it embeds, what it allows, and the command that writes it. How it behaves is in test_report_browser.py."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_making import ATTACKS, RELEASE, ROOT, SEED, compared, hostile, years
from test_cli import run

import ipextract
from ipextract.output.columns import NAMES
from ipextract.output.report.layout import Units, lay_out_page
from ipextract.output.report.page import SCRIPTS, embed

ASSETS = files("ipextract.output.report").joinpath("assets")
TEXTS = [SEED, *sorted((ROOT / "fixtures").glob("*.txt")), *sorted((ROOT / "fixtures" / "formats").glob("release.*"))]
# Marks that only draw a table, and blanks.
_DRAWN = set("|:-")


class Parts(HTMLParser):
    """The elements of a page with their attributes, and what stands in those of raw text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] in ("script", "style", "title") and data.strip():
            self.raw.append((*self.elements[-1], data))

    def named(self, tag: str) -> list[str]:
        return [text for name, _, text in self.raw if name == tag]

    @property
    def policy(self) -> str:
        return next(attributes["content"] or "" for tag, attributes in self.elements if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy")


def embedded(page: str) -> Any:
    return json.loads(next(text for tag, attributes, text in Parts(page).raw if attributes.get("type") == "application/json"))


# What the page holds


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_all_of_a_document_is_on_the_page(path: Path) -> None:
    result = ipextract.extract_file(path)
    text = result.document.text or ""
    shown = bytearray(len(text.encode("utf-16-le")) // 2)
    for _, start, end, _, *rows in lay_out_page(text, Units(text)):
        for first, last in [cell for row in rows[0] for cell in row] if rows else [(start, end)]:
            shown[first:last] = b"\x01" * (last - first)
    units = Units(text)
    left = {text[place] for place in range(len(text)) if not shown[units.at(place)] and not text[place].isspace()}
    assert left <= _DRAWN
    assert all(all(shown[units.at(one.start) : units.at(one.end)]) for one in result.numerals if "\n" not in one.text)


def test_claims_numerals_and_checks_are_those_of_the_extraction() -> None:
    result = ipextract.extract_file(SEED)
    (document,) = embedded(ipextract.report(result))["documents"]
    assert [dict(zip(NAMES, row, strict=True)) for row in document["claims"]] == json.loads(json.dumps(result.rows(), default=str))
    assert [(role, ids) for _, _, role, ids in document["numerals"]] == [(one.role, list(one.claims)) for one in result.numerals]
    assert [note["origins"] for note in document["notes"]] == [result.origins[claim.id] for claim in result.claims]
    assert document["checks"] == json.loads(json.dumps([check.model_dump() for check in result.checks], default=str))
    assert document["facts"]["title"] == result.document.title


def test_each_rule_of_the_page_has_its_example() -> None:
    data = embedded(ipextract.report(ipextract.extract(RELEASE)))
    used = {row[NAMES.index("rule")] for row in data["documents"][0]["claims"]}
    assert data["rules"].keys() == used
    assert "【24.74%】" in data["rules"]["share.of_whole"]["example"]


def test_numbers_are_embedded_digit_for_digit() -> None:
    result = ipextract.extract("2024年全市专利授权量12345678901234567890.123456789012345件。")
    (document,) = embedded(ipextract.report(result))["documents"]
    assert document["claims"][0][NAMES.index("value")] == "12345678901234567890.123456789012345"


def test_spans_count_as_a_script_counts() -> None:
    result = ipextract.extract(RELEASE)
    (document,) = embedded(ipextract.report(result))["documents"]
    units = document["text"].encode("utf-16-le")
    assert any(char > "\uffff" for char in RELEASE)
    for claim, note in zip(result.claims, document["notes"], strict=True):
        start, end, first, last = note["at"]
        assert units[2 * start : 2 * end].decode("utf-16-le") == claim.evidence.text
        assert units[2 * first : 2 * last].decode("utf-16-le") == RELEASE[claim.evidence.sentence.start : claim.evidence.sentence.end]


def test_a_comparison_keeps_its_numbers() -> None:
    releases = years()
    data = embedded(ipextract.report(releases, compared(releases)))
    assert len(data["documents"]) == 3
    assert data["comparison"]["indicators"][1]["values"][0]["value"] == "17829000000"


def test_an_extraction_without_text_has_a_page() -> None:
    result = ipextract.extract(RELEASE)
    bare = result.model_copy(update={"document": result.document.model_copy(update={"text": None})})
    assert embedded(ipextract.report(bare))["documents"][0]["blocks"] == []


def test_no_extraction_is_no_report() -> None:
    with pytest.raises(ValueError, match="at least one"):
        ipextract.report([])


def test_the_white_paper_is_light() -> None:
    assert len(ipextract.report(ipextract.extract_file(SEED)).encode("utf-8")) < 1_000_000


# What the page allows


@given(st.text(st.characters(codec=None), max_size=60) | st.sampled_from(ATTACKS))
def test_whatever_is_embedded_comes_out_and_ends_nothing(text: str) -> None:
    made = embed({text: [text]})
    assert json.loads(made) == {text: [text]}
    assert not set("<>&\u2028\u2029") & set(made)
    made.encode("utf-8")


def test_a_hostile_document_adds_no_element() -> None:
    plain, attacked = Parts(ipextract.report(ipextract.extract(RELEASE))), Parts(ipextract.report(hostile()))
    assert attacked.elements == plain.elements
    assert attacked.named("style") == plain.named("style")
    assert attacked.named("script")[1:] == plain.named("script")[1:]


def test_the_policy_allows_the_page_s_own_script_and_style_alone() -> None:
    parts = Parts(ipextract.report(ipextract.extract(RELEASE)))
    directives = dict(one.split(" ", 1) for one in parts.policy.split("; "))

    def allowed(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode() + "'"

    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == allowed(parts.named("script")[-1])
    assert directives["style-src"] == allowed(parts.named("style")[0])
    assert directives["base-uri"] == directives["form-action"] == "'none'"
    assert [tag for tag, _ in parts.elements].index("meta") < [tag for tag, _ in parts.elements].index("style")


def test_the_page_names_no_other_place() -> None:
    parts = Parts(ipextract.report(ipextract.extract(RELEASE)))
    assert not [attributes for _, attributes in parts.elements if attributes.keys() & {"src", "href", "action", "style", "srcset", "data"}]
    assert not [name for _, attributes in parts.elements for name in attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import|@font-face", parts.named("style")[0])


def test_no_string_becomes_markup_or_code_in_the_script() -> None:
    script = "".join(ASSETS.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bFunction\(|DOMParser|srcdoc|createContextualFragment", script)
    assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|importScripts|localStorage|document\.cookie", script)
    assert {f"{name}.js" for name in SCRIPTS} | {"report.css", "report.html"} == {one.name for one in ASSETS.iterdir()}


# The command


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "泉山.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


def test_the_command_writes_what_the_library_returns(release: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    ended = run("report", release, "-o", out)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith(f"ipextract: {release}: 15 claims, ")
    assert out.read_bytes() == ipextract.report(ipextract.extract_file(release)).encode("utf-8")
    assert run("report", "-q", release).out.encode("utf-8") == out.read_bytes()


def test_several_files_are_one_page(release: Path) -> None:
    data = embedded(run("report", "-q", release, SEED).out)
    assert [one["facts"]["source"] for one in data["documents"]] == [release.name, SEED.name]


def test_what_cannot_be_read_is_told_and_the_others_are_shown(release: Path, tmp_path: Path) -> None:
    ended = run("report", "-q", tmp_path / "none.txt", release)
    assert (ended.code, ended.err) == (1, f"ipextract: {tmp_path / 'none.txt'}: no such file\n")
    assert len(embedded(ended.out)["documents"]) == 1


def test_where_all_inputs_fail_no_page_is_written(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert run("report", "-q", tmp_path / "none.txt", "-o", out).code == 1
    assert list(tmp_path.iterdir()) == []


def test_the_page_does_not_take_the_place_of_an_input(release: Path) -> None:
    assert run("report", release, "-o", release).code == 2
    assert release.read_text(encoding="utf-8") == RELEASE
