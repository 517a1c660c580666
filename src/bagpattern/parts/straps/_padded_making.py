"""How padded straps are made: the layers of a pad, what is bought for it, and the steps."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry.path import Path
from bagpattern.geometry.points import unit
from bagpattern.geometry.shapes import Sides
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind, StrapEnd
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Meet, Run, Seam, SeamKind
from bagpattern.model.strap import Mode, Strap
from bagpattern.parts.sewing.boxes import INSIDE, LONGEST, box_cross
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.straps._pad import PadShape
from bagpattern.parts.straps._padded_tasks import (
    BINDING,
    FOAM,
    LOCK,
    LOCK_LOOP,
    LOOP,
    STERNUM_BUCKLE,
    STERNUM_HALVES,
    STERNUM_SLIDER,
    STRAP,
    UNDERSIDE,
    WEBBING,
    Pads,
    tasks,
)
from bagpattern.parts.workshop import BY_MATERIAL, Workshop
from bagpattern.said import Length, Said, Scale, Words
from bagpattern.values import once, replace, value
from bagpattern.words import form, trade, words

EDGES = ("bound", "turned", "raw")
"""How the long edges of a pad are finished."""
FOAM_INSIDE = 2.0
"""mm from the stitching to the foam [construction 5.5]."""
BINDING_SPARE = 40.0
"""mm of binding beyond each edge's length [construction 7.6, K]."""
BINDING_WIDTH = 20.0
"""mm of tape folded over the edge: 16 to 20 [construction 7.6]."""
STERNUM_WIDTH, STERNUM_LENGTHS = 20.0, (550.0, 350.0)
"""mm: 55 and 35 cm of 20 mm webbing, 2 tri-glides, a buckle [construction 5.8, jk-sternum]."""
_AROUND = ("left", "lower", "right")


@value
class Sternum:
    """A strap across the chest, ``drop`` mm below the pad's upper end."""

    drop: float


@value
class PadLayers:
    """The two layers of both pads, as they end under the anchor: ``layer`` mm across."""

    layer: float

    @property
    def id(self) -> str:
        """The outer one."""
        return STRAP

    def end_caught(self, edge: str, at: float, copy: int = 1) -> tuple[Caught, ...]:
        """Shell and underside of one strap, one on the other; the underside of strap 1 is the mirrored copy 2."""
        return Caught((Run(STRAP, edge, copy=copy),), at), Caught((Run(UNDERSIDE, edge, copy=3 - copy),), at)


