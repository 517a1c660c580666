"""How straps are made: ribbons with their stitching, doubled ends, hardware; and what has been made so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff, Surface
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.covered import uncovered, within_walls
from bagpattern.sewn.dress.ends import End, Strap
from bagpattern.sewn.dress.ground import UP, Ground
from bagpattern.sewn.dress.hanging import hanging
from bagpattern.sewn.dress.mesh import Frame, Mesh, at_runs, framed, ribbon, run_of, surface, tangents, unit
from bagpattern.sewn.dress.mesh import carried as carried_normals
from bagpattern.values import replace, value

if TYPE_CHECKING:
    from bagpattern.model.notion import Notion
    from bagpattern.sewn.bag import Flags, Floats

Made = TypeVar("Made", Surface, Stroke)
FALLS = 0.15
"""How steeply a shoulder strap falls where it leaves the bag: a steeper one comes back on itself in a spike [K]."""
USUAL = 0.62
"""Of a strap with a slider: its length as it is usually worn; the rest lies double [K]."""
SHORT = 0.53
"""Of a shoulder strap with a slider: as short as that goes, so that it clears the ground when the bag stands [K]."""
_DOUBLE = 2.6
"""mm from one layer of a doubled strap to the other."""
_EDGE = 2.2
"""mm from a strap's edge to its stitching [construction 5.2]."""
_ENDS = 20.0
"""mm of a strap's end that may lie between shell and lining, where it is caught."""
_WITHIN = 3.0
"""mm from the cloth to what hangs within it."""
_AWAY = 0.5, 0.1
"""By so much of its fall a limp strap is off what it hangs on, at its upper and its lower end: its loop is open [K]."""
GROUND = 3.0
"""mm above the ground: where what lies on it has its middle."""
_SOFT = 4.0
"""mm: how softly a strap comes to lie on the ground."""


class Led(NamedTuple):
    """The curve of a strap, and its normals where a wearer gives them."""

    curve: Floats
    out: Floats | None

    def above_ground(self, least: float = GROUND) -> Led:
        """It nowhere dips into what the bag stands on, its middle *least* mm above that, unless somebody wears it."""
        return self if self.out is not None else Led(above_ground(self.curve, least), None)

    def ups(self, first: Floats, bar: Floats | None = None) -> Floats:
        """Normals of the strap: from the *first* one on, as little twisted as may be, or out of the wearer.

        It arrives flat on a *bar* of that direction, if one holds it.
        """
        return untwisted(self.curve, first, bar) if self.out is None else evened(self.curve, self.out)


class Pad(NamedTuple):
    """A padded shoulder strap as it hangs, from its upper end: the id of its panel, its middle, and its normals."""

    panel: str
    curve: Floats
    ups: Floats


class Hung(NamedTuple):
    """What has been made so far: where the rings are, by the id of their notion, each at the inside of its bow."""

    surfaces: list[Surface]
    strokes: list[Stroke]
    rings: dict[str, list[Frame]]
    tabs: dict[str, list[Frame]]
    """The tips of the tabs of each owner."""
    notes: dict[str, str]
    taken: set[str]
    """The ids of the notions that are shown."""
    pads: dict[str, list[Pad]]
    """The padded straps of each owner."""


