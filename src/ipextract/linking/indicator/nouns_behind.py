"""What the noun behind a number takes from before it: 覆盖20个国家、156个站点城市 → 覆盖站点城市."""

from __future__ import annotations

from ipextract.linking.before_number import raw_label
from ipextract.linking.for_whom import ends_joined
from ipextract.linking.indicator.ellipsis import carried, owners, wholes
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.lists.predicates import tells_nothing
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.walk import Walk
from ipextract.linking.wording import doer
from ipextract.linking.words_end import end_of_words_behind
from ipextract.rules.tokens import Amount

# 其中41%免费: a noun of what came before, of at most so many characters.
_SHORT = 3
# 受理…件，办结…: a noun behind the number that is a deed alone.
_DEED = 8


def awarded(walk: Walk, index: int, behind: str, amount: Amount, aspect: str) -> str:
    """代表团取得29枚金牌、16枚银牌 → 代表团银牌: another award of the same, behind its number."""
    is_award = behind in walk.vocabulary.names.awards and walk.frame is not None and walk.frame.sentence == walk.sentence and walk.frame.level
    return carried.award(Label(walk, index, behind, amount, aspect, walk.frame)) or "" if is_award and walk.frame is not None else ""


def held_by_bodies(walk: Walk, index: int, behind: str, amount: Amount, aspect: str) -> str:
    """物流企业收入21亿元，共拥有1370个物流中心 → 物流企业物流中心: a verb of having before the number makes the noun behind it that of the bodies before."""
    printed = walk.row.words_between(walk.window(index), index).strip()
    if walk.frame is None or not printed.endswith(walk.vocabulary.names.held):
        return ""
    return owners.owner_of_sentence(Label(walk, index, behind, amount, aspect, walk.frame), held=True) or ""


def governed(walk: Walk, index: int, behind: str) -> str:
    """覆盖20个国家、156个站点城市: the words before the first number govern the noun behind the second too."""
    end, label = walk.governing
    # 抽查16家网站的2389部作品: what is done to the one is done to what it has.
    if end == index and not walk.text[: walk.tokens[index].start].endswith((*walk.vocabulary.conjunctions, "的")):
        return ""
    between = walk.row.letters(end, index)
    joined = all(letter == "/" or walk.row.words(place) in walk.vocabulary.joins for place, letter in enumerate(between, end))
    # 建设1个救治中心，5个重症学科，70个急救点，…: in a clause that holds nothing else.
    joined = joined or (between == "," and end_of_words_behind(walk, index) < len(walk.tokens) and walk.tokens[end_of_words_behind(walk, index)].letter == "," and tells_nothing(walk, behind))
    if not label or not end <= index <= end + 1 or not joined or walk.namer.starts_with_verb(behind):
        return ""
    walk.governing = walk.after_until, label
    return label + behind


def on_sides(walk: Walk, index: int, behind: str) -> str:
    """审计查出问题 of 审计查出的10个方面20个问题: how many things there are on the sides, or of the classes, counted right before, with the attribute of those; empty where something else was counted."""
    last, names = walk.drafts[-1] if walk.drafts else None, walk.vocabulary.names
    if last is None or last.kind != "count" or walk.row.letters(last.token, index + 1) not in ("#X#", "##"):
        return ""
    between = walk.row.words_between(last.token + 1, index).strip()
    if between not in names.sides_counted and not (not between and last.unit in names.class_units):
        return ""
    told = last.indicator.removesuffix(between)
    return told + behind if told.endswith(names.found_by_whom) and not walk.namer.starts_with_verb(behind) else ""


def acted_on(walk: Walk, index: int, behind: str) -> str:
    """企业融入区域产业链 of 770家企业融入6条区域产业链: what those counted before do to the things counted here."""
    before = walk.drafts[-1].token if walk.drafts else index
    if set(walk.row.letters(before + 1, index)) != {"X"} or walk.tokens[before].letter != "#":
        return ""
    if ends_joined(walk, index):
        return ""
    said = walk.namer.clean(walk.row.words_between(before + 1, index), head=False)
    who = doer(walk, said, index)
    return (said if who != said else "") + behind


def part_behind(walk: Walk, index: int, behind: str, amount: Amount, aspect: str) -> str:
    """查处侵权案件23件，包括11件假冒专利案件 → 查处假冒专利案件: what was done to the whole, where the part's noun stands behind its number."""
    whole = walk.parent
    if walk.parts_from is None or whole is None or walk.frame is None or whole.unit != amount.unit or walk.namer.starts_with_verb(behind) or behind.startswith(walk.vocabulary.names.origins):
        return ""
    return wholes.deed_of_whole(Label(walk, index, behind, amount, aspect, walk.frame)) or ""


