"""A comparison to read on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ipextract.output.wording import columns, number
from ipextract.releases.arithmetic import in_places
from ipextract.releases.models import Comparison, Indicator, Movement, Turnover, Value

_MARKS = {"agrees": "=", "agrees_truncated": "=", "disagrees": "≠", None: ""}
_PERCENT = Decimal("0.01")
_LONGEST = 40

Lines = Iterator[tuple[str, ...]]


def table(comparison: Comparison) -> str:
    """The releases; the indicators that two or more of them state, a line each; then revisions and all else that changed.

    Between two values stands the change that the newer release states, with `=` where it is the computed one and `≠`
    where it is not; a change that no release states is computed and stands in brackets. A rate of growth has a line of
    its own where no release states the level that it is of. What is new and gone is listed for the newest release, and
    counted for the others.
    """
    view = _Table(comparison)
    pieces = [view.releases(), view.aligned()]
    newest = len(comparison.releases) - 1
    for title, lines in (
        ("revised", view.revisions()),
        ("stated otherwise than computed", view.disagreements()),
        ("unit or definition changed", view.redefinitions()),
        ("new", view.turnover(comparison.new, newest, newest)),
        ("gone", view.turnover(comparison.gone, newest, newest - 1)),
        ("stated with several values, not compared", view.ambiguities()),
        ("alike, not taken for the same", view.candidates()),
    ):
        found = list(lines)
        if found:
            pieces.append([f"{title}:", *columns(found)])
    return "\n\n".join("\n".join(lines) for lines in pieces if lines) + "\n"


class _Table:
    """The parts of the table."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._rows = comparison.indicators
        self._labels = [one.period.text for one in comparison.releases]
        # The growth of a level stands between the values of that level.
        levels = {(one.region, value.indicator) for one in self._rows if one.aspect in ("level", "share") for value in one.values if value is not None}
        self._shown = [one.aspect != "change" or (one.region, one.indicator) not in levels for one in self._rows]

    def releases(self) -> list[str]:
        new, gone = (Counter(one.release for one in found if self._shown[one.indicator]) for found in (self._comparison.new, self._comparison.gone))
        rows = []
        for place, one in enumerate(self._comparison.releases):
            turnover = (f"{new[place]} new", f"{gone[place]} gone") if place else ("", "")
            rows.append((one.period.text, one.region.name if one.region else "", f"{one.compared} compared", *turnover, one.title or one.source))
        return columns(rows)

    def aligned(self) -> list[str]:
        several = [one for one, shown in zip(self._rows, self._shown, strict=True) if shown and len(one.stated_in()) > 1]
        if not several:
            return []
        head = [cell for label in self._labels for cell in (label, "")][:-1]
        return columns([(*head, "aspect", "match", "indicator"), *map(_line, several)], right=tuple(range(0, len(head), 2)))

    def revisions(self) -> Lines:
        for one in self._comparison.revisions:
            row = self._rows[one.indicator]
            how = "printed by" if one.how == "printed" else "implied by"
            unit = f" {row.unit}" if row.unit else ""
            yield self._labels[one.release], f"{number(one.printed)} → {number(one.revised)}{unit}", f"{how} {self._labels[one.by]}", _aspect(row), row.indicator

    def disagreements(self) -> Lines:
        """Those that no revision of the base explains."""
        explained = {(one.indicator, claim) for one in self._comparison.revisions for claim in one.claims}
        for place, row in enumerate(self._rows):
            for one in row.changes:
                if one.verdict == "disagrees" and (place, one.claim) not in explained:
                    slip = "万 and 亿 changed places" if one.misplaced else ""
                    yield self._labels[one.release], f"stated {_stated(one)}", f"computed {_computed(one)}", slip, row.indicator

    def redefinitions(self) -> Lines:
        for one in self._comparison.changed:
            if not self._shown[one.indicators[-1]]:
                continue
            yield self._labels[one.release], one.what, self._rows[one.indicators[-1]].indicator, f"{_short(one.before)} → {_short(one.after)}"

    def turnover(self, found: tuple[Turnover, ...], release: int, seen_in: int) -> Lines:
        """The rows that came or went with a release, each with what the release numbered `seen_in` printed."""
        for one in found:
            row = self._rows[one.indicator]
            value = row.values[seen_in]
            if one.release == release and value is not None and self._shown[one.indicator]:
                yield self._labels[seen_in], _printed(row, value), _aspect(row), value.indicator

    def ambiguities(self) -> Lines:
        for one in self._comparison.ambiguous:
            values = ", ".join(map(number, one.values)) + (f" {one.unit}" if one.unit else "")
            yield self._labels[one.release], values, "" if one.aspect == "level" else one.aspect, one.indicator

    def candidates(self) -> Lines:
        for one in self._comparison.candidates:
            if all(self._shown[place] for place in one.indicators):
                yield str(one.score), *(self._rows[place].indicator for place in one.indicators)


def _line(one: Indicator) -> tuple[str, ...]:
    cells: list[str] = []
    for release, value in enumerate(one.values):
        cells += [*([_change(one, release)] if release else []), _printed(one, value) if value else "-"]
    match = one.match
    score = f" {match.score}" if match and match.score is not None else ""
    return (*cells, one.aspect, f"{match.kind}{score}" if match else "", one.indicator)


def _printed(one: Indicator, value: Value) -> str:
    """A value in the words of its release; of a change with its sign."""
    text = "".join(value.evidence.text.split())
    return _signed(value.value, text, one.unit) if one.aspect in ("change", "gap") else text


def _change(one: Indicator, release: int) -> str:
    """The change up to a release: a stated one that disagrees first, then one that agrees, then any; else the computed one."""
    moved = [change for change in one.changes if change.release == release]
    stated = [change for change in moved if change.stated is not None]
    if stated:
        first = min(stated, key=lambda change: (change.verdict != "disagrees", change.verdict is None, change.kind != "relative"))
        return f"{_stated(first)}{_MARKS[first.verdict]}"
    computed = next((change for change in moved if change.computed is not None), None)
    return f"({_computed(computed)})" if computed is not None else ""


def _computed(change: Movement) -> str:
    value = change.computed or Decimal(0)
    text = number(in_places(value, _PERCENT) if change.kind == "relative" else value)
    return ("+" if value > 0 else "") + text + (change.unit or "")


def _stated(change: Movement) -> str:
    """A stated change in the words of the release, with its sign: +2.1%, -20.54万平方米."""
    return _signed(change.stated or Decimal(0), "".join(change.evidence.text.split()) if change.evidence else "", change.unit)


def _signed(value: Decimal, text: str, unit: str | None) -> str:
    """What a release printed with the sign of its value, and in a column of rates with their %."""
    sign = "" if not value or text.startswith(("-", "+", "－")) else "-" if value < 0 else "+"
    return sign + text + ("%" if unit == "%" and text[-1:].isdigit() else "")


def _aspect(row: Indicator) -> str:
    return "" if row.aspect == "level" else row.aspect


def _short(text: str | None) -> str:
    if text is None:
        return "-"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
