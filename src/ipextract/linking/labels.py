"""Indicator names: what is left of the words around a number when all that is no name is taken away."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from ipextract.language.segmenter import Segmenter
from ipextract.lexicon import Lexicon

_EDGES = " ，、：；。-—~·,.:;!！?？/|*#>"
_FOOTNOTE = regex.compile(r"\[\d{1,3}(?:[-,，、]\d{1,3})*\]|[①-⑳]|【\d+】")
_BRACKET_TAIL = regex.compile(r"（[^（）]*）$")
# How a figure was worked out is no part of what it measures: 按常住人口计算，按年平均汇率折算为.
_METHOD = regex.compile(r"(?:按|以)[^，、]{2,16}?(?:汇率折[算合]|计算|折算|折合|计价|统计|口径(?:计算|统计|折算)?|汇率(?:计算|折[算合])?)[，]?|(?:扣除|剔除)[^，]{2,16}?(?:后|因素|影响)后?[，]?")
# 每人每月, 每年: how an allowance is paid.
_RATE_TAIL = regex.compile(r"(?:每[人户]|每年|每月|每[人户]每[年月])$")
_LEVEL_HEAD = regex.compile(r"^(?:国家|省|市|县|区|部|州|盟|地|各)级(?:及?以上)?(?:（[^）]*）)?")
# 昆山、张家港、常熟三市合计: what a list of places sums up to.
_SUMMED = regex.compile(
    r"^(?:[^，]*、[^，]*?)?(?:以上|上述|这)?(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:市|县|区|省|地|州|项指标|项|者|大?类|个地区|个行业|个市|个县)(?:合计|共计|共|总计)?(?=$|[^、])"
)
_PER_HEAD = regex.compile(r"每(?:百|千|万|十万|\d+)?(?:名|个)?(?:常住人口|人口|人|户|平方公里|亩)(?:拥有)?|平均每(?:个|家|所|座|站|村)?[\u4e00-\u9fff]{0,4}")
# 【农业】, ⊙, 三年内把: marks and phrases in front of a name.
_HEAD_MARK = regex.compile(r"【[^】]{1,12}】|[⊙●◆■▲★○◎※]|[一二三四五六七八九十\d]{1,2}年内把?")
# 3市技术合同成交额: how many places a sum is over.
# 五年翻一番: how long it took.
_YEARS_HEAD = regex.compile(r"[一二两三四五六七八九十\d]{1,2}年(?:内|来|时间内?)?(?=$|累计|共)")
_OF_SEVERAL = regex.compile(r"(?:\d{1,2}|[二三四五六七八九十]{1,2}|两)(?:市|县|省|州|区县|市县)(?:合计|共计|共)?(?![、场区级域])")
_EACH = "每"
# What may stand in front of a name, and the letters that it begins with beside digits and marks.
_OPENINGS = (_HEAD_MARK, _METHOD, _YEARS_HEAD, _OF_SEVERAL)
_OPENED_BY = frozenset("按以扣剔一二两三四五六七八九十")
_TOTAL = regex.compile(r"总?水平$")
_RATE = "率"
_LONGEST_RATE = 4
_EMPTY_BRACKET = regex.compile(r"（\s*）")


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


class Namer:
    """Cleans and takes apart the words of an indicator.

    Args:
        lexicon: the vocabulary of measures, verbs and words that say nothing.
        segmenter: finds word boundaries, so that the 有 of 有效 is never taken for the verb.
    """

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        self._words = segmenter.words
        get = lexicon.words
        relative = [word for level in ("province", "city", "county", "district") for word in get(f"triggers.places.{level}")]
        self._openers = frozenset((*get("measures.empty_openers"), *relative))
        self._long_openers = tuple(sorted((word for word in self._openers if len(word) > 2), key=len, reverse=True))
        self._light = frozenset(get("measures.light"))
        self._long_light = tuple(sorted((word for word in self._light if len(word) > 2), key=len, reverse=True))
        self._inner = frozenset(get("measures.inner"))
        self._measures = frozenset(get("measures.measures"))
        self._longest = max(map(len, self._measures))
        self._counts = frozenset(get("measures.naming.counts"))
        self._macro = tuple(get("measures.macro"))
        self._dependent = frozenset(get("measures.dependent"))
        self._anaphors = frozenset(get("measures.anaphors"))
        self._stocks = frozenset(get("measures.stocks"))
        self._flows = tuple(sorted(get("measures.flows"), key=len, reverse=True))
        self._bare = frozenset(get("measures.bare"))
        self._groups = tuple(get("measures.groups"))
        self._group_guards = tuple(get("measures.group_guards"))
        self._singles = tuple(get("measures.naming.singles"))
        self._modifiers = tuple(get("measures.modifiers"))
        self._verbs = frozenset(get("measures.verbs"))
        self._results = frozenset(get("measures.results"))
        self._tasks = frozenset(get("measures.tasks"))
        self._milestones = tuple(get("measures.milestones"))
        self._people = tuple(get("measures.people"))
        self.shared = frozenset(get("measures.shared"))
        self.towards = frozenset(get("measures.naming.towards"))
        self._abstract = tuple(get("measures.abstract"))
        self._abstract_heads = tuple(get("measures.abstract_heads"))
        self._benefits = tuple(get("measures.benefits"))
        self._stops = frozenset(get("measures.stops"))
        self._agencies = tuple(get("measures.agencies"))
        self._having = frozenset(get("measures.having"))
        self.members = lexicon.table("measures.members")
        self._having_one = frozenset(get("measures.naming.having_one"))
        self._verb_endings = get("measures.naming.verb_endings")
        self._deed_adverbs = frozenset(get("measures.naming.deed_adverbs"))
        self._manners = frozenset(get("measures.naming.manners"))
        self._governing = frozenset(get("measures.naming.governing"))
        self._by_means = frozenset(get("measures.naming.by_means"))
        self._counting = frozenset(get("measures.naming.counting"))
        self._over_time = tuple(get("measures.over_time"))
        self._occasions = tuple(get("measures.naming.occasions"))
        self._opener_guards = tuple(get("measures.opener_guards"))
        self.states = tuple(get("measures.naming.states"))
        self._among_ends = get("measures.naming.among_ends")
        self._inner_guards = frozenset(get("measures.naming.inner_guards"))
        self._whole_names = frozenset(get("measures.naming.whole_names"))
        self._outcome_heads = get("measures.naming.outcome_heads")
        self._after_stocks = frozenset(get("measures.naming.after_stocks"))

    def words(self, phrase: str) -> list[str]:
        """The words of `phrase`."""
        return self._words(phrase)

    def clean(self, phrase: str, *, head: bool = True) -> str:
        """`phrase` without footnote marks, openers (unless `head` is false), light verbs and stray marks at its ends."""
        if not phrase.isalnum():
            phrase = _EMPTY_BRACKET.sub("", _FOOTNOTE.sub("", phrase)).strip(_EDGES)
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
        for opening in _OPENINGS if phrase[0] in _OPENED_BY or not phrase[0].isalpha() else ():
            match = opening.match(phrase)
            if match and (opening is not _OF_SEVERAL or match.end() < len(phrase)):
                return phrase[match.end() :]
        for word in self._long_openers if phrase.startswith(self._long_openers) else ():
            if phrase.startswith(word):
                return phrase[len(word) :]
        if phrase[0] in self._counting and phrase[1:3] in self._verbs:
            # 共出动: the dictionary cuts 共出|动.
            return phrase[1:]
        first = self._words(phrase[:8])[0]
        if first in self._having_one and "的" in phrase[len(first) + 1 :]:
            # 拥有有效发明专利的企业: the verb narrows the noun.
            return phrase
        if first in self._openers and not phrase.startswith(self._opener_guards):
            return phrase[len(first) :]
        if first[0] in "的了" and len(first) == 1:
            return phrase[1:]
        return phrase

    def _without_tail(self, phrase: str) -> str:
        if not phrase:
            return ""
        phrase = _RATE_TAIL.sub("", phrase) if _EACH in phrase else phrase
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
        words = self._words(phrase)
        last = words[-1]
        if len(words) > 1 and words[-2] + last in self._light:
            return phrase[: -len(words[-2] + last)]
        if last in self._light:
            return phrase[: -len(last)]
        return phrase

    def split_actor(self, phrase: str) -> tuple[str, str]:
        """The body that acts and the rest: 市仲裁委 | 受理知识产权纠纷案件; no body where none is named."""
        words = self._words(phrase)
        position = 0
        for index, word in enumerate(words[:-1]):
            position += len(word)
            if position < 2 or not _BRACKET_TAIL.sub("", phrase[:position]).endswith(self._agencies):
                continue
            verb = index + 1
            while verb < len(words) - 1 and words[verb] in self._deed_adverbs:
                verb += 1
            if (words[verb] in self._verbs or words[verb] == "在") and words[verb + 1 : verb + 2] != ["的"] and phrase[position:] not in self._flows:
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
            word for index, word in enumerate(words) if not (0 < index < len(words) - 1 and word in self._inner and words[index + 1] not in self._inner_guards)
        ]
        return "".join(kept)

    def take_apart(self, name: str) -> Parts:
        """Verb, topic and measure of an indicator; empty where it has none."""
        bare = _BRACKET_TAIL.sub("", name) or name
        bare = _TOTAL.sub("", bare) or bare
        verb = ""
        words = self._words(bare)
        if len(words) > 1 and self.is_verb(words[0]):
            verb = words[0]
        elif len(words) > 2 and words[0] == "新" and words[1] in self._verbs:
            verb = words[0] + words[1]
        bare = bare[len(verb) :]
        for size in range(min(self._longest, len(bare)), 0, -1):
            if bare[-size:] in self._measures:
                is_rate = bare[-size:] == _RATE and len(words) > 1 and 1 < len(words[-1]) <= _LONGEST_RATE and words[-1] != bare
                # 贡献率, 合格率: the rate is the whole word.
                length = len(words[-1]) if is_rate else size
                return Parts(verb, bare[:-length], bare[-length:])
        return Parts(verb, bare, "")

    def has_measure(self, name: str) -> bool:
        return bool(self.take_apart(name).measure)

    def is_measure(self, name: str) -> bool:
        """Whether `name` is a measure and nothing else."""
        return name in self._measures

    def is_anaphor(self, label: str) -> bool:
        return label in self._anaphors or (_SUMMED.fullmatch(label) is not None)

    def summed(self, label: str) -> str:
        """昆山、张家港、常熟三市合计质押金额 → 质押金额."""
        match = _SUMMED.match(label) if "、" in label else None
        return label[match.end() :] if match and match.end() < len(label) else label

    def compose(self, label: str, parts: Parts) -> str:
        """A group with the measure of the indicator it continues, whose parts are `parts`.

        采矿业 of 规模以上工业增加值 is 采矿业增加值; 企业 of 有效发明专利拥有量 needs the whole name;
        发明专利 of 专利授权总量 says itself what is counted.
        """
        measure = parts.measure.replace("总", "") if parts.measure in self._dependent else parts.measure
        if any(word in label for word in self._singles):
            measure = measure.replace("总", "")
        if parts.measure not in self._dependent:
            return join(label, measure)
        if len(parts.topic) >= 2 and label.endswith(parts.topic[-2:]):
            return label if parts.measure in self._counts else label + measure
        return label + parts.topic + measure

    def last_of_series(self, phrase: str) -> str:
        """打响新品牌、力争旅居人数达600万: of things done one after another the number is of the last."""
        head, pause, tail = phrase.rpartition("、")
        if not pause or head.count("（") != head.count("）") or head.count("“") != head.count("”"):
            return phrase
        first = self._words(tail[:8])[0] if tail else ""
        opening = self._words(head[:8])[0] if head else ""
        if (first in self._verbs or first in self._openers) and (opening in self._verbs or opening in self._openers):
            return tail
        return phrase

    def is_bare(self, label: str) -> bool:
        if label in self._measures and len(label) > 1 and not any(word in label for word in self._macro) and label not in self._whole_names:
            return True
        return (_BRACKET_TAIL.sub("", label) or label) in self._bare

    def is_result(self, label: str) -> bool:
        return label in self._results or (label.startswith(self._outcome_heads) and label[1:] in self._results)

    def is_task(self, label: str) -> bool:
        """目标任务, 年度计划: what is fulfilled, not what is measured."""
        return label in self._tasks

    def is_milestone(self, phrase: str) -> bool:
        return phrase.startswith(self._milestones)

    def narrowed(self, base: str) -> str:
        """What a level of its own narrows: 市级以上文化产业园区 → 文化产业园区."""
        parts = self.take_apart(base)
        return _LEVEL_HEAD.sub("", parts.object) or base

    def is_flow(self, label: str) -> bool:
        """新增, 净增: what is added to a stock."""
        return label in self._flows

    def runs_over_time(self, name: str) -> bool:
        """城镇新增就业, 房屋施工面积: whether the name is of something that runs over a time and has no state at its end."""
        return any(flow in name for flow in self._flows) or name.endswith(self._over_time)

    def without_verbs(self, phrase: str) -> str:
        """立案查处案件 → 案件."""
        words = self._words(phrase)
        while len(words) > 1 and self.is_verb(words[0]):
            words = words[1:]
        return "".join(words)

    def is_verb(self, word: str) -> bool:
        """Whether `word` is a verb that does something to a thing."""
        # 立案查处 is one word of the dictionary and two verbs.
        return word in self._verbs or (len(word) == 4 and word[:2] in self._verbs and word[2:] in self._verbs)

    def counts_people(self, name: str) -> bool:
        return any(noun in name for noun in self._people)

    def is_group(self, label: str) -> bool:
        bare = _BRACKET_TAIL.sub("", label) or label
        return bare.endswith(self._groups) and not bare.endswith(self._group_guards)

    def is_modifier(self, label: str) -> bool:
        head = _BRACKET_TAIL.sub("", label) or label
        return len(head) <= 10 and head.endswith(self._modifiers)

    def stock_name(self, label: str, name: str) -> str:
        """The name that an anaphor takes up: 总数 after 新增…38家 is the stock, without 新增."""
        return self.stock_of(name) if label in self._stocks else name

    def stock_of(self, name: str) -> str:
        """新增国家高新技术企业 → 国家高新技术企业: the stock that a flow goes into."""
        name = name.rpartition("等")[2] or name
        for flow in self._flows:
            if name.startswith(flow) and len(name) > len(flow) + 1:
                return name[len(flow) :]
        return name

    def beneficiary(self, phrase: str) -> str:
        """老字号商标提供预警服务 → 老字号商标: behind 为, what is counted ends where the service begins."""
        for verb in self._benefits:
            position = phrase.find(verb)
            if position > 1:
                return phrase[:position]
        return phrase

    def last_noun(self, phrase: str) -> str:
        """The last words of a name that belong together: 卫生人员 of 全国卫生人员."""
        words = self._words(phrase)
        return "".join(words[-2:]) if len(words[-1]) <= 2 and len(words) > 1 else words[-1]

    def is_per_head(self, label: str) -> bool:
        """每万人拥有2.05件: the indicator before, per head."""
        return _PER_HEAD.fullmatch(label) is not None

    def without_deed(self, name: str) -> str:
        """专利申请 → 专利, 中欧班列开行 → 中欧班列: a name without the deed at its end."""
        words = self._words(name)
        if len(words) > 1 and (words[-1] in self._results or words[-1] in self._verbs):
            return name[: -len(words[-1])]
        if len(words[-1]) == 4 and (words[-1][2:] in self._results or words[-1][2:] in self._verbs):
            # 专利许可 is one word of the dictionary.
            return name[:-2]
        return name

    def deed(self, name: str) -> str:
        """The deed that a name ends with: 获得授权 of 进入快速通道后获得授权; empty where it names a thing."""
        words = self._words(name)
        if len(words) < 2 or words[-1] not in self._results:
            return ""
        return words[-2] + words[-1] if words[-2] in self._having_one else words[-1]

    def without_deeds(self, name: str) -> str:
        """丙类传染病报告发病 → 丙类传染病: a name without all deeds at its end."""
        words = self._words(name)
        while len(words) > 1 and (words[-1] in self._results or words[-1] in self._verbs):
            words = words[:-1]
        return "".join(words)

    def is_stock(self, phrase: str) -> bool:
        """累计, 累计达, 总数达到: the stock of what was said to be new."""
        return any(phrase.startswith(word) and phrase[len(word) :] in self._after_stocks for word in self._stocks)

    def starts_with_verb(self, phrase: str) -> bool:
        words = self._words(phrase[:8]) if phrase else []
        return bool(words) and (words[0] in self._verbs or words[0] in self._results)

    def noun_phrase(self, phrase: str) -> str:
        """The first noun phrase: what stands before a verb that tells what became of the thing."""
        out = ""
        for word in self._words(phrase):
            if word in self._stops and len(out) >= 2 and "的" not in phrase[len(out) :]:
                break
            out += word
        return out

    def without_manner(self, phrase: str) -> str:
        """乡镇规划也正在推进 → 乡镇规划: the noun in front of how something is done to it."""
        out = ""
        for word in self._words(phrase):
            if word in self._manners and len(out) >= 2:
                return out
            out += word
        return phrase

    def without_verb(self, phrase: str) -> str:
        """干部服务 (7.38万家企业) → 干部: the noun of one number without the verb that governs the next."""
        words = self._words(phrase)
        return phrase[: -len(words[-1])] if len(words) > 1 and (words[-1] in self._verbs or words[-1] in self._governing) else phrase

    def counted_by_deed(self, noun: str, deed: str) -> str:
        """企业通过银行 + 获得贷款 → 获得贷款企业: those counted are told by what they did, not by what with."""
        words = self._words(noun)
        means = next((index for index, word in enumerate(words) if index and word in self._by_means), None)
        return noun if means is None else deed + "".join(words[:means])

    def before_having(self, phrase: str) -> tuple[str, str] | None:
        """专利共有中国专利金奖 → 专利 | 中国专利金奖: the noun of one number and the label of the next."""
        words = self._words(phrase)
        position = 0
        for index, word in enumerate(words):
            if index and word in self._having:
                return phrase[:position], phrase[position + (0 if word in self._verbs else len(word)) :]
            position += len(word)
        return None


def join(head: str, tail: str) -> str:
    """The two as one name, what they share said once: 在建项目投资 + 投资完成率 → 在建项目投资完成率."""
    for size in range(min(len(head), len(tail)), 1, -1):
        if head.endswith(tail[:size]):
            return head + tail[size:]
    return head + tail


def _balanced(phrase: str) -> str:
    """`phrase` without a bracket that lost its partner."""
    opening, closing = phrase.count("（"), phrase.count("）")
    if opening > closing:
        return phrase[: phrase.rindex("（")].strip(_EDGES) or phrase.strip("（")
    if closing > opening:
        return phrase[phrase.index("）") + 1 :].strip(_EDGES) or phrase.strip("）")
    return phrase
