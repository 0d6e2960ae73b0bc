"""jieba's dictionary read where it lies: the words of a short text without loading an engine.

An engine spends most of a short command on its 349,046 words, of which one notice needs some hundred.
The file is sorted, so a word is found in it by the words at places of it. The algorithm is jieba's own (`cut(HMM=False)`:
of all ways through the words of the dictionary the most probable one), and so are the words.
"""

from __future__ import annotations

import importlib.util
import mmap
from bisect import bisect_left
from math import log
from pathlib import Path

# Of jieba 0.42.1, the last release (2020): the bytes of its dictionary and the sum of its frequencies,
# against which a word is weighed. Another dictionary is left to the engine that comes with it.
_BYTES, _TOTAL = 5_071_852, 60_101_967

_LOG_TOTAL = log(_TOTAL)
# Phrases are of these and of Latin letters and digits; a mark is a word by itself.
_FIRST, _LAST = "\u4e00", "\u9fd5"
_ALONE = frozenset("、，。；：！？“”‘’（）《》〈〉【】—…·")
# The lines that are known by their places; between two of them lie some hundred others.
_KNOWN = 1024
# The bytes of two Chinese characters, by which words are looked up.
_LONGEST_KEY = 6
# The one word that stands out of order in the file, and the one it hides.
_MISPLACED = ("高富", "高姓")


class Dictionary:
    """Cuts Chinese phrases by looking their words up in jieba's file.

    Args:
        path: the file, sorted by code point, a word, a blank and its frequency on each line.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        # The words with Latin letters stand in front, in no order.
        self._start = self._lines.find(f"\n{_FIRST} ".encode()) + 1
        front = (line.decode().split(" ") for line in self._lines[: self._start].splitlines())
        self._in_front = {word: log(int(frequency)) for word, frequency, _ in front}
        self._front_openings = frozenset(word[:2] for word in self._in_front)
        spread = range(self._start, len(self._lines), (len(self._lines) - self._start) // _KNOWN + 1)
        self._places = [self._lines.rfind(b"\n", 0, place) + 1 for place in spread]
        self._known = [self._lines[place : place + _LONGEST_KEY] for place in self._places]
        self._beginning: dict[str, dict[str, float]] = {}
        self._single: dict[str, float] = {}

    def words(self, phrase: str) -> list[str] | None:
        """The words of `phrase`, or None where it holds other than Chinese, Latin letters, digits and common marks: an engine's work."""
        if any(opening in phrase for opening in _MISPLACED):
            return None
        out: list[str] = []
        start = 0
        for place, char in enumerate(phrase):
            if _FIRST <= char <= _LAST or (char.isascii() and char.isalnum()):
                continue
            if char not in _ALONE:
                return None
            out += self._cut(phrase[start:place])
            out.append(char)
            start = place + 1
        return out + self._cut(phrase[start:])

    def _cut(self, run: str) -> list[str]:
        """The most probable way through `run`, found from its end; of two alike the one with the longer word."""
        end = len(run)
        best: list[tuple[float, int]] = [(0.0, end)] * (end + 1)
        for place in range(end - 1, -1, -1):
            weights = self._weights(run, place)
            best[place] = max((weight - _LOG_TOTAL + best[last][0], last) for last, weight in weights)
        out: list[str] = []
        place = letters = 0
        while place < end:
            last = best[place][1]
            if last == place + 1 and run[place].isascii():
                # Letters and digits that are no word are one together: PCT, 10 of 10年.
                letters += 1
            else:
                if letters:
                    out.append(run[place - letters : place])
                    letters = 0
                out.append(run[place:last])
            place = last
        return [*out, run[end - letters :]] if letters else out

    def _weights(self, run: str, place: int) -> list[tuple[int, float]]:
        """Where the words end that begin at `place`, with the logarithm of how often each occurs."""
        single = run[place]
        weight = self._single.get(single)
        if weight is None:
            weight = self._single[single] = self._starting(f"{single} ").get(single, 0.0)
        found = [(place + 1, weight)]
        opening = run[place : place + 2]
        if len(opening) > 1:
            longer = self._beginning.get(opening)
            if longer is None:
                longer = self._beginning[opening] = self._starting(opening)
            found += [(place + len(word), log_of) for word, log_of in longer.items() if run.startswith(word, place)]
        return found

    def _starting(self, opening: str) -> dict[str, float]:
        """The words of the file whose line begins with `opening`, with the logarithms of their frequencies."""
        key, lines = opening.encode(), self._lines
        after = bisect_left(self._known, key)
        first = self._places[max(after - 1, 0)] - 1
        last = self._places[after] + len(key) if after < len(self._places) else len(lines)
        # Copied, because bytes are looked through several times as fast as the file.
        place = lines[first:last].find(b"\n" + key)
        found: dict[str, float] = {}
        if opening in self._front_openings:
            found |= {word: weight for word, weight in self._in_front.items() if word.startswith(opening)}
        if place < 0:
            return found
        place += first + 1
        while lines[place : place + len(key)] == key:
            following = lines.find(b"\n", place) + 1 or len(lines)
            word, frequency = lines[place:following].decode().split(" ")[:2]
            found[word] = log(int(frequency) or 1)
            place = following
        return found


def find_dictionary() -> Dictionary | None:
    """The dictionary of the installed jieba, or None where it is not the known one, or no plain file."""
    found = importlib.util.find_spec("jieba")
    path = Path(found.origin).with_name("dict.txt") if found is not None and found.origin is not None else None
    return Dictionary(path) if path is not None and path.is_file() and path.stat().st_size == _BYTES else None
