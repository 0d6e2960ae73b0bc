"""Write the release as plain text: a paragraph a line, cells parted by tabs."""

from __future__ import annotations

import sys
from pathlib import Path

from release import BODY, PUBLISHED, PUBLISHER, TITLE, Table


def text() -> str:
    lines = [TITLE, PUBLISHER, PUBLISHED, ""]
    for part in BODY:
        if not isinstance(part, Table):
            lines.append(part.text)
            continue
        lines.append(part.caption)
        if part.unit:
            lines.append(part.unit)
        covered: set[tuple[int, int]] = set()
        for number, row in enumerate(part.rows):
            cells: list[str] = []
            for cell in row:
                while (number, len(cells)) in covered:
                    cells.append("")
                column = len(cells)
                cells += [cell.text, *[""] * (cell.columns - 1)]
                covered.update((number + down, column + right) for down in range(1, cell.rows) for right in range(cell.columns))
            lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(text(), encoding="utf-8")
