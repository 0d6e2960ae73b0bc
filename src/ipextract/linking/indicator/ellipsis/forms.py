"""Stretches of a name in whose place others of the same form may stand: bounds, ages, classes of water, places in a row."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.word_patterns import either, in_order
from ipextract.patterns import compiled, lazily

# What numbers are made of: 2000万, 一百.
_SCALE, _NUMERAL = "[百千万亿]*", "[一二三四五六七八九十百千]"


class Forms:
    """Patterns of the lists of `measures.ellipsis`, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        def one_of(key: str) -> str:
            return either(lexicon.words(f"measures.ellipsis.{key}"))

        sized, at_least = one_of("range_units"), one_of("at_least")
        # 90-144（含）平方米, 40岁-50岁（含）: what a bound takes in.
        taken = rf"(?:{one_of('taking_in')})?"
        self.range = lazily(
            compiled,
            rf"[\d.]+{_SCALE}(?:{sized})?(?:至|到|—|-|~)[\d.]+{taken}{_SCALE}(?:{sized}){taken}(?:{one_of('between')})?|(?:{one_of('range_bounds')})[\d.]+{_SCALE}(?:{sized})",
        )
        self.sides = lexicon.words("measures.ellipsis.range_bounds")
        money = lexicon.words("measures.ellipsis.bound_money")
        # One of these stands in every bound.
        self.in_bounds = lazily(compiled, in_order((*money, *lexicon.words("measures.ellipsis.at_least"))))
        self.bound = lazily(
            compiled,
            rf"(?:{one_of('beyond')})?(?:[\d.]++|{_NUMERAL}++)?{taken}{_SCALE}(?:(?:{either(money)})(?:{at_least})?|(?:{one_of('bound_units')})(?:{at_least}))",
        )
        ages = lexicon.words("units.roles.ages")
        self.ages = ages
        self.age = lazily(
            compiled,
            rf"(?:{one_of('not_yet')})?[0-9]+(?:{either(ages)})?(?:(?:[-—－~～]|至|到)[0-9]+)?(?:{either(ages)}){taken}(?:{one_of('age_bounds')})?",
        )
        worse, kind = one_of("worse"), either(lexicon.words("measures.naming.of_kind"))
        grade = rf"[Ⅰ-Ⅵ](?:{kind})?"
        self.water_class = lazily(compiled, rf"(?:{worse})?{grade}(?:(?:[-－—~～至Ⅰ-Ⅵ、和]|{worse})*{grade})?(?<={kind})")
        occasions = lexicon.words("triggers.place_names.occasions")
        self.ordinal = lazily(compiled, rf".*?第[^{''.join(occasions)}]{{1,4}}(?:{either(occasions)})")
        front = lexicon.words("triggers.superlatives.front")
        self.fronts = frozenset(word[0] for word in front)
        self.front = lazily(compiled, rf"(?:{either(front)})(?:\d{{1,4}}|[一二三四五六七八九十百]{{1,3}})(?:{one_of('front_units')})")
        self.ranked_bodies = lexicon.words("measures.ellipsis.ranked_bodies")
        self.of_mass = lexicon.words("measures.ellipsis.of_mass")
        self.concentration = lexicon.words("measures.ellipsis.concentration")[0]
        self.amounts = lexicon.words("measures.ellipsis.amounts")
        self.all_trades = lexicon.words("measures.ellipsis.all_trades")
