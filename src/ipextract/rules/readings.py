"""Reading rules: what a number states, by the row of tokens before it (letters: `ipextract.rules.tokens`).

The first rule whose pattern ends at the number and whose condition holds is taken. The group `label`
holds the words of the indicator; every other group is named for what the contract calls it.
"""

from __future__ import annotations

from ipextract.rules.rule import ReadingRule

_WORDS = r"[^.;]"

READINGS: tuple[ReadingRule, ...] = (
    ReadingRule(
        "share.of_whole", rf"(?P<label>{_WORDS}*?)A(?P<whole>[^A.;,#%QMUW]*)(?P<noun>W?)(?:\([^()]*\))?(?:[BIJXY]*Z?T?X?)[%#M]$", "share",
        "发明专利授权量13823件,占授权总量【24.74%】", "占地面积【120亩】",
    ),
    ReadingRule(
        "share.noun", rf"(?P<label>{_WORDS}*?)W(?:\([^()]*\))?[XBIJTRYN]*?Z?T?X?[%]$", "share",
        "税收收入占比超【50%】", "中小学专任教师占有【3%】",
    ),
    ReadingRule(
        "share.of_place", rf"(?P<label>{_WORDS}*?[XP])(?P<whole>R)%$", "share",
        "集聚了全国【25%】以上的科研院所", "合格率全省【98%】",
    ),
    ReadingRule(
        "level.pull", rf"(?P<label>{_WORDS}*P{_WORDS}*)[Q%]$", "level",
        "拉动全省规上工业增长【3.3个百分点】", "带动就业【300人】",
    ),
    ReadingRule(
        "change.above", r"(?P<label>[^GA.;]*)(?P<verb>G)(?P<when>T+)(?:\([%#]\))?X?[Q#%M]$", "change",
        "工业投资增速高于上年同期【2个百分点】", "工业投资增速高于全国【1.7个百分点】",
    ),
    ReadingRule(
        "change.exceeds", r"(?P<label>[^GAB.;]*)(?P<basis>B)(?P<verb>G)X?[Q#%M]$", "change",
        "企业景气指数为115.2，比上年高出【11.2点】", "高出全国【1.7个百分点】",
    ),
    ReadingRule(
        "gap.than", r"(?P<label>[^GCB.;]*)C(?P<than>(?:[^GCB.;,#%QMU()]|\(X\)(?=[XE]))+?)(?:\([%#]\)|\([XTR]{1,4}\)|#)?(?P<verb>[GV])X?[Q#%M]$", "gap",
        "装备制造业增加值比全部规模以上工业快【1.4个百分点】", "比上年增长【5%】",
    ),
    ReadingRule(
        "gap.above", r"(?P<label>[^GA.;]*)(?P<verb>G)(?P<than>(?:[^GB.;,#%QMU()]|B(?=E)|\(X\)(?=[XE]))+)(?:\([%#]\))?X?[Q#%M]$", "gap",
        "工业增加值增速高于全国【1.7个百分点】", "工业增加值增速高于上年同期【2个百分点】",
    ),
    ReadingRule(
        "change.reach", rf"(?P<label>{_WORDS}*?)(?:(?P<basis>B)[XIJ]*)?(?<![EV])Z(?P<when>T?)X?[#%QMU]$", "level",
        "由12件提高到【30件】", "工业增加值增速回落到【3.2%】",
    ),
    ReadingRule(
        "change.verb", rf"(?P<label>{_WORDS}*?)(?P<basis>B?)(?P<adverb>[XIJ]*)(?P<verb>V)(?:[IJ]X?|Z(?=%))?[#%QMU]$", "change",
        "地区生产总值同比增长【17.64%】", "增长点【12个】",
    ),
    ReadingRule(
        "change.of_object", r"(?P<verb>V)(?P<label>[XNR()]+)[#%]$", "change",
        "每年可减少房贷利息支出【130亿元】", "减少停车难，新增车位【130个】",
    ),
    ReadingRule(
        "change.rate", rf"(?P<label>{_WORDS}*?)(?P<noun>E)(?P<basis>B?)(?:[XIJKTYVZ/]*?[%M]|X?Q)$", "change",
        "工业增加值增速为【5.2%】", "失业率为【5.2%】",
    ),
    ReadingRule(
        "change.bare", rf"(?P<label>{_WORDS}*?)(?P<basis>B)X?%$", "change",
        "规模以上工业增加值同比【5.2%】", "失业率【5.2%】",
    ),
    ReadingRule(
        "change.multiple_of", rf"(?P<label>{_WORDS}*?)TX?[M]$", "change",
        "充电桩保有量是2010年的【2.6倍】", "城乡收入比为【1.8倍】",
    ),
    ReadingRule(
        "level.from", rf"(?P<label>{_WORDS}*?)Y(?:X?(?P<when>T))?X?[#%QMUO]$", "level",
        "授权专利由【12件】提高到30件", "由市局受理案件【12件】",
    ),
    ReadingRule("level", rf"(?P<label>{_WORDS}*)[#%QMU]$", "level", "专利授权量为【55853件】", "第三产业"),
)

