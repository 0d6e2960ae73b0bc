"""What the sentence leaves out of an indicator's name is taken from what it continues.

总数达10130户 takes up 国家高新技术企业; 采矿业增长8.1% is the 采矿业增加值 of 规模以上工业增加值.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ipextract.linking.cleaning import Parts, join
from ipextract.linking.frames import Frame
from ipextract.linking.labels import Namer
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.linking.wording import end_of_words_behind, is_net_change, splits_before_next
from ipextract.rules.tokens import Amount

# 其中国家级3个、国地联合21个: a narrowing of at most so many characters.
_SHORT = 6
_RATE = "率"
# 受理…件，办结…: a noun behind the number that is a deed alone.
_DEED = 8


@dataclass(frozen=True)
class Label:
    """A number's own words, and what they may continue.

    Attributes:
        walk: the walk.
        index: the number's token.
        text: the words.
        amount: the number.
        aspect: what it states.
        frame: the indicator before.
    """

    walk: Walk
    index: int
    text: str
    amount: Amount
    aspect: str
    frame: Frame

    @property
    def namer(self) -> Namer:
        return self.walk.namer

    @property
    def vocabulary(self) -> Vocabulary:
        return self.walk.vocabulary

    @property
    def is_level(self) -> bool:
        return self.aspect == "level"

    @property
    def is_rate_of_change(self) -> bool:
        return self.aspect == "change" and self.amount.kind == "percentage"

    @property
    def in_same_sentence(self) -> bool:
        return self.frame.sentence == self.walk.sentence

    @property
    def has_same_unit(self) -> bool:
        return self.amount.unit == self.frame.unit

    @cached_property
    def parts(self) -> Parts:
        """The words taken apart."""
        return self.namer.take_apart(self.text)


def fill(walk: Walk, index: int, label: str, behind: str, amount: Amount, aspect: str) -> str:
    """The whole name of an indicator.

    Args:
        walk: the walk; it keeps how far the words behind the number reach.
        index: the number's token.
        label: the words before the number, cleaned.
        behind: the noun behind it, cleaned.
        amount: the number.
        aspect: what it states.

    Returns:
        The name; empty where neither the words nor the walk give one.
    """
    if behind and not splits_before_next(walk, index):
        walk.after_until = end_of_words_behind(walk, index)
    if behind and not walk.namer.is_milestone(behind):
        if not label:
            return _named_behind(walk, behind, percent=amount.kind == "percentage")
        if _lacks_noun(walk, label, behind):
            return label + behind
    if walk.frame is None:
        return label
    own = Label(walk, index, walk.namer.summed(label), amount, aspect, walk.frame)
    for complete in _COMPLETIONS:
        name = complete(own)
        if name is not None:
            return name
    return own.text


def _named_behind(walk: Walk, behind: str, *, percent: bool) -> str:
    """72家企业投保知识产权类保险 by itself; 受理案件109件，109件办结 with the thing before."""
    frame = walk.frame
    if percent and frame is not None and frame.level and len(behind) <= _SHORT // 2:
        # 其中41%免费: of what came before.
        return behind + frame.parts.object
    if frame is not None and frame.level and frame.sentence == walk.sentence and walk.namer.starts_with_verb(behind) and len(behind) <= _DEED:
        walk.kept = frame.parts
        return frame.parts.object + behind
    return behind


def _lacks_noun(walk: Walk, label: str, behind: str) -> bool:
    """新增12家企业: whether the words before the number need the noun behind it."""
    if not walk.namer.has_measure(label):
        return True
    return walk.namer.is_bare(label) and not walk.namer.starts_with_verb(behind)


# -- completions: each gives the whole name, or None where it does not apply ------------------------


def _taken_up(label: Label) -> str | None:
    """国家高新技术企业1724户,总数达10130户: the words only point back."""
    namer, text = label.namer, label.text
    if not text or namer.is_anaphor(text) or (namer.is_flow(text) and is_net_change(label.walk, label.index)):
        return namer.stock_name(text, label.frame.name)
    return None


def _mean_of_same(label: Label) -> str | None:
    """居民人均可支配收入…，人均支出 → 居民人均支出: the same people's mean."""
    topic, own = label.frame.parts.topic, label.parts
    if label.in_same_sentence and own.topic in label.vocabulary.names.means and topic.endswith(own.topic) and len(topic) > len(own.topic):
        return topic + own.measure
    return None


