"""Strips that may lie across the cloth: a folded strap need not follow the warp, where that takes less of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.geometry.placement import Placement, turned
from bagpattern.layout.blanks import Blank
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.lay import first_plan
from bagpattern.values import replace

_WORTHWHILE = 10.0
"""mm of cloth: less is no reason to leave the warp, along which cloth gives least [K]."""


def lying(cut: tuple[Blank, ...], on: Cloth) -> tuple[Blank, ...]:
    """The blanks as they are best laid: strips along the cloth, or those across it that shorten the plan.

    Only strips that its usable width takes. On cloth where pieces lie any way there is nothing to choose; on cloth with
    a direction a strap across it would differ from the bag in its nap, its shine or the way its motifs stand.
    """
    if on.grain != "two-way" or not any(_fits(each, on) for each in cut):
        return cut
    if not _all_fit(cut, on):
        return cut
    open_cloth = replace(on, folded=False, table=0.0)
    lengths = [(first_plan(each, open_cloth).length, each) for each in _ways(cut, on)]
    least = min(length for length, _ in lengths)
    return next(each for length, each in lengths if length < least + _WORTHWHILE)


def _ways(cut: tuple[Blank, ...], on: Cloth) -> Iterator[tuple[Blank, ...]]:
    """All along; the longest across; all across that fit."""
    longest = max((each.size().along for each in cut if _fits(each, on)), default=0.0)
    for least in (None, longest, 0.0):
        yield cut if least is None else tuple(turned_across(each) if _turns(each, on, least) else each for each in cut)


def _turns(blank: Blank, on: Cloth, least: float) -> bool:
    return _fits(blank, on) and blank.size().along >= least


def _fits(blank: Blank, on: Cloth) -> bool:
    return blank.either and not blank.matches and blank.size().along <= on.usable + 1e-6


def _all_fit(cut: Sequence[Blank], on: Cloth) -> bool:
    return all(each.size().across <= on.usable + 1e-6 for each in cut)


def turned_across(blank: Blank) -> Blank:
    """The same turned by a quarter, its corner at the origin again."""
    points = blank.turned(90.0)
    corner = complex(points.real.min(), points.imag.min())
    base = blank.base.then(Placement(turn=turned(90.0).turn)).then(Placement(-corner))
    return replace(blank, base=base, ring=tuple((points - corner).tolist()))
