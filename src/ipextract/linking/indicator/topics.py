"""Clauses without a number that name what follows: 限额以上商品零售额中，…; 分行业看，…."""

from __future__ import annotations

from dataclasses import replace

from ipextract.linking.before_number import clean_label
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.frames import Frame
from ipextract.linking.indicator.anatomy import Parts, join
from ipextract.linking.indicator.subjects import take_subject
from ipextract.linking.indicator.superlatives import take_bounded, take_foremost, take_next, take_superlative
from ipextract.linking.lists.leaders import LED
from ipextract.linking.relation.compared_apart import take_pace
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS

# 地区生产总值（GDP）: another word for the same.
_LATIN_BRACKET = lazily(compiled, r"（[A-Za-z&]+）")
# A clause before a colon that names what follows has at most so many characters.
_TITLE = 24
# 全市, 我省
_OF_HOME = 2
# A verb or a noun of change: 增长, 增速.
_GROWTH = frozenset("VE")
# By 占, or how it went, a clause tells of a share.
_SHARED = frozenset("AV")


def take_topic(walk: Walk, index: int) -> None:
    """The clause that ends at `index`, if it holds no number and no relation, may name what follows."""
    start = walk.row.clause_start(index)
    letters = _letters_said(walk, start, index)
    if letters & NUMBERS:
        _counted_whole(walk, start, index)
        return
    if walk.tokens[index].letter == ":" and take_bounded(walk, start, index):
        return
    _take_regard(walk, start, index)
    if walk.tokens[index].rule == LED:
        # 县（区）投资增速前三名：, 授权量增长最快的：
        grew = walk.row.letters(start, index).find("V")
        _take_led(walk, start, index, walk.label_text(start, start + grew if grew > 0 else index).replace("\n", "").strip())
        return
    if take_pace(walk, start, index):
        return
    if _names_all_classes(walk, start, index):
        _break_down(walk, index)
        return
    if not letters or _says_of_what(walk, start, index, letters) or letters & set("VAGZK"):
        return
    text = walk.label_text(start, index).replace("\n", "").strip()
    # 各县（市、区）授权量依次为：: the places name nothing.
    text = walk.vocabulary.clauses.of_each_place.sub("", text) if "（" in text else text
    if "（" in text and not _whole(walk, text := _LATIN_BRACKET.sub("", text)) and "（" in text:
        return
    _take_aside(walk, start, index, text)
    if _is_grouping(text, walk.vocabulary):
        _break_down(walk, index)
    counted = start + 1 if walk.row.letters(start, start + 2) == "X#" and walk.row.words(start) in walk.vocabulary.names.located else start
    # 在49559个规模以上企业中: how many they are is no part of their name.
    whole = _whole(walk, walk.label_text(counted, index).replace("\n", "").strip() if counted != start else text)
    is_closed = walk.tokens[index].letter == ":"
    if is_closed and (_heads_items(walk, index, text) or _leads_places(walk, text)):
        return
    if not whole and (thing := _looked_at(walk, text)):
        walk.topic, walk.topic_measure = thing, ""
        return
    # PCT国际专利申请排名前3位的省依次为: who leads is told by what stands before.
    is_led = walk.tokens[index].rule == "leaders"
    name = walk.namer.clean(whole or (text if is_led else "") or (_distributed(walk, text) if is_closed else "") or _broken_down(walk, text) or _of_places(walk, index, text))
    if not (name := _of_place_behind(walk, index, name)):
        return
    parts = walk.namer.take_apart(name)
    if whole:
        walk.topic, walk.topic_measure = name, parts.measure or _measure_stated_of(walk, name)
        # 同2010年的436万人相比，…。常住人口中，…: not the level of the time compared with.
        walk.topic_level = next((draft for draft in reversed(walk.drafts) if draft.indicator == name and draft.aspect == "level" and draft.token not in walk.timed), None)
        if walk.topic_level is not None and walk.topic_level.period is not None and not any(place >= walk.sentence_start for place in walk.spans):
            walk.period = walk.topic_level.period
    if is_closed and not whole:
        # 卫生人员机构分布：医院937万人（占59%）
        walk.last_whole = name
    if not walk.says_again(name) and (parts.measure or is_led or name.endswith(walk.vocabulary.names.people_topics) or (not whole and _counts_titles(walk, name))):
        walk.speak_of(name)
        _head_each(walk, whole, parts)


