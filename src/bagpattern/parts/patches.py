"""Pockets that lie on the face of a panel: three edges sewn on along a placement line, the top open [construction 4.2].

A kind of such pocket says what it is made of (``made``) and, where it differs, what it gives way to and how far it
stands out; where it lies, how large it is and what is refused is the same for all.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.placement import Placement, moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import Sides, rectangle_path, rounded_panel
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Line, Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind, Stage, Step
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import measure
from bagpattern.parts.contents import LEAST, Wanted, cloth_on, filled, wanted
from bagpattern.parts.edging import placement
from bagpattern.parts.part import Pocket, given, refusal, smaller
from bagpattern.parts.room import STEP, down_from, first_that, obstacle, up_from
from bagpattern.parts.strips import raise_together
from bagpattern.parts.workshop import Workshop
from bagpattern.units import millimetres
from bagpattern.values import once, value

CLEAR = 13.0
"""mm from the pocket to the panel's seams: 13 inside the side seam [construction 4.2, K]."""
SHARE_ACROSS, SHARE_UP = 0.66, 0.5
"""Of the panel's width and height: a pocket whose size is left open [K]."""
HIGHEST = 300.0
"""mm from the base of the panel: as high as a pocket may be put."""
AROUND = ("left", "bottom", "right")
"""A pocket's edges in the order in which they are sewn on: down, along the base, and up."""


@value
class Spot:
    """Where a pocket lies on its host, in the middle, ``base`` mm above the host's base; all in mm.

    ``lap`` is from the pocket's raw edge to its stitching. It takes ``above`` and ``beside`` more of the host, for a
    flap; ``depth`` is how far it stands out, ``radius`` that of its lower corners.
    """

    host: Panel
    width: float
    height: float
    base: float
    lap: float
    depth: float = 0.0
    above: float = 0.0
    beside: float = 0.0
    radius: float = 0.0

    @once
    def _bounds(self) -> tuple[float, float, float, float]:
        return areas.bounds([self.host.stitching_line])

    @property
    def inner(self) -> tuple[float, float]:
        """Width and height inside the stitching."""
        return self.width - 2 * self.lap, self.height - self.lap

    @property
    def middle(self) -> float:
        """Where the pocket's middle lies across the host."""
        left, _, right, _ = self._bounds
        return (left + right) / 2

    @property
    def bottom(self) -> float:
        """Where the pocket's lower edge lies on the host."""
        return self._bounds[1] + self.base

    @property
    def headroom(self) -> float:
        """From the pocket's base to the top of the host."""
        return self._bounds[3] - self.bottom

    @property
    def at(self) -> Placement:
        """Lays what is drawn on the stitched pocket, from its lower left corner, on the host."""
        return moved(self.middle - self.width / 2 + self.lap, self.bottom + self.lap)

    def sides(self, by: float = 0.0) -> Sides:
        """The pocket's outline *by* mm inside its sides and base, from a lower left corner at the origin."""
        return rounded_panel(self.width - 2 * by, self.height - by, 0.0, max(self.radius - by, 0.0))

    def around(self, by: float = 0.0) -> Path:
        """Down the left side, along the base and up the right, *by* mm inside the pocket's edge."""
        sides = self.sides(by)
        path = joined((sides.left, sides.bottom, sides.right))
        return path.placed(moved(self.middle - self.width / 2 + by, self.bottom + by))

    @property
    def footprint(self) -> Path:
        """All that it takes of the host."""
        if not self.above and not self.beside:
            return self.around()
        width, height = self.width + 2 * self.beside, self.height + self.above
        return rectangle_path(width, height, point(self.middle, self.bottom + height / 2))

    @once
    def obstacle(self) -> str | None:
        """What is in its way: ``seams``, or the name of a part; None when it has room."""
        return obstacle(self.host, self.footprint, CLEAR)

    @property
    def most(self) -> dict[str, float]:
        """The largest width and height that the host has room for."""
        left, _, right, _ = self._bounds
        return {
            "width": right - left - 2 * (CLEAR + self.beside),
            "height": self.headroom - CLEAR - self.above,
        }


