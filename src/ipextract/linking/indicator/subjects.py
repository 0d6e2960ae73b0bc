"""Of what a clause without a number tells how it went: 固定资产投资稳步增长，…; 服务业平稳增长。…."""

from __future__ import annotations

from collections.abc import Iterator

from ipextract.lexicon import Division
from ipextract.linking.endings import without_end
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.walk import Walk

# What may stand in front of the clause that is a sentence of its own: times, places, the mark of an item.
_AROUND = "T,RIN"
# 煤炭由降转增
_SHORTEST_THING = 2
# 价格|上涨
_GLUED, _THING = 4, 2
# 重点工程
_SHORTEST_WORK = 4
# 增幅|达|10%
_NEAR = 4


def told_measure(walk: Walk, start: int, stop: int) -> str:
    """固定资产投资 of 固定资产投资稳步增长: the measure that a clause tells something of; empty where it tells of none."""
    return next((name for name in _told_of(walk, start, stop) if walk.namer.has_measure(name)), "")


def told_first(walk: Walk, start: int, stop: int) -> str:
    """公路里程 of 公路里程逐年增加, 民营经济的比重 of 民营经济的比重虽然下降: what a clause tells something of; empty where it tells nothing."""
    return next((name for name in _told_of(walk, start, stop) if walk.namer.has_measure(name) or name.endswith((*walk.vocabulary.rates, *walk.vocabulary.whole_ends))), "")


def _told_of(walk: Walk, start: int, stop: int) -> Iterator[str]:
    """The words in front of each predicate of a clause."""
    text = walk.label_text(start, stop).replace("\n", "")
    if (reckoned := walk.namer.reckoned(text)):
        # 地区生产总值按可比价格计算，比上年增长5.1%
        yield reckoned
    if text.endswith(walk.vocabulary.clauses.hardly_changed):
        # 授权量变化不大，增长0.8%
        yield walk.namer.clean(without_end(text, walk.vocabulary.clauses.hardly_changed))
    words = walk.namer.words(text) if text and not text.endswith((*walk.vocabulary.clauses.scenes, *walk.vocabulary.clauses.heard)) else []
    if words and len(words[-1]) == _GLUED and words[-1][_THING:] in walk.vocabulary.names.changes and words[-1] not in walk.vocabulary.clauses.predicates:
        # 价格上涨, 人口减少: the dictionary has them as one word.
        words = [*words[:-1], words[-1][:_THING], words[-1][_THING:]]
    for place in walk.vocabulary.clauses.predicates.among(words):
        if place:
            yield walk.namer.clean("".join(words[:place]))
    if text.endswith(walk.vocabulary.clauses.majorities):
        # 职务发明占绝大多数
        yield walk.namer.clean(without_end(text, walk.vocabulary.clauses.majorities))
    if text.endswith(walk.vocabulary.clauses.said_to_be) and walk.vocabulary.clauses.being in words[1:]:
        # 制造业是支柱产业
        yield walk.namer.clean("".join(words[: words.index(walk.vocabulary.clauses.being, 1)]))


def _thing_changed(walk: Walk, start: int, stop: int) -> str:
    """农村低保标准 of 提高农村低保标准，增幅达10%, 办理时限 of 办理时限压缩，压缩幅度达60%: what a clause says is changed, of which the next says by how much and nothing else; empty where it is not so."""
    letters = walk.row.letters(start, stop)
    if walk.row.letters(stop + 1, stop + 2) != "E" or letters.count("V") != 1 or walk.row.has_number(start, stop) or "%" not in walk.row.letters(stop + 2, stop + _NEAR):
        return ""
    verb = start + letters.index("V")
    if walk.row.words_between(start, verb).strip().endswith(walk.vocabulary.clauses.being):
        # 软件登记2.6万件，是增长最快的类别，增速达149%: what the subject is, and no subject.
        return ""
    behind = walk.namer.clean(walk.label_text(verb + 1, stop).replace("\n", ""), head=False)
    if not behind and not walk.row.words(stop + 1).startswith(walk.row.words(verb)):
        # 部分年份小幅下滑，平均增长率14.5%: another rate.
        return ""
    thing = behind or walk.namer.without_manner(walk.namer.clean(walk.label_text(start, verb).replace("\n", "")))
    return thing if len(thing) > _SHORTEST_THING else ""


