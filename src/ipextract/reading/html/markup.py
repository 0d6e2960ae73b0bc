"""A page's bytes to markup that is safe to parse: decoded, without scripts, with few names and a bounded depth.

A tree of elements takes time that grows with the square of its depth, and 30 kB of unclosed `<font><p>` make two
million nodes; a parser cannot be stopped half-way. So every tag is written anew before it is parsed, with only
what the reader asks for: names that mean the same become one, and formatting that says nothing is left out.
"""

from __future__ import annotations

import codecs
import re

from ipextract.errors import InputError
from ipextract.patterns import lazily
from ipextract.reading.html.nesting import Nesting
from ipextract.reading.limits import Limits

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = lazily(re.compile, rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARATIONS = 8192
_BIG5 = frozenset(("big5", "big5-hkscs", "x-x-big5", "cn-big5"))
_CJK = lazily(re.compile, "[\u3400-\u9fff]")
# Lost characters for a Chinese one: with fewer the encoding is right and the page damaged; with more it is another.
_DAMAGED = 0.05
_UNREADABLE = 0.5
_LOST_BY_CHANCE = 3

_MOST_TAGS = 1_000_000
_DEEPEST = 1_000
_LONGEST_REST = 4_000

# What follows the name of a tag; a quote opens a value only behind `=`, as in browsers.
_REST = r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+"""
# Every alternative takes in what it has looked at, up to the end of the page, so that the time is linear.
_TOKEN = lazily(re.compile,
    rf"""<!--(?:-?>|.*?(?:--!?>|\Z))
    |<(?P<raw>script|style|textarea|iframe|noframes|noembed|xmp|title)(?=[\s/>]){_REST}(?<!/)>(?P<inside>.*?)(?:</(?P=raw)(?=[\s/>])[^>]*+(?:>|\Z)|\Z)
    |<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<rest>{_REST})(?:>|\Z)
    |<(?:[!?]|/(?![a-z]))[^>]*+(?:>|\Z)
    |<""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = lazily(re.compile, r"""([^\s=/>"']++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++)))?+""")
_WANTED = lazily(re.compile, r"class|id|style|span|hidden|href|name|property|content", re.IGNORECASE)

_STANDS_FOR = {
    **dict.fromkeys(
        "div center form fieldset section article main header footer nav aside blockquote pre address details summary figure figcaption hgroup legend ucapcontent ucaptitle".split(),
        "div",
    ),
    **dict.fromkeys("ul ol dl menu dir".split(), "ul"),
    **dict.fromkeys("li dt dd".split(), "li"),
    **{name: name for name in "p h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr span meta br hr".split()},
    **dict.fromkeys("td th".split(), "td"),
    **dict.fromkeys("b strong".split(), "x-b"),
    "a": "x-a",
    "sup": "x-sup",
    **dict.fromkeys("select svg math template object applet audio video canvas map button noscript datalist dialog".split(), "x-skip"),
}
_BOXES = frozenset("div ul table td".split())
_SAID_BY_NAME = frozenset("article main nav footer aside ucapcontent ucaptitle".split())
_STYLES = (
    ("h", re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)),
    ("s", re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)),
    ("b", re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)),
)
# How far a text is set in, with the width of a Chinese character in each unit; Word counts the characters itself.
_COUNTED = lazily(re.compile, r"mso-char-indent-count\s*:\s*(\d{1,2}(?:\.\d+)?)", re.IGNORECASE)
_SET_IN = lazily(re.compile, r"(?:text-indent|padding-left|margin-left)\s*:\s*(\d{1,3}(?:\.\d+)?)(em|pt|px)", re.IGNORECASE)
_WIDTHS = {"em": 1.0, "pt": 10.5, "px": 14.0}
_INDENTED = frozenset("td p div span".split())
_FILE = lazily(re.compile, r"\.(?:pdf|docx?|wps|xlsx?|et|pptx?|ofd|zip|rar|7z|jpe?g|png)(?:[?#]|$)", re.IGNORECASE)


