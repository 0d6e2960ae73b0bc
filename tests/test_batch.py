"""`ipextract batch`: parts that are whole, a journal that an ended run goes on behind, and documents that fail."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cli import RELEASE, Ended, run
from test_long_work import at_work

import ipextract
from ipextract.corpora import worker as worker_module
from ipextract.corpora.failures import ERRORS
from ipextract.corpora.forms import ERROR_COLUMNS
from ipextract.corpora.journal import Entry, Journal
from ipextract.corpora.parts import Parts
from ipextract.corpora.plan import Document, Place, Plan
from ipextract.corpora.pool import Pool
from ipextract.corpora.run import Batch
from ipextract.corpora.run import run as run_batch
from ipextract.corpora.tables import Columns
from ipextract.corpora.worker import Extracted, Job
from ipextract.errors import InputError
from ipextract.extractor import Extractor
from ipextract.output.lines import claim_lines

NOTICES = [f"2024年，全市专利授权量{number}件，同比增长{number % 90 + 1}.5%。" for number in range(60)]
PLACE = Place(0, 1, "", 0)


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    """A corpus of sixty documents and 120 claims in JSON Lines."""
    path = tmp_path / "notices.jsonl"
    path.write_text("".join(json.dumps({"id": f"n{number}", "text": text}, ensure_ascii=False) + "\n" for number, text in enumerate(NOTICES)), encoding="utf-8")
    return path


def batch(*arguments: str | Path) -> Ended:
    return run("batch", "-j", "1", *arguments)


def lines(out: Path, what: str = "claims") -> list[dict[str, Any]]:
    return [json.loads(line) for part in sorted(out.glob(f"{what}-*.jsonl")) for line in part.read_text(encoding="utf-8").splitlines()]


def errors(out: Path) -> list[tuple[str, str]]:
    return [(line["source"], line["error"]) for line in lines(out, "errors")]


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


# What is written


def test_the_claims_are_those_of_extract_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    for name in ("b/2.txt", "a/1.txt", "c.txt"):
        path = corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RELEASE.replace("55853", str(len(name) * 1000 + ord(name[0]))), encoding="utf-8")
    (corpus / ".hidden.txt").write_text("5件", encoding="utf-8")
    ended = run("batch", corpus, "-j", "2", "-o", corpus / "out")
    assert ended.code == 0
    assert (corpus / "out" / "claims-000001.jsonl").read_text(encoding="utf-8") == run("extract", "-q", corpus, "--format", "jsonl").out
    assert [line["source"] for line in lines(corpus / "out")[::4]] == ["a/1.txt", "b/2.txt", "c.txt"]
    assert ended.out == ""
    assert f"{corpus / 'out'}: 3 documents (3 of them now, " in ended.err
    assert ended.err.endswith("a second), 12 claims, 1 parts; errors: none\n")


def test_parquet_in_and_out_has_the_same_claims(notices: Path, tmp_path: Path) -> None:
    table = pa.table({"nr": list(range(len(NOTICES))), "body": NOTICES, "more": [b"x"] * len(NOTICES)})
    pq.write_table(table, tmp_path / "notices.parquet", row_group_size=7)
    ended = batch(tmp_path / "notices.parquet", "--text-column", "body", "--id-column", "nr", "--format", "parquet", "--part-rows", "25", "-o", tmp_path / "out")
    assert ended.code == 0
    assert batch(notices, "-o", tmp_path / "lines").code == 0
    parts = sorted((tmp_path / "out").glob("claims-*.parquet"))
    found = [row for part in parts for row in pq.read_table(part).to_pylist()]
    assert [pq.read_metadata(part).num_rows for part in parts] == [26, 26, 26, 26, 16]
    assert [row["source"] for row in found] == [line["source"].removeprefix("n") for line in lines(tmp_path / "lines")]
    assert [(row["id"], float(row["value"])) for row in found] == [(line["id"], line["value"]) for line in lines(tmp_path / "lines")]


def test_a_part_is_full_with_rows_or_with_documents_that_have_none(tmp_path: Path) -> None:
    corpus = tmp_path / "a.jsonl"
    corpus.write_text('{"text": "没有数字。"}\n' * 25, encoding="utf-8")
    assert batch(corpus, "--part-rows", "10", "-o", tmp_path / "out").code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["journal.jsonl"]
    assert [json.loads(line).get("documents") for line in (tmp_path / "out" / "journal.jsonl").read_text().splitlines()] == [None, 10, 20, 25]


def test_the_number_of_processes_changes_nothing(notices: Path, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        assert run("batch", notices, "-j", jobs, "--part-rows", "40", "-o", tmp_path / jobs).code == 0
    assert files(tmp_path / "1") == files(tmp_path / "2")
    assert [line["source"] for line in lines(tmp_path / "2")] == [f"n{number // 2}" for number in range(120)]


# Documents that fail


def test_each_document_that_fails_is_a_row_with_its_reason(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_bytes(b"")
    (corpus / "b.pdf").write_bytes(b"%PDF-1.4 cut")
    (corpus / "c.jsonl").write_bytes(b'{"text": "\xe4\xb8\x93\xe5\x88\xa95\xe4\xbb\xb6"}\n\n{"text": 5}\n[]\n{"text"\n{"id": "x"}\n\xff\n' + b"[" * 100_000 + b"\n")
    (corpus / "d.parquet").write_bytes(b"PAR1")
    pq.write_table(pa.table({"words": ["5件"]}), corpus / "e.parquet")
    (corpus / "f.txt").write_text("商标6件。", encoding="utf-8")
    ended = batch(corpus, tmp_path / "none.txt", tmp_path / "no*.html", "-o", tmp_path / "out")
    assert ended.code == 1
    assert {error for _, error in errors(tmp_path / "out")} == {"unreadable"}
    assert [line["source"] for line in lines(tmp_path / "out")] == ["c.jsonl:1", "f.txt"]
    reasons = {line["source"]: line["reason"] for line in lines(tmp_path / "out", "errors")}
    assert reasons.keys() == {"a.txt", "b.pdf", "c.jsonl:3", "c.jsonl:4", "c.jsonl:5", "x", "c.jsonl:7", "c.jsonl:8", "d.parquet", "e.parquet", "none.txt", str(tmp_path / "no*.html")}
    assert reasons["c.jsonl:3"] == "text is no text"
    assert reasons["x"] == "no text among its fields; --text-column names the one with the text"
    assert "one of: words" in reasons["e.parquet"]
    assert reasons["none.txt"] == "no such file"
    assert "12 unreadable" in ended.err


def test_a_line_that_is_too_long_is_not_held(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "长" * 400_000}) + '\n{"text": "专利5件"}\n', encoding="utf-8")
    assert batch(tmp_path / "a.jsonl", "--max-megabytes", "1", "-o", tmp_path / "out").code == 1
    assert errors(tmp_path / "out") == [("a.jsonl:1", "unreadable")]
    assert [line["source"] for line in lines(tmp_path / "out")] == ["a.jsonl:2"]


def test_a_number_that_parquet_cannot_hold_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"专利{10**30}件。", encoding="utf-8")
    assert batch(tmp_path / "a.txt", "--format", "parquet", "-o", tmp_path / "out").code == 1
    (row,) = pq.read_table(tmp_path / "out" / "errors-000001.parquet").to_pylist()
    assert row["error"] == "incomplete"
    assert list(row) == [column.name for column in ERROR_COLUMNS]
    assert pq.read_table(tmp_path / "out" / "claims-000001.parquet")["value"].to_pylist() == [None]


class Trying(Extractor):
    """Takes some texts amiss, as a bug, an endless loop or a lack of memory would."""

    def extract_document(self, document: Any) -> Any:
        if "停" in document.text:
            time.sleep(600)
        if "死" in document.text or ("再" in document.text and not os.path.exists(document.source)):  # noqa: PTH110 - a name made for this
            if "再" in document.text:
                Path(document.source).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "错" in document.text:
            raise ZeroDivisionError("by nothing")
        return super().extract_document(document)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Trying, ())


def results(texts: list[str], workers: int = 2, timeout: float = 60) -> list[Extracted]:
    documents = [Document(f"d{number}", 1, PLACE, text=text) for number, text in enumerate(texts)]
    with Pool(Job(Trying(), "jsonl"), workers, timeout) as pool:
        return [extracted for _, extracted in pool.results(iter(documents), lambda: False)]


def test_a_document_that_takes_too_long_and_one_that_ends_its_process_are_rows_and_the_others_are_done() -> None:
    found = results(["专利1件", "停", "专利2件", "死", "错", *["专利3件"] * 40], timeout=3)
    assert [(failure.source, failure.error) for one in found for failure in one.failures] == [("d1", "timeout"), ("d3", "crash"), ("d4", "failure")]
    assert [one.claims for one in found] == [1, 0, 1, 0, 0, *[1] * 40]
    reasons = [failure.reason for one in found for failure in one.failures]
    assert reasons[0] == "it took more than 3 seconds"
    assert "died twice (exit code -9)" in reasons[1]
    assert reasons[2] == "ZeroDivisionError: by nothing"


def test_a_time_limit_that_is_passed_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in ("专利1件。", "专利5件，增长5%。\n" * 100_000, "专利2件。")), encoding="utf-8")
    ended = run("batch", tmp_path / "a.jsonl", "-j", "1", "--timeout", "1", "-o", tmp_path / "out")
    assert ended.code == 1
    assert errors(tmp_path / "out") == [("a.jsonl:2", "timeout")]
    assert [line["source"] for line in lines(tmp_path / "out")] == ["a.jsonl:1", "a.jsonl:3"]


def test_a_document_whose_process_was_killed_by_another_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = results(["专利1件", "再来2件", "专利3件"], workers=1)
    assert (tmp_path / "d1").exists()
    assert [(one.claims, one.failures) for one in found] == [(1, ()), (1, ()), (1, ())]


def test_workers_are_replaced_when_they_have_done_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    from ipextract.corpora import pool

    class Counted(pool._Worker):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            made.append(self)

    monkeypatch.setattr(pool, "_Worker", Counted)
    monkeypatch.setattr(pool, "_WORKER_DOCUMENTS", 32)
    assert [one.claims for one in results(["专利1件"] * 100, workers=1)] == [1] * 100
    assert len(made) == 4


def test_workers_that_do_not_start_are_an_error() -> None:
    class Broken(Trying):
        def __reduce__(self) -> tuple[Any, ...]:
            return (sys.exit, (3,))

    with Pool(Job(Broken(), "jsonl"), 1, 60) as pool, pytest.raises(ipextract.IpextractError, match="cannot be started"):
        list(pool.results(iter([Document("d", 1, PLACE, text="5件")]), lambda: False))


def test_what_waits_for_an_earlier_document_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipextract.corpora.pool._AHEAD_DOCUMENTS", 64)
    read: list[int] = []

    def documents() -> Iterator[Document]:
        for number in range(1000):
            read.append(number)
            yield Document(f"d{number}", 1, PLACE, text="停" if number == 0 else "专利5件")

    with Pool(Job(Trying(), "jsonl"), 2, 2) as pool:
        found = pool.results(documents(), lambda: False)
        assert next(found)[1].failures[0].error == "timeout"
        assert len(read) < 64 + 3 * 32
        assert sum(extracted.claims for _, extracted in found) == 999


# Going on


class InHand:
    """In place of the workers: the same answers, in this process, so that many runs take no time."""

    def __init__(self, job: Job, workers: int, timeout: float) -> None:  # noqa: ARG002 - as the pool has it
        self.job = job

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def results(self, documents: Iterator[Document], stopped: Any) -> Iterator[tuple[Place, Extracted]]:
        for document in documents:
            if stopped():
                return
            yield document.place, worker_module.extract(document, self.job)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Batch, dict[str, bytes]]]:
    """A corpus of a table, two documents, one broken, and another table; and what a run that is left alone writes."""
    root = tmp_path_factory.mktemp("corpus")
    text = "".join(json.dumps({"text": one}) + "\n" for one in NOTICES[:7])
    (root / "a.jsonl").write_text(text + "broken\n", encoding="utf-8")
    (root / "b.txt").write_bytes(b"")
    (root / "c.txt").write_text(NOTICES[8], encoding="utf-8")
    pq.write_table(pa.table({"text": NOTICES[9:16]}), root / "d.parquet", row_group_size=3)
    out = root / "out"
    made = Batch(Plan((str(root),), Columns(), out, 10**6), Job(Extractor(), "jsonl"), out, {"version": "1"}, rows=4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ipextract.corpora.run.Pool", InHand)
        run_batch(made, lambda: False, lambda _: None)
        yield made, files(out)


def restore(folder: Path, content: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in content.items():
        (folder / name).write_bytes(data)


@settings(max_examples=60)
@given(data=st.data())
def test_any_beginning_of_the_journal_is_gone_on_with_to_the_same_end(begun: tuple[Batch, dict[str, bytes]], data: st.DataObject) -> None:
    made, whole = begun
    journal = whole["journal.jsonl"]
    cut = data.draw(st.integers(0, len(journal)), label="bytes of the journal that are there")
    rubbish = data.draw(st.sampled_from([b"", b"\0" * 9, b'{"part": 9', b"\n", b"[]\n"]), label="what a power cut has left behind them")
    restore(made.out, {**whole, "journal.jsonl": journal[:cut] + rubbish, ".claims.part": b"half", "claims-000099.jsonl": b"of nobody"})
    run_batch(made, lambda: False, lambda _: None)
    assert files(made.out) == whole


@settings(max_examples=40)
@given(moments=st.lists(st.integers(0, 9), max_size=8))
def test_a_run_that_is_stopped_at_any_documents_and_goes_on_has_the_same_rows(begun: tuple[Batch, dict[str, bytes]], moments: list[int]) -> None:
    made, whole = begun
    shutil.rmtree(made.out)
    for moment in moments:
        left = iter([False] * moment)
        run_batch(made, lambda left=left: next(left, True), lambda _: None)  # type: ignore[misc]
    before, now = run_batch(made, lambda: False, lambda _: None)
    assert (now.documents, now.claims) == (17, 30)
    assert before.documents == min(17, sum(moments))
    for what in ("claims", "errors"):
        assert b"".join(data for name, data in files(made.out).items() if name.startswith(what)) == b"".join(data for name, data in whole.items() if name.startswith(what))


def test_a_run_that_is_done_has_nothing_left_to_do_and_takes_what_has_come_behind(notices: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    notices.rename(corpus / "a.jsonl")
    assert batch(corpus, "-o", tmp_path / "out").code == 0
    before = files(tmp_path / "out")
    assert "(all of them before), 120 claims" in batch(corpus, "-o", tmp_path / "out").err
    assert files(tmp_path / "out") == before
    (corpus / "b.txt").write_text("专利5件。", encoding="utf-8")
    assert "61 documents (1 of them now" in batch(corpus, "-o", tmp_path / "out").err
    assert lines(tmp_path / "out")[-1]["source"] == "b.txt"


def test_inputs_that_have_changed_are_no_corpus_to_go_on_with(notices: Path, tmp_path: Path) -> None:
    assert batch(notices, "-o", tmp_path / "out").code == 0
    before = files(tmp_path / "out")
    notices.write_text('{"text": "5件"}\n', encoding="utf-8")
    ended = batch(notices, "-o", tmp_path / "out")
    assert (ended.code, files(tmp_path / "out")) == (1, before)
    assert "have changed" in ended.err
    assert "begun with another --format (jsonl, now parquet)" in batch(notices, "--format", "parquet", "-o", tmp_path / "out").err


def test_a_directory_of_something_else_is_left_alone(notices: Path, tmp_path: Path) -> None:
    ended = batch(notices, "-o", tmp_path)
    assert ended.code == 1
    assert "holds something else" in ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["notices.jsonl"]


def test_two_runs_do_not_write_the_same_directory(tmp_path: Path) -> None:
    with Journal(tmp_path / "out", {}), pytest.raises(InputError, match="another run is writing it"):
        Journal(tmp_path / "out", {})


def test_a_part_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    with Parts(tmp_path, "parquet", 10) as parts:
        parts.add(Extracted.failed("crash", "x"))
        assert [path.name for path in tmp_path.iterdir()] == [".errors.part"]
    assert not list(tmp_path.iterdir())


def test_a_disk_that_is_full_is_told_and_the_next_run_goes_on(notices: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ipextract", "batch", str(notices), "-j", "1", "--part-rows", "30", "-o", str(tmp_path / "out")]
    assert batch(notices, "--part-rows", "30", "-o", tmp_path / "whole").code == 0
    size = (tmp_path / "whole" / "claims-000002.jsonl").stat().st_size
    biggest = max(path.stat().st_size for path in (tmp_path / "whole").glob("claims*"))
    for limit in (size // 2, biggest - 1):
        full = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))  # type: ignore[misc]
        assert full.returncode == 1
        assert "what is whole is kept" in full.stderr
        assert not list((tmp_path / "out").glob(".*"))
    assert batch(notices, "--part-rows", "30", "-o", tmp_path / "out").code == 0
    assert files(tmp_path / "out") == files(tmp_path / "whole")


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_killed_at_any_moment_and_gone_on_with(notices: Path, tmp_path: Path, form: str) -> None:
    options = ("--part-rows", "20", "--format", form)
    begin = time.monotonic()
    assert batch(notices, *options, "-o", tmp_path / "whole").code == 0
    seconds = time.monotonic() - begin
    for share in (0.3, 0.6, 0.9):
        process = subprocess.Popen([sys.executable, "-m", "ipextract", "batch", str(notices), "-j", "1", "-q", *options, "-o", str(tmp_path / "out")])
        time.sleep(seconds * share)
        process.kill()
        process.wait()
    assert batch(notices, *options, "-o", tmp_path / "out").code == 0
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(notices: Path, tmp_path: Path) -> None:
    slow = tmp_path / "slow.txt"
    os.mkfifo(slow)
    command = ("batch", notices, slow, "-o", tmp_path / "out", "-j", "1")
    with at_work(*command) as work:
        work.wait_for("60 documents")
        work.wait_for("120 claims, 0 failed")
        work.interrupt()
        assert work.end() == 130
    assert "interrupted: 60 documents done, and what is done is kept" in work.err
    assert "Traceback" not in work.err
    assert len(lines(tmp_path / "out")) == 120
    with at_work(*command, terminal=False) as work:
        slow.write_text(RELEASE, encoding="utf-8")
        assert work.end() == 0
    assert "61 documents (1 of them now" in work.err
    assert len(lines(tmp_path / "out")) == 124


def test_nobody_is_left_at_work_when_a_run_is_killed(tmp_path: Path) -> None:
    program = """
