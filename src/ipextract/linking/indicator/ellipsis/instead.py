"""One in place of another, and the rest of the name again: Ⅰ类水质比例20%，Ⅱ类35%; 昼间达标率98%，夜间91%; PM2.5年均浓度32微克/立方米，PM10为58微克/立方米."""

from __future__ import annotations

from ipextract.linking.endings import head_of, without_end
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.substances import substance_of
from ipextract.linking.lists.list_words import NUMERALS

_NUMERALS = frozenset(f"{NUMERALS}0123456789")
# 一类
_NUMBERED = 2
# PM10, 二氧化硫: a substance has at most so many characters.
_SUBSTANCE = 6
# 香港 of 来自香港的投资
_ORIGIN = 2
# Where a clause ends, or a text.
_ENDS = ("", ",", ";", ".", "/")


def class_instead(label: Label) -> str | None:
    """国控断面Ⅰ类水质比例为20%，Ⅱ类为35% → 国控断面Ⅱ类水质比例: one class of water instead of the other."""
    if not label.in_same_sentence or not label.vocabulary.forms.water_class.fullmatch(label.text) or not (label.has_same_unit or label.aspect == "change"):
        return None
    name = label.frame.name
    said = label.vocabulary.forms.water_class.search(name)
    if said is None:
        return None
    head, rest = name[: said.start()], name[said.end() :]
    if (bound := next((word for word in label.vocabulary.names.class_bounds if rest.startswith(word)), "")):
        # 达到Ⅲ类及以上水质的断面145个，劣Ⅴ类3个: up to what class belongs to the one.
        head, rest = without_end(head, label.vocabulary.names.reaching_class), rest.removeprefix(bound)
    return head + label.text + rest


def number_instead(label: Label) -> str | None:
    """学前一年幼儿毛入园率99.4%、学前二年92.6% → 学前二年幼儿毛入园率: the same words with another numeral in them instead, which the name before begins with."""
    text, name = label.text, label.frame.name
    if len(text) < _NUMBERED or not any(mark in _NUMERALS for mark in text) or label.parts.measure:
        return None
    head, rest = name[: len(text)], name[len(text) :]
    is_alike = head != text and bool(rest) and all(one == other or {one, other} <= _NUMERALS for one, other in zip(head, text, strict=False))
    return text + rest if is_alike else None


def change_instead(label: Label) -> str | None:
    """19种产品价格上涨，27种下降，4种持平 → 产品价格下降: how others of the same kind changed, of which nothing but their number and that is said."""
    walk, names = label.walk, label.vocabulary.names
    behind = walk.row.letters(label.index + 1, label.index + 3)
    if label.text or behind[:1] not in ("V", "H") or behind[1:] not in _ENDS:
        return None
    said = next((word for word in sorted(names.changes, key=len, reverse=True) if label.frame.name.endswith(word)), "")
    return label.frame.name.removesuffix(said) + walk.row.words(label.index + 1) if said and said != label.frame.name else None


def origin_instead(label: Label) -> str | None:
    """来自香港的投资6.5亿美元，新加坡0.8亿美元 → 来自新加坡的投资: from where else the same came."""
    names, name = label.vocabulary.names, label.frame.name
    origin, _, thing = name.removeprefix(names.coming_from[0]).partition("的") if name.startswith(names.coming_from[0]) else ("", "", "")
    is_alike = bool(thing) and len(label.text) > 1 and len(label.namer.words(label.text)) == 1 and not label.text.startswith(origin[:_ORIGIN])
    return f"{names.coming_from[0]}{label.text}的{thing}" if is_alike and label.walk.row.letters(label.index - 2, label.index) in (",X", ";X", "/X") else None


