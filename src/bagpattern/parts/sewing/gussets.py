"""A face on a gusset that is sewn to a panel: open at the top, or with a zip over it [construction 4.4].

The gusset is as long as the face is round, measured on the drafted face.
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.catalog.notions import Zip
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import Sides, rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Sheet, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parts.sewing.edging import (
    AROUND,
    flattened,
    lap_done,
    lapped,
    rim,
    rim_done,
    sewn_on_words,
)
from bagpattern.parts.sewing.zips import side_zip, zip_edge
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Called, Length
from bagpattern.values import replace, value
from bagpattern.words import sentences, words

_PIECES = {"gusset": words("gusset"), "zip-strip": words("zip strip")}
"""What it has beside its face."""


@value
class Gusseted:
    """A face, as its four sides, that stands ``depth`` mm out from the ``panel`` on which the line ``id`` is marked.

    A ``folding`` gusset is pressed along its middle, so that the empty pocket lies flat.
    """

    id: str
    name: str
    panel: Panel
    face: Sides
    depth: float
    shop: Workshop
    folding: bool = False

    @property
    def slot(self) -> str:
        """What it is cut from: the material of its host."""
        return self.panel.material

    @property
    def round(self) -> float:
        """mm down one side of the face, along its base and up the other."""
        return self.face.left.length + self.face.bottom.length + self.face.right.length

    def open(self) -> Draft:
        """A hemmed face on a gusset that is hemmed at both ends."""
        shop, slot, strip = self.shop, self.slot, rectangle(self.round, self.depth)
        ends = rim(shop, "right end", strip.right, slot), rim(shop, "left end", strip.left, slot)
        gusset = Edge("face", strip.bottom), ends[0], lapped(shop, "panel", strip.top, slot), ends[1]
        panels = self._face(rim(shop, "top", self.face.top, slot)), self._folded(self._panel("gusset", gusset))
        seams = self._round_seams(())
        return Draft(panels, seams, tasks=(self._task(*self._hems(), *self._flat(), *self._around(seams)),))

    def _hems(self) -> tuple[Operation, ...]:
        """The top of the face, and both ends of the gusset."""
        face = rim_done(self.shop, self.slot, self.id)
        ends = words("Hem both ends of the gusset in the same way.")
        return (*face, *(replace(each, how=ends, pieces=(Sheet(f"{self.id}-gusset"),)) for each in face))

    def _flat(self) -> tuple[Operation, ...]:
        """A gusset that folds is pressed along its middle."""
        pressed = words("Press the gusset along its middle, right side out, so that the empty pocket lies flat.")
        creased = words("Crease the gusset along its middle, right side out, so that the empty pocket lies flat.")
        gusset = f"{self.id}-gusset"
        return (flattened(self.shop, (self.slot,), pressed, creased, gusset),) if self.folding else ()

    def zipped(self, chain: Zip) -> Draft:
        """A gusset all the way round, two half strips with the zip between them over the top."""
        strip, half = rectangle(self.round, self.depth), rectangle(self.face.top.length, self.depth / 2)
        around = lapped(self.shop, "panel", strip.top, self.slot)
        gusset = Edge("face", strip.bottom), Edge("right end", strip.right), around, Edge("left end", strip.left)
        on_zip = zip_edge("zip", half.top, chain)
        halves = Edge("outer", half.bottom), Edge("right end", half.right), on_zip, Edge("left end", half.left)
        face = self._face(Edge("top", self.face.top))
        panels = face, self._panel("gusset", gusset), self._panel("zip-strip", halves, count=2)
        zip_seam, *joins = self._zip_seams()
        seams = self._round_seams((Run(f"{self.id}-zip-strip", "outer", copy=2),))
        called = words("{name} zip", name=Called(self.name))
        bought = side_zip(f"{self.id} zip", chain, self.face.top.length, called)
        making = self._task(*self._zipping(zip_seam, tuple(joins)), *self._around(seams))
        return Draft(panels, (zip_seam, *joins, *seams), bought, (making,))

    def _face(self, top: Edge) -> Panel:
        edges = Edge("bottom", self.face.bottom), Edge("right", self.face.right), top, Edge("left", self.face.left)
        return Panel(self.id, Called(self.name).capitalize(), self.slot, Role.POCKET, edges)

    def _panel(self, what: str, edges: tuple[Edge, ...], count: int = 1) -> Panel:
        title = words("{name} {piece}", name=Called(self.name), piece=_PIECES[what]).capitalize()
        return Panel(f"{self.id}-{what}", title, self.slot, Role.POCKET, edges, count=count, joints=None)

    def _folded(self, gusset: Panel) -> Panel:
        middle = line_path(point(0, self.depth / 2), point(self.round, self.depth / 2))
        return gusset.marked([Line("fold", middle, LineKind.FOLD)]) if self.folding else gusset

    def _round_seams(self, over: tuple[Run, ...]) -> tuple[Seam, Seam]:
        """The gusset to the face, and to the panel, *over* the top too if there is a zip."""
        gusset, around = f"{self.id}-gusset", tuple(Run(self.id, side) for side in AROUND)
        on_panel, host = (Run(gusset, "panel", reversed=True), *over), self.panel.id
        onto = "the bag's gusset" if host == "gusset" else host  # its own is one, too
        return (
            Seam(f"{self.id} to gusset", around, (Run(gusset, "face"),), marked=True),
            Seam(f"{self.id} to {onto}", (Run(host, self.id),), on_panel, SeamKind.PLACEMENT, marked=True),
        )

    def _zip_seams(self) -> tuple[Seam, ...]:
        """The zip, its front strip to the face, and the strips' ends to the gusset's; copy 1 lies to the front."""
        gusset, strip = f"{self.id}-gusset", f"{self.id}-zip-strip"
        sides = (Run(strip, "zip"),), (Run(strip, "zip", reversed=True, copy=2),)
        right = Run(strip, "right end"), Run(strip, "left end", copy=2)
        left = Run(strip, "right end", copy=2), Run(strip, "left end")
        return (
            Seam(f"{self.id} zip", *sides, SeamKind.ZIP, zip=f"{self.id} zip", marked=True),
            Seam(f"{self.id} right end", (Run(gusset, "right end"),), right),
            Seam(f"{self.id} left end", (Run(gusset, "left end"),), left),
            Seam(f"{self.id} top", (Run(self.id, "top"),), (Run(strip, "outer", reversed=True),), marked=True),
        )

    def _task(self, *operations: Operation) -> Task:
        name, panel = Called(self.name), self.panel.title.lower()
        return task(words("Make the {name} and sew it to the {panel}", name=name, panel=panel), *operations)

    def _around(self, seams: tuple[Seam, Seam]) -> Iterator[Operation]:
        """The gusset round the face, and to the panel."""
        slot, gusset = self.slot, f"{self.id}-gusset"
        face, onto = seams
        yield sew(face.id, how=words("Sew the gusset round the face, right sides together, notch on notch."))
        yield from lap_done(self.shop, slot, gusset, words("the other edge of the gusset"))
        lap = self.shop.lap(slot)
        text = sewn_on_words(self.shop, slot, words("the gusset"), self.panel.title.lower())
        yield sew(onto.id, how=sentences(text, words("Fold the face out of the way as you go round.")), beside=lap)

    def _zipping(self, zip_seam: Seam, joins: tuple[Seam, ...]) -> Iterator[Operation]:
        """The strips to the zip, their ends to the gusset's, and the front one to the face."""
        strip = f"{self.id}-zip-strip"
        yield sew(zip_seam.id, how=_ZIP_STRIPS)
        pressed = words("Press the strips away from the zip.")
        creased = words("Fold the strips away from the zip, and crease them.")
        yield flattened(self.shop, (self.slot,), pressed, creased, strip, seams=(zip_seam.id,))
        far = self.shop.finishing.topstitch
        told = words("Topstitch {beside} beside each fold.", beside=Length(far))
        yield replace(done(Verb.TOPSTITCH, told, strip, beside=far), seams=(zip_seam.id,))
        ends = words(
            "Right sides together, sew the ends of the strips to those of the gusset; back-tack over the tape."
        )
        yield sew(*(each.id for each in joins[:-1]), how=ends)
        top = words("Sew one strip to the top of the face, right sides together, notch on notch.")
        yield sew(joins[-1].id, how=top)


_ZIP_STRIPS = words(
    "Lay the zip face down on the right side of one strip, edges even, and sew along the tape. Sew the other strip "
    "to the other tape in the same way."
)