def decode(data: bytes, source: str) -> tuple[str, str | None]:
    """The page as text, and a warning where bytes of it could not be read.

    UTF-8 is tried first whatever is declared, for hardly any text in another encoding passes for it; what is
    declared as gb2312 or gbk is gb18030, which holds them both and the characters that such pages really have.

    Raises:
        InputError: it is in none of UTF-8, UTF-16 with a mark, GB18030 and, where declared, Big5.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding, source)
    found = _DECLARED.search(data[:_DECLARATIONS])
    declared = found.group(1).decode("ascii").lower() if found else ""
    other = "big5hkscs" if declared in _BIG5 else "gb18030"
    for encoding in ("utf-8", other):
        try:
            # A character that the end of a cut page broke is left out.
            return codecs.getincrementaldecoder(encoding)().decode(data), None
        except UnicodeDecodeError:
            if encoding == "utf-8" and _damage(data, encoding) < _DAMAGED:
                break
    return _lenient(data, min(("utf-8", other), key=lambda encoding: _damage(data, encoding)), source)


def _damage(data: bytes, encoding: str) -> float:
    """How many characters are lost for one that is Chinese."""
    text = data.decode(encoding, "replace")
    return text.count("\ufffd") / (len(_CJK.findall(text)) or 1)


def _lenient(data: bytes, encoding: str, source: str) -> tuple[str, str | None]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost > _LOST_BY_CHANCE and _damage(data, encoding) > _UNREADABLE:
        raise InputError(source, "neither UTF-8 nor GB18030: convert it to UTF-8 first")
    return text, f"{lost} characters do not fit its encoding ({encoding}); each is read as \ufffd" if lost else None


def simplify(text: str, source: str, limits: Limits) -> str:
    """The page's markup with the names of `_STANDS_FOR` alone, and attributes of our own.

    `k` holds class and id; `f` holds flags: h hidden, s raised, b bold, p preformatted, l a link, d a link to a file;
    `c` and `r` are the columns and rows of a cell, `i` says how many characters a text is set in. The title becomes `x-title`.

    Raises:
        InputError: too many elements, nested too deep, or too much text.
    """
    writer = _Writer(source)
    out = _TOKEN.sub(writer.write, text)
    if len(out) - writer.markup > limits.characters:
        raise InputError(source, f"its text is longer than {limits.characters} characters; split it, or raise the limit")
    return out


class _Writer:
    """Writes tags anew, and counts them."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tags = 0
        self._nesting = Nesting()
        self.markup = 0

    def write(self, token: re.Match[str]) -> str:
        self._tags += 1
        if self._tags > _MOST_TAGS:
            raise InputError(self._source, f"the page has more than {_MOST_TAGS} tags; split it")
        written = self._tag(token) if token["name"] else self._other(token)
        self.markup += len(written)
        return written

    def _other(self, token: re.Match[str]) -> str:
        if token["raw"] and token["raw"].lower() == "title":
            return f"<x-title>{token['inside'].replace('<', '&lt;')}</x-title>"
        # A sign that opens no tag (P<0.05) must not open one with what is left behind it.
        return "&lt;" if token.group() == "<" else ""

    def _tag(self, token: re.Match[str]) -> str:
        spelled = token["name"].lower()
        name = _STANDS_FOR.get(spelled)
        if name is None:
            return ""
        if token["end"]:
            return "<br>" if name == "br" else self._nesting.close(name)
        closed = self._nesting.open(name)
        if closed is None:
            return ""
        if self._nesting.depth > _DEEPEST:
            raise InputError(self._source, f"its elements are nested more than {_DEEPEST} deep: it may be broken; open it in a browser and save it as text")
        return f"{closed}<{name}{_attributes(spelled, name, token['rest'])}>"


def _attributes(spelled: str, name: str, rest: str) -> str:
    rest = rest[:_LONGEST_REST]
    said = spelled if spelled in _SAID_BY_NAME else ""
    if not said and spelled != "pre" and not _WANTED.search(rest):
        return ""
    given: dict[str, str] = {}
    for key, double, single, bare in _ATTRIBUTE.findall(rest):
        given.setdefault(key.lower(), double or single or bare)
    if name == "meta":
        return _meta(given)
    out = ""
    if name in _BOXES:
        names = re.sub(r"[^\w\s-]", " ", f"{said} {given.get('class', '')} {given.get('id', '')}").strip()
        out += f' k="{names[:200]}"' if names else ""
    flags = "".join(flag for flag, style in _STYLES if style.search(given["style"])) if "style" in given else ""
    flags += "h" if "hidden" in given else ""
    flags += "p" if spelled == "pre" else ""
    if name == "x-a" and given.get("href", "#")[:1] != "#":
        flags += "ld" if _FILE.search(given["href"]) else "l"
    if name == "td":
        out += "".join(f' {key}="{given[full].strip()}"' for key, full in (("c", "colspan"), ("r", "rowspan")) if given.get(full, "").strip().isdecimal())
    indent = _indent(given["style"]) if "style" in given and name in _INDENTED else 0
    out += f' i="{indent}"' if indent else ""
    return f'{out} f="{flags}"' if flags else out


def _indent(style: str) -> int:
    """How many Chinese characters a style sets a text in."""
    counted = _COUNTED.search(style)
    return round(float(counted[1])) if counted else round(sum(float(number) / _WIDTHS[unit.lower()] for number, unit in _SET_IN.findall(style)))


def _meta(given: dict[str, str]) -> str:
    key = given.get("name") or given.get("property") or ""
    content = given.get("content", "")
    if not key or not content:
        return ""
    quoted = content[:2000].replace('"', "&quot;").replace("<", "&lt;")
    plain = re.sub(r"[^\w:.-]", "", key)
    return f' n="{plain[:60]}" v="{quoted}"'
