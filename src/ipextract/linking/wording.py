"""The words around a number: the noun behind it, for whom something is done, and what they say of it."""

from __future__ import annotations

from ipextract.linking.ahead import without_will
from ipextract.linking.before_number import raw_label
from ipextract.linking.between_numbers import counts_some, split_between
from ipextract.linking.counted import bound_of_each, last_of_series, qualifies_noun, stands_last, told_of_each
from ipextract.linking.endings import without_end
from ipextract.linking.for_whom import ends_joined, is_for_someone
from ipextract.linking.walk import Walk
from ipextract.linking.words_end import end_of_words_behind, measures_noun

# From a number past one token: to an amount between it and what it counts, past a bound to the noun.
_PAIR = 2
# Back from a number past 、 and a noun to the number of the member before.
_BESIDE = 3

# 5个市级院和越城区检察院等10个基层院: no more lies between two counts.
_OF_EXAMPLES = 40


def _before_examples(walk: Walk, index: int) -> str:
    """市级院 of 5个市级院和越城区检察院等10个基层院: what a conjunction joins to the noun are examples of the next one; empty where no example follows."""
    following = walk.row.next_number(index)
    text = walk.row.words_between(index + 1, following).strip() if following is not None else ""
    if not text.endswith(walk.vocabulary.names.and_others) or following != end_of_words_behind(walk, index):
        return ""
    words = walk.namer.words(text)
    place = next((place for place, word in enumerate(words) if place and word in walk.vocabulary.conjunctions), 0)
    return walk.namer.clean("".join(words[:place]), head=False)


def _noun_of_series(walk: Walk, index: int, bound: int) -> str:
    """产业集群 of 3个产值超千亿元、2个产值500亿元的产业集群: the noun behind the last bound of the series."""
    last = last_of_series(walk, bound, walk.tokens[index].value.unit)
    return raw_label(walk, last + 1, end_of_words_behind(walk, last))


# -- behind the number ----------------------------------------------------------------------------


def _without_grouping(walk: Walk, noun: str) -> str:
    """732家医院按经济类型分 → 医院: by what those counted are told apart is none of them."""
    opening = noun.rfind(walk.vocabulary.clauses.sorting[0])
    sorted_out = opening > 1 and noun.endswith(walk.vocabulary.names.grouped) and walk.namer.words(noun)[-1] in walk.vocabulary.names.grouped
    return noun[:opening] if sorted_out else noun


def _without_uncounted(walk: Walk, index: int, behind: str) -> str:
    """大型水闸 of 40宗堤防、20宗大型水闸和引水二期等重点工程: behind the last of those counted, what else the list holds is none of so many.

    80个县全覆盖、园区乡镇全覆盖 ends where the next member of the list says the same of its own.
    """
    if walk.row.letters(index - _BESIDE, index) == "#X/" and walk.tokens[index - _BESIDE].value.unit == walk.tokens[index].value.unit:
        words = walk.namer.words(behind)
        join = next((place for place, word in enumerate(words) if place and word in walk.vocabulary.joins), 0)
        if join and any(word in walk.vocabulary.names.and_others for word in words[join:]):
            # 12家卫生院和服务中心等机构改造: what is done is done to all of them.
            return "".join((*words[:join], words[-1] if walk.namer.is_verb(words[-1]) else ""))
    pause = next((place for place, sign in enumerate(behind) if sign == "、" and behind.count("（", 0, place) == behind.count("）", 0, place)), 0)
    if not pause or not walk.label_text(walk.window(index), index).strip():
        return behind
    own, other = behind[:pause], behind[pause + 1 :]
    said, said_again = walk.namer.words(own)[-1], walk.namer.words(other)[-1]
    return own if said == said_again and walk.namer.is_verb(said) and not walk.namer.starts_with_verb(own) else behind


def words_behind(walk: Walk, index: int) -> str:
    """The noun behind a number: 72家企业投保知识产权类保险."""
    end = walk.tokens[index].end
    of_examples = _before_examples(walk, index) if walk.vocabulary.names.and_others[0] in walk.text[end : end + _OF_EXAMPLES] else ""
    behind = of_examples or _words_behind(walk, index)
    return part_player(walk, index, behind) or (without_will(walk, behind) if behind and walk.names_plans else behind)


def part_player(walk: Walk, index: int, behind: str) -> str:
    """龙头企业 of 以3家龙头企业为引领、58家规上企业为支撑, 产业 of 将12个产业作为重点: those counted at `index`, where the words `behind` and before it tell what they are to others; else empty."""
    if not behind or walk.vocabulary.names.parts_played.search(behind, 1) is None:
        return ""
    for by, ends in walk.vocabulary.names.playing_parts.items():
        part = next((word for word in ends if word in behind[1:]), "")
        said = walk.row.words_between(walk.row.clause_start(index), index) if part else ""
        if by in said and by in walk.namer.words(said):
            return behind.partition(part)[0]
    return ""


