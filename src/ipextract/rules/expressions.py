r"""Expression rules: the stretches of text that hold numbers, times and the words of relation.

The order is the priority: at one place of the text the first rule that fits wins, and inside a rule
the longest word. Word lists (`\L<…>`) come from the lexicon.
"""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.rules.rule import ExpressionRule
from ipextract.rules.times import COMPARED_PLAN, FORMS, NATIONAL_DAY

_CN = "零一二两三四五六七八九十百千万亿"
# A full-width comma is a thousands mark only where the number goes on to a unit.
# A point in the middle of the line is one of decimals only in front of a percentage, a scale or money: 1·8%, 9120·5元, and not 1·11事件, 1·1元旦.
_BEHIND_POINT = "(?=[%‰万亿]|个百分点|元(?!旦))"
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,3}(?:，\d{3})+(?=\.\d|[万亿元件家个人项户吨台套辆]|美元)|\d++)(?:\.\d++|·\d++" + _BEHIND_POINT + ")?"
# Among the parts of a ratio it is one of decimals too: 11·2:45·7:43·1.
_PART = NUMBER.replace(_BEHIND_POINT, "")
# Per so many are round numbers (元/500克, 例/10万人); behind 3艘/120总吨 stands a second amount.
# A unit that begins with a scale (千瓦, 百分点) is never cut.
SCALE = r"(?:(?!\L<scaled_unit>)(?:[十百千]?万亿|[十百千][万亿]|[百千万亿]))"
_PRE = r"(?:(?P<pre>\L<before>)(?<!\L<before_guard>)了?)?"
_UNIT = (
    # 3.2万件次之: the 次 is of 次之.
    r"(?P<unit>人(?=年度|月底|月末)|(?:(?=\L<unit_all_the_same>)|(?!\L<unlike_always>|(?<=[百千万亿多余])\L<unlike_unit>))\L<unit>(?!(?<=[A-Za-z])[A-Za-z\d])(?!(?<=次)之[，。；、）]))(?P<both>（(?:\L<bracketed>)）)?"
    r"(?P<per> ?/(?:每)?(?:(?:10*+(?!\.?\d)|50{1,2}(?=克|公斤|千克|毫升|斤)|(?:(?!\L<scaled_unit>)[十百千万亿])+)?\L<per_unit>|10*+(?!\.?\d)[百千万亿]*+|\d++[百千万亿]*+(?!\.?\d|\L<unit>)|[十百千万亿]+|（[^（），。；]{2,14}）)(?:[·・/]\d{0,3}[年月日天](?!份))?|每(?:\L<per_measure>))?"
)
# 300元起, 12家之多: a bound that ends its clause.
_CLOSING = r"\L<after_closing>(?=[，。；、！）]|$)"
# 2万5千多件, 3千5百余万株, 1亿4300万人, 12万5000人: what stands behind a scale is of lower ones.
_LOWER = (
    r"(?P<lower>(?=零?[1-9])(?:(?<=亿)零?(?=\d{1,4}(?:千(?:[1-9]百)?|[十百])?[多余]?万)\d{1,4}(?:千(?:[1-9]百)?|[十百])?|(?<=\d万)零?[1-9](?!\L<scaled_unit>)千(?:[1-9](?!\L<scaled_unit>)百)?|(?<=\d万)零?[1-9](?!\L<scaled_unit>)百"
    r"|(?<=\d万)(?!(?:19|20)\d\d年)\d{4}(?=[多余]?\L<unit>)|(?<=\d千)[1-9](?!\L<scaled_unit>)百))?"
)
# 2千多亿元, 1亿3千多万人次: the scale of what stands before it.
_OUTER = r"(?P<outer>(?(inner2)|(?(lower)|(?!)))(?!\L<scaled_unit>)[万亿])?"
_TAIL = rf"(?:(?P<scale>{SCALE}){_LOWER}(?P<inner2>[多余])?{_OUTER})?(?:(?: (?=[A-Za-z]))?{_UNIT})?"
# Most numbers begin no range, which is seen by the mark of one before all units are tried. A unit printed twice is the same one: 增长46.1%至301亿元
# is a change and a level.
_LOW = rf"(?=\d[\d,.，]*+[^，。；]{{0,20}}?[-~—至到]\d)(?P<low>{NUMBER})(?P<low_scale>{SCALE})?(?P<low_unit>\L<unit>)?(?:--?|~|—|至|到)(?=[\d])(?!(?:19|20)\d{{2}}\s?年)(?(low_unit)(?={NUMBER}{SCALE}?(?P=low_unit)))"
AMOUNT = (
    # 高于1-7月3个百分点, 高于2023年2个百分点: a time that a rate is compared with has no bound.
    rf"{_PRE}(?(pre)(?!(?:19|20)\d\d年|(?:\d{{1,2}}[-—–~至])?\d{{1,2}}月))(?:{_LOW})?(?P<sign>(?<![\dA-Za-z%])-|负)?(?P<number>{NUMBER})(?P<inner>[多余来])?{_TAIL}"
    rf"(?P<post>\L<after>(?!游|级|班|联|水)|多(?![\u4e00-\u9fff\d])|{_CLOSING})?"
)
# 第25位大幅提升到第13位: how far it rose or fell may stand between.
_ORDINAL_END = r"(?=位|名|[低高]位?(?:[，。；、）]|$)|\L<manner>[升跃提上下降前后攀晋跌进]|升|跃|进[到至]|提升|上升|下降|降|前进|前移|后移|后退|攀升|晋|跌|下滑|退[居至到为]|滑[落至]|[，。；、（）！？：”\s,;\[①-⑳]|$|和|且|并|及|与|的位次|的[^，。；、\d]{0,6}(?:成绩|佳绩|名次)|的(?:[也还仍]?是|有|为|依次|分别)|以)"


