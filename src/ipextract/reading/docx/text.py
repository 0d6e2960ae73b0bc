"""The text of one paragraph of a Word file, as it is printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from ipextract.reading.docx.styles import Styles
from ipextract.reading.docx.xml import Element, child, is_on, local, value
from ipextract.reading.lines import raise_text

# Deleted, moved away, instructions of fields, properties, readings above a word: not in print.
_SKIPPED = frozenset(
    "pPr rPr tblPr sdtPr sdtEndPr smartTagPr customXmlPr hyperlinkPr fldData del moveFrom instrText delText delInstrText rt rubyPr "
    "commentReference annotationRef footnoteRef endnoteRef separator continuationSeparator softHyphen ctrlPr oMathParaPr fPr sSupPr".split()
)
_MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = frozenset(("drawing", "pict", "object"))
# Signs that Word keeps as places in the font Symbol.
_SYMBOLS = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB7: "·", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0x2D: "−", 0x6D: "μ", 0x25: "%"}


@dataclass(slots=True)
class Notes:
    """The notes that were referred to, in order: the part they are in (footnotes or endnotes) and their name there."""

    names: list[tuple[str, str]] = field(default_factory=list)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def mark(self, part: str, name: str) -> str:
        """The mark of a note, as [n]; the same for the same note."""
        if (part, name) not in self._numbers:
            self.names.append((part, name))
        return f"[{self._numbers.setdefault((part, name), len(self.names))}]"


@dataclass(slots=True)
class Line:
    """A paragraph's text, and the contents of its text boxes, which are read after it."""

    text: str
    boxes: list[Element]
    pictures: int


class LineReader:
    """Reads the text of paragraphs.

    Args:
        styles: a style may raise its characters.
        notes: takes the notes that are referred to.
    """

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes

    def read(self, paragraph: Element) -> Line:
        """The text of a paragraph: what was inserted and what fields show, without what was deleted or is hidden."""
        walk = _Walk(self._styles, self._notes)
        walk.children(paragraph, raised=False)
        return Line(walk.text(), walk.boxes, walk.pictures)


class _Walk:
    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        self._pieces: list[tuple[str, bool]] = []
        # One entry a field that is open: whether its instruction is still going on.
        self._fields: list[bool] = []
        self.boxes: list[Element] = []
        self.pictures = 0

    def text(self) -> str:
        out = ""
        raised = ""
        for text, is_raised in self._pieces:
            if is_raised:
                raised += text
                continue
            out += raise_text(out, raised) if raised else ""
            out, raised = out + text, ""
        return out + (raise_text(out, raised) if raised else "")

    def children(self, element: Element, *, raised: bool) -> None:
        for each in element:
            name = local(each)
            if name == "t":
                self._put(each.text or "", raised=raised)
            elif name == "r":
                self._run(each, raised=raised)
            elif name == "AlternateContent":
                self._alternate(each, raised=raised)
            elif name in _PICTURES:
                self.pictures += 1
                self.boxes += text_boxes(each)
            elif name not in _SKIPPED:
                self._other(each, name, raised=raised)

    def _put(self, text: str, *, raised: bool) -> None:
        if text and not any(self._fields):
            self._pieces.append((text, raised))

    def _run(self, run: Element, *, raised: bool) -> None:
        properties = child(run, "rPr")
        if properties is not None:
            if is_on(child(properties, "vanish")):
                return
            stated = value(child(properties, "vertAlign"))
            raised = raised or (stated == "superscript" if stated else self._styles.look(value(child(properties, "rStyle"))).raised)
        self.children(run, raised=raised)

    def _alternate(self, element: Element, *, raised: bool) -> None:
        """The same thing twice, for new programs and for old ones: read once."""
        pieces, boxes, pictures = len(self._pieces), len(self.boxes), self.pictures
        for each in element:
            self.children(each, raised=raised)
            if len(self._pieces) > pieces or len(self.boxes) > boxes:
                break
        self.pictures = min(self.pictures, pictures + 1)

    def _other(self, element: Element, name: str, *, raised: bool) -> None:
        if name in _MARKS:
            self._put(_MARKS[name], raised=False)
        elif name == "br":
            # A page or a column ends wherever the paper does, in mid-sentence too.
            self._put("" if value(element, "type") in ("page", "column") else "\n", raised=False)
        elif name == "fldChar":
            self._field(value(element, "fldCharType"))
        elif name == "sym":
            self._put(_symbol(element), raised=raised)
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(element, name)
        elif name == "den":
            self._put("/", raised=False)
            self.children(element, raised=raised)
        else:
            self.children(element, raised=raised or name == "sup")

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, element: Element, name: str) -> None:
        part = name.removesuffix("Reference") + "s"
        mark = self._notes.mark(part, value(element, "id") or "")
        if value(element, "customMarkFollows") not in ("1", "true", "on"):
            self._put(mark, raised=False)


def text_boxes(element: Element) -> list[Element]:
    """The contents of the text boxes in a picture, each once: new programs and old ones have a copy of their own."""
    found: list[Element] = []
    for each in element:
        name = local(each)
        if name == "txbxContent":
            found.append(each)
        elif name == "AlternateContent":
            found += next((boxes for choice in each if (boxes := text_boxes(choice))), [])
        else:
            found += text_boxes(each)
    return found


def _symbol(element: Element) -> str:
    try:
        place = int(value(element, "char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= place <= 0xF0FF:
        return _SYMBOLS.get(place - 0xF000, "") if (value(element, "font") or "").lower() == "symbol" else ""
    return chr(place) if 0x20 <= place < 0xD800 else ""
