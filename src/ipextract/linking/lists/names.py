"""Lists with 分别: one name for each number.

工业和工业技术改造投资分别增长12.7%和12.5% is two indicators; the measure stands once, behind the last.
"""

from __future__ import annotations

from ipextract.linking.indicator.labels import Namer
from ipextract.linking.lists.list_words import NUMERALS, ORDINAL
from ipextract.linking.lists.shared import share_ending, shared_head
from ipextract.numbers.numerals import chinese
from ipextract.patterns import compiled, lazily

_TRADES = 3
# 系统
_KIND = 2
# 网上 of 网上零售额: no longer words in front of a measure are of the members of a list.
_NARROWS = 4
_SUBSTANCE = lazily(compiled, r"[A-Z][A-Za-z0-9.₀-₉]*$")


def distribute(label: str, count: int, namer: Namer) -> list[str] | None:
    """The names of `count` numbers that share `label`; None where the label does not fall into as many.

    Args:
        label: the words before 分别.
        count: how many numbers follow.
        namer: knows measures and words.
    """
    names = _distribute(label, count, namer)
    if names is None or not label.startswith(namer.lists.each_said) or (each := namer.lists.of_each.match(label)) is None:
        return names
    if any(map(namer.has_measure, names)):
        # 每万人口发明专利拥有量、有效注册商标量: each says itself what it measures.
        return names
    # 每百户市场主体、企业拥有注册商标: of so many of each.
    return [name if name.startswith(namer.lists.means_said) else each[0] + name for name in names]


def _distribute(label: str, count: int, namer: Namer) -> list[str] | None:
    words = namer.lists
    label = words.three_trades.sub(words.all_trades, label) if count == _TRADES else label
    label = _without_chief(behind_gathering(label, namer)[1], namer)
    introduced = behind_introduction(label, namer) if "的" in label else label
    # 增长较快的领域是金融服务和专利使用费: things of a class, each whole.
    classed, label = introduced != label and not label[: -len(introduced) - 1].endswith("的"), introduced
    label = without_count(words.later_trade.sub(rf"\1{words.trade}", label), count, namer) if "、" in label else label
    for group, members in namer.members.items():
        if group in label and len(members) == count and _items(label, count, namer) is None:
            return [label.replace(group, member) for member in members]
    tail = ""
    # 与装修等有关的建材类、家具类: what stands before the list is none of it.
    ends = list(words.and_so_on.finditer(label))
    if ends and (joined := _last_by_examples(label, count, namer)):
        measure = namer.take_apart(joined[-1]).measure
        return [item if namer.has_measure(item) else item + measure for item in joined]
    if ends:
        end = next((found for found in ends if "、" in label[: found.start()]), ends[0])
        label, tail = label[: end.start()], label[end.end() :]
    items = _items(label, count, namer)
    if items is None:
        return None
    items = _in_full(_numbered(items, namer), namer)
    of_sides = _of_sides(items, namer) if items[0][0] in words.sides else []
    if of_sides:
        return of_sides
    if of_ages := _of_ages(items, namer):
        return of_ages
    if tail:
        measure = namer.take_apart(namer.clean(tail)).measure
        substance = _SUBSTANCE.search(tail.removesuffix(measure)) if measure else None
        # …等重点区域PM2.5平均浓度: of what it is goes with it.
        measure = (substance.group() if substance is not None else "") + measure
        told = _behind_class(tail, namer)
        measure = told if (told.endswith(measure) and len(told) - len(measure) <= _NARROWS) or not measure else measure
        # 对拉美、非洲、中亚等市场出口: the preposition is of all.
        head = (items[0][:1] if items[0][:1] in namer.towards else next((word for word in words.origins if items[0].startswith(word)), "")) if measure else ""
        items = [item if item.startswith(head) else head + item for item in items]
        return [item + measure if measure and not namer.has_measure(item) else item for item in items]
    if classed and not items[-1].endswith(namer.trade_ends):
        return items
    done = "" if classed else _done_to_all(items, namer)
    return [done + item for item in share_ending([items[0].removeprefix(done), *items[1:]], namer)]


