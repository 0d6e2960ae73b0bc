"""What stands in a row with others of which one thing is told: who has it, and who did it."""

from __future__ import annotations

from ipextract.linking.endings import head_of
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.ellipsis.label import Label

# A body, what it has, and the next body.
_OF_ROW = 3


def is_of_doers(label: Label) -> bool:
    """56名职工提取公积金120万元，1.2万名老人领取补贴85万元: whether nothing but the noun and the deed of those counted right before parts an amount from them."""
    walk, draft = label.walk, label.frame.draft
    is_next = draft is not None and walk.drafts[-1:] == [draft] and draft.kind == "count" and label.is_level and label.amount.kind == "money"
    return is_next and draft is not None and walk.after_until == label.index and walk.row.letters(draft.token, label.index) == "#X"


def had_beside(label: Label) -> str | None:
    """星级饭店28家，客房3456间，床位5678张 → 星级饭店床位: things counted in a row are those of the bodies counted first, and not of each other."""
    walk, frame = label.walk, label.frame
    if label.amount.kind != "count" or not label.is_level or frame.draft is None or frame.draft.kind != "count" or not frame.level or frame.parts.measure:
        return None
    bodies, people = label.vocabulary.names.body_units, label.vocabulary.people_units
    if frame.unit in bodies or frame.unit in people or label.amount.unit in people:
        return None
    begun = walk.segment_start(label.index)
    first = next((draft for draft in walk.drafts if draft.token >= begun and draft.parent is None), None)
    if first is None or first is frame.draft or first.kind != "count" or first.aspect != "level" or first.unit not in bodies:
        return None
    return first.indicator + label.text if first.indicator.endswith((*label.vocabulary.names.owners, *label.vocabulary.names.having_bodies)) else None


def exceeds_whole(label: Label, whole: Draft) -> bool:
    """生猪存栏32万头，其中能繁母猪3万头，出栏56万头: whether there is more of another measure than of the whole, so that no part has it."""
    own = label.namer.take_apart(whole.indicator).measure
    return bool(own) and label.is_level and whole.unit == label.amount.unit and label.amount.value > whole.value and not own.endswith(label.text)


def is_used_beside(label: Label) -> bool:
    """出动车辆35辆次、人员120人次: whether people stand beside things in a list of what one deed took; things have no people."""
    frame = label.frame
    is_next = bool(frame.parts.verb) and not frame.parts.measure and label.walk.follows_pause(label.index)
    return is_next and label.text in label.vocabulary.names.people_nouns and not label.namer.is_group(frame.name)


def running_beside(label: Label) -> str | None:
    """公交运营车辆1256标台，运营线路132条 → 公交运营线路: what runs or is run so, of the same that the part of the sentence began with."""
    names, walk = label.vocabulary.names, label.walk
    verb = next((word for word in names.run_so if label.text.startswith(word) and len(label.text) > len(word)), "")
    if not verb or not label.is_level or not label.in_same_sentence or walk.parts_from is not None:
        return None
    begun = walk.segment_start(label.index)
    first = next((draft.indicator for draft in walk.drafts if draft.token >= begun), "")
    head, found, rest = first.partition(verb)
    return head + label.text if found and rest and len(head) > 1 and not label.namer.starts_with_verb(head) and not head.endswith("的") else None


def mean_of_flow(label: Label) -> str | None:
    """实有经营主体38.6万户，日均新登记154户 → 日均新登记经营主体: how many are added in a day, of what there is so many of."""
    frame, names = label.frame, label.vocabulary.names
    if not label.in_same_sentence or not label.has_same_unit or not label.is_level or not frame.level or frame.parts.measure:
        return None
    mean = head_of(label.text, names.means)
    return label.text + label.namer.stock_of(frame.name) if mean and label.namer.is_flow(label.text.removeprefix(mean)) else None


def sum_of_deed(label: Label) -> str | None:
    """归集住房公积金86亿元，累计归集总额612亿元 → 住房公积金归集总额: the sum of a deed is of the thing that the deed was told of."""
    thing, deed = label.frame.parts.object, label.frame.parts.verb
    is_sum = label.amount.kind == "money" and label.has_same_unit and bool(label.parts.measure) and label.is_level and label.in_same_sentence
    told = is_sum and label.frame.level and len(deed) > 1 and label.text == deed + label.parts.measure
    return thing + label.text if told and len(thing) > 1 and not label.frame.parts.measure else None


