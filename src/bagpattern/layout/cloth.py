"""The cloth on the table: its width, what of it can be used, and which ways a piece may lie on it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import field

from bagpattern.catalog.materials import Material
from bagpattern.said import Said
from bagpattern.values import replace, value
from bagpattern.words import words

GAP = 2.0
"""mm between two pieces: a chalk line, and a blade that need not be led twice along one cut [K]."""
MOST_COPIES = 200
"""Bags that are cut at once: a day's work of a small workshop [K]."""

GRAINS: Mapping[str, tuple[float, ...]] = {
    "one-way": (0.0,),
    "two-way": (0.0, 180.0),
    "square": (0.0, 90.0, 180.0, 270.0),
    "none": (0.0, 90.0, 180.0, 270.0),
}
"""The degrees that a piece may be turned from lying along the grain. One way for prints and naps; both ways for plain
cloth; quarter turns where warp and weft are alike; any way at all where there is no grain: those are tried first."""


@value
class Order:
    """What the maker asks for: widths in mm by slot, how many bags, how the cloth lies, and room round the pieces.

    ``selvedge`` None leaves out 10 mm on either side of cloth that has a grain, and nothing of what has none.
    ``grains`` are those of ``GRAINS`` by slot, where the catalogue's are not wanted; ``table`` is how many mm of cloth
    can be laid out at once, 0 for any length.
    """

    widths: Mapping[str, float] = field(default_factory=dict)
    copies: int = 1
    folded: bool = False
    gap: float = GAP
    selvedge: float | None = None
    grains: Mapping[str, str] = field(default_factory=dict)
    table: float = 0.0


@value
class Cloth:
    """One material's cloth in mm; ``grain`` is one of ``GRAINS``."""

    material: str
    title: Said
    width: float
    grain: str
    selvedge: float = 0.0
    gap: float = 0.0
    folded: bool = False
    table: float = 0.0
    """mm that a plan may be long, 0 for any length: the table's, or a hide's."""
    repeat: float = 0.0
    """mm after which its print begins anew, 0 of what has none."""
    repeat_across: float = 0.0
    """Likewise across."""
    ends: bool = False
    """Whether it comes off no roll: each plan is of a hide, a sheet or a remnant of its own."""
    shrinks: float = 0.0
    """Per cent of its length that it loses before it is cut: what is bought is longer than the plan."""

    @property
    def turns(self) -> tuple[float, ...]:
        """The degrees that a piece may be turned from lying along the grain."""
        return GRAINS[self.grain]

    @property
    def free(self) -> bool:
        """Whether a piece may also lie at any other angle."""
        return self.grain == "none"

    @property
    def usable(self) -> float:
        """mm across, without the selvedges."""
        return self.width - 2 * self.selvedge

    @property
    def rule(self) -> Said:
        """The grain in words."""
        return _RULES[self.grain]

    def allows(self, degrees: float) -> bool:
        """Whether a piece may lie so."""
        return self.free or degrees in self.turns

    def nearest_turn(self, degrees: float) -> float:
        """The turn that an engine means by an angle in 32 bits."""
        return min(self.turns, key=lambda turn: abs((degrees - turn + 180.0) % 360.0 - 180.0))


_RULES = {
    "one-way": words("all pieces lie the same way up"),
    "two-way": words("pieces lie along the grain, either way up"),
    "square": words("pieces lie along or across the grain"),
    "none": words("no grain: pieces lie any way"),
}


def grain_of(material: Material) -> str:
    """How pieces lie on it, by the catalogue."""
    if not material.grain:
        return "none"
    return "one-way" if material.directional else "two-way"


def cloth(material: Material, order: Order, needed: float) -> Cloth:
    """The cloth to lay on: as wide as ordered, else the usual width, or the first on sale that takes *needed* mm."""
    selvedge = material.selvedge if order.selvedge is None else order.selvedge
    wide = (each for each in material.widths if each - 2 * selvedge >= needed - 1e-6)
    width = order.widths.get(material.id) or next(wide, max(material.widths))
    grain = order.grains.get(material.id) or grain_of(material)
    table = min(order.table or math.inf, material.longest)
    table = table if math.isfinite(table) else 0.0
    on = Cloth(material.id, material.title, width, grain, selvedge, order.gap, order.folded, table)
    return replace(
        on,
        shrinks=material.shrinks,
        repeat=material.repeat,
        repeat_across=material.repeat_across,
        ends=math.isfinite(material.longest),
    )
