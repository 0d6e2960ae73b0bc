"""Writes the stores of compiled patterns and of read tables when the package is built or installed (a build hook of hatchling).

`python scripts/build_stores.py` writes them anew; without them everything works, and the command starts 0.1 s later.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).resolve().parents[1] / "src"
# The packages whose modules have patterns and need nothing but what the build needs.
PACKAGES = ("rules", "linking", "checking")


def write_stores() -> tuple[Path, Path]:
    """Returns the files written."""
    sys.path.insert(0, str(SOURCES))
    from ipextract.lexicon import kept
    from ipextract.lexicon.loader import FILES, text_of

    return kept.store({name: text_of(name) for name in FILES}), _write_patterns()


def _write_patterns() -> Path:
    """Compiles every pattern of the package."""
    import regex

    from ipextract import patterns

    store: dict[patterns.Key, Any] = {}
    compile_anew = regex.compile

    def compile_and_keep(pattern: str, **lists: Any) -> Any:
        found = store[patterns.key(pattern, lists)] = compile_anew(pattern, **lists)
        return found

    waiting: list[patterns.Lazy] = []
    wait = patterns.Lazy.__init__

    def wait_and_be_known(self: patterns.Lazy, compiler: Callable[[], Any]) -> None:
        wait(self, compiler)
        waiting.append(self)

    patterns.STORE.unlink(missing_ok=True)
    regex.compile = compile_and_keep  # type: ignore[assignment]
    patterns.Lazy.__init__ = wait_and_be_known  # type: ignore[method-assign]
    from ipextract.extractor import Extractor

    extractor = Extractor()
    # It is made for the first table.
    _ = extractor._tables  # noqa: SLF001
    _import_modules()
    # Those of the modules, and those of the vocabularies that the extractor holds.
    for pattern in waiting:
        _ = pattern.search
    patterns.Lazy.__init__ = wait  # type: ignore[method-assign]
    regex.compile = compile_anew
    return patterns.write_store(store)


def _import_modules() -> None:
    """Imports the modules of the packages that have patterns."""
    for package in PACKAGES:
        for found in pkgutil.walk_packages([str(SOURCES / "ipextract" / package)], f"ipextract.{package}."):
            importlib.import_module(found.name)


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:
    pass
else:

    class StoresHook(BuildHookInterface):  # type: ignore[misc]
        """What hatchling asks before it builds."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
            """Adds the store to the wheel, or to the checkout that is installed in place."""
            if self.target_name != "wheel":
                return
            build_data["artifacts"] += [str(store.relative_to(SOURCES.parent)) for store in write_stores()]


if __name__ == "__main__":
    print(*write_stores(), sep="\n")
