"""Card slots: one strip for each row of columns, folded like an accordion into slots [construction 4.6]."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.path import line_path
from bagpattern.geometry.placement import moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Verb, Where, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.space import Space
from bagpattern.parameters import choice, count, measure
from bagpattern.parts.holding.contents import Wanted, cloth_on, unheld, wanted
from bagpattern.parts.part import refusal, ruled
from bagpattern.parts.pockets import Pocket
from bagpattern.parts.pockets._accordion import Accordion
from bagpattern.parts.pockets._spots import ACROSS, CLEAR
from bagpattern.parts.sewing.buying import binding
from bagpattern.parts.sewing.clearing import first_that, obstacle, upright
from bagpattern.parts.sewing.edging import flattened, lap_done, lap_words, lapped, placement
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import given
from bagpattern.said import Length, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import series, words

CARD_COLUMN, CARD_DEPTH = 92.0, 45.0
"""mm: a column for a bank card of 85.6 [bestfabricstore]; it is 54 high and shows 9 [construction 4.6, K]."""
BOUND, TAPE = 6.0, "16 mm"
"""mm from a bound side to the stitching beside it, 1/4 in [construction 4.6: angelas]; the tape that covers it."""


@value
class CardSlots(Pocket):
    """Slots for cards in columns and steps, folded from one strip; each thing that it holds in a slot of its own."""

    columns: int = count(1, 1, 5, "slots side by side")
    rows: int = count(3, 1, 10, "slots one above the other, counted from the lowest")
    slot_width: float | None = measure(
        None, "5 cm", "25 cm", "between its stitching; left out: {92 mm}, for bank cards that lie, or for what it holds"
    )
    depth: float | None = measure(None, "3 cm", "20 cm", "of each slot; left out: {45 mm}, or for what it holds")
    step: float = measure("12 mm", "8 mm", "40 mm", "from the edge of a slot to that of the next above it")
    base: float = measure("30 mm", "13 mm", "300 mm", "above the base")
    across: str = choice("middle", ACROSS, "where they lie, as the panel is drawn: a side is as near as there is room")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the slots sewn on. Raises InputError when they do not fit, or are too thick."""
        strip = self._strip(self.host(bag), shop).aside(self.across)
        raise_together([*self._too_many(), *self._misfits(strip), *self._too_thick(strip, shop)])
        bag = bag.marking(strip.host.id, self._marks(strip))
        seams = tuple(self._seams(strip))
        title = words("Sew the {name} to the {title}", name=self.called, title=strip.host.title.lower())
        making = task(title, *self._making(strip, shop, seams))
        bag = bag + ruled({"slot_width": strip.column, "depth": strip.depth})
        return bag + Draft((self._panel(strip, shop),), seams, self._tape(strip), (making,)) + self._spaces(strip, shop)

    def _strip(self, host: Panel, shop: Workshop) -> Accordion:
        things = [self._lying(name, host, shop) for name in self.holds]
        column = max((each.width for each in things), default=CARD_COLUMN)
        depth = max((each.height for each in things), default=CARD_DEPTH)
        raw = shop.lap(host.material)
        sizes = self.slot_width or column, self.depth or depth, self.step, self.base
        return Accordion(host, self.columns, self.rows, *sizes, side=raw or BOUND, end=raw)

    @staticmethod
    def _lying(name: str, host: Panel, shop: Workshop) -> Wanted:
        """The slot for one thing that lies on its long side."""
        return wanted(shop.things((name,)), cloth_on(host), open_top=True)[-1]

    # what cannot be made ----------------------------------------------------------------------------------------------

    def _too_many(self) -> Iterator[Problem]:
        slots = self.columns * self.rows
        if len(self.holds) > slots:
            fault = words(
                "there are {count} things, and {slots} slots, one for each", count=len(self.holds), slots=slots
            )
            yield refusal(
                "holds",
                words(
                    "{fault}: take rows = {given}, or hold less",
                    fault=fault,
                    given=-(-len(self.holds) // self.columns),
                ),
            )

    def _misfits(self, strip: Accordion) -> Iterator[Problem]:
        if strip.fits:
            return
        reason, host = obstacle(strip.host, strip.around(outside=True), CLEAR), strip.host.id
        wide, high = Length(strip.width + 2 * strip.side), Length(strip.height + 2 * strip.end)
        where = (
            words("reach past the {host}", host=Name(host))
            if reason == "seams"
            else words("lie on the {reason} of the {host}", reason=Name(reason or ""), host=Name(host))
        )
        changes = [strip.changes(each) for each in strip.nearest()]
        mends = series((series(starmap(_change, each.items()), " and ") for each in changes), " or ")
        fits = words("they would fit with {mends}", mends=mends)
        advice = fits if changes else words("not one has room: choose another panel")
        yield refusal(
            next(iter(changes[0])) if changes else "panel",
            words("the slots, {wide} x {high}, {where}: {advice}", wide=wide, high=high, where=where, advice=advice),
        )

    def _too_thick(self, strip: Accordion, shop: Workshop) -> Iterator[Problem]:
        """Pleats lie on each other under the needle, and on the panel."""
        one, limit = shop.materials[strip.host.material].pressed, shop.finishing.machine_limit
        thick = (strip.layers + 1) * one
        if not over(thick, limit):
            return
        rows = first_that(
            lambda n: not over((replace(strip, rows=n).layers + 1) * one, limit), range(strip.rows - 1, 0, -1)
        )
        fault = words(
            "{layers} layers of the {material} lie on each other, {thick} in all",
            layers=strip.layers,
            material=Name(strip.host.material),
            thick=Length(thick),
        )
        mend = (
            words("take rows = {rows}", rows=rows)
            if rows
            else words("put them on a panel of a thinner cloth, such as the lining")
        )
        yield refusal(
            "rows",
            words("{fault}, and your machine sews {limit}: {mend}", fault=fault, limit=Length(limit), mend=mend),
        )

    # the strip --------------------------------------------------------------------------------------------------------

    def _panel(self, strip: Accordion, shop: Workshop) -> Panel:
        sides, slot = rectangle(strip.width, strip.length), strip.host.material
        right, left = (Edge(name, getattr(sides, name), Finish.BOUND, BOUND) for name in ("right", "left"))
        if strip.end:  # raw edges need no tape
            right, left = (lapped(shop, name, getattr(sides, name), slot) for name in ("right", "left"))
        edges = lapped(shop, "bottom", sides.bottom, slot), right, lapped(shop, "top", sides.top, slot), left
        lines = (*self._folds(strip), *self._between(strip, strip.length))
        note = words(
            "{edges}; folds to {height}",
            edges=lap_words(shop, slot, words("base and top")),
            height=Length(strip.height),
        )
        return Panel(self.id, self.called.capitalize(), slot, Role.POCKET, edges, lines, note=note)

    def _folds(self, strip: Accordion) -> Iterator[Line]:
        for row, (edge, base) in enumerate(strip.folds, start=1):
            for what, told, y in (("edge", words("edge"), edge), ("base", words("base"), base)):
                path = line_path(point(0, y), point(strip.width, y))
                title, back = words("slot {row} {what}", row=row, what=told), what == "base"
                yield Line(f"slot {row} {what}", path, LineKind.FOLD, title, back=back)

    def _between(self, strip: Accordion, high: float) -> tuple[Line, ...]:
        """The stitching between columns, so many mm high."""
        places = [(number, number * strip.column) for number in range(1, strip.columns)]
        told = {number: words("{slots} column {number}", slots=self.called, number=number) for number, _ in places}
        return tuple(
            Line(f"{self.id} column {number}", line_path(point(x, 0), point(x, high)), LineKind.STITCH, told[number])
            for number, x in places
        )

    def _marks(self, strip: Accordion) -> Iterator[Line]:
        yield from placement(self.id, strip.side, lambda by: strip.around(outside=by == 0), self.called)
        for line in self._between(strip, strip.height):
            yield line.placed(strip.at)

    def _seams(self, strip: Accordion) -> Iterator[Seam]:
        """All round, and between columns; the pleats are what the strip is longer by."""
        host, pleats = strip.host.id, strip.length - strip.height
        runs = tuple(Run(self.id, name) for name in ("bottom", "right", "top", "left"))
        yield Seam(f"{self.id} to {host}", (Run(host, self.id),), runs, SeamKind.PLACEMENT, ease=2 * pleats)
        for line in self._between(strip, strip.height):
            sides = (Run(host, line.name),), (Run(self.id, line.name),)
            yield Seam(line.name, *sides, SeamKind.PLACEMENT, ease=pleats)

    @property
    def _binding_id(self) -> str:
        return f"{self.id} binding"

    def _tape(self, strip: Accordion) -> tuple[Notion, ...]:
        if strip.end:
            return ()
        note = words("over the sides of the {name}", name=self.called)
        return (binding(self._binding_id, TAPE, strip.height, note, count=2),)

    def _making(self, strip: Accordion, shop: Workshop, seams: tuple[Seam, ...]) -> Iterator[Operation]:
        slot, step = strip.host.material, Length(strip.step)
        pressed = words(
            "Fold the strip forward at each slot's edge and back at its base, so that the edges rise in steps of "
            "{step}; press each fold.",
            step=step,
        )
        creased = words(
            "Fold the strip forward at each slot's edge and back at its base, so that the edges rise in steps of "
            "{step}; crease each fold and clip it.",
            step=step,
        )
        at = tuple(Where(self.id, 0, line.name) for line in self._folds(strip))
        yield replace(flattened(shop, (slot,), pressed, creased, self.id), on=at)
        if strip.end:
            yield done(Verb.FOLD, words("Stitch both sides through all folds, inside the allowance."), self.id)
        else:
            bound = words("Bind both sides through all folds: fold the tape over them and stitch close to its edge.")
            yield done(Verb.BIND, bound, self.id, notions=(self._binding_id,))
        yield from lap_done(shop, slot, self.id, words("base and top"))
        yield sew(seams[0].id, how=self._around(strip))
        if strip.columns > 1:
            columns = words("Stitch between the columns from the base up, and back-tack at the top of each.")
            yield sew(*(seam.id for seam in seams[1:]), how=columns)

    @staticmethod
    def _around(strip: Accordion) -> Said:
        return words(
            "Lay them on their line on the {host}, right side up, and topstitch all round on the marked line.",
            host=strip.host.title.lower(),
        )

    # what it holds ----------------------------------------------------------------------------------------------------

    def _spaces(self, strip: Accordion, shop: Workshop) -> Draft:
        """Each slot as what it holds meets it. Raises InputError when that does not go in."""
        sizes = {"width": given(self, "slot_width"), "height": given(self, "depth")}
        slots = tuple(self._slot(strip, shop, at) for at in range(strip.columns * strip.rows))
        raise_together(problem for slot in slots for problem in unheld(slot, sizes))
        return Draft(spaces=slots)

    def _slot(self, strip: Accordion, shop: Workshop, at: int) -> Space:
        column, row = divmod(at, strip.rows)
        key, title = f"slot-{row + 1}", words("slot {row}", row=row + 1)
        if strip.columns > 1:
            key = f"column-{column + 1}-{key}"
            title = words("column {column} slot {row}", column=column + 1, row=row + 1)
        _, top = upright(strip.host)
        low = moved((column + 0.5) * strip.column, row * strip.step).then(strip.at)
        return Space(
            f"{self.id}-{key}",
            series((self.called, title), ", "),
            cloth_on(strip.host),
            rectangle_path(strip.column, strip.depth, point(0, strip.depth / 2)),
            panel=strip.host.id,
            at=low,
            open_top=True,
            headroom=top - low(0j).imag,
            inside=strip.host.role is Role.LINING,
            holds=shop.things(self.holds[at : at + 1]),
        )


def _change(key: str, value: float) -> Said:
    """How a value that would do is told: as a count, or as a length."""
    if key == "base":
        return words("a base of {length}", length=Length(value))
    return words("{key} = {count}", key=Name(key), count=int(value))
