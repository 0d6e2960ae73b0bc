"""Whose the later clauses of a sentence are: of the bodies that its first number was said of."""

from __future__ import annotations

from ipextract.linking.endings import head_of
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.anatomy import without_bracket
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.series import deed_in_front
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS

# 国有工业|社会性服务机构: whose these are is not plain where more stands between one group and the next.
_LONGEST_KIND = 4
# 企业 alone are all there are.
_SHORTEST_OWNER = 3
# 附条件不起诉
_LONGEST_DEED = 6
# 举办: a word.
_WORD = 2
# 14种|丙类疾病共报告发病|12万例
_NEXT = 2

_CLAUSE = lazily(compiled, "[,;]")
# Letters of a clause that goes on telling: numbers, and what a change is measured against.
_STATING = frozenset((*NUMBERS, "B", "H"))


def owner_of_sentence(label: Label, *, held: bool = False) -> str | None:
    """图书馆流通人次1160万，增长46%；书刊外借782万册次 → 图书馆书刊外借: what has no owner of its own is of the bodies that did or had the first.

    Args:
        label: the words, and what they continue.
        held: whether a verb says that someone has it, whatever it is.
    """
    walk = label.walk
    if not label.in_same_sentence or len(label.text) < _WORD or walk.topic:
        return None
    first = next((draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.parent is None), None)
    if first is None or label.vocabulary.owners_said.search(first.indicator) is None:
        return None
    held = held or walk.row.words_between(walk.window(label.index), label.index).strip().startswith(label.vocabulary.names.held)
    if _in_bracket(label) or _in_parts(label) or not (held or _lacks_owner(label)):
        return None
    bodies = _bodies_of(label, first, held=held)
    if first.kind == "percentage" and label.namer.starts_with_verb(label.text) and ";" in walk.row.letters(first.token, label.index):
        # 企业合同签订率97%；受理争议案件860件: a rate of bodies tells nothing of who acts behind a semicolon.
        return None
    if bodies and (_says_kind(label, bodies) or any(word in label.vocabulary.names.all_did for word in label.namer.words(bodies))):
        # 15个村全部成立合作社，清查资产8652万元: what they did is told, and no bodies.
        return None
    if not bodies or first.unit in label.vocabulary.names.units_of_visits or not _goes_on(label, first) or not _still_of(label, bodies, first) or _begun_otherwise(label, bodies):
        return None
    return bodies + label.text


def _says_kind(label: Label, bodies: str) -> bool:
    """义务教育学校628所，九年义务教育巩固率99.6%: whether the words say themselves by what the bodies are called; 机构由86家减至9家；课后服务覆盖率100%: or a rate behind a semicolon, of what it is."""
    first = label.namer.words(bodies)[0]
    is_rate = label.parts.topic and label.parts.measure.endswith(label.vocabulary.names.rate_ends)
    semicolon = ";" in label.walk.row.letters(label.walk.sentence_start, label.index)
    return (len(first) > _WORD and first in label.text) or bool(is_rate and semicolon and len(label.parts.topic) > _WORD and label.amount.kind == "percentage")


def _begun_otherwise(label: Label, bodies: str) -> bool:
    """A级旅游景区121家；全年接待国内游客1.2亿人次，实现旅游收入1512亿元: whether what the semicolon parts from the bodies began with what is not theirs."""
    walk = label.walk
    semicolon = max((place for place in range(walk.sentence_start, label.index) if walk.tokens[place].letter == ";"), default=-1)
    first = next((draft for draft in walk.drafts if draft.token > semicolon), None) if semicolon >= 0 else None
    return first is not None and not first.indicator.startswith(bodies)


