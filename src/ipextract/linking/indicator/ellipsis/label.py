"""A number's own words, beside what they may continue."""

from __future__ import annotations

from ipextract.linking.frames import Draft, Frame
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Amount

# The letters of `Label.facts` for what a number states, and for its kind.
_OF_ASPECTS = {"level": "LG", "share": "lAG", "change": "lC", "gap": "l", "rank": "l"}
_OF_KINDS = {"count": "#", "percentage": "%", "money": "Y"}


class Label:
    """A number's own words, and what they may continue.

    Attributes:
        walk: the walk.
        namer: the walk's namer.
        vocabulary: the walk's vocabulary.
        index: the number's token.
        text: the words.
        parts: the words taken apart.
        amount: the number.
        aspect: what it states.
        frame: the indicator before.
        is_level, is_rate_of_change: whether it states a level, or at what rate one changed (增长21%, 增长1.3倍).
        in_same_sentence, has_same_unit: whether the indicator before stands in its sentence, and has its unit.
    """

    __slots__ = ("amount", "aspect", "frame", "has_same_unit", "in_same_sentence", "index", "is_level", "is_rate_of_change", "namer", "parts", "text", "vocabulary", "walk")

    def __init__(self, walk: Walk, index: int, text: str, amount: Amount, aspect: str, frame: Frame) -> None:
        self.walk, self.namer, self.vocabulary = walk, walk.namer, walk.vocabulary
        self.index, self.text, self.amount, self.aspect, self.frame = index, text, amount, aspect, frame
        self.parts = walk.namer.take_apart(text)
        self.is_level = aspect == "level"
        self.is_rate_of_change = aspect == "change" and amount.kind in ("percentage", "multiple")
        self.in_same_sentence = frame.sentence == walk.sentence
        self.has_same_unit = amount.unit == frame.unit

    @property
    def facts(self) -> str:
        """What completions ask for first, by letters.

        The same Sentence or an earlier one (s), the same Unit; a Level or none (l), or an Aspect that is a share, a Change, Given as an amount (a level or a share);
        Parts; a Measure and a Verb, or none (m, v), a measure alone (R), and a measure of the Frame; a Topic or a suBject of the clause before, something told in an Order; people
        (Heads) or Yuan counted, the kinds # and %, which is that of any rate of change, too; an Ending or a beginning (W) that few names have, words that are a whole name (K), signs that are no letters (N).
        """
        walk, parts, amount, names, text = self.walk, self.parts, self.amount, self.vocabulary.names, self.text
        ends, starts = names.telling_ends, names.telling_starts
        return (
            f"{'S' if self.in_same_sentence else 's'}{'U' if self.has_same_unit else ''}{_OF_ASPECTS[self.aspect]}{'%' if self.is_rate_of_change else _OF_KINDS.get(amount.kind, '')}"
            f"{'P' if walk.parts_from is not None else ''}{'M' if parts.measure else 'm'}{'V' if parts.verb else 'v'}"
            f"{'F' if self.frame.parts.measure else ''}{'T' if walk.topic else ''}{'B' if walk.subject else ''}{'O' if walk.tells_order else ''}"
            f"{'E' if text[-2:] in ends or text[-1:] in ends else ''}{'K' if text in names.told_alone else ''}{'W' if text[:2] in starts or text[:1] in starts else ''}"
            f"{'N' if text and not text.isalpha() else ''}{'H' if amount.unit in self.vocabulary.people_units else ''}{'R' if text and (text in names.results or self.namer.is_bare(text)) else ''}"
        )


def whole_behind_parts(label: Label) -> str | None:
    """户籍人口512万人，其中城镇203万人，乡村309万人；男性264万人: what a semicolon parts from the parts narrows the whole again.

    So does a full stop of people: 农村人口占28.6%。男性占51.6%.
    """
    last = label.frame.draft
    if label.walk.parts_from is not None or last is None:
        return None
    if label.aspect == "share" and last.kind == "percentage":
        last = next((draft for draft in reversed(label.walk.drafts) if draft.indicator == last.indicator and draft.aspect == "level"), last)
    if last.parent is None or (label.frame.base != label.frame.name and last is label.frame.draft):
        return None
    between = label.walk.row.letters(last.token, label.index)
    people = label.aspect == "share" and last.parent.unit in label.vocabulary.people_units and "." in between
    return last.parent.indicator if ";" in between or people else None


