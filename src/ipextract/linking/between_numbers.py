"""Words between two numbers: what the first counts, and what the next is of."""

from __future__ import annotations

from ipextract.linking.before_number import raw_label
from ipextract.linking.endings import without_end
from ipextract.linking.for_whom import is_for_someone
from ipextract.linking.walk import Walk
from ipextract.linking.words_end import end_of_words_behind

# From a number past one token: to an amount between it and what it counts, past a bound to the noun.
_PAIR = 2
# 10万果农: fewer people are not counted without a unit.
_MANY = 100


def split_between(walk: Walk, index: int, following: int) -> tuple[str, str] | None:
    """33项专利共有金奖1项: the noun of the number at `index` and the label of the one at `following`."""
    text = walk.row.words_between(index + 1, following)
    if not text:
        return None
    if is_for_someone(walk, walk.row.words_start(index), index):
        return whom_and_deed(walk, text)
    if walk.namer.words(text)[0] in walk.vocabulary.located:
        # 1510万人次在民政领域提供2863万小时志愿服务: where they did it tells of nobody else.
        noun = raw_label(walk, following + 1, end_of_words_behind(walk, following))
        return without_end(text, walk.vocabulary.names.aspect) + noun, text
    if text.startswith("的"):
        return _measured_who_did(walk, text[1:], following)
    return did_wrong(walk, text) or _found_out(walk, text) or _bodies_and_things(walk, text, index, following) or walk.namer.before_having(text) or _measured(walk, text, index, following) or _with_mean(walk, text, index, following) or _counted_again(walk, text, index, following) or _came_of_some(walk, text, index, following) or places_do(walk, text)


def _measured_who_did(walk: Walk, text: str, following: int) -> tuple[str, str] | None:
    """产业园 | 产业园引进企业 of 总投资12亿元的产业园引进企业216家: what was measured, and what it did to what the next number counts; None where it did nothing."""
    words = walk.namer.words(text)
    # 引进企业: the dictionary may have the deed and the thing as one word.
    verb = next((place for place in range(1, len(words)) if walk.namer.is_verb(words[place][:_PAIR]) and len("".join(words[place:])) > _PAIR), 0)
    who = "".join(words[:verb])
    is_counted = walk.tokens[following].letter == "#" and end_of_words_behind(walk, following) == following + 1
    return (who, text) if verb and is_counted and len(who) >= _PAIR and "的" not in text else None


def _with_mean(walk: Walk, text: str, index: int, following: int) -> tuple[str, str] | None:
    """慢病患者 | 慢病患者每人每年少支出 of 11.3万名慢病患者每人每年少支出1200元: those counted, and what it comes to for each of them."""
    names = walk.vocabulary.names
    # 10万果农人均增收3200元: people may be counted without a unit.
    is_bare = walk.tokens[index].letter == "U" and walk.tokens[index].value.unit is None and walk.tokens[index].value.value >= _MANY
    if walk.tokens[following].letter != "#" or not (is_bare or walk.tokens[index].value.unit in {*walk.vocabulary.people_units, *names.how_many_units}):
        return None
    words, head = walk.namer.words(text), ""
    for word in words:
        if len(head) >= _PAIR and text.startswith((*names.spread_over, *names.means), len(head)):
            return (head, text) if not any(map(walk.namer.is_verb, walk.namer.words(head))) and not head.endswith("的") else None
        head += word
    # 梅农|户均 of 梅农户均: the dictionary may have other words.
    at = next((place for mean in names.means if (place := text.find(mean)) >= _PAIR), 0)
    return (text[:at], text) if at and not any(map(walk.namer.is_verb, walk.namer.words(text[:at]))) else None


def did_wrong(walk: Walk, text: str) -> tuple[str, str] | None:
    """单位违规发放津补贴 | 违规发放津补贴 of 3家单位违规发放津补贴86万元: bodies alone, told by what they did, and that."""
    names = walk.vocabulary.names
    body = next((word for word in names.bodies_alone if text.startswith(word)), "")
    deed = text.removeprefix(body)
    return (text, deed) if body and deed.startswith(names.wrongdoing) and "的" not in deed else None


def _found_out(walk: Walk, text: str) -> tuple[str, str] | None:
    """专项审计 | 专项审计查出 of 5个专项审计查出的46个问题: who or what found out what the next number counts, and the attribute of that."""
    found = text[:-1] if text.endswith("的") else ""
    head = found.removesuffix(next((verb for verb in walk.vocabulary.names.found_by_whom if found.endswith(verb)), ""))
    return (walk.namer.longest_group(head) or head, found) if len(head) >= _PAIR and head != found else None


def _bodies_and_things(walk: Walk, text: str, index: int, following: int) -> tuple[str, str] | None:
    """接收36家单位文书档案1.2万卷: bodies alone, and behind them what of theirs the next number counts."""
    words, names = walk.namer.words(text), walk.vocabulary.names
    first, second = walk.tokens[index].value, walk.tokens[following].value
    if len(words) < _PAIR or words[0] not in names.bodies_alone or first.unit not in names.body_units or walk.tokens[following].letter != "#":
        return None
    is_next = second.kind == "count" and second.unit not in names.body_units and end_of_words_behind(walk, following) == following + 1
    rest = text[len(words[0]) :]
    has_deed = bool(walk.label_text(walk.window(index), index).strip())
    return (words[0], rest) if is_next and has_deed and not walk.namer.starts_with_verb(rest) and not walk.namer.has_measure(rest) and "的" not in rest else None


