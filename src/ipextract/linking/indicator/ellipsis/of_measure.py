"""An item named alone is measured as the one before: 采矿业增长8.1% → 采矿业增加值."""

from __future__ import annotations

from ipextract.linking.endings import head_of, without_end
from ipextract.linking.indicator.anatomy import Parts, join, without_bracket
from ipextract.linking.indicator.ellipsis.contributions import measure_of_giver
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.within import before_mean
from ipextract.linking.lists.series import deed_in_front, is_deed_only
from ipextract.linking.walk import Walk

# A thing that narrower ones end with has at least so many characters.
_THING = 2
# A thing that is produced or traded, by its name: 家庭设备用品及维修服务.
_ITEM = 12


def of_goods_traded(label: Label) -> str | None:
    """轮胎出口31万条，出口额18亿元 → 轮胎出口额; 价值18亿元 → 轮胎出口价值: of goods of which so many went out or came in."""
    return told_of_goods(label.walk, label.index, label.text) or None


def told_of_goods(walk: Walk, index: int, text: str) -> str:
    """轮胎出口量 of 轮胎出口31万条，出口量居全国第一: what `text` in front of the token `index` says of goods of which so many went out or came in; empty where none were told of."""
    names, namer, frame = walk.vocabulary.names, walk.namer, walk.frame
    if text not in names.told_of_goods or frame is None or frame.sentence != walk.sentence:
        return ""
    trade = next((word for word in names.going_in_or_out if word in frame.name), "")
    before, found, behind = frame.name.partition(trade) if trade else ("", "", "")
    goods = behind if not before else before if behind in names.how_many_went else ""
    is_worth = text in names.worth_of_goods
    if not found or not goods or namer.has_measure(goods) or not (is_worth or text.startswith(trade)):
        return ""
    told = next((draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level" and goods in draft.indicator), None)
    if told is None or told.kind not in ("count", "quantity") or (not is_worth and ";" in walk.row.letters(told.token, index)):
        return ""
    if is_worth:
        return (goods + trade if before else trade + goods) + text
    return goods + text


def price_of_class(label: Label) -> str | None:
    """奶类下降3.7%。蛋类价格下降3.2% → 奶类价格: a class alone, where the paragraph tells of the prices of others."""
    kinds, prices = label.vocabulary.names.of_kind, label.vocabulary.names.priced_by_class
    if not label.is_rate_of_change or not label.text.endswith(kinds) or len(label.text) <= _THING or label.in_same_sentence:
        return None
    return next((label.text + price for kind in kinds for price in prices if kind + price in label.walk.text), None)


def measure_of_frame(label: Label) -> str | None:
    """规模以上工业增加值增长5.8%，采矿业增长8.1% → 采矿业增加值."""
    frame = label.frame
    # 机电产品出口186亿元，其中电工器材增长32%，汽车零配件增长16%: what is traded is no group.
    is_traded = frame.parts.measure in label.vocabulary.names.trades and label.walk.parts_from is not None and label.in_same_sentence and label.is_rate_of_change and not label.parts.verb
    # 居民消费价格指数101.2，食品102.3，居住100.4
    is_traded = is_traded or (label.is_level and label.amount.unit is None and frame.name.endswith(label.vocabulary.indices))
    if label.parts.measure or not frame.parts.measure or not (is_traded or label.namer.is_group(label.text)):
        return None
    if label.is_level and label.amount.unit in label.vocabulary.names.how_many_units and frame.parts.measure in label.vocabulary.names.counts and (label.namer.is_group(frame.parts.topic) or frame.parts.topic.endswith(label.vocabulary.names.bodies_of_branches)):
        # 经营主体总量60万户，其中企业21万户: bodies are of all bodies, and have no number of them.
        return None
    if label.text.startswith(label.vocabulary.names.trades) and any(label.text.startswith(word) and word in frame.parts.measure for word in label.vocabulary.names.trades):
        # 机电产品出口57亿元，其中出口手机8亿元: the deed stands in front already.
        return None
    if any(word in frame.parts.measure for word in label.vocabulary.pulls):
        # 对工业增长贡献率达48.1%。规上工业增长4.5%: what something gave is no measure of another.
        return measure_of_giver(label)
    if label.parts.verb and not label.in_same_sentence:
        # 购买服务支出下降6%。创建示范项目压减78%: what was done begins anew.
        return None
    if label.is_level and label.parts.verb:
        # 通车里程1000公里，新改建农村公路860公里: a deed of its own.
        return None
    if label.aspect == "share" and _is_of_other_measure(label):
        return None
    is_share_before = frame.draft is not None and frame.draft.aspect == "share" and label.walk.parts_from is None and label.walk.breakdown is None
    if is_share_before and label.is_rate_of_change and label.text.endswith(label.vocabulary.names.owners):
        # 产值占规上工业总产值比重达到40%，高新技术企业增长15%: how many there are, and no part of the share.
        return None
    # 诊疗人次6.8亿人次。医院2.9亿人次: bodies are not counted so.
    is_of_body = label.amount.unit in label.vocabulary.names.over_time_units and label.namer.is_name(label.text)
    if label.is_level and label.amount.kind == "count" and label.walk.parts_from is None and not is_of_body:
        # 作品415件 behind 有效注册商标量 is a thing of its own; only a part continues a count.
        return None
    if label.aspect == "share" and frame.parts.measure.endswith(label.vocabulary.rates):
        # 净值率70.1%。进口设备占47.1%: a share is not of a rate.
        return None
    if not (label.is_rate_of_change or label.has_same_unit):
        return None
    if frame.parts.measure in label.vocabulary.names.counts_only:
        # 专利转让次数达7860次，其中高校院所1930次: how often something was done is said of those who did it, too.
        return join(label.text, frame.name) if label.walk.parts_from is not None and label.namer.ends_with_deed(frame.parts.topic) else None
    if (index := without_bracket(frame.name)).endswith(of_all := label.vocabulary.names.prices_of_all):
        # 居民消费价格（CPI）上涨2.8%，其中食品类上涨6.1% → 食品类居民消费价格: the name of the index is one.
        return label.text + next(name for name in of_all if index.endswith(name))
    parts = _of_whole(label)
    if label.walk.parts_from is not None and parts.measure in label.vocabulary.names.item_measures and label.text.endswith(label.vocabulary.names.having_bodies) and not label.namer.is_group(parts.topic):
        # 原煤产量1658万吨，其中县属企业1094万吨 → 县属企业原煤产量
        return join(label.text, parts.topic + parts.measure)
    if label.text.endswith(label.vocabulary.names.of_kind) and parts.measure in label.vocabulary.names.sales_of_all:
        # 社会消费品零售总额210亿元，饮料类增长5% → 饮料类零售额
        return label.text + label.namer.of_part(parts.measure)
    return label.namer.compose(label.text, parts)


def measure_of_whole(label: Label) -> str | None:
    """总诊疗人次3856万人次，居民平均就诊6.6次。其中，医院1620万人次 → 医院诊疗人次: bodies are measured as the whole in their unit is, whatever else was told since."""
    whole, names = label.walk.parent, label.vocabulary.names
    if whole is None or label.has_same_unit or whole.unit != label.amount.unit or not whole.parts.measure or not label.is_level or whole.sentence < label.walk.sentence - 1:
        return None
    is_of_bodies = label.namer.is_name(label.text) and label.amount.unit not in names.how_many_units and not whole.name.endswith(names.totals)
    return label.namer.compose(label.text, whole.parts) if is_of_bodies else None


def _of_whole(label: Label) -> Parts:
    """教师3049人，其中：普通中学1245人，职业中学123人: what the next part is of is the whole, not the part before."""
    walk, frame = label.walk, label.frame
    whole = walk.parent
    if walk.parts_from is not None and label.namer.says_each(frame.name) and (before := before_mean(label)) is not None:
        return before
    if walk.parts_from is None or whole is None or frame.draft is None or frame.draft.token <= walk.parts_from or not label.is_level:
        return frame.parts
    of_all = without_end(whole.parts.topic, label.vocabulary.names.totals)
    is_part = frame.parts.measure == whole.parts.measure and frame.parts.topic != whole.parts.topic and frame.parts.topic.endswith(of_all)
    return whole.parts if is_part and whole.unit == frame.unit else frame.parts


def _is_of_other_measure(label: Label) -> bool:
    """有效灌溉面积…。特色种植业占农业总产值比重为8.8%: a share is measured as its whole is, and not as what was spoken of before."""
    walk = label.walk
    start = walk.window(label.index)
    head, occupies, rest = walk.row.letters(start, label.index).rpartition("A")
    if not occupies:
        return False
    first = start + len(head) + 1
    whole = walk.row.words_between(first, first + len(rest.partition("W")[0]))
    own, other = (label.namer.take_apart(name).measure for name in (whole.removesuffix("的"), label.frame.name))
    return bool(own) and own[-1] != other[-1]


def item_of_measure(label: Label) -> str | None:
    """蔬菜播种面积3938公顷，…；果用瓜1107公顷 → 果用瓜播种面积: the measure that was stated in this unit, of one thing after the other."""
    goes_on = label.in_same_sentence or label.walk.parts_from is not None or (label.walk.breakdown is not None and not label.frame.level)
    if label.parts.measure or label.parts.verb or not goes_on or not 0 < len(without_bracket(label.text)) <= _ITEM:
        return None
    headed, heading = label.walk.headed
    if heading is not None and headed == label.walk.sentence and (label.is_level or label.is_rate_of_change) and not label.namer.starts_with_verb(label.text) and not label.namer.is_modifier(label.text):
        # 公路里程分别为：国道17万公里、省道31万公里 → 省道里程.
        # 获得授权数量依次为：: a number is of what was done.
        return join(label.text, heading.object if label.namer.is_deed(heading.topic) else heading.measure)
    parts = label.frame.parts if label.is_rate_of_change or label.amount.kind == "multiple" else _stated_in_unit(label)
    items = label.vocabulary.names.item_measures
    if label.is_rate_of_change and (label.walk.parts_from is not None or label.walk.breakdown is not None) and not label.namer.is_macro(label.text):
        # 分行业看，煤炭增长8.2%，有色金属增长5.1%: trades by what they make, where parts are told.
        items = items.union(label.vocabulary.names.measures_of_trades)
    if parts is None or parts.measure not in items or not parts.topic or parts.topic.endswith(label.text):
        return None
    done = label.namer.ends_with_deed(label.text) or bool(deed_in_front(label.namer, label.vocabulary.names, label.text))
    if done or label.text.startswith(label.vocabulary.names.of_beasts):
        # 生猪存栏12万头；年出栏牛羊3万头; 油菜播种面积32万亩，完成油茶新造4000亩，种植柠檬4000亩: what was done is no thing that was measured.
        return None
    if label.text.endswith(label.vocabulary.names.measure_endings):
        # 原油加工量: a measure by its ending.
        return None
    if (added := _added_in_unit(label)) and (label.text in label.vocabulary.names.works or is_deed_only(label.namer, label.vocabulary.names, label.text)):
        return label.text + added
    # 涉及土地面积86公顷，其中耕地12公顷: so much of it is touched, too.
    reached = parts.verb if label.walk.parts_from is not None and parts.verb in label.vocabulary.names.reaching else ""
    return reached + join(label.text, parts.measure)


def _added_in_unit(label: Label) -> str:
    """灌溉面积 of 新增灌溉面积1.3万亩，改善2.1万亩，恢复0.4万亩: what the sentence first told in this unit that more was added of; empty where that is itself a deed: 新增造林面积5200亩，抚育3100亩."""
    walk = label.walk
    first = next((draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.unit == label.amount.unit), None)
    parts = label.namer.take_apart(first.indicator) if first is not None and first.aspect == "level" else None
    return parts.topic + parts.measure if parts is not None and label.namer.is_flow(parts.verb) and parts.topic not in label.vocabulary.names.works else ""


def achieved(label: Label) -> str | None:
    """“北翼”完成1960亿元: whoever achieved an amount of money achieved it of the measure before."""
    parts = label.frame.parts
    # 公路建设完成投资53亿元。港口建设完成3.9亿元: also right behind a full stop.
    begun = label.walk.paragraph_first
    alike = begun is not None and begun.parts.measure == parts.measure and begun.parts.topic.endswith(label.text[-_THING:])
    near = label.in_same_sentence or (label.frame.sentence == label.walk.sentence - 1 and alike)
    if label.parts.measure or label.parts.verb or not near or not label.has_same_unit or label.amount.kind != "money" or not parts.measure or label.namer.is_macro(label.text):
        return None
    if label.text.endswith(label.vocabulary.names.worth):
        # 产业链产值750亿元，…；品牌价值达65亿元; 招商引资完成4.3亿元: what something is worth, or brought in, is measured by that.
        return None
    verb = label.walk.row.words_between(label.walk.window(label.index), label.index)
    return label.namer.compose(label.text, parts) if verb.endswith(label.vocabulary.names.achieving) else None


def _stated_in_unit(label: Label) -> Parts | None:
    walk = label.walk
    if walk.parts_from is not None and walk.parent is not None and walk.parent.unit == label.amount.unit and not label.in_same_sentence:
        # 经济作物播种面积27公顷，与上年持平。其中，蔬菜及菌类21公顷: what the whole stated.
        return walk.parent.parts
    before = (draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == label.amount.unit)
    draft = next(before, None)
    return label.namer.take_apart(draft.indicator) if draft is not None and draft.unit is not None else None


def traded_item(label: Label) -> str | None:
    """进口原油2.25亿吨；铜260万吨 → 进口铜: one thing traded after the other."""
    if label.parts.measure or not label.in_same_sentence or not 0 < len(label.text) <= _ITEM or label.namer.starts_with_verb(label.text):
        return None
    trades = label.vocabulary.names.trades
    if label.text.startswith(trades):
        # 出口钢材95万吨；进口铁矿砂30万吨: what is done to it stands in front of it.
        return None
    told = [draft for draft in label.walk.drafts if draft.token >= label.walk.sentence_start]
    # 出口钢材95万吨；进口铁矿砂30万吨、大豆20万吨 → 进口大豆: what is done to the last is done to it.
    first = next((draft for draft in reversed(told) if draft.aspect == "level" and draft.indicator.startswith(trades) and not label.namer.has_measure(draft.indicator)), told[0] if told else None)
    if first is None or (first.unit != label.amount.unit and not label.walk.follows_pause(label.index)):
        return None
    if label.aspect == "share" or first.indicator.endswith(label.text[-2:]):
        # 进口设备占47.1%，国产设备占52.9%: the same thing, of two origins.
        return None
    trade = head_of(first.indicator, trades) if not label.namer.has_measure(first.indicator) else ""
    return trade + label.text if trade else None
