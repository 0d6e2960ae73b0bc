"""Whose the next number is: the people of a mean, the bodies that a clause is about, the fund of another flow, who did the same before."""

from __future__ import annotations

from ipextract.linking.endings import head_of, without_end
from ipextract.linking.indicator.anatomy import join, without_bracket
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.name_words import NameWords

# 收入总计
_LONGEST_SUM = 4
# 收入 of 工资性收入: what a part and its whole end with.
_WORD = 2
# 收支: the shortest name whose holder may be told from its noun.
_SHORTEST = 4
# 9月当月实现利润: how many tokens, at most, a sentence has that opens with a time and a measure.
_OPENING = 4
# 中欧班列: of at most so many words.
_ATTRIBUTES = 4
# 活动: what is held has at least so many characters.
_NOUN = 2


def part_of_mean(label: Label) -> str | None:
    """农村居民人均可支配收入2.9万元，其中工资性收入1.4万元 → 农村居民人均工资性收入: the parts of a mean are means of the same people."""
    walk, names = label.walk, label.vocabulary.names
    whole = walk.parent
    if (not label.parts.measure and not label.text.endswith(names.kinds_of_spending)) or label.amount.kind == "percentage":
        # 平均入住率86%，其中民宿入住率92%: rates are no parts of a mean.
        return None
    if walk.parts_from is None or whole is None or whole.sentence < walk.sentence - 1 or label.aspect not in ("level", "change"):
        return None
    mean = next((word for word in names.means if word in whole.name), "")
    if not mean or (label.is_level and whole.unit not in (label.amount.unit, None)):
        return None
    head = whole.name.partition(mean)[0]
    text = label.text
    if not label.parts.measure and text.endswith(names.kinds_of_spending) and whole.parts.measure:
        # 其他用品及服务126元 is spent too.
        return head + mean + text + whole.name[-_WORD:] if head else None
    is_part = label.text[-_WORD:] == whole.name[-_WORD:] and label.text != whole.name.removeprefix(head + mean)
    if not is_part or not head or any(word in label.text for word in (*names.means, head[-_WORD:], *names.people_nouns)):
        return None
    return head + mean + label.text


def measure_of_bodies(label: Label) -> str | None:
    """规模以上工业企业利润12亿元，营业收入利润率5.4% → 规模以上工业企业营业收入利润率: what only bodies have, of those last spoken of."""
    beside = label.text in label.vocabulary.names.of_bodies_beside and label.in_same_sentence
    beside = beside or _goes_on_of_bounded(label)
    if label.text not in label.vocabulary.names.of_bodies and not beside:
        return _of_same_bodies(label)
    walk = label.walk
    # Parts are passed over: …；制造业利润55亿元。每百元营业收入中的成本 is of all again.
    said = (draft.indicator for draft in reversed(walk.drafts) if draft.aspect == "level" and draft.parent is None)
    names = label.vocabulary.names
    owners = (bodies for bodies in (bodies_at_head(label, name) or label.namer.longest_group(name) for name in said) if bodies.endswith(names.having_bodies) and not bodies.startswith(names.means) and not label.namer.per_head_of(bodies))
    last, *others = [*owners] or [""]
    # 规模以上工业企业中，…；私营企业实现利润98亿元。每百元营业收入中的成本: of all those that the paragraph is about.
    whose = min((bodies for bodies in others if last.startswith(bodies) and len(last) - len(bodies) > _WORD), key=len, default=last)
    return whose + label.text if whose else None


def _goes_on_of_bounded(label: Label) -> bool:
    """规模以上服务业企业实现营业收入1256亿元。其中，…。实现利润总额89.6亿元: whether a sentence begins with what is booked, in a paragraph about bodies within a bound."""
    walk, names = label.walk, label.vocabulary.names
    first = walk.paragraph_first
    if first is None or label.in_same_sentence or not label.is_level or not first.name.startswith(names.bounded) or walk.row.clause_start(label.index) != walk.sentence_start:
        return False
    return label.text in names.booked or label.text in names.booked_of_people


