"""What someone has, or gives, of all there is: 民营经济贡献了60%以上的税收、70%以上的专利."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Reading
from ipextract.linking.row import CLAUSE_ENDS, REACH
from ipextract.linking.walk import Walk
from ipextract.rules.readings import LEVEL, OF_PLACE

_PER_CENT, _OF = "%", "的"


def name_contributed(walk: Walk, index: int) -> None:
    """民营经济贡献税收, 民营经济贡献专利: the walk keeps a name for the share at `index`, behind a verb of having a part and in front of 的 and of what, and for those that a pause or a conjunction joins to it."""
    names, row = walk.vocabulary.names, walk.row
    if not walk.text.startswith(_OF, walk.tokens[index].end) or walk.tokens[index].value.kind != "percentage":
        return
    start, place = walk.window(index), row.before(index)
    whole = place if place is not None and place.letter == "R" else None
    said = without_end(walk.label_text(start, index - (whole is not None)).rstrip(), names.done_marks)
    word = next((verb for verb in names.having_part if said.endswith(verb)), "")
    if not word or walk.namer.words(said)[-1] != word or not set(row.letters(start, index)) <= set("XRTP"):
        return
    deed = walk.labeller.label(said).text
    member: int | None = index
    while member is not None:
        thing, following = _thing_behind(walk, member)
        if not thing:
            return
        walk.named[member] = deed + thing, Reading(LEVEL if whole is None else OF_PLACE, {})
        walk.shared[member] = None if whole is None else walk.text[whole.start : whole.end]
        if walk.setting.home is not None:
            # 聚集了全国30%的投入: of the nation is what is not at home.
            walk.placed[member] = walk.setting.home
        member = following


def _thing_behind(walk: Walk, index: int) -> tuple[str, int | None]:
    """税收 | the next share, of 60%以上的税收、70%以上的专利: of what the share is, and where the next one stands that goes on with it; nothing where that cannot be told."""
    row, tokens = walk.row, walk.tokens
    stop = next((place for place in range(index + 1, min(len(tokens), index + REACH)) if tokens[place].letter in CLAUSE_ENDS or tokens[place].letter in "/%,"), len(tokens))
    if set(row.letters(index + 1, stop)) != {"X"}:
        return "", None
    printed = row.words_between(index + 1, stop).strip().removeprefix(_OF)
    thing = walk.namer.clean(without_end(printed, walk.vocabulary.conjunctions))
    # 贡献了50%以上的税收，60%以上的生产总值
    following = stop + (row.letters(stop, stop + 1) in ("/", ","))
    goes_on = row.letters(following, following + 1) == _PER_CENT and (following > stop or thing != printed) and walk.text.startswith(_OF, tokens[following].end)
    return ("", None) if _OF in thing or not thing else (thing, following if goes_on else None)
