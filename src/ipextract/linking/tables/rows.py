"""The rows of a table: what their headings say, and which rows are parts of which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ipextract.lexicon import Lexicon
from ipextract.linking.endings import without_end, without_head
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.period.spans import Calendar, Span
from ipextract.linking.tables.heading import Heading
from ipextract.linking.tables.headings import HeadingReader, plain_text
from ipextract.linking.tables.members import MemberNamer
from ipextract.linking.tables.shape import Shape
from ipextract.linking.tables.units import PERCENT, Measured
from ipextract.patterns import compiled, lazily
from ipextract.reading.document import Cell

_LIST_MARKS = (
    lazily(compiled, r"[一二三四五六七八九十]+、\s*"),
    lazily(compiled, r"（[一二三四五六七八九十]+）\s*"),
    lazily(compiled, r"（\d{1,2}）\s*|\d{1,2}[.、](?!\d)\s*"),
)
_UNIT_BEHIND = lazily(compiled, r"（[^（）]*）$")
# How far behind the words of 其中：… a row may be set in and still go on with its parts.
_NEAR = 1
# How wide # is: of the row that it marks alone the next is no part.
_SIGN = 1


@dataclass(frozen=True, slots=True)
class RowHead:
    """What the headings of a row say.

    Attributes:
        name: of what.
        indent: the wide blanks in front of it.
        mark: how wide the mark of a part in front of it is (其中： is three wide); 0 for none.
        number: how deep its number in a list is (一、 is 1, （一） is 2); 0 for none.
        heading: where it says when or how instead of what: 2023年, 平均每年增长（%）.
        unit: of its cells.
        owns_unit: whether it names its unit itself: 有效注册商标（件）.
        period: of its cells.
        whole: where its cells are shares, what they are shares of: 研发经费占地区生产总值比重.
        is_total: whether it stands for all rows below it.
        has_measure: whether its name says what is measured.
        is_amount: whether that is no rate: 工业增加值.
        is_empty: whether nothing stands behind it, not even a dash.
        group: what the column before says: 大米 | 一级.
        divides: whether it only says how the rows below are told apart: 按企业性质分：.
    """

    name: str
    indent: int = 0
    mark: int = 0
    number: int = 0
    heading: Heading | None = None
    unit: Measured | None = None
    owns_unit: bool = False
    period: Span | None = None
    whole: str = ""
    is_total: bool = False
    has_measure: bool = False
    is_amount: bool = False
    is_empty: bool = False
    divides: bool = False
    group: str = ""


class RowHeadReader:
    """Reads what stands in front of rows.

    Args:
        lexicon: the vocabulary of table headings.
        headings: reads what a heading says.
        namer: knows measures.
        members: names rows by those above them.
    """

    def __init__(self, lexicon: Lexicon, headings: HeadingReader, namer: Namer, members: MemberNamer) -> None:
        self._headings = headings
        self._namer = namer
        self._members = members
        self._marks = tuple(sorted(lexicon.words("tables.rows.part"), key=len, reverse=True))
        self._totals = frozenset(lexicon.words("tables.rows.total"))
        self._shares, self._parted_by = lexicon.words("tables.captions.share"), lexicon.words("tables.rows.parted_by")
        self._of_group = frozenset(lexicon.words("tables.rows.of_group"))

    def read(self, cells: Sequence[Cell], shape: Shape, clock: Calendar, unit: Measured | None, *, in_table: bool) -> RowHead | None:
        """The head of a row; None where nothing stands in front of it.

        Args:
            cells: the row.
            shape: the table's shape.
            clock: the document's dates.
            unit: what a column says its unit is.
            in_table: whether caption, columns or a column of units give units, so that a bracket may be part of a name: 卫生服务中心（站）.
        """
        stub = [cell for index, cell in enumerate(cells[: shape.stub]) if index not in shape.units and index not in shape.times and cell.text]
        texts = list(dict.fromkeys(plain_text(cell.text) for cell in stub))
        if not texts:
            return None
        is_empty = all(not cells[index].text or cells[index].start == cells[0].start for index in shape.values if index < len(cells))
        head = self._of_text(texts[-1], clock, in_table=in_table)
        if len(texts) > 1:
            group = self._of_text(texts[-2], clock, in_table=in_table).name
            head = replace(head, name=self._in_group(head.name, group), group=group, is_total=head.is_total or head.name in self._of_group)
        if not head.name:
            return None
        for index in shape.times:
            period = self._headings.without_time(plain_text(cells[index].text), clock)[1] if index < len(cells) else None
            head = replace(head, period=period or head.period)
        divides = is_empty and (texts[-1].endswith("：") or self._headings.divides(texts[-1]))
        has_measure = head.heading is None and self._headings.is_measure(head.name)
        is_amount = has_measure and not head.whole and self._namer.has_measure(head.name) and not self._namer.is_level_rate(head.name)
        return replace(head, indent=stub[-1].indent, unit=head.unit or unit, is_empty=is_empty, divides=divides, has_measure=has_measure, is_amount=is_amount)

    def parted(self, heads: Sequence[RowHead | None]) -> list[RowHead | None]:
        """The heads, those below 农业生产经营人员性别构成（%） as shares: 男性 is 男性农业生产经营人员, of all of them."""
        out: list[RowHead | None] = []
        whole = ""
        for head in heads:
            if head is None or head.is_empty or head.owns_unit or head.number:
                whole = self._whole_parted(head) if head is not None else ""
            elif whole and not head.has_measure and head.heading is None:
                name = self._members.of_whole(without_head(head.name, self._parted_by), whole)
                out.append(replace(head, name=name if name.endswith(whole) else name + whole, whole=whole, unit=Measured(PERCENT, 1), has_measure=True))
                continue
            out.append(head)
        return out

    def _whole_parted(self, head: RowHead) -> str:
        """农业生产经营人员 of 农业生产经营人员性别构成（%）: of what a row without numbers says that those below it are parts; empty where it says none."""
        if not head.is_empty or head.unit is None or not head.unit.is_percentage or not head.name.endswith(self._shares):
            return ""
        said = without_end(head.name, self._shares)
        by = next((word for word in self._parted_by if said.endswith(word) and said != word), "")
        return said.removesuffix(by) if by else ""

    def _of_text(self, text: str, clock: Calendar, *, in_table: bool) -> RowHead:
        name, mark, number = self._without_marks(text)
        read = self._headings.read([name], None, clock, is_row=True)
        bare = _UNIT_BEHIND.sub("", name) if read.unit is not None else name
        if read.unit is not None and read.aspect == "level" and in_table and not self._headings.is_measure(bare):
            read, bare = replace(read, unit=None), name
        share = self._headings.share_of(bare) if read.aspect == "share" else None
        if share is not None and share[0]:
            # 研发经费占地区生产总值比重: a share by itself, of what it names first.
            return RowHead(share[0], 0, mark, number, None, read.unit, read.unit is not None, read.period, share[1])
        timeless, period = self._headings.without_time(bare, clock)
        if timeless and read.aspect == "level":
            # 全年货物周转量: the time is no part of the name; alone, it is what heads the row (2023年).
            return RowHead(timeless, 0, mark, number, None, read.unit, read.unit is not None, period, is_total=timeless in self._totals)
        return RowHead(bare, 0, mark, number, read, read.unit, read.unit is not None, period)

    def _without_marks(self, text: str) -> tuple[str, int, int]:
        """The name of a row, how wide the mark (其中：, #) is that makes it a part of the row above, how deep its number is."""
        width = 0
        found: str | None = ""
        while found is not None:
            found = next((mark for mark in self._marks if text.startswith(mark) and len(text) > len(mark)), None)
            if found is not None:
                rest = text[len(found) :].lstrip(" ：:，,")
                width += len(text) - len(rest)
                text = rest
        for depth, pattern in enumerate(_LIST_MARKS, 1):
            match = pattern.match(text)
            if match and match.end() < len(text):
                return text[match.end() :].strip(" ：:*"), width, depth
        return text.strip(" ：:*"), width, 0

    def _in_group(self, name: str, group: str) -> str:
        """A row's name with that of its group in the column before: 货物运输总量 | 公路 is 公路货物运输量."""
        if not name or not group:
            return name
        if not self._namer.has_measure(name):
            # Where neither does, the group is put in front if the name is no place.
            return self._members.name(name, group)
        return name if group in name or self._namer.has_measure(group) else group + name


def arrange(heads: Sequence[RowHead | None], going_on: Mapping[int, int], *, governs: bool, gives_unit: bool) -> list[int | None]:
    """Which row each row is a part of, by its place; None for what is part of no other.

    Rows tell it by blanks, by marks, by numbers, or by leaving out what is measured:

        出口额　　　　　　　　　一、亚洲　　　　　货物运输总量　万吨
        　其中：一般贸易　　　　# 日本　　　　　　公路　　　　　万吨
        　　　　加工贸易　　　　韩国　　　　　　　水运　　　　　万吨
        　其中：机电产品　　　　二、非洲　　　　　货物周转量　　万吨公里

    Args:
        heads: the heads of the rows; None for a row without one.
        going_on: of rows that go on with the parts of a marked one by what they come to, the place of that one.
        governs: whether rows without a measure take that of a row above: where no column names one.
        gives_unit: whether the table gives a unit to rows that name none; else they have that of the row above.
    """
    parents: list[int | None] = [None] * len(heads)
    depths = [0] * len(heads)
    rows = [(index, head) for index, head in enumerate(heads) if head is not None]
    members = _members_of_numbered(rows)
    set_in = _heads_of_set_in(rows)
    stack: list[int] = []
    marked: list[int] = []
    governing: int | None = None
    numbered: int | None = None
    divided: tuple[int, int] | None = None
    parted: int | None = None
    for index, head in rows:
        if head.divides:
            divided = _division(head, stack, depths)
            governing = parted = governing if parted is None else parted
            stack = _back_to(parted, stack, depths)
            continue
        # 小计 of one group has none of the next as its parts.
        stack = [place for place in stack if (other := heads[place]) is not None and other.group in ("", head.group)]
        divided = _still(divided, head)
        above = heads[governing] if governing is not None else None
        if head.is_total:
            # A row of totals stands above all that follow it.
            depth = -1
        elif head.mark:
            depth = 2 * head.indent + 1
        elif index in going_on:
            depth = depths[going_on[index]]
        elif (set_in_as := _goes_on(head, [(depths[place], heads[place]) for place in marked])) is not None:
            depth = set_in_as
        elif governs and governing is not None and above is not None and governing not in set_in and _is_governed(head, above, gives_unit=gives_unit):
            depth = depths[governing] + 1
        elif divided is not None and head.indent == divided[0]:
            depth = divided[1] + 1
        elif index in members and numbered is not None:
            depth = depths[numbered] + 1
        else:
            depth = 2 * head.indent
        depths[index] = depth
        while stack and depths[stack[-1]] >= depth:
            stack.pop()
        marked = [place for place in marked if depths[place] < depth or (depths[place] == depth and not head.mark)]
        parents[index] = stack[-1] if stack else None
        stack.append(index)
        if head.mark:
            marked.append(index)
        if head.number:
            numbered = index
        if head.owns_unit or head.number:
            parted = None
        if head.has_measure and not (head.mark == _SIGN and governing is not None and not head.owns_unit):
            governing = index
        elif head.is_empty or head.is_total:
            governing = None
    return parents


def _division(head: RowHead, stack: list[int], depths: list[int]) -> tuple[int, int] | None:
    """How far the row that divides is set in, and the depth of what it divides; None where nothing stands above it."""
    whole = next((place for place in reversed(stack) if depths[place] <= 2 * head.indent), None)
    return None if whole is None else (head.indent, depths[whole])


def _still(divided: tuple[int, int] | None, head: RowHead) -> tuple[int, int] | None:
    """What the rows divide, where they go on with that: not at one with a measure, a number, or set out further."""
    ends = (head.has_measure and head.mark != _SIGN) or head.is_total or head.number or (divided is not None and head.indent < divided[0])
    return None if ends else divided


def _back_to(parted: int | None, stack: list[int], depths: list[int]) -> list[int]:
    """The rows above the next, behind 按产业分: 按投资主体分, 国有投资, 民间投资, 按产业分, 第一产业: one division after the other is of the same."""
    return stack if parted is None else [*(place for place in stack if depths[place] < depths[parted]), parted]


def _goes_on(head: RowHead, marked: list[tuple[int, RowHead | None]]) -> int | None:
    """The depth of the marked row whose parts a row goes on with, set in as far as the words behind the mark."""
    for depth, mark in reversed(marked):
        if mark is not None and mark.indent < head.indent <= mark.indent + mark.mark + _NEAR:
            return depth
    return None


def _is_governed(head: RowHead, above: RowHead, *, gives_unit: bool) -> bool:
    """Whether a row that says not what is measured takes it from the row above that does: both are counted in one unit."""
    if head.has_measure or head.owns_unit or head.heading is not None or head.indent != above.indent or (head.number and head.number <= above.number):
        return False
    if head.unit is None or above.unit is None:
        return head.unit is above.unit or above.is_empty or (head.unit is None and not gives_unit)
    # 亿吨 | 万吨: one unit in two sizes.
    return head.unit.unit == above.unit.unit


def _members_of_numbered(rows: list[tuple[int, RowHead]]) -> set[int]:
    """The rows that stand below a numbered row because a later one goes on with the numbers: 一、亚洲, 日本, 韩国, 二、非洲."""
    rows = [row for row in rows if not row[1].divides]
    numbered = [position for position, (_, head) in enumerate(rows) if head.number]
    if len(numbered) < 2:
        return set()
    bare = [position for position, (_, head) in enumerate(rows) if not head.number and not head.mark and not head.has_measure and not head.is_total and not head.indent]
    # What follows the last number may stand beside it, unless others stand between numbers.
    if not any(numbered[0] < position < numbered[-1] for position in bare):
        return set()
    return {rows[position][0] for position in bare if position > numbered[0]}


def _heads_of_set_in(rows: list[tuple[int, RowHead]]) -> set[int]:
    """The rows with a measure whose members are set in below them: those that are not are none."""
    out: set[int] = set()
    governing: tuple[int, RowHead] | None = None
    for index, head in rows:
        if head.divides:
            continue
        if governing is not None and not head.mark and not head.has_measure and head.indent > governing[1].indent:
            out.add(governing[0])
        if head.has_measure:
            governing = index, head
    return out
