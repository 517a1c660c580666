"""Straps, handles, tabs and their hardware, as they hang from the bag."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff, Surface
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.ends import End, Strap, ends_of, straps_of
from bagpattern.sewn.dress.ground import UP, Ground
from bagpattern.sewn.dress.hanging import hanging, turning
from bagpattern.sewn.dress.mesh import (
    Frame,
    Mesh,
    at_runs,
    framed,
    ribbon,
    run_of,
    surface,
    tangents,
    unit,
)
from bagpattern.sewn.dress.mesh import carried as carried_normals
from bagpattern.sewn.dress.wings import buckle_run, buckled, round_behind
from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.model.notion import Notion
    from bagpattern.sewn.bag import Floats

_USUAL = 0.62
"""Of a strap with a slider: its length as it is usually worn; the rest lies double [K]."""
_SHORT = 0.53
"""Of a shoulder strap with a slider: as short as that goes, so that it clears the ground when the bag stands [K]."""
_TOGETHER = 25.0
"""mm: a strap whose ends are nearer than that is a loop."""
_DOUBLE = 2.6
"""mm from one layer of a doubled strap to the other."""
_EDGE = 2.2
"""mm from a strap's edge to its stitching [construction 5.2]."""
_RINGS = ("ring",)
_PAD_SHARE, _PADDED, _TAIL = 0.4, 8.0, 130.0
"""Of the lower webbing: what hangs between a pad and its tab as usually worn; mm of a pad, and of webbing's end [K]."""
_SOFT = 4.0
"""mm: how softly a strap comes to lie on the ground."""
_GROUND = 3.0
"""mm above the ground: where what lies on it has its middle."""


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


