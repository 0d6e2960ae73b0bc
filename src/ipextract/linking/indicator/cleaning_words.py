"""What stands around the name of an indicator and is none of it, as patterns of the words for it."""

from __future__ import annotations

import re

from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_end
from ipextract.linking.word_patterns import either, in_order
from ipextract.patterns import compiled, lazily

# Chinese numerals of how many years or places there are, at the head of a name.
_NUMERALS = "一二两三四五六七八九十"


class CleaningWords:
    """Patterns of the lists of `measures.cleaning`, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        def one_of(key: str) -> str:
            return either(lexicon.words(f"measures.cleaning.{key}"))

        self._no_more_than, self._paid_at_most = (lexicon.words(f"measures.naming.{key}") for key in ("no_more_than", "paid_at_most"))
        by, since = one_of("by"), either(lexicon.words("triggers.time.since_then"))
        numbers = rf"[{_NUMERALS}\d]"
        method = lazily(
            compiled,
            rf"(?:{by})[^，、]{{1,12}}?(?:{one_of('counted_so')})(?!算)|(?:{by})[^，、]{{1,16}}?(?:{one_of('worked_out')})[，]?|{one_of('exchange_rates')}|(?:{one_of('leaving_out')})(?:“[^“”]{{2,12}}”(?:{one_of('left_out')})?|[^，]{{2,16}}?(?:{one_of('left_out')}))[，]?",
        )
        mark = lazily(
            compiled,
            rf"“[\dA-Z一二三四五六七八九十+]{{1,4}}”(?:{one_of('standing_for')})|【[^】]{{1,12}}】|[\p{{So}}⊙※▷•]|(?:两|[一二三四五六七八九十\d]{{1,2}})(?:{one_of('within_years')})",
        )
        years = lazily(compiled, rf"{numbers}{{1,2}}(?:{one_of('lasting')})(?:{one_of('lasting_ends')})?(?!{one_of('no_lasting')})(?=$|{one_of('all_in')}|[^，、\d]{{2,14}}(?:{one_of('sums_behind')})$)")
        self.of_several = lazily(
            compiled,
            rf"(?:\d{{1,2}}|[二三四五六七八九十]{{1,2}}|两)(?:{in_order(lexicon.words('measures.cleaning.several_places'))})(?:{one_of('together')})?(?!、|{one_of('no_places')})",
        )
        # 京津冀三地首次发布, 沪苏浙皖三省一市在上海签署: places that act together, and where they do.
        self.jointly = lexicon.words("measures.cleaning.acting_jointly")
        self.located = lexicon.words("triggers.place_names.located")
        located = either(self.located)
        self.acting_places = lazily(
            compiled, rf"[^，、的\d]{{0,6}}?(?<!第)[{_NUMERALS[1:]}](?:{one_of('acting_places')})(?:(?:{located})[^，、的\d]{{2,5}}?)?(?={either(self.jointly)})"
        )
        taking = lazily(compiled, rf"(?:{one_of('taking')}){numbers}{{1,3}}个?(?:{one_of('times')})(?:{one_of('about')})?的?(?:{one_of('time_taken')})")
        # 春节期间, “3·15”期间, 宣传周期间
        holiday = lazily(compiled, rf"(?:{one_of('holidays')}|“[^“”]{{2,8}}”)(?:{one_of('holiday_spans')})[，]?(?=.)")
        # 反映创新质量的万人发明专利拥有量: what a measure tells of.
        telling = lazily(compiled, rf"(?:{one_of('telling_of')})[^，。；、的\d]{{2,14}}的(?=[^，。；、的]{{3,24}}(?:{either((*lexicon.words('measures.naming.measure_endings'), *lexicon.words('measures.naming.deeds_to_titles')))})$)")
        # 方案提出, 《条例》规定
        laid_down = lazily(compiled, rf"(?:{one_of('these_rules')})?(?:《[^《》]{{2,40}}》|(?:{one_of('rules')}))(?={one_of('laying_down')})")
        # 1000万元以下的质押项目, 20岁至30岁之间的: a bound that tells which.
        self.condition = lazily(compiled, rf"\d[^，、的]{{1,12}}(?:{one_of('bounds_told')})的")
        # 货运方面完成…: a field, and what shows that several are counted or listed: 三个方面, 供给、需求等方面.
        self.means = frozenset(lexicon.words("measures.naming.means")) - frozenset(lexicon.words("measures.light"))
        self.regards, self.fields_counted = lexicon.words("triggers.carrying.regards"), lexicon.words("measures.cleaning.fields_counted")
        # What may stand in front of a name, and the letters that it begins with beside digits and marks.
        self.openings = (mark, method, years, self.of_several, taking, holiday, telling, laid_down)
        opening = (word for key in ("by", "exchange_rates", "leaving_out", "taking", "holidays", "telling_of", "rules", "these_rules") for word in lexicon.words(f"measures.cleaning.{key}"))
        self.opened_by = frozenset((*(word[0] for word in opening), *_NUMERALS, "《"))
        # 在一批出口货物中当场查获收音机, 后又于、连续查获拖鞋, 发现实际货物为香烟: where and when something was seized, and that it was found.
        seizing = rf"(?:{one_of('seized_how')})*(?=(?:{one_of('seizing')})(?!的))"
        self.seizures = (
            lazily(compiled, rf"(?:{located})[^，。；、]{{0,30}}?(?:{one_of('seized_at')}){seizing}"),
            lazily(compiled, rf"(?:{one_of('seized_then')})(?:{one_of('seized_links')})*{seizing}"),
            lazily(compiled, rf"(?:{one_of('found')}){{1,2}}(?:{one_of('found_goods')})(?:{one_of('found_to_be')})(?=[^，。；]{{2}})"),
        )
        self.seizures_begin = frozenset(word[0] for word in (*self.located, *(word for key in ("seized_then", "found") for word in lexicon.words(f"measures.cleaning.{key}"))))
        # The same method behind the name: 生产总值按现价计算, 总产值（按当年价格计算）, 工业总产值（当年价）.
        self.method_behind = lazily(
            compiled,
            rf"(?:（(?:{by})[^（）]{{2,16}}?(?:{one_of('reckoned')})）|（(?:{one_of('at_prices')})?(?:{one_of('prices')})）|[，]?(?:{one_of('at_prices')})[^（），、的]{{0,8}}(?:{one_of('price_ends')}))$",
        )
        # 居民收入扣除价格因素
        self.left_out_behind = lazily(compiled, rf"(?:{one_of('leaving_out')})[^，]{{2,12}}?(?:{one_of('left_out')})$")
        self.price = lazily(re.compile, one_of("price"))
        self.exchanges = lexicon.words("measures.cleaning.exchanges")
        self.exchanged = lazily(compiled, rf"为?1[\u4e00-\u9fff]{{1,4}}(?:{either(self.exchanges)})$")
        self.rates_behind = tuple(sorted(lexicon.words("measures.cleaning.rates_behind"), key=len, reverse=True))
        extremes = lexicon.words("measures.cleaning.extremes")
        self.extreme_heads = frozenset(word[0] for word in extremes)
        recently = rf"(?:{one_of('recently')})[一二三四五六七八九十\d]{{1,3}}年"
        self.among_years = lazily(
            compiled,
            rf"[，]?(?:{one_of('ranked_as')})(?:{one_of('other_years')}|{recently}|有[^，、]{{0,8}}(?:{since}))?(?:{one_of('up_to_now')})?的?(?:{either(extremes)})(?:{one_of('extreme_ends')})?$",
        )
        self.since = lexicon.words("triggers.time.since_then")
        self.on_record = lazily(compiled, rf"有[\u4e00-\u9fff]{{0,6}}(?:{one_of('records')})(?:{since})")
        # 开航以来保障航班: since when, at the head of a name.
        self.since_then = lazily(compiled, rf"[\u4e00-\u9fff]{{2,4}}(?:{since})(?=.)")
        # 办理时限在法定时限基础上 (压缩70%): from what it was changed.
        self.bases = tuple(lexicon.words("triggers.comparison.base_ends"))
        self.on_base = lazily(compiled, rf"(?:{either(lexicon.words('triggers.comparison.base_openings'))})[^，。；、]{{2,14}}(?:{either(self.bases)})$")
        # 经济社会发展主要预期目标是地区生产总值: what is aimed at stands behind.
        self.aimed_at = tuple(word for word in lexicon.words("triggers.status.target") if word.endswith(lexicon.words("measures.cleaning.is")))
        self.up_to_aim = lazily(compiled, rf"[^，。；：]*?(?:{either(self.aimed_at)})(?=..)")
        self.in_turn = lexicon.words("measures.cleaning.in_turn")
        self.again = lexicon.words("measures.cleaning.again")
        self.after_years = lazily(
            compiled, rf"(?:{either(self.again)})(?:\d{{1,3}}|[{_NUMERALS}百]{{1,3}})(?:{one_of('and_more')})?(?:{one_of('apart')})(?:{one_of('behind_apart')})?"
        )

    def without_most(self, phrase: str) -> str:
        """贷款金额 of 贷款金额最高: an amount of money without the word that nobody gets more; 月度最高 says which it is."""
        amount = without_end(phrase, self._no_more_than)
        return amount if amount != phrase and amount.endswith(self._paid_at_most) else phrase