def _without_chief(label: str, namer: Namer) -> str:
    """对欧盟、东盟 of 对前三大贸易伙伴欧盟、东盟, 冶金和煤炭行业增值税 of 与投资相关的冶金和煤炭行业增值税: what all those listed are, or have to do with, names none of them."""
    if "的" in label and (related := namer.lists.related_to.match(label)) is not None:
        return label[related.end() :]
    found = namer.lists.chief_of.match(label) if label[:1] in namer.towards else None
    rest = label[found.end() :] if found is not None else ""
    return label if found is None or namer.starts_with_verb(rest) or namer.has_measure(rest.partition("、")[0]) else found["to"] + rest


def _last_by_examples(label: str, count: int, namer: Namer) -> list[str]:
    """高速公路, 轨道交通, 停车场、公交站等配套设施 of 高速公路、轨道交通以及停车场、公交站等配套设施: behind the last conjunction the examples are of one; empty where they are not."""
    words = namer.lists
    for word in words.conjunctions:
        head, found, last = label.rpartition(word)
        example, so_on, rest = next(((last[: end.start()], end.group(), last[end.end() :]) for end in words.and_so_on.finditer(last)), ("", "", ""))
        if found and "、" in head and "、" in example and so_on and len(rest) >= _KIND and (items := _items(head, count - 1, namer)) is not None:
            return [*items, namer.clean(last)]
    return []


def _in_full(items: list[str], namer: Namer) -> list[str]:
    """城、乡居民收入 → 城镇, 农村居民收入: halves told by one character each."""
    halves = namer.lists.halves
    if len(items) != len(halves) or any(not item.startswith(half) for item, half in zip(items, halves, strict=True)) or items[0] not in halves:
        return items
    return [halves[half] + item.removeprefix(half) for item, half in zip(items, halves, strict=True)]


def _done_to_all(items: list[str], namer: Namer) -> str:
    """出口的 of 出口的机电产品、农产品: what is done to the first, where all that follow are things alone; empty where it is done to the first only, or where the deed tells of them: 统计局发布的GDP、工业增加值."""
    deed, of, thing = items[0].partition("的")
    # 对东盟出口的纺织机械、纺织原料
    if not of or not thing or not deed or deed.endswith(namer.lists.told) or not (namer.is_deed(namer.words(deed)[-1]) or deed.endswith(namer.lists.traded)):
        return ""
    is_alone = not any("的" in item or namer.has_measure(item) or namer.starts_with_verb(item) or namer.ends_with_deed(item) for item in items[1:])
    return deed + of if is_alone else ""


def _numbered(items: list[str], namer: Namer) -> list[str]:
    """第一、二、三产业和居民生活用电量 → 第一产业, 第二产业, 第三产业, 居民生活用电量: the ordinal before the first and the noun behind the last number are of all that are numbered."""
    trade = namer.lists.trade
    first = items[0].removesuffix(trade)
    if first[-1] not in NUMERALS or first[-2:-1] not in ("", ORDINAL):
        return items
    # 南部第一、二产业: what stands before the ordinal is of all too.
    head, numbers = first[:-2], [first[-1], *(item.removeprefix(ORDINAL) for item in items[1:])]
    count = next((place for place, number in enumerate(numbers) if number[0] not in NUMERALS), len(items))
    # 第一、二、三次产业
    last = namer.lists.numbered_trade.sub(ORDINAL + r"\g<number>", ORDINAL + numbers[count - 1])
    noun = last[2:4] if len(first) > 1 else trade
    if count == 1 or not last.startswith(noun, 2):
        return items
    if count == len(items) and (rest := last[2 + len(noun) :]) and not namer.has_measure(last):
        # 第一、二产业新设企业: what stands behind the last is of all.
        return [head + ORDINAL + number[0] + noun + rest for number in numbers]
    return [*(head + ORDINAL + number[0] + noun for number in numbers[: count - 1]), head + last, *items[count:]]


