"""Long work: a bar where a terminal shows it, and a Ctrl-C that keeps what is done."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from test_cli import RELEASE, run

PATIENCE = 60
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass
class Work:
    """The command at work, with what it has shown on standard error so far."""

    process: subprocess.Popen[bytes]
    shown: list[str] = field(default_factory=list)

    @property
    def err(self) -> str:
        return _ESCAPES.sub("", "".join(self.shown)).replace("\r", "\n")

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.err:
            assert time.monotonic() < end, f"{words!r} is not among: {self.err}"
            time.sleep(0.02)

    def interrupt(self) -> None:
        self.process.send_signal(signal.SIGINT)

    def end(self) -> int:
        return self.process.wait(PATIENCE)


@contextmanager
def at_work(*arguments: str | Path, terminal: bool = True, to_terminal: bool = False) -> Iterator[Work]:
    """The command with a terminal as standard error; standard output goes nowhere, or to the same terminal."""
    ours, theirs = pty.openpty() if terminal else os.pipe()
    command = [sys.executable, "-m", "ipextract", *map(str, arguments)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "LINES": "40"}
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs if to_terminal else subprocess.DEVNULL, stderr=theirs, env=environment)
    os.close(theirs)
    work = Work(process)

    def read() -> None:
        with suppress(OSError):  # so a terminal says that nobody writes to it any more
            while piece := os.read(ours, 4096):
                work.shown.append(piece.decode("utf-8", "replace"))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield work
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        reader.join()
        os.close(ours)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two releases, and a pipe in the place of a third, which is read as long as the test wants."""
    out = []
    for number in (1, 2):
        path = tmp_path / f"{number}.txt"
        path.write_text(RELEASE, encoding="utf-8")
        out.append(path)
    slow = tmp_path / "slow.txt"
    os.mkfifo(slow)
    return [*out, slow]


def feed(slow: Path) -> None:
    slow.write_text(RELEASE, encoding="utf-8")


# The bar


def test_the_bar_shows_files_claims_and_the_time_left(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    with at_work("extract", *files, "-o", out) as work:
        work.wait_for("2/3 files")
        work.wait_for("8 claims")
        work.wait_for("left")
        feed(files[-1])
        assert work.end() == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))) == 3
    assert f"ipextract: {files[0]}: 4 claims, 6 numerals, 0 unresolved" in work.err.replace("\n", "")


def test_the_cursor_is_there_again_when_the_bar_has_gone(files: list[Path]) -> None:
    with at_work("extract", *files) as work:
        work.wait_for("2/3 files")
        feed(files[-1])
        assert work.end() == 0
    raw = "".join(work.shown)
    assert "\x1b[?25l" in raw
    assert raw.rindex("\x1b[?25h") > raw.rindex("\x1b[?25l")


@pytest.mark.parametrize("option", ["--quiet", "-q"])
def test_quiet_shows_no_bar(files: list[Path], option: str) -> None:
    with at_work("extract", option, *files) as work:
        feed(files[-1])
        assert work.end() == 0
    assert work.err == ""


def test_without_a_terminal_there_is_no_bar(files: list[Path]) -> None:
    with at_work("extract", *files, terminal=False) as work:
        work.wait_for("2.txt")
        feed(files[-1])
        assert work.end() == 0
    assert "files" not in work.err
    assert work.err.count("\n") == 3
    assert "\x1b" not in "".join(work.shown)


def test_a_terminal_that_shows_the_data_shows_no_bar(files: list[Path]) -> None:
    with at_work("extract", "--format", "jsonl", *files, to_terminal=True) as work:
        work.wait_for("2.txt")
        feed(files[-1])
        assert work.end() == 0
    assert "2/3" not in work.err
    assert "\x1b" not in "".join(work.shown)


def test_one_file_shows_no_bar(files: list[Path]) -> None:
    with at_work("extract", files[-1]) as work:
        feed(files[-1])
        assert work.end() == 0
    assert "\x1b" not in "".join(work.shown)
    assert work.err.count("ipextract: ") == 1


def test_errors_stand_above_the_bar(files: list[Path], tmp_path: Path) -> None:
    with at_work("extract", files[0], tmp_path / "none.txt", files[-1]) as work:
        work.wait_for("2/3 files")
        feed(files[-1])
        assert work.end() == 1
    assert "none.txt: no such file" in work.err


