"""A compartment on the outside: a face on a gusset, so that it stands out from its panel [construction 4.4].

The gusset is as long as the face is round, measured on the drafted face. Open, it ends in hems at the top; with a zip,
two half strips close it over the top.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bagpattern.catalog.notions import ZIPS
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.placement import Placement, moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import Sides, rectangle, rectangle_path, rounded_panel
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Edge, Line, LineKind, Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stage, Step
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import choice, measure, text
from bagpattern.parts.compartment import CHAINS, NO_ZIP, Compartment, zip_edge
from bagpattern.parts.contents import Given, filled, wanted
from bagpattern.parts.edging import lap_words, lapped, rim, rim_words
from bagpattern.parts.part import host, refusal, smaller
from bagpattern.parts.room import STEP, obstacle
from bagpattern.parts.strips import raise_together
from bagpattern.parts.workshop import Workshop
from bagpattern.parts.zips import STOP, side_zip
from bagpattern.units import at_least, at_most, millimetres

CLEAR = 13.0
"""mm from the compartment to the panel's seams: 13 inside the side seam [construction 4.2, K]."""
SHARE_ACROSS, SHARE_UP = 0.66, 0.5
"""Of the panel's width and height: a compartment whose size is left open [K]."""
LEAST_ZIPPED = 30.0
"""mm deep with a zip: 10 mm of cloth to either side of it show, to hold on to [K]."""
USUAL_DEPTH, LEAST_WIDE = 35.0, 60.0
"""mm: a compartment whose depth is left open [construction 4.4: 30 to 40]; the least that a hand goes into [K]."""
LEAST_OPENING = 60.0
"""mm of zip that a hand passes [K]."""
ROUND = 25.0
"""mm: the corner of thin cloth at a 10 mm allowance [construction 2.14, K]."""


class _Size(NamedTuple):
    """The settled finished sizes in mm."""

    width: float
    height: float
    depth: float
    radius: float


