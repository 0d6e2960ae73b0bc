"""Small files of the office formats, written by hand: what a test is about stands in the test."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping

from ipextract import InputError
from ipextract.reading import Document, read_bytes

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def relations(*targets: tuple[str, str], mode: str = "Internal") -> str:
    """A part of relations: (kind, target) each."""
    rows = "".join(f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}" TargetMode="{mode}"/>' for number, (kind, target) in enumerate(targets))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def word_parts(body: str, **parts: str) -> dict[str, str | bytes]:
    """The parts of a Word file with this body; `styles`, `numbering`, `footnotes` … are the insides of those parts."""
    made: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {WORD} {_OTHERS}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(*((kind, f"{kind}.xml") for kind in parts)),
    }
    made.update({f"word/{kind}.xml": f"<w:{kind} {WORD}>{content}</w:{kind}>" for kind, content in parts.items()})
    return made


def word(body: str, **parts: str) -> bytes:
    """A Word file with this body and these parts."""
    return archive(word_parts(body, **parts))


def line(text: str, properties: str = "") -> str:
    """A paragraph of a Word file; `|` begins a new run."""
    runs = "".join(f"<w:r><w:t xml:space='preserve'>{piece}</w:t></w:r>" for piece in text.split("|"))
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def shown(document: Document) -> list[str]:
    """Each block as `kind: text`, a table as its rows of cells parted by bars."""
    out = []
    for block in document.blocks:
        if block.grid is None:
            out.append(f"{block.kind}: {document.text[block.start : block.end]}")
        else:
            out += [" | ".join(cell.text for cell in row) for row in block.grid]
    return out


#: A function for programs of the tests' own: the most memory that this program has held, in kilobytes. What
#: `getrusage` says of it on Linux is also what the tests themselves hold, out of which the program was started.
PEAK = """
def peak():
    import pathlib, re, resource, sys
    status = pathlib.Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text())[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
"""


def measured(program: str, *arguments: str) -> tuple[str, int]:
    """What a program of the test's own prints, and its peak memory in megabytes."""
    tail = f"\n{PEAK}\nprint('PEAK', peak() // 1024)"
    done = subprocess.run([sys.executable, "-c", program + tail, *arguments], capture_output=True, text=True, check=True, timeout=120)
    found = re.fullmatch(r"(.*)PEAK (\d+)\s*", done.stdout, re.DOTALL)
    assert found is not None
    return found.group(1).strip(), int(found.group(2))


def is_read_or_refused(data: bytes, name: str) -> bool:
    """Whether a file is read, or refused in one line that names it; any other exception is the test's."""
    try:
        read_bytes(data, name)
    except InputError as error:
        return str(error).startswith(f"{name}: ") and "\n" not in str(error)
    return True
