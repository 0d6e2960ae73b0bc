"""What the words of an indicator's name look like, as patterns of lists of words."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.lists.list_words import NUMERALS
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily

# How many people or things a rate is per, and how many were summed up, are told by numerals.
_MAGNITUDE = "百|千|万|十万|百万"
_FEW = r"[一二两三四五六七八九十]{1,2}|\d{1,2}"


class LabelWords:
    """Patterns of the lists of `measures.labels`, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words

        def one_of(key: str) -> str:
            return either(words(f"measures.labels.{key}"))

        level = one_of("level")
        self.level_head = lazily(
            compiled,
            rf"^(?:\d?[A-Z](?:{level})(?:{one_of('and_above')})?|(?:\d|[一二三四五六七八九])?(?:{one_of('stars')})(?:{one_of('and_above')})?|(?:{one_of('levels')})(?:{level})(?:{one_of('and_above')})?(?:（[^）]*）)?)",
        )
        self.level_only = lazily(compiled, rf"(?:{one_of('levels')})(?:{level})")
        # 国家、省、市三级: the levels of all, of which a part is of one.
        self.levels_of_all = lazily(compiled, rf"(?:(?:{one_of('levels')})(?:{level})?、)+(?:{one_of('levels')})[两二三四五](?:{level})")
        # 4A级 in 国家4A级景区, 一级 in 国家一级运动员.
        self.graded = lazily(compiled, rf"\d?[A-Z]+(?:{level})|[{NUMERALS}](?:{level})")
        # 以上 of 星级以上: what one grade is has no bound.
        self.bounds = words("measures.labels.and_above")
        self.stars, self.title_grades = words("measures.labels.stars"), words("measures.labels.title_grades")
        # 园区（基地）, 景区（点）, and not 机构（含诊所）: a bracket behind a name that holds another word for the same.
        self.named_again = lazily(compiled, rf"（(?!{either(words('comparison.definitions.brackets'))})[^（），\dA-Za-z]{{1,5}}）$")
        # 两个千亿级 (台阶): how many marks were passed, and how far they lie apart, in numerals.
        self.steps = lazily(
            compiled,
            rf"(?:[一二两三四五六七八九十](?:{either(words('units.roles.steps'))}))?[十百千万亿]+(?:{either(words('measures.ellipsis.bound_money'))})?(?:{level})?.{{2,3}}$",
        )
        so_on = either(words("measures.naming.and_others"))
        places, things, sums = (words(f"measures.labels.{key}") for key in ("summed_places", "summed_things", "sums"))
        self.summed = lazily(
            compiled,
            rf"^(?:(?:[^，]*、[^，]*?(?<!{so_on}))?(?:{one_of('those_above')})?(?:{_FEW})(?:{either(places)})(?:{either(sums)})?(?=$|[^、])|(?:{one_of('those_above')})?(?:{_FEW})(?:{either(things)})(?:{either(sums)})?$)",
        )
        # What the words of a sum end with.
        self.sum_ends = frozenset(word[-1] for word in (*places, *things, *sums))
        each, on_average = words("units.roles.each"), words("measures.labels.on_average")
        self.each_said = lazily(compiled, either(each))
        self.each_heads = frozenset(word[0] for word in (*each, *on_average))
        # Numerals, and 每, with which what is per head begins.
        self.per_heads = frozenset((*(word[0] for word in each), *"百千万十"))
        self.per_head = lazily(
            compiled,
            rf"(?:{either(each)})(?:百|千|万|十万|\d+)?(?:{one_of('measure_words')})?(?:{one_of('per')})(?:{one_of('having')})?"
            rf"|(?:{either(on_average)})(?:{one_of('bodies')})?[\u4e00-\u9fff]{{0,4}}",
        )
        self.per_head_opening = lazily(compiled, rf"(?:{either(each)})?(?:{_MAGNITUDE})(?:{one_of('person')})?(?:{one_of('per_people')})")
        self.per_head_measure = lazily(compiled, rf"(?P<head>(?:{either(each)})?(?:{_MAGNITUDE})(?:{one_of('people')}))(?P<measure>[\u4e00-\u9fff]{{2,4}})")
        # 平均每百户城镇居民家庭拥有彩电: as many of those who have something.
        self.each_holder = lazily(compiled, rf"(?P<holder>[^，。；]*?(?:{either(each)})(?:{_MAGNITUDE})(?:{one_of('per')})[^，。；]{{0,8}}?)(?P<has>{one_of('having')})")
        self.and_others = words("measures.naming.and_others")
        # 三类高发犯罪, behind examples
        self.so_many_kinds = lazily(compiled, rf"(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})(?:{either(words('measures.naming.of_kind'))})(?=[\u4e00-\u9fff]{{2}})")
        # 企业、高等院校: no list ends in a word of grades.
        graded = either(words("measures.lists.not_so_on"))
        self.examples = lazily(compiled, rf"(?P<examples>[^（）]+、[^（）]+|[^（）“”]{{0,2}}(?:“[^（）“”]+”)+)(?<!{graded})(?:{so_on})(?!{either(words('triggers.carrying.others'))})(?P<noun>[\u4e00-\u9fff“”]{{3,}})")