def expression_rules(lexicon: Lexicon) -> list[ExpressionRule]:
    """The expression rules in order of priority; the guards of the lexicon stand among them."""
    guards = [
        ExpressionRule(f"guard.{index}.{guard.role}", "N", guard.pattern, guard.example, guard.counter_example, guard.role)
        for index, guard in enumerate(lexicon.guards)
    ]
    times = [
        ExpressionRule(f"time.{name}", "T", pattern, *_TIME_EXAMPLES[name], "date" if name in _DATES else "period", whole=name in _WORDS_OF_TIME)
        for name, pattern in FORMS
    ]
    return [*_STRUCTURE, *_BASES, *guards, *times, *_NUMBERS, *_WORDS]


# Times that are words and no numbers: the 同期 of 合同期限 is none.
_WORDS_OF_TIME = frozenset({"edge", "half_year", "same_day", "vague"})
_DATES = frozenset({"iso", "clock", "hour", "tens", "days", "since", "day", "dated", "moment"})
_TIME_EXAMPLES = {
    "iso": ("发文日期【2025-04-24】", "信息索引号2025"),
    "clock": ("【09:13】", "比例为9:1300"),
    "hour": ("【下午3时30分】", "下午茶"),
    "tens": ("【3月下旬至5月中旬】走访企业", "上旬以来"),
    "days": ("【5月1日至5日】接待游客", "5月投产"),
    "since": ("【2018年12月以来】", "2018家以上"),
    "founded": ("法庭【自成立以来】", "成立大会"),
    "school": ("【2022-2023学年】", "2022-2023年"),
    "decade": ("【20世纪80年代】", "年代久远"),
    "ago": ("【3年前】，全市只有5家", "3年前置期"),
    "during": ("【行动期间】查处案件", "行动"),
    "months": ("【2023年1月至2025年3月】", "2023年1月"),
    "years": ("【2021—2025年】", "2021至少"),
    "plan": ("【“十四五”期间】", "“十四五”规划"),
    "term_before": ("是【前五年总和】的2.7倍", "前五年建设"),
    "running": ("【近五年】", "近百家"),
    "streak": ("【连续五年】位居第一", "连续作业"),
    "now": ("【截至目前】", "目的"),
    "first_days": ("【春运前20天】，发送旅客", "前20强"),
    "same_day": ("【当日】发送旅客", "当月"),
    "vague": ("【近年来】", "近海"),
    "census": ("比【第六次全国人口普查】增加", "第六次全国人口普查主要数据"),
    "moment": ("【截至2024年底】", "截流"),
    "listed": ("【2021】、2022年", "2021件"),
    "dated": ("【2024年上半年】", "2024家"),
    "part": ("【1-6月】", "1-6级"),
    "edge": ("【年末】常住人口", "合同期限"),
    "half_year": ("【半年】共收案3319件", "半年期满"),
    "day": ("【11日】签约", "3日均"),
}

# 一、二、三产业增加值, 三、四季度: no mark of a list.
_NO_PAIR = "(?![二三四五六七八九](?:、|[次产季线]))"

