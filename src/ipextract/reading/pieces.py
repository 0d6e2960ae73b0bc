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
# 收入137716亿元, behind 全国一般公共预算: what is measured of it stands with the number.
_MEASURED = lazily(compiled, r"[\u4e00-\u9fff]{2,4}(?:为|达|约|近|超过?|达到?|逾|突破)?\d[\d,]*(?:\.\d+)?(?:[\u4e00-\u9fff]|\s?[%％‰])[^\s\d，。；：:、|]{0,5}")
# What else is told of it: 同比增长12.2%, 占全市的23%, 居全省第三位.
_DETAIL = lazily(compiled, r"(?:同比|环比|比|较|增长|增加|增幅|下降|减少|降幅|[增降占居列]|位[居列]|[↑↓+-])[^。；！？]{0,22}(?:\d|第|首位)[^。；！？]{0,10}")
_MOST_LINES = 6
# With the blanks that indent it.
_LONGEST_LABEL = 30
# A line that begins with what no line can: 。文旅活动火爆.
_CUT = lazily(compiled, r"\s*[，。；、！？）”％%]")
_ALONE = lazily(compiled, r"\s*\d[\d,.]*\s?[%％]?\s*")
_FEWEST_CUT = 2
# So many of a hundred lines are cut where a copy left all in pieces.
_CUT_SHARE = 0.08
_SENTENCE_END = "。！？"


def is_label(line: str) -> bool:
    """专利授权量: whether a line may be what an item of a poster is about."""
    return len(line) <= _LONGEST_LABEL and _LABEL.fullmatch(line.strip()) is not None


def item_lines(lines: Sequence[str]) -> list[int]:
    """Which of the first of `lines`, none of which is blank, make one item of a poster: its label, its number, and what else is told; none where the first is no label."""
    if len(lines) < 2 or not is_label(lines[0]) or not _is_value(lines):
        return []
    last = 1
    while last + 1 < min(len(lines), _MOST_LINES) and _DETAIL.fullmatch(lines[last + 1].strip()) is not None:
        last += 1
    return list(range(last + 1))


def _is_value(lines: Sequence[str]) -> bool:
    """Whether the second of `lines` is a number alone, or one with what is measured, of which the next tells more: 收入137716亿元⏎同比增长20%."""
    value = lines[1].strip()
    if _VALUE.fullmatch(value) is not None:
        return True
    return len(lines) > 2 and _MEASURED.fullmatch(value) is not None and _DETAIL.match(value) is None and _DETAIL.fullmatch(lines[2].strip()) is not None


def is_in_pieces(lines: Sequence[str]) -> bool:
    """Whether several of `lines`, none of which is blank, begin with a mark that ends what stands before it, and as many are a number alone."""
    cut = len([line for line in lines if _CUT.match(line)])
    if cut < _FEWEST_CUT or cut < _CUT_SHARE * len(lines):
        return False
    alone = sum(_ALONE.fullmatch(line) is not None for line in lines)
    return alone >= _FEWEST_CUT and alone >= _CUT_SHARE * len(lines)


def ends_piece(line: str, following: str) -> bool:
    """Whether a sentence ends with `line` of a text in pieces, and what follows begins a new one."""
    return line.rstrip()[-1:] in _SENTENCE_END and _CUT.match(following) is None