def _of_place_behind(walk: Walk, index: int, name: str) -> str:
    """登记数量 of 从各地登记数量看，温州市6020件: `name` without 各地, where a place follows the clause that `index` ends, of which it is."""
    return without_head(name, walk.vocabulary.clauses.each_place) if walk.row.letters(index + 1, index + 2) == "R" else name


def _take_regard(walk: Walk, start: int, index: int) -> None:
    """专利质押 of 专利质押方面，登记320笔: the deed to titles in regard of which the clause says that the next are."""
    names, regards = walk.vocabulary.names, walk.vocabulary.clauses.regards
    if not walk.text.endswith(regards, 0, walk.tokens[index].start):
        return
    text = walk.label_text(start, index).replace("\n", "").strip()
    thing = walk.namer.clean(without_head(without_end(text, regards), names.located))
    if thing.endswith((*names.deed_nouns, *names.titles, *names.deeds_for_money, *names.things_booked)):
        walk.regard = walk.sentence, index, thing


def _says_of_what(walk: Walk, start: int, index: int, letters: set[str]) -> bool:
    """Whether the clause says what is most or comes next, of what the next are shares, which of them grew, or of what subject they are."""
    if take_superlative(walk, start, index) or take_foremost(walk, start, index) or take_next(walk, start, index):
        return True
    if "W" in letters and letters & _SHARED:
        _take_share(walk, start, index)
        return True
    return bool(letters & _GROWTH and _heads_those_that_grew(walk, start, index)) or (walk.tokens[index].letter == "," and take_subject(walk, start, index))


def _take_led(walk: Walk, start: int, index: int, text: str) -> None:
    """县（区）投资增速前三名：: the walk speaks of what the places behind the colon are ranked by; by its rate, where they are ranked by that."""
    name = walk.namer.clean(walk.vocabulary.clauses.of_level.sub("", text, count=1))
    noun = next((place for place in range(start, index) if walk.tokens[place].letter == "E"), -1)
    if noun >= 0:
        walk.rate_noun = noun
        name = walk.namer.clean(name.removesuffix(walk.row.words(noun)))
    if name and not walk.says_again(name):
        walk.speak_of(name)
    parts = walk.namer.take_apart(name)
    if parts.measure and parts.topic:
        walk.headed = walk.sentence, replace(parts, measure=name)


def _head_each(walk: Walk, whole: str, parts: Parts) -> None:
    """从主要产品产量看，水泥增长5%: the measure that a clause looks at is that of each thing that follows."""
    if parts.measure in walk.vocabulary.names.item_measures and parts.topic:
        walk.headed = walk.sentence, parts


def _letters_said(walk: Walk, start: int, stop: int) -> set[str]:
    """The letters of the tokens from `start` to `stop`, without those of numbers that state nothing."""
    letters = set(walk.row.letters(start, stop))
    if letters.isdisjoint(NUMBERS):
        return letters
    return {token.letter for token in walk.tokens[start:stop] if token.letter not in NUMBERS or token.role in ("", "claim")}


def _break_down(walk: Walk, index: int) -> None:
    """分行业看: what follows breaks down the indicator that the sentence before began with; where that told several parts of a whole itself, the whole again."""
    whole, (sentence, begun, again) = walk.sentence_first, walk.broken_down
    if again is not None and sentence == walk.sentence - 1 and len({draft.indicator for draft in walk.drafts if draft.token > begun}) > 1:
        whole = again
    if whole is None or walk.frame is None:
        return
    if whole.sentence == walk.sentence and not whole.parts.measure and walk.frame.parts.measure and walk.frame.level:
        # 文化企业86家，实现营业收入32.6亿元；按业态分，…: what was told right before is broken down, and not how many told it.
        whole = walk.frame
    walk.breakdown = whole
    told = whole.draft.period if whole.draft is not None else None
    dated = told is not None and walk.drafts and told == walk.drafts[-1].period and not told.moment and walk.period is walk.lasting and all(place < walk.sentence_start for place in walk.spans)
    if dated and not _is_told_beside(walk, index, whole):
        # 1—7月，用电量4.9万亿千瓦时。7月份，用电量8324亿千瓦时。分产业看，…: of the month too.
        walk.period = told
    walk.broken_down = walk.sentence, index, whole
    if walk.frame.parts.measure or not whole.parts.measure:
        walk.parts_from = index
        walk.frame = walk.parent = whole._replace(sentence=walk.frame.sentence)