_STRUCTURE = [
    ExpressionRule(
        "mark.list", "N",
        rf"^(?:\d{{1,2}}\.\d{{1,2}}(?!{SCALE}?\L<unit>(?![\u4e00-\u9fff])|{SCALE}\L<unit>)(?=[\u4e00-\u9fff]{{2,10}}(?:[。]|$))"
        rf"|0[1-9]\s*(?=[\u4e00-\u9fff])"
        # 【概况】2010年，全市专利申请量2986件: an entry of a yearbook.
        rf"|【[^【】\d\n]{{1,16}}】\s*(?=[\u4e00-\u9fff\d])"
        rf"|[-*—–·•]\s*(?=[\u4e00-\u9fff]|(?:19|20)\d{{2}}年)"
        rf"|[●◆◇■□▪○►▶➢➤▲△※✓✔]\s*(?=[\u4e00-\u9fff\d“])"
        rf"|[一二三四五六七八九十]{{1,3}}、{_NO_PAIR}|（[一二三四五六七八九十]{{1,3}}）|\d{{1,2}}[.、](?:(?!\d)|(?=(?:19|20)\d{{2}}年))|（\d{{1,2}}）)"
        rf"|^\#{{1,6}}\s*\d{{1,2}}[.、](?:(?!\d)|(?=(?:19|20)\d{{2}}年))"
        rf"|(?<=[。；：])(?:\d{{1,2}}[.、](?!\d)|（\d{{1,2}}）|[一二三四五六七八九十]、{_NO_PAIR})",
        "【3.】加强保护", "增长3.5%", "heading",
    ),
    # In which days of the year: 春节假期江苏全省接待游客, “五一”假期. Which days they are, no text need say.
    ExpressionRule("time.holiday", "T", rf"{NATIONAL_DAY}(?P<holiday>\L<holiday>)(?:\L<holiday_span>)(?P<first_day>(?<=首日|第一天))?(?:[前头](?P<first_days>[{_CN}两]|\d)天)?", "【国庆期间】接待游客", "国庆大典", "period"),
    ExpressionRule("name.book", "N", r"《[^》\n]{1,80}》", "【《县域合作协议（2021—2025年）》】", "出台22条举措", "name"),
    ExpressionRule(
        "name.quoted", "N", rf"(?!(?<=[比较])“(?:十[一二三四五六七]?|[六七八九])五”{COMPARED_PLAN})“(?![^”]{{0,24}}[一二三四五六七八九十]五”(?:规划)?(?:期|时期|以来|末|初|前|头|时|年均|累计|的\s?\d))[^“”。；，]{{1,18}}”|\"(?![^\"]{{0,24}}[一二三四五六七八九十]五\"(?:规划)?(?:期|时期|以来|末|初|前|头|时|年均|累计|的\s?\d))[^\"。；，]{{1,18}}\"|(?:(?<=入选|获评|列入|评为|入围|获得|荣获|上榜)“[^“”。；，]{{19,40}}”|“[^“”。；，]{{19,40}}”(?=\d{{1,3}}[件个项家名]))|“(?:\d{{1,3}}[^“”。；，+＋\d]{{1,12}}[+＋]){{1,4}}[^“”。；，+＋]{{1,16}}”",
        "【“8+4”】经济政策体系", "增长8%", "name",
    ),
]

_BASES = [
    ExpressionRule(
        "basis.printed", "B",
        r"(?P<basis>\L<basis_word>(?!\L<basis_reference>)|\L<average_word>(?!浓度|值|产量|消费|收入|气温|降水|高锰)(?=[^，。；\d]{0,4}\L<change>|(?:约|近|超)?\d[\d.]{0,5}%(?:左右|以上)?(?:[和、]\d[\d.]{0,5}%){0,4}的?[^，。；\d]{0,4}(?:增长|增速|增幅|递增))|(?:按可比口径)?(?:相比|相较于?|对比|同比|比|较|与|同|和|跟)(?!同期(?:\L<whole_place>|(?!增速|增幅|涨幅|水平)[^，。；\d]{2,16}?[高低快慢](?:出|于)?(?:约|近|超)?\d))(?:\L<basis_reference>)(?:同期|同口径|同比|水平|增速)?(?:相比较?|比较|比)?(?!同?期|年|月|度|末|底|[高低快慢]于|的?\s?\d)|(?:比|较)[一二三四五六七八九十两\d]{1,2}年前|(?<=[，。；]|^)\L<basis_reference>(?=相比))",
        "【较上年末】增加", "高于全国平均",
    ),
]