def _ratio_to_frame(label: Label) -> str | None:
    """研发经费…，与地区生产总值之比为2.6%: the ratio has two ends."""
    return f"{label.frame.name}与{label.text}" if label.text.endswith(label.vocabulary.names.ratios) else None


def _bare_measure(label: Label) -> str | None:
    """粮食播种面积…,总产量… → 粮食总产量."""
    if not (label.namer.is_bare(label.text) and label.in_same_sentence):
        return None
    parts = label.frame.parts
    if label.text.endswith(_RATE) and parts.measure.endswith(_RATE):
        # 平均利润率1.5%，净利润率1.4%: one rate beside the other, not of it.
        return label.text
    topic = parts.topic if parts.measure else label.namer.without_deed(parts.topic)
    if label.namer.is_verb(topic) or topic in label.vocabulary.names.deed_topics:
        # 保障金额330亿元，赔付率36.4%: a deed is no topic.
        return label.text
    for state in label.namer.states:
        topic = topic.removeprefix(state)
    if label.namer.is_flow(parts.verb):
        # 新签约项目156个、总投资1320亿元: of those alone.
        topic = parts.verb + topic
    return join(topic, label.text) if topic and not label.text.startswith(topic) else label.text


def _modifier(label: Label) -> str | None:
    """知识产权公共服务机构52个，国家级5个 → 国家级知识产权公共服务机构."""
    if not label.namer.is_modifier(label.text) or label.parts.measure:
        return None
    if (label.in_same_sentence or not label.is_level) and (label.has_same_unit or label.aspect in ("change", "share")):
        return _narrowed(label)
    return None


def _next_modifier(label: Label) -> str | None:
    """其中国家级3个、国地联合21个: one more narrowing of the same."""
    if (
        label.walk.parts_from is not None
        and label.frame.base != label.frame.name
        and label.in_same_sentence
        and len(label.text) <= _SHORT
        and label.has_same_unit
        and not label.parts.measure
        and not label.namer.is_group(label.text)
        and label.is_level
        and ";" not in label.walk.row.letters(label.frame.draft.token if label.frame.draft else label.index, label.index)
    ):
        return _narrowed(label)
    return None


def _narrowed(label: Label) -> str:
    """国家级 + 市级以上科技企业孵化器 → 国家级科技企业孵化器; 一等奖 + 科学技术奖 → 科学技术奖一等奖."""
    label.walk.narrowing = True
    base = label.frame.base or label.frame.name
    for prize in label.vocabulary.names.prizes:
        if label.text.endswith(label.vocabulary.names.grades) and prize in base:
            return base[: base.rindex(prize) + len(prize)] + label.text
    verb = "" if label.parts.verb else label.namer.take_apart(base).verb
    return verb + label.text + label.namer.narrowed(base)


def _per_head(label: Label) -> str | None:
    """有效发明专利…，每万人拥有2.05件 → 每万人拥有有效发明专利."""
    parts = label.frame.parts
    measured = label.namer.per_head_measure(label.text)
    if measured is not None and label.in_same_sentence and not parts.topic.startswith(measured[0]):
        # 有效发明专利2.3万件，万人拥有量68.5件 → 万人有效发明专利拥有量.
        head, measure = measured
        return join(head + (parts.topic if parts.measure == measure else label.frame.name), measure)
    if not label.namer.is_per_head(label.text):
        return None
    return label.text + (parts.object if parts.verb and parts.object else label.frame.name)


def _fulfilled(label: Label) -> str | None:
    """完成投资…，为年度计划的112.6%: a plan is of what was to be done."""
    return label.frame.name if label.namer.is_task(label.text) else None


