"""A part named alone is of what was measured: 采矿业增长8.1% → 采矿业增加值; 国家级5个 → 国家级知识产权公共服务机构."""

from __future__ import annotations

from ipextract.linking.endings import head_of, without_end, without_head
from ipextract.linking.indicator.anatomy import Parts, join, without_bracket
from ipextract.linking.indicator.ellipsis.contributions import measure_of_giver
from ipextract.linking.indicator.ellipsis.label import Label, whole_behind_parts
from ipextract.linking.indicator.ellipsis.owners import bodies_at_head
from ipextract.linking.indicator.ellipsis.titles import kind_of, next_grade
from ipextract.linking.indicator.ellipsis.within import before_mean
from ipextract.linking.lists.series import deed_in_front, is_deed_only, served

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
# A thing that is produced or traded, by its name: 家庭设备用品及维修服务.
_ITEM = 12


def prize(label: Label) -> str | None:
    """获中国专利奖金奖2项、银奖5项 → 获中国专利奖银奖: another prize of the same award."""
    if not label.in_same_sentence or len(label.text) > _PRIZE or not label.text.endswith(label.vocabulary.names.prizes):
        return None
    award = label.namer.award_of(label.frame.name)
    # 国家质量奖提名奖3项，省质量奖18项: an award of its own.
    return award + label.text if award and not (len(label.text) > _THING and award.endswith(label.text[-_PRIZE + 1 :])) else None


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
    if label.namer.is_modifier(label.frame.name):
        # 男性268万人，女性258万人: one beside the other, and no noun that they narrow.
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
    if titles := kind_of(label.vocabulary.names, label.text, base):
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
    if label.text in label.vocabulary.names.kinds_of_patents and base.startswith(label.vocabulary.names.getting) and base[1:] in label.vocabulary.names.deeds_to_titles:
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


def measure_of_frame(label: Label) -> str | None:
    """规模以上工业增加值增长5.8%，采矿业增长8.1% → 采矿业增加值."""
    frame = label.frame
    # 机电产品出口186亿元，其中电工器材增长32%，汽车零配件增长16%: what is traded is no group.
    is_traded = frame.parts.measure in label.vocabulary.names.trades and label.walk.parts_from is not None and label.in_same_sentence and label.is_rate_of_change and not label.parts.verb
    # 居民消费价格指数101.2，食品102.3，居住100.4
    is_traded = is_traded or (label.is_level and label.amount.unit is None and frame.name.endswith(label.vocabulary.indices))
    if label.parts.measure or not frame.parts.measure or not (is_traded or label.namer.is_group(label.text)):
        return None
    if label.is_level and label.amount.unit in label.vocabulary.names.how_many_units and frame.parts.measure in label.vocabulary.names.counts and (label.namer.is_group(frame.parts.topic) or frame.parts.topic.endswith(label.vocabulary.names.bodies_of_branches)):
        # 经营主体总量60万户，其中企业21万户: bodies are of all bodies, and have no number of them.
        return None
    if label.text.startswith(label.vocabulary.names.trades) and any(label.text.startswith(word) and word in frame.parts.measure for word in label.vocabulary.names.trades):
        # 机电产品出口57亿元，其中出口手机8亿元: the deed stands in front already.
        return None
    if any(word in frame.parts.measure for word in label.vocabulary.pulls):
        # 对工业增长贡献率达48.1%。规上工业增长4.5%: what something gave is no measure of another.
        return measure_of_giver(label)
    if label.parts.verb and not label.in_same_sentence:
        # 购买服务支出下降6%。创建示范项目压减78%: what was done begins anew.
        return None
    if label.is_level and label.parts.verb:
        # 通车里程1000公里，新改建农村公路860公里: a deed of its own.
        return None
    if label.aspect == "share" and _is_of_other_measure(label):
        return None
    is_share_before = frame.draft is not None and frame.draft.aspect == "share" and label.walk.parts_from is None and label.walk.breakdown is None
    if is_share_before and label.is_rate_of_change and label.text.endswith(label.vocabulary.names.owners):
        # 产值占规上工业总产值比重达到40%，高新技术企业增长15%: how many there are, and no part of the share.
        return None
    # 诊疗人次6.8亿人次。医院2.9亿人次: bodies are not counted so.
    is_of_body = label.amount.unit in label.vocabulary.names.over_time_units and label.namer.is_name(label.text)
    if label.is_level and label.amount.kind == "count" and label.walk.parts_from is None and not is_of_body:
        # 作品415件 behind 有效注册商标量 is a thing of its own; only a part continues a count.
        return None
    if label.aspect == "share" and frame.parts.measure.endswith(label.vocabulary.rates):
        # 净值率70.1%。进口设备占47.1%: a share is not of a rate.
        return None
    if not (label.is_rate_of_change or label.has_same_unit):
        return None
    if frame.parts.measure in label.vocabulary.names.counts_only:
        # 专利转让次数达7860次，其中高校院所1930次: how often something was done is said of those who did it, too.
        return join(label.text, frame.name) if label.walk.parts_from is not None and label.namer.ends_with_deed(frame.parts.topic) else None
    if frame.name.endswith(of_all := label.vocabulary.names.prices_of_all):
        # 居民消费价格上涨2.8%，其中食品类上涨6.1% → 食品类居民消费价格: the name of the index is one.
        return label.text + next(name for name in of_all if frame.name.endswith(name))
    parts = _of_whole(label)
    if label.walk.parts_from is not None and parts.measure in label.vocabulary.names.item_measures and label.text.endswith(label.vocabulary.names.having_bodies) and not label.namer.is_group(parts.topic):
        # 原煤产量1658万吨，其中县属企业1094万吨 → 县属企业原煤产量
        return join(label.text, parts.topic + parts.measure)
    return label.namer.compose(label.text, parts)