_NUMBERS = [
    ExpressionRule(
        "number.structure", "S", rf"(?:(?P<parts>{_PART}%?(?:\s?[:：]\s?{_PART}%?){{2,6}})(?!\d)|(?<=结构|比例|构成|之比|结构比|比)(?P<lead>由上年的|由|为|是|达|调整为|约为)?(?P<two>(?>{_PART}%?\s?[:：]\s?{_PART}%?))(?!\d|\s?[:：]\s?\d)"
        rf"|(?<=比(?!分(?!别)|赛)[^，。；]{{0,24}}(?:，[^，。；]{{0,24}})?(?:[由从至到为了]|[期年份度月末]的|[:：]\s?1(?:00)?[、和与]))(?P<to_one>(?>{_PART}\s?[:：]\s?1(?:00)?(?![\d.])|1\s?[:：]\s?{_PART}))(?![\d.:：])|(?P<halves>(?>{_PART}%?\s?[:：]\s?{_PART}%?))(?![\d.:：]))",
        "三次产业结构为【1.8:33.7:64.5】", "比分2比1", starts=r"\d[\d,.，·]*%?\s?[:：]|[由为是达调约]",
    ),
    ExpressionRule(
        "number.front_percent", "N", r"前\d{1,2}(?:\.\d+)?[%‰]", "进入全球【前1%】学科", "占1%", "qualifier",
    ),
    ExpressionRule(
        "number.place", "O",
        rf"(?:第\s?(?P<place>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?P<mark>位|名)?+{_ORDINAL_END}"
        # 在全国排14位, 位列全省12位
        rf"|(?<=\L<rank_placing>(?:\L<whole_place>)?)(?P<place>\d{{1,3}})(?P<mark>位){_ORDINAL_END}"
        # 两市分列全国二、三位: the first of two without the word for an ordinal.
        r"|(?<=分[列居](?:全[国省市州县区球盟旗]|世界)?)(?P<place>[一二三四五六七八九十])(?=、[一二三四五六七八九十]位)"
        rf"|(?P<front>前\s?(?:\d{{1,3}}|[一二两三四五六七八九十百]{{1,3}}))(?P<front_mark>位|名|强)?+{_ORDINAL_END}"
        r"|(?P<top>首位(?!度|产业)|榜首|头名|第一名|第一位|之首(?=[，。；、]|$)"
        # 居一位 is the first place; 一位 elsewhere is one person.
        r"|(?<=[居列][于在]?(?:全[国省市州县区球盟旗]|世界|亚洲)?)一位(?=[，。；、）]|$)"
        # 以630件居首; 居首 alone, with nothing that it was won with, ranks nothing.
        r"|(?<=\d[^。；]{1,14}[居列])首(?=[，。；、）]|$)"
        # 吴兴区增速居首（21.5%）: or what it is first by, right before.
        r"|(?<=(?:\L<rate_noun>|[量额值])[居列])首(?=[，。；、）（]|$)))",
        "居全省【第三】", "第三产业增加值", starts=r"第|\d{1,3}位|[一二三四五六七八九十]、[一二三四五六七八九十]位|前|首位|榜首|头名|之首|一位|首[，。；、）（\n]|首$",
    ),
    ExpressionRule(
        "number.nth", "F", r"第\s?(?:\d{1,3}|[二三四五六七八九十]{1,3})(?:个|家|座|条|例|单|所)(?!五年[规计时期])(?=[^，。；、]{2}|、[^，。；、\d]{2,8}(?:第\s?[\d一二三]|首)[家个座例单])(?![^，。；、]{0,10}(?:节|日|周年|年头|五年)(?:[，。；、]|$))", "全省【第三个】自由贸易试验区", "第三方面", "ordinal",
    ),
    ExpressionRule("number.first", "F", r"\L<first>", "全国【首单】专利保险", "首届论坛"),
    ExpressionRule(
        "number.ordinal", "N", rf"(?<!\d)(?:19|20)\d{{2}}届|第\s?(?:\d+|[{_CN}]{{1,5}})(?:个五年|次|届|批|期|产业|季度|个|家|条|大|级|代|轮|方阵|梯队)?|前\d{{1,3}}(?=位|家|名|强|批)(?:位|家|名|强)|前[三五十百]{{1,2}}(?:家|位|强|名)",
        "【第四届】专利奖", "共4届", "ordinal",
    ),
    ExpressionRule(
        "number.fold", "M", r"(?P<fold_pre>近|超|超过|约)?翻了?(?P<fold_in>近|超过?|约)?(?P<fold>[一两二三四]|\d)?番(?P<fold_post>以上|还要多|还多|多|有余)?",
        "产值【翻一番】", "翻开新篇章",
    ),
    ExpressionRule("number.percent_words", "%", rf"{_PRE}百分之(?P<hundredth>[{_CN}点]+|{NUMBER})(?P<post>\L<after>)?", "增长【百分之五】", "百分点"),
    ExpressionRule(
        "number.tenths", "%", rf"{_PRE}(?P<tenths>[一二两三四五六七八九]|\d)成(?P<halves>[半一二三四五六七八九](?![成个家件项万亿]))?(?:(?P<post>\L<after>|多|[强弱](?=[，。；、）]|$))|(?![为立功果员效熟长本品都分型就绩交套]))",
        "增长【近两成】", "建成投用",
    ),
    ExpressionRule(
        "number.fraction", "%",
        rf"{_PRE}(?:(?P<denominator>[{_CN}]{{1,12}}+)分之(?P<numerator>[{_CN}点]{{1,12}})(?P<inner>[多])?|(?<!号|第)(?P<over>(?<=[\u4e00-\u9fff])\d{{1,2}}/\d{{1,3}}(?=[，。；、）以左的多]|$)|(?<=^|[，。；、（])\d{{1,2}}/\d{{1,3}}(?=以上|左右|的))|(?P<half>(?:过|逾)半数?(?!导体)|(?<!另|前|后|上|下|大)一半(?!导)|半数))(?P<post>\L<after>|[强弱](?=[，。；、）]|$))?",
        "占全市的【三分之一】", "分之前的工作", starts=rf"\L<before>?(?:\d{{1,2}}/|[{_CN}]{{1,12}}分之|[过逾]?半|一半)",
    ),
    ExpressionRule(
        "name.letters", "N",
        r"(?<![A-Za-z\d])[A-Za-z]{1,6}[-.]?\d[\d.]*+(?:[A-Za-z]+)?(?![\d,]*\s?(?:[万亿%‰元件家个人户台套辆吨]|项(?!目)|美元|微克|毫克))|(?<![\d.])\d++(?!\L<latin_unit>(?![A-Za-z\d]))[A-Za-z]+\d*(?:级|类)?|(?<![A-Za-z])[A-Z]\d+\+?(?=[\u4e00-\u9fff])",
        "【CR929】项目", "GDP13507元", "name",
    ),
    ExpressionRule(
        "number.moved", "#", rf"(?P<moved>[{_CN[1:11]}]{{1,3}}|\d{{1,3}})个(?:位次|名次|位|名(?=[，。；、）]|$))|(?<=[进移升退降高滑])(?P<moved_one>一)(?:位|名)(?=[，。；、）]|$)",
        "较上年前进【一位】", "上升为一位农民", starts=r"\d{1,3}个|[一二两三四五六七八九十]",
    ),
    ExpressionRule(
        "number.rate_per", "#", rf"{_PRE}(?P<rate>{NUMBER})(?P<rate_per>/(?:10|十)万(?:人)?)(?P<post>\L<after>)?", "死亡率【14.3/10万】", "2/3以上",
        starts=r"\L<before>?\d[\d,.，]*/",
    ),
    ExpressionRule(
        "number.medals", "#", r"(?P<number>\d{1,4})(?P<metal>\L<metal>)(?=\d{1,4}\L<metal>|(?:，?共)?\d{1,4}枚|[，。；、）]|和\d|$)", "夺得【3金】2银1铜", "5金融机构", starts=r"\d{1,4}\L<metal>",
    ),
    # 死亡率为零, 降至零: nought in a word is a value behind these at the end of a clause only.
    ExpressionRule("number.nought", "U", r"(?:(?<=[为至到])零|归零)(?=[，。；、）]|$)", "死亡率为【零】", "从零起步", starts="零|归零"),
    # 90（含）平方米以下, 30岁（含）以下: a bound and that it is taken in, between the number and the end of the bound.
    ExpressionRule(
        "number.bound_included", "N", rf"(?:\d[\d.]*+[\u4e00-\u9fff㎡]{{0,4}}(?:--?|~|—|至|到))?\d[\d.]*+(?:[\u4e00-\u9fff㎡]{{1,6}}（不?含）(?:\L<after>)?|（不?含）{SCALE}?(?:[\u4e00-\u9fff㎡]{{1,4}}?\L<after>|[\u4e00-\u9fff㎡]{{1,3}}(?=[占的有，。；、）])))(?=[占的有，。；、）\u4e00-\u9fff])",
        "【90（含）平方米以下】占9.7%", "12家（含3家分公司）", "qualifier", starts=r"\d",
    ),
    # 比上年增加半平方米: behind a verb of change, at the end of a clause.
    ExpressionRule("number.half", "#", r"(?<=[加增多减少升高涨长大扩降低跌短缩小][了近约]?)半(?P<unit>平方米|平方公里|公里|公顷|米|亩|吨|公斤|斤|天|个月|年|小时|个百分点|岁|级|成|倍)(?=[，。；、）左]|$)", "增加【半平方米】", "上升半导体12家", starts="半"),
    ExpressionRule(
        "number.chinese", "#",
        rf"{_PRE}(?P<chinese>(?:数|几|上)?(?:(?!\L<scaled_unit>)[{_CN}]|(?<=[{_CN}])点(?=[{_CN}])){{1,24}}+)(?P<inner>[多余来几])?(?P<chinese_scale>[万亿])?(?:{_UNIT}(?!(?<=件)事)|(?<=[百千万亿])(?=\L<people>)(?!人口)|(?(pre)(?<=[百千万亿])(?=[，。；、！）]|\L<milestone>|$)|(?!)))(?P<post>\L<after>(?!游|级|班|联|水)|多(?![\u4e00-\u9fff\d])|{_CLOSING})?",
        "【三千余家】企业", "万人拥有量",
    ),
    ExpressionRule("number.amount", "#", AMOUNT, "授权【13823件】", "没有数字"),
]

