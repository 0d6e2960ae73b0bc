"""Lines that a layout broke, joined again."""

from __future__ import annotations

from collections.abc import Sequence


def join(lines: Sequence[str], *, cells: bool = False) -> str:
    """The text of broken lines as one: Chinese is written without blanks, words and numbers of the Latin script with.

    Args:
        lines: the lines, in order.
        cells: they stand in a cell of a table, where two numbers one below the other are two; in a
            paragraph they are one number that the end of the line broke: 13⏎823件.

    >>> join(["比上年", "增长（%）"], cells=True), join(["授权专利13", "823件"]), join(["98.5", "3.4"], cells=True)
    ('比上年增长（%）', '授权专利13823件', '98.5 3.4')
    """
    out = ""
    for line in lines:
        piece = line.strip()
        if out and piece and _is_latin(out[-1]) and _is_latin(piece[0]) and (cells or not (out[-1].isdigit() and piece[0].isdigit())):
            out += " "
        out += piece
    return out


def _is_latin(char: str) -> bool:
    return char < "\u2000" and char.isalnum()
