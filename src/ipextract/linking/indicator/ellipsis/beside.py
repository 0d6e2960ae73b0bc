"""What stands beside something else of its kind: what is paid to others, what else was renewed, whose insurance it is, which way carried it."""

from __future__ import annotations

from itertools import pairwise

from ipextract.linking.before_number import raw_label
from ipextract.linking.frames import Frame
from ipextract.linking.indicator.anatomy import join, without_bracket
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.walk import Walk

# 孤儿 of 散居孤儿: a word.
_WORD = 2


def paid_for(label: Label) -> str | None:
    """临时救助1200人次，支出312万元 → 临时救助支出; 农村低保860户1900人，发放资金520万元: what is paid, to those or for what the clause before counts."""
    walk, draft, parts = label.walk, label.frame.draft, label.walk.parts_from
    if label.text not in label.vocabulary.names.payments or draft is None or draft.kind != "count" or not label.frame.level or not label.in_same_sentence:
        return None
    if ";" in walk.row.letters(draft.token, label.index) or (parts is not None and draft.parent is not None):
        # 其中集中供养86人，支出12万元: of the part or of all, nobody says.
        return None
    if draft.indicator[:_WORD] in label.vocabulary.names.done_to_people and label.namer.starts_with_verb(label.text):
        # 救助困难群众2.1万人次，发放救助金986万元: a deed of its own.
        return None
    verb = label.namer.words(label.text)[0]
    if verb != label.text and label.text not in label.frame.name and label.frame.name.startswith(verb) and (paid := label.frame.name[len(verb) :]):
        # 发放担保贷款1440笔，发放金额3.9亿元: the deed is said again.
        return join(paid, label.text)
    # 为26名老人发放补贴12万元: the words stand behind the number itself.
    return join(label.frame.name, label.text) if label.text not in label.frame.name else None


def standard_of_others(label: Label) -> str | None:
    """集中供养孤儿保障标准提高到2500元，散居孤儿提高到1800元 → 散居孤儿保障标准: what is paid to others of the same kind."""
    if label.amount.kind != "money" or not label.frame.name.endswith(label.vocabulary.names.standards):
        return None
    kind = without_bracket(label.text)[-_WORD:]
    head, found, standard = label.frame.name.rpartition(kind)
    return label.text + standard if len(kind) == _WORD and found and head and standard else None


def renewed(label: Label) -> str | None:
    """汽车以旧换新40万辆、家电450万台 → 家电以旧换新: what was done to another thing."""
    name, names = label.frame.name, label.vocabulary.names
    if not name.endswith(names.works):
        return None
    deed = max((word for word in names.works if name.endswith(word) and name != word), key=len, default="")
    if not deed or not label.walk.follows_pause(label.index) or label.amount.kind not in ("count", "quantity") or label.amount.unit in names.units_of_cases or label.namer.starts_with_verb(name):
        return None
    # 种草改良321万公顷、治理沙化土地184万公顷: another deed is told.
    is_thing = not label.text.endswith(names.works) and not deed_in_front(label.namer, names, label.text) and not label.namer.starts_with_verb(label.text) and not label.namer.ends_with_deed(label.text)
    return label.text + deed if len(label.text) >= _WORD and is_thing else None


def insured_in(label: Label) -> str | None:
    """推进城乡居民医保扩面，参保人数达5200万人 → 城乡居民医保参保人数: the insurance that the clause before is about."""
    walk, names = label.walk, label.vocabulary.names
    if not label.text.endswith(names.of_the_insured):
        return None
    own = next((label.text.removeprefix(flow) for flow in label.namer.flows if label.text.startswith(flow)), label.text)
    if own not in names.of_the_insured:
        return None
    start = walk.window(label.index)
    first = walk.row.clause_start(start - 1) if start > walk.sentence_start and walk.tokens[start - 1].letter == "," else start
    if first == start or walk.row.has_claim(first, start):
        return None
    clause = raw_label(walk, first, start - 1)
    end = min((place + len(word) for word in names.schemes if (place := clause.find(word)) > 0), default=0)
    words = label.namer.words(clause[:end]) if end else []
    not_of_it = (*names.series_manners, *names.series_deeds, *names.furthering, *names.undertaking)
    while len(words) > 1 and (label.namer.is_verb(words[0]) or words[0] in not_of_it):
        words = words[1:]
    return "".join(words) + label.text if words else None


