"""What is filled in a flat: each cloth that is seen, what is printed on it, and its shade."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.drawing.views.looks import FILL, LIGHT, SHADE, UNDER
from bagpattern.drawing.views.prints import Cloths
from bagpattern.drawing.views.regions import SPECK, Borders
from bagpattern.drawing.views.shade import DARK, in_shade
from bagpattern.sewn.bag import FIGURE as WEARER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bagpattern.drawing.views.samples import Samples
    from bagpattern.drawing.views.scene import Flags
    from bagpattern.sewn.appearance import Appearance
    from bagpattern.sewn.bag import Floats, SewnBag, Whole

_SPOT = 60
"""Samples around a shade: what is smaller is a spot."""


def regions(
    bag: SewnBag, samples: Samples, coloured: bool, prints: Mapping[str, Appearance]
) -> Iterator[tuple[str, list[Floats], bool]]:
    """What is filled, and whether it is a print: all of the bag; in colours each cloth that is seen, and its shade.

    Who carries it has none: the bag is what is to be looked at.
    """
    if not coloured:
        borders = Borders.of(samples, lambda _, triangles: np.minimum(triangles, 0))
        yield f"{FILL}{LIGHT}", borders.around(borders.colours == 0), False
        return
    cloths = Cloths.of(bag, samples.scene, prints)
    lights = samples.lights()
    borders = Borders.of(samples, cloths.at).lit(lights, DARK)
    seen = list(_seen(cloths, borders.colours))
    main, _, printed = max(seen, key=lambda each: int(each[1].sum()))
    yield f"{UNDER}{main}", borders.around(borders.colours >= 0), printed  # under all: nothing shows between two
    dark, least = in_shade(samples, lights), SPECK if cloths.printed else _SPOT
    shades = [_shaded(borders, inside & (slot != WEARER), dark, least) for slot, inside, _ in seen]
    for (slot, inside, printed), shade in zip(seen, shades, strict=True):
        if slot != main:
            lit = borders.around(inside)
            yield f"{FILL}{slot}", _but(lit, shade) if printed else lit, printed
    for (slot, _, printed), shade in zip(seen, shades, strict=True):
        if shade:
            yield f"{SHADE}{slot}", shade, printed


def _shaded(borders: Borders, inside: Flags, dark: Flags, least: int) -> list[Floats]:
    """The borders of the shade on a cloth, without spots of less than *least* samples around.

    A small thing that lies on the cloth in the shade is no spot of light.
    """
    found = borders.around(inside & dark)
    return [each for each in found if len(each) >= least or not inside[borders.sample(each.mean(axis=0))]]


def _but(loops: list[Floats], others: list[Floats]) -> list[Floats]:
    """Those borders that are none of the others: a dot that lies in the shade need not be under its shade again."""
    known = {_points(each) for each in others}
    return [each for each in loops if _points(each) not in known]


def _points(loop: Floats) -> bytes:
    """A border's points, wherever it starts."""
    return np.sort(loop[:, 0] + 1j * loop[:, 1]).tobytes()


def _seen(cloths: Cloths, colours: Whole) -> Iterator[tuple[str, Flags, bool]]:
    """Every colour that is seen, where, and whether it is printed on another.

    Of what is printed the ground comes first, and goes on under the print.
    """
    for number, slot in enumerate(cloths.slots):
        inside = colours == number
        if number in cloths.printed:
            inside |= colours == number + 1
        if inside.any():
            yield slot, inside, number - 1 in cloths.printed
