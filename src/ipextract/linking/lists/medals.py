"""Medals told in short: 在亚运会上夺得3金2银1铜."""

from __future__ import annotations

from ipextract.linking.before_number import clean_label
from ipextract.linking.frames import Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.walk import Walk
from ipextract.rules.readings import LEVEL

#: The rule that finds them.
RULE = "number.medals"


def name_medals(walk: Walk, index: int) -> None:
    """亚运会金牌, 亚运会银牌, 亚运会铜牌 of 在亚运会上夺得3金2银1铜: the walk keeps what was won for each number of the row that the one at `index` begins."""
    tokens, place = walk.tokens, index
    head = clean_label(walk, walk.window(index), index)
    head = _event(walk, head) or head
    while True:
        walk.named[place] = join(head, walk.row.words(place)[-1] + walk.vocabulary.qualifiers.medal), Reading(LEVEL, {})
        following = place + 1 + (walk.row.letters(place + 1, place + 2) == "/")
        if following >= len(tokens) or tokens[following].rule != RULE:
            return
        place = following


def where_won(walk: Walk, label: str) -> str:
    """亚运会 of 在亚运会上斩获8金4银、金牌数居全省首位: where the medals told right before were won, whose number `label` names; empty where none were told, or nowhere is named."""
    last = walk.drafts[-1] if walk.drafts and label.startswith(walk.vocabulary.names.awards) else None
    if last is None or last.token < walk.sentence_start or walk.tokens[last.token].rule != RULE:
        return ""
    ranks = walk.vocabulary.ranks
    return next((head for noun in walk.vocabulary.names.awards if (head := last.indicator.removesuffix(noun)) != last.indicator and head.endswith(ranks.events)), "")


def _event(walk: Walk, words: str) -> str:
    """杭州亚运会 of 运动员在杭州亚运会上夺得; empty where nowhere is named."""
    ranks = walk.vocabulary.ranks
    event = next((head for word in ranks.held if (head := words.partition(word)[0]) != words and head.endswith(ranks.events)), "")
    return next((event.partition(word)[2] for word in walk.vocabulary.names.located if word in event), event)
