"""The name of a number's indicator: which words it is taken from, by how the number is read."""

from __future__ import annotations

from typing import NamedTuple

from ipextract.linking.before_number import (
    clean_label,
    is_among_aims,
    is_measured_alone,
    is_next_task,
    is_of_base_again,
    is_set_as_aim,
    raw_label,
    without_measure_of,
)
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.for_whom import body_served, is_for_someone, service_for
from ipextract.linking.frames import Reading
from ipextract.linking.indicator.among import some_of_counted
from ipextract.linking.indicator.anatomy import Parts
from ipextract.linking.indicator.clauses import clause_before_verb, label_start, outside_bracket, printed_label, says_stock
from ipextract.linking.indicator.done_to_both import done_to_both
from ipextract.linking.indicator.ellipsis.bounded import measure_of_bound
from ipextract.linking.indicator.ellipsis.of_topic import held_by_part
from ipextract.linking.indicator.ellipsis.summed import added_up
from ipextract.linking.indicator.filling import fill
from ipextract.linking.indicator.given_each import given_each
from ipextract.linking.indicator.inhabitants import inhabitants
from ipextract.linking.indicator.nouns_behind import given_by_place
from ipextract.linking.indicator.outlays import money_itself, outlay_told, people_themselves
from ipextract.linking.indicator.scenes import before_noun, done_for_alone, for_someone, people_alone, without_scene, without_whole
from ipextract.linking.indicator.superlatives import foremost, of_foremost
from ipextract.linking.indicator.things_behind import (
    behind_next,
    come_from,
    done_to_same,
    of_next,
    of_thing,
    reached,
    reached_by,
    thing_behind,
    with_noun_of_next,
)
from ipextract.linking.indicator.what_they_are import what_they_are
from ipextract.linking.lists.bracketed_shares import said_before_bracket
from ipextract.linking.lists.predicates import tells_nothing, with_list
from ipextract.linking.lists.series import deed_in_front, is_deed_alone
from ipextract.linking.relation.bounds import per_head
from ipextract.linking.relation.shares import named_apart
from ipextract.linking.relation.those_who import those_who, told_by_particle
from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind
from ipextract.linking.words_end import end_of_words_behind
from ipextract.rules.tokens import Amount

# No more of examples is told in a name.
_LONGEST_EXAMPLES = 40
# From what a place was won with to the place, past another number.
_FAR = 10
# 竣工, 开工建设
_SHORT_DEED = 4
# A word of so many characters is too general a name.
_SHORT_PART = 2


class Named(NamedTuple):
    """An indicator's name, and whether words before the number give it."""

    name: str
    labelled: bool


def name_number(walk: Walk, index: int, start: int, reading: Reading) -> Named:
    """The name of what the number at `index` states, empty where there is none.

    Args:
        walk: the walk; it keeps the body that acts and how far the words behind the number reach.
        index: the number's token.
        start: the first token of the words before it.
        reading: how the number is read.
    """
    if (part := named_apart(walk, reading))[1]:
        if held := held_by_part(walk, *part):
            return Named(held, labelled=True)
        # 专利申请中企业: a word as short as that says nothing alone.
        return Named(part[0] if len(part[0]) > _SHORT_PART else walk.vocabulary.names.within[0].join(reversed(part)), labelled=True)
    if reading.rule.name == "level" and (those := those_who(walk, start, index)) is not None:
        walk.shared[index] = those.whole
        return Named(those.name, labelled=True)
    if told := told_by_particle(walk, reading):
        return Named(told, labelled=True)
    label = of_foremost(walk, start, printed_label(walk, index, start, reading))
    if label in walk.vocabulary.ranks.won_with or (label.startswith(walk.vocabulary.ranks.won_with) and walk.row.has_number(start, index)):
        # 以高于全省12个百分点的增速居全省第一; 吴兴区以62件和德清县以57件, where nobody says of what
        label = ""
    elif label.startswith(walk.vocabulary.leads):
        label = _without_lead(walk, index, label)
    amount, aspect = walk.tokens[index].value, reading.rule.aspect
    if aspect == "change" and walk.frame is not None and (label.strip("“”") != label or label in walk.vocabulary.ahead.set_by) and is_among_aims(walk, index):
        # 能耗下降18.8%，超额完成“十三五”下降18%的目标: who set the aim is not what was to fall.
        label = ""
    if reading.rule.name == "share.of_place":
        # 集聚了全国25%以上的科研院所: those behind the number, of whom so many are had.
        behind = words_behind(walk, index)
        walk.after_until = end_of_words_behind(walk, index)
        return Named(without_end(label, walk.vocabulary.names.aspect) + behind, labelled=True)
    if aspect == "change" and label in walk.vocabulary.names.spread_over:
        # 养老金连续上调，月人均增加112元
        label = ""
    elif aspect == "change" and label.endswith(walk.vocabulary.names.means):
        # 企业数量日均净增1万户: over what a change is averaged is no part of what changed.
        label = without_end(label, walk.vocabulary.names.means) or label
    if aspect == "share" and not label:
        label = said_before_bracket(walk, start)
    if reading.rule.name != "level":
        name = fill(walk, index, label + reached(walk, index, reading) if label else thing_behind(walk, index, reading) or foremost(walk, index, start, aspect) or _identified(walk, start) or _subject(walk), "", amount, aspect)
        # 位列第12位，上升5位: where nothing else was spoken of, what was ranked moved.
        return Named(name or (walk.last_rank.indicator if walk.last_rank is not None else ""), labelled=True)
    return _name_level(walk, index, start, reading, label)