def _words_behind(walk: Walk, index: int) -> str:
    if stands_last(walk, index) or walk.row.words_between(index + 1, min(index + 2, len(walk.tokens))) in walk.vocabulary.after_numbers:
        # 加上上年结转1.34亿元后，收入总计66亿元
        return ""
    if title := _conferred(walk, index):
        return title
    stop = end_of_words_behind(walk, index)
    if stop == index + 1:
        return walk.namer.noun_phrase(raw_label(walk, index + _PAIR + 1, end_of_words_behind(walk, index + _PAIR))) if measures_noun(walk, index) else ""
    if each := bound_of_each(walk, index):
        return told_of_each(walk, index, each)
    bound = next((place for place in (index + 1, index + _PAIR) if place < stop and qualifies_noun(walk, index, place)), None)
    if bound is not None and bound == stop - 1:
        return raw_label(walk, index + 1, stop) + _noun_of_series(walk, index, bound)
    if bound is not None:
        following = _next_stated(walk, index)
        split = split_between(walk, index, following) if following is not None and following > bound else None
        return split[0] if split is not None and split[0] else walk.namer.without_manner(raw_label(walk, index + 1, stop))
    next_number = walk.row.next_number(index)
    if next_number is not None:
        if prompted := _prompted(walk, index, next_number):
            return prompted
        split = split_between(walk, index, next_number)
        if split is not None:
            return _counted_who_did(walk, index, next_number, split)
        if stop == next_number:
            if ends_joined(walk, stop):
                # 新增15家备案博物馆和29家社区博物馆: what a conjunction ends is no label of the next number.
                return raw_label(walk, index + 1, stop)
            label = walk.label_text(walk.window(index), index).strip()
            # 抽检洗衣机、电磁炉等23类商品1621批次: a noun behind examples is theirs.
            if label and (walk.namer.starts_with_verb(raw_label(walk, index + 1, stop)) or (not label.endswith(walk.vocabulary.names.and_others) and _names_next(walk, index, label, stop))):
                # 筹集资金470万元硬化道路4万平方米, 创建产业园15个产业集群9个: the words are the next number's.
                return ""
            return _doing(walk, _without_way(walk, raw_label(walk, index + 1, stop)), next_number)
    behind = _without_uncounted(walk, index, _without_grouping(walk, raw_label(walk, index + 1, stop)))
    if walk.vocabulary.qualifiers.deed_heads.isdisjoint(behind) or walk.vocabulary.qualifiers.deed.fullmatch(behind) is None:
        if untold := _of_whom_is_told(walk, index, behind):
            return untold
        return _by_what_is_done(walk, index, walk.namer.without_manner(behind))
    acts = walk.vocabulary.qualifiers.acts.match(behind)
    return acts["who"] if acts is not None else behind


def _counted_who_did(walk: Walk, index: int, next_number: int, split: tuple[str, str]) -> str:
    """康复站 of 900家康复站提供217万人次服务: those counted at `index`, from the noun and the deed in front of the next number."""
    # 9个工作站全年接待咨询5100次
    times = tuple(walk.row.words(place) for place in range(index + 1, next_number) if walk.tokens[place].letter == "T")
    who, deed = walk.namer.clean(without_end(split[0], times)), walk.namer.clean(split[1], head=False)
    # 建设的900家康复站提供217万人次服务: words of its own say which are counted.
    is_bare = not walk.label_text(walk.window(index), index).strip()
    if is_bare and walk.namer.is_deed(deed) and (told := _done_to(walk, who + deed, next_number)):
        return told
    if is_bare and who in walk.vocabulary.names.general and not counts_some(walk, index, next_number) and walk.namer.starts_with_verb(deed):
        # 86家企业实施技改项目102个, 320家企业获得贷款12亿元: firms alone are all there are.
        return who + deed
    return walk.namer.counted_by_deed(who, deed)


