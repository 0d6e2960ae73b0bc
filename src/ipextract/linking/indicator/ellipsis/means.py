"""What there is of something on the mean or per head, of whoever was spoken of: 人均住房面积…，人均支出."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.anatomy import join, without_bracket
from ipextract.linking.indicator.ellipsis.label import Label, said_before
from ipextract.linking.indicator.substances import substance_of
from ipextract.linking.lists.series import deed_in_front

# PM2.5, O3
_PRINTED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789."


def mean_of_same(label: Label) -> str | None:
    """居民人均可支配收入…，人均支出 → 居民人均支出: the same people's mean."""
    mean = next((word for word in label.vocabulary.names.means if label.text.startswith(word)), "") if label.text.startswith(label.vocabulary.names.means) else ""
    if not mean or not label.parts.measure or label.walk.row.places(label.walk.window(label.index), label.index):
        # 其中，德清县平均比例: of another place.
        return None
    # 城镇居民人均可支配收入…。人均消费支出…: past a full stop, of the only ones that the sentence before was about; else of whom the paragraph began with.
    first = label.walk.paragraph_first
    said = [label.frame.name] if label.in_same_sentence else said_before(label)
    if label.amount.kind == "percentage" and said and (of := substance_of(said[-1], label.vocabulary)):
        # 城市PM2.5平均浓度…；平均优良天数比例67.6% → 城市平均优良天数比例: the days are those of the places, and not of what was measured in their air.
        places = without_bracket(of)
        printed = places.rstrip(_PRINTED)
        places = printed if printed != places else places.removesuffix(label.namer.words(places)[-1])
        return places + label.text if places else None
    holders = list(dict.fromkeys(name.partition(mean)[0] for name in said if mean in name))
    holder = holders[0] if len(holders) == 1 else first.name.partition(mean)[0] if first is not None and mean in first.name else ""
    if label.text.endswith(label.vocabulary.names.rates_of_days):
        # 城市PM2.5平均浓度40.8微克；平均优良天数比例67.6%: days are of the cities.
        holder = without_end(holder, label.vocabulary.names.pollutants)
    return holder + label.text if holder else None


def mean_value(label: Label) -> str | None:
    """优良率在90.7%至94.2%之间，平均值为92.7% → 优良率平均值: the mean of what was stated right before, in its unit."""
    is_mean = label.text in label.vocabulary.names.mean_values and label.in_same_sentence and label.has_same_unit and label.is_level
    return label.frame.name + label.text if is_mean and label.frame.level and not label.frame.name.endswith(label.text) else None


def mean_at_school(label: Label) -> str | None:
    """高中生均校舍面积22.9平方米；生均图书38.9册 → 高中生均图书: for each pupil of the same schools."""
    means = label.vocabulary.names.means_at_school
    if not label.text.startswith(means) or not label.in_same_sentence:
        return None
    head, found, _ = label.frame.name.partition(next(word for word in means if label.text.startswith(word)))
    return head + label.text if found and head else None


def mean_of_members(label: Label) -> str | None:
    """人均食品烟酒支出增长0.1%，衣着支出下降1.2% → 人均衣着支出: members of one mean."""
    own, parts = label.parts, label.frame.parts
    if label.walk.parts_from is None or not label.in_same_sentence or own.measure != parts.measure or not own.measure or (label.is_level and label.amount.kind == "percentage"):
        # 平均入住率86%，其中民宿入住率92%: rates are of each.
        return None
    head, word = next(((parts.topic.partition(word)[0], word) for word in label.vocabulary.names.means if word in parts.topic), ("", ""))
    if not word or any(mean in label.text for mean in label.vocabulary.names.means):
        return None
    before, again, behind = label.text.partition(head) if head else ("", "", "")
    if again:
        # 发明专利平均审查周期18.5个月，其中高价值发明专利审查周期13.3个月: what the mean is of is said again.
        return before + again + word + behind
    return head + word + label.text


def _is_of_part(label: Label, draft: Draft) -> bool:
    """医院床位 of 机构2310个，其中医院68个，床位2.1万张；每千人口床位6.6张: whether something was told of a part alone, of which no mean over all is taken."""
    return "D" in label.walk.row.letters(label.walk.sentence_start, draft.token)


