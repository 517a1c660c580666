"""Files to cut by, at true size: what is asked for of them on the command line, and their contents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from bagpattern.cli._formats import as_on_the_line, given_wishes, wished_of
from bagpattern.cli._options import several
from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.drawing.cloth.true_size import Sheet
    from bagpattern.export import Files
    from bagpattern.layout.beds import Bed
    from bagpattern.model.pattern import Pattern
    from bagpattern.options import Options

WISHES = (
    "colours",
    "allowance",
    "no_allowance_for",
    "kerf",
    "holes",
    "engrave",
    "svg_dpi",
    "roll",
    "dxf_version",
    "dxf_arcs",
)
"""What can be asked for of them, as ``draft --for cutter`` has it."""
wished = wished_of(WISHES)
TRUE_SIZE = ("svg", "dxf", "hpgl")
"""The formats that machines read."""
USUAL = ("svg", "dxf")
_WHOLE = "3 m"
"""A machine that takes the cloth reaches as far as it, so plotter files are not split unless a roll is named."""


@value
class Cutting:
    """The formats that are wanted, none if nothing is to be cut by a machine; and how they are wished."""

    formats: tuple[str, ...]
    options: Options


def read_formats(ctx: click.Context, param: click.Parameter, given: str | None) -> tuple[str, ...]:
    """The formats of ``--format a,b``."""
    names = tuple(dict.fromkeys(each.strip().lower() for each in given.split(","))) if given else ()
    for name in names:
        if name not in TRUE_SIZE:
            raise click.BadParameter(f'nothing is cut from "{name}"; there is {", ".join(TRUE_SIZE)}')
    return names


def complete_formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """What the list may become."""
    return several(incomplete, TRUE_SIZE)


def read_bed(ctx: click.Context, param: click.Parameter, given: str | None) -> Bed | None:
    """The bed of ``--bed 60x90cm``; its rim is read from ``--selvedge``."""
    if given is None:
        return None
    from bagpattern.layout.beds import bed

    try:
        return bed(given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def cutting(ctx: click.Context, formats: tuple[str, ...], bed: Bed | None) -> Cutting:
    """What is wanted. Raises UsageError for wishes where no file is wanted that they would change."""
    from bagpattern.options import read_options

    given: dict[str, Any] = given_wishes(ctx, WISHES)
    wanted = formats or (USUAL if bed else ())
    if given and not wanted:
        flag = f"--{next(iter(given)).replace('_', '-')}"
        raise click.UsageError(f"{flag} changes nothing without files to cut by: add --format svg,dxf")
    with as_on_the_line(ctx):
        return Cutting(wanted, read_options({"roll": _WHOLE, **given}))


def true_size_files(ctx: click.Context, pattern: Pattern, sheets: Iterable[Sheet], wanted: Cutting) -> Files:
    """The files by name."""
    from bagpattern.drawing.cloth.true_size import true_size
    from bagpattern.export import Job, rendered, told_of

    if not wanted.formats:
        return {}
    with as_on_the_line(ctx):
        made = true_size(pattern, sheets, wanted.options)
        job = Job(pattern, "cutter", wanted.options, made=made)
        for line in told_of(job, wanted.formats):
            click.echo(line, err=True)
        return rendered(job, wanted.formats)