def _behind_class(tail: str, namer: Namer) -> str:
    """FDI到资 of 重点行业FDI到资: what is told of each of those that were listed, behind the noun of what they all are; empty where nothing is."""
    found = namer.lists.class_noun.match(tail)
    rest = namer.clean(found["told"]) if found is not None else ""
    return "" if namer.starts_with_verb(rest) else rest


def _of_sides(items: list[str], namer: Namer) -> list[str]:
    """东、中、西和东北工业投资 → 东部工业投资, …, 东北工业投资: parts of a land share all that stands behind the side of the last; empty where the items are none."""
    words = namer.lists
    last = words.side.match(items[-1])
    if last is None or not all(words.side.fullmatch(item) for item in items[:-1]):
        return []
    rest = items[-1][last.end() :]
    # 南、北片区投资: the last leaves out the same.
    end = words.side_end if len(last.group()) > 1 else ""
    return [item + (end if len(item) == 1 else "") + rest for item in items[:-1]] + items[-1:] if rest else []


def _of_ages(items: list[str], namer: Namer) -> list[str]:
    """16-24岁、25-59岁劳动力失业率 → 16-24岁劳动力失业率, …: ages share all that stands behind that of the last, and words in front of the first; empty where the items are none."""
    age = namer.lists.age
    first, last = age.search(items[0]), age.match(items[-1])
    if first is None or last is None or first.end() < len(items[0]) or not all(age.fullmatch(item) for item in items[1:-1]):
        return []
    head, rest = items[0][: first.start()], items[-1][last.end() :]
    return [items[0] + rest, *(head + item + rest for item in items[1:-1]), head + items[-1]] if rest else []


def behind_introduction(label: str, namer: Namer) -> str:
    """出口增长较快的领域是家具、灯具, 降幅较大的行业为纺织业和造纸业 → 家具、灯具: what is said of those listed names none of them."""
    words = namer.words(label.partition("、")[0])
    place = next((place for place in range(len(words) - 2, 0, -1) if words[place] in namer.introduces), 0)
    return label[len("".join(words[: place + 1])) :] if place and "的" in words[:place] else label


def behind_gathering(label: str, namer: Namer) -> tuple[str, str]:
    """有效发明专利 | 计算机技术、数字通信 of 有效发明专利主要集中在计算机技术、数字通信: what lies mostly in those listed, and the list; the first is empty where nothing is said so."""
    first = label.partition("、")[0]
    words = namer.words(first) if first != label else ()
    link = next((place for place in range(1, len(words) - 1) if words[place] in namer.lists.gathering and words[place - 1] in namer.lists.gathered), 0)
    if not link:
        return "", label
    head = [word for word in words[:link] if word not in namer.lists.gathered]
    return "".join(head), label[len("".join(words[: link + 1])) :]


def without_count(label: str, count: int, namer: Namer) -> str:
    """汽车、食品、纺织三个行业增加值 → 汽车、食品、纺织增加值: how many were listed names none of them.

    A noun that they need stays: 发明、实用新型两种专利申请, 国有、民营两类企业.
    """
    label = namer.lists.quoted_sum.sub("", label)
    found = namer.lists.sum.search(label)
    if found is None or (int(found["number"]) if found["number"].isdigit() else chinese(found["number"])) != count:
        return label
    head, rest = label[: found.start()], found["noun"]
    noun = rest.removesuffix(namer.take_apart(rest).measure)
    if not noun and namer.has_measure(head):
        # 城镇、农村居民收入两项指标
        return head
    return head + (rest.removeprefix(noun) if noun.endswith(namer.branches) or namer.is_group(head) else rest)


def measures_listed(label: str, namer: Namer) -> str:
    """工业产值、零售额增速 of 工业产值、零售额增速2项指标: measures in front of how many they are; empty where no list stands there."""
    found = namer.lists.sum.search(label)
    head = label[: found.start()] if found is not None else ""
    head = namer.lists.without_so_on(head)
    return head if "、" in head and namer.has_measure(head) else ""


