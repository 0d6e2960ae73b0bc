"""Two counts of those to whom one thing is done: 对1家企业及4家代理机构进行行政处罚."""

from __future__ import annotations

from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind

# 企业及 between two numbers, 企业、
_BETWEEN = ("X", "X/")
_COUNT = "#"


def done_to_both(walk: Walk, index: int) -> str | None:
    """行政处罚企业 of the first, 行政处罚代理机构 of the second number of 对1家企业及4家代理机构进行行政处罚; None where the number at `index` is none of two."""
    row, names = walk.row, walk.vocabulary.names
    start = row.clause_start(index)
    # 市监局对5家企业、4家机构: who does it may stand in front.
    first = start + row.letters(start, index + 1).find(_COUNT)
    if row.letters(first - 1, first) != "X" or not row.words(first - 1).strip().endswith(names.beneficiaries):
        return None
    last = next((first + 1 + len(between) for between in _BETWEEN if row.letters(first + 1, first + 2 + len(between)) == between + _COUNT), 0)
    if not last or index not in (first, last):
        return None
    between = row.words(first + 1).strip()
    joined = next((word for word in walk.vocabulary.conjunctions if between.endswith(word)), "")
    deed = walk.vocabulary.qualifiers.deed.fullmatch(words_behind(walk, last))
    if deed is None or not (joined or row.letters(last - 1, last) == "/"):
        return None
    whom = deed["whom"] if index == last else walk.namer.clean(between.removesuffix(joined))
    # 对3名成人及1名儿童进行康复训练: people are counted as they are.
    return whom if walk.tokens[index].value.unit in walk.vocabulary.people_units else deed["deed"] + whom