def whole_of_own_time(label: Label) -> str | None:
    """社会消费品零售总额65.6亿元，其中城镇增长9.3%，乡村增长8.2%；5月当月增长10.2%: a time of its own behind a stop or a semicolon, without a word, is of the whole again and not of the part told last."""
    last, walk, row = label.frame.draft, label.walk, label.walk.row
    first = row.clause_start(label.index)
    if label.text or label.aspect != "change" or last is None or row.letters(first - 1, first + 1) not in (".T", ";T") or "#" in row.letters(last.token + 1, first):
        return None
    if last.parent is not None:
        return last.parent.indicator if last.parent.aspect == "level" else None
    # 其中城镇增长9.3%，乡村增长8.2%: rates alone are no parts of an amount, and are named by it.
    whole = walk.parent.name if walk.parent is not None else ""
    return whole if whole and last.indicator != whole and last.indicator.endswith(whole) and last.token > walk.sentence_start else None


def name_of_whole(walk: Walk) -> str:
    """有效注册商标 of 有效注册商标68万件，其中驰名商标98件，总量居全省第二: all there are, and not the part told last; the indicator before where none was a part."""
    frame, whole = walk.frame, walk.parent
    if frame is None or whole is None or walk.parts_from is None or frame.draft is None or frame.draft.parent is None or frame.draft.parent is not whole.draft:
        return frame.name if frame is not None else ""
    return whole.name


def whole_done_to(label: Label) -> str | None:
    """新收案件560件，其中著作权案件300件、商标权案件150件，审结520件: the whole, where a deed behind its parts is done to all of it.

    So it is behind several parts or a semicolon, and where more was done than the last part holds; not where the same was done to a part before: 其中民事案件298件，审结274件，刑事案件16件，审结13件.
    """
    last, walk = label.frame.draft, label.walk
    whole = last.parent if last is not None else None
    if last is None or whole is None or whole.unit != label.amount.unit or last.unit != whole.unit or last.token < walk.sentence_start or whole.aspect != "level":
        return None
    # 其中受理民事案件564件（含旧存19件），结案548件: what a bracket behind the part tells is no other part.
    told = [draft.indicator for draft in walk.drafts if draft.parent is whole and draft.aspect == "level" and draft.token <= last.token]
    parts = 0 if any(name.startswith(label.text) or name.endswith(label.text) for name in told) else len(told)
    behind = ";" in walk.row.letters(last.token, label.index) or parts > 1 or label.amount.value > last.value
    return whole.indicator if behind and not walk.brackets else None


def whole_of_several(label: Label, last: Draft | None) -> Draft | None:
    """查处案件321件，其中商标案件210件、专利案件85件，罚没款456万元: what `last` and the parts before it were of, where there were several and a comma closes them."""
    walk = label.walk
    whole = last.parent if last is not None else None
    if last is None or whole is None or last.token < walk.sentence_start or walk.brackets or walk.follows_pause(label.index):
        return None
    told = [draft for draft in walk.drafts if whole.token < draft.token <= last.token and draft.aspect == "level"]
    # 其中商标案件210件，罚款30万元，专利案件85件，罚款20万元: each is told of by itself.
    return whole if len(told) > 1 and all(draft.parent is whole for draft in told) else None


def said_before(label: Label, unit: str | None = None) -> list[str]:
    """What the sentence before stated; where a unit is given, what it counted in that."""
    walk = label.walk
    start = walk.sentence_start - 1
    before = max((place + 1 for place in range(start) if walk.tokens[place].letter == "."), default=0)
    return [draft.indicator for draft in walk.drafts if before <= draft.token < start and (unit is None or (draft.aspect == "level" and draft.unit == unit))]