def places_do(walk: Walk, text: str) -> tuple[str, str] | None:
    """10个市选派了8000多名教师: places of a kind, and what they do to what the next number counts."""
    kind = max((word for word in walk.vocabulary.names.kinds_of_place if text.startswith(word)), key=len, default="")
    does = text[len(kind) :]
    # 29个省已建设77家: so is what has been done.
    return (kind, does) if kind and any(walk.namer.starts_with_verb(walk.namer.clean(does, head=head)) for head in (False, True)) else None


def _counted_again(walk: Walk, text: str, index: int, following: int) -> tuple[str, str] | None:
    """12个平台新承接项目约700个: who has done something, and that to what the next number counts."""
    if walk.tokens[following].letter != "#" or walk.tokens[following].value.kind != "count" or end_of_words_behind(walk, following) != following + 1:
        return None
    words, names = walk.namer.words(text), walk.vocabulary.names
    verb = next((place for place, word in enumerate(words) if place and (walk.namer.is_verb(word) or (len(word) >= _PAIR and word in names.telling))), 0)
    while verb > 1 and words[verb - 1] in names.series_manners:
        verb -= 1
    where = next((place for place in range(1, verb) if words[place] in walk.vocabulary.located), verb)
    # 58家外国企业在当地设立工厂90家
    body = "".join(words[:where])
    return (body, text[len(body) :]) if verb and verb + 1 < len(words) and walk.namer.is_name(body) else None


def _came_of_some(walk: Walk, text: str, index: int, following: int) -> tuple[str, str] | None:
    """60个重点项目竣工38个, 180个项目已开工152个, 35座危桥已改造20座: what is counted, and what came of some of it, in the same unit."""
    if not counts_some(walk, index, following):
        return None
    words, names = walk.namer.words(text), walk.vocabulary.names
    result = next((place for place in range(1, len(words)) if walk.namer.is_result("".join(words[place:])) or (words[place - 1] in names.done_by_now and place == len(words) - 1)), 0)
    is_marked = result > 0 and words[result - 1] in names.done_by_now
    while result > 1 and words[result - 1] in names.series_manners:
        result -= 1
    deed = "".join(words[result:])
    # 18项指标中优秀15项
    body = "".join(words[: result - 1 if result > 1 and words[result - 1] in names.within else result])
    return (body, deed) if result and (is_marked or walk.namer.is_name(body) or walk.namer.may_be_subject(body) or walk.namer.tells_how_far(deed)) else None


def counts_some(walk: Walk, index: int, following: int) -> bool:
    """Whether the number at `following` counts no more in the same unit, with nothing behind it."""
    # 61件小（二）型水库已完工41件
    if walk.row.letters(index, following + 1) not in ("#X#", "#X(X)X#", "#XNX#") or end_of_words_behind(walk, following) != following + 1:
        return False
    all_of_them, some = walk.tokens[index].value, walk.tokens[following].value
    return bool(all_of_them.kind == "count" and all_of_them.unit == some.unit and some.value <= all_of_them.value)


def _measured(walk: Walk, text: str, index: int, following: int) -> tuple[str, str] | None:
    """12个重大项目总投资35亿元: what is counted, and the amount's own name, which says all of it again."""
    first, amount, parts = walk.tokens[index].value, walk.tokens[following].value, walk.namer.take_apart(text)
    if walk.tokens[following].letter != "#" or not parts.measure or parts.verb:
        return None
    # 12所高校在校生3.2万人: who is at each of so many bodies.
    counts_bodies = first.unit in walk.vocabulary.names.how_many_units
    is_had = amount.kind == "count" and counts_bodies and amount.unit not in walk.vocabulary.names.how_many_units
    if amount.kind not in ("money", "quantity") and not is_had:
        return None
    who = next((parts.topic.removesuffix(span) for span in walk.vocabulary.names.spans_of_measures if parts.topic.endswith(span)), parts.topic)
    # 12座大中型水库蓄水量11.6亿立方米: things that are counted have what is measured.
    acts = any(map(walk.namer.is_verb, walk.namer.words(who)))
    if first.kind == "quantity" and first.unit != amount.unit and len(who) >= _PAIR and "的" not in who and not acts:
        # 20万亩脐橙年产量30万吨: so much of a thing has what is measured.
        return who, text
    if amount.kind == "quantity" and parts.measure in walk.vocabulary.names.extents and len(who) >= _PAIR and "的" not in who and not acts:
        # 4条道路总长21公里
        return who, text
    has = counts_bodies and len(who) > _PAIR and "的" not in who and not who.startswith(walk.vocabulary.names.bodies_alone) and not acts
    return (_holders_at_head(walk, who) if counts_bodies else who, text) if walk.namer.is_name(who) or has else None


def _holders_at_head(walk: Walk, who: str) -> str:
    """深度贫困县 of 深度贫困县农村居民, A级景区 of A级景区门票: the bodies or places that are counted, of which more is told; all where no more is."""
    names, words = walk.vocabulary.names, walk.namer.words(who)
    for place in range(1, len(words)):
        head = "".join(words[:place])
        if head.endswith((*names.owners, *names.kinds_of_place)) and not words[place].endswith(names.owners):
            return head
    return who


def whom_and_deed(walk: Walk, text: str) -> tuple[str, str] | None:
    """学生提供午餐 → 学生 | 提供午餐: between the number of those for whom something is done and the next."""
    whom = walk.namer.beneficiary(text)
    if walk.namer.starts_with_verb(text):
        # 优抚对象4216人发放抚恤补助金: all of it is done; whom it is done for stands before the number.
        return "", text
    return walk.namer.before_deed(text) or ((whom, text.removeprefix(whom)) if whom != text else None)
