"""What is left of the words around a number when all that is no name is taken away."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ipextract.language.segmenter import Segmenter
from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.indicator.anatomy import NameReader, relative_places, without_bracket
from ipextract.linking.indicator.cleaning_words import CleaningWords
from ipextract.patterns import compiled, lazily

_HAS = "有"
_EDGES = "… ，、：；。-—~·,.:;!！?？/|*#>"
_FOOTNOTE = lazily(compiled, r"\[\d{1,3}(?:[-,，、]\d{1,3})*\]|[①-⑳]|【\d+】")
# 为历年最低的, 创新高: in the last characters of a name.
_NEAR_END = 8
# 组织动员: verbs in front of 了.
_LONGEST_HEAD = 6
# No indicator of a release is longer; what stands further off names nothing.
_LONGEST_NAME = 160
_SHORTEST_OBJECT = 4
# 带动中小企业数字化转型
_LONGEST_EFFECT = 12
# 专利 and 企业 of 有专利的企业.
_SHORTEST_HAD = 2
# 公路|里|程 is 公路里程: a part has at least so many characters.
_SHORTEST_PART = 2
# 举办 of 举办活动.
_PLAIN_VERB = 2
# 知识产权保护 of 知识产权保护方面, which tells a field and no story.
_LONGEST_FIELD = 8
_REMEMBERED = 4096
_EMPTY_BRACKET = lazily(compiled, r"（\s*）")

# The brackets around who speaks, in the record of a conference.
_SPEAKERS = {"[": "]", "〔": "〕", "【": "】"}
# Behind the opening of a bracket, a name in Latin letters alone, or what an index is a hundred of.
_SAID_SHORT = lazily(compiled, r"(?:[A-Za-z&]{2,8}|[^（）]{2,12}=100)）")
# 即, a name and the end of the bracket.
_SHORTEST_CALLED = 4


class Cleaner(NameReader):
    """Cleans names.

    Args:
        lexicon: the vocabulary of measures, verbs and words that say nothing.
        segmenter: finds word boundaries, so that the 有 of 有效 is never taken for the verb.
    """

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        super().__init__(lexicon, segmenter)
        get = lexicon.words
        self._around = CleaningWords(lexicon)
        self._bare, self._within = frozenset(get("measures.bare")), frozenset(get("measures.naming.within"))
        relative = relative_places(lexicon)
        # Names come again and again within a release; the memory of them is bounded, so that a corpus does not grow it.
        self._cleaned = lru_cache(_REMEMBERED)(self._clean)
        self._openers = frozenset((*get("measures.empty_openers"), *relative))
        self._long_openers = tuple(sorted((word for word in self._openers if len(word) > 2), key=len, reverse=True))
        self._light = frozenset((*get("measures.light"), *get("measures.manners")))
        self._long_light = tuple(sorted((word for word in self._light if len(word) > 2), key=len, reverse=True))
        self._light_behind_measures = frozenset(get("measures.light_behind_measures"))
        self._long_behind_measures = tuple(word for word in self._light_behind_measures if len(word) > 2)
        self.measure_endings = tuple(get("measures.naming.measure_endings"))
        self._inner, self._achieving = frozenset(get("measures.inner")), frozenset(get("measures.naming.achieving"))
        self._doing_by = frozenset((*get("measures.naming.doing_by"), *get("measures.naming.doing_about"), *get("triggers.place_names.located")))
        self._made_nouns = frozenset(get("measures.naming.made_nouns"))
        self._joined_by = frozenset(get("measures.naming.joined_by"))
        self._doing_about, self._done_to = frozenset(get("measures.naming.doing_about")), frozenset(get("triggers.qualifying.done_to"))
        self._determiners = get("measures.naming.determiners")
        self._pushing = frozenset(get("measures.naming.pushing"))
        self._effects = frozenset(get("measures.naming.effects"))
        self._abstract = tuple(get("measures.abstract"))
        self._abstract_heads = tuple(get("measures.abstract_heads"))
        self._agencies = tuple(get("measures.agencies"))
        self._works = frozenset(get("measures.naming.going_on"))
        self._covering = get("measures.naming.reaching_out")
        self._acting = frozenset(get("measures.naming.bodies_acting"))
        self._titles = get("measures.naming.titles")
        self._counted_as_aims = (*self._titles, *get("measures.naming.bodies_listed"))
        self._title_holders, self._deeds_to_titles = get("measures.naming.title_holders"), frozenset(get("measures.naming.deeds_to_titles"))
        self._attributive = frozenset(get("measures.naming.attributive"))
        self._asking, self._prompting = frozenset(get("measures.naming.asking")), frozenset(get("measures.naming.prompting"))
        self._causing = tuple(get("measures.causing"))
        self._having_one = frozenset(get("measures.naming.having_one"))
        self._credentials = tuple(get("measures.naming.credentials"))
        self._namely, self._limiting, self._mostly, self._is_mostly = (get(key) for key in ("measures.naming.namely", "measures.naming.limiting", "triggers.carrying.mostly", "triggers.carrying.is_mostly"))
        self._single_bodies = get("measures.naming.single_bodies")
        self._narrowing = frozenset(get("measures.naming.narrowing"))
        self._attributes, self._had_by_bodies, self._at_once = (tuple(get(f"measures.naming.{key}")) for key in ("attributes", "had_by_bodies", "at_once"))
        self._manners = frozenset(get("measures.naming.manners"))
        self._verb_endings = get("measures.naming.verb_endings")
        self._deed_adverbs = frozenset(get("measures.naming.deed_adverbs"))
        self._counting, self._done_for_others = (frozenset(get(f"measures.naming.{key}")) for key in ("counting", "done_for_others"))
        self._adding, self._added = frozenset(get("measures.naming.adding")), tuple(get("measures.naming.added_heads"))
        self._nation = frozenset(get("measures.naming.nation_acting"))
        self._places_counted, self._kinds_of_place, everywhere = (frozenset(get(f"measures.naming.{key}")) for key in ("places_counted", "kinds_of_place", "everywhere"))
        self._everywhere = everywhere | set(relative)
        self._each, self._setting_up, self._placing = (frozenset(get(key)) for key in ("triggers.frame.each", "measures.naming.setting_up", "measures.naming.placing"))
        self._occasions = tuple(get("measures.naming.occasions"))
        self._zealous, self._telling, self._sternly = *(frozenset(get(f"measures.naming.{key}")) for key in ("zealous", "telling")), get("measures.naming.sternly")
        self._telling_which, self._deed_nouns = frozenset(get("measures.naming.telling_which")), frozenset(get("measures.naming.deed_nouns"))
        self._people_nouns, self._no_agencies = get("measures.naming.people_nouns"), get("measures.naming.no_agencies")
        self._planning, self._outlays = frozenset(get("measures.naming.planning_deeds")), frozenset(get("measures.naming.outlays"))
        self._aspect = tuple(get("measures.naming.aspect"))
        self._opener_guards = tuple(get("measures.opener_guards"))
        self._among_ends, self._being = get("measures.naming.among_ends"), get("measures.naming.being_there")
        self._relative = frozenset(get("measures.naming.relative"))
        self._particles = frozenset(get("measures.naming.particles"))
        self._before_inner, self._zones = frozenset(get("measures.naming.before_inner")), tuple(get("measures.naming.zones"))
        self._inner_guards = frozenset(get("measures.naming.inner_guards"))

    def clean(self, phrase: str, *, head: bool = True) -> str:
        """`phrase` without footnote marks, openers (unless `head` is false), light verbs and stray marks at its ends."""
        return self._cleaned(phrase, head)

    def _clean(self, phrase: str, head: bool) -> str:
        around = self._around
        if len(phrase) > _LONGEST_NAME:
            phrase = phrase[-_LONGEST_NAME:]
        if _has_any(phrase, around.since):
            phrase = around.on_record.sub("", phrase)
            if head and (begun := around.since_then.match(phrase)) is not None:
                phrase = phrase[begun.end() :]
        if not phrase.isalnum():
            phrase = _EMPTY_BRACKET.sub("", _FOOTNOTE.sub("", phrase)).strip(_EDGES)
        if head and _has_any(phrase, around.aimed_at) and (aim := around.up_to_aim.match(phrase)) is not None:
            phrase = phrase[aim.end() :]
        if head and _has_any(phrase, around.in_turn):
            # 收案最多的依次是民间借贷纠纷: the first of those that are named in turn.
            phrase = next(phrase.rpartition(word)[2] or phrase for word in around.in_turn if word in phrase)
        if head and _has_any(phrase, around.regards):
            phrase = self._without_regard(phrase)
        if _has_any(phrase, around.again):
            phrase = around.after_years.sub("", phrase)
        while phrase:
            shorter = self._without_tail(self._without_head(phrase) if head else phrase).strip(_EDGES)
            if shorter == phrase:
                return self._called(_balanced(phrase)) if phrase[-1] == "）" else _balanced(phrase)
            phrase = shorter
        return ""

    def _without_regard(self, phrase: str) -> str:
        """进出口总额 of 外贸方面进出口总额, 新建学校 of 教育方面新建学校, but 专利新增授权 and 社会保障参保人数: a field that no comma ends says of what a bare deed or measure is."""
        for regard in self._around.regards:
            field, _, rest = phrase.partition(regard)
            field = without_head(field, self._around.located)
            if not rest or not _SHORTEST_PART <= len(field) <= _LONGEST_FIELD or not field.isalpha() or field.endswith(self._around.fields_counted) or self._words(rest)[0] in self._particles:
                continue
            thing = self._without_tail(rest)
            is_bare = thing in self._bare or (not self.has_measure(thing) and (len(self._words(thing)) == 1 or self._words(thing)[-1] in self._deeds_to_titles))
            return field + rest if is_bare else rest
        return phrase

    def _called(self, phrase: str) -> str:
        """人户分离人口 of 离开户口登记地半年以上的人口（即人户分离人口）: by what a bracket says that it is called; 过夜游客 of 过夜游客（仅限于住宾馆的）."""
        thing, found, name = phrase.rpartition("（")
        if thing and name.startswith(self._limiting):
            return thing
        if thing and _SAID_SHORT.fullmatch(name) and self.has_measure(thing):
            # 居民消费价格（CPI）, 出厂价格指数（上年同月=100）: the same in letters, or what it is reckoned by.
            return thing
        return name[1:-1] if found and name[:1] in self._namely and len(name) > _SHORTEST_CALLED else phrase

    def _without_head(self, phrase: str) -> str:
        if phrase[0] == "“" and "”" not in phrase:
            # 局长介绍：“全省新增12家企业: a speech begins, and what closes it is far off.
            return phrase[1:]
        if phrase[0] in _SPEAKERS and (closing := phrase.find(_SPEAKERS[phrase[0]])) > 0:
            # [市人社局]城镇新增就业: who speaks.
            return phrase[closing + 1 :]
        if phrase[0] == "（" and "）" in phrase[:-1]:
            # 建成101家技术与创新支持中心（TISC）和80家…: the bracket is of the noun before.
            return phrase[phrase.index("）") + 1 :]
        if phrase[0] == "（" and phrase[-1] == "）":
            # 湖州市（不含德清）增长5%: a bracket alone is of the place before.
            return ""
        for opening in self._around.openings if phrase[0] in self._around.opened_by or not phrase[0].isalpha() else ():
            match = opening.match(phrase)
            if match and (opening is not self._around.of_several or match.end() < len(phrase)):
                return phrase[match.end() :]
        for opening in self._around.seizures if phrase[0] in self._around.seizures_begin else ():
            if (match := opening.match(phrase)) is not None:
                return phrase[match.end() :]
        if _has_any(phrase, self._around.jointly) and (acting := self._around.acting_places.match(phrase)) is not None:
            return phrase[acting.end() :]
        for word in self._long_openers if phrase.startswith(self._long_openers) and not phrase.startswith(self._opener_guards) else ():
            if phrase.startswith(word):
                return phrase[len(word) :]
        if phrase[0] in self._within and self.is_measure(phrase[1:]):
            # 各县中降水量最大的是…: among whom, behind the place.
            return phrase[1:]
        if phrase[0] in self._counting and phrase[1:3] in self._verbs:
            # 共出动: the dictionary cuts 共出|动.
            return phrase[1:]
        if phrase.startswith(self._at_once) and phrase[2:4] in self._done_for_others:
            # 同时代征增值税: the dictionary cuts 同时代|征.
            return phrase[2:]
        if phrase[0] in self._adding and phrase.startswith(self._added, 1):
            # 加上级补助收入, 加上年结转: the dictionary cuts 加上|级.
            return phrase[1:]
        return self._without_first(phrase)

    def _without_first(self, phrase: str) -> str:
        """A phrase without its first word, where that says nothing of what is named; without the sign that something was done else."""
        first, *rest = self._words(phrase[:8])
        if len(first) == 1 and rest and len(rest[0]) == 1 and first + rest[0] in self._openers and not phrase.startswith(self._opener_guards):
            # 这是: two words that open as one.
            return phrase[len(first) + 1 :]
        if first in self._having_one and ("的" in phrase[len(first) + 1 :] or phrase.endswith(self._credentials)):
            # 拥有有效发明专利的企业: the verb narrows the noun. 取得毕业证书: it says what people did.
            return phrase
        if first in self._narrowing and (phrase.startswith(self._had_by_bodies, len(first)) or self._narrows(phrase[len(first) :])):
            return phrase
        if first in self._pushing and len(phrase) - len(first) <= (_LONGEST_EFFECT if first in self._effects else _SHORTEST_OBJECT):
            # 带动就业: of a bare noun the verb says what happened; 带动投资增长 speaks of the 投资.
            return phrase
        if first in self._telling_which and (phrase.endswith(self.rate_ends) or self._are_deeds_of_name(phrase[len(first) :]) or "的" in phrase[len(first) + 1 : -1]):
            # 首次执行案件终本率: which cases the rate is of. 首次获得贷款的企业
            return phrase
        if first in self._mostly and any(word in phrase for word in self._is_mostly):
            # 以布料为主的纺织品: which of them.
            return phrase
        if first in self._openers and not phrase.startswith(self._opener_guards):
            return phrase[len(first) :]
        if first in self._particles:
            return phrase[1:]
        if first in self._zealous and (second := self._words(phrase[len(first) : len(first) + 8])) and (second[0] in self._verbs or second[0] in self._pushing) and not self._is_rate_of_deed(phrase[len(first) :]):
            # 积极实施重点项目: how it was done is no part of what was done.
            return phrase[len(first) :]
        if first.startswith(self._sternly) and without_head(first, self._sternly) != phrase:
            # 严肃|查处受贿案件, 严肃查处, which the dictionary has as one word.
            return without_head(phrase, self._sternly)
        return self._without_aspect(phrase)

    def without_zeal(self, phrase: str) -> str:
        """开展集中管辖 of 有序开展集中管辖: without how it was done, where a verb follows."""
        words = self._words(phrase)
        return phrase[len(words[0]) :] if len(words) > 1 and words[0] in self._zealous and (words[1] in self._verbs or words[1] in self._telling) else phrase

    def _is_rate_of_deed(self, phrase: str) -> bool:
        """受理率 behind 及时: how promptly is what the rate is of."""
        return phrase.endswith(self.rate_ends) and self._are_deeds_of_name(phrase)

    def _are_deeds_of_name(self, phrase: str) -> bool:
        """登记 behind 首次, 受理率 behind 及时: whether a deed alone, or its rate, follows the word that tells which it is; what is 首次突破 is no deed."""
        words = self._words(without_end(phrase, self.rate_ends)) if phrase else []
        return bool(words) and all((self.is_verb(word) or word in self._deed_nouns) and word not in self._light and word not in self._openers for word in words)

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
        if len(had) < _SHORTEST_HAD or (len(noun) < _SHORTEST_HAD and noun not in self._single_bodies) or had.endswith(self._attributes) or had.startswith(self._determiners):
            return False
        words = self._words(had)
        # 有专利授权的企业: what was granted to them.
        is_held = words[0].endswith(self._titles) and words[-1] in self._deeds_to_titles
        is_deed = (self.is_verb(words[-1]) and not is_held) or (self.is_verb(words[0]) and len(words) > 2)
        return not is_deed and words[0] not in self._manners

    def reckoned(self, phrase: str) -> str:
        """地区生产总值 of 地区生产总值按可比价格计算, 居民收入 of 居民收入扣除价格因素: what stands in front of how a figure is reckoned, with which the phrase ends; empty where it does not."""
        around = self._around
        found = around.method_behind.search(phrase) or around.left_out_behind.search(phrase) if around.price.search(phrase) else None
        return self.clean(phrase[: found.start()]) if found is not None else ""

    def _without_tail(self, phrase: str) -> str:
        around = self._around
        if not phrase or phrase in around.means:
            # 图书386万册，生均18册: no word of the dictionary, and 均 is a part of it.
            return phrase
        phrase = without_end(phrase, around.rates_behind)
        phrase = around.exchanged.sub("", phrase) if phrase.endswith(around.exchanges) else phrase
        phrase = around.method_behind.sub("", phrase) if phrase.endswith("）") or around.price.search(phrase) else phrase
        phrase = around.on_base.sub("", phrase) if phrase.endswith(around.bases) else phrase
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
        # 参保企业目标500家, 发明专利目标6000件
        if last in self._light or (last in self._light_behind_measures and (self.has_measure(rest := phrase[: -len(last)]) or self.is_macro(rest) or rest.endswith(self._counted_as_aims))):
            return phrase[: -len(last)]
        return phrase[:-1] if self._joins_verb(last) else around.without_most(phrase)

    def _joins_verb(self, word: str) -> bool:
        """检查和: a verb and a conjunction, which the dictionary has as one word."""
        return len(word) > 2 and word[-1] in self._joining and word[:-1] in self._verbs

    def split_actor(self, phrase: str) -> tuple[str, str]:
        """The body that acts and the rest: 市仲裁委 | 受理知识产权纠纷案件; no body where none is named."""
        words = self._words(phrase)
        position = 0
        if len(words) > 1 and words[0] in self._asking and words[1] not in self._made_nouns:
            # 建议行政机关移送线索: someone else asks that it be done.
            return "", phrase
        if len(words) > 2 and words[0] in self._nation and words[1] in self._deed_adverbs and self._acts(words[2], words[3:]):
            # 国家共查处案件24万件
            return words[0], phrase[len(words[0]) :]
        for index, word in enumerate(words[:-1]):
            position += len(word)
            if position < 2 or phrase.startswith(self._causing) or not without_bracket(phrase[:position]).endswith(self._agencies) or word in self._no_agencies:
                continue
            verb = index + 1
            while verb < len(words) - 1 and words[verb] in self._deed_adverbs:
                verb += 1
            if words[verb] in self._planning and words[verb + 1 : verb + 2] and words[verb + 1] not in self._outlays:
                # 省水利厅计划新建泵站; 客运中心计划投资2亿元 is what it costs.
                verb += 1
            if words[verb] in self._joined_by and self._other_body_acts(words[verb + 1 :]):
                # 市检察院联合市公安局督办案件: two bodies act.
                continue
            if phrase[:position].endswith(self._title_holders) and words[verb] in self._deeds_to_titles:
                # 科研院所授权专利: it was granted to them.
                return "", phrase
            if words[verb] in self._attributive and words[verb + 1 : verb + 2] == ["的"]:
                # 科技厅认定的研究中心: who gave them the name is a part of it.
                return "", phrase
            if words[verb + 1 : verb + 2] and (words[verb + 1] in self._deed_adverbs or self.is_verb(words[verb + 1])) and words[verb] in self._works:
                # 卒中中心建设已覆盖90个区县: what is done is the building of them, and they do not act.
                return "", phrase
            if words[verb] in self._covering:
                return "", phrase
            # 市场监管部门针对农贸市场开展检查: about what it is done stands between.
            acts = self._acts(words[verb], words[verb + 1 :]) or words[verb] in self._placing or words[verb] in self._prompting or (words[verb] in self._doing_about and any(self.is_verb(word) or word in self._acting for word in words[verb + 2 :])) or self._does_to(words[verb:])
            if acts and phrase[position:] not in self.flows:
                return phrase[:position], phrase[position:]
        return "", phrase

    def _other_body_acts(self, words: list[str]) -> bool:
        """Whether `words` begin with one more body that acts, as 省知识产权局共同聘任调查官 do."""
        return bool(words) and not self.is_verb(words[0]) and self.split_actor("".join(words))[0] != ""

    def _acts(self, word: str, behind: list[str]) -> bool:
        """Whether behind a body `word` tells what it does: 审结; 举办活动, which the dictionary has as one word; 培训, which is a noun elsewhere, in front of whom."""
        return self.is_verb(word) or (len(word) > _PLAIN_VERB and self.is_verb(word[:_PLAIN_VERB])) or (bool(behind) and word in self._acting)

    def _does_to(self, words: list[str]) -> bool:
        """Whether behind a body `words` tell to what it does something: 对乱倒垃圾行为警告; not what goes to it, as 对企业投资."""
        return words[0] in self._done_to and len(words) > _PLAIN_VERB and self.is_verb(words[-1]) and not self.has_measure(words[-1])

    def split_among(self, phrase: str) -> tuple[str, str]:
        """What is ranked and among whom: 授权量在全省13个设区市中 → 授权量 | 全省13个设区市; nobody where 在 is no word."""
        words = self._words(phrase)
        if "在" not in words:
            return phrase, ""
        last = len(words) - 1 - words[::-1].index("在")
        if "".join(words[last:]).startswith(self._being):
            # 公办园在园幼儿: those who are there, and not among whom.
            return phrase, ""
        among = "".join(words[last + 1 :])
        if self._around.condition.match(among):
            # 金额在1000万元以下的质押项目占比: which of them, and not among whom.
            return phrase, ""
        for ending in self._among_ends:
            among = among.removesuffix(ending)
        return "".join(words[:last]), among

    def split_whole(self, phrase: str) -> tuple[str, str]:
        """The part of which a share is told, and the whole: 外贸出口中民营企业 → 民营企业 | 外贸出口; no whole where 中 is no word within the phrase."""
        words = self._words(phrase)
        place = next((place for place in range(1, len(words) - 1) if words[place] in self._within), 0)
        if not place or "在" in words or len("".join(words[place + 1 :])) < _SHORTEST_PART:
            return phrase, ""
        return "".join(words[place + 1 :]), "".join(words[:place])

    def drop_place(self, phrase: str) -> str:
        """在第二届博览会设立工作站 → 设立工作站: where something was done, or where they went for it (赴外地抓获), is no part of what was done."""
        words = self._words(phrase)
        if words[0] not in self._placing or len(words) < 3:
            return phrase
        each = next((index for index in range(2, len(words) - 1) if words[index] in self._each and (words[index + 1] in self._verbs or words[index + 1] in self._setting_up)), 0)
        if each:
            # 在城东、城西各建联络点: in each of several places.
            return "".join(words[each + 1 :])
        verb = next((index for index, word in enumerate(words[2:], 2) if (word in self._verbs or word in self._acting) and len(word) > 1 and words[index + 1 : index + 2] != ["的"]), None)
        if verb is None or verb == len(words) - 1:
            return phrase
        stop = verb
        while stop > 2 and words[stop - 1] in self._deed_adverbs:
            # 在全国统一销毁
            stop -= 1
        where = "".join(words[1:stop])
        if not (where.endswith(self._occasions) or where in self._everywhere or self._are_counted_places(words[1:stop])):
            # 在跨境电商渠道扣留货物: a channel narrows what is counted.
            return phrase
        return "".join(words[verb:])

    def _are_counted_places(self, words: list[str]) -> bool:
        """4省7市 of 在4省7市抓获, 全国29个省（区、市） of 在全国29个省（区、市）建设: whether nothing but how many places is said."""
        counted = words[1:] if words and words[0] in self._everywhere else words
        said = [word for word in counted if not word.isdecimal()]
        # 20|余个|县, 29|个|省（区、市）
        kinds = (said[place:] for place in range(len(said) + 1) if self._places_counted.issuperset("".join(said[:place])))
        return len(said) < len(counted) and any(not kind or "".join(kind) in self._kinds_of_place for kind in kinds)

    def drop_inner(self, phrase: str) -> str:
        """林业实现产值 → 林业产值: a light verb between whom a number is said of and the measure; 企业通过网络实现零售额 says how."""
        words = self._words(phrase)
        if len(words) < 3:
            return phrase
        kept = [
            word
            for index, word in enumerate(words)
            if not (
                0 < index < len(words) - 1
                # 高新区有示范企业12家: a zone has it.
                and (word in self._inner or (word == _HAS and words[index - 1].endswith(self._zones)))
                and not (word in self._having_one and ("的" in words[index + 2 :] or (words[index - 1] in self.flows and words[-1].endswith(self._people_nouns))))
                and words[index + 1] not in self._inner_guards
                and words[index - 1] not in self._before_inner
                # 虾|稻|共|作: a name that the dictionary does not know.
                and not len(words[index - 1]) == len(word) == len(words[index + 1]) == 1
                and not (word in self._achieving and self._tells_how(words[:index]))
            )
        ]
        return "".join(kept)

    def achieved_by_means(self, phrase: str) -> str:
        """企业通过网络实现 of 企业通过网络实现零售额: who achieved a measure, and how or where; empty where that is not said."""
        words = self._words(phrase)
        verb = next((index for index, word in enumerate(words[:-1]) if word in self._achieving and self._tells_how(words[:index])), None)
        return "".join(words[: verb + 1]) if verb is not None else ""

    def _tells_how(self, words: list[str]) -> bool:
        """企业通过网络, 企业在省外: whether the last words say how, or where else, something was achieved, so that the verb behind them is theirs."""
        opened = next((index for index in range(len(words) - 2, -1, -1) if words[index] in self._doing_by), None)
        # 在库企业实现营收: a word of one character tells no place.
        return opened is not None and len(words[opened + 1]) > 1 and "的" not in words[opened:]


def _has_any(phrase: str, words: Iterable[str]) -> bool:
    return any(word in phrase for word in words)


def _balanced(phrase: str) -> str:
    """`phrase` without a bracket that lost its partner."""
    opening, closing = phrase.count("（"), phrase.count("）")
    if opening > closing:
        return phrase[: phrase.rindex("（")].strip(_EDGES) or phrase.strip("（")
    if closing > opening:
        return phrase[phrase.index("）") + 1 :].strip(_EDGES) or phrase.strip("）")
    return phrase
