"""One flat: what one camera sees of a bag, as shapes on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.drawing.model import Shape
from bagpattern.drawing.views.edges import Net, Outline, outlines
from bagpattern.drawing.views.facets import facets
from bagpattern.drawing.views.fairing import faired
from bagpattern.drawing.views.figures import figure_lines
from bagpattern.drawing.views.fills import regions
from bagpattern.drawing.views.looks import (
    EDGE,
    FIGURE,
    FOLD,
    HARD,
    LINES,
    NET,
    OUTLINE,
    SEAM,
    STEP,
    TEETH,
    TOPSTITCH,
    graded,
)
from bagpattern.drawing.views.netting import netted
from bagpattern.drawing.views.samples import Samples
from bagpattern.drawing.views.scene import scene
from bagpattern.drawing.views.visible import seen_of, teeth_seen
from bagpattern.geometry.thinned import thinned
from bagpattern.sewn.bag import StrokeKind
from bagpattern.sewn.one_thread import in_one_thread
from bagpattern.values import once, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bagpattern.drawing.names import Names
    from bagpattern.drawing.views.camera import Camera
    from bagpattern.geometry.path import Path
    from bagpattern.geometry.place import Box
    from bagpattern.geometry.points import Point
    from bagpattern.sewn.appearance import Appearance
    from bagpattern.sewn.bag import Floats, SewnBag, Whole

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
_ASIDE = 0.45
"""Of an outline's width, how far it is moved to be fair: the border of the area that it is round stays under it."""
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


@in_one_thread
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
    fills = pen.areas(regions(subject.bag, seen.samples, coloured, prints or {}))
    lines = pen.lines(_lines(subject.bag, seen, scale, coloured))
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
        """One shape for all lines of a role, simplified, without specks; those on cloth are as fair as that is."""
        aside = _ASIDE * LINES[graded(OUTLINE, self.size)].width / self.scale
        for role, chains in found:
            lines = chains if role in (TEETH, HARD, NET) else [faired(each, aside) for each in chains]
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


# lines ----------------------------------------------------------------------------------------------------------------


def _lines(bag: SewnBag, seen: Seen, scale: float, coloured: bool) -> Iterator[tuple[str, list[Floats]]]:
    """All lines by role, the lightest first; in colours those of a step go by what makes it, too."""
    yield FIGURE, [*seen.figure]
    yield TEETH, [*seen.strokes.get(TEETH, ()), *teeth_seen(bag, seen.samples, scale)]
    folds = {FOLD: [each.points for each in seen.edges if each.fold]}
    for role in (TOPSTITCH, FOLD, SEAM, EDGE):
        yield role, [*seen.strokes.get(role, []), *folds.get(role, [])]
    yield HARD, [each.points for each in seen.edges if each.hard]
    steps: dict[str, list[Floats]] = {}
    for each in (edge for edge in seen.edges if not edge.hard and not edge.outer and not edge.fold):
        role = f"{STEP}-{bag.surfaces[each.of].material}" if coloured and each.of >= 0 else STEP
        steps.setdefault(role, []).append(each.points)
    yield from sorted(steps.items())
    yield OUTLINE, [each.points for each in seen.edges if not each.hard and each.outer]


def _strokes(bag: SewnBag, samples: Samples) -> dict[str, list[Floats]]:
    """What is seen of the bag's lines, by role."""
    kept = [each for each in bag.strokes if each.kind in _ROLES]
    found: dict[str, list[Floats]] = {}
    for stroke, points in seen_of(kept, samples):
        found.setdefault(_ROLES[stroke.kind], []).append(points)
    return found