def _spoken_of(walk: Walk, index: int, amount: Amount) -> str | None:
    """The indicator spoken of, where the number is what a plan set for it, or what it was before, or one of two counts to which one thing is done; None where it says something of its own."""
    if is_set_as_aim(walk, index):
        return walk.frame.name if walk.frame is not None else ""
    if walk.frame is not None and is_of_base_again(walk, index):
        return walk.frame.name
    return done_to_both(walk, index) if amount.kind == "count" else None


def _without_lead(walk: Walk, index: int, label: str) -> str:
    """贸易顺差 of 去年同期为贸易顺差77.1亿元, 实施项目 of 以实施120个项目为抓手: the name without the word that leads it in; 今年为企业发放贷款 says for whom."""
    stated, won = (without_head(label, words) for words in (walk.vocabulary.stated_as, walk.vocabulary.ranks.won_with))
    if stated != label and walk.row.letters(index - 2, index) == "TX" and walk.namer.has_measure(stated) and not _is_done(walk, index, stated):
        return stated
    # 柯桥区以专利申请120件、授权80件，数量名列第一: what a place was won with.
    # 以布料为主的纺织品出口2.8亿美元，排第四: which of them.
    is_won = won != label and not any(word in label for word in walk.vocabulary.clauses.is_mostly) and walk.namer.words(label)[0] in walk.vocabulary.ranks.won_with and "O" in walk.row.letters(index, index + _FAR).partition(".")[0]
    return won if is_won or walk.namer.starts_with_verb(won) else label


def _is_done(walk: Walk, index: int, stated: str) -> bool:
    """企业发放贷款, 企业实现贷款, and not 专利授权量: whether the words in front of the number at `index` say that something is done, so that 为 says for whom."""
    said = walk.row.words(index - 1)
    achieved = next((word for word in walk.vocabulary.names.achieving if word in said), "")
    return (bool(achieved) and not said.endswith(achieved)) or any(walk.namer.is_verb(word[:_SHORT_PART]) and not word.endswith(walk.vocabulary.names.measure_endings) for word in walk.namer.words(stated)[1:])