def _is_told_beside(walk: Walk, index: int, whole: Frame) -> bool:
    """1-11月，收入156亿元。11月当月，收入12.5亿元。分级次看，市本级收入56.8亿元: whether the part of the year that the sentence before told of is an aside.

    It is where it says that it tells of a part alone, or of one among what came before (其中，8月份增长8.1%), or where what follows is more than that came to.
    """
    place = next((place for place, span in reversed(walk.spans.items()) if whole.draft is not None and span is whole.draft.period), None)
    if place is not None:
        behind, before = walk.text[walk.tokens[place].end :], walk.row.before(place)
        single = walk.row.words(place).endswith(walk.vocabulary.times.one_part) or behind.startswith(walk.vocabulary.times.one_part)
        if single or (before is not None and (before.letter == "D" or walk.row.letters(place - 2, place) == "D,")):
            return True
    following = next((token for token in walk.tokens[index:] if token.letter in NUMBERS), None)
    if following is None or following.letter != "#" or whole.draft is None or whole.draft.aspect != "level":
        return False
    return bool(following.value.unit == whole.draft.unit and following.value.value > whole.draft.value)


def _measure_stated_of(walk: Walk, name: str) -> str:
    """增加值 of 第三产业, where the paragraph stated 第三产业增加值: the measure of the whole is that of what is among it."""
    ends = (draft.indicator.removeprefix(name) for draft in reversed(walk.drafts) if draft.aspect == "level" and draft.indicator.startswith(name))
    return next((end for end in ends if walk.namer.is_measure(end)), "") if walk.namer.is_name(name) else ""


def _take_share(walk: Walk, start: int, stop: int) -> None:
    """基础工业占工业总产值的比重，东部为25.2%: what the next percentages are shares of; 煤炭消费比重逐年下降 says how the share went that they are."""
    letters = walk.row.letters(start, stop)
    noun = start + letters.rindex("W")
    share = start + letters.index("A") if "A" in letters else noun
    whole = walk.namer.clean(walk.label_text(share + 1, noun).replace("\n", "")) if share < noun else None
    name, went = clean_label(walk, start, share), letters.endswith("V")
    if name and (whole or (whole is None and went)):
        walk.share = name, whole
        if went:
            walk.speak_of(name)


def _take_aside(walk: Walk, start: int, index: int, text: str) -> None:
    """What a clause says beside naming something: what something is, what most of it is, by what is ranked, who was looked at."""
    _identify(walk, index, text)
    _take_most(walk, text)
    reckoned = walk.vocabulary.clauses.reckoned.fullmatch(text)
    if reckoned is not None:
        walk.reckoned = walk.sentence, reckoned["measure"]
    if text.startswith(walk.vocabulary.qualifiers.surveyed):
        # 据对3200多种设备的普查: how many they are is no part of their name.
        words = "".join(walk.row.words(place) for place in range(start, index) if walk.tokens[place].letter == "X")
        found = walk.vocabulary.clauses.surveyed.fullmatch(words.strip())
        walk.last_whole = walk.namer.clean(found["whole"]) if found is not None else walk.last_whole


def _identify(walk: Walk, index: int, text: str) -> None:
    """首要污染物为臭氧, 其次是细颗粒物: what the clause says that something is, where that is a noun and no measure."""
    if walk.vocabulary.clauses.identifies.search(text) is None:
        return
    found = walk.vocabulary.clauses.identified.fullmatch(text)
    noun = walk.namer.clean(found["noun"]) if found is not None else ""
    if noun and not walk.namer.has_measure(noun) and not walk.namer.starts_with_verb(noun):
        walk.identified = walk.sentence, index, noun


def _take_most(walk: Walk, text: str) -> None:
    """国外专利申请以发明专利为主，有95259件 → 国外发明专利申请: a clause says what most of something is; the walk then speaks of that part of it."""
    found = walk.vocabulary.clauses.mostly.fullmatch(text)
    if found is None:
        return
    whole, part = walk.namer.clean(found["whole"]), walk.namer.clean(found["part"] or found["kinds"])
    done, narrows, things = whole.partition("的")
    deed = walk.namer.split_actor(done)[1] or done
    if narrows and "、" in part and walk.namer.is_verb(deed):
        # 查扣的侵权货物以服装、玩具为主，其中服装85万件: of several kinds each is told by itself.
        walk.mostly = walk.sentence, deed, things
        walk.speak_of(deed + things)
        return
    if not whole or not part or found["kinds"] or walk.namer.has_measure(part) or walk.namer.starts_with_verb(part):
        return
    head = walk.namer.head_noun(whole)
    walk.speak_of(whole.removesuffix(head) + join(part, head) if whole != head else join(part, head))