@value
class Strapping:
    """The straps of one bag in the making."""

    ground: Ground
    hung: Hung

    def led(self, strap: Strap, start: tuple[Floats, Floats], end: tuple[Floats, Floats], length: float) -> Led:
        """The curve of a strap between two places, each with the way in which it is left: as it hangs by its length.

        Or, where somebody carries the bag by it, as it runs over the body.
        """
        led = self.ground.path(*strap.key, start[0], end[0])
        return Led(hanging(*start, *end, length), None) if led is None else Led(*led)

    def fallen(self, strap: Strap, start: tuple[Floats, Floats], end: tuple[Floats, Floats], length: float) -> Led:
        """Likewise of a strap that lies on the ground, upper end first; of a bag carried by others it hangs."""
        carried = self.ground.carried
        if carried is None or carried.path is None or self.ground.worn(strap.key[0]):
            return self.led(strap, start, end, length).above_ground()
        ways = [_limp(way, away) for (_, way), away in zip((start, end), _AWAY, strict=True)]
        return Led(hanging(start[0], ways[0], end[0], ways[1], length), None)

    def threading(self, key: str) -> list[Notion]:
        """The hardware on a strap."""
        return [each for each in self.ground.draft.notions if each.threads == key]

    def doubled(self, strap: Strap, curve: Floats, ups: Floats) -> None:
        """The end of a strap that comes back from where *curve* starts, to its slider."""
        back = max(strap.length - float(run_of(curve)[-1]), 0.0)
        slides = [each for each in self.threading(strap.key[0]) if each.kind in ("slider", "ladder-lock")]
        if not slides or back < 40.0:
            return
        at = min(back, 0.8 * float(run_of(curve)[-1]))
        keep = run_of(curve) <= at
        self.ribbon(strap, curve[keep] + _DOUBLE * ups[keep], ups[keep], strap.thickness, False)
        place, up, along = (at_runs(curve, [at], each)[0] for each in (curve, ups, tangents(curve)))
        frame = framed(place + _DOUBLE / 2 * up, along, up)
        made = hardware.slider if slides[0].kind == "slider" else hardware.ladder_lock
        self.show(slides[0], made(frame, slides[0].width or strap.width))

    def ring_for(self, strap: Strap) -> Frame | None:
        """The ring that a strap runs through: a free one of its owner, the nearest on its side."""
        hooked = {each.hooks for each in self.ground.draft.notions if each.hooks}
        for notion in self.ground.draft.notions:
            frames = self.hung.rings.get(notion.id, [])
            if notion.owner == strap.owner and frames and notion.id not in hooked:
                return frames[min(strap.key[1], len(frames)) - 1]
        return None

    def lies(self, strap: Strap, ends: tuple[End, ...]) -> None:
        """The stretches by which a strap lies on the bag, sewn down."""
        for end in ends:
            if end.lies is not None and end.up is not None and not end.hidden:
                self.ribbon(strap, end.lies, end.up, strap.thickness)

    def ribbon(self, strap: Strap, curve: Floats, ups: Floats, thickness: float, stitched: bool = True) -> None:
        """A stretch of strap; one of cloth shows its stitching on both sides."""
        if strap.material == Stuff.METAL:
            self._chain(strap, curve, ups)
            return
        mesh = ribbon(curve, ups, strap.width, thickness)
        points, _ = self._uncovered(strap, curve, mesh.points)
        self.add(strap, mesh._replace(points=points))
        if stitched and not strap.notion and strap.width > 3 * _EDGE:
            side = unit(np.cross(ups, tangents(curve))) * (strap.width / 2 - _EDGE)
            for sign, face in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
                points = curve + sign * side + face * (thickness / 2 + 0.2) * ups
                shown = ~self._uncovered(strap, curve, points)[1]
                self.hung.strokes.append(Stroke(StrokeKind.TOPSTITCH, points[shown], face * ups[shown], strap.key[0]))

    def _chain(self, strap: Strap, curve: Floats, ups: Floats) -> None:
        """A chain; its links are too fine for all of their edges: each is drawn as one round line."""
        self.add(strap, hardware.chain(curve, ups, strap.width))
        self.hung.surfaces[-1] = replace(self.hung.surfaces[-1], lined=False)
        rounds = hardware.chain_rounds(curve, ups, strap.width)
        self.hung.strokes.extend(Stroke(StrokeKind.EDGE, points, normals, strap.key[0]) for points, normals in rounds)

    def made(self) -> tuple[int, int]:
        """How many surfaces and lines there are."""
        return len(self.hung.surfaces), len(self.hung.strokes)

    def keep_within(self, before: tuple[int, int]) -> None:
        """Have all that was made since stay within the walls of the bag."""
        self.hung.surfaces[before[0] :] = [self._within_walls(each) for each in self.hung.surfaces[before[0] :]]
        self.hung.strokes[before[1] :] = [self._within_walls(each) for each in self.hung.strokes[before[1] :]]

    def _within_walls(self, each: Made) -> Made:
        return replace(each, points=within_walls(self.ground, each.points, _WITHIN))

    def _uncovered(self, strap: Strap, curve: Floats, points: Floats) -> tuple[Floats, Flags]:
        """Places on a strap along a curve, without what of its ends the lining covers; and which these were."""
        reach = strap.width / 2 + _ENDS
        near = [np.linalg.norm(points - curve[end], axis=1) < reach for end in (0, -1)]
        return uncovered(self.ground, points, near[0] | near[1])

    def add(self, strap: Strap, mesh: Mesh) -> None:
        """Something made of what the strap is made of."""
        piece = "" if strap.notion else strap.key[0]
        made = surface(strap.key[0], strap.material, mesh, piece=piece, copy=strap.key[1], notion=strap.notion)
        self.hung.surfaces.append(made)
        self.hung.taken.add(strap.key[0])

    def show(self, notion: Notion, *meshes: Mesh, stuff: Stuff = Stuff.METAL) -> None:
        """A piece of hardware."""
        self.hung.surfaces.append(surface(notion.id, stuff, *meshes, notion=notion.id))
        self.hung.taken.add(notion.id)


