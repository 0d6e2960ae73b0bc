"""The command as it is started: `ipextract`, or `python -m ipextract`."""

from __future__ import annotations

import gc


def main() -> None:
    """Load the command, run it and exit."""
    # To look through the modules for garbage, again and again while they are loaded, takes longer than to read a notice.
    gc.disable()
    from ipextract.cli import main as run

    run()


if __name__ == "__main__":
    main()
