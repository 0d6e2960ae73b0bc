"""What the numbers of a paragraph read so far leave for the next one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ipextract.lexicon import Division
from ipextract.linking.area.places import Gazetteer
from ipextract.linking.frames import NOTHING_FOREMOST, Draft, Foremost, Frame, Reading, Setting
from ipextract.linking.indicator.anatomy import Parts
from ipextract.linking.indicator.labelling import Labeller
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.period.spans import Span
from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.rules.tokens import Basis, Token


class Bracketed(NamedTuple):
    """What held before a bracket opened, and holds again behind it."""

    frame: Frame | None
    period: Span | None
    region: Division | None
    basis: Basis | None
    parent: Frame | None
    parts_from: int | None
    last_whole: str | None


class Ranking(NamedTuple):
    """A place in a row that was named with others of its list: its indicator, among whom, and where."""

    name: str
    scope: str | None
    region: Division | None


class Compared(NamedTuple):
    """Whom a number of a list is compared with: 高于全国、全省1.0个和0.2个百分点."""

    than: str
    region: Division | None


# A walk is compared with none and never shown: methods for that would be made at each start.
@dataclass(slots=True, eq=False, repr=False, match_args=False)
class State:
    """What one walk knows at a token.

    Attributes:
        row: the paragraph's tokens.
        setting: what holds before its first word.
        namer: cleans and takes apart names.
        labeller: makes labels of words.
        gazetteer: knows places.
        vocabulary: lists of words.
        tokens, text: the row's.
        drafts: the claims made so far.
        sentence: the number of the sentence.
        sentence_start: its first token.
    """

    row: Row
    setting: Setting
    namer: Namer
    labeller: Labeller
    gazetteer: Gazetteer
    vocabulary: Vocabulary
    tokens: list[Token] = field(init=False)
    text: str = field(init=False)
    drafts: list[Draft] = field(default_factory=list)
    sentence: int = 0
    sentence_start: int = 0
    brackets: list[Bracketed] = field(default_factory=list)

    # What the numbers are said of: the indicator last spoken of; the whole that parts follow, and the
    # token (其中) from which they do; the first indicator of the sentence and of the paragraph.
    frame: Frame | None = None
    parent: Frame | None = None
    parts_from: int | None = None
    sentence_first: Frame | None = None
    sentence_opens: bool = True
    paragraph_first: Frame | None = None
    # The indicators that the last paragraphs began with, the last first.
    told_before: tuple[Frame, ...] = ()
    # What a clause like 按类型分 breaks down, for as long as its sentence lasts.
    breakdown: Frame | None = None
    # The number of the sentence of the last such clause, its token, and what it broke down.
    broken_down: tuple[int, int, Frame | None] = (-1, -1, None)
    # The schools that head the paragraph: 小学。校数3698所.
    schools: str = ""
    # 矿山事故。7月发生事故3起: the noun alone that a paragraph begins with.
    heads: str = ""
    # A clause that names what follows: 限额以上商品零售额中，.
    topic: str | None = None
    topic_measure: str = ""
    # Those whom a clause counts, and among whom the next numbers are: 在339个监测城市中，.
    among: str = ""
    # How the clause says it, without 在: 339个监测城市中.
    among_said: str = ""
    # The claim that stated how many there are of the topic: 基层医疗卫生机构3846个。基层医疗卫生机构中，.
    topic_level: Draft | None = None
    # The indicator whose members are named: 第一产业 of 地区生产总值's 增加值.
    family: Parts | None = None
    # The parts to remember for the next claim, where its name is composed of another's, and whether it narrows.
    kept: Parts | None = None
    narrowing: bool = False
    # 公路里程分别为：国道…、省道…: the measure of the things that follow, and the number of their sentence.
    headed: tuple[int, Parts | None] = (-1, None)
    # Up to where the words behind the last number reach: they are never the next number's label.
    after_until: int = 0
    actor: str | None = None
    last_whole: str | None = None
    last_rank: Draft | None = None
    # Whether the sentence speaks of plans from here on.
    planned: bool = False
    # Where a clause told what is done of a plan, so that no word before it plans any more.
    reported_from: int = -1

    # 自成立以来: whether nobody says when what follows began, up to the next time or the end of the sentence.
    undated: bool = False

    # When: the period that holds; the one that opened the paragraph; the moment (年末) of an earlier sentence, of which stocks are;
    # the year that the sentence names, and the one that the paragraph named last; what each token of time means.
    period: Span | None = None
    lasting: Span | None = None
    stood: Span | None = None
    dated: Span | None = None
    year_named: Span | None = None
    year_named_in: int = -1
    spans: dict[int, Span] = field(default_factory=dict)
    # The tokens of times that date nothing: what something is compared with, or since when it was never so high.
    beside: set[int] = field(default_factory=set)
    # What changes are measured against, the sentence and the token that said so, and the times that the words of bases mean.
    basis: Basis | None = None
    basis_sentence: int = -1
    basis_token: int = -1
    # The earlier year that the paragraph begins by comparing with: 与“十二五”末相比，….
    compared_years: Basis | None = None
    references: dict[str, Span] = field(default_factory=dict)
    # What the pace of a change was last compared with: 增速比1-4月回落0.3个百分点.
    pace: Basis | None = None
    # What rates were compared with before a clause compared a pace, and hold on behind it: 涨幅比上月分别回落12.4和1.9个百分点；.
    rates_basis: Basis | None = None

    # Where: the region that holds, and the token that named it.
    region: Division | None = None
    region_named: bool = False
    region_token: int = -1
    # Where what opens a list of aims begins.
    _aims_from: int | None = None
    _label_texts: dict[tuple[int, int, int], str] = field(default_factory=dict)
    windows: dict[tuple[int, int, int], int] = field(default_factory=dict)
    # Places named together, by the token that they are: what comes for each of them may stand in a clause behind.
    together: dict[int, list[Division]] = field(default_factory=dict)
    # Whom and when the last figure was compared with: 快于全国水平（5.5%）.
    than_region: Division | None = None
    than_period: Span | None = None

    # 2021至2023年，…分别为…: the years of a list that had a number for each.
    year_each: list[Span | None] = field(default_factory=list)
    # The words that the last list was named by, and the number of its sentence: 三者合计 takes them up.
    listed: tuple[int, str] = (-1, "")
    # Whether 如 or the like, and 折合 or the like, stand anywhere in the text.
    gives_examples: bool = False
    # Whether 是指 stands in it.
    defines: bool = False
    converts: bool = False
    # Whether 力争, 目标是 or the like do, and 将, 计划 or the like.
    names_aims: bool = False
    names_plans: bool = False
    # Whether a word stands anywhere in it that makes a plan at the head of a clause: 要, 将.
    names_modals: bool = False
    # Whether 统计口径 or the like does, so that a number may bound what is counted at all.
    bounds_all: bool = False
    # Whether 最多 or the like do, so that things may be told in an order.
    tells_order: bool = False
    # What examples behind 如 are measured by, and the number of their sentence.
    examples: tuple[int, str] = (-1, "")
    # What things told in an order (登记量最多的是…，第二是…) are measured by, in what unit, and the number of the sentence of the last.
    ordered: tuple[str, str | None, int] = ("", None, -1)
    # 以扣留批次统计: by what the sentence ranks or compares, and the number of the sentence.
    reckoned: tuple[int, str] = (-1, "")
    # 查扣的侵权货物以服装、玩具为主: what was done to things, and what these are, where a clause told of what kinds most are, with the number of the sentence.
    mostly: tuple[int, str, str] = (-1, "", "")
    # 首要污染物为臭氧: what a clause without a number says that something is, with the number of its sentence and its last token.
    identified: tuple[int, int, str] = (-1, -1, "")
    # 专利质押方面，: in regard of what the clauses up to a semicolon are, with the number of the sentence and the last token.
    regard: tuple[int, int, str] = (-1, -1, "")
    # 化工业由负转正，: of which part a clause told how it went, in the same way.
    went: tuple[int, int, str] = (-1, -1, "")
    # 报告发病数居前3位的是流感和结核, 登记量最多的是美术作品: who comes first in a clause without a number.
    foremost: Foremost = NOTHING_FOREMOST
    # By what those come first who were last told with their numbers: 大专院校前三名分别为….
    fronted: str = ""
    # The words that govern a noun behind its number (覆盖20个国家), and the noun that follows after 、.
    governing: tuple[int, str] = (-1, "")
    # The subject of the first clause of the sentence or of a part between semicolons, where that has no number and the subject is no
    # measure, and the token at which it begins.
    subject: str = ""
    subject_from: int = -1
    # The rate noun of a clause that says whose is highest: 同比增长率安吉县最高，.
    rate_noun: int = -1
    # In which sentence a clause said but that rates of change are told next, and its rate noun: 论增速，.
    paced: tuple[int, int] = (-1, -1)
    # A clause like X占Y的比重 without a number: X, and Y.
    share: tuple[str, str | None] | None = None

    # Numbers of a list, by token: named, placed, dated, compared or ranked ahead.
    named: dict[int, tuple[str, Reading]] = field(default_factory=dict)
    placed: dict[int, Division] = field(default_factory=dict)
    timed: dict[int, Span] = field(default_factory=dict)
    shared: dict[int, str | None] = field(default_factory=dict)
    compared: dict[int, Compared] = field(default_factory=dict)
    ranked: dict[int, Ranking] = field(default_factory=dict)
    # Numbers of a list whose names could not be told apart.
    untold: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.tokens, self.text = self.row.tokens, self.row.text
