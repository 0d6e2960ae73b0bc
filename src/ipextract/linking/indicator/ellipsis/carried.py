"""What the clause before says is of the next number too: a measure that examples are given of, a substance, an award, a noun left out behind 的."""

from __future__ import annotations

from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.those import told_alone
from ipextract.linking.indicator.subjects import told_measure
from ipextract.linking.indicator.substances import air_of, says_no_substance, substance_before, substance_of
from ipextract.linking.lists.series import deed_in_front
from ipextract.rules.tokens import NUMBERS

# 轻度污染的: a noun of one character is no noun by itself.
_SHORTEST_NOUN = 2
# How far before a number, in tokens or characters, its 占 or 的 may stand.
_NEAR = 6
_LONGEST_OCCASION = 16
# 一等
_GRADE = 2
# 职务发明 of 非职务发明: what two names must have in common to be of one kind.
_SHORTEST_OVERLAP = 3
# 损失数
_SHORT_COUNT = 4
# How many members of a list are looked back at.
_BESIDE = 4
# 申请专利…，授权专利…
_PAIR = 2
# 非: how far they may differ at their heads.
_PREFIX = 2


def example(label: Label) -> str | None:
    """利用率偏低，如玻璃为61.2%、瓷砖为52.8% → 瓷砖利用率: examples of what was measured, until the sentence ends."""
    walk, namer = label.walk, label.namer
    goes_on = walk.examples[0] == walk.sentence or (walk.parts_from is not None and walk.parts_from >= walk.sentence_start)
    if not label.text or label.parts.measure or label.parts.verb or not (goes_on or walk.gives_examples):
        return None
    start = walk.window(label.index)
    if walk.row.words_between(start, label.index).startswith(label.vocabulary.clauses.examples):
        walk.examples = walk.sentence, _measured_before(label, start)
    elif walk.tokens[start].letter == "D" and start and not walk.row.has_number(walk.row.clause_start(start - 1), start):
        # 多数行业利润率有所回升，其中通用设备制造业为6.5%
        walk.examples = walk.sentence, label.namer.take_apart(told_measure(walk, walk.row.clause_start(start - 1), start - 1)).measure
    sentence, measure = walk.examples
    if sentence != walk.sentence or not measure or measure in label.vocabulary.names.indicators_alone or namer.starts_with_verb(label.text):
        return None
    return join(label.text, measure) if _is_measured_by(label, measure) else None


def body_among_places(label: Label) -> str | None:
    """吴兴区120件；市知识产权保护中心30件: a body in a list of places has of the same as they."""
    draft = label.frame.draft
    walk = label.walk
    if draft is None or not label.is_level or not label.has_same_unit or not label.text.endswith(label.vocabulary.agencies) or draft.region == walk.setting.home:
        # 全市拥有实验室91家；工程技术研究中心549家: no place among others.
        return None
    before = walk.row.before(walk.row.clause_start(label.index))
    if draft.origins.get("region") != "printed" or before is None or before.letter not in ";/" or not label.in_same_sentence:
        return None
    walk.actor, walk.region, walk.region_named = label.text, None, False
    return label.frame.name


def _measured_before(label: Label, start: int) -> str:
    """窑炉利用率 of 主要建材产品窑炉利用率偏低: what the clause before 如 says is measured of its examples."""
    walk, namer = label.walk, label.namer
    stop = start - 1
    first = walk.row.clause_start(stop) if stop > 0 else 0
    name = told_measure(walk, first, stop) if stop > 0 and not walk.row.has_number(first, stop) else ""
    if not name and label.frame.sentence >= walk.sentence - 1:
        name = label.frame.name
    again = walk.examples[1]
    if again and name.endswith(again):
        return again
    return namer.behind_longest_group(name).lstrip("的") or namer.take_apart(name).measure


