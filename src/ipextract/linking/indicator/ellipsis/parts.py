"""A part named alone is of what was measured: 采矿业增长8.1% → 采矿业增加值; 国家级5个 → 国家级知识产权公共服务机构."""

from __future__ import annotations

from ipextract.linking.endings import without_head
from ipextract.linking.indicator.anatomy import join, without_bracket
from ipextract.linking.indicator.ellipsis.label import Label, whole_behind_parts
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head
from ipextract.linking.indicator.ellipsis.titles import kind_of, next_grade
from ipextract.linking.lists.series import served

# 其中国家级3个、国地联合21个: a narrowing of at most so many characters.
_SHORT = 6
# A thing that narrower ones end with has at least so many characters.
_THING = 2
# 公开|招聘: how many words a deed has at most.
_DEED_WORDS = 2
# 金奖, 优秀奖
_PRIZE = 4
# 第一产业, with a word more
_MEMBER = 5


def prize(label: Label) -> str | None:
    """获中国专利奖金奖2项、银奖5项 → 获中国专利奖银奖: another prize of the same award."""
    if not label.in_same_sentence or len(label.text) > _PRIZE or not label.text.endswith(label.vocabulary.names.prizes):
        return None
    award = label.namer.award_of(label.frame.name)
    # 国家质量奖提名奖3项，省质量奖18项: an award of its own.
    return award + label.text if award and not (len(label.text) > _THING and award.endswith(label.text[-_PRIZE + 1 :])) else None


def part_of_sector(label: Label) -> str | None:
    """审计项目30个，送审金额3亿元。其中：交通部门4个 → 交通部门审计项目: those of one department, of what was counted in the same unit before 其中."""
    walk, begun = label.walk, label.walk.parts_from
    if begun is None or not label.text.endswith(label.vocabulary.names.sectors):
        return None
    whole = next((draft for draft in reversed(walk.drafts) if draft.token < begun and draft.unit == label.amount.unit and draft.aspect == "level"), None)
    # 联系部门30个，其中：交通部门4个: the departments themselves are counted.
    if whole is None or walk.row.letters(whole.token, begun).count(".") > 1 or whole.indicator.endswith((*label.vocabulary.names.sectors, *label.vocabulary.names.events, *label.vocabulary.agencies)):
        return None
    return label.text + whole.indicator


def modifier(label: Label) -> str | None:
    """知识产权公共服务机构52个，国家级5个 → 国家级知识产权公共服务机构."""
    if not (label.namer.is_modifier(label.text) or _ends_in_bound(label)) or label.parts.measure or (label.parts.verb and label.frame.parts.verb) or ("的" in label.text and label.frame.name.endswith(label.text[-2:])):
        return None
    if label.namer.award_of(label.text):
        # 科学技术奖二等奖1项，技术发明奖一等奖2项: a prize of an award of its own.
        return None
    if label.namer.is_result(label.text) and label.namer.tells_result(label.frame.name):
        # 竣工重点项目38个，在建20个: one result beside the other.
        return None
    if label.aspect == "change" and label.has_same_unit and label.frame.name.endswith(label.text):
        # 汽车保有量超过100万辆城市84个，同比增加5个城市: more of the same.
        return label.frame.name
    if label.namer.is_modifier(label.frame.name) or (label.frame.base or label.frame.name).endswith(tuple(label.vocabulary.bounds_after)):
        # 男性268万人，女性258万人; 35岁以下占54.6%，女性占20%: one beside the other, and no noun that they narrow.
        return None
    if label.text.endswith(label.vocabulary.names.of_kind) and any(word in (label.frame.base or label.frame.name) for word in label.vocabulary.names.of_kind):
        # Ⅲ类水质断面占85.2%，Ⅳ类占10.1%: one class instead of the other.
        return None
    # 固定电话用户2.6万户，与去年持平。其中城镇0.9万户: behind a full stop too.
    begins = label.walk.parts_from is not None and label.walk.parts_from == label.walk.sentence_start and label.frame.sentence == label.walk.sentence - 1
    # 分级次看，区级完成15.3亿元: of what the clause breaks down.
    begins = begins or (label.walk.breakdown is not None and label.frame.name == label.walk.breakdown.name)
    if (label.in_same_sentence or begins or not label.is_level) and (label.has_same_unit or label.aspect in ("change", "share")):
        rest = label.namer.behind_longest_group(label.frame.name) if label.text in label.vocabulary.clauses.others and label.walk.parts_from is None else ""
        if rest and label.namer.longest_group(label.frame.name) + rest == label.frame.name and _holds_beside(label, rest):
            # 企业申请2100件，高校申请420件，其他1260件: those who are neither hold the rest.
            return label.text + rest
        return _narrowed(label)
    return None


