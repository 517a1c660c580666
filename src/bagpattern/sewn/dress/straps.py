"""Straps, handles and tabs that are sewn on, as they hang; and, after them, those that are hooked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.built import thickness_bought
from bagpattern.model.strap import Mode
from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.ends import End, Strap, ends_of, straps_of
from bagpattern.sewn.dress.ground import UP, Ground
from bagpattern.sewn.dress.hanging import aside, hanging, turning
from bagpattern.sewn.dress.hooked import Hooked
from bagpattern.sewn.dress.knotted import tied
from bagpattern.sewn.dress.mesh import Frame, at_runs, framed, ribbon, run_of, surface, tangents, unit
from bagpattern.sewn.dress.sternum import sternum_straps
from bagpattern.sewn.dress.strapping import FALLS, GROUND, SHORT, USUAL, Hung, Pad, off_towards, square
from bagpattern.sewn.dress.tabs import LEAN, STEEP, Tabs, is_tab
from bagpattern.sewn.dress.wings import buckle_run, buckled, round_behind
from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats

_WALL = 110.0
"""mm of wall above a handle beside which it does not stand up straight [K]."""
_LEVEL, _INSIDE = 20.0, 20.0
"""mm up and down in which a bag is about as wide, and mm from its walls to the middle of what hangs in it."""
_EVENED = 12
"""Times that such a strap is evened out."""
_FALL, _BOW = 0.6, 2.1
"""Of its way out: by how much a strap leaves downward; and how many times as long as from end to end it is then [K]."""
_ROOM = 20.0
"""mm from wall to wall that a hook on its ring takes [K]."""
_THICK = 3.0
"""mm from the middle of a bag to that of a handle which leans there: another one leans against it [K]."""
_LOOP = 14.0
"""mm of the loop between a pad and its ladder lock that are seen [K]."""
_PAD_SHARE, _TAIL = 0.4, 130.0
"""Of the lower webbing: what hangs between a pad and its tab as usually worn; mm of its end [K]."""


@value
class Sewn(Tabs):
    """The straps that are sewn to the bag."""

    def fixed(self, strap: Strap, ends: list[End]) -> None:
        if len(ends) > 1:
            self._handle(strap, ends[0], ends[-1])
            return
        ring = self.ring_for(strap)
        tabs = self.hung.tabs.get(strap.owner, [])
        webbing = next((each for each in self.ground.draft.notions if self._lower(each, strap)), None)
        if ring is None and tabs and webbing:
            self._padded(strap, ends[0], tabs[min(strap.key[1], len(tabs)) - 1], webbing)
        elif _mode(self.ground, strap) is Mode.LEASH:
            self._leash(strap, ends[0])
        elif _mode(self.ground, strap) is Mode.TIE:
            self.ribbon(strap, *tied(self.ground.body.points, ends[0].frame, strap.length), strap.thickness)
        elif ring is None:
            self._loose(strap, ends[0])
        else:
            self._through(strap, ends[0], ring)

    def _handle(self, strap: Strap, one: End, other: End) -> None:
        """A strap between two places."""
        lying = sum(float(run_of(end.lies)[-1]) for end in (one, other) if end.lies is not None)
        start, end = one.frame, other.frame
        buckles = [each for each in self.threading(strap.key[0]) if each.kind == "buckle"]
        top = float(self.ground.body.points[:, 1].max())
        ways = round_behind(start, end) if buckles else (_upward(one, top), _upward(other, top))
        length = (USUAL if buckles else 1.0) * strap.length
        led = self.led(strap, (start.at, ways[0]), (end.at, ways[1]), max(length - lying, 10.0))
        led = led if self.ground.carried else led.above_ground(strap.width / 2 if buckles else GROUND)
        curve, ups = led.curve, led.ups(start.up)
        if led.out is None:
            curve = curve if buckles else aside(curve, self.ground.middle[2], _THICK, strap.width)
            first, last = (_looks(each, way) for each, way in zip((start, end), ways, strict=True))
            ups = turning(curve, first, last if last @ first > -0.2 else -last)
            ups = _standing(curve, ups) if buckles else ups
        self.lies(strap, (one, other))
        self.ribbon(strap, curve, ups, strap.thickness)
        for notion in buckles:
            at = [buckle_run(float(run_of(curve)[-1]))]
            place, up, along = (at_runs(curve, at, each)[0] for each in (curve, ups, tangents(curve)))
            frame = framed(place, along, up).moved(up=-4.0)
            self.hung.surfaces.extend(buckled(frame, notion.id, notion.width or strap.width))
            self.hung.taken.add(notion.id)

    def _through(self, strap: Strap, end: End, ring: Frame) -> None:
        """A strap that runs through a ring and back to its slider."""
        away = unit(end.frame.up + _falling(SHORT * strap.length, end.frame.at - ring.at) * end.frame.along)
        led = self.fallen(strap, (end.frame.at, away), (ring.at, _off(ring, end.frame.up)), SHORT * strap.length)
        curve, ups = led.curve, led.ups(end.frame.up, ring.side)
        self.lies(strap, (end,))
        self.ribbon(strap, curve, ups, strap.thickness)
        self.doubled(strap, curve[::-1], ups[::-1])

    def _lower(self, notion: Notion, strap: Strap) -> bool:
        """Whether it is webbing of the strap's owner with a ladder lock on it: the lower part of a padded strap."""
        locked = any(each.kind == "ladder-lock" for each in self.threading(notion.id))
        return notion.kind == "webbing" and notion.owner == strap.owner and locked

    def _padded(self, strap: Strap, end: End, tab: Frame, webbing: Notion) -> None:
        """A pad, a ladder lock at its lower end, and webbing from there to the tab at the base."""
        low = _PAD_SHARE * (webbing.length or 0.0)
        away = off_towards(end.frame, tab.at)
        led = self.fallen(strap, (end.frame.at, away), (tab.at, _off(tab, end.frame.up)), strap.length + low)
        curve, ups = led.curve, led.ups(np.cross(away, end.frame.side), tab.side)
        pad = run_of(curve) <= strap.length
        self._pad(strap, curve[pad], ups[pad])
        self._under_pad(strap, webbing, curve[~pad], ups[~pad])

    def _under_pad(self, strap: Strap, webbing: Notion, curve: Floats, ups: Floats) -> None:
        """The webbing below a pad, its ladder lock, and its tail."""
        width = webbing.width or 20.0
        thick = thickness_bought(webbing)
        lower = Strap((webbing.id, strap.key[1]), Stuff.WEBBING, width, 0.0, thick, strap.owner, webbing.id)
        self.ribbon(lower, curve, ups, lower.thickness)
        frame = framed(curve[0] + 1.5 * ups[0], curve[0] - curve[1], ups[0])
        lock = next(each for each in self.threading(webbing.id) if each.kind == "ladder-lock")
        self.show(lock, hardware.ladder_lock(frame, lock.width or width), stuff=Stuff.PLASTIC)
        for loop in (each for each in self.ground.draft.notions if _is_loop(each, strap.owner)):
            run = np.array([frame(along) for along in (-2.0, _LOOP / 2, _LOOP)])
            self.show(loop, ribbon(run, frame.up, loop.width or width, 4.0), stuff=Stuff.WEBBING)
        foot = frame.at - 0.85 * _TAIL * UP + 0.2 * _TAIL * ups[0]
        foot[1] = max(foot[1], GROUND)
        tail = hanging(frame.at, 0.4 * ups[0] - UP, foot, UP, _TAIL)
        self.ribbon(lower, tail, turning(tail, ups[0], ups[0]), lower.thickness)

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
        self.hung.pads.setdefault(strap.owner, []).append(Pad(panel.id, curve, ups))
        self._layers(strap, panel, curve, ups, widths)
        side = unit(np.cross(ups, tangents(curve))) * (widths[:, None] / 2 - 5.0)
        for sign in (-1, 1):
            points = curve + sign * side + (strap.thickness / 2 + 0.2) * ups
            self.hung.strokes.append(Stroke(StrokeKind.TOPSTITCH, points, ups, strap.key[0]))

    def _layers(self, strap: Strap, panel: Panel, curve: Floats, ups: Floats, widths: Floats) -> None:
        """Both layers of a pad, and the binding round their edges where there is one."""
        half = strap.thickness / 2
        self.add(strap, ribbon(curve + half / 2 * ups, ups, widths, half))
        under = [each for each in self.ground.draft.panels if each.strap and each.strap.under == panel.id]
        for each in under or [panel]:
            mesh = ribbon(curve - half / 2 * ups, ups, widths, half)
            self.hung.surfaces.append(surface(each.id, each.material, mesh, piece=each.id, copy=strap.key[1]))
        for notion in self.ground.draft.notions:
            if notion.kind == "binding" and notion.owner == strap.owner:
                wide = (notion.width or 20.0) / 2
                side = unit(np.cross(ups, tangents(curve))) * (widths[:, None] - wide) / 2
                edges = [ribbon(curve + sign * side, ups, wide, strap.thickness + 1.2) for sign in (-1, 1)]
                self.show(notion, *edges, stuff=Stuff.WEBBING)

    def _leash(self, strap: Strap, end: End) -> None:
        """A leash with its hook: it hangs down within the bag, from the seam that holds it."""
        start = end.frame
        if (level := abs(start.along @ UP) < STEEP) and (self.ground.middle - start.at) @ start.along < 0.0:
            start = start.turned()  # at the end of a flat mouth both walls look outward a little
        steep = [float(each @ UP) for each in (start.up, start.along)]
        walls = [rise * each for rise, each in zip(steep, (start.up, start.along), strict=True) if 0.0 < rise < STEEP]
        down = -UP + np.sum(walls, axis=0) if walls else -UP  # it rests on a wall that leans outward
        way = 0.15 * (start.along - steep[1] * UP)
        foot = start.at + strap.length * (way + 0.9 * unit(down)) + 5.0 * start.up
        foot[1] = max(foot[1], GROUND + 40.0)
        curve, room = self._within(hanging(start.at, way + 0.5 * down, foot, -down, strap.length))
        if room < _ROOM:
            for key in (strap.key[0], *(each.id for each in self.threading(strap.key[0]))):
                self.hung.notes[key] = "it lies between the walls of a flat bag, out of sight"
            return
        curve += (strap.width / 2 if level else 0.0) * start.along  # it turns down within its seam
        for _ in range(_EVENED):  # walls are measured level by level: the strap follows them without steps
            curve[1:-1] = (curve[:-2] + 2.0 * curve[1:-1] + curve[2:]) / 4.0
        ups, before = turning(curve, start.up, start.up), self.made()
        self.ribbon(strap, curve, ups, strap.thickness)
        for notion in self.threading(strap.key[0]):
            if notion.kind == "swivel":
                hook = framed(curve[-1], curve[-1] - curve[-2], ups[-1])
                self.show(notion, hardware.swivel(hook, notion.width or strap.width))
        self.keep_within(before)

    def _within(self, curve: Floats) -> tuple[Floats, float]:
        """A curve moved in where the bag, which leans in below, is narrower than that; and how thin it is there."""
        found, room = curve.copy(), float("inf")
        for place in found:
            level = self.ground.body.points[np.abs(self.ground.body.points[:, 1] - place[1]) < _LEVEL]
            here = level[np.abs(level[:, 0] - place[0]) < _LEVEL]  # a flat bag is thinner near its sides
            for axis, wall in ((0, level), (2, here)):
                if len(wall):
                    room = min(room, float(np.ptp(wall[:, axis])))
                    low, high = wall[:, axis].min() + _INSIDE, wall[:, axis].max() - _INSIDE
                    place[axis] = min(max(place[axis], low), high) if low < high else (low + high) / 2
        off = np.minimum(run_of(curve) / (4.0 * _INSIDE), 1.0)[:, None]  # it comes off the wall that holds it
        return curve + off * (found - curve), room

    def _loose(self, strap: Strap, end: End) -> None:
        """A strap with one end: it hangs down."""
        start = end.frame
        foot = start.at + 0.4 * strap.length * start.up - 0.85 * strap.length * UP
        foot[1] = max(foot[1], GROUND)
        curve = hanging(start.at, start.along + 0.3 * start.up, foot, UP, strap.length)
        self.lies(strap, (end,))
        self.ribbon(strap, curve, turning(curve, start.up, start.up), strap.thickness)


