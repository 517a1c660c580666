"""The group of all commands, and what becomes of errors: words on standard error, never a traceback."""

from __future__ import annotations

import errno
import sys
from io import TextIOWrapper
from typing import Any

import click

from bagpattern.errors import InputError, PatternError

FAILED_PROOF = 1
BAD_INPUT = 2


class Main(click.Group):
    """Runs a command; lists commands in the order of use, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they were added."""
        return [*self.commands]

    def invoke(self, ctx: click.Context) -> Any:
        """The command's result. Errors are printed, one line each, and end the program: 2 for input, 1 for patterns."""
        _let_every_character_be_printed()
        try:
            return super().invoke(ctx)
        except InputError as error:
            _print_all(error.problems)
            ctx.exit(BAD_INPUT)
        except PatternError as error:
            _print_all(error.findings)
            ctx.exit(FAILED_PROOF)
        except OSError as error:
            if error.errno == errno.EPIPE:  # a reader that had enough, such as head; click ends quietly
                raise
            click.echo(f"cannot write: {(error.strerror or str(error)).lower()}", err=True)
            ctx.exit(BAD_INPUT)


def _print_all(lines: tuple[object, ...]) -> None:
    for line in lines:
        click.echo(str(line), err=True)


def _let_every_character_be_printed() -> None:
    """A terminal that knows no '½' gets '?', not a traceback."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
