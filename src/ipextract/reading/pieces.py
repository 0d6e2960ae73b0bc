"""Sentences that a copy left in pieces: an item of a poster over several lines, and text cut at every number and quotation mark.

专利授权量        2024
1234件           年，全区生产总值突破
同比增长12.2%     4000
                 亿元。
"""

from __future__ import annotations

from collections.abc import Sequence

from ipextract.patterns import compiled, lazily

# What an item of a poster is about: words alone, a colon behind them at most.
_LABEL = lazily(compiled, r"(?=[^\d]*[\u4e00-\u9fff]{2})[^\d，。；！？：:、|]{2,24}[：:]?")
# How much there is of it: a number with its unit, and no time.
_VALUE = lazily(compiled, r"(?:约|近|超过?|达到?|逾|突破|[↑↓+-])?\s?(?!\d{1,4}\s?[年月日号])\d[\d,]*(?:\.\d+)?(?:[\u4e00-\u9fff]|\s?[A-Za-z%％‰])[^\s\d，。；：:、|]{0,5}")
# What else is told of it: 同比增长12.2%, 占全市的23%, 居全省第三位.
_DETAIL = lazily(compiled, r"(?:同比|环比|比|较|增长|增加|增幅|下降|减少|降幅|[增降占居列]|位[居列]|[↑↓+-])[^。；！？]{0,22}(?:\d|第|首位)[^。；！？]{0,10}")
_MOST_LINES = 6
# A line that begins with what no line can: 。文旅活动火爆.
_CUT = lazily(compiled, r"\s*[，。；、！？）”％%]")
_ALONE = lazily(compiled, r"\s*\d[\d,.]*\s?[%％]?\s*")
_FEWEST_CUT = 2
# So many of a hundred lines are cut where a copy left all in pieces.
_CUT_SHARE = 0.08
_SENTENCE_END = "。！？"


def item_lines(lines: Sequence[str]) -> list[int]:
    """Which of the first of `lines`, none of which is blank, make one item of a poster: its label, its number, and what else is told; none where the first is no label."""
    if len(lines) < 2 or _LABEL.fullmatch(lines[0].strip()) is None or _VALUE.fullmatch(lines[1].strip()) is None:
        return []
    last = 1
    while last + 1 < min(len(lines), _MOST_LINES) and _DETAIL.fullmatch(lines[last + 1].strip()) is not None:
        last += 1
    return list(range(last + 1))


def is_in_pieces(lines: Sequence[str]) -> bool:
    """Whether several of `lines`, none of which is blank, begin with a mark that ends what stands before it, and as many are a number alone."""
    cut = sum(_CUT.match(line) is not None for line in lines)
    if cut < _FEWEST_CUT or cut < _CUT_SHARE * len(lines):
        return False
    alone = sum(_ALONE.fullmatch(line) is not None for line in lines)
    return alone >= _FEWEST_CUT and alone >= _CUT_SHARE * len(lines)


def ends_piece(line: str, following: str) -> bool:
    """Whether a sentence ends with `line` of a text in pieces, and what follows begins a new one."""
    return line.rstrip()[-1:] in _SENTENCE_END and _CUT.match(following) is None