def _undertaking(walk: Walk, start: int, stop: int) -> str:
    """河道治理工程 of 河道治理工程，投资4800万元: the work or project that a clause names and tells nothing of, of which the next says a measure alone; empty where it is not so."""
    if walk.row.letters(start, stop).strip("XRN/()") or walk.row.letters(stop + 1, stop + 3) != "X#" or walk.row.has_number(start, stop):
        return ""
    opens = walk.row.letters(start - 1, start) == ";" or start == walk.sentence_start
    name = walk.namer.clean(walk.label_text(start, stop).replace("\n", "")) if opens else ""
    if not name.endswith(walk.vocabulary.names.undertaken) or "的" in name:
        return ""
    # 推进河道治理工程，投资4800万元: whatever is done to it.
    name = name[len(deed_in_front(walk.namer, walk.vocabulary.names, name)) :]
    if len(name) <= _SHORTEST_WORK or walk.namer.starts_with_verb(name):
        return ""
    return name if walk.namer.is_bare(walk.namer.clean(walk.row.words(stop + 1))) else ""


def take_subject(walk: Walk, start: int, stop: int) -> bool:
    """固定资产投资稳步增长，同比增长5.2%: whether the clause says how something went; the walk then speaks of that."""
    measure, subject = _subject(walk, start, stop)
    if measure:
        walk.speak_of(measure)
        # 乡村旅游持续升温，旅游收入扭转了下滑局面，增长5.2%: of whom the clause before told is none of it.
        walk.subject = ""
    elif subject:
        # 经营主体呈现蓬勃发展势头，从2012年的12万户增长到35万户; 上半年，服务业平稳增长，实现增加值….
        walk.subject, walk.subject_from = subject, start
    elif changed := _thing_changed(walk, start, stop) or _undertaking(walk, start, stop):
        walk.speak_of(changed)
    elif walk.tokens[start].letter == "N" and (item := _item_to_do(walk, start, stop)):
        walk.speak_of(item)
    if not measure and (part := _part_told_of(walk, start, stop)):
        walk.went = walk.sentence, stop, part
    return bool(measure)


def _item_to_do(walk: Walk, start: int, stop: int) -> str:
    """加装电梯 of 二是加装电梯，计划86部，完工112部: the item of a list of what was to be done, of which the next clauses tell how much was; empty where there is none."""
    mark = walk.tokens[start]
    if mark.role != "heading" or walk.row.letters(start + 1, stop).strip("X"):
        return ""
    told = walk.row.words(stop + 1).strip()
    goes_on = told.startswith((*walk.vocabulary.ahead.plans, *walk.vocabulary.ahead.tasks, *walk.vocabulary.names.completing, *walk.vocabulary.ahead.done_already))
    return walk.namer.clean(walk.label_text(start + 1, stop).replace("\n", "")) if goes_on else ""


def _part_told_of(walk: Walk, start: int, stop: int) -> str:
    """采矿业 of 工业用电量增长2.1%。分行业看，采矿业由降转升，增长3.2%: of which part of what was stated a clause tells how it went; empty where it tells of none."""
    if walk.frame is None:
        return ""
    name = next(_told_of(walk, start, stop), "") or _pace_told_of(walk, start, stop)
    name = without_end(name, (*walk.vocabulary.rate_nouns, *walk.vocabulary.fall_nouns))
    if walk.breakdown is not None:
        is_thing = len(name) >= _SHORTEST_THING and not walk.namer.starts_with_verb(name) and not walk.namer.ends_with_deed(name)
    else:
        # 风电下降1.2%；太阳能发电保持较快增长，增长13.9%
        is_thing = walk.row.letters(start - 1, start) == ";" and walk.namer.may_be_subject(name)
    # 纺织业下降3.2%，化工业由负转正，增长2.1%: one beside the other; 市场稳步回升 is no part of 游客.
    is_peer = walk.namer.is_group(name) and (walk.parts_from is not None or walk.namer.is_group(walk.frame.parts.topic or walk.frame.name)) and name not in walk.frame.name
    return name if name and (is_thing or is_peer) else ""