def _is_grouping(text: str, vocabulary: Vocabulary) -> bool:
    """分行业看, 按经济类型分, 从企业主体看."""
    return (text.endswith(vocabulary.clauses.looking) and text.startswith(vocabulary.clauses.openers)) or (text.startswith(vocabulary.clauses.sorting) and text.endswith(vocabulary.names.grouped))


def _names_all_classes(walk: Walk, start: int, index: int) -> bool:
    """八大类价格“六涨二降”: whether the clause tells how the classes of what the sentence, or the one before, began with went, each of which follows."""
    begun = walk.sentence_first
    found = walk.vocabulary.clauses.all_classes.match(walk.row.words_between(start, index).strip()) if begun is not None else None
    return found is not None and begun is not None and begun.draft is not None and begun.parts.measure.endswith(found["measure"])


def _whole(walk: Walk, text: str) -> str:
    """医院中 → 医院: the whole that the next numbers are of; empty where the clause names none."""
    within = walk.vocabulary.names.within
    words = walk.namer.words(text) if text.endswith(within) else []
    if not words[1:] or words[-1] not in within or "在" in words[1:]:
        # 甲县在发展特色产业中: what somebody does is no whole.
        return ""
    # 在岗审查员中: those who are there; 在职工队伍中 is within them.
    is_there = words[0] in walk.vocabulary.names.being_there or "".join(words[:2]) in walk.vocabulary.names.being_there
    whole = text[:-1] if is_there else text[:-1].removeprefix("在")
    if whole.startswith(walk.vocabulary.names.undertaking) or whole in walk.vocabulary.names.indicators_alone:
        # 相关指标中: nothing is a part of them.
        return ""
    return whole