def _is_measured_by(label: Label, measure: str) -> bool:
    """Whether a number like this one can be of the measure: a percentage of a rate, an amount of no rate, any change of any."""
    if label.aspect != "level":
        return label.aspect == "change"
    return (label.amount.kind == "percentage") == measure.endswith(label.vocabulary.rates)


def substance(label: Label) -> str | None:
    """首要污染物为臭氧，超标天数5天 → 臭氧超标天数: a measure alone, of what the clause before says is so."""
    walk = label.walk
    sentence, index, noun = walk.identified
    last = walk.drafts[-1].token if walk.drafts else -1
    if noun and sentence == walk.sentence and last <= index and (label.text in label.vocabulary.names.of_substances or label.namer.is_bare(label.text)):
        return join(noun, label.text)
    if noun and sentence == walk.sentence and last <= index and label.text in label.vocabulary.names.deeds_to_titles and label.frame.name.endswith(label.text) and (group := label.namer.longest_group(label.frame.name)):
        # 企业发明专利授权1200件；其次是高校，授权320件: the same was granted to whom the clause names.
        return noun + label.frame.name.removeprefix(group)
    if (says_no_substance(label.text, label.vocabulary) and label.frame.sentence >= walk.sentence - 1) and (noun := substance_before(label.frame.name, label.vocabulary)):
        # 二氧化硫年日均值为15微克/立方米。日均值范围为2-35微克/立方米
        return join(noun, label.text)
    if label.text not in label.vocabulary.names.of_substances or not label.in_same_sentence:
        return None
    # 臭氧为首要污染物的天数12天，超标天数5天; 二氧化硫年均浓度12微克/立方米，超标天数5天
    found = label.vocabulary.clauses.identified_first.match(label.frame.name)
    days = max((word for word in label.vocabulary.names.of_substances if label.frame.name.endswith(word)), key=len, default="")
    if found is None and days:
        # 细颗粒物达标天数347天，达标率94.8%
        return label.frame.name.removesuffix(days) + label.text
    noun = found["noun"] if found is not None else substance_of(label.frame.name, label.vocabulary)
    return join(noun, label.text) if noun else None


def rate_of_air(label: Label) -> str | None:
    """城区空气质量优良天数320天，达标率87% → 城区空气质量达标率: on how many of all days."""
    air = air_of(label.frame.name, label.text, label.vocabulary)
    return air + label.text if air else None


def award(label: Label) -> str | None:
    """获省赛金牌181枚、银牌142枚 → 获省赛银牌: another award of the same occasion."""
    awards, name, walk = label.vocabulary.names.awards, label.frame.name, label.walk
    if label.text not in awards or not label.in_same_sentence:
        return None
    if walk.parts_from is not None and walk.parent is not None and walk.parent.sentence == walk.sentence:
        # 湾区大赛22个项目获奖，其中金奖6项
        name, occasions = walk.parent.name, label.vocabulary.names.contests
        held = max((name.rfind(noun) + len(noun) for noun in occasions if noun in name), default=0)
        return name[:held] + label.text if held else None
    if not label.has_same_unit:
        return None
    head = next((name.removesuffix(noun) for noun in awards if name.endswith(noun) and name != noun), "")
    return head + label.text if head and not head.endswith("、") else None


def award_of_scene(label: Label) -> str | None:
    """在第24届中国专利奖评选中，获金奖1项 → 获中国专利奖金奖: an award on the occasion that the clause before sets."""
    walk, names = label.walk, label.vocabulary.names
    if not label.text.endswith(names.awards):
        return None
    noun = next(noun for noun in names.awards if label.text.endswith(noun))
    start, first = walk.row.clause_start(label.index), walk.sentence_start
    if first < start and walk.row.has_number(first, start):
        # 组织赛事7项，在全国比赛中，获金牌4枚: the clause right before.
        first = walk.row.clause_start(start - 1)
        if not walk.row.words_between(first, start).startswith(names.located):
            return None
    if first >= start or walk.row.has_number(first, start) or any(word in label.text.removesuffix(noun) for word in names.contests):
        return None
    if not walk.row.words_between(first, start).rstrip("，").endswith(names.occasion_ends):
        return None
    scene = walk.namer.clean(walk.label_text(first, start).replace("\n", "")).removeprefix("在")
    held = max((scene.rfind(word) + len(word) for word in names.contests if word in scene), default=0)
    occasion = label.vocabulary.forms.ordinal.sub("", scene[:held])
    grade = label.text.removesuffix(noun)
    # 中国外观设计优秀奖 of 中国专利奖: who gives it stands in its own name.
    return grade + occasion + noun if 0 < len(occasion) <= _LONGEST_OCCASION and occasion[:_SHORTEST_NOUN] not in grade else None


