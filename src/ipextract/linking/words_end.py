"""Where the words behind a number end: 31个省（自治区、直辖市）出台配套政策."""

from __future__ import annotations

from ipextract.linking.counted import bound_of_each, end_of_sizes, qualifies_noun, stands_last
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import NUMBERS

# From a number past one token: to an amount between it and what it counts.
_PAIR = 2
# 通达七个
_DEED = 6
_STOPS = ("", ",", ";", ".")
_SMALL = "两三四五六七八九十"
# 市、区
_LONGEST_AGAIN = 5


def measures_noun(walk: Walk, index: int) -> bool:
    """集中开工5个总投资35亿元的项目: whether a measure alone and its amount stand between the number at `index` and the noun that it counts."""
    tokens, amount = walk.tokens, index + _PAIR
    if amount + 1 >= len(tokens) or tokens[amount].letter != "#" or tokens[index].letter != "#" or tokens[index].value.kind != "count" or walk.row.letters(index + 1, amount + 2) != "X#X":
        return False
    if qualifies_noun(walk, index, amount):
        return False
    # 建成1条日处理能力为100吨的生产线
    parts = walk.namer.take_apart(walk.namer.clean(walk.row.words(index + 1)))
    return tokens[amount].value.kind in ("money", "quantity") and bool(parts.measure) and not parts.topic and not parts.verb and walk.text.startswith("的", tokens[amount].end)


def end_of_words_behind(walk: Walk, index: int) -> int:
    """The token at which the words behind a number end."""
    stop, bounded = index + 1, False
    if stands_last(walk, index) or (stop < len(walk.tokens) and (_opens_statement(walk, stop) or measures_noun(walk, index))):
        return stop
    if walk.row.letters(stop, stop + _PAIR) == "/X" and walk.row.number_in_clause(stop) and walk.row.letters(index - 1, index) not in ("", "/", ","):
        # 缴获包装箱1万件、商品标签、防伪标签1万余张: what a pause parts from the number is counted by the next.
        return stop
    if each := bound_of_each(walk, index):
        return each + 1
    while stop < len(walk.tokens):
        if walk.tokens[stop].letter == "(" and (stop > index + 1 or _stands_for_unit(walk, index)):
            # 31个省（自治区、直辖市）出台配套政策: the noun goes on behind its bracket.
            closing = walk.row.closing(stop)
            if closing is not None and _names_again(walk, stop, closing):
                stop = closing + 1
                continue
            following = None if closing is None else walk.row.after(closing)
            if closing is None or following is None or following.letter != "X" or walk.row.has_number(stop, closing) or _opens_statement(walk, closing + 1):
                break
            stop = closing + 1
        elif stop - index in (1, 2) and qualifies_noun(walk, index, stop):
            stop = end_of_sizes(walk, stop) + 1
            bounded = True
        elif bounded and walk.tokens[stop].letter in "VZ" and walk.row.number_in_clause(stop):
            # 340家产值超亿元企业增长1.4%
            break
        elif walk.tokens[stop].letter == "F" and _is_first_of_those(walk, index, stop):
            stop += 1
        elif _ends_words_behind(walk, stop):
            break
        else:
            stop += 1
    return stop


def _stands_for_unit(walk: Walk, index: int) -> bool:
    """7县（市、区）脱贫摘帽: whether a number of places has another word for them in a bracket right behind."""
    closing = walk.row.closing(index + 1)
    return walk.tokens[index].value is not None and walk.tokens[index].value.unit in walk.vocabulary.place_units and closing is not None and _names_again(walk, index + 1, closing)


def _names_again(walk: Walk, opening: int, closing: int) -> bool:
    """2个县（市）、124个镇, 村（社区）: whether a bracket behind a noun holds but another word for the same."""
    inside = walk.row.words_between(opening + 1, closing)
    return 0 < len(inside) <= _LONGEST_AGAIN and not walk.row.has_number(opening, closing) and inside.endswith(walk.vocabulary.names.settlements)


