"""The anchor patch: a rectangle topstitched across the back under which the straps and the handle end.

It spreads the load over the panel [construction 5.9]; everything that ends there is caught in its stitching.
"""

from __future__ import annotations

from dataclasses import dataclass

from bagpattern.errors import InputError, Problem
from bagpattern.geometry import areas
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Edge, Line, LineKind, Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind, Stage, Step
from bagpattern.parameters import measure
from bagpattern.parts.joinery import catching
from bagpattern.parts.part import BagPart, refusal
from bagpattern.parts.strips import Strip
from bagpattern.parts.workshop import Workshop
from bagpattern.units import millimetres

ANCHOR = "strap-anchor"
SEAM = "strap-anchor to back"
MARGIN = 10.0
"""mm that the patch reaches beyond what ends under it, on either side [K]."""
CLEAR = 8.0
"""mm between a part sewn on to a panel and the panel's seams, so that the presser foot passes [K]."""


@dataclass(frozen=True)
class Anchor(BagPart):
    """The patch on the back that holds the upper ends of the straps and of the handle."""

    width: float = measure("150 mm", "60 mm", "400 mm", "across the back")
    height: float = measure("40 mm", "25 mm", "100 mm", "up the back")
    drop: float = measure("35 mm", "10 mm", "200 mm", "from the top of the back to the patch's upper edge")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the patch on its back. Raises InputError when it does not lie on the panel."""
        back = bag["back"]
        left, _, right, top = areas.bounds([back.stitching_line])
        outline = rectangle_path(self.width, self.height, point((left + right) / 2, top - self.drop - self.height / 2))
        if not areas.contains(back.stitching_line, outline, CLEAR):
            raise refusal("width", self._too_wide(back, right - left))
        return bag.marking("back", [Line(ANCHOR, outline, LineKind.PLACEMENT)]) + self._patch()

    def _too_wide(self, back: Panel, panel_width: float) -> str:
        return (
            f"a patch of {millimetres(self.width)} x {millimetres(self.height)}, {millimetres(self.drop)} below "
            f"the top, does not lie inside the back ({millimetres(panel_width)} wide, its corners rounded): "
            "make it narrower, or set it lower with a larger drop"
        )

    def _patch(self) -> Draft:
        sides = rectangle(self.width, self.height)
        edges = (
            Edge("bottom", sides.bottom),
            Edge("right", sides.right),
            Edge("top", sides.top),
            Edge("left", sides.left),
        )
        panel = Panel(ANCHOR, "Strap anchor", "shell", Role.STRAP, edges, note="turn all edges under")
        runs = tuple(Run(ANCHOR, name) for name in ("bottom", "right", "top", "left"))
        seam = Seam(SEAM, (Run("back", ANCHOR),), runs, SeamKind.PLACEMENT)
        text = (
            "Lay strap and handle ends on the back, inside the patch's outline. Turn the patch's edges under, "
            "topstitch it over them and sew a box with a cross."
        )
        return Draft((panel,), (seam,), steps=(Step(Stage.PANELS, "Sew the strap anchor to the back", text, (SEAM,)),))


def hold(
    bag: Draft, strip: Strip, offsets: tuple[float, ...], ends: tuple[tuple[str, int], ...], edge: str, key: str
) -> Draft:
    """*bag* with ends of *strip* under the patch: each (end, copy) at its offset in mm right of the middle.

    *edge* of the patch, ``top`` or ``bottom``, catches them. Raises InputError, under *key*, when they do not fit.
    """
    patch = bag[ANCHOR]
    width, height = patch.edge("bottom").length, patch.edge("right").length
    reach = max(abs(offset) for offset in offsets) + strip.layer / 2
    if reach + MARGIN > width / 2:
        need = millimetres(2 * (reach + MARGIN))
        raise InputError(
            [
                Problem(
                    key,
                    f"does not fit under the strap anchor ({millimetres(width)} wide): make the anchor at least "
                    f"{need} wide, or bring the ends closer",
                )
            ]
        )
    caught: list[Caught] = []
    for offset, (end, copy) in zip(offsets, ends, strict=True):
        at = width / 2 + offset if edge == "bottom" else width + height + width / 2 - offset
        caught += strip.end_caught(end, at - strip.layer / 2, copy)
    return catching(bag, SEAM, *caught)
