"""What is told of all things of a list behind the last: 20个街区、300座立交桥、100条城市画廊实现绿化彩化."""

from __future__ import annotations

from ipextract.linking.before_number import raw_label
from ipextract.linking.row import REACH
from ipextract.linking.walk import Walk
from ipextract.linking.wording import part_player, words_behind
from ipextract.linking.words_end import end_of_words_behind
from ipextract.rules.tokens import NUMBERS

# 药品|和|26种: a conjunction ends the words behind a number.
_JOIN = 1
# 建成, and not the 建设 of 园区建设
_SHORTEST = 2


def with_list(walk: Walk, index: int, label: str, noun: str) -> str:
    """The noun behind the number at `index`, with what the last of its list says of all; `label` stands before the number."""
    name = noun and noun + (shared_work(walk, index, label, noun) or (shared_head(walk, index, label, noun) if label else told_of_all(walk, index, noun)))
    return name if label or "、" not in name else _told_its_own(walk, index, name)


def _told_its_own(walk: Walk, index: int, name: str) -> str:
    """区获评百强区 of 12个区、3个县（市）、40个镇获评百强区、百强县、千强镇: of as many objects as there are numbers each is told of its own; else `name`."""
    thing, told = _split(walk, name)
    objects = told.split("、")
    first = walk.row.clause_start(index)
    counted = [place for place in range(first, end_of_words_behind(walk, _last_of_list(walk, index))) if walk.tokens[place].letter in "#U"]
    if not told or len(counted) != len(objects) or index not in counted:
        return name
    verb = walk.namer.words(told)[0]
    own = objects[counted.index(index)].removeprefix(verb)
    noun = thing.partition("（")[0]
    alone = own.endswith(noun) and sum(one.endswith(noun) for one in objects) == 1
    return thing + verb + own if noun and alone else name


def told_of_all(walk: Walk, index: int, noun: str) -> str:
    """实现绿化彩化: what the words behind the last number of the list that goes on behind `index` tell of all, `noun` being what is counted here.

    Empty where no list goes on, the last words tell nothing, or the things here have been told something of their own.
    """
    last = _last_of_list(walk, index)
    if last == index or walk.namer.starts_with_verb(noun) or walk.namer.ends_with_deed(noun) or noun.endswith(walk.vocabulary.names.ends_reached) or _split(walk, noun)[1]:
        # 169个贫困村脱贫出列、1.2万名村民搬入新居: each has its own.
        return ""
    stop = end_of_words_behind(walk, last)
    if walk.row.letters(stop, stop + 1) in NUMBERS:
        # 316所学校、9.4万名学生享受到价值4元的营养餐: what a number goes on with is not told whole.
        return ""
    behind = raw_label(walk, last + 1, stop)
    # 以26部法律、142部规章为主干的制度体系建成: that is told of the system.
    thing, told = _split(walk, behind) if not part_player(walk, last, behind) else ("", "")
    # 12项国家级试点、36项省级试点有序推进: that it goes well names none of them.
    # 14家专利密集企业和7家战略实施示范企业: what ends as the noun here does is another of the things that are counted.
    is_another = noun[-_SHORTEST:] == told[-_SHORTEST:] and not walk.namer.is_deed(told[-_SHORTEST:])
    return walk.namer.without_zeal(told) if thing and told not in walk.namer.went_well and not noun.endswith(told) and not is_another else ""


def tells_nothing(walk: Walk, noun: str) -> bool:
    """急救点, and not 企业入驻: whether the words behind a number are a noun alone."""
    return not walk.namer.starts_with_verb(noun) and not walk.namer.ends_with_deed(noun) and not _split(walk, noun)[1]


def shared_head(walk: Walk, index: int, label: str, noun: str) -> str:
    """建设 of 推进43个专科和6个重点医院建设: what is done to all things of a list, behind the last; empty where nothing is."""
    last = _last_of_list(walk, index) if label in walk.vocabulary.names.furthering else index
    if last == index or walk.namer.ends_with_deed(noun):
        return ""
    words = walk.namer.words(raw_label(walk, last + 1, end_of_words_behind(walk, last)))
    return words[-1] if len(words) > 1 and walk.namer.is_verb(words[-1]) else ""


def shared_work(walk: Walk, index: int, label: str, noun: str) -> str:
    """改造提升 of 实施12个老旧小区和8条背街小巷改造提升: the work that is done to all things of a list, behind the last; empty where none is."""
    names = walk.vocabulary.names
    if noun.endswith(names.works) or not _is_worked_on(walk, index, label):
        return ""
    last = _last_of_list(walk, index)
    phrase = raw_label(walk, last + 1, end_of_words_behind(walk, last)) if last != index else ""
    work = max((word for word in names.works if phrase.endswith(word) and phrase != word), key=len, default="")
    # 50个地铁站和40个医院周边停车治理: the work is done around all of them.
    around = max((phrase.rfind(word) for word in names.surroundings), default=-1) if work else -1
    return phrase[around:] if around > 0 else work


def _is_worked_on(walk: Walk, index: int, label: str) -> bool:
    """Whether the words before the number at `index`, or before the first of its list, say that a work is done to what is counted."""
    works = (*walk.vocabulary.names.completing, *walk.vocabulary.names.furthering)
    if label:
        return label in works
    printed = walk.row.words_between(walk.window(index), index).strip()
    last = walk.drafts[-1] if walk.drafts else None
    return printed in works or (last is not None and walk.follows_pause(index) and last.token >= walk.row.clause_start(index) and last.indicator.endswith(walk.vocabulary.names.works))


def _last_of_list(walk: Walk, index: int) -> int:
    """The last number of a list of counts with their nouns behind them, which nothing but 、 and 和 joins."""
    last = index
    for _ in range(REACH):
        following = _next_of_list(walk, last)
        if following is None:
            break
        last = following
    return last


def _next_of_list(walk: Walk, index: int) -> int | None:
    end, tokens = end_of_words_behind(walk, index), walk.tokens
    if end == index + 1 or end >= len(tokens):
        return None
    if tokens[end].letter == "/":
        end += 1
    elif walk.text[tokens[end].start - _JOIN : tokens[end].start] not in walk.vocabulary.joins:
        return None
    is_count = end < len(tokens) and tokens[end].letter in "#U" and (tokens[end].value.kind == "count" or tokens[end].value.scaled) and bool(words_behind(walk, end))
    return end if is_count else None


def _split(walk: Walk, phrase: str) -> tuple[str, str]:
    """检查结果 | 实现互认共享: a noun and what is told of it, where something is."""
    words, head, names = walk.namer.words(phrase), "", walk.vocabulary.names
    for place, word in enumerate(words):
        if head and "的" not in words[place:]:
            rest = words[place:]
            # 品牌指导站: a verb makes a noun of the word behind it.
            tells = word in names.telling or (len(head) >= _SHORTEST <= len(rest) and walk.namer.is_verb(word) and rest[1] not in names.made_nouns)
            # 价格大幅降低
            measured = len(rest) > _SHORTEST and walk.namer.is_measure(word) and rest[1] in walk.vocabulary.clauses.predicates
            if tells or measured:
                return head, "".join(rest)
        head += word
    return phrase, ""