@dataclass(frozen=True)
class Bellows(Compartment):
    """A compartment that stands out from the front: a face on a gusset, open at the top or zipped."""

    panel: str = text("front", "the panel that it is on")
    width: float | None = measure(None, "6 cm", "40 cm", "finished; left out: about two thirds of the panel's width")
    height: float | None = measure(None, "6 cm", "50 cm", "finished; left out: about half of the panel's height")
    depth: float | None = measure(
        None, "15 mm", "80 mm", "how far it stands out: the gusset, finished; left out: 35 mm, or for what it holds"
    )
    base: float = measure("30 mm", "13 mm", "300 mm", "from the base of the panel to the compartment")
    radius: float | None = measure(
        None, "0 mm", "80 mm", "of its lower corners; 0: square; left out: the least that its cloth lies down in"
    )
    zip: str = choice(NO_ZIP, CHAINS, "over the top; none: open")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with face and gusset sewn to the panel."""
        panel = host(bag, self.panel)
        size = self._size(panel, shop)
        raise_together(self._small_problems(size, shop.seam_allowance))
        face = rounded_panel(size.width, size.height, 0.0, size.radius)
        place = self._place(panel, size, face)
        raise_together(self._misfits(panel, size, obstacle(panel, place, CLEAR)))
        bag = bag.marking(panel.id, [Line(self.id, place, LineKind.PLACEMENT)])
        pieces = self._open if self.zip == NO_ZIP else self._zipped
        return bag + pieces(panel, face, size.depth, shop) + self._space(panel, size, shop)

    def _size(self, panel: Panel, shop: Workshop) -> _Size:
        """As given, else for what it holds, else by rule."""
        left, bottom, right, top = areas.bounds([panel.stitching_line])
        held = wanted(shop.things(self.holds), Cloth.GUSSET, self.zip == NO_ZIP, self.width, self.height)
        by_rule = (right - left) * SHARE_ACROSS // STEP * STEP, (top - bottom) * SHARE_UP // STEP * STEP, USUAL_DEPTH
        wide, high, deep = (held[0].width, held[0].height, held[0].depth) if held else by_rule
        width, height = self.width or max(wide, LEAST_WIDE), self.height or max(high, LEAST_WIDE)
        least = max(ROUND, shop.materials[panel.material].least_radius)
        radius = min(least, width / 2, height) if self.radius is None else self.radius
        return _Size(width, height, self.depth or max(deep, LEAST_ZIPPED), radius)

    def _space(self, panel: Panel, size: _Size, shop: Workshop) -> Draft:
        """The compartment as what it holds meets it. Raises InputError when that does not go in."""
        left, bottom, right, top = areas.bounds([panel.stitching_line])
        opened = self.zip == NO_ZIP
        space = Space(
            self.id,
            self.name,
            Cloth.GUSSET,
            rectangle_path(size.width, size.height, point(0, size.height / 2)),
            panel=panel.id,
            at=moved((left + right) / 2, bottom + self.base),
            depth=size.depth,
            mouth=None if opened else size.width - 2 * STOP,
            open_top=opened,
            headroom=top - bottom - self.base if opened else None,
            inside=panel.role is Role.LINING,
            holds=shop.things(self.holds),
        )
        return filled(space, {key: Given(key, getattr(self, key)) for key in ("width", "height", "depth")})

    def _small_problems(self, size: _Size, allowance: float) -> Iterator[InputError]:
        most = min(size.width / 2, size.height)
        if size.radius > most:
            yield refusal("radius", f"{millimetres(size.radius)} does not fit: make it {at_most(most)}")
        elif 0 < size.radius < allowance:
            yield refusal("radius", f"is tighter than the allowance: make it 0 mm, or {at_least(allowance)}")
        if self.zip != NO_ZIP and size.depth < LEAST_ZIPPED:
            yield refusal("depth", f"leaves no cloth beside the zip: make it {at_least(LEAST_ZIPPED)}")
        if self.zip != NO_ZIP and size.width < LEAST_OPENING + 2 * STOP:
            least = at_least(LEAST_OPENING + 2 * STOP)
            yield refusal("width", f"leaves a zip that no hand passes: make it {least}")

    def _place(self, panel: Panel, size: _Size, face: Sides) -> Path:
        """Down the left, along the base, up the right; with a zip back over the top."""
        left, bottom, right, _ = areas.bounds([panel.stitching_line])
        to = Placement(point((left + right - size.width) / 2, bottom + self.base))
        around = (face.left, face.bottom, face.right)
        return joined(around if self.zip == NO_ZIP else (*around, face.top)).placed(to)

    def _misfits(self, panel: Panel, size: _Size, reason: str | None) -> Iterator[InputError]:
        if reason not in (None, "seams"):
            yield refusal("base", f"it lies on the {reason} of the {panel.id}: move or shorten one of them")
        if reason != "seams":
            return
        left, bottom, right, top = areas.bounds([panel.stitching_line])
        room = {"width": (size.width, right - left), "height": (size.height, top - bottom - self.base + CLEAR)}
        over = {key: most - 2 * CLEAR for key, (wanted, most) in room.items() if wanted > most - 2 * CLEAR}
        for key, most in over.items():
            fault = f"{millimetres(room[key][0])} is more than the {panel.id} has room for"
            otherwise = "lower base" if key == "height" else "choose a wider panel"
            yield refusal(key, f"{fault}: {smaller(self, key, most, otherwise)}")
        if not over:
            fault = f"it reaches past the edge of the {panel.id}"
            yield refusal("width", f"{fault}: make it smaller or move it with base")

    # the pieces -------------------------------------------------------------------------------------------------------

    def _open(self, panel: Panel, face: Sides, depth: float, shop: Workshop) -> Draft:
        """A hemmed face on a gusset that is hemmed at both ends."""
        slot = panel.material
        length = _round(face)
        strip = rectangle(length, depth)
        ends = rim(shop, "right end", strip.right, slot), rim(shop, "left end", strip.left, slot)
        panels = (
            self._face(slot, face, rim(shop, "top", face.top, slot)),
            self._panel(
                "gusset", slot, (Edge("face", strip.bottom), ends[0], lapped(shop, "panel", strip.top, slot), ends[1])
            ),
        )
        seams = self._round_seams(panel, ())
        text = f"{rim_words(shop, slot)} Do the same at both ends of the gusset. {_around(shop, slot)}"
        return Draft(panels, seams, steps=(self._step(panel, text, seams),))

    def _zipped(self, panel: Panel, face: Sides, depth: float, shop: Workshop) -> Draft:
        """A gusset all the way round, two half strips with the zip between them over the top."""
        slot, strip = panel.material, rectangle(_round(face), depth)
        half = rectangle(face.top.length, depth / 2)
        gusset = Edge("face", strip.bottom), Edge("right end", strip.right), lapped(shop, "panel", strip.top, slot)
        on_zip = zip_edge("zip", Edge("zip", half.top), self.zip)
        halves = Edge("outer", half.bottom), Edge("right end", half.right), on_zip, Edge("left end", half.left)
        panels = (
            self._face(slot, face, Edge("top", face.top)),
            self._panel("gusset", slot, (*gusset, Edge("left end", strip.left))),
            self._panel("zip strip", slot, halves, count=2),
        )
        seams = (*self._zip_seams(), *self._round_seams(panel, (Run(f"{self.id}-zip-strip", "outer", copy=2),)))
        text = f"Sew the strips to the zip and topstitch, then their ends to the gusset's. {_around(shop, slot)}"
        notion = side_zip(f"{self.id} zip", ZIPS[self.zip], face.top.length)
        return Draft(panels, seams, (notion,), (self._step(panel, text, seams),))

    def _face(self, slot: str, face: Sides, top: Edge) -> Panel:
        edges = Edge("bottom", face.bottom), Edge("right", face.right), top, Edge("left", face.left)
        return Panel(self.id, self.name.capitalize(), slot, Role.POCKET, edges)

    def _panel(self, what: str, slot: str, edges: tuple[Edge, ...], count: int = 1) -> Panel:
        title = f"{self.name} {what}".capitalize()
        return Panel(f"{self.id}-{what.replace(' ', '-')}", title, slot, Role.POCKET, edges, count=count)

    def _round_seams(self, panel: Panel, over: tuple[Run, ...]) -> tuple[Seam, Seam]:
        """The gusset to the face, and to the panel, *over* the top too if there is a zip."""
        gusset, around = f"{self.id}-gusset", tuple(Run(self.id, side) for side in ("left", "bottom", "right"))
        on_panel = Run(gusset, "panel", reversed=True), *over
        return (
            Seam(f"{self.id} to gusset", around, (Run(gusset, "face"),), marked=True),
            Seam(f"{self.id} to {panel.id}", (Run(panel.id, self.id),), on_panel, SeamKind.PLACEMENT, marked=True),
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

    def _step(self, panel: Panel, words: str, seams: tuple[Seam, ...]) -> Step:
        stage = Stage.POCKETS if panel.role is Role.BODY else Stage.LINING_POCKETS
        title = f"Make the {self.name} and sew it to the {panel.title.lower()}"
        return Step(stage, title, words, tuple(seam.id for seam in seams))


def _around(shop: Workshop, slot: str) -> str:
    edge = lap_words(shop, slot, "the other edge of the gusset")
    round_face = "Sew the gusset round the face, right sides together, clipping it at the corners."
    return f"{round_face} Then {edge} and topstitch it on the placement line."


def _round(face: Sides) -> float:
    """mm down one side, along the base and up the other, measured on the drafted face."""
    return face.left.length + face.bottom.length + face.right.length
