"""Draws docs/report.png, the picture of the report in the README: `python scripts/picture_report.py`.

It opens the report of an invented release in headless Chromium, at the check of a stated change. Chromium, its
driver and a Chinese font must be installed.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import browser  # noqa: E402
from PIL import Image  # noqa: E402

import ipextract  # noqa: E402

RELEASE, NUMBER = ROOT / "fixtures" / "ip-yantai-2024.txt", "24.9%"
PICTURE = ROOT / "docs" / "report.png"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, browser(Path(folder)) as web:
        page = Path(folder) / "report.html"
        page.write_text(ipextract.report(ipextract.extract_file(RELEASE)), encoding="utf-8")
        web.resize(1360, 880)
        web.open(page)
        web.number(NUMBER).click()
        picture = Image.open(io.BytesIO(web.picture())).convert("RGB")
    # 256 colours, so that the file stays small; an octree keeps those that are rare, as the words of a kind.
    picture.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(f"{PICTURE}: {PICTURE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
