"""Deeds in the names of indicators: what was done to a thing, or what came of it."""

from __future__ import annotations

from ipextract.language.segmenter import Segmenter
from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.indicator.cleaning import Cleaner

# 新建和加密建设
_LONGEST_DEEDS = 9
# 基地
_SHORTEST_THING = 2


class DeedNamer(Cleaner):
    """Tells deeds from things in a name, and takes the one from the other.

    Args:
        lexicon: the vocabulary of measures, verbs and words that say nothing.
        segmenter: finds word boundaries.
    """

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        super().__init__(lexicon, segmenter)
        get = lexicon.words
        self._receiving = frozenset((*get("measures.naming.light_deeds"), *get("measures.naming.came_to_have")))
        self._results, self._tasks, self._stops, self._having = (frozenset(get(f"measures.{key}")) for key in ("results", "tasks", "stops", "having"))
        # 为年计划103%: with what links a task to its number.
        self._tasks_linked = frozenset(link + task for link in get("triggers.measured_by.links") for task in self._tasks)
        self._growing = get("measures.naming.growing")
        self._built = get("measures.naming.built_up")
        self.went_well, self._outcome_heads = get("measures.naming.went_well"), get("measures.naming.outcome_heads")
        self._and_then, self._come_to, self._left, self._eager = (frozenset(get(f"measures.naming.{key}")) for key in ("and_then", "come_to", "left", "eager"))
        self._governing, self._by_means, self._for_whom = (frozenset(get(f"measures.naming.{key}")) for key in ("governing", "by_means", "beneficiaries"))

    def are_deeds(self, phrase: str) -> bool:
        """新建, 新建和加密建设: deeds to what follows behind a pause, and nothing that they are done to."""
        words = self._words(phrase)
        if len(words) == 1:
            return self.is_deed(phrase)
        joined = any(word in self._joining for word in words[1:-1])
        return joined and self.is_verb(words[0]) and self.is_verb(words[-1]) and len(phrase) <= _LONGEST_DEEDS

    def is_result(self, label: str) -> bool:
        """授权, 正在整改, 责令整改: what came of things that were named before, and nothing else."""
        if label in self._results or self.tells_how_far(label):
            return True
        # 责令整改, 立案调查: deeds alone.
        return len(label) == 4 and all(word in self._verbs for word in self._words(label))

    def tells_how_far(self, label: str) -> bool:
        """已整改, 尚未开工: a result with a word for how far it went, so that what stands before it is no part of a noun."""
        return label.startswith(self._outcome_heads) and without_head(label, self._outcome_heads) in self._results

    def tells_result(self, name: str) -> bool:
        """竣工重点项目, 重点项目竣工: whether a name begins or ends with what came of things."""
        words = self._words(name)
        return bool(words) and (words[0] in self._results or words[-1] in self._results)

    def is_deed(self, label: str) -> bool:
        """建成, 培育: a verb and nothing else."""
        return label in self._verbs or label in self._results

    def is_task(self, label: str) -> bool:
        """目标任务, 年度计划: what is fulfilled, not what is measured."""
        return label in self._tasks or label in self._tasks_linked

    def without_verbs(self, phrase: str) -> str:
        """立案查处案件 → 案件."""
        words = self._words(phrase)
        while len(words) > 1 and self.is_verb(words[0]):
            words = words[1:]
        return "".join(words)

    def without_deed(self, name: str) -> str:
        """专利申请 → 专利, 中欧班列开行 → 中欧班列: a name without the deed at its end."""
        words = self._words(name)
        if len(words) > 1 and (words[-1] in self._results or words[-1] in self._verbs):
            head, pause, _ = name[: -len(words[-1])].rpartition("、")
            # 专利转让、许可: both are deeds.
            return self.without_deed(head) if pause and name.endswith(pause + words[-1]) else name[: -len(words[-1])]
        if words and len(words[-1]) == 4 and (words[-1][2:] in self._results or words[-1][2:] in self._verbs):
            # 专利许可 is one word of the dictionary.
            return name[:-2]
        return name

    def deed(self, name: str) -> str:
        """The deed that a name ends with: 获得授权 of 进入快速通道后获得授权; empty where it names a thing."""
        words = self._words(name)
        if len(words) < 2 or words[-1] not in self._results:
            return ""
        return words[-2] + words[-1] if words[-2] in self._having_one else words[-1]

    def ends_with_deed(self, name: str) -> bool:
        """商标异议案件审查, 专利复审结案."""
        words = self._words(name)
        return len(words) > 1 and (words[-1] in self._results or words[-1] in self._verbs)

    def without_deeds(self, name: str) -> str:
        """丙类传染病报告发病 → 丙类传染病: a name without all deeds at its end."""
        words = self._words(name)
        while len(words) > 1 and (words[-1] in self._results or words[-1] in self._verbs):
            words = words[:-1]
        return "".join(words)

    def part_deeds(self, name: str) -> tuple[str, str]:
        """授权企业 → 企业 | 授权: what a name names, and the deeds in it."""
        words = self._words(name)
        deeds = {word for word in words if word in self._results or word in self._verbs}
        return "".join(word for word in words if word not in deeds), "".join(word for word in words if word in deeds)

    def starts_with_verb(self, phrase: str) -> bool:
        words = self._words(phrase[:8]) if phrase else []
        return bool(words) and (words[0] in self._verbs or words[0] in self._results)

    def noun_phrase(self, phrase: str) -> str:
        """The first noun phrase: what stands before a verb that tells what became of the thing."""
        out = ""
        for word in self._words(phrase):
            if word in self._stops and len(out) >= 2 and "的" not in phrase[len(out) :]:
                # 平台相继落地: how it was done goes with what was done.
                return self.without_manner(out)
            out += word
        return out

    def without_manner(self, phrase: str) -> str:
        """乡镇规划也正在推进 → 乡镇规划: the noun in front of how something is done to it; 乡镇全部通过验收 says what they reached."""
        ending = next(ending for ending in self.went_well if phrase.endswith(ending)) if phrase.endswith(self.went_well) else ""
        if ending and (thing := without_end(phrase.removesuffix(ending), self._built)) and len(thing) >= _SHORTEST_THING and self._joining.isdisjoint(self._words(thing)):
            # 12家示范区建设初见成效: they are counted, and not that they are built.
            return thing
        phrase = phrase.removesuffix(ending) or phrase
        if phrase.endswith(self._growing):
            return phrase
        out, words = "", self._words(phrase)
        for place, word in enumerate(words):
            # 民生实事全面完成: the dictionary has 全面完成 as one word.
            if (word in self._manners or (word[:2] in self._manners and self._is_deed_word(word[2:]))) and len(out) >= 2 and out[-1] != "的" and words[place - 1] not in self._receiving:
                # 残疾人得到基本康复服务: what they got, and not how.
                told = words[place + 1 :]
                if "".join(told) in self._left:
                    # 贫困村全部退出
                    return out + "".join(told)
                if word in self._eager and len(told) > 1 and not self._is_deed_word(told[-1]):
                    # 企业积极开拓国际市场: what they do to something says which they are.
                    return out + "".join(told)
                if told and (self.is_verb(told[0]) or told[0] in self._telling) and told[0] not in self._come_to and self._and_then.isdisjoint(told) and not all(map(self._is_deed_word, told[1:])):
                    # 专门法庭有序推行三类案件合一审理: what they do to something tells it too, however they do it.
                    return out + "".join(told)
                # 问题全部完成整改并通过复核: what was reached first.
                stop = next((index for index, one in enumerate(told) if one in self._and_then), len(told))
                return out + "".join(told[:stop]) if stop > 1 and told[0] in self._come_to else out
            out += word
        return phrase

    def _is_deed_word(self, word: str) -> bool:
        """完成 of 全面完成; 养老金 of 基本养老金 is none."""
        return bool(word) and (self.is_verb(word) or word in self._stops or word in self._come_to or word in self._results)

    def without_verb(self, phrase: str) -> str:
        """干部服务 (7.38万家企业) → 干部: the noun of one number without the verb that governs the next."""
        words = self._words(phrase)
        while len(words) > 1 and (words[-1] in self._verbs or words[-1] in self._governing):
            words = words[:-1]
        return "".join(words)

    def before_deed(self, phrase: str) -> tuple[str, str] | None:
        """中小微企业减免房租 → 中小微企业 | 减免房租: those for whom something is done, and what."""
        position = 0
        for index, word in enumerate(self._words(phrase)):
            if index and self.is_verb(word):
                return phrase[:position], phrase[position:]
            position += len(word)
        return None

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
            if index and word in self._having and not (index + 1 < len(words) and words[index + 1] in self._inner_guards):
                # 断面达到或优于Ⅲ类: two verbs to one thing, joined.
                # 律师为农民工提供 (1200次法律咨询): 为 says for whom, where a deed to the next follows.
                is_for = word in self._for_whom and len(words) > index + 2 and self.is_verb(words[-1])
                # 规上企业产值 (3.2亿元): a measure is had, and says so itself.
                return phrase[:position], phrase[position + (0 if word in self._verbs or is_for or self.is_measure(word) else len(word)) :]
            position += len(word)
        return None
