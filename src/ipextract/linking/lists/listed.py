"""What the numbers of a list are called: the questions asked of the words before it, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ipextract.linking.before_number import is_measured_alone, raw_label
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.frames import Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.lists.members import is_joint
from ipextract.linking.lists.names import behind_gathering, behind_introduction, distribute, without_count
from ipextract.linking.lists.shared import share_ending
from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind
from ipextract.linking.words_end import end_of_words_behind
from ipextract.rules.tokens import NUMBERS

# What tells something of the names before it: a verb of change or rank, a rate or share as a noun, a place in a row.
_TELLS = frozenset("VZEWAKOGH")


@dataclass(frozen=True)
class Listed:
    """Numbers of a list and the words before it.

    Attributes:
        walk: the walk.
        members: the numbers' tokens.
        first: the first token of the words before 分别.
        stop: the token that ends them.
        marker: the token of 分别.
        reading: how the first number is read.
    """

    walk: Walk
    members: list[int]
    first: int
    stop: int
    marker: int
    reading: Reading

    @property
    def count(self) -> int:
        return len(self.members)

    @cached_property
    def printed(self) -> str:
        """The words before 分别; 恢复到2019年同期的 (112%和108%) says by what all of them are measured, and names none."""
        if self.walk.tokens[self.members[0]].letter == "%" and is_measured_alone(self.walk, self.first, self.members[0]):
            return ""
        said = _told(self.walk, self.first, max(self.first, self.stop))
        # 后两者分别增长5%和6%: of the last that were told.
        rest = without_head(said, self.walk.vocabulary.names.last_of)
        return rest if rest != said and rest.endswith(self.walk.vocabulary.names.those_said) else said

    @cached_property
    def points_back(self) -> bool:
        """增速分别为: the words before 分别 take up names already said; 采矿业、纺织业两个行业 says them."""
        return self.walk.namer.is_anaphor(self.printed) and ("、" not in self.printed or distribute(self.printed, self.count, self.walk.namer) is None)

    @cached_property
    def label(self) -> str:
        """The words before 分别 that name."""
        return "" if self.points_back else self.printed

    @cached_property
    def middle(self) -> str:
        """The words behind 分别 that all numbers share: A和B分别完成投资5亿元和6亿元."""
        rule = self.reading.rule
        if rule.aspect not in ("change", "level"):
            return ""
        first = self.members[0]
        if self.walk.tokens[first].letter == "M" and self.walk.text.endswith("的", 0, self.walk.tokens[first].start):
            # 分别是全市平均水平的2.1倍和1.8倍: what the multiples are of is no part of the names.
            return ""
        stop = self.reading.spans["verb"][0] if rule.name == "change.verb" else first
        # 分别压缩至: what was reached by is no part of the name.
        reach = next((place for place in range(self.marker + 1, stop) if self.walk.tokens[place].letter == "Z"), stop)
        shared = raw_label(self.walk, self.marker + 1, reach)
        return "" if self.walk.namer.is_task(shared) else shared

    @cached_property
    def noun_behind(self) -> str:
        """What all numbers count, behind the last: 企业和高校分别拥有10819件和2589件有效发明专利; empty where it does something."""
        if self.reading.rule.aspect != "level":
            return ""
        last = self.members[-1]
        noun = self.walk.namer.clean(words_behind(self.walk, last))
        if not noun or self.walk.namer.is_milestone(noun) or self.walk.namer.has_measure(noun) or self.walk.namer.is_deed(noun) or self.walk.namer.before_deed(noun) is not None:
            return ""
        end = end_of_words_behind(self.walk, last)
        if self.walk.row.letters(end, end + 1) in NUMBERS:
            # 由45%、55%演变为42%、58%: what leads to the next number counts nothing.
            return ""
        self.walk.after_until = end
        return noun

    @cached_property
    def those_behind(self) -> str:
        """企业入选 of 甲区、乙区分别有15家、12家企业入选: what all numbers count, also where those counted did something."""
        last = self.members[-1]
        told = "" if self.noun_behind or self.reading.rule.aspect != "level" else self.walk.namer.clean(words_behind(self.walk, last))
        who, _ = self.walk.namer.before_deed(told) or ("", "") if told else ("", "")
        if not who.endswith((*self.walk.vocabulary.names.owners, *self.walk.vocabulary.names.titles)):
            return self.noun_behind
        self.walk.after_until = end_of_words_behind(self.walk, last)
        return told

    def own_reading(self, member: int) -> Reading:
        """同比分别增长31.0%和下降12.5%: a member of the list may have a verb of its own."""
        if self.reading.rule.name == "change.verb" and self.walk.tokens[member - 1].letter == "V":
            return self.reading._replace(spans={**self.reading.spans, "verb": (member - 1, member)})
        return self.reading


Question = Callable[[Listed], list[str] | None]


def answer(questions: tuple[Question, ...], listed: Listed) -> list[str] | None:
    """One name for each number, from the first question that finds as many; None where none does."""
    return next((names for names in (question(listed) for question in questions) if names is not None), None)


def measure_ahead(listed: Listed, name: str) -> str | None:
    """By what a clause in front said that those named are reckoned, or what each of them has; None where none did."""
    walk = listed.walk
    if listed.reading.rule.aspect not in ("level", "change"):
        return None
    if walk.reckoned[0] == walk.sentence:
        # 以扣留批次统计，服装、玩具居前两位，分别为…
        return walk.reckoned[1]
    sentence, heading = walk.headed
    # 主要农产品产量中，粮食、油料分别为34.5万吨、2.3万吨
    return heading.measure if sentence == walk.sentence and heading is not None and not walk.namer.starts_with_verb(name) else None


def deeds_to_one(listed: Listed) -> list[str] | None:
    """著作权案件分别受理和审结84件和81件, 法院分别受理和审结案件84件和81件: one thing, and a deed for each number."""
    namer = listed.walk.namer
    of_body = not listed.printed or listed.printed.endswith(listed.walk.vocabulary.agencies)
    names = distribute(listed.middle or _scene(listed), listed.count, namer)
    if names is None or listed.points_back:
        return None
    named = [namer.part_deeds(name) for name in names]
    if len({deed for _, deed in named}) < listed.count or not all(name.startswith(deed) for name, (_, deed) in zip(names, named, strict=True)):
        return None
    if of_body:
        return names if listed.middle and all(thing for thing, _ in named) else None
    if (listed.middle and any(thing for thing, _ in named)) or distribute(listed.label, listed.count, namer) is not None:
        return None
    return [deed + listed.label for _, deed in named]


def _scene(listed: Listed) -> str:
    """受理和审结民事案件中，专利案件为84件和81件: the clause before that says among what."""
    walk, stop = listed.walk, listed.first - 1
    if stop <= walk.sentence_start or walk.tokens[stop].letter != ",":
        return ""
    words = walk.row.words_between(walk.row.clause_start(stop), stop)
    return next((words.removesuffix(end) for end in walk.vocabulary.clauses.scenes if words.endswith(end)), "")


def _clauses(listed: Listed) -> list[str] | None:
    """石油、煤炭及其他燃料加工业，化学原料和化学制品制造业增加值分别…: one clause for each number."""
    walk = listed.walk
    labels = [_told(walk, listed.first, listed.stop)]
    paused = labels[0].split("、")
    if len(paused) == listed.count and all(map(walk.namer.has_measure, paused)):
        # …创建旅游景区，旅游人数、旅游收入分别…: the last clause has a name for each number.
        return None
    return _clause_by_clause(listed, labels, listed.first)


def _clauses_told(listed: Listed) -> list[str] | None:
    """科学研究和技术服务业，租赁和商务服务业，文化、体育和娱乐业增速居前列，分别增长…: one clause for each, and what is said of them all."""
    walk, end = listed.walk, listed.first - 1
    if listed.label or end <= walk.sentence_start or walk.tokens[end].letter != ",":
        return None
    begin = walk.row.clause_start(end)
    label = next(_told_of(walk, begin, end), "")
    return _clause_by_clause(listed, [label], begin) if label else None


def _clause_by_clause(listed: Listed, labels: list[str], back: int) -> list[str] | None:
    """As many names as there are numbers: `labels`, and the clauses in front of the token `back`; None where another clause stands among them."""
    walk = listed.walk
    while len(labels) < listed.count:
        if back <= walk.sentence_start or walk.tokens[back - 1].letter != ",":
            return None
        begin = walk.row.clause_start(back - 1)
        if walk.row.has_number(begin, back - 1) or set(walk.row.letters(begin, back - 1)) & set("VZGAKJ"):
            return None
        label = _told(walk, begin, back - 1)
        if not label or walk.row.words_between(begin, back - 1).endswith(walk.vocabulary.clauses.scenes):
            return None
        labels.insert(0, label)
        back = begin
    labels[-1] = without_count(labels[-1], listed.count, walk.namer)
    return share_ending(labels, walk.namer) if all(walk.namer.is_group(one) or walk.namer.has_measure(one) for one in labels) else None


def label_itself(listed: Listed) -> list[str] | None:
    """工业和工业技术改造投资分别增长12.7%和12.5%."""
    return distribute(listed.label, listed.count, listed.walk.namer) if listed.label else None


def _clauses_before(listed: Listed) -> list[str] | None:
    """The list began in a clause before: 粮食，蔬菜产量有所增加，分别为…."""
    walk, back = listed.walk, listed.first
    # Each clause holds a name at least: no more of them than there are numbers.
    for _ in range(listed.count):
        if back <= walk.sentence_start or walk.tokens[back - 1].letter != ",":
            return None
        behind, back = back, walk.row.clause_start(back - 1)
        if any(token.letter in NUMBERS and token.letter != "O" and token.role in ("claim", "unresolved") for token in walk.tokens[back:behind]):
            return None
        if behind == listed.first and (names := _introduced_in(listed, back, behind - 1)) is not None:
            return names
        if listed.label and walk.namer.words(walk.row.words_between(back, behind).strip() or " ")[0] in walk.vocabulary.clauses.causes:
            # 受芯片短缺以及标准升级等影响，工业产销分别下降5%和6%
            return None
        told = tuple(_told_of(walk, back, behind - 1)) if behind == listed.first else ()
        towards = walk.namer.lists.towards_those.fullmatch(listed.label) if listed.label else None
        plays_part = walk.namer.lists.part_played.search(raw_label(walk, back, behind - 1)) is not None
        if behind == listed.first and (towards is not None or plays_part or walk.namer.is_bare(listed.label)):
            # 居前三位的依次为日本、美国和德国，授权量分别为…: the measure alone is no member of the list before it.
            told = (*told, _told(walk, back, behind - 1))
        for said in (*told, _told(walk, back, max(listed.first, listed.stop))):
            # 东盟、美国是前两大贸易伙伴, 汽车、家电出口拉动作用: what part they play names none of them.
            label = walk.namer.lists.part_played.sub("", said) if "、" in said else said
            names = distribute(label, listed.count, walk.namer)
            if names is not None and listed.label and names[-1] == listed.label and not (walk.namer.is_group(names[0]) or walk.namer.has_measure(names[0])):
                # 受疫情影响，工业产销分别下降5%和6%: what the clause before tells is no name.
                continue
            if names is not None:
                # 汽车业和有色业表现突出，出口交货值分别增长…: the measure stands in the clause of the numbers.
                if towards is not None:
                    # 东盟、美国是前两大贸易伙伴，对其进出口分别为…: to each of them.
                    return [towards["to"] + name + towards["rest"] for name in names]
                alone = listed.label if back < listed.first and (walk.namer.has_measure(listed.label) or walk.namer.is_bare(listed.label)) else ""
                by = "" if alone else _ranked_by(walk, label.removesuffix(behind_introduction(label, walk.namer))) or _gathered(walk, label)
                return [_of_measure(walk, name, by) if by else name + alone if not walk.namer.has_measure(name) else name for name in names]
    return None


def _introduced_in(listed: Listed, start: int, stop: int) -> list[str] | None:
    """信息技术有效发明专利, 数字通信有效发明专利 of 有效发明专利增速最快的领域分别为信息技术、数字通信，分别增长59.6%、37.8%: those that a word of each introduces behind by what they come first."""
    walk = listed.walk
    link = next((place for place in range(start + 1, stop - 1) if walk.tokens[place].letter in "ID" and walk.row.words(place) in walk.vocabulary.clauses.introducing), 0)
    by = _ranked_by(walk, walk.row.words_between(start, link).strip()) if link else ""
    names = distribute(_told(walk, link + 1, stop), listed.count, walk.namer) if by else None
    if names is None or (listed.label and not walk.namer.is_anaphor(listed.label)):
        return None
    return [_of_measure(walk, name, by) for name in names]


def _of_measure(walk: Walk, name: str, measure: str) -> str:
    """家具出口 of 家具 and 出口, 信息技术有效发明专利: what is measured of one of those listed, where its name does not say so."""
    namer = walk.namer
    return name if namer.has_measure(name) else namer.compose(name, namer.take_apart(measure)) if namer.has_measure(measure) else join(name, measure)


def _gathered(walk: Walk, label: str) -> str:
    """有效发明专利 of 有效发明专利主要集中在计算机技术、数字通信: the titles, or what is measured, that lie mostly in those listed; empty where nothing is said so."""
    said = walk.namer.clean(behind_gathering(label, walk.namer)[0])
    return said if said and (walk.namer.has_measure(said) or said.endswith(walk.vocabulary.names.titles)) else ""


def _ranked_by(walk: Walk, head: str) -> str:
    """出口 of 出口增长较快的领域是: by what those listed behind it come first, which each of the numbers is of; empty where nothing says so."""
    words = walk.vocabulary
    at = min((place for word in words.clauses.foremost_words if (place := head.find(word)) > 0), default=0)
    said = without_end(head[:at], (*words.rate_nouns, *words.fall_nouns))
    said = walk.namer.clean(without_end(said, words.clauses.changing))
    # 国内有效发明专利增长最快的领域是信息技术、计算机技术: titles are counted.
    is_counted = walk.namer.has_measure(said) or said.endswith(words.names.titles)
    return said if is_counted and not said.endswith(words.share_nouns) else ""


def _told_of(walk: Walk, start: int, stop: int) -> Iterator[str]:
    """粮食、蔬菜产量 of 粮食、蔬菜产量稳步提高: the words in front of what a clause says of them, where it says so at its end."""
    said = walk.row.words_between(start, stop).strip()
    if (who := without_end(said, walk.vocabulary.standing)) != said:
        # 开发、咨询两类合同遥遥领先: a word of standing may hold one that compares.
        yield walk.namer.clean(who)
    last = max((place for place in range(start, stop) if walk.tokens[place].letter == "/" or is_joint(walk.row, place, walk.vocabulary.joins)), default=start)
    end = next((place for place in range(last, stop) if walk.tokens[place].letter in _TELLS), stop)
    label = _told(walk, start, end)
    words = walk.namer.words(label) if label else []
    head = ""
    for word, following in pairwise(words):
        head += word
        if following in walk.vocabulary.clauses.predicates and not walk.namer.has_measure(following):
            yield walk.namer.clean(head)
    if end < stop:
        yield label


# Asked in this order; the first that finds a name for each number is taken. Words before 分别 that
# point back name nothing themselves.
PRINTED: tuple[Question, ...] = (_clauses, label_itself, _clauses_told, _clauses_before)


def _told(walk: Walk, first: int, stop: int) -> str:
    """东方大学、理工大学 of 东方大学、理工大学紧随其后，分别授权288件和171件: where those stand of whom the words tell is no part of their names."""
    return without_end(raw_label(walk, first, stop), walk.vocabulary.standing)