def _of_same_bodies(label: Label) -> str | None:
    """1—9月，规模以上工业企业利润352亿元。9月当月利润46亿元: at another time, of the same bodies."""
    frame, names = label.frame, label.vocabulary.names
    if label.text != frame.parts.measure or not (label.text in names.booked or label.text in names.takings) or not label.is_level or not label.has_same_unit:
        return None
    if label.index - label.walk.sentence_start > _OPENING or "T" not in label.walk.row.letters(label.walk.sentence_start, label.index):
        return None
    bodies = label.namer.longest_group(frame.name)
    return frame.name if bodies.endswith(names.having_bodies) and frame.sentence == label.walk.sentence - 1 else None


def bodies_of_trade(label: Label) -> str | None:
    """规模以上工业总产值820亿元，企业产销率97% → 规模以上工业企业产销率: the bodies of the trade that a threshold bounds."""
    names, whole = label.vocabulary.names, label.frame
    if label.parts.topic not in names.bounded_bodies or not label.parts.measure or not whole.name.startswith(names.bounded) or not whole.parts.measure:
        return None
    return join(whole.parts.topic, label.text) if label.namer.is_name(whole.parts.topic) else None


def account_of_bodies(label: Label) -> str | None:
    """大中型工业企业120家；工业增加值30亿元；上交税金2亿元 → 大中型工业企业上交税金: what is booked, of whoever the sentence counts."""
    walk, names = label.walk, label.vocabulary.names
    if label.text not in names.booked and label.text not in names.takings:
        return None
    # 社会消费品零售总额38亿元。其中限额以上企业35户，消费品零售额4.8亿元: of the bodies among the parts.
    begun = max(walk.sentence_start, walk.parts_from or 0)
    said = [draft.indicator for draft in reversed(walk.drafts) if draft.token >= begun and draft.aspect == "level" and (draft.parent is None or draft.kind == "count")]
    if walk.parts_from is not None and walk.parent is not None and walk.parent.sentence == walk.sentence and walk.parent.unit == label.amount.unit:
        # 国有企业资产120亿元，其中流动资产45亿元；固定资产60亿元: of whose the whole is.
        said.append(walk.parent.name)
    elif walk.parts_from is not None and not (said and said[0].startswith(names.bounded)):
        return None
    own = label.namer.longest_group(label.text)
    for name in said:
        head = next((name.removesuffix(word) for word in names.booked if name.endswith(word)), name)
        bodies = head if label.namer.is_name(head) or head.endswith(names.owners) else label.namer.longest_group(head)
        if without_bracket(bodies).endswith((*names.having_bodies, *names.owners)) and own in bodies and bodies != own and not bodies.startswith(names.means):
            return bodies + (label.text.removeprefix(own) if bodies.endswith(own) else label.text)
    return None


def deed_of_bodies(label: Label) -> str | None:
    """全省共有社会组织3.2万个；吸纳就业24万人，接收捐赠5.1亿元 → 社会组织吸纳就业: what bodies do that the sentence has counted."""
    walk = label.walk
    first = walk.sentence_first
    if first is None or first.draft is None or first.draft.kind != "count" or first.draft.rule == "change.reach" or first.draft.token < walk.sentence_start or not label.text.startswith(label.vocabulary.names.done_by_bodies):
        return None
    is_body = label.namer.is_name(first.name) or first.name.endswith(label.vocabulary.names.having_bodies)
    alone = is_body and not first.parts.measure and not label.namer.starts_with_verb(first.name) and walk.parts_from is None and walk.actor is None
    return first.name + label.text if alone and label.amount.unit != first.unit else None