@value
class Carrying:
    """The straps of one bag."""

    ground: Ground
    hung: Hung

    def all(self) -> Hung:
        """Tabs first, since straps hang in their rings; then what is sewn on; last what is hooked on."""
        straps = [(strap, ends_of(self.ground, strap)) for strap in straps_of(self.ground)]
        tabs = [(strap, ends) for strap, ends in straps if _is_tab(ends)]
        fixed = [(strap, ends) for strap, ends in straps if ends and not _is_tab(ends)]
        for strap, ends in tabs:
            self._tab(strap, ends)
        for strap, ends in fixed:
            self._fixed(strap, ends)
        for strap, ends in straps:
            if not ends:
                self._hooked(strap, bool(fixed))
        return self.hung

    # ------------------------------------------------------------------ tabs

    def _tab(self, strap: Strap, ends: list[End]) -> None:
        """A folded tab, and the ring in its fold."""
        frame = _middle(ends)
        reach = max(strap.length / 2 - 2.0, 6.0)
        curve = np.array([frame(along) for along in np.linspace(-1.0, reach, 6)])
        self._ribbon(strap, curve, np.tile(frame.up, (6, 1)), 2 * strap.thickness, False)
        tip = frame.moved(along=reach)
        self.hung.tabs.setdefault(strap.owner, []).append(tip)
        for notion in self._threading(strap.key[0]):
            if notion.kind in _RINGS:
                width = notion.width or strap.width
                self._show(notion, hardware.d_ring(tip, width))
                self.hung.rings.setdefault(notion.id, []).append(tip.moved(along=hardware.ring_reach(width)))

    def _threading(self, key: str) -> list[Notion]:
        return [each for each in self.ground.draft.notions if each.threads == key]

    # ------------------------------------------------------------------ straps that are sewn on

    def _fixed(self, strap: Strap, ends: list[End]) -> None:
        if len(ends) > 1:
            self._handle(strap, ends[0], ends[-1])
            return
        ring = self._ring_for(strap)
        tabs = self.hung.tabs.get(strap.owner, [])
        webbing = next((each for each in self.ground.draft.notions if self._lower(each, strap)), None)
        if ring is None and tabs and webbing:
            self._padded(strap, ends[0], tabs[min(strap.key[1], len(tabs)) - 1], webbing)
        elif ring is None:
            self._loose(strap, ends[0])
        else:
            self._through(strap, ends[0], ring)

    def _handle(self, strap: Strap, one: End, other: End) -> None:
        """A strap between two places."""
        lying = sum(float(run_of(end.lies)[-1]) for end in (one, other) if end.lies is not None)
        start, end = one.frame, other.frame
        buckles = [each for each in self._threading(strap.key[0]) if each.kind == "buckle"]
        ways = round_behind(start, end) if buckles else (_upward(start), _upward(end))
        length = (_USUAL if buckles else 1.0) * strap.length
        curve = hanging(start.at, ways[0], end.at, ways[1], max(length - lying, 10.0))
        ups = turning(curve, start.up, end.up if end.up @ start.up > -0.2 else -end.up)
        ups = _standing(curve, ups) if buckles else ups
        self._lies(strap, (one, other))
        self._ribbon(strap, curve, ups, strap.thickness)
        for notion in buckles:
            at = [buckle_run(float(run_of(curve)[-1]))]
            place, up, along = (at_runs(curve, at, each)[0] for each in (curve, ups, tangents(curve)))
            frame = framed(place, along, up).moved(up=-4.0)
            self.hung.surfaces.extend(buckled(frame, notion.id, notion.width or strap.width))
            self.hung.taken.add(notion.id)

    def _through(self, strap: Strap, end: End, ring: Frame) -> None:
        """A strap that runs through a ring and back to its slider."""
        away = unit(end.frame.up + 0.6 * end.frame.along)
        curve = hanging(end.frame.at, away, ring.at, _off(ring, end.frame.up), _SHORT * strap.length)
        curve = _above_ground(curve)
        ups = _round(curve, end.frame.up)
        self._lies(strap, (end,))
        self._ribbon(strap, curve, ups, strap.thickness)
        self._doubled(strap, curve[::-1], ups[::-1])

    def _lower(self, notion: Notion, strap: Strap) -> bool:
        """Whether it is webbing of the strap's owner with a ladder lock on it: the lower part of a padded strap."""
        locked = any(each.kind == "ladder-lock" for each in self._threading(notion.id))
        return notion.kind == "webbing" and notion.owner == strap.owner and locked

    def _padded(self, strap: Strap, end: End, tab: Frame, webbing: Notion) -> None:
        """A pad, a ladder lock at its lower end, and webbing from there to the tab at the base."""
        low = _PAD_SHARE * (webbing.length or 0.0)
        away = unit(end.frame.up + 0.6 * end.frame.along)
        curve = hanging(end.frame.at, away, tab.at, _off(tab, end.frame.up), strap.length + low)
        curve = _above_ground(curve)
        ups = _round(curve, end.frame.up)
        pad = run_of(curve) <= strap.length
        self._pad(strap, curve[pad], ups[pad])
        self._under_pad(strap, webbing, curve[~pad], ups[~pad])

    def _under_pad(self, strap: Strap, webbing: Notion, curve: Floats, ups: Floats) -> None:
        """The webbing below a pad, its ladder lock, and its tail."""
        width = webbing.width or 20.0
        lower = Strap((webbing.id, strap.key[1]), Stuff.WEBBING, width, 0.0, 1.6, strap.owner, webbing.id)
        self._ribbon(lower, curve, ups, lower.thickness)
        frame = framed(curve[0] + 1.5 * ups[0], curve[0] - curve[1], ups[0])
        lock = next(each for each in self._threading(webbing.id) if each.kind == "ladder-lock")
        self._show(lock, hardware.ladder_lock(frame, lock.width or width), stuff=Stuff.PLASTIC)
        foot = frame.at - 0.85 * _TAIL * UP + 0.2 * _TAIL * ups[0]
        foot[1] = max(foot[1], _GROUND)
        tail = hanging(frame.at, 0.4 * ups[0] - UP, foot, UP, _TAIL)
        self._ribbon(lower, tail, turning(tail, ups[0], ups[0]), lower.thickness)

    def _pad(self, strap: Strap, curve: Floats, ups: Floats) -> None:
        """The padded part, as wide at its ends as it is cut there, and the stitching of its binding."""
        panel = self.ground.draft[strap.key[0]]
        fixed = {
            run.on
            for seam in self.ground.draft.seams
            for each in seam.caught
            for run in each.runs
            if run.panel == panel.id
        }
        upper, lower = sorted((panel.edge(each) for each in strap.tips[:2]), key=lambda each: each.name not in fixed)
        share = run_of(curve) / run_of(curve)[-1]
        widths = upper.length + (lower.length - upper.length) * share
        self._add(strap, ribbon(curve, ups, widths, _PADDED))
        side = unit(np.cross(ups, tangents(curve))) * (widths[:, None] / 2 - 5.0)
        for sign in (-1, 1):
            points = curve + sign * side + (_PADDED / 2 + 0.2) * ups
            self.hung.strokes.append(Stroke(StrokeKind.TOPSTITCH, points, ups, strap.key[0]))

    def _doubled(self, strap: Strap, curve: Floats, ups: Floats) -> None:
        """The end of a strap that comes back from where *curve* starts, to its slider."""
        back = max(strap.length - float(run_of(curve)[-1]), 0.0)
        slides = [each for each in self._threading(strap.key[0]) if each.kind in ("slider", "ladder-lock")]
        if not slides or back < 40.0:
            return
        at = min(back, 0.8 * float(run_of(curve)[-1]))
        keep = run_of(curve) <= at
        self._ribbon(strap, curve[keep] + _DOUBLE * ups[keep], ups[keep], strap.thickness, False)
        place, up, along = (at_runs(curve, [at], each)[0] for each in (curve, ups, tangents(curve)))
        frame = framed(place + _DOUBLE / 2 * up, along, up)
        made = hardware.slider if slides[0].kind == "slider" else hardware.ladder_lock
        self._show(slides[0], made(frame, slides[0].width or strap.width))

    def _ring_for(self, strap: Strap) -> Frame | None:
        """The ring that a strap runs through: a free one of its owner, the nearest on its side."""
        hooked = {each.hooks for each in self.ground.draft.notions if each.hooks}
        for notion in self.ground.draft.notions:
            frames = self.hung.rings.get(notion.id, [])
            if notion.owner == strap.owner and frames and notion.id not in hooked:
                return frames[min(strap.key[1], len(frames)) - 1]
        return None

    def _loose(self, strap: Strap, end: End) -> None:
        """A strap with one end: it hangs down."""
        start = end.frame
        foot = start.at + 0.4 * strap.length * start.up - 0.85 * strap.length * UP
        foot[1] = max(foot[1], 4.0)
        curve = hanging(start.at, start.along + 0.3 * start.up, foot, UP, strap.length)
        self._lies(strap, (end,))
        self._ribbon(strap, curve, turning(curve, start.up, start.up), strap.thickness)

    # ------------------------------------------------------------------ straps that are hooked on

    def _hooked(self, strap: Strap, carried: bool) -> None:
        """A strap that hangs in rings by its swivels; one that only is a second way to carry the bag is taken off."""
        swivels = [each for each in self._threading(strap.key[0]) if each.kind == "swivel"]
        rings = [ring for each in swivels for ring in self._hooks(each)]
        count = sum(each.count for each in swivels)
        if not rings:
            self.hung.notes[strap.key[0]] = "it is hooked or sewn to nothing that is shown"
        elif count == 1:
            self._loop(strap, swivels[0], rings[0])
        elif carried and not self._middle_ring(strap):
            self._off(strap)
        elif len(rings) > 1:
            self._between(strap, swivels[0], rings)

    def _off(self, strap: Strap) -> None:
        """A strap that is not shown, with its hardware."""
        for key in (strap.key[0], *(each.id for each in self._threading(strap.key[0]))):
            self.hung.notes[key] = "it is taken off: the bag has other straps"

    def _hooks(self, swivel: Notion) -> list[Frame]:
        """The rings that a swivel hooks on to; where none is named, those of its owner."""
        named = self.hung.rings.get(swivel.hooks, [])
        of_owner = {each.id for each in self.ground.draft.notions if each.owner == swivel.owner}
        return named or [ring for key, rings in self.hung.rings.items() if key in of_owner for ring in rings]

    def _middle_ring(self, strap: Strap) -> Frame | None:
        """A ring of its owner that no swivel hooks on to: a convertible strap runs through it."""
        return self._ring_for(strap)

    def _between(self, strap: Strap, swivel: Notion, rings: list[Frame]) -> None:
        width = swivel.width or strap.width
        through = self._middle_ring(strap)
        towards = UP if through is None else through.up + 0.5 * UP
        one, other = (self._swivel(swivel, ring, width, towards) for ring in rings[:2])
        if through is None:
            curves = [self._over(strap, one, other)]
        else:
            half = strap._replace(length=strap.length / 2)
            curves = [self._on_back(half, each, through) for each in (one, other)]
        for curve, ups in curves:
            self._ribbon(strap, curve, ups, strap.thickness)
        self._doubled(strap._replace(length=strap.length / len(curves)), *curves[0])

    def _over(self, strap: Strap, one: Frame, other: Frame) -> tuple[Floats, Floats]:
        """A strap over the bag, leaning back a little."""
        curve = hanging(one.at, one.along, other.at, other.along, _USUAL * strap.length)
        share = run_of(curve) / run_of(curve)[-1]
        curve = curve + np.outer(share * (1 - share), (0.0, 0.0, -0.5 * strap.length / 4))
        across = other.at - one.at
        front = np.cross(across, UP)
        return curve, _square(curve, np.cross(tangents(curve), np.tile(unit(front), (len(curve), 1))))

    def _on_back(self, strap: Strap, one: Frame, ring: Frame) -> tuple[Floats, Floats]:
        """Half of a strap that runs from a ring at the base to a loop at the top, and through it to the other one."""
        away = unit(0.6 * ring.along + ring.up)
        curve = _above_ground(hanging(ring.at, away, one.at, one.along, _SHORT * strap.length))
        return curve[::-1], _round(curve, ring.up)[::-1]

    def _swivel(self, notion: Notion, ring: Frame, width: float, towards: Floats) -> Frame:
        """A swivel hooked on to a ring; the frame where its strap begins."""
        along = unit(np.asarray(towards, float) + 0.35 * ring.along)
        frame = framed(ring.at, along, ring.up if abs(ring.up @ along) < 0.9 else ring.side)
        eye = frame.moved(along=hardware.swivel_reach(width))
        self._show(notion, hardware.swivel(eye.turned(), width))
        return eye

    def _loop(self, strap: Strap, swivel: Notion, ring: Frame) -> None:
        """A wrist strap: a loop that hangs from one ring."""
        width = swivel.width or strap.width
        room = max(ring.at[1] - 6.0, 1.0)
        high = strap.length / 2.2 + hardware.swivel_reach(width)
        lean = np.sqrt(max(1.0 - min(room / high, 1.0) ** 2, 0.02))
        away = unit(ring.along * (1, 0, 1)) if np.linalg.norm(ring.along * (1, 0, 1)) > 0.2 else ring.up
        start = self._swivel(swivel, ring, width, lean * away - np.sqrt(1 - lean**2) * UP)
        turn = np.linspace(0.0, 2 * np.pi, 41)
        deep, wide = strap.length / 2.25, strap.length / 9.0
        places = [start(deep * (1 - np.cos(t)) / 2, 0.0, wide * np.sin(t) * (1 - np.cos(t)) / 1.6) for t in turn]
        curve = np.array(places)
        self._ribbon(strap, curve, np.cross(tangents(curve), start.side), strap.thickness)

    # ------------------------------------------------------------------ making

    def _lies(self, strap: Strap, ends: tuple[End, ...]) -> None:
        """The stretches by which a strap lies on the bag, sewn down."""
        for end in ends:
            if end.lies is not None and end.up is not None:
                self._ribbon(strap, end.lies, end.up, strap.thickness)

    def _ribbon(self, strap: Strap, curve: Floats, ups: Floats, thickness: float, stitched: bool = True) -> None:
        mesh = ribbon(curve, ups, strap.width, thickness)
        self._add(strap, mesh)
        if stitched and not strap.notion and strap.width > 3 * _EDGE:
            side = unit(np.cross(ups, tangents(curve))) * (strap.width / 2 - _EDGE)
            for sign, face in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
                points = curve + sign * side + face * (thickness / 2 + 0.2) * ups
                self.hung.strokes.append(Stroke(StrokeKind.TOPSTITCH, points, face * ups, strap.key[0]))

    def _add(self, strap: Strap, mesh: Mesh) -> None:
        piece = "" if strap.notion else strap.key[0]
        made = surface(strap.key[0], strap.material, mesh, piece=piece, copy=strap.key[1], notion=strap.notion)
        self.hung.surfaces.append(made)
        self.hung.taken.add(strap.key[0])

    def _show(self, notion: Notion, *meshes: Mesh, stuff: Stuff = Stuff.METAL) -> None:
        self.hung.surfaces.append(surface(notion.id, stuff, *meshes, notion=notion.id))
        self.hung.taken.add(notion.id)


