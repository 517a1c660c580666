"""A zip set into a window of the panel, with a one-piece bag behind it [construction 3.6]."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from bagpattern.catalog.notions import ZIPS, zip_sizes
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.placement import Placement, moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Edge, Line, LineKind, Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stage, Step
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import choice, listed, measure
from bagpattern.parts.contents import Given, filled, wanted
from bagpattern.parts.part import Pocket, refusal
from bagpattern.parts.room import down_from, first_that, obstacle, up_from
from bagpattern.parts.strips import raise_together
from bagpattern.parts.workshop import Workshop
from bagpattern.parts.zips import closed_zip
from bagpattern.units import at_least, at_most, marked, millimetres
from bagpattern.values import value

ABOVE = 25.0
"""mm of the bag above the window's middle: room to sew and to close the bag [construction 3.6]."""
BESIDE = 15.0
"""mm of the bag beyond each end of the window, net; with its allowance the 25 mm of [construction 3.6]."""
Y_CUT = 12.0
"""mm from each end of the window at which the slit forks to the corners [construction 3.6]."""
TAPE_END = 20.0
"""mm of zip tape beyond each end of the window, to sew through [K]."""
CLEAR = 5.0
"""mm between the pocket's bag and the panel's seams [K]."""
SHARE = 0.65
"""Of the panel's width: the window where its length is left open [K]."""
DEPTH, LEAST_DEPTH, LEAST_OPENING, LEAST_DROP = 120.0, 40.0, 60.0, 50.0
"""mm: what a rule tries; a zip window lies 40 to 60 below the top [construction 4.7, K]."""


@value
class _Size:
    """The pocket's settled sizes in mm, and which way its zip runs."""

    opening: float
    depth: float
    drop: float
    across: bool

    @property
    def width(self) -> float:
        """mm across the bag."""
        return self.opening + 2 * BESIDE

    @property
    def height(self) -> float:
        """mm of the bag, folded."""
        return self.depth + ABOVE

    def placement(self, host: Panel) -> Placement:
        """Lays what is drawn round the window's middle, the pocket hanging down from it, on the host."""
        left, bottom, right, top = areas.bounds([host.stitching_line])
        if self.across:
            return Placement(point((left + right) / 2, top - self.drop))
        return Placement(point(right - self.drop, (bottom + top) / 2), turn=-1j)

    def on(self, host: Panel) -> Callable[[Path], Path]:
        """The same, of a path."""
        placement = self.placement(host)
        return lambda path: path.placed(placement)

    def footprint(self, host: Panel) -> Path:
        """The outline of the folded bag behind the host."""
        return self.on(host)(rectangle_path(self.width, self.height, point(0, ABOVE - self.height / 2)))


