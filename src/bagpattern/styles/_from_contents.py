"""The smallest sensible body for what a bag is to hold, and why it is that.

The rule, inside the lining, each size with the ease that its things want:

1. Width: the widest thing, upright; of a bag that lies, the longest one, on its side.
2. Height: the tallest thing; of a bag that lies, the widest.
3. Depth: the layers in which the things stand, and the thickest thing of each pocket.
4. The body is widened in steps of 5 mm, so that more stands side by side, until it is no deeper than half its width.
5. It is raised until everything stands below its rounded corners, if it has any.
6. It is rounded up to 5 mm; no size is less than its parameter allows.
7. It is deepened until it can be closed, where no other size lets it be: as its zip, top or seams need.
8. It is raised and widened in turn until every pocket has its place, and made smaller again where that is too much.

Which of the two it is, upright or lying, the style says, or the maker: the ``best`` holds the least.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bagpattern.catalog.items import Item, unknown_things
from bagpattern.errors import InputError, Problem, raise_together
from bagpattern.geometry.path import Path
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.parameters import declarations
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.holding.arranging import Stand, best
from bagpattern.parts.holding.contents import listed, main_space, rounded
from bagpattern.parts.holding.laid import FACING
from bagpattern.parts.holding.stowing import stowed
from bagpattern.parts.sewing.clearing import STEP, first_that, up_from
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Length, Said
from bagpattern.values import value
from bagpattern.words import form, series, words

SLENDER = 0.5
"""Depth by width, at most: a bag is twice as wide as deep, as the default 220 x 110 for the back [construction 10]."""
MOST_STEPS, MOST_DEEPER = 80, 8
"""Steps of 5 mm in which a body grows until its pockets have their places; in which it is deepened to be closed."""


_SIZES = ("dimensions.width", "dimensions.height", "dimensions.depth")


class Sizes(NamedTuple):
    """Finished sizes of a body in mm."""

    width: float
    height: float
    depth: float

    def deeper(self, by: float) -> Sizes:
        """As much deeper."""
        return self._replace(depth=self.depth + by)

    @property
    def volume(self) -> float:
        """mm3."""
        return self.width * self.height * self.depth


@value
class Smallest:
    """The sizes, and a line for each reason."""

    sizes: Sizes
    because: tuple[Said, ...]

    def deeper(self, before: float) -> Smallest:
        """The same with a second compartment, *before* mm deep, in front."""
        if not before:
            return self
        behind = form("{deep} deep in front: the second compartment, for what it holds or as its zip needs")
        why = words(behind, deep=Length(before))
        return Smallest(self.sizes.deeper(before), (*self.because, why))


@value
class Search:
    """What the rule needs to know of a style: the limits of its sizes, its lining's face and its draft at any of them.

    ``inset`` is mm from the shell to the lining; ``face`` takes the finished width and height; ``share`` is how much of
    the depth between linings serves: half of it where the bag closes to a wedge. ``lying`` is whether things lie on
    their sides in it.
    """

    least: Sizes
    most: Sizes
    inset: float
    face: Callable[[float, float], Path]
    draft: Callable[[Sizes], Draft]
    share: float = 1.0
    lying: bool = False

    def smallest(self, shop: Workshop, named: Mapping[str, Sequence[str]]) -> Smallest:
        """The least sizes for the things that are *named* under each key; those under ``holds`` go into the bag itself.

        Raises InputError for unknown things, and at ``dimensions`` when there are none or the bag would be too large.
        """
        held, *pocketed = _all_things(shop, named)
        packing = Packing(self, held, tuple(items for items in pocketed if items))
        packed = packing.least()
        made = self._made(packed)
        return Smallest(made, tuple(packing.because(packed, made)))

    def _made(self, start: Sizes) -> Sizes:
        """The least sizes from *start* on at which the bag can be drafted; *start* when there are none near.

        Raises InputError for what is refused at the largest of them as well, and is no size itself: a fault of another
        kind, which no size mends.
        """
        if self._can_be(start):
            return start
        *_, largest = self._growing(start)
        deepest = min(start.depth + MOST_DEEPER * STEP, self.most.depth)
        depths = (start.depth, *up_from(start.depth + STEP, deepest))
        deep = first_that(lambda depth: self._can_be(largest._replace(depth=depth)), depths)
        if deep is None:
            lasting = {each.key for each in self._faults(largest) if each.key not in _SIZES}
            raise_together(each for each in self._faults(start) if each.key in lasting)
            return start
        least = start._replace(depth=deep)
        grown = next(sizes for sizes in self._growing(least) if self._can_be(sizes))
        return self._shrunk(self._shrunk(grown, least, "width"), least, "height")

    def _growing(self, start: Sizes) -> Iterator[Sizes]:
        for step in range(MOST_STEPS):
            width, height = start.width + step // 2 * STEP, start.height + (step + 1) // 2 * STEP
            if not over(width, self.most.width) and not over(height, self.most.height):
                yield Sizes(width, height, start.depth)

    def _shrunk(self, sizes: Sizes, start: Sizes, side: str) -> Sizes:
        while getattr(sizes, side) - STEP >= getattr(start, side):
            smaller = sizes._replace(**{side: getattr(sizes, side) - STEP})
            if not self._can_be(smaller):
                break
            sizes = smaller
        return sizes

    def _faults(self, sizes: Sizes) -> Sequence[Problem]:
        try:
            self.draft(sizes)
        except InputError as error:
            return error.problems
        return ()

    def _can_be(self, sizes: Sizes) -> bool:
        try:
            return all(each.fits for each in stowed(self.draft(sizes)))
        except InputError:
            return False


@value
class Packing:
    """The things in the bag itself, ``held``, and in each of its pockets, ``pocketed``."""

    search: Search
    held: tuple[Item, ...]
    pocketed: tuple[tuple[Item, ...], ...]

    @property
    def things(self) -> list[Item]:
        """Everything."""
        return [*self.held, *(item for items in self.pocketed for item in items)]

    def least(self) -> Sizes:
        """The least sizes in which everything stands, whatever its pockets need of the panels."""
        things = self.things
        if not things:
            raise _refused(words('knows no contents: write holds = ["passport"], at the top or in a pocket'))
        least = max(self._across(item) + item.ease for item in things) + 2 * self.search.inset
        wide = max(least, self.search.least.width)
        for width in up_from(max(wide, self._least_width()), self.search.most.width):
            height = self._height(width, things)
            depth = max(self._depth(Sizes(width, height, self.search.most.depth)), self.search.least.depth)
            if not over(depth, max(width * SLENDER, self.search.least.depth)) and not over(
                height, self.search.most.height
            ):
                return Sizes(width, height, depth)
        raise self._too_large(things)

    def _too_large(self, things: Sequence[Item]) -> InputError:
        """Why the largest is too small: lower than something is tall, or else not wide enough."""
        most, high = self.search.most, over(self._height(self.search.most.width, things), self.search.most.height)
        bound, what = (most.height, words("high")) if high else (most.width, words("wide"))
        message = form("would be more than {most} {what}: let the bag hold less, or give sizes")
        return _refused(words(message, most=Length(bound), what=what))

    def _across(self, item: Item) -> float:
        return item.length if self.search.lying else item.width

    def _up(self, item: Item) -> float:
        return item.width if self.search.lying else item.length

    def _least_width(self) -> float:
        """mm: seen from above, things fill their own areas at the least, so no narrower bag need be tried."""
        area = sum(item.width * item.thickness for item in self.held)
        return min(area / self.search.least.depth, math.sqrt(area / SLENDER))

    def _height(self, width: float, things: Sequence[Item]) -> float:
        tall = max(self._up(item) + item.ease for item in things)
        start = max(tall + 2 * self.search.inset, self.search.least.height)
        heights = up_from(start, self.search.most.height)
        return next(
            (each for each in heights if self._stands(Sizes(width, each, self.search.most.depth))),
            self.search.most.height + 1,
        )

    def _stands(self, sizes: Sizes) -> bool:
        stand = self._stand(sizes)
        return stand is None or not {"width", "height", "mouth"} & {*stand.wanting}

    def _stand(self, sizes: Sizes) -> Stand | None:
        """How the things stand inside the lining; the main zip, the longest there is, limits nothing."""
        face = self.search.face(sizes.width, sizes.height)
        hollow = Hollow(face, sizes.depth - 2 * self.search.inset)
        return best(main_space(hollow, face.length, self.held), self.held, FACING)

    def _depth(self, sizes: Sizes) -> float:
        layers, pockets, ease = self._thicknesses(sizes)
        return rounded((sum(layers) + sum(pockets) + ease) / self.search.share + 2 * self.search.inset)

    def _thicknesses(self, sizes: Sizes) -> tuple[list[float], list[float], float]:
        """mm of each layer, of each pocket that holds something, and of ease."""
        stand = self._stand(sizes)
        layers = [] if stand is None else stand.arrangement.layers
        thick = [max(laid.deep for laid in layer) for layer in layers]
        pockets = [max(item.thickness for item in items) for items in self.pocketed if items]
        return thick, pockets, 0.0 if stand is None else stand.arrangement.ease

    def because(self, packed: Sizes, made: Sizes) -> Iterator[Said]:
        """A line for each reason; *made* is what became of the *packed* sizes."""
        tallest = max(self.things, key=lambda item: self._up(item) + item.ease)
        stand = self._stand(packed)
        for number, layer in enumerate(stand.arrangement.layers if stand else (), start=1):
            across, what = Length(sum(laid.across for laid in layer)), listed([laid.item for laid in layer])
            yield words("layer {number}: {what}, {across} across", number=number, what=what, across=across)
        wide = form("{width} wide: the widest thing or layer, its ease and the lining; twice the depth at least")
        yield words(wide, width=Length(packed.width))
        high = form("{height} high: {thing} of {length}, its ease and the lining, all of it within the face")
        length = Length(self._up(tallest))
        yield words(high, height=Length(packed.height), thing=tallest.title, length=length)
        deep, least = Length(packed.depth), Length(self.search.least.depth)
        layers = self._layers(packed)
        yield words("{deep} deep: {layers}; {5 mm} steps, {least} at least", deep=deep, layers=layers, least=least)
        if over(made.depth, packed.depth):
            yield words("then {depth} deep, as its zip, its top or its seams need", depth=Length(made.depth))
        if made[:2] != packed[:2]:
            grown = form("then {width} wide and {height} high, so that every part has its place")
            yield words(grown, width=Length(made.width), height=Length(made.height))

    def _layers(self, packed: Sizes) -> Said:
        """What adds up to the depth."""
        layers, pockets, ease = self._thicknesses(packed)
        terms = (
            (layers, words("layers")),
            (pockets, words("pockets")),
            ([ease], words("ease")),
            ([2 * self.search.inset], words("lining")),
        )
        told = series(
            (
                words("{what} {lengths}", what=what, lengths=series(map(Length, each), " + "))
                for each, what in terms
                if sum(each)
            ),
            ", ",
        )
        wedge = words("twice that below, for it closes to a wedge") if self.search.share < 1 else NOTHING
        return series((told, wedge), "; ")


def limits(of: type) -> tuple[Sizes, Sizes]:
    """The least and the most that a style's dimensions may be."""
    declared = [declarations(of)[name] for name in Sizes._fields]
    least, most = (Sizes(*(float(getattr(each, bound)) for each in declared)) for bound in ("least", "most"))
    return least, most


def _all_things(shop: Workshop, named: Mapping[str, Sequence[str]]) -> list[tuple[Item, ...]]:
    """The items under each key. Raises InputError with every name that is unknown."""
    own = shop.own_items
    raise_together(problem for key, names in named.items() for problem in unknown_things(names, own, key))
    return [shop.things(names, key) for key, names in named.items()]


def _refused(message: Said) -> InputError:
    return InputError([Problem("dimensions", words('"from contents" {message}', message=message))])
