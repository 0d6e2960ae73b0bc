"""Labels that a colon parts from their number: 专利授权量：1234件，同比增长12.2%; 城镇化率：2015年为50.1%，2020年达到58.3%."""

from __future__ import annotations

from dataclasses import replace

from ipextract.linking.indicator.labels import Namer
from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS

# What a label is made of: words, places, names with numerals, brackets, pauses.
_LABEL = lazily(compiled, r"T?[XRN/()]*[XR]\)?")
# 粮食占有量逐年提高：2011年达到…: what may be said of it in front of a time, which is told in numbers behind.
_MOVED = lazily(compiled, r"T?[XRN/()]*[XR]\)?VX?")
# A number with which a clause ends (3件3人 are two), or behind which it is compared (612亿元 同比增长6%), or the change that is said of the label, and nothing that the number counts behind it.
_STATES = lazily(compiled, r"(?P<time>TX?)?B?V?(?P<number>[#%QMU])#*(?=[,;.()/]|BV|$)")
# 完成120万亩, 分别新建6万亩和2万亩: what was done, and to how much, alone behind the colon, and not 建设10个示范县.
_DONE = lazily(compiled, r"X#(?=[,;.()/ABV]|$)|IX#[X/]#|X(?=B?V[#%QM])")
# 占比分别为
_TOLD_IN_TURN = lazily(compiled, r"IX?$")
# 零售额
_SHORT = 3
_BEFORE_NUMBER = frozenset("#%QMUBVTIX")


def join_labels(row: Row, namer: Namer, vocabulary: Vocabulary) -> None:
    """Take away each colon between a label and its number: the words are then read as if they stood right before it.

    A colon behind which a clause with words of its own begins (其中：发明120件, 结果如下：12家企业获奖) stays.
    """
    letters = row.letters(0, len(row.tokens))
    for index in range(len(row.tokens) - 1, 0, -1):
        if letters[index] != ":" or letters[index + 1 : index + 2] not in _BEFORE_NUMBER:
            continue
        if letters[index + 1] in NUMBERS and _TOLD_IN_TURN.search(letters, 0, index) is not None:
            # 占比分别为：39.3%、19.0%: the verb has its mark, and says no more.
            del row.tokens[index]
            letters = letters[:index] + letters[index + 1 :]
            continue
        if _DONE.match(letters, index + 1):
            start = row.clause_start(index)
            # 德清县：进出口增长3.2%；财政收入增长2%: a place in front of a colon is of all that follows.
            if _LABEL.fullmatch(letters, start, index) and "R" not in letters[start:index] and _says_what_done(row, start, index, namer, vocabulary):
                del row.tokens[index]
                letters = letters[:index] + letters[index + 1 :]
            continue
        states = _STATES.match(letters, index + 1)
        if states is None or (states["time"] and not _says_when(row, index + 1, states["time"], namer)):
            continue
        start = row.clause_start(index)
        if _LABEL.fullmatch(letters, start, index) and _names(row, start, index, states["number"], namer, vocabulary):
            del row.tokens[index]
            letters = letters[:index] + letters[index + 1 :]
        elif states["time"] and _MOVED.fullmatch(letters, start, index) and _names(row, start, letters.index("V", start), states["number"], namer, vocabulary):
            row.tokens[index] = replace(row.tokens[index], letter=",")


def _says_what_done(row: Row, start: int, colon: int, namer: Namer, vocabulary: Vocabulary) -> bool:
    """油茶基地：新建19万亩, 森林抚育：完成120万亩: whether a deed alone is done to the thing in front of the colon, and nothing is told behind it (人才工作：引进120人)."""
    done = row.words(colon + (2 if row.letters(colon + 1, colon + 2) == "I" else 1)).strip()
    label = namer.clean(row.words_between(start, colon))
    if not label or namer.is_anaphor(label) or label.endswith((*vocabulary.clauses.announcing, *vocabulary.names.undertakings)) or namer.starts_with_verb(label):
        return False
    said = namer.clean(done)
    # 东片灌区工程：总面积为217万亩: or a measure alone is told of it.
    if row.letters(colon + 2, colon + 3) in ("B", "V"):
        # 新能源汽车：产量增长20%
        return _is_measure_alone(said, namer)
    return namer.is_deed(done) or _is_measure_alone(said, namer) if said else bool(done)


def _is_measure_alone(said: str, namer: Namer) -> bool:
    """产量, 零售额: whether words are a measure, and say not of what."""
    return namer.is_bare(said) or (namer.is_measure(said) and len(said) <= _SHORT)


def _says_when(row: Row, start: int, letters: str, namer: Namer) -> bool:
    """2015年达到: whether nothing stands between the time at `start` and the number but what says that it is one."""
    return len(letters) == 1 or not namer.clean(row.words(start + 1))


def _names(row: Row, start: int, colon: int, number: str, namer: Namer, vocabulary: Vocabulary) -> bool:
    """Whether the words before the colon say of what the number is: a noun, of a number without a unit a measure; and not 如下 or 数据显示."""
    if row.letters(start, colon) == "R":
        return number == "#"
    label = namer.clean(row.words_between(start, colon))
    if not label or namer.is_anaphor(label) or label.endswith(vocabulary.clauses.announcing):
        return False
    return number != "U" or namer.has_measure(label)
