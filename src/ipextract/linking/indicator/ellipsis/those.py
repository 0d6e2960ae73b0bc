"""Some of those told before, by words that tell which: 代理机构68家，其中成立10年以上的19家 → 成立10年以上的代理机构."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.rules.readings import BESIDE_OTHERS

# 的: how many characters stand at least before it.
_SHORTEST = 2
# 前者, 后者
_TWO = 2
# By how much of its end a name is known.
_ENDING = 4


def those_told(label: Label) -> str | None:
    """有业务的代理机构 of 代理机构1124家，但全年有业务的只有387家: the noun left out behind 的 is that of those among whom they are, or who were counted before."""
    walk, words = label.walk, label.vocabulary.those
    if words.particle not in walk.text or label.parts.measure:
        return None
    start = walk.window(label.index)
    if not set(walk.row.letters(start, label.index)) <= {"X", "N", "#", "D", "T"}:
        return None
    printed = walk.label_text(start, label.index).replace("\n", "").strip()
    while (shorter := without_end(printed, words.tails)) != printed:
        printed = shorter
    told = printed.removesuffix(words.particle)
    own = label.namer.clean(told)
    if told == printed or len(told) <= _SHORTEST or not own:
        return None
    # 但|有|业务: to have is no light word here.
    has = next((word for word in label.vocabulary.names.existing if told.removesuffix(own).endswith(word)), "")
    if has and own[0].isdigit():
        # 有10件以上的312家: of what they have so many, nobody says again.
        return None
    noun = _noun(label) if has or _tells_which(label, own) else ""
    return f"{has}{own}{words.particle}{noun}" if noun and noun not in own else None


def former_or_latter(label: Label) -> str | None:
    """东湖、西湖分别接待76万人次和32万人次，前者增长12%，后者下降8% → 东湖接待: one of the two that the sentence told of before."""
    names, walk = label.vocabulary.names, label.walk
    if label.text not in (*names.former, *names.latter):
        return None
    stated = [draft for draft in walk.drafts if draft.token >= walk.sentence_start]
    levels = [draft.indicator for draft in stated if draft.aspect in ("level", "share")]
    # 价格、收入分别上涨2.3%和5.4%，后者…: where only changes were told, of those.
    two = list(dict.fromkeys(levels or [draft.indicator for draft in stated if draft.aspect == "change"]))[-_TWO:]
    return two[label.text in names.latter] if len(two) == _TWO else None


def told_in_short(label: Label) -> str | None:
    """城镇居民收入3.0万元，农村居民收入1.9万元，农村快于城镇1.2个百分点 → 农村居民收入: the one of several told before that begins with the words compared."""
    if label.aspect != "gap" or not label.text or label.parts.measure:
        return None
    walk = label.walk
    told = {draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.indicator.startswith(label.text) and draft.indicator != label.text}
    return next(iter(told)) if len(told) == 1 else None


def number_taken_up(label: Label) -> str | None:
    """平均每6户市场主体拥有1件商标，五年前这一数字还是11户: what the sentence stated in its unit, where words take up the number itself."""
    walk = label.walk
    if not label.is_level or not label.text.endswith(label.vocabulary.names.pointing):
        return None
    stated = [draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == label.amount.unit]
    return stated[-1] if stated else label.frame.name or None


def scale_of_clause(label: Label) -> str | None:
    """专项计划规模 of 登记31亿元。新发行的专项计划，规模2.5亿元: a measure alone, behind a full stop, of the thing that the clause right before names."""
    walk, namer = label.walk, label.namer
    if not label.is_level or label.in_same_sentence or not label.text or not namer.is_anaphor(label.text) or not namer.is_measure(label.text):
        return None
    stop = walk.window(label.index) - 1
    first = walk.row.clause_start(stop) if stop > walk.sentence_start else stop
    if first != walk.sentence_start or walk.row.letters(stop, stop + 1) != "," or not set(walk.row.letters(first, stop)) <= {"X", "T", "N"}:
        return None
    thing = namer.clean(walk.label_text(first, stop).replace("\n", "")).rpartition(label.vocabulary.those.particle)[2]
    told = namer.words(thing) if thing else []
    is_thing = len(thing) > _SHORTEST and not namer.starts_with_verb(thing) and not namer.has_measure(thing) and not any(namer.is_verb(word) for word in told[-1:])
    return thing + label.text if is_thing and not label.vocabulary.clauses.predicates.among(told) else None


def part_of_people(label: Label) -> str | None:
    """硕士以上学历持证人员 of 持证人员中硕士以上学历131人: people by what they are or have, of those among whom they are; 在校生中女生 is whole."""
    if not label.is_level or not any(word in label.text for word in label.vocabulary.names.within):
        return None
    part, whole = map(label.namer.clean, label.namer.split_whole(label.text))
    people = (*label.vocabulary.names.persons, *label.vocabulary.names.people_nouns)
    # 每10万人中具有大学文化程度: so many people are a measure.
    is_mean = any(map(str.isdigit, whole)) or whole.startswith((*label.vocabulary.names.for_each, *label.vocabulary.names.of_each))
    return part + whole if part and not is_mean and whole.endswith(people) and not part.endswith(people) and not label.namer.starts_with_verb(part) and not label.namer.has_measure(part) else None


def _tells_which(label: Label, told: str) -> bool:
    """成立10年以上, 国内申请人提交, 不满3年: whether the words say what those do or what was done to them, or within which bound they are."""
    namer, words = label.namer, label.vocabulary.those
    last = namer.words(told)[-1]
    bounded = any(map(str.isdigit, told)) or told.startswith(words.bounded)
    return not namer.has_measure(told) and (namer.starts_with_verb(told) or namer.is_verb(last) or last in words.done or told.startswith(words.telling) or bounded)


def told_alone(walk: Walk, draft: Draft, vocabulary: Vocabulary) -> bool:
    """大学以上学历的475人；大专学历的74人: whether the words before the number of `draft` end in 的 and are where its name ends, so that the noun is left out of it too."""
    return walk.text[: draft.start].rstrip(vocabulary.names.before_numbers).endswith(f"{draft.indicator[-_ENDING:]}{vocabulary.those.particle}")


def _noun(label: Label) -> str:
    """代理机构: those among whom they are, by the clause before, by the whole that 其中 follows, or by who was counted last in the sentence; empty where nobody was."""
    walk, namer = label.walk, label.namer
    if walk.topic and not walk.topic_measure:
        return walk.topic
    if walk.parts_from is not None and walk.parts_from >= walk.sentence_start and walk.tokens[walk.parts_from].letter == "D" and walk.parent is not None and walk.parent.unit == label.amount.unit:
        name = walk.parent.name
    else:
        counted = (
            draft
            for draft in reversed(walk.drafts)
            if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == label.amount.unit and draft.rule not in BESIDE_OTHERS and not namer.take_apart(draft.indicator).measure
        )
        last = next(counted, None)
        name = last.indicator if last is not None and not told_alone(walk, last, label.vocabulary) else ""
        if not name or namer.words(name)[0] == namer.words(label.text)[0]:
            # 涉及商标权的120件，涉及著作权的86件: the things are left out of both.
            return ""
    if namer.take_apart(name).measure and not (label.amount.kind == "count" and name.endswith(label.vocabulary.names.counts)):
        # 有效量860件，其中维持10年以上的126件: a number of things is of those that are told too, an amount of money is not.
        return ""
    noun = (name[len(deed_in_front(namer, label.vocabulary.names, name)) :] or name).rpartition(label.vocabulary.those.particle)[2]
    return namer.without_determiner(noun)