def part_of_bodies(label: Label) -> str | None:
    """博物馆从业人员3200人，其中专业技术人员1400人 → 博物馆专业技术人员: a part is of the bodies that the whole is of."""
    whole, names = label.walk.parent, label.vocabulary.names
    if whole is None or label.walk.parts_from is None or whole.unit != label.amount.unit or not label.is_level or _in_bracket(label) or whole.sentence < label.walk.sentence - 1 or label.vocabulary.owners_said.search(whole.name) is None:
        return None
    # 专业技术人员: people by what they do.
    is_people = label.text.endswith(names.people_nouns) and not _names_bodies(label, label.text)
    if not is_people and not _lacks_owner(label):
        return None
    bodies = bodies_at_head(label, whole.name)
    # 在村卫生室工作的人员
    bodies = bodies[1:] if bodies.startswith(names.located) else bodies
    # 在园人数: whose they are is said by where they are.
    # 星级宾馆39家，其中五星级宾馆4家: the part says it again.
    is_told = label.text.startswith((*bodies[:_WORD], *names.located)) or bodies in label.text or label.namer.starts_with_verb(bodies) or bodies.startswith(names.means)
    # 企业电源工程完成投资2600亿元，其中太阳能发电773亿元: money for a thing is measured as the whole.
    measure = whole.parts.measure if label.amount.kind == "money" and not label.parts.measure and label.is_level else ""
    return bodies + label.text + measure if len(bodies) >= _SHORTEST_OWNER and not is_told else None


def of_those_before(label: Label) -> str | None:
    """艺术团体180个，从业人员3800人。全年演出2.5万场 → 艺术团体演出: what is done at bodies or lent by them, where the sentence before told of these alone."""
    walk = label.walk
    if not label.is_level or label.in_same_sentence or not _is_of_bodies(label) or label.frame.sentence != walk.sentence - 1 or walk.topic:
        return None
    if walk.parts_from is not None or walk.actor is not None or walk.row.places(walk.sentence_start, label.index) or any(draft.token >= walk.sentence_start for draft in walk.drafts):
        return None
    bodies = _told_of(label)
    return bodies + label.text if len(bodies) >= _SHORTEST_OWNER else None


def _is_of_bodies(label: Label) -> bool:
    """演出, 书刊外借册次, 为读者举办活动: whether the words say what is done at bodies, lent by them or held for those who come."""
    names = label.vocabulary.names
    is_held = label.text.startswith(names.beneficiaries) and any(verb in label.text for verb in names.holding)
    return label.text.startswith((*names.done_at, *names.lent)) or is_held


def _told_of(label: Label) -> str:
    """The bodies of which all is that the sentence before counted or told of; empty where it told of others too."""
    walk, names = label.walk, label.vocabulary.names
    stop = walk.sentence_start - 1
    start = next((place + 1 for place in range(stop - 1, -1, -1) if walk.tokens[place].letter == "."), 0)
    said = [draft for draft in walk.drafts if start <= draft.token < stop]
    levels = [draft for draft in said if draft.aspect == "level" and draft.parent is None]
    if not levels:
        return ""
    name = levels[0].indicator
    is_shown_at = len(levels) > 1 or (name.endswith(names.showing) and label.text.startswith(names.holding))
    bodies = name if name.endswith(names.owners) and is_shown_at else bodies_at_head(label, name)
    does = bodies == name or label.namer.starts_with_verb(name[len(bodies) :]) or name[len(bodies) :].startswith((*names.done_at, *names.lent))
    is_alone = does and not label.namer.starts_with_verb(bodies) and all(draft.indicator.startswith(bodies) for draft in said if draft.parent is None)
    return bodies if is_alone else ""


def beside(label: Label) -> str | None:
    """What the later clauses of a sentence say of the same platform, of the use for each of another thing, of what is done by those just counted."""
    walk = label.walk
    first = next((draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.parent is None), None) if label.in_same_sentence else None
    if first is None:
        return None
    named = _toward_same(label, first) or _done_toward(label) or _of_platform(label, first) or _beside_use(label, first)
    if named or not label.is_level:
        return named or None
    # 接待游客326万人次；32家A级景区接待游客126万人次: those counted behind the semicolon.
    begun = walk.segment_start(label.index)
    last = next((draft for draft in walk.drafts if draft.token >= begun and draft.parent is None), first)
    return _at_counted(label, last) or None