def per_head(label: Label) -> str | None:
    """有效发明专利…，每万人拥有2.05件 → 每万人拥有有效发明专利."""
    parts = label.frame.parts
    if label.text.endswith(label.vocabulary.names.gains):
        # 带动农户1200户，平均每亩增收3200元: it says itself what each gained.
        return label.text
    if label.text in label.vocabulary.names.means and label.in_same_sentence:
        # 总藏量562万册，人均1.8册
        given = _given_each(label)
        return label.text + given if given else _mean_of_counted(label) or label.text + label.frame.name
    if (of_each := _per_head_too(label) or _of_each_body(label)) is not None:
        return of_each
    if label.text in label.vocabulary.names.so_many_people and label.in_same_sentence and label.has_same_unit and label.is_level:
        # 有效发明专利8000件，万人拥有12.3件
        return label.text + label.frame.name
    if label.text.endswith(of_people := label.vocabulary.names.means_of_people) and label.in_same_sentence and label.has_same_unit and label.is_level:
        # 茶园面积4.4万亩，居民人均拥有1.2亩 → 居民人均茶园面积; 农村居民人均1.5万元 is what 城镇居民人均可支配收入 was.
        return None if any(mean in label.frame.name for mean in of_people) else label.text + label.frame.name.removeprefix(label.text[: -len(of_people[0])])
    measured = label.namer.per_head_measure(label.text)
    if measured is not None and label.in_same_sentence and label.frame.unit not in label.vocabulary.per_mille and not parts.topic.startswith(measured[0]):
        # 有效发明专利2.3万件，万人拥有量68.5件 → 万人有效发明专利拥有量.
        head, measure = measured
        told = (draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start and draft.unit == label.amount.unit and not _is_of_part(label, draft))
        if (same := next((name for name in told if name.endswith(measure) and not name.startswith(head)), "")) and parts.measure != measure:
            # 公共图书馆建筑面积8万平方米；发放借书证56万个；每万人建筑面积156平方米: of whose it was told.
            return head + same
        if label.has_same_unit:
            name = _all_again(label)
            parts = label.namer.take_apart(name)
            return join(head + (parts.topic if parts.measure == measure else name), measure)
        # 新建医院2家，每千人口床位数6.8张: what is counted in another unit is another thing.
    if not label.namer.is_per_head(label.text):
        return None
    if label.parts.measure or _says_money_of_each(label) or (label.amount.kind == "money" and label.frame.draft is not None and label.frame.draft.kind == "percentage"):
        # 成交金额36.5亿元，平均每亩地价64.8万元: it says itself what was measured.
        return label.text
    if (title := next((title for title in label.vocabulary.names.titles if label.text.endswith(title)), "")) and label.frame.name.endswith(title):
        # 有效商标12万件，平均每万户商标1320件: what is counted stands in both.
        return label.text
    if any(len(draft.indicator) > 1 and label.text.endswith(draft.indicator) for draft in label.walk.drafts if draft.token >= label.walk.sentence_start):
        # 接报警67万起，处警12万起，平均每天接报警1840起: so does what was told of first.
        return label.text
    return join(label.text, parts.object if parts.verb and parts.object else label.frame.name)


def _all_again(label: Label) -> str:
    """床位 of 床位3.6万张，其中医院3.2万张；每千人口床位数6.7张: all that there are, behind a semicolon that parts the mean from the parts; else what was told last."""
    last = label.frame.draft
    behind = last is not None and last.parent is not None and ";" in label.walk.row.letters(last.token, label.index)
    return last.parent.indicator if last is not None and last.parent is not None and behind else label.frame.name


def time_of_kind(label: Label) -> str | None:
    """平均审理天数98天，其中商标案件76天 → 商标案件平均审理天数: how long the cases of one kind took, as all of them were measured."""
    walk, names = label.walk, label.vocabulary.names
    if label.amount.unit not in label.vocabulary.qualifiers.durations or label.text.endswith(label.vocabulary.durations) or not label.text.endswith(names.of_cases):
        return None
    told = next((draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.unit == label.amount.unit and draft.aspect == "level"), "")
    mean = next((word for word in names.means if word in told), "")
    return label.text + told[told.index(mean) :] if mean and told.endswith(label.vocabulary.durations) else None


def _mean_of_counted(label: Label) -> str:
    """罚没款420万元，案均1.3万元 → 案均罚没款, of 案件罚没款; 改造612户，户均4200元 → 改造户均: the mean says itself of what; empty where it stands in front of what was measured."""
    name = label.namer.without_determiner(label.frame.name)
    words = label.namer.words(name)
    if len(words) > 1 and words[0].startswith(label.text[0]) and len(label.text) == len(words[0]):
        return label.text + name[len(words[0]) :]
    bodies = next((draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start and draft.kind == "count" and draft.unit == label.text[0]), "")
    if label.amount.kind == "money" and bodies and name.startswith(bodies) and name != bodies:
        # 市场主体8万户，注册资本1200亿元，户均150万元 → 户均注册资本
        return label.text + name.removeprefix(bodies)
    is_counted = label.amount.kind == "money" and label.frame.draft is not None and label.frame.draft.kind == "count" and label.frame.unit == label.text[0]
    return label.namer.without_verbs(name) + label.text if is_counted and not label.frame.parts.measure else ""