def yielded_beside(label: Label) -> str | None:
    """示范田平均亩产稻谷530公斤、玉米640公斤 → 示范田平均亩产玉米: what else grows or is made, where the word for that stands before the first."""
    name = label.frame.name
    if not label.frame.level or label.frame.parts.measure or not label.walk.follows_pause(label.index):
        return None
    end = max((place + len(word) for word in label.vocabulary.names.yields if (place := name.find(word)) >= 0), default=0)
    return name[:end] + label.text if 0 < end < len(name) and label.text else None


def consumed_beside(label: Label) -> str | None:
    """万元GDP水耗下降12%、电耗下降7% → 万元GDP电耗: what else was consumed per unit of output."""
    names = label.vocabulary.names
    if label.text not in names.consumed or not label.in_same_sentence or not label.walk.follows_pause(label.index):
        return None
    per = next((unit for unit in names.per_output if label.frame.name.startswith(unit)), "")
    return per + label.text if per else None


def carried_by(label: Label) -> str | None:
    """铁路货运量1.2亿吨；货物周转量8亿吨公里 → 铁路货物周转量: what was carried, by the one way that the sentence names so far."""
    owner = carrier_before(label.walk, label.index, label.text)
    return None if owner is None else owner + label.text


def carried_in_list(walk: Walk, index: int, listed: list[str]) -> list[str]:
    """公路水路运输完成客运量和旅客周转量分别为…，完成货运量和货物周转量分别为…: names of what was carried, by the one way that the sentence names so far."""
    if walk.frame is None or walk.frame.sentence != walk.sentence or not all(name in walk.vocabulary.names.carriage_measures for name in listed):
        return listed
    owner = carrier_before(walk, index, listed[0]) or ""
    return [owner + name for name in listed]


def carrier_before(walk: Walk, index: int, text: str) -> str | None:
    """铁路 of 铁路货运量1.2亿吨；货物周转量8亿吨公里: whose traffic was told of before `text`, where the sentence names one way of carriage so far, or several at once; None where it does not."""
    names, before = walk.vocabulary.names, walk.frame
    if before is None or not before.name.endswith(names.carriage_measures) or text not in names.carriage_measures:
        return None
    topic = walk.namer.take_apart(before.name).topic
    if before.draft is not None and walk.follows_pause(index) and before.draft.token == walk.window(index) - 2:
        # 水路货运中，内河运输货运量2亿吨、货物周转量8亿吨公里: whoever else was named, behind a pause it is by the same.
        printed = walk.row.words_between(walk.window(before.draft.token), before.draft.token)
        if topic and any(way in printed and way in topic for way in names.ways_of_carriage):
            return topic
    said = walk.text[walk.tokens[walk.sentence_start].start : walk.tokens[index].start]
    ways = [way for way in names.ways_of_carriage if way in said]
    # 公路水路客运量: both at once.
    stop = max((before.name.find(way) + len(way) for way in ways), default=0) if all(way in before.name for way in ways) and "".join(ways) in before.name else 0
    first = walk.sentence_first
    # 货运量5亿吨，其中铁路3亿吨，货物周转量…: of all that was carried, or of the part.
    is_of_all = first is not None and not any(way in first.name for way in ways)
    return topic if stop and not is_of_all and len(topic) >= stop else None


def way_of_lead(label: Label) -> str | None:
    """公路运输稳中向好：完成客运量185万人次；旅客周转量… → 公路旅客周转量: what was carried, by the one way of carriage that the sentence says it tells of."""
    names, walk = label.vocabulary.names, label.walk
    if label.text not in names.carriage_measures and label.text not in names.carriage_nouns:
        return None
    before = walk.text[walk.tokens[walk.sentence_start].start : walk.tokens[walk.row.clause_start(label.index)].start]
    ways = [way for way in names.ways_of_carriage if way in before]
    if len(ways) != 1:
        return None
    # 公路里程…，客运量…: roads are no carriage by themselves; 水路货运中，内河运输…: the last that carried is the nearer.
    for noun in names.carriage_nouns:
        before = before.replace(noun, "")
    said = next((ways[0] + end for end in names.carriage_ways_end if before[: max(before.rfind(end), 0)].endswith(ways[0])), "")
    # 公路运输完成客运量…、旅客周转量…: told with the verb, as it stands.
    kept = {ways[0] + noun for noun in names.carriage_nouns}
    is_told = any(draft.indicator.startswith(said) and draft.indicator not in kept for draft in walk.drafts if draft.token >= walk.sentence_start)
    return ways[0] + label.text if said and not is_told else None


