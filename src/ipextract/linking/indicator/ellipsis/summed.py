"""What is said of all that lists named: 对欧盟、美国进出口分别增长…，两者合计占… → 对欧盟、美国进出口; and sums and extremes of what was told before."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile

from ipextract.linking.endings import without_head
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.series import deed_in_front, joined
from ipextract.linking.walk import Walk
from ipextract.numbers.numerals import chinese
from ipextract.rules.tokens import Amount

_PAUSE = "、"
# 以上|三类
# What a count of those told before begins with.
_COUNTS = frozenset("0123456789一二两三四五六七八九十")
_HOW_MANY = 2
# 三个|技术领域: what they are says no more than that.
_NOUN = 4
# 近30万: how near a round number is to what it sums up.
_ABOUT = Decimal("0.05")
_OF, _MARK = "的", "“"
# Words, places and the pauses between them.
_THINGS = frozenset("XR/")
# 项目: a word.
_WORD = 2


def number_of_clause(label: Label) -> str | None:
    """销毁的盗版图书、盗版软件总量 of 销毁的盗版图书、盗版软件等，总量达46万件: how many there are of the things that a clause names, and says nothing else of."""
    walk, namer, names = label.walk, label.namer, label.vocabulary.names
    if label.text not in names.whole_numbers and label.text not in names.tallies_of_any:
        return None
    stop = walk.row.clause_start(label.index) - 1
    first = walk.row.clause_start(stop) if stop > walk.sentence_start else stop
    if first == stop or walk.row.letters(stop, stop + 1) != "," or not set(walk.row.letters(first, stop)) <= _THINGS:
        return None
    said = walk.label_text(first, stop)
    thing = namer.clean(namer.lists.without_so_on(said))
    words = namer.words(thing)
    # 加强保护、运用等，总量达…; 企业做大做强，总量达…: deeds have no number.
    is_noun = len(words) > 1 and not namer.is_verb(words[-1]) and (words[1] == _OF if namer.is_verb(words[0]) else namer.is_group(thing) or namer.is_name(words[-1]))
    is_told = thing.count(_OF) > 1 or any(namer.is_verb(word) for word in words[1:])
    return thing + label.text if is_noun and not is_told else None


def done_so_far(label: Label) -> str | None:
    """出口钢材 of 7月出口钢材6万吨，1—7月累计出口38万吨: the same deed, summed up for longer, without what it was done to."""
    walk = label.walk
    printed = walk.label_text(walk.row.clause_start(label.index), label.index)
    if not label.text or not any(word in printed for word in label.vocabulary.names.cumulated):
        return None
    before = next((draft for draft in reversed(walk.drafts) if draft.token < walk.sentence_start or draft.aspect == "level"), None)
    if before is None or before.token < walk.sentence_start or before.unit != label.amount.unit:
        return None
    thing = without_head(before.indicator, (label.text,))
    is_thing = thing != before.indicator and len(thing) >= _WORD and not label.namer.is_verb(thing) and not label.namer.is_bare(thing)
    return before.indicator if is_thing else None


def all_listed(label: Label) -> str:
    """风力和太阳能发电量 of 风力和太阳能发电量分别为…，发电量合计占…: what the words sum up that the sentence listed; empty where they sum up nothing."""
    walk = label.walk
    sentence, listed = walk.listed
    if (together := _those_above(label)):
        return together
    if not listed or sentence != walk.sentence:
        return ""
    if not label.text:
        # 对欧盟、美国进出口分别为456亿元、412亿元，合计占进出口的42.7%
        return last_listed(label) if label.aspect == "share" and sums_list(label) else ""
    if not label.namer.sums_up(label.text):
        return listed if label.text and listed.endswith(label.text) and sums_list(label) else ""
    names = list(dict.fromkeys(draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.token in walk.named))
    # 对欧盟、东盟…分别增长…，对美国、日本…分别下降…，四者合计: of both lists.
    return (_joined(label, names, listed, listed) if chinese(label.text[0]) == len(names) else "") or listed


def last_listed(label: Label) -> str:
    """电气机械制造业、汽车制造业增加值 of 电气机械制造业、汽车制造业增加值分别增长…: all that the list right before named, where one thing was measured of them; else empty."""
    walk = label.walk
    members = list(takewhile(lambda draft: draft.token in walk.named and draft.token >= walk.sentence_start and draft.aspect == walk.drafts[-1].aspect, reversed(walk.drafts)))
    return _joined(label, [draft.indicator for draft in reversed(members)], members[0].indicator, "") if len(members) > 1 else ""


def got_from_all(label: Label) -> str | None:
    """盘活厂房180万平方米、土地1.2万亩，实现收入45亿元 → 盘活厂房、土地收入: what came of things told together is of no one of them."""
    walk, names = label.walk, label.vocabulary.names
    last = walk.drafts[-1] if walk.drafts else None
    of_all = label.text.startswith(names.totals)
    if last is None or label.frame.draft is not last or label.amount.kind != "money" or not (of_all or label.text in names.results) or not walk.follows_pause(last.token):
        return None
    if label.has_same_unit or walk.tokens[walk.window(label.index) - 1].letter != ",":
        return None
    first = walk.row.clause_start(last.token)
    told = [draft.indicator for draft in walk.drafts if draft.token >= first and draft.aspect == "level"]
    deed = deed_in_front(label.namer, names, told[0])
    # 百亿级项目6个、50亿级项目15个，总投资1680亿元: a total is of all that were counted alike.
    is_one = all(name.startswith(deed) for name in told) if deed else of_all and len({name[-_WORD:] for name in told}) == 1
    return joined(label.namer, names, told) + label.text if is_one and len(told) > 1 else None


def summed_of_counted(label: Label) -> str | None:
    """出口超千万美元企业28家，合计出口7.86亿美元 → 出口超千万美元企业出口: a sum of money of the bodies that the clause before counted."""
    walk, names = label.walk, label.vocabulary.names
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "count" or last.aspect != "level" or last.unit not in names.body_units or not label.namer.is_name(last.indicator) or label.parts.topic:
        return None
    sums = walk.row.words_between(walk.window(label.index), label.index).startswith(names.summing) and walk.row.letters(last.token + 1, last.token + 3) == ",X"
    return last.indicator + label.text if sums and walk.row.clause_start(label.index) == last.token + 2 else None


def ratio_of_listed(label: Label) -> str | None:
    """城乡居民人均可支配收入分别为38562元和19236元，收入比为2.00 → 城乡居民收入比: a ratio of two is of both that the list named, and of neither alone."""
    walk = label.walk
    if label.text not in label.vocabulary.names.ratios_of_two or not any(draft.token in walk.named for draft in walk.drafts[-2:]):
        return None
    sentence, listed = walk.listed
    topic = label.namer.take_apart(listed).topic if sentence == walk.sentence else ""
    for mean in label.vocabulary.names.means:
        topic = topic.removesuffix(mean)
    return topic + label.text


def _those_above(label: Label) -> str:
    """西药类占71%，中成药类占15%，以上两类占比合计为86%; 对欧盟进出口…；对美国进出口…。上述2者合计占…: as many as the words say of those told last; empty where they say nothing so."""
    names, text, walk = label.vocabulary.names, label.text, label.walk
    if text[:1] not in _COUNTS and not text.startswith(names.above):
        return ""
    head = next((word for word in names.above if text.startswith(word)), "")
    count = text[len(head) : len(head) + 1]
    many = int(count) if count.isdigit() else chinese(count) if count else None
    if not many:
        return ""
    is_kind = len(text) == len(head) + _HOW_MANY and text[-1] in (names.each_kind if head else names.those_said)
    if not is_kind and not (len(text) <= len(head) + _HOW_MANY + _NOUN and text[len(head) + 1 : len(head) + _HOW_MANY] in label.namer.lists.sum_units and _is_summed(label)):
        # 制造业120件，服务业80件，两个行业合计占90%
        return ""
    start = walk.sentence_start
    if not any(draft.token >= start for draft in walk.drafts):
        start = next((place + 1 for place in range(start - 2, -1, -1) if walk.tokens[place].letter == "."), 0)
    said = [draft for draft in walk.drafts if draft.token >= start]
    alike = list(dict.fromkeys(draft.indicator for draft in said if draft.aspect == label.aspect))
    last = (alike if len(alike) >= many else list(dict.fromkeys(draft.indicator for draft in said if draft.aspect == "level")))[-int(many) :]
    return (_joined(label, last, last[0], "") or _held_by_all(label, last) or _PAUSE.join(last)) if len(last) == many > 1 else ""


def _held_by_all(label: Label, names: list[str]) -> str:
    """制造业、服务业有效发明专利 of 制造业有效发明专利 and 服务业有效发明专利; empty where they do not hold the same."""
    held = label.namer.behind_longest_group(names[0])
    same = held and all(label.namer.behind_longest_group(name) == held for name in names)
    return _PAUSE.join(name.removesuffix(held) for name in names) + held if same else ""


def added_up(walk: Walk, index: int) -> str:
    """专利转让、专利许可 of 专利转让870件次，专利许可120件次，合计990件次: what a number without words of its own is the sum of; empty where it is of nothing that the sentence counted so."""
    amount: Amount = walk.tokens[index].value
    total, names = amount.value, []
    for draft in reversed(walk.drafts):
        if draft.token < walk.sentence_start or draft.aspect != "level" or draft.unit != amount.unit or total <= 0:
            break
        total -= draft.value
        names.append(draft.indicator)
    if len(names) <= 1 or abs(total) > (0 if amount.bound == "exact" else amount.value * _ABOUT):
        return ""
    return _of_any_mark(names[-1], names) or joined(walk.namer, walk.vocabulary.names, names[::-1])


def _of_any_mark(first: str, names: list[str]) -> str:
    """未申报的耳机 of 未申报的标有“甲”标识的耳机 and “乙”标识的耳机: the goods, where they differ but by the marks on them; else empty."""
    goods = first.rpartition(_OF)[2]
    if not goods or any(_MARK not in name or name.rpartition(_OF)[1:] != (_OF, goods) for name in names):
        return ""
    head, narrows, _ = first.partition(_MARK)[0].rpartition(_OF)
    return head + narrows + goods


def _is_summed(label: Label) -> bool:
    """Whether 合计 or the like stands among the words right before the number."""
    printed = label.walk.row.words_between(label.walk.window(label.index), label.index)
    return any(word in printed for word in label.vocabulary.names.summing)


def sums_list(label: Label) -> bool:
    """风力、太阳能发电量分别增长2.7%和15.7%，发电量合计占比0.4%: whether the words sum up the list before, and are of no one of its members."""
    walk = label.walk
    if not walk.drafts or walk.drafts[-1].token not in walk.named:
        return False
    return _is_summed(label)


def _joined(label: Label, names: list[str], measured: str, last: str) -> str:
    """对欧盟、东盟、美国进出口总额, of the names of several lists with the measure of `measured`: what they begin and end with once; empty where the last list names all."""
    measure = label.namer.take_apart(measured).measure
    if not measure or not all(name.endswith(measure) for name in names):
        return ""
    head = next((word for word in label.namer.towards if all(name.startswith(word) for name in names)), "")
    things = [name[len(head) : len(name) - len(measure)] for name in names]
    return "" if not all(things) or things[0] in last else head + _PAUSE.join(things) + measure


def sum_of_thing(label: Label) -> str | None:
    """技术合同登记414项，合同成交额92亿元 → 技术合同成交额: the money of the thing that it repeats."""
    noun, name = label.parts.topic, label.frame.name
    head, found, _ = name.partition(noun) if len(noun) == _WORD and label.text.endswith(label.vocabulary.names.sums_of_deeds) else ("", "", "")
    # 认定登记技术合同: whatever was done to them.
    head = without_head(label.namer.without_verbs(head), label.vocabulary.names.done_to_deals) if found else ""
    return head + label.text if len(head) >= _WORD and not label.namer.is_deed(head) else None


def put_in_by(label: Label) -> str | None:
    """新增境外投资项目31个，中方投资额4.5亿美元 → 境外投资项目中方投资额: what one side put into the things counted."""
    is_amount = label.in_same_sentence and label.is_level and label.amount.kind == "money" and bool(label.parts.measure)
    is_counted = is_amount and label.frame.level and label.frame.draft is not None and label.frame.draft.kind == "count" and not label.frame.parts.measure
    return label.namer.stock_of(label.frame.name) + label.text if is_counted and label.text.startswith(label.vocabulary.names.sides) else None


def extreme_of_case(label: Label) -> str | None:
    """判赔总额3.2亿元，个案最高2000万元 → 个案最高判赔额: the most that one case had of the sum told before."""
    names, frame = label.vocabulary.names, label.frame
    if label.amount.kind != "money" or not label.text.endswith(label.vocabulary.clauses.most) or not label.text.startswith(names.single_cases) or label.parts.measure:
        return None
    of_one, of_all = names.of_one_and_all
    sum_told = frame.name.removesuffix(of_all) + of_one if frame.name.endswith(of_all) else frame.name
    return label.text + sum_told if sum_told.endswith(of_one) and not frame.name.startswith(names.single_cases) else None


def extreme_of_same(label: Label) -> str | None:
    """地铁日均客流量246万人次，单日最高客流量393万人次 → 地铁单日最高客流量: the same measure, over another time or at its height."""
    names, own, before = label.vocabulary.names, label.parts, label.frame.parts
    if not own.measure or own.measure != before.measure or label.text.removesuffix(own.measure) not in names.extremes:
        return None
    topic = before.topic
    for word in names.extremes:
        topic = topic.removesuffix(word)
    return topic + label.text if topic else None
