"""What Word's styles and lists say of a paragraph: heading, contents, numbering."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ipextract.patterns import lazily
from ipextract.reading.docx.xml import Element, child, is_on, local, value

# How style sheets name a heading, whatever the language of the program: heading 1, 标题 1, Heading1.
_HEADING = lazily(re.compile, r"(?:heading|标题)\s?([1-9])", re.IGNORECASE)
_CONTENTS = lazily(re.compile, r"(?:toc|目录)\s?(?:[1-9]|heading|标题)", re.IGNORECASE)
_TITLE = lazily(re.compile, r"title|标题", re.IGNORECASE)
_CAPTION = lazily(re.compile, r"caption|题注", re.IGNORECASE)
_BODY_LEVEL = 9
_LONGEST_CHAIN = 30


@dataclass(frozen=True, slots=True)
class Look:
    """What a style, or a paragraph with its style, says.

    Attributes:
        level: of a heading, 1 the highest; 0 for the title, None for body text.
        role: `contents` or `caption` where the style is named so.
        number: the list and the level in it, or None.
        indented: its first line is.
        raised: for a style of characters: superscript.
    """

    level: int | None = None
    role: str = ""
    number: tuple[str, int] | None = None
    indented: bool = False
    raised: bool = False


class Styles:
    """The styles of a document, each with what it inherits.

    Args:
        root: the part of styles, or None where there is none.
    """

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        for element in root if root is not None else ():
            name = value(element, "styleId")
            if local(element) == "style" and name is not None:
                self._elements[name] = element

    def look(self, style: str | None) -> Look:
        """What the style called `style` says, with what it inherits; that of none says nothing."""
        if style is None or style not in self._elements:
            return Look()
        if style not in self._looks:
            self._looks[style] = self._inherited(style)
        return self._looks[style]

    def of(self, properties: Element | None) -> Look:
        """What the properties of a paragraph say, with those of its style."""
        look = self.look(value(child(properties, "pStyle")))
        return _over(look, properties) if properties is not None else look

    def _inherited(self, style: str) -> Look:
        chain: list[Element] = []
        name: str | None = style
        while name in self._elements and len(chain) < _LONGEST_CHAIN and self._elements[name] not in chain:
            chain.append(self._elements[name])
            name = value(child(chain[-1], "basedOn"))
        look = Look()
        for element in reversed(chain):
            look = _named(_over(look, child(element, "pPr")), value(child(element, "name")) or value(element, "styleId") or "")
            raised = value(child(element, "rPr", "vertAlign"))
            if raised is not None:
                look = Look(look.level, look.role, look.number, look.indented, raised == "superscript")
        return look


def _named(look: Look, name: str) -> Look:
    heading = _HEADING.fullmatch(name.strip())
    if heading:
        return Look(int(heading.group(1)), "", look.number, look.indented, look.raised)
    if _TITLE.fullmatch(name.strip()):
        return Look(0, "", look.number, look.indented, look.raised)
    role = "contents" if _CONTENTS.match(name.strip()) else "caption" if _CAPTION.fullmatch(name.strip()) else look.role
    return Look(None if role else look.level, role, look.number, look.indented, look.raised)


def _over(look: Look, properties: Element | None) -> Look:
    """What properties say on top of `look`."""
    if properties is None:
        return look
    level, number, indented = look.level, look.number, look.indented
    for element in properties:
        name = local(element)
        if name == "outlineLvl":
            outline = _integer(value(element), _BODY_LEVEL)
            level = outline + 1 if 0 <= outline < _BODY_LEVEL else None
        elif name == "numPr":
            stated = value(child(element, "numId"))
            if stated is not None or number is not None:
                depth = _integer(value(child(element, "ilvl")), number[1] if number else 0)
                number = None if stated == "0" else (stated or (number[0] if number else ""), depth)
        elif name == "ind":
            first = value(element, "firstLineChars") or value(element, "firstLine")
            if first is not None or value(element, "hanging") is not None:
                indented = _integer(first, 0) > 0
    return Look(level, look.role, number, indented, look.raised)


@dataclass(slots=True)
class _Level:
    """One level of a list: how its numbers look and where they begin."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: bool = True
    legal: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    link: str | None = None


