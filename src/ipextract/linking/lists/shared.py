"""What the names of a list share: the verb before the first, the measure behind the last, and the noun of all."""

from __future__ import annotations

from ipextract.linking.indicator.anatomy import Parts, without_bracket
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.lists.list_words import ORDINAL

# A group of so many characters is a compound: 国内企业, and not 工业.
_LONG_GROUP = 4
_SHORTEST = 2
_PAIR = 2
# 技术合同|成交额
_FEW = 2
# 损失数
_COUNTING = 3
# 生活消费支出: what has a mean is named shortly.
_LONGEST_MEAN = 6


def share_ending(items: list[str], namer: Namer) -> list[str]:
    """The names with what they share: the verb before the first, and the measure behind the last for all that have none."""
    head, shared, first = items[0].rpartition("的")
    if shared and namer.is_measure(first) and all("的" not in item for item in items[1:]) and sum(map(namer.has_measure, items)) >= len(items) - 1:
        # 高技术产业创造的营业收入、利润和出口总额
        return [items[0], *(head + shared + item for item in items[1:])]
    pair = _counterparts(items, namer)
    if pair:
        return pair
    counted = _cases_and_people(items, namer)
    if counted:
        return counted
    cases = _of_cases(items, namer)
    if cases:
        return cases
    of_insured = _of_insured(items, namer)
    if of_insured:
        return of_insured
    of_zones = _behind_zones(items, namer)
    if of_zones:
        return [item + of_zones for item in items[:-1]] + items[-1:]
    thing = _thing_of_deeds(items, namer)
    if thing:
        return [deed + thing for deed in (namer.words(item)[-1] for item in items[:-1])] + [items[-1]]
    done_to = namer.without_deed(items[0])
    counting = items[-1][-1] if items[-1][-1] in namer.count_ends else ""
    if done_to != items[0] and all(map(namer.is_deed, (*items[1:-1], items[-1].removesuffix(counting)))):
        # 专利申请和授权, 专利申请、授权量: two deeds to the same thing.
        return [items[0] + counting, *(done_to + item + counting for item in items[1:-1]), done_to + items[-1]]
    per = next((unit for unit in namer.per_output if items[0].startswith(unit)), "")
    if per and all(item.endswith(namer.consumed) for item in items):
        # 万元GDP水耗、电耗
        return [item if item.startswith(namer.per_output) else per + item for item in items]
    named = _of_same_mean(_of_same_half(items, _of_carrier(_share_measure(items, namer), namer), namer), namer)
    head = named[0][:1]
    if head in namer.towards and ((namer.words(named[0])[0] == head and "的" not in named[0]) or all(namer.has_measure(name) for name in named)):
        partner = named[0].removesuffix(namer.take_apart(named[0]).measure)
        if partner not in (named[0], head) and all(namer.take_apart(name).measure == name for name in named[1:]):
            # 对沿线国家投资额、进出口额: measures alone are of the same partner.
            return [named[0], *(partner + name for name in named[1:])]
        # 对拉丁美洲、非洲进出口, 对东盟、欧盟分别出口: the preposition is of all.
        return [name if name.startswith(head) else head + name for name in named]
    if all(namer.is_rate_word(name) or namer.is_rate_alone(name) for name in named):
        # 办结率、满意率: each is a rate of what was named before.
        return named
    verb = namer.take_apart(named[0]).verb
    if verb and (second := namer.take_apart(named[0].removeprefix(verb)).verb) and namer.is_verb(second):
        # 组织实施水利工程、电网建设项目: two verbs to all of them.
        verb += second
    if verb and not namer.is_flow(verb) and namer.has_measure(named[-1]) and namer.take_apart(named[0]).measure not in ("", namer.take_apart(named[-1]).measure):
        # 接待游客人次、旅游总收入: the deed is to the first alone.
        return named
    return [named[0]] + [name if namer.starts_with_verb(name) else verb + name for name in named[1:]] if verb else named


