"""An indicator's name taken apart: the verb, whom or what it is said of, and the measure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ipextract.language.segmenter import OwnWords, Segmenter
from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_end
from ipextract.patterns import compiled, lazily

_BRACKET_TAIL = lazily(compiled, r"（[^（）]*）$")
_LONGEST_RATE = 4
# The lists whose words are whole, also where the dictionary does not know them.
_OWN_WORDS = ("measures.verbs", "measures.results", "measures.measures", "measures.flows")
# Names come again and again within a release; the memory of them is bounded, so that a corpus does not grow it.
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Parts:
    """An indicator taken apart: the verb, whom or what it is said of, and the measure.

    粮食播种面积 is 粮食 + 播种面积; 受理维权援助案件 is 受理 + 维权援助案件.
    """

    verb: str
    topic: str
    measure: str

    @property
    def object(self) -> str:
        return self.topic + self.measure


class NameReader:
    """Cuts names into words and takes them apart.

    Args:
        lexicon: the vocabulary of measures and verbs.
        segmenter: finds word boundaries, so that the 有 of 有效 is never taken for the verb.
    """

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        get = lexicon.words
        own = frozenset((*(word for name in _OWN_WORDS for word in get(name) if 2 <= len(word) <= 4), *relative_places(lexicon)))
        self._words = OwnWords(segmenter, own, get("measures.fixed"), frozenset(get("measures.naming.counting"))).words
        self._apart = lru_cache(_REMEMBERED)(self._take_apart)
        self._levels = tuple(sorted(get("measures.cleaning.levels"), key=len, reverse=True))
        self._newly = frozenset(get("measures.naming.newly"))
        self._spans = frozenset(get("measures.naming.yearly"))
        self.rate_ends = get("measures.naming.rate")
        self._measures = frozenset(get("measures.measures"))
        self._longest = max(map(len, self._measures))
        self._macro = _any_of(get("measures.macro"))
        self.flows = tuple(sorted(get("measures.flows"), key=len, reverse=True))
        self._flow = _any_of(self.flows)
        self._verbs = frozenset(get("measures.verbs"))
        self._joining = frozenset(get("triggers.joining.members"))
        self._building = frozenset(get("measures.naming.building"))
        self._turnovers = frozenset(get("measures.naming.turnovers"))
        self._carriage = get("measures.naming.carriage")
        self._groups = tuple(get("measures.groups"))
        self._group_guards = tuple(get("measures.group_guards"))

    def words(self, phrase: str) -> list[str]:
        """The words of `phrase`."""
        return self._words(phrase)

    def take_apart(self, name: str) -> Parts:
        """Verb, topic and measure of an indicator; empty where it has none."""
        return self._apart(name)

    def _take_apart(self, name: str) -> Parts:
        bare = without_bracket(name)
        bare = without_end(bare, self._levels) or bare
        verb = ""
        words = self._words(bare)
        if len(words) > 1 and self.is_verb(words[0]) and bare not in self._measures:
            verb = words[0]
            if len(words) > 2 and verb in self._building and words[1] in self._building:
                # 新建改建农村公路: two deeds to one thing.
                verb += words[1]
        elif len(words) > 2 and words[0] in self._newly and words[1] in self._verbs:
            verb = words[0] + words[1]
        elif len(words) > 2 and words[0] + words[1] in self.flows:
            # 新登记经营主体: what the dictionary cuts 新|登记.
            verb = words[0] + words[1]
        # 查处的违法案件: what was done to them stands as an attribute.
        bare = bare[len(verb) :].removeprefix("的") if verb else bare
        for size in range(min(self._longest, len(bare)), 0, -1):
            if bare[-size:] in self._measures:
                is_rate = bare[-size:] in self.rate_ends and len(words) > 1 and 1 < len(words[-1]) <= _LONGEST_RATE and words[-1] != bare
                # 贡献率, 合格率: the rate is the whole word.
                length = len(words[-1]) if is_rate else size
                if size == 1 and words[-1] in self.rate_ends and len(words) > 2 and len(words[-2]) > 1:
                    # 新产品产值率: the dictionary cuts 产值|率.
                    length = len(words[-2]) + 1
                return Parts(verb, self._without_span(bare[:-length]), bare[-length:])
        return Parts(verb, bare, "")

    def _without_span(self, topic: str) -> str:
        """脐橙 of 脐橙年 (产量): whose a measure is, without over what time."""
        return topic[:-1] if topic[-1:] in self._spans and len(topic) > 1 and self._words(topic)[-1] == topic[-1] else topic

    def is_group(self, label: str) -> bool:
        bare = without_bracket(label) if label[-1:] == "）" else label
        return bare.endswith(self._groups) and not bare.endswith(self._group_guards)

    def is_macro(self, name: str) -> bool:
        """固定资产投资: what a whole economy has."""
        return self._macro.search(name) is not None

    def is_added(self, name: str) -> bool:
        """城镇新增就业: what is added to a stock."""
        return self._flow.search(name) is not None

    def topic_for(self, parts: Parts, measure: str) -> str:
        """公路 of 公路通车里程, and 公路客运 where `measure` is the 周转量 of what was carried: whose a measure alone is."""
        carried = parts.measure[:-1] if measure in self._turnovers and parts.measure[:-1] in self._carriage else ""
        return parts.topic + carried

    def has_measure(self, name: str) -> bool:
        return bool(self.take_apart(name).measure)

    def is_rate_word(self, name: str) -> bool:
        """满意率: a rate in one word, of whatever was named before."""
        return name.endswith(self.rate_ends) and 1 < len(name) <= _LONGEST_RATE and len(self._words(name)) == 1

    def is_measure(self, name: str) -> bool:
        """Whether `name` is a measure and nothing else."""
        return name in self._measures

    def is_joint_measure(self, name: str) -> bool:
        """种植面积和产量: whether `name` is measures and nothing else, joined."""
        pieces = [""]
        for word in self._words(name):
            pieces = [*pieces, ""] if word in self._joining else [*pieces[:-1], pieces[-1] + word]
        return all(piece in self._measures for piece in pieces)

    def is_verb(self, word: str) -> bool:
        """Whether `word` is a verb that does something to a thing."""
        # 立案查处 is one word of the dictionary and two verbs.
        return word in self._verbs or (len(word) == 4 and word[:2] in self._verbs and word[2:] in self._verbs)


def relative_places(lexicon: Lexicon) -> list[str]:
    """全省, 我市, 该县: words that name a place by where the document stands."""
    return [word for level in ("province", "city", "county", "district", "town") for word in lexicon.words(f"triggers.places.{level}")]


def without_bracket(name: str) -> str:
    """执业（助理）医师（含乡村医生） → 执业（助理）医师: a name without the bracket at its end."""
    return (_BRACKET_TAIL.sub("", name) or name) if name[-1:] == "）" else name


def join(head: str, tail: str) -> str:
    """The two as one name, what they share said once: 在建项目投资 + 投资完成率 → 在建项目投资完成率."""
    for size in range(min(len(head), len(tail)), 1, -1):
        if head.endswith(tail[:size]):
            return head + tail[size:]
    return head + tail


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of the words: a name may be asked for all of them at once."""
    return re.compile("|".join(map(re.escape, words)))
