"""``--picture``: of a list a contact sheet for choosing, of a pattern the finished bag."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bagpattern.cli._files import write_all, write_out

if TYPE_CHECKING:
    from bagpattern.drawing.model import Drawing
    from bagpattern.model.pattern import Pattern
    from bagpattern.registry import Family

PRESETS, BUILDS = "presets", "builds"
_VIEW = "three-quarter"
_SHOWN, _WRITTEN = 480, 1200
"""Pixels of the longer side: in a terminal, about 25 lines of text high; in a file."""


def draw(what: str, rooms: dict[str, Family], output: str | None) -> None:
    """Write the contact sheet of a list. Raises InputError for a list of which there are no pictures."""
    from bagpattern.export.svg import svg_text
    from bagpattern.samples import picture, picture_of_builds, picture_of_presets

    others = {PRESETS: picture_of_presets, BUILDS: picture_of_builds}
    drawing = others[what]() if what in others else picture(rooms[what])
    if output == "-":
        _tell_svg(drawing)
        return
    path = Path(output or f"{what}.svg")
    write_all({path: svg_text(drawing).encode()})
    click.echo(path)


def draw_bag(pattern: Pattern, output: str | None) -> None:
    """Show the finished bag in the terminal if it can, else, or if *output* says where, write it and tell the path."""
    from bagpattern.cli._terminal import in_terminal, pictures_by
    from bagpattern.export.png import png_bytes

    by = "" if output else pictures_by()
    drawing = _bag(pattern)
    if by:
        click.echo(in_terminal(png_bytes(drawing, _SHOWN), by))
    elif output == "-":
        _tell_svg(drawing)
    else:
        path = Path(output or f"{pattern.preset}-picture.png")
        write_all({path: _content(drawing, path)})
        click.echo(path)


def _bag(pattern: Pattern) -> Drawing:
    from bagpattern.drawing.views.camera import camera
    from bagpattern.drawing.views.sheet import Wanted, one_flat
    from bagpattern.sewn.body import sewn

    return one_flat(pattern, sewn(pattern), _VIEW, camera(_VIEW), Wanted(coloured=True))


def _content(drawing: Drawing, path: Path) -> bytes:
    """SVG if the name says so, else PNG."""
    from bagpattern.export.png import png_bytes
    from bagpattern.export.svg import svg_text

    return svg_text(drawing).encode() if path.suffix.lower() == ".svg" else png_bytes(drawing, _WRITTEN)


def _tell_svg(drawing: Drawing) -> None:
    from bagpattern.export.svg import svg_text

    write_out(f"{svg_text(drawing)}\n".encode())
