"""The level at which an open compartment or pocket ends on a panel as wide as itself."""

from __future__ import annotations

from collections.abc import Callable

from bagpattern.geometry import areas
from bagpattern.lengths import under
from bagpattern.model.edge import Edge
from bagpattern.model.panel import Panel
from bagpattern.parts.part import BagPart, refused
from bagpattern.parts.sewing.clearing import BESIDE, STEP, up_from
from bagpattern.parts.sewing.cuts import Level, Split, level_cut
from bagpattern.proposals import at_mark, make_it, tellable
from bagpattern.said import NOTHING, Length, Name, Said
from bagpattern.values import replace
from bagpattern.words import words


def share_of(host: Panel, share: float) -> float:
    """mm: a height that a rule chooses, *share* of the panel's."""
    _, bottom, _, top = areas.bounds([host.stitching_line])
    return (top - bottom) * share // STEP * STEP


def _anywhere(_: float) -> bool:
    return True


def level_on(of: BagPart, host: Panel, up: float, free: Callable[[float], bool] = _anywhere) -> Level:
    """The level line *up* mm above the base of *host*.

    Raises InputError for the ``height`` of the part *of*, with what would do and is *free*, when it misses the sides.
    """
    bottom = areas.bounds([host.stitching_line])[1]
    level = level_cut(host, bottom + up)
    if level is None:
        fault = words(
            "a level line {up} above the base does not meet both sides of the {panel}",
            up=Length(up),
            panel=Name(host.id),
        )
        raise refused("height", words("{fault}: {mend}", fault=fault, mend=_mend(of, host, free)))
    return level


def _mend(of: BagPart, host: Panel, free: Callable[[float], bool]) -> Said:
    """The free heights at which a level line meets both sides: the longest row of them."""
    _, bottom, _, top = areas.bounds([host.stitching_line])
    rows: list[list[float]] = [[]]
    for up in up_from(STEP, top - bottom):
        if level_cut(host, bottom + up) is None or not free(up):
            rows.append([])
        else:
            rows[-1].append(up)
    row = max(rows, key=len)
    otherwise = words("choose another panel")
    return make_it(of, "height", least=row[0], most=row[-1], otherwise=otherwise) if row else otherwise


def free_level(of: BagPart, host: Panel, height: float | None, share: float, what: str) -> Level:
    """The level line *height* mm above the base of *host*, by rule that *share* of its height.

    Raises InputError for the ``height`` of the part *of* when the line misses the sides, or lies on something; *what*
    is it the top of.
    """
    level = level_on(of, host, height or share_of(host, share))
    below = _under(host, level)
    if below:
        fault = words(
            "the {what}'s top lies on the {under} of the {id}", what=Name(what), under=Name(below), id=Name(host.id)
        )
        place = free_place(of, host, level.path.start.imag)
        raise refused("height", words("{fault}: {place}", fault=fault, place=place))
    return level


def _under(host: Panel, level: Level) -> str | None:
    """The name of what lies on the panel too near to a level line."""
    return next((line.name for line in host.lines if under(areas.gap(line.path, level.path), BESIDE)), None)


def free_place(of: BagPart, host: Panel, level: float, free: Callable[[float], bool] = _anywhere) -> Said:
    """Where the nearest level line lies that meets nothing on the panel and is *free*, for the ``height`` of *of*."""
    _, bottom, _, top = areas.bounds([host.stitching_line])

    def has_room(up: float) -> bool:
        there = level_cut(host, bottom + up)
        return there is not None and free(up) and not _under(host, there)

    found = filter(tellable(of, "height", has_room), up_from(STEP, top - bottom))
    near = min(found, key=lambda up: abs(bottom + up - level), default=None)
    return (
        words("choose another panel")
        if near is None
        else at_mark(words("the nearest free place is at {near}", near=Length(near)), near)
    )


def part_below(host: Panel, level: Level, top: Edge, named: tuple[str, Said]) -> Split:
    """How *host* is divided along the level into the part below, (id, title), closed by *top*, and a rest."""
    bare = replace(host, lines=(), holes=())
    rest = f"{named[0]}-rest", NOTHING
    return Split(bare, level.right, level.at_right, level.left, level.at_left, top, named, rest)
