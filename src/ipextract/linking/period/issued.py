"""When a document was issued, by what it says by the way: its number, and the days that it tells of as just past."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ipextract.patterns import compiled, lazily
from ipextract.reading.document import Document

# 政发〔2023〕18号
_NUMBER = lazily(compiled, r"(?m)^[^，。；\n]{1,16}[〔\[（(【](?P<year>(?:19|20)\d{2})[〕\]）)】]\s?\d{1,4}\s?号\s*$")
# Where it stands.
_HEAD = 400
# How many days news is of.
_NEWS, _LAST_MONTH = 31, 12
# In January and February the year before is told of, whatever the day.
_TURN_OF_YEAR = 2


def year_of_number(document: Document) -> int | None:
    """The year of a document's number, 〔2023〕18号 below its title: that in which it was issued; None where it has none."""
    found = _NUMBER.search(document.text, 0, _HEAD)
    return None if found is None else int(found["year"])


def days_before(days_alone: list[tuple[str, str]], published: date) -> int:
    """How many of the days without a year that a text names (`days_alone`, each its month and day) lie within the month before its publication: 3月25日 in news of 29 March."""
    if published.month <= _TURN_OF_YEAR:
        return 0
    days = ((int(month), int(day)) for month, day in days_alone)
    known = (date(published.year, month, day) for month, day in days if 1 <= month <= _LAST_MONTH and 1 <= day <= monthrange(published.year, month)[1])
    return sum(0 <= (published - day).days <= _NEWS for day in known)
