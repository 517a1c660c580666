"""The level at which an open compartment or pocket ends on a panel as wide as itself."""

from __future__ import annotations

from dataclasses import replace

from bagpattern.geometry import areas
from bagpattern.model.panel import Edge, Panel
from bagpattern.parts.cuts import Level, Split, level_cut
from bagpattern.parts.part import refusal
from bagpattern.parts.room import BESIDE, STEP
from bagpattern.units import millimetres


def share_of(host: Panel, share: float) -> float:
    """mm: a height that a rule chooses, *share* of the panel's."""
    _, bottom, _, top = areas.bounds([host.stitching_line])
    return (top - bottom) * share // STEP * STEP


def free_level(host: Panel, height: float | None, share: float, what: str) -> Level:
    """The level line *height* mm above the base of *host*, by rule that *share* of its height.

    Raises InputError for ``height`` when the line misses the sides, or lies on something; *what* is it the top of.
    """
    bottom = areas.bounds([host.stitching_line])[1]
    up = height or share_of(host, share)
    level = level_cut(host, bottom + up)
    if level is None:
        fault = f"a level line {millimetres(up)} above the base does not meet both sides of the {host.id}"
        raise refusal("height", f"{fault}: choose a height on its sides, away from its corners")
    for line in host.lines:
        if areas.gap(line.path, level.path) < BESIDE:
            raise refusal("height", f"the {what}'s top lies on the {line.name} of the {host.id}: move one of them")
    return level


def part_below(host: Panel, level: Level, top: Edge, named: tuple[str, str]) -> Split:
    """How *host* is divided along the level into the part below, (id, title), closed by *top*, and a rest."""
    bare = replace(host, lines=(), holes=())
    rest = f"{named[0]}-rest", ""
    return Split(bare, level.right, level.at_right, level.left, level.at_left, top, named, rest)
