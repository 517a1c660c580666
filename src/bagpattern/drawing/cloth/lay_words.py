"""The words and figures of a lay drawing: what stands in the list, along the rulers, of a print."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from bagpattern.drawing.lettering import TIMES
from bagpattern.geometry.points import Point
from bagpattern.language import Teller
from bagpattern.layout.blanks import Blank
from bagpattern.layout.lay import Lay, least_along
from bagpattern.said import Figure, Length, Name, Said, Scale
from bagpattern.words import extent, form, series, words


def titled(blank: Blank) -> Said:
    """What a piece is called, and whether it lies on its face."""
    return words("{title} (mirrored)", title=blank.title) if blank.mirrored else blank.title


def listed(blank: Blank, tell: Teller) -> str:
    """A line of the list: number, name, how many, cut size."""
    size = extent(blank.size().across, blank.size().along, times=f" {TIMES} ")
    return f"{blank.number}  {tell(titled(blank))}: {len(blank.copies)}{TIMES}, {tell(size)}"


def repeats(lay: Lay) -> list[float]:
    """mm from the cut end at which the repeats of a print begin, where pieces are to match; none of other plans."""
    if lay.phase is None or not lay.cloth.repeat:
        return []
    count = math.ceil((lay.length - lay.phase.origin) / lay.cloth.repeat)
    return [lay.phase.origin + number * lay.cloth.repeat for number in range(count)]


def repeats_across(lay: Lay) -> list[float]:
    """mm from the selvedge at which they begin across."""
    if lay.phase is None or lay.phase.across is None:
        return []
    count = math.ceil((lay.cloth.width - lay.phase.across) / lay.cloth.repeat_across)
    return [lay.phase.across + number * lay.cloth.repeat_across for number in range(count)]


def repeating(lay: Lay) -> Iterator[Said]:
    """How a print lies that is to match, and what that takes."""
    if lay.phase is not None:
        along, across = Length(lay.cloth.repeat, Scale.CM), Length(lay.cloth.repeat_across, Scale.CM)
        more = Length(math.ceil(max(lay.phase.more, 0.0)), Scale.SHOP)
        if not lay.cloth.repeat_across:
            yield words(_ACROSS, repeat=along, more=more)
        elif not lay.cloth.repeat:
            yield words(_ALONG, repeat=across, more=more)
        else:
            yield words(_BOTH, along=along, across=across, more=more)


_ACROSS = form(
    "Repeats of {repeat} begin at the lines across the cloth, so that the pieces match; that takes {more} more."
)
_ALONG = form(
    "Repeats of {repeat} begin at the lines along the cloth, so that the pieces match; that takes {more} more."
)
_BOTH = form(
    "Repeats of {along} along and {across} across the cloth begin at the lines, so that the pieces match; that takes "
    "{more} more."
)


def share(lay: Lay) -> Said:
    """How good the plan is, and what keeps it from being shorter."""
    share = Name(f"{lay.utilisation:.0%}")
    longest = max(lay.blanks, key=lambda blank: least_along(blank, lay.cloth))
    if not lay.best_there_is or lay.phase is not None:
        return words("{share} of the cloth is used.", share=share)
    if least_along(longest, lay.cloth) < lay.length - 0.05:
        return words("{share} of the cloth is used; no plan can be shorter.", share=share)
    return words(
        "{share} of the cloth is used; no plan can be shorter than its longest piece: {piece}.",
        share=share,
        piece=series((Figure(longest.number), longest.title)),
    )


def enough(mm: float) -> Length:
    """A length of cloth that is enough, as a shop tells it."""
    return Length(math.ceil(mm), Scale.SHOP)


def ruler_step(scale: float, tell: Teller) -> float:
    """mm between two marks of the ruler: at least 12 mm on paper."""
    steps = (50.0, 100.0, 200.0, 500.0) if tell.units.metric else (50.8, 101.6, 304.8, 914.4)
    return next((step for step in steps if step / scale >= 12.0), steps[-1])


def ruler_marks(start: float, end: float, step: float) -> list[float]:
    """mm from the cloth's corner to each mark of a stretch."""
    first = math.ceil(start / step - 1e-6) if start > 0 else 1
    return [number_ * step for number_ in range(first, int(end / step + 1e-6) + 1)]


def figure(length: float, tell: Teller) -> str:
    """What stands at a mark: cm, or inches."""
    return tell.number(length / 10) if tell.units.metric else tell.figure(length)


def thinned(points: Sequence[Point]) -> list[Point]:
    """Without points that are nearer than what can be drawn."""
    kept = [points[0]]
    kept += [p for p in points[1:-1] if abs(p - kept[-1]) > 0.01 and abs(p - points[-1]) > 0.01]
    return [*kept, points[-1]]
