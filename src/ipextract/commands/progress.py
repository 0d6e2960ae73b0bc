"""How far long work is: a bar on the terminal, with files, claims and the time left."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text


class Bar:
    """A bar on standard error, under the notes; it is gone when the work is done.

    Loading this module loads rich: import it only where there is a terminal to show the bar on.

    Args:
        total: how many files there are.
    """

    def __init__(self, total: int) -> None:
        self._progress = Progress(
            TextColumn("{task.completed}/{task.total} files"),
            BarColumn(),
            TextColumn("{task.fields[claims]} claims"),
            TimeRemainingColumn(),
            TextColumn("left"),
            console=Console(stderr=True),
            transient=True,
            # Data goes to standard output as bytes, whatever is shown here.
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._claims = 0
        self._task = self._progress.add_task("", total=total, claims=0)
        self._progress.start()

    def advance(self, claims: int) -> None:
        """One file is done, in which `claims` were found."""
        self._claims += claims
        self._progress.update(self._task, advance=1, claims=self._claims)

    def say(self, line: str) -> None:
        """A line above the bar."""
        self._progress.console.print(Text(line), soft_wrap=True)

    def close(self) -> None:
        """Take the bar away."""
        self._progress.stop()


class CorpusBar:
    """A bar on standard error that grows with the bytes read of a corpus.

    Args:
        total: the bytes of all inputs.
        done: those of an earlier run.
    """

    def __init__(self, total: int, done: int) -> None:
        self._progress = Progress(
            TextColumn("{task.fields[documents]} documents"),
            BarColumn(),
            TextColumn("{task.percentage:.0f}%"),
            TextColumn("{task.fields[claims]} claims, {task.fields[failed]} failed"),
            TimeRemainingColumn(),
            TextColumn("left"),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=total, completed=done, documents=0, claims=0, failed=0)
        self._progress.start()

    def show(self, offset: int, documents: int, claims: int, failed: int) -> None:
        """So much has been read and found, from the beginning of the corpus."""
        self._progress.update(self._task, completed=offset, documents=documents, claims=claims, failed=failed)

    def close(self) -> None:
        """Take the bar away."""
        self._progress.stop()
