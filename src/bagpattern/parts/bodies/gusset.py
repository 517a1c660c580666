"""An open body of a front, a back and a gusset that wraps both sides and the base, its ends at the rim.

The gusset is as long as the drafted faces are round, measured on them [construction 2.2]. Where it is narrower or
wider at the rim than at the base, its edges slant along the straight of the sides; they keep their true lengths, so its
middle is shorter: sqrt(l2 - (dD/2)2) for a stretch of l mm [construction 2.13].
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import SAME, point
from bagpattern.geometry.segments import Straight
from bagpattern.geometry.shapes import Sides
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Operation, Task, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.bodies.faces import RoundedFace, TaperedFace
from bagpattern.parts.bodies.facets import along
from bagpattern.parts.naming import Naming
from bagpattern.parts.part import parts_of
from bagpattern.parts.sewing.in_one import edges_of, length_of
from bagpattern.proposals import Bounds, sized
from bagpattern.said import Said
from bagpattern.values import replace, value
from bagpattern.words import words

STEEPEST = 0.5
"""mm that a gusset's edge may slant for each mm along the side: more, and it stands open like a funnel [K]."""
FLATTEST = 0.005
"""mm that it slants for each mm, at the least: 1 mm in 20 cm is lost in the cutting [K]."""


@value
class GussetBody(Body):
    """Finished sizes in mm: the gusset is ``depth`` wide round the base and ``rim_depth`` at its ends."""

    face: RoundedFace | TaperedFace
    depth: float
    rim_depth: float

    def smaller(self, inset: float) -> GussetBody:
        """The same body for the layer inside; its rim lies as high as this one's."""
        return replace(
            self,
            face=self.face.below_rim(inset),
            depth=self.depth - 2 * inset,
            rim_depth=self.rim_depth - 2 * inset,
        )

    def hollow(self) -> Hollow:
        """A face, as deep as the gusset is at its narrowest."""
        return Hollow(self.face.sides().closed, min(self.depth, self.rim_depth))

    def opening(self, prefix: str) -> Opening:
        """The rim, from the front's right end on."""
        front, gusset, back = (f"{prefix}{name}" for name in ("front", "gusset", "back"))
        return Opening(((Run(front, "top"), Run(gusset, "left end"), Run(back, "top"), Run(gusset, "right end")),))

    def gap_seam(self, prefix: str) -> str:
        """Front to gusset; its middle is the base."""
        return f"{prefix}front to gusset"

    def draft(self, named: Naming) -> Draft:
        """Front, back and gusset."""
        sides = self.face.sides()
        panels = (
            named.face("front", words("front"), _face_edges(sides)),
            named.face("back", words("back"), _face_edges(sides)),
            named.strip("gusset", words("gusset"), self._gusset(sides), self._walls(sides)),
        )
        return Draft(panels, gusset_seams(named.prefix))

    def tasks(self) -> tuple[Task, ...]:
        """The gusset to the front, then to the back."""
        return (
            task(words("Sew the gusset to the front"), _round(words("front"), "front to gusset")),
            task(words("Sew the gusset to the back"), _round(words("back"), "back to gusset")),
        )

    def _walls(self, sides: Sides) -> tuple[Facet, ...]:
        """The walls along the gusset, where it is as wide as at the base."""
        left, right = (Wall.LEFT, sides.left.length, -1), (Wall.RIGHT, sides.right.length, 1)
        return along(self.depth, left, (Wall.BASE, sides.bottom.length, 1j), right)

    def _gusset(self, sides: Sides) -> tuple[Edge, ...]:
        """A strip from the left rim to the right one, the front's edge on top."""
        slant, aside = straight_side(sides), (self.depth - self.rim_depth) / 2
        across = math.sqrt(slant**2 - aside**2) if abs(aside) > SAME else 0.0
        under = sides.left.length + sides.bottom.length + sides.right.length - 2 * slant * (across > 0)
        middle, long = self.depth / 2, under + 2 * across

        def edge(half: float, rim: float, onward: bool) -> tuple[complex, ...]:
            along = ((0.0, rim), (across, half), (long - across, half), (long, rim))
            corners = tuple(point(x, middle + y) for x, y in (along if across else (along[0], along[3])))
            return corners if onward else corners[::-1]

        low = edge(-middle, -self.rim_depth / 2, True)
        high = edge(middle, self.rim_depth / 2, False)
        return (
            Edge("back", line_path(*low)),
            Edge("right end", line_path(low[-1], high[0]), Finish.OPEN),
            Edge("front", line_path(*high)),
            Edge("left end", line_path(high[-1], low[0]), Finish.OPEN),
        )