def run_of_carrier(label: Label) -> str | None:
    """建设中欧班列集结中心，全年开行1800列 → 开行中欧班列: a verb alone, of what goes somewhere, which a clause without a number speaks of before."""
    names, walk = label.vocabulary.names, label.walk
    if label.text not in names.running or not label.is_level or label.parts.measure:
        return None
    start, stop = walk.sentence_start, walk.window(label.index)
    start += walk.row.letters(start, stop).rfind(";") + 1
    said = walk.row.words_between(start, stop)
    if walk.row.has_claim(start, stop) or not any(noun in said for noun in names.travelling):
        return None
    words, carriers = label.namer.words(said), [""]
    begins = {place + 1 for place, word in enumerate(words) if not word.isalnum() or label.namer.is_verb(word) or word in names.series_deeds or word in names.undertaking} | {0}
    for place, word in enumerate(words):
        if word.endswith(names.travelling):
            head = next((before for before in range(place, max(place - _ATTRIBUTES, -1), -1) if before in begins), place)
            carriers.append("".join(words[head : place + 1]))
    carrier = max(carriers, key=len)
    return label.text + carrier if carrier else None


def connected_by(label: Label) -> str | None:
    """中欧班列开行909列，连接境外城市20个 → 中欧班列连接境外城市: where those go that the clause before counted."""
    names = label.vocabulary.names
    if not label.text.startswith(names.connecting) or not label.is_level or not label.frame.level:
        return None
    carrier = label.namer.without_deed(label.namer.stock_of(label.frame.name))
    return carrier + label.text if carrier.endswith(names.travelling) and not label.namer.starts_with_verb(carrier) else None


def seen_on_platform(label: Label) -> str | None:
    """新媒体平台累计发布4679条、阅读量1600万 → 新媒体平台阅读量: how many saw or follow what the sentence says stands on a platform."""
    names, walk = label.vocabulary.names, label.walk
    if not label.text.endswith(names.seen):
        return None
    first = next((draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start), "")
    end = max((first.find(word) + len(word) for word in names.platforms if word in first), default=0)
    if end and not any(word in label.text for word in names.platforms) and not label.namer.starts_with_verb(first):
        return first[:end] + label.text
    held = label.namer.take_apart(first)
    # 开展直播活动6场，全平台观看量65万: of what was held.
    return held.object + label.text if held.verb in names.holding and not held.measure and len(held.object) >= _NOUN and label.frame.name == first else None


def settled_in(label: Label) -> str | None:
    """建成科技园区12个，入驻企业800家 → 科技园区入驻企业: who came into what the number before counts or measures."""
    frame, names = label.frame, label.vocabulary.names
    if not label.text.startswith(names.settling) or not (label.in_same_sentence and label.is_level and frame.level) or label.parts.measure or label.has_same_unit or label.walk.actor is not None:
        return None
    if frame.draft is not None and frame.draft.kind == "money":
        # 亩均税收86万元，入驻企业平均拥有专利23件: into no sum.
        return None
    host = frame.name.removeprefix(deed_in_front(label.namer, names, frame.name))
    if (parted := label.namer.before_deed(host)) is not None and parted[0]:
        # 科技园引进项目30个，入驻研发机构12家: into whoever did that.
        host = parted[0]
    words = label.namer.words(host)
    if words[0] in names.and_then:
        # 建成并投入使用众创街区: a second deed to it.
        host = "".join(words[2:])
    elif any(word in names.and_then for word in words):
        return None
    return host + label.text if len(host) >= _NOUN and not label.namer.has_measure(host) and not label.namer.ends_with_deed(host) and not label.namer.starts_with_verb(host) else None


def handled_of_bracket(label: Label) -> str | None:
    """政协提案13件（含主办件3件） → 政协提案主办件: as what the things before the bracket are handled."""
    is_of_bracket = label.text in label.vocabulary.names.handled and bool(label.walk.brackets) and label.has_same_unit
    return label.frame.name + label.text if is_of_bracket and label.frame.level else None


def bounded_bodies(topic: str | None, names: NameWords) -> str:
    """限额以上单位 of 限额以上单位商品零售额, 限额以上 of 限额以上商品零售额: the bodies that a clause bounds; empty where it bounds none."""
    if not topic or not topic.startswith(names.bounded):
        return ""
    bodies = topic[: min((place + len(word) for word in names.bounded_bodies if (place := topic.find(word)) > 0), default=0)]
    return bodies or next((word for word in names.bounds_of_sellers if topic.startswith(word)), "")