def measure_of_whole(label: Label) -> str | None:
    """总诊疗人次3856万人次，居民平均就诊6.6次。其中，医院1620万人次 → 医院诊疗人次: bodies are measured as the whole in their unit is, whatever else was told since."""
    whole, names = label.walk.parent, label.vocabulary.names
    if whole is None or label.has_same_unit or whole.unit != label.amount.unit or not whole.parts.measure or not label.is_level or whole.sentence < label.walk.sentence - 1:
        return None
    is_of_bodies = label.namer.is_name(label.text) and label.amount.unit not in names.how_many_units and not whole.name.endswith(names.totals)
    return label.namer.compose(label.text, whole.parts) if is_of_bodies else None


def _of_whole(label: Label) -> Parts:
    """教师3049人，其中：普通中学1245人，职业中学123人: what the next part is of is the whole, not the part before."""
    walk, frame = label.walk, label.frame
    whole = walk.parent
    if walk.parts_from is not None and label.namer.says_each(frame.name) and (before := before_mean(label)) is not None:
        return before
    if walk.parts_from is None or whole is None or frame.draft is None or frame.draft.token <= walk.parts_from or not label.is_level:
        return frame.parts
    of_all = without_end(whole.parts.topic, label.vocabulary.names.totals)
    is_part = frame.parts.measure == whole.parts.measure and frame.parts.topic != whole.parts.topic and frame.parts.topic.endswith(of_all)
    return whole.parts if is_part and whole.unit == frame.unit else frame.parts


def _is_of_other_measure(label: Label) -> bool:
    """有效灌溉面积…。特色种植业占农业总产值比重为8.8%: a share is measured as its whole is, and not as what was spoken of before."""
    walk = label.walk
    start = walk.window(label.index)
    head, occupies, rest = walk.row.letters(start, label.index).rpartition("A")
    if not occupies:
        return False
    first = start + len(head) + 1
    whole = walk.row.words_between(first, first + len(rest.partition("W")[0]))
    own, other = (label.namer.take_apart(name).measure for name in (whole.removesuffix("的"), label.frame.name))
    return bool(own) and own[-1] != other[-1]


def item_of_measure(label: Label) -> str | None:
    """蔬菜播种面积3938公顷，…；果用瓜1107公顷 → 果用瓜播种面积: the measure that was stated in this unit, of one thing after the other."""
    goes_on = label.in_same_sentence or label.walk.parts_from is not None or (label.walk.breakdown is not None and not label.frame.level)
    if label.parts.measure or label.parts.verb or not goes_on or not 0 < len(without_bracket(label.text)) <= _ITEM:
        return None
    headed, heading = label.walk.headed
    if heading is not None and headed == label.walk.sentence and (label.is_level or label.is_rate_of_change) and not label.namer.starts_with_verb(label.text) and not label.namer.is_modifier(label.text):
        # 公路里程分别为：国道17万公里、省道31万公里 → 省道里程.
        # 获得授权数量依次为：: a number is of what was done.
        return join(label.text, heading.object if label.namer.is_deed(heading.topic) else heading.measure)
    parts = label.frame.parts if label.is_rate_of_change or label.amount.kind == "multiple" else _stated_in_unit(label)
    items = label.vocabulary.names.item_measures
    if label.is_rate_of_change and (label.walk.parts_from is not None or label.walk.breakdown is not None) and not label.namer.is_macro(label.text):
        # 分行业看，煤炭增长8.2%，有色金属增长5.1%: trades by what they make, where parts are told.
        items = items.union(label.vocabulary.names.measures_of_trades)
    if parts is None or parts.measure not in items or not parts.topic or parts.topic.endswith(label.text):
        return None
    done = label.namer.ends_with_deed(label.text) or bool(deed_in_front(label.namer, label.vocabulary.names, label.text))
    if done or label.text.startswith(label.vocabulary.names.of_beasts):
        # 生猪存栏12万头；年出栏牛羊3万头; 油菜播种面积32万亩，完成油茶新造4000亩，种植柠檬4000亩: what was done is no thing that was measured.
        return None
    if label.text.endswith(label.vocabulary.names.measure_endings):
        # 原油加工量: a measure by its ending.
        return None
    if (added := _added_in_unit(label)) and (label.text in label.vocabulary.names.works or is_deed_only(label.namer, label.vocabulary.names, label.text)):
        return label.text + added
    # 涉及土地面积86公顷，其中耕地12公顷: so much of it is touched, too.
    reached = parts.verb if label.walk.parts_from is not None and parts.verb in label.vocabulary.names.reaching else ""
    return reached + join(label.text, parts.measure)


