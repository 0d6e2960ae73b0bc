"""What a page says of its article outside of it: meta elements, the portal's table of keys and values, the title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from ipextract.patterns import lazily
from ipextract.reading.facts import METADATA_KEYS
from ipextract.reading.html.page import Line, Page, Piece, Table

# The meta elements that government sites must have (政府网站发展指引), and those of other publishing systems,
# with the keys of the portals' tables that say the same.
_METAS = {
    "articletitle": ("ArticleTitle", "标题"),
    "pubdate": ("PubDate", "发布日期"),
    "contentsource": ("ContentSource", "来源"),
    "sitename": ("SiteName", ""),
    "siteidcode": ("SiteIDCode", ""),
    "columnname": ("ColumnName", ""),
    "author": ("Author", ""),
    "keywords": ("Keywords", ""),
    "og:title": ("og:title", "标题"),
    "og:site_name": ("og:site_name", ""),
    "article:published_time": ("article:published_time", "发布日期"),
    "publishdate": ("PublishDate", "发布日期"),
    "publishtime": ("PublishTime", "发布日期"),
    "firstpublishedtime": ("FirstPublishedTime", "发布日期"),
    "source": ("Source", "来源"),
}
_SAME = {
    "发文机构": "发文机关",
    "制发机关": "发文机关",
    "公开主体": "发布机构",
    "发布部门": "发布机构",
    "发文时间": "发文日期",
    "成文时间": "成文日期",
    "印发日期": "发文日期",
    "公开时间": "公开日期",
}
_KEYS = frozenset(key for key in METADATA_KEYS if len(key) > 1) | frozenset(_SAME) | {"发布单位", "公文时效", "有效状态", "统一登记号"}
# They change with each visit, or are buttons.
_UNKEPT = frozenset("浏览次数 点击数 阅读次数 浏览量 阅读量 点击量 访问量 浏览数 阅读数 字号 字体 文件下载".split())
# What heads a column as well is a key with a colon alone.
_WITH_COLON = frozenset("日期 时间 责编".split())
_AS_PRINTED = sorted(_KEYS | _UNKEPT | _WITH_COLON, key=len, reverse=True)
# A key may be spaced out: 索 引 号：
_PAIR = lazily(re.compile, r"(?<![\u4e00-\u9fff])(?P<key>" + "|".join(r"[\s\u3000]*".join(key) for key in _AS_PRINTED) + r")[\s\u3000]*[:：]")
_BUTTONS = lazily(re.compile, r"[\[【(（]\s*(?:字|大|打印|收藏|分享|小).*|(?:分享|打印|关闭|我要|扫一扫|视力保护).*")
_EDGES = " \u3000|｜/[]【】;；,，>"
_LONGEST_LINE = 200
_LONGEST_VALUE = 300
_COMPACT_DATE = lazily(re.compile, r"((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,6})?")
_SEPARATOR = lazily(re.compile, r"\s*(?:[_|｜–—]|\s-|-\s|-(?=[^-]*$))+\s*")
_OF_A_SITE = lazily(re.compile, r"(?:网|网站|门户|政府|局|厅|委员会|公开|频道|平台)$")
_NOTE = lazily(re.compile, r"(?:\[\d{1,2}\]|[①-⑳*])$")
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 100
_NEAR = 12


def meta_facts(page: Page) -> dict[str, str]:
    """The meta elements under their own names, and under the keys of the portals' tables."""
    facts: dict[str, str] = {}
    for name, content in page.metas:
        own, key = _METAS.get(name.lower(), ("", ""))
        value = " ".join(re.sub(r"<[^>]*>|&nbsp;", " ", content).split())
        if not own or not value:
            continue
        facts.setdefault(own, value)
        if key:
            facts.setdefault(key, _COMPACT_DATE.sub(r"\1-\2-\3", value) if key == "发布日期" and _COMPACT_DATE.fullmatch(value) else value)
    return facts