def _toward_same(label: Label, first: Draft) -> str:
    """东盟国家对华新设企业120家；对华直接投资30亿元 → 东盟国家对华直接投资: toward the same, of whoever the sentence began with."""
    toward = label.text[:_WORD]
    head, found, rest = first.indicator.rpartition(toward)
    is_alike = found and rest and len(head) >= _SHORTEST_OWNER and label.text[:1] in label.vocabulary.qualifiers.done_to and not head.endswith("的")
    return head + label.text if is_alike and not _in_bracket(label) and _goes_on(label, first) else ""


def _done_toward(label: Label) -> str:
    """对未成年人不起诉 of 对未成年人不批捕96人、不起诉112人: what else was decided on so many of those toward whom the first was; empty where nothing was."""
    name, namer = label.frame.name, label.namer
    if name[:1] not in label.vocabulary.qualifiers.done_to or not label.has_same_unit or not label.is_level or not namer.is_verb(namer.words(label.text)[-1]) or len(label.text) > _LONGEST_DEED:
        return ""
    words = list(namer.words(name))
    if not namer.is_verb(words.pop()):
        return ""
    while words and len(words[-1]) == 1:
        # 不批捕
        words.pop()
    return "".join(words) + label.text if len(words) > 1 and label.text[:1] not in label.vocabulary.qualifiers.done_to else ""


def _of_platform(label: Label, first: Draft) -> str:
    """政务平台开通服务820项，访问量1.2亿人次 → 政务平台访问量: how much a platform is used, which the sentence began with."""
    names, name = label.vocabulary.names, first.indicator
    if label.text not in names.uses_afar or not _goes_on(label, first):
        return ""
    ends = (name.find(word) + len(word) for word in names.used_afar if 0 < name.find(word) < len(name) - len(word))
    return name[: min(ends, default=0)] + label.text


def _at_counted(label: Label, first: Draft) -> str:
    """文化机构共有馆办文艺团体98个，全年演出1500场 → 文化机构馆办文艺团体演出: those just counted do what is done at places, and not who has them."""
    names, counted = label.vocabulary.names, first.indicator
    if first.kind != "count" or first.aspect != "level" or not counted.endswith(names.owners) or not label.in_same_sentence or not label.is_level:
        return ""
    # 剧团98个，比上年增加5个；全年演出1500场，其中赴农村演出900场: changes and parts are of what they are told of.
    # A级旅游景区36家，其中4A级12家；全年接待游客820万人次: those who visit a place are not of what is told of in parts.
    told = label.walk.drafts[-1]
    last = next(draft for draft in reversed(label.walk.drafts) if draft is first or (draft.parent is None and draft.aspect == "level"))
    if told is not last and told.parent is not None and label.text.endswith(names.visitors):
        return ""
    does = last is first and label.text.startswith(names.done_at) and not label.text.startswith(names.holding)
    goes_on = last is not first and last.indicator.removeprefix(counted).startswith(names.done_at) and last.indicator.startswith(counted)
    return counted + label.text if does or (goes_on and _lacks_owner(label) and not _in_parts(label)) else ""


def _beside_use(label: Label, first: Draft) -> str:
    """重点企业单位水泥综合能耗下降2%，吨钢综合能耗下降1% → 重点企业吨钢综合能耗: what is used for one of each thing that the same bodies make."""
    names = label.vocabulary.names
    if not label.text.endswith(names.uses) or not label.text.startswith(names.for_each):
        return ""
    bodies = bodies_at_head(label, first.indicator)
    use = first.indicator[len(bodies) :]
    is_use = bodies and use.endswith(names.uses) and use.startswith(names.for_each)
    return bodies + label.text if is_use and label.in_same_sentence and _goes_on(label, first) else ""


