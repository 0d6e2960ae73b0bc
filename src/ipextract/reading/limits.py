"""How much a reader takes on before it says no: files from outside may be of any size and shape."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost at most; a larger one is refused with a message.

    Attributes:
        file_bytes: the size of the file.
        unpacked_bytes: the size of what an archive (DOCX, XLSX, OFD) holds, unpacked.
        characters: the length of the text.
        pages: the number of pages.
        cells: the number of cells of all tables.
    """

    file_bytes: int = 100_000_000
    unpacked_bytes: int = 400_000_000
    characters: int = 20_000_000
    pages: int = 5_000
    cells: int = 2_000_000
