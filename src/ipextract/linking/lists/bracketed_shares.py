"""Shares in brackets behind the words that they are of: 投诉主要集中在质量（占32%）、售后（占21%）."""

from __future__ import annotations

from ipextract.linking.frames import Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.walk import Walk
from ipextract.rules.readings import OF_WHOLE

# 质量|（|32%
_BEFORE = 2
# In such a list the words before the first bracket introduce it.
_FEWEST = 2
# What a bracket says before the share.
_ASIDE = frozenset("XD/,")
# Words, and names with a numeral: 第三产业（占52%）.
_WORDS = "XN"
# What grew, by how much, or compared with what.
_OF_RATES = frozenset("EVGB")
_PAUSE = frozenset(("/", ","))


def said_before_bracket(walk: Walk, start: int) -> str:
    """商品质量 of 商品质量（占32%）: the words right before the bracket that the number's words begin; empty where there is none, or a number stands before it: 320件（占12%）."""
    opening = start - 1
    if opening > 0 and walk.tokens[opening].letter == ",":
        # 标准化货物（计算机、空调等，占比7%）: what they are stands between.
        opening = next((place for place in range(opening, 0, -1) if walk.tokens[place].letter not in _ASIDE), 0)
    if opening < 1 or walk.tokens[opening].letter != "(" or walk.tokens[opening - 1].letter not in _WORDS:
        return ""
    return _introduced(walk, opening)[1]


def name_bracketed(walk: Walk, index: int) -> None:
    """主要原因依次为操作不当（45.2%）、设备缺陷（21.3%）: name the percentages alone in their brackets from `index` on, which are shares where a verb introduces the things before them."""
    row = walk.row
    if index < _BEFORE or row.letters(index - _BEFORE, index + _BEFORE) != "X(%)":
        return
    about, thing = _introduced(walk, index - 1)
    if not about or not thing or not _OF_RATES.isdisjoint(row.letters(row.clause_start(index - 1), index)) or any(word.endswith(walk.vocabulary.rates) for word in walk.namer.words(about)):
        # 增速前三位的行业分别是医药（12.1%）, 合格率居前的是甲县（98%）: by how much each grew, or what it has.
        return
    things = [(index, thing)]
    while (following := _following(walk, things[-1][0])) is not None:
        things.append((following, walk.namer.clean(_without_join(walk, row.words(following - _BEFORE)))))
    if len(things) < _FEWEST or not all(name for _, name in things) or any(walk.namer.has_measure(name) for _, name in things):
        return
    # 有效发明专利主要集中在电子信息（占35%）、机械制造（占20%）: of the titles, which lie mostly there.
    held = walk.namer.clean("".join(word for word in walk.namer.words(about) if word not in walk.namer.lists.gathered))
    held = held if held.endswith(walk.vocabulary.names.titles) else ""
    for place, name in things:
        walk.named[place] = join(name, held), Reading(OF_WHOLE, {})


def _following(walk: Walk, member: int) -> int | None:
    """The next percentage alone in its bracket behind the one at `member`: ）|、|设备缺陷|（|21.3%|）, ）|和管理不善|（|12%|）; None where there is none."""
    stop = member + _BEFORE + (walk.row.letters(member + _BEFORE, member + _BEFORE + 1) in _PAUSE)
    is_next = walk.row.letters(member + 1, member + _BEFORE) == ")" and walk.row.letters(stop, stop + 4) == "X(%)"
    return stop + _BEFORE if is_next and (stop > member + _BEFORE or _without_join(walk, walk.row.words(stop)) != walk.row.words(stop)) else None


def _without_join(walk: Walk, said: str) -> str:
    """管理不善 of 和管理不善."""
    joined = next((word for word in walk.vocabulary.conjunctions if said.startswith(word)), "")
    return said.removeprefix(joined)


def _introduced(walk: Walk, bracket: int) -> tuple[str, str]:
    """投诉主要 | 质量 of 投诉主要集中在质量（: what the words before the bracket are about, and the thing that they introduce; the first is empty where they introduce none."""
    first = walk.row.words_start(bracket)
    # 居前三位的是商品质量（
    first += walk.row.letters(first, bracket).rfind("O") + 1
    if walk.row.has_number(first, bracket):
        return "", ""
    said = _without_join(walk, walk.row.words_between(first, bracket).strip("：:"))
    words = walk.namer.words(said)
    link = max((place for place, word in enumerate(words[:-1]) if word in walk.vocabulary.clauses.introducing), default=-1)
    about = [word for word in words[: max(0, link)] if word not in walk.vocabulary.clauses.introducing]
    return "".join(about), walk.namer.clean("".join(words[link + 1 :]))
