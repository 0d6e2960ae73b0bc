"""Names of rows that leave out what is measured: 公路 under 货物运输总量 is 公路货物运输量."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_head
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.labels import Namer
from ipextract.patterns import compiled, lazily

_TAIL = 2
_BRACKET_TAIL = lazily(compiled, r"（[^（）]*）$")


class MemberNamer:
    """Names the members of a whole.

    Args:
        lexicon: the vocabulary of table headings.
        namer: takes names apart.
    """

    def __init__(self, lexicon: Lexicon, namer: Namer) -> None:
        self._namer = namer
        self._sums = lexicon.words("tables.rows.sums")
        self._always_summed = lexicon.words("tables.rows.always_summed")
        self._means = lexicon.words("measures.naming.means")
        self._qualifiers = lexicon.words("tables.rows.qualifiers")
        self._all_kinds, self._joins = lexicon.words("tables.captions.kinds"), lexicon.words("triggers.joining.members")
        self._in_full = {word: full[0] for word, full in lexicon.table("tables.in_full").items()}
        self._other_measures = lexicon.table("tables.member_measures")

    def changes_measure(self, whole: str) -> bool:
        """Whether the members of a whole are measured by another noun than it is: 第一产业 of 地区生产总值 by 增加值."""
        return whole.endswith(tuple(self._other_measures))

    def name(self, member: str, whole: str) -> str:
        """A member without a measure, of a whole that has one; the member alone where the whole has none."""
        for ending, measures in self._other_measures.items():
            if whole.endswith(ending):
                return member + measures[0]
        parts = self._namer.take_apart(whole)
        measure = parts.measure
        for word in () if measure.endswith(self._always_summed) else self._sums:
            measure = measure.replace(word, "")
        if not measure or member.endswith(measure[-_TAIL:]):
            return member
        if member in parts.object:
            # 出口 under 进出口总额 is 出口总额.
            return join(member, parts.measure.removeprefix(member))
        name = parts.topic + measure
        mean = next((name.partition(word)[0] + word for word in self._means if word in name), "")
        if mean and not member.startswith(mean[-_TAIL:]):
            # 衣着 under 居民人均消费支出 is 居民人均衣着消费支出.
            return mean + member + name.removeprefix(mean)
        if member.endswith(parts.topic[-_TAIL:]):
            return member + measure
        return join(member, parts.topic + measure)

    def one_kind(self, kind: str, caption: str) -> str:
        """每10万人口中拥有大学受教育程度人数, of a column 大学 under 每10万人口中拥有的各类受教育程度人数: one kind in place of all; empty where the caption tells of none."""
        word = next((word for word in self._all_kinds if word in caption), "")
        before, _, behind = caption.partition(word) if word else ("", "", "")
        return before.removesuffix("的") + kind + behind if self._namer.has_measure(behind) else ""

    def is_listed(self, thing: str, caption: str) -> bool:
        """Whether a caption names a thing beside others: 企业法人单位和从业人员 has 企业法人单位 and 从业人员."""
        return bool(thing) and any(thing + mark in caption or caption.endswith(mark + thing) for mark in self._joins)

    def of_thing(self, member: str, whole: str) -> str:
        """A member of a whole that is no measure but a thing: 城镇 under 常住人口 is 城镇常住人口, 摩托车 under 机动车 itself."""
        return join(member, whole) if self.qualifies(member) else member

    def of_whole(self, member: str, whole: str) -> str:
        """A part of a whole that shares are taken of, be it a measure or people: 0-14岁 of 总人口 is 0-14岁人口."""
        member = self._in_full.get(member, member)
        name = self.name(member, whole)
        return self.of_thing(member, without_head(whole, self._sums)) if name == member else name

    def qualifies(self, words: str) -> bool:
        """Whether words only say which part of things or people: 城镇, 60岁及以上, 国家级."""
        bare = _BRACKET_TAIL.sub("", words) or words
        return bare.endswith(self._qualifiers) or self._namer.is_modifier(bare)

    def within(self, name: str, whole: str) -> str:
        """A name that is printed under several wholes, with the one it stands under: 住户存款 of 本外币存款余额 is 本外币住户存款."""
        parts = self._namer.take_apart(whole)
        topic = parts.topic if parts.measure else whole
        # 住户本外币存款余额 of 金融机构本外币存款余额 says it itself.
        return name if not topic or topic[-_TAIL:] in name else topic + name
