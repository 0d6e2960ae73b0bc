"""The errors a caller can meet: each says what is wrong, where, and what to do."""

from __future__ import annotations


class IpextractError(Exception):
    """Base of every error that ipextract raises on purpose."""


class InputError(IpextractError):
    """An input that cannot be read: missing, empty, binary, or in an unknown encoding.

    Args:
        source: the file's name as the user gave it (`-` for standard input).
        reason: what is wrong and what to do, without the name.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


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