def counted_again(label: Label) -> str | None:
    """受理商标案件60件，案件数量增长9% → 受理商标案件: how many of those just counted there are, and not of all where these are new."""
    counts = label.vocabulary.names.counts
    if label.is_level or not label.in_same_sentence or not label.text.endswith(counts):
        return None
    counted = next(label.text.removesuffix(word) for word in counts if label.text.endswith(word))
    if len(counted) < _WORD or not label.frame.name.endswith(counted):
        return None
    parts = label.frame.parts
    return None if parts.measure or label.namer.is_flow(parts.verb) or not parts.verb else label.frame.name


def each_of_those(label: Label) -> str | None:
    """社区卫生服务中心人员67万人，平均每个中心65人 → 平均每个社区卫生服务中心人员: each of the bodies whose name the indicator before begins with, said shorter."""
    name = label.frame.name
    if not label.namer.is_per_head(label.text):
        return None
    for each in label.vocabulary.names.each_one:
        head, found, noun = label.text.rpartition(each)
        if found and len(noun) >= _WORD and name.find(noun) > 0:
            return head + found + name
    return None


def of_same_thing(label: Label) -> str | None:
    """交易平台订单数1.5亿笔，订单转化率98% → 交易平台订单转化率: the word that the name before has behind whoever it is of."""
    namer, names = label.namer, label.vocabulary.names
    if (alike := _as_of_others(label)) is not None:
        return alike
    if label.vocabulary.shared_said.search(label.frame.name) is None:
        return None
    mean = next((word for word in names.means if label.text.startswith(word)), "")
    word = namer.words(label.text.removeprefix(mean))[0] if label.text != mean else ""
    if len(word) < _WORD or word == label.text or namer.is_group(word) or namer.is_verb(word) or namer.is_macro(label.text):
        return None
    holder, found, rest = label.frame.name.partition(word)
    is_held = found and rest and not label.text.endswith(rest) and holder.endswith(names.shared_by_many)
    return holder + label.text if is_held and not label.walk.row.places(label.walk.window(label.index), label.index) else None


def _as_of_others(label: Label) -> str | None:
    """平台订单数15万笔，订单转化率98%；门店订单数13万笔，订单转化率94% → 门店订单转化率: told of another as the same two were told before."""
    last = label.walk.drafts[-1] if label.walk.drafts else None
    if last is None or last.token < label.walk.sentence_start or last.indicator != label.frame.name or len(label.text) < _WORD:
        return None
    told = [draft for draft in label.walk.drafts if draft.token >= label.walk.sentence_start and draft.aspect == "level"]
    for first, second in pairwise(told):
        holder = second.indicator.removesuffix(label.text) if second.unit == label.amount.unit else ""
        rest = first.indicator.removeprefix(holder) if holder and holder != second.indicator and first.unit == last.unit else ""
        if len(rest) >= _WORD and rest != first.indicator and last.indicator.endswith(rest) and last.indicator not in (rest, first.indicator):
            return last.indicator.removesuffix(rest) + label.text
    return None


def same_deed_elsewhere(label: Label) -> str | None:
    """在货运渠道扣留侵权货物 of 扣留侵权货物98批次，其中，在货运渠道扣留12批次: the same deed in one place is done to the same things."""
    walk, names = label.walk, label.vocabulary.names
    whole = walk.parent if walk.parts_from is not None else label.frame
    if whole is not None and label.is_level and (told := done_in_scene(label.walk, whole, label.text, label.amount.unit)):
        return told
    if whole is None or whole.parts.measure or not whole.parts.verb or not whole.parts.topic or walk.sentence - whole.sentence > (walk.parts_from is not None):
        return None
    scene = label.text.removesuffix(whole.parts.verb)
    is_scene = scene != label.text and len(scene) > 1 and (scene.startswith(names.located) or scene.endswith(names.scenes_of_deeds))
    return label.text + whole.parts.topic if is_scene else None


def done_in_scene(walk: Walk, whole: Frame, scene: str, unit: str | None) -> str:
    """邮递渠道扣留货物 of 海运渠道扣留货物62批，邮递渠道2万批: what was done to the same things on another way, where that is all that names the number; empty where it is not."""
    ways = walk.vocabulary.names.ways_listed
    if whole.unit != unit or unit is None or not scene.endswith(ways) or scene in ways or walk.sentence - whole.sentence > 1:
        return ""
    before = next((word for word in ways if word in whole.name), "")
    done = whole.name.partition(before)[2] if before else whole.name
    return scene + done if walk.namer.starts_with_verb(done) and not walk.namer.has_measure(done) else ""
