"""A measure alone is of whom the one before was: 粮食播种面积…，总产量… → 粮食总产量."""

from __future__ import annotations

from ipextract.linking.before_number import is_measured_alone
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.indicator.anatomy import join, without_bracket
from ipextract.linking.indicator.ellipsis.in_row import is_of_doers
from ipextract.linking.indicator.ellipsis.label import Label, name_of_whole, whole_of_own_time
from ipextract.linking.indicator.ellipsis.summed import all_listed, sums_list
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.wording import is_net_change, words_behind

# How many claims back what was counted is looked for.
_TOLD = 8
# 融资 of 融资金额: a word that a measure begins with.
_WORD = 2


def _before_its_noun(label: Label) -> str:
    """馆藏档案210个全宗，18.6万卷、9.3万件 → 馆藏档案: the same things in other units, the noun behind the first number being one of them; empty where none stands there."""
    last, walk = label.frame.draft, label.walk
    if last is None or last.kind != "count" or label.amount.kind != "count" or not label.is_level or last.token < walk.sentence_start or walk.drafts[-1:] != [last]:
        return ""
    if last.unit == label.amount.unit or label.amount.unit in label.vocabulary.people_units or "".join(walk.row.letters(last.token, label.index)) != "#X,":
        return ""
    noun = words_behind(walk, last.token)
    head = last.indicator.removesuffix(noun)
    return head if noun and head != last.indicator and not label.namer.starts_with_verb(noun) else ""


def taken_up(label: Label) -> str | None:
    """国家高新技术企业1724户,总数达10130户: the words only point back."""
    namer, text = label.namer, label.text
    if (listed := all_listed(label)):
        return listed
    if not text and label.frame.draft is not None and label.frame.draft.token == label.index - (1 if label.walk.tokens[label.index - 1].letter != "(" else 2):
        # 荣成市32项5.1亿元 behind 登记127项，质押金额23.6亿元: of a place each number is what was counted so.
        of_place = label.amount.kind == "money" and label.walk.row.places(label.walk.window(label.frame.draft.token), label.index)
        # 批捕3306件5627人: cases and people of one deed. 油料面积1.1万公顷（16.4万亩）: the same in another unit.
        return (_told_in_unit(label) if of_place else "") or label.frame.name
    if not text and (things := _before_its_noun(label) or whole_of_own_time(label)):
        return things
    if not text and (told := _succeeded(label) or (_rate_of_points(label) if label.walk.tokens[label.index].letter == "Q" else "")):
        return told
    if not text and is_of_doers(label):
        return label.frame.name
    stated = _stated_in_unit(label) if not text and (label.is_level or (label.aspect == "change" and label.amount.kind == "count")) else None
    if stated is not None:
        return stated
    if namer.is_flow(text) and label.is_level and not is_net_change(label.walk, label.index):
        # 上市公司36家，累计融资1256亿元，其中新增3家: the flow into what is counted so.
        stock = label.frame.name if label.has_same_unit else _stated_in_unit(label) or ""
        stock = _whole_beside(label) or stock
        # 实施重点项目320个，新开工120个: of the projects, whatever was done to all.
        thing = stock[len(deed_in_front(namer, label.vocabulary.names, stock)) :] if not namer.is_added(stock) else namer.stock_of(stock)
        # 民用汽车保有量30万辆，其中本年新注册2万辆: into what there is, and no stock itself.
        measure = namer.take_apart(thing).measure
        thing = thing.removesuffix(measure) or thing if measure in label.vocabulary.names.stocks else thing
        # 登记累计648件，其中新登记112件: the deed is said again.
        done = next((deed for deed in label.vocabulary.names.deeds_to_titles if text.endswith(deed)), "")
        # 注册商标12万件，其中新注册9000件: also where it begins the name.
        return text + (without_head(without_end(thing, (done,)), (done,)) if done else thing) if stock else None
    if text and not label.in_same_sentence and label.amount.kind == "quantity" and label.frame.draft is not None and label.frame.draft.kind == "count":
        # 查扣货物8.9万件。在满意度调查中，我市得分84.7分: no score of what was counted.
        return None
    if not text or namer.is_anaphor(text) or (namer.is_flow(text) and is_net_change(label.walk, label.index)):
        # 专业合作社新增2.5万户、总数达到7万户: all there are, and not what was added.
        if text and label.is_level and label.amount.kind == "money" and label.frame.draft is not None and label.frame.draft.kind == "count" and namer.is_measure(text) and not text.startswith(label.vocabulary.names.totals):
            # 证券化产品15单，规模38.6亿元: how much money there is of what was counted.
            return join(label.frame.name, text)
        if not text and _is_of_place(label):
            # 城东高新区专利授权量120件，德清县80件: a place has it too, and no zone of it.
            of_parts = label.walk.parent if label.walk.parts_from is not None else None
            # 三县粮食产量占全市近五成，其中富锦市62.3亿斤: what had the share is measured itself.
            if label.frame.draft is not None and label.frame.draft.aspect == "level" and not label.has_same_unit and label.is_level and (told := _told_in_unit(label)):
                return namer.without_zone(told)
            return namer.without_zone(label.frame.name, of_parts.name if of_parts is not None else "")
        if text in label.vocabulary.names.counts_only and label.amount.kind == "count" and label.frame.draft is not None and label.frame.draft.kind == "money" and label.frame.parts.measure:
            # 小微企业贷款金额8.3亿元，户数1200户: how many there are of what the money is.
            # 普惠贷款余额: one measure of two words.
            return join(label.frame.parts.object.removesuffix(namer.words(label.frame.name)[-1]), text)
        if text in label.vocabulary.names.counts_only and not label.frame.parts.measure and (tally := namer.words(label.frame.name)[-1]) != text and namer.is_bare(tally):
            # 货物批次增长8.9%，数量下降21.3%: one tally beside the other.
            return label.frame.name.removesuffix(tally) + text
        whole = label.frame.name if text not in label.vocabulary.names.whole_numbers else _all_there_are(label, name_of_whole(label.walk))
        return namer.stock_name(text, whole)
    return None


