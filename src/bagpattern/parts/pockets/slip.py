"""A slip pocket: a patch with a hem, topstitched to its panel on three sides [construction 4.2]."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Edge, Finish, Line, LineKind, Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stage, Step
from bagpattern.parameters import measure
from bagpattern.parts.part import Pocket, refusal
from bagpattern.parts.strips import raise_together
from bagpattern.parts.workshop import Workshop
from bagpattern.units import millimetres

CLEAR = 13.0
"""mm from the pocket to the panel's seams: 13 inside the side seam [construction 4.2, K]."""


@dataclass(frozen=True)
class Slip(Pocket):
    """An open pocket with a hemmed top, topstitched on along its sides and base."""

    width: float = measure("14 cm", "4 cm", "50 cm", "finished")
    height: float = measure("12 cm", "4 cm", "50 cm", "finished")
    base: float = measure("40 mm", "13 mm", "300 mm", "from the base of the panel to the pocket")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket's place marked on the panel and the pocket sewn there."""
        host = self.host(bag)
        place = self._place(host)
        raise_together(self._misfits(host, place))
        bag = bag.marking(host.id, [Line(self.id, place, LineKind.PLACEMENT)])
        runs = tuple(Run(self.id, name) for name in ("left", "bottom", "right"))
        seam = Seam(f"{self.id} to {host.id}", (Run(host.id, self.id),), runs, SeamKind.PLACEMENT)
        return bag + Draft((self._patch(host),), (seam,), steps=(self._step(host, seam),))

    def _place(self, host: Panel) -> Path:
        """Down the left side, along the base and up the right side, in the middle of the panel."""
        left, bottom, right, _ = areas.bounds([host.stitching_line])
        x, y = (left + right - self.width) / 2, bottom + self.base
        up = 1j * self.height
        return line_path(point(x, y) + up, point(x, y), point(x + self.width, y), point(x + self.width, y) + up)

    def _misfits(self, host: Panel, place: Path) -> Iterator[InputError]:
        if areas.contains(host.stitching_line, place, CLEAR):
            return
        left, bottom, right, top = areas.bounds([host.stitching_line])
        room = {"width": right - left - 2 * CLEAR, "height": top - bottom - self.base - CLEAR}
        over = [key for key, most in room.items() if getattr(self, key) > most]
        for key in over:
            size = f"the pocket ({millimetres(getattr(self, key))}) is larger than the {host.id} has room for"
            yield refusal(key, f"{size}: make it at most {millimetres(room[key])}")
        if not over:
            fault = f"the pocket reaches past the rounded corners of the {host.id}"
            yield refusal("width", f"{fault}: make it smaller or move it with base")

    def _patch(self, host: Panel) -> Panel:
        sides = rectangle(self.width, self.height)
        edges = (
            Edge("bottom", sides.bottom),
            Edge("right", sides.right),
            Edge("top", sides.top, Finish.HEM),
            Edge("left", sides.left),
        )
        return Panel(
            self.id, self.name.capitalize(), host.material, Role.POCKET, edges, note="turn sides and base under"
        )

    def _step(self, host: Panel, seam: Seam) -> Step:
        stage = Stage.POCKETS if host.role is Role.BODY else Stage.LINING_POCKETS
        text = (
            "Hem the top (10 mm, then 20 mm), turn the other edges under, and topstitch them on the placement line; "
            "bar-tack the top corners."
        )
        return Step(stage, f"Sew the {self.name} to the {host.id}", text, (seam.id,))
