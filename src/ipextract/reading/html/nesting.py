"""Which elements a tag closes: markup whose ends are all written can be nested no deeper than it was counted."""

from __future__ import annotations

_VOID = frozenset(("meta", "br", "hr"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PLAIN = frozenset(("span", "x-a", "x-b", "x-sup", "x-skip"))
_FORMATTING = frozenset(("x-a", "x-b"))
_ENDS_PARAGRAPH = frozenset(("p", "div", "ul", "li", "hr", *_HEADINGS))
# Where the search for an open element stops: the end of a list does not end a cell around it.
_WALLS = frozenset(("table", "td", "caption"))
_LIST_WALLS = _WALLS | {"ul"}
_ROW_GROUPS = frozenset(("thead", "tbody", "tfoot", "caption"))
_IN_TABLES = _ROW_GROUPS | {"tr", "td"}


class Nesting:
    """The elements that are open, as the HTML standard has them: `<p>` ends a paragraph, `<li>` an item.

    Only the names of `markup` are known. Every method takes time that does not grow with the depth.
    """

    def __init__(self) -> None:
        self._stack: list[str] = []
        self._places: dict[str, list[int]] = {}

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    def open(self, name: str) -> str | None:
        """The end tags to write before a start tag; None where the tag means nothing, as a cell without a table."""
        closed = ""
        if name in _IN_TABLES:
            table = self._last("table")
            if table < 0:
                return None
            row = self._last("tr")
            group = max(self._last(one) for one in _ROW_GROUPS)
            closed = self._cut(row + 1 if name == "td" and row > table else group + 1 if name in ("td", "tr") and group > table else table + 1)
        elif name == "li":
            item = self._last("li")
            if item > self._wall(_LIST_WALLS | _HEADINGS):
                closed = self._cut(item)
        elif name == "x-a":
            # A link in a link: the end of the first was forgotten.
            closed = self.close("x-a")
        elif name in _HEADINGS and self._stack and self._stack[-1] in _HEADINGS:
            closed = self._cut(len(self._stack) - 1)
        if name in _ENDS_PARAGRAPH:
            paragraph = self._last("p")
            if paragraph > self._wall(_WALLS):
                closed += self._cut(paragraph)
        if name not in _VOID:
            self._places.setdefault(name, []).append(len(self._stack))
            self._stack.append(name)
        return closed

    def close(self, name: str) -> str:
        """The end tags to write for an end tag: none where it ends nothing."""
        if name in _HEADINGS:
            place, wall = max(self._last(one) for one in _HEADINGS), self._wall(_WALLS)
        elif name == "table":
            place, wall = self._last(name), -1
        elif name in _IN_TABLES:
            place, wall = self._last(name), self._last("table")
        elif name in _PLAIN:
            # <b><p>…</b></p>: the paragraph ends with what it stands in.
            place, wall = self._last(name), self._block(_PLAIN | {"p"} if name in _FORMATTING else _PLAIN)
        else:
            place, wall = self._last(name), self._wall(_LIST_WALLS if name == "li" else _WALLS)
        return self._cut(place) if place > wall else ""

    def _last(self, name: str) -> int:
        places = self._places.get(name)
        return places[-1] if places else -1

    def _wall(self, names: frozenset[str]) -> int:
        return max(self._last(name) for name in names)

    def _block(self, plain: frozenset[str]) -> int:
        """The innermost element that is no plain stretch of text."""
        return max((places[-1] for name, places in self._places.items() if places and name not in plain), default=-1)

    def _cut(self, place: int) -> str:
        """End every element from `place` on."""
        closed = ""
        while len(self._stack) > place:
            name = self._stack.pop()
            self._places[name].pop()
            closed += f"</{name}>"
        return closed
