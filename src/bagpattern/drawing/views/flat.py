"""One flat: what one camera sees of a bag, as shapes on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.drawing.model import Shape
from bagpattern.drawing.views.edges import Net, Outline, outlines
from bagpattern.drawing.views.facets import facets
from bagpattern.drawing.views.figures import figure_lines
from bagpattern.drawing.views.looks import (
    EDGE,
    FIGURE,
    FILL,
    FOLD,
    HARD,
    LIGHT,
    NET,
    OUTLINE,
    SEAM,
    SHADE,
    STEP,
    TEETH,
    TOPSTITCH,
    UNDER,
    graded,
)
from bagpattern.drawing.views.netting import netted
from bagpattern.drawing.views.prints import Cloths
from bagpattern.drawing.views.regions import SPECK, Borders, grown
from bagpattern.drawing.views.rounding import rounded
from bagpattern.drawing.views.samples import Samples
from bagpattern.drawing.views.scene import scene
from bagpattern.drawing.views.visible import seen_of, teeth_seen
from bagpattern.geometry.thinned import thinned
from bagpattern.sewn.bag import FIGURE as WEARER
from bagpattern.sewn.bag import StrokeKind
from bagpattern.values import once, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bagpattern.drawing.names import Names
    from bagpattern.drawing.views.camera import Camera
    from bagpattern.drawing.views.scene import Flags
    from bagpattern.geometry.path import Path
    from bagpattern.geometry.place import Box
    from bagpattern.geometry.points import Point
    from bagpattern.sewn.appearance import Appearance
    from bagpattern.sewn.bag import Floats, SewnBag, Whole

_DARK = 0.2
"""What looks less to the light than this is in the shade."""
_CLEARLY = 0.14
"""By how much less in its darkest place."""
_SPOT = 60
"""Samples around a shade: what is smaller is a spot."""
_ERROR, _TRUE = 0.03, 0.12
"""How far a drawn line may lie from the true one: mm of paper, and at least mm of the bag."""
_BORDER = 0.07
"""mm of paper by which the border of an area may: most are under a line, and printed cloth has thousands."""
_PRINT, _PRINT_DECIMALS, _SLIVER = 0.18, 1, 0.25
"""Likewise of what is printed, and to how many decimals that is said: a picture has thousands of dots.

