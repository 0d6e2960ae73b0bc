"""Lists with 分别: one name for each number.

工业和工业技术改造投资分别增长12.7%和12.5% is two indicators; the measure stands once, behind the last.
"""

from __future__ import annotations

import regex

from ipextract.linking.labels import Namer

_PAUSES = regex.compile(r"[、，]")
_CONJUNCTIONS = regex.compile(r"以及|和|与|及")
_AND_SO_ON = regex.compile(r"等(?=[^级第])")


def distribute(label: str, count: int, namer: Namer) -> list[str] | None:
    """The names of `count` numbers that share `label`; None where the label does not fall into as many.

    Args:
        label: the words before 分别.
        count: how many numbers follow.
        namer: knows measures and words.
    """
    for group, members in namer.members.items():
        if group in label and len(members) == count:
            return [label.replace(group, member) for member in members]
    tail = ""
    listed = _AND_SO_ON.split(label, maxsplit=1)
    if len(listed) == 2:
        label, tail = listed
    items = _items(label, count, namer)
    if items is None:
        return None
    if tail:
        measure = namer.take_apart(namer.clean(tail)).measure
        return [item + measure if measure and not namer.has_measure(item) else item for item in items]
    return share_ending(items, namer)


def _items(label: str, count: int, namer: Namer) -> list[str] | None:
    """`label` cut at 、 and, as far as needed, at 和 与 及."""
    items = [item for item in (namer.clean(piece) for piece in _PAUSES.split(label)) if item]
    if len(items) == count:
        return items
    while len(items) < count:
        for position in range(len(items) - 1, -1, -1):
            pair = _cut(items[position], namer)
            if pair is not None:
                items[position : position + 1] = pair
                break
        else:
            return None
    return items if len(items) == count else None


def _cut(item: str, namer: Namer) -> list[str] | None:
    """`item` cut at its last conjunction that is a word of its own (和 of 共和国 is none)."""
    position = 0
    cuts = []
    for word in namer.words(item):
        if _CONJUNCTIONS.fullmatch(word):
            cuts.append((position, position + len(word)))
        position += len(word)
    if not cuts:
        return None
    start, end = cuts[-1]
    left, right = namer.clean(item[:start]), namer.clean(item[end:])
    return [left, right] if left and right else None


def share_ending(items: list[str], namer: Namer) -> list[str]:
    """The names with the ending they share: the measure behind the last item belongs to all that have none."""
    last = items[-1]
    parts = namer.take_apart(last)
    if parts.measure and parts.topic:
        return [item if namer.has_measure(item) else item + parts.measure for item in items]
    if any(namer.has_measure(item) for item in items):
        return items
    words = namer.words(last)
    first = namer.words(items[0])
    if len(words) > len(first):
        ending = "".join(words[len(first) :])
        return [item if item.endswith(ending) else item + ending for item in items]
    return items