def _counted_whole(walk: Walk, start: int, index: int) -> None:
    """在规模以上企业8500万职工中，: those whom the clause counts are the whole of the shares that follow."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.token < start or last.aspect != "level" or last.kind != "count":
        return
    if (beyond := walk.vocabulary.clauses.share_beyond.match(last.indicator)) is not None:
        # 从工业总产值看，占全省工业比重超过5%的市有3个，即：杭州20%、宁波18%: of what the places that follow have the shares.
        of_home = walk.gazetteer.relative(beyond["whole"][:_OF_HOME], walk.setting.home) is not None
        whole = beyond["whole"][_OF_HOME:] if of_home else beyond["whole"]
        looked_at = _broken_down(walk, walk.row.words_between(walk.sentence_start, start).strip("，"))
        walk.share = looked_at or whole, whole
    said = walk.text[walk.tokens[last.token].end : walk.tokens[index].start].strip()
    behind = walk.namer.words(said) if said.endswith(walk.vocabulary.names.scene_ends) else []
    if len(behind) > 1 and behind[-1] in walk.vocabulary.names.scene_ends:
        walk.last_whole = walk.among = last.indicator
        walk.among_said = walk.text[walk.tokens[last.token].start : walk.tokens[index].start].strip()


def _heads_items(walk: Walk, index: int, text: str) -> bool:
    """各等级公路里程分别为：, 主要农产品产量：: whether the clause names the measure of each thing that follows; the walk then speaks of that."""
    name = walk.namer.clean(text)
    parts = walk.namer.take_apart(name)
    says_so = text.endswith(walk.vocabulary.names.heading) or walk.row.letters(index - 1, index) == "I"
    if not says_so and (parts.measure not in walk.vocabulary.names.item_measures or walk.namer.starts_with_verb(name)):
        return False
    if says_so and not parts.measure and name.endswith(walk.vocabulary.names.measure_endings) and not walk.namer.starts_with_verb(name):
        # 注册商标量依次为：: a measure by its ending.
        walk.speak_of(name)
        return True
    if not parts.measure or not parts.topic or walk.namer.is_anaphor(name):
        return False
    walk.speak_of(name)
    walk.headed = walk.sentence, parts
    return True


def _heads_those_that_grew(walk: Walk, start: int, index: int) -> bool:
    """投资增长居前三位的行业分别是：: whether the clause says by the growth of what the things behind the colon stand out; the walk then speaks of that, and each of them is measured by it."""
    grew = next(place for place in range(start, index) if walk.tokens[place].letter in _GROWTH)
    said = walk.row.words_between(grew + 1, index).strip()
    if walk.tokens[index].letter != ":" or "的" not in said or not said.endswith(walk.vocabulary.clauses.links):
        return False
    name = clean_label(walk, start, grew)
    parts = walk.namer.take_apart(name)
    if not parts.measure or walk.namer.is_anaphor(name):
        return False
    walk.speak_of(name)
    walk.headed = walk.sentence, parts
    return True


def _leads_places(walk: Walk, text: str) -> bool:
    """新设企业较多的地区是：: whether the clause says what the places behind the colon have much of; the walk then speaks of that."""
    most = walk.vocabulary.clauses.more_than_others.fullmatch(text)
    name = walk.namer.clean(most["name"]) if most is not None else ""
    if name:
        walk.speak_of(name)
    return bool(name)


def _of_places(walk: Walk, index: int, text: str) -> str:
    """专利申请量，杭州市5万件、宁波市3万件: a measure alone, or titles and what is done to get them, which the clause behind states of places."""
    following = walk.row.after(index)
    if following is None or following.letter != "R" or not walk.row.number_in_clause(index):
        return ""
    if walk.namer.has_measure(text):
        # 质押融资额: what is done to titles may begin the name of a measure.
        return text if walk.namer.take_apart(text).topic and not walk.namer.is_verb(walk.namer.words(text)[0]) else ""
    return text if _counts_titles(walk, text) else ""


def _counts_titles(walk: Walk, text: str) -> bool:
    """有效发明专利，…; 集成电路布图设计登记，…: whether a clause names but titles, or what is done to get them."""
    names = walk.vocabulary.names
    if walk.namer.take_apart(text).verb:
        return False
    return text.endswith(names.holdings) or any(text.endswith(deed) and text != deed for deed in names.deeds_to_titles)


def _distributed(walk: Walk, text: str) -> str:
    """卫生人员机构分布: → 卫生人员."""
    if len(text) > _TITLE:
        return ""
    return next((text.removesuffix(ending) for ending in walk.vocabulary.names.distributions if text.endswith(ending) and text != ending), "")


def _looked_at(walk: Walk, text: str) -> str:
    """从有效发明专利结构来看 → 有效发明专利: the titles that the next numbers are of, or what was assessed (示范城市考核结果公布); empty where the clause is about none."""
    if text.endswith(walk.vocabulary.clauses.made_known) and (assessed := without_end(text, walk.vocabulary.clauses.made_known)).endswith(walk.vocabulary.ranks.assessments):
        return walk.namer.clean(assessed)
    if not (text.endswith(walk.vocabulary.clauses.looking) and text.startswith(walk.vocabulary.clauses.openers)):
        return ""
    inner = without_end(text[1:], walk.vocabulary.clauses.looking)
    ending = next((word for word in walk.vocabulary.names.ways_to_look if inner.endswith(word)), "")
    if not ending:
        return ""
    place = walk.gazetteer.at(inner, 0, walk.setting.home)
    thing = walk.namer.clean(inner[place[0] if place is not None else 0 :].removesuffix(ending))
    if thing in walk.vocabulary.names.deeds_to_titles and walk.frame is not None and walk.frame.level and walk.frame.name.endswith(walk.vocabulary.names.holdings) and thing in walk.frame.name:
        # 发明专利申请5120件。从申请主体看，企业3200件: of what was told to be so many.
        return walk.frame.name
    return thing if thing.endswith(walk.vocabulary.names.holdings) else ""


def _broken_down(walk: Walk, text: str) -> str:
    """从出口商品看 → 出口, 发明专利授权量方面 → 发明专利授权量: as far as it is a measure."""
    for ending in walk.vocabulary.clauses.regards:
        if text.endswith(ending) and walk.namer.has_measure(text.removesuffix(ending)):
            return text.removesuffix(ending)
    if not (text.endswith(walk.vocabulary.clauses.looking) and text.startswith(walk.vocabulary.clauses.openers)):
        return ""
    inner = without_end(text[1:], walk.vocabulary.clauses.looking)
    for ending in walk.vocabulary.names.breakdowns:
        inner = inner.removesuffix(ending)
    # 分规模看: by what, and nothing that is measured.
    if walk.namer.is_measure(inner):
        return "" if walk.namer.is_anaphor(inner) else inner
    # 从发明专利授权量看，上虞区增长35.9%; 从房地产契税看，增长0.1%
    parts = walk.namer.take_apart(inner)
    is_one = text.startswith(walk.vocabulary.from_words) and bool(parts.measure and parts.topic) and not parts.verb and inner == f"{parts.topic}{parts.measure}" and not walk.namer.is_anaphor(inner)
    return inner if is_one or (walk.namer.has_measure(inner) and inner.endswith(walk.vocabulary.names.measure_endings)) else ""
