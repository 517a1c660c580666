"""A magnetic snap inside the rim, set in the lining."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Hole, Line
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, Where, done, task
from bagpattern.model.panel import Panel, Role
from bagpattern.parameters import measure
from bagpattern.parts.part import host, refused
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.tops import Top
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.values import value
from bagpattern.words import form, trade, words

PATCH = 50.0
"""mm: a square of cloth behind each half, 2 in [S: sewfearless]."""
_FACES = ("lining-front", "lining-back")
_SNAP, _PATCH = "magnetic snap", "snap-patch"
"""The ids of what is bought, and of the piece behind either half."""


@value
class MagneticSnap(Top):
    """A magnetic snap in the middle of the rim, its halves in the lining of front and back."""

    on_curve: ClassVar[bool] = True

    size: float = measure("18 mm", "10 mm", "20 mm", "across")
    below: float = measure("38 mm", "26 mm", "15 cm", "from the rim down to the snap's middle")
    """1 1/2 in below the top of the lining [S: mpco]."""

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the snap. Raises InputError when it has no lining of a front and a back."""
        raise_together(check_hardware(self.size, "size", ("magnetic-snap",)))
        if not any(panel.role is Role.LINING for panel in bag.panels):
            raise refused(
                "kind", words('its prongs go through the lining: write lining.kind = "drop-in", or choose another top')
            )
        for face in _FACES:
            panel = host(bag, face, "kind")
            at = self._middle(panel)
            patch = Line(form("snap patch"), rectangle_path(PATCH, PATCH, at), holds=_PATCH, behind=True)
            if not areas.contains(panel.stitching_line, patch.path):
                _, low, _, high = areas.bounds([panel.stitching_line])
                mend = make_it(self, "below", most=high - low - PATCH, otherwise=words("make the bag higher or wider"))
                raise refused("below", words("is off the lining there: {mend}", mend=mend))
            bag = bag.marking(face, (patch,), (Hole(at, 0.0, words("magnetic snap"), holds=_SNAP),))
        closing = Closing(Closes.SNAP, held_by=(_SNAP,))
        return bag + Draft((self._patch(),), notions=(self._bought(),), tasks=(self._step(),), closings=(closing,))

    def _middle(self, face: Panel) -> Point:
        rim = face.edge("top").path
        return rim.point_at(rim.length / 2) - 1j * self.below

    def _bought(self) -> Notion:
        title, note, sides = words("Magnetic snap"), words("two halves"), (self.size,)
        return Notion(_SNAP, "magnetic-snap", title, trade(self.size), note=note, sides=sides)

    @staticmethod
    def _patch() -> Panel:
        edges = zip(("bottom", "right", "top", "left"), rectangle(PATCH, PATCH), strict=True)
        raw = tuple(Edge(name, path, Finish.RAW) for name, path in edges)
        note = words("behind the snaps, on the wrong side of the lining")
        return Panel(_PATCH, words("Snap patch"), "shell", Role.OTHER, raw, count=2, note=note).marked(
            holes=(Hole(point(PATCH / 2, PATCH / 2), 0.0, words("magnetic snap"), holds=_SNAP),)
        )

    @staticmethod
    def _step() -> Task:
        behind = words("Lay a snap patch behind each mark, on the wrong side of the lining.")
        text = words(
            "Cut slits for the prongs beside the mark, push the prongs of each half through lining and patch from the "
            "right side, lay the washer on and bend the prongs outward."
        )
        places = tuple(Where(face, 1) for face in _FACES)
        return task(
            words("Set the magnetic snap in the lining"),
            Operation(Verb.LAY, behind, pieces=(Sheet(_PATCH),), on=places, side=Side.WRONG),
            done(Verb.INSERT, text, notions=(_SNAP,)),
        )
