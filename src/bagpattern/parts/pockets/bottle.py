"""A bottle pocket from side seam to side seam [construction 4.1, 4.7].

It has a box pleat at its base and elastic in its top; without elastic it lies flat, hemmed at its top.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import InputError, Problem, raise_together
from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.placement import Placement, moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Task, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import choice, measure, sold
from bagpattern.parts.holding.contents import LEAST, Wanted, filled, wanted
from bagpattern.parts.part import refusal, refused, ruled
from bagpattern.parts.pockets import Pocket
from bagpattern.parts.pockets._crossing import Between, Upright, fault_there, first_free, with_sides_basted
from bagpattern.parts.pockets._elastic import (
    channel,
    channel_allowance,
    channel_done,
    elastic,
    elastic_id,
    elastic_sizes,
)
from bagpattern.parts.pockets._pleats import Folded, box_pleat, pleat_done, unfolded
from bagpattern.parts.pockets._spots import CLEAR
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that, up_from
from bagpattern.parts.sewing.edging import lap_done, lapped, rim, rim_done, sewn_on_words
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import at_mark, given, make_it, tellable
from bagpattern.ruler import marked
from bagpattern.said import NOTHING, Length, Name
from bagpattern.values import replace, value
from bagpattern.words import form, words

FULL = 2.0
"""Times the panel's width: the pocket's cloth where that is left open [construction 4.7: 20 cm on 10 cm]."""
MOST_MORE = 200.0
"""mm: more cloth than that beyond a wide panel's width serves no bottle [K]."""
USUAL_HEIGHT = 200.0
"""mm, where the panel is so high [construction 4.7]."""
BESIDE = 8.0
"""mm of flat cloth between the folded pleat and the pocket's sides, so that the foot passes [K]."""
BY_PANEL = "by-panel"
FLAT = "none"
"""The word for no elastic."""
LONG = 1.5
"""Times as long as it is wide: a panel that is taken for a band, on which things stand along it [K]."""


def _elastics() -> tuple[str, ...]:
    return (*elastic_sizes(), FLAT)