def done_of_topic(label: Label) -> str | None:
    """已办结的申请件中，公开73件 → 已办结的申请件公开: what was done to so many of the cases among which the clause says they are."""
    topic, names = label.walk.topic, label.vocabulary.names
    if not topic or not topic.endswith(names.applications) or not label.is_level or label.amount.unit not in names.units_of_cases:
        return None
    if topic.endswith(label.text):
        # 在专利申请中，全市申请683件: what is looked at says what was done.
        return topic
    is_deed = label.text.startswith(names.dispositions) or label.namer.is_deed(label.text)
    return topic + label.text if is_deed and label.namer.head_noun(topic) not in label.text else None


def disposed(label: Label) -> str | None:
    """收到信息公开申请156件，其中予以公开78件，无法提供38件 → 信息公开申请予以公开: what was answered to so many of the cases that the paragraph counted."""
    names, walk = label.vocabulary.names, label.walk
    if not label.text.startswith(names.dispositions) or not label.is_level or label.amount.unit not in names.units_of_cases:
        return None
    for draft in reversed(walk.drafts):
        counted = label.namer.take_apart(draft.indicator)
        if draft.aspect == "level" and draft.parent is None and draft.unit == label.amount.unit and counted.verb and counted.object.endswith(names.applications):
            return counted.object + label.text if label.namer.head_noun(counted.object) not in label.text else None
    return None