def _holds_beside(label: Label, rest: str) -> bool:
    """Whether someone else in the sentence was told to hold the same as the last."""
    told = {draft.indicator for draft in label.walk.drafts if draft.token >= label.walk.sentence_start and draft.aspect == "level" and draft.indicator.endswith(rest)}
    return len(told) > 1


def _ends_in_bound(label: Label) -> bool:
    """企业52家，其中产值过亿元12家: whether a bound stands right before the number, whatever it is of."""
    before = label.walk.tokens[label.index - 1]
    return before.role == "qualifier" and before.letter == "#" and before.end == label.walk.tokens[label.index].start


def next_modifier(label: Label) -> str | None:
    """其中国家级3个、国地联合21个: one more narrowing of the same."""
    if (
        label.walk.parts_from is not None
        and label.frame.base != label.frame.name
        and label.in_same_sentence
        and len(label.text) <= _SHORT
        # 其中发明300件，授权220件: what was done next narrows nothing.
        and not label.namer.is_result(label.text)
        and label.has_same_unit
        and not label.parts.measure
        and not label.namer.is_group(label.text)
        and label.is_level
        and ";" not in label.walk.row.letters(label.frame.draft.token if label.frame.draft else label.index, label.index)
    ):
        return _narrowed(label)
    return None


def _narrowed(label: Label) -> str:
    """国家级 + 市级以上科技企业孵化器 → 国家级科技企业孵化器; 一等奖 + 科学技术奖 → 科学技术奖一等奖."""
    label.walk.narrowing = True
    walk, frame = label.walk, label.frame
    base = frame.base or frame.name
    if walk.parts_from is not None and walk.parent is not None and (next_one := next_grade(label, walk.parent.name)):
        return next_one
    if label.aspect == "share" and frame.draft is not None and frame.draft.kind == "quantity" and walk.parts_from is None and (people := _people_counted(label)):
        # 专利代理师86人，平均年龄36岁，本科以上占97%: of the people, and not of their age.
        walk.last_whole = people
        return label.namer.narrowed_by(label.text, people)
    if label.aspect == "share" and frame.draft is not None and frame.draft.kind == "quantity" and (of_what := next((head for mean in label.vocabulary.names.means if (head := base.partition(mean)[0]) not in ("", base)), "")):
        # 有效发明专利平均维持年限不足6年，维持10年以上的占5.5%: of the patents, and not of how long they are kept.
        return label.namer.narrowed_by(label.text, of_what)
    in_bracket = bool(walk.brackets) and walk.brackets[-1].frame is frame
    # 指导注册商标4321件。其中，国家级示范站2家、省级18家: what is counted in another unit is no whole of theirs.
    is_whole = walk.parent is not None and (not label.is_level or walk.parent.unit == frame.unit or not label.has_same_unit)
    if is_whole and walk.parts_from is not None and walk.parent is not None and base == frame.name and frame.draft is not None and frame.draft.token > walk.parts_from and not in_bracket:
        # 出口1550亿元（区本级1330亿元）: of the part itself. 专利申请量5120件，其中发明专利…、实用新型…: the next one narrows the whole, not the part before it.
        base = walk.parent.name
        walk.frame = frame._replace(base=base)
    elif (whole := whole_behind_parts(label)) is not None:
        base = whole
        walk.frame = frame._replace(base=base)
    if (grade := _grade_of_prize(label, base)) is not None:
        return grade
    if titles := kind_of(label.vocabulary.names, label.text, base) or _level_of_study(label, base):
        return titles
    degree = next((word for word in label.vocabulary.names.degrees if base.endswith(word)), "")
    if degree and label.aspect == "share" and not label.text.endswith(degree):
        # 高中文化程度占17.5%，大专及以上占16.2% → 大专及以上文化程度
        return label.text + degree
    both = next((word for word in label.vocabulary.names.of_both if word in base), "")
    if both and label.text in label.vocabulary.names.halves:
        # 城乡居民享受最低生活保障4.2万人（城市1.8万人、农村2.4万人）
        return base.replace(both, label.text)
    for prize in label.vocabulary.names.prizes:
        if label.text.endswith(label.vocabulary.names.grades) and prize in base:
            return base[: base.rindex(prize) + len(prize)] + label.text
    if label.text in label.vocabulary.names.kinds_of_patents and (told := without_head(base, label.vocabulary.names.getting)) != base and told in label.vocabulary.names.deeds_to_titles:
        # 获授权1902件，其中发明1815件: the one word for it is not parted.
        return label.text + base
    if label.text in label.vocabulary.names.kinds_of_patents and (measure := label.namer.take_apart(base).measure):
        # 专利申请总量15236件，其中发明1982件: no total of the kind.
        return label.namer.narrowed_by(label.text, base.removesuffix(measure) + label.namer.of_part(measure))
    said = label.namer.words(label.text)[0]
    if base.endswith(said) and label.text != said:
        # 保障资金投入7.8亿元，其中投入农村5.7亿元: the deed is said again.
        return label.text.removeprefix(said) + base
    if label.text in label.vocabulary.names.sexes:
        # 总人口3.2万人，其中男性1.6万人 → 男性人口
        base = without_head(base, label.vocabulary.names.totals)
    verb = "" if label.parts.verb else label.namer.take_apart(base).verb
    return verb + label.namer.narrowed_by(label.text, base)


