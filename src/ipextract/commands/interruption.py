"""The first Ctrl-C ends the work cleanly; a second one ends it at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Interruption:
    """As a context: takes the first Ctrl-C, gives up the document at hand, and leaves what is being written alone.

    Where Ctrl-C does something else already (`nohup`, a job in the background) it goes on doing that.

    Attributes:
        asked: whether it was pressed.
    """

    def __init__(self) -> None:
        self.asked = False
        self._working = False
        self._before: Any = None

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            self._before = signal.signal(signal.SIGINT, self._take)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def unless_asked(self, work: Callable[[], T]) -> T | None:
        """What `work` returns, or None where Ctrl-C ended it, or was pressed before it began."""
        try:
            self._working = True
            # Pressed a moment ago, when there was nothing to give up: it is not begun.
            return None if self.asked else work()
        except KeyboardInterrupt:
            if not self.asked:
                raise
            return None
        finally:
            self._working = False

    def _take(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if self._working:  # a long document is not waited for; half a line is never written
            signal.default_int_handler(number, frame)
