"""The words by which the names of a list hang together."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_end
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily

# 第一、二、三次产业: places in a row, and how many there are, are told by numerals.
NUMERALS = "一二三四五六七八九十"
ORDINAL = "第"


class ListWords:
    """Lists of `measures.lists` and of `triggers.joining`, and patterns of them, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words

        def one_of(key: str) -> str:
            return either(words(f"measures.lists.{key}"))

        # What joins two names of a list, a word of its own.
        self.conjunctions = words("triggers.joining.numbers")
        # What names of a list may stand between: with too few of them there is no list.
        self.marks = ("、", "，", "》", *(word for word in self.conjunctions if len(word) == 1))
        self.tallies_of_cases, self.tallies_of_people = words("measures.naming.tallies_of_cases"), frozenset(words("measures.naming.tallies_of_people"))
        self.so_on = words("measures.naming.and_others")
        self._not_so_on = words("measures.lists.not_so_on")
        # 第一、二、三次产业
        self.trade, counted = words("measures.lists.trade")[0], one_of("counted_trade")
        self.traded, self.told = words("measures.naming.trades"), words("triggers.time.speech")
        self.all_trades = words("measures.lists.all_trades")[0]
        joined = one_of("trades_joined")
        self.later_trade = lazily(compiled, rf"(?<=第[一二](?:、二)?(?:、|{joined}))(?:{ORDINAL})?([二三])(?:{counted}){self.trade}")
        # 一二三次产业, 一、二、三次产业: all of them, by the word for all.
        self.three_trades = lazily(compiled, rf"(?<![第十])一、?二、?三(?:{counted}){self.trade}")
        self.numbered_trade = lazily(compiled, rf"^{ORDINAL}(?P<number>[{NUMERALS}])(?:{counted})(?={self.trade[0]})")
        self.sum_units = words("measures.lists.sum_units")
        # 三个行业, 四大支柱产业, 两种专利申请: at the end of a list, how many were listed and what they are.
        self.sum = lazily(
            compiled, rf"(?<=[^第、])(?P<number>[{NUMERALS}两]|\d{{1,2}})(?:{one_of('sum_units')})(?:{one_of('great')})?(?P<noun>[\u4e00-\u9fff]{{2,12}})$"
        )
        # 起数、亡人、损失“四项指标”: the same in quotation marks, behind the last.
        self.quoted_sum = lazily(compiled, rf"[“\"](?:[{NUMERALS}两]|\d{{1,2}})(?:{one_of('sum_units')})[\u4e00-\u9fff]{{2,6}}[”\"]$")
        so_on, behind = either(self.so_on), "".join(words("measures.lists.not_behind_so_on"))
        self.and_so_on = lazily(compiled, rf"(?<!{one_of('not_so_on')})(?:{so_on})(?=[^{behind}第])|(?:{so_on})$")
        # 德清、长兴、安吉三县: how many places were named is no name.
        # 沈河、铁西两个分局, 杭州、宁波两家法院: nor is how many bodies they are.
        bodies = either(words("measures.agencies"))
        self.counted_places = lazily(compiled, rf"^[两二三四五六七八九十\d]{{1,2}}(?:(?:个|家|地)?(?:{one_of('place_kinds')})?(?:{bodies})|个?(?:(?:{one_of('place_kinds')}){{1,2}}|{one_of('place_words')}))")
        # 东 of 东、中、西部工业投资, 东北 of 东部、西部和东北工业投资
        self.sides, self.side_end = "".join(words("measures.lists.sides")), words("measures.lists.side_end")[0]
        self.side = lazily(compiled, rf"(?P<side>[{self.sides}]{{1,2}})(?:{self.side_end})?")
        # 城、乡居民
        self.halves = {short: full[0] for short, full in lexicon.table("measures.halves_in_full").items()}
        # 16-24岁, 60岁及以上
        self.age = lazily(compiled, rf"\d{{1,3}}(?:[-~]\d{{1,3}})?(?:{one_of('age_units')})(?:{one_of('age_bounds')})?")
        # 三种专利申请, 上述两类案件: how many were named before.
        # 重点行业FDI到资, 经济体的实际投资: behind a list, what all of it is.
        self.class_noun = lazily(compiled, rf"[^，。；、的]{{0,4}}?(?:{one_of('classes')})的?(?P<told>[^，。；、的]{{2,12}})$")
        self.origins = words("measures.lists.origins")
        self.gathering, self.is_most = frozenset(words("measures.lists.gathering")), words("triggers.carrying.is_most")
        self.gathered = frozenset(words("measures.lists.gathered"))
        foremost = rf"(?:{one_of('being_foremost')})[^，、]{{0,6}}?(?:{one_of('foremost_of')})[^，、]{{2,12}}"
        self.part_played = lazily(compiled, rf"(?:{foremost}|(?<=[\u4e00-\u9fff]{{2}})(?:{one_of('parts_played')}))$")
        kinds = rf"(?:[两三四五六七八九十\d]{{0,2}}(?:大|个)?(?:{one_of('listed_kinds')}))?(?:（[^（）]{{1,6}}）)?"
        self.towards_those = lazily(compiled, rf"[^，、]{{0,4}}?(?P<to>{one_of('towards_those')})(?:{one_of('those_listed')}){kinds}(?P<rest>[^，、]*)$")
        # 对前三大贸易伙伴欧盟、东盟
        self.chief_of = lazily(
            compiled, rf"(?P<to>{one_of('towards_those')})(?:{one_of('chief')})(?:[{NUMERALS}两\d]{{1,2}}(?:{one_of('great')}|个)?)?(?:{one_of('chief_kinds')})(?=[^，、]{{2}})"
        )
        self.related_to = lazily(compiled, rf"(?:{one_of('relating_to')})[^，、的]{{2,10}}?(?:{one_of('related')})的(?=[^，、的])|[^，、的]{{2,10}}?(?:{one_of('closely_related')})的(?=[^，、的])")
        self.of_each, self.each_said = lazily(compiled, rf"(?:{one_of('of_each')})[十百千万]{{0,2}}(?:{one_of('each_units')})"), words("measures.lists.of_each")
        self.means_said = (*self.each_said, *words("measures.lists.each_already"))
        self.figures = frozenset(words("measures.lists.figures"))
        self.counted_names = lazily(compiled, rf"(?:{one_of('those_before')})?(?P<count>[两二三四五六七八九十]|\d)(?:{one_of('great')})?(?:{one_of('name_units')})")

    def without_so_on(self, name: str) -> str:
        """工业产值、零售额 of 工业产值、零售额等; 高等 is a word."""
        if not name.endswith(self.so_on):
            return name
        rest = without_end(name, self.so_on)
        return name if rest.endswith(self._not_so_on) else rest