@value
class Bottle(Pocket):
    """An open pocket across a side or a band, drawn in by elastic, its sides caught in the panel's seams."""

    shown_on: ClassVar[tuple[str, ...]] = ("side-right", "end-right", "base-band")

    towards: str = choice(
        BY_PANEL,
        (BY_PANEL, "top", "right", "left"),
        "the end of the panel, as drawn, at which it opens; by-panel: the top, but the right end of a long band",
    )
    height: float | None = measure(
        None, "4 cm", "35 cm", "from base to top; left out: up to {20 cm}, as the panel has room, or for what it holds"
    )
    base: float | None = measure(
        None, "13 mm", "100 cm", "from the panel's lower end to the pocket; left out: the lowest place"
    )
    cloth: float | None = measure(
        None,
        "5 cm",
        "100 cm",
        "the pocket's width before it is drawn in; left out: twice the panel's, {20 cm} more at most",
    )
    elastic: str = sold("10 mm", _elastics, "the elastic in its top; none: a flat pocket, hemmed at its top")
    hem: float | None = measure(
        None, "10 mm", "60 mm", "cloth turned over at the top of a flat one; left out: the hem allowance"
    )

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket sewn to the panel at its base, and caught in the seams at its sides."""
        host = self.host(bag)
        stretch, held = self._place(bag, Upright(host, self._towards(host)), shop)
        base, right, top, _ = stretch.paths
        extra = self._cloth(base.length, held) - base.length
        raise_together((self._faults_of_flat if self._is_flat else self._faults)(base.length, right.length, extra))
        folded = unfolded(base.length) if self._is_flat else box_pleat(base.length, extra / 2)
        to_host = stretch.of.back
        told = words("{pocket} top", pocket=self.called)
        top_line = Line(f"{self.id} top", top.placed(to_host), title=told, covers=stretch.outline)
        lines = [Line(self.id, base.placed(to_host), title=self.called, holds=self.id), top_line]
        pocket = self._panel(stretch, folded, shop)
        seam = self._seam(host, folded)
        making = self._task(host, seam, shop, base.length, top.length)
        bag = bag.marking(host.id, lines) + Draft((pocket,), (seam,), self._tape(top.length, shop), (making,))
        bag = with_sides_basted(stretch.holding(bag, self.id), host, self.id) + self._space(stretch, folded.cut, shop)
        return bag + ruled({"height": right.length} | ({} if self._is_flat else {"cloth": base.length + extra}))

    @property
    def _is_flat(self) -> bool:
        return self.elastic == FLAT

    def _tape(self, length: float, shop: Workshop) -> tuple[Notion, ...]:
        """Its elastic, *length* mm from side to side."""
        if self._is_flat:
            return ()
        note = words("in the top of the {name}", name=self.called)
        return (elastic(elastic_id(self.id), self.elastic, length, shop, note),)

    def _towards(self, host: Panel) -> str:
        upright = Upright(host, "right")
        is_band = upright.high > LONG * Upright(host, "top").high
        return ("right" if is_band else "top") if self.towards == BY_PANEL else self.towards

    # where it lies ----------------------------------------------------------------------------------------------------

    def _place(self, bag: Draft, upright: Upright, shop: Workshop) -> tuple[Between, Wanted | None]:
        """The lowest place that has room, and there the highest pocket. Raises InputError when there is none."""
        sizes = wanted(shop.things(self.holds), Cloth.PATCH, True, self.cloth, self.height)
        held = sizes[0] if sizes else None
        least = self.height or (held.height if held else LEAST)
        bases = [self.base] if self.base else list(up_from(CLEAR, upright.high))
        found = first_free(bag, upright, ((base, least) for base in bases))
        if found is None:
            raise self._refused(bag, upright, least)
        if self.height or held:
            return found, held
        base = found.low.path.start.imag - upright.bottom
        most = min(upright.high, USUAL_HEIGHT)
        return first_free(bag, upright, ((base, height) for height in down_from(most, least))) or found, held

    def _refused(self, bag: Draft, upright: Upright, height: float) -> InputError:
        """Why there is no room for it, and what there would be room for."""
        bases = [self.base] if self.base else list(up_from(CLEAR, upright.high))
        why = next(
            (why for base in bases if (why := fault_there(bag, upright, base, height))),
            words("its sides are not straight"),
        )
        fault = words(
            "a pocket {height} high has no place on the {id}, for {why}",
            height=Length(height),
            id=Name(upright.host.id),
            why=why,
        )
        free = tellable(self, "base", lambda base: first_free(bag, upright, ((base, height),)) is not None)
        place = first_that(free, up_from(CLEAR, upright.high)) if self.base else None
        if place is not None:
            return refused(
                "base",
                at_mark(words("{fault}: the lowest free place is at {place}", fault=fault, place=Length(place)), place),
            )
        low = first_free(bag, upright, ((base, LEAST) for base in bases))
        base = low.low.path.start.imag - upright.bottom if low else 0.0
        lower = tellable(self, "height", lambda each: first_free(bag, upright, ((base, each),)) is not None)
        most = first_that(lower, (*down_from(height, LEAST), marked(LEAST, up=True))) if low else None
        if most is None:
            return refused(
                "panel",
                words("{fault}: choose another panel, or make the bag higher or its corners less round", fault=fault),
            )
        room = words("it has room for {most}", most=Length(most))
        return refused(
            "height" if self.height else "holds",
            words(
                "{fault}: {room}{less}", fault=fault, room=room, less=NOTHING if self.height else words(", hold less")
            ),
        )

    def _cloth(self, width: float, held: Wanted | None) -> float:
        """mm of the pocket before it is drawn in."""
        if self._is_flat:
            return width
        if self.cloth is not None:
            return self.cloth
        return max(held.width, width + 2 * STEP) if held else min(width * FULL, width + MOST_MORE) // STEP * STEP

    def _faults(self, width: float, height: float, extra: float) -> Iterator[Problem]:
        """Cloth that is too narrow to be pleated, or too wide; a channel that fills the pocket."""
        least, most = width + 2 * STEP, 3 * width - 4 * BESIDE
        key = "holds" if self.cloth is None and self.holds else "cloth"
        cloth, panel = Length(width + extra), Length(width)
        fault = words("{cloth} of cloth on a panel {panel} wide there", cloth=cloth, panel=panel)
        if under(width + extra, least):
            mend = make_it(self, key, least=least, most=most, otherwise=words("choose a narrower panel"))
            yield refusal(key, words("{fault} leaves no room: {mend}", fault=fault, mend=mend))
        elif over(width + extra, most):
            mend = words("hold thinner things") if key == "holds" else make_it(self, key, most=most)
            yield refusal(key, words("{fault} does not lie flat in one pleat: {mend}", fault=fault, mend=mend))
        if under(height, 2 * channel(self.elastic)):
            message = form("the channel takes {channel} of the pocket's height, {height}: take a narrower one")
            taken = Length(channel(self.elastic))
            yield refusal("elastic", words(message, channel=taken, height=Length(height)))
        if self.hem is not None:
            message = form('a pocket with elastic has a channel there: take this line out, or write elastic = "{flat}"')
            yield refusal("hem", words(message, flat=Name(FLAT)))

    def _faults_of_flat(self, width: float, height: float, _: float) -> Iterator[Problem]:
        """Cloth that would have to be drawn in; a hem as high as the pocket."""
        if self.cloth is not None:
            fault = words("a pocket without elastic is as wide as its panel there, {width}", width=Length(width))
            yield refusal("cloth", words("{fault}: take this line out, or choose an elastic", fault=fault))
        if self.hem is not None and over(self.hem, height):
            fault = words(
                "the hem takes {hem} of the pocket's height, {height}", hem=Length(self.hem), height=Length(height)
            )
            yield refusal("hem", words("{fault}: {mend}", fault=fault, mend=make_it(self, "hem", most=height)))

    # the pieces -------------------------------------------------------------------------------------------------------

    def _panel(self, stretch: Between, folded: Folded, shop: Workshop) -> Panel:
        """The panel's stretch with more cloth in its middle, its sides as they are there."""
        slot, (base, right, top, left) = stretch.of.host.material, stretch.paths
        wider = moved(folded.cut - base.length, 0)
        outline = (
            line_path(base.start, wider(base.end)),
            right.placed(wider),
            line_path(wider(top.start), top.end),
            left,
        )
        to_origin = moved(-base.start.real, -base.start.imag)
        bottom, right, top, left = (path.placed(to_origin) for path in outline)
        edges = (
            lapped(shop, "bottom", bottom, slot),
            Edge("right", right),
            self._rim(top, shop, slot),
            Edge("left", left),
        )
        plain = Panel(self.id, self.called.capitalize(), slot, Role.POCKET, edges)
        if self._is_flat:
            return plain
        lines = tuple(self._lines(folded, joined((bottom, right, top, left)), top))
        return replace(plain, lines=lines, note=words("drawn in to {length}", length=Length(stretch.paths[2].length)))

    def _rim(self, top: Path, shop: Workshop, slot: str) -> Edge:
        if self._is_flat:
            return rim(shop, "top", top, slot, self.hem)
        return Edge("top", top, Finish.HEM, channel_allowance(self.elastic, shop, slot))

    def _lines(self, folded: Folded, outline: Path, top: Path) -> Iterator[Line]:
        """The channel's stitching, and the pleat at the base."""
        y = top.start.imag - channel(self.elastic)
        ends = sorted(outline.point_at(at).real for at in outline.crossings(point(0, y), 1 + 0j))
        yield Line("channel", line_path(point(ends[0], y), point(ends[-1], y)), LineKind.STITCH)
        yield from folded.lines(0.0, min(y, folded.folds[2] - folded.folds[1]))

    def _seam(self, host: Panel, folded: Folded) -> Seam:
        runs, caught = folded.runs(self.id, "bottom"), folded.caught(self.id, "bottom", 0.0)
        return Seam(f"{self.id} to {host.id}", (Run(host.id, self.id),), runs, SeamKind.PLACEMENT, caught)

    def _space(self, stretch: Between, cloth: float, shop: Workshop) -> Draft:
        """The pocket as what it holds meets it. Raises InputError when that does not go in."""
        base, right, _, _ = stretch.paths
        inside = stretch.of.host.role is Role.LINING  # from an outer pocket a bottle may stick out
        middle = (base.start + base.end) / 2
        space = Space(
            self.id,
            self.called,
            Cloth.PATCH,
            rectangle_path(cloth, right.length, point(0, right.length / 2)),
            panel=stretch.of.host.id,
            at=Placement(middle).then(stretch.of.back),
            open_top=True,
            headroom=stretch.of.bottom + stretch.of.high - base.start.imag if inside else None,
            inside=inside,
            holds=shop.things(self.holds),
        )
        return filled(space, {"width": given(self, "cloth"), "height": given(self, "height")})

    def _task(self, host: Panel, seam: Seam, shop: Workshop, base: float, top: float) -> Task:
        title = words("Sew the {name} to the {title}", name=self.called, title=host.title.lower())
        return task(title, *self._making(host, seam, shop, base, top))

    def _making(self, host: Panel, seam: Seam, shop: Workshop, base: float, top: float) -> Iterator[Operation]:
        """Its top, its pleat, and the seam along its base; its sides are held by the seams of its panel."""
        slot = host.material
        if self._is_flat:
            yield from rim_done(shop, slot, self.id, allowance=self.hem)
        else:
            yield from channel_done(shop, slot, self.id, self.elastic, top)
            yield from pleat_done(shop, slot, self.id, base, seam.id)
        yield from lap_done(shop, slot, self.id, words("the base"))
        text = sewn_on_words(shop, slot, words("the base"), host.title.lower())
        yield sew(seam.id, how=text, beside=shop.lap(slot))