def _member(label: Label) -> str | None:
    """地区生产总值…，第一产业增加值…: members that are named together, of whoever the first is said of."""
    walk, frame = label.walk, label.frame
    for whole, members in label.namer.members.items():
        if label.text.startswith(members) and len(label.text) <= 5:
            if frame.parts.topic and frame.parts.measure.startswith(whole):
                walk.family = frame.parts
            if walk.family is not None and (label.in_same_sentence or walk.parts_from is not None) and walk.family.measure.startswith(whole):
                return walk.family.topic + label.text
    return None


def _outcome(label: Label) -> str | None:
    """受理案件109件,调结104件 → 调结案件; 专利申请17826件、授权12094件 → 专利授权."""
    parts = label.frame.parts
    if not (label.namer.is_result(label.text) and label.in_same_sentence and label.has_same_unit and parts.object):
        return None
    label.walk.kept = parts
    stem = label.namer.without_deed(parts.object)
    if stem != parts.object and not parts.verb:
        return stem + label.text
    return parts.object + label.text if label.text.startswith(label.vocabulary.names.outcomes_behind) else label.text + parts.object


def _handed_over(label: Label) -> str | None:
    """查处案件265起，移送司法机关3起 → 移送司法机关案件: whom things are handed to is not what is handed over."""
    if not label.is_level or not label.namer.starts_with_verb(label.text) or not label.text.endswith(label.vocabulary.names.receivers):
        return None
    walk = label.walk
    # 查处案件265起，案值566万元，移送司法机关3起: what was counted in the same unit.
    counted = next((draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == label.amount.unit), None)
    thing = label.namer.take_apart(counted.indicator).object if counted is not None else ""
    if not thing:
        return None
    return label.text + label.namer.without_verbs(thing)


def _casualties(label: Label) -> str | None:
    """发生火灾25起，死亡3人 → 火灾死亡."""
    if label.text not in label.vocabulary.names.casualties or not label.in_same_sentence or not label.frame.parts.topic:
        return None
    label.walk.kept = label.frame.parts
    return label.namer.without_deeds(label.namer.without_verbs(label.frame.parts.object)) + label.text


def _rate_of_measure(label: Label) -> str | None:
    """重大项目完成投资1.4万亿元、投资完成率129.6%: the rate is that of the same projects' investment."""
    parts, text = label.frame.parts, label.text
    head = parts.measure[-2:]
    if not (label.in_same_sentence and label.is_level and head and parts.topic):
        return None
    if len(text) > len(head) and text.startswith(head) and not text.endswith(label.vocabulary.names.ratio_ends):
        return join(parts.topic, text)
    return None


def _deed_of_whole(label: Label) -> str | None:
    """授权专利52630件,其中发明专利6319件 → 授权发明专利."""
    walk, text = label.walk, label.text
    if walk.parent is None or walk.parts_from is None or walk.parent.sentence != walk.sentence or label.aspect not in ("level", "change"):
        return None
    whole = walk.parent.parts
    if whole.verb and text != whole.object and text.endswith(whole.object) and whole.verb not in text:
        return whole.verb + text
    if text.startswith(label.vocabulary.names.standing):
        # 专利授权3.2万件；有效发明专利2.3万件: what is in force is not what was granted.
        return None
    deed = label.namer.deed(walk.parent.name) if label.has_same_unit and not label.parts.measure and not label.parts.verb else ""
    if deed and deed not in text and label.namer.deed(text) == "":
        # 快速审查后获得授权2987件，其中发明专利2154件 → 获得授权发明专利.
        return deed + text
    return None


def _group_of_topic(label: Label) -> str | None:
    """备案主体3128家。备案主体中，企业3021家 → 企业备案主体."""
    topic = label.walk.topic
    if not topic or not label.namer.is_group(label.text) or label.parts.measure or not (label.is_level and label.has_same_unit):
        return None
    return label.text + topic if label.frame.parts.object.endswith(topic) and not label.text.endswith(topic[-2:]) else None


