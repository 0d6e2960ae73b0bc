"""The lists of words that reading a paragraph needs, fetched once from the lexicon."""

from __future__ import annotations

import re

import regex

from ipextract.lexicon import Lexicon
from ipextract.linking.clause_words import ClauseWords
from ipextract.linking.comparison_words import BehindWords, ComparisonWords, RankWords, ThoseWords
from ipextract.linking.indicator.ellipsis.forms import Forms
from ipextract.linking.name_words import NameWords
from ipextract.linking.period.time_words import TimeWords
from ipextract.linking.word_patterns import either, in_order
from ipextract.patterns import compiled, lazily


class Vocabulary:
    """Words by what they are for; each list is explained where it stands, in the lexicon's data files.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.bounds_before, self.measured_by = _measured_by(lexicon)
        # 亿元以上企业: behind the number that they bound.
        self.bounds_after = frozenset(word for bound in ("more_than", "at_least", "less_than", "at_most") for word in words(f"triggers.bounds.after.{bound}"))
        self.says_how = _says_how(lexicon)
        self.taxes, self.tax_parts = words("triggers.asides.taxes"), words("triggers.asides.tax_parts")
        self.arranged_ends, self.arranged = _arranged(lexicon)
        self.measured_alone = compiled(rf"(?:{in_order(words('triggers.measured_by.links'))})[^，。；]{{2,24}}?的")
        self.whole_reached = _whole_reached(lexicon)
        # Status: aims and what was reached.
        laying, too, lays = (in_order(words(f"triggers.status.{key}")) for key in ("laying_down", "says_too", "lays_down"))
        self.targets = compiled(rf"{in_order(words('triggers.status.target'))}|(?:{laying})》(?:{too})?(?:{lays})")
        self.aims_listed, self.reached_targets = _aims_listed(lexicon)
        self.modals = words("triggers.status.modal")
        # Change, share and distance.
        self.falling = frozenset(_falling(lexicon))
        self.increments = frozenset(words("triggers.change.of_increments"))
        self.extents, self.improving = (frozenset(words(f"triggers.change.{key}")) for key in ("extents", "improving"))
        self.become = words("triggers.change.become")
        self.fall_nouns, self.rate_nouns = words("triggers.change.fall_nouns"), words("triggers.change.rate_up")
        self.falling_objects, self.raised = (frozenset(words(f"triggers.change.{key}")) for key in ("object", "raised"))
        self.may = frozenset(words("triggers.change.may"))
        self.pulls, self.towards_growth, self.respectively = (words(f"triggers.frame.{key}") for key in ("pull", "towards_growth", "respectively"))
        self.giving = (*self.towards_growth, *self.pulls)
        self.pushes = frozenset(words("triggers.frame.push"))
        self.from_nothing, self.first_states = frozenset(words("triggers.frame.from_nothing")), words("triggers.frame.first_states")
        self.from_words, self.through = words("triggers.frame.from_words"), frozenset(words("triggers.frame.through"))
        self.with_words = frozenset(words("triggers.compared_times.with"))
        self.averages, self.means_of_years, self.contemporary = (words(f"triggers.gap.{key}") for key in ("averages", "means_of_years", "contemporary"))
        self.behind = BehindWords(lexicon)
        self.whole_ends, self.share_nouns = words("measures.naming.whole_ends"), words("triggers.share.nouns")
        self.share_reaches = words("triggers.share.reaches")
        self.rates = words("measures.naming.rates")
        self.per_mille = frozenset(words("units.percentage.words"))
        # Comparison.
        self.comparison = ComparisonWords(lexicon)
        self.multiples_of, self.percentages_of = words("triggers.comparison.multiples"), words("triggers.measured_by.verbs")
        self.year_before = words("triggers.comparison.year_before")
        self.equal_with_basis = frozenset(words("triggers.comparison.equal_with_basis"))
        self.about, self.about_heads, self.about_equal, self.converted = (words(f"triggers.approximation.{key}") for key in ("before", "heads", "equal", "converted"))
        # Time and place.
        self.times = TimeWords(lexicon)
        self.until, self.methods, self.since = (frozenset(words(f"triggers.time.{key}")) for key in ("until", "methods", "since"))
        self.within, self.deeds, self.so_far, self.since_then = (words(f"triggers.time.{key}") for key in ("within", "deeds", "so_far", "since_then"))
        self.time_prepositions = frozenset(words("triggers.time.prepositions"))
        self.year_ends, self.year_beginnings = (frozenset(words(f"triggers.time.{key}")) for key in ("year_ends", "year_beginnings"))
        self.located, self.coming_to = frozenset(words("triggers.place_names.located")), words("triggers.place_names.coming_to")
        self.for_so_long = frozenset(words("triggers.time.for_so_long"))
        self.over_years, self.there_is, self.bounding = (words(f"triggers.time.{key}") for key in ("over_years", "there_is", "bounding"))
        self.place_units = frozenset(words("units.roles.places"))
        self.national = lazily(re.compile, in_order(words("triggers.places.national")))
        # 全区, in a text of a province
        self.lower_places = tuple(word for level in ("city", "county", "district") for word in words(f"triggers.places.{level}"))
        self.spoken_for_nation, self.spoken = (words(f"triggers.home.{key}") for key in ("spoken_for_nation", "spoken"))
        self.having_in_all = frozenset(words("triggers.place_names.having_in_all"))
        self.cities = words("triggers.place_names.cities")
        self.region_nouns = words("triggers.place_names.region_nouns")
        self.places_summed, self.places_summed_alone = (words(f"triggers.place_names.{key}") for key in ("places_summed", "places_summed_alone"))
        # 杭州市、宁波市共查处案件3起
        self.did_in_all = tuple(alone + verb for alone in self.places_summed_alone for verb in words("measures.verbs") if len(verb) > 1)
        self.stated_as = words("triggers.carrying.stated_as")
        self.together, self.introduced, self.and_other_places, self.places_counted, self.bodies_counted, self.offices_of_places = (words(f"triggers.place_names.{key}") for key in ("together", "introduced", "and_other_places", "places_counted", "bodies_counted", "offices_of_places"))
        self.region_names, self.described, self.place_limits = (words(f"triggers.place_names.{key}") for key in ("region_names", "described", "limits"))
        self.ranks = RankWords(lexicon)
        # What leads a name in, and is no part of it.
        self.leads = (*self.stated_as, *self.ranks.won_with)
        self.those = ThoseWords(lexicon)
        self._note_lists_and_names(lexicon)

    def _note_lists_and_names(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        # Lists and what goes on from one clause or paragraph to the next.
        self.joins = frozenset(words("triggers.joining.members"))
        self.conjunctions = words("triggers.joining.numbers")
        self.after_numbers = frozenset(words("triggers.joining.after_numbers"))
        self.statements = frozenset(words("triggers.joining.statements"))
        self.standing = words("triggers.joining.standing")
        self.introduces = words("triggers.joining.introduces")
        self.continued = frozenset(words("triggers.joining.continued"))
        self.parts = words("triggers.frame.parts")
        # Numbers that qualify, last or stand alone.
        self.people_units = frozenset(words("units.roles.people"))
        self.qualifiers = QualifierWords(lexicon)
        self.durations = words("measures.durations")
        self.bare_number_heads = words("measures.bare_number_heads")
        self.indices = words("tables.captions.index")
        self._units = lexicon.units
        self.proportions = words("triggers.share.proportions")
        # 占授权总数的比例, 占比: what a share is called that says not of what.
        self.share_alone = lazily(compiled, rf"(?:(?:{in_order(words('triggers.share.words'))})(?P<whole>[^占，。；\d]{{1,24}}?)的?)?(?:{in_order((*words('triggers.share.nouns'), *words('triggers.share.nouns_behind')))})")
        self.units_in_names = lexicon.table("measures.units_in_names")
        # Names.
        self.agencies, self.offices = words("measures.agencies"), words("measures.offices")
        self.contraries = {word: frozenset(kinds) - {word} for kinds in lexicon.table("measures.contraries").values() for word in kinds}
        self.opposites = tuple((both, one, other) for both, (one, other) in lexicon.table("measures.opposites").items())
        self.names, self.forms = NameWords(lexicon), Forms(lexicon)
        # Whether any of their words is said in a name, or in a paragraph.
        said = self.names.owners, self.names.shared_by_many, self.names.holdings, self.names.means, self.described
        self.owners_said, self.shared_said, self.holdings_said, self.means_said, self.described_said = (lazily(compiled, in_order(names)) for names in said)
        self.ahead = AheadWords(lexicon)
        self.clauses = ClauseWords(lexicon)
        # Words that a paragraph is asked for once, and not by each of its numbers.
        noted = self.clauses.examples, self.clauses.defining, self.converted, self.clauses.most, self.ahead.planning, self.modals, self.names.definitions
        self.gives_examples, self.defines, self.converts, self.tells_order, self.names_plans, self.names_modals, self.bounds_all = (lazily(compiled, in_order(names)) for names in noted)

    def unit_kind(self, unit: str) -> str:
        """The kind of number that `unit` makes: 人 a count, 元 money."""
        return self._units[unit].kind


def _falling(lexicon: Lexicon) -> tuple[str, ...]:
    """Verbs and nouns of a fall, and 比降."""
    down = (*lexicon.words("triggers.change.down"), *lexicon.words("triggers.change.falling_marks"))
    beside = (word for word in lexicon.words("triggers.change.before_numbers") if word.endswith(down))
    return (*down, *beside, *lexicon.words("triggers.gap.below"), *lexicon.words("triggers.gap.narrow"), *lexicon.words("triggers.change.rate_down"))


def _arranged(lexicon: Lexicon) -> tuple[tuple[str, ...], regex.Pattern[str]]:
    """What 出台4方面 (12项举措), 推出四批政策清单、 (284项措施) end with, and the words by how many of which something is arranged."""
    by = lexicon.words("measures.cleaning.arranged_by")
    arranging, kinds = in_order(lexicon.words("measures.cleaning.arranging")), in_order(by)
    count = r"(?<!第)(?<!新)(?:\d{1,2}|[一二两三四五六七八九十]{2,3}|[二两三四五六七八九十])"
    return (*by, "、"), lazily(compiled, rf"(?:{arranging})?{count}(?:{kinds})(?:、?|[^，、。\d]{{2,8}}、)\n?$")


def _measured_by(lexicon: Lexicon) -> tuple[dict[str, str], regex.Pattern[str]]:
    """不低于低保标准的1.3倍: the bounds that words apart from the number set, and what a percentage or a multiple is measured by."""
    words = lexicon.words
    bounds = {
        word: bound for bound in ("more_than", "at_least", "less_than", "at_most") for word in words(f"triggers.bounds.before.{bound}") if len(word) > 1
    }
    kept = in_order(words("triggers.measured_by.not_behind"))
    alone = "|".join(words("triggers.measured_by.verbs"))
    verbs = "|".join(sorted(dict.fromkeys((*words("triggers.measured_by.verbs"), *words("triggers.measured_by.with_object"), *bounds)), key=len, reverse=True))
    # 铁路网密度为全国平均水平的1.6倍: a mean is what something is measured by, whatever stands before it.
    links, means, places = (in_order(words(name)) for name in ("triggers.measured_by.links", "triggers.gap.averages", "triggers.rank.scopes"))
    # 校舍恢复重建完成88.1%: the verb is done to what stands before it.
    other = in_order(words("triggers.measured_by.no_measuring"))
    return bounds, compiled(rf"(?<!“)(?P<verb>{verbs})(?!{other})(?P<by>[^，。；]{{2,24}}?)(?<!{kept})的?$|(?P<verb>{alone})的?$|(?P<verb>{links}|)(?P<by>(?:{places})(?:{means}))的?$|(?P<verb>{links})(?P<by>[^，。；]{{2,10}}?(?:{means}))的?$")


def _says_how(lexicon: Lexicon) -> regex.Pattern[str]:
    """（下同）, （以下简称2023年）, （名单见附表1，以下简称74城市）: brackets that say how the text speaks, and nothing of a number."""
    same, called, unless, see, what, year_is = (in_order(lexicon.words(f"triggers.asides.{key}")) for key in ("same", "called", "unless", "see", "what", "year_is"))
    return lazily(compiled, rf"（(?:19|20)\d{{2}}年(?:{year_is})[^（）%\d]{{2,30}}）|（(?:[^（）%]{{0,30}}，)?(?:{same})）|（(?:[^（）]{{0,24}}，)?(?:{called})[^（）]{{0,24}}）|（(?:{unless})[^（）]{{0,30}}）|（[^（）]{{0,12}}(?:{see})(?:{what})[^（）]{{0,12}}）")


def _whole_reached(lexicon: Lexicon) -> regex.Pattern[str]:
    """高标准农田达到耕地总面积的64%: the part, and the whole, which says that it is one."""
    verbs, wholes = (in_order(lexicon.words(f"triggers.share.{key}")) for key in ("reaches", "wholes"))
    return compiled(rf"(?P<part>[^，。；]{{0,24}}?)(?:{verbs})(?P<whole>[^，。；的]{{0,8}}(?:{wholes})[^，。；的]{{1,12}})的")


def _deed(lexicon: Lexicon) -> regex.Pattern[str]:
    """重点企业进行全面梳理, 被告人宣告无罪: those to whom something is done, and the deed; looking at them is none."""
    verbs, surveys, verdicts, manners = (in_order(lexicon.words(f"triggers.qualifying.{key}")) for key in ("deeds", "surveys", "verdicts", "verdict_manners"))
    aspect, free = (in_order(lexicon.words(f"measures.naming.{key}")) for key in ("aspect", "free"))
    cases, ends = (in_order(lexicon.words(f"triggers.qualifying.{key}")) for key in ("verdict_cases", "verdict_scene_ends"))
    # 案件中适用禁止令
    scene = rf"(?P<scene>(?<={cases})(?:{ends}))?"
    return compiled(rf"(?P<whom>[^，。；]{{0,32}}?)(?:{free})?(?:{verbs})(?:{aspect})?(?P<deed>(?![^，。；]*(?:{surveys}))[^，。；、]{{2,10}})|(?P<whom>[^，。；、]{{0,20}}?){scene}(?:{manners})*+(?P<deed>(?P<decided>{verdicts})[^，。；、]{{0,14}})")


def _looked_at(lexicon: Lexicon) -> regex.Pattern[str]:
    """项目进行专项监测: those at whom somebody looks, or to whom something is done."""
    verbs, aspect = in_order(lexicon.words("triggers.qualifying.deeds")), in_order(lexicon.words("measures.naming.aspect"))
    return compiled(rf"(?P<whom>[^，。；]{{2,32}}?)(?:{verbs})(?:{aspect})?[^，。；、]{{2,10}}")


def _aims_listed(lexicon: Lexicon) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What opens a list of aims (主要预期目标是：, 指标安排，具体为：, 下半年安排：), and what says how far aims were reached (完成目标, 圆满完成了年初确定的目标, 占奋斗目标的71%)."""

    def either(key: str) -> str:
        return in_order(lexicon.words(f"triggers.status.{key}"))

    reached = rf"{either('actual')}|(?:{either('fulfilled')})[^，。；：]{{0,14}}(?:{either('listed')})|(?:{either('listed')})的(?=[ \d]|$)"
    says = rf"(?:{either('says')})?"
    detailed = rf"(?:{either('in_detail')})(?:{either('listed')})?{says}"
    will, things = in_order(lexicon.words("triggers.planning.will")), in_order(lexicon.words("triggers.reports.announced"))
    # 将重点抓好15件民生实事。分别是：
    opens = rf"(?:(?:{either('listed')}){says}(?:，{detailed})?|(?:{will})[^。；：]{{2,40}}(?:{things})[。，]{detailed})：(?<!(?:{reached})[^。；，]{{0,12}}：)"
    # 下半年安排：覆盖率回到76%以上，…
    arranged = rf"(?:{either('ahead_of_list')})[^，。；：]{{0,4}}(?:{either('arranged')})："
    return compiled(rf"{opens}|{arranged}"), compiled(reached)