@value
class PadMaking:
    """Two pads of this shape; ``webbing`` is the length in mm of each lower one, ``unpadded`` None without foam."""

    shop: Workshop
    shape: PadShape
    width: float
    webbing: float
    underside: str
    edges: str
    unpadded: float | None
    sternum: Sternum | None
    lengths: Said
    strap: Strap
    under: float
    """mm of its upper end under the anchor."""

    def layers(self) -> PadLayers:
        """What ends under the anchor."""
        return PadLayers(self.shape.top)

    def draft(self) -> Draft:
        """Both straps with everything that belongs to them."""
        shell = Panel(
            STRAP, words("Shoulder strap"), "shell", Role.STRAP, self._edges(), self._lines(), count=2, mirrored=1
        )
        shell = replace(shell, strap=self.strap)
        under = replace(
            shell,
            id=UNDERSIDE,
            title=words("Shoulder strap underside"),
            material=self.underside,
            lines=(),
            same_as=STRAP,
            strap=replace(self.strap, under=STRAP),
        )
        seams = tuple(self._around(copy) for copy in (1, 2))
        foam = (self._foam(),) if self._foamed else ()
        notions = (*self._hardware(), *(self._binding() if self._finish == "bound" else ()), *self._sternum_notions())
        return Draft((shell, under, *foam), seams, notions, tasks(self._pads(seams), self.shop))

    @property
    def _foamed(self) -> bool:
        return self.unpadded is not None and "padding" in self.shop.materials

    @once
    def _finish(self) -> str:
        if self.edges != BY_MATERIAL:
            return self.edges
        return "raw" if self.shop.lap("shell") else "bound"

    def _edges(self) -> tuple[Edge, ...]:
        sides = self.shape.sides()
        finish = Finish.BOUND if self._finish == "bound" else Finish.SEAM
        allowance = self.shop.finishing.topstitch if self._finish == "raw" else None

        def around(name: str, path: Path) -> Edge:
            return Edge(name, path, finish, allowance=allowance)

        return (
            around("lower", sides.bottom),
            around("right", sides.right),
            Edge("upper", sides.top, allowance=self.under),
            around("left", sides.left),
        )

    def _lines(self) -> tuple[Line, ...]:
        lines = list(self._topstitching() if self._finish == "turned" else ())
        if self._foamed:
            across = self._across(self.shape.length - (self.unpadded or 0.0))
            lines.append(Line(form("foam ends"), across, LineKind.PLACEMENT))
        if self.sternum is not None:
            at = self.shape.length - self.sternum.drop
            middle = self.shape.middle(at)
            along = unit(self.shape.middle(at + 1) - self.shape.middle(at - 1))
            box = box_cross(form("sternum strap"), middle, along, STERNUM_WIDTH - 2 * INSIDE, LONGEST)
            lines.append(replace(box, end=StrapEnd("sternum-left", 1, "start")))  # its other half: on the other copy
        return tuple(lines)

    def _topstitching(self) -> Iterator[Line]:
        sides, by = self.shape.sides(), self.shop.finishing.topstitch
        for name, path in (("left", sides.left), ("right", sides.right)):
            moved = Path(tuple(part for segment in path.segments for part in segment.offset(-by)))
            low, high = (0.0, by) if name == "left" else (by, 0.0)
            yield Line(f"{name} topstitching", moved.part(low, moved.length - high), LineKind.TOPSTITCH)

    def _across(self, at: float) -> Path:
        """From side to side of the pad, *at* mm up its middle."""
        return self.shape.within(0.0, at, FOAM_INSIDE).top

    def _around(self, copy: int) -> Seam:
        """Shell and underside of one pad, round its two sides and its lower end."""
        kind = {"bound": SeamKind.BOUND, "turned": SeamKind.PLAIN, "raw": SeamKind.TOPSTITCHED}[self._finish]
        shell = tuple(Run(STRAP, edge, copy=copy) for edge in _AROUND)
        under = tuple(Run(UNDERSIDE, edge, copy=3 - copy) for edge in _AROUND)
        meet = Meet.RIGHT_SIDES if self._finish == "turned" else Meet.WRONG_SIDES
        return Seam(f"{STRAP} {copy} edges", shell, under, kind, marked=True, meet=meet)

    def _foam(self) -> Panel:
        top = self.shape.length - (self.unpadded or 0.0)
        inside = self.shape.within(FOAM_INSIDE, top, FOAM_INSIDE)
        sides = zip(("lower", "right", "upper", "left"), _in_order(inside), strict=True)
        edges = tuple(Edge(name, path, Finish.RAW, allowance=0.0) for name, path in sides)
        title, role = words("Shoulder strap foam"), Role.STIFFENING
        return Panel(FOAM, title, "padding", role, edges, count=2, mirrored=1, stiffens=STRAP)

    def _hardware(self) -> tuple[Notion, ...]:
        size, buy = trade(self.width), rounded_up
        low = words(
            "two lower webbings of {webbing}, in the base tabs; seal cut ends with a flame",
            webbing=Length(self.webbing, Scale.CM),
        )
        loops = words("two loops of {lock_loop} that hold the ladder locks", lock_loop=Length(LOCK_LOOP, Scale.CM))
        tape = "webbing", words("Webbing"), size
        lower, loop = Strap(Mode.SHOULDER, self.width), Strap(Mode.TAB, self.width)
        return (
            Notion(WEBBING, *tape, self.webbing, self.width, 2, low, buy=buy(self.webbing), strap=lower),
            Notion(LOOP, *tape, LOCK_LOOP, self.width, 2, loops, buy=buy(LOCK_LOOP), strap=loop),
            Notion(
                LOCK,
                "ladder-lock",
                words("Ladder lock"),
                size,
                None,
                self.width,
                2,
                self.lengths,
                threads=WEBBING,
            ),
        )

    def _binding(self) -> Iterator[Notion]:
        sides = self.shape.sides()
        each = sides.left.length + sides.bottom.length + sides.right.length + BINDING_SPARE
        note = words(
            "round both shoulder straps, {each} each; bias tape lies best in the curves", each=Length(each, Scale.CM)
        )
        size = trade(BINDING_WIDTH)
        yield Notion(
            BINDING,
            "binding",
            words("Binding tape"),
            size,
            each,
            BINDING_WIDTH,
            2,
            note,
            buy=rounded_up(each),
        )

    def _sternum_notions(self) -> Iterator[Notion]:
        if self.sternum is None:
            return
        size, width = trade(STERNUM_WIDTH), STERNUM_WIDTH
        sides = form("left"), form("right")
        for name, side, length in zip(STERNUM_HALVES, sides, STERNUM_LENGTHS, strict=True):
            note = words("the {side} half of the sternum strap", side=Words(side))
            half = Notion(name, "webbing", words("Webbing"), size, length, width, note=note)
            yield replace(half, buy=rounded_up(length), strap=Strap(Mode.STERNUM, width))
        yield Notion(
            STERNUM_SLIDER,
            "slider",
            words("Tri-glide"),
            size,
            width=width,
            count=2,
            note=words("sternum"),
            threads=STERNUM_HALVES[0],
        )
        yield Notion(
            STERNUM_BUCKLE,
            "buckle",
            words("Side-release buckle"),
            size,
            width=width,
            note=words("of the sternum strap"),
            threads=STERNUM_HALVES[0],
        )

    def _pads(self, seams: tuple[Seam, ...]) -> Pads:
        """What is to be told of their making."""
        ids, sternum = tuple(seam.id for seam in seams), self.sternum is not None
        return Pads(ids, self._finish, FOAM_INSIDE if self._foamed else None, sternum)


def _in_order(sides: Sides) -> tuple[Path, ...]:
    return sides.bottom, sides.right, sides.top, sides.left
