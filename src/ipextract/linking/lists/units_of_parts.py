"""Parts of a whole that leave out its unit: 584人，其中男444，女140人."""

from __future__ import annotations

from ipextract.linking.indicator.labels import Namer
from ipextract.linking.row import Row
from ipextract.linking.units_in_names import unit_in_name
from ipextract.linking.vocabulary import Vocabulary
from ipextract.numbers.numerals import plain
from ipextract.rules.tokens import Amount, Token

# What may stand between a whole and its parts, with and without a word for that (其中).
_SAYS_PARTS = (",D", "(D", "D")
_BRACKET = "("
# What parts two of them, and what ends the last.
_BETWEEN = frozenset(",/")
_ENDS = frozenset(",/;.)")


def share_unit_of_whole(row: Row, namer: Namer, vocabulary: Vocabulary) -> None:
    """教师210人，其中高级32，中级178人: a number without a unit is in that of the whole, where a word or the sum says it is a part, and it is no larger."""
    for index, whole in enumerate(row.tokens):
        if whole.letter not in "#U":
            continue
        letters = row.letters(index + 1, index + 3)
        opening = next((said for said in _SAYS_PARTS if letters.startswith(said)), "")
        if opening and whole.letter == "U":
            _take_unit_of_name(row, index, namer, vocabulary)
        if whole.letter != "#" or not letters.startswith(opening or _BRACKET):
            continue
        parts = _parts(row, index + 1 + len(opening or _BRACKET), whole.value, namer, vocabulary)
        if parts and (opening or sum(_in_unit(part, parts[-1], whole.value).value for part in parts) == whole.value.value):
            last = parts[-1]
            for part in parts:
                if part.letter == "U":
                    part.value = _in_unit(part, last, whole.value)
                    part.letter = whole.letter


def _take_unit_of_name(row: Row, index: int, namer: Namer, vocabulary: Vocabulary) -> None:
    """户籍人口3.2万，其中男1.7万: the parts are in the unit that the name of the whole says."""
    whole = row.tokens[index]
    said = unit_in_name(namer.clean(row.words(index - 1)), whole.value, namer, vocabulary) if whole.value.scaled and row.letters(index - 1, index) == "X" else None
    if said is not None and said[1] is not None:
        whole.letter, whole.value = "#", whole.value._replace(kind=said[0], unit=said[1])


def _parts(row: Row, first: int, whole: Amount, namer: Namer, vocabulary: Vocabulary) -> list[Token]:
    """The numbers from `first` on that stand each behind a name, up to the first with a unit; none where one cannot be a part of the whole."""
    parts: list[Token] = []
    told, place = row.words_between(0, first), first
    while row.letters(place, place + 2) in ("XU", "X#"):
        token, behind = row.tokens[place + 1], row.letters(place + 2, place + 3)
        name = namer.clean(row.words(place))
        if token.letter == "U" and (behind not in _ENDS or name in told):
            # 项目15个，其中项目3、项目5已完工: numbers that are names.
            return []
        if namer.has_measure(name) or name.endswith(vocabulary.bare_number_heads) or name.startswith(vocabulary.names.means) or (token.letter == "#" and token.value.unit != whole.unit):
            break
        parts.append(token)
        if token.letter == "#" or behind not in _BETWEEN:
            break
        place += 3
    fits = parts and all(_in_unit(part, parts[-1], whole).value <= whole.value for part in parts)
    return parts if fits else []


def _in_unit(part: Token, last: Token, whole: Amount) -> Amount:
    """The number in the unit of its whole: 总投资5.2亿元，其中设备2.1 is in 亿, as the last part or else the whole is printed."""
    amount: Amount = part.value
    if part.letter != "U":
        return amount
    factor = 1 if amount.factor != 1 else last.value.factor if last.letter != "U" else whole.factor
    # 其中设备2—3: both ends of a range.
    upper = None if amount.upper is None else plain(amount.upper * factor)
    return amount._replace(kind=whole.kind, unit=whole.unit, value=plain(amount.value * factor), upper=upper)
