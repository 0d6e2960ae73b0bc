"""The environment of the peers, whose old dependencies stay apart: `python bench/peers.py [DIRECTORY]` makes it with pip.

Without DIRECTORY it is build/peers, where `run.py` looks; nothing else is touched. Recognizers-Text was last released
in 2019 and needs an emoji package older than 2.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

HOME = Path(__file__).resolve().parents[1] / "build" / "peers"
REQUIREMENTS = ("jionlp==1.5.31", "recognizers-text-suite==1.0.2a2", "emoji==1.7.0")


def python(home: Path) -> Path:
    """The interpreter of the environment at `home`."""
    return home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def main() -> None:
    home = Path(sys.argv[1]) if len(sys.argv) > 1 else HOME
    venv.create(home, with_pip=True)
    subprocess.run([str(python(home)), "-m", "pip", "install", "--quiet", *REQUIREMENTS], check=True)
    print(f"JioNLP and Recognizers-Text are in {home}.")


if __name__ == "__main__":
    main()