def _mean_of_members(label: Label) -> str | None:
    """人均食品烟酒支出增长0.1%，衣着支出下降1.2% → 人均衣着支出: members of one mean."""
    own, parts = label.parts, label.frame.parts
    if label.walk.parts_from is None or not label.in_same_sentence or own.measure != parts.measure or not own.measure:
        return None
    mean = next((word for word in label.vocabulary.names.means if parts.topic.startswith(word)), "")
    return mean + label.text if mean and not any(word in label.text for word in label.vocabulary.names.means) else None


def _deed_of_series(label: Label) -> str | None:
    """新增博士学位授权点56个、硕士学位授权点173个: one verb for both."""
    verb = label.frame.parts.verb
    if not (verb and label.is_level and label.amount.kind in ("count", "quantity")):
        return None
    own_verb = label.namer.starts_with_verb(label.text) and not label.namer.is_group(label.text)
    return verb + label.text if label.walk.follows_pause(label.index) and not own_verb else None


def _people_of_group(label: Label) -> str | None:
    """卫生人员98.2万人，医院55.3万人 → 医院卫生人员."""
    frame, words = label.frame, label.vocabulary.names
    if not (label.namer.is_group(label.text) and label.is_level and label.amount.unit in label.vocabulary.people_units):
        return None
    if frame.unit not in (label.amount.unit, None) or frame.parts.verb:
        return None
    stem = frame.name.removesuffix(frame.parts.measure) if frame.parts.measure in words.people_counts else frame.name
    if stem.endswith(words.people_nouns) and not label.text.endswith(words.people_nouns):
        return label.text + label.namer.last_noun(stem)
    return None


def _measure_of_topic(label: Label) -> str | None:
    """限额以上商品零售额中，汽车类增长17.7% → 汽车类零售额."""
    if label.walk.topic_measure and not label.parts.measure and label.is_rate_of_change:
        return label.text + label.walk.topic_measure
    return None


def _measure_of_frame(label: Label) -> str | None:
    """规模以上工业增加值增长5.8%，采矿业增长8.1% → 采矿业增加值."""
    frame = label.frame
    if label.parts.measure or not frame.parts.measure or not label.namer.is_group(label.text):
        return None
    if label.is_level and label.amount.kind == "count" and label.walk.parts_from is None:
        # 作品415件 behind 有效注册商标量 is a thing of its own; only a part continues a count.
        return None
    if not (label.is_rate_of_change or label.has_same_unit) or frame.parts.measure in label.vocabulary.names.counts_only:
        return None
    return label.namer.compose(label.text, frame.parts)


def _group_of_breakdown(label: Label) -> str | None:
    """有效发明专利11.9万件。按权利人类型分，企业7.6万件，院校2.9万件 → 院校有效发明专利: each is of what was broken down."""
    whole = label.walk.breakdown
    if whole is None or label.parts.measure or not label.namer.is_group(label.text) or not label.is_level or label.amount.unit != whole.unit:
        return None
    return label.namer.compose(label.text, whole.parts) if whole.parts.measure else join(label.text, whole.name)


def _narrower_thing(label: Label) -> str | None:
    """汽车保有量315万辆,其中私人汽车278万辆 → 私人汽车保有量."""
    parts, text = label.frame.parts, label.text
    if label.parts.measure or not parts.measure or not label.has_same_unit or not label.is_level:
        return None
    if len(parts.topic) >= 2 and text.endswith(parts.topic[-2:]) and text != parts.topic:
        return label.namer.compose(text, parts)
    return None


# Tried in this order; the first name given is taken, and the words themselves where none is.
_COMPLETIONS: tuple[Callable[[Label], str | None], ...] = (
    _taken_up,
    _mean_of_same,
    _ratio_to_frame,
    _bare_measure,
    _modifier,
    _next_modifier,
    _per_head,
    _fulfilled,
    _member,
    _outcome,
    _handed_over,
    _casualties,
    _rate_of_measure,
    _mean_of_members,
    _group_of_topic,
    _deed_of_whole,
    _deed_of_series,
    _people_of_group,
    _measure_of_topic,
    _group_of_breakdown,
    _measure_of_frame,
    _narrower_thing,
)