def watched_over(label: Label) -> str | None:
    """被监督学校176个，监督检查2010户次 → 被监督学校监督检查: what offices do, with those watched over whom the paragraph counted last; 消毒产品监督检查…，抽检… → 消毒产品抽检."""
    names = label.vocabulary.names
    if label.text not in names.watching or not label.is_level:
        return None
    last = next((draft for draft in reversed(label.walk.drafts) if draft.aspect == "level" and draft.parent is None and (draft.indicator.endswith(names.watching) or draft.unit in names.body_units)), None)
    if last is None:
        return None
    done = max((word for word in names.watching if last.indicator.endswith(word)), key=len, default="")
    thing = last.indicator.removesuffix(done)
    thing = thing[1:] if thing.startswith(names.beneficiaries) else thing
    is_watched = done or any(word in thing for word in names.watched) or (not label.in_same_sentence and _told_of(label) and last.indicator.startswith(_told_of(label)))
    if not done and not label.in_same_sentence and is_watched:
        # 消毒服务单位39个，从业人员440人。监督检查76户次: of the bodies, and not of their people.
        thing = _told_of(label) or thing
    return thing + label.text if thing and is_watched else None


def of_counted_beside(label: Label) -> str | None:
    """14种丙类疾病共报告发病12万例 → 丙类疾病报告发病: what befell the things that are counted in the same breath; what bodies do together is told without them."""
    draft, frame = label.frame.draft, label.frame
    if draft is None or draft.token != label.index - _NEXT or not label.is_level or not label.in_same_sentence or draft.kind != "count" or label.has_same_unit:
        return None
    printed = label.walk.row.words(label.index - 1)
    if label.walk.follows_pause(draft.token) and printed.removeprefix(frame.name).startswith(label.vocabulary.names.summing):
        # 41个政府部门、12个政府机关共采购正版软件1.26万套: all of them did, and not the last alone.
        return None
    if _names_bodies(label, frame.name) or frame.name in label.vocabulary.names.kinds_of_place or label.namer.is_name(frame.name) or draft.unit in label.vocabulary.people_units:
        return None
    if label.walk.tokens[label.index - 1].letter != "X" or not printed.startswith(frame.name) or frame.parts.verb or label.text.startswith(frame.name):
        return None
    return frame.name + label.text


def held_below(label: Label) -> str | None:
    """连锁企业66家，同比减少1家；下辖门店3900家 → 连锁企业下辖门店: what bodies have below them, of those counted right before."""
    names = label.vocabulary.names
    last = next((draft for draft in reversed(label.walk.drafts) if draft.aspect == "level"), None)
    if not label.is_level or not label.in_same_sentence or label.parts.measure or not label.text.startswith(names.below) or last is None or last.kind != "count" or last.token < label.walk.sentence_start or label.text.startswith(last.indicator[:_WORD]):
        return None
    is_body = last.unit in names.body_units and (label.namer.is_name(last.indicator) or last.indicator.endswith((*names.owners, *names.having_bodies)))
    return last.indicator + label.text if is_body else None


def deed_of_zone(label: Label) -> str | None:
    """高新区引进项目23个，培育上市公司3家 → 高新区培育上市公司: what is done next is done where the sentence says that the first was."""
    walk, names = label.walk, label.vocabulary.names
    if walk.parts_from is not None or walk.topic or walk.brackets or not (label.namer.starts_with_verb(label.text) or deed_in_front(label.namer, names, label.text)):
        return None
    # 全市培育上市公司8家: the place says whose it is.
    if label.text.startswith(names.effects) or walk.row.places(walk.window(label.index), label.index):
        return None
    first = next((draft for draft in walk.drafts if draft.token >= walk.sentence_start), None)
    zone = _zone_of(label, first.indicator) if first is not None else ""
    said = [draft.indicator for draft in walk.drafts if first is not None and draft.token >= first.token]
    if first is None or not zone or not all(name.startswith(zone) for name in said) or ";" in walk.row.letters(first.token, label.index):
        return None
    return zone + label.text if _goes_on(label, first) and zone not in label.text else None


