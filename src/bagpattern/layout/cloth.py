"""The cloth on the table: its width, what of it can be used, and which ways a piece may lie on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from bagpattern.catalog.materials import Material
from bagpattern.values import value

GAP = 2.0
"""mm between two pieces: a chalk line, and a blade that need not be led twice along one cut [K]."""
SELVEDGE = 10.0
"""mm along each side of a woven cloth that are denser than the rest, or printed, and are not used [K]."""


@value
class Order:
    """What the maker asks for: widths in mm by slot, how many bags, how the cloth lies, and room round the pieces.

    ``selvedge`` None leaves out 10 mm on either side of cloth that has a grain, and nothing of what has none.
    """

    widths: Mapping[str, float] = field(default_factory=dict)
    copies: int = 1
    folded: bool = False
    gap: float = GAP
    selvedge: float | None = None


@value
class Cloth:
    """One material's cloth in mm. ``turns`` are the degrees that a piece may be turned from lying along the grain."""

    material: str
    title: str
    width: float
    turns: tuple[float, ...]
    selvedge: float = 0.0
    gap: float = 0.0
    folded: bool = False

    @property
    def usable(self) -> float:
        """mm across, without the selvedges."""
        return self.width - 2 * self.selvedge

    @property
    def rule(self) -> str:
        """The grain in words."""
        if len(self.turns) == 1:
            return "all pieces lie the same way up"
        return "pieces lie along the grain, either way up" if len(self.turns) == 2 else "no grain: pieces lie any way"


def allowed_turns(material: Material) -> tuple[float, ...]:
    """Degrees from the grain: one way for prints and naps, both ways for plain cloth, any quarter for what has none."""
    if not material.grain:
        return (0.0, 90.0, 180.0, 270.0)
    return (0.0,) if material.directional else (0.0, 180.0)


def cloth(material: Material, order: Order, needed: float) -> Cloth:
    """The cloth to lay on: as wide as ordered, else the usual width, or the first on sale that takes *needed* mm."""
    given = SELVEDGE if material.grain and not material.stiffening else 0.0
    selvedge = given if order.selvedge is None else order.selvedge
    wide = (each for each in material.widths if each - 2 * selvedge >= needed - 1e-6)
    width = order.widths.get(material.id) or next(wide, max(material.widths))
    turns = allowed_turns(material)
    return Cloth(material.id, material.title, width, turns, selvedge, order.gap, order.folded)