def _is_of_place(label: Label) -> bool:
    """专利授权量120件，德清县80件: whether a place stands before the number that has it; 是全国平均水平的2.7倍 and 占全国的14% are of whoever was told."""
    walk, start = label.walk, label.walk.window(label.index)
    share = walk.row.letters(start, label.index).find("A")
    stop = start + share if label.aspect == "share" and share >= 0 else label.index
    compared = label.amount.kind == "multiple" and is_measured_alone(walk, start, label.index)
    return not compared and bool(walk.row.places(start, stop))


def _whole_beside(label: Label) -> str:
    """实施项目 of 实施项目36个，其中续建12个、新建24个: the whole that the part before is of; empty where none is."""
    whole, last = label.walk.parent, label.frame.draft
    is_beside = label.walk.parts_from is not None and whole is not None and last is not None and last.parent is whole.draft and whole.unit == label.amount.unit
    return whole.name if is_beside and whole is not None and label.text not in label.vocabulary.names.added else ""


def _rate_of_points(label: Label) -> str:
    """一本上线率 of 一本上线1326人，上线率46.8%，较上年净增112人、提高2.6个百分点: points are added to the rate that the sentence told; empty where what was spoken of last is one, or none was told."""
    walk = label.walk
    if label.frame.draft is None or label.frame.draft.kind == "percentage" or not label.in_same_sentence:
        return ""
    rates = (draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.kind == "percentage" and draft.aspect in ("level", "share"))
    return next((draft.indicator for draft in rates), "")


def _all_there_are(label: Label, name: str) -> str:
    """公园 of 建成公园12个、总数达到56个: more than were made are all that there are, whoever made them."""
    whole, draft = _without_flow(label, name), label.frame.draft
    deed = next((word for word in label.vocabulary.names.added_by if whole.startswith(word) and len(whole) > len(word) + 1), "")
    more = draft is not None and label.has_same_unit and label.amount.value > draft.value
    return whole.removeprefix(deed) if more else whole


def _without_flow(label: Label, name: str) -> str:
    flow = next((word for word in label.namer.words(name)[-1:] if label.namer.is_flow(word)), "")
    return name.removesuffix(flow) or name


def _succeeded(label: Label) -> str:
    """调解成功纠纷 of 调解纠纷8236件，成功8190件: what was done, where the words say but that it came off; empty where they say something else."""
    walk, frame = label.walk, label.frame
    said = walk.label_text(walk.window(label.index), label.index).strip()
    if said not in label.vocabulary.names.succeeding or not label.has_same_unit or not label.in_same_sentence or not label.is_level:
        return ""
    deed = next((word for word in label.namer.words(frame.name) if label.namer.is_verb(word)), "") or frame.name[: len(frame.name) and _WORD]
    head, found, rest = frame.name.partition(deed)
    return head + found + said + rest if found and label.namer.is_verb(deed) else ""