def _items(label: str, count: int, namer: Namer) -> list[str] | None:
    """`label` cut at 、 and, as far as needed, at 和 与 及."""
    if sum(map(label.count, namer.lists.marks)) < count - 1:
        return None
    # 东、中、西部: 中 by itself is a light word.
    items = [item for item in (piece if piece in namer.lists.sides else namer.clean(piece) for piece in _split_outside(label)) if item]
    if len(items) > count and "，" not in label:
        items = _trades_in_full(items, namer)
    # The last item is cut first; what could not be cut is not tried again.
    position = len(items) - 1
    while position >= 0 and len(items) < count:
        pair = _cut(items[position], namer)
        if pair is None:
            position -= 1
        else:
            items[position : position + 1] = pair
            position += 1
    return _achieved_by(items, namer) if len(items) == count else None


def _trades_in_full(items: list[str], namer: Namer) -> list[str]:
    """航空、航天器及设备制造业 and 医药制造业 of 航空 | 航天器及设备制造业 | 医药制造业: a pause within the name of a trade parts no two; `items` where they are no trades."""
    joined: list[str] = []
    for item in items:
        goes_on = joined and not joined[-1].endswith(namer.trade_ends)
        joined[len(joined) - bool(goes_on) :] = [f"{joined[-1]}、{item}" if goes_on else item]
    trades = [namer.take_apart(item).topic for item in joined]
    return joined if all(trade.endswith(namer.trade_ends) for trade in trades) else items


def _achieved_by(items: list[str], namer: Namer) -> list[str]:
    """铁路运输完成货运量, 货物周转量 → 铁路运输货运量, 铁路运输货物周转量: who came to the first came to all that are measures alone."""
    by_means = namer.achieved_by_means(items[0])
    if by_means:
        # 企业通过网络实现零售额, 服务收入
        return [items[0], *(by_means + item if namer.has_measure(item) and not namer.is_group(namer.take_apart(item).topic) else item for item in items[1:])]
    first = namer.drop_inner(items[0])
    if first == items[0]:
        # 城东新区、城西新区完成投资
        return items if namer.has_measure(first) else [*items[:-1], namer.drop_inner(items[-1])]
    owner = shared_head(first, items[0])
    return [first, *(owner + item if namer.is_measure(item) else item for item in items[1:])]


def _split_outside(label: str) -> list[str]:
    """`label` cut at the pauses that stand outside brackets: 养老（不含机关、含退休）、医疗."""
    pieces, depth, start = [], 0, 0
    if "》《" in label:
        # 三大检索工具《A》《B》和《C》: titles in a row need no pause, and what they are stands before the first.
        label = label[label.index("《") :].replace("》《", "》、《")
    for position, char in enumerate(label):
        depth += (char == "（") - (char == "）")
        if depth <= 0 and char in "、，":
            pieces.append(label[start:position])
            start = position + 1
    return [*pieces, label[start:]]


def _cut(item: str, namer: Namer) -> list[str] | None:
    """`item` cut at its last conjunction that is a word of its own (和 of 共和国 is none)."""
    position = depth = 0
    cuts = []
    for word in namer.words(item):
        depth += word.count("（") - word.count("）")
        # 高学历（专科及以上）教师: what a bracket holds is no list.
        if depth <= 0 and word in namer.lists.conjunctions:
            cuts.append((position, position + len(word)))
        position += len(word)
    if not cuts:
        return None
    kind = item.removesuffix(namer.take_apart(item).measure) if len(cuts) > 1 else ""
    ending = next((ending for ending in namer.kind_ends if kind.endswith(ending)), "")
    # 医疗保健类和其他用品及服务类, 批发和零售业及住宿和餐饮业: between two that end alike.
    start, end = next((cut for cut in reversed(cuts) if ending and item[: cut[0]].endswith(ending)), cuts[-1])
    left, right = namer.clean(item[:start]), namer.clean(item[end:])
    return [left, right] if left and right else None