def left_out_noun(label: Label) -> str | None:
    """良好水库占81.2%，较差的占4.3% → 较差水库: the noun behind 的 is that of the number before, or the topic."""
    walk = label.walk
    if not label.text or label.aspect not in ("level", "share") or label.parts.measure:
        return None
    stop = label.index
    if label.aspect == "share":
        stop = next((place for place in range(label.index - 1, max(-1, label.index - _NEAR), -1) if walk.tokens[place].letter == "A"), stop)
    end = walk.tokens[stop].start
    # 侵犯商业秘密罪由2021年的2人增至9人: the particle is the time's.
    is_of_time = bool(stop) and walk.tokens[stop - 1].letter == "T"
    # B证由过去的748人增至903人: it is the start's.
    is_of_start = walk.row.letters(stop - 2, stop) == "YX"
    if is_of_time or is_of_start or not walk.text[max(0, end - _NEAR) : end].rstrip(label.vocabulary.names.before_numbers).endswith("的"):
        return None
    start = walk.window(label.index)
    printed = walk.row.words_between(start, stop).strip().rstrip(label.vocabulary.names.before_numbers)
    if (told := _other_value(label) or _broken_down(label) or None) is not None:
        return told
    among = walk.topic if walk.topic and walk.topic.endswith(label.vocabulary.names.countable) else walk.among
    if among and label.aspect == "share" and (among == walk.topic or label.frame.name.endswith(among)):
        # 339个监测城市中，达标的占65% → 达标的监测城市; 主要指标中，上升的占51%.
        return f"{label.text}的{among}"
    if walk.topic and label.aspect == "share":
        return _some_of_topic(label, walk.topic)
    link = next((word for word in label.vocabulary.names.linking if printed.startswith(word)), "")
    if link and label.in_same_sentence and label.has_same_unit and link in label.frame.name:
        # 专利权人为企业的占65.2%，为高校的占18.1%
        return label.frame.name.partition(link)[0] + printed.removesuffix("的")
    if (part := _some_of_whole(label)):
        return part
    frame = label.frame
    if not label.in_same_sentence or not label.has_same_unit or frame.parts.measure or (label.namer.is_group(label.text) and not _says_what(label)) or (walk.row.has_number(start, stop) and not _bounds_by_money(label, start, stop)):
        # 年费在5万元以下的占79%: a bound says whole sentences, and any noun may be left out.
        return None
    if frame.draft is not None and frame.base in (None, frame.name) and told_alone(walk, frame.draft, label.vocabulary):
        return None
    walk.narrowing = True
    if frame.name[-1:] in label.vocabulary.names.classes and len(frame.name) > 2 * _GRADE:
        # 耕地质量等级一等的占12.5%，二等的占32.1%
        return frame.name[:-_GRADE] + label.text
    name = frame.base or frame.name
    noun, whole = label.namer.head_noun(name), label.namer.without_determiner(name.rpartition("的")[2])
    if "的" in name and whole.endswith(noun) and not label.namer.starts_with_verb(whole):
        # 登记注册的养老机构130个，其中公办的60个 → 公办养老机构
        noun = whole
    if noun in label.text or noun in label.vocabulary.bounds_after:
        # 35岁以下的占54.6%，高级职称的占40%: the first left its noun out too.
        return None
    if label.namer.words(label.text)[0] == label.namer.words(name)[0] and label.namer.is_verb(label.namer.words(name)[0]) and "的" not in name:
        # 涉及商标权的120件，涉及著作权的86件: one in place of the other, and the things are left out of both.
        return label.text
    noun = _all_cases(label, name) or label.namer.with_letters(noun, name)
    if label.amount.unit in label.vocabulary.people_units and (deed := deed_in_front(label.namer, label.vocabulary.names, name)) and "的" not in name:
        # 接收退役士兵126人，其中符合条件的12人: of those to whom it was done.
        noun = name[len(deed) :]
    # 登记为事业单位的1.8万个 → 登记为事业单位的机构
    return f"{label.text}的{noun}" if _says_what(label) else join(label.text, noun)


def _all_cases(label: Label, name: str) -> str:
    """知识产权案件 of 受理知识产权案件316件，新收的274件: another deed to cases is done to all of `name`; empty for what is no such deed."""
    cases = label.frame.parts.object
    return cases if label.text in label.vocabulary.names.deeds_to_cases and name.endswith(cases) else ""


def _some_of_topic(label: Label, topic: str) -> str | None:
    """良好水库 of 水库中，良好的占81%, 侵犯商标权的货物 of 货物中，侵犯商标权的占98%: those of the topic of which the words tell."""
    measured = label.walk.topic_measure
    people = topic == measured and topic.endswith(label.vocabulary.names.people_topics)
    noun = label.namer.without_determiner(topic.rpartition("的")[2])
    if not people and (label.namer.starts_with_verb(label.text) or label.text.startswith(label.vocabulary.names.infringing)) and not measured:
        # What they do narrows them as an attribute.
        return f"{label.text}的{noun}"
    return join(label.text, noun) if people or not measured else None


def _some_of_whole(label: Label) -> str:
    """具有硕士以上学历的法官 of 法官186名，其中具有硕士以上学历的占68%: those of the people counted who have what the words say; empty where no people were counted, or the words say something else."""
    whole = label.walk.parent if label.walk.parts_from is not None else None
    if whole is None or whole.draft is None or whole.draft.unit not in label.vocabulary.people_units or whole.parts.measure or not label.text.startswith(label.vocabulary.names.possessing):
        return ""
    return f"{label.text}的{label.namer.without_determiner(whole.parts.object.rpartition('的')[2])}"