def _planned(lexicon: Lexicon) -> regex.Pattern[str]:
    """专利申请量计划增长10%, 力争达到230亿元, 将新建…: the end of a clause before a number that is an aim."""

    def either(*keys: str) -> str:
        words = [word for key in keys for word in lexicon.words(f"triggers.planning.{key}")]
        return in_order(sorted(words, key=len, reverse=True))

    free = "".join(rf"(?<!{regex.escape(word)})" for word in lexicon.words("triggers.planning.not_behind")) + f"(?!{either('not_before')})"
    return compiled(
        rf"(?:{free}(?:{either('openers')})(?:{either('reach')})?|(?:{either('plans')})(?:{either('reach', 'planned')}))(?:{either('about')})?$"
        rf"|(?:{free}(?:{either('will')})(?:{either('doing')})|{free}(?:{either('proposing')})(?:{either('proposed')})|{either('hoped')})[^，]*$"
    )


class QualifierWords:
    """Words that tell a number of which or where from a number of how many, and a time from a length that was measured.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.bounds_apart = {word: bound for bound in ("at_least", "at_most") for word in words(f"triggers.bounds.apart.{bound}")}
        self.heads_apart = tuple(self.bounds_apart)
        self.bounds_behind = {word: bound for bound in ("approximate", "at_least", "at_most", "more_than") for word in words(f"triggers.bounds.after.{bound}")}
        before = {word: bound for bound in ("more_than", "at_least", "less_than", "at_most") for word in words(f"triggers.bounds.before.{bound}")}
        self.bounds = {word: before[word] for word in sorted(before, key=len, reverse=True)}
        self.each = words("units.roles.each")
        # 三个|千亿级台阶
        self.step_units = frozenset(words("units.roles.steps"))
        self.steps = compiled(rf"[十百千万亿]*(?:{in_order(words('triggers.qualifying.step_money'))})?级?(?:{in_order(words('measures.milestones'))})")
        # 2.4个 of 2.4个和1.5个百分点
        self.heads_of_points = frozenset(word[0] for word in words("units.roles.points"))
        self.person = words("units.roles.person")[0]
        self.medal = words("units.roles.medal")[0]
        self.specification = frozenset(words("units.roles.specification"))
        self.prepositions = frozenset(words("triggers.qualifying.prepositions"))
        self.surveyed = words("triggers.qualifying.surveyed")
        self.equating = words("triggers.qualifying.equating")
        self.bounded_units = frozenset(words("triggers.qualifying.bounded_units"))
        self.bounded_nouns = words("triggers.qualifying.bounded_nouns")
        self.size_units = frozenset(words("triggers.qualifying.size_units"))
        bounds = in_order(words("triggers.qualifying.threshold_bounds"))
        # 100张床位以下医院: a bound behind the noun, so that the number says which; and not at the end of what is counted.
        self.bound_behind = lazily(compiled, rf"(?P<noun>[\u4e00-\u9fff]{{1,4}}?)(?:{bounds})")
        self.threshold = lazily(compiled, rf"(?P<noun>[\u4e00-\u9fff]{{1,4}}?)(?:{bounds})(?![，。；、）])")
        self.sized = lazily(compiled, rf"级?的?(?:重?大)?(?:{either(words('triggers.qualifying.sized_things'))})(?!{'|'.join(words('triggers.qualifying.money_behind'))})")
        self.threshold_nouns = frozenset(words("triggers.qualifying.threshold_nouns"))
        self.done_to = frozenset(words("triggers.qualifying.done_to"))
        self.verdict_scenes = words("triggers.qualifying.verdict_scenes")
        self.for_each = words("triggers.qualifying.for_each")
        # 5万元至10万元（含10万元）的部分
        self.portions = words("triggers.qualifying.portions")
        self.taking_in = frozenset(words("triggers.qualifying.taking_in"))
        self.portion = lazily(compiled, rf"(?:[（(](?:{in_order(words('triggers.qualifying.taking_in'))})[^（）()]{{0,10}}[）)])?的?(?:{in_order(words('triggers.qualifying.portions'))})")
        self.deed, self.looked_at = _deed(lexicon), _looked_at(lexicon)
        self.deed_heads = frozenset(word[0] for key in ("deeds", "verdicts") for word in words(f"triggers.qualifying.{key}"))
        # 106名工作人员对农作物面积进行测量: those counted, in front of what they do to something.
        self.acts = compiled(rf"(?P<who>[^，。；]{{2,12}}?)(?:{in_order(words('triggers.qualifying.done_to'))})(?!{either(words('triggers.qualifying.done_to_guards'))})[^，。；]{{2,24}}(?:{in_order(words('triggers.qualifying.deeds'))})")
        self.durations = frozenset(words("units.roles.duration"))
        self.ages = frozenset(words("units.roles.ages"))
        self.hours = frozenset(words("units.roles.hours"))
        self.measured_times = frozenset((*words("units.roles.hours"), *words("units.roles.measured_times")))


class AheadWords:
    """Words of plans and of times to come, and those that only look like them.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.foreseeing = words("triggers.time.foreseeing")
        self.disposing = words("triggers.planning.disposing")
        self.taking_up = words("triggers.planning.taking_up")
        self.striving = frozenset(words("triggers.planning.striving"))
        self.plans = words("triggers.time.plans")
        self.set_by = frozenset(words("triggers.planning.set_by"))
        self.arranged = words("triggers.planning.arranged")
        self.estimating, self.made_into, self.reckoned_items = (words(f"triggers.planning.{key}") for key in ("estimating", "made_into", "reckoned_items"))
        self.setting, self.tasks = words("triggers.status.setting"), words("triggers.status.tasks")
        self.plans_setting, self.own_tasks = words("triggers.status.plans_setting"), words("measures.tasks")
        whose, plans = (in_order(words(name)) for name in ("triggers.status.whose_plan", "triggers.time.plans"))
        # 控制在4.5%的目标以内
        within = in_order((*words("triggers.status.within_aims"), *words("triggers.bounds.after.at_most")))
        self.own_plan = compiled(rf"的(?:{whose})(?:{plans})+(?:{within})?(?=[，。；、）]|$)")
        # 财政收入增长8%、投资增长12%的年度目标
        self.yearly_words = words("triggers.status.yearly")
        self.yearly = compiled(rf"的(?:{in_order(self.yearly_words)})")
        self.aim_behind = compiled(rf"的(?:{whose})?(?:{plans})+(?:{within})?(?=[，。；、）]|$)")
        # 增长7.3%（计划7.5%左右）, 42亿元（年初预算为40亿元）, 投资增长9%（计划增长8%）
        self.plan_in_bracket = lazily(compiled, rf"[（(](?:\d{{4}}年)?(?:{whose})?(?:{plans})+数?(?:{in_order(words('triggers.status.sets'))})?(?P<grown>[\u4e00-\u9fff]{{0,2}})")
        # 国家下达的110万人年度任务, 完成全年授权任务量的31%
        self.planned_amount = compiled(rf"[^的，。；]{{0,8}}(?:{plans}|{in_order(self.tasks)})+的")
        self.plan_behind = compiled(rf"(?:{whose})?(?:{plans})")
        manners, deeds, units = (in_order(words(f"triggers.status.{key}")) for key in ("meeting_manners", "meeting", "earlier"))
        self.meeting = lazily(compiled, rf"(?:(?:{manners})(?:[一二两三四五六七八九十\d]{{1,2}}(?:{units}))?)*(?:{deeds})")
        self.not_modals = words("triggers.status.not_modal")
        self.planned = _planned(lexicon)
        will, general = (in_order(words(f"triggers.planning.{key}")) for key in ("disposing", "in_general"))
        also, broadly, to_what = (in_order(words(f"triggers.planning.{key}")) for key in ("also_will", "broad_deeds", "made_of_it"))
        self.goes_on = lazily(compiled, rf"(?:(?:{will})(?:{general})|(?:{also})(?:{broadly})(?![^，。；]*(?:{to_what})))[^。；]*?，")
        self.foretelling, self.wills = words("triggers.planning.foretelling"), words("triggers.planning.wills")
        wills, at, ways, deeds = (in_order(words(f"triggers.planning.{key}")) for key in ("wills", "will_at", "ways", "deeds"))
        # 项目将陆续建成投产: those counted, in front of what they are still to do.
        self.will_behind = lazily(compiled, rf"(?P<who>[\u4e00-\u9fff“”]{{1,16}}?)(?P<will>(?:{at})|(?:{wills})(?=(?:{ways}){{0,2}}(?:{deeds})))")
        # One of these stands in all that it finds.
        self.planning = tuple(dict.fromkeys(word for key in ("openers", "plans", "will", "proposing", "hoped") for word in words(f"triggers.planning.{key}")))
        self.and_then, self.done_by_then = words("triggers.planning.and_then"), words("triggers.planning.done_by_then")
        self.done_already, self.summed_so_far = words("triggers.planning.done_already"), words("triggers.planning.summed_so_far")
        self.already = compiled(rf"[^，]{{0,6}}(?:{in_order(words('triggers.planning.already'))})|(?:{in_order(words('triggers.planning.owning'))})")
        self.summed_up = compiled(rf"[^。；]{{0,200}}，(?:{in_order(words('triggers.planning.summing'))})[^，。；]{{0,20}}(?:{in_order(words('triggers.planning.summed'))})。")
