"""What a file says of itself between two lines of dashes at its head: title, day, source (YAML front matter)."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from ipextract.patterns import lazily
from ipextract.reading.document import Block

_RULE = "---"
# The values of interest stand on one line each; lists and texts over several lines are passed over.
_PAIR = lazily(re.compile, r"(?P<key>[A-Za-z_]{2,20}|[\u4e00-\u9fff]{2,8})\s*[:：]\s*(?P<quote>[\"']?)(?P<value>[^\n]*?)(?P=quote)\s*")
_LONGEST = 4000
_TITLES = ("title", "标题")
# The keys under which the head of a page names the same.
_KEYS = {"title": "标题", "date": "发布日期", "published": "发布日期", "pubdate": "发布日期", "publisher": "发布机构", "source": "来源", "author": "来源"}


class FrontMatter(NamedTuple):
    """What stands at the head of a file.

    Attributes:
        end: where the text itself begins; 0 where there is no such head.
        stated: keys, as pages print them, and values.
        blocks: one for each line, the title's a block of its own.
    """

    end: int
    stated: dict[str, str]
    blocks: tuple[Block, ...]


def find_front_matter(text: str) -> FrontMatter:
    """The head of `text`; an empty one where it does not begin with a line of three dashes, or no second one follows."""
    if not text.startswith(_RULE + "\n"):
        return FrontMatter(0, {}, ())
    closing = text.find(f"\n{_RULE}\n", 0, _LONGEST)
    if closing < 0:
        return FrontMatter(0, {}, ())
    stated: dict[str, str] = {}
    blocks = []
    start = 0
    end = closing + len(_RULE) + 1
    for line in text[:end].split("\n"):
        pair = _PAIR.fullmatch(line)
        value = pair["value"].strip() if pair is not None else ""
        if pair is not None and value:
            key = pair["key"].lower()
            stated.setdefault(_KEYS.get(key, key), _day(value) if _KEYS.get(key) == "发布日期" else value)
        if pair is not None and value and pair["key"].lower() in _TITLES:
            first = start + pair.start("value")
            blocks += [Block("metadata", start, first), Block("title", first, first + len(pair["value"].rstrip()), 5)]
        elif line.strip():
            blocks.append(Block("metadata", start, start + len(line)))
        start += len(line) + 1
    return FrontMatter(end + 1, stated, tuple(blocks))


def _day(value: str) -> str:
    """Fri, 17 Sep 2021 11:05:53 GMT → 2021-09-17; another form as it stands."""
    try:
        found: date = parsedate_to_datetime(value).date()
    except (TypeError, ValueError, IndexError):
        return value
    return found.isoformat()