def _of_each_body(label: Label) -> str | None:
    """每家专利代理师 of 专利代理师312人，每家平均4.6人, 每家机构 too: how many of those counted right before each body has, where nothing else is named."""
    names, frame = label.vocabulary.names, label.frame
    if not label.text.startswith(names.for_each):
        return None
    each = next(word for word in names.for_each if label.text.startswith(word))
    unit = next((word for word in names.body_units if label.text.startswith(word, len(each))), "") if each else ""
    body = without_end(label.text[len(each + unit) :], names.means)
    if not unit or not label.is_level or not label.in_same_sentence or not label.has_same_unit or label.amount.kind != "count" or not frame.level or (body and not label.namer.is_name(body)):
        return None
    return label.text + (frame.name[len(deed_in_front(label.namer, names, frame.name)) :] or frame.name)


def had_by_each(label: Label) -> str | None:
    """每百户居民家庭拥有家用汽车42.3辆，空调136.5台 → 每百户居民家庭空调: what as many of them have beside the first thing."""
    walk, unit = label.walk, label.amount.unit
    start = walk.segment_start(label.index)
    told = [draft for draft in walk.drafts if draft.token >= start]
    if not told or told[0].kind != "count" or label.namer.per_head_of(label.text) or (label.parts.measure and not label.namer.is_bare(label.text)):
        return None
    holder = label.namer.each_holder(walk.label_text(walk.window(told[0].token), told[0].token).strip())
    if not holder or not all(draft.indicator.startswith(holder) for draft in told) or walk.row.places(walk.window(label.index), label.index):
        return None
    # 每千人口拥有床位6.1张，全县有医院12家: bodies and people are counted whole, where they are not those of so many people.
    is_whole = label.amount.value == label.amount.value.to_integral_value() and (unit in label.vocabulary.names.body_units or unit in label.vocabulary.people_units)
    # 每万人口拥有专利14.4件，专利授权突破万件: nor is it had that titles were granted.
    is_done = label.text.endswith(tuple(label.vocabulary.names.deeds_to_titles))
    return None if is_done or (is_whole and not walk.follows_pause(label.index)) else holder + label.text


def _given_each(label: Label) -> str:
    """耕地地力保护补贴 of 拨付耕地地力保护补贴4.8亿元，惠及农户68万户，户均708元: the money that was given to those counted; empty where the mean is of what was told last."""
    last, walk = label.frame.draft, label.walk
    if label.amount.kind != "money" or last is None or last.kind != "count":
        return ""
    given = next((draft.indicator for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.kind == "money" and draft.aspect == "level"), "")
    return given[len(deed_in_front(label.namer, label.vocabulary.names, given)) :] if given else ""


def _says_money_of_each(label: Label) -> bool:
    """质押项目56个、金额5.5亿元，平均每个项目融资982万元: whether the words say themselves what of money each has."""
    if label.amount.kind != "money" or not label.has_same_unit:
        return False
    last = label.namer.words(label.text)[-1]
    held = (*label.vocabulary.names.held, *label.vocabulary.names.possessing, *label.vocabulary.names.means)
    return len(last) > 1 and last != label.text and not last.startswith(label.vocabulary.names.for_each) and last not in held and not label.namer.is_name(last)


def _per_head_too(label: Label) -> str | None:
    """每千人口拥有医师3.2人、床位7.1张; 每万人发明专利拥有量12.5件，高价值发明专利4.8件: no thing is counted in tenths."""
    head, parts = label.namer.per_head_of(label.frame.name), label.frame.parts
    if not head or label.namer.per_head_of(label.text):
        return None
    is_tenths = label.is_level and label.amount.kind == "count" and label.amount.value != label.amount.value.to_integral_value()
    is_mean = is_tenths and label.has_same_unit
    # 每千人口拥有医师3.2人、医疗机构床位6.9张
    is_thing = is_tenths or not label.parts.measure or label.namer.is_bare(label.text)
    if not is_thing or not (label.walk.follows_pause(label.index) or (is_mean and label.in_same_sentence)):
        return None
    return head + label.text + (parts.measure if is_mean and not label.parts.measure and label.text.endswith(parts.topic[-2:]) else "")