def _pace_told_of(walk: Walk, start: int, stop: int) -> str:
    """核电 of 核电降幅收窄: whose pace a clause tells of; empty where it names none."""
    text = walk.label_text(start, stop).replace("\n", "")
    noun = next((noun for noun in walk.vocabulary.fall_nouns if noun in text), "")
    return walk.namer.clean(text.partition(noun)[0]) if noun and not text.endswith(noun) else ""


def take_lead(walk: Walk, index: int) -> None:
    """畜牧业健康发展。全年实现产值27.5亿元: the full stop at `index` ends the sentence, and the next goes on with what it said went how."""
    start = walk.row.clause_start(index)
    says_alone = not walk.row.has_number(walk.sentence_start, index) and not walk.row.letters(walk.sentence_start, start).strip(_AROUND)
    measure, subject = _subject(walk, start, index) if says_alone else ("", "")
    if measure:
        walk.speak_of(measure)
    nation = _nation_told_of(walk, start, index)
    walk.end_sentence(index)
    if nation is not None:
        walk.region, walk.region_named, walk.region_token = nation, True, index
    if subject:
        walk.subject, walk.subject_from = subject, index


def _nation_told_of(walk: Walk, start: int, index: int) -> Division | None:
    """全国 of 据国家知识产权局介绍，我国专利创造水平稳中有进。发明专利授权量增长5.8%: the nation of which an office of its tells how something went, without a number, so that the next goes on with it; None where nobody does."""
    region, home = walk.region, walk.setting.home
    if region is None or home is None or region != walk.gazetteer.country() or region == home or not start <= walk.region_token or walk.row.has_number(walk.sentence_start, index):
        return None
    said = walk.row.words_between(walk.sentence_start, start)
    is_spoken = any(word in said for word in walk.vocabulary.spoken_for_nation) and any(word in said for word in walk.vocabulary.spoken)
    return region if is_spoken and next(_told_of(walk, start, index), "") else None


def _subject(walk: Walk, start: int, stop: int) -> tuple[str, str]:
    """What a clause says went how: a measure, or a noun where it is none and begins the sentence; empty where it tells of nothing."""
    first = ""
    for name in _told_of(walk, start, stop):
        if walk.namer.has_measure(name):
            return name, ""
        rate = next(noun for noun in walk.vocabulary.rate_nouns if name.endswith(noun)) if name.endswith(walk.vocabulary.rate_nouns) else ""
        if rate and walk.namer.has_measure(of_what := walk.namer.clean(name.removesuffix(rate))):
            # 工业投资增速由负转正，增长5.4%
            return of_what, ""
        # 居民|健康|素养水平|稳步提升: a word that tells how something goes may be a part of its name.
        first = name if not first or (name.startswith(first) and name.endswith(walk.vocabulary.clauses.qualities_told)) else first
    opens = not _is_said_first(walk, start)
    # 有效发明专利中，职务发明占绝大多数，: behind the whole.
    of_whole = walk.topic is not None and walk.row.words_between(walk.row.clause_start(start - 1), start - 1).endswith(walk.vocabulary.names.within)
    begins = walk.row.letters(start - 1, start) == ";" or not opens or of_whole
    return "", first if begins and walk.namer.may_be_subject(first) else ""


def _is_said_first(walk: Walk, start: int) -> bool:
    """报告显示，2013年，城镇就业人员比重首次超过乡村: whether in front of the clause stand but times, and by whom it was said."""
    heard = (*walk.vocabulary.clauses.heard, *walk.vocabulary.clauses.showing)
    return all(token.letter in "T," or (token.letter == "X" and walk.text.endswith(heard, token.start, token.end)) for token in walk.tokens[walk.sentence_start : start])
