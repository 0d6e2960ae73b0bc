"""What a heading says of the cells that it heads: 比上年增长（%）."""

from __future__ import annotations

from dataclasses import dataclass

from ipextract.linking.period.spans import Span
from ipextract.linking.tables.scopes import NO_SCOPE, Scope
from ipextract.linking.tables.units import Measured
from ipextract.rules.tokens import Basis


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of the cells that it heads.

    Attributes:
        words: its words without unit, year and marks.
        aspect: what the cells state.
        measure: the noun that says what is measured; empty where the other headings say it.
        unit: their unit, where one is named.
        period: their time, where one is named.
        basis: what changes are measured against.
        printed: whether the measure stands in the heading itself rather than in the caption.
        of_caption: the measure that the caption names.
        topic: all that the caption says is measured (专利授权量 has the measure 授权量), or the deed that it counts (专利授权);
            empty where it names neither.
        yearless: whether the period takes its year from elsewhere: 一季度.
        is_aim: whether it is what was planned: 2023年目标.
        cumulates: whether it adds up from the beginning of the year: 累计.
        stands: whether it is of what there was at the end of its time: beside 比年初增长.
        is_done: whether it is what came of a plan: 完成值.
        is_part: whether its cells are parts of those in the column before: 其中：发明专利.
        falls: whether its numbers say how far something fell: 降幅（%）.
        owns_unit: whether its unit stands in it rather than in the caption.
        whole: for shares what they are shares of: 出口总额 of 占出口总额比重.
        of_growth: for places in a ranking whether the growth is ranked: 增速位次.
        moves: whether its changes are of places in a ranking: 位次变化.
        scope: among whom is ranked: 全省位次.
        narrows: to whom or what the caption narrows all cells.
        names_measure: whether its own measure says what is measured (产量), not only of whom (农村居民).
    """

    words: str
    aspect: str
    measure: str
    unit: Measured | None
    period: Span | None
    basis: Basis | None
    printed: bool = True
    of_caption: str = ""
    topic: str = ""
    yearless: bool = False
    is_aim: bool = False
    is_done: bool = False
    cumulates: bool = False
    is_part: bool = False
    falls: bool = False
    owns_unit: bool = False
    whole: str = ""
    of_growth: bool = False
    moves: bool = False
    scope: str = ""
    narrows: Scope = NO_SCOPE
    names_measure: bool = False
    stands: bool = False

    @property
    def own_measure(self) -> str:
        """The measure that stands in the heading itself."""
        return self.measure if self.printed else ""

    @property
    def subject(self) -> str:
        """What is measured of no row in particular: the heading's own measure, or all that the caption says."""
        return self.measure if self.printed else self.topic or self.measure
