"""Straps that are hooked on: in rings, by their swivels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.strap import Mode
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.ends import Strap
from bagpattern.sewn.dress.ground import UP
from bagpattern.sewn.dress.mesh import Frame, framed, run_of, tangents, unit
from bagpattern.sewn.dress.strapping import SHORT, USUAL, Strapping, off_towards, square
from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.model.notion import Notion
    from bagpattern.model.strap import Worn
    from bagpattern.sewn.bag import Floats


@value
class Hooked(Strapping):
    """The straps that hang in rings."""

    def hooked(self, strap: Strap, carried: bool) -> None:
        """A strap that hangs in rings by its swivels; one that only is a second way to carry the bag is taken off."""
        swivels = [each for each in self.threading(strap.key[0]) if each.kind == "swivel"]
        worn = self.ground.worn(strap.key[0])
        named = self.hung.rings.get(worn.rings, []) if worn else []
        rings = named or [ring for each in swivels for ring in self._hooks(each)]
        count = sum(each.count for each in swivels)
        if not rings:
            self.hung.notes[strap.key[0]] = "it is hooked or sewn to nothing that is shown"
        elif count == 1:
            self._loop(strap, swivels[0], rings[0])
        elif self._is_off(strap, carried, worn):
            self._off(strap)
        elif len(rings) > 1:
            self._between(strap, swivels[0], rings, None if named else self._middle_ring(strap))

    def _is_off(self, strap: Strap, carried: bool, worn: Worn | None) -> bool:
        """Whether the bag is carried by others."""
        return worn is None and (self.ground.carried is not None or (carried and not self._middle_ring(strap)))

    def _off(self, strap: Strap) -> None:
        """A strap that is not shown, with its hardware."""
        for key in (strap.key[0], *(each.id for each in self.threading(strap.key[0]))):
            self.hung.notes[key] = "it is taken off: the bag has other straps"

    def _hooks(self, swivel: Notion) -> list[Frame]:
        """The rings that a swivel hooks on to; where none is named, those of its owner."""
        named = self.hung.rings.get(swivel.hooks, [])
        of_owner = {each.id for each in self.ground.draft.notions if each.owner == swivel.owner}
        return named or [ring for key, rings in self.hung.rings.items() if key in of_owner for ring in rings]

    def _middle_ring(self, strap: Strap) -> Frame | None:
        """A ring of its owner that no swivel hooks on to: a convertible strap runs through it."""
        return self.ring_for(strap)

    def _between(self, strap: Strap, swivel: Notion, rings: list[Frame], through: Frame | None) -> None:
        """From ring to ring, or from each *through* one at the top."""
        width = swivel.width or strap.width
        across = rings[1].at - rings[0].at if through is None else None
        ways = [UP if through is None else unit(through.at - ring.at) + 1.1 * through.up for ring in rings[:2]]
        one, other = (self._swivel(swivel, *each, across) for each in zip(rings, (width, width), ways, strict=False))
        if through is None:
            curves = [self._over(strap, one, other)]
        else:
            half = strap._replace(length=strap.length / 2)
            curves = [self._on_back(half, each, through) for each in (one, other)]
        for curve, ups in curves:
            self.ribbon(strap, curve, ups, strap.thickness)
        self.doubled(strap._replace(length=strap.length / len(curves)), *curves[0])

    def _over(self, strap: Strap, one: Frame, other: Frame) -> tuple[Floats, Floats]:
        """A strap over the bag, leaning back a little."""
        led = self.led(strap, (one.at, one.along), (other.at, other.along), self._hangs(strap))
        if led.out is not None:
            return led.curve, led.ups(one.up)
        curve = led.curve
        share = run_of(curve) / run_of(curve)[-1]
        curve = curve + np.outer(share * (1 - share), (0.0, 0.0, -0.5 * strap.length / 4))
        across = other.at - one.at
        front = np.cross(across, UP)
        return curve, square(curve, np.cross(tangents(curve), np.tile(unit(front), (len(curve), 1))))

    def _hangs(self, strap: Strap) -> float:
        """mm of a strap as it hangs: a part of it lies double behind its slider, if it has one."""
        slides = any(each.kind == "slider" for each in self.threading(strap.key[0]))
        return (USUAL if slides else 1.0) * strap.length

    def _on_back(self, strap: Strap, one: Frame, ring: Frame) -> tuple[Floats, Floats]:
        """Half of a strap that runs from a ring at the base to a loop at the top, and through it to the other one."""
        away = off_towards(ring, one.at)
        led = self.fallen(strap, (ring.at, away), (one.at, one.along), SHORT * strap.length)
        return led.curve[::-1], led.ups(np.cross(away, ring.side), one.side)[::-1]

    def _swivel(self, notion: Notion, ring: Frame, width: float, towards: Floats, out: Floats | None = None) -> Frame:
        """A swivel hooked on to a ring, turned so that its strap looks *out*; the frame where that begins."""
        along = unit(np.asarray(towards, float) + 0.35 * ring.along)
        up = ring.up if abs(ring.up @ along) < 0.9 else ring.side
        frame = framed(ring.at, along, up if out is None or abs(unit(out) @ along) > 0.9 else out)
        eye = frame.moved(along=hardware.swivel_reach(width))
        self.show(notion, hardware.swivel(eye.turned(), width))
        return eye

    def _loop(self, strap: Strap, swivel: Notion, ring: Frame) -> None:
        """A wrist strap: a loop that hangs from one ring, or by which the bag hangs from a hand."""
        width = swivel.width or strap.width
        led = self.ground.path(*strap.key, ring.at, ring.at) if self._holds_alone() else None
        towards = self._down(strap, ring, width) if led is None else unit(led[0][len(led[0]) // 2] - ring.at)
        start = self._swivel(swivel, ring, width, towards)
        turn = np.linspace(0.0, 2 * np.pi, 41)
        deep, wide = strap.length / 2.25, strap.length / 9.0
        places = [start(deep * (1 - np.cos(t)) / 2, 0.0, wide * np.sin(t) * (1 - np.cos(t)) / 1.6) for t in turn]
        curve = np.array(places)
        self.ribbon(strap, curve, np.cross(tangents(curve), start.side), strap.thickness)

    def _holds_alone(self) -> bool:
        """Whether the bag is carried so that nothing but loops for the wrist could hold it."""
        carried, draft = self.ground.carried, self.ground.draft
        straps = *(each.strap for each in draft.panels), *(each.strap for each in draft.notions)
        return carried is not None and all(
            each.mode is Mode.WRIST for each in straps if each and each.length_for(carried.way) is not None
        )

    def _down(self, strap: Strap, ring: Frame, width: float) -> Floats:
        """The way in which a loop hangs from its ring: down, and off the bag as far as the ground asks for."""
        room = max(ring.at[1] - 6.0, 1.0)
        high = strap.length / 2.2 + hardware.swivel_reach(width)
        lean = np.sqrt(max(1.0 - min(room / high, 1.0) ** 2, 0.02))
        away = unit(ring.along * (1, 0, 1)) if np.linalg.norm(ring.along * (1, 0, 1)) > 0.2 else ring.up
        found: Floats = lean * away - np.sqrt(1 - lean**2) * UP
        return found
