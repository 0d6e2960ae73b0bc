"""ipextract: the numbers of Chinese government releases as typed records.

    >>> import ipextract
    >>> result = ipextract.extract("2024年，无锡市发明专利授权量13823件，同比增长17.64%。")
    >>> [(claim.indicator, claim.aspect, str(claim.value), claim.unit) for claim in result.claims]
    [('发明专利授权量', 'level', '13823', '件'), ('发明专利授权量', 'change', '17.64', '%')]

Importing the package does no work and loads no segmenter; every name below is fetched when it is
first used. `extract` and `extract_file` share one `Extractor` that is built at the first call and
kept; make your own for another segmenter or a lexicon of your own.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from ipextract.errors import ComparisonError, InputError, IpextractError, LexiconError, NamesError
    from ipextract.extractor import Extractor
    from ipextract.models import (
        SCHEMA_VERSION,
        Change,
        Check,
        Claim,
        DocumentInfo,
        Evidence,
        Extraction,
        Gap,
        Interval,
        Numeral,
        Period,
        Rank,
        Region,
        Share,
        Span,
    )
    from ipextract.output.report import report
    from ipextract.reading import Limits
    from ipextract.releases.models import Comparison

__version__ = "0.1.0"

__all__ = [
    "SCHEMA_VERSION",
    "Change",
    "Check",
    "Claim",
    "Comparison",
    "ComparisonError",
    "DocumentInfo",
    "Evidence",
    "Extraction",
    "Extractor",
    "Gap",
    "InputError",
    "Interval",
    "IpextractError",
    "LexiconError",
    "Limits",
    "NamesError",
    "Numeral",
    "Period",
    "Rank",
    "Region",
    "Share",
    "Span",
    "__version__",
    "compare",
    "extract",
    "extract_file",
    "report",
]

# Where the names that are not defined here live; everything else is a record.
_HOMES = {
    "Comparison": "ipextract.releases.models",
    "ComparisonError": "ipextract.errors",
    "Extractor": "ipextract.extractor",
    "InputError": "ipextract.errors",
    "IpextractError": "ipextract.errors",
    "LexiconError": "ipextract.errors",
    "Limits": "ipextract.reading",
    "NamesError": "ipextract.errors",
    "report": "ipextract.output.report",
}


def extract(text: str) -> Extraction:
    r"""All numeric claims of `text`, by the default extractor.

    Args:
        text: the release itself, never a path. Offsets in the result count its code points (a
            byte-order mark dropped, `\r\n` as `\n`).
    """
    return _default_extractor().extract(text)


def extract_file(path: str | Path) -> Extraction:
    """All numeric claims of the file at `path`, by the default extractor.

    Raises:
        InputError: the file is missing, a directory, empty, broken, too large or in a format that is not read.
    """
    return _default_extractor().extract_file(path)


def compare(*releases: Extraction | str | Path, names: str | Path | None = None) -> Comparison:
    """Releases of several years laid beside each other, by the default extractor.

    Args:
        releases: extractions, or paths of files: documents of any format that is read, or JSON that
            `ipextract extract` wrote. A file may hold several releases. Their order does not matter.
        names: a TOML file that says which names mean the same and which do not (docs/compare.md).

    Raises:
        InputError: a file cannot be read.
        NamesError: the file of names does not fit its format.
        ComparisonError: there are fewer than two releases, or one says no period.
    """
    from ipextract.releases.comparison import compare_extractions
    from ipextract.releases.overrules import read_overrules
    from ipextract.releases.saved import all_releases

    return compare_extractions(all_releases(releases, _default_extractor()), None if names is None else read_overrules(names))


@cache
def _default_extractor() -> Extractor:
    from ipextract.extractor import Extractor

    return Extractor()


if not TYPE_CHECKING:  # so that type checkers still know which names there are

    def __getattr__(name: str) -> Any:
        """The public names, imported when first asked for."""
        if name.startswith("_") or name not in __all__:
            raise AttributeError(f"module 'ipextract' has no attribute {name!r}")
        value = getattr(import_module(_HOMES.get(name, "ipextract.models")), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
