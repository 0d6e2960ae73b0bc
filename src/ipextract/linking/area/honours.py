"""Honours of the nation or the province that a place below it holds: 全国农业标准化示范区, 全省“最美家庭”."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily

# 128个
_LONGEST_COUNT = 6


class Honours:
    """Tells by the words behind a place whether it makes an honour of them.

    Args:
        lexicon: the vocabulary with the titles of honours.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        titles = either(lexicon.words("triggers.place_names.honours"))
        # 全国农业标准化示范区, 全省“最美家庭”: an honour of the nation that a place below it holds.
        above = either(lexicon.words("triggers.place_names.nations"))
        self._title = lazily(compiled, rf"(?!{above})(?:[^，。；、的\d]{{0,14}}?(?:{titles})|第[一二三四五六七八九十\d]{{1,3}}(?:{either(lexicon.words('triggers.place_names.occasions'))}))")
        not_few, measures, reach, units, points = (either(lexicon.words(f"triggers.place_names.{key}")) for key in ("not_few", "few_measures", "few_reach", "few_units", "few_points"))
        self._few = lazily(
            compiled,
            rf"(?!{not_few}|{above})[^，。；：、的\d]{{4,24}}(?<!{measures})(?:{reach})?\d{{1,3}}(?:{units})(?!{points})",
        )
        self._counted = lazily(compiled, rf"(?<!\d)\d{{1,3}}(?:{units})$")

    def begin(self, text: str, start: int) -> bool:
        """Whether an honour, or so few of a kind that they are no figure of the nation (全国农产品加工技术研发中心12个), begins at `start` of `text`."""
        return self._title.match(text, start) is not None or self._few.match(text, start) is not None

    def are_counted(self, text: str, end: int) -> bool:
        """争创10个全国…领跑县: whether so few of a kind are counted in front of `end` of `text`, where the place's name begins."""
        return self._counted.search(text, max(0, end - _LONGEST_COUNT), end) is not None