def _counterparts(items: list[str], namer: Namer) -> list[str]:
    """金融机构存款、贷款余额 → 金融机构存款余额, 金融机构贷款余额: two that go together share whose they are and what stands behind; empty where the items are none."""
    if len(items) != _PAIR:
        return []
    first, last = items
    for one, other in (names for names in namer.members.values() if len(names) == _PAIR):
        # 存、贷款余额: the first may leave out what both end with.
        said = one if first.endswith(one) else one[:1] if one[1:] == other[1:] else one
        if first.endswith(said) and last.startswith(other) and (first != one or one in namer.directions):
            rest, owner = last.removeprefix(other), first.removesuffix(said)
            # 噪声昼间、夜间达标率, 企业输出和吸纳技术成交额: what is measured so by day and by night, or of what goes in and out, may be any measure.
            is_measured = one not in namer.directions or (len(namer.words(rest)) <= _FEW and not namer.starts_with_verb(rest))
            return [owner + one + rest, owner + last] if rest in namer.shared_behind or (one in namer.either_way and is_measured) else []
    return []


def _cases_and_people(items: list[str], namer: Namer) -> list[str]:
    """移送司法机关案件数、人数 → 移送司法机关案件数, 移送司法机关人数: cases and the people in them, to whom the same was done; empty where the items are none."""
    first = items[0]
    tally = next((word for word in namer.lists.tallies_of_cases if first.endswith(word)), "") if set(items[1:]) <= namer.lists.tallies_of_people else ""
    deed = first.removesuffix(tally)
    return [first, *(deed + item for item in items[1:])] if tally and deed else []


def _of_insured(items: list[str], namer: Namer) -> list[str]:
    """参加城镇职工养老、失业、工伤保险人数 → …, 参加城镇职工失业保险人数, …: whose insurance the first is, all are; empty where the items are none."""
    first, last = items[0], items[-1]
    bare = without_bracket(first)
    start = min((place for word in namer.schemes if (place := last.find(word)) > 0), default=0)
    end = max((place + len(word) for word in namer.insured_groups if (place := bare.find(word)) > 0), default=0)
    if start and end and any(item.startswith(bare[:_SHORTEST]) for item in items[1:]):
        # 城镇职工养老、城镇医疗、失业保险: each says whose it is, or it is of all.
        return [item if any(word in item for word in namer.schemes) else item + last[start:] for item in items]
    if not start or not 0 < end < len(bare) or any(namer.starts_with_verb(item) or any(word in item for word in namer.insured_groups) for item in items[1:]):
        return []
    return [first[:end] + item + ("" if any(word in item for word in namer.schemes) else last[start:]) for item in (first[end:], *items[1:])]


def _of_cases(items: list[str], namer: Namer) -> list[str]:
    """新收一审著作权、商标权、技术合同案件 → 新收一审著作权案件, 新收一审商标权案件, …: cases of one kind after the other, with what was done to all; empty where the items are none."""
    ending = next((noun for noun in namer.cases if items[-1].endswith(noun) and items[-1] != noun), "")
    first = namer.words(items[0])
    if not ending or any(item.endswith(ending) or namer.has_measure(item) for item in items[:-1]) or any(map(namer.starts_with_verb, items[1:])):
        return []
    _, said = namer.split_actor("".join(first[:-1]))
    deed = said if len(first) > 1 and any(map(namer.is_verb, namer.words(said))) else ""
    kind = first[-1] if deed else items[0]
    return [deed + item + ending for item in (kind, *items[1:-1])] + [deed + items[-1]]


def _thing_of_deeds(items: list[str], namer: Namer) -> str:
    """一审案件 of 法院新收 and 审结一审案件: what deeds one after the other are done to; empty where the items are none."""
    last = items[-1]
    verb = namer.take_apart(last).verb
    alone = all((words := namer.words(item)) and namer.is_verb(words[-1]) and not namer.has_measure(item) for item in items[:-1])
    return last.removeprefix(verb) if verb and alone and last != verb and last.startswith(verb) else ""