def bodies_of_topic(label: Label) -> str | None:
    """限额以上单位商品零售额中，汽车类增长17.7% → 限额以上单位汽车类零售额: what is told of the bodies that a clause bounds is theirs."""
    names = label.vocabulary.names
    bodies = bounded_bodies(label.walk.topic, names)
    if not bodies or not label.text or label.text.startswith(names.bounded) or label.aspect not in ("level", "change"):
        return None
    if label.text in names.of_bodies and label.in_same_sentence:
        # 规模以上工业企业中，国有控股企业主营业务收入17亿元，主营业务收入利润率5.7%: of the bodies last spoken of.
        last = label.namer.longest_group(label.frame.name)
        return last + label.text if last.endswith(names.having_bodies) else None
    # 限额以上零售业单位中，便利店零售额增长4.7%，超市增长2.7%
    measure = label.walk.topic_measure or (label.frame.parts.measure if label.frame.name.startswith(bodies) and label.aspect == "change" else "")
    named = label.text if label.parts.measure else join(label.text, measure)
    return bodies + named if label.namer.has_measure(named) else None


def part_of_bounded(label: Label) -> str | None:
    """限额以上单位汽车类零售额增长3.6%，其中新能源汽车零售额增长76% → 限额以上单位新能源汽车零售额: a part is sold by those who sell the whole."""
    names = label.vocabulary.names
    # Of what is only said to have grown there is no level.
    whole = label.frame if label.is_rate_of_change and not label.frame.level and label.frame.sentence >= label.walk.sentence - 1 else label.walk.parent
    if label.walk.parts_from is None or whole is None or not label.parts.measure or label.parts.measure != whole.parts.measure:
        return None
    if not whole.name.startswith(names.bounds_of_sellers) or label.text.startswith(names.bounded) or label.aspect not in ("level", "change"):
        return None
    return bounded_bodies(whole.name, names) + label.text


def zone_of_flow(label: Label) -> str | None:
    """自贸试验区新增企业1210户、新增注册资本82亿元 → 自贸试验区新增注册资本: what is new in the zone before is new there too."""
    if len(label.text) < _WORD:
        return None
    zone, found, _ = label.frame.name.partition(label.text[:_WORD])
    return zone + label.text if found and zone.endswith(label.vocabulary.names.zones) and label.namer.is_flow(label.text[:_WORD]) else None


def fund_of_flow(label: Label) -> str | None:
    """工伤保险基金收入12亿元；基金支出10亿元 → 工伤保险基金支出; 金融机构人民币存款余额…。贷款余额… → 金融机构人民币贷款余额: the same noun with the opposite flow."""
    flows, first = label.vocabulary.names.counter_flows, label.walk.paragraph_first
    # 养老保险基金收入4.6亿元，支出3.2亿元，年末结余8.1亿元: alone, of a fund only.
    is_named = len(label.text) >= _SHORTEST or any(label.frame.name.removesuffix(flow).endswith(label.vocabulary.names.funds) for flow in flows if label.frame.name.endswith(flow))
    own = next((flow for flow in flows if flow in label.text), "") if is_named else ""
    if not own or not label.has_same_unit:
        return None
    # 五项社会保险基金收入合计289亿元，增长20%。基金支出合计221亿元: right behind a full stop too.
    near = label.in_same_sentence or (label.index - label.walk.sentence_start <= _OPENING and label.frame.sentence == label.walk.sentence - 1)
    before, last = [label.frame.name] if near else [], label.frame.draft
    if near and last is not None and last.parent is not None and label.text.endswith(label.vocabulary.names.flowing_stocks) and (not label.in_same_sentence or ";" in label.walk.row.letters(last.token, label.index)):
        # 存款余额12万亿元，其中住户存款余额6万亿元；贷款余额11万亿元: of whom the whole is; behind a full stop as well.
        before = [last.parent.indicator]
    if label.text.startswith(label.vocabulary.names.funds):
        # 养老保险基金总收入168亿元。…。基金总支出127亿元: of the last fund that the paragraph told of.
        before += [draft.indicator for draft in reversed(label.walk.drafts) if draft.aspect == "level"]
    if first is not None and label.text.endswith(label.vocabulary.names.flowing_stocks) and first.unit == label.amount.unit:
        before.append(first.name)
    others = [label.text.replace(own, flow) for flow in flows if flow != own]
    funds = (name.removesuffix(other) for name in before for other in others if name.endswith(other) and name != other)
    # 地方财政收入28亿元，财政支出97亿元: what a place keeps of its revenue is no part of what it spends.
    return next((fund + label.text for fund in funds if fund not in label.vocabulary.names.kept_part), None)