And mm2 of paper: what of a dot is less is not drawn.
"""
_SHORT = 0.5
"""mm of paper: shorter lines are specks."""
_ROLES = {
    StrokeKind.SEAM: SEAM,
    StrokeKind.EDGE: EDGE,
    StrokeKind.STYLE: SEAM,
    StrokeKind.FOLD: FOLD,
    StrokeKind.TOPSTITCH: TOPSTITCH,
    StrokeKind.ZIP: TEETH,
}


@value
class Subject:
    """A bag, and its net, which every view uses; what a camera sees of it is found once, at whatever scale."""

    bag: SewnBag
    net: Net

    @classmethod
    def of(cls, bag: SewnBag) -> Subject:
        """Ready to be looked at."""
        return cls(bag, Net.of(bag))

    def seen(self, camera: Camera) -> Seen:
        """What is in front, and the lines that are seen."""
        eye = camera.round, camera.above
        if eye not in self._views:
            samples = Samples.of(scene(self.bag, camera, self._faces))
            edges, figure = outlines(samples, self.net), figure_lines(self.bag, samples)
            self._views[eye] = Seen(samples, _strokes(self.bag, samples), tuple(edges), tuple(figure))
        return self._views[eye]

    @once
    def _faces(self) -> Whole:
        return facets(self.bag)

    @once
    def _views(self) -> dict[tuple[float, float], Seen]:
        return {}


class Seen(NamedTuple):
    """A bag in front of a camera: samples of it, its own lines by role, and the edges at which it ends or is hidden."""

    samples: Samples
    strokes: dict[str, list[Floats]]
    edges: tuple[Outline, ...]
    figure: tuple[Floats, ...]
    """The lines of who carries it."""


class Flat(NamedTuple):
    """One view on paper: ``items`` in the order of drawing, ``box`` around them, ``body`` around the bag without its
    straps; mm, the place where the middle of the bag's base stands is the origin.
    """

    items: tuple[Shape, ...]
    box: Box
    body: Box


def reach(subject: Subject, camera: Camera) -> tuple[Box, Box]:
    """What a view needs, mm of the bag: all of it, and its body alone."""
    every = [each.points @ camera.axes[:2].T for each in subject.bag.surfaces if len(each.points)]
    return _box(every), _box(every[: subject.bag.body] or every)


def _box(parts: Sequence[Floats]) -> Box:
    low = np.min([each.min(axis=0) for each in parts], axis=0)
    high = np.max([each.max(axis=0) for each in parts], axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def flat(
    subject: Subject,
    name: str,
    camera: Camera,
    scale: float,
    names: Names,
    coloured: bool,
    at: Point = 0j,
    prints: Mapping[str, Appearance] | None = None,
) -> Flat:
    """A view at so many mm of paper for a mm of the bag, its origin *at* a place; *prints* are by slot."""
    seen, pen = subject.seen(camera), _Pen(name, scale, subject.bag.longest * scale, names, at)
    fills = pen.areas(_regions(subject.bag, seen.samples, coloured, prints or {}))
    lines = pen.lines(_lines(subject.bag, seen, scale))
    whole, body = ((x0 * scale, y0 * scale, x1 * scale, y1 * scale) for x0, y0, x1, y1 in reach(subject, camera))
    nets = pen.lines([(NET, netted(subject.bag, seen.samples, prints or {}, scale))])
    return Flat((*fills, *nets, *lines), _moved(whole, at), _moved(body, at))


def _moved(box: Box, at: Point) -> Box:
    return box[0] + at.real, box[1] + at.imag, box[2] + at.real, box[3] + at.imag


class _Pen(NamedTuple):
    """Turns lines of the bag into shapes on paper; ``size`` is how large that is there, mm."""

    name: str
    scale: float
    size: float
    names: Names
    at: Point

    def lines(self, found: Iterable[tuple[str, Sequence[Floats]]]) -> Iterator[Shape]:
        """One shape for all lines of a role, simplified, without specks; those on cloth are as round as that is."""
        for role, chains in found:
            lines = chains if role in (TEETH, HARD, NET) else [rounded(each) for each in chains]
            paths = self._paths(lines, 0.0 if role == TEETH else _SHORT, _ERROR)
            if paths:
                yield Shape(self.names(self.name, role), graded(role, self.size), paths)

    def areas(self, found: Iterable[tuple[str, Sequence[Floats], bool]]) -> Iterator[Shape]:
        """Likewise of closed borders; of those that are printed on another colour less exactly."""
        for role, loops, printed in found:
            error, decimals = (_PRINT, _PRINT_DECIMALS) if printed else (_BORDER, 2)
            kept = [each for each in loops if not printed or self._shows(each)]
            paths = self._paths([np.vstack([each, each[:1]]) for each in kept], 0.0, error, True, decimals)
            if paths:
                yield Shape(self.names(self.name, role), role, paths)

    def _shows(self, loop: Floats) -> bool:
        """Whether what is printed is more than the sliver of it that is left where cloth turns away."""
        x, y = loop[:, 0], loop[:, 1]
        return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2 * self.scale**2 > _SLIVER

    def _paths(
        self, chains: Sequence[Floats], least: float, error: float, closed: bool = False, decimals: int = 2
    ) -> tuple[Path, ...]:
        kept = [each[:, :2] * self.scale for each in chains]
        kept = [each for each in kept if np.linalg.norm(np.diff(each, axis=0), axis=1).sum() > least]
        return tuple(thinned(kept, max(error, _TRUE * self.scale), closed, self.at, decimals))


# fills ----------------------------------------------------------------------------------------------------------------


def _regions(
    bag: SewnBag, samples: Samples, coloured: bool, prints: Mapping[str, Appearance]
) -> Iterator[tuple[str, list[Floats], bool]]:
    """What is filled, and whether it is a print: all of the bag; in colours each cloth that is seen, and its shade.

    Who carries it has none: the bag is what is to be looked at.
    """
    if not coloured:
        borders = Borders.of(samples, lambda _, triangles: np.minimum(triangles, 0))
        yield f"{FILL}{LIGHT}", borders.around(borders.colours == 0), False
        return
    cloths = Cloths.of(bag, samples.scene, prints)
    lights = samples.lights()
    borders = Borders.of(samples, cloths.at).lit(lights, _DARK)
    seen = list(_seen(cloths, borders.colours))
    main, _, printed = max(seen, key=lambda each: int(each[1].sum()))
    yield f"{UNDER}{main}", borders.around(borders.colours >= 0), printed  # under all: nothing shows between two
    dark, least = _in_shade(samples, lights), SPECK if cloths.printed else _SPOT
    shades = [_shaded(borders, inside & (slot != WEARER), dark, least) for slot, inside, _ in seen]
    for (slot, inside, printed), shade in zip(seen, shades, strict=True):
        if slot != main:
            lit = borders.around(inside)
            yield f"{FILL}{slot}", _but(lit, shade) if printed else lit, printed
    for (slot, _, printed), shade in zip(seen, shades, strict=True):
        if shade:
            yield f"{SHADE}{slot}", shade, printed


def _shaded(borders: Borders, inside: Flags, dark: Flags, least: int) -> list[Floats]:
    """The borders of the shade on a cloth, without spots of less than *least* samples around.

    A small thing that lies on the cloth in the shade is no spot of light.
    """
    found = borders.around(inside & dark)
    return [each for each in found if len(each) >= least or not inside[borders.sample(each.mean(axis=0))]]


def _but(loops: list[Floats], others: list[Floats]) -> list[Floats]:
    """Those borders that are none of the others: a dot that lies in the shade need not be under its shade again."""
    known = {_points(each) for each in others}
    return [each for each in loops if _points(each) not in known]


def _points(loop: Floats) -> bytes:
    """A border's points, wherever it starts."""
    return np.sort(loop[:, 0] + 1j * loop[:, 1]).tobytes()


