"""The same things within another bound: 产值超千亿元产业集群3个、超500亿元2个; 人口在50万人至80万人之间的区县3个."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.list_words import NUMERALS
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Amount


def next_bound(label: Label) -> str | None:
    """产值超千亿元产业集群3个、超500亿元2个, 产值超千亿元的3个，超500亿元的2个 → 产值超500亿元产业集群: the same things above another bound."""
    row, forms = label.walk.row, label.vocabulary.forms
    if not label.has_same_unit or label.aspect not in ("level", "share"):
        return None
    if label.aspect == "share" and forms.range.search(label.frame.name) is not None:
        # 10万元至50万元占60%，50万元以上占28%: no bound, but from where to where.
        return None
    found = forms.bound.search(label.frame.name) if forms.in_bounds.search(label.frame.name) is not None else None
    if found is None and not label.frame.name.isalpha() and not label.text.isalpha():
        # 授权量50-100件的企业3家，100件以上的有5家
        found = forms.range.search(label.frame.name)
    if found is None:
        return None
    own = forms.bound.match(label.text) if found.start() else None
    if own is not None and label.in_same_sentence and own.end() == len(label.text):
        # 授权量100件以上的企业12家，50件以上的有35家; 引进亿元以上项目126个，其中10亿元以上18个
        return label.frame.name[: found.start()] + label.text + label.frame.name[found.end() :]
    if own is not None and label.in_same_sentence and label.text[own.end() :] == label.frame.name[found.end() :]:
        # 销售收入超亿元企业120户，其中新增74户；超10亿元企业13户
        return label.namer.stock_of(label.frame.name[: found.start()]) + label.text
    if found.start() and label.text.startswith(label.frame.name[: found.start()]) and (own := forms.bound.fullmatch(label.text, found.start())) is not None:
        # 年产量10万吨以上的企业6家，年产量50万吨以上的有2家
        return label.text + label.frame.name[found.end() :]
    place = label.index - (2 if row.words_between(label.index - 1, label.index) == "的" else 1)
    if row.tokens[place].letter != "#" or row.tokens[place].role != "qualifier" or row.tokens[place - 1].letter not in ",/;D" or place < row.words_start(label.index):
        return None
    return label.frame.name[: found.start()] + row.words(place) + label.frame.name[found.end() :]


def share_of_bound(label: Label) -> str | None:
    """面积90平方米以下占9.7%，144平方米以上占6.9% → 面积144平方米以上: another bound of the same measure, whose share is told too."""
    forms, name = label.vocabulary.forms, label.frame.name
    if label.aspect != "share" or not label.in_same_sentence or not label.text[:1].isdigit() or name.isalpha():
        return None
    if not (forms.range.fullmatch(label.text) or forms.bound.fullmatch(label.text)):
        return None
    before = forms.range.search(name) or forms.bound.search(name)
    return None if before is None else name[: before.start()] + label.text + name[before.end() :]


def next_range(label: Label) -> str | None:
    """人口超过1亿人的省份2个，在5000万人至1亿人之间的省份9个 → 人口5000万人至1亿人之间的省份: the same places within other bounds of the same measure."""
    # Words without a digit have no range.
    forms = label.vocabulary.forms
    own = forms.range.search(label.text) if label.is_level and not label.text.isalpha() else None
    if own is None:
        return None
    measure, noun = label.text[: own.start()].removesuffix("在"), label.text[own.end() :]
    before = forms.range.search(label.frame.name) or forms.bound.search(label.frame.name) if label.in_same_sentence and not label.frame.name.isalpha() else None
    if before is not None:
        measure = measure or label.frame.name[: before.start()].removesuffix("在")
        noun = noun or label.frame.name[before.end() :]
    topic = label.walk.topic or label.walk.among or ""
    if not noun and topic.rstrip("）").endswith(label.vocabulary.names.kinds_of_place):
        # 9个县（市、区）中，常住人口超过100万人的有1个
        noun = topic
    name = measure + own.group() + noun
    return name if measure and noun and name != label.text else None


def next_side(label: Label) -> str | None:
    """授权量高于全国平均水平的省份有12个，低于全国平均水平的有19个 → 授权量低于全国平均水平的省份: the same measure of the same places, on the other side."""
    sides, name = label.vocabulary.forms.sides, label.frame.name
    if not label.text.startswith(sides) or not (label.in_same_sentence and label.has_same_unit and label.is_level):
        return None
    place = max(name.find(side) for side in sides)
    _, narrows, noun = name.rpartition("的")
    return f"{name[:place]}{label.text.removesuffix('的')}的{noun}" if place > 0 and narrows and noun and not label.text.endswith(noun) else None


def measure_of_bound(walk: Walk, amount: Amount) -> str:
    """成交额 of 成交额超过10亿元的县有12个，其中德清县以62亿元居首: by what those just counted are bounded, where a number of that unit is told of one of them; empty where they are not."""
    frame = walk.frame
    if frame is None or frame.draft is None or frame.draft.kind != "count" or amount.unit in (None, frame.unit) or amount.kind == "percentage":
        return ""
    # 10亿元: behind the measure and the word for the bound.
    first = next((place for place, sign in enumerate(frame.name) if sign.isdigit() or sign in NUMERALS), 0)
    measure = walk.namer.clean(without_end(frame.name[:first], walk.vocabulary.names.bounds_of_measures))
    return measure if first and walk.namer.has_measure(measure) and (amount.unit or "") in frame.name[first:] else ""
