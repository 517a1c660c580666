"""``bagpattern show``: a pattern in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bagpattern.cli._options import preset_argument, proven, set_option
from bagpattern.cli._tables import section, table

if TYPE_CHECKING:
    from bagpattern.model.notion import Notion
    from bagpattern.model.pattern import Pattern


_WIDTH = 100
"""Characters in a line of running text."""
_MANY = 2000.0
"""mm: goods from this length on are told in metres."""


@click.command("show")
@preset_argument
@set_option
def command(preset: str, overrides: dict[str, str]) -> None:
    """Show the pieces with their cut sizes, what to buy, and the steps.

    Sizes of pieces include the seam allowance: rectangles can be cut from this table alone.

    \b
      bagpattern show mini-backpack
      bagpattern show my-bag.toml --set straps.width="32 mm"
    """
    pattern = proven(preset, overrides)
    for block in (_finished(pattern), _pieces(pattern), _notions(pattern), _steps(pattern)):
        click.echo(block)


def _finished(pattern: Pattern) -> str:
    from bagpattern.units import centimetres, number

    size = pattern.finished
    sides = " x ".join(map(centimetres, (size.width, size.height, size.depth)))
    lines = [f"{sides} (width, height, depth), {number(size.volume)} l"]
    lines += [f"{material.id}: {material.title}" for material in pattern.materials]
    return section(f"{pattern.name} ({pattern.preset})", "\n".join(lines))


def _pieces(pattern: Pattern) -> str:
    from bagpattern.units import number

    rows = [
        (
            row.number,
            row.title,
            row.material,
            _count(row.count, row.mirrored),
            number(row.width),
            number(row.height),
            row.shape,
        )
        for row in pattern.cut_list
    ]
    head = ("no.", "piece", "material", "cut", "width mm", "height mm", "shape")
    return section("Pieces, allowance included", table(head, rows, right="no.,width mm,height mm"))


def _count(count: int, mirrored: int) -> str:
    return f"{count}, {mirrored} mirrored" if mirrored else str(count)


def _notions(pattern: Pattern) -> str:
    rows = [(each.count, each.title, _size(each), each.note) for each in pattern.notions]
    return section("To buy", table(("count", "what", "size", "note"), rows, right="count"))


def _size(notion: Notion) -> str:
    from bagpattern.units import centimetres, millimetres, number

    parts = [notion.size]
    if notion.width is not None:
        parts.append(f"{millimetres(notion.width)} wide")
    length = notion.buy if notion.buy is not None else notion.length
    if length is not None:
        parts.append(f"{number(length / 1000)} m" if length >= _MANY else centimetres(length))
    return ", ".join(part for part in parts if part)


def _steps(pattern: Pattern) -> str:
    from textwrap import fill

    lines = (
        fill(f"{each.number:>2}  {each.step.title}: {each.step.text}", width=_WIDTH, subsequent_indent="    ")
        for each in pattern.steps
    )
    return section("Steps", "\n".join(lines))