def titles_of_zone(label: Label) -> str | None:
    """高新区有效发明专利3.2万件，商标注册量3200件 → 高新区商标注册量: what is held beside it is held in the zone whose titles the sentence began with."""
    walk = label.walk
    if not (label.in_same_sentence and label.is_level) or walk.topic or walk.brackets or label.vocabulary.holdings_said.search(label.text) is None:
        return None
    first = next((draft for draft in walk.drafts if draft.token >= walk.sentence_start), None)
    zones = (*label.namer.zones, *label.vocabulary.region_nouns)
    end = min((first.indicator.find(word) + len(word) for word in zones if word in first.indicator), default=0) if first is not None else 0
    if first is None or not end or first.token < (walk.parts_from or 0) or walk.row.places(walk.window(label.index), label.index):
        return None
    zone, rest = first.indicator[:end], first.indicator[end:]
    # 高新区企业有效发明专利: of the bodies there, and not of all of it.
    is_held = label.vocabulary.holdings_said.search(rest) is not None and not label.namer.longest_group(rest) and not label.namer.starts_with_verb(zone) and zone not in label.text
    said_of = all(draft.indicator.startswith(zone) for draft in walk.drafts if draft.token >= first.token)
    return zone + label.text if is_held and said_of and _goes_on(label, first) and not any(word in label.text for word in label.namer.zones) else None


def _zone_of(label: Label, name: str) -> str:
    """高新区 of 高新区引进项目: the zone or the platform with which a name begins, and behind which a deed stands; empty where none does."""
    head = ""
    for word in label.namer.words(name):
        if head.endswith(label.vocabulary.names.places_of_deeds) and len(head) < len(name):
            rest = name[len(head) :]
            return head if label.namer.starts_with_verb(rest) or deed_in_front(label.namer, label.vocabulary.names, rest) else ""
        head += word
    return ""


def _goes_on(label: Label, first: Draft) -> bool:
    """Whether each clause since has a number, or says against what one changed, and none names another place."""
    row = label.walk.row
    if any(token.value != label.walk.setting.home for token in row.places(first.token, label.index)):
        return False
    stop = row.clause_start(label.index - 1) if label.walk.brackets else label.walk.window(label.index)
    return all(set(clause) & _STATING for clause in _CLAUSE.split(row.letters(first.token, stop)) if clause)


def _in_bracket(label: Label) -> bool:
    """Whether the words stand in a bracket, or before one within a comparison; 次均住院药费（809元） has nothing but the number in it."""
    row, opening = label.walk.row, label.index - 1
    return bool(label.walk.brackets) and (row.tokens[opening].letter != "(" or "B" in row.letters(row.clause_start(opening), opening))


def _in_parts(label: Label) -> bool:
    """Whether the number is one of the parts behind 其中, which a semicolon ends."""
    begun = label.walk.parts_from
    return begun is not None and ";" not in label.walk.row.letters(begun, label.index)


def _lacks_owner(label: Label) -> bool:
    """书刊外借, 举办活动, 毛利率: neither bodies, nor people of a place, nor what a whole economy has."""
    namer, text, names = label.namer, label.text, label.vocabulary.names
    if namer.is_group(text) or namer.longest_group(text) or namer.per_head_of(text) or namer.is_added(text) or namer.is_macro(text):
        return False
    mean = head_of(text, names.means)
    if namer.says_each(text) or namer.is_group(namer.words(text)[0]) or (mean and mean not in names.means_of_things) or text.endswith(names.of_others) or text.startswith((*names.reaching, *names.of_places)):
        return False
    return not _names_bodies(label, text)


def _names_bodies(label: Label, text: str) -> bool:
    names = label.vocabulary.names
    ends = (*names.owners, *names.having_bodies)
    noun = next((text.removesuffix(noun) for noun in (label.parts.measure, *names.people_nouns) if noun and text.endswith(noun)), text)
    return noun.endswith(ends) or bool(bodies_at_head(label, text))


def bodies_at_head(label: Label, name: str) -> str:
    """群众文化机构 of 群众文化机构组织开展活动: the bodies with which a name begins, and behind which more stands."""
    head, found = "", ""
    for word in label.namer.words(name):
        if found and (label.namer.is_verb(word) or word in label.vocabulary.names.owners):
            break
        head += word
        if head.endswith(label.vocabulary.names.owners) and len(head) < len(name):
            found = head
    return found


