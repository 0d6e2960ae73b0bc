"""The words by which something is ranked or compared."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.word_patterns import either, in_order
from ipextract.patterns import compiled, lazily


class RankWords:
    """Words about places in a row.

    Args:
        lexicon: the vocabulary.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        # Longest first, so that 全国同类城市 is found before 全国.
        self.scopes = tuple(sorted(words("triggers.rank.scopes"), key=len, reverse=True))
        # 首只, 第一个: what is the first of its kind.
        self.firsts = frozenset(words("triggers.rank.firsts"))
        self.scope_edges = words("triggers.ranking.scope_edges")
        self.advantage = lazily(compiled, rf"(?:{either(words('triggers.ranking.won_with'))})[^，。；、\d]{{1,5}}(?:{either(words('triggers.ranking.advantages'))})$")
        self.peers = words("triggers.rank.peers")
        self.each = words("triggers.frame.each")
        self.sharing_out = frozenset(words("triggers.rank.sharing_out"))
        self.won_with, self.assessments, self.events, self.held = (words(f"triggers.ranking.{key}") for key in ("won_with", "assessments", "events", "held"))
        self.boards, self.on_boards = words("triggers.ranking.boards"), words("triggers.ranking.on_boards")
        self.ours, self.abroad = words("triggers.ranking.ours"), words("triggers.ranking.abroad")
        self.reports = (*words("triggers.ranking.reports"), "》")
        year = r"(?:(?:19|20)\d{2}年?(?:度)?)?"
        self.report = lazily(
            compiled, rf"(?:[^《》]*(?:{either(words('triggers.ranking.issued'))}))?(?:[^《》]{{0,12}}《)?{year}(?P<of>[^《》]{{3,30}}?){year}(?:{either(words('triggers.ranking.reports'))})?{year}》?"
        )
        self.units, self.moved = (frozenset(words(f"triggers.ranking.{key}")) for key in ("units", "moved"))
        # 交易额跃升全国首位: verbs of change that are of rank in front of a scope.
        self.rising = tuple(word for word in words("triggers.rank.verbs") if word in words("triggers.change.up"))
        self.nouns, self.not_alone = words("triggers.ranking.places"), frozenset(words("triggers.ranking.not_alone"))
        self.idle = words("triggers.ranking.idle")
        self.still = words("triggers.ranking.still")
        self.overtaking, self.becoming = (tuple(sorted(words(f"triggers.ranking.{key}"), key=len, reverse=True)) for key in ("overtaking", "becoming"))
        # 连续五年: the years are told by numerals.
        self.streak = lazily(compiled, rf"(?:{in_order(words('triggers.ranking.running'))})(?P<years>[一二两三四五六七八九十]{{1,3}}|\d{{1,2}})(?:个)?年")


class BehindWords:
    """Words behind a percentage that say what it is: 12%以上的增速, 4.1%的平均水平.

    Args:
        lexicon: the vocabulary.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.joins, self.levels, self.growth_levels, self.aims = (frozenset(lexicon.words(f"triggers.behind.{key}")) for key in ("joins", "levels", "growth_levels", "aims"))
        # 全市平均的72%
        self.all_levels = lexicon.words("triggers.behind.all_levels")
        self.means = tuple(sorted(lexicon.words("triggers.behind.means"), key=len, reverse=True))
        self.growing_by = tuple(lexicon.words("triggers.behind.growing_by"))
        self.holding = tuple(sorted(lexicon.words("triggers.behind.holding"), key=len, reverse=True))


class ThoseWords:
    """Words of percentages of those of whom it is told which they are: 选择诉讼的仅为18.7%.

    Args:
        lexicon: the vocabulary.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.bounded, self.done = words("triggers.those.bounded"), frozenset(words("triggers.those.done"))
        self.doers = tuple(words("triggers.those.doers"))
        self.tails, self.telling, self.opinions, self.counted, self.rest = (words(f"triggers.those.{key}") for key in ("tails", "telling", "opinions", "counted", "rest"))
        self.particle = words("triggers.those.particle")[0]
        # Longest first, so that 还有 is found before 有.
        self.tails = tuple(sorted(self.tails, key=len, reverse=True))
        places = either(words("triggers.those.rest_places"))
        # 其余七个市（州）, 其余各区、县（市）
        self.rest_of_places = lazily(compiled, rf"(?:{either(self.rest)})各?(?:[一二两三四五六七八九十\d]{{1,3}})?个?(?:{places})(?:[、（](?:{places})[）]?)*")


class ComparisonWords:
    """Words that make a time the basis of a change: 比2020年增长, 与2020年相比.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.formerly = words("triggers.comparison.formerly")
        self.prepositions, self.compounds = (frozenset(words(f"triggers.comparison.{key}")) for key in ("prepositions", "compounds"))
        self.year_end_words = frozenset(words("triggers.basis.references_year_end"))
        self.times_before = words("triggers.comparison.times_before")
        self.done_over, self.done_briefly = words("triggers.comparison.done_over"), words("triggers.comparison.done_briefly")
        self.done_more, self.done_less = (frozenset(words(f"triggers.comparison.{key}")) for key in ("done_more", "done_less"))
        self.rates = frozenset((*words("triggers.basis.words_yoy"), *words("triggers.basis.words_mom")))
        self.average_of_years = frozenset(words("triggers.basis.average_of_years"))
        self.plan_heads, self.plan_times = words("triggers.comparison.plan_heads"), words("triggers.comparison.plan_times")
        self.paired = frozenset(words("triggers.comparison.paired"))
        self.beside, self.compared_ends = words("triggers.comparison.beside"), words("triggers.comparison.compared_ends")
        self.compared_said = lazily(compiled, in_order(self.compared_ends))
        self.outdoing = frozenset(words("triggers.gap.outdoing"))
        self.than = words("triggers.gap.than_words")
        self.limits, self.limits_in_short = words("triggers.gap.limits"), words("triggers.gap.limits_in_short")
        self.completed = frozenset(words("triggers.comparison.completed"))
        # 五年翻一番, 十年内: over how many years something grew.
        self.years = lazily(compiled, rf"[一二两三四五六七八九十\d]{{1,2}}年(?:{in_order(words('triggers.comparison.years_ends'))})?")
        self.same_period = words("triggers.reports.same_period")
        self.whole_years = words("triggers.comparison.whole_years")
        self.closing_words = words("triggers.comparison.closings")
        self.closings = frozenset(self.closing_words)
        self.base_openings, self.base_words = frozenset(words("triggers.comparison.base_openings")), words("triggers.comparison.base_ends")
        self.base_ends = compiled(rf"的?(?:{in_order(self.base_words)})")