def _level_of_study(label: Label, base: str) -> str:
    """普通高校本科招生人数 of 普通高校招生人数0.9万人，其中本科0.6万人: for what they study, between the school and those at it; empty where nobody studies."""
    measure = label.namer.take_apart(base).measure if label.text in label.vocabulary.names.levels_of_study else ""
    return base.removesuffix(measure) + label.text + measure if measure in label.vocabulary.names.people_at_school else ""


def _grade_of_prize(label: Label, base: str) -> str | None:
    """获省级教学成果特等奖 of 获教学成果50项，其中省级教学成果特等奖1项; then 一等奖7项 in its place: a prize by its name, which says for what it was given."""
    grades = label.vocabulary.names.grades
    if not label.text.endswith(grades):
        return None
    parts = label.namer.take_apart(base)
    if parts.object and parts.object in label.text:
        return parts.verb + label.text
    # 一|等奖
    is_bare = any(len(label.text) == len(grade) + 1 for grade in grades)
    return label.frame.name[: -len(label.text)] + label.text if is_bare and label.frame.name.endswith(grades) and len(label.frame.name) > len(label.text) else None


def _people_counted(label: Label) -> str:
    """专利代理师 of 专利代理师86人，平均年龄36岁: the people whom the sentence counted last; empty where it counted none."""
    walk = label.walk
    counted = (draft.indicator for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit in label.vocabulary.people_units)
    return next(counted, "")


def member(label: Label) -> str | None:
    """地区生产总值…，第一产业增加值…: members that are named together, of whoever the first is said of."""
    walk, frame = label.walk, label.frame
    rest = label.text.removeprefix(frame.parts.topic) if frame.parts.topic else ""
    if rest and rest != label.text and any(rest in members and frame.parts.measure.startswith(whole) for whole, members in label.namer.members.items()):
        # 服务进出口286亿元，其中服务出口131亿元，进口155亿元: the first says whole of what both are.
        walk.family = frame.parts
        return label.text
    for whole, members in label.namer.members.items() if len(label.text) <= _MEMBER and label.text.startswith(label.namer.all_members) else ():
        if label.text.startswith(members):
            if frame.parts.topic and frame.parts.measure.startswith(whole):
                walk.family = frame.parts
            if walk.family is not None and (label.in_same_sentence or walk.parts_from is not None) and walk.family.measure.startswith(whole):
                return walk.family.topic + label.text
    return None


def people_of_group(label: Label) -> str | None:
    """卫生人员98.2万人，医院55.3万人 → 医院卫生人员."""
    frame, words = label.frame, label.vocabulary.names
    if not (label.is_level and label.amount.unit in label.vocabulary.people_units and label.namer.is_group(label.text)):
        return None
    if frame.unit not in (label.amount.unit, None) or frame.parts.verb or label.text.endswith(label.namer.insured_groups):
        # 城镇职工5.6万人，城乡居民29.6万人: people themselves.
        return None
    stem = frame.name.removesuffix(frame.parts.measure) if frame.parts.measure in words.people_counts else frame.name
    if stem.endswith(words.people_nouns) and not label.text.endswith(words.people_nouns):
        return _deed_at_head(label, stem) + label.text + label.namer.last_noun(stem)
    return None


