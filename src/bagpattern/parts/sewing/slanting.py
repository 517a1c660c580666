"""Slanting ends: how long a strip on the bias may be, and how lengths are joined aslant."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.catalog.materials import Material
from bagpattern.model.operation import Operation, sew
from bagpattern.model.panel import Panel
from bagpattern.parts.sewing.edging import flattened
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING
from bagpattern.words import sentences, words

SAME_WAY = 1e-6
"""A share of a direction that is none."""


def on_the_bias(panel: Panel) -> bool:
    """Whether a strip lies aslant on the cloth."""
    return bool(abs(panel.grain.real) > SAME_WAY and abs(panel.grain.imag) > SAME_WAY)


def longest_bias(cloth: Material, wide: float) -> float:
    """mm that a strip on the bias, *wide* mm across, is long at most: it lies over a square of the cloth."""
    side = min(max(cloth.widths) - 2 * cloth.selvedge, cloth.longest)
    return side * math.sqrt(2) - wide


def joining(shop: Workshop, slot: str, seams: tuple[str, ...], *panels: str, ring: bool = False) -> Iterator[Operation]:
    """How slanting ends are sewn together, to a *ring* or not, and the joints flattened."""
    yield sew(*seams, how=sentences(_CROSSED, _RING if ring else NOTHING))
    yield flattened(shop, (slot,), _PRESSED, _CREASED, *panels, seams=seams)


_CROSSED = words(
    "Lay the slanting ends right sides together, the lengths at a right angle, a tip standing out at either side. Sew "
    "from where the edges cross at one side to where they cross at the other, with stitches of {2 mm}."
)
_RING = words("Join the last end to the first, so that the strip is a loop; see that it is not twisted.")
_PRESSED = words("Press each joint open, and trim the tips even with the long edges.")
_CREASED = words("Lay each joint open, crease it with a fingernail, and trim the tips even with the long edges.")