_WORDS = [
    ExpressionRule("word.share_of_use", "A", r"占(?=\L<of_use>[^，。；]{0,4}\d[\d.]*%)", "生活用水【占】用水总量的15.4%", "占用耕地20亩"),
    ExpressionRule("word.rank_held", "K", r"占据(?=[^，。；、\d%]{0,20}(?:首位|榜首)(?:[，。；、）]|$))", "【占据】全省申请量榜首", "占据优势"),
    ExpressionRule("word.share_of_place", "A", r"占(?=\L<whole_place>的?(?:约|近|超过?|逾)?(?:\d[\d.]*%|[一二三四五六七八九]成))", "发明专利【占】全省的58%", "占全省首位"),
    ExpressionRule("word.guard", "X", r"(?!\L<change>为\d)\L<guard>", "第一产业【增加值】", "增加5件"),
    ExpressionRule("word.equal", "H", r"(?:\L<equal>)(?!于|的[占有])", "与上年【持平】", "供求保持平衡", whole=True),
    ExpressionRule("word.rate_noun", "E", r"\L<rate_noun>(?!任务|责任|的\s?\d)|下降(?=均(?:约)?为(?:约|近)?\d[\d.]*%)|(?:上升|提升|提高|上涨)(?=达(?:约|近|超过?)?\d[\d.]*%)|(?:增长|递增)(?=(?:均|分别|要|应|将|可|预计|预期|力争|争取|确保|仍|基本)?(?:约)?(?:为|达到?|(?:保持|稳定|维持|控制)在|实现|仅仅|仅[为有]?|只有)(?:了)?(?:约|近|超过?|不低于)?\d[\d.]*%)|(?:下降|下跌|回落|减少|降低|上升|上涨|提高|增加)(?=(?:仅仅|仅[为有]?|只有)\d[\d.]*%)", "【增速】为5.2%", "增长5.2%"),
    ExpressionRule("word.reach_rank", "Z", r"(?<=第[一二三四五六七八九十\d]{1,3}[位名])\L<rank_moves>(?=[^，。；\d]{0,6}(?:第|首位))", "由第2位【退居】第3位", "退居第3位", starts=r"\L<rank_moves>"),
    ExpressionRule("word.reach", "Z", r"(?:(?<=^|\d[^\d，。；、]{1,4})(?:持续|预计|稳步|逐步|逐年|大幅|快速|迅速|不断|显著|进一步))?(?:\L<change>)(?:了)?(?:\L<become>)了?|(?:\L<reach>)(?:到|至)了?|[到至](?=(?:19|20)\d{2}年)(?<=[从由](?:19|20)\d{2}年的?[\d.]{1,12}[^\d，。；]{1,4})", "【提高到】15.3%", "提高3.2个百分点"),
    ExpressionRule("word.fold_times", "V", r"翻了?(?=(?:约|近|超过?)?\d[\d.]*倍)", "授权量【翻了】2.2倍", "翻了两番"),
    # 7%的较大增幅: 大增 ends no noun.
    ExpressionRule("word.change", "V", r"(?:\L<change_long>)(?!幅(?!度))了?", "同比【增长】17.64%", "多种方式"),
    ExpressionRule("word.change_short", "V", r"(?:\L<change_short>)了?(?=(?:约|近|超过?|逾|不足|不到)?(?:\d|[一二两三四五六七八九十百]+(?:成|倍|分之|个百分点|位|亿|万|千|百)))", "同比【增】17.64%", "加开特快30列", whole=True),
    ExpressionRule("word.change_mark", "V", r"(?<![A-Za-z\d])\L<change_mark> ?(?=\d[\d.,]*+ ?(?:%|个百分点))", "工业投资【+】21.3%", "5G+工业互联网"),
    ExpressionRule("word.share_noun", "W", r"(?:(?<!\L<before_place>)|(?!所))\L<share_noun>", "【占比】超50%", "占授权总量24.74%"),
    # 优良天数比例 is a level.
    ExpressionRule("word.share_noun_behind", "W", r"(?<=占[^，。；、\d]{1,20})\L<share_noun_behind>", "占全市的【比例】超过四成", "优良天数比例90%", starts=r"\L<share_noun_behind>"),
    ExpressionRule("word.rank_share", "K", r"占(?=[^，。；、\d%]{0,14}(?:首位|榜首)(?:[，。；、）]|$))", "案件数量【占】全省首位", "占首位度"),
    ExpressionRule("word.share", "A", r"(?:约|合)?占(?!比|地(?![区方级市州县]))(?:到|了|据|去|掉)?", "【占】授权总量24.74%", "占地面积", whole=True),
    ExpressionRule("word.rank_score", "K", r"(?<=[得评积总均]分|[牌总]数)(?!\L<rank_long>)\L<rank_short>(?=[^，。；]{0,18}(?:第|首位|榜首|前))", "综合得分【居】全国第4位", "两市分居全省第二、第三位", starts=r"\L<rank_short>"),
    ExpressionRule("word.rank", "K", r"(?!(?<=[得评积总均比])分[列居获处])\L<rank_long>(?=[^，。；]{0,18}(?:第|首位|榜首|之首|前|一位[，。；、）])|(?<=分[列居])(?:全[国省市州县区球盟旗]|世界)?[一二三四五六七八九十]、[一二三四五六七八九十]位|(?<=\L<rank_placing>)(?:\L<whole_place>)?\d{1,3}位[，。；、）])", "【位列】全省第二位", "列入名单"),
    ExpressionRule("word.rank_short", "K", r"\L<rank_short>(?=[^，。；]{0,18}(?:第|首位|榜首|之首|前|一位[，。；、）])|(?<=\L<rank_placing>)(?:\L<whole_place>)?\d{1,3}位[，。；、）])", "【居】全省第二位", "用人单位在全省前列", whole=True),
    ExpressionRule("word.rank_among", "K", r"(?<=[中里内])\L<rank_short>(?=第|前[\d一二三四五六七八九十]|首位|榜首)", "在全省13个设区市中【居】第三位", "中排管网", starts=r"\L<rank_short>(?:第|前|首|榜)"),
    ExpressionRule("word.rank_first", "K", r"\L<rank_short>(?=首位|榜首|(?<=\d[^。；]{1,14})首(?:[，。；、）]|$))|(?<=\L<rate_noun>|[量额值])[居列](?=首(?:[，。；、）（]|$))", "德清县120件【居】首位", "中排管网", starts=r"\L<rank_short>(?:首|榜)"),
    ExpressionRule("word.gap", "G", r"(?<![不或])(?<!不得)\L<gap_long>", "【高于】全国1.7个百分点", "不低于全国平均水平的90%"),
    ExpressionRule("word.over_limit", "G", r"\L<gap_over>(?=\L<limit_in_short>[约近]?\d+(?:\.\d+)?倍)", "氨氮浓度【超】标0.5倍", "超标天数为12天"),
    ExpressionRule("word.over_plan", "G", r"\L<over_plan>(?=\L<set_ahead>[约近]?\d)", "【超】计划1.2万吨", "超计划生育3人"),
    ExpressionRule("word.gap_short", "G", r"(?<!较)\L<gap_short>(?=[^，。；\d]{2,12}\d)", "【高】全国1.7个百分点", "高中学校12所", whole=True),
    ExpressionRule("word.gap_width", "G", r"(?<=幅[^，。；\d]{0,14})\L<gap_width>(?=\d[\d.]*个?百分点)", "降幅比全国【小】2.9个百分点", "小2个班", starts=r"\L<gap_width>\d"),
    ExpressionRule("word.compare", "C", r"(?<=[，。；\d%）]|增速|增幅|水平|分别|[，；](?:但|而|也|均|仍|且|却)|^)(?:比(?![重例值率])|较(?=\L<mean_of_years>|\L<set_ahead>)|较(?![大小快慢高低多少好强弱])(?!为[大小快慢高低多少突明]))|比(?=全国|全省|全市|全部|\L<set_ahead>)|较(?=\L<set_ahead>)|(?<![占同环对相之类可])比(?![重例值率])(?=[^，。；\d比]{2,16}(?<![提升增降减加放偏])[高低快慢多少](?:出|了)?(?:约|近|超过?)?\d[\d.]*(?:%|个百分点))", "【比】全国平均水平高", "结构比例", starts="[比较]"),
    # The dictionary cuts 其|中国|道.
    ExpressionRule("word.parts_of_nation", "D", r"(?<=[，。；：、（]|^)其中(?=国)", "【其中】国道", "其中心城区", starts="其中国"),
    ExpressionRule("word.parts", "D", r"\L<part>(?=[：，]|.)", "【其中】发明专利", "在市中心", whole=True),
    ExpressionRule("word.introduces", "X", r"依次[是为](?=[\u4e00-\u9fff])", "前三位【依次是】甲、乙、丙", "依次为12家、8家"),
    ExpressionRule("word.respectively", "I", r"\L<respectively>", "【分别】增长5%和3%", "分类"),
    ExpressionRule("word.each_has", "I", r"(?<![平年日月户人次案])\L<each_has>(?=(?:约|近|超)?\d[\d.]{0,8}[\u4e00-\u9fff%]{1,4}[、和与及](?:约|近|超)?\d)", "昆山市、太仓市【各有】31家、24家", "昆山市、太仓市各有3家", whole=True),
    # 图书386万册，生均18册: of one pupil.
    ExpressionRule("word.each", "J", r"(?<!(?:^|[，。；：、（和])[生亩村校班师院床镇乡县企件笔单店家车馆站])(?<![平年日月户人次]|(?<![立收结破发审])案)\L<each>(?=\d|超|增|下|提|达|为|居|位|列|获|不足|不到|逾|突破)", "金奖、银奖【各】1项", "各地", whole=True),
    ExpressionRule("word.each_at", "J", r"(?<![^长升涨])\L<each_at>(?=\d)", "行业产值增长【均在】12%以上", "合格率均在95%以上", whole=True),
    ExpressionRule("word.pull_points", "P", r"影响(?=[^，。；、\d]{1,12}(?:上涨|下降|上升|回落|上行|下行)约?\d[\d.]*个百分点)", "【影响】CPI下降约0.05个百分点", "受价格上涨影响", starts="影响"),
    ExpressionRule("plain.effects_left_out", "X", r"影响后(?=[^，。；、\d]{0,6}[，\d增下提])", "扣除减税【影响后】增长2.1%", "影响后续工作", starts="影响后"),
    ExpressionRule("word.pull", "P", r"\L<pull>", "【拉动】增长3.3个百分点", "带领"),
    # The dictionary takes 案由 for a word.
    ExpressionRule("word.from_cases", "Y", r"(?<=[收立结审破发办执]案)由(?=(?:\d{4}年|上年|去年|前一?年)?(?:同期)?的?\d)", "立案【由】2020年的58件增至80件", "收案由高到低", starts="由"),
    ExpressionRule("word.from", "Y", r"(?:由|从)(?!业|事|而|严|优|属|此|于|重|紧|快|中|总)(?=[^，。；]{0,24}(?:\d|[一二三四五六七八九十百千]+[家件项个成])|[^，。；]{0,8}第\s?[一二三四五六七八九十]{1,3}[位名][^，。；]{0,4}(?:升|降|前移|后移|提高|提升|上升|下降|跃|进|退|滑|跌|下滑|变))", "【由】12件提高到30件", "理由", whole=True),
    # 21个市（州）: a bracket that only names what places are called else is a part of the words.
    ExpressionRule("plain.kinds_of_place", "X", r"（[县市区州地盟旗](?:、[县市区州地盟旗]){0,3}）(?<=(?:\d个|[二两三四五六七八九十]个?)[县市区州地盟旗]（[^（）]{1,7}）)", "全省21个市【（州）】第9位", "各县（市）", starts="（"),
    # 国、省控断面: a pause between those who control is a part of the words.
    ExpressionRule("plain.controlled", "X", r"、(?=[省市县区](?:、[市县区])?控)(?<=[国省市]、)", "13个国【、】省控断面", "国、省两级", starts="、"),
    ExpressionRule("mark.comma", ",", r"，", "【，】", ""),
    ExpressionRule("mark.stop", ".", r"[。！？!?]", "【。】", ""),
    ExpressionRule("mark.semicolon", ";", r"；", "【；】", ""),
    ExpressionRule("mark.pause", "/", r"、", "【、】", ""),
    ExpressionRule("mark.colon", ":", r"：|——|--", "【：】", ""),
    ExpressionRule("mark.open", "(", r"[（\[【〔]", "【（】", ""),
    ExpressionRule("mark.close", ")", r"[）\]】〕]", "【）】", ""),
]