def _deed_at_head(label: Label, name: str) -> str:
    """公开招聘 of 公开招聘事业单位工作人员: what was done to all of them was done to some; empty where the name says no deed."""
    words = label.namer.words(name)
    last = next((place for place, word in enumerate(words[:_DEED_WORDS]) if label.namer.is_verb(word)), None)
    return "".join(words[: last + 1]) if last is not None and "的" not in name else ""


def group_of_breakdown(label: Label) -> str | None:
    """有效发明专利11.9万件。按权利人类型分，企业7.6万件，院校2.9万件 → 院校有效发明专利: each is of what was broken down."""
    whole = label.walk.breakdown
    if whole is None or label.text.endswith(whole.name[-2:]) or label.parts.measure or not (label.namer.is_group(label.text) or _is_told_apart(label)) or not label.is_level or label.amount.unit != whole.unit:
        return None
    if whole.parts.verb and label.text.startswith(whole.parts.verb):
        # 新登记市场主体53.7万户。从类型看，新登记企业19万户: it says itself what was done to it.
        return label.text
    if "的" in whole.name and label.amount.unit not in label.vocabulary.names.units_of_holdings:
        # 从事第三产业活动的法人单位41万个。按行业分，零售业12万个；按机构类型分，社会团体2万个: bodies of a trade, and such as are bodies themselves.
        return label.text + whole.name.rpartition("的")[2] if label.text.endswith(label.vocabulary.names.trade_ends) else None
    # 中心城区（城东区、城西区）: of what a group is made up names nothing else.
    group = without_bracket(label.text)
    return label.namer.compose(group, whole.parts) if whole.parts.measure else join(group, whole.name)


def _is_told_apart(label: Label) -> bool:
    """按系统分，体育系统1256个: whether the clause that breaks something down says by the noun with which the words end."""
    walk = label.walk
    stop = next((place for place in range(walk.sentence_start, label.index) if walk.tokens[place].letter in ",:"), walk.sentence_start)
    return label.amount.kind == "count" and len(label.text) > _THING and label.text[-_THING:] == walk.row.words_between(walk.sentence_start, stop).strip()[-_THING - 1 : -1]


def narrower_thing(label: Label) -> str | None:
    """汽车保有量315万辆,其中私人汽车278万辆 → 私人汽车保有量."""
    parts, text = label.frame.parts, label.text
    if label.parts.measure or label.parts.verb or not parts.measure or not label.has_same_unit or not label.is_level:
        return None
    # 生猪存栏188万头，全年出栏生猪257万头; 专利授权量3622件。累计申请专利7.9万件: it says itself what became of them.
    if len(parts.topic) < _THING or not text.endswith(parts.topic[-_THING:]) or text == parts.topic or text.startswith((*label.vocabulary.names.of_beasts, *label.vocabulary.names.deeds_to_titles)):
        return None
    if not label.in_same_sentence and not text.endswith(parts.topic) and label.walk.parts_from != label.walk.sentence_start:
        # 专利授权量…。发明专利…: past a full stop, of all that was measured; not 国际注册商标有效量…。驰名商标…, of another kind of it.
        return None
    if label.namer.without_deed(text) != text or _stands(label, text) != _stands(label, parts.topic):
        # 专利授权量2.1万件；有效专利10.1万件: what stands is not what was granted. 专利申请受理量…；商标注册申请…: a deed of its own.
        return None
    # 图书馆图书藏量3210万册；电子图书1200万册: of the same bodies.
    bodies = bodies_at_head(label, parts.topic)
    is_told = text.startswith(bodies) or label.namer.starts_with_verb(bodies)
    if label.walk.parts_from is not None and label.walk.parent is not None and not label.walk.parent.name.startswith(bodies):
        # 社会保险基金收入60亿元，其中企业养老保险基金35亿元，失业保险基金5亿元: whose one part is says nothing of the next.
        is_told = True
    return ("" if is_told else bodies) + label.namer.compose(text, parts)


def kind_done_to(label: Label) -> str | None:
    """国有建设用地供应总量…。其中，工矿仓储用地210公顷 → 工矿仓储用地供应总量: of a kind of the thing, what was done to all of it."""
    whole = label.walk.parent
    if whole is None or not whole.parts.measure or not whole.parts.topic or whole.unit != label.amount.unit or label.amount.kind == "count":
        return None
    thing = label.namer.without_deed(whole.parts.topic)
    deed = whole.parts.topic[len(thing) :]
    return label.text + deed + whole.parts.measure if deed and label.text.endswith(thing[-_THING:]) and label.text != thing else None


