"""What must hold for every input: it is read or refused in one line, and the ledger of what was read is complete."""

from __future__ import annotations

import json
import re
from functools import cache

from ipextract.errors import InputError
from ipextract.extractor import Extractor
from ipextract.models import Extraction, Numeral, Role
from ipextract.reading import Limits, read_bytes

ROLES: tuple[Role, ...] = ("claim", "date", "period", "reference", "name", "qualifier", "ordinal", "heading", "furniture", "unresolved")
#: What a file of a fuzzed run may hold: as much as a real one, and not so much that the limits are all that is tried.
LIMITS = Limits(file_bytes=5_000_000, unpacked_bytes=20_000_000, characters=200_000, pages=50, cells=50_000)
_SECRETS = re.compile(r"Traceback|File \"")


@cache
def extractor() -> Extractor:
    """One for all."""
    return Extractor()


def check_text(text: str) -> None:
    """Extract a text; its ledger is complete and its JSON is JSON."""
    result = extractor().extract(text)
    check(result)
    json.loads(result.to_json())


def check_file(data: bytes, name: str) -> bool:
    """Read a file and extract it, or see it refused in a line that names it; whether it was read."""
    try:
        document = read_bytes(data, name, LIMITS)
    except InputError as error:
        _check_reason(str(error), name)
        return False
    position = 0
    for block in document.blocks:
        assert 0 <= block.start <= block.end <= len(document.text), block
        assert position <= block.start or block.kind == "furniture" or block.gaps, block
        position = max(position, block.start)
        for row in block.grid or ():
            for cell in row:
                assert "".join(cell.text.split()) == "".join(document.text[cell.start : cell.end].split()), cell
    result = extractor().extract_document(document)
    check(result)
    json.loads(result.to_json())
    return True


def _check_reason(said: str, name: str) -> None:
    assert said.startswith(f"{name}: "), said
    assert "\n" not in said, said
    assert not _SECRETS.search(said), said


def check(result: Extraction) -> None:
    """What holds for the ledger of any document."""
    text = result.document.text or ""
    check_entries(text, result.numerals)
    claims = {claim.id: claim for claim in result.claims}
    named: list[str] = []
    for entry in result.numerals:
        assert (entry.role == "claim") == bool(entry.claims)
        named += entry.claims
        for one in entry.claims:
            assert (claims[one].evidence.start, claims[one].evidence.end) == (entry.start, entry.end)
    assert sorted(named) == sorted(claims)


def check_entries(text: str, numerals: tuple[Numeral, ...]) -> None:
    position = 0
    covered = [False] * len(text)
    for entry in numerals:
        assert position <= entry.start < entry.end <= len(text)
        position = entry.end
        assert text[entry.start : entry.end] == entry.text
        assert entry.role in ROLES
        covered[entry.start : entry.end] = [True] * (entry.end - entry.start)
    assert all(done for done, char in zip(covered, text, strict=True) if char.isdecimal())
