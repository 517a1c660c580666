"""A box, its walls leaning or upright, with a soft collar of two halves on its rim [S: waldbasketbag].

Each half of the collar goes from the middle of one side to the middle of the other; its length is measured on the rim.
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.bodies.box import BoxBody
from bagpattern.parts.naming import Naming
from bagpattern.parts.sewing.in_one import Uncut
from bagpattern.parts.sewing.joinery import refinished
from bagpattern.values import replace, value
from bagpattern.words import words

_RIMS = {"front": ("side-right", "front", "side-left"), "back": ("side-left", "back", "side-right")}
"""The walls whose rims each half of the collar is sewn to: half of the first, the second, half of the third."""
_HALVES = {"front": words("front"), "back": words("back")}


@value
class CollaredBody(Body):
    """The ``box``, and a collar ``collar`` mm high, ``above`` of which are drawn together or rolled down."""

    box: BoxBody
    collar: float
    above: float = 0.0

    def smaller(self, inset: float) -> CollaredBody:
        """The same body for the layer inside; its rim lies as high as this one's."""
        return replace(self, box=self.box.smaller(inset))

    def hollow(self) -> Hollow:
        """Upright, as far as it is nowhere narrower."""
        face, depth, _ = self.box.hollow()
        wide, high = face.segments[0].length, self.box.height + self.collar - self.above
        return Hollow(line_path(0j, point(wide, 0), point(wide, high), point(0, high), 0j), depth)

    def opening(self, prefix: str) -> Opening:
        """The rim of the collar, from the front's right end on."""
        return Opening((tuple(Run(f"{prefix}collar-{half}", "top") for half in _RIMS),))

    def gap_seam(self, prefix: str) -> str:
        """That of the box."""
        return self.box.gap_seam(prefix)

    def folds(self) -> tuple[Uncut, ...]:
        """Those of the box."""
        return self.box.folds()

    def draft(self, named: Naming) -> Draft:
        """The box, and both halves of the collar on its rim."""
        box = self.box.draft(named)
        (rim,) = self.box.opening(named.prefix).sides
        box = refinished(box, rim, Finish.SEAM)
        around = {half: tuple(_rims(box, named.prefix, half)) for half in _RIMS}
        halves = tuple(
            named.panel(
                f"collar-{half}",
                words("{half} collar", half=_HALVES[half]),
                self._edges(box.side_length(runs)),
                (Facet(Wall(half)),),
                firmness=Firmness.SOFT,
            )
            for half, runs in around.items()
        )
        return box + Draft(halves, (*_sides(named.prefix), *_to_rim(named.prefix, around)))

    def tasks(self) -> tuple[Task, ...]:
        """The box, the collar, and one on the other."""
        sides = "collar right side", "collar left side"
        text = words(
            "Lay the collar on the rim of the box, right sides together, its side seams at the middle of the box's "
            "sides, and sew all round."
        )
        seams = tuple(f"collar-{half} to rim" for half in _RIMS)
        return (
            *self.box.tasks(),
            task(words("Close the collar to a tube"), sew(*sides)),
            task(words("Sew the collar to the box"), sew(*seams, how=text)),
        )

    def _edges(self, length: float) -> tuple[Edge, ...]:
        half = rectangle(length, self.collar)
        top = Edge("top", half.top, Finish.OPEN)
        return Edge("bottom", half.bottom), Edge("right", half.right), top, Edge("left", half.left)


def _rims(box: Draft, prefix: str, half: str) -> Iterator[Run]:
    """The stretch of the rim that half of a collar is sewn to, as the rim runs."""
    first, middle, last = (f"{prefix}{wall}" for wall in _RIMS[half])
    cut = box[first].edge("top").length / 2
    yield from (Run(first, "top", start=cut), Run(middle, "top"), Run(last, "top", end=cut))


def _sides(prefix: str) -> Iterator[Seam]:
    front, back = f"{prefix}collar-front", f"{prefix}collar-back"
    for side, other in (("right", "left"), ("left", "right")):
        one, two = Run(front, side), Run(back, other, reversed=True)
        yield Seam(f"{prefix}collar {side} side", (one,), (two,), marked=True)


def _to_rim(prefix: str, around: dict[str, tuple[Run, ...]]) -> Iterator[Seam]:
    for half, runs in around.items():
        collar = f"{prefix}collar-{half}"
        bottom = (Run(collar, "bottom", reversed=True),)
        yield Seam(f"{collar} to rim", runs, bottom, marked=True, double=half == "back")