def _name_level(walk: Walk, index: int, start: int, reading: Reading, label: str) -> Named:
    """The name of what is stated by itself: the words before the number, the noun behind it, and what came before."""
    amount, aspect = walk.tokens[index].value, reading.rule.aspect
    if amount.kind in ("percentage", "multiple"):
        first = label_start(start, reading)
        says_no_more = walk.frame is not None and (is_measured_alone(walk, first, index) or is_next_task(walk, first, index))
        label = "" if says_no_more else without_measure_of(walk, label)
    if (same := given_each(walk, index) or _spoken_of(walk, index, amount)) is not None:
        return Named(same, labelled=True)
    label = _with_mean(walk, _of_group_behind(walk, _without_estimate(walk, label)))
    labelled = bool(label)
    first = label_start(start, reading)
    if (place := per_head(walk, index)) is not None and place > first and (measured := clean_label(walk, first, place)):
        # 发明专利拥有量达到每万人口18.3件
        label = walk.row.words(place) + measured
    if (outlay := outlay_told(walk, index, first, label)):
        return Named(outlay, labelled)
    behind = without_end(words_behind(walk, index), walk.vocabulary.names.and_rest) or behind_next(walk, index, label) or _place_within(walk, index, label)
    behind = with_noun_of_next(walk, index, _noun_itself(walk, behind, amount)) if behind else ""
    label, behind = _excepted(walk, first, index, label, behind)
    label, behind = come_from(walk, first, index, label, behind) if behind else (label, behind)
    what = (given_by_place(walk, index, amount) if behind and not label else "") or what_they_are(walk, index, label, behind)
    label, behind = (what, "") if what else (label, behind)
    if behind and label:
        behind = people_themselves(walk, label, behind) if amount.unit in walk.vocabulary.people_units else behind
        label, behind = before_noun(walk, first, index, label, behind)
        label = _beside_another(walk, first, index, label)
        label = _without_members(walk, amount, label, behind)
    if behind:
        label = _with_examples(walk, first, index, label, behind)
    if not label and (told := (done_to_same(walk, index, behind) if behind else inhabitants(walk, index, first)) or some_of_counted(walk, index, behind)):
        return Named(told, labelled)
    if (told := reached_by(walk, label, behind) or of_thing(walk, index, label, behind) if behind else of_next(walk, index, label)):
        return Named(told, labelled)
    behind = with_list(walk, index, label, behind)
    if behind and amount.unit in walk.vocabulary.names.class_units and walk.namer.has_measure(behind):
        # 16大类商品零售额中: the classes are counted, and not what is measured of them.
        behind += amount.unit
    if behind:
        label, behind = without_whole(walk, first, index, label, behind)
        label = without_scene(walk, index, label, behind, walk.label_text(first, index).strip())
    service = ""
    if behind and is_for_someone(walk, first, index):
        label, behind = for_someone(walk, first, index, label, behind)
        service = service_for(walk, index, behind) if not label else ""
        behind = body_served(walk, index, behind) if service else behind
    if not label and not behind:
        label = outside_bracket(walk, start) or clause_before_verb(walk, start, index) or foremost(walk, index, start, aspect) or _subject(walk) or _topic_of_place(walk, start, index)
    if not label and not behind and (stock := measure_of_bound(walk, amount) or _stock(walk, index, first)):
        return Named(stock, labelled)
    if not label and not behind and (done := done_for_alone(walk, index, first)):
        return Named(done, labelled=True)
    name = service + fill(walk, index, people_alone(walk, index, label, behind), behind, amount, aspect)
    if service:
        # 为60万名学生提供资助，其中大学生8万名: the same was done for each of them.
        walk.kept = Parts(service, behind, "")
    return Named(name, labelled)


def _excepted(walk: Walk, first: int, index: int, label: str, behind: str) -> tuple[str, str]:
    """整改 of 除7个尚在整改外: what is so of those that are left out, as the words before their number where it is a deed alone, or else what they are, behind it."""
    if not behind or walk.label_text(first, index).strip() not in walk.vocabulary.names.excepting:
        return label, behind
    told = walk.namer.clean(without_end(behind, walk.vocabulary.names.left_outside), head=False)
    walk.narrowing = walk.frame is not None and walk.frame.sentence == walk.sentence
    return (told, "") if walk.namer.is_result(told) else ("", told)


def _place_within(walk: Walk, index: int, label: str) -> str:
    """辖5镇6乡: places within one count themselves; empty where words say which they are, or what was done in them."""
    names, unit = walk.vocabulary.names, walk.tokens[index].value.unit
    if unit not in names.settlement_units:
        return ""
    if label:
        return unit if label in names.administering else ""
    last = walk.drafts[-1] if walk.drafts else None
    if walk.row.letters(index - 1, index) == "R" and walk.row.letters(index + 1, index + 2) in ("#", "/"):
        # 全市6区3县
        return str(unit)
    if last is None or walk.row.letters(last.token, index + 1) not in ("##", "#/#", "#X/#", "#X#"):
        return ""
    within = next((word for word in (last.unit or "", *names.settlements) if word and last.indicator.endswith(word)), "")
    deed = last.indicator.removesuffix(within)
    # 辖4个街道、2镇: the same place has them.
    return (deed if deed in names.administering else "") + unit if within else ""