def _seen(cloths: Cloths, colours: Whole) -> Iterator[tuple[str, Flags, bool]]:
    """Every colour that is seen, where, and whether it is printed on another.

    Of what is printed the ground comes first, and goes on under the print.
    """
    for number, slot in enumerate(cloths.slots):
        inside = colours == number
        if number in cloths.printed:
            inside |= colours == number + 1
        if inside.any():
            yield slot, inside, number - 1 in cloths.printed


def _in_shade(samples: Samples, lights: Floats) -> Flags:
    """Which samples look away from the light, or lie inside of the bag.

    What is nowhere more than just so is the ripple of a wall, and no turn of it.
    """
    seen = samples.triangles
    behind = np.append(samples.scene.behind, False)[seen]
    dark = np.where((lights < _DARK) & (seen >= 0), np.append(samples.scene.facets, -1)[seen], -1)
    found: Flags = grown(lights < _DARK - _CLEARLY, dark) | behind
    return found


# lines ----------------------------------------------------------------------------------------------------------------


def _lines(bag: SewnBag, seen: Seen, scale: float) -> Iterator[tuple[str, list[Floats]]]:
    """All lines by role, the lightest first."""
    yield FIGURE, [*seen.figure]
    yield TEETH, [*seen.strokes.get(TEETH, ()), *teeth_seen(bag, seen.samples, scale)]
    for role in (TOPSTITCH, FOLD, SEAM, EDGE):
        yield role, seen.strokes.get(role, [])
    yield HARD, [each.points for each in seen.edges if each.hard]
    yield STEP, [each.points for each in seen.edges if not each.hard and not each.outer]
    yield OUTLINE, [each.points for each in seen.edges if not each.hard and each.outer]


def _strokes(bag: SewnBag, samples: Samples) -> dict[str, list[Floats]]:
    """What is seen of the bag's lines, by role."""
    found: dict[str, list[Floats]] = {}
    for stroke, points in seen_of([each for each in bag.strokes if each.kind in _ROLES], samples):
        found.setdefault(_ROLES[stroke.kind], []).append(points)
    return found
