"""A slip pocket: a patch with a hem, topstitched to its panel on three sides [construction 4.2]."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.placement import moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stage, Step
from bagpattern.model.space import Space
from bagpattern.parameters import measure
from bagpattern.parts.contents import Given, cloth_on, filled, wanted
from bagpattern.parts.edging import lap_words, lapped, placement, rim, rim_words
from bagpattern.parts.part import Pocket, refusal
from bagpattern.parts.room import STEP, first_that, obstacle
from bagpattern.parts.strips import raise_together
from bagpattern.parts.workshop import Workshop
from bagpattern.units import millimetres

CLEAR = 13.0
"""mm from the pocket to the panel's seams: 13 inside the side seam [construction 4.2, K]."""


SHARE_ACROSS, SHARE_UP = 0.66, 0.5
"""Of the panel's width and height: a pocket whose size is left open [K]."""


@dataclass(frozen=True)
class Slip(Pocket):
    """An open pocket with a hemmed top, topstitched on along its sides and base."""

    width: float | None = measure(None, "4 cm", "50 cm", "finished; left out: about two thirds of the panel's width")
    height: float | None = measure(None, "4 cm", "50 cm", "finished; left out: about half of the panel's height")
    base: float = measure("40 mm", "13 mm", "300 mm", "from the base of the panel to the pocket")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket's place marked on the panel and the pocket sewn there."""
        host = self.host(bag)
        width, height = self._size(host, shop)
        place = self._place(host, width, height)
        raise_together(self._misfits(host, width, height, obstacle(host, place, CLEAR)))
        lap = shop.lap(host.material)
        bag = bag.marking(host.id, placement(self.id, lap, lambda by: self._place(host, width - 2 * by, height, by)))
        runs = tuple(Run(self.id, name) for name in ("left", "bottom", "right"))
        seam = Seam(f"{self.id} to {host.id}", (Run(host.id, self.id),), runs, SeamKind.PLACEMENT)
        inner = width - 2 * lap, height - lap
        patch = self._patch(host, *inner, shop)
        bag = bag + Draft((patch,), (seam,), steps=(self._step(host, seam, shop),))
        return bag + self._space(host, shop, *inner)

    def _size(self, host: Panel, shop: Workshop) -> tuple[float, float]:
        """Width and height in mm: as given, else for what it holds, else by rule."""
        left, bottom, right, top = areas.bounds([host.stitching_line])
        by_rule = (right - left) * SHARE_ACROSS // STEP * STEP, (top - bottom) * SHARE_UP // STEP * STEP
        lap = shop.lap(host.material)
        given = self.width and self.width - 2 * lap, self.height and self.height - lap
        held = wanted(shop.things(self.holds), cloth_on(host), True, *given)
        sizes = [(each.width + 2 * lap, each.height + lap) for each in held] or [by_rule]
        chosen = [(self.width or width, self.height or height) for width, height in sizes]
        return first_that(lambda size: obstacle(host, self._place(host, *size), CLEAR) is None, chosen) or chosen[0]

    def _space(self, host: Panel, shop: Workshop, width: float, height: float) -> Draft:
        """The pocket as what it holds meets it. Raises InputError when that does not go in."""
        left, bottom, right, top = areas.bounds([host.stitching_line])
        space = Space(
            self.id,
            self.name,
            cloth_on(host),
            rectangle_path(width, height, point(0, height / 2)),
            panel=host.id,
            at=moved((left + right) / 2, bottom + self.base),
            open_top=True,
            headroom=top - bottom - self.base,
            inside=host.role is Role.LINING,
            holds=shop.things(self.holds),
        )
        return filled(space, {"width": Given("width", self.width), "height": Given("height", self.height)})

    def _place(self, host: Panel, width: float, height: float, up_by: float = 0.0) -> Path:
        """Down the left side, along the base, *up_by* mm above the pocket's, and up the right, in the middle."""
        left, bottom, right, _ = areas.bounds([host.stitching_line])
        x, y = (left + right - width) / 2, bottom + self.base
        up, low = 1j * height, 1j * up_by
        left_side, right_side = point(x, y), point(x + width, y)
        return line_path(left_side + up, left_side + low, right_side + low, right_side + up)

    def _misfits(self, host: Panel, width: float, height: float, reason: str | None) -> Iterator[InputError]:
        if reason not in (None, "seams"):
            yield refusal("base", f"the pocket lies on the {reason} of the {host.id}: move or shorten one of them")
        if reason != "seams":
            return
        left, bottom, right, top = areas.bounds([host.stitching_line])
        room = {"width": (width, right - left - 2 * CLEAR), "height": (height, top - bottom - self.base - CLEAR)}
        over = [key for key, (size, most) in room.items() if size > most]
        for key in over:
            size, most = map(millimetres, room[key])
            if getattr(self, key) is None and self.holds:
                fault = f"a pocket for this has a {key} of {size}, and the {host.id} has room for {most}"
                yield refusal("holds", f"{fault}: hold less, or make the bag larger")
                continue
            yield refusal(key, f"the pocket ({size}) is larger than the {host.id} has room for: make it at most {most}")
        if not over:
            fault = f"the pocket reaches past the rounded corners of the {host.id}"
            yield refusal("width", f"{fault}: make it smaller or move it with base")

    def _patch(self, host: Panel, width: float, height: float, shop: Workshop) -> Panel:
        sides, slot = rectangle(width, height), host.material
        edges = (
            lapped(shop, "bottom", sides.bottom, slot),
            lapped(shop, "right", sides.right, slot),
            rim(shop, "top", sides.top, slot),
            lapped(shop, "left", sides.left, slot),
        )
        note = lap_words(shop, slot, "sides and base")
        return Panel(self.id, self.name.capitalize(), slot, Role.POCKET, edges, note=note)

    def _step(self, host: Panel, seam: Seam, shop: Workshop) -> Step:
        stage = Stage.POCKETS if host.role is Role.BODY else Stage.LINING_POCKETS
        edges = lap_words(shop, host.material, "the other edges").capitalize()
        text = (
            f"{rim_words(shop, host.material)} {edges} and topstitch them on the placement line; "
            "bar-tack the top corners."
        )
        return Step(stage, f"Sew the {self.name} to the {host.title.lower()}", text, (seam.id,))
