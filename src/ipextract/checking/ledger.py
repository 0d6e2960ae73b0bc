"""The ledger: every numeral of the text in exactly one entry."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from ipextract.models import Numeral, Role, made
from ipextract.patterns import compiled, lazily

# Digits of any script; a run goes on over the marks that stand inside numbers.
_DIGITS = lazily(compiled, r"\d(?:[\d.,，:：/\-]*\d)?")
# Of an entry.
_SPAN, _START = itemgetter(0, 1), itemgetter(0)


class Entry(NamedTuple):
    """A stretch with a role, in source offsets, before the ledger is closed."""

    start: int
    end: int
    role: Role
    claim: str | None = None


def close_ledger(text: str, entries: list[Entry]) -> tuple[Numeral, ...]:
    """Every digit of `text` in one entry, in order; what no entry covers is unresolved.

    Entries of claims come before entries of other roles, and the first of two that overlap keeps its
    place; two claims of one span share an entry.
    """
    taken: list[Entry] = []
    claims: dict[tuple[int, int], list[str]] = {}
    covered = bytearray(len(text))
    of_claims, others = [entry for entry in entries if entry.claim is not None], [entry for entry in entries if entry.claim is None]
    for entry in (*sorted(of_claims, key=_SPAN), *sorted(others, key=_SPAN)):
        if entry.claim is not None and (entry.start, entry.end) in claims:
            claims[entry.start, entry.end].append(entry.claim)
            continue
        if entry.start >= entry.end or covered.find(1, entry.start, entry.end) >= 0:
            continue
        covered[entry.start : entry.end] = b"\x01" * (entry.end - entry.start)
        taken.append(entry)
        if entry.claim is not None:
            claims[entry.start, entry.end] = [entry.claim]
    for match in _DIGITS.finditer(text):
        if covered.find(0, match.start(), match.end()) < 0:
            continue
        for start, end in _gaps(covered, match.start(), match.end()):
            if any(map(str.isdigit, text[start:end])):
                taken.append(Entry(start, end, "unresolved"))
    return tuple([
        made(
            Numeral,
            start=entry.start, end=entry.end, text=text[entry.start : entry.end], role=entry.role,
            claims=tuple(claims.get((entry.start, entry.end), ())) if entry.role == "claim" else (),
        )
        for entry in sorted(taken, key=_START)
    ])


def blanked(given: str, text: str) -> list[Entry]:
    """The digits of marks (<h2>) in whose place `text` has blanks: furniture. Both are of one length."""
    found = _DIGITS.finditer(given) if given is not text else ()
    return [Entry(match.start(), match.end(), "furniture") for match in found if not any(map(str.isdigit, text[match.start() : match.end()]))]


def _gaps(covered: bytearray, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of `start:end` that no entry covers."""
    out = []
    begin = None
    for position in range(start, end):
        if covered[position]:
            if begin is not None:
                out.append((begin, position))
                begin = None
        elif begin is None:
            begin = position
    if begin is not None:
        out.append((begin, end))
    return out