def _is_loop(notion: Notion, owner: str) -> bool:
    """Whether it is webbing folded round a lock, both of its ends in the lower end of a pad."""
    folded = notion.strap is not None and notion.strap.mode is Mode.TAB
    return notion.kind == "webbing" and notion.owner == owner and folded


def _upward(end: End, top: float) -> Floats:
    """The way a handle leaves: as it is sewn, and up; off its wall where that goes on up to the *top* of the bag.

    From a seam across a wall it comes straight out: it falls, or stands up where little of the wall is above it. From
    a seam at an edge of the bag it stands up: no wall is there on which it would lie.
    """
    frame = end.frame
    wall = top - frame.at[1] > _WALL
    across = not end.free and abs(frame.along @ UP) < STEEP < abs(frame.up @ UP)
    if wall and across:
        return unit(0.5 * frame.along - UP)
    if end.in_edge and not wall and frame.along[1] > STEEP:
        return unit(LEAN * frame.along + UP)
    off = 1.5 if wall else 0.0
    rise = 2.5 * UP if frame.along[1] > -0.5 else 0.0 * UP
    if not across:  # along a wall that leans over it, not through it
        rise = rise - min(float(rise @ frame.up), 0.0) * frame.up
    return unit(frame.along + off * frame.up * (1, 0, 1) + rise)


