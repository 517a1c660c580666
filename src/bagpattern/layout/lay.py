"""Lay plans: where every piece of a material lies on its cloth, how much cloth that takes, and how good that is."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.layout import skyline
from bagpattern.layout.blanks import Blank, Placed, Spot, placed
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.judge import faults, length_of, unusable
from bagpattern.values import replace, value

_EQUAL = 0.01  # mm: a plan this near to the bound cannot be bettered


@value
class Phase:
    """Where the repeats of a print begin, in mm from the cut end, and how many mm ``more`` it takes to keep them.

    ``across`` is where they begin across, in mm from the selvedge; None of what has no repeat that way.
    """

    origin: float
    more: float
    across: float | None = None


@value
class Share:
    """A part of a folded plan: a plan of its own, and where its blanks stand in the list of the whole.

    What is cut through both layers lies on half the cloth, and has ``partners``, which are its mirror images; what
    lies on the fold is ``settled``: no engine can be told to keep it there.
    """

    plan: Lay
    places: tuple[int, ...]
    partners: tuple[int, ...] = ()
    settled: bool = False

    @property
    def doubled(self) -> bool:
        """Whether the cloth lies folded there."""
        return bool(self.partners) or self.settled


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
    sections: tuple[Share, ...] = ()
    """Of a folded plan: the stretches that it is put together from, one behind the other."""
    phase: Phase | None = None
    """Of a print whose pieces are to match: no search betters such a plan."""

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Every copy as pattern.json has it."""
        return placed(self.blanks, self.spots)

    @property
    def area(self) -> float:
        """mm2 of all pieces."""
        return sum(blank.whole_area for blank in self.blanks)

    @property
    def utilisation(self) -> float:
        """The share of the cloth that is used up, selvedges included, that stays in the pieces."""
        return sum(blank.kept_area for blank in self.blanks) / (self.cloth.width * self.length)

    @property
    def best_there_is(self) -> bool:
        """Whether no plan can be shorter, or none is looked for."""
        return self.phase is not None or self.length <= self.bound + _EQUAL


def first_plan(cut: tuple[Blank, ...], on: Cloth) -> Lay:
    """The shortest plan of all heuristics for bounding boxes; the same every time.

    Raises ValueError, naming the pieces, for what no engine can lay.
    """
    impossible = unusable(cut, on)
    if impossible:
        raise ValueError("; ".join(impossible))
    bound, best = least_length(cut, on), None
    for spots in skyline.skyline(cut, on):
        length = length_of(cut, spots)
        if best is None or length < best.length - 1e-6:
            best = Lay(on, cut, spots, length, bound, skyline.ENGINE)
        if best.best_there_is:
            break
    wrong = best and faults(cut, replace(on, table=0.0), best.spots)
    if best is None or wrong:
        raise RuntimeError(f"no plan for {on.material}: {wrong}")
    return best


def least_length(cut: Sequence[Blank], on: Cloth) -> float:
    """mm that no plan can beat: the longest piece, and the area of all by the cloth's usable width."""
    longest = max(least_along(blank, on) for blank in cut)
    return max(longest, sum(blank.whole_area for blank in cut) / on.usable)


def least_along(blank: Blank, on: Cloth) -> float:
    """mm of cloth that a piece takes along it, however it lies; what may lie at any angle takes its least breadth."""
    return blank.least_breadth if on.free else along_in_turns(blank, on)


def along_in_turns(blank: Blank, on: Cloth) -> float:
    """The same by quarter turns, which is how the first plan lays it."""
    fitting = [blank.size(turn) for turn in on.turns if blank.size(turn).across <= on.usable + 1e-6]
    return min((size.along for size in fitting), default=blank.size().along)


def better(lay: Lay, spots: tuple[Spot, ...], engine: str, fold: float = 0.0) -> Lay:
    """The new plan where it is sound and shorter, else *lay*."""
    found = sound(lay, spots, engine, fold)
    return found if found and found.length < lay.length - 1e-6 else lay


def sound(lay: Lay, spots: tuple[Spot, ...], engine: str, fold: float = 0.0) -> Lay | None:
    """The new plan, longer or shorter than *lay*, unless something is wrong with it."""
    moved = _to_the_start(lay, spots) if spots and lay.phase is None else ()
    if not moved or faults(lay.blanks, lay.cloth, moved):
        return None
    return replace(lay, spots=moved, length=length_of(lay.blanks, moved), engine=engine, fold=fold)


def _to_the_start(lay: Lay, spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The whole plan moved to the cloth's cut end: an engine's rounding leaves some thousandths of a mm."""
    starts = (float(lay.blanks[s.blank].turned(s.degrees).real.min()) + s.move.real for s in spots)
    start = min(starts)
    return tuple(spot._replace(move=spot.move - start) for spot in spots)
