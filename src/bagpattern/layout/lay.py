"""Lay plans: where every piece of a material lies on its cloth, how much cloth that takes, and how good that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bagpattern.layout import skyline
from bagpattern.layout.blanks import Blank, Placed, Spot, placed
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.judge import faults, length_of
from bagpattern.values import replace, value

Progress = Callable[[float], None]

_EQUAL = 0.01  # mm: a plan this near to the bound cannot be bettered


@value
class Lay:
    """One material's plan: ``length`` mm of cloth, ``bound`` mm that no plan can beat, ``engine`` that found it."""

    cloth: Cloth
    blanks: tuple[Blank, ...]
    spots: tuple[Spot, ...]
    length: float
    bound: float
    engine: str
    fold: float = 0.0
    """mm from the cut end as far as which the cloth lies folded lengthwise."""
    sections: tuple[Lay, ...] = ()
    """Of a folded plan: the plan of the folded stretch, and that of the open one behind it."""

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Every copy as pattern.json has it."""
        return placed(self.blanks, self.spots)

    @property
    def area(self) -> float:
        """mm2 of all pieces."""
        return sum(blank.area * len(blank.copies) for blank in self.blanks)

    @property
    def utilisation(self) -> float:
        """The pieces' share of the cloth that is used up, selvedges included."""
        return self.area / (self.cloth.width * self.length)

    @property
    def best_there_is(self) -> bool:
        """Whether no plan can be shorter."""
        return self.length <= self.bound + _EQUAL


def first_plan(cut: tuple[Blank, ...], on: Cloth) -> Lay:
    """The shortest plan of all heuristics for bounding boxes; the same every time."""
    bound, best = least_length(cut, on), None
    for spots in skyline.skyline(cut, on):
        length = length_of(cut, spots)
        if best is None or length < best.length - 1e-6:
            best = Lay(on, cut, spots, length, bound, skyline.ENGINE)
        if best.best_there_is:
            break
    if best is None or faults(cut, on, best.spots):
        raise RuntimeError(f"no plan for {on.material}: {best and faults(cut, on, best.spots)}")
    return best


def least_length(cut: Sequence[Blank], on: Cloth) -> float:
    """mm that no plan can beat: the longest piece, and the area of all by the cloth's usable width."""
    longest = max(min(blank.size(turn).along for turn in on.turns) for blank in cut)
    return max(longest, sum(blank.area * len(blank.copies) for blank in cut) / on.usable)


def better(lay: Lay, spots: tuple[Spot, ...], engine: str, fold: float = 0.0) -> Lay:
    """The new plan where it is sound and shorter, else *lay*."""
    moved = _to_the_start(lay, spots) if spots else ()
    if not moved or faults(lay.blanks, lay.cloth, moved):
        return lay
    length = length_of(lay.blanks, moved)
    return replace(lay, spots=moved, length=length, engine=engine, fold=fold) if length < lay.length - 1e-6 else lay


def _to_the_start(lay: Lay, spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The whole plan moved to the cloth's cut end: an engine's rounding leaves some thousandths of a mm."""
    starts = (float(lay.blanks[s.blank].turned(s.degrees).real.min()) + s.move.real for s in spots)
    start = min(starts)
    return tuple(spot._replace(move=spot.move - start) for spot in spots)