def _prompted(walk: Walk, index: int, following: int) -> str:
    """银行开发融资产品 of 推动 (13家) 银行开发融资产品15只: those who were moved to do something, with what they did, of which the next number says how much; else empty."""
    names, text = walk.vocabulary.names, walk.row.words_between(index + 1, following)
    if not walk.text.endswith(names.pushing, 0, walk.tokens[index].start):
        return ""
    told = walk.namer.before_deed(text) if walk.tokens[following].letter == "#" and stands_last(walk, following) and not set(walk.row.letters(index + 1, following)) - set("XN") else None
    if told is None or walk.tokens[following].value.kind != "count" or not told[0].endswith(names.owners):
        return ""
    # 银行开发15只: the deed alone has its object behind the number.
    has_object = not walk.namer.is_deed(walk.namer.clean(told[1], head=False)) and not walk.namer.has_measure(text)
    return text if has_object else ""


def _without_way(walk: Walk, phrase: str) -> str:
    """医生 of 医生到边远地区 (35个卫生院): in front of where the next number says that they go, the way there is none of those counted."""
    words = walk.namer.words(phrase)
    place = next((place for place in range(len(words) - 2, -1, -1) if words[place] in walk.vocabulary.names.ways_there), None)
    if place is None or "的" in words[place:] or any(map(walk.namer.is_verb, words[place + 1 :])):
        return phrase
    return walk.namer.clean("".join(words[:place]), head=False)


def _of_whom_is_told(walk: Walk, index: int, behind: str) -> str:
    """老年人 of 8.6万名老年人的幸福感不断提升, 企业 of 监管的14户企业克服困难, 网点 of 13个网点覆盖全产业链: those counted, of whom or of whose something is told; empty where the words behind name nothing but them."""
    names, amount = walk.vocabulary.names, walk.tokens[index].value
    if behind.endswith(names.faring):
        # 120万亩小麦喜获丰收
        return without_end(behind, names.faring)
    # 与上年持平: what is as it was counts nobody.
    if amount is None or amount.kind != "count":
        return ""
    who, narrows, told = behind.partition("的")
    if narrows and "的" not in told and amount.unit in walk.vocabulary.people_units and len(who) >= _PAIR and not walk.namer.starts_with_verb(who) and not walk.namer.is_modifier(who):
        # 职工的医疗费用: no more than a noun.
        return who if next(iter(walk.vocabulary.clauses.predicates.among(walk.namer.words(told))), None) else ""
    words = walk.namer.words(behind)
    telling = (*names.overcoming, *names.extending, *(names.touching if behind.endswith(names.fields) and "、" in behind else ()))
    place = next((place for place in range(1, len(words) - 1) if words[place] in telling), 0)
    # 12个县覆盖5G网络: what places have is told of them.
    is_told = place and "的" not in words[place:] and (words[place] in names.overcoming or words[place - 1] not in names.kinds_of_place)
    return "".join(words[:place]) if is_told else ""


def _by_what_is_done(walk: Walk, index: int, behind: str) -> str:
    """雨污分流改造的小区 of 12个小区的雨污分流改造全面完成: those counted stand in front of 的, and behind it what is done for them; only where a clause begins with the number."""
    who, narrows, work = behind.partition("的")
    names = walk.vocabulary.names
    if not narrows or "的" in work or walk.tokens[index].value.kind != "count" or walk.namer.has_measure(work):
        return behind
    if not work.endswith(names.done_for_counted) and not any(word in work for word in names.came_to_have):
        return behind
    is_thing = len(walk.namer.words(who)) <= _PAIR and not (walk.namer.starts_with_verb(who) or walk.namer.is_modifier(who) or who.endswith((*names.vague, *walk.vocabulary.clauses.regards)))
    return f"{work}的{who}" if is_thing and not walk.label_text(walk.window(index), index).strip() else behind


def _names_next(walk: Walk, index: int, label: str, following: int) -> bool:
    """创建产业园15个产业集群9个, where the mark between two of a list is lost: whether both name what they count in front, so that no noun stands behind either."""
    label = walk.namer.clean(label)
    thing = walk.namer.without_verbs(label)
    first, second = walk.tokens[index], walk.tokens[following]
    counted = first.letter == second.letter == "#" and first.value.kind == second.value.kind == "count"
    return counted and thing != label and len(thing) >= _PAIR and (stands_last(walk, following) or walk.row.letters(following + 1, following + 2) in ("", "/"))


def _conferred(walk: Walk, index: int) -> str:
    """被评为国家森林乡村 of 12个村被评为国家森林乡村: the title that those counted were given; empty where none was."""
    clauses = walk.vocabulary.clauses
    if clauses.conferring.search(walk.text, walk.tokens[index].end) is None:
        return ""
    found = clauses.conferred.match(walk.text, walk.tokens[index].end)
    return found["made"] + found["deed"] + found["title"].strip("“”") if found is not None else ""


