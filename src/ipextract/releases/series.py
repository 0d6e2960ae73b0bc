"""One indicator over the releases, while it is put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ipextract.releases.models import Match
from ipextract.releases.names import Form
from ipextract.releases.observations import Key, Observation

#: Whether a change that the newer release states of its observation leads back to the older one: two releases by their
#: numbers, each with its observation, the newer first; None where no stated change says anything of it.
Leads = Callable[[int, Observation, int, Observation], bool | None]


@dataclass(slots=True)
class Row:
    """One indicator as it grows from release to release.

    Attributes:
        key: its region, aspect, unit and relation.
        members: by the number of the release.
        matches: how a member found the row, by the number of the release; the first found nothing.
    """

    key: Key
    members: dict[int, Observation] = field(default_factory=dict)
    matches: dict[int, Match] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The newest release that has it."""
        return max(self.members)

    @property
    def newest(self) -> Observation:
        """What the newest release that has it says."""
        return self.members[self.last]

    def forms(self) -> tuple[Form, ...]:
        """All forms of its names, those of newer releases first."""
        return tuple(dict.fromkeys(form for number in sorted(self.members, reverse=True) for form in self.members[number].forms))

    def exact(self) -> tuple[str, ...]:
        """All its names in one spelling, those of newer releases first."""
        return tuple(dict.fromkeys(form.exact for form in self.forms()))
