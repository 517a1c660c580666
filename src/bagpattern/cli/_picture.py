"""``bagpattern list WHAT --picture``: a contact sheet for choosing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bagpattern.cli._files import write_all

if TYPE_CHECKING:
    from bagpattern.registry import Family

PRESETS = "presets"


def draw(what: str, rooms: dict[str, Family], output: str | None) -> None:
    """Write the contact sheet of a list. Raises InputError for a list of which there are no pictures."""
    from bagpattern.export.svg import svg_text
    from bagpattern.samples import picture, picture_of_presets

    drawing = picture_of_presets() if what == PRESETS else picture(rooms[what])
    if output == "-":
        click.echo(svg_text(drawing))
        return
    path = Path(output or f"{what}.svg")
    write_all({path: svg_text(drawing).encode()})
    click.echo(path)
