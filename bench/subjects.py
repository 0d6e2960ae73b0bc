"""What is measured: each library by the calls that its own documentation shows, built once, then used for many texts.

A subject has parts, timed one by one: JioNLP its extraction of money and of times, Recognizers-Text its eight Chinese
models, ipextract's stages. A part takes a text, makes ready what the part before it would hand on, and gives the call
that is timed. This module runs in the process of the library alone, in its environment (`peers.py`): it imports nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

Call = Callable[[], Any]
Parts = dict[str, Callable[[str], Call]]


@dataclass(frozen=True)
class Subject:
    """One library at one work.

    Attributes:
        title: what it does, for the tables.
        build: imports and builds; what it returns is used for all texts.
        packages: the distributions whose versions are named.
        peer: whether it lives in the environment of the peers.
    """

    title: str
    build: Callable[[], Parts]
    packages: tuple[str, ...]
    peer: bool = False


def _ipextract() -> Parts:
    from ipextract.extractor import Extractor

    extractor = Extractor()
    return {"extract": lambda text: partial(extractor.extract, text)}


def _stages() -> Parts:
    """The stages that can be called by themselves; linking is what remains of the whole (`tables.py`)."""
    from ipextract.checking.arithmetic import check_claims
    from ipextract.extractor import Extractor
    from ipextract.language.folding import fold
    from ipextract.language.segmenter import make_segmenter
    from ipextract.lexicon import load_lexicon
    from ipextract.reading import read_text
    from ipextract.rules.scanner import Scanner

    extractor = Extractor()
    scanner = Scanner(load_lexicon(), make_segmenter("auto"))

    def folding(text: str) -> Call:
        document = read_text(text)
        return lambda: [fold(document.text, block.start, block.end, block.gaps) for block in document.blocks if block.grid is None]

    def scanning(text: str) -> Call:
        blocks = [folded.text for folded in folding(text)() if folded.text]
        return lambda: [scanner.scan(block) for block in blocks]

    def checking(text: str) -> Call:
        extraction = extractor.extract(text)
        return partial(check_claims, extraction.claims, extraction.document.text)

    return {
        "read": lambda text: partial(read_text, text),
        "fold": folding,
        "scan": scanning,
        "check": checking,
        "whole": lambda text: partial(extractor.extract, text),
        "json": lambda text: extractor.extract(text).to_json,
    }


def _lcut() -> Parts:
    import jieba

    jieba.setLogLevel("ERROR")
    return {"lcut": lambda text: partial(jieba.lcut, text)}


def _posseg() -> Parts:
    import jieba
    from jieba import posseg

    jieba.setLogLevel("ERROR")
    return {"posseg.lcut": lambda text: partial(posseg.lcut, text)}


def _rjieba() -> Parts:
    import rjieba

    return {"cut": lambda text: partial(rjieba.cut, text)}


def _jionlp() -> Parts:
    import time

    import jionlp

    def times(text: str) -> Call:
        return partial(jionlp.ner.extract_time, text, time_base=time.time())

    return {"money": lambda text: partial(jionlp.ner.extract_money, text), "time": times}


def _recognizers() -> Parts:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    numbers, units, times = (kind(Culture.Chinese) for kind in (NumberRecognizer, NumberWithUnitRecognizer, DateTimeRecognizer))
    models = {
        "number": numbers.get_number_model(),
        "ordinal": numbers.get_ordinal_model(),
        "percentage": numbers.get_percentage_model(),
        "currency": units.get_currency_model(),
        "dimension": units.get_dimension_model(),
        "temperature": units.get_temperature_model(),
        "age": units.get_age_model(),
        "datetime": times.get_datetime_model(),
    }
    return {name: partial(partial, model.parse) for name, model in models.items()}


SUBJECTS = {
    "ipextract": Subject("ipextract, whole extraction", _ipextract, ("ipextract",)),
    "stages": Subject("ipextract, stage by stage", _stages, ("ipextract",)),
    "lcut": Subject("jieba.lcut", _lcut, ("jieba",)),
    "posseg": Subject("jieba.posseg.lcut", _posseg, ("jieba",)),
    "rjieba": Subject("rjieba.cut", _rjieba, ("rjieba",)),
    "jionlp": Subject("JioNLP, money and time", _jionlp, ("jionlp",), peer=True),
    "recognizers": Subject("Recognizers-Text, Chinese models", _recognizers, ("recognizers-text-suite",), peer=True),
}