def _falling(long: float, apart: Floats) -> float:
    """By which share of its way out a strap leaves downward: the longer for the places that it spans, the less.

    What is much longer stands off in a bow; if it left downward, its two halves would lie on each other.
    """
    over = long / max(float(np.linalg.norm(apart)), 1.0) - _BOW
    return min(FALLS, _FALL - float(np.clip(over, 0.0, 2.0 * _FALL)))


def _looks(frame: Frame, way: Floats) -> Floats:
    """Where a handle looks that leaves a place: as it is sewn there; one that stands up, square to that."""
    return framed(frame.at, way, frame.up).up if way @ UP > STEEP else frame.up


def _off(ring: Frame, away: Floats) -> Floats:
    """The way a strap leaves a ring: ahead of it and off the back."""
    return unit(0.3 * ring.along * (1, 0, 1) + away * (1, 0, 1) + 0.4 * UP)


def _standing(curve: Floats, ups: Floats) -> Floats:
    """Normals of a belt: level, so that it lies flat against the wearer; at ends that lie flat as given there."""
    level, share = np.cross(tangents(curve), UP), run_of(curve) / run_of(curve)[-1]
    flat = [float(abs(ups[end] @ UP) > STEEP) for end in (0, -1)]
    held = np.clip(1.0 - 4.0 * np.minimum(share, 1.0 - share), 0.0, 1.0) * np.where(share < 0.5, *flat)
    return square(curve, held[:, None] * ups + (1.0 - held[:, None]) * level)