LEVEL = READINGS[-1]
#: A share of what is named.
OF_WHOLE = READINGS[0]
#: A share of what a place has.
OF_PLACE = next(rule for rule in READINGS if rule.name == "share.of_place")
#: A share by its noun.
NAMED_SHARE = next(rule for rule in READINGS if rule.name == "share.noun")
#: A rate of change by its noun, wherever that stands.
RATE = next(rule for rule in READINGS if rule.name == "change.rate")
#: How many times as much as at another time.
MULTIPLE_OF = next(rule for rule in READINGS if rule.name == "change.multiple_of")
#: A change by its verb.
CHANGED = next(rule for rule in READINGS if rule.name == "change.verb")
#: A distance from what stands behind 比.
THAN = next(rule for rule in READINGS if rule.name == "gap.than")
#: A distance from another place.
ABOVE = next(rule for rule in READINGS if rule.name == "gap.above")
#: The change of a comparison that stands in a bracket behind it.
BRACKETED = ReadingRule("change.bracketed", r"G[^(]*\(%$", "change", "GDP增速快于全国水平（【5.5%】）", "失业率（【5.5%】）")
#: The growth of an amount in the bracket behind it, where it is compared or ranked by that.
GROWN = ReadingRule("change.of_amount", r"\(%$", "change", "生产总值（【6.1%】）高于全省1.2个百分点", "失业率（【5.5%】）高于全省1.2个百分点")
#: What a place or a whole has with which something is compared, in a bracket behind it.
HAD_BY_OTHERS = ReadingRule("level.bracketed", r"[GA][^(]*\(#$", "level", "专利拥有量高于全国平均水平（【13.3件】）1.6件", "发明专利（【13.3件】）")
#: Both.
BESIDE_OTHERS = (BRACKETED.name, HAD_BY_OTHERS.name)

#: Rules that read a number by its own shape or by its cell, not by the row before it; `pattern` is the row's last letter.
SHAPES: tuple[ReadingRule, ...] = (
    ReadingRule("share.structure", "S$", "share", "三次产业结构为【1.8:33.7:64.5】", "比分为【2:1】"),
    ReadingRule("rank.place", "O$", "rank", "专利授权量位列全省【第二位】", "【第三】产业增加值"),
    ReadingRule("rank.first", "F$", "rank", "全国【首单】专利保险落地", "【首批】名单公布"),
    ReadingRule("gap.equal", "H$", "gap", "降水量为642.8毫米，与多年平均值【持平】", "降水量为642.8毫米，与上年【持平】"),
    ReadingRule("change.equal", "H$", "change", "居民消费价格与上年【持平】", "保持【平稳】"),
    BRACKETED,
    GROWN,
    HAD_BY_OTHERS,
    ReadingRule("table.level", "", "level", "指标\t产量（万吨）\n粮食\t【96.4】\n茶叶\t3.5", "粮食【96.4】万吨"),
    ReadingRule("table.change", "", "change", "指标\t产量（万吨）\t比上年增长（%）\n粮食\t96.4\t【1.8】\n茶叶\t3.5\t2.1", "粮食增长【1.8】%"),
    ReadingRule("table.share", "", "share", "行业\t产值比重（%）\n化工\t【6.6】\n纺织\t8.2", "化工占【6.6】%"),
    ReadingRule("table.rank", "", "rank", "城市\t位次\n无锡\t【3】\n苏州\t1", "位列第【三】"),
)
