"""Pockets behind a zip in a window of their panel: sizes as given, for what they hold, or as large as they fit."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from bagpattern.catalog.notions import ZIPS, zip_sizes
from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.placement import moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.lengths import between
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import listed, measure
from bagpattern.parts.holding.contents import filled, wanted
from bagpattern.parts.part import refusal, ruled
from bagpattern.parts.pockets import Pocket
from bagpattern.parts.pockets._window_pieces import TURNED, WindowPieces
from bagpattern.parts.pockets._window_room import CLEAR, first_with_room, largest_with_room, room_on
from bagpattern.parts.pockets._window_size import BESIDE, WindowSize
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that, obstacle, up_from, upright
from bagpattern.parts.sewing.zips import closed_zip, gap_misfits, shown
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import given, limits
from bagpattern.ruler import marked
from bagpattern.said import Length, Name, Said
from bagpattern.units import has_mark
from bagpattern.values import replace, value
from bagpattern.words import at_least, at_most, series, words

TAPE_END = 20.0
"""mm of zip tape beyond each end of the window, to sew through [K]."""
SHARE = 0.65
"""Of the panel's width: the window where its length is left open [K]."""
LOWEST = 0.65
"""Of the panel's height: how far down a rule looks for a window, below what holds the straps [K]."""
DEPTH, LEAST_DEPTH, LEAST_OPENING, LEAST_DROP = 120.0, 40.0, 60.0, 50.0
"""mm: what a rule tries; a zip window lies 40 to 60 below the top [construction 4.7, K]."""
LEAST_ASIDE = 40.0
"""mm: what a rule tries from the panel's side to a zip that runs down [K]."""