def _behind_same(item: str, topic: str, namer: Namer) -> str:
    """工业 of 国内企业 and 三资企业工业: what the last topic says behind the word that both groups end with."""
    _, found, rest = topic.rpartition(item[-2:])
    return rest if found and len(item) >= _LONG_GROUP and rest not in namer.shared and namer.is_name(item) else ""


def _of_carrier(names: list[str], namer: Namer) -> list[str]:
    """东湖港货物吞吐量, 集装箱吞吐量 → 东湖港集装箱吞吐量; 全社会水路货运量, 全社会货物周转量: whose traffic the first is, all are that name no other."""
    first = names[0]
    if not first.endswith(namer.traffic):
        return names
    # 公路水路货运量: all carriers that it names.
    carrier = first[: max((first.rfind(noun) + len(noun) for noun in namer.carriers if noun in first), default=0)]
    return [name if any(noun in name for noun in namer.carriers) or not name.endswith(namer.traffic) else carrier + name.removeprefix(shared_head(carrier, name)) for name in names]


def _of_same_rate(items: list[str], namer: Namer) -> list[str] | None:
    """热线诉求解决率、满意率 → 热线诉求满意率: a rate in one word, beside a rate of something; None where there is none."""
    parts = namer.take_apart(items[0])
    if len(parts.measure) < _SHORTEST or len(namer.words(parts.topic)) < _SHORTEST or not all(map(namer.is_rate_word, items[1:])):
        return None
    if parts.measure[-1] != items[-1][-1]:
        return None
    return [items[0], *(parts.topic + item for item in items[1:])]


def _with_next_measure(items: list[str], topic: str, ending: str, namer: Namer) -> list[str]:
    """户厕、处理设施覆盖率和污水治理率 → 户厕覆盖率: what has no measure has that of the next that has one; the last has `ending` behind `topic`."""
    out: list[str] = []
    for item in reversed(items):
        if namer.has_measure(item) or _is_tally(item, namer) or (item[-1] in namer.count_ends and ending.endswith(item[-1]) and len(item) > _COUNTING > len(namer.words(item)[-1])):
            # 治安案件查处数、治安处罚人数: a count by its ending, and 化学需氧量 is what is measured.
            if out:
                topic, ending = namer.take_apart(item).topic, namer.take_apart(item).measure
            out.append(item)
        elif item.endswith(namer.economies):
            # 民营经济、小微企业贷款: an economy is no kind of enterprises, and shares the measure alone.
            out.append(item + namer.take_apart(topic + ending).measure)
        else:
            out.append(item + _rest(item, _behind_same(item, topic, namer) + ending))
    return out[::-1]


def _is_tally(item: str, namer: Namer) -> bool:
    """受灾人次, before 倒塌房屋数量: whether a name ends with a word by which things are counted."""
    word = namer.words(item)[-1]
    return word != item and len(word) > 1 and namer.is_bare(word)


def _of_same_count(items: list[str], namer: Namer) -> list[str] | None:
    """网络诈骗发案数、损失数 → 网络诈骗损失数: a word that counts, beside one that counts for something; None where there is none."""
    words = namer.words(items[0])
    ending = words[-1] if len(words[-1]) > 1 else "".join(words[-2:])
    thing = items[0].removesuffix(ending)
    is_short = all(len(item) == _COUNTING and item[-1] == ending[-1] and item[-1] in namer.count_ends for item in items[1:])
    return [items[0], *(thing + item for item in items[1:])] if len(ending) == _COUNTING and len(thing) > _SHORTEST and is_short and not namer.is_verb(thing) else None


