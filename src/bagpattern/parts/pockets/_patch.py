"""Pockets that lie on the face of a panel: three edges sewn on along a placement line, the top open [construction 4.2].

A kind of such pocket says what it is made of (``made``) and, where it differs, what it gives way to and how far it
stands out; where it lies, how large it is and what is refused is the same for all.
"""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line
from bagpattern.model.operation import Operation, Task, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import choice, measure
from bagpattern.parts.holding.contents import LEAST, Wanted, cloth_on, filled, wanted
from bagpattern.parts.part import refusal, ruled
from bagpattern.parts.pockets import Pocket
from bagpattern.parts.pockets._spots import ACROSS, CLEAR, Spot, aside, nearest_spots, smaller_spot
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that, upright
from bagpattern.parts.sewing.edging import placement
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import Bounds, given, make_it, would_fit
from bagpattern.said import NOTHING, Length, Name, Said
from bagpattern.values import replace, value
from bagpattern.words import at_least, form, words

SHARE_ACROSS, SHARE_UP = 0.66, 0.5
"""Of the panel's width and height: a pocket whose size is left open [K]."""
USUAL_BASE = 40.0
"""mm from the base to a pocket whose place is left open, where there is so much room [K]."""


@value
class Patch(Pocket):
    """A pocket that is sewn on to a face along its sides and base."""

    closes: ClassVar[bool] = False
    """Whether something closes it, so that what it holds has to go in wholly."""
    depth_key: ClassVar[str] = "depth"
    """The parameter that makes it stand out, if one does."""

    width: float | None = measure(None, "4 cm", "50 cm", "finished; left out: about two thirds of the panel's width")
    height: float | None = measure(None, "4 cm", "50 cm", "finished; left out: about half of the panel's height")
    base: float | None = measure(
        None,
        "13 mm",
        "300 mm",
        "above the base; left out: {40 mm}, or lower",
    )
    across: str = choice("middle", ACROSS, "where it lies, as the panel is drawn: a side is as near as there is room")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket's place marked on the panel and the pocket sewn there."""
        host = self.host(bag)
        spot = self._placed(host, shop)
        raise_together((*self._misfits(spot, shop), *self.faults(spot, shop)))
        bag = bag.marking(host.id, self.marks(spot, shop))
        return bag + self.made(spot, shop) + self.space(spot, shop) + ruled(self.lengths(spot, shop))

    def _placed(self, host: Panel, shop: Workshop) -> Spot:
        return aside(self.spot(host, shop), self.across)

    def lengths(self, spot: Spot, shop: Workshop) -> dict[str, float]:
        """mm of what may be left to rules, by key, as it is in its place."""
        return {"width": spot.width, "height": spot.height, "base": spot.base, self.depth_key: spot.depth}

    @abstractmethod
    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """Its pieces, the seams that make it and sew it on, what it takes and its steps."""

    def marks(self, spot: Spot, shop: Workshop) -> tuple[Line, ...]:
        """What is drawn on the host."""
        return placement(self.id, spot.lap, spot.around, self.called)

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """What else cannot be made, though there is room for it."""
        yield from ()

    def lap(self, host: Panel, shop: Workshop) -> float:
        """mm from its edge to the stitching that holds it."""
        return shop.lap(host.material)

    def least_height(self, lap: float) -> float:
        """mm, its *lap* in it, in which all that is sewn along its top has room; 0 where nothing is."""
        return 0.0

    def margin(self) -> tuple[float, float]:
        """mm that it takes of the host above its top and beside each of its sides."""
        return 0.0, 0.0

    def deep(self, held: Wanted | None) -> float:
        """mm that it stands out, for what is *held*, or by rule; 0 for a flat pocket."""
        return 0.0

    def folded(self) -> tuple[float, float]:
        """mm of width that its folds need, whatever it holds, and of height that they take from what it holds."""
        return 0.0, 0.0

    def hollow(self, spot: Spot) -> Path:
        """The closed outline of the inside, its base on the x axis, its middle on the y axis."""
        width, height = spot.inner
        return rectangle_path(width, height, point(0, height / 2))

    # where it lies ----------------------------------------------------------------------------------------------------

    def spot(self, host: Panel, shop: Workshop) -> Spot:
        """Its place: sizes as given, else for what it holds, else by rule; the first that has room."""
        usual = [self.wrapped(self._spot_of(host, shop, held), shop) for held in (self._wanted(host, shop) or (None,))]
        lower = [_lowered(each) for each in usual] if self.base is None else usual
        return first_that(lambda each: each.obstacle is None, (*usual, *lower)) or self._slimmed(lower[0])

    def _slimmed(self, spot: Spot) -> Spot:
        """A place whose width a rule has chosen, as much narrower as its panel is there."""
        if self.width is not None or self.holds or spot.obstacle != "seams":
            return spot
        widths = (replace(spot, width=each) for each in down_from(spot.width, LEAST))
        return first_that(lambda each: each.obstacle is None, widths) or spot

    def wrapped(self, spot: Spot, shop: Workshop) -> Spot:
        """A place with what the pocket's own layers add to it."""
        return spot

    def _spot_of(self, host: Panel, shop: Workshop, held: Wanted | None) -> Spot:
        left, _, right, _ = areas.bounds([host.stitching_line])
        low, high = upright(host)
        lap, (above, beside) = self.lap(host, shop), self.margin()
        if held is not None:
            narrowest, lost = self.folded()
            width, height = max(held.width, narrowest) + 2 * lap, held.height + lost + lap
        else:
            share = min((high - low) * SHARE_UP, high - low - above - CLEAR - (self.base or USUAL_BASE))
            width, height = _by_rule((right - left) * SHARE_ACROSS), _by_rule(share)
        size = self.width or width, self.height or height
        return Spot(host, *size, self.base or USUAL_BASE, lap, self.deep(held), above, beside)

    def _wanted(self, host: Panel, shop: Workshop) -> tuple[Wanted, ...]:
        lap, (_, lost) = self.lap(host, shop), self.folded()
        given = self.width and self.width - 2 * lap, self.height and self.height - lost - lap
        return wanted(shop.things(self.holds), self.cloth(host), not self.closes, *given)

    def cloth(self, host: Panel) -> Cloth:
        """How the pocket gives way to what it holds."""
        return Cloth.GUSSET if self.deep(None) else cloth_on(host)

    def space(self, spot: Spot, shop: Workshop) -> Draft:
        """The pocket as what it holds meets it. Raises InputError when that does not go in."""
        hollow = self.hollow(spot)
        space = Space(
            self.id,
            self.called,
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

    def _misfits(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        reason, host = spot.obstacle, spot.host.id
        if reason not in (None, "seams"):
            yield refusal(
                "base",
                self._elsewhere(
                    words("the pocket lies on the {reason} of the {host}", reason=Name(reason), host=Name(host)),
                    spot,
                    shop,
                )[1],
            )
        if reason != "seams":
            return
        sizes, most = {"width": spot.width, "height": spot.height}, spot.most
        large = [key for key, size in sizes.items() if over(size, most[key])]
        least = {"width": 0.0, "height": self.least_height(spot.lap)}
        yield from (refusal(*self._too_large(key, sizes[key], (least[key], most[key]), host)) for key in large)
        if not large:
            yield refusal(
                *self._elsewhere(
                    words("the pocket reaches past the corners of the {host}", host=Name(host)), spot, shop
                )
            )

    def _elsewhere(self, fault: Said, spot: Spot, shop: Workshop) -> tuple[str, Said]:
        """The key that would mend it, and the message, with one size or place that would do, else with all three."""

        def other(**sizes: float) -> Spot:
            return replace(self, **sizes)._placed(spot.host, shop)  # type: ignore[arg-type]

        near = nearest_spots(self, spot, other)
        return next(iter(near), "width"), would_fit(fault, near, NOTHING if near else smaller_spot(self, spot, other))

    def _too_large(self, key: str, size: float, room: tuple[float, float], host: str) -> tuple[str, Said]:
        """The key and the message for a size that is more than the *room* of the host: mm at least and at most."""
        least, most = room
        if getattr(self, key) is None and self.holds:
            return "holds", words(
                "a pocket for this has a {key} of {size}, and the {host} {room}: "
                "hold less, or choose a panel that is {larger} larger",
                key=Name(key),
                size=Length(size),
                host=Name(host),
                room=words("has room for {most}", most=Length(most)) if most > 0 else words("has no room"),
                larger=at_least(math.ceil(size - most)),
            )
        bounds = Bounds(most=most, otherwise=words("choose another panel, or a lower base"))
        mend = make_it(self, key, **(bounds if least <= 0 else Bounds(least=least, **bounds)))
        message = form("the pocket ({size}) is larger than the {host} has room for: {mend}")
        return key, words(message, size=Length(size), host=Name(host), mend=mend)

    # how it is sewn on ------------------------------------------------------------------------------------------------

    def sewn_on(self, host: Panel, runs: tuple[Run, ...], caught: tuple[Caught, ...] = ()) -> Seam:
        """The seam along the placement line; what lies *caught* in it is measured from the pocket's upper left."""
        name = f"{self.id} to {host.id}"
        return Seam(name, (Run(host.id, self.id),), runs, SeamKind.PLACEMENT, caught)

    def sewing(self, host: Panel, *operations: Operation) -> Task:
        """How it is made and sewn to the host."""
        title = words("Sew the {name} to the {title}", name=self.called, title=host.title.lower())
        return task(title, *operations)


def _lowered(spot: Spot) -> Spot:
    """A place whose base a rule has chosen, as much lower as its panel has less room above that."""
    lower = (spot.base + spot.most["height"] - spot.height) // STEP * STEP
    return replace(spot, base=max(min(spot.base, lower), CLEAR))


def _by_rule(share: float) -> float:
    """mm of a size that is left open: that *share* of its panel, rounded down, though never less than a pocket has."""
    return max(LEAST, share // STEP * STEP)
