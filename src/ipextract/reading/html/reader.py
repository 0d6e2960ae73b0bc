"""Web pages as portals publish them: the article and what the page states of it; menus and footers are left out."""

from __future__ import annotations

import re

from ipextract.errors import InputError
from ipextract.patterns import lazily
from ipextract.reading.builder import DocumentBuilder
from ipextract.reading.document import Document
from ipextract.reading.html.article import find_article, prose
from ipextract.reading.html.facts import find_title, meta_facts, printed_facts, same_title
from ipextract.reading.html.markup import decode, simplify
from ipextract.reading.html.page import Line, Page, Table, read_page
from ipextract.reading.layout import classify
from ipextract.reading.limits import Limits

_SHELL = lazily(re.compile, r"<i?frame[\s>]|<script[\s>]", re.IGNORECASE)
_LONGEST_HEADING = 60
_NO_HEADING = "。；：，、"
_BOLD_LEVEL = 5


def read(data: bytes, source: str, limits: Limits) -> Document:
    """Read a saved page, or a fragment of one.

    Args:
        data: the page's bytes; nothing that it names is fetched.
        source: its name.
        limits: what it may cost.

    Raises:
        InputError: it has no text, is in no known encoding, or is too large or nested too deep to be a page.
    """
    text, damage = decode(data, source)
    page = read_page(simplify(text, source, limits))
    article = find_article(page)
    builder = DocumentBuilder(source, data, limits)
    if damage:
        builder.warn(damage)
    metadata = meta_facts(page)
    printed, article = _without_facts(page, article)
    metadata |= printed
    title = find_title(page, article, metadata.get("标题") or metadata.get("信息名称") or metadata.get("名称"))
    if not article:
        shell = ": a frame or a script brings its text; open the page in a browser, save it there, and read that" if _SHELL.search(text) else ""
        raise InputError(source, "there is no text in it" + shell)
    article = _add_title(builder, page, article, title)
    for index in article:
        piece = page.pieces[index]
        if isinstance(piece, Table):
            builder.add_table(piece.rows)
        else:
            _add_line(builder, piece)
    return builder.build(metadata, title)


def _without_facts(page: Page, article: list[int]) -> tuple[dict[str, str], list[int]]:
    """The keys and values printed around the article and at its head, and the article without them."""
    body = next((place for place, index in enumerate(article) if prose(page.pieces[index]) and not _is_fact(page, index)), len(article))
    inside = set(article[body:])
    read = [index for index in range(len(page.pieces)) if index not in inside]
    facts, places = printed_facts(page.pieces[index] for index in read)
    taken = {read[place] for place in places}
    return facts, [index for index in article if index not in taken]


def _is_fact(page: Page, index: int) -> bool:
    return bool(printed_facts([page.pieces[index]])[1])


def _add_title(builder: DocumentBuilder, page: Page, article: list[int], title: str | None) -> list[int]:
    """Write the title, and return the article without its own copy, which may stand in two lines."""
    if title is None:
        return article
    builder.add(title, kind="title")
    texts = [piece.text if isinstance(piece, Line) else "" for piece in (page.pieces[index] for index in article[:4])]
    for first in range(min(2, len(texts))):
        for last in range(first + 1, len(texts) + 1):
            if all(texts[first:last]) and same_title("".join(texts[first:last]), title):
                return article[:first] + article[last:]
    return article


def _add_line(builder: DocumentBuilder, line: Line) -> None:
    """Add a line as what its element says, or its letters; a mark (一、) says its depth better than an element."""
    kind, level = classify(line.text)
    short = len(line.text) <= _LONGEST_HEADING and line.text[-1] not in _NO_HEADING
    if line.caption:
        kind, level = "caption", 0
    elif kind == "heading" and line.level and level == _BOLD_LEVEL:
        level = line.level
    elif kind == "paragraph" and short and (line.level or line.bold):
        kind, level = "heading", line.level or _BOLD_LEVEL
    builder.add(line.text, kind=kind, level=level)
