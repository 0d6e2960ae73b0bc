"""What the figures were measured on, and of what."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path
from typing import Any

from texts import ROOT


def describe() -> dict[str, Any]:
    """Processor, memory, system, Python, and the commit that is measured."""
    return {
        "machine": {
            "processor": _processor(),
            "processors": os.cpu_count(),
            "memory": _memory(),
            "system": platform.system(),
            "python": platform.python_version(),
        },
        "commit": _commit(),
    }


def load() -> list[float] | None:
    """Processes that wanted to run in the last one and five minutes: more than the processors, and others were at work."""
    return [round(one, 1) for one in os.getloadavg()[:2]] if hasattr(os, "getloadavg") else None


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        for line in listed.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> int | None:
    """Bytes of memory, where the system says."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None


def _commit() -> str:
    """The commit of this checkout, with a plus where files differ from it."""
    try:
        said = subprocess.run(["git", "describe", "--always", "--dirty=+"], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return said.stdout.strip()