def _broken_down(label: Label) -> str:
    """电气引发火灾 of 接报火灾320起。从起火原因看，电气引发的120起: things of which a clause tells, of those that are broken down; empty where it tells of none."""
    whole, namer = label.walk.breakdown, label.namer
    if whole is None or not label.is_level or whole.unit != label.amount.unit or whole.parts.measure or namer.is_group(label.text):
        return ""
    thing = whole.name[len(deed_in_front(namer, label.vocabulary.names, whole.name)) :]
    return "" if not thing or "的" in thing or thing[-_SHORTEST_NOUN:] in label.text else join(label.text, thing)


def of_same_kind(label: Label) -> str | None:
    """提供夜诊的医院占同类机构的99%，卫生院占98% → 提供夜诊的卫生院: of each kind those of whom the same is told."""
    walk, names = label.walk, label.vocabulary.names
    last = walk.drafts[-1] if walk.drafts else None
    if label.aspect != "share" or last is None or last.aspect != "share" or not (last.whole or "").startswith(names.of_same_kind) or not label.in_same_sentence:
        return None
    told, of, _ = last.indicator.rpartition("的")
    return told + of + label.text if of and "的" not in label.text else None


def _other_value(label: Label) -> str | None:
    """房价上涨的城市个数为23个，持平的为4个 → 房价持平的城市个数: those of whom the same is told otherwise."""
    head, _, noun = label.frame.name.rpartition("的")
    values = label.vocabulary.names.values
    told = next((value for value in sorted(values, key=len, reverse=True) if head.endswith(value)), "") if label.text in values and noun else ""
    of_what = head.removesuffix(told)
    if not told or not of_what or of_what.endswith(tuple(label.vocabulary.joins)) or not label.in_same_sentence or not label.has_same_unit:
        return None
    return f"{of_what}{label.text}的{noun}"


def _bounds_by_money(label: Label, start: int, stop: int) -> bool:
    """销售收入超亿元的12家: whether the words bound by a sum which of the things are counted."""
    numbers = [token for token in label.walk.tokens[start:stop] if token.letter in NUMBERS]
    return label.is_level and label.amount.kind == "count" and all(token.value is not None and token.value.kind == "money" for token in numbers)


def _says_what(label: Label) -> bool:
    """登记为事业单位, and not 事业单位: whether a verb tells what the things are or what was done to them."""
    return bool(label.parts.verb) or label.text.endswith(tuple(label.vocabulary.names.changes)) or any(word in label.vocabulary.names.linking for word in label.namer.words(label.text))


def alike(label: Label) -> str | None:
    """省级知识产权优势企业52家、示范企业15家 → 省级知识产权示范企业: the same noun narrowed by a word as long, behind 、."""
    namer, name = label.namer, label.frame.name
    if not (label.is_level and label.has_same_unit and name[-1:] == label.text[-1:] and len(name) > len(label.text) and label.walk.follows_pause(label.index)):
        return None
    words, before = namer.words(label.text), namer.words(name)
    size = len(words)
    if size < _SHORTEST_NOUN or len(before) <= size or label.parts.measure or label.frame.parts.measure:
        return None
    is_deed = words[-1] in label.vocabulary.names.deed_nouns and bool(label.frame.parts.verb)
    if namer.is_modifier(words[0]) or ((namer.is_verb(words[0]) or label.parts.verb) and not is_deed):
        # 办理机动车注册登记8.6万辆、注销登记1.3万辆: which registration.
        return None
    same_shape = words[-1] == before[-1] and words[0] not in before and [*map(len, words)] == [*map(len, before[-size:])]
    head = "".join(before[:-size])
    if _is_plain_beside(label, head, words[-1]):
        return None
    # 中药民族药59015个、化学药95406个: two nouns of one kind, the next another.
    if not same_shape or head.endswith(words[-1]) or namer.is_verb(head) or before[-size] in label.vocabulary.bounds_after or _are_kinds(label, head):
        return None
    if head.endswith(label.vocabulary.conjunctions):
        # 侦破部督办及跨省案件32起、省督办案件112起: the deed alone is done to both.
        return deed_in_front(namer, label.vocabulary.names, head) + label.text
    return head + label.text


