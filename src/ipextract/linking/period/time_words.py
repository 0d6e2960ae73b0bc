"""Words beside a time that say of what it is."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily


class TimeWords:
    """Lists of `triggers.time` and patterns of them, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.over, self.one_part = (words(f"triggers.time.{key}") for key in ("over", "one_part"))
        self.up_to_now, self.counted_up_to = (words(f"triggers.time.{key}") for key in ("up_to_now", "counted_up_to"))
        self.taken_out, self.of_whole = words("triggers.time.taken_out"), words("triggers.time.of_whole")
        self.earlier = words("triggers.time.earlier")
        self.unequalled = words("triggers.time.unequalled")
        self.mean = words("triggers.basis.average_of_years")
        self.same_year, self.same_year_next = words("triggers.time.same_year"), words("triggers.time.same_year_next")
        self.speaking = tuple(words("triggers.time.speech"))
        self.speech = lazily(compiled, rf"(?:{either(words('triggers.home.filed'))})$|{either(words('triggers.time.speech'))}")
        self.learned, self.briefings = words("triggers.reports.learned"), words("triggers.reports.briefings")
        self.released = lazily(compiled, either(words("triggers.time.released")))
        self.of_figures = words("triggers.time.of_figures")
        self.during_it = words("triggers.time.during_it")
        self.by_now = words("triggers.time.by_now")
        self.then_at = words("triggers.time.then_at")
        # 入选|2017年|品牌价值评价榜
        self.naming_events = words("triggers.time.naming_events")
        self.event_behind = lazily(compiled, rf"[^，。；：、的\d]{{0,20}}?(?:{either(words('triggers.time.events'))})")