def _is_tab(ends: list[End]) -> bool:
    """Whether a strap is folded in half: both of its ends lie at one place."""
    return len(ends) > 1 and float(np.linalg.norm(ends[0].frame.at - ends[-1].frame.at)) < _TOGETHER


def _middle(ends: list[End]) -> Frame:
    return ends[0].frame._replace(at=np.mean([end.frame.at for end in ends], axis=0))


def _upward(frame: Frame) -> Floats:
    """The way a handle leaves: as it is sewn, and up."""
    return unit(frame.along + (2.5 * UP if frame.along[1] > -0.5 else 0.0))


def _off(ring: Frame, away: Floats) -> Floats:
    """The way a strap leaves a ring: ahead of it and off the back."""
    return unit(0.3 * ring.along * (1, 0, 1) + away * (1, 0, 1) + 0.4 * UP)


def _round(curve: Floats, first: Floats) -> Floats:
    """Normals of a strap that is not twisted, from the *first* on, evened out where it bends."""
    ups = carried_normals(curve, first)
    for _ in range(3):
        wide = np.concatenate([ups[:1], ups, ups[-1:]])
        ups = unit(wide[:-2] + 2 * wide[1:-1] + wide[2:])
    return _square(curve, ups)


def _above_ground(curve: Floats) -> Floats:
    """A curve that nowhere dips into what the bag stands on."""
    found = curve.copy()
    high = (found[:, 1] - _GROUND) / _SOFT
    found[:, 1] = _GROUND + _SOFT * np.where(high > 20.0, high, np.log1p(np.exp(np.minimum(high, 20.0))))
    return found


def _standing(curve: Floats, ups: Floats) -> Floats:
    """Normals of a belt: as given at its ends, between them level, so that it lies flat against the wearer."""
    share = run_of(curve) / run_of(curve)[-1]
    held = np.clip(4 * np.minimum(share, 1 - share), 0.0, 1.0)[:, None]
    return _square(curve, (1 - held) * ups + held * np.cross(tangents(curve), UP))


def _square(curve: Floats, given: Floats) -> Floats:
    along = tangents(curve)
    return unit(given - (given * along).sum(axis=1, keepdims=True) * along)


def carried(ground: Ground) -> Hung:
    """All straps, handles and tabs of a bag."""
    return Carrying(ground, Hung([], [], {}, {}, {}, set())).all()