def _bodies_of(label: Label, first: Draft, *, held: bool) -> str:
    """The bodies that the first indicator of the sentence is of; empty where it is of none, or whose it is is not plain."""
    name, namer, names = first.indicator, label.namer, label.vocabulary.names
    bodies = bodies_at_head(label, name)
    rest = name[len(bodies) :]
    if first.aspect == "level" and first.kind == "count" and not _is_theirs(label, first, bodies, rest):
        bodies, rest = _counted(label, first, bodies, rest, held=held), ""
    if len(bodies) < _SHORTEST_OWNER or namer.starts_with_verb(bodies) or bodies.startswith(names.means) or namer.is_added(bodies):
        return ""
    if rest.startswith(tuple(label.vocabulary.joins)) or _holds_kind(label, bodies) or (not held and label.text.startswith(bodies[:_WORD])):
        # 卫生机构420个，卫生技术人员2980人: it says itself of what kind it is.
        return ""
    is_parallel = len(rest) >= _WORD and label.text.startswith(rest[:_WORD])
    # 为企业提供体检30次，发布案例12件: for whom the first was done is no owner of the next.
    return bodies if is_parallel or not bodies.startswith((*label.vocabulary.qualifiers.prepositions, *names.beneficiaries)) else ""


def _counted(label: Label, first: Draft, bodies: str, rest: str, *, held: bool) -> str:
    """上市公司 of 上市公司28家, 旅行社 of 旅行社总数56275家: whoever is counted has what bodies have, and does not do what others do."""
    names, measure = label.vocabulary.names, label.parts.measure
    counted = bodies if rest in names.counts_only else first.indicator
    is_had = measure not in names.counts_only if measure else label.text.endswith(names.people_nouns)
    # 社区服务中心（站）3710个，工作人员7.8万人
    return counted if (held or is_had) and without_bracket(counted).endswith(names.owners) else ""


def _is_theirs(label: Label, first: Draft, bodies: str, rest: str) -> bool:
    """图书馆总流通人次, 机构举办演出, 企业拥有研发机构; 科技企业孵化器 is a thing by itself."""
    namer, units = label.namer, label.vocabulary.units_in_names
    if not bodies or rest in label.vocabulary.names.counts_only:
        return False
    if first.indicator.endswith(label.vocabulary.names.owners):
        return _has(label, first, bodies)
    counted = any(rest.endswith(endings) for endings in units.values())
    return counted or namer.has_measure(rest) or namer.starts_with_verb(rest) or rest.startswith(label.vocabulary.names.done_at) or _has(label, first, bodies)


def _has(label: Label, first: Draft, bodies: str) -> bool:
    """大中型企业拥有研发机构120个: whether a verb that the name leaves out stands behind the bodies."""
    printed = label.walk.row.words_between(label.walk.window(first.token), first.token)
    _, found, behind = printed.partition(bodies)
    return bool(found) and not behind.startswith(first.indicator[len(bodies) :])


def _holds_kind(label: Label, bodies: str) -> bool:
    """国有工业社会性服务机构: whether it may be of the bodies or of the branch that they belong to."""
    head = ""
    for word in label.namer.words(bodies):
        head += word
        if len(head) >= _SHORTEST_OWNER and label.namer.is_name(head):
            return len(bodies) - len(head) > _LONGEST_KIND
    return False


def _still_of(label: Label, bodies: str, first: Draft) -> bool:
    """Whether nothing was said of others since, and no mean right before."""
    walk, means = label.walk, label.vocabulary.names.means
    said = [draft.indicator for draft in walk.drafts if draft.token > first.token and draft.parent is None and draft.aspect != "share"]
    if said and said[-1].startswith(means) and ";" not in walk.row.letters(walk.drafts[-1].token, label.index):
        return False
    return all(name.startswith((bodies, *means)) or not (_names_bodies(label, name) or label.namer.is_macro(name)) for name in said)