def _stock(walk: Walk, index: int, first: int) -> str:
    """有效发明专利 of 新增有效发明专利120件，累计1200件: what there is now of what the number before was added to; empty where no words say so."""
    said = walk.label_text(first, index).strip()
    if walk.frame is not None and said.endswith(walk.vocabulary.names.summing) and not walk.namer.award_of(walk.frame.name) and (summed := added_up(walk, index)):
        # 专利转让870件次，专利许可120件次，合计990件次
        return summed
    if walk.frame is None or not says_stock(walk, said):
        return ""
    if _passed_mark(walk, walk.tokens[index].value):
        # 新增商标首次突破10万件大关，达14.06万件: the same, to the last piece.
        return walk.frame.name
    return walk.namer.award_of(walk.frame.name) or walk.namer.stock_of(walk.frame.name)


def _with_examples(walk: Walk, first: int, index: int, label: str, behind: str) -> str:
    """实施低效用地再开发等 (18项政策), 机器人产业园一期等 (8个项目竣工): a noun of one word says nothing without the examples before it."""
    said, names = walk.label_text(first, index).rstrip(), walk.vocabulary.names
    if not said.endswith(names.and_others):
        return label
    if behind in names.kind_nouns and (listed := next((word for word in names.listing_kinds if word in said[1:]), "")):
        # 销毁的商品主要有食品、药品等60多个种类: of what those are the kinds.
        return walk.namer.clean(said.partition(listed)[0]) or label
    if "、" in said and (verb := next((word for word in names.linking_things if said.startswith(word)), "")):
        # 涉及小麦、水稻等8个作物: how they come into it, and not which they are.
        return verb
    noun = next((word for word in names.vague if behind.startswith(word)), "")
    rest = behind.removeprefix(noun) if noun else ""
    # 5家单位获批首批示范基地: what they won says which they are.
    is_bare = (bool(noun) and (not rest or (walk.namer.starts_with_verb(rest) and len(rest) <= _SHORT_DEED))) or (bool(label) and behind in names.general and len(walk.namer.words(behind)) == 1)
    if not is_bare or (noun and walk.row.places(first, index)):
        return label
    examples = raw_label(walk, first, index)
    return examples if len(examples) <= _LONGEST_EXAMPLES else label


def _beside_another(walk: Walk, first: int, index: int, label: str) -> str:
    """新建 of 新建城东医院和5个服务中心: what a conjunction in front of the number joins is another thing, and the deed alone is done to both."""
    printed, said = raw_label(walk, first, index), walk.label_text(first, index).rstrip()
    # 惠及80万老年人: a conjunction is a word of its own.
    joins = said.endswith(walk.vocabulary.conjunctions) and walk.namer.words(said)[-1] in walk.vocabulary.conjunctions
    if not joins or (walk.namer.starts_with_verb(printed) and is_deed_alone(walk.namer, walk.vocabulary.names, printed)):
        return label
    return deed_in_front(walk.namer, walk.vocabulary.names, printed)


def _without_members(walk: Walk, amount: Amount, label: str, behind: str) -> str:
    """辖 of 辖东山区、西山区、南山区、北山区4个区: who they all are is no part of what is counted, where so many of the same kind are named.

    曹娥青梅、三界茶、崇仁糕3个产品入选名录: nor where words behind tell what became of them.
    """
    if "、" not in label or amount.kind != "count" or amount.bound != "exact":
        return label
    members = label.split("、")
    joined = next((word for word in walk.vocabulary.joins if word in members[-1][1:-1]), "")
    if amount.value != len(members) + bool(joined):
        return label
    alike = not tells_nothing(walk, behind) or behind in (*walk.vocabulary.names.settlements, *walk.vocabulary.names.kinds_of_place) or all(member.endswith(behind) for member in members)
    return deed_in_front(walk.namer, walk.vocabulary.names, label) if alike else label