def printed_facts(pieces: Iterable[Piece]) -> tuple[dict[str, str], set[int]]:
    """The keys and values that the page prints, and which of the pieces hold nothing else.

    Read are tables (索引号 | 330482/2025-0012), lines (发布日期：2025-03-18 来源：平湖市统计局) and a key and its value
    in lines of their own.
    """
    facts: dict[str, str] = {}
    places: set[int] = set()
    waiting: tuple[int, str] | None = None
    alone: list[tuple[int, int, str, str]] = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, Table):
            waiting = None
            found = _pairs_of_table(piece)
            if found:
                places.add(place)
                _keep(facts, found)
            continue
        bare = _bare(piece.text).rstrip(":：")
        pairs = _pairs_of_line(piece)
        if bare in _KEYS or bare in _UNKEPT:
            waiting = (place, bare)
            continue
        if pairs:
            places.add(place)
            _keep(facts, pairs)
        elif waiting is not None and len(piece.text) <= _LONGEST_VALUE:
            alone.append((waiting[0], place, waiting[1], piece.text))
        waiting = None
    # One such word by itself (来源) may be anything.
    if len(alone) + len(facts) > 1:
        for first, second, key, value in alone:
            places |= {first, second}
            _keep(facts, [(key, value)])
    return facts, places


def find_title(page: Page, article: list[int], stated: str | None) -> str | None:
    """The article's title: as stated, else the heading above it that the page's title begins with, else that title."""
    start = article[0] if article else len(page.pieces)
    near = range(max(0, start - _NEAR), min(len(page.pieces), start + 4))
    lines = [piece.text if isinstance(piece, Line) else "" for piece in (page.pieces[index] for index in near)]
    # A title may stand in two lines.
    lines += [first + second for first, second in pairwise(lines) if first and second]
    lines = [line for line in lines if _SHORTEST_TITLE <= len(line) <= _LONGEST_TITLE]
    if stated and stated.endswith(("...", "…")):
        return next((line for line in lines if _bare(line).startswith(_bare(stated).rstrip(".…"))), stated)
    if stated and _SHORTEST_TITLE <= len(stated) <= _LONGEST_TITLE:
        return stated
    whole = _bare(page.title)
    named = [line for line in lines if whole.startswith(_bare(line)) and not _OF_A_SITE.search(line)]
    heads = [line.text for line in page.pieces if isinstance(line, Line) and line.level == 1 and len(line.text) >= _SHORTEST_TITLE and not line.linked]
    return max(named, key=len, default=None) or next((head for head in heads if not _OF_A_SITE.search(head)), None) or _without_site(page)


def same_title(text: str, title: str) -> bool:
    """Whether they differ in blanks alone, or in the mark of a note: …统计公报[1]."""
    return _bare(_NOTE.sub("", text)) == _bare(_NOTE.sub("", title))


def _bare(text: str) -> str:
    return "".join(text.split())


def _keep(facts: dict[str, str], pairs: Iterable[tuple[str, str]]) -> None:
    for key, value in pairs:
        if value and key not in _UNKEPT:
            facts.setdefault(key, value)
            facts.setdefault(_SAME.get(key, key), value)


def _pairs_of_line(line: Line) -> list[tuple[str, str]]:
    """The pairs of a line that holds nothing else; a key in the middle of a text makes no pair."""
    found = list(_PAIR.finditer(line.text))
    if not found or len(line.text) > _LONGEST_LINE or _bare(line.text[: found[0].start()]).strip(_EDGES):
        return []
    ends = [match.start() for match in found[1:]] + [len(line.text)]
    pairs = [(_bare(match["key"]), _BUTTONS.sub("", line.text[match.end() : end]).strip(_EDGES)) for match, end in zip(found, ends, strict=True)]
    return [] if any("。" in value[:-1] for _, value in pairs) else pairs


def _pairs_of_table(table: Table) -> list[tuple[str, str]]:
    """The pairs of a portal's table; none where it is another table."""
    pairs: list[tuple[str, str]] = []
    cells = 0
    for row in table.rows:
        key = ""
        for cell in row:
            bare = _bare(cell.text).rstrip(":：")
            cells += bool(bare)
            if bare in _KEYS or bare in _UNKEPT:
                pairs.append((bare, ""))
                key = bare
            elif inside := _pairs_of_line(Line(cell.text)):
                pairs += inside
                key = ""
            elif key:
                pairs[-1] = (key, cell.text)
                key = ""
    return pairs if len(pairs) >= 2 and 2 * len(pairs) + 1 >= cells else []


def _without_site(page: Page) -> str | None:
    """The title element without the names of the site and its columns: 统计公报_平湖市人民政府门户网站."""
    site = next((content for name, content in page.metas if name.lower() == "sitename"), "")
    parts = [part.strip() for part in _SEPARATOR.split(page.title) if part.strip()]
    parts = [part for part in parts if part != site] or parts
    own = [part for part in parts if not _OF_A_SITE.search(part)] or parts
    found = max(own, key=len, default="")
    return found if 0 < len(found) <= _LONGEST_TITLE else None