def _stated_in_unit(label: Label) -> str | None:
    """投入资金3亿元，培训5万人，比计划（4万人）…: of a number without words, what the sentence stated in its unit."""
    unit = label.amount.unit
    if label.is_level and (told := _told_of_money(label)):
        return told
    if unit is None or label.frame.unit is None or label.has_same_unit or not label.in_same_sentence or label.amount.kind in ("percentage", "multiple"):
        # 接待量386万人次，恢复至2019年的112%；收入38亿元，恢复至2019年的108%: all things have percentages.
        return None
    if label.amount.kind == "percentage" and is_measured_alone(label.walk, label.walk.window(label.index), label.index):
        # 高速公路投资36亿元，为年计划的12.9%；国道投资1.4亿元，为年计划的2.1%: of what stands before it.
        return None
    if label.walk.follows_pause(label.index) or (not label.frame.level and label.frame.draft is not None):
        # 依申请扣留货物29批、23.4万件; 财政收入年均增长11%，突破400亿元: what was spoken of right before, whose level nothing stated yet.
        return None
    drafts = label.walk.drafts
    return next((draft.indicator for draft in reversed(drafts) if draft.token >= label.walk.sentence_start and draft.aspect == "level" and draft.unit == unit), None)


def _told_of_money(label: Label) -> str:
    """质押融资 of 质押融资5.4亿元；平均放款时限5天。全年可超6亿元: an amount of money at the head of a sentence is of no time that something takes, but of what the paragraph first stated in money; empty where that was nothing."""
    before = label.frame.draft
    if label.amount.kind != "money" or before is None or before.kind != "quantity" or before.aspect != "level" or label.in_same_sentence:
        return ""
    told = (draft.indicator for draft in label.walk.drafts if draft.aspect == "level" and draft.unit == label.amount.unit)
    return next(told, "")


def _told_in_unit(label: Label) -> str:
    """质押登记 of 质押登记127项，质押金额24亿元，惠及企业104家。其中荣成市32项5亿元: what was counted last in the unit of a place's number; empty where nothing was."""
    told = (draft.indicator for draft in reversed(label.walk.drafts[-_TOLD:]) if draft.aspect == "level" and draft.unit == label.amount.unit)
    return next(told, "") if label.frame.sentence >= label.walk.sentence - 1 else ""


def said_shorter(label: Label) -> str | None:
    """在固定资产投资（不含农户）中，分地区看，义乌市投资增长… → 固定资产投资（不含农户）: what is broken down, by its last word."""
    walk = label.walk
    if label.parts.measure != label.text or label.aspect not in ("level", "change"):
        return None
    wholes = (walk.topic or "", walk.breakdown.name if walk.breakdown is not None else "")
    return next((whole for whole in wholes if without_bracket(whole).endswith(label.text) and len(whole) > len(label.text)), None)


def measure_of_noun(label: Label) -> str | None:
    """田径场地856个，占4.0%，场地面积426万平方米 → 田径场地面积: the noun with which the name of what was counted ends, and what it measures."""
    own, name = label.parts, label.frame.name
    draft = label.frame.draft
    if label.amount.kind != "quantity" or not own.measure or own.verb or label.frame.parts.verb or len(own.topic) < _WORD or own.topic == name or not name.endswith(own.topic) or draft is None:
        return None
    return name + own.measure if label.text == own.topic + own.measure else None


def said_of_another(label: Label) -> str | None:
    """德清县新增授权120件，…；安吉县新增授权90件: what was whole of one is whole of the next, behind a semicolon."""
    walk = label.walk
    stated = next((draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.indicator == label.text), None)
    return label.text if stated is not None and stated.unit == label.amount.unit and ";" in walk.row.letters(stated.token, label.index) else None


def same_again(label: Label) -> str | None:
    """农产品出口额增长39.8%，出口额占全省的26.3%: the same measure, said again of the share of whom the number right before was."""
    walk, name = label.walk, label.frame.name
    if label.aspect != "share" or not label.parts.measure or label.parts.topic or not name.endswith(label.text) or name == label.text or sums_list(label):
        return None
    last = walk.drafts[-1].token
    return name if label.frame.draft is not None and set(walk.row.letters(last + 1, label.index)) <= set(",XAWNR") else None