def _mode(ground: Ground, strap: Strap) -> Mode | None:
    """How a strap serves."""
    notion = next((each for each in ground.draft.notions if each.id == strap.notion), None)
    serves = notion.strap if notion else ground.draft[strap.key[0]].strap
    return serves.mode if serves else None


def carried(ground: Ground) -> Hung:
    """All straps, handles and tabs: tabs first, for straps hang in their rings; what is hooked on comes last."""
    hung = Hung([], [], {}, {}, {}, set(), {})
    sewn, hooked = Sewn(ground, hung), Hooked(ground, hung)
    straps = [(strap, ends_of(ground, strap)) for strap in straps_of(ground)]
    for strap, ends in straps:
        if is_tab(ends):
            sewn.tab(strap, ends)
    fixed = [(strap, ends) for strap, ends in straps if ends and not is_tab(ends)]
    for strap, ends in fixed:
        sewn.fixed(strap, ends)
    for strap, ends in straps:
        if not ends and _mode(ground, strap) is not Mode.STERNUM:
            hooked.hooked(strap, bool(fixed))
    worn = ground.carried is not None and ground.carried.path is not None
    crossing, shown = sternum_straps(ground.draft, hung.pads)
    hung.surfaces.extend(() if worn else crossing)  # whoever is looked at from behind has it before the chest
    hung.taken.update(shown)
    return hung
