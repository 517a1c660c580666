"""A sleeve on the outside, open above and below, that slips over the handle of a suitcase."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parameters import measure, text
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.part import host, refusal, refused
from bagpattern.parts.sewing.clearing import down_from, first_that, obstacle, up_from, upright
from bagpattern.parts.sewing.edging import hem, irons, lap_words, lapped, placement, rim
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it, tellable
from bagpattern.ruler import marked
from bagpattern.said import Length, Name, Said
from bagpattern.values import value
from bagpattern.words import form, words

CLEAR = 13.0
"""mm from the sleeve to the panel's seams, as for a pocket [construction 4.2, K]."""
THICK = 25.0
"""mm that the sleeve is wider than the handle: it goes round two tubes of 15 to 20 mm, and slips over them [K]."""
USUAL_HEIGHT, LEAST_HEIGHT = 120.0, 60.0
"""mm: a lower sleeve lets the bag tip over the handle [K]."""
USUAL_BASE = 40.0
"""mm from the panel's base to the sleeve's: the bag stands low on the suitcase [K]."""
ROWS = 6.0
"""mm between the two rows of topstitching at a side, which bear the bag on a suitcase [K]."""
HIGHEST = 300.0
"""mm from the base up to which a free place is looked for: the limit of ``base``."""


@value
class LuggageSleeve(Fitting):
    """A sleeve that slips over a suitcase's handle: sewn on at both sides, hemmed and open above and below."""

    panel: str = text("back", "the outer panel it is on")
    handle: float = measure("13 cm", "6 cm", "35 cm", "across the suitcase's handle, tubes included")
    height: float | None = measure(
        None, "6 cm", "40 cm", "finished; left out: {12 cm}, less where the panel has no room for it"
    )
    base: float | None = measure(
        None, "13 mm", "30 cm", "from the base of the bag to the sleeve; left out: {4 cm}, or the next free place"
    )

    @property
    def width(self) -> float:
        """mm between its raw or turned edges, less what these take."""
        return self.handle + THICK

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the sleeve on its panel. Raises InputError when it has no room there."""
        on = host(bag, self.panel)
        if on.role is not Role.BODY:
            raise refused("panel", words("it goes on the outside of the bag: write back or front"))
        lap = shop.lap("shell")
        width = self.width + 2 * lap
        height, base = self._placed(on, width)
        raise_together(self._misfits(on, width, height, base))
        lines = placement(self.id, lap, lambda by: _outline(on, width - 2 * by, height, base), self.called)
        seams = tuple(self._side(on, side, height) for side in ("right", "left"))
        made = Draft((self._patch(height, shop),), seams, tasks=(self._task(on, seams, shop),))
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
        left, _, right, _ = areas.bounds([on.stitching_line])
        low, high = upright(on)
        most = right - left - 2 * CLEAR - (width - self.handle)
        if over(self.handle, most):
            mend = make_it(self, "handle", most=most, otherwise=words("choose a wider panel"))
            message = form("a sleeve for a handle of {handle} is wider than the {panel} has room for: {mend}")
            yield refusal("handle", words(message, handle=Length(self.handle), panel=Name(on.id), mend=mend))
        elif over(height, high - low - 2 * CLEAR):
            mend = make_it(self, "height", most=high - low - 2 * CLEAR, otherwise=words("choose a higher panel"))
            message = form("the sleeve is higher than the {panel} has room for: {mend}")
            yield refusal("height", words(message, panel=Name(on.id), mend=mend))
        else:
            what = (
                words("reaches past the corners")
                if reason == "seams"
                else words("lies on the {reason}", reason=Name(reason))
            )
            place = self._mend(on, width, height)
            message = form("the sleeve {what} of the {panel}: {place}")
            yield refusal("base", words(message, what=what, panel=Name(on.id), place=place))

    def _mend(self, on: Panel, width: float, height: float) -> Said:
        """What would fit: another place, or a lower sleeve."""
        bases = [*up_from(CLEAR, HIGHEST)]

        def free(high: float) -> Callable[[float], bool]:
            return tellable(self, "base", lambda low: obstacle(on, _outline(on, width, high, low), CLEAR) is None)

        place = first_that(free(height), bases)
        if place is not None:
            return words("{place} from the base it has room", place=Length(place))
        tried = ((low, each) for low in down_from(height, LEAST_HEIGHT) for each in bases)
        lower = first_that(lambda each: all(free(high)(each[1]) for high in (each[0], marked(each[0]))), tried)
        if lower is None:
            return words("it has no room for one {least} high, choose another panel", least=Length(LEAST_HEIGHT))
        high, up = map(Length, lower)
        return words("a height of {high} has room {up} from the base", high=high, up=up)

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
        note = lap_words(shop, "shell", words("both sides"))
        lines = tuple(self._second_rows(height, shop))
        return Panel(self.id, self.called.capitalize(), "shell", Role.POCKET, edges, lines, note=note)

    def _second_rows(self, height: float, shop: Workshop) -> Iterator[Line]:
        """The inner row at each side; the outer one is along the side itself where that is left raw."""
        inside = ROWS + (0.0 if shop.lap("shell") else shop.finishing.topstitch)
        for side, x in (("right", self.width - inside), ("left", inside)):
            yield Line(f"{side} stitching", line_path(x, complex(x, height)), LineKind.TOPSTITCH, along=side)

    def _task(self, on: Panel, seams: tuple[Seam, ...], shop: Workshop) -> Task:
        edge = shop.lap("shell") or shop.finishing.topstitch
        sides = words(
            "Lay it on the {panel}, right side up, its sides on their marks. Topstitch each side, {edge} from its "
            "edge.",
            panel=on.title.lower(),
            edge=Length(edge),
        )
        inside = words(
            "Topstitch each side again, {again} inside that, with a bar tack at each end. Top and base stay open.",
            again=Length(ROWS),
        )
        again = done(Verb.TOPSTITCH, inside, self.id, beside=ROWS)
        title = words("Sew the {name} to the {title}", name=self.called, title=on.title.lower())
        return task(title, *self._edged(shop), sew(*(seam.id for seam in seams), how=sides, beside=edge), again)

    def _edged(self, shop: Workshop) -> Iterator[Operation]:
        """Top and base hemmed, then both sides turned under; edges that are left raw need nothing."""
        ironed = irons(shop, "shell")
        if shop.hem("shell") != "raw":
            turned = shop.hem_allowance("shell")
            yield hem(_hem_words(shop), turned, turned / 3 if shop.hem("shell") == "double" else 0.0, self.id)
        if not shop.lap("shell") and ironed:
            yield done(Verb.FOLD, words("Press the allowance of both sides under."), self.id, heat=True)
        elif not shop.lap("shell"):
            under = words("Fold the allowance of both sides under, and hold it with clips.")
            yield done(Verb.FOLD, under, self.id)


def _hem_words(shop: Workshop) -> Said:
    """How its open edges are hemmed, as ``rim_words`` says it of one."""
    turned = shop.hem_allowance("shell")
    if shop.hem("shell") == "double":
        first, second = Length(turned / 3), Length(turned * 2 / 3)
        return words("Hem top and base ({first}, then {second}).", first=first, second=second)
    return words("Turn top and base over once ({turned}) and topstitch it.", turned=Length(turned))


def _outline(on: Panel, width: float, height: float, base: float) -> Path:
    left, _, right, _ = areas.bounds([on.stitching_line])
    return rectangle_path(width, height, point((left + right) / 2, upright(on)[0] + base + height / 2))