def ratio_to_frame(label: Label) -> str | None:
    """研发经费…，与地区生产总值之比为2.6%: the ratio has two ends; 城乡居民收入之比 names both itself."""
    if label.text.startswith(label.vocabulary.names.of_both):
        return None
    if label.text.startswith(label.vocabulary.names.ratio_heads):
        # 研发经费401亿元，相当于生产总值的比例为2.7%
        return label.frame.name + label.text
    return f"{label.frame.name}{label.vocabulary.names.ratio_joins[0]}{label.text}" if label.text.endswith(label.vocabulary.names.ratios) else None


def counted_again(label: Label) -> str | None:
    """社区卫生服务中心卫生人员77.8万人，卫生人员数比上年增加6万人: how many there are of those just counted."""
    if label.aspect != "change" or not label.in_same_sentence or not label.text.endswith(label.vocabulary.names.people_count_ends):
        return None
    stem = next(label.text.removesuffix(end) for end in label.vocabulary.names.people_count_ends if label.text.endswith(end))
    name = label.frame.name
    return name if len(stem) >= _WORD and name.endswith(stem) and name != stem and (label.has_same_unit or label.is_rate_of_change) else None


def level_of_index(label: Label) -> str | None:
    """居民消费价格总指数101.2，价格水平上涨1.2% → 居民消费价格水平: the measure alone, of what the index is of."""
    own, parts = label.parts, label.frame.parts
    if not own.measure or own.topic or own.verb or not label.in_same_sentence or not parts.measure:
        return None
    topic = parts.topic
    for word in label.vocabulary.names.totals:
        topic = topic.removesuffix(word)
    return topic + label.text.removeprefix(own.measure) if topic.endswith(own.measure) and topic != own.measure else None


def level_of_change(label: Label) -> str | None:
    """固定资产投资增长8%，完成投资12亿元: the level of what grew, by the last word of its name."""
    grew = label.is_level and label.in_same_sentence and not label.frame.level
    return label.frame.name if grew and label.frame.parts.measure.endswith(label.text) and label.namer.is_bare(label.text) else None


def measure_of_clause(label: Label) -> str | None:
    """软件著作权登记量 of 软件著作权登记区域主要分布在沿海，登记量144万件: a measure alone of the deed that the clause right before tells of, with no number in it."""
    walk, deed = label.walk, label.text[:-1]
    if not label.is_level or not label.parts.measure or len(deed) < _WORD or not label.namer.is_bare(label.text):
        return None
    stop = walk.row.clause_start(label.index) - 1
    first = walk.row.clause_start(stop) if stop > walk.sentence_start else stop
    if walk.row.letters(stop, stop + 1) != "," or set(walk.row.letters(first, stop)) != {"X"}:
        return None
    thing, found, _ = walk.row.words_between(first, stop).strip().partition(deed)
    return thing + label.text if found and len(thing) > _WORD and not label.namer.starts_with_verb(thing) and "、" not in thing else None


def thing_of_deed(label: Label) -> str | None:
    """专利质押融资金额3.2亿元，质押项目数41个 → 专利质押项目数; 专利申请数量…，授权数量… → 专利授权数量: a measure of a deed, done to the thing before."""
    topic, own = label.frame.parts.topic, label.text.removesuffix(label.parts.measure)
    if not label.in_same_sentence or not own or not topic or not label.frame.parts.measure:
        return None
    if topic.startswith(label.vocabulary.names.means) and label.frame.draft is not None and label.amount.kind != label.frame.draft.kind:
        # 平均审理周期98天，调解撤诉率45%: what was averaged was the other.
        return None
    deed = label.namer.words(own)[0]
    if deed not in topic and (len(deed) < _WORD or not label.parts.measure or not label.namer.is_deed(deed)):
        return None
    words = label.namer.words(topic)
    head = "".join(words[: words.index(deed)]) if deed in words else ""
    if head in label.vocabulary.names.bounded and label.parts.measure in label.vocabulary.names.results:
        # 规模以上工业总产值1106亿元，增长13.1%；工业增加值增长11%
        return head + label.text
    if head and deed in label.vocabulary.names.deed_nouns:
        return "".join(word for word in words[: words.index(deed)] if not label.namer.is_flow(word)) + label.text
    if len(deed) < _WORD or not label.parts.measure or not label.namer.is_deed(deed) or deed in label.vocabulary.names.standing:
        return None
    if head:
        return head + label.text
    thing = label.namer.without_deed(topic)
    return thing + label.text if own == deed and thing != topic and not label.namer.is_verb(label.namer.words(thing)[-1]) else None
