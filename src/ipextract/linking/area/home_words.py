"""The words by which a document tells of what place it is."""

from __future__ import annotations

import regex

from ipextract.lexicon import Lexicon
from ipextract.linking.word_patterns import but_not, either
from ipextract.patterns import compiled, lazily

# Chinese numerals of an ordinal: 第十三届.
_ORDINAL = "[一二三四五六七八九十]{1,3}"


class HomeWords:
    """Patterns of the lists of `triggers.home`, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        def one_of(key: str) -> str:
            return either(lexicon.words(f"triggers.home.{key}"))

        self.national = lazily(compiled, _national(lexicon))
        self.each_province = lazily(compiled, rf"(?:{one_of('provinces')})[（(]?[、，]?(?:{one_of('regions')})[、，]?(?:{one_of('municipalities')})")
        self.national_figures = lexicon.words("triggers.home.national_figures")
        self.titles_of_reports = lexicon.words("triggers.home.titles_of_reports")
        # A day is 7月14日 or 七月十四日 in all datelines.
        self.dateline = lazily(compiled, rf"(?:{one_of('agencies')})?[\u4e00-\u9fff]{{2,6}}?(?:\d{{1,2}}月\d{{1,2}}日|{_ORDINAL}月{_ORDINAL}日)(?:{one_of('filed')})")
        # 南方五省区: a text of several provinces is of none of them.
        self.of_several = lazily(compiled, rf"(?<!第)[两二三四五六七八九](?:{one_of('several_provinces')})")
        self.level_of_accounts = lazily(compiled, rf"(?<=[\u4e00-\u9fff](?:{one_of('divisions')}))(?:{either(lexicon.words('triggers.place_names.of_level'))})(?=本?(?:{one_of('accounts_of_level')}))")
        censuses, of_all = (either(lexicon.words(f"triggers.census.{key}")) for key in ("names", "of_all"))
        self.census = lazily(compiled, rf"第{_ORDINAL}次(?:{of_all})(?=[\u4e00-\u9fff]{{0,4}}(?:{censuses}))")
        self.of_town = lexicon.words("triggers.home.of_town")
        # 木老元布朗族彝族乡: a township of several peoples bears all their names.
        town = rf"(?:(?!{one_of('no_towns')})[\u4e00-\u9fff]){{1,4}}?(?:[\u4e00-\u9fff]{{1,5}}族){{0,3}}(?:{one_of('town_names')})"
        self.town_within = lazily(
            compiled, rf"^(?P<town>{town})(?P<village>[\u4e00-\u9fff]{{1,5}}?(?:{one_of('villages')}))?(?=\s*(?:{one_of('behind_towns')}|\d|（|$))"
        )
        self.kinds_of_towns = lexicon.words("triggers.home.kinds_of_towns")
        self.town_introduced = lazily(
            compiled, rf"(?<![\u4e00-\u9fff])(?P<name>(?:(?!{one_of('no_towns')})[\u4e00-\u9fff]){{1,6}}?(?:{one_of('town_names')}))(?:{one_of('lying')})"
        )
        self.town_names = lexicon.words("triggers.home.town_names")
        self.ends_of_places = (*lexicon.words("triggers.home.divisions"), *lexicon.words("triggers.home.town_names"))
        # 二、景县; 景县简介
        self.heads_section = lazily(
            compiled, rf"[#\s*]*(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[)）、.．]{{1,2}}\s*)?(?P<name>[\u4e00-\u9fff]{{2,15}}?)(?P<introduces>{one_of('introductions')})?[\s*：:]*"
        )
        self.of_district = lazily(compiled, rf"(?<!治)(?:{either(lexicon.words('triggers.places.governments.district'))}|区(?:第?[一二三四五六七八九十]{{1,3}})(?:{one_of('terms')}))")
        # **央视网消息**（新闻联播）：, 【一线调研】
        self.before_news = lazily(
            compiled,
            rf"[#*\s]*(?:【[^】\n]{{1,12}}】)?(?:[^，。：:*\n]{{2,10}}\*{{0,2}}(?:（[^（）\n]{{2,12}}）)?[：:](?=[^\n]{{12}})[\s*]*)?"
            rf"(?:{one_of('reporters')})?(?:{one_of('days_of_news')})?(?:（[^（）\n]{{2,10}}）)?[，,]?从?",
        )
        self.autonomous = lexicon.words("triggers.home.autonomous")
        self.visit = lazily(compiled, rf"(?:{one_of('visits')})(?=[\u4e00-\u9fff]{{2,10}}(?:{one_of('spoken_there')}))")
        self.between_places = lazily(compiled, rf"[\s（()）【】\[\]·:：、]*(?:{one_of('between_places')})?(?:(?:19|20)\d{{2}}\s?年(?:度)?)?[\s（()）【】\[\]·:：]*")
        # 理县十三届人大二次会议, 据固原市统计局数据
        heard = rf"[\u4e00-\u9fff]{{1,12}}(?:{one_of('offices')})(?:{one_of('heard')})"
        bodies = rf"(?:第?{_ORDINAL}(?:{one_of('terms')}))?(?:{one_of('own_bodies')})"
        self.own_bodies = lazily(compiled, rf"(?<=(?:{one_of('divisions')})){bodies}")
        # 从平湖市商务局获悉
        self.source = lazily(compiled, rf"(?<=(?:{one_of('divisions')})){heard}")
        self.named_for_bodies = lazily(
            compiled, rf"(?:^|(?<=[\s年日月（(《“：:，。]|{one_of('before_names')}))(?P<name>(?:(?!{one_of('no_names')})[\u4e00-\u9fff]){{1,4}}?(?:{one_of('divisions')}))(?={bodies})"
        )
        self.surpassing = lexicon.words("triggers.home.surpassing")
        self.papers = lexicon.words("triggers.home.papers")
        self.regions = lexicon.words("triggers.home.regions_at_ends")
        self.cities = lexicon.words("triggers.place_names.cities")


def _national(lexicon: Lexicon) -> str:
    """中国 and not 中国银行 or 其中国有企业, 国家统计局 and not 国家统计局江苏调查总队."""
    words = lexicon.words
    others, hidden = lexicon.table("triggers.home.begin_other_names"), words("triggers.home.hiding")
    local = f"(?!.{{0,12}}(?:{either(words('triggers.home.local_offices'))}))"
    offices = words("triggers.home.national_offices")

    def alone(word: str) -> str:
        inside = (other.removesuffix(word) for other in hidden if other.endswith(word))
        before = "".join(f"(?<!{regex.escape(one)})" for one in inside)
        return f"{before}{regex.escape(word)}{but_not(others.get(word, ()))}{local if word in offices else ''}"

    return "|".join(map(alone, (*words("triggers.home.nation"), *offices)))