def visitor_from(label: Label) -> str | None:
    """接待入境游客21万人次，其中外国人14万人次 → 接待入境外国人: of those who came, by where they are from."""
    whole, names = label.walk.parent, label.vocabulary.names
    if whole is None or whole.unit != label.amount.unit or not label.text.endswith(names.visitor_origins):
        return None
    head = next((whole.name.removesuffix(word) for word in names.visitors if whole.name.endswith(word)), "")
    return head + label.text if head and not label.text.startswith(head[-_THING:]) else None


def _stands(label: Label, name: str) -> bool:
    """Whether a name is of what is in force: 有效发明专利."""
    return any(word in name for word in label.vocabulary.names.standing)


def next_part(label: Label) -> str | None:
    """版权作品登记量…，其中美术作品…，软件著作权… → 软件著作权登记量: one part after the other has the measure of the whole."""
    walk, frame = label.walk, label.frame
    if walk.parts_from is None or walk.parent is None or not label.text or label.parts.measure or label.parts.verb or not label.is_level:
        return None
    if not label.in_same_sentence or not label.has_same_unit or walk.parent.name == frame.name or walk.parent.unit != label.amount.unit:
        return None
    if label.text.startswith(label.vocabulary.names.moving_funds):
        # 其中税收收入5.9亿元，调入资金3.7亿元，动用预算稳定调节基金0.8亿元: funds that are moved say themselves what they are.
        return None
    measure = walk.parent.parts.measure
    people = label.vocabulary.names.people_nouns
    if label.text.endswith((*label.vocabulary.names.persons, *people, *label.vocabulary.names.people)) and walk.parent.name.endswith(people):
        # 职工800人，其中女职工50人，高级工程师20人: who they are is said.
        return None
    deed = next((deed for deed in label.vocabulary.names.deeds_to_titles if label.text.endswith(deed)), "")
    if deed and label.text.removesuffix(deed).endswith(label.vocabulary.names.titles) and not measure.startswith(deed):
        # 专利申请量1200件，其中发明专利申请300件；专利授权900件: what else was done with titles is no part.
        return None
    # 农民工月均收入5123元，其中外出农民工月均收入5856元，本地农民工4512元: what is a mean of the one is of the other.
    mean = next((word for word in label.vocabulary.names.means if frame.parts.topic.endswith(word)), "")
    return join(label.text, mean + measure) if measure and frame.parts.measure == measure and frame.draft is not None and frame.draft.token > walk.parts_from else None


def group_of_deed(label: Label) -> str | None:
    """国际专利申请320件，其中企业280件 → 企业国际专利申请: whose things these are, where bodies are counted otherwise."""
    walk = label.walk
    whole = walk.parent
    if walk.parts_from is None or whole is None or whole.sentence < walk.sentence - 1 or whole.parts.measure or label.parts.measure or not label.is_level:
        return None
    if label.amount.unit != whole.unit or whole.unit not in label.vocabulary.names.units_of_holdings or not label.namer.is_name(label.text):
        return None
    thing = label.namer.stock_of(whole.parts.object) if label.namer.is_flow(whole.parts.verb) else whole.parts.object
    if not thing or thing.startswith(label.text) or label.namer.is_group(thing):
        return None
    # 热线受理诉求5.6万件，其中咨询类3.1万件 → 热线受理咨询类诉求: whoever took them on.
    things = served(label.namer, label.vocabulary.names, thing)
    return thing.removesuffix(things) + label.text + things if things and label.text.endswith(label.vocabulary.names.of_kind) else label.text + thing


def narrower_object(label: Label) -> str | None:
    """申请专利1620件，其中发明专利320件 → 申请发明专利: what is done to a narrower thing of the same."""
    parts, text = label.frame.parts, label.text
    if not label.is_level or label.walk.parts_from is None or not label.in_same_sentence or not parts.verb or parts.measure:
        return None
    if label.parts.measure or label.parts.verb or not label.has_same_unit or len(parts.topic) < _THING or label.namer.starts_with_verb(parts.topic):
        return None
    if label.walk.parent is not None and label.walk.parent.parts.verb != parts.verb:
        # 新收案件中，申请再审案件1335件，请示案件26件: one kind beside another.
        return None
    # 新登记企业3.1万户，日均登记企业85户: the deed stands within it.
    return parts.verb + text if text.endswith(parts.topic[-_THING:]) and text != parts.topic and parts.verb[-_THING:] not in text else None