import sys
from test_batch import *
if __name__ == "__main__":
    with Pool(Job(Trying(), "jsonl"), 1, 600) as pool:
        documents = [Document("d", 1, PLACE, text="5件"), Document("d", 100_000_000, PLACE, text="停")]
        for _ in pool.results(iter(documents), lambda: False):
            print(pool._workers[0].process.pid, flush=True)
"""
    script = tmp_path / "hang.py"
    script.write_text(program, encoding="utf-8")
    process = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)})
    assert process.stdout is not None
    with process.stdout as said:
        worker = int(said.readline())
        process.kill()
        process.wait()
    end = time.monotonic() + 30
    while Path(f"/proc/{worker}").exists() and "Z" not in Path(f"/proc/{worker}/stat").read_text().rsplit(")", 1)[1].split()[0]:
        assert time.monotonic() < end
        time.sleep(0.05)


def test_the_page_names_every_error() -> None:
    page = (Path(__file__).parents[1] / "docs" / "corpora.md").read_text(encoding="utf-8")
    assert all(f"| `{error}` |" in page for error in ERRORS)


def test_library_lines_are_what_stands_in_a_part(notices: Path, tmp_path: Path) -> None:
    assert batch(notices, "-o", tmp_path / "out").code == 0
    expected = []
    for number, text in enumerate(NOTICES):
        extraction = ipextract.extract(text)
        document = extraction.document.model_copy(update={"source": f"n{number}"})
        expected += [line + "\n" for line in claim_lines(extraction.model_copy(update={"document": document}))]
    assert (tmp_path / "out" / "claims-000001.jsonl").read_text(encoding="utf-8") == "".join(expected)
    assert Entry().place is None
