"""Where the words that name a number stand: right before it, in the clause before, or outside its bracket."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.linking.before_number import clean_label
from ipextract.linking.between_numbers import did_wrong, places_do, whom_and_deed
from ipextract.linking.for_whom import is_for_someone
from ipextract.linking.frames import Reading
from ipextract.linking.indicator.subjects import told_first
from ipextract.linking.relation.more_done import MORE_DONE, deed_compared
from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS, Amount

# 增长势头良好，…: words between basis and verb up to this length are an adverb, longer ones belong to the name.
_ADVERB = 4
# 少收案|28件|，|多执结
_BESIDE = 3
# 全国|平均水平
_MEAN = 2
# 专利申请超过1000件的县, 授权量100件以上的企业
_BEYOND = lazily(compiled, r"(?P<measure>[^\d，。；]{2,20}?)\d[\d.]*[万亿]?(?P<limit>[^\d，。；的]{1,5})的")


def label_start(start: int, reading: Reading) -> int:
    """The first token of the words that name the indicator, by its reading."""
    return reading.spans.get("label", (start, start))[0]


def printed_label(walk: Walk, index: int, start: int, reading: Reading) -> str:
    """The words before the number that name the indicator."""
    rule, first = reading.rule.name, label_start(start, reading)
    last = index if rule in ("level", "level.pull") else reading.spans.get("label", (start, start))[1]
    if reading.rule.aspect == "change" and "A" in walk.row.letters(first, last):
        # 出口…，占全省份额提升0.3个百分点: what moved is the share of 出口.
        return clean_label(walk, first, first + walk.row.letters(first, last).index("A"))
    if rule.startswith("change."):
        # 通过预审服务推动授权量增长28.8%: what grew stands behind what set it going.
        first = max((place + 1 for place in range(first, last) if walk.row.words(place) in walk.vocabulary.pushes), default=first)
    split = _behind_having(walk, first, last)
    label = split if split is not None else clean_label(walk, first, last)
    if rule == "change.reach" and set(walk.row.letters(first, last)) == set("YT#"):
        # 从2009年的570件到2011年的820件: from where it went names nothing.
        return ""
    if rule == "share.noun" and (among := walk.namer.split_among(walk.row.words_between(first, last)))[1]:
        # 工业经济在全市总量占比达到16%
        # 在全国占比达到1.2%: nothing but among whom.
        return walk.namer.clean(among[0])
    if rule == "level.pull":
        return walk.namer.clean(_without_foresight(walk, walk.label_text(first, last).replace("\n", "")), head=False)
    if rule == "change.rate" and not label:
        return _clause_of_rate(walk, start, reading)
    if reading.rule.aspect == "gap" and not label:
        return _clause_of_list(walk, start, reading)
    if rule == "change.verb":
        verb = reading.spans["verb"][0]
        if walk.tokens[verb].rule == MORE_DONE and (done := _done(walk, verb)):
            # 同比多发放贷款12亿元
            return done
        adverb_start, adverb_stop = reading.spans["adverb"]
        between = walk.label_text(adverb_start, adverb_stop)
        said = walk.namer.clean(between)
        # 与去年同期相比达标天数增加1天: what changed, and not how; in 比上年决算数增长 it is compared with.
        names = said.endswith(walk.vocabulary.names.measure_endings) and walk.row.words_between(*reading.spans["basis"]).endswith(walk.vocabulary.comparison.closing_words)
        if len(between) > _ADVERB or not reading.says("basis") or walk.namer.has_measure(said) or names:
            return _behind_done(walk, first, max(first, adverb_stop))
    return label


def _done(walk: Walk, verb: int) -> str:
    """发放贷款 of 多发放贷款: what was done more of, with the thing that it was done to; empty where the verb stands alone."""
    done = deed_compared(walk.row.words(verb).strip(), walk.vocabulary)
    if done in walk.vocabulary.names.casualties or (verb >= _BESIDE and walk.tokens[verb - _BESIDE].rule == MORE_DONE):
        # 死3人，同比多死1人; 少收案28件，多执结36件
        return done
    return walk.namer.clean(done) if len(walk.namer.words(done)) > 1 or walk.namer.has_measure(done) else ""


def _without_foresight(walk: Walk, words: str) -> str:
    """科技进步贡献率 of 预计科技进步贡献率: a pull keeps its verb, and no word that only foresees it."""
    return next((words.removeprefix(word) for word in walk.vocabulary.ahead.foreseeing if words.startswith(word)), words)


def _behind_done(walk: Walk, first: int, last: int) -> str:
    """企业用电成本 of 完成电网改造、企业用电成本降低8%: what changed stands behind what was completed."""
    label, names = clean_label(walk, first, last), walk.vocabulary.names
    done, _, rest = label.rpartition("、")
    if not done.endswith(names.works) or rest.endswith(names.works) or walk.namer.starts_with_verb(rest):
        return label
    return rest if walk.label_text(first, last).lstrip().startswith(names.completing) else label


def _clause_of_rate(walk: Walk, start: int, reading: Reading) -> str:
    """居民消费价格涨幅逐步回落，预计全年涨幅6.5%; 工业投资增速较快（8.1%）: the clause before, or outside the bracket, says whose rate it is."""
    if not start or walk.tokens[start - 1].letter not in ",(":
        return ""
    first = walk.row.clause_start(start - 1)
    noun = next((place for place in range(first, start - 1) if walk.tokens[place].letter == "E"), None)
    if noun is None or walk.row.has_number(first, noun if walk.tokens[start - 1].letter == "(" else start - 1):
        return ""
    return clean_label(walk, first, noun) if walk.row.words(noun) == walk.row.words(reading.spans["noun"][0]) else ""


def _clause_of_list(walk: Walk, start: int, reading: Reading) -> str:
    """地方财政收入增幅，分别高于全省、全市4.6和6个百分点: the clause before says whose rate it is, and nothing of it."""
    if not start or walk.tokens[start - 1].letter != "," or "I" not in walk.row.letters(start, reading.spans["verb"][0]):
        return ""
    first = walk.row.clause_start(start - 1)
    return clean_label(walk, first, start - 2) if walk.tokens[start - 2].letter == "E" and not walk.row.has_number(first, start - 1) else ""


def outside_bracket(walk: Walk, start: int) -> str:
    """次均门诊药费（133.0元）占…: a number alone in a bracket is said of the words before it."""
    if not start or walk.tokens[start - 1].letter != "(":
        return ""
    place = _place_outside(walk, start - 1)
    if place is None and walk.frame is not None and (mean := _mean_of_place(walk, start - 1)) is not None:
        walk.region, walk.region_named, walk.region_token = mean, True, start
        return walk.frame.name
    if place is not None and walk.frame is not None:
        # 排在前面的是德清县（8333件，增长13.2%）: the bracket is of the place.
        walk.region, walk.region_named, walk.region_token = place, True, start
        return _measured_beyond(walk, walk.tokens[start].value) or walk.frame.name
    first = walk.row.words_start(start - 1)
    if walk.row.has_number(first, start - 1):
        return ""
    name = told_first(walk, first, start - 1) or clean_label(walk, first, start - 1)
    # 分别是甲大米、乙红茶、丙香蕉（2件）: of the last of those told apart.
    return name.rpartition("、")[2] if "、" in name and walk.row.words_between(first, start - 1).strip().startswith(walk.vocabulary.respectively) else name


def _mean_of_place(walk: Walk, bracket: int) -> Division | None:
    """每万人口拥有量49.7件，是全国平均水平（19.6件）的2.5倍: the place whose mean the bracket gives."""
    if bracket < _MEAN or walk.row.letters(bracket - _MEAN, bracket) != "RX" or walk.row.words(bracket - 1) not in walk.vocabulary.averages:
        return None
    place: Division | None = walk.tokens[bracket - _MEAN].value
    return place


def _measured_beyond(walk: Walk, amount: Amount) -> str:
    """专利申请 of 专利申请超过1000件的县: by what those listed are beyond a limit, where the number is counted as the limit is."""
    name = walk.frame.name if walk.frame is not None else ""
    found = _BEYOND.match(name)
    if found is None or not amount.unit or not found["limit"].startswith(amount.unit):
        return ""
    measure = next((found["measure"].removesuffix(word) for word in walk.vocabulary.bounds_before if found["measure"].endswith(word)), found["measure"])
    return walk.namer.clean(measure)


def _place_outside(walk: Walk, bracket: int) -> Division | None:
    """The place whose name ends right before the bracket."""
    before = walk.row.before(bracket)
    if before is None or before.letter == "R":
        return before.value if before is not None else None
    found = walk.gazetteer.before(walk.text, before.end, walk.setting.home) if before.letter == "X" else None
    return found[1] if found is not None else None


def clause_before_verb(walk: Walk, start: int, index: int) -> str:
    """其次是人均财产净收入，达12517元: a verb alone is said of the clause before it, where that has no number."""
    if walk.label_text(start, index).strip() not in walk.vocabulary.names.reached or not start or walk.tokens[start - 1].letter != ",":
        return ""
    first = walk.row.clause_start(start - 1)
    if walk.row.has_number(first, start - 1) or walk.tokens[first].letter in "TRD":
        return ""
    label = clean_label(walk, first, start - 1)
    return label if walk.namer.has_measure(label) else ""


def says_stock(walk: Walk, text: str) -> bool:
    """累计达, 达到: the level that a stock has reached."""
    return walk.namer.is_stock(text) or text in walk.vocabulary.names.reached


def _behind_having(walk: Walk, first: int, last: int) -> str | None:
    """Behind another number of the clause, the label begins after 有, 包括, 完成: 33项专利共有金奖1项."""
    place = first - 1
    while place > 0 and walk.tokens[place].role == "qualifier" and walk.tokens[place].letter == "#":
        # 为4.2万名80周岁以上老人发放尊老金: the bound is of those counted.
        place -= 1
    previous = walk.tokens[place] if place >= 0 else None
    if previous is None or previous.letter not in NUMBERS or previous.role != "claim" or previous.letter != "#":
        return None
    for_someone = is_for_someone(walk, walk.row.words_start(place), place)
    text = walk.label_text(first, last)
    split = whom_and_deed(walk, text) if for_someone else did_wrong(walk, text) or walk.namer.before_having(text) or places_do(walk, text)
    return None if split is None else walk.namer.clean(split[1])
