"""Writes the stores of compiled patterns and of read tables when the package is built or installed (a build hook of hatchling).

`python scripts/build_stores.py` writes them anew; without them everything works, and the command starts 0.1 s later.
"""

from __future__ import annotations

import importlib
import pickle
import pkgutil
import sys
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

    patterns.STORE.unlink(missing_ok=True)
    regex.compile = compile_and_keep  # type: ignore[assignment]
    from ipextract.extractor import Extractor

    extractor = Extractor()
    # It is made for the first table.
    _ = extractor._tables  # noqa: SLF001
    for module in _modules():
        for value in list(vars(module).values()):
            _compile(value)
    regex.compile = compile_anew
    # Whole or not at all: somebody may be starting the command now.
    beside = patterns.STORE.with_suffix(".new")
    with beside.open("wb") as file:
        pickle.dump(patterns.version(), file)
        pickle.dump(store, file)
    return beside.replace(patterns.STORE)


def _compile(value: Any) -> None:
    """Asks the patterns that wait to be asked, also those of a table: (rule, pattern), (rule, pattern)."""
    from ipextract import patterns

    if isinstance(value, patterns.Lazy):
        _ = value.search
    elif isinstance(value, tuple):
        for one in value:
            _compile(one)


def _modules() -> list[Any]:
    """The modules of the packages, and those that were loaded with them."""
    for package in PACKAGES:
        for found in pkgutil.walk_packages([str(SOURCES / "ipextract" / package)], f"ipextract.{package}."):
            importlib.import_module(found.name)
    return [module for name, module in sorted(sys.modules.items()) if name.startswith("ipextract")]


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
