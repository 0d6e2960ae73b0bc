"""What brought about what a number counts: 发放消费券6亿元，带动消费42亿元 → 发放消费券带动消费."""

from __future__ import annotations

from ipextract.linking.before_number import raw_label
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind

# 券: what brings something about has at least so many characters.
_SHORTEST = 2
_PAIR = 2
_SINCE = ",/"
# Marks that part a number from the clause that goes on with it.
_PARTING = frozenset(",/;:")
# 创新办好: how something was done.
_MANNER = 4
_REACH = "change.reach"
# 减少房贷利息支出130亿元
_OF_OBJECT = "change.of_object"


def effect(label: Label) -> str | None:
    """发放消费券6亿元，带动消费42亿元 → 发放消费券带动消费: what brings something about stands in the clause before."""
    cause = cause_of(label.walk, label.index, label.text) if label.is_level else ""
    if not cause:
        return None
    whom = without_head(label.text, label.vocabulary.names.effects)
    if whom != label.text and (whom.endswith(label.vocabulary.names.titles) or (label.parts.measure and label.parts.topic.endswith(label.vocabulary.names.titles))):
        # 新建指导站12个，带动有效注册商标突破9.5万件: how many titles there are is told of all.
        return None
    if whom and whom != label.text and cause.endswith(whom):
        # 中小微企业办理缓缴税费3.2亿元，惠及企业1264户: those who did it are those whom it reaches.
        return None
    return cause + label.text


def reached_too(label: Label) -> str | None:
    """发放返还资金4.8亿元，惠及企业3.2万家、职工68万人 → 返还资金惠及职工: one more kind of those whom the same reaches."""
    last, names = label.frame.draft, label.vocabulary.names
    if not label.walk.follows_pause(label.index) or last is None or last.kind != "count" or label.namer.starts_with_verb(label.text):
        return None
    for verb in names.reaching_people:
        cause, found, whom = label.frame.name.rpartition(verb)
        if found and whom and label.namer.is_name(whom):
            return cause + verb + label.text
    return None


def cause_of(walk: Walk, index: int, text: str) -> str:
    """What brought about what the words before the number at `index` begin with (带动, 惠及); empty where they begin with something else, or the clause before says nothing of it."""
    names = walk.vocabulary.names
    if not text.startswith(names.effects) or walk.brackets:
        return ""
    start = walk.window(index)
    if start < walk.sentence_start + 1 or walk.tokens[start - 1].letter not in _SINCE:
        return ""
    last = walk.drafts[-1] if walk.drafts and walk.drafts[-1].token >= walk.sentence_start else None
    # 其中产业项目120个；发放小额信贷1.2亿元，惠及2680户: a semicolon ends the parts.
    is_over = walk.parts_from is not None and ";" in walk.row.letters(walk.parts_from, start)
    if last is not None and last.parent is not None and not is_over and walk.tokens[start - 1].letter == ",":
        # 龙头企业36家，其中国家级1家，带动农户4万户: all of them did.
        return _doer(walk, last.parent) if not text.startswith(names.attracting) else ""
    if walk.parts_from is not None and not is_over:
        return ""
    if last is not None and last.rule == _OF_OBJECT and last.token == start - 2:
        return _deed_behind(walk, last)
    if last is not None and not set(walk.row.letters(last.token, start - 1)) & _PARTING:
        if last.aspect != "level" or walk.frame is None or walk.frame.draft is not last or _is_listed(walk, last):
            return ""
        doer = without_end(_doer(walk, last), names.paid_out) or _doer(walk, last)
        if doer.endswith(names.no_causes) or walk.namer.is_verb(doer):
            # 筹措发放纾困资金10亿元，惠及企业2万家: that it was raised is no cause.
            return ""
        # 开工建设水闸20座，吸引科研人员1万名: an occasion attracts, and not all that is done.
        return doer if doer.endswith(names.instruments) or not text.startswith(names.attracting) else ""
    first = walk.row.clause_start(start - 1)
    if walk.tokens[start - 1].letter != "," or walk.row.has_claim(first, start - 1):
        return ""
    return _means(walk, raw_label(walk, first, start - 1))


def _deed_behind(walk: Walk, last: Draft) -> str:
    """降低利率 of 降低利率，每年可减少利息支出20亿元、惠及50万户家庭: the deed in the clause before by which less is spent; empty where none is told."""
    stop = walk.row.clause_start(last.token) - 1
    first = walk.row.clause_start(stop) if stop > walk.sentence_start and walk.tokens[stop].letter == "," else stop
    if first >= stop or walk.row.has_claim(first, stop):
        return ""
    deed = walk.namer.clean(walk.row.words_between(first, stop))
    return deed if walk.tokens[first].letter == "V" or walk.namer.starts_with_verb(deed) else ""