def given_by_place(walk: Walk, index: int, amount: Amount) -> str:
    """发明专利申请 of 发明专利申请5万件，其中2万件来自杭州, and of 有2万件为杭州贡献: the things counted before, of which the words behind say what place they are of; empty where they say none."""
    names, first = walk.vocabulary.names, walk.tokens[index].end
    if not walk.text.startswith((*names.origins, *names.given_by), first):
        return ""
    stop = next((place for place in range(index + 1, len(walk.tokens)) if walk.tokens[place].letter in CLAUSE_ENDS), len(walk.tokens))
    word = next(word for word in (*names.origins, *names.given_by) if walk.text.startswith(word, first))
    found = walk.gazetteer.at(walk.text, first + len(word), walk.setting.home)
    rest = walk.text[found[0] : walk.tokens[stop - 1].end].strip() if found is not None else ""
    if found is None or not (rest in names.giving if word in names.given_by else not rest):
        return ""
    things = _things_before(walk, amount)
    if things:
        walk.region, walk.region_named, walk.region_token = found[1], True, index + 1
        walk.after_until = end_of_words_behind(walk, index)
    return things


def named_behind(walk: Walk, index: int, behind: str, amount: Amount) -> str:
    """72家企业投保知识产权类保险 by itself; 受理案件109件，109件办结 with the thing before."""
    frame = walk.frame
    if (things := _told_behind(walk, behind, amount)):
        return behind + things
    if amount.kind == "percentage" and frame is not None and frame.level and len(behind) <= _SHORT:
        # 其中41%免费: of what came before.
        return behind + frame.parts.object
    if frame is not None and frame.level and frame.sentence == walk.sentence and walk.namer.starts_with_verb(behind) and len(behind) <= _DEED and walk.text[walk.tokens[index].start - 1] not in walk.vocabulary.qualifiers.done_to:
        walk.kept = frame.parts
        if behind.endswith(deeds := tuple(walk.vocabulary.names.deeds_to_titles)) and frame.parts.measure.startswith(deeds):
            # 专利申请量16384件，12467件获得授权: what was asked for is not what was granted; 获得专利授权 says of what.
            return behind if any(title in behind for title in walk.vocabulary.names.titles) else frame.parts.topic + behind
        # 1项作品获中国版权金奖，3项获银奖: the same again is said of the thing alone.
        head, found, _ = frame.parts.object.partition(walk.namer.words(behind)[0])
        return (head if found and head else frame.parts.object) + behind
    return behind + (_held_before(walk, index) if behind in walk.vocabulary.names.joining_in and amount.unit in walk.vocabulary.people_units else "")


def _held_before(walk: Walk, index: int) -> str:
    """专业培训 of 开展烹饪、美发等专业培训，共260人参加: what the clause before says was held; empty where it says nothing such, or counts something."""
    names, stop = walk.vocabulary.names, walk.row.clause_start(index)
    first = walk.row.clause_start(stop - 1) if stop > walk.sentence_start and walk.tokens[stop - 1].letter == "," else stop
    if first >= stop or walk.row.has_claim(first, stop):
        return ""
    told = walk.namer.without_examples(raw_label(walk, first, stop - 1))
    held = told[len(deed_in_front(walk.namer, names, told)) :]
    return held if held != told and held.endswith(names.gatherings) else ""


def _told_behind(walk: Walk, behind: str, amount: Amount) -> str:
    """商标注册申请 of 受理商标注册申请2万件。其中，1.5万件来自省内: the things counted before, of which the words behind tell some; empty where they tell none."""
    return _things_before(walk, amount) if behind.startswith(walk.vocabulary.names.origins) else ""


def _things_before(walk: Walk, amount: Amount) -> str:
    """专利申请 of 受理专利申请2万件: the things counted before in the unit of the number, without what was done to them; empty where none were."""
    whole = walk.parent if walk.parts_from is not None else walk.frame
    if whole is None or not whole.level or whole.unit != amount.unit or whole.sentence < walk.sentence - 1:
        return ""
    # 2.1万件来自电话，0.8万件来自网络: each is of what was counted first.
    name = whole.parts.object if whole.name.startswith(walk.vocabulary.names.origins) else whole.name
    things = name[len(deed_in_front(walk.namer, walk.vocabulary.names, name)) :]
    if "的" in things:
        return ""
    walk.kept = whole.parts
    return things


def lacks_noun(walk: Walk, label: str, behind: str) -> bool:
    """新增12家企业: whether the words before the number need the noun behind it; 购买汽车320辆车 say it already."""
    if len(behind) == 1 and label.endswith(behind):
        return False
    if not walk.namer.has_measure(label):
        return True
    if behind in walk.vocabulary.names.general and walk.namer.starts_with_verb(label):
        # 出台降低企业成本35条措施: what a measure is aimed at is not measured.
        return True
    last = walk.namer.words(label)[-1]
    if last != label and last in walk.vocabulary.names.outlays and behind.endswith(walk.vocabulary.names.owners) and not walk.namer.starts_with_verb(behind):
        # 以直投方式投资6家企业: money put into bodies measures none of them.
        return True
    return walk.namer.is_bare(label) and not walk.namer.starts_with_verb(behind)
