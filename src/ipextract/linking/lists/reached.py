"""Things that are told by how many others they reach: 受理涉及12个国家的商标案件36件."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Reading
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.walk import Walk
from ipextract.rules.readings import LEVEL


def name_reached(walk: Walk, index: int) -> None:
    """商标案件涉及国家 and 受理涉及12个国家的商标案件: the walk keeps a name for the number at `index`, which stands in front of 的, and for that of the things behind it."""
    amount, row, names = walk.tokens[index].value, walk.row, walk.vocabulary.names
    if amount.kind != "count" or amount.bounded_after or amount.upper is not None or row.letters(index, index + 3) != "#X#" or walk.tokens[index + 2].value.kind not in ("count", "money"):
        return
    noun, found, things = row.words(index + 1).partition("的")
    start = walk.window(index)
    said = walk.label_text(start, index).rstrip()
    before = without_end(said, tuple(names.everywhere))
    verb = next((word for word in names.reaching_things if before.endswith(word)), "")
    things = walk.namer.clean(things)
    if not (verb and found and noun and things) or "的" in things or walk.namer.words(before)[-1] != verb:
        return
    deed = walk.labeller.label(before.removesuffix(verb)).text
    frame = walk.frame
    if not deed and frame is not None and frame.sentence == walk.sentence and frame.unit == walk.tokens[index + 2].value.unit:
        # 受理涉及30个省份的专利案件215件，涉及12个国家的商标案件36件
        deed = deed_in_front(walk.namer, names, frame.name)
    which = said[len(before) - len(verb) :] + walk.text[walk.tokens[index].start : walk.tokens[index].end] + noun
    # 产品销往30个国家的企业: what of theirs reaches so far.
    who = deed if deed and not walk.namer.starts_with_verb(deed) else walk.namer.without_deeds(things)
    walk.named[index] = who + verb + noun, Reading(LEVEL, {})
    walk.named[index + 2] = f"{deed}{which}的{things}", Reading(LEVEL, {})
