"""What a cell is said of: its row's name, its column's, and the caption's, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ipextract.lexicon import Division, Lexicon
from ipextract.linking.area.places import Gazetteer
from ipextract.linking.area.towns import TownWords, towns_listed
from ipextract.linking.frames import Setting
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.tables.heading import Heading
from ipextract.linking.tables.members import MemberNamer
from ipextract.linking.tables.rows import RowHead
from ipextract.linking.tables.scopes import ScopeReader
from ipextract.linking.tables.sums import rivals
from ipextract.linking.tables.units import Measured

_TAIL = 2
# 全自治区: no word for the document's own place is longer.
_LONGEST_PLACE = 4


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row among others.

    Attributes:
        head: what stands in front of it.
        parent: the row that it is a part of.
        name: its name; with its parent's where the same stands under several.
        full: its name with the measure that a row above it gives; empty where there is no measure.
        region: the place that its name begins with: 全市人口.
        town: the town that it is named for, in a table of towns.
    """

    head: RowHead
    parent: Row | None
    name: str
    full: str
    region: Division | None
    town: Division | None = None

    @property
    def unit(self) -> Measured | None:
        """The unit that it names, or the row that it is a part of does: 其中：发明专利 below 专利授权量（件）."""
        return self.head.unit if self.head.unit is not None or self.parent is None else self.parent.unit


