"""Texts for the extraction: made by a grammar of notices, real releases that were tampered with, and nonsense."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from fuzz.words import MARKS, NAMES, NUMBERS, PLACES, SUBJECTS, TIMES, TRIGGERS, UNITS

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
PIECES = (*NUMBERS, *NUMBERS, *UNITS, *UNITS, *SUBJECTS, *PLACES, *TIMES, *TRIGGERS, *TRIGGERS, *NAMES, *MARKS)
_ENDS = ("，", "。", "；", "、", "，其中", "（", "）", "\n", "：", "——")
_SAYS = ("", "", "为", "达", "同比增长", "下降", "占全省的", "提高到", "高于全国", "超", "近", "由", "分别为", "位居全国第", "比上年末增加")
_STARTS = ("# ", "## ", "一、", "（一）", "1. ", "- ", "", "", "", "表1 ", "注：", "来源：", "发布时间：")
_RANGES = ((0, 0x7F), (0x80, 0x24F), (0x370, 0x5FF), (0x660, 0x669), (0x2000, 0x2BFF), (0x3000, 0x33FF), (0x4E00, 0x9FFF), (0xD800, 0xDFFF), (0xFE30, 0xFFFF), (0x1D7CE, 0x1D7FF), (0x20000, 0x2A6DF))
_LONGEST = 300


def notice(random: Random) -> str:
    """A text of up to some 300 characters."""
    return random.choice(_MAKERS)(random)[: _LONGEST + 100]


def soup(random: Random) -> str:
    """Words and marks in any order."""
    return "".join(random.choices(PIECES, k=random.randint(1, 40)))


def clauses(random: Random) -> str:
    """Statements as releases make them, that need not make sense."""
    out = []
    for _ in range(random.randint(1, 8)):
        said = (random.choice(("", "", *PLACES, *TIMES)), random.choice(("", *SUBJECTS)), random.choice(_SAYS), random.choice(NUMBERS), random.choice(UNITS))
        out.append("".join(said) + random.choice(_ENDS))
    return "".join(out)


def page(random: Random) -> str:
    """Lines as a page has them: headings, paragraphs, tables with bars or tabs."""
    lines = []
    for _ in range(random.randint(1, 6)):
        if random.random() < 0.4:
            bar = random.choice(("|", "|", "\t", " | ", "  "))
            lines.append(bar + bar.join(random.choices((*NUMBERS, *SUBJECTS, *TIMES, *UNITS, "", "---", "指标"), k=random.randint(0, 6))) + bar)
        else:
            lines.append(random.choice(_STARTS) + random.choice((soup, clauses))(random)[: random.randint(0, 80)])
    return random.choice(("\n", "\n", "\n\n", "\r\n", "\n \n")).join(lines)


def nonsense(random: Random) -> str:
    """Characters of any kind."""
    return "".join(chr(random.randint(*random.choice(_RANGES))) for _ in range(random.randint(1, 120)))


def repeated(random: Random) -> str:
    """One or a few pieces over and over."""
    piece = "".join(random.choices(PIECES, k=random.randint(1, 3)))
    return piece * (_LONGEST // max(1, len(piece)))


def tampered(random: Random) -> str:
    """A stretch of a real release, changed at a few places."""
    text = random.choice(releases())
    start = random.randrange(len(text))
    piece = text[start : start + random.randint(20, _LONGEST)]
    for _ in range(random.randint(0, 6)):
        piece = _changed(piece, random)
    return piece


def _changed(text: str, random: Random) -> str:
    place = random.randint(0, len(text))
    behind = min(len(text), place + random.randint(0, 12))
    head, part, tail = text[:place], text[place:behind], text[behind:]
    return head + random.choice((lambda: "", lambda: part + part, lambda: random.choice(PIECES), lambda: part[::-1], lambda: random.choice(NUMBERS) + part, lambda: part * 9, lambda: nonsense(random)[:5]))() + tail


@cache
def releases() -> tuple[str, ...]:
    """The white paper, the fixtures, and the corpus where it lies beside the project."""
    paths = [ROOT / "seeds" / "wuxi-ip-2024.txt", *sorted((ROOT / "fixtures").glob("*.txt")), *sorted(CORPUS.glob("*.txt")), *sorted(CORPUS.glob("*.md"))]
    return tuple(path.read_text(encoding="utf-8-sig", errors="replace") for path in paths)


_MAKERS: tuple[Callable[[Random], str], ...] = (soup, clauses, clauses, page, nonsense, repeated, tampered, tampered, tampered)
