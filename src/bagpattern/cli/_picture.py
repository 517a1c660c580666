"""``--picture``: of a list a contact sheet for choosing, of a pattern the finished bag."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bagpattern.cli._files import write_all, write_out
from bagpattern.on_disk import on_disk

if TYPE_CHECKING:
    from bagpattern.drawing.model import Drawing
    from bagpattern.model.pattern import Pattern
    from bagpattern.registry import Family

PRESETS, BUILDS = "presets", "builds"
_VIEW = "three-quarter"
_ENDINGS = (".svg", ".png")
_SHOWN, _WRITTEN, _SHEET = 480, 1200, 2400
"""Pixels of the longer side: in a terminal, about 25 lines of text high; in a file; of a sheet of many."""


def draw(what: str, rooms: dict[str, Family], output: str | None) -> None:
    """Write the contact sheet of a list. Raises InputError for a list of which there are no pictures."""
    from bagpattern.samples import picture, picture_of_builds, picture_of_presets

    _refuse_ending(output)
    others = {PRESETS: picture_of_presets, BUILDS: picture_of_builds}
    drawing = others[what]() if what in others else picture(rooms[what])
    _hand_over(drawing, output or f"{what}.svg", _SHEET)


def draw_bag(pattern: Pattern, output: str | None) -> None:
    """Show the finished bag in the terminal if it can, else, or if *output* says where, write it and tell the path."""
    from bagpattern.cli._terminal import in_terminal, pictures_by
    from bagpattern.export.png import png_bytes

    _refuse_ending(output)
    by = "" if output else pictures_by()
    drawing = _bag(pattern)
    if by:
        click.echo(in_terminal(png_bytes(drawing, _SHOWN), by))
    else:
        _hand_over(drawing, output or on_disk(f"{pattern.preset}-picture.png"))


def _bag(pattern: Pattern) -> Drawing:
    from bagpattern.drawing.views.camera import camera
    from bagpattern.drawing.views.sheet import Wanted, one_flat
    from bagpattern.sewn.build import sewn

    return one_flat(pattern, sewn(pattern), _VIEW, camera(_VIEW), Wanted(coloured=True))


def _refuse_ending(output: str | None) -> None:
    """Raises UsageError for a file whose name does not say which picture of ours it is."""
    if output is None or output == "-" or Path(output).suffix.lower() in _ENDINGS:
        return
    path = Path(output, "picture") if Path(output).is_dir() else Path(output)
    there = " or ".join(str(path.with_suffix(each)) for each in _ENDINGS)
    raise click.UsageError(f"{output}: a picture is an .svg or a .png file: write {there}")


def _hand_over(drawing: Drawing, output: str, pixels: int = _WRITTEN) -> None:
    """On standard output as SVG; into a file as what its name says, and its path is told."""
    from bagpattern.export.png import png_bytes
    from bagpattern.export.svg import svg_text

    if output == "-":
        write_out(f"{svg_text(drawing)}\n".encode())
        return
    path = Path(output)
    drawn = svg_text(drawing).encode() if path.suffix.lower() == ".svg" else png_bytes(drawing, pixels)
    write_all({path: drawn})
    click.echo(path)
