"""Points: the differences of rates."""

from __future__ import annotations

from ipextract.lexicon import Lexicon


class Points:
    """Which units are points of which rates: 提高1.2个百分点 of a share in %.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._units = lexicon.table("units.roles.points_of")
        self._rates = {unit: rate for rate, units in self._units.items() for unit in units}

    def of(self, unit: str | None) -> str | None:
        """The rate that a unit counts points of; None where it is no such unit."""
        return self._rates.get(unit) if unit else None

    def in_points(self, rate: str | None) -> str | None:
        """The unit in which differences of a rate are given; any other unit is that of its own differences."""
        return self._units[rate][0] if rate in self._units else rate
