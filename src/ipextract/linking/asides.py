"""Which words say how the text itself speaks, and part nothing: 比上年下降[47]10.6%, 比去年同期（下同）增长7.9%."""

from __future__ import annotations

from ipextract.linking.vocabulary import Vocabulary
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import Token

_FOOTNOTE = lazily(compiled, r"\[\d{1,3}(?:[-,，、]\d{1,3})*\]|[①-⑳]")
# 比全省（17.3%）和全国（11.4%）分别高17.2、23.1个百分点: what the rates compared with are, between those compared.
_SAYS_RATES = lazily(compiled, r"C[XR]{1,3}(?P<first>\(%\))[XR/]{1,3}(?P<second>\(%\))(?=I)")
# 下降（同口径）19.59%, 比上年（可比口径）增长5.2%: words alone in a bracket between the basis or verb of a change and its number.
_SAYS_BASIS = lazily(compiled, r"(?<=[BV])\([XTD]{1,4}\)(?=V?[#%QMU])")
# 增值税（25%部分）23.6亿元, 个人所得税（40%）9.8亿元: of a tax that is shared out, which part is told of.
_SAYS_PART = lazily(compiled, r"(?<=X)\(%X?\)")


def asides(text: str, tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """What parts nothing and goes to the ledger only: 比上年下降[47]10.6%, 比去年同期（下同）增长7.9%, 下降（同口径）19.59%."""
    letters = "".join([token.letter for token in tokens])
    if "N" not in letters and "（" not in text:
        return []
    brackets = [match.span() for match in vocabulary.says_how.finditer(text)]
    brackets += [(tokens[match.start()].start, tokens[match.end() - 1].end) for match in _SAYS_BASIS.finditer(letters)]
    for match in _SAYS_PART.finditer(letters):
        behind = text[tokens[match.start() + 1].end : tokens[match.end() - 1].start]
        if behind in vocabulary.tax_parts or (not behind and letters[match.end() : match.end() + 1] == "#" and text.endswith(vocabulary.taxes, 0, tokens[match.start()].start)):
            brackets.append((tokens[match.start()].start, tokens[match.end() - 1].end))
    for match in _SAYS_RATES.finditer(letters):
        brackets += [(tokens[match.start(group)].start, tokens[match.end(group) - 1].end) for group in ("first", "second")]
    return [
        token
        for token in tokens
        if (token.letter == "N" and token.role == "reference" and _FOOTNOTE.fullmatch(text, token.start, token.end))
        or (brackets and any(start <= token.start and token.end <= end for start, end in brackets))
    ]