def test_rich_is_loaded_for_the_bar_and_for_nothing_else(files: list[Path]) -> None:
    program = "import sys\nfrom ipextract.cli import main\ntry:\n    main()\nfinally:\n    print('rich' in sys.modules, file=sys.stderr)"
    for arguments in (["extract", *files[:2]], ["extract", "--format", "table", files[0]], ["rules", "share"], ["--help"]):
        done = subprocess.run([sys.executable, "-c", program, *map(str, arguments)], capture_output=True, check=True)
        assert done.stderr.decode().splitlines()[-1] == "False"


# Ctrl-C


def test_ctrl_c_keeps_what_is_done(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    with at_work("extract", *files, "-o", out) as work:
        work.wait_for("2/3 files")
        work.interrupt()
        assert work.end() == 130
    assert [one["document"]["source"] for one in json.loads(out.read_text(encoding="utf-8"))] == ["1.txt", "2.txt"]
    assert "ipextract: interrupted: 2 of 3 documents done, and what is done is kept" in work.err
    assert "Traceback" not in work.err
    assert {path.name for path in tmp_path.iterdir()} == {"1.txt", "2.txt", "slow.txt", "all.json"}


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "table"])
def test_ctrl_c_leaves_every_form_whole(files: list[Path], tmp_path: Path, form: str) -> None:
    out = tmp_path / "claims"
    with at_work("extract", *files, "--format", form, "-o", out, terminal=False) as work:
        work.wait_for("2.txt: 4 claims")
        work.interrupt()
        assert work.end() == 130
    if form == "parquet":
        assert pq.read_table(out).num_rows == 8
    else:
        assert run("extract", "-q", *files[:2], "--format", form).out == out.read_text(encoding="utf-8")


def test_ctrl_c_keeps_a_folder_too(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "brat"
    with at_work("export", "--to", "brat", *files, "-o", out) as work:
        work.wait_for("2/3 files")
        work.interrupt()
        assert work.end() == 130
    assert {path.name for path in out.iterdir()} == {"annotation.conf", "1.txt", "1.ann", "2.txt", "2.ann"}
    assert not list(tmp_path.glob(".*"))


def test_ctrl_c_before_anything_is_done_leaves_out_as_it_was(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    out.write_text("before", encoding="utf-8")
    with at_work("extract", files[-1], files[0], "-o", out) as work:
        work.wait_for("0/2 files")
        work.interrupt()
        assert work.end() == 130
    assert out.read_text(encoding="utf-8") == "before"
    assert "interrupted: 0 of 2 documents done" in work.err
    assert not list(tmp_path.glob(".*"))


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl-C as on a terminal: a job in the background, as continuous integration may be, inherits one that is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_between_two_documents_leaves_the_next_one_unread() -> None:
    from ipextract.commands.interruption import Interruption

    read: list[str] = []

    def work(name: str) -> str:
        read.append(name)
        return name

    with Interruption() as interruption:
        assert interruption.unless_asked(lambda: work("one")) == "one"
        signal.raise_signal(signal.SIGINT)
        assert interruption.unless_asked(lambda: work("two")) is None
    assert read == ["one"]


@pytest.mark.usefixtures("ctrl_c")
def test_a_second_ctrl_c_ends_at_once() -> None:
    from ipextract.commands.interruption import Interruption

    with Interruption() as interruption:
        signal.raise_signal(signal.SIGINT)  # nothing is being extracted: it is only noted
        assert interruption.asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("ctrl_c")
def test_what_is_at_hand_is_given_up_and_what_is_being_written_is_not() -> None:
    from ipextract.commands.interruption import Interruption

    def work() -> int:
        signal.raise_signal(signal.SIGINT)
        return 1

    with Interruption() as interruption:
        assert interruption.unless_asked(lambda: 5) == 5
        assert interruption.unless_asked(work) is None
        assert interruption.asked


def test_a_ctrl_c_that_is_ignored_stays_ignored() -> None:
    from ipextract.commands.interruption import Interruption

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interruption() as interruption:
            signal.raise_signal(signal.SIGINT)
            assert not interruption.asked
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
