"""What the numbers behind 其中 are parts of: 有效发明专利3072件，每万人口1.3件。其中企业1520件."""

from __future__ import annotations

from dataclasses import replace

from ipextract.linking.frames import Frame
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.row import REACH, Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import NUMBERS, Amount, Token


def _next_numeral(walk: Walk, index: int) -> int | None:
    """The token of the number behind the token at `index`; None where none is near."""
    return next((place for place in range(index + 1, min(len(walk.tokens), index + REACH)) if walk.tokens[place].letter in NUMBERS), None)


def _is_of_all(walk: Walk, index: int) -> bool:
    """有效发明专利3072件，每万人口1.3件。其中企业1520件: whether the part behind 其中 is counted one by one, and more than the mean before it."""
    place = _next_numeral(walk, index)
    amount = walk.tokens[place].value if place is not None else None
    if place is None or not isinstance(amount, Amount) or walk.row.places(index, place) or walk.frame is None or walk.frame.draft is None:
        return False
    return amount.unit == walk.frame.unit and amount.value == amount.value.to_integral_value() and amount.value > walk.frame.draft.value


def _is_of_whole_again(walk: Walk, index: int) -> bool:
    """申请2.2万件。其中，2万件来自省内；0.2万件来自省外。其中吴兴区0.9万件: whether the part behind 其中 is more than the part before it, and so of their whole."""
    whole, last = walk.parent, walk.frame.draft if walk.frame is not None else None
    if whole is None or last is None or last.parent is None or last.parent is not whole.draft or last.aspect != "level":
        return False
    place = _next_numeral(walk, index)
    amount = walk.tokens[place].value if place is not None else None
    return isinstance(amount, Amount) and amount.unit == whole.unit == last.unit and amount.value > last.value


def _is_all_of_breakdown(walk: Walk) -> bool:
    """从申请人类型看，职务申请2656件，增长11.2%。其中，大专院校900件: whether the breakdown of the sentence before told one thing alone, which those behind 其中 are parts of."""
    sentence, begun, _ = walk.broken_down
    return sentence == walk.sentence - 1 and len({draft.indicator for draft in walk.drafts if draft.token > begun}) == 1


def _counted_behind_rate(walk: Walk, index: int) -> Frame | None:
    """代理专利申请2.3万件，代理率88%，其中发明1.0万件: what the sentence counted first, where a rate alone was told since and the part behind 其中 is counted as that was; None where it is not."""
    first, frame = walk.sentence_first, walk.frame
    place = _next_numeral(walk, index)
    amount = walk.tokens[place].value if place is not None else None
    if frame is None or first is None or first is frame or frame.unit != "%" or not frame.level or not isinstance(amount, Amount) or amount.kind != "count":
        return None
    is_near = walk.tokens[index - 1].letter in ",(" and first.sentence == walk.sentence and first.draft is not None and walk.drafts[-2:-1] == [first.draft]
    return first if is_near and first.unit == amount.unit and first.level else None


def _counted_behind_mean(walk: Walk, index: int) -> Frame | None:
    """总诊疗人次3856万人次，居民平均就诊6.6次。其中，医院1620万人次: what was counted right before a mean over it, where the part behind 其中 is counted as that was; None where it is not."""
    frame, before = walk.frame, walk.drafts[-2] if len(walk.drafts) > 1 else None
    if frame is None or before is None or frame.draft is not walk.drafts[-1] or frame.unit == before.unit or not any(mean in frame.name for mean in walk.vocabulary.names.means):
        return None
    place = _next_numeral(walk, index)
    amount = walk.tokens[place].value if place is not None else None
    if not isinstance(amount, Amount):
        return None
    is_near = before.aspect == "level" and before.parent is None and "." not in walk.row.letters(before.token, frame.draft.token)
    if not is_near or amount.unit != before.unit or amount.value > before.value:
        return None
    return Frame(before.indicator, walk.namer.take_apart(before.indicator), before.indicator, before.unit, before, frame.sentence, level=True)


def part_whole_within(row: Row, namer: Namer, vocabulary: Vocabulary) -> None:
    """3326件发明专利中，企业2156件: behind a number of things and 中 a group, or things of the same noun, counted as they are, are part of them, as behind 其中."""
    tokens = row.tokens
    for index in range(len(tokens) - 4, 0, -1):
        whole, among, part = tokens[index - 1], tokens[index], tokens[index + 3]
        if row.letters(index - 1, index + 4) != "#X,X#" or vocabulary.names.within[0] != row.text[among.end - 1] or part.value.unit != whole.value.unit:
            continue
        if row.words(row.clause_start(index)).startswith(vocabulary.names.located):
            # 在全市86所学校中，高中12所: in what a preposition tells of.
            continue
        noun, name = row.text[among.start : among.end - 1], namer.clean(row.words(index + 2))
        if not (namer.is_group(name) or (noun and name.endswith(namer.words(noun)[-1]))):
            # 判决的860件中，适用惩罚性赔偿26件: what was done in some of them.
            continue
        marked = [Token("D", among.end - 1, among.end)]
        tokens[index : index + 1] = [replace(among, end=among.end - 1), *marked] if noun else marked


def begin_parts(walk: Walk, index: int) -> None:
    """审结案件120件，其中民事案件90件: what stands behind the token at `index` are parts of what was spoken of before, or of the whole of that."""
    before = walk.row.before(index)
    if walk.parts_from is not None and before is not None and before.letter == "," and walk.frame is not None and walk.frame.draft is not None and walk.frame.level:
        # 审结案件120件，其中民事案件90件；新设企业3000户，其中外资企业20户: the second are parts of what stands right before.
        walk.parent = walk.frame
    elif walk.frame is not None and walk.frame.level and _is_all_of_breakdown(walk):
        walk.parent = walk.frame
    counted = _counted_behind_rate(walk, index) or _counted_behind_mean(walk, index)
    if counted is not None:
        walk.frame = walk.parent = counted
    is_of_whole = _is_of_whole_again(walk, index) or (walk.frame is not None and bool(walk.namer.per_head_of(walk.frame.name)) and _is_of_all(walk, index))
    if is_of_whole and walk.frame is not None and walk.parent is not None:
        walk.frame = walk.parent._replace(sentence=walk.frame.sentence)
    whole = walk.parent.draft if walk.parent is not None else None
    if index == walk.sentence_start and whole is not None and whole.period is not None and whole.period.day:
        # 10月1日，接待游客294万人次。其中，…: parts are of the time of their whole.
        walk.period = whole.period
    walk.parts_from = index
