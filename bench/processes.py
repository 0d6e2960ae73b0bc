"""Processes that are measured: commands from start to end, and workers that answer turn by turn."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import peers
from subjects import SUBJECTS
from texts import ROOT, SEED

_WORKER = Path(__file__).with_name("worker.py")
# Building takes a few seconds at most, also on a busy machine.
_START = 120.0


class WorkerError(Exception):
    """A worker that cannot be started, ended, or took too long: what is said instead of its figures."""


def environment() -> dict[str, str]:
    """The environment of this process, with this checkout before an installed one.

    Bytecode is kept, as Python does and as the packages of the others have it: nobody waits for the compiler twice.
    """
    paths = [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}


def commands() -> dict[str, tuple[str, Callable[[], float]]]:
    """What a user waits for who types a command: key, how it is typed, and a call that gives its seconds."""
    seed = SEED.relative_to(ROOT)
    typed = {
        "python": ("python -c pass", ["-c", "pass"]),
        "import": ("python -c 'import ipextract'", ["-c", "import ipextract"]),
        "jieba": ("python -c \"import jieba; jieba.lcut('知识产权')\"", ["-c", "import jieba; jieba.lcut('知识产权')"]),
        "extract": (f"python -m ipextract extract {seed}", ["-m", "ipextract", "extract", str(seed)]),
    }
    return {key: (words, _timed(arguments)) for key, (words, arguments) in typed.items()}


def _timed(arguments: list[str]) -> Callable[[], float]:
    def run() -> float:
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment(), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - begun

    return run


class Worker:
    """A subject in a process of its own.

    Args:
        key: of the subject.
        home: the environment of the peers.

    Attributes:
        start: the seconds it took to build, its memory after that, and the versions of its packages.

    Raises:
        WorkerError: the subject is not installed, or does not start.
    """

    def __init__(self, key: str, home: Path) -> None:
        subject = SUBJECTS[key]
        interpreter = peers.python(home) if subject.peer else Path(sys.executable)
        if not interpreter.exists():
            raise WorkerError("not installed (python bench/peers.py)")
        environ = os.environ if subject.peer else environment()
        self._process = subprocess.Popen(
            [str(interpreter), str(_WORKER), key],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8", env=environ,
        )  # fmt: skip
        self.start = self._read(_START)

    def turn(self, texts: list[str], *, least: float, most: float) -> dict[str, Any]:
        """One turn over `texts` (`worker.turn`).

        Args:
            texts: the texts of the turn.
            least: the seconds that each part shall be at work.
            most: the seconds after which the worker is ended.
        """
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"texts": texts, "least": least}) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise WorkerError("its process ended") from None
        return self._read(most)

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _read(self, most: float) -> dict[str, Any]:
        assert self._process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            if not selector.select(most):
                self.close()
                raise WorkerError(f"not done after {most:.0f} s")
        line = self._process.stdout.readline()
        if not line:
            self.close()
            raise WorkerError("its process ended")
        record: dict[str, Any] = json.loads(line)
        return record