def _are_kinds(label: Label, head: str) -> bool:
    """其中工矿仓储用地320亩、住宅用地210亩、基础设施用地650亩: whether parts behind one another end alike and the next is of another shape, so that each is whole and `head` is of the first alone."""
    walk = label.walk
    if walk.parts_from is None or walk.row.letters(label.index + 1, label.index + 4) != "/X#" or any(label.namer.is_modifier(word) for word in label.namer.words(head)):
        return False
    words = label.namer.words(walk.row.words(label.index + 2))
    own = label.namer.words(label.text)
    return words[-1] == own[-1] and [*map(len, words)] != [*map(len, own)] and not words[0].startswith(head)


def _is_plain_beside(label: Label, head: str, noun: str) -> bool:
    """零碳工厂10家、超级能效工厂7家、绿色工厂201家: whether a member of the list before the last has the noun without what would be carried."""
    walk = label.walk
    narrowing = head.removeprefix(label.namer.take_apart(label.frame.name).verb)
    beside = (draft.indicator for draft in walk.drafts[-_BESIDE:-1] if draft.token >= walk.row.clause_start(label.index) and draft.unit == label.amount.unit)
    return bool(narrowing) and any(name.endswith(noun) and narrowing not in name for name in beside)


def counterpart(label: Label) -> str | None:
    """职务发明专利授权1200件；非职务发明102件 → 非职务发明专利授权: what stands behind the words that both have."""
    name, text = label.frame.name, label.text
    if label.parts.verb or label.parts.measure or label.aspect not in ("level", "share") or not label.in_same_sentence or not label.has_same_unit:
        return None
    if label.namer.award_of(name) and text.endswith(label.vocabulary.names.prizes):
        # 中国质量奖提名奖3家，省长质量奖18家: an award of its own.
        return None
    if text.startswith(label.vocabulary.names.standing) or label.frame.parts.measure in label.vocabulary.names.counts_only or label.namer.deed(text):
        return None
    if text[-1:] in label.vocabulary.names.classes and text[-1] in name[:-1] and not label.frame.parts.measure:
        # Ⅰ—Ⅲ类水质断面占85.2%，Ⅳ类占10.1%
        return text + name.rpartition(text[-1])[2]
    if "的" in text or text in name or text.startswith(label.vocabulary.names.means):
        # GDP总量2086亿元，人均GDP7.2万元: what is averaged is a whole name.
        return None
    for size in range(min(len(text), len(name)) - 1, max(_SHORTEST_OVERLAP, len(text) - _PREFIX) - 1, -1):
        _, found, rest = name.partition(text[-size:])
        if found and rest and not rest.startswith(("（", *label.vocabulary.joins)):
            return text + rest
    return None


