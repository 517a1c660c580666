"""The words and figures of a lay drawing: what stands on a piece, in the list, along the rulers."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.drawing.lettering import LEADING, TIMES, balanced, widest
from bagpattern.geometry.place import Clearing
from bagpattern.geometry.points import Point
from bagpattern.language import Language
from bagpattern.layout.blanks import Blank
from bagpattern.layout.lay import Lay, least_along
from bagpattern.units import Units, number

_SIZES = (3.4, 2.8, 2.2, 1.8)


def above(ring: Sequence[Point], level: float) -> list[Point]:
    """What of an outline lies above a level that it crosses; all of one that does not."""
    if not min(p.imag for p in ring) < level - 0.01 < level + 0.01 < max(p.imag for p in ring):
        return [*ring]
    kept = []
    for before, after in zip([ring[-1], *ring], ring, strict=False):
        if (before.imag - level) * (after.imag - level) < 0:
            kept.append(before + (after - before) * (level - before.imag) / (after.imag - before.imag))
        if after.imag >= level:
            kept.append(after)
    return kept


def setting(room: Clearing, blank: Blank, language: Language) -> tuple[tuple[str, ...], float, Point, bool] | None:
    """The words that fit into a piece, the best first: number and name, or the number alone."""
    title = language.text(blank.title)
    name = language.say("{title} (mirrored)", title=title) if blank.mirrored else title
    tail = " m" if blank.mirrored else ""
    for size in _SIZES:
        for count in (1, 2, 3):
            lines = balanced(f"{blank.number} {name}", count)
            centre = room.spot(widest(lines, size), len(lines) * size * LEADING, room.centre)
            if centre is not None:
                return lines, size, centre, False
    for size in _SIZES:
        lines = (f"{blank.number}{tail}",)
        centre = room.spot(widest(lines, size, True), size * LEADING, room.centre)
        if centre is not None:
            return lines, size, centre, True
    return None


def listed(blank: Blank, units: Units, language: Language) -> str:
    """A line of the list: number, name, how many, cut size."""
    size = units.size(blank.size().across, blank.size().along, times=f" {TIMES} ")
    title = language.text(blank.title)
    title = language.say("{title} (mirrored)", title=title) if blank.mirrored else title
    return f"{blank.number}  {title}: {len(blank.copies)}{TIMES}, {language.number(size)}"


def share(lay: Lay, language: Language) -> str:
    """How good the plan is, and what keeps it from being shorter."""
    say, share = language.say, f"{lay.utilisation:.0%}"
    longest = max(lay.blanks, key=lambda blank: least_along(blank, lay.cloth))
    if not lay.best_there_is:
        return say("{share} of the cloth is used.", share=share)
    if least_along(longest, lay.cloth) < lay.length - 0.05:
        return say("{share} of the cloth is used; no plan can be shorter.", share=share)
    return say(
        "{share} of the cloth is used; no plan can be shorter than its longest piece: {piece}.",
        share=share,
        piece=f"{longest.number} {language.text(longest.title)}",
    )


def ruler_step(scale: float, units: Units) -> float:
    """mm between two marks of the ruler: at least 12 mm on paper."""
    steps = (50.0, 100.0, 200.0, 500.0) if units.metric else (50.8, 101.6, 304.8, 914.4)
    return next((step for step in steps if step / scale >= 12.0), steps[-1])


def ruler_marks(length: float, step: float) -> list[float]:
    """mm from the corner to each mark."""
    return [number_ * step for number_ in range(1, int(length / step + 1e-6) + 1)]


def figure(length: float, units: Units) -> str:
    """What stands at a mark: cm, or inches."""
    return number(length / 10) if units.metric else units.figure(length)


def thinned(points: Sequence[Point]) -> list[Point]:
    """Without points that are nearer than what can be drawn."""
    kept = [points[0]]
    kept += [p for p in points[1:-1] if abs(p - kept[-1]) > 0.01 and abs(p - points[-1]) > 0.01]
    return [*kept, points[-1]]