def level_of_heading(label: Label) -> str | None:
    """非物质文化遗产项目：国家级12项、省级86项 → 国家级非物质文化遗产项目: levels told behind a colon are of the noun before it."""
    walk = label.walk
    if not label.namer.is_modifier(label.text) or label.parts.measure or not label.is_level:
        return None
    begun = walk.segment_start(label.index)
    colon = next((place for place in range(begun, label.index) if walk.tokens[place].letter == ":"), begun)
    if set(walk.row.letters(begun, colon)) != {"X"} or "," in walk.row.letters(colon, label.index):
        return None
    noun = label.namer.clean(walk.row.words_between(begun, colon))
    is_thing = len(noun) > 1 and not label.namer.has_measure(noun) and not label.namer.starts_with_verb(noun) and not noun.startswith(label.vocabulary.clauses.sorting)
    return label.namer.narrowed_by(label.text, noun) if is_thing and not noun.endswith(label.vocabulary.clauses.looking) else None


def mean_of_group(label: Label) -> str | None:
    """职工医保参保人员住院率18%，次均住院费用1.2万元 → 职工医保参保人员次均住院费用: a mean for each time or day is of those of whom the part of the sentence began to tell a rate."""
    names, walk = label.vocabulary.names, label.walk
    if not label.text.startswith(names.means_of_times) or not label.is_level or not label.in_same_sentence or walk.parts_from is not None:
        return None
    begun = walk.segment_start(label.index)
    first = next((draft for draft in walk.drafts if draft.token >= begun), None)
    if first is None or first.kind != "percentage" or first.aspect != "level":
        return None
    end = max((first.indicator.find(noun) + len(noun) for noun in names.people_nouns if first.indicator.find(noun) > 0), default=0)
    return first.indicator[:end] + label.text if 0 < end < len(first.indicator) else None


def ends_list(label: Label, last: Draft) -> bool:
    """单位56家，其中甲级5家、乙级23家，从业人员1562人: whether `last` ends a list of parts that were told without their noun, and a comma parts it from another measure."""
    walk = label.walk
    before = next((draft for draft in reversed(walk.drafts) if draft.token < last.token), None)
    is_list = before is not None and before.parent is last.parent and walk.follows_pause(last.token)
    said = walk.label_text(walk.window(last.token), last.token).strip()
    return is_list and not label.has_same_unit and walk.row.letters(last.token + 1, last.token + 2) == "," and label.namer.is_modifier(said)


def carried_alone(label: Label, last: Draft) -> bool:
    """牛存栏12万头，其中奶牛1万头，出栏5万头: whether what is counted alike follows a part that was told without the measure of its whole."""
    counted_alike = label.amount.kind == "count" and label.has_same_unit and last.parent is not None and last.parent.unit == label.amount.unit
    return counted_alike and label.namer.has_measure(last.indicator) and not says_measure(label, last)


def says_measure(label: Label, draft: Draft) -> bool:
    """Whether the words in front of the number that `draft` states hold its measure."""
    walk = label.walk
    return label.namer.take_apart(draft.indicator).measure in walk.label_text(walk.window(draft.token), draft.token)


def of_next_body(label: Label) -> str | None:
    """小学46所，在校生2.2万人；初中15所，9300人 → 初中在校生: what the first of a row was told to have, the next has too, whose second number says not of what."""
    walk = label.walk
    if label.text or not label.is_level or len(walk.drafts) < _OF_ROW or walk.brackets:
        return None
    first, had, last = walk.drafts[-_OF_ROW:]
    is_row = first.token >= walk.sentence_start and first.unit == last.unit != had.unit == label.amount.unit and first.aspect == had.aspect == last.aspect == "level"
    if not is_row or not had.indicator.startswith(first.indicator) or last.indicator.startswith(first.indicator) or walk.row.letters(last.token + 1, label.index) not in (",", "/"):
        return None
    return last.indicator + had.indicator.removeprefix(first.indicator)