class Numbering:
    """The lists of a document; asked paragraph by paragraph, it counts as Word does.

    Args:
        root: the part of numbering, or None where there is none.
        styles: a list may be defined by a style.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._named: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._overrides: dict[tuple[str, int], _Level] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                self._define(element)
            elif local(element) == "num":
                self._name(element)

    def label(self, number: tuple[str, int]) -> str:
        """The number that the next paragraph of a list bears as printed: 一、 （二） 3. ; empty for a bullet.

        Args:
            number: the list, and the level in it.
        """
        name, depth = number
        listed = self._list(name)
        if listed is None:
            return ""
        key, made = listed
        counts = self._counts.setdefault(key, {})
        level = self._level(name, made, depth)
        restart = self._restarts.pop((name, depth), None)
        counts[depth] = restart if restart is not None else counts[depth] + 1 if depth in counts else level.start
        for deeper in [other for other in counts if other > depth and self._level(name, made, other).restarts]:
            del counts[deeper]
        if level.form in ("bullet", "none"):
            return ""

        def shown(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            form = self._level(name, made, index)
            return spell(counts.get(index, form.start), "decimal" if level.legal else form.form)

        return re.sub(r"%([1-9])", shown, level.text)

    def _define(self, element: Element) -> None:
        name = value(element, "abstractNumId") or ""
        made = _List(link=value(child(element, "numStyleLink")))
        style = value(child(element, "styleLink"))
        if style is not None:
            self._links[style] = name
        for level in element:
            if local(level) == "lvl":
                made.levels[_integer(value(level, "ilvl"), 0)] = _read_level(level)
        self._lists[name] = made

    def _name(self, element: Element) -> None:
        name = value(element, "numId") or ""
        self._named[name] = value(child(element, "abstractNumId")) or ""
        for override in element:
            if local(override) != "lvlOverride":
                continue
            depth = _integer(value(override, "ilvl"), 0)
            start, level = child(override, "startOverride"), child(override, "lvl")
            if level is not None:
                self._overrides[name, depth] = _read_level(level)
            if start is not None:
                self._restarts[name, depth] = _integer(value(start), 1)

    def _list(self, name: str) -> tuple[str, _List] | None:
        key = self._named.get(name)
        made = self._lists.get(key) if key is not None else None
        if made is not None and made.link is not None and not made.levels:
            linked = self._links.get(made.link)
            if linked is None:
                number = self._styles.look(made.link).number
                linked = self._named.get(number[0]) if number else None
            made, key = self._lists.get(linked or ""), linked
        return None if made is None or key is None else (key, made)

    def _level(self, name: str, made: _List, depth: int) -> _Level:
        return self._overrides.get((name, depth)) or made.levels.get(depth) or _Level()


def _read_level(element: Element) -> _Level:
    return _Level(
        form=value(child(element, "numFmt")) or value(child(element, "AlternateContent", "Choice", "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        start=_integer(value(child(element, "start")), 1),
        restarts=value(child(element, "lvlRestart")) != "0",
        legal=is_on(child(element, "isLgl")),
    )


_DIGITS = "〇一二三四五六七八九"
_LEGAL: Mapping[int, int] = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def spell(number: int, form: str) -> str:
    """A list number in one of Word's forms; those that are not known are spelled in digits.

    >>> spell(11, "chineseCounting"), spell(20, "japaneseCounting"), spell(3, "decimalEnclosedCircle"), spell(4, "upperRoman")
    ('十一', '二十', '③', 'IV')
    """
    if not 0 < number < 10_000:
        return str(number)
    if form in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand"):
        return _counting(number)
    if form in ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"):
        return _counting(number).translate(_LEGAL)
    if form in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and number <= 20:
        return chr(0x2460 + number - 1)
    if form == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if form == "decimalZero":
        return f"{number:02d}"
    if form in ("ideographTraditional", "ideographZodiac"):
        names = _STEMS if form == "ideographTraditional" else _BRANCHES
        return names[(number - 1) % len(names)]
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    return str(number)


def _counting(number: int) -> str:
    """一 … 十 十一 … 二十 … 一百零五."""
    out = ""
    gap = False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + unit
        gap = not digit
    return out.removeprefix("一") if out.startswith("一十") else out


def _roman(number: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        out += letters * (number // size)
        number %= size
    return out


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None and len(text) <= 9 else default
    except ValueError:
        return default