class CellNamer:
    """Names what cells state.

    Args:
        lexicon: the vocabulary of table headings.
        namer: knows measures.
        members: names rows by those above them.
        gazetteer: knows the places that rows and columns may be named for.
    """

    def __init__(self, lexicon: Lexicon, namer: Namer, members: MemberNamer, gazetteer: Gazetteer) -> None:
        self._namer = namer
        self._members = members
        self._places, self._towns = gazetteer, TownWords(lexicon)
        self._scopes = ScopeReader(lexicon, namer)
        self._joins = lexicon.words("triggers.joining.members")
        self._totals = frozenset(lexicon.words("tables.rows.total"))
        self._per_head = lexicon.words("tables.columns.per_head")
        self._measure_ends = lexicon.words("tables.columns.measure_ends")
        self._growth = lexicon.words("tables.columns.growth_name")[0]

    # -- rows ---------------------------------------------------------------------------------------

    def rows(self, heads: Sequence[RowHead | None], parents: Sequence[int | None], setting: Setting) -> list[Row | None]:
        """The rows with their names, each knowing the one that it is a part of."""
        wholes: dict[str, set[int]] = defaultdict(set)
        for head, place in zip(heads, parents, strict=True):
            if head is not None and place is not None:
                wholes[head.name].add(place)
        out: list[Row | None] = []
        of_two = rivals(heads) if wholes else frozenset[int]()
        towns = towns_listed([head.name for head in heads if head is not None], setting.home, self._towns)
        for head, place in zip(heads, parents, strict=True):
            parent = out[place] if place is not None else None
            if head is None:
                out.append(None)
                continue
            region, name = self.without_place(self._grouped(head, setting), setting)
            last = out[-1] if out else None
            if parent is None and head.unit is None and last is not None and last.unit is not None and last.name != head.name and last.name.endswith(head.name):
                # 进出口（亿元） | 出口: the next row is counted as what its name is a part of.
                parent = last
            if parent is not None and (len(wholes[head.name]) > 1 or place in of_two) and (head.has_measure or not parent.full):
                name = self._members.within(name, parent.full or parent.name)
            out.append(Row(head, parent, name, name if head.has_measure else self._filled(name, parent), region, towns.get(name)))
        return out

    def _grouped(self, head: RowHead, setting: Setting) -> str:
        """大米 | 一级 → 大米一级, and not 绍兴市 | 越城区."""
        if head.is_total and head.group and self.place(head.group, setting) is None:
            # 国别 | 小计 is what all of 国别 come to.
            return head.group
        alone = not head.group or head.group in head.name or self._namer.has_measure(head.group) or self.place(head.name, setting) is not None
        return head.name if alone or head.has_measure or head.heading is not None else head.group + head.name

    def is_mean(self, row: Row) -> bool:
        """Whether a row counts per head, so that it is no part of a total: 每千人口床位数."""
        parent = row.parent
        return row.name.startswith(self._per_head) and parent is not None and not parent.name.startswith(self._per_head)

    def without_place(self, name: str, setting: Setting) -> tuple[Division | None, str]:
        """全市人口 → 人口, 浙江省专利授权量 → 专利授权量: the place is no part of the name."""
        found = self._places.at(name, 0, setting.home)
        if found is not None and found[1].name == name[: found[0]] != name:
            return found[1], name[found[0] :]
        for size in range(_LONGEST_PLACE, 1, -1):
            region = self._places.relative(name[:size], setting.home) if len(name) > size else None
            if region is not None and self._namer.clean(name) == name[size:]:
                return region, name[size:]
        return None, name

    def _filled(self, name: str, parent: Row | None) -> str:
        """The name of a row without a measure, with that of the nearest row above that has one; empty where none has."""
        while parent is not None and not parent.full:
            parent = parent.parent
        if parent is None:
            return ""
        root = parent
        while not root.head.has_measure and root.parent is not None:
            root = root.parent
        # 工业 under 第二产业 under 从业人员 is 工业从业人员; 小户型 under 住宅 under 销售面积 is 小户型住宅销售面积.
        by_root = self._namer.is_group(name) or self._members.changes_measure(root.full)
        return self._members.name(name, root.full if by_root else parent.full)

    # -- cells --------------------------------------------------------------------------------------

    def name(self, row: Row, column: Heading, setting: Setting) -> tuple[Division | None, str]:
        """The place that a cell is said of, where row or column name one, and the indicator; empty where there is none."""
        region, indicator = self._of_time(row.head.heading, column, setting) if row.head.heading is not None else self._of_row(row, column, setting)
        if row.head.is_total and indicator == row.name and column.narrows.thing:
            indicator = column.narrows.thing
        elif indicator and row.head.heading is None and not row.head.is_total:
            indicator = self._scopes.narrowed(indicator, row.name, column.own_measure, column.narrows)
        return region or row.region, indicator + self._growth if indicator and column.of_growth else indicator

    def _of_time(self, by_row: Heading, column: Heading, setting: Setting) -> tuple[Division | None, str]:
        """2020年 | 12.5, 平均每年增长（%） | 18.8: the row says when or how, the column whose."""
        region = self.place(column.words, setting)
        if region is not None and (by_row.measure or column.topic):
            return region, by_row.measure or self._measure_behind(column.words, column)
        whose = column.own_measure
        if not whose:
            return None, by_row.measure or column.subject
        return None, self._namer.clean(join(whose, by_row.measure or self._measure_behind(whose, column)))

    def _of_row(self, row: Row, column: Heading, setting: Setting) -> tuple[Division | None, str]:
        """越城区 with 发明专利授权量, 粮食 with 产量, 人均可支配收入 of 农村居民."""
        subject = self._subject(column)
        if row.head.is_total and subject and row.name == row.head.name:
            return self.place(column.words, setting), subject
        region = self.place(row.name, setting) or row.town
        if region is not None and (column.measure or row.full):
            return region, self._of_part(row, column) or subject or row.full
        if region is not None and column.topic and not column.own_measure and self.place(column.words, setting) is None:
            # 越城区 | 当年累计 under 发明专利授权情况: when, and only the caption says what.
            return region, self.without_place(column.topic, setting)[1]
        region = self.place(column.words, setting)
        if region is not None:
            return region, row.full or self._with_caption(row, column)
        own = column.own_measure
        if row.head.has_measure:
            return None, self._within(row.name, column) if own else row.name
        if column.names_measure:
            # 经开区 | 申请量 under 专利申请授权情况: of what the caption says.
            holds = column.topic and not column.of_caption and subject.endswith(own) and (row.name.endswith(self._namer.zones) or self._namer.is_name(row.name))
            return None, self._counted(row.name, subject if holds else own)
        if own:
            return None, self._in_group(row, own, column)
        return None, row.full or self._with_caption(row, column)

    def _of_part(self, row: Row, column: Heading) -> str:
        """国有工业总产值, where 东部地区 | 国有 stand under 东、中、西部地区工业总产值结构: the caption tells the places and what is measured of each."""
        own = column.own_measure
        measure = self._behind_places(row.name, column) if own and column.of_caption and not column.names_measure else ""
        return join(own, measure) if measure else ""

    def _subject(self, column: Heading) -> str:
        """What a column measures of no row in particular: 发明专利 under 专利授权量 in the caption, 注册量 under 商标注册情况."""
        own = column.own_measure
        if own and not column.names_measure and column.of_caption:
            return join(own, self._measure_behind(own, column))
        if self._namer.is_measure(own) and column.topic and not column.of_caption:
            # 专利申请和授权: one deed after the other.
            thing = self._namer.without_deeds(column.topic)
            if thing.endswith(self._joins):
                thing = self._namer.without_deed(self._namer.without_deeds(thing[:-1]))
            elif thing != column.topic:
                # 专利申请授权
                thing = self._namer.without_deed(thing)
            return own if thing in own else join(thing, own)
        return self._with_deed("", own, column) if self._takes_deed(own, column) else column.subject

    def _takes_deed(self, own: str, column: Heading) -> bool:
        """Whether the caption says what was done with what a column names: 企业 under 专利授权情况."""
        return bool(own and column.topic) and not column.of_caption and not column.names_measure

    def _counted(self, name: str, own: str) -> str:
        """A row without a measure, under a column with one: 粮食 | 产量, 境内专利授权 | 专利数, 专利授权数 | 专利数."""
        if name.endswith(own) or (name[-1] == own[-1] and own[-1] in self._measure_ends):
            return name
        return name + own[-1] if len(own) > _TAIL and own[:-1] in name and own[-1] in self._measure_ends else join(name, own)

    def _within(self, name: str, column: Heading) -> str:
        """A row that names what is measured, under a column that names something too."""
        own = column.own_measure
        if own in name or own in self._totals:
            return name
        if not column.names_measure:
            # 人均可支配收入 under 农村居民.
            return own + name
        # 居民消费价格 under 指数, and not 发电量 under 产量.
        return name if name[-1] == own[-1] else join(name, own)

    def _in_group(self, row: Row, own: str, column: Heading) -> str:
        """A row without a measure under a column that names a group: 食品烟酒 under 农村, 东部地区 under 国有."""
        if row.full:
            return own + row.full
        if self._members.qualifies(own) and not column.of_caption:
            return own + self._with_caption(row, column)
        if self._takes_deed(own, column):
            return self._with_deed(row.name, own, column)
        name = row.name if row.name.endswith(own) else row.name + own
        return join(name, self._measure_behind(row.name, column)) if column.of_caption else name

    def _with_caption(self, row: Row, column: Heading) -> str:
        """A row that only the caption, or the thing it is a part of, says more of."""
        name = row.name
        if row.head.owns_unit and row.head.unit is not None and row.head.unit.unit.kind == "count" and (column.unit is None or column.aspect == "change"):
            # 新批外资项目（个） under 外商直接投资情况: what is counted is named whole.
            return name
        if column.measure and not column.printed:
            return name if name.endswith(column.measure) else name + column.measure
        if column.topic and not column.measure:
            # 发明专利 under 专利授权情况.
            return join(name, column.topic)
        parent = row.parent
        if parent is None or parent.head.is_total or parent.head.is_empty or parent.head.number or row.head.has_measure:
            return name
        return self._members.of_thing(name, parent.name)

    def _with_deed(self, name: str, own: str, column: Heading) -> str:
        """What was done with what a row names, by whom the column does: 发明 | 企业 under 专利授权情况 is 企业发明专利授权.

        A column that says itself what was done (授权 over 企业) is of that of several deeds (专利申请授权情况).
        """
        whose, deed = self._namer.part_deeds(own)
        return whose + join(name, self._namer.without_deed(self._namer.without_deeds(column.topic)) + deed if deed else column.topic)

    def _measure_behind(self, group: str, column: Heading) -> str:
        """The measure in the caption behind its word for the groups: 工业总产值 of 东、中、西部地区工业总产值, of 东部地区."""
        return self._behind_places(group, column) or column.of_caption or column.topic

    def _behind_places(self, group: str, column: Heading) -> str:
        for size in range(len(group), _TAIL - 1, -1):
            _, found, rest = column.topic.rpartition(group[-size:])
            if found and self._namer.has_measure(rest):
                return rest
        return ""

    def all_measured(self, indicator: str, of_row: Row, column: Heading) -> str | None:
        """What a share without a printed whole is a share of.

        工业总产值, where 建材 | 工业总产值构成 is 建材工业总产值; 东部地区工业总产值, where 东部地区 | 国有 parts what the row has; 全部设备, where
        全部设备 | 80年代出厂 does. 工业总产值, where 1995年比重 | 东部地区 gives what the place has of it.
        """
        by_row, row, own = of_row.head.heading, of_row.name, column.own_measure
        if by_row is not None and not by_row.measure and by_row.aspect == "share" and column.aspect == "level" and column.topic.endswith(indicator) and indicator != column.topic:
            return indicator
        measure = indicator.removeprefix(row)
        all_of = self._behind_places(row, column) if own and column.of_caption else ""
        if all_of and indicator.endswith(all_of) and own in indicator:
            return all_of if measure == indicator else row + all_of
        if measure == indicator or len(measure) < _TAIL:
            # 法人单位 | 单位数 is 法人单位数, and 数 no whole.
            return None
        if measure == own and not self._namer.has_measure(own):
            return row
        return row + measure.removeprefix(own) if own and measure.startswith(own) and measure != own else measure

    def place(self, words: str, setting: Setting) -> Division | None:
        """The division that `words` name and nothing else."""
        found = self._places.at(words, 0, setting.home) if words else None
        return found[1] if found is not None and found[0] == len(words) else None
