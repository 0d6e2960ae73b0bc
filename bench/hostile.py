"""What broken and hostile files cost: each read by the command in a process of its own, with its time and peak memory.

    python bench/hostile.py

The files are made in a directory that is deleted afterwards. The table shows for each what the command
said, how long it took, and the most memory it held; the first row is the command itself on a release.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
RELEASES = ROOT / "fixtures" / "formats"
WORD = "word/document.xml"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ENTITIES = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>'


def changed(form: str, part: str, content: bytes) -> bytes:
    """A copy of a release's archive with another content of one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(RELEASES / f"release.{form}") as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))
    return out.getvalue()


def without(form: str, part: str) -> bytes:
    """A copy of a release's archive without one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(RELEASES / f"release.{form}") as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if part not in name:
                target.writestr(name, source.read(name))
    return out.getvalue()


def locked() -> bytes:
    """A PDF that needs a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt=StandardEncryption("open", canPrint=0))
    page.drawString(100, 700, "12")
    page.save()
    return out.getvalue()


def scanned() -> bytes:
    """A PDF whose page is a picture."""
    from PIL import Image
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawInlineImage(Image.new("L", (600, 800), 200), 0, 0, 595, 842)
    page.save()
    return out.getvalue()


def files() -> Iterator[tuple[str, str, bytes | int]]:
    """What it is, its name, and its bytes or its length."""
    pdf = (RELEASES / "release.pdf").read_bytes()
    yield "a release", "release.txt", (RELEASES / "release.txt").read_bytes()
    yield "a PDF cut off", "cut.pdf", pdf[: len(pdf) // 2]
    yield "a PDF with a password", "locked.pdf", locked()
    yield "a scanned PDF without text", "scan.pdf", scanned()
    yield "an image named .pdf", "image.pdf", b"\x89PNG\r\n\x1a\n" + bytes(10_000)
    yield "a DOCX cut off", "cut.docx", (RELEASES / "release.docx").read_bytes()[:3000]
    yield "a DOCX that unpacks to 2 GB", "bomb.docx", _bomb()
    yield "a DOCX with external entities", "entity.docx", changed("docx", WORD, f'<?xml version="1.0"?>{ENTITIES}<w:document xmlns:w="{WORDS}">&b;</w:document>'.encode())
    yield "an OFD without its pages", "missing.ofd", without("ofd", "Content.xml")
    yield "an OFD without its document", "headless.ofd", without("ofd", "Document.xml")
    yield "HTML nested 100 000 deep", "deep.html", b"<html><body>" + b"<div>" * 100_000 + "增长5%".encode()
    yield "a legacy .doc", "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(10_000)
    yield "a file of 500 MB", "large.pdf", 500_000_000


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        target.writestr("[Content_Types].xml", "<Types/>")
        with target.open(WORD, "w", force_zip64=True) as part:
            part.write(f'<w:document xmlns:w="{WORDS}"><w:body>'.encode())
            for _ in range(200):
                part.write(b"<w:p><w:r><w:t>12</w:t></w:r></w:p>" * 285_000)
            part.write(b"</w:body></w:document>")
    return out.getvalue()


def measure(path: Path) -> tuple[float, float, str]:
    """Seconds, megabytes at the peak, and the last line that the command said."""
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "ipextract", "extract", "--omit-text", str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read() if process.stderr else ""
    _, _, usage = os.wait4(process.pid, 0)
    scale = 1 if sys.platform == "darwin" else 1024
    return time.perf_counter() - begin, usage.ru_maxrss * scale / 1e6, said.strip().splitlines()[-1] if said.strip() else ""


def main() -> None:
    """Write the table."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print("| file | seconds | MB | what the command says |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as root:
        for what, name, content in files():
            path = Path(root) / name
            if isinstance(content, int):
                with path.open("wb") as handle:
                    handle.truncate(content)
            else:
                path.write_bytes(content)
            seconds, megabytes, said = measure(path)
            print(f"| {what} | {seconds:.2f} | {megabytes:.0f} | {said.replace(root + os.sep, '')} |", flush=True)


if __name__ == "__main__":
    main()