def _limp(way: Floats, away: float) -> Floats:
    """The way in which a limp strap leaves its end: down, a little off what it hangs on."""
    return unit(away * unit(way * (1, 0, 1)) - UP)


def off_towards(frame: Frame, place: Floats) -> Floats:
    """The way in which a shoulder strap leaves where it is sewn: off the bag, in line with the *place* it goes to."""
    there = place - frame.at
    return unit(frame.up + FALLS * unit(there - (there @ frame.up) * frame.up))


def untwisted(curve: Floats, first: Floats, bar: Floats | None = None) -> Floats:
    """Normals of a strap from the *first* on, evened out where it bends, and twisted to lie on a *bar* at its end."""
    ups = carried_normals(curve, first)
    if bar is not None:
        ups = _twisted(curve, ups, bar)
    for _ in range(3):
        wide = np.concatenate([ups[:1], ups, ups[-1:]])
        ups = unit(wide[:-2] + 2 * wide[1:-1] + wide[2:])
    return square(curve, ups)


def _twisted(curve: Floats, ups: Floats, bar: Floats) -> Floats:
    """Normals turned, the more the farther along the curve, so that the last is square to a *bar*; it has two sides."""
    along = tangents(curve)
    across = np.cross(along, ups)
    angle = np.arctan2(float(bar @ ups[-1]), float(bar @ across[-1]))
    angle = angle - np.pi * np.round(angle / np.pi)
    turn = (-angle * run_of(curve) / run_of(curve)[-1])[:, None]
    return unit(np.cos(turn) * ups + np.sin(turn) * across)


def evened(curve: Floats, given: Floats) -> Floats:
    """Normals of a strap that lies on a body, evened out."""
    ups = given
    for _ in range(6):
        wide = np.concatenate([ups[:1], ups, ups[-1:]])
        ups = unit(wide[:-2] + 2 * wide[1:-1] + wide[2:])
    return square(curve, ups)


def above_ground(curve: Floats, least: float = GROUND) -> Floats:
    """A curve that nowhere dips into what the bag stands on."""
    found = curve.copy()
    high = (found[:, 1] - least) / _SOFT
    found[:, 1] = least + _SOFT * np.where(high > 20.0, high, np.log1p(np.exp(np.minimum(high, 20.0))))
    return found


def square(curve: Floats, given: Floats) -> Floats:
    """Unit vectors square to a curve, as near to those *given* as may be."""
    along = tangents(curve)
    return unit(given - (given * along).sum(axis=1, keepdims=True) * along)
