"""Of what level a text speaks as its own: 全省, 我市, 该区."""

from __future__ import annotations

from ipextract.lexicon import Division, Lexicon
from ipextract.linking.word_patterns import but_not, either
from ipextract.patterns import compiled, lazily

#: The levels of words like 全市, and those of the divisions that they may mean.
LEVELS = {
    "country": ("country",),
    "province": ("province",),
    "city": ("prefecture", "province", "county"),
    "county": ("county",),
    "district": ("county", "province", "prefecture"),
}


# 是全省12.2件的1.5倍, 是全省平均水平（12.2件）的1.5倍: held against the place in front of it.
_MULTIPLIED = r"[^，。；\d]{0,5}\d[\d.]*[^，。；\d]{1,5}的[^，。；\d]{0,2}\d[\d.]*倍"


class SpokenLevels:
    """Tells of what level a text speaks, and which divisions may speak so of themselves.

    Args:
        lexicon: the vocabulary with its table of divisions.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._regions = lexicon.regions
        self._cities, self.districts = (lexicon.words(f"triggers.place_names.{key}") for key in ("cities", "districts"))
        ranked, ranked_in = either(lexicon.words("triggers.places.ranked")), "".join(lexicon.words("triggers.place_names.ranked_in"))
        # 居全市首位 speaks of the city above; 全市, 我市 and 市委 of the text's own.
        self._spoken = {
            level: lazily(compiled,
                rf"(?<![{ranked_in}])(?:{either(lexicon.words(f'triggers.places.{level}'))})(?!{ranked}|{_MULTIPLIED})|{either(lexicon.words(f'triggers.places.governments.{level}'))}"
            )
            for level in LEVELS
            if level != "country"
        }
        within = either(tuple(word for level in LEVELS if level != "country" for word in lexicon.words(f"triggers.places.{level}")))
        self._within = lazily(compiled, rf"[{ranked_in}](?:{within})|(?:{within})(?={_MULTIPLIED})")
        self._national_body = lazily(compiled, rf"(?:{either(lexicon.words('triggers.places.national_bodies'))}){but_not(lexicon.words('triggers.places.no_national_bodies'))}")
        self._town = lexicon.words("triggers.places.town")

    def is_national(self, text: str) -> bool:
        """Whether `text` names a body of the nation, as 最高人民检察院."""
        return self._national_body.search(text) is not None

    def is_measured_within(self, text: str) -> bool:
        """Whether `text` holds what it tells of against a place below the nation: 居全省第三, 占全市的48.3%."""
        return self._within.search(text) is not None

    def is_of_town(self, text: str) -> bool:
        """Whether `text` speaks of the town that it is of: 全镇."""
        return any(word in text for word in self._town)

    def level_spoken_of(self, text: str) -> str | None:
        """The level (province, city, county or district) that words like 全省, 该市 speak of most in `text`; None where there are none."""
        counts = {level: len(pattern.findall(text)) for level, pattern in self._spoken.items()}
        # Of two levels spoken of as often, the lower one is at home: the higher is whom it reports to.
        best = max(reversed(counts), key=lambda level: counts[level])
        return best if counts[best] else None

    def times_spoken_of(self, text: str, level: str) -> int:
        """How often words like 全省, 该市 speak of `level` in `text`."""
        return len(self._spoken[level].findall(text))

    def speaks_of_itself(self, division: Division, level: str | None) -> bool:
        """Whether `division` may be meant by 全省, 该市, 全区 of a level: 北京市 too by 全市, and 昆山市, but not 西峡县."""
        if level is None:
            return True
        if level == "city":
            return division.level == "prefecture" or division.name.endswith(self._cities)
        return division.level == ("province" if level == "province" else "county")

    def in_autonomous_region(self, division: Division) -> bool:
        """Whether what lies above `division` speaks of itself as 全区: a city of 宁夏, but not 西夏区, which may say it of itself."""
        above = self._regions.at_level(division, ("province",))
        return above is not None and above != division and above.name.endswith(self.districts) and not (division.level == "county" and division.name.endswith(self.districts))