@dataclass(frozen=True)
class Patch(Pocket):
    """A pocket that is sewn on to a face along its sides and base."""

    closes: ClassVar[bool] = False
    """Whether something closes it, so that what it holds has to go in wholly."""
    depth_key: ClassVar[str] = "depth"
    """The parameter that makes it stand out, if one does."""

    width: float | None = measure(None, "4 cm", "50 cm", "finished; left out: about two thirds of the panel's width")
    height: float | None = measure(None, "4 cm", "50 cm", "finished; left out: about half of the panel's height")
    base: float = measure("40 mm", "13 mm", "300 mm", "from the base of the panel to the pocket")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket's place marked on the panel and the pocket sewn there."""
        host = self.host(bag)
        spot = self.spot(host, shop)
        raise_together((*self._misfits(spot), *self.faults(spot, shop)))
        bag = bag.marking(host.id, self.marks(spot, shop))
        return bag + self.made(spot, shop) + self.space(spot, shop)

    @abstractmethod
    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """Its pieces, the seams that make it and sew it on, what it takes and its steps."""

    def marks(self, spot: Spot, shop: Workshop) -> tuple[Line, ...]:
        """What is drawn on the host."""
        return placement(self.id, spot.lap, spot.around)

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[InputError]:
        """What else cannot be made, though there is room for it."""
        yield from ()

    def lap(self, host: Panel, shop: Workshop) -> float:
        """mm from its edge to the stitching that holds it."""
        return shop.lap(host.material)

    def margin(self) -> tuple[float, float]:
        """mm that it takes of the host above its top and beside each of its sides."""
        return 0.0, 0.0

    def deep(self, held: Wanted | None) -> float:
        """mm that it stands out, for what is *held*, or by rule; 0 for a flat pocket."""
        return 0.0

    def hollow(self, spot: Spot) -> Path:
        """The closed outline of the inside, its base on the x axis, its middle on the y axis."""
        width, height = spot.inner
        return rectangle_path(width, height, point(0, height / 2))

    # where it lies ----------------------------------------------------------------------------------------------------

    def spot(self, host: Panel, shop: Workshop) -> Spot:
        """Its place: sizes as given, else for what it holds, else by rule; the first that has room."""
        spots = [self._spot_of(host, shop, held) for held in (self._wanted(host, shop) or (None,))]
        return first_that(lambda each: each.obstacle is None, spots) or spots[0]

    def _spot_of(self, host: Panel, shop: Workshop, held: Wanted | None) -> Spot:
        left, bottom, right, top = areas.bounds([host.stitching_line])
        lap, (above, beside) = self.lap(host, shop), self.margin()
        if held is not None:
            width, height = held.width + 2 * lap, held.height + lap
        else:
            width, height = (right - left) * SHARE_ACROSS // STEP * STEP, (top - bottom) * SHARE_UP // STEP * STEP
        size = self.width or width, self.height or height
        return Spot(host, *size, self.base, lap, self.deep(held), above, beside)

    def _wanted(self, host: Panel, shop: Workshop) -> tuple[Wanted, ...]:
        lap = self.lap(host, shop)
        given = self.width and self.width - 2 * lap, self.height and self.height - lap
        return wanted(shop.things(self.holds), self.cloth(host), not self.closes, *given)

    def cloth(self, host: Panel) -> Cloth:
        """How the pocket gives way to what it holds."""
        return Cloth.GUSSET if self.deep(None) else cloth_on(host)

    def space(self, spot: Spot, shop: Workshop) -> Draft:
        """The pocket as what it holds meets it. Raises InputError when that does not go in."""
        hollow = self.hollow(spot)
        space = Space(
            self.id,
            self.name,
            self.cloth(spot.host),
            hollow,
            panel=spot.host.id,
            at=moved(spot.middle, spot.bottom),
            depth=spot.depth,
            open_top=not self.closes,
            headroom=None if self.closes else spot.headroom - areas.bounds([hollow])[1],
            inside=spot.host.role is Role.LINING,
            holds=shop.things(self.holds),
        )
        keys = {"width": "width", "height": "height", "depth": self.depth_key}
        return filled(space, {size: given(self, key) for size, key in keys.items()})

    def _misfits(self, spot: Spot) -> Iterator[InputError]:
        reason, host = spot.obstacle, spot.host.id
        if reason not in (None, "seams"):
            fault = f"the pocket lies on the {reason} of the {host}"
            yield refusal("base", _advised(fault, nearest_spots(spot), "move or shorten one of them"))
        if reason != "seams":
            return
        sizes, most = {"width": spot.width, "height": spot.height}, spot.most
        over = [key for key, size in sizes.items() if size > most[key]]
        yield from (refusal(*self._too_large(key, sizes[key], most[key], host)) for key in over)
        if not over:
            fault, near = f"the pocket reaches past the rounded corners of the {host}", nearest_spots(spot)
            yield refusal(next(iter(near), "width"), _advised(fault, near, "make it smaller or move it with base"))

    def _too_large(self, key: str, size: float, most: float, host: str) -> tuple[str, str]:
        """The key and the message for a size that the host has no room for."""
        if getattr(self, key) is None and self.holds:
            fault = f"a pocket for this has a {key} of {millimetres(size)}, and the {host} has room for "
            return "holds", f"{fault}{millimetres(most)}: hold less, or make the bag larger"
        fault = f"the pocket ({millimetres(size)}) is larger than the {host} has room for"
        return key, f"{fault}: {smaller(self, key, most, 'choose another panel, or a lower base')}"

    # how it is sewn on ------------------------------------------------------------------------------------------------

    def sewn_on(self, host: Panel, runs: tuple[Run, ...], caught: tuple[Caught, ...] = ()) -> Seam:
        """The seam along the placement line; what lies *caught* in it is measured from the pocket's upper left."""
        name = f"{self.id} to {host.id}"
        return Seam(name, (Run(host.id, self.id),), runs, SeamKind.PLACEMENT, caught)

    def sewing_step(self, host: Panel, text: str, *seams: Seam) -> Step:
        """How it is sewn to the host, with what has to be done before."""
        ids = tuple(seam.id for seam in seams)
        return Step(stage_of(host), f"Sew the {self.name} to the {host.title.lower()}", text, ids)


