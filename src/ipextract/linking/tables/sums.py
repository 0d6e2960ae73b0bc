"""Rows that go on with the parts of a marked row (其中：城镇, 乡村), where no blanks tell it: by what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ipextract.linking.tables.rows import RowHead

# 存款 of 住户存款: the noun that parts of one kind end with.
_NOUN = 2
# 存款余额: what two wholes of one kind end with, and 金融 with what they begin.
_MEASURE, _OPENING = 4, 2

_Rows = list[tuple[int, RowHead]]


def parts_by_sum(heads: Sequence[RowHead | None], amounts: Sequence[Decimal | None]) -> dict[int, int]:
    """Of each row without a mark that goes on with the parts of a marked row, the place of that row.

    乡村 behind 其中：城镇 makes up all of 常住人口 with it; 非金融企业存款 behind #住户存款 leaves room in 金融机构人民币存款余额,
    beside which 金融机构本外币存款余额 has parts of its own.

    Args:
        heads: the heads of the rows; None for a row without one.
        amounts: what stands in the first column of levels; None where no number does.
    """
    rows = [(index, head) for index, head in enumerate(heads) if head is not None]
    with_rival = rivals(heads)
    out: dict[int, int] = {}
    for position, (index, head) in enumerate(rows):
        whole = next((row for row in reversed(rows[:position]) if not row[1].mark and row[0] not in out), None) if head.mark else None
        if whole is None or whole[1].indent != head.indent:
            continue
        total, own = amounts[whole[0]], amounts[index]
        if total is None or own is None or own > total:
            continue
        following = _that_fit(rows[position + 1 :], head, amounts, total - own)
        exact = _that_make_up(following, amounts, total - own)
        parts = exact or (_of_one_kind(following, head, whole[1]) if whole[0] in with_rival else [])
        out.update(dict.fromkeys((part for part, _ in parts), index))
    return out


def _that_fit(rows: _Rows, marked: RowHead, amounts: Sequence[Decimal | None], room: Decimal) -> _Rows:
    """The rows right behind a marked one that stand beside it and together do not exceed `room`."""
    out: _Rows = []
    for index, head in rows:
        amount = amounts[index]
        if head.mark or head.number or head.is_total or head.divides or head.indent != marked.indent or amount is None or not 0 <= amount <= room:
            break
        room -= amount
        out.append((index, head))
    return out


def _that_make_up(rows: _Rows, amounts: Sequence[Decimal | None], room: Decimal) -> _Rows:
    """The first of the rows, as many as come to `room`, but for the last digit; none where they do not."""
    exponent = room.as_tuple().exponent
    digit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
    for size in range(1, len(rows) + 1):
        if abs(sum((amounts[index] or Decimal(0) for index, _ in rows[:size]), Decimal(0)) - room) <= digit * size:
            return rows[:size]
    return []


def rivals(heads: Sequence[RowHead | None]) -> frozenset[int]:
    """The rows beside which another is of the same measure and begins alike: 金融机构人民币存款余额, 金融机构本外币存款余额."""
    alike: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for index, head in enumerate(heads):
        if head is not None and not head.mark and head.has_measure:
            alike.setdefault((head.name[:_OPENING], head.name[-_MEASURE:]), []).append((index, head.name))
    return frozenset(index for found in alike.values() if len({name for _, name in found}) > 1 for index, _ in found)


def _of_one_kind(rows: _Rows, marked: RowHead, whole: RowHead) -> _Rows:
    """非金融企业存款 beside 住户存款: the first of the rows, as long as they end alike and begin unlike the whole."""
    size = next((size for size, (_, head) in enumerate(rows) if head.name[-_NOUN:] != marked.name[-_NOUN:] or head.name[:1] == whole.name[:1]), len(rows))
    return rows[:size]
