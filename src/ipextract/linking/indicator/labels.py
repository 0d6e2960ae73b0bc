"""Indicator names: whether words name a measure, a group, an outcome or point back, and how names are composed."""

from __future__ import annotations

from string import ascii_uppercase

from ipextract.language.segmenter import Segmenter
from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.indicator.anatomy import Parts, join, without_bracket
from ipextract.linking.indicator.deeds import DeedNamer
from ipextract.linking.indicator.label_words import LabelWords
from ipextract.linking.lists.list_words import ListWords
from ipextract.linking.word_patterns import in_order
from ipextract.patterns import compiled, lazily

# A noun of so many characters is a compound.
_LONG_NOUN = 4
# 新|选聘
_NEWLY = 2
# 立案|侦查
_DEED = 2
# 实施|查封
_LIGHT = 2
# 案件: behind 等, too short to stand without the examples.
_SHORTEST_NOUN = 2


class Namer(DeedNamer):
    """Tells what words are in the name of an indicator, and makes names of them.

    Args:
        lexicon: the vocabulary of measures, verbs and words that say nothing.
        segmenter: finds word boundaries.
    """

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        super().__init__(lexicon, segmenter)
        get = lexicon.words
        self._forms, self.lists = LabelWords(lexicon), ListWords(lexicon)
        self._counts, self._kinds, self.towards = (frozenset(get(f"measures.naming.{key}")) for key in ("counts", "kinds", "towards"))
        self._dependent = frozenset(get("measures.dependent"))
        self._anaphors = frozenset(get("measures.anaphors"))
        self._stocks = frozenset(get("measures.stocks"))
        self._totals = get("measures.naming.totals")
        self._singles = tuple(get("measures.naming.singles"))
        self._vehicles = tuple(get("measures.naming.vehicles"))
        self._modifiers = tuple(get("measures.modifiers"))
        self._milestones = tuple(get("measures.milestones"))
        self._people = lazily(compiled, in_order(get("measures.people")))
        self.shared = frozenset(get("measures.shared"))
        self._light_deeds = frozenset(get("measures.naming.light_deeds"))
        self._benefits = tuple(get("measures.benefits"))
        self._one_place = tuple(word for word in get("measures.naming.settlements") if len(word) == 1)
        self.bodies_listed = frozenset(get("measures.naming.bodies_listed"))
        self.ways_listed = frozenset(get("measures.naming.ways_listed"))
        self.shared_behind = frozenset(get("measures.naming.balances")) | {""}
        self.directions = frozenset(get("measures.naming.directions"))
        self.either_way = (*get("measures.naming.hours"), *self.directions)
        self.introduces = frozenset(get("triggers.joining.introduces"))
        self._grades, self._prizes, self._reckoned = (tuple(get(f"measures.naming.{key}")) for key in ("and_so_on_guards", "prizes", "reckoned"))
        self._seizing, self._testing = tuple(get("measures.cleaning.seizing")), tuple(sorted(get("measures.naming.testing"), key=len, reverse=True))
        self._of_examples = frozenset(get("measures.naming.of_examples"))
        self._illicit = get("measures.naming.illicit")
        self._casualties = tuple(get("measures.naming.casualties"))
        self.losses = frozenset(get("measures.naming.losses"))
        self.count_ends = frozenset(get("measures.naming.count_ends"))
        self.members = lexicon.table("measures.members")
        self.opposites = tuple(map(frozenset, lexicon.table("measures.opposites").values()))
        self.means, self.budgets = (tuple(get(f"measures.naming.{key}")) for key in ("means", "budgets"))
        self.all_members = tuple(member for members in self.members.values() for member in members)
        self._of_industries, self._industries = lexicon.table("measures.of_industries"), tuple(get("measures.naming.industries"))
        self._branches_of_accounts, self._added_value = tuple(get("measures.naming.branches_of_accounts")), get("measures.naming.added_value")[0]
        self.economies = tuple(get("measures.naming.economies"))
        self.cases = tuple(get("measures.naming.cases"))
        self.zones = tuple(get("measures.naming.zones"))
        self._crops = frozenset(get("measures.naming.crops"))
        self._holdings = tuple(get("measures.naming.holdings"))
        self._own_areas = (*self.zones, *get("measures.naming.town_parts"))
        self.chains = tuple(get("measures.naming.chains"))
        self.kind_ends = (*get("measures.naming.of_kind"), *get("measures.naming.industries"))
        self._outputs = tuple(get("measures.naming.output_rates"))
        self._increments = tuple(get("measures.naming.increments"))
        self._balances = tuple(get("measures.naming.balances"))
        self._over_time, self._at_moments = tuple(get("measures.over_time")), tuple(get("measures.naming.at_moments"))
        self.states, self.branches, self.trade_ends = (tuple(get(f"measures.naming.{key}")) for key in ("states", "branches", "trade_ends"))
        self.halves = tuple(get("measures.naming.halves"))
        self.carriers = (*get("measures.naming.carriers"), *get("measures.naming.ways_of_carriage"))
        self.traffic = (*get("measures.naming.traffic"), *get("measures.naming.carriage_measures"))
        self._whole_names = frozenset(get("measures.naming.whole_names"))
        self.per_output, self.consumed, self.used_up = (tuple(get(f"measures.naming.{key}")) for key in ("per_output", "consumed", "used_up"))
        self.schemes, self.insured_groups = (tuple(get(f"measures.naming.{key}")) for key in ("schemes", "insured_groups"))
        self._as_stocks = frozenset(stock + after for stock in self._stocks for after in get("measures.naming.after_stocks"))

    def is_anaphor(self, label: str) -> bool:
        return label in self._anaphors or self.sums_up(label)

    def award_of(self, name: str) -> str:
        """获中国专利奖 of 获中国专利奖金奖, or of 获中国专利奖金奖、银奖; empty where the name is of no prize of an award."""
        name = name.partition("、")[0]
        for noun in self._prizes:
            head = name.removesuffix(noun).rpartition(noun)[0]
            if len(head) >= _LONG_NOUN and name.endswith(noun):
                return head + noun
        return ""

    def sums_up(self, label: str) -> bool:
        """三者合计: all that were named."""
        return label[-1:] in self._forms.sum_ends and self._forms.summed.fullmatch(label) is not None

    def summed_of(self, label: str) -> str:
        """三家合计 of 三家合计立案: the words at the head of `label` that sum up all that were named; empty where none do."""
        match = self._forms.summed.match(label)
        return match.group() if match is not None else ""

    def summed(self, label: str) -> str:
        """昆山、张家港、常熟三市合计质押金额 → 质押金额."""
        match = self._forms.summed.match(label) if "、" in label else None
        return label[match.end() :] if match and match.end() < len(label) else label

    def compose(self, label: str, parts: Parts) -> str:
        """A group with the measure of the indicator it continues, whose parts are `parts`.

        采矿业 of 规模以上工业增加值 is 采矿业增加值; 企业 of 有效发明专利拥有量 needs the whole name;
        发明专利 of 专利授权总量 says itself what is counted.
        """
        measure = self.of_part(parts.measure) if parts.measure in self._dependent else parts.measure
        measure = self.measure_for(label, measure)
        if any(word in label for word in self._singles):
            measure = self.of_part(measure)
        if parts.measure not in self._dependent:
            return join(label, self._between(label, parts.topic) + measure)
        bare = without_bracket(label)
        if len(parts.topic) >= 2 and (bare.endswith(parts.topic[-2:]) or (bare.endswith(self._vehicles) and parts.topic.endswith(self._vehicles))):
            return label if parts.measure in self._counts else label + measure
        # 城东公司货物发送量, 城西公司增幅5%: not of the company before.
        topic = parts.topic.rpartition(label[-2:])[2] if self.is_group(label) else parts.topic
        group = self.longest_group(topic) if self.is_group(label) else ""
        if group and topic.startswith(group) and topic != group:
            # 微型企业发明专利产业化率, 科研单位: nor of another group.
            topic = topic[len(group) :]
        return label + without_end(self.without_determiner(topic), self._totals) + measure

    def of_part(self, measure: str) -> str:
        """产值 of 总产值: what a part has of the measure of all."""
        for word in self._totals:
            measure = measure.replace(word, "")
        return measure

    def measure_for(self, label: str, measure: str) -> str:
        """增加值 of 第一产业 and 地区生产总值: what an industry has of a measure of the whole economy; else the measure."""
        return self._of_industries.get(measure, (measure,))[0] if label.endswith(self._industries) else measure

    def added_value_of(self, label: str) -> str:
        """第三产业增加值 of 第三产业, 煤炭开采业增加值 of 煤炭开采业: what a branch of the accounts grows by, where nothing is said of what; else empty."""
        return label + self._added_value if label.endswith(self._branches_of_accounts) else ""

    def _between(self, label: str, topic: str) -> str:
        """新产品 of 国有企业 and 大型企业新产品: what the topic says behind the word that both groups end with."""
        if len(label) < _LONG_NOUN:
            return ""
        # 公路 and 总: of all, and not of a kind.
        head, found, rest = topic.rpartition(label[-2:])
        return rest if found and head and len(rest) > 1 and not self.is_flow(rest) else ""

    def last_of_series(self, phrase: str) -> str:
        """打响新品牌、力争旅居人数达600万: of things done one after another the number is of the last."""
        head, pause, tail = phrase.rpartition("、")
        if not pause or self.are_deeds(head) or head.count("（") != head.count("）") or head.count("“") != head.count("”"):
            return phrase
        words = self._words(head)
        if len(words) == _LIGHT and words[0] in self._light_deeds:
            # 实施查封、扣押案件: two deeds to the same things, and a verb that says no more.
            return phrase
        if len(words) > 2 and words[-1] in self._stops and (words[-2] in self._manners or words[-2] in self._stops):
            # 整车项目陆续投产、生产新能源汽车30万辆: a clause of its own.
            return tail
        first, opening = (self._words(part[:8])[0] if part else "" for part in (tail, head))
        if first == opening and "的" in head and "的" in tail:
            # 评定为一级的乡镇机构、评定为二级的县级机构建有率: attributes of what is named.
            return phrase
        if (first in self._verbs or first in self._openers) and (opening in self._verbs or opening in self._openers):
            # 新增远程会诊、检查结果互认医院: what is new has a number, and that is of both.
            return phrase if self.is_flow(opening) else tail
        return phrase

    def without_examples(self, phrase: str) -> str:
        """启动化肥厂、装备制造等重点项目 → 启动重点项目, “海门山羊”等地理标志商标 → 地理标志商标: examples of the noun behind 等, which is not 湖州、金华等地出口."""
        match = self._forms.examples.fullmatch(phrase) if "、" in phrase or "”" in phrase else None
        noun = match["noun"] if match is not None else ""
        if match is None or noun.startswith(self._grades) or self.is_joint_measure(noun):
            return phrase
        foremost = match["examples"].partition("、")[0]
        if not foremost.endswith(self._illicit) and any(word in foremost and word not in noun for word in self._illicit):
            # 销售假冒名牌装载机、铲车等工程机械: what is wrong with the examples is so of all.
            return phrase
        if all(self.is_verb(word) or word in self._joining for word in self._words(noun)):
            # 保障房、公租房等开工建设和筹集1.8万套: to them, and no noun behind 等.
            return phrase
        begins = self._words(noun[:4])[0]
        # 产品|产量: the dictionary has it as one word.
        if begins in self._of_examples or (begins[:2] in self._of_examples and self.take_apart(begins[2:]).measure):
            return phrase
        first = self._words(match.group("examples")[:8])[0]
        # 立案侦查, 严肃查处: a word of two, of a deed and how or what it led to.
        of_two = self.is_verb(first[_DEED:]) and (self.is_verb(first[:_DEED]) or first[:_DEED] in self._manners)
        deed = first if of_two or self.is_verb(first) else self.seized_in(foremost)
        if (kinds := self._forms.so_many_kinds.match(noun)) is not None:
            # 盗窃、毒品等三类高发犯罪: how many kinds were named says nothing of all.
            noun = noun[kinds.end() :]
            if len(noun) <= _SHORTEST_NOUN:
                # 盗窃、毒品等两类犯罪: without the examples nothing would be said.
                return phrase[: match.start("noun")] + noun
        # 查办发生在国企中的贪污、受贿等职务犯罪: an attribute in front of the examples is of all.
        attribute = foremost[len(deed) : foremost.rfind("的") + 1] if foremost.startswith(deed) else ""
        return deed + attribute + noun

    def seized_in(self, phrase: str) -> str:
        """查扣 of 查扣帽子, which the dictionary cuts 查|扣帽子, and of 各仓库共查扣帽子, 抽检 of 监督抽检洗衣机: the verb of seizing or testing; empty where there is none."""
        seized = next((verb for verb in self._seizing if verb in phrase), "")
        tested = "" if seized else next((verb for verb in self._testing if verb in phrase[: len(verb) + _DEED]), "")
        before = phrase.partition(tested)[0] if tested else ""
        # 义乌检验平台: a place in front of a noun.
        return seized or (before + tested if not before or before in self._manners or self.is_verb(before) else "")

    def is_bare(self, label: str) -> bool:
        if label in self._measures and len(label) > 1 and not self.is_macro(label) and label not in self._whole_names:
            return True
        bare = without_bracket(label) if label[-1:] == "）" else label
        # 综合亩产: how it is reckoned is no topic.
        return bare in self._bare or (bare.startswith(self._reckoned) and bare[2:] in self._bare)

    def is_rate_alone(self, label: str) -> bool:
        """投产率: one word that is a rate, of what was named before."""
        parts = self.take_apart(label)
        return label.endswith(self.rate_ends) and (parts.measure == label or parts.verb + parts.measure == label)

    def is_level_rate(self, label: str) -> bool:
        """登记失业率, 城镇化率: whether a name is of a rate in percent, and not of so much per head."""
        return label.endswith(self.rate_ends) and not label.endswith(self._outputs)

    def is_milestone(self, phrase: str) -> bool:
        """大关, 两个千亿级台阶: a mark that was passed, and nothing that is counted."""
        return phrase.startswith(self._milestones) or (phrase.endswith(self._milestones) and self._forms.steps.match(phrase) is not None)

    def narrowed(self, base: str) -> str:
        """What a level of its own narrows: 市级以上文化产业园区 → 文化产业园区."""
        parts = self.take_apart(base)
        whole = parts.object
        # 在文化产业园区 is where; 在岗职工 is one word.
        whole = whole[1:] if whole[:1] == "在" and self._words(whole)[0] == "在" else whole
        return self.without_determiner(self._forms.level_head.sub("", whole)) or base

    def narrowed_by(self, kind: str, base: str) -> str:
        """国家级 + 市级以上文化产业园区（基地） → 国家级文化产业园区（基地）; 五星级 + 旅游星级饭店 → 五星级旅游饭店: a kind, and the name that it narrows."""
        whole = self.narrowed(base)
        if kind in self._forms.title_grades and (of_title := next((word for word in self._forms.title_grades if word in whole), "")):
            # 知识产权师高级职称 + 中级 → 知识产权师中级职称
            return whole.replace(of_title, kind)
        again = self._forms.named_again.search(base) if base.endswith("）") and not whole.endswith("）") else None
        if self._forms.level_only.fullmatch(kind):
            whole = self._forms.levels_of_all.sub("", whole)
        if self._forms.level_only.fullmatch(kind) and (level := self._forms.level_only.search(whole, 1)) is not None:
            # 新创建省级美丽宜居村 + 市级 → 新创建市级美丽宜居村
            return whole[: level.start()] + kind + whole[level.end() :]
        if (grade := self._forms.graded.search(whole)) is not None and self._forms.graded.fullmatch(kind):
            # 国家A级景区 + 4A级 → 国家4A级景区
            return whole[: grade.start()] + kind + without_head(whole[grade.end() :], self._forms.bounds)
        star = next((word for word in self._forms.stars if kind.endswith(word)), "")
        before, _, behind = whole.partition(star) if star else ("", "", whole)
        return kind + before + (without_head(behind, self._forms.bounds) if star else behind) + (again.group() if again is not None else "")

    def without_determiner(self, name: str) -> str:
        """居民 of 全体居民: what is told of a part is not of all."""
        word = next((word for word in self._determiners if name.startswith(word) and len(name) - len(word) > 1), "") if name.startswith(self._determiners) else ""
        return name[len(word) :]

    def is_flow(self, label: str) -> bool:
        """新增, 净增: what is added to a stock."""
        return label in self.flows

    def runs_over_time(self, name: str) -> bool:
        """城镇新增就业, 房屋施工面积: whether the name is of something that runs over a time and has no state at its end."""
        # 平均工资（不含私营单位）: a bracket only says of whom. 资产总额 is of a moment, though 总额 runs.
        bare = without_bracket(name) if name[-1:] == "）" else name
        return self.is_added(name) or (bare.endswith(self._over_time) and not bare.endswith(self._at_moments))

    def increment_of(self, name: str) -> str:
        """各项贷款余额 → 各项贷款增加额; 新增贷款 is one itself."""
        if self.runs_over_time(name) or name.endswith(self._increments):
            return name
        stock = next((ending for ending in self._balances if name.endswith(ending) and name != ending), "")
        return name.removesuffix(stock) + self._increments[0]

    def counts_people(self, name: str) -> bool:
        return self._people.search(name) is not None

    def behind_group(self, phrase: str) -> str:
        """专利申请 of 机关团体专利申请: what stands behind a group at the head of a phrase; empty where none does."""
        head = ""
        for word in self._words(phrase):
            head += word
            if len(head) < len(phrase) and self.is_name(head) and not self.is_group(phrase):
                return phrase[len(head) :]
        return ""

    def longest_group(self, phrase: str) -> str:
        """主要建材产品 of 主要建材产品窑炉利用率: the longest group at the head of a phrase; empty where none stands there."""
        head, group = "", ""
        for word in self._words(phrase):
            head += word
            if len(head) < len(phrase) and self.is_name(head):
                group = head
        return group

    def behind_longest_group(self, phrase: str) -> str:
        """窑炉利用率 of 主要建材产品窑炉利用率: what stands behind the longest group; empty where there is none."""
        group = self.longest_group(phrase)
        return phrase[len(group) :] if group else ""

    def is_kind_of(self, name: str, whole: str) -> bool:
        """民事案件 of 各类知识产权案件: whether the last word of the whole ends `name` too, and more stands before it."""
        last = self._words(whole)[-1] if whole else ""
        return len(last) > 1 and name != last and name.endswith(last) and not self.is_measure(last)

    def head_noun(self, name: str) -> str:
        """水库 of 水质良好水库, 农田 of 设施完好的农田: the noun that a name narrows; empty where it ends with 的."""
        words = self._words(name.rpartition("的")[2])
        return words[-1] if words and len(words[-1]) > 1 else "".join(words[-2:])

    @staticmethod
    def with_letters(noun: str, name: str) -> str:
        """PCT专利申请 of 专利申请 and 受理PCT专利申请: the noun that `name` ends with, with the letters right in front of it."""
        return name[len(name.removesuffix(noun).rstrip(ascii_uppercase)) :] if name.endswith(noun) else noun

    def may_be_subject(self, phrase: str) -> bool:
        """经营主体, 粮食, and not 积极 or 加快建设: a noun that something can be told of."""
        return (len(phrase) >= _LONG_NOUN or self.is_group(phrase) or phrase in self._crops) and not self.starts_with_verb(phrase) and self._words(phrase)[0] not in self._manners

    def is_name(self, label: str) -> bool:
        """企业, and not 城镇: a group that needs no noun behind it."""
        return self.is_group(label) and not self.is_modifier(label)

    def is_of_people(self, label: str) -> bool:
        """死亡人数: what befell people, of the accidents named before."""
        return label.startswith(self._casualties)

    def is_modifier(self, label: str) -> bool:
        head = without_bracket(label) if label[-1:] == "）" else label
        return head in self._kinds or (len(head) <= 10 and head.endswith(self._modifiers))

    def without_zone(self, name: str, whole: str = "") -> str:
        """专利授权量 of 城东高新区专利授权量: a name without the zone, or the part of the town, that has it.

        Args:
            name: of what the zone has.
            whole: what the zone has a part of, where that is known; else a measure or titles are taken to be what it has.
        """
        rests = (rest for area in self._own_areas if (rest := name.partition(area)[2]) and (self.has_measure(rest) or rest == whole or rest.endswith(self._holdings)))
        return min(rests, key=len, default=name)

    def stock_name(self, label: str, name: str) -> str:
        """The name that an anaphor takes up: 总数 after 新增…38家 is the stock, without 新增."""
        return self.stock_of(name) if label in self._stocks else name

    def stock_of(self, name: str) -> str:
        """新增国家高新技术企业 → 国家高新技术企业: the stock that a flow goes into."""
        for word in self._forms.and_others:
            name = name.rpartition(word)[2] or name
        for flow in self.flows:
            if name.startswith(flow) and len(name) > len(flow) + 1:
                return name[len(flow) :]
        words = self._words(name)
        if len(words) > _NEWLY and words[0] in self._deed_adverbs and self.is_verb(words[1]):
            # 新选聘护林员8700名，总数达3.1万名
            return "".join(words[_NEWLY:])
        if len(words) > 1 and words[-1] in self.flows:
            # 重点文物保护单位新增8处、达32处
            return name.removesuffix(words[-1])
        newly = next((place for place, word in enumerate(words[:-1]) if word in self._newly and self.is_verb(words[place + 1])), -1)
        if newly >= 0:
            # 数据登记新发证书
            return "".join(words[:newly] + words[newly + 1 :])
        # 中欧班列新增连接境外城市: also behind whoever adds to it.
        added = next((place for place, word in enumerate(words[:-1]) if place and word in self.flows), 0)
        return "".join(words[:added] + words[added + 1 :]) if added else name

    def beneficiary(self, phrase: str) -> str:
        """老字号商标提供预警服务 → 老字号商标: behind 为, what is counted ends where the service begins."""
        # 与80个市建立联系: a place may be told by one character, and 未提供 is no one.
        shortest = 0 if phrase.startswith(self._one_place) else 1
        found = [position for verb in self._benefits if (position := phrase.find(verb)) > shortest]
        return phrase[: min(found)] if found else phrase

    def last_noun(self, phrase: str) -> str:
        """The last words of a name that belong together: 卫生人员 of 全国卫生人员, 在岗职工 of 全市在岗职工."""
        words = self._words(phrase)
        return "".join(words[-1 - (len(words[-1]) <= 2) - ([*map(len, words[-3:-1])] == [1, 1]) :])

    def is_per_head(self, label: str) -> bool:
        """每万人拥有2.05件: the indicator before, per head."""
        return label[:1] in self._forms.each_heads and self._forms.per_head.fullmatch(label) is not None

    def says_each(self, name: str) -> bool:
        """平均每个站年诊疗量: whose it is stands in it."""
        return self._forms.each_said.search(name) is not None

    def per_head_of(self, name: str) -> str:
        """每千人口 of 每千人口执业医师; empty where the name is not per head."""
        match = self._forms.per_head_opening.match(name) if name[:1] in self._forms.per_heads else None
        return match.group() if match else ""

    def each_holder(self, printed: str) -> str:
        """平均每百户城镇居民家庭 of 平均每百户城镇居民家庭拥有彩电; empty where the words say of no such number that they have something."""
        match = self._forms.each_holder.match(printed) if self._forms.each_said.search(printed) else None
        # 每万人发明专利拥有量: one word.
        return match["holder"] if match and match["has"] in self._words(printed) else ""

    def per_head_measure(self, label: str) -> tuple[str, str] | None:
        """万人拥有量 → 万人 | 拥有量: a measure per head that does not say of what."""
        match = self._forms.per_head_measure.fullmatch(label) if label[:1] in self._forms.per_heads else None
        return (match.group("head"), match.group("measure")) if match and match.group("measure") in self._measures else None

    def is_stock(self, phrase: str) -> bool:
        """累计, 累计达, 总数达到: the stock of what was said to be new."""
        return phrase in self._as_stocks

