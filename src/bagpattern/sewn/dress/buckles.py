"""Buckles that hold a flap: long webbing sewn on that, short webbing on the front, half of the buckle each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.attached.built import thickness_bought
from bagpattern.model.closing import Closes
from bagpattern.model.wall import Wall
from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.ground import UP, evenly_along
from bagpattern.sewn.dress.hanging import hanging, turning
from bagpattern.sewn.dress.mesh import Frame, evenly, framed, ribbon, run_of, surface, tangents, unit
from bagpattern.sewn.dress.strapping import GROUND
from bagpattern.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.draft import Draft
    from bagpattern.model.marks import Line
    from bagpattern.model.notion import Notion
    from bagpattern.sewn.bag import Floats, Surface
    from bagpattern.sewn.dress.ground import Copy, Ground
    from bagpattern.sewn.dress.mesh import Mesh

_STEP = 6.0
_OVER = 0.5
"""mm from cloth to the webbing on it."""
_EDGE = 2.5
"""mm from the edges of webbing to its stitching."""
_SUNK = 1.0
"""mm by which a buckle lies lower than the middle of the webbing that runs into it [K]."""
_GAP = 10.0
"""mm of webbing from where it is sewn on to its half of a buckle that is undone [K]."""
_TURNS = 8.0
"""mm of the bow in which a loose end comes out of its buckle [K]."""
_FALLS, _OUT = 0.85, 0.3
"""How far a loose end of an open flap hangs down behind, and stands off there, in its lengths [K]."""


class Sewn(NamedTuple):
    """Webbing where it is sewn on, with its normals; it leaves that at its ``mouth``."""

    curve: Floats
    ups: Floats
    mouth: Frame
    on_flap: bool
    """Whether it is the long piece."""


def buckles(ground: Ground, opened: bool = False) -> tuple[list[Surface], list[Stroke], set[str]]:
    """Webbing and buckles of all flaps, fastened or *opened*; and the ids of what is shown."""
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    shown: set[str] = set()
    for webbing, buckle in _held(ground.draft):
        fastening = _Fastening(webbing, buckle, tuple(_sewn(ground, webbing)))
        if len({each.on_flap for each in fastening.sewn}) == 2:
            straps, halves = fastening.undone() if opened else fastening.done()
            surfaces.append(surface(webbing.id, Stuff.WEBBING, *fastening.lying(), *straps, notion=webbing.id))
            surfaces += [surface(buckle.id, Stuff.PLASTIC, each, notion=buckle.id) for each in halves]
            strokes += fastening.stitching()
            shown |= {webbing.id, buckle.id}
    return surfaces, strokes, shown


def _held(draft: Draft) -> Iterator[tuple[Notion, Notion]]:
    """The webbing and the buckles that hold each flap."""
    bought = {each.id: each for each in draft.notions}
    for closing in (each for each in draft.closings if each.kind is Closes.FLAP):
        for buckle in (bought[each] for each in closing.held_by if each in bought):
            if buckle.kind == "buckle" and buckle.threads in bought:
                yield bought[buckle.threads], buckle


def _sewn(ground: Ground, webbing: Notion) -> Iterator[Sewn]:
    """Every place that webbing is sewn on at: within a closed line that holds it."""
    for panel in ground.draft.panels:
        for line in (each for each in panel.lines if each.holds == webbing.id and each.closed):
            for copy in range(1, panel.count + 1):
                if ground.has(panel.id, copy):
                    yield _at(ground, (panel.id, copy), line, thickness_bought(webbing))


def _at(ground: Ground, key: Copy, line: Line, thick: float) -> Sewn:
    """Webbing on a flap comes out of its line downward as that hangs, on what it lies on upward."""
    left, low, right, high = line.path.bounds
    middle = complex(left + right, low + high) / 2
    facet = ground.draft[key[0]].facet_at(middle)
    on_flap, up = (False, 1j) if facet is None else (facet.wall is Wall.FLAP, facet.up)
    way = -up if on_flap else up
    half = max(((each - middle) * way.conjugate()).real for each in line.path.flat)
    places = middle + half * way * np.linspace(-1.0, 1.0, len(evenly_along(2 * half, _STEP)))
    spots = ground.on(*key, np.stack([places.real, places.imag], axis=1), thick / 2 + _OVER)
    mouth = framed(spots.points[-1], spots.frames[-1] @ (way.real, way.imag), spots.normals[-1])
    return Sewn(spots.points, spots.normals, mouth, on_flap)


@value
class _Fastening:
    """The buckles of one flap, all on the same webbing, and where that is ``sewn``."""

    webbing: Notion
    buckle: Notion
    sewn: tuple[Sewn, ...]

    @property
    def _over(self) -> tuple[Sewn, ...]:
        return tuple(each for each in self.sewn if each.on_flap)

    @property
    def _below(self) -> tuple[Sewn, ...]:
        return tuple(each for each in self.sewn if not each.on_flap)

    @property
    def _wide(self) -> float:
        return self.webbing.width or 25.0

    @property
    def _thick(self) -> float:
        return thickness_bought(self.webbing)

    @property
    def _loose(self) -> float:
        """mm of a long piece beyond where it is sewn on: a short one is folded, and sewn on with both of its ends."""
        over, below = (float(run_of(each[0].curve)[-1]) for each in (self._over, self._below))
        return (self.webbing.length or 0.0) / len(self._over) - over - 2 * below

    def lying(self) -> list[Mesh]:
        """What is sewn down."""
        return [ribbon(each.curve, each.ups, self._wide, self._thick) for each in self.sewn]

    def stitching(self) -> Iterator[Stroke]:
        """A row along either side of what is sewn down."""
        for each in self.sewn:
            side = unit(np.cross(each.ups, tangents(each.curve))) * (self._wide / 2 - _EDGE)
            for sign in (-1.0, 1.0):
                points = each.curve + sign * side + (self._thick / 2 + 0.2) * each.ups
                yield Stroke(StrokeKind.TOPSTITCH, points, each.ups, self.webbing.id)

    def done(self) -> tuple[list[Mesh], list[Mesh]]:
        """The webbing that is not sewn down, and the halves of the buckles, fastened."""
        straps: list[Mesh] = []
        halves: list[Mesh] = []
        for over in self._over:
            under = min(self._below, key=lambda each: float(np.linalg.norm(each.mouth.at - over.mouth.at)))
            curve = evenly([under.mouth.at, over.mouth.at], _STEP)
            middle, up = (under.mouth.at + over.mouth.at) / 2, under.mouth.up + over.mouth.up
            frame = framed(middle, curve[-1] - curve[0], up).moved(up=-_SUNK)
            straps += [self._ribbon(curve, under.mouth.up, over.mouth.up), self._tail(frame)]
            halves += hardware.buckle(frame, self._wide)
        return straps, halves

    def _tail(self, frame: Frame) -> Mesh:
        """The loose end: out of the buckle at its upper end, and down over it; what reaches the ground is rolled up."""
        top, off = hardware.buckle_length(self._wide) / 2, hardware.buckle_height(self._wide) + self._thick
        start = frame(top, 0.0, off / 2)
        turned, down = frame(top - _TURNS, 0.0, off), min(self._loose, frame.at[1] - GROUND)
        curve = evenly([start, turned, turned - down * UP], _STEP)
        return self._ribbon(curve, frame.up, frame.up)

    def undone(self) -> tuple[list[Mesh], list[Mesh]]:
        """The same when the flap lies back: each half on its own piece of webbing."""
        straps: list[Mesh] = []
        halves: list[Mesh] = []
        reach = _GAP + hardware.buckle_length(self._wide) / 2
        for each in self.sewn:
            mouth, half = each.mouth, hardware.buckle(each.mouth.moved(along=reach), self._wide)
            lead = np.array([mouth.at, mouth(_GAP)])
            straps.append(self._ribbon(lead, mouth.up, mouth.up))
            if each.on_flap:
                half = hardware.buckle(mouth.moved(along=reach).turned(), self._wide)
                straps.append(self._fallen(mouth))
            halves.append(half[1 if each.on_flap else 0])
        return straps, halves

    def _fallen(self, mouth: Frame) -> Mesh:
        """The loose end of an open flap: it hangs down behind that."""
        long = self._loose
        foot = mouth.at + _OUT * long * unit(mouth.up * (1, 0, 1)) - _FALLS * long * UP
        curve = hanging(mouth(0.0, 0.0, self._thick), mouth.along, foot, UP, long)
        return self._ribbon(curve, mouth.up, mouth.up)

    def _ribbon(self, curve: Floats, first: Floats, last: Floats) -> Mesh:
        return ribbon(curve, turning(curve, first, last), self._wide, self._thick)
