"""A part named alone is of what the clause before named: 限额以上商品零售额中，汽车类增长17.7% → 汽车类零售额."""

from __future__ import annotations

from ipextract.linking.endings import without_head
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.walk import Walk


def group_of_topic(label: Label) -> str | None:
    """备案主体3128家。备案主体中，企业3021家 → 企业备案主体."""
    topic = label.walk.topic
    if not topic or not label.namer.is_group(label.text) or label.parts.measure or not (label.is_level and label.has_same_unit):
        return None
    if topic in label.vocabulary.names.deeds_to_titles and (held := _held_titles(label.walk, label.text)):
        return held
    if label.namer.is_name(topic):
        # 基层医疗卫生机构中，卫生院82个: bodies are of bodies, and hold none.
        return None
    return label.text + topic if label.frame.parts.object.endswith(topic) and not label.text.endswith(topic[-2:]) else None


def kind_of_most(label: Label) -> str | None:
    """查扣服装, 受理著作权案件 of 受理的知识产权案件以著作权、商标为主，其中著作权320件: the same was done to each of the kinds that most are of; cases keep their noun."""
    sentence, deed, things = label.walk.mostly
    if sentence != label.walk.sentence or label.walk.parts_from is None or label.parts.verb or label.parts.measure or deed in label.text:
        return None
    names = label.vocabulary.names
    # 新增的经营主体以批发零售、餐饮为主: bodies keep theirs too, and so does a 类.
    whole = label.amount.unit in names.body_units or label.text.endswith(names.of_kind)
    noun = things if whole else next((word for word in names.of_cases if things.endswith(word)), "")
    return deed + join(label.text, noun)


def part_of_titles(label: Label) -> str | None:
    """三种专利授权量中，发明2.1万件 → 发明专利授权量: a kind or a holder alone is of the titles that the clause before measures."""
    unit = label.amount.unit if label.is_level else label.frame.unit
    return _measured_titles(label.walk, label.text, unit) or None


def holder_of_topic(label: Label) -> str | None:
    """从有效发明专利结构看，企业占53% → 企业有效发明专利: whose part of the titles it is that the clause before is about."""
    counted = label.aspect == "share" or (label.is_level and label.amount.unit in label.vocabulary.names.units_of_holdings)
    return (_held_titles(label.walk, label.text) or None) if counted and not label.parts.measure else None


def titles_of_topic(walk: Walk, text: str, unit: str | None) -> str:
    """发明专利授权量 of 三种专利授权量中，发明、实用新型分别为2.1万件和8.6万件: the titles that the clause before is about, of the kind or the holder that `text` names; empty where it is about none."""
    if unit not in walk.vocabulary.names.units_of_holdings:
        return ""
    return _measured_titles(walk, text, unit) or _held_titles(walk, text) or ("" if walk.topic else _held_before(walk, text))


def _measured_titles(walk: Walk, text: str, unit: str | None) -> str:
    """企业商标申请量 of 在商标申请量中 and 企业; empty where the clause measures no titles, or other things are counted."""
    topic, names, namer = walk.topic, walk.vocabulary.names, walk.namer
    # 三种专利授权中: the deed alone is what they are measured by.
    measure = walk.topic_measure or (next((deed for deed in names.deeds_to_titles if topic.endswith(deed)), "") if topic else "")
    if not topic or not measure or not topic.endswith(measure) or unit not in names.units_of_holdings:
        return ""
    # 全部专利授权中: all of them.
    titles = walk.vocabulary.clauses.all_kinds.sub("", namer.lists.counted_names.sub("", topic.removesuffix(measure), count=1), count=1)
    is_part = text.startswith(names.kinds_of_patents) or (namer.is_name(text) and not namer.is_name(titles))
    if not is_part or not titles.endswith(names.titles) or namer.has_measure(text):
        return ""
    return namer.compose(text, namer.take_apart(titles + measure)) if walk.topic_measure else join(text, titles + measure)


def _held_titles(walk: Walk, holder: str) -> str:
    """企业有效发明专利, 国内有效发明专利 of 有效发明专利中 and 企业, 国内; empty where the clause is about no titles, or neither a holder nor a kind is named."""
    topic, names = walk.topic, walk.vocabulary.names
    if topic in names.deeds_to_titles and (before := _held_before(walk, holder) or _held_of_all(walk, topic, holder)):
        # 从申请主体看，企业申请商标120件，高校36件: the clause names but the deed.
        return before
    is_told = walk.namer.is_name(holder) or walk.namer.is_modifier(holder)
    if not topic or not topic.endswith(names.holdings) or not is_told or walk.namer.is_name(topic):
        return ""
    return "" if any(thing in holder for thing in names.holdings) else join(holder, walk.namer.without_determiner(topic))


def held_by_part(walk: Walk, part: str, whole: str) -> str:
    """企业发明授权 of 发明授权中企业占70%，高校占20%: whose part of the titles the first share is; they are what the next ones are shares of too. Empty where nobody is named."""
    if walk.topic or not whole.endswith(walk.vocabulary.names.holdings):
        return ""
    walk.topic, walk.topic_measure = whole, walk.namer.take_apart(whole).measure
    held = _held_titles(walk, part)
    if not held:
        walk.topic, walk.topic_measure = None, ""
    return held