def _identified(walk: Walk, start: int) -> str:
    """其次是医药制造业，增速为11.5%: what the clause right before says that something is, where its measure was spoken of."""
    sentence, end, part = walk.went
    if sentence == walk.sentence and end == start - 1 and walk.frame is not None:
        # 采矿业由降转升，增长3.2%
        return part
    sentence, end, who = walk.identified
    return who if sentence == walk.sentence and end == start - 1 and walk.frame is not None and walk.breakdown is not None else ""


def _subject(walk: Walk) -> str:
    """The subject of the sentence's first clause, as long as the sentence has stated no number."""
    return walk.subject if walk.subject and not any(draft.token >= walk.sentence_start for draft in reversed(walk.drafts)) else ""


def _topic_of_place(walk: Walk, start: int, index: int) -> str:
    """发明专利授权 of 发明专利授权中，德清县120件: what is counted of a place, where nothing was spoken of before."""
    return walk.topic or "" if walk.frame is None and walk.row.places(start, index) else ""


def _noun_itself(walk: Walk, behind: str, amount: Amount) -> str:
    """活动 of 丰富多彩的活动, 救灾资金 of 救灾资金支持防汛救灾: the noun behind a number without what praises it or tells its purpose."""
    noun = without_head(behind, walk.vocabulary.names.flourishes)
    if "的" in noun and amount.kind == "count":
        who, _, theirs = noun.partition("的")
        # 保护19个权利人的合法权益: those who have them are counted.
        noun = who if theirs.endswith(walk.vocabulary.names.held_rights) and not walk.namer.starts_with_verb(who) else noun
    if amount.kind == "money" and noun.endswith(walk.vocabulary.names.decisions):
        # 罚款1.2万元的行政处罚决定: what was decided is not what was paid.
        return ""
    return money_itself(walk, noun) if amount.kind == "money" and noun else noun


def _without_estimate(walk: Walk, label: str) -> str:
    """铁路发送旅客 of 铁路预计发送旅客: that it is reckoned, between whoever does something and the deed, names nothing; 预计负债 is a measure."""
    for word in walk.vocabulary.ahead.estimating:
        who, found, deed = label.partition(word)
        if found and who and deed and not deed.startswith(walk.vocabulary.ahead.reckoned_items):
            return who + deed
    return label


def _of_group_behind(walk: Walk, label: str) -> str:
    """职工报销比例 of 报销比例职工 (85%): whose a measure is may stand behind it."""
    groups = walk.vocabulary.names.groups_behind
    measured = without_end(label, groups) if label.endswith(groups) else label
    return label if measured == label or not walk.namer.take_apart(measured).measure else label.removeprefix(measured) + measured


def _with_mean(walk: Walk, label: str) -> str:
    """平台日均访问量 of 平台访问量日均 (12万人次): over what a measure is averaged may stand behind it."""
    means = walk.vocabulary.names.means
    mean = next((word for word in means if label.endswith(word) and len(label) > len(word) + 1), "") if label.endswith(means) else ""
    if not mean:
        return label
    # 供养标准年人均 (3000元): over what time, too.
    mean = next((word for word in walk.vocabulary.names.spread_over if label.endswith(word) and word.endswith(mean)), mean)
    rest = walk.namer.clean(label.removesuffix(mean))
    parts = walk.namer.take_apart(rest)
    if parts.verb:
        return parts.verb + mean + parts.object
    if parts.measure and parts.topic:
        return parts.topic + mean + parts.measure
    if mean in walk.vocabulary.names.means_of_people and walk.namer.counts_people(rest):
        # 居民人均拥有2.1亩: whose mean it is.
        return rest + mean
    who, deed = walk.namer.before_deed(rest) or ("", rest)
    return who + mean + deed


def _passed_mark(walk: Walk, amount: Amount) -> bool:
    """Whether the number before said which mark the same indicator passed."""
    last = walk.drafts[-1] if walk.drafts else None
    return last is not None and last.token >= walk.sentence_start and last.bound in ("more_than", "at_least") and last.unit == amount.unit