def rest_of_fund(label: Label) -> str | None:
    """职工医保基金收入1.4亿元，支出1.0亿元，累计结存2.2亿元 → 职工医保基金累计结存: of the fund whose flows the sentence told of."""
    if without_bracket(label.text) not in label.vocabulary.names.rests_of_funds or not label.is_level:
        return None
    told = (draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start)
    fund = next((name[: place + len(word)] for name in told for word in label.vocabulary.names.funds if (place := name.find(word)) > 0), "")
    return fund + label.text if fund else None


def fund_of_scheme(label: Label) -> str | None:
    """工伤保险参保人数86万人；基金收入5.6亿元 → 工伤保险基金收入: of the scheme whose people the sentence counted."""
    names, walk = label.vocabulary.names, label.walk
    if not label.text.startswith(names.funds) or not label.is_level:
        return None
    told = [draft.indicator for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start]
    if any(word in name for name in told for word in names.funds):
        # 社会保险基金收入…，基金支出…: another flow of the same.
        return None
    schemes = ((name, place + len(word)) for name in reversed(told) for word in names.schemes if (place := name.find(word)) > 0)
    scheme = next((name[:end] for name, end in schemes), "")
    return scheme.removeprefix(label.namer.take_apart(scheme).verb) + label.text if scheme else None


def fund_said_whole(label: Label) -> str | None:
    """社会保险基金余额24亿元，上年保险基金结余23亿元 → 社会保险基金结余: the fund that the number before names whole."""
    word = next((word for word in label.vocabulary.names.funds if word in label.text), "")
    head, _, rest = label.text.partition(word) if word and label.in_same_sentence and label.has_same_unit else ("", "", "")
    before = label.frame.name.partition(word)[0] if rest and word in label.frame.name else ""
    return before + word + rest if head and before != head and before.endswith(head) else None


def sum_of_budget(label: Label) -> str | None:
    """一般公共预算收入120亿元，加上转移性收入80亿元，收入总计200亿元 → 一般公共预算收入总计: of the accounts whose flow the paragraph stated last."""
    names = label.vocabulary.names
    if label.amount.kind != "money" or label.text[:_WORD] not in names.counter_flows or len(label.text) > _LONGEST_SUM:
        return None
    # 总计 says nothing of any other name.
    printed = label.walk.row.words_between(label.walk.window(label.index), label.index).strip()
    said = next((word for word in names.budget_sums if printed.startswith(word) and label.text in (word, word[:_WORD])), "")
    if not said:
        # 收入总计3330万元；支出安排2100万元: of the same accounts, and not of the sum.
        summed = next((word for word in names.budget_sums if label.frame.name.endswith(word)), "") if label.text in names.counter_flows else ""
        return label.frame.name.removesuffix(summed) + label.text if summed else None
    last = next((draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start and draft.indicator.endswith(names.budget_sums)), "")
    if last:
        # 市级收入总量231.8亿元；…，支出总量231.8亿元: both sums of one budget.
        return without_end(last, names.budget_sums) + said
    flow = said[:_WORD]
    stated = (_of_all_levels(draft.indicator.removesuffix(flow), names) for draft in reversed(label.walk.drafts) if draft.parent is None and draft.indicator.endswith(flow))
    whole = next((stem + said for stem in stated if stem.endswith(names.budgets) and not label.namer.starts_with_verb(stem)), None)
    # 补助收入12亿元、债券收入1亿元，收入合计13亿元: the sum of several is no part of the last.
    items = sum(draft.token >= label.walk.sentence_start and without_bracket(draft.indicator).endswith(flow) for draft in label.walk.drafts)
    return whole or (said if items > 1 else None)