def _held_before(walk: Walk, holder: str) -> str:
    """个人有效发明专利 of 高校有效发明专利120件；个人和机关团体分别为3件和2件: what the holder told last in the sentence has; empty where none was told, or nobody is named."""
    frame, names = walk.frame, walk.vocabulary.names
    if frame is None or frame.sentence != walk.sentence or not walk.namer.is_name(holder) or any(thing in holder for thing in names.holdings):
        return ""
    held = walk.namer.behind_longest_group(frame.name)
    return join(holder, held) if any(thing in held for thing in names.holdings) else ""


def _held_of_all(walk: Walk, deed: str, holder: str) -> str:
    """企业专利申请量 of 专利申请总量达1800件。从申请主体看，企业1200件: a holder's part of the titles with which the paragraph began; empty where it began with none, or nobody is named."""
    whole = walk.paragraph_first
    if whole is None or deed not in whole.name or whole.name.startswith(deed) or not walk.namer.is_name(holder) or any(thing in holder for thing in walk.vocabulary.names.holdings):
        return ""
    return walk.namer.compose(holder, whole.parts)


def kind_of_topic(label: Label) -> str | None:
    """受理的国内申请中，发明专利申请320件 → 受理的国内发明专利申请: one kind of the things that the clause before narrows."""
    # 全部专利授权中, 三种专利申请中: how many of them are looked at is no part of their name.
    topic, text = label.vocabulary.clauses.all_kinds.sub("", label.walk.topic or "", count=1), label.text
    unit = label.amount.unit if label.is_level else label.frame.unit
    cases = label.vocabulary.names.of_cases[0]
    if topic.endswith(cases) and text in label.vocabulary.names.kinds_of_cases:
        # 新收案件中，民事263件、刑事103件; 著作权140件
        text += cases
    if not topic or (unit not in label.vocabulary.names.units_of_holdings and unit not in label.vocabulary.people_units):
        return None
    if not label.namer.is_kind_of(text, topic) or label.namer.starts_with_verb(text) or any(len(word) > 1 and word in text[1:] for word in label.vocabulary.names.come_about):
        # 职务授权专利中，企业获得授权专利3769件: who did what is said in full.
        return None
    if any(draft.indicator.endswith(text) for draft in label.walk.drafts if draft.token >= label.walk.sentence_start):
        # 农产品商标中，茶叶类120件；新增证明商标15件，证明商标累计98件: told before as a thing of its own.
        return None
    # 市法院受理的一审案件中: who did it is no part of them.
    head = label.namer.split_actor(topic)[1].removesuffix(label.namer.words(topic)[-1])
    # 全部申请中，职务申请2817件: that all of them are looked at is no part of it.
    head = without_head(head, label.vocabulary.names.determiners)
    if not head or head in text or head in text.replace("的", ""):
        return None
    # 从发明专利授权结构看，企业授权120件 → 企业发明专利授权: who holds it stands in front.
    # 受理的一审案件中，技术类案件428件: not in front of what was done with them all.
    holder = label.namer.longest_group(text) if "的" not in head else ""
    return holder + head.removeprefix(holder) + text.removeprefix(holder)


def branch_of_economy(label: Label) -> str | None:
    """民营经济增加值中，第一产业增加值17亿元 → 民营经济第一产业增加值: a branch that every economy has is that of the one looked at."""
    topic, measure = label.walk.topic, label.parts.measure
    if not topic or not topic.endswith(measure) or not label.text.startswith(tuple(one for names in label.namer.members.values() for one in names)) or not label.text.endswith(label.walk.topic_measure or measure):
        return None
    economy = topic.removesuffix(measure)
    return economy + label.text if economy.endswith(label.vocabulary.names.economies) else None


def measure_of_topic(label: Label) -> str | None:
    """限额以上商品零售额中，汽车类增长17.7% → 汽车类零售额."""
    if label.walk.topic_measure and not label.parts.measure and label.is_rate_of_change:
        return label.text + label.walk.topic_measure
    return None


def money_of_topic(label: Label) -> str | None:
    """固定资产投资中，民间12.3亿元 → 民间投资; 按构成分，建筑安装工程98.6亿元: an amount of money that a part alone has, where the clause before named or breaks down an amount of money."""
    if label.parts.measure or label.parts.verb:
        return None
    walk, of_money = label.walk, label.vocabulary.units_in_names.get(label.amount.unit or "", ())
    topic = (walk.topic or "") if walk.parts_from is None else walk.breakdown.name if walk.breakdown is not None and walk.tokens[walk.parts_from].letter != "D" else ""
    parts = label.namer.take_apart(topic)
    if not parts.measure.endswith(tuple(of_money)) or not parts.measure or not label.text or label.namer.starts_with_verb(label.text):
        return None
    if label.namer.is_modifier(label.text):
        return label.text + topic
    return label.namer.compose(label.text, parts)


def deed_of_regard(label: Label) -> str | None:
    """专利质押方面，登记320笔 → 专利质押登记; 授权方面，发明1200件 → 发明授权; 专利申请方面，企业申请120件 → 企业专利申请: a deed or a kind alone, in regard of what the clause before says."""
    sentence, index, thing = label.walk.regard
    if sentence != label.walk.sentence or not thing:
        return None
    names, text = label.vocabulary.names, label.text
    if text in names.deed_nouns and text not in thing:
        # 专利质押方面，登记320笔；办理登记120件: a semicolon ends it.
        return thing + text if ";" not in label.walk.row.letters(index, label.index) else None
    deed = next((deed for deed in names.deeds_to_titles if thing.endswith(deed)), "")
    if not deed:
        return None
    if text in names.kinds_of_patents:
        return text + thing
    holder = text.removesuffix(deed)
    return holder + thing if holder and holder != text and label.namer.is_name(holder) else None
