"""What a caption narrows the cells below it to: 限额以上批发零售企业 in 限额以上批发零售企业消费品零售情况, 断面 in 国控断面水质情况."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_head
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.word_patterns import either, in_order
from ipextract.patterns import compiled, lazily


@dataclass(frozen=True, slots=True)
class Scope:
    """What a caption says of all cells.

    Attributes:
        mark: the word that narrows: 规模以上.
        group: of whom they are, where that is not everybody: 规模以上工业企业.
        thing: what the caption names behind the group and without a measure: 消费品零售.
        counted: what is told apart by the rows, where they only say how it is: 断面 of 优良, 轻度污染.
        partners: whether the rows are those with whom trade is done.
    """

    mark: str = ""
    group: str = ""
    thing: str = ""
    counted: str = ""
    partners: bool = False


# 住宿 of 住宿业
_STEM = 2
NO_SCOPE = Scope()
# 行业, 县区: no shorter word over the rows says what they are.
_SHORTEST_KIND = 2
_LAST_WORDS = r"[\u4e00-\u9fff]{0,8}?"
# 2023年度
_YEARLY = lazily(compiled, r"^.*[年度]")


def members_of(heading: str, caption: str, each: tuple[str, ...]) -> str:
    """主要工业行业 of 表3：主要工业行业比重、位次情况, where 行业 heads the rows: whom the caption ranks; empty where it does not name them."""
    if len(heading) < _SHORTEST_KIND:
        return ""
    found = regex.search(_LAST_WORDS + regex.escape(heading), caption)
    if found is None:
        return ""
    whole = _YEARLY.sub("", found[0])
    return without_head(whole, each) if whole == found[0] else whole


class ScopeReader:
    """Finds the scope of captions and puts it to the names of cells.

    Args:
        lexicon: the vocabulary of captions.
        namer: knows groups and measures.
    """

    def __init__(self, lexicon: Lexicon, namer: Namer) -> None:
        words = lexicon.words
        self._namer = namer
        self._marks = _either(words("tables.captions.scopes"))
        self._counted = words("tables.captions.counted")
        told, apart, spread = (either(words(f"tables.captions.{key}")) for key in ("told_by", "told_apart", "distributions"))
        divided = in_order(words("tables.captions.division_ends"))
        by, distributed = "".join(words("tables.captions.told_by")), "".join(words("tables.captions.told_apart"))
        self._told_apart = lazily(
            compiled, rf"([^{by}{distributed}]{{2,16}})(?:(?:{told})[^{by}]{{1,12}}?(?:{divided}|{spread})|(?:{apart})[^{distributed}]{{1,8}}(?:{spread}))$"
        )
        self._aside = compiled(rf"(?:{told}).{{1,10}}?(?:{divided})|{_either((*words('tables.captions.heads'), *words('tables.captions.aside'))).pattern}")
        self._products = words("tables.captions.of_products")
        self._partners = words("tables.captions.partners")
        self._trade = {word: way for way in ("to", "from") for word in words(f"tables.captions.trade_{way}")}
        self._ways = {way: words(f"tables.captions.way_{way}")[0] for way in ("to", "from")}
        self._bodies = frozenset(words("tables.captions.bodies"))
        self._counts = frozenset((*words("measures.naming.counts"), ""))
        self._shares = frozenset((*words("tables.columns.share"), *words("tables.columns.share_alone")))

    def read(self, topic: str) -> Scope:
        """The scope that the topic of a caption names."""
        told_apart = self._told_apart.match(topic)
        if told_apart is not None and not self._namer.has_measure(told_apart[1]):
            # 有效发明专利按专利权人类型分布: the rows are those of 有效发明专利.
            return Scope(thing=told_apart[1])
        if any(word in topic for word in self._partners):
            return Scope(partners=True)
        counted = next((noun for noun in self._counted if noun in topic), "")
        found = self._marks.search(topic)
        if found is None:
            return Scope(counted=counted) if counted else NO_SCOPE
        group, head = "", ""
        for word in self._namer.words(topic[found.start() :]):
            if group and word not in self._bodies:
                break
            head += word
            if self._namer.is_name(head):
                group = head
        thing = self._aside.sub("", topic[found.start() + len(group) :])
        return Scope(found.group(), group, "" if self._namer.has_measure(thing) else thing, counted) if group else NO_SCOPE

    def narrowed(self, name: str, row: str, measure: str, scope: Scope) -> str:
        """The name of a cell within the scope of its caption.

        Args:
            name: what row, column and measure of the caption make of it.
            row: the name of its row.
            measure: what its column measures.
            scope: that of the caption.
        """
        if scope.partners:
            return self._way(measure) + name if not self._namer.has_measure(row) and name != row else name
        if scope.counted and scope.counted not in name and measure in self._counts | self._shares and not self._namer.has_measure(row):
            return row + scope.counted + ("" if measure in self._shares else name.removeprefix(row))
        if scope.thing and not scope.group:
            return join(row, scope.thing) if name == row and not self._namer.has_measure(row) else name
        if not scope.group or scope.group in name or any(word in measure for word in self._products):
            return name
        if self._namer.is_group(row) and not self._namer.has_measure(row):
            # 粮油、食品类 under 限额以上批发零售企业消费品零售情况
            named = join(name, scope.thing) if name == row else name
            # 住宿业 under 限额以上住宿和餐饮业 is one of them.
            return (scope.mark if row[:_STEM] in scope.group else scope.group) + named
        return scope.group + name if self._namer.is_bare(row) else name

    def _way(self, measure: str) -> str:
        """对 in front of those exported to, 自 in front of those imported from; nothing for what is no trade."""
        traded = next((word for word in sorted(self._trade, key=len, reverse=True) if measure.startswith(word)), "")
        return self._ways[self._trade[traded]] if traded else ""


def _either(words: tuple[str, ...]) -> regex.Pattern[str]:
    return compiled(either(words))
