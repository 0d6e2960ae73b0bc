"""What is left of the words around a number when all that is no name is taken away, and the name taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ipextract.language.segmenter import OwnWords, Segmenter
from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_end
from ipextract.linking.indicator.cleaning_words import CleaningWords
from ipextract.patterns import compiled, lazily

_EDGES = " ，、：；。-—~·,.:;!！?？/|*#>"
_FOOTNOTE = lazily(compiled, r"\[\d{1,3}(?:[-,，、]\d{1,3})*\]|[①-⑳]|【\d+】")
_BRACKET_TAIL = lazily(compiled, r"（[^（）]*）$")
# 为历年最低的, 创新高: in the last characters of a name.
_NEAR_END = 8
_LONGEST_RATE = 4
# No indicator of a release is longer; what stands further off names nothing.
# 组织动员: verbs in front of 了.
_LONGEST_HEAD = 6
_LONGEST_NAME = 160
# The lists whose words are whole, also where the dictionary does not know them.
_OWN_WORDS = ("measures.verbs", "measures.results", "measures.measures", "measures.flows")
_SHORTEST_OBJECT = 4
# 带动中小企业数字化转型
_LONGEST_EFFECT = 12
# 专利 and 企业 of 有专利的企业.
_SHORTEST_HAD = 2
_REMEMBERED = 4096
_EMPTY_BRACKET = lazily(compiled, r"（\s*）")


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


class Cleaner:
    """Cleans names and takes them apart.

    Args:
        lexicon: the vocabulary of measures, verbs and words that say nothing.
        segmenter: finds word boundaries, so that the 有 of 有效 is never taken for the verb.
    """

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        get = lexicon.words
        self._around = CleaningWords(lexicon)
        self._within = frozenset(get("measures.naming.within"))
        self.rate_ends = get("measures.naming.rate")
        relative = [word for level in ("province", "city", "county", "district", "town") for word in get(f"triggers.places.{level}")]
        own = frozenset((*(word for name in _OWN_WORDS for word in get(name) if 2 <= len(word) <= 4), *relative))
        self._words = OwnWords(segmenter, own, get("measures.fixed")).words
        # Names come again and again within a release; the memory of them is bounded, so that a corpus does not grow it.
        self._cleaned = lru_cache(_REMEMBERED)(self._clean)
        self._apart = lru_cache(_REMEMBERED)(self._take_apart)
        self._openers = frozenset((*get("measures.empty_openers"), *relative))
        self._long_openers = tuple(sorted((word for word in self._openers if len(word) > 2), key=len, reverse=True))
        self._light = frozenset((*get("measures.light"), *get("measures.manners")))
        self._long_light = tuple(sorted((word for word in self._light if len(word) > 2), key=len, reverse=True))
        self._light_behind_measures = frozenset(get("measures.light_behind_measures"))
        self._long_behind_measures = tuple(word for word in self._light_behind_measures if len(word) > 2)
        self.measure_endings = tuple(get("measures.naming.measure_endings"))
        self._inner = frozenset(get("measures.inner"))
        self._measures = frozenset(get("measures.measures"))
        self._longest = max(map(len, self._measures))
        self._macro = _any_of(get("measures.macro"))
        self._determiners = get("measures.naming.determiners")
        self.flows = tuple(sorted(get("measures.flows"), key=len, reverse=True))
        self._flow = _any_of(self.flows)
        self._verbs = frozenset(get("measures.verbs"))
        self._joining = frozenset(get("triggers.joining.members"))
        self._pushing = frozenset(get("measures.naming.pushing"))
        self._effects = frozenset(get("measures.naming.effects"))
        self._building = frozenset(get("measures.naming.building"))
        self._abstract = tuple(get("measures.abstract"))
        self._abstract_heads = tuple(get("measures.abstract_heads"))
        self._agencies = tuple(get("measures.agencies"))
        self._titles = frozenset(get("measures.naming.titles"))
        self._title_holders, self._deeds_to_titles = get("measures.naming.title_holders"), frozenset(get("measures.naming.deeds_to_titles"))
        self._asking = frozenset(get("measures.naming.asking"))
        self._causing = tuple(get("measures.causing"))
        self._having_one = frozenset(get("measures.naming.having_one"))
        self._credentials = tuple(get("measures.naming.credentials"))
        self._narrowing = frozenset(get("measures.naming.narrowing"))
        self._attributes = tuple(get("measures.naming.attributes"))
        self._manners = frozenset(get("measures.naming.manners"))
        self._verb_endings = get("measures.naming.verb_endings")
        self._deed_adverbs = frozenset(get("measures.naming.deed_adverbs"))
        self._counting = frozenset(get("measures.naming.counting"))
        self._occasions = tuple(get("measures.naming.occasions"))
        self._zealous = frozenset(get("measures.naming.zealous"))
        self._aspect = tuple(get("measures.naming.aspect"))
        self._opener_guards = tuple(get("measures.opener_guards"))
        self._among_ends = get("measures.naming.among_ends")
        self._turnovers = frozenset(get("measures.naming.turnovers"))
        self._carriage = get("measures.naming.carriage")
        self._relative, self._newly = (frozenset(get(f"measures.naming.{key}")) for key in ("relative", "newly"))
        self._particles = frozenset(get("measures.naming.particles"))
        self._inner_guards = frozenset(get("measures.naming.inner_guards"))
        self._groups = tuple(get("measures.groups"))
        self._group_guards = tuple(get("measures.group_guards"))

    def words(self, phrase: str) -> list[str]:
        """The words of `phrase`."""
        return self._words(phrase)

    def clean(self, phrase: str, *, head: bool = True) -> str:
        """`phrase` without footnote marks, openers (unless `head` is false), light verbs and stray marks at its ends."""
        return self._cleaned(phrase, head)

    def _clean(self, phrase: str, head: bool) -> str:
        around = self._around
        if len(phrase) > _LONGEST_NAME:
            phrase = phrase[-_LONGEST_NAME:]
        if _has_any(phrase, around.since):
            phrase = around.on_record.sub("", phrase)
        if not phrase.isalnum():
            phrase = _EMPTY_BRACKET.sub("", _FOOTNOTE.sub("", phrase)).strip(_EDGES)
        if head and _has_any(phrase, around.aimed_at) and (aim := around.up_to_aim.match(phrase)) is not None:
            phrase = phrase[aim.end() :]
        if _has_any(phrase, around.again):
            phrase = around.after_years.sub("", phrase)
        while phrase:
            shorter = self._without_tail(self._without_head(phrase) if head else phrase).strip(_EDGES)
            if shorter == phrase:
                return _balanced(phrase)
            phrase = shorter
        return ""

    def _without_head(self, phrase: str) -> str:
        if phrase[0] == "（" and "）" in phrase[:-1]:
            # 建成101家技术与创新支持中心（TISC）和80家…: the bracket is of the noun before.
            return phrase[phrase.index("）") + 1 :]
        for opening in self._around.openings if phrase[0] in self._around.opened_by or not phrase[0].isalpha() else ():
            match = opening.match(phrase)
            if match and (opening is not self._around.of_several or match.end() < len(phrase)):
                return phrase[match.end() :]
        for word in self._long_openers if phrase.startswith(self._long_openers) else ():
            if phrase.startswith(word):
                return phrase[len(word) :]
        if phrase[0] in self._counting and phrase[1:3] in self._verbs:
            # 共出动: the dictionary cuts 共出|动.
            return phrase[1:]
        first = self._words(phrase[:8])[0]
        if first in self._having_one and ("的" in phrase[len(first) + 1 :] or phrase.endswith(self._credentials)):
            # 拥有有效发明专利的企业: the verb narrows the noun. 取得毕业证书: it says what people did.
            return phrase
        if first in self._narrowing and self._narrows(phrase[len(first) :]):
            return phrase
        if first in self._pushing and len(phrase) - len(first) <= (_LONGEST_EFFECT if first in self._effects else _SHORTEST_OBJECT):
            # 带动就业: of a bare noun the verb says what happened; 带动投资增长 speaks of the 投资.
            return phrase
        if first in self._openers and not phrase.startswith(self._opener_guards):
            return phrase[len(first) :]
        if first in self._particles:
            return phrase[1:]
        if first in self._zealous and (second := self._words(phrase[len(first) : len(first) + 8])) and second[0] in self._verbs:
            # 积极实施重点项目: how it was done is no part of what was done.
            return phrase[len(first) :]
        return self._without_aspect(phrase)

    def _without_aspect(self, phrase: str) -> str:
        """划定了基本农田, 集中销毁了出版物, 组织动员了普查员 → 组织动员普查员: behind the verbs at the head the sign that something was done."""
        place = min((at for mark in self._aspect if (at := phrase.find(mark, 1, _LONGEST_HEAD)) > 0), default=0)
        words = self._words(phrase[: _LONGEST_HEAD + 1]) if place else []
        head = ""
        for word in words:
            if len(head) == place:
                return head + phrase[place + len(word) :] if word in self._aspect else phrase
            head += word
        return phrase

    def _narrows(self, phrase: str) -> bool:
        """专利活动的高校: whether what one has tells which of the things behind 的; 国家认定的中心 and 省级以上的企业 are had themselves."""
        had, _, noun = phrase.partition("的")
        if len(had) < _SHORTEST_HAD or len(noun) < _SHORTEST_HAD or had.endswith(self._attributes) or had.startswith(self._determiners):
            return False
        words = self._words(had)
        # 有专利授权的企业: what was granted to them.
        is_held = words[0] in self._titles and words[-1] in self._deeds_to_titles
        is_deed = (self.is_verb(words[-1]) and not is_held) or (self.is_verb(words[0]) and len(words) > 2)
        return not is_deed and words[0] not in self._manners

    def _without_tail(self, phrase: str) -> str:
        if not phrase:
            return ""
        around = self._around
        phrase = without_end(phrase, around.rates_behind)
        phrase = around.exchanged.sub("", phrase) if phrase.endswith(around.exchanges) else phrase
        phrase = around.method_behind.sub("", phrase) if phrase.endswith("）") or _has_any(phrase, around.price) else phrase
        phrase = phrase if around.extreme_heads.isdisjoint(phrase[-_NEAR_END:]) else around.among_years.sub("", phrase)
        if len(phrase) > 3 and phrase.endswith(self._verb_endings) and self.has_measure(phrase[:-1]):
            # 得分为: a word of the dictionary (分为) must not hide the verb.
            return phrase[:-1]
        if not phrase:
            return ""
        if phrase.endswith(self._abstract):
            for noun in self._abstract:
                head = phrase.removesuffix("的" + noun)
                if head != phrase:
                    for word in self._abstract_heads:
                        head = head.removesuffix(word)
                    return head
        for word in self._long_light if phrase.endswith(self._long_light) else ():
            if phrase.endswith(word):
                return phrase[: -len(word)]
        for word in self._long_behind_measures if phrase.endswith(self._long_behind_measures) else ():
            # 地区生产总值预期目标
            if phrase.endswith(word) and self.has_measure(phrase.removesuffix(word)):
                return phrase.removesuffix(word)
        words = self._words(phrase)
        last = words[-1]
        if len(words) > 2 and not self._relative.isdisjoint(words[-3:-1]) and (last == "的" or last in self._light):
            # 项目所涉及的5个乡镇: a relative clause.
            return "".join(words[: -2 if words[-2] in self._relative else -3])
        if len(words) > 1 and words[-2] + last in self._light:
            return phrase[: -len(words[-2] + last)]
        if last not in self._light and phrase[-2:] in self._light and phrase[:-2].endswith(self.measure_endings):
            # 商标数首次: the dictionary cuts 数首次.
            return phrase[:-2]
        if last in self._light or (last in self._light_behind_measures and (self.has_measure(rest := phrase[: -len(last)]) or self.is_macro(rest))):
            return phrase[: -len(last)]
        return phrase[:-1] if self._joins_verb(last) else phrase

    def _joins_verb(self, word: str) -> bool:
        """检查和: a verb and a conjunction, which the dictionary has as one word."""
        return len(word) > 2 and word[-1] in self._joining and word[:-1] in self._verbs

    def split_actor(self, phrase: str) -> tuple[str, str]:
        """The body that acts and the rest: 市仲裁委 | 受理知识产权纠纷案件; no body where none is named."""
        words = self._words(phrase)
        position = 0
        if words and words[0] in self._asking:
            # 建议行政机关移送线索: someone else asks that it be done.
            return "", phrase
        for index, word in enumerate(words[:-1]):
            position += len(word)
            if position < 2 or phrase.startswith(self._causing) or not without_bracket(phrase[:position]).endswith(self._agencies):
                continue
            verb = index + 1
            while verb < len(words) - 1 and words[verb] in self._deed_adverbs:
                verb += 1
            if phrase[:position].endswith(self._title_holders) and words[verb] in self._deeds_to_titles:
                # 科研院所授权专利: it was granted to them.
                return "", phrase
            if (self.is_verb(words[verb]) or words[verb] == "在") and phrase[position:] not in self.flows:
                return phrase[:position], phrase[position:]
        return "", phrase

    def split_among(self, phrase: str) -> tuple[str, str]:
        """What is ranked and among whom: 授权量在全省13个设区市中 → 授权量 | 全省13个设区市; nobody where 在 is no word."""
        words = self._words(phrase)
        if "在" not in words:
            return phrase, ""
        last = len(words) - 1 - words[::-1].index("在")
        among = "".join(words[last + 1 :])
        for ending in self._among_ends:
            among = among.removesuffix(ending)
        return "".join(words[:last]), among

    def split_whole(self, phrase: str) -> tuple[str, str]:
        """The part of which a share is told, and the whole: 外贸出口中民营企业 → 民营企业 | 外贸出口; no whole where 中 is no word within the phrase."""
        words = self._words(phrase)
        place = next((place for place in range(1, len(words) - 1) if words[place] in self._within), 0)
        if not place or "在" in words:
            return phrase, ""
        return "".join(words[place + 1 :]), "".join(words[:place])

    def drop_place(self, phrase: str) -> str:
        """在第二届博览会设立工作站 → 设立工作站: where something was done is no part of what was done."""
        words = self._words(phrase)
        if words[0] != "在" or len(words) < 3:
            return phrase
        verb = next((index for index, word in enumerate(words[2:], 2) if word in self._verbs and len(word) > 1 and words[index + 1 : index + 2] != ["的"]), None)
        if verb is None or verb == len(words) - 1 or not "".join(words[1:verb]).endswith(self._occasions):
            # 在跨境电商渠道扣留货物: a channel narrows what is counted.
            return phrase
        return "".join(words[verb:])

    def drop_inner(self, phrase: str) -> str:
        """林业实现产值 → 林业产值: a light verb between whom a number is said of and the measure."""
        words = self._words(phrase)
        if len(words) < 3:
            return phrase
        kept = [
            word
            for index, word in enumerate(words)
            if not (0 < index < len(words) - 1 and word in self._inner and not (word in self._having_one and "的" in words[index + 2 :]) and words[index + 1] not in self._inner_guards and words[index - 1] != "（")
        ]
        return "".join(kept)

    def take_apart(self, name: str) -> Parts:
        """Verb, topic and measure of an indicator; empty where it has none."""
        return self._apart(name)

    def _take_apart(self, name: str) -> Parts:
        bare = without_bracket(name)
        bare = without_end(bare, self._around.levels) or bare
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
                return Parts(verb, bare[:-length], bare[-length:])
        return Parts(verb, bare, "")

    def is_group(self, label: str) -> bool:
        bare = without_bracket(label)
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


def without_bracket(name: str) -> str:
    """执业（助理）医师（含乡村医生） → 执业（助理）医师: a name without the bracket at its end."""
    return (_BRACKET_TAIL.sub("", name) or name) if name.endswith("）") else name


def join(head: str, tail: str) -> str:
    """The two as one name, what they share said once: 在建项目投资 + 投资完成率 → 在建项目投资完成率."""
    for size in range(min(len(head), len(tail)), 1, -1):
        if head.endswith(tail[:size]):
            return head + tail[size:]
    return head + tail


def _has_any(phrase: str, words: Iterable[str]) -> bool:
    return any(word in phrase for word in words)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of the words: a name may be asked for all of them at once."""
    return re.compile("|".join(map(re.escape, words)))


def _balanced(phrase: str) -> str:
    """`phrase` without a bracket that lost its partner."""
    opening, closing = phrase.count("（"), phrase.count("）")
    if opening > closing:
        return phrase[: phrase.rindex("（")].strip(_EDGES) or phrase.strip("（")
    if closing > opening:
        return phrase[phrase.index("）") + 1 :].strip(_EDGES) or phrase.strip("）")
    return phrase
