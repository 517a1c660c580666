"""A strip of pieces unrolled along a seam, and bent round the edge of a face that lies flat."""

from __future__ import annotations

import cmath
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.steps.hand import Hand
from bagpattern.geometry.cloths import (
    Area,
    Wire,
    beside_line,
    box_area,
    centre_of,
    long,
    mapped,
    overlapping,
    polygons,
    stretch,
    together,
)
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, unit
from bagpattern.making.joints import sheet_of
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Run, Seam, SeamKind

_STRAIGHT = 0.985
_SLAB = 7.0
"""mm of a wall round a bend that are drawn as one flat piece."""


class Wall(NamedTuple):
    """What is sewn round a face by one seam: ``line`` on the face, counter-clockwise; ``pieces`` unrolled, with x along
    it and y away from it, the sheet None for a zip. A gap that is left open is one as well.
    """

    seam: Seam
    line: list[Point]
    pieces: list[tuple[Sheet | None, Area]]


def sewn(walls: Sequence[Wall]) -> list[Wall]:
    """The walls that are sewn, without the gap."""
    return [each for each in walls if each.seam.kind is not SeamKind.GAP]


def bent(hand: Hand, runs: Sequence[Run]) -> float:
    """How straight a side is: its chord as a share of its length, the first piece's where they do not meet."""
    points = hand.run(runs[0])
    for run in runs[1:]:
        more = hand.run(run)
        if sheet_of(run) == sheet_of(runs[0]) and abs(more[0] - points[-1]) < 1:
            points += more[1:]
    return abs(points[-1] - points[0]) / max(long(points), 1e-9)


def walls(
    hand: Hand, seam: Seam, sides: tuple[tuple[Run, ...], tuple[Run, ...]], face: dict[Sheet, Placement]
) -> Iterator[Wall]:
    """The wall that a seam sews to a face, or its parts, one after the other, where a strip closed to a loop does not
    lie as one line; none where the face does not.
    """
    line = hand.chain(sides[0], face)
    if not line:
        return
    whole = _wall(hand, seam, line, sides[1], face)
    if whole or len(sides[1]) == 1:
        yield from [whole] if whole else []
        return
    for run, low, high in hand.spans(sides[1]):
        part = _wall(hand, seam, stretch(line, low, high), (run,), face)
        yield from [part] if part else []


def _wall(
    hand: Hand, seam: Seam, line: list[Point], runs: tuple[Run, ...], face: dict[Sheet, Placement]
) -> Wall | None:
    strip = _apart_from(face, hand.group(sheet_of(runs[0])), runs)
    under = hand.chain(runs, strip)
    if not under or set(face) & set(strip):
        return None
    straight = abs(under[-1] - under[0]) > _STRAIGHT * long(under)
    places = strip if straight else {sheet_of(run): strip[sheet_of(run)] for run in runs}
    way = unrolling(under, straight)
    first = sheet_of(runs[0])
    up = 1.0 if way(strip[first](centre_of(hand.net(first)))).imag > 0 else -1.0
    whole = box_area(0, -15, long(under), 400)
    found = []
    for layer in hand.layers(places):
        area = mapped(layer.area, lambda p: complex(way(p).real, up * way(p).imag)).intersection(whole)
        found += [(layer.sheet, each) for each in polygons(area)]
    return Wall(seam, line, found)


def _apart_from(face: Collection[Sheet], strip: dict[Sheet, Placement], runs: Sequence[Run]) -> dict[Sheet, Placement]:
    """What lies flat with the strip; only what is sewn of it, where the rest goes on to the face."""
    own = {sheet_of(run) for run in runs}
    return strip if not set(face) & set(strip) else {each: place for each, place in strip.items() if each in own}


def unrolling(line: Sequence[Point], straight: bool) -> Callable[[Point], Point]:
    """From a place to how far along a line it is, and how far to its left."""
    if straight:
        way = unit(line[-1] - line[0])
        return lambda p: (p - line[0]) / way
    return beside_line(line)


def turned_back(one: Wall) -> Wall:
    """The same wall along its line the other way."""
    whole = long(one.line)
    return Wall(
        one.seam, one.line[::-1], [(s, mapped(a, lambda p: complex(whole - p.real, p.imag))) for s, a in one.pieces]
    )


class Standing(NamedTuple):
    """The walls of a face on paper, by what is seen: their inner faces first, then the outer ones."""

    inner: dict[Sheet | None, Area]
    outer: dict[Sheet | None, Area]


def standing(walls: Sequence[Wall], paper: Callable[[Point, float], Point], high: float) -> Standing:
    """Walls bent round their lines and put on paper, cut off so *high*."""
    inner, outer = dict[Sheet | None, list[Area]](), dict[Sheet | None, list[Area]]()
    for each in walls:
        line = Wire(each.line)
        for low, far in _slabs(line) if each.pieces else ():
            side = inner if _shows_inside(line, (low + far) / 2, paper) else outer
            for sheet, area in each.pieces:
                slab = area.intersection(box_area(low - 0.05, 0, far + 0.05, high))
                if not slab.is_empty:
                    side.setdefault(sheet, []).append(overlapping(mapped(slab, _bending(line, paper))))
    return Standing(*({sheet: together(areas) for sheet, areas in side.items()} for side in (inner, outer)))


def _slabs(line: Wire) -> Iterator[tuple[float, float]]:
    """From where to where along a line a wall is one flat piece: each straight one, and short ones in bends."""
    low = before = 0.0
    for end in line.ends:
        if end - low > _SLAB and before > low:
            yield low, before
            low = before
        before = end
    yield low, before


def _shows_inside(line: Wire, at: float, paper: Callable[[Point, float], Point]) -> bool:
    """Whether the face of a wall that looks to the middle is seen there."""
    foot, way = line.at(at)
    along, up = paper(foot + way, 0) - paper(foot, 0), paper(foot, 1) - paper(foot, 0)
    return (along.conjugate() * up).imag < 0


def _bending(line: Wire, paper: Callable[[Point, float], Point]) -> Callable[[Point], Point]:
    return lambda p: paper(line.at(min(max(p.real, 0.0), line.long))[0], p.imag)


def bend_at(line: Wire, at: float, half: float = 12.0) -> float:
    """Radians by which a line turns round a place."""
    one, other = (line.at(min(max(at + by, 0.0), line.long))[1] for by in (-half, half))
    return cmath.phase(other / one)
