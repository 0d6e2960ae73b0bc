"""How many of those counted before: 38个大类行业中32个实现增长 → 大类行业增长."""

from __future__ import annotations

from ipextract.linking.walk import Walk
from ipextract.linking.words_end import end_of_words_behind

# 37个|工业大类行业有|29个: from a number back to the one before.
_BETWEEN = 2
# The characters in which the word that tells of something stands.
_PREDICATE = 6
# 正|增长
_PAIR = 2
# 产量|实现|增长
_MEASURED = 3
# 行业: the shortest word that takes up the name of all.
_SHORTEST = 2


def some_of_counted(walk: Walk, index: int, behind: str) -> str:
    """大类行业增长 of 38个大类行业中32个实现增长: what is told of some of those counted before, as far as no noun says of what; empty where nothing is.

    Args:
        walk: the walk; it keeps how far the words behind the number reach.
        index: the number's token.
        behind: the words behind it, cleaned.
    """
    if walk.tokens[index].value.kind != "count":
        return ""
    stop = end_of_words_behind(walk, index)
    predicates = walk.vocabulary.clauses.predicates
    # 正增长, 产值增长: also by the last of two words; 产量实现增长: and by that of what is measured of them.
    words = walk.namer.words(behind)
    short = len(words) == _PAIR or (_PAIR < len(words) <= _MEASURED and walk.namer.is_measure(words[0]))
    tells = walk.namer.starts_with_verb(behind) or any(told in predicates for told in (behind, *(words[-1:] if short else ()))) or _is_told(walk, behind)
    told = _moved(walk, index, behind, stop) or (behind if tells else "")
    whole, unit = _counted(walk, index, told) if told or behind else ("", "")
    again = _said_again(whole, unit, behind) if whole else ""
    if not whole or not (told or again):
        return ""
    walk.after_until = stop
    if not again:
        return whole + told
    return (whole if whole.endswith(again) else whole + again) + walk.row.words_between(index + 1, stop).removeprefix(again)


def _is_told(walk: Walk, behind: str) -> bool:
    """进入股改阶段: whether the first word behind a number tells of those counted, though it may be no verb of a name."""
    return bool(behind) and walk.namer.words(behind[:_PREDICATE])[0] in walk.vocabulary.names.telling


def _moved(walk: Walk, index: int, behind: str, stop: int) -> str:
    """增长: which way so many moved; empty where something else is told of them."""
    place = stop - 1 if behind else index + 1
    if place >= len(walk.tokens) or walk.tokens[place].letter != "V" or (behind and walk.row.words(place) != behind):
        return ""
    return walk.row.words(place) if walk.row.letters(place + 1, place + 2) in ("", ".", ",", ";") else ""


def _said_again(whole: str, unit: str, behind: str) -> str:
    """行业 of 行业实现增长, behind 41个大类行业; 大类 of 大类实现增长, behind 16大类商品: the word that takes up those counted; empty where none does."""
    if len(unit) >= _SHORTEST and behind.startswith(unit):
        return unit
    return next((behind[:length] for length in range(len(behind) - 1, _SHORTEST - 1, -1) if whole.endswith(behind[:length])), "")


def _counted(walk: Walk, index: int, told: str) -> tuple[str, str]:
    """The name and the measure word of those counted before, of whom the number counts some; empty where none were."""
    tokens, ends = walk.tokens, walk.vocabulary.names.among_ends
    own = tokens[index].value
    for before in range(index - 1, walk.sentence_start - 1, -1):
        if tokens[before].letter != "#" or tokens[before].value.kind != "count":
            continue
        said = walk.row.words(before + 1) if tokens[before + 1].letter == "X" else ""
        end = next((word for word in ends if said.endswith(word)), "")
        if not end and told and before == index - _BETWEEN:
            # 37个工业大类行业有29个保持增长
            end = next((word for word in walk.vocabulary.names.existing if said.endswith(word)), "")
        if not end:
            continue
        # 限额以上16大类商品零售额中: with the words before their number.
        stated = next((draft.indicator for draft in reversed(walk.drafts) if draft.token == before), "")
        # 50家上市后备企业中: what stands behind the number is a name, whatever it begins with.
        thing = walk.namer.clean(said.removesuffix(end))
        of_all, name = tokens[before].value, stated or thing
        if walk.namer.starts_with_verb(name):
            name = thing if stated.endswith(thing) else ""
        is_among = of_all.value >= own.value and (not told or (of_all.unit or "").endswith(own.unit or ""))
        return (name, of_all.unit or "") if is_among and name else ("", "")
    return "", ""
