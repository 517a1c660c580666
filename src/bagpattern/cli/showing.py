"""``bagpattern show``: a pattern in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bagpattern.cli._options import preset_argument, proven, set_option
from bagpattern.cli._tables import section, table

if TYPE_CHECKING:
    from bagpattern.model.notion import Notion
    from bagpattern.model.pattern import Pattern
    from bagpattern.units import Units


_WIDTH = 100
"""Characters in a line of running text."""


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
    from bagpattern.passes.speak import spoken

    pattern = spoken(proven(preset, overrides))
    for block in (_finished(pattern), _pieces(pattern), _notions(pattern), _steps(pattern)):
        click.echo(block)


def _finished(pattern: Pattern) -> str:
    from bagpattern.units import number

    size = pattern.finished
    sides = pattern.units.body(size.width, size.height, size.depth)
    lines = [f"{sides} (width, height, depth), {number(size.volume)} l"]
    lines += [f"{material.id}: {material.title}" for material in pattern.materials]
    return section(f"{pattern.name} ({pattern.preset})", "\n".join(lines))


def _pieces(pattern: Pattern) -> str:
    units = pattern.units
    rows = [
        (
            row.number,
            row.title,
            row.material,
            _count(row.count, row.mirrored),
            units.figure(row.width),
            units.figure(row.height),
            row.shape,
        )
        for row in pattern.cut_list
    ]
    width, height = f"width {units.name}", f"height {units.name}"
    head = ("no.", "piece", "material", "cut", width, height, "shape")
    return section("Pieces, allowance included", table(head, rows, right=f"no.,{width},{height}"))


def _count(count: int, mirrored: int) -> str:
    return f"{count}, {mirrored} mirrored" if mirrored else str(count)


def _notions(pattern: Pattern) -> str:
    rows = [(each.count, each.title, _size(each, pattern.units), each.note) for each in pattern.notions]
    return section("To buy", table(("count", "what", "size", "note"), rows, right="count"))


def _size(notion: Notion, units: Units) -> str:
    parts = [notion.size]
    if notion.width is not None and units.length(notion.width) != notion.size:
        parts.append(f"{units.length(notion.width)} wide")
    length = notion.buy if notion.buy is not None else notion.length
    if length is not None:
        parts.append(units.bought(length))
    return ", ".join(part for part in parts if part)


def _steps(pattern: Pattern) -> str:
    from textwrap import fill

    lines = (
        fill(f"{each.number:>2}  {each.step.title}: {each.step.text}", width=_WIDTH, subsequent_indent="    ")
        for each in pattern.steps
    )
    return section("Steps", "\n".join(lines))