def _behind_shared(items: list[str], namer: Namer) -> list[str] | None:
    """贪污贿赂犯罪、渎职犯罪、破坏市场秩序犯罪案件 → 渎职犯罪案件: what stands behind the word that all of them have; None where they share none."""
    first, last = namer.words(items[0]), items[-1]
    if (chain := next((noun for noun in namer.chains if last.endswith(noun)), "")):
        # 食品、造纸及纸制品产业链
        return [item if item.endswith(namer.chains) else item + chain for item in items]
    alike = (noun for noun in namer.shared if last.endswith(noun) and all(len(item) == len(last) - len(noun) for item in items[:-1]))
    if not namer.has_measure(last) and not any(map(namer.is_name, items[:-1])) and len(namer.words(last)) == 1 and (noun := next(alike, "")):
        # 刑事、治安案件: one word of the dictionary.
        return [item + noun for item in items[:-1]] + [last]
    word = first[-1]
    if len(first) < _PAIR or len(word) < _SHORTEST or not all(item.endswith(word) for item in items[:-1]) or word not in last[1:]:
        return None
    rest = last.rpartition(word)[2]
    return [item + rest for item in items[:-1]] + [last]


def _measure_at_end(name: str, namer: Namer) -> str:
    """吞吐量 of 集装箱吞吐量: the word that ends a measure, where it is one itself."""
    word = namer.words(name)[-1]
    return word if word != name and namer.is_measure(word) else ""


def _noun_of_all(items: list[str], namer: Namer) -> str:
    """业 of 住宿 and 餐饮业, 专利申请 of 大专院校 and 机关团体专利申请: what the last ends with and each of the others needs; empty where they need nothing."""
    last = items[-1]
    used_up = next((noun for noun in namer.used_up if last.endswith(noun)), "")
    if used_up and all(item.endswith(namer.trade_ends) for item in items[:-1]):
        # 第三产业和居民生活用电: a trade uses electricity, and does not live on it.
        return used_up
    trade = next((noun for noun in namer.trade_ends if last.endswith(noun)), "")
    if trade and all(len(item) == len(last) - len(trade) and namer.is_name(item + trade) for item in items[:-1]):
        # Of as many characters each.
        return trade
    behind = namer.behind_group(last)
    return behind if all(namer.is_name(item) for item in items[:-1]) else ""


def _new_in_trades(items: list[str], namer: Namer) -> str:
    """新登记企业 of 采矿业 and 制造业新登记企业: what came newly to the last of trades came to all; empty where the items are none."""
    words = namer.words(items[-1])
    stop = max((place for place, word in enumerate(words) if word.endswith(namer.trade_ends) and not word.endswith(tuple(namer.bodies_listed))), default=-1)
    rest = "".join(words[stop + 1 :])
    are_trades = stop >= 0 and all(item.endswith(namer.trade_ends) for item in items[:-1])
    return rest if are_trades and rest.startswith(namer.flows) and rest not in namer.flows else ""


def _behind_zones(items: list[str], namer: Namer) -> str:
    """规模以上工业总产值 of 城东经开区 and 城西高新区规模以上工业总产值: all that is told of the last zone; empty where the others are none."""
    if not all(item.endswith(namer.zones) for item in items[:-1]):
        return ""
    return min((found[2] for zone in namer.zones if (found := items[-1].partition(zone))[0] and found[2]), key=len, default="")


def _first_measured(items: list[str], namer: Namer) -> Parts:
    """侵权货物 | 批次 of 侵权货物批次, before 数量 and 价值: a word that measures only what stands in front of it measures, where the others stand alone.

    批次、数量: it may stand alone itself, and is of nothing then.
    """
    parts, word = namer.take_apart(items[0]), namer.words(items[0])[-1]
    is_bare = not parts.measure and namer.is_bare(word) and all(map(namer.is_bare, items[1:]))
    return Parts("", items[0].removesuffix(word), word) if is_bare else parts


def _of_same_half(items: list[str], named: list[str], namer: Namer) -> list[str]:
    """农村卫生户厕、垃圾处理设施覆盖率: where two things share their measure, the half of the people that stands in front of the first is of both."""
    half = next((word for word in namer.halves if items[0].startswith(word)), "")
    ending = named[0].removeprefix(items[0])
    if not half or not ending or ending == named[0] or len(items[0]) < len(half) + _SHORTEST or namer.counts_people(items[0]) or namer.is_group(items[0]):
        return named
    return [named[0], *(name if any(word in name for word in namer.halves) or not name.endswith(ending) or name == ending else half + name for name in named[1:])]


