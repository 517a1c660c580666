"""An open pocket as wide as its panel, caught in the panel's side and base seams."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.levels import below
from bagpattern.geometry.measure import is_symmetrical
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Side, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, Stands
from bagpattern.model.space import Space
from bagpattern.parameters import choice, measure
from bagpattern.parts.holding.contents import cloth_on, filled, least_level, wanted
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets import Pocket
from bagpattern.parts.pockets._layers import HEMMED, LINED
from bagpattern.parts.pockets._mesh import MESH, top_done, top_elastic
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.cuts import Split, caught_part
from bagpattern.parts.sewing.edging import flattened, rim, rim_done
from bagpattern.parts.sewing.levels import free_level, part_below
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import given
from bagpattern.said import Length, Name
from bagpattern.values import replace, value
from bagpattern.words import form, sentences, words

OUTSIDE, INSIDE = "outside", "inside"
SHARE_UP = 0.55
"""Of the panel's height: a pocket whose height is left open [K]."""


@value
class Full(Pocket):
    """An open pocket as wide as the panel, its sides and base caught in the panel's seams."""

    height: float | None = measure(None, "4 cm", "50 cm", "finished; left out: a little over half of the panel's")
    hem: float | None = measure(
        None, "10 mm", "60 mm", "cloth turned over at the top; left out: the hem allowance; of mesh: elastic instead"
    )
    made_of: str = choice(
        HEMMED,
        (HEMMED, LINED),
        "hemmed: one layer; lined: a second layer of lining cloth, sewn to it along the top and turned",
    )
    cloth: str = choice("as-panel", ("as-panel", MESH), "what it is cut from: what its panel is, or mesh")
    lies: str = choice(OUTSIDE, (OUTSIDE, INSIDE), "inside: without a lining")

    @property
    def takes(self) -> tuple[str, ...]:
        """Mesh counts where it is cut from it."""
        return (MESH,) if self.cloth == MESH else ()

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket laid on the panel and caught in its seams."""
        host = self.host(bag)
        raise_together(self._misfits(bag, host))
        level = free_level(self, host, self._height(host, shop), SHARE_UP, "pocket")
        slot = MESH if self.cloth == MESH else host.material
        bound = slot == MESH and self.hem is None
        top = Edge("top hem", level.path, Finish.BOUND) if bound else rim(shop, "top hem", level.path, slot, self.hem)
        if self.made_of == LINED:
            top = Edge("upper", level.path, Finish.OPEN, shop.seam_allowance)
        how = part_below(host, level, top, (self.id, self.called.capitalize()))
        pocket = replace(how.panels()[0], role=Role.POCKET, material=slot, face=False)
        if self.lies == INSIDE:
            pocket = replace(pocket, mirrored=_mirrored(pocket))
        told = words("{pocket} top", pocket=self.called)
        covers = below(host.stitching_line, level.path.start.imag)
        bag = bag.marking(host.id, [Line(f"{self.id} top", level.path, LineKind.PLACEMENT, told, covers=covers)])
        space = filled(self._space(host, shop, level.path.start.imag), {"height": given(self, "height")})
        wide = level.path.length
        tape = top_elastic(shop, self.id, self.called, wide) if bound else ()
        if self.made_of == LINED:
            return self._lined(bag, host, how, pocket, shop) + space
        bag = caught_part(bag, how, pocket, self._stands)
        made = top_done(self.id, wide) if bound else rim_done(shop, slot, self.id, allowance=self.hem)
        return bag + Draft(notions=tape, tasks=(self._task(host, made, self.id),)) + space

    @property
    def _stands(self) -> Stands:
        return Stands.BEHIND if self.lies == INSIDE else Stands.ON

    def _misfits(self, bag: Draft, host: Panel) -> Iterator[Problem]:
        """A lined pocket has no hem, and is no mesh; the wrong side of a panel that is lined is not reached."""
        if self.lies == INSIDE and host.role is Role.LINING:
            yield refusal("lies", words("what is on a lining is inside the bag: leave this out"))
        elif self.lies == INSIDE and any(panel.role is Role.LINING for panel in bag.panels):
            yield refusal("lies", words("the lining hides that side: leave this out, and choose a panel of the lining"))
        if self.made_of == LINED and self.hem is not None:
            yield refusal(
                "hem",
                words(
                    'a lined pocket is turned at its top: leave this out, or write made_of = "{hemmed}"',
                    hemmed=Name(HEMMED),
                ),
            )
        if self.made_of == LINED and self.cloth == MESH:
            yield refusal(
                "cloth",
                words('nobody lines a mesh: leave this out, or write made_of = "{hemmed}"', hemmed=Name(HEMMED)),
            )

    def _lined(self, bag: Draft, host: Panel, how: Split, pocket: Panel, shop: Workshop) -> Draft:
        """*bag* with a second layer behind the pocket; its right side looks at the panel: it is a mirror image."""
        title = words("{title} lining", title=self.called).capitalize()
        mirrored = _mirrored(pocket) - pocket.mirrored
        lining = replace(pocket, id=f"{self.id}-lining", title=title, material="lining", mirrored=mirrored)
        seam = Seam(f"{self.id} top", (Run(self.id, "upper"),), (Run(lining.id, "upper"),))
        layers, slots = (self.id, lining.id), (pocket.material, "lining")
        turned = words("Turn the lining to the wrong side, and press the top.")
        creased = words("Turn the lining to the wrong side, and crease the top.")
        beside = words("Topstitch the top {inside} from its edge.", inside=Length(shop.finishing.topstitch))
        made = (
            sew(seam.id, how=words("Lay both layers right sides together, and sew them along the top.")),
            flattened(shop, slots, turned, creased, *layers, seams=(seam.id,)),
            done(Verb.TOPSTITCH, beside, *layers),
        )
        for layer in (lining, pocket):  # what lies on the panel first
            bag = caught_part(bag, how, layer, self._stands)
        return bag + Draft(seams=(seam,), tasks=(self._task(host, made, *layers),))

    def _height(self, host: Panel, shop: Workshop) -> float | None:
        """mm: as given, else the least for what it holds; None leaves it to the rule."""
        _, bottom, _, top = areas.bounds([host.stitching_line])
        held = wanted(shop.things(self.holds), cloth_on(host), open_top=True) if self.height is None else ()
        found = least_level(held, top - bottom - STEP, lambda height: self._space(host, shop, bottom + height))
        return self.height or found

    def _space(self, host: Panel, shop: Workshop, level: float) -> Space:
        """The pocket as what it holds meets it."""
        _, bottom, _, top = areas.bounds([host.stitching_line])
        return Space(
            self.id,
            self.called,
            cloth_on(host),
            below(host.stitching_line, level),
            panel=host.id,
            open_top=True,
            headroom=top - bottom,
            inside=host.role is Role.LINING,
            holds=shop.things(self.holds),
        )

    def _task(self, host: Panel, made: tuple[Operation, ...], *layers: str) -> Task:
        named = {"name": self.called, "title": host.title.lower()}
        side = Side.WRONG if self.lies == INSIDE else Side.RIGHT
        told = sentences(words(_LAID[side], **named), words("Baste these inside the allowance."))
        baste = replace(done(Verb.BASTE, told, *layers), side=side)
        return task(words("Baste the {name} to the {title}", **named), *made, baste)


_LAID = {
    Side.RIGHT: form("Lay the {name} on the right side of the {title}, right side up, sides and base even."),
    Side.WRONG: form("Lay the {name} on the wrong side of the {title}, right side up, sides and base even."),
}


def _mirrored(panel: Panel) -> int:
    """How many copies of one are mirror images where its right side looks the other way than its panel's."""
    return 0 if is_symmetrical(panel.stitching_line) else 1