@dataclass(frozen=True)
class ZipWindow(Pocket):
    """A zip in a window cut into the panel, the pocket bag hanging behind it."""

    zip: str = listed("#3", zip_sizes, "the chain")
    opening: float | None = measure(
        None, "6 cm", "40 cm", "the window, as long as the zip opens; left out: about two thirds of the panel's width"
    )
    window: float = measure("10 mm", "8 mm", "16 mm", "the window, across the zip")
    depth: float | None = measure(
        None, "4 cm", "40 cm", "from the zip to the bottom of the pocket; left out: what fits, up to 12 cm"
    )
    drop: float | None = measure(
        None,
        "30 mm",
        "300 mm",
        "from the panel's top (a zip that runs down: its side) to the zip; left out: where it fits",
    )
    direction: str = choice("across", ("across", "down"), "which way the zip runs on the panel")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the window marked on the panel and the pocket's bag sewn to it."""
        host = self.host(bag)
        size = self._settled(host, shop)
        if obstacle(host, size.footprint(host), CLEAR):
            raise_together(self._misfits(host, size))
        marks = [Line(f"{self.id} bag", size.footprint(host), LineKind.PLACEMENT)]
        marks += _marks(f"{self.id} window", size.opening, self.window, size.on(host))
        bag = bag.marking(host.id, marks)
        bag = bag + Draft((self._bag(size),), self._seams(host, size), (self._notion(size),), self._steps(host))
        return bag + self._space(host, shop, size)

    def _settled(self, host: Panel, shop: Workshop) -> _Size:
        """The given sizes; those left open for what it holds, or as large and as high as they fit.

        The last tried when nothing does.
        """
        across = self.direction == "across"
        left, bottom, right, top = areas.bounds([host.stitching_line])
        wide, high = (right - left, top - bottom) if across else (top - bottom, right - left)
        drops = [self.drop] if self.drop else list(up_from(LEAST_DROP if across else 40.0, high / 2))
        held = self._held(shop)
        if held:
            pairs = [(self.opening or opening, self.depth or depth) for opening, depth in held]
        else:
            openings = [self.opening] if self.opening else list(down_from(wide * SHARE, LEAST_OPENING))
            depths = [self.depth] if self.depth else list(down_from(DEPTH, LEAST_DEPTH))
            pairs = list(product(openings, depths))
        sizes = (_Size(*pair, drop, across) for pair, drop in product(pairs, drops))
        found = first_that(lambda size: obstacle(host, size.footprint(host), CLEAR) is None, sizes)
        return found or _Size(*pairs[0 if held else -1], drops[0], across)

    def _held(self, shop: Workshop) -> list[tuple[float, float]]:
        """Opening and depth for what it holds, in order of preference: the bag is wider than its opening."""
        width = None if self.opening is None else self.opening + 2 * BESIDE
        sizes = wanted(shop.things(self.holds), Cloth.SLEEVE, width=width, height=self.depth)
        return [(max(each.mouth, each.width - 2 * BESIDE, LEAST_OPENING), each.height) for each in sizes]

    def _space(self, host: Panel, shop: Workshop, size: _Size) -> Draft:
        """The bag as what it holds meets it, up to the zip. Raises InputError when that does not go in."""
        space = Space(
            self.id,
            self.name,
            Cloth.SLEEVE,
            rectangle_path(size.width, size.depth, point(0, size.depth / 2)),
            panel=host.id,
            at=moved(0, -size.depth).then(size.placement(host)),
            mouth=size.opening,
            holds=shop.things(self.holds),
        )
        opening, depth = Given("opening", self.opening), Given("depth", self.depth)
        return filled(space, {"width": opening, "mouth": opening, "height": depth})

    def _misfits(self, host: Panel, size: _Size) -> Iterator[InputError]:
        """Why the pocket does not fit, and what would."""
        reason = obstacle(host, size.footprint(host), CLEAR)
        fault = f"the pocket, {millimetres(size.width)} x {millimetres(size.height)}, "
        fault += f"reaches past the {host.id}" if reason == "seams" else f"lies on the {reason} of the {host.id}"

        def fits(other: _Size) -> bool:
            return obstacle(host, other.footprint(host), CLEAR) is None

        smaller = {
            "opening": (replace(size, opening=each) for each in down_from(size.opening, LEAST_OPENING)),
            "depth": (replace(size, depth=each) for each in down_from(size.depth, LEAST_DEPTH)),
        }
        lower = (replace(size, drop=each) for each in up_from(30.0, 300.0) if fits(_on_the_mark(size, each)))
        found = {key: first_that(fits, sizes) for key, sizes in {**smaller, "drop": lower}.items()}
        mends = [f"{key} of {at_most(getattr(found[key], key))}" for key in smaller if found[key] is not None]
        mends += [f"drop of {at_least(found['drop'].drop)}"] if found["drop"] else []
        advice = f"it would fit with the {' or the '.join(mends)}" if mends else "make both opening and depth smaller"
        if self.holds and self.opening is None and self.depth is None:
            yield refusal("holds", f"{fault}: hold less, or make the bag larger")
            return
        yield refusal(next((key for key in found if found[key]), "opening"), f"{fault}: {advice}")

    def _bag(self, size: _Size) -> Panel:
        """The bag unfolded: from above the window down to the bottom, and up again behind."""
        sides = rectangle(size.width, 2 * size.height)
        edges = (
            Edge("bottom", sides.bottom),
            Edge("right", sides.right),
            Edge("top", sides.top),
            Edge("left", sides.left),
        )
        middle = Placement(point(size.width / 2, 2 * size.height - ABOVE))
        marks = _marks(f"{self.id} window", size.opening, self.window, lambda path: path.placed(middle))
        fold = Line("fold", line_path(point(0, size.height), point(size.width, size.height)), LineKind.FOLD)
        return Panel(f"{self.id}-bag", f"{self.name} bag".capitalize(), "lining", Role.POCKET, edges, (*marks, fold))

    def _seams(self, host: Panel, size: _Size) -> tuple[Seam, ...]:
        window, bag = f"{self.id} window", f"{self.id}-bag"
        half = size.height
        frame = Seam(window, (Run(host.id, window),), (Run(bag, window),), SeamKind.PLACEMENT, zip=f"{self.id} zip")
        sides = tuple(
            Seam(f"{bag} {side} side", (Run(bag, side, end=half),), (Run(bag, side, start=half, reversed=True),))
            for side in ("left", "right")
        )
        return (frame, Seam(f"{bag} top", (Run(bag, "top"),), (Run(bag, "bottom", reversed=True),)), *sides)

    def _notion(self, size: _Size) -> Notion:
        tape = size.opening + 2 * TAPE_END
        note = f"opens {millimetres(size.opening)}; stops at both ends of the window"
        return closed_zip(f"{self.id} zip", ZIPS[self.zip], size.opening, tape, note)

    def _steps(self, host: Panel) -> tuple[Step, ...]:
        bag = f"{self.id}-bag"
        frame, closing = f"{self.id} window", (f"{bag} top", f"{bag} left side", f"{bag} right side")
        stage = Stage.POCKETS if host.role is Role.BODY else Stage.LINING_POCKETS
        return (
            Step(
                stage,
                f"Set the {self.name} zip into its window",
                "Lay the bag on the panel, right sides together, and sew round the window. Cut the slit, fork it into "
                "the corners, turn the bag through, press, and topstitch the zip behind the window.",
                (frame,),
            ),
            Step(
                stage,
                f"Close the {self.name} bag",
                "Fold the bag up behind the zip and sew its three open sides.",
                closing,
            ),
        )


def _on_the_mark(size: _Size, drop: float) -> _Size:
    """The size with the drop that a maker who reads inches takes for *drop*."""
    return replace(size, drop=marked(drop, up=True))


def _marks(name: str, opening: float, window: float, on: Callable[[Path], Path]) -> Iterator[Line]:
    """The window round the origin, and the slit that forks into its corners."""
    half, high, fork = opening / 2, window / 2, opening / 2 - Y_CUT
    yield Line(name, on(rectangle_path(opening, window, 0j)), LineKind.STITCH)
    yield Line(f"{name} slit", on(line_path(point(-fork, 0), point(fork, 0))), LineKind.SLIT)
    for side, sign in (("left", -1), ("right", 1)):
        corners = point(sign * half, high), point(sign * fork, 0), point(sign * half, -high)
        yield Line(f"{name} {side} fork", on(line_path(*corners)), LineKind.SLIT)
