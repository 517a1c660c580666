"""A face on a gusset that is sewn to a panel: open at the top, or with a zip over it [construction 4.4].

The gusset is as long as the face is round, measured on the drafted face.
"""

from __future__ import annotations

from bagpattern.catalog.notions import ZIPS
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import Sides, rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Task, described
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parts.sewing.edging import AROUND, lap_words, lapped, rim, rim_words
from bagpattern.parts.sewing.zips import side_zip, zip_edge
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Name, Said
from bagpattern.values import value
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
        ends_too = words("Do the same at both ends of the gusset.")
        flat = words("Press the gusset along its middle, so that the empty pocket lies flat.")
        text = sentences(rim_words(shop, slot), ends_too, self._around(), flat if self.folding else NOTHING)
        return Draft(panels, seams, tasks=(self._step(text, seams),))

    def zipped(self, chain: str) -> Draft:
        """A gusset all the way round, two half strips with the zip between them over the top."""
        strip, half = rectangle(self.round, self.depth), rectangle(self.face.top.length, self.depth / 2)
        around = lapped(self.shop, "panel", strip.top, self.slot)
        gusset = Edge("face", strip.bottom), Edge("right end", strip.right), around, Edge("left end", strip.left)
        on_zip = zip_edge("zip", half.top, ZIPS[chain])
        halves = Edge("outer", half.bottom), Edge("right end", half.right), on_zip, Edge("left end", half.left)
        face = self._face(Edge("top", self.face.top))
        panels = face, self._panel("gusset", gusset), self._panel("zip-strip", halves, count=2)
        seams = (*self._zip_seams(), *self._round_seams((Run(f"{self.id}-zip-strip", "outer", copy=2),)))
        strips = words("Sew the strips to the zip and topstitch, then their ends to the gusset's.")
        text = sentences(strips, self._around())
        notion = side_zip(f"{self.id} zip", ZIPS[chain], self.face.top.length)
        return Draft(panels, seams, (notion,), (self._step(text, seams),))

    def _face(self, top: Edge) -> Panel:
        edges = Edge("bottom", self.face.bottom), Edge("right", self.face.right), top, Edge("left", self.face.left)
        return Panel(self.id, Name(self.name).capitalize(), self.slot, Role.POCKET, edges)

    def _panel(self, what: str, edges: tuple[Edge, ...], count: int = 1) -> Panel:
        title = words("{name} {piece}", name=Name(self.name), piece=_PIECES[what]).capitalize()
        return Panel(f"{self.id}-{what}", title, self.slot, Role.POCKET, edges, count=count)

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

    def _step(self, text: Said, seams: tuple[Seam, ...]) -> Task:
        name, panel = Name(self.name), self.panel.title.lower()
        title = words("Make the {name} and sew it to the {panel}", name=name, panel=panel)
        return described(title, text, tuple(seam.id for seam in seams))

    def _around(self) -> Said:
        edge = lap_words(self.shop, self.slot, words("the other edge of the gusset"))
        return sentences(
            words("Sew the gusset round the face, right sides together, clipping it at the corners."),
            words("Then {edge} and topstitch it on the placement line.", edge=edge),
        )