def _opens_statement(walk: Walk, position: int) -> bool:
    """A verb or a conjunction right behind a number: what follows is another statement."""
    letter = walk.tokens[position].letter
    if letter in "VZBGAKHE":
        return True
    words = walk.row.words(position)[:6]
    if letter == "X" and words.startswith(walk.vocabulary.names.means_of_people) and walk.row.number_in_clause(position):
        # 带动农户1860户户均增收5200元: what each has is the next number's.
        return True
    if letter == "X" and walk.row.words(position).strip() in walk.vocabulary.names.extents and walk.row.letters(position + 1, position + 2) == "#":
        # 道路4条总长21公里: how long they are is the next number's.
        return True
    return letter == "X" and bool(words) and (walk.text.startswith(walk.vocabulary.standing, walk.tokens[position].start) or walk.namer.words(words)[0] in walk.vocabulary.statements)


def _ends_words_behind(walk: Walk, position: int) -> bool:
    token = walk.tokens[position]
    if token.letter == "F" and _is_in_title(walk, position):
        return False
    if token.letter in CLAUSE_ENDS or token.letter in NUMBERS or token.letter in "()D":
        return True
    if token.letter == "T" and (walk.row.letters(position - 1, position + 3) == "XTX#" or walk.row.letters(position - 1, position + 4) == "XTVX#"):
        # 4家加工企业全年加工小龙虾2.9万吨: when they did it begins what they did.
        return True
    if token.letter != "/":
        return False
    following = walk.text[token.end : token.end + 1]
    if walk.text.startswith(walk.vocabulary.clauses.begun, token.end):
        # 建成并网1000万千瓦、位居全国前列; 1个省级平台、N个二级公司
        return True
    if _tells_next_deed(walk, position + 1) or _tells_of_lead(walk, position + 1):
        return True
    return _counts_behind(walk, position) or not following or following in walk.vocabulary.continued


def _counts_behind(walk: Walk, position: int) -> bool:
    """Whether the clause goes on with a number behind `position`; 任务过半（另外6个暂无数据） tells in a bracket of others."""
    following = walk.row.next_number(position) if walk.row.number_in_clause(position) else None
    if following is None:
        return False
    letters = walk.row.letters(position, following)
    return "(" not in letters or ")" in letters or letters.endswith("(")


def _is_in_title(walk: Walk, position: int) -> bool:
    """3家企业入选国家首批“千企百城”名单: whether 首批 stands within what those counted were chosen for."""
    if walk.row.letters(position - 1, position + 2) not in ("XFX", "RFX", "XFN", "RFN"):
        return False
    said = walk.row.words_between(walk.row.words_start(position), position).strip()
    return any(word in said for word in walk.vocabulary.names.chosen_for)


def _is_first_of_those(walk: Walk, index: int, position: int) -> bool:
    """入选首批示范企业, 6010万元全市首只基金: whether what is first there, among whom may be said, are the things that the deed is done to or the number counts."""
    said = walk.row.words_between(index + 1, position).strip().removeprefix("的")
    letters = walk.row.letters(index + 1, position)
    # 6010万元浙江首只基金, 6010万元的浙江首只基金
    is_place = letters == "R" or (letters == "XR" and walk.text[walk.tokens[index + 1].start : walk.tokens[index + 1].end] == "的")
    if not said or said in walk.vocabulary.ranks.scopes or walk.gazetteer.is_relative(said) or is_place:
        return True
    # 获评全国首批示范企业: among whom stands between.
    is_round = walk.text.endswith(walk.vocabulary.clauses.rounds, walk.tokens[position].start, walk.tokens[position].end)
    return is_round and not walk.vocabulary.names.telling.isdisjoint(walk.namer.words(said)[-_PAIR:])


def _tells_next_deed(walk: Walk, position: int) -> bool:
    """开通4条航线、通达七个城市: whether a word and a small numeral in characters follow, which is no number here: the noun before is complete."""
    if position >= len(walk.tokens) or walk.tokens[position].letter != "X":
        return False
    deed, *rest = walk.namer.words(walk.row.words(position)[:_DEED]) or [""]
    return len(deed) == _PAIR and bool(rest) and rest[0][0] in _SMALL and rest[0][1:] in walk.vocabulary.names.how_many_units


def _tells_of_lead(walk: Walk, position: int) -> bool:
    """325家、中部领先: whether what follows says but where that stands among others."""
    if walk.row.letters(position, position + 2) == "XG" and walk.row.letters(position + 2, position + 3) in _STOPS:
        # 中部领先, whose verb compares elsewhere.
        return True
    return walk.row.letters(position, position + 1) == "X" and walk.row.words(position).strip().endswith(walk.vocabulary.clauses.in_lead)
