"""Towns, which the table of divisions has not: a document of one is of its name, within the county that it lies in."""

from __future__ import annotations

from ipextract.lexicon import Division, Lexicon
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.area.home_words import HomeWords
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS, Token

_LEVEL = "town"
# What towns lie in, and how many of them make a list.
_AROUND_TOWNS = ("county", "prefecture")
_SEVERAL = 2
# How far from the beginning a text says what town it is of.
_OPENING = 120


class TownWords:
    """How towns are named, and what only says of what kind they are, each list explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.ends = lexicon.words("triggers.home.town_names")
        self.named = lazily(compiled, rf"[\u4e00-\u9fff]{{1,6}}(?:{either(self.ends)})")
        self.kinds = lexicon.words("triggers.home.kinds_of_towns")


def town_in_title(title: str, place: Division | None, words: HomeWords) -> Division | None:
    """桥头镇 of 永嘉县桥头镇2020年工作总结, 墩岙村 of 象山县泗洲头镇墩岙村: the town, or the village behind it, that stands in the title right behind the division that it lies in, or at its head, where a bracket explains it; None where there is none."""
    ends = [title.find(name) + len(name) for name in (place.name, *place.short) if name in title] if place is not None else [0]
    found = next((match for end in ends if (match := words.town_within.search(title[end:].lstrip())) is not None), None)
    if found is None and (first := words.town_within.search(title)) is not None and title.startswith("（", first.end()):
        # 川姜镇（南通家纺城）2017年…: in front of it.
        found = first
    return None if found is None else _town(found["village"] or found["town"], place)


def town_at_head(title: str, words: HomeWords) -> Division | None:
    """石桥镇 of 石桥镇人民政府2019年工作总结: the town whose name a title begins with that names no division; 特色小镇 is none."""
    found = words.town_within.search(title)
    return None if found is None or found["town"].endswith(words.kinds_of_towns) else _town(found["village"] or found["town"], None)


def town_introduced(body: str, place: Division | None, words: HomeWords) -> Division | None:
    """院桥镇 of 院桥镇位于黄岩区南部: the town whose place the first words of a text tell; None where they tell of none."""
    found = words.town_introduced.search(body, 0, _OPENING)
    return None if found is None else _town(found["name"], place)


def town_named(name: str, place: Division | None, words: HomeWords) -> Division | None:
    """滨湖新区 within `place`, if `name` ends as those of towns and districts do; else None."""
    return _town(name, place) if name.endswith(words.ends_of_places) else None


def name_listed_towns(text: str, tokens: list[Token], home: Division, words: TownWords) -> None:
    """其中长寨街道204套、广顺镇400套: towns right before their numbers, two or more of them in a sentence, are places of a text of the county that they lie in; 建制镇6个、民族乡3个 are kinds of towns."""
    if home.level not in _AROUND_TOWNS or not any(word in text for word in words.ends):
        return
    named: list[int] = []
    for index, token in enumerate(tokens):
        if token.letter == "X" and index + 1 < len(tokens) and tokens[index + 1].letter in NUMBERS and words.named.fullmatch(text, token.start, token.end) is not None:
            if not text.endswith(words.kinds, token.start, token.end):
                named.append(index)
        elif token.letter == ".":
            _make_places(text, tokens, named, home)
            named = []
    _make_places(text, tokens, named, home)


def towns_listed(names: list[str], home: Division | None, words: TownWords) -> dict[str, Division]:
    """The towns among the names of a table's rows, by name, where two or more are named as towns are, in a document of the county or the city that they lie in."""
    if home is None or home.level not in _AROUND_TOWNS:
        return {}
    found = {name: _town(name, home) for name in names if words.named.fullmatch(name) is not None and not name.endswith(words.kinds)}
    return found if len(found) >= _SEVERAL else {}


def _make_places(text: str, tokens: list[Token], named: list[int], home: Division) -> None:
    """The tokens of a sentence that are named as towns become places, where they are several."""
    names = {index: text[tokens[index].start : tokens[index].end] for index in named}
    if len(set(names.values())) >= _SEVERAL:
        for index, name in names.items():
            tokens[index] = Token("R", tokens[index].start, tokens[index].end, _town(name, home), "place")


def _town(name: str, place: Division | None) -> Division:
    return Division("", name, COUNTRY if place is None else place.code, _LEVEL, (), common=False)
