"""What SECURITY.md promises and no other test holds: nothing written but what is named, no network, pinned versions, cells."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from test_cli import run

ROOT = Path(__file__).parents[1]
FORMATS = ROOT / "fixtures" / "formats"

# Begins with every interpreter below it, also those of worker processes, and notes what could leave a trace.
_WATCH = """
import os, sys

_LOG = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_PATHS = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime", "tempfile.mkstemp", "tempfile.mkdtemp")
_ACTS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "os.system", "os.exec", "os.posix_spawn", "subprocess.Popen", "urllib.Request")


def _note(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes, os.PathLike)):
        path, mode, flags = arguments
        if flags & _WRITES or set(mode or "") & set("wax+"):
            _write("write", path)
    elif event in _PATHS:
        _write("write", *arguments[: 2 if event in ("os.rename", "os.link", "os.symlink") else 1])
    elif event in _ACTS:
        _write(event, str(arguments[:2]))


def _write(what, *paths):
    for path in paths:
        os.write(_LOG, f"{what}\\t{os.path.abspath(os.fsdecode(path)) if what == 'write' else path}\\n".encode("utf-8", "replace"))


sys.addaudithook(_note)
"""


def watched(tmp_path: Path, *words: str | Path) -> tuple[int, list[tuple[str, str]]]:
    """The exit code of a program of this Python, and what it and the processes below it wrote and did."""
    hooks = tmp_path / "hooks"
    hooks.mkdir(exist_ok=True)
    (hooks / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
    log = tmp_path / "watched"
    paths = os.pathsep.join((str(hooks), os.environ.get("PYTHONPATH", "")))
    # The interpreter's own cache of compiled modules stands with the modules.
    environment = {**os.environ, "PYTHONPATH": paths, "WATCHED": str(log), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(tmp_path / "shared")}
    (tmp_path / "shared").mkdir(exist_ok=True)
    done = subprocess.run([sys.executable, *map(str, words)], env=environment, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return done.returncode, [(what, path) for what, _, path in (line.partition("\t") for line in lines) if path != os.devnull]


def test_the_watch_sees_what_is_done(tmp_path: Path) -> None:
    program = "import os, socket, subprocess, sys; open('a', 'w'); os.mkdir('b'); socket.socket().connect_ex(('127.0.0.1', 9)); subprocess.run([sys.executable, '-c', 'open(\"c\", \"a\")'])"
    code, seen = watched(tmp_path, "-c", program)
    assert code == 0
    assert [path for what, path in seen if what == "write"] == [str(tmp_path / name) for name in "abc"]
    assert {what for what, _ in seen} == {"write", "socket.connect", "subprocess.Popen"}


@pytest.mark.parametrize("form", ["json", "parquet"])
def test_extract_writes_only_what_is_named_and_asks_no_network(tmp_path: Path, form: str) -> None:
    out = tmp_path / "named"
    out.mkdir()
    code, seen = watched(tmp_path, "-m", "ipextract", "extract", *sorted(FORMATS.glob("release.*")), "--format", form, "-o", out / "claims")
    assert code == 0
    assert [path.name for path in out.iterdir()] == ["claims"]
    _only_within(out, seen)
    assert not list((tmp_path / "shared").iterdir())


def test_what_goes_to_standard_output_writes_no_file(tmp_path: Path) -> None:
    code, seen = watched(tmp_path, "-m", "ipextract", "extract", FORMATS / "release.html", ROOT / "seeds" / "wuxi-ip-2024.txt", "--segmenter", "jieba")
    assert code == 0
    assert seen == []


@pytest.mark.parametrize("words", [("report",), ("compare",), ("export", "--to", "brat"), ("export", "--to", "datacommons")])
def test_the_other_commands_write_only_what_is_named(tmp_path: Path, words: tuple[str, ...]) -> None:
    out = tmp_path / "named"
    out.mkdir()
    releases = [ROOT / "fixtures" / f"{name}.txt" for name in ("ip-suzhou-2022", "ip-yantai-2024")]
    code, seen = watched(tmp_path, "-m", "ipextract", *words, *releases, "-o", out / "made")
    assert code == 0
    assert (out / "made").exists()
    _only_within(out, seen)


def test_batch_and_its_workers_write_only_what_is_named(tmp_path: Path) -> None:
    out = tmp_path / "named"
    code, seen = watched(tmp_path, "-m", "ipextract", "batch", FORMATS, "-j", "2", "--format", "parquet", "-o", out)
    assert code == 0
    _only_within(out, seen)


def test_a_hostile_archive_is_not_unpacked_to_the_disk(tmp_path: Path) -> None:
    from office import archive, line, word_parts

    parts = word_parts(line("专利5件"))
    parts["../../escaped.txt"] = parts["/escaped.txt"] = "5"
    (tmp_path / "evil.docx").write_bytes(archive(parts))
    code, seen = watched(tmp_path, "-m", "ipextract", "extract", tmp_path / "evil.docx")
    assert code in (0, 1)
    assert seen == []


def _only_within(out: Path, seen: list[tuple[str, str]]) -> None:
    """What was written stands in the directory named, or is `out` beside its place while it is made."""
    assert {what for what, _ in seen} <= {"write"}, seen
    strays = [path for _, path in seen if not Path(path).is_relative_to(out)]
    assert not strays, strays


# Cells


@pytest.mark.parametrize("command", ["compare", "series"])
def test_every_table_for_a_spreadsheet_is_made_harmless_on_request(tmp_path: Path, command: str) -> None:
    for year, count in ((2023, 5120), (2024, 5550)):
        (tmp_path / f"={year}.txt").write_text(f"无锡市{year}年专利统计公报\n{year}年，全市专利授权量{count}件。\n", encoding="utf-8")
    sources = [tmp_path / "=2023.txt", tmp_path / "=2024.txt"]
    if command == "compare":
        words: list[str | Path] = ["compare", *sources]
    else:
        assert run("extract", *sources, "--format", "jsonl", "-o", tmp_path / "claims.jsonl").code == 0
        words = ["series", tmp_path / "claims.jsonl", "--indicator", "专利授权量"]
    safe, plain = (list(csv.DictReader(io.StringIO(run(*words, "--format", "csv", *more).out))) for more in (["--safe-cells"], []))
    assert [row["source"] for row in plain] == ["=2023.txt", "=2024.txt"]
    assert [row["source"] for row in safe] == ["'=2023.txt", "'=2024.txt"]
    assert [row["value"] for row in safe] == ["5120", "5550"]
    assert "goes with --format csv" in run(*words, "--safe-cells").err


# Versions


def test_the_constraints_pin_every_dependency_and_name_no_index() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line) for line in lines)
    pinned = {_plain(line.split("==")[0]) for line in lines}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    named = {_plain(re.split(r"[>=<;\[ ]", one)[0]) for one in wanted} - {"ipextract"}
    assert named <= pinned


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_promise_names_a_test_that_is_there() -> None:
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(test_\w+)\.(test_\w+)`", page)
    assert len(named) > 12
    for module, test in named:
        assert f"def {test}(" in (ROOT / "tests" / f"{module}.py").read_text(encoding="utf-8"), f"{module}.{test}"