def held(draft: Draft, depth: float, rise: float) -> float:
    """mm3 up to *rise* mm below the rim, measured level by level: *depth* mm below the straight of the sides.

    Along it both front and gusset change evenly, so that three levels are exact (Simpson's rule). A gusset that narrows
    makes front and back lean: their cloth is longer than the bag is high there.
    """
    gusset, side = draft["gusset"], edges_of(draft, "front", "right")
    up = max(side, key=lambda each: each.path.end.imag).path.segments[-1]
    lean = -(up.end - up.start).real / (up.end - up.start).imag
    slanting = gusset.edge("front").path.segments
    narrows = slanting[0].length / math.hypot(1, lean) if len(slanting) > 1 else 0.0
    rim, at_rim = length_of(draft, "front", "top"), gusset.edge("left end").length
    upright = math.sqrt(1 - ((depth - at_rim) / 2 / narrows) ** 2) if narrows else 1.0

    def level(below: float) -> float:
        return (rim + 2 * below * lean) * (at_rim + (depth - at_rim) * below / narrows)

    under = max(rise, narrows)
    front = sum(areas.area(panel.stitching_line) for panel in parts_of(draft, "front"))
    lower = (front - (rim + under * lean) * under) * depth
    if narrows <= rise:
        return lower
    return lower + upright * (narrows - rise) / 6 * (level(rise) + 4 * level((rise + narrows) / 2) + level(narrows))


def straight_side(face: Sides) -> float:
    """mm of the straight stretch of a face's side below the rim."""
    last = face.right.segments[-1]
    return last.length if isinstance(last, Straight) else 0.0


def _face_edges(face: Sides) -> tuple[Edge, ...]:
    """The four edges of a face that is open at the top."""
    rim = Edge("top", face.top, Finish.OPEN)
    return Edge("bottom", face.bottom), Edge("right", face.right), rim, Edge("left", face.left)


def _round(face: Said, seam: str) -> Operation:
    """Sew a face to the gusset, from rim to rim."""
    text = words(
        "Lay the gusset on the {face}, right sides together: match the middle of the base first, then the ends at the "
        "rim and every notch. Sew in one run from raw edge to raw edge at the rim, the gusset on top.",
        face=face,
    )
    return sew(seam, how=text)


def gusset_seams(prefix: str) -> tuple[Seam, ...]:
    """Each face to the gusset, from rim to rim, left to right: along its left side, base and right side."""
    gusset = f"{prefix}gusset"
    return tuple(
        Seam(
            f"{prefix}{face} to gusset",
            tuple(Run(f"{prefix}{face}", edge) for edge in ("left", "bottom", "right")),
            (Run(gusset, face, reversed=True),),
            marked=True,
            double=face == "back",
        )
        for face in ("front", "back")
    )


def slant_problems(size: object, face: Sides, depth: float, at_rim: float) -> Iterator[Problem]:
    """A gusset whose width changes by more than the straight of the sides allows, or by too little to be cut."""
    long, differs = straight_side(face), abs(depth - at_rim)
    room = 2 * STEEPEST * long
    if differs > 0 and under(differs, 2 * FLATTEST * long):
        message = words("differs from the base by less than can be cut: leave it out, for a gusset of one width")
        yield Problem("dimensions.rim_depth", message)
    elif over(differs, room):
        bound: Bounds = {"most": depth + room} if at_rim > depth else {"least": depth - room}
        yield sized(
            size, "rim_depth", words("differs from the base by more than the straight of the sides allows"), **bound
        )


def across_middle(strip: Path) -> float:
    """mm across a strip in the middle of its length."""
    left, _, right, _ = areas.bounds([strip])
    middle = [strip.point_at(at) for at in strip.crossings(point((left + right) / 2, 0), 1j)]
    return abs(middle[0] - middle[-1])