def _of_same_mean(named: list[str], namer: Namer) -> list[str]:
    """城镇居民人均可支配收入, 消费支出 → 城镇居民人均消费支出: over whom or what the first is a mean, what is measured alike is one too, where nobody else has it."""
    first = named[0]
    if per_head := namer.per_head_of(first):
        # 每千人口执业医师数、注册护士数: so many of the one as of the other among so many people.
        of_people = namer.counts_people(first)
        return [first, *(per_head + name if of_people and namer.counts_people(name) and not namer.per_head_of(name) else name for name in named[1:])]
    mean = next((word for word in namer.means if word in first), "")
    head = first[: first.find(mean) + len(mean)] if mean else ""
    if not head or head == first:
        return named

    def is_alike(name: str) -> bool:
        same = name[-_SHORTEST:] == first[-_SHORTEST:] or (name[-1] == first[-1] and name[-1] in namer.count_ends) or {name[-_SHORTEST:], first[-_SHORTEST:]} in namer.opposites
        return same and len(name) <= _LONGEST_MEAN and not name.startswith(namer.budgets) and not any(word in name for word in namer.means) and not namer.longest_group(name)

    return [first, *(head + name if is_alike(name) else name for name in named[1:])]


def _behind_group(items: list[str], words: list[str], namer: Namer) -> str:
    """发明专利 of 企业、高校发明专利授权量: what stands behind the last of several groups is of all of them; empty where they are none."""
    if not all(map(namer.is_group, items[:-1])):
        return ""
    last = next((stop for stop in range(len(words) - 1, 0, -1) if namer.is_group("".join(words[:stop]))), len(words))
    return "" if namer.is_group("".join(words)) else "".join(words[last:])


