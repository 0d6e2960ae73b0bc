"""The words of clauses that say, without a number, of what the next ones speak: 授权量居全省前三位的企业依次为甲公司."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipextract.lexicon import Lexicon
from ipextract.linking.word_patterns import but_not, either, in_order
from ipextract.patterns import compiled, lazily

if TYPE_CHECKING:
    import regex


def _superlatives(lexicon: Lexicon) -> regex.Pattern[str]:
    """吴兴区授权量最多, 产值规模仅次于上海, 平均浓度最低的3个县依次是…, 增长最快的三个领域, 增幅最大的是吴兴区: a clause that says who has most, and before that of what."""
    most, next_to, links, groups = (in_order(lexicon.words(f"triggers.superlatives.{key}")) for key in ("most", "next_to", "links", "groups"))
    return compiled(rf"(?P<name>.{{2,40}}?)(?:(?:{most})(?:(?P<alone>的?)|(?P<several>的(?:\d{{1,3}}|[二两三四五六七八九十]{{1,2}})(?:{groups})[^，。；]{{0,8}}?)(?:(?:{links})[^，。；]+)?|(?P<link>的[^，。；]{{0,6}}?(?:{links}))[^，。；]+)|(?:{next_to}).+)")


def _ordered(lexicon: Lexicon) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """登记量最多的是美术作品, and 第二是摄影作品, 还有录像制品, 雕塑、建筑作品等共计: the first of an order, and the next."""
    most, then, links, sums, groups = (in_order(lexicon.words(f"triggers.superlatives.{key}")) for key in ("most", "then", "links", "sums", "groups"))
    # 平均工资最高的三个行业分别为金融业
    several = rf"(?:[两三四五六七八九十](?:{groups})[^，。；、]{{0,6}}?(?={links}))?"
    return (
        compiled(rf"(?P<measure>[^，。；]{{2,16}}?)(?:{most})的{several}(?:{links})?(?P<thing>[^，。；]{{2,20}})"),
        compiled(rf"(?P<mark>第[二三四五六七八九十]位?|{then})?(?:{links})?(?P<thing>[^，。；]{{2,24}}?)(?:{sums})?"),
    )


def _front(lexicon: Lexicon) -> regex.Pattern[str]:
    """授权量居全省前三位的企业依次为甲公司, 第3名至第5名分别为丙公司: who comes first by a measure, and the words up to the first of them."""
    front, stands, links, nth, up_to = (in_order(lexicon.words(f"triggers.superlatives.{key}")) for key in ("front", "stands", "links", "nth", "up_to"))
    scopes, places = in_order(lexicon.words("triggers.rank.scopes")), in_order(lexicon.words("triggers.ranking.units"))
    many = rf"(?:\d{{1,2}}|[一二三四五六七八九十两]{{1,2}})(?:{places})?"
    which = rf"(?:{front}){many}|(?:{nth}){many}(?:{up_to})(?:{nth}){many}"
    return compiled(rf"(?P<measure>[^，。；]{{0,20}}?)的?(?:{stands})?(?:{scopes})?(?:{which})的?(?:[^，。；（）]{{0,6}}（[^（）\d]{{1,8}}）)?[^，。；]{{0,8}}?(?:{links})[:：]?(?P<thing>[^，。；:：、\d]{{2,24}})")


def _leading(lexicon: Lexicon) -> regex.Pattern[str]:
    """排前5位的省（市）依次为: how many lead, up to the first of them."""
    front, stands, links = (in_order(lexicon.words(f"triggers.superlatives.{key}")) for key in ("front", "stands", "links"))
    scopes, places = in_order(lexicon.words("triggers.rank.scopes")), in_order(lexicon.words("triggers.ranking.units"))
    return compiled(rf"(?:{stands})(?:{scopes})?(?:{front})(?:\d{{1,2}}|[一二三四五六七八九十两]{{1,2}})(?:{places})?的[^，。；:：、\d]{{0,8}}?(?:（[^（）\d]{{1,8}}）)?(?:{links})[:：]?")


def _grown_most(lexicon: Lexicon) -> regex.Pattern[str]:
    """较快的行业有, 居前三位的分别是, behind what grew: up to the first of those that did."""
    front, stands, links, most, more = (in_order(lexicon.words(f"triggers.superlatives.{key}")) for key in ("front", "stands", "links", "most", "more"))
    places = in_order(lexicon.words("triggers.ranking.units"))
    return compiled(rf"(?:{most}|{more}|(?:{stands})(?:{front})(?:\d{{1,2}}|[一二三四五六七八九十两]{{1,2}})(?:{places})?)的[^，。；:：、\d]{{0,8}}?(?:{links})(?=[^，。；:：])")


def _led(lexicon: Lexicon) -> regex.Pattern[str]:
    """县（区）投资增速前三名, 授权量居后两位的区县依次是: by what the places behind a colon come first or last."""
    front, back, stands, links, more, levels = (in_order(lexicon.words(f"triggers.superlatives.{key}")) for key in ("front", "back", "stands", "links", "more", "ranked_levels"))
    scopes, places = in_order(lexicon.words("triggers.rank.scopes")), in_order(lexicon.words("triggers.ranking.units"))
    how = rf"(?:{stands})?(?:{scopes})?(?:{front}|{back})(?:\d{{1,2}}|[一二三四五六七八九十两]{{1,2}})(?:{places})"
    return lazily(compiled, rf"(?:{levels})?[^，。；:：]{{2,24}}?(?P<how>(?:{how}|(?:{more})(?=的))(?:的?[^，。；:：、\d]{{0,8}}?)(?:{links})?)")


def _led_list(lexicon: Lexicon) -> regex.Pattern[str]:
    """专利授权量居前三位的, 增长最快的 in front of 杭州、宁波、温州三市分别…: by what those of a list stand out that has a number for each."""
    front, stands, most, more = (in_order(lexicon.words(f"triggers.superlatives.{key}")) for key in ("front", "stands", "most", "more"))
    scopes, places, shared = (in_order(lexicon.words(key)) for key in ("triggers.rank.scopes", "triggers.ranking.units", "triggers.frame.respectively"))
    one = rf"(?:(?!{shared})[^，。；、：:\d])"
    how = rf"(?:{stands})?(?:{scopes})?(?:{front})(?:\d{{1,2}}|[一二三四五六七八九十两]{{1,2}})(?:{places})?|{most}|{more}"
    return lazily(compiled, rf"(?<![^，。；\s])(?P<measure>[^，。；、：:\d（）]{{2,20}}?)(?P<how>(?:{how})的)(?={one}{{2,12}}(?:、{one}{{2,16}}){{1,9}}(?:{shared}))")


def _foremost(lexicon: Lexicon) -> regex.Pattern[str]:
    """报告发病数居前3位的病种依次为流感和结核, 出口额最大的是纺织品, 其次是家具: who comes first by what, or the one thing that does or comes next."""
    words = (in_order(lexicon.words(f"triggers.superlatives.{key}")) for key in ("front", "stands", "links", "most", "more", "then", "nth", "groups"))
    front, stands, links, most, more, then, nth, groups = words
    places = in_order(lexicon.words("triggers.ranking.units"))
    by = rf"(?:{stands})(?:{front})(?:\d{{1,2}}|[一二三四五六七八九十两]{{1,2}})(?:{places})?|{more}"
    one = rf"(?:(?P<measure>[^，。；]{{2,20}}?)(?:{most})的[^，。；、的]{{0,6}}?(?:{links})|(?:(?:{nth})[二三四五六七八九十](?:{places}|(?:{groups})[^，。；、的]{{0,6}}?)?|{then})(?:的?(?:{links})))(?P<thing>[^，。；]{{2,24}})"
    return compiled(rf"(?P<who>[^，。；]{{2,20}}?(?:{by})的[^，。；、]{{0,8}}?)(?:{links})[:：]?[^，。；]{{2,}}|{one}")


def _gone_on_with(lexicon: Lexicon, ends: str) -> regex.Pattern[str]:
    """深化扫黑除恶专项斗争，; 强化民事裁判监督，: what a clause says is gone on with, by how that ends."""
    going_on = either(lexicon.words("triggers.carrying.going_on_with"))
    return lazily(compiled, rf"(?:{going_on})(?P<what>(?:(?!{going_on})[^，。；、\d]){{2,20}}?(?:{either(lexicon.words(ends))}))(?=，)")


def _surveyed(lexicon: Lexicon) -> regex.Pattern[str]:
    """据对大型企业设备技术水平的普查: those who were looked at, of whom the shares that follow are."""
    surveyed, surveys, states, done, results, shows = (
        in_order(lexicon.words(f"triggers.qualifying.{key}")) for key in ("surveyed", "surveys", "surveyed_for", "surveys_done", "survey_results", "surveys_show")
    )
    return compiled(rf"(?:{surveyed})(?P<whole>[^，。；]{{2,30}}?)(?:{states})?(?:{done})?的?[^，。；的]{{0,4}}?(?:{surveys})(?:{results})?(?:{shows})?")


def _events_told_of(lexicon: Lexicon) -> regex.Pattern[str]:
    """煤矿安全形势平稳, 交通运输重特大事故多发: in what trade things are safe or not, and what happens there."""
    fields, safety, grades, events, happening = (in_order(lexicon.words(f"measures.naming.{key}")) for key in ("trade_fields", "safety", "event_grades", "events", "happening"))
    return compiled(rf"(?P<trade>[^，。；、\d]{{0,14}}?)(?:{fields})?(?:(?:{safety})(?!{events})|(?P<event>(?:{grades})?(?:{events}))(?:{happening}))")


class Predicates:
    """Words that say how something went.

    Args:
        words: the words.
        nouns: words that begin like one of them and are none: 基本养老金.
    """

    def __init__(self, words: Sequence[str], nouns: Sequence[str]) -> None:
        self._words, self._nouns = frozenset(words), frozenset(nouns)
        self._by_head: dict[str, tuple[str, ...]] = {}
        for word in self._words:
            if len(word) > 1:
                self._by_head[word[:2]] = (*self._by_head.get(word[:2], ()), word)

    def __contains__(self, word: str) -> bool:
        """Whether `word` is one of them, or begins with one that is longer than a character: the dictionary has 稳步增长 as one word."""
        return word in self._words or (word[:2] in self._by_head and word.startswith(self._by_head[word[:2]]) and word not in self._nouns)

    def among(self, words: Sequence[str]) -> list[int]:
        """The places of them in `words`."""
        alone, by_head = self._words, self._by_head
        return [place for place, word in enumerate(words) if word in alone or (word[:2] in by_head and word.startswith(by_head[word[:2]]) and word not in self._nouns)]


class ClauseWords:
    """Words of clauses without a number that say of what the next ones speak.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.openers, self.hardly_changed = words("triggers.carrying.openers"), words("triggers.carrying.hardly_changed")
        self.pace_openers, self.pace_ends = (frozenset(words(f"triggers.carrying.{key}")) for key in ("pace_openers", "pace_ends"))
        # 八大类价格“六涨二降”, 八大类商品和服务价格七升一降
        classes = in_order(words("triggers.carrying.all_classes"))
        self.all_classes = lazily(compiled, rf"[\d一二三四五六七八九十两]+(?:{classes})[\u4e00-\u9fff]{{0,8}}?(?P<measure>{in_order(words('measures.naming.item_measures'))})")
        self.grouped, self.sorting = words("triggers.carrying.grouped"), words("triggers.carrying.sorting")
        self.looking = tuple(sorted(words("triggers.carrying.looking"), key=len, reverse=True))
        # 企业325家、中部领先: what is said of those counted, without a number.
        self.in_lead = words("triggers.carrying.leading")
        # 记者从市卫健委获悉: where the news is from.
        self.heard = (*words("triggers.home.heard"), *words("triggers.reports.learned"))
        self.scenes, self.regards, self.causes = words("triggers.carrying.scenes"), words("triggers.carrying.regards"), frozenset(words("triggers.carrying.causes"))
        self.why_changed = _why_changed(lexicon)
        self.predicates = Predicates([word for name in ("triggers.carrying.predicates", "measures.manners", "triggers.change.up", "triggers.change.down") for word in words(name)], words("triggers.carrying.no_predicates"))
        self.most = words("triggers.superlatives.most")
        foremost = (*self.most, *words("triggers.superlatives.more"))
        # 增长最快的3个领域是…: also in front of how many come first.
        self.foremost_words, self.foremost_heads = foremost, tuple(f"{word}的" for word in foremost)
        self.changing = tuple(sorted((*words("triggers.change.up"), *words("triggers.change.down")), key=len, reverse=True))
        self.superlatives = _superlatives(lexicon)
        self.superlative_heads = frozenset(word[0] for key in ("most", "next_to") for word in words(f"triggers.superlatives.{key}"))
        self.ordered_first, self.ordered_next = _ordered(lexicon)
        self.being, self.said_to_be = words("triggers.carrying.being")[0], words("triggers.carrying.said_to_be")
        self.majorities = tuple(sorted(words("triggers.carrying.majorities"), key=len, reverse=True))
        self.front_mark, self.place_mark = words("triggers.superlatives.front")[0], words("triggers.superlatives.nth")[0]
        self.front = _front(lexicon)
        # 超过4万件的还有湖北省, 超过1000件的排名前3位的省依次为：
        naming, self.introducing = words("triggers.place_names.naming"), frozenset(introducing := words("triggers.superlatives.introducing"))
        self.named_behind, self.listed_behind = (lazily(compiled, rf"的[^，。；{others}{{{size}}}?(?:{in_order(those)}){end}") for others, size, those, end in ((r"、\d]", "0,6", naming, ""), ("：]", "1,24", (*naming, *introducing), "：")))
        self.leading, self.led, self.led_list = _leading(lexicon), _led(lexicon), _led_list(lexicon)
        self.row_marks = frozenset((self.front_mark, *words("triggers.superlatives.back"), *(word[0] for word in words("triggers.superlatives.more"))))
        self.of_level = lazily(compiled, rf"(?:{in_order(words('triggers.superlatives.ranked_levels'))})")
        self.foremost, self.grown_most = _foremost(lexicon), _grown_most(lexicon)
        self.then, self.made_known = (words(f"triggers.superlatives.{key}") for key in ("then", "made_known"))
        self.next_ends, self.thing_ends = (words(f"triggers.superlatives.{key}") for key in ("next_ends", "thing_ends"))
        self.surveyed, self.events_told_of = _surveyed(lexicon), _events_told_of(lexicon)
        self.share_beyond = compiled(rf"(?:{in_order(words('triggers.share.words'))})(?P<whole>[^，。；\d]{{2,12}}?)的?(?:{in_order((*words('triggers.share.nouns'), *words('measures.naming.whole_ends')))})[^，。；\d]{{0,4}}\d")
        self.introduced, self.qualities_told = words("triggers.place_names.introduced"), words("triggers.carrying.qualities_told")
        # 严厉惩治走私犯罪，; 加大对盗窃犯罪的打击力度，
        fighting = either(words("triggers.carrying.fighting"))
        self.crimes_fought = lazily(compiled, rf"(?:{fighting})(?P<crime>(?:(?!{fighting})[^，。；]){{2,40}}?(?:{either(words('measures.naming.cases'))}))(?=(?:{either(words('triggers.carrying.fought'))}))")
        self.campaign, self.supervision, self.any_supervisions = *(_gone_on_with(lexicon, f"triggers.carrying.{key}") for key in ("campaigns", "supervisions")), words("triggers.carrying.any_supervisions")
        # 被认定为第一批“省级优势企业”: the title, with the deed that conferred it.
        self.conferring, self.rounds = lazily(compiled, either(words("triggers.carrying.conferring"))), words("triggers.carrying.rounds")
        self.conferred = lazily(compiled, rf"[^，。；、]{{1,14}}?(?P<made>{either(words('triggers.carrying.made_by'))})(?P<deed>{either(words('triggers.carrying.conferring'))})(?:第[一二三四五六七八九十\d]{{1,3}}(?:{either(self.rounds)}))?(?P<title>“[^，。；“”]{{4,30}}”|[^，。；“”、\d]{{4,30}})(?=[，。；、]|$)")
        self.stands, self.links = words("triggers.superlatives.stands"), words("triggers.superlatives.links")
        # Behind a pause these begin what is no more of the noun before: 位居全国前列, N个二级公司.
        self.begun = (*self.stands, *words("triggers.joining.indefinite"))
        self.examples = words("triggers.carrying.examples")
        self.before_times, self.showing, self.each_place = (words(f"triggers.{key}") for key in ("carrying.before_times", "carrying.showing", "superlatives.each_place"))
        # 各县（市、区）授权量依次为：甲县12件
        self.of_each_place = lazily(compiled, rf"^(?:{in_order([word for word in words('tables.captions.heads') if '（' in word])})")
        # 全部专利授权中, 三种专利申请中
        self.all_kinds = lazily(compiled, rf"^(?:(?:{in_order(words('measures.naming.determiners'))})|[两三四五六七八九十]{{1,2}}(?:{in_order(words('measures.naming.kinds_counted'))}))(?=..)")
        self.announcing, self.defining = (words(f"triggers.carrying.{key}") for key in ("announcing", "defining"))
        self.defined = lazily(compiled, rf"(?:{in_order(self.defining)}){but_not(words('triggers.carrying.not_defining'))}")
        # [5]小微贷款包括单户授信小于1000万元的贷款; [5]筹资额按上市日统计，… tells more.
        self.noted = compiled(rf"(?:[\[［【]\d{{1,3}}[\]］】]|[①-⑳])[^，。；：\d]{{2,24}}?(?:{either(words('triggers.carrying.noting'))})")
        self.others = words("triggers.carrying.others")
        self.those_who = words("triggers.superlatives.those_who")
        self.grown = words("triggers.carrying.grown")
        self.tallies = words("triggers.carrying.tallies")
        self.reckoned = compiled(rf"(?:{in_order(words('triggers.carrying.by'))})(?P<measure>.{{0,8}}?(?:{in_order(words('triggers.carrying.tallies'))}))(?:{in_order(words('triggers.carrying.reckons'))})")
        self.identified = compiled(rf".{{0,24}}?(?:{in_order(words('triggers.carrying.identifies'))})(?P<noun>[^，。；]{{2,12}})")
        self.mostly = compiled(rf"(?P<whole>[^，。；]{{2,20}}?)(?:(?:{in_order(words('triggers.carrying.mostly'))})(?P<part>[^，。；]{{2,40}})(?:{in_order(words('triggers.carrying.is_most'))})|(?:{in_order(words('triggers.carrying.are_mostly'))})(?P<kinds>[^，。；]{{2,40}}))")
        self.by_what, self.is_mostly = words("triggers.carrying.mostly"), words("triggers.carrying.is_mostly")
        self.identifies = compiled(in_order(words("triggers.carrying.identifies")))
        self.identified_first = compiled(rf"(?P<noun>.{{2,12}}?)(?:{in_order(words('triggers.carrying.identified_as'))})")
        most = in_order((*words("triggers.superlatives.most"), *words("triggers.superlatives.more")))
        self.more_than_others = compiled(rf"(?P<name>.{{2,40}}?)(?:{most})(?:{in_order(words('triggers.place_names.introduced'))})")


def _why_changed(lexicon: Lexicon) -> regex.Pattern[str]:
    """受疫情影响, 在新产品带动下: why something changed, in front of how, with 仍 behind it."""
    begins, ends, frames, other, inside, still = (in_order(lexicon.words(f"triggers.carrying.{key}")) for key in ("why_begins", "why_ends", "why_frames", "no_why", "within_other_words", "why_still"))
    return lazily(compiled, rf"(?P<why>(?<!{inside})(?!{other})(?:{begins})[^，。；：]{{1,24}}?(?:{ends})|(?:{frames})[^，。；：]{{2,24}}?(?:{ends})下)(?:{still})?")
