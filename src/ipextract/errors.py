"""The errors a caller can meet: each says what is wrong, where, and what to do."""

from __future__ import annotations

_LONGEST_REASON = 500


class IpextractError(Exception):
    """Base of every error that ipextract raises on purpose."""


class InputError(IpextractError):
    """An input that cannot be read: missing, empty, binary, or in an unknown encoding.

    Args:
        source: the file's name as the user gave it (`-` for standard input).
        reason: what is wrong and what to do, without the name. It may quote the file, which may say anything: line
            breaks become blanks, and the middle of a long reason is left out.
    """

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = _one_line(reason)
        super().__init__(f"{source}: {self.reason}")


class LexiconError(IpextractError):
    """A lexicon file that does not fit the format (docs/lexicon.md)."""


class NamesError(IpextractError):
    """A file of names that does not fit the format (docs/compare.md)."""


class ComparisonError(IpextractError):
    """Releases that cannot be compared: fewer than two, or one that says no period."""


class MissingExtraError(IpextractError):
    """What was asked for needs a library that an extra brings.

    Args:
        doing: what needs it: `writing Parquet`.
        extra: the extra to install.
    """

    def __init__(self, doing: str, extra: str) -> None:
        super().__init__(f"{doing} needs more libraries: pip install 'ipextract[{extra}]'")
        self.extra = extra


def _one_line(reason: str) -> str:
    """`reason` without line breaks, and no longer than a reader reads."""
    words = " ".join(reason.split())
    half = _LONGEST_REASON // 2
    return words if len(words) <= _LONGEST_REASON else f"{words[:half]} … {words[-half:]}"
