"""The words before a number made the label of its indicator."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ipextract.linking.endings import without_head
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.lists.series import deed_in_front, is_deed_alone
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily

# Releases say the same words before many numbers; the memory of them is bounded.
_REMEMBERED = 4096
_SHORTEST_NAME = 2
# 疫情之初的, 改革开放初期
_LONGEST_START = 8


class Labelled(NamedTuple):
    """A label, and the body in front of it that acts, empty where none does."""

    actor: str
    text: str


# 实施|查封
_LIGHT = 2
# 发现
_DEED = 2
# 通过专项整治|督促: means have at most so many characters, with the word in front of them.
_LONGEST_MEANS = 12


class Labeller:
    """Makes labels of the words before numbers.

    Args:
        namer: cleans and takes apart names.
        vocabulary: lists of words.
    """

    def __init__(self, namer: Namer, vocabulary: Vocabulary) -> None:
        self._namer, self._names = namer, vocabulary.names
        # 通过平台、热线、来信等方式接收投诉: how something was done, told by examples.
        names, so_on = self._names, either(self._names.and_others)
        self._means = lazily(compiled, rf"(?:{either(names.doing_by)})[^，、]*+、[^，]*?(?:{so_on})(?:{either(names.many)})?(?:{either(names.ways_of_doing)})")
        # 通过门户网站主动公开政府信息
        self._channel = lazily(compiled, rf"^(?:{either(names.doing_by)})[^，、的]{{0,12}}(?:{either(names.channels)})(?=[\u4e00-\u9fff]{{4}})")
        # 市局向获奖单位和个人颁发奖金: to whom it went is no part of what was handed out; 向失业人员发放保险金 says of which people.
        whom, out = either(names.towards_whom), either(names.handing_out)
        self._handed = lazily(compiled, rf"(?:[^，、。]{{2,16}}?(?:{whom})[^，。]{{1,40}}?|(?:{whom})[^，。]{{1,40}}?的[^，。]{{1,16}}?)(?=(?:{out})[\u4e00-\u9fff“]{{2}})|(?:{either(names.summing)})?(?:{whom})(?:{either(names.anybody)})(?!{either(names.bodies_of_anybody)})(?=[\u4e00-\u9fff]{{2}})")
        self._from, self._from_nothing, self._first_states = vocabulary.from_words, vocabulary.from_nothing, vocabulary.first_states
        # 年初确定的新农村建设 (6件实事): without the time, that it was set says nothing.
        self._setting, self._meeting = vocabulary.ahead.setting, vocabulary.ahead.meeting
        self._placing = names.placing
        self._known = lru_cache(_REMEMBERED)(self._label)

    def label(self, words: str) -> Labelled:
        """The indicator's own words in `words`, and the body that acts."""
        return self._known(words)

    def _label(self, words: str) -> Labelled:
        words = without_head(self._what_was_set(self._without_included(self._without_start(words)).lstrip()), self._setting)
        if any(word in words for word in self._names.towards_whom) and (handed := self._handed.match(words)) is not None:
            words = words[handed.end() :]
        namer, text = self._namer, self._namer.clean(self._means.sub("", words) if any(word in words for word in self._names.and_others) else words)
        for word in self._names.among_having:
            # 常住人口中共有家庭户: what is counted, and not among whom.
            text = text.partition(word)[2] or text
        if text.endswith(self._names.fining):
            # 对侵权货物作出没收并处罚款: the fine alone, and not on whom it was laid.
            text = text[-_DEED:]
        text = namer.clean(without_head(text, self._names.having_checked)) or text
        text = self._of_kind(self._without_channel(self._without_offender(self._found(text))))
        if text.endswith(self._names.and_others) and text[-2:-1] not in self._names.grade_heads:
            # “一卡通”等10件实事, 组建甲、乙等39只基金: what is listed are examples of the noun behind the number, to which the deed is done.
            # 市监局认定“甲牌”等12件商标为驰名商标: also behind a body that does it.
            text = deed_in_front(namer, self._names, text) or deed_in_front(namer, self._names, namer.split_actor(text)[1]) or namer.seized_in(text)
        text = self._without_examples(namer.last_of_series(self._of_last_deed(text)))
        _, named, deed = text.rpartition("》") if text[:1] == "《" else ("", "", "")
        if named and deed and namer.starts_with_verb(deed):
            # 《关于加强保护的意见》提出 (29条举措): the document that says so.
            text = deed
        text = self._prompted(self._summed_last(self._of_case(text)))
        actor, rest = namer.split_actor(text)
        if actor:
            text = self._found(namer.clean(self._without_means(self._without_channel(rest))))
            if namer.is_measure(text) and namer.is_bare(text):
                # 国税系统完成收入: a measure alone says not whose it is.
                text = actor + text
            elif actor.endswith(self._names.businesses) and namer.has_measure(text):
                # 外资银行新增存款
                text = actor + text
        return Labelled(actor, namer.clean(namer.drop_inner(namer.drop_place(text) if text.startswith(self._placing) else text)))

    def _summed_last(self, text: str) -> str:
        """上级补助收入 of 一般公共预算收入加上上级补助收入 (12亿元): the item whose sum follows, and not what was stated before and is summed up with it."""
        word = next((word for word in self._names.summed_with if word in text), "")
        head, _, item = text.partition(word) if word else ("", "", "")
        return self._namer.clean(item) or text if head.endswith(self._names.budget_flows) else text

    def _prompted(self, text: str) -> str:
        """督促复绿土地 of 通过办案督促复绿土地: by what somebody was made to do it is no part of what they were made to do."""
        if not text.startswith(self._names.doing_by):
            return text
        place = min((at for word in self._names.prompting if (at := text.find(word, _DEED, _LONGEST_MEANS)) > 0), default=0)
        return text[place:] if "的" not in text[:place] else text

    def _of_case(self, text: str) -> str:
        """判处罚金 of 审结的由公安部督办的特大“假冒饮料案”判处罚金: what was decided in a case by name, or what it came to, and not which case it was."""
        end = next((word for word in self._names.named_cases if word in text), "")
        named, _, deed = text.partition(end) if end else ("", "", "")
        return deed if "的" in named and self._namer.starts_with_verb(deed) and not is_deed_alone(self._namer, self._names, deed) else text

    def _what_was_set(self, words: str) -> str:
        """每万人口拥有量 of 提前完成规划提出的每万人口拥有量 (达到1件的目标): without who set it, and that it was reached."""
        setting = next((word for word in self._setting if word in words), "")
        if not setting:
            return words
        told, _, aim = words.partition(setting)
        return aim if aim and self._meeting.match(told) is not None else words

    def _without_included(self, words: str) -> str:
        """全市 of 全市包括两所高校在内的 (15家单位): that one is among those counted says nothing of them all."""
        among = words.rstrip().removesuffix("的")
        if not among.endswith(self._names.included):
            return words
        # 贵州包括两所高校在内: the word may be gone with the place before it.
        return words[: max(0, *map(among.rfind, self._names.including))]

    def _without_channel(self, text: str) -> str:
        """主动公开政府信息 of 通过门户网站主动公开政府信息: through what it was done is no part of it."""
        return self._channel.sub("", text) if text.startswith(self._names.doing_by) else text

    def _without_means(self, text: str) -> str:
        """查获侵权运动鞋 of 通过大数据分析查获侵权运动鞋: how a body did it is no part of what it did."""
        words = self._namer.words(text) if text[:_DEED] in self._names.by_means else []
        first = next((place for place in range(2, len(words)) if self._namer.is_verb(words[place])), len(words))
        last = next((place for place in range(first, len(words)) if not self._namer.is_verb(words[place])), len(words)) - 1
        if not first <= last < len(words) - 1 or "的" in words[:last] or len(words[last]) < _DEED:
            return text
        # 线上巡查|发现: of two deeds in one word, the last.
        deed = words[last][_DEED:] if len(words[last]) > _DEED and self._namer.is_verb(words[last][_DEED:]) else words[last]
        return deed + "".join(words[last + 1 :])

    def _found(self, text: str) -> str:
        """未申报的手表 of 集装箱内有未申报的手表 and of 检查时发现未申报的手表: what was found, and not where or when it was."""
        for word in self._names.holding_ends:
            scene, found, goods = text.partition(word)
            if found and goods and scene.endswith(self._names.holding_goods) and "的" not in scene:
                return goods
        for word in self._names.found_at:
            scene, found, goods = text.partition(word)
            if found and goods and len(self._namer.words(scene)) <= _LIGHT:
                return word[1:] + goods
        return text

    def _without_offender(self, text: str) -> str:
        """销售假冒白酒 of 查明不法分子累计销售假冒白酒: what was found out that somebody did, and not that it was, nor who."""
        if not text.startswith(self._names.finding_out):
            return text
        who = next((word for word in self._names.offenders if word in text), "")
        return self._namer.clean(text.partition(who)[2]) or text if who else text

    def _without_start(self, words: str) -> str:
        """防护服日产量 of 防护服日产量从零 (提升到12.8万件), 口罩日产量 of 口罩日产量从疫情之初的 (15.5万只): from where something came is no part of its name."""
        for word in self._from:
            head, found, rest = words.rpartition(word)
            if found and len(head) >= _SHORTEST_NAME and len(rest) <= _LONGEST_START:
                start = rest.strip().removesuffix("的")
                if start in self._from_nothing or start.endswith(self._first_states):
                    return head
        return words

    def _without_examples(self, text: str) -> str:
        """法院新收一审、二审等各类案件 → 法院新收各类案件: also behind a body that acts."""
        body, deed = self._namer.split_actor(text) if "、" in text else ("", text)
        deed = self._namer.clean(deed, head=True) if body else deed
        if body and "的" not in deed and (done := self._namer.without_examples(deed)) != deed:
            return self._namer.clean(body + done)
        return self._namer.clean(self._namer.without_examples(text))

    def _of_last_deed(self, text: str) -> str:
        """挽回经济损失 of 打击经济犯罪、挽回经济损失: behind a deed to something, one that begins anew."""
        head, pause, tail = text.rpartition("、")
        if not pause or not tail.startswith(self._names.beginning_anew) or head.count("（") != head.count("）") or head.count("“") != head.count("”"):
            return text
        words = self._namer.words(head)
        if len(words) == 1 or (len(words) == _LIGHT and words[0] in self._names.light_deeds):
            # 实施查封、扣押案件: two deeds to the same things, and a verb that says no more.
            return text
        parts = self._namer.take_apart(rest := self._namer.clean(tail))
        # 炼化项目全面达产、完成年产值1100亿元: a measure alone is of whom the first deed was told.
        return self._namer.longest_group(head) + rest if parts.measure and len(parts.topic) <= 1 else tail

    def _of_kind(self, text: str) -> str:
        """新收民事一审案件中技术合同案件 → 新收技术合同案件: one kind of the things that it is among."""
        within = self._names.within
        if not any(word in text[1:-1] for word in within):
            return text
        words = self._namer.words(text)
        place = next((place for place, word in enumerate(words) if word in within), None)
        if place is None:
            return text
        head, kind = "".join(words[:place]), "".join(words[place + 1 :])
        if len(kind) <= len(words[-1]) or not head.endswith(words[-1]) or self._namer.is_measure(words[-1]):
            return text
        return self._namer.take_apart(head).verb + kind
