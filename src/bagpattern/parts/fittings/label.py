"""A label: a small patch of cloth or a woven one, sewn flat on a face."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Side, Task, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parameters import choice, measure, remark, text
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.part import host, refused
from bagpattern.parts.sewing.clearing import down_from, first_that, obstacle, up_from, upright
from bagpattern.parts.sewing.edging import lap_done, lapped, placement, sewn_on_words
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import tellable
from bagpattern.ruler import marked
from bagpattern.said import NOTHING, Length, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import series, words

WOVEN = "woven"
ACROSS = ("middle", "left", "right")
CLEAR = 10.0
"""mm from a label to the panel's seams, so that the presser foot passes [K]."""
HIGHEST = 400.0
"""mm above the base up to which a free place is looked for: the limit of ``base``."""
BELOW_TOP = 40.0
"""mm from the top of the panel to a label, where there is room: where a maker's name is looked for [K]."""
FROM_EDGE = 2.0
"""mm from the edge of a woven label to its stitching: its ends are folded under, its sides do not fray [K]."""


@value
class Label(Fitting):
    """A small patch or a woven label, sewn on all round."""

    panel: str = text("front", "the panel it is on")
    of: str = choice("shell", ("shell", "contrast", "lining", WOVEN), "a patch of that cloth, or a bought woven label")
    width: float = measure("60 mm", "20 mm", "200 mm", "finished")
    height: float = measure("30 mm", "12 mm", "120 mm", "finished")
    base: float | None = measure(
        None, "10 mm", "40 cm", "from the base of the panel to the label; left out: the highest free place"
    )
    across: str = choice("middle", ACROSS, "where it lies, as the panel is drawn: a side is as near as there is room")
    says: str | None = remark("what is to be on it: stamped, printed, embroidered or woven")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the label on its panel. Raises InputError when it has no room there, or the bag not its cloth."""
        if self.of != WOVEN and self.of not in shop.materials:
            raise refused(
                "of", words('the bag has no {of}: name one in materials.{of}, or write of = "shell"', of=Name(self.of))
            )
        on = host(bag, self.panel)
        middle = self._middle(on, shop)
        lap = self._lap(shop)
        lines = placement(self.id, lap, lambda by: self._outline(middle, by), self.called)
        bag = bag.marking(on.id, lines)
        return bag + (self._woven(on, lines[0]) if self.of == WOVEN else self._patch(on, shop))

    def _lap(self, shop: Workshop) -> float:
        """mm from its edge to its stitching, where that edge is not turned under."""
        return FROM_EDGE if self.of == WOVEN else shop.lap(self.of)

    def _outline(self, middle: complex, by: float = 0.0) -> Path:
        return rectangle_path(self.width - 2 * by, self.height - 2 * by, middle)

    # where it lies ----------------------------------------------------------------------------------------------------

    def _middle(self, on: Panel, shop: Workshop) -> complex:
        """Its middle on the panel: as given, or the first place that is free. Raises InputError when there is none."""
        low, high = upright(on)
        top = high - low
        bases = [self.base] if self.base else [*down_from(top - BELOW_TOP - self.height, CLEAR), *up_from(CLEAR, top)]
        places = (place for base in bases for place in self._along(on, base))
        found = first_that(lambda each: self._in_the_way(on, each) is None, places)
        if found is None:
            raise self._refused(on, bases[0])
        return found

    def _along(self, on: Panel, base: float) -> Iterator[complex]:
        """The places at one height, the best first: the middle, or from one side inward."""
        left, _, right, _ = areas.bounds([on.stitching_line])
        middle, y = (left + right) / 2, upright(on)[0] + base + self.height / 2
        if self.across == "middle":
            yield point(middle, y)
            return
        sign, most = (-1 if self.across == "left" else 1), (right - left - self.width) / 2 - CLEAR
        yield from (point(middle + sign * each, y) for each in down_from(most, 0.0))

    def _in_the_way(self, on: Panel, middle: complex) -> str | None:
        return obstacle(on, self._outline(middle), CLEAR)

    def _refused(self, on: Panel, base: float) -> Exception:
        """What is in its way, and another place or size that would fit."""
        first = next(self._along(on, base), None)
        reason = "seams" if first is None else self._in_the_way(on, first)
        what = (
            words("reaches past the edges")
            if reason == "seams"
            else words("lies on the {reason}", reason=Name(reason or ""))
        )
        fault = words("the label {what} of the {panel}", what=what, panel=Name(on.id))
        free = tellable(self, "base", lambda each: self._is_free(on, each))
        nearest = sorted(up_from(CLEAR, HIGHEST), key=lambda each: abs(each - base))
        place = first_that(free, nearest) if self.base else None
        if place is not None:
            return refused(
                "base", words("{fault}: {place} from the base it has room", fault=fault, place=Length(place))
            )
        small = self._smaller(on)
        if small is None:
            return refused("panel", words("{fault}: choose another panel", fault=fault))
        size = words("make it {wide} wide and {high} high", wide=Length(small.width), high=Length(small.height))
        return refused("width", words("{fault}: {size}", fault=fault, size=size))

    def _is_free(self, on: Panel, base: float) -> bool:
        return any(self._in_the_way(on, each) is None for each in self._along(on, base))

    def _smaller(self, on: Panel) -> Label | None:
        """A smaller one of its shape for which there is room, its place left open."""
        for share in (tenths / 10 for tenths in range(9, 1, -1)):
            small = replace(self, width=self.width * share // 1, height=self.height * share // 1, base=None)
            if small.width < 20.0 or small.height < 12.0:
                return None
            if all(each._has_room(on) for each in (small, small._in_marks())):
                return small
        return None

    def _has_room(self, on: Panel) -> bool:
        return any(self._is_free(on, base) for base in up_from(CLEAR, HIGHEST))

    def _in_marks(self) -> Label:
        """As a maker who reads inches writes its size."""
        return replace(self, width=marked(self.width), height=marked(self.height))

    # what it is -------------------------------------------------------------------------------------------------------

    def _patch(self, on: Panel, shop: Workshop) -> Draft:
        lap = shop.lap(self.of)
        sides = rectangle(self.width - 2 * lap, self.height - 2 * lap)
        around = (("bottom", sides.bottom), ("right", sides.right), ("top", sides.top), ("left", sides.left))
        edges = tuple(lapped(shop, name, path, self.of) for name, path in around)
        panel = Panel(self.id, self.called.capitalize(), self.of, Role.OTHER, edges, note=self._told)
        runs = tuple(Run(self.id, name) for name, _ in around)
        seam = Seam(f"{self.id} to {on.id}", (Run(on.id, self.id),), runs, SeamKind.PLACEMENT)
        return Draft((panel,), (seam,), tasks=(self._sewing(on, seam.id, shop),))

    @property
    def _told(self) -> Said:
        """What is on it, in the maker's own words."""
        return NOTHING if self.says is None else words("with “{says}”", says=Name(self.says))

    def _sewing(self, on: Panel, seam: str, shop: Workshop) -> Task:
        around = words("all edges")
        how = sewn_on_words(shop, self.of, around, on.title.lower())
        lettered = words("Stamp, print or embroider “{says}” on the label.", says=Name(self.says or ""))
        first = () if self.says is None else (done(Verb.MARK, lettered, self.id),)
        turned = lap_done(shop, self.of, self.id, around)
        return task(self._title(on), *first, *turned, sew(seam, how=how, beside=shop.lap(self.of)))

    def _title(self, on: Panel) -> Said:
        return words("Sew the {name} to the {title}", name=self.called, title=on.title.lower())

    def _woven(self, on: Panel, line: Line) -> Draft:
        size = series((Length(self.width), Length(self.height)), " x ")
        sides = (self.width, self.height)
        label = Notion(self.id, "label", words("Woven label"), size, note=self._told, sides=sides)
        how = words(
            "Lay the label in its place on the {title}, its ends folded under, and topstitch all round, {edge} from "
            "its edge.",
            title=on.title.lower(),
            edge=Length(FROM_EDGE),
        )
        sewn = Operation(Verb.TOPSTITCH, how, notions=(label.id,), side=Side.RIGHT)
        return Draft(notions=(label,), tasks=(task(self._title(on), sewn),))