def _share_measure(items: list[str], namer: Namer) -> list[str]:
    last = items[-1]
    if len(last) > _SHORTEST and len(namer.words(last)[0]) > 1:
        # 轻、重工业: a noun of one character is none; 羊及大鹅饲养量 has two.
        items = [item + last[1:] if len(item) == 1 else item for item in items]
    parts = namer.take_apart(last)
    of_rate = _of_same_rate(items, namer) or _of_same_count(items, namer) or _behind_shared(items, namer) or _done_by_each(items, namer)
    if of_rate is not None:
        return of_rate
    received = namer.take_apart(items[0])
    if received.verb and received.topic and not received.measure and namer.counts_people(received.topic) and parts.topic and not namer.starts_with_verb(last):
        # 接待游客、旅游总花费: people were received, and have no measure but how many.
        return items
    if namer.is_measure(last) and not namer.has_measure(items[0]) and (ending := _measure_at_end(last, namer)):
        # 港口货物和集装箱吞吐量: 集装箱吞吐量 is a measure by itself, and what it shares is its end.
        return [item if namer.has_measure(item) else item + ending for item in items[:-1]] + [last]
    if namer.has_measure(items[0]) and (namer.is_of_people(last) or all(namer.is_of_people(item) or item in namer.losses for item in items[1:])):
        # 生产安全事故起数、死亡人数、直接经济损失
        topic = namer.take_apart(items[0]).topic
        return [item if namer.take_apart(item).topic.startswith(topic) else topic + item for item in items]
    if namer.is_deed(parts.verb + parts.topic) and parts.measure and (thing := namer.without_deed(items[0])) != items[0]:
        # 新增专利申请、授权数量
        return [items[0] + parts.measure, *(item if item.startswith(thing) else thing + item for item in items[1:])]
    head, narrows, tail = last.rpartition("的")
    whose = narrows and not any("的" in item or namer.has_measure(item) for item in items[:-1])
    if whose and len(namer.words(tail)) > 1 and (of_tail := namer.take_apart(tail)).measure and of_tail.topic and not namer.is_group(of_tail.topic) and not namer.starts_with_verb(head):
        # 纺织品、家电和维修服务的调解成功率: what stands behind 的 is of all.
        return [f"{item}的{tail}" for item in items[:-1]] + [last]
    if parts.measure and parts.topic and not namer.is_rate_alone(last):
        ending = parts.measure
        words = list(namer.words(parts.topic))
        while len(words) > 1 and words[-1] in namer.shared:
            ending = words.pop() + ending
        # 城镇和农村居民收入: 农村居民 is one word of the dictionary.
        within = next((noun for noun in namer.shared if words[-1].endswith(noun) and len(words[-1]) - len(noun) in set(map(len, items[:-1]))), "")
        is_kind = within or ending != parts.measure
        ending = ((is_kind and _behind_group(items, words, namer)) or within) + ending
        # 第一、第三产业增加值: the ordinal shares its noun.
        items = [item + namer.lists.trade if len(item) == 2 and item[0] == ORDINAL and namer.lists.trade in last else item for item in items]
        return _with_next_measure(items, parts.topic, ending, namer)
    if any(namer.has_measure(item) for item in items):
        measured = _first_measured(items, namer)
        # 项目开工率、投产率; 开工率、投产率 are of nothing.
        topic = "" if namer.is_deed(measured.topic) else measured.topic
        return [items[0]] + [
            namer.topic_for(measured, item) + item if namer.is_bare(item) else namer.without_deed(topic) + item if namer.is_rate_alone(item) else item for item in items[1:]
        ]
    if all(item.endswith(namer.measure_endings) for item in items):
        # 生活用水量及生态环境补水量
        return items
    behind = _new_in_trades(items, namer) or _noun_of_all(items, namer)
    if behind:
        # 工业和建筑业: the first has its ending already.
        return [item if item.endswith(behind) else item + behind for item in items[:-1]] + [last]
    if all(namer.is_group(item) for item in items):
        # 饮料类、家具和灯具类: each is whole.
        return items
    words = namer.words(last)
    first = namer.words(items[0])
    if len(words) > len(first):
        # 大型、中型和小|微|企业: enterprises alone are of all. 奶牛和大|鹅|饲养量: what one character begins is not named by it.
        whole = len(first) + (len(words[0]) == 1 and len(words) > len(first) + 1)
        # 邮递、快件、跨境电商渠道: so are ways and branches.
        ending = words[-1] if words[-1] in namer.bodies_listed or words[-1] in namer.branches or words[-1] in namer.ways_listed else "".join(words[whole:])
        if ending.startswith(namer.lists.conjunctions):
            # 教育、科技、社会保障和就业: the last is of two.
            return items
        # 企业和个体工商户: a group is a name by itself.
        return [item if item.endswith(ending) or namer.is_name(item) else item + _rest(item, ending) for item in items]
    return items


def _done_by_each(items: list[str], namer: Namer) -> list[str] | None:
    """小学, 初中建立校园网学校比例 → 小学建立校园网学校比例: what the last of groups of as many characters did to a thing, with its measure, is told of all; None where it did nothing."""
    head, deed = namer.before_deed(items[-1]) or ("", "")
    parts = namer.take_apart(deed)
    is_told = bool(parts.verb and len(parts.topic) >= _SHORTEST and parts.measure) and not namer.is_flow(parts.verb)
    are_alike = is_told and namer.is_name(head) and all(len(item) == len(head) and namer.is_name(item) for item in items[:-1])
    return [item + deed for item in items[:-1]] + items[-1:] if are_alike else None


def _rest(item: str, ending: str) -> str:
    """The part of `ending` that `item` does not say already: 城镇居民 + 居民收入 → 收入."""
    for size in range(min(len(item), len(ending)), 0, -1):
        if item.endswith(ending[:size]):
            return ending[size:]
    return ending


def shared_head(name: str, other: str) -> str:
    """全社会 of 全社会公路 and 全社会货物周转量: what both begin with."""
    return next(name[:size] for size in range(len(name), -1, -1) if other.startswith(name[:size]))
