"""Time by length: `python tests/fuzz/growth.py --length 400000` extracts each shape at this length and at half of it.

A shape is a piece that is said over and over, so that nothing ends: no clause, no sentence, no number, no bracket. The time a
character may not grow with the length, whatever the piece.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

#: Pieces that once were slow, or stand for a kind of text: digits, brackets, scales, marks, words of triggers, places, times.
SHAPES = (
    *("1", "12", "1,", "1.", "1 ", "1/", "12:", "1—2", "1~", "-1", "1,234,", "1 234 ", "５", "①"),
    *("一", "一二", "万", "百千万亿", "十", "零", "点", "分之一", "百分之五", "第", "第一", "半", "多", "近"),
    *("（", "）", "（（））", "“", "”", "《", "【", "〔", "[", '"', "（5件", "专利5件（增长5%）"),
    *("、", "，", "；", "：", "。", "—", "-", ".", "|", "||", "|1", "|1|", "| a | 1 |\n", "|---|\n", "#", "*", "\\", "&nbsp;", "<b>"),
    *(" ", "\u3000", "\t", "\n", "\r\n", "\n\n", "1\n", "一\n", "a ", "专利\t5\n", "专利5件\n", "第一章\n", "# 一\n", ",\n", "\u200b", "\x00", "\ud800"),
    *("、1件", "5件、", "发明专利5件、", "由1件", "从5件到", "5%、", "增长5%，", "增长5%、", "其中", "其中5件", "其中，", "分别", "分别为", "和", "占", "比", "比上年"),
    *("增长", "同比", "翻番", "位居第一", "居全国第一", "高于全国", "到", "至", "由", "为", "各", "每", "不", "的", "目标", "件", "元", "%"),
    *("全国", "无锡市", "江苏省", "南京", "2024年", "2024年1月", "1月", "上半年", "截至", "“十四五”", "去年", "a", "A1", "PM2.5", "http://", "a.b"),
    "专利5件，增长5%，其中发明3件（占5%）、",
)


def seconds(text: str) -> float:
    """The time of a processor that the extraction of a text takes."""
    from fuzz.checking import extractor

    begun = time.process_time()
    extractor().extract(text)
    return time.process_time() - begun


def main() -> int:
    """The command: a line for each shape; it ends with 1 where one grew by more than --most."""
    parser = argparse.ArgumentParser(description="Time a character, at a length and at half of it.")
    parser.add_argument("--length", type=int, default=200_000, help="characters (200000)")
    parser.add_argument("--most", type=float, default=1.3, help="how much longer a character may take at twice the length (1.3)")
    parser.add_argument("shapes", nargs="*", help="pieces; by default all of this file")
    options = parser.parse_args()
    seconds("2024年全市专利5件。")
    grown = []
    for shape in options.shapes or SHAPES:
        half, whole = (min(seconds(shape * (size // len(shape))) for _ in range(2)) for size in (options.length // 2, options.length))
        ratio = whole / half / 2
        # Milliseconds say nothing of growth.
        grown += [shape] if ratio > options.most and whole > 0.2 else []
        print(f"{shape!r:24} {1e6 * whole / options.length:7.1f} µs a character, {ratio:.2f} of that at half the length", flush=True)
    print(f"{len(grown)} grew: {grown}")
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())
