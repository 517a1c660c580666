"""The group of all commands, and what becomes of errors: words on standard error, never a traceback."""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from typing import Any

import click

COMMANDS = {
    "draft": ("drafting", "Draft a pattern and write its files."),
    "check": ("checking", "Prove that a pattern can be sewn, without writing files."),
    "show": ("showing", "Show the pieces with their cut sizes, what to buy, and the steps."),
    "fit": ("contents_fit", "Tell whether a bag takes what it is to hold."),
    "lay": ("laying", "Lay the pieces on your cloth: how much to buy, and how to cut."),
    "range": ("ranging", "Draft a bag in all sizes, cloths, papers and languages."),
    "list": ("listing", "List presets and styles, parts, materials or items."),
    "schema": ("declaring", "Print a JSON Schema of presets, for editors."),
    "design": ("designing", "Shape a bag on a page in your browser, and see it sewn."),
    "serve": ("serving", "Serve the designer to everybody."),
    "new": ("beginning", "Write a commented preset of your own, to be changed."),
}
"""Each command's module and first line of help, in the order of use; a module is imported when its command runs."""


_SELDOM = 100_000
"""New objects between two searches for circular garbage: a command makes little of it and soon ends."""


class Main(click.Group):
    """Finds a command by name, runs it, and turns errors into words."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """As every group does; and when a shell asks for completions, it is answered in our own way."""
        import os

        if os.environ.get("_BAGPATTERN_COMPLETE"):
            import bagpattern.cli._completion  # noqa: F401  (registers itself)
        return super().main(*args, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of use, not of the alphabet."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"bagpattern.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command that the arguments begin with. Raises UsageError with a proposal when there is none."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from bagpattern.errors import did_you_mean, quoted

            ctx.fail(f"there is no command {quoted(args[0])}{did_you_mean(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """The command's result. An error of the input or the pattern is printed, and ends the program."""
        _let_every_character_be_printed()
        gc.set_threshold(_SELDOM)
        atexit.register(gc.freeze)  # else Python searches everything there is for garbage before it ends: 30 ms
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            from bagpattern.cli._failures import failure  # costs what only a failing command need pay
            from bagpattern.cli._spoken import spoken

            lines, status = failure(error, spoken(ctx))
            for line in lines:
                click.echo(line, err=True)
            ctx.exit(status)


def _let_every_character_be_printed() -> None:
    """A terminal that knows no '½' gets '?', not a traceback."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
