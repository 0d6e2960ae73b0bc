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
        "share.noun", rf"(?P<label>{_WORDS}*?)W(?:\([^()]*\))?[XBIJTRY]*?Z?T?X?[%]$", "share",
        "占比超【50%】", "中小学专任教师占有【3%】",
    ),
    ReadingRule(
        "level.pull", rf"(?P<label>{_WORDS}*P{_WORDS}*)[Q%]$", "level",
        "拉动全省规上工业增长【3.3个百分点】", "带动就业【300人】",
    ),
    ReadingRule(
        "change.above", rf"(?P<label>[^GA.;]*)(?P<verb>G)(?P<when>T+)X?[Q#%M]$", "change",
        "高于上年同期【2个百分点】", "高于全国【1.7个百分点】",
    ),
    ReadingRule(
        "gap.than", rf"(?P<label>[^GCB.;]*)C(?P<than>[^GCB.;,#%QMU]+?)(?P<verb>[GV])X?[Q#%M]$", "gap",
        "比全部规模以上工业快【1.4个百分点】", "比上年增长【5%】",
    ),
    ReadingRule(
        "gap.above", rf"(?P<label>[^GA.;]*)(?P<verb>G)(?P<than>[^GB.;,#%QMU]+)[Q#%M]$", "gap",
        "高于全国【1.7个百分点】", "高于上年同期【2个百分点】",
    ),
    ReadingRule(
        "change.reach", rf"(?P<label>{_WORDS}*?)(?:(?P<basis>B)[XIJ]*)?Z(?P<when>T?)X?[#%QMU]$", "level",
        "由12件提高到【30件】", "提高【3.2个百分点】",
    ),
    ReadingRule(
        "change.verb", rf"(?P<label>{_WORDS}*?)(?P<basis>B?)(?P<adverb>[XIJ]*)(?P<verb>V)[#%QMU]$", "change",
        "同比增长【17.64%】", "增长点【12个】",
    ),
    ReadingRule(
        "change.rate", rf"(?P<label>{_WORDS}*?)(?P<noun>E)(?P<basis>B?)[XIJKTYVZ]*?[%]$", "change",
        "增速为【5.2%】", "失业率为【5.2%】",
    ),
    ReadingRule(
        "change.multiple_of", rf"(?P<label>{_WORDS}*?)TX?[M]$", "change",
        "是2010年的【2.6倍】", "城乡收入比为【1.8倍】",
    ),
    ReadingRule(
        "level.from", rf"(?P<label>{_WORDS}*?)Y(?P<when>T?)X?[#%QMUO]$", "level",
        "由【12件】提高到30件", "由市局受理案件【12件】",
    ),
    ReadingRule("level", rf"(?P<label>{_WORDS}*)[#%QMU]$", "level", "专利授权量为【55853件】", "第三产业"),
)