def _doing(walk: Walk, phrase: str, following: int) -> str:
    """干部服务企业 of 2.37万名干部服务7.38万家企业: those counted are told by what they do to what the number at `following` counts."""
    phrase = without_end(phrase, walk.vocabulary.names.aspect)
    who = doer(walk, phrase, following)
    return who if who == phrase else _done_to(walk, phrase, following) or who


def _done_to(walk: Walk, doing: str, following: int) -> str:
    """干部服务企业 of 干部服务, the number at `following` counting 企业; empty where that is no count, or a number more follows.

    12个项目获得了346万元的项目经费: nor where it is the sum of what is told behind 的.
    """
    token, names = walk.tokens[following], walk.vocabulary.names
    is_given = token.letter == "#" and token.value.kind == "money" and walk.text.startswith("的", token.end) and doing.startswith((*names.general, *names.vague))
    if token.letter != "#" or not (token.value.kind == "count" or is_given) or walk.row.next_number(following) is not None:
        return ""
    thing = words_behind(walk, following)
    return doing + thing if thing and not walk.namer.starts_with_verb(thing) else ""


def doer(walk: Walk, phrase: str, following: int) -> str:
    """母基金 of 母基金投资 (721个项目): those who do something to what the number at `following` counts."""
    if walk.tokens[following].letter == "#" and walk.tokens[following].value.kind == "count":
        phrase = next((phrase.removesuffix(verb) for verb in walk.vocabulary.names.acting if phrase.endswith(verb) and phrase != verb), phrase)
    return walk.namer.without_verb(phrase)


def splits_before_next(walk: Walk, index: int) -> bool:
    """Whether the words behind a number are in part the next one's label."""
    following = _next_stated(walk, index)
    return following is not None and split_between(walk, index, following) is not None


def _next_stated(walk: Walk, index: int) -> int | None:
    """2860万元 of 为4.2万名80周岁以上老人发放尊老金2860万元: the next number of the clause, past the bound of those for whom something is done."""
    following = walk.row.next_number(index)
    if following != index + 1 or not qualifies_noun(walk, index, following) or not is_for_someone(walk, walk.row.words_start(index), index):
        return following
    return walk.row.next_number(following)


# -- what the words say ---------------------------------------------------------------------------


def added_behind_base(walk: Walk, index: int) -> str:
    """新增 of 规上企业比上年新增30家: the word of adding between what is compared with and the number at `index`, behind the stock that it adds to; else empty."""
    start = walk.window(index)
    base = walk.row.letters(start, index).rfind("B")
    if base < 1 or words_behind(walk, index):
        return ""
    added = walk.label_text(start + base + 1, index).strip()
    return added if walk.namer.is_flow(added) else ""


def is_net_change(walk: Walk, index: int) -> bool:
    """净增1065户 behind a stock of the same thing is a change of it."""
    start = walk.window(index)
    if "B" in walk.row.letters(start, index) and added_behind_base(walk, index):
        return True
    label = walk.label_text(start, index).strip()
    last = walk.drafts[-1] if walk.drafts else None
    if index in walk.named and last is not None and last.token in walk.named and last.rule == "level" and last.aspect == "change" and not walk.row.letters(last.token + 1, index).strip("X/"):
        # 企业86家、中心56个，分别新增22家和18个: the second of the same list.
        return not walk.namer.has_measure(label)
    if not walk.namer.is_flow(label) or walk.frame is None or words_behind(walk, index):
        return False
    if index in walk.named and "I" in (letters := walk.row.letters(start, index)):
        if walk.namer.is_flow(walk.row.words_between(start, start + letters.index("I")).strip()):
            # 新增分别为1件和9件: new ones of each, which the list counts.
            return False
        return not walk.namer.is_flow(walk.frame.parts.verb)
    if walk.parts_from is not None and label not in walk.vocabulary.names.added and walk.frame.draft is not None and walk.frame.draft.parent is not None and walk.frame.draft.token > walk.parts_from:
        # 其中续建12个、新建24个: one part beside the other.
        return False
    behind_stock = walk.follows_pause(index) or (label in walk.vocabulary.names.added and walk.row.letters(start - 1, start) == "," and walk.parts_from is None and walk.frame.name.endswith(walk.vocabulary.names.at_moments))
    if behind_stock and walk.frame.level and walk.frame.draft is not None and walk.frame.draft.token == start - 2 and walk.frame.unit == walk.tokens[index].value.unit:
        # 播种面积4440万亩、新增202.9万亩; 移动电话用户7.6万户，新增1.4万户
        return not walk.namer.is_flow(walk.frame.parts.verb)
    return "B" in walk.row.letters(start, index) or (label.startswith(walk.vocabulary.names.net) and walk.frame.level and walk.frame.sentence == walk.sentence)