def level_of_accounts(label: Label) -> str | None:
    """市本级预算收入25亿元，其中上划中央收入11亿元 → 市本级上划中央收入: a part of the accounts of one level is at that level."""
    whole, levels = label.walk.parent, label.vocabulary.names.levels_of_accounts
    if label.walk.parts_from is None or whole is None or label.amount.kind != "money" or not label.is_level or whole.unit != label.amount.unit:
        return None
    level = head_of(whole.name, levels)
    return level + label.text if level and label.parts.measure and not label.text.startswith(levels) else None


def _of_all_levels(stem: str, names: NameWords) -> str:
    """一般公共预算 of 一般公共预算本级: what is summed up holds what others gave too."""
    return next((stem.removesuffix(word) for word in names.own_levels if stem.endswith(word)), stem)


def doer_of_deed(label: Label) -> str | None:
    """中欧班列开行线路覆盖20个国家，全年开行909列 → 中欧班列开行: a verb alone that the clause before gave a subject."""
    if not label.is_level or not label.text or not label.in_same_sentence or label.has_same_unit or not label.namer.is_deed(label.text):
        return None
    head, found, _ = label.frame.name.partition(label.text)
    is_noun = found and len(head) >= _WORD and not label.namer.starts_with_verb(head) and not label.namer.has_measure(head)
    return head + label.text if is_noun else None


def attendance(label: Label) -> str | None:
    """举办群众文化活动30场，参加人数5万人 → 群众文化活动参加人数: those who came, to what was held."""
    names, frame = label.vocabulary.names, label.frame
    if not label.text.startswith(names.attending):
        return None
    first = next(word for word in names.attending if label.text.startswith(word))
    came = label.text.removeprefix(first)
    if not came and first not in names.effects and label.amount.unit in label.vocabulary.people_units and frame.draft is not None and frame.draft.kind == "count" and frame.unit not in label.vocabulary.people_units:
        # 举办赛事活动410场，参与30万人次
        return (frame.parts.object if frame.parts.verb else frame.name) + first
    # 参加活动总人数: the noun said again.
    noun = label.namer.words(came)[0] if came else ""
    is_said_again = len(noun) >= _NOUN and frame.parts.topic.endswith(noun) and came.endswith(names.attendance)
    if came not in names.attendance and not is_said_again:
        return None
    # 举办活动2900次，同比增长38%；参加人次213万: also behind how the number of them changed.
    stated = next((draft for draft in reversed(label.walk.drafts) if draft.aspect == "level" and draft.indicator == frame.name), None)
    if stated is None or stated.kind != "count" or stated.token < label.walk.sentence_start:
        return None
    if not frame.parts.verb and (verb := next((word for word in names.holding if word in frame.name), "")):
        # 为读者举办各种活动2900次，参加人次213万
        head, _, rest = frame.name.partition(verb)
        # 图书馆为读者举办各种活动 → 图书馆各种活动参加人次
        whose = next((head.partition(word)[0] for word in names.beneficiaries if word in head), head if head.endswith(names.showing) else None)
        return whose + rest + label.text if len(rest) >= _NOUN and whose is not None else None
    if is_said_again:
        return first + frame.parts.topic + came.removeprefix(noun) if frame.parts.verb in names.holding else None
    return frame.parts.topic + label.text if frame.parts.verb in names.holding and frame.parts.topic and not frame.parts.measure else None