def age_instead(label: Label) -> str | None:
    """0—14岁人口132万人，15—59岁582万人，60岁及以上192万人 → 60岁及以上人口: one age instead of another, of the same people."""
    text, walk = label.text, label.walk
    if not any(word in text for word in walk.vocabulary.forms.ages) or not walk.vocabulary.forms.age.fullmatch(text) or not (label.has_same_unit or label.aspect == "share"):
        return None
    said = walk.vocabulary.forms.age.search(label.frame.name)
    if said is not None:
        behind = label.frame.name[said.end() :]
        # 18-34岁9.6万人，60岁及以上7.2万人: beside each other, where nothing says of whom.
        return label.frame.name[: said.start()] + text + behind
    whole = walk.parent
    return text + label.namer.narrowed(whole.name) if walk.parts_from is not None and whole is not None and whole.unit == label.amount.unit else None


def contrary_instead(label: Label) -> str | None:
    """城镇居民人均可支配收入增长3.2%，农村增长4.1% → 农村居民人均可支配收入: one kind in place of another that excludes it, and the rest of the name again."""
    others = label.vocabulary.contraries.get(label.text)
    if others is None or not (label.has_same_unit or label.aspect in ("change", "share")) or not (label.in_same_sentence or not label.is_level):
        return None
    name, walk = label.frame.name, label.walk
    if walk.parts_from is not None and walk.parent is not None and walk.parent.name == name:
        # 受理PCT国际专利申请1.85万件，其中，国内1.67万件: a part excludes nothing of its whole.
        return None
    # 城镇居民 is one word of the dictionary.
    other = next((other for word in label.namer.words(name) for other in others if word.startswith(other)), "")
    if not other or name == other:
        return None
    # What was narrowed for the one is for the other.
    walk.narrowing = label.frame.base not in ("", name)
    return name.replace(other, label.text, 1)


def holder_instead(label: Label) -> str | None:
    """企业发明专利授权120件，占45%；高等院校36件 → 高等院校发明专利授权; 种植业390件地理标志商标，养殖业116件: no body is counted so, and what the last one held the next holds too."""
    names, namer, frame = label.vocabulary.names, label.namer, label.frame
    if not label.in_same_sentence or label.walk.topic or label.parts.measure or label.parts.verb or not namer.is_name(label.text):
        return None
    if label.aspect != "share" and not (label.is_level and label.amount.unit in names.units_of_holdings and frame.unit in (label.amount.unit, "%")):
        return None
    verb = frame.parts.verb
    held = namer.behind_longest_group(frame.name.removeprefix(verb))
    is_held = any(thing in held for thing in names.holdings) and not any(thing in label.text for thing in names.holdings)
    return verb + join(label.text, held) if is_held else None


def trade_instead(label: Label) -> str | None:
    """高技术制造业研发经费68亿元，投入强度3.4%；装备制造业112亿元 → 装备制造业研发经费: behind a semicolon, of another trade what was stated of the one before in the unit."""
    walk, namer, last = label.walk, label.namer, label.frame.draft
    if label.has_same_unit or walk.topic or label.amount.kind == "percentage" or label.parts.verb or not namer.is_name(label.text):
        return None
    if last is None or ";" not in walk.row.letters(last.token, label.index):
        return None
    told = next((draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.unit == label.amount.unit and draft.aspect == "level"), None)
    held = namer.behind_longest_group(told.indicator) if told is not None else ""
    # 企业有效发明专利520件，增长5%；高校12所: of the same kind, what is measured.
    return label.text + held if held and (namer.has_measure(held) or any(title in held for title in label.vocabulary.names.titles)) else None


def zone_among_places(label: Label) -> str | None:
    """德清县专利授权量120件，城东高新区80件 → 城东高新区专利授权量: a zone in a list of places has of the same as they, and is in none of them."""
    walk, draft = label.walk, label.frame.draft
    if not label.in_same_sentence or draft is None or not label.text.endswith(label.namer.zones) or label.parts.verb or not label.frame.parts.measure:
        return None
    if draft.aspect != label.aspect or draft.kind != label.amount.kind or walk.parts_from is not None or walk.row.places(walk.window(label.index), label.index):
        return None
    if draft.origins.get("region") == "printed":
        walk.region, walk.region_named = None, False
    return label.text + label.namer.without_zone(label.frame.name)


