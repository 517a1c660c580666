"""The options of what is written: formats, purpose and everything that those read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from bagpattern.registry import Family

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = Family("bagpattern.export", "exporter").names()
PURPOSES = Family("bagpattern.drawing.purposes", "purpose").names()


def _millimetres(ctx: click.Context, param: click.Parameter, given: str) -> float:
    """A length with its unit, in mm."""
    from bagpattern.units import parse_length

    try:
        return parse_length(given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _kept(ctx: click.Context, param: click.Parameter, given: str | None) -> Any:
    """What a plan file keeps."""
    from pathlib import Path

    from bagpattern.cli._plans import kept

    return kept(Path(given), needed=True) if given else None


WISHES: tuple[Callable[[F], F], ...] = (
    click.option(
        "--paper",
        metavar="PAPER",
        default="full",
        show_default=True,
        help="What the drawing is printed on: full (one sheet as large as needed), a4, letter, a3, a0, or a size such "
        "as 60x90cm.",
    ),
    click.option(
        "--rectangles",
        type=click.Choice(("draw", "list")),
        help="Draw plain rectangles, or leave them to the cut list, which tells their size and marks.  "
        "[default: draw on one sheet, list on pages]",
    ),
    click.option(
        "--margin",
        metavar="LENGTH",
        default="10 mm",
        show_default=True,
        callback=_millimetres,
        help="White rim of pages.",
    ),
    click.option(
        "--overlap",
        metavar="LENGTH",
        default="0 mm",
        show_default=True,
        callback=_millimetres,
        help="How much pages repeat of their neighbours on the right and below.",
    ),
    click.option("--bleed", is_flag=True, help="Let lines run on into the margin, which helps gluing."),
    click.option(
        "--one-grid-per-piece",
        is_flag=True,
        help="Give each piece that is larger than a page pages of its own; small ones share pages, whole.",
    ),
    click.option(
        "--layers",
        metavar="LAYER,...",
        default="",
        help="Draw only these: info, cut, stitch, marks, text, test-squares, page.  [default: all]",
    ),
    click.option("--font", metavar="FILE", help="A TrueType font for letters that the PDF's own lacks, such as kanji."),
    click.option(
        "--plan",
        metavar="FILE",
        callback=_kept,
        help="Lay plans that bagpattern lay kept, where they are better than the quick ones.  [default: ID-plan.json "
        "in the folder that is written to, if it is there]",
    ),
    click.option("--colourway", metavar="NAME", help="Colourways: draw this one alone.  [default: all]"),
    click.option(
        "--colours",
        metavar="ROLE=COLOUR,...",
        default="",
        help="Cutter: the colour of cut, slit, drill, notch, placement, fold, stitch, topstitch, square (the check "
        "mark): cut=#000000,notch=none.",
    ),
    click.option(
        "--allowance/--no-allowance",
        default=True,
        help="Cutter: with seam allowances, or on the stitching line (leather).",
    ),
    click.option(
        "--kerf",
        metavar="LENGTH",
        default="0 mm",
        show_default=True,
        callback=_millimetres,
        help="Cutter: what the beam burns away, such as 0.15mm.",
    ),
    click.option(
        "--per", type=click.Choice(("material", "piece")), default="material", help="Cutter: one file for each."
    ),
    click.option(
        "--svg-dpi",
        type=click.Choice(("0", "72", "96")),
        default="0",
        help="SVG in pixels of that size, for programs that ignore mm.",
    ),
    click.option("--dxf-version", type=click.Choice(("r2010", "r12")), default="r2010", help="DXF: its version."),
    click.option("--dxf-arcs", is_flag=True, help="DXF: arcs as arcs (bulges), not as short lines."),
)
"""One option for each field of ``drawing.options.Options``, of the same name."""


def wishes(command: F) -> F:
    """All options of ``WISHES``."""
    for option in reversed(WISHES):
        command = option(command)
    return command


def read_formats(ctx: click.Context, param: click.Parameter, given: str | None) -> tuple[str, ...] | None:
    """The formats of ``--format a,b``; None when it is not given."""
    if given is None:
        return None
    names = tuple(dict.fromkeys(each.strip().lower() for each in given.split(",")))
    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(f'there is no format "{name}"; there is {", ".join(FORMATS)}')
    return names


def ending(output: str | None) -> str:
    """The ending of an output file's name, if some format writes such files; empty for a folder."""
    found = (output or "").rpartition(".")
    known = found[1] and (found[2].lower() in FORMATS or found[2].lower() in map(suffix, FORMATS))
    return found[2].lower() if known else ""


def of_ending(wanted: str) -> str:
    """The format that is meant by an ending: the one of that name, else the first that writes such files."""
    return wanted if wanted in FORMATS else next(name for name in FORMATS if suffix(name) == wanted)


def suffix(name: str) -> str:
    """The ending of the files of a format."""
    from bagpattern.export import EXPORTERS

    found: str = EXPORTERS.member(name).suffix
    return found


def refuse_unread(ctx: click.Context, purpose: str, formats: Sequence[str]) -> None:
    """Raises UsageError for an option that was given though neither the purpose nor a format reads it."""
    from bagpattern.drawing.options import Options
    from bagpattern.drawing.purposes import PURPOSES as ROOM
    from bagpattern.drawing.purposes import Purpose
    from bagpattern.export import EXPORTERS

    exporters = [EXPORTERS.member(name) for name in formats]
    read = {wish for each in exporters for wish in each.reads}
    if any(each.drawn for each in exporters):
        read |= {*ROOM.member(purpose).reads, *Purpose.always}
    for wish in Options.__dataclass_fields__:
        if wish not in read and ctx.get_parameter_source(wish) is click.core.ParameterSource.COMMANDLINE:
            told = f" --for {purpose}" if purpose != "paper" else ""
            raise click.UsageError(
                f"{_flag(ctx, wish)} changes nothing in what is written: --format {','.join(formats)}{told}"
            )


def _flag(ctx: click.Context, wish: str) -> str:
    return next("/".join([*param.opts, *param.secondary_opts]) for param in ctx.command.params if param.name == wish)
