"""What a bag is to hold: the maker's own things, sizes that pockets take from them, refusals of what does not go in.

Each kind of pocket states its capacity in one place: the ``Space`` that it drafts. ``arranging`` has the arithmetic.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bagpattern.catalog.items import Item, eases
from bagpattern.errors import Problem, raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.space import Cloth, Space
from bagpattern.parameters import flag, measure, needed, slug, text
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.holding.arranging import arrangements, best
from bagpattern.parts.holding.laid import Arrangement
from bagpattern.parts.sewing.clearing import STEP, up_from
from bagpattern.proposals import Given, make_it
from bagpattern.said import Length, Name, Said
from bagpattern.values import value
from bagpattern.words import form, series, words

SHOWN_SHARE = 0.8
"""Of a thing's length: the height of an open pocket sized for it, the rest is there to grasp [construction 4.1]."""
MAIN = "main space"
"""The id of the space inside the bag, which is no pocket."""
LEAST = 40.0
"""mm: no pocket is sized smaller, or no finger reaches its bottom; the least that their parameters allow [K]."""


@value
class OwnItem:
    """A thing of the maker's own."""

    name: str = text(None, "what it is called; pockets name it in holds, in small letters with hyphens")
    length: float = needed("5 mm", "1 m", "its longest side")
    width: float = needed("5 mm", "1 m", "its second side; of a round thing the diameter")
    thickness: float = needed("0.5 mm", "50 cm", "its shortest side; of a round thing the diameter")
    round: bool = flag(False, "whether it is round, like a bottle")
    ease: float | None = measure(
        None, "0 mm", "50 mm", "how much more room a pocket gives than it needs; left out: {10 mm}"
    )

    def item(self) -> Item:
        """The thing as an item of a catalogue. The sides are put in order, whichever the preset gives first."""
        length, width, thickness = sorted((self.length, self.width, self.thickness), reverse=True)
        ease = eases()["other"] if self.ease is None else self.ease
        thickness = width if self.round else thickness
        return Item(slug(self.name), Name(self.name), length, width, thickness, ease, round=self.round)


def own_items(given: Iterable[OwnItem]) -> Mapping[str, Item]:
    """The maker's own things by id."""
    return {item.id: item for item in (each.item() for each in given)}


@value
class Wanted:
    """The sizes of a space, in mm, with ease, in which an arrangement goes in: multiples of 5 mm.

    ``width`` and ``height`` are inside; ``depth`` is a gusset's, and ``mouth`` the opening of a closed space; ``thick``
    is how far the things stand out, with ease.
    """

    width: float
    height: float
    depth: float
    mouth: float
    thick: float


def main_space(hollow: Hollow, mouth: float | None, held: tuple[Item, ...]) -> Space:
    """The bag itself, inside its body; its zip opens *mouth* mm, None for an open rim.

    A flat bag gives way as a sleeve of two soft layers does.
    """
    cloth = Cloth.GUSSET if hollow.depth else Cloth.SLEEVE
    face, title = hollow.face, words("the bag itself")
    return Space(MAIN, title, cloth, face, depth=hollow.depth, mouth=mouth, holds=held, floor=hollow.floor)


def cloth_on(host: Panel) -> Cloth:
    """How a patch on *host* gives way: a lining does as the patch does, the stiffened shell does not."""
    return Cloth.PATCH if host.role is Role.BODY else Cloth.SLEEVE


def wanted(
    held: Sequence[Item],
    cloth: Cloth,
    open_top: bool = False,
    width: float | None = None,
    height: float | None = None,
) -> tuple[Wanted, ...]:
    """The sizes that would do, in order of preference; none when nothing is held.

    Those that go into a *width* and *height* which are given come first.
    """
    found = [_wanted(each, cloth, open_top) for each in arrangements(held)]
    over = {each: (each.width > (width or math.inf)) + (each.height > (height or math.inf)) for each in found}
    return tuple(sorted(found, key=lambda each: over[each]))


def least_level(sizes: Iterable[Wanted], most: float, space: Callable[[float], Space]) -> float | None:
    """The least height in mm, up to *most*, at which a *space* as wide as its panel has the ease that it needs.

    Each of the *sizes* is tried in its turn, and raised where rounded corners are in its way. None when none does.
    """
    for size in sizes:
        for height in up_from(size.height, most):
            stand = best(space(height), space(height).holds)
            if stand is not None and not stand.wanting:
                return height
    return None


def _wanted(arrangement: Arrangement, cloth: Cloth, open_top: bool) -> Wanted:
    ease = arrangement.ease
    height = arrangement.up * SHOWN_SHARE if open_top else arrangement.height(cloth) + ease
    thick = arrangement.thickness + ease
    sizes = (arrangement.width(cloth) + ease, height, thick, arrangement.mouth)
    width, height, depth, mouth = (max(rounded(size), LEAST) for size in sizes)
    return Wanted(width, height, depth, mouth, rounded(thick))


def rounded(length: float) -> float:
    """mm, up to the next 5."""
    return math.ceil(length / STEP - 1e-9) * STEP


def filled(space: Space, given: Mapping[str, Given] | None = None) -> Draft:
    """A draft of *space*. Raises InputError, a problem for each direction, when what it holds does not go in.

    *given* says which parameter sets ``width``, ``height``, ``depth`` or ``mouth``.
    """
    raise_together(unheld(space, given or {}))
    return Draft(spaces=(space,))


def unheld(space: Space, given: Mapping[str, Given]) -> Iterator[Problem]:
    """Why what *space* holds does not go in, a problem for each direction; *given* as in ``filled``."""
    stand, what = best(space, space.holds), listed(space.holds)
    if stand is None:
        return
    for direction in stand.missing:
        more = stand.wanting[direction]
        by = given.get(direction)
        if by is not None and by.value is not None:
            too, least = _TOO[direction], rounded(by.value + more)
            fault = words("{value} is too {too} for the {what}", value=Length(by.value), too=too, what=what)
            mend = make_it(by.of, by.key, least=least, otherwise=words("hold less"))
            yield Problem(by.key, words("{fault}: {mend}", fault=fault, mend=mend))
        else:
            yield Problem("holds", words("the {what} {needs}", what=what, needs=_needs(direction, more)))


_TOO = {
    "width": words("narrow"),
    "height": words("low"),
    "depth": words("shallow"),
    "mouth": words("short an opening"),
}
_GROWS = {
    "width": words("wider"),
    "height": words("higher"),
    "depth": words("deeper"),
    "mouth": words("longer at its opening"),
    "head": words("higher above the pocket"),
}


def _needs(direction: str, more: float) -> Said:
    what = words("the panel") if direction == "head" else words("the pocket")
    by = Length(math.ceil(more))
    needs = form("would need {what} {by} {grows}: hold less, or make the bag larger")
    return words(needs, what=what, by=by, grows=_GROWS[direction])


def listed(held: Sequence[Item]) -> Said:
    """'iPhone 16 and passport': things by their titles."""
    titles = [item.title for item in held]
    return series((series(titles[:-1], ", "), *titles[-1:]), " and ")


def grown(direction: str, more: float) -> Said:
    """'12 mm wider': by how much a space would have to grow."""
    return words("{by} {grows}", by=Length(math.ceil(more - 1e-6)), grows=_GROWS[direction])