def town_instead(label: Label) -> str | None:
    """固定资产投资增长12%，其中：城关镇增长23%，东坪镇增长19% → 东坪镇固定资产投资: one town after the other has what was told of all, and no table of divisions has towns."""
    name, towns = label.frame.name, label.vocabulary.names.town_ends
    if not label.text.endswith(towns) or label.namer.is_modifier(label.text) or not label.frame.parts.measure or not (label.is_rate_of_change or (label.is_level and label.has_same_unit)):
        return None
    told = {draft.indicator for draft in label.walk.drafts if draft.indicator != name}
    rests = (rest for end in towns if (rest := name.partition(end)[2]) in told or (rest and label.walk.headed[0] == label.walk.sentence and label.namer.has_measure(rest)))
    return label.text + next(rests, name)


def most_instead(label: Label) -> str | None:
    """患者年龄最大的58岁，最小的18岁 → 患者年龄最小: the other end of the same measure."""
    most, text = label.vocabulary.clauses.most, without_end(label.text, label.vocabulary.clauses.those_who)
    if text in most and text != label.text and label.in_same_sentence and label.has_same_unit and not label.frame.name.endswith(most):
        # 发明从申请到授权平均66.5天，最快者21天
        return label.frame.name + text
    if label.text not in most or not label.in_same_sentence or not label.has_same_unit:
        return None
    name = without_end(label.frame.name, most)
    return name + label.text if name and name != label.frame.name else None


def hour_instead(label: Label) -> str | None:
    """功能区噪声昼间达标率98.2%、夜间达标率91.3% → 功能区噪声夜间达标率: the night instead of the day; 4类区昼间 after 1类区夜间达标率: of the same measure."""
    hours, name = label.vocabulary.names.hours, label.frame.name
    if not label.in_same_sentence:
        return None
    own = head_of(label.text, hours)
    other = next((hour for hour in hours if hour != own and hour in name), "") if own else ""
    if other and label.has_same_unit and name.endswith(label.text.removeprefix(own)):
        return name.replace(other, own)
    if label.has_same_unit and label.text.endswith(hours) and (said := next((hour for hour in hours if hour in name), "")):
        return label.text + name.rpartition(said)[2]
    return _of_day(label, own) if own else None


def season_instead(label: Label) -> str | None:
    """电网夏季最高负荷1350万千瓦、冬季1200万千瓦 → 电网冬季最高负荷: one part of the year or the day instead of the other."""
    seasons, name = label.vocabulary.names.seasons, label.frame.name
    # 汛期 is in 非汛期: the longest that the name holds.
    other = max((season for season in seasons if season in name), key=len, default="") if label.text in seasons else ""
    return name.replace(other, label.text) if other not in ("", label.text) else None


def _of_day(label: Label, own: str) -> str | None:
    """功能区昼间达标151点次，达标率96%；夜间达标139点次: the night instead of the day that was told in the unit, behind its rate."""
    told = next((draft for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start and draft.unit == label.amount.unit), None)
    other = next((hour for hour in label.vocabulary.names.hours if told is not None and hour != own and hour in told.indicator), "")
    return told.indicator.replace(other, own) if told is not None and other and told.indicator.endswith(label.text.removeprefix(own)) else None


def substance_instead(label: Label) -> str | None:
    """PM2.5年均浓度32微克/立方米，PM10为58微克/立方米 → PM10年均浓度: another substance in the same air or water."""
    names, forms, name, unit = label.vocabulary.names, label.vocabulary.forms, label.frame.name, label.amount.unit or ""
    if not any(word in unit for word in forms.of_mass) or len(label.text) > _SUBSTANCE or label.parts.measure or not (label.in_same_sentence and label.has_same_unit and label.is_level):
        return None
    held = next((word for word in names.concentrations if name.endswith(word)), "")
    if not held or not substance_of(name, label.vocabulary) or "的" in label.text:
        return None
    # Ozone is averaged in another way.
    return join(label.text, forms.concentration if label.text.startswith(names.averaged_otherwise) else held)
