"""A zip set into a window of the panel, with a one-piece bag behind it [construction 3.6]."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bagpattern.catalog.notions import ZIPS
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Edge, Line, LineKind, Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stage, Step
from bagpattern.parameters import choice, measure
from bagpattern.parts.buying import rounded_up
from bagpattern.parts.part import Pocket, refusal
from bagpattern.parts.strips import raise_together
from bagpattern.parts.workshop import Workshop
from bagpattern.units import millimetres

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
_STEP = 5.0
_LEAST = 40.0


@dataclass(frozen=True)
class ZipWindow(Pocket):
    """A zip in a window cut into the panel, the pocket bag hanging behind it."""

    zip: str = choice("#3", tuple(ZIPS), "the chain")
    opening: float = measure("15 cm", "6 cm", "40 cm", "the window, as long as the zip opens")
    window: float = measure("10 mm", "8 mm", "16 mm", "the window, across the zip")
    depth: float = measure("12 cm", "4 cm", "40 cm", "from the zip to the bottom of the pocket")
    drop: float = measure(
        "60 mm", "30 mm", "300 mm", "from the panel's top (a zip that runs down: its side) to the zip"
    )
    direction: str = choice("across", ("across", "down"), "which way the zip runs on the panel")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the window marked on the panel and the pocket's bag sewn to it."""
        host = self.host(bag)
        raise_together(self._misfits(host))
        name = f"{self.id} window"
        bag = bag.marking(host.id, self._marks(name, partial(self._on, host)))
        return bag + Draft((self._bag(),), self._seams(host), (self._notion(),), self._steps(host))

    def _on(self, host: Panel, path: Path) -> Path:
        """A path drawn round the window's middle, the pocket hanging down from it, laid on the host."""
        left, bottom, right, top = areas.bounds([host.stitching_line])
        if self.direction == "across":
            return path.placed(Placement(point((left + right) / 2, top - self.drop)))
        return path.placed(Placement(point(right - self.drop, (bottom + top) / 2), turn=-1j))

    def _footprint(self, opening: float, depth: float) -> Path:
        """The folded bag round the window's middle."""
        height = depth + ABOVE
        return rectangle_path(opening + 2 * BESIDE, height, point(0, ABOVE - height / 2))

    def _misfits(self, host: Panel) -> Iterator[InputError]:
        def fits(opening: float, depth: float) -> bool:
            return areas.contains(host.stitching_line, self._on(host, self._footprint(opening, depth)), CLEAR)

        if fits(self.opening, self.depth):
            return
        size = f"{millimetres(self.opening + 2 * BESIDE)} x {millimetres(self.depth + ABOVE)}"
        fault = f"the pocket, {size}, reaches past the {host.id}"
        shorter = _most(lambda opening: fits(opening, self.depth), self.opening)
        shallower = _most(lambda depth: fits(self.opening, depth), self.depth)
        if shorter is None and shallower is None:
            yield refusal("drop", f"{fault}: move the zip, or make both opening and depth smaller")
        if shorter is not None:
            yield refusal(
                "opening",
                f"{fault}: make it at most {millimetres(shorter)}"
                + (" or make the pocket shallower" if shallower else ""),
            )
        elif shallower is not None:
            yield refusal("depth", f"{fault}: make it at most {millimetres(shallower)}")

    def _marks(self, name: str, on: Callable[[Path], Path]) -> Iterator[Line]:
        half, high = self.opening / 2, self.window / 2
        yield Line(name, on(rectangle_path(self.opening, self.window, 0j)), LineKind.STITCH)
        fork = half - Y_CUT
        yield Line(f"{name} slit", on(line_path(point(-fork, 0), point(fork, 0))), LineKind.SLIT)
        for side, sign in (("left", -1), ("right", 1)):
            corners = point(sign * half, high), point(sign * fork, 0), point(sign * half, -high)
            yield Line(f"{name} {side} fork", on(line_path(*corners)), LineKind.SLIT)

    def _bag(self) -> Panel:
        """The bag unfolded: from above the window down to the bottom, and up again behind."""
        half = self.depth + ABOVE
        width = self.opening + 2 * BESIDE
        sides = rectangle(width, 2 * half)
        edges = (
            Edge("bottom", sides.bottom),
            Edge("right", sides.right),
            Edge("top", sides.top),
            Edge("left", sides.left),
        )
        middle = Placement(point(width / 2, 2 * half - ABOVE))
        marks = self._marks(f"{self.id} window", lambda path: path.placed(middle))
        fold = Line("fold", line_path(point(0, half), point(width, half)), LineKind.FOLD)
        return Panel(f"{self.id}-bag", f"{self.name} bag".capitalize(), "lining", Role.POCKET, edges, (*marks, fold))

    def _seams(self, host: Panel) -> tuple[Seam, ...]:
        window, bag = f"{self.id} window", f"{self.id}-bag"
        half = self.depth + ABOVE
        frame = Seam(window, (Run(host.id, window),), (Run(bag, window),), SeamKind.PLACEMENT, zip=f"{self.id} zip")
        sides = tuple(
            Seam(f"{bag} {side} side", (Run(bag, side, end=half),), (Run(bag, side, start=half, reversed=True),))
            for side in ("left", "right")
        )
        return (frame, Seam(f"{bag} top", (Run(bag, "top"),), (Run(bag, "bottom", reversed=True),)), *sides)

    def _notion(self) -> Notion:
        tape = self.opening + 2 * TAPE_END
        note = f"opens {millimetres(self.opening)}; stops at both ends of the window"
        return Notion(
            f"{self.id} zip",
            "zip",
            f"{self.zip} coil zip",
            self.zip,
            tape,
            ZIPS[self.zip].tape,
            note=note,
            opening=self.opening,
            buy=rounded_up(tape),
        )

    def _steps(self, host: Panel) -> tuple[Step, ...]:
        frame, *closing = (seam.id for seam in self._seams(host))
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
                tuple(closing),
            ),
        )


def _most(fits: Callable[[float], bool], start: float) -> float | None:
    """The largest whole step below *start* that fits; None when nothing sensible does."""
    value = start // _STEP * _STEP
    while value >= _LEAST:
        if fits(value):
            return value
        value -= _STEP
    return None