def holder(label: Label) -> str | None:
    """装备制造业支撑作用明显，行业增加值占… → 装备制造业增加值: a word for the group that the sentence began with."""
    walk = label.walk
    if not walk.subject:
        return None
    if label.text in label.vocabulary.pulls:
        # 第二产业成为经济增长的主要力量，贡献率达57.9%
        return walk.subject + label.text if not walk.drafts or walk.drafts[-1].token < walk.subject_from else None
    word = next((word for word in label.vocabulary.names.group_words if label.text.startswith(word)), "")
    rest = label.text.removeprefix(word)
    # 造船业一枝独秀，年产值突破百亿元
    measure = rest[1:] if rest.startswith(label.vocabulary.names.in_a_year) and label.namer.is_measure(rest[1:]) else rest
    if not label.namer.is_measure(measure) or walk.subject.endswith(label.vocabulary.agencies):
        return None
    if not word:
        # 畜牧业健康发展，实现产值27.5亿元: a measure alone is of whom the sentence began with.
        # 教育事业稳步发展。全县共有小学110所，专任教师4096人: the people are of the bodies that were counted.
        counted = label.in_same_sentence and rest in label.vocabulary.names.people_at_school and label.frame.unit not in label.vocabulary.people_units
        # 旅游强市建设加快。家庭旅馆达531家，床位1.2万张: things counted are of the bodies that were counted, too.
        of_bodies = label.in_same_sentence and label.amount.kind == "count" and label.frame.unit in label.vocabulary.names.body_units and label.amount.unit != label.frame.unit
        is_first = not label.in_same_sentence or (not label.frame.parts.measure and not counted) or not walk.drafts or walk.drafts[-1].token < walk.subject_from
        # 农业取得新进展，320家龙头企业实现收入190亿元: of those whom the clause itself counts.
        is_first = is_first and not of_bodies and not walk.row.has_claim(walk.row.clause_start(label.index), label.index)
        if label.in_same_sentence and "、" in walk.subject and label.frame.name[:_PAIR] in [kind[:_PAIR] for kind in walk.subject.split("、")]:
            # 花卉、茶叶产业稳步发展。花卉基地达15万亩，产值1.5亿元: of the one of them that was told of.
            return None
        if label.in_same_sentence and rest in label.vocabulary.names.outlays and label.frame.name.endswith(label.vocabulary.names.invested_in):
            # 工业经济稳步增长。全年实施重点项目28个，完成投资33.9亿元: in the projects that were counted.
            return None
        # 农业生产形势稳定，实现增加值120.5亿元: of the group that its noun begins with.
        # 渔业生产稳步发展, 粮食生产实现良种化, 粮食喜获丰收: of the trade whose activity it is, or the thing whose making.
        trade = next((walk.subject.removesuffix(word) for word in label.vocabulary.names.activities if walk.subject.endswith(word)), walk.subject)
        group = trade if label.namer.is_name(trade) else label.namer.longest_group(walk.subject) or (trade if trade != walk.subject or trade in label.vocabulary.names.crops else "")
        said = join(walk.subject, rest)
        if not group and len(said) < len(walk.subject) + len(rest):
            # 邮政业务快速发展，完成业务总量2亿元: the measure takes up the last word of what it is of.
            return said if is_first and label.is_level else None
        return group + rest if group and label.namer.is_bare(measure) and (label.is_level or label.is_rate_of_change or label.aspect == "share") and is_first else None
    group = label.namer.longest_group(walk.subject + rest)
    return group + rest if group and not group.startswith(word) else None


def same_holder(label: Label) -> str | None:
    """申请专利4200件，授权专利2500件。其中企业申请专利2100件，授权专利1300件 → 企业授权专利: of each of the two that were told, whose the part is."""
    walk, begun = label.walk, label.walk.parts_from
    if begun is None or not label.is_level:
        return None
    told = [draft.indicator for draft in walk.drafts if draft.token < begun and draft.aspect == "level"][-_PAIR:]
    if any(label.namer.is_name(label.text.removesuffix(name)) for name in told if label.text.endswith(name) and label.text != name):
        # 企业申请专利 says all itself.
        return label.text
    if label.text not in told or label.frame.draft is None or label.frame.draft.token < begun:
        return None
    whole = next((name for name in told if name != label.text and label.frame.name.endswith(name)), "")
    holder = label.frame.name.removesuffix(whole) if whole else ""
    return holder + label.text if holder and label.namer.is_name(holder) else None


def count_beside(label: Label) -> str | None:
    """诈骗案件受理数下降12%、损失数下降35.8% → 诈骗案件损失数: another count of the same cases."""
    frame, text = label.frame, label.text
    end, stem = text[-1:], frame.name[:-1]
    if not label.in_same_sentence or len(text) > _SHORT_COUNT or end not in label.vocabulary.names.count_ends or not frame.name.endswith(end) or not label.walk.follows_pause(label.index):
        return None
    owner = label.namer.without_deed(stem)
    return owner + text if owner != stem and text not in frame.name and not label.namer.is_group(text[:-1]) else None
