"""The command: `ipextract COMMAND`, put together from the modules of `ipextract.commands`.

Data goes to standard output, notes to standard error. Exit codes: 0, 1 where some input failed (the
others are still done), 2 for wrong usage.
"""

from __future__ import annotations

import gc
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ipextract import __version__

#: The commands in the order of the help, each with its module in `ipextract.commands`.
_MODULES = {
    "extract": "extract",
    "batch": "batch",
    "compare": "compare",
    "report": "report",
    "series": "series",
    "export": "export",
    "schema": "describe",
    "rules": "describe",
    "evaluate": "evaluate",
}
# Plain help and plain tracebacks: loading rich would cost more time than the extraction of a release.
_PLAIN: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}


class _Commands(TyperGroup):
    """Loads the command that is asked for and no other; all of them for the help, and to say which one a mistyped name may mean."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(_MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        for name in [cmd_name] if cmd_name in _MODULES else _MODULES:
            if name not in self.commands:
                self.commands[name] = _command(name)
        return super().get_command(ctx, cmd_name)


def _command(name: str) -> Any:
    alone = typer.Typer(**_PLAIN)
    alone.command(name)(getattr(import_module(f"ipextract.commands.{_MODULES[name]}"), name))
    return typer.main.get_command(alone)


app = typer.Typer(name="ipextract", cls=_Commands, help="The numbers of Chinese government releases as typed records.", no_args_is_help=True, **_PLAIN)


def main() -> None:
    """Run the command and exit."""
    app(prog_name="ipextract")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ipextract {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")] = False,  # noqa: ARG001
) -> None:
    # What is loaded by now stays to the end; `__main__` loads it without looking for garbage.
    gc.freeze()
    gc.enable()
