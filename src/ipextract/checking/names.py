"""When two names mean the same thing, and which names make a whole.

Only words of general statistical use stand here; no name of an indicator is known beyond the
classical partitions (three industries, exports and imports, town and country).
"""

from __future__ import annotations

import unicodedata

from ipextract.patterns import compiled, lazily

# What names carry that says nothing of what is measured. Source: the names used in the statistical
# bulletins of the National Bureau of Statistics and the annual reports of CNIPA.
_MARKS = lazily(compiled, r"[\p{P}\p{S}\s的]++")
_POINTERS = lazily(compiled, r"^(?:[全我本该][国省市区县州盟旗]|全部|全体|所有|同期|当年|当期|本年|年末|期末|全年|其(?![他它余]))++")
# 专利授权总量, 专利授权量, 专利授权数 and 专利授权 are one thing where the unit is the same.
_ENDINGS = lazily(compiled, r"(?<=[\p{Han}]{2})(?:总数量|总量|总数|总额|总值|总计|合计|数量|[量数额])$")
_GDP = frozenset(("生产总值", "地区生产总值", "国内生产总值", "地区gdp", "gdp", "地区生产总值gdp", "国内生产总值gdp", "生产总值gdp"))
GDP = "生产总值"
_TOTALS = frozenset(("", "总", "总量", "总数", "总额", "总计", "总值", "合计", "总体", "总规模", "比重", "比例", "占比", "份额"))
_LAST_DIGIT = lazily(compiled, r"\d\W*$")

#: 省级以上, 市级以上(含省级): what one of these contains, the next contains too.
NESTED = lazily(compiled, r"以上|以内|以下|以外|其中|[(\uff08]含|不含|包含|包括|扣除|除外|累计")
#: A mean, a rate or an index of parts does not add up to that of the whole.
NOT_ADDITIVE = lazily(compiled,
    r"人均|平均|每|率|比重|占比|比例|指数|价格|密度|强度|均价|系数|周期|时间|寿命|标准|增速|增幅|涨幅|最[高低大小]"
)
#: A mean over all people, whose sources do add up: 居民人均可支配收入.
MEAN = lazily(compiled, r"人均")
#: What turns a name into that of something else, so that the rest is no short form of it: 进出口, 非税收入, 未授权专利.
OPPOSED = ("进", "非", "未", "不", "无")
#: Growth of these is stated at constant prices, their levels at current ones.
REAL_TERMS = lazily(compiled, r"(?i)增加值|生产总值|gdp|产值")

_OTHER_TERMS = lazily(compiled, r"可比|口径|不变价|实际(?:增长|下降|增速|增幅)|名义|扣除|剔除|还原|修订|调整后|因素后|年均|平均每年")


def folded(name: str) -> str:
    """One spelling: width, case, marks and 的 make no difference."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", name)).lower()


def core(name: str, place: str = "") -> str:
    """What is measured, without the words that only point or count.

    Args:
        name: an indicator, or a whole as it is printed.
        place: the name of the region that it is said of.

    >>> core("全市专利授权总量"), core("无锡市专利授权量", "无锡市"), core("进出口总额")
    ('专利授权', '专利授权', '进出口')
    >>> core("国内生产总值") == core("GDP")
    True
    """
    text = folded(name)
    for word in (place, place[:-1]):
        if len(word) > 1 and text.startswith(word) and len(text) > len(word):
            text = text.removeprefix(word)
            break
    text = _POINTERS.sub("", text)
    return GDP if text in _GDP else _ENDINGS.sub("", text)


def pointing(name: str) -> bool:
    """Whether the name is a bare word for a total (总量, 总数, 全部): it points to what was said before."""
    return core(name) in _TOTALS


def cut_short(name: str) -> bool:
    """Whether a digit ends the name: 水利建设投资6 before 842.7亿元 is a number that was cut in two."""
    return _LAST_DIGIT.search(name) is not None


def at_other_terms(words: str) -> bool:
    """Whether a sentence speaks of growth at comparable prices or coverage: no rate in it need follow from its amounts.

    >>> at_other_terms("增值税1200亿元，比上年增加80亿元，同口径增长9.1%"), at_other_terms("比上年增加80件，增长9.1%")
    (True, False)
    """
    return _OTHER_TERMS.search(words) is not None
