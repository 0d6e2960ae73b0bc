"""The first of its kind: 全国首单专利保险, 全国第5个突破3000公里的省份."""

from __future__ import annotations

from decimal import Decimal

from ipextract.lexicon import Division
from ipextract.linking.before_number import raw_label
from ipextract.linking.frames import Draft
from ipextract.linking.recording import settle
from ipextract.linking.relation.rank_scopes import first_place
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.walk import Walk
from ipextract.numbers.numerals import chinese
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS

_NTH = lazily(compiled, r"(?<=第)(?:\d{1,3}|[一二三四五六七八九十]{1,3})")
# 全国副省级城市首个: the peers between place and first, in characters at most.
_PEERS = 8
# 全国第6家|、|东北|第一家: so far behind the first stands the next, in tokens.
_BESIDE = 5


def read_first(walk: Walk, index: int) -> None:
    """全国首单专利保险: first in time among those of a place; without a place or a noun it is an ordinal."""
    token = walk.tokens[index]
    scope, region = _scope_of_first(walk, index)
    name = walk.namer.noun_phrase(_noun_of_first(walk, index)) if scope else ""
    if not name:
        token.role = "ordinal"
        walk.row.reletter(index, "N")
        return
    draft = Draft("rank", "rank", name, _nth(token.value), token.start, token.end, "rank.first", token=index, scope=scope, scope_region=region, order="time")
    settle(walk, draft)
    token.role = "claim"
    walk.drafts.append(draft)


def _nth(words: str) -> Decimal:
    """第5个 → 5; 首单, 第一家 → 1."""
    found = _NTH.search(words)
    if found is None:
        return Decimal(1)
    return Decimal(found.group()) if found.group().isdigit() else chinese(found.group()) or Decimal(1)


def _scope_of_first(walk: Walk, index: int) -> tuple[str, Division | None]:
    """Among whom something was first: 全国, 全国副省级城市, 行业; empty where nothing says."""
    token, tokens = walk.tokens[index], walk.tokens
    start = walk.row.words_start(index)
    position = first_place(walk, start, index)
    if position < index:
        return walk.text[tokens[position].start : token.start], tokens[position].value
    before = walk.row.words(index - 1) if index > start and tokens[index - 1].letter == "X" else ""
    outer = walk.gazetteer.relative(before[-2:], walk.setting.home) if len(before) > 2 else None
    if outer is not None:
        # 安吉列入全省首批试点县
        return before[-2:], outer
    if before and index - 1 > start and tokens[index - 2].letter == "R" and before.endswith(walk.vocabulary.ranks.peers) and len(before) <= _PEERS:
        return walk.row.words_between(index - 2, index), tokens[index - 2].value
    found = walk.gazetteer.before(walk.text, token.start, walk.setting.home)
    if found is not None:
        return walk.text[found[0] : token.start], found[1]
    return next((word for word in walk.vocabulary.ranks.scopes if before.endswith(word)), ""), None


def _noun_of_first(walk: Walk, index: int) -> str:
    """The words behind the first, up to the end of the clause or a number."""
    tokens = walk.tokens
    if walk.row.letters(index + 1, index + 2) == "/" and (following := walk.row.letters(index + 2, index + _BESIDE).find("F")) >= 0:
        # 全国第6家、东北第一家获批的中心: the noun stands behind the last of them.
        return _noun_of_first(walk, index + 2 + following)
    stop = end = index + 1
    while end < len(tokens) and tokens[end].letter not in CLAUSE_ENDS:
        end += 1
    while stop < end and tokens[stop].letter not in NUMBERS:
        stop += 1
    inner = [place for place in range(stop, end) if tokens[place].letter in NUMBERS]
    if inner and "的" in walk.row.words_between(inner[-1] + 1, end)[:-1]:
        # 全国第5个突破3000公里的省份: the number says which provinces are counted.
        name = walk.namer.clean(walk.row.words_between(index + 1, end), head=False)
        for place in inner:
            tokens[place].role = "qualifier"
            walk.row.reletter(place, "N")
        return name
    return raw_label(walk, index + 1, stop)
