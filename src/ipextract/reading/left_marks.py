"""The marks of another format that a copy of a text still holds: tags of HTML, and the escapes of a quoted string."""

from __future__ import annotations

import re

from ipextract.patterns import lazily

# </p><p><strong>: tags beside each other, with the blanks between.
_TAGS = lazily(
    re.compile,
    r"(?:</?(?:p|br|hr|div|section|article|span|strong|b|em|i|u|font|a|h[1-6]|ul|ol|li|center|blockquote|img)(?=[\s/>])[^<>\n]{0,400}>(?:[ \t\u3000]|&nbsp;)*)+|&nbsp;",
    re.IGNORECASE,
)
# Tags with which a line ends.
_LINE = lazily(re.compile, r"</?(?:p|br|hr|div|section|article|h[1-6]|ul|ol|li|center|blockquote)(?=[\s/>])", re.IGNORECASE)
# Code, and a table whose cells nothing but its tags part.
_KEPT = ("<td", "<TD", "<th", "<TH", "<script", "<code")
# \n is the end of a line where no word begins with it.
_ESCAPED = lazily(re.compile, r"\\(?:r\\)?n(?![A-Za-z])|\\\"")


def without_marks(text: str) -> str:
    r"""A text in which blanks and ends of lines stand for the tags and escapes that a copy left in it; each other character keeps its place.

    "…维权指导服务。</p><p>2023年，指导企业1706家" are two paragraphs, and "…喜迎丰收。\n\n雷岭镇…" too where it is a string with its escapes.
    """
    if ("</" in text or "<br" in text or "<p>" in text) and not any(mark in text for mark in _KEPT):
        text = _TAGS.sub(_blank, text)
    return _ESCAPED.sub(_unescaped, text) if "\\n" in text else text


def _blank(found: re.Match[str]) -> str:
    """As many blanks as the tags have characters; a blank line at their end where one of them ends a line."""
    tags = found[0]
    return " " * (len(tags) - 2) + "\n\n" if _LINE.search(tags) else " " * len(tags)


def _unescaped(found: re.Match[str]) -> str:
    escape = found[0]
    return " " * (len(escape) - 1) + ("\n" if escape[-1] == "n" else escape[-1])