@value
class WindowPocket(Pocket):
    """A pocket behind a zip that is set into its panel."""

    zip: str = listed("#3", zip_sizes, "the chain")
    opening: float | None = measure(
        None, "6 cm", "40 cm", "the window, as long as the zip opens; left out: about two thirds of the panel's width"
    )
    window: float | None = measure(
        None, "8 mm", "20 mm", "the window, across the zip; left out: #3 {10 mm}, #5 {12 mm}, #8 {15 mm}, #10 {18 mm}"
    )
    depth: float | None = measure(
        None, "4 cm", "40 cm", "from the zip to the bottom of the pocket; left out: what fits, up to {12 cm}"
    )
    drop: float | None = measure(
        None,
        "30 mm",
        "300 mm",
        "from the panel's top (a zip that runs down: its side) to the zip; left out: where it fits",
    )

    allowance: float | None = measure(
        None, "5 mm", "30 mm", "cloth of the pocket's bag beyond its seams; left out: that of the bag's seams"
    )

    @property
    def gap(self) -> float:
        """mm of the zip that the window shows: as given, or as usual for its chain."""
        return ZIPS[self.zip].gap if self.window is None else self.window

    @property
    @abstractmethod
    def across(self) -> bool:
        """Whether the zip runs from side to side; else it runs down."""

    @property
    def low(self) -> float:
        """mm of the bag beyond the zip's lower end."""
        return BESIDE

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the window marked on the panel and the pocket's bag sewn to it.

        Raises InputError when there is no room, or the slider would rub.
        """
        raise_together(gap_misfits(self, shown(self.zip, self.window), "window"))
        host = self.host(bag)
        size = self.settled(host, shop)
        if obstacle(host, size.footprint(host), CLEAR):
            raise_together(self._misfits(host, size))
        pieces = self.pieces(host, size, shop)
        bag = bag.marking(host.id, pieces.marks())
        found = ruled({"opening": size.opening, "depth": size.depth, "drop": size.drop, "window": self.gap})
        return bag + Draft(notions=self._bought(size)) + pieces.draft() + self._space(host, shop, size) + found

    def pieces(self, host: Panel, size: WindowSize, shop: Workshop) -> WindowPieces:
        """What is drawn and sewn."""
        return WindowPieces(self.id, self.called, host, size, self.gap, TURNED, False, shop, self.allowance)

    def settled(self, host: Panel, shop: Workshop) -> WindowSize:
        """The given sizes; those left open for what it holds, or as large and as high as they fit.

        When nothing does, the first for what it holds, or the least.
        """
        left, bottom, right, top = areas.bounds([host.stitching_line])
        low, end = upright(host)
        wide, high = (right - left, top - bottom) if self.across else (end - low, right - left)
        openings, depths, held = self.openings(wide), self.depths(high), self.held(shop)
        least = held[0] if held else (openings[-1], depths[-1])
        at = product(self._drops(high), self.bases())
        places = [self._size(*least, drop, base) for drop, base in at]
        fits = room_on(host)
        found = first_with_room(fits, held, places) if held else largest_with_room(fits, openings, depths, places)
        return found or places[0]

    def _size(self, opening: float, depth: float, drop: float, base: float | None) -> WindowSize:
        """The pocket of those sizes."""
        return WindowSize(opening, depth, drop, self.across, self.low, base)

    def _drops(self, beside: float) -> Sequence[float]:
        """The places of the zip to try, in mm from the side it is measured from, in a panel so wide *beside* it."""
        least = LEAST_DROP if self.across else LEAST_ASIDE
        return [self.drop] if self.drop else list(up_from(least, beside * LOWEST)) or [LEAST_DROP]

    def openings(self, along: float) -> Sequence[float]:
        """The zips to try, in mm, in a panel so long *along* the zip."""
        longest = max(along * SHARE, LEAST_OPENING)
        if self.opening:
            return [self.opening]
        sold = [each for each in reversed(ZIPS[self.zip].closed) if between(each, LEAST_OPENING, longest)]
        return [*sold, *down_from(sold[-1] - STEP if sold else longest, LEAST_OPENING)]

    def depths(self, beside: float) -> Sequence[float]:
        """The depths to try, in mm, in a panel so wide *beside* the zip."""
        return [self.depth] if self.depth else list(down_from(DEPTH, LEAST_DEPTH))

    def bases(self) -> Sequence[float | None]:
        """How high the lower end of a bag that lies beside its zip may lie above the panel's; None: in the middle."""
        return (None,)

    def held(self, shop: Workshop) -> list[tuple[float, float]]:
        """Opening and depth for what it holds, in order of preference: the bag is wider than its opening."""
        beside = BESIDE + self.low
        width = None if self.opening is None else self.opening + beside
        sizes = wanted(shop.things(self.holds), Cloth.SLEEVE, width=width, height=self.depth)
        found = ((max(each.mouth, each.width - beside, LEAST_OPENING), each.height) for each in sizes)
        return [(self.opening or opening, self.depth or depth) for opening, depth in found]

    def _space(self, host: Panel, shop: Workshop, size: WindowSize) -> Draft:
        """The bag as what it holds meets it, up to the zip. Raises InputError when that does not go in."""
        space = Space(
            self.id,
            self.called,
            Cloth.SLEEVE,
            rectangle_path(size.width, size.depth, point(size.aside, size.depth / 2)),
            panel=host.id,
            at=moved(0, -size.depth).then(size.placement(host)),
            mouth=size.opening,
            holds=shop.things(self.holds),
        )
        opening, depth = given(self, "opening"), given(self, "depth")
        return filled(space, {"width": opening, "mouth": opening, "height": depth})

    def _both(self, size: WindowSize, fits: Callable[[WindowSize], bool]) -> Said:
        """An opening and a depth that would fit, wherever the zip may lie: the widest, as deep as it can be."""
        drops = [size.drop] if self.drop else list(up_from(LEAST_DROP, limits(self, "drop")[1]))
        places = [replace(size, drop=each) for each in drops]
        openings, depths = self._less("opening", size), self._less("depth", size)
        most = largest_with_room(fits, openings, depths, places) if openings and depths else None
        if most is None:
            return words("choose another panel, or make the bag larger")
        told = {key: at_most(getattr(most, key)) for key in ("opening", "depth") if getattr(self, key) is not None}
        sizes = (words("the {key} of {bound}", key=Name(key), bound=bound) for key, bound in told.items())
        return words("it would fit with {sizes}", sizes=series(sizes, " and "))

    def _less(self, key: str, size: WindowSize) -> list[float]:
        """What may be tried instead of one of the sizes, from that down; of one that is given, what can be told."""
        tried = down_from(getattr(size, key), limits(self, key)[0])
        return [each for each in tried if getattr(self, key) is None or self._allows(key, each)]

    def _misfits(self, host: Panel, size: WindowSize) -> Iterator[Problem]:
        """Why the pocket does not fit, and what would."""
        reason = obstacle(host, size.footprint(host), CLEAR)
        where = (
            words("reaches past the {id}", id=Name(host.id))
            if reason == "seams"
            else words("lies on the {reason} of the {id}", reason=Name(reason or ""), id=Name(host.id))
        )
        wide, high = Length(size.width), Length(size.height)
        fault = words("the pocket, {wide} x {high}, {where}", wide=wide, high=high, where=where)
        fits = room_on(host)
        smaller = self.smaller(size)
        lower = (replace(size, drop=each) for each in up_from(30.0, 300.0) if fits(_on_the_mark(size, each)))
        found = {key: first_that(fits, sizes) for key, sizes in {**smaller, "drop": lower}.items()}
        told = {key: getattr(each, "low" if key == "below" else key) for key, each in found.items() if each}
        told = {key: bound for key, bound in told.items() if self._allows(key, bound)}
        mends = [words("{key} of {bound}", key=Name(key), bound=at_most(told[key])) for key in smaller if key in told]
        mends += [words("drop of {bound}", bound=at_least(told["drop"]))] if "drop" in told else []
        left_open = self.opening is None and self.depth is None
        otherwise = words("choose another panel, or make the bag larger") if left_open else self._both(size, fits)
        advice = words("it would fit with the {mends}", mends=series(mends, " or the ")) if mends else otherwise
        if self.holds and self.opening is None and self.depth is None:
            yield refusal("holds", words("{fault}: hold less, or make the bag larger", fault=fault))
            return
        yield refusal(
            next(iter(told), "panel" if left_open else "opening"),
            words("{fault}: {advice}", fault=fault, advice=advice),
        )

    def _allows(self, key: str, bound: float) -> bool:
        """Whether the parameter's own limits allow a size up to the *bound*, or a drop from there on."""
        least, most = limits(self, key)
        return has_mark(bound, most) if key == "drop" else has_mark(least, bound)

    def smaller(self, size: WindowSize) -> dict[str, Iterator[WindowSize]]:
        """What may be tried where there is no room: by the parameter, sizes in which it is less and less."""
        return {
            "opening": (replace(size, opening=each) for each in down_from(size.opening, LEAST_OPENING)),
            "depth": (replace(size, depth=each) for each in down_from(size.depth, LEAST_DEPTH)),
        }

    def _bought(self, size: WindowSize) -> tuple[Notion, ...]:
        tape = size.opening + 2 * TAPE_END
        note = words("opens {opening}; stops at both ends of the window", opening=Length(size.opening))
        called = words("{name} zip", name=self.called), words("second {name} zip", name=self.called)
        ids = f"{self.id} zip", f"{self.id} zip 2"
        return tuple(
            notion
            for name, told, _ in zip(ids, called, size.windows, strict=False)
            for notion in closed_zip(name, ZIPS[self.zip], size.opening, tape, note, told)
        )


def _on_the_mark(size: WindowSize, drop: float) -> WindowSize:
    """The size with the drop that a maker who reads inches takes for *drop*."""
    return replace(size, drop=marked(drop, up=True))