def nearest_spots(spot: Spot) -> dict[str, float]:
    """The nearest width, height and base, in mm, with which a pocket would have room; without what does not help."""

    def found(spots: Iterable[Spot], key: str) -> float | None:
        there = first_that(lambda each: each.obstacle is None, spots)
        return None if there is None else float(getattr(there, key))

    narrower = (replace(spot, width=each) for each in down_from(spot.width, max(LEAST, 2 * spot.radius)))
    lower = (replace(spot, height=each) for each in down_from(spot.height, max(LEAST, spot.radius)))
    moved_to = (replace(spot, base=each) for each in up_from(CLEAR, HIGHEST))
    near = {"width": found(narrower, "width"), "height": found(lower, "height"), "base": found(moved_to, "base")}
    return {key: size for key, size in near.items() if size is not None}


def _advised(fault: str, near: dict[str, float], otherwise: str) -> str:
    mends = [f"a {key} of {millimetres(size)}" for key, size in near.items()]
    return f"{fault}: it would fit with {' or '.join(mends)}" if mends else f"{fault}: {otherwise}"


def stage_of(host: Panel) -> Stage:
    """When pockets on *host* are made: before the body is assembled, or before the lining is."""
    return Stage.POCKETS if host.role is Role.BODY else Stage.LINING_POCKETS