def _added_in_unit(label: Label) -> str:
    """灌溉面积 of 新增灌溉面积1.3万亩，改善2.1万亩，恢复0.4万亩: what the sentence first told in this unit that more was added of; empty where that is itself a deed: 新增造林面积5200亩，抚育3100亩."""
    walk = label.walk
    first = next((draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.unit == label.amount.unit), None)
    parts = label.namer.take_apart(first.indicator) if first is not None and first.aspect == "level" else None
    return parts.topic + parts.measure if parts is not None and label.namer.is_flow(parts.verb) and parts.topic not in label.vocabulary.names.works else ""


def achieved(label: Label) -> str | None:
    """“北翼”完成1960亿元: whoever achieved an amount of money achieved it of the measure before."""
    parts = label.frame.parts
    # 公路建设完成投资53亿元。港口建设完成3.9亿元: also right behind a full stop.
    begun = label.walk.paragraph_first
    alike = begun is not None and begun.parts.measure == parts.measure and begun.parts.topic.endswith(label.text[-_THING:])
    near = label.in_same_sentence or (label.frame.sentence == label.walk.sentence - 1 and alike)
    if label.parts.measure or label.parts.verb or not near or not label.has_same_unit or label.amount.kind != "money" or not parts.measure or label.namer.is_macro(label.text):
        return None
    if label.text.endswith(label.vocabulary.names.worth):
        # 产业链产值750亿元，…；品牌价值达65亿元: what something is worth is measured by that.
        return None
    verb = label.walk.row.words_between(label.walk.window(label.index), label.index)
    return label.namer.compose(label.text, parts) if verb.endswith(label.vocabulary.names.achieving) else None


def _stated_in_unit(label: Label) -> Parts | None:
    walk = label.walk
    if walk.parts_from is not None and walk.parent is not None and walk.parent.unit == label.amount.unit and not label.in_same_sentence:
        # 经济作物播种面积27公顷，与上年持平。其中，蔬菜及菌类21公顷: what the whole stated.
        return walk.parent.parts
    before = (draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == label.amount.unit)
    draft = next(before, None)
    return label.namer.take_apart(draft.indicator) if draft is not None and draft.unit is not None else None


def traded_item(label: Label) -> str | None:
    """进口原油2.25亿吨；铜260万吨 → 进口铜: one thing traded after the other."""
    if label.parts.measure or not label.in_same_sentence or not 0 < len(label.text) <= _ITEM or label.namer.starts_with_verb(label.text):
        return None
    first = next((draft for draft in label.walk.drafts if draft.token >= label.walk.sentence_start), None)
    if first is None or (first.unit != label.amount.unit and not label.walk.follows_pause(label.index)):
        return None
    if label.aspect == "share" or first.indicator.endswith(label.text[-2:]):
        # 进口设备占47.1%，国产设备占52.9%: the same thing, of two origins.
        return None
    trade = head_of(first.indicator, label.vocabulary.names.trades) if not label.namer.has_measure(first.indicator) else ""
    return trade + label.text if trade and not label.text.startswith(trade) else None


def group_of_breakdown(label: Label) -> str | None:
    """有效发明专利11.9万件。按权利人类型分，企业7.6万件，院校2.9万件 → 院校有效发明专利: each is of what was broken down."""
    whole = label.walk.breakdown
    if whole is None or label.text.endswith(whole.name[-2:]) or label.parts.measure or not (label.namer.is_group(label.text) or _is_told_apart(label)) or not label.is_level or label.amount.unit != whole.unit:
        return None
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
    if not label.in_same_sentence and not text.endswith(parts.topic):
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
    return parts.verb + text if text.endswith(parts.topic[-_THING:]) and text != parts.topic and parts.verb not in text else None
