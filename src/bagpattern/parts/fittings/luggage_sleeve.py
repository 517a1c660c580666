"""A sleeve on the outside, open above and below, that slips over the handle of a suitcase."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stage, Step
from bagpattern.parameters import measure, text
from bagpattern.parts.fittings import Fitting, floor_of
from bagpattern.parts.part import host, refusal, refused
from bagpattern.parts.sewing.clearing import down_from, first_that, obstacle, up_from
from bagpattern.parts.sewing.edging import lap_words, lapped, placement, rim, rim_words
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it, tellable
from bagpattern.units import marked, millimetres
from bagpattern.values import value

CLEAR = 13.0
"""mm from the sleeve to the panel's seams, as for a pocket [construction 4.2, K]."""
THICK = 25.0
"""mm that the sleeve is wider than the handle: it goes round two tubes of 15 to 20 mm, and slips over them [K]."""
USUAL_HEIGHT, LEAST_HEIGHT = 120.0, 60.0
"""mm: a lower sleeve lets the bag tip over the handle [K]."""
USUAL_BASE = 40.0
HIGHEST = 300.0


@value
class LuggageSleeve(Fitting):
    """A sleeve that slips over a suitcase's handle: sewn on at both sides, hemmed and open above and below."""

    panel: str = text("back", "the outer panel it is on")
    handle: float = measure("13 cm", "6 cm", "35 cm", "across the suitcase's handle, tubes included")
    height: float | None = measure(
        None, "6 cm", "40 cm", "finished; left out: 12 cm, less where the panel has no room for it"
    )
    base: float | None = measure(
        None, "13 mm", "30 cm", "from the base of the bag to the sleeve; left out: 4 cm, or the next free place"
    )

    @property
    def width(self) -> float:
        """mm between its raw or turned edges, less what these take."""
        return self.handle + THICK

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the sleeve on its panel. Raises InputError when it has no room there."""
        on = host(bag, self.panel)
        if on.role is not Role.BODY:
            raise refused("panel", "it goes on the outside of the bag: write back or front")
        lap = shop.lap("shell")
        width = self.width + 2 * lap
        height, base = self._placed(on, width)
        raise_together(self._misfits(on, width, height, base))
        lines = placement(self.id, lap, lambda by: _outline(on, width - 2 * by, height, base))
        seams = tuple(self._side(on, side, height) for side in ("right", "left"))
        made = Draft((self._patch(height, shop),), seams, steps=(self._step(on, seams, shop),))
        return bag.marking(on.id, lines) + made

    def _placed(self, on: Panel, width: float) -> tuple[float, float]:
        """Height and base in mm: as given, or the first that have room."""
        heights = [self.height] if self.height else list(down_from(USUAL_HEIGHT, LEAST_HEIGHT))
        bases = [self.base] if self.base else [*up_from(USUAL_BASE, HIGHEST), *down_from(USUAL_BASE, CLEAR)]
        tried = ((height, base) for height in heights for base in bases)
        found = first_that(lambda each: obstacle(on, _outline(on, width, *each), CLEAR) is None, tried)
        return found or (heights[0], bases[0])

    def _misfits(self, on: Panel, width: float, height: float, base: float) -> Iterator[Problem]:
        reason = obstacle(on, _outline(on, width, height, base), CLEAR)
        if reason is None:
            return
        left, _, right, top = areas.bounds([on.stitching_line])
        most = right - left - 2 * CLEAR - (width - self.handle)
        if self.handle > most:
            fault = f"a sleeve for a handle of {millimetres(self.handle)} is wider than the {on.id} has room for"
            mend = make_it(self, "handle", most=most, otherwise="choose a wider panel")
            yield refusal("handle", f"{fault}: {mend}")
        elif height > top - floor_of(on) - 2 * CLEAR:
            fault = f"the sleeve is higher than the {on.id} has room for"
            most = top - floor_of(on) - 2 * CLEAR
            yield refusal("height", f"{fault}: {make_it(self, 'height', most=most, otherwise='choose a higher panel')}")
        else:
            what = "reaches past the corners" if reason == "seams" else f"lies on the {reason}"
            yield refusal("base", f"the sleeve {what} of the {on.id}: {self._mend(on, width, height)}")

    def _mend(self, on: Panel, width: float, height: float) -> str:
        """What would fit: another place, or a lower sleeve."""
        bases = [*up_from(CLEAR, HIGHEST)]

        def free(high: float) -> Callable[[float], bool]:
            return tellable(self, "base", lambda low: obstacle(on, _outline(on, width, high, low), CLEAR) is None)

        place = first_that(free(height), bases)
        if place is not None:
            return f"{millimetres(place)} from the base it has room"
        tried = ((low, each) for low in down_from(height, LEAST_HEIGHT) for each in bases)
        lower = first_that(lambda each: all(free(high)(each[1]) for high in (each[0], marked(each[0]))), tried)
        if lower is None:
            return f"it has no room for one {millimetres(LEAST_HEIGHT)} high, choose another panel"
        return f"a height of {millimetres(lower[0])} has room {millimetres(lower[1])} from the base"

    def _side(self, on: Panel, side: str, height: float) -> Seam:
        """One side, along its stretch of the outline, which runs round from the lower left corner."""
        low = self.width if side == "right" else 2 * self.width + height
        a, b = Run(on.id, self.id, low, low + height), Run(self.id, side)
        return Seam(f"{self.id} {side} to {on.id}", (a,), (b,), SeamKind.PLACEMENT)

    def _patch(self, height: float, shop: Workshop) -> Panel:
        sides = rectangle(self.width, height)
        edges = (
            rim(shop, "bottom", sides.bottom, "shell"),
            lapped(shop, "right", sides.right, "shell"),
            rim(shop, "top", sides.top, "shell"),
            lapped(shop, "left", sides.left, "shell"),
        )
        note = lap_words(shop, "shell", "both sides")
        return Panel(self.id, self.name.capitalize(), "shell", Role.POCKET, edges, note=note)

    def _step(self, on: Panel, seams: tuple[Seam, ...], shop: Workshop) -> Step:
        hem = rim_words(shop, "shell").replace("the top", "top and base").replace("top edge", "top and base")
        sides = lap_words(shop, "shell", "both sides")
        text = (
            f"{hem} {sides[0].upper()}{sides[1:]}; topstitch them on their marks, twice, with a bar tack at each end. "
            "Top and base stay open."
        )
        ids = tuple(seam.id for seam in seams)
        return Step(Stage.POCKETS, f"Sew the {self.name} to the {on.title.lower()}", text, ids)


def _outline(on: Panel, width: float, height: float, base: float) -> Path:
    left, _, right, _ = areas.bounds([on.stitching_line])
    return rectangle_path(width, height, point((left + right) / 2, floor_of(on) + base + height / 2))
