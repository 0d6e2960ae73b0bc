"""Folding: one spelling for widths, marks and line breaks, with the way back to every character.

The rules read the folded text; every span they find is mapped back through `Folded.span`, so that
`source[start:end]` is the evidence as it was printed. Folding never replaces one character by two:
it maps one to one or drops, and so the map is a plain list of offsets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ipextract.patterns import compiled, lazily

# Full-width forms of ASCII (U+FF01 to U+FF5E) stand at a fixed distance from their half-width twins.
_WIDTH_DISTANCE = 0xFEE0
_WIDE_KEPT = "，；：（）！？"
_ONE_FOR_ONE = {
    **{chr(code): chr(code - _WIDTH_DISTANCE) for code in range(0xFF01, 0xFF5F) if chr(code) not in _WIDE_KEPT},
    "(": "（",
    ")": "）",
    ";": "；",
    "?": "？",
    "!": "！",
    "∶": "：",
    "︰": "：",
    "\u3000": " ",
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\t": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2015": "-",
    "\u2212": "-",
    "\u2500": "-",
    "〜": "~",
    "～": "~",
    "﹪": "%",
    "％": "%",
    "℅": "%",
    "〇": "零",
    "○": "零",
    "増": "增",  # the Japanese form, which text recognition takes for it
    "牞": "，",  # marks of an old typesetting code that was read one row of the table too early
    "牶": "：",
    "牷": "；",
    "·": "·",
    "\u00b5": "\u03bc",  # the sign of micro, and the letter
    "•": "·",
    "「": "“",
    "」": "”",
    "『": "“",
    "』": "”",
    "〝": "“",
    "〞": "”",
}
_DROPPED = {*(chr(code) for code in range(0x20) if chr(code) not in "\n\t"), "\x7f", "\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u2060", "\r"}
# 55 853件, 5 221 km: groups of three digits with blanks between, up to a word; a row of columns has no word. By
# itself (3 418) such a number fills a cell.
_GROUPED = lazily(compiled, r"(?<![\d.,])(?<!\d )\d{1,3}(?: \d{3})+(?:\.\d+)?(?= ?[^\s\d.,%\-])|\A\d{1,3}(?: \d{3})+(?:\.\d+)?\Z")
# Half-width marks are Chinese punctuation unless they stand between digits (1,234; 09:13), across line breaks too.
_COMMA = lazily(re.compile, r",(?!(?<=[0-9],)\n*[0-9])")
_COLON = lazily(re.compile, r":(?!\n*/|(?<=[0-9]:)\n*[0-9])")
# 二OO九年, 二0一二年: a letter or a digit for the sign of nought.
_YEAR_IN_SIGNS = lazily(compiled, r"[一二][零O0九][零O0一二三四五六七八九]{2}(?=年)")
_NOUGHTS = str.maketrans("O0", "零零")
# 500万元（含）以上: that a bound is meant with what it names, which 以上 says alone.
_TAKEN_IN = lazily(re.compile, r"（含）(?=以上|以下|及以)")
# 需求回升拉动明显 7月钢材出口增长21.4%: a headline parts what it says first from a clause with a number by a blank; in
# 社会消费品零售总额 同比增长5.2% the clause goes on.
_PARTED = lazily(compiled, r"(?<=[\u4e00-\u9fff]{5}) +(?![同环比较增降达为居占共已])(?=[^\d\s]{0,4}(?:\d{1,4}(?:-\d{1,2})?[年月季])?[^\d\s]{4,20}?\d[\d.]*(?![\d.年月日季-])[^\s])")
_MARKS = frozenset("，。；：、！？|（")
# Characters that may go, by what stands beside them.
_UNEVEN = lazily(re.compile, "[" + re.escape("".join(sorted({*" \n", *_DROPPED}))) + "]")
_DIGITS = frozenset("0123456789")
_ASCII_WORD = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%.")
_TRANSLATION = {ord(k): v for k, v in _ONE_FOR_ONE.items()}
# Most blocks have none of these; to look for one takes a tenth of the time of a translation.
_TRANSLATED = lazily(re.compile, "[" + re.escape("".join(_ONE_FOR_ONE)) + "]")


class Folded(NamedTuple):
    """A folded stretch of a document.

    Attributes:
        text: the folded text.
        origin: for each folded character the offset of its source character (code points).
    """

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the source that the folded `start:end` was made from (end > start)."""
        return self.origin[start], self.origin[end - 1] + 1


def fold(source: str, start: int, end: int, gaps: Sequence[tuple[int, int]] = ()) -> Folded:
    r"""Fold `source[start:end]`, one block of a document, without its `gaps`.

    Line breaks inside the block are the layout's, not the language's (13\n823件 is 13823件), and go.
    Blanks go beside anything but two words of ASCII: 2023 年 3 月, 20817.5 亿元, 综 合. So does the bracket of 500万元（含）以上.
    """
    piece = source[start:end]
    piece = piece.translate(_TRANSLATION) if _TRANSLATED.search(piece) else piece
    if len(piece) != end - start:  # pragma: no cover - the table maps one to one
        raise AssertionError("folding must keep the length")
    for first, last in gaps:
        piece = piece[: first - start] + "\u200b" * (last - first) + piece[last - start :]
    piece = _COMMA.sub("，", piece) if "," in piece else piece
    piece = _COLON.sub("：", piece) if ":" in piece else piece
    if "二O" in piece or "二0" in piece or "九O" in piece or "九0" in piece:
        piece = _YEAR_IN_SIGNS.sub(lambda year: year.group().translate(_NOUGHTS), piece)
    if "（含）" in piece:
        piece = _TAKEN_IN.sub("\u200b\u200b\u200b", piece)
    if " " in piece and _MARKS.isdisjoint(piece):
        piece = _PARTED.sub(lambda blank: "，" + "\u200b" * (len(blank.group()) - 1), piece)
    uneven = _UNEVEN.search(piece)
    if uneven is None:
        return Folded(piece, range(start, end))
    out: list[str] = []
    origin: list[int] = []
    groups = {place for match in _GROUPED.finditer(piece) for place in range(*match.span()) if piece[place] == " "}
    length = len(piece)
    position = 0
    while uneven is not None:
        place = uneven.start()
        out.extend(piece[position:place])
        origin.extend(range(start + position, start + place))
        char = piece[place]
        position = place + 1
        if char in " \n":
            broken = char == "\n"
            while position < length and (piece[position] in " \n" or piece[position] in _DROPPED):
                broken = broken or piece[position] == "\n"
                position += 1
            if place not in groups and _keeps_blank(out, piece, place, position, length, broken):
                out.append(" ")
                origin.append(start + place)
        uneven = _UNEVEN.search(piece, position)
    out.extend(piece[position:])
    origin.extend(range(start + position, end))
    return Folded("".join(out), origin)


def _keeps_blank(out: list[str], piece: str, position: int, stop: int, length: int, broken: bool) -> bool:
    """Whether the blanks `piece[position:stop]` separate two words: 20817.5 2.8, but not 55 853件."""
    if not out or stop >= length:
        return False
    before, after = out[-1], piece[stop]
    if before not in _ASCII_WORD or after not in _ASCII_WORD:
        return not broken and stop - position >= 2 and before not in _ASCII_WORD and after not in _ASCII_WORD
    if broken and after in _DIGITS and (before in _DIGITS or (before in ".," and len(out) > 1 and out[-2] in _DIGITS)):
        return False
    if before in _DIGITS and after in _DIGITS:
        return True
    return not (after == "%" or (before in _DIGITS and after == "."))

