"""Extracting annotated releases and gathering what was found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from ipextract.evaluation.gold import GoldError, read_gold
from ipextract.evaluation.matching import Finding, match
from ipextract.models import Extraction

_SUFFIXES = (".txt", ".md")


class Extracts(Protocol):
    """What an evaluation needs of an extractor."""

    def extract_file(self, path: str | Path) -> Extraction:
        """The extraction of the file at `path`."""
        ...


class Evaluation:
    """The findings over one gold file after another.

    Attributes:
        findings: by the gold file's name, in the order they were added.
        gaps: by the same name, numerals of the document that the gold file leaves out.
    """

    def __init__(self, extractor: Extracts) -> None:
        self._extractor = extractor
        self.findings: dict[str, list[Finding]] = {}
        self.gaps: dict[str, tuple[str, ...]] = {}

    def add(self, gold: Path, document: Path | None = None) -> None:
        """Extract the document of `gold` (`document`, or the text beside it) and score it.

        Raises:
            GoldError: there is no document, or the gold file does not fit it.
            InputError: the document cannot be read.
        """
        extraction = self._extractor.extract_file(document or _document_of(gold))
        annotated = read_gold(gold, extraction.document.text or "")
        self.findings[annotated.name] = match(annotated, extraction)
        self.gaps[annotated.name] = annotated.gaps


def find_golds(path: Path) -> Iterator[Path]:
    """The gold file at `path`, or those in the directory, by name.

    Raises:
        GoldError: a directory without gold files.
    """
    if not path.is_dir():
        yield path
        return
    found = sorted(path.glob("*.gold"))
    if not found:
        raise GoldError(f"{path}: no *.gold in this directory")
    yield from found


def _document_of(gold: Path) -> Path:
    for suffix in _SUFFIXES:
        document = gold.with_suffix(suffix)
        if document.is_file():
            return document
    raise GoldError(f"{gold}: no {gold.stem}.txt or {gold.stem}.md beside it; name its document with --document")
