"""Known holes in the versions of constraints.txt: `make audit`.

pip-audit asks the Python Package Index; where that does not answer, or pip-audit is not installed, nothing is audited, which is
said, and is no failure. What the index knows nothing of is counted and said too.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_AUDIT = ("-m", "pip_audit", "--requirement", "constraints.txt", "--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off")


def main() -> int:
    """1 where a package has a known hole."""
    done = subprocess.run([sys.executable, *_AUDIT], cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        lines = done.stderr.strip().splitlines()
        print(f"audit skipped: {lines[-1] if lines else 'pip-audit gave no answer'}")
        return 0
    holes = [(package, hole) for package in packages for hole in package.get("vulns", ())]
    unknown = sum("skip_reason" in package for package in packages)
    for package, hole in holes:
        print(f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no version yet'}")
    if unknown == len(packages):
        print(f"audit skipped: the index answered for none of the {unknown} packages")
    else:
        print(f"{len(packages) - unknown} packages audited, {len(holes)} known holes; the index knows nothing of {unknown}")
    return 1 if holes else 0


if __name__ == "__main__":
    sys.exit(main())