def _means(walk: Walk, clause: str) -> str:
    """消费券 of 发放消费券, 以旧换新政策 of 以旧换新政策落地见效: what a clause tells of and others profit from; empty where it tells of nothing such."""
    names = walk.vocabulary.names
    # 创新办好: how it was done may stand in front of the deed.
    first = walk.namer.words(clause)[0] if clause else ""
    later = deed_in_front(walk.namer, names, clause[len(first) :]) if 0 < len(first) <= _MANNER < len(clause) else ""
    deed = deed_in_front(walk.namer, names, clause) or (first + later if later else "")
    if not deed and not walk.namer.starts_with_verb(clause):
        # 以旧换新政策落地见效: what became of it is no part of it.
        told = walk.namer.noun_phrase(walk.namer.without_manner(clause))
        clause = told if told != clause else ""
    # 实施了饮水工程: that it was done is no part of what was.
    means = without_head(clause[len(deed) :], names.aspect) if deed else clause
    return means if len(means) > _SHORTEST and means.endswith(names.instruments) else ""


def _is_listed(walk: Walk, last: Draft) -> bool:
    """Whether `last` is one of several things told together, of which none says that it alone did it."""
    return walk.follows_pause(last.token) or any(word in walk.vocabulary.joins for word in walk.namer.words(walk.row.words_between(walk.window(last.token), last.token))[:1])


def _doer(walk: Walk, last: Draft) -> str:
    """创业贷款 of 创业贷款扶持创业, 举办境外展: who did what `last` counted, or that it was done; empty where the name is of an amount alone."""
    namer, name = walk.namer, last.indicator
    effects = walk.vocabulary.names.effects
    if name.startswith(effects) or name.endswith(walk.vocabulary.names.extremes):
        # 单场最高3万人，拉动旅游收入6亿元: a height brings nothing about.
        return ""
    if last.rule == _REACH:
        # 基金扩展至8个投资领域: those that grew, and not the areas.
        return name.removesuffix(words_behind(walk, last.token))
    head = next((name[:place] for word in effects if (place := name.find(word)) >= _SHORTEST), "")
    # 申报扶持项目: a deed alone brings nothing about.
    head = "" if namer.is_deed(head) or namer.is_verb(head) else head
    if not namer.starts_with_verb(name):
        who = (namer.before_deed(name) or ("",))[0]
        head = head or (who if len(who) >= _SHORTEST else "")
        if not head and namer.has_measure(name):
            return ""
    if not head and (bodies := name[len(deed_in_front(namer, walk.vocabulary.names, name)) :]).endswith((*walk.vocabulary.names.bodies_that_bring, *walk.vocabulary.names.means_given)):
        # 培育龙头企业49家，带动合作社95个: the firms do, and not that they were fostered; 发放消费券6亿元，带动消费42亿元: the coupons.
        return bodies
    told = [draft for draft in walk.drafts[-_PAIR:] if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == last.unit]
    if not head and len(told) == _PAIR and told[0].parent is None and walk.row.letters(told[0].token + 1, last.token).rstrip("XGVR") == ",":
        # 新造竹林1800亩，低改竹林4200亩，带动农户560户: both did.
        return ""
    return head or name


def answered_by(label: Label) -> str | None:
    """公安机关纠正 of 提出纠正意见211件，公安机关已纠正165件: a deed alone of another body than the one before, where nothing says to what it was done."""
    walk, before = label.walk, label.frame.draft
    if walk.actor is None or before is None or not label.namer.is_deed(label.text):
        return None
    own, other = (walk.row.words_between(walk.row.clause_start(place), place).startswith(walk.actor) for place in (label.index, before.token))
    return walk.actor + label.text if own and not other else None


def prompted_too(label: Label) -> str | None:
    """监督公安机关撤案 of 监督公安机关立案98件、撤案126件: another deed that the same body was made to do."""
    prompt = next((word for word in label.vocabulary.names.prompting if label.frame.name.startswith(word)), "")
    if not prompt or not label.namer.is_deed(label.text) or not label.walk.follows_pause(label.index):
        return None
    body = label.namer.split_actor(label.frame.name.removeprefix(prompt))[0]
    return prompt + body + label.text if body else None
