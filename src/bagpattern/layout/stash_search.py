"""A stash on the second look: what finds no room by its bounding box may find some by its true shape."""

from __future__ import annotations

from collections import Counter

import shapely

from bagpattern.layout.blanks import Blank
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.engines.search import bettered
from bagpattern.layout.engines.watch import Watch
from bagpattern.layout.lay import first_plan
from bagpattern.layout.plans import least_across
from bagpattern.layout.stash import Filled, Outcome, faults_of
from bagpattern.values import replace


def squeezed(outcome: Outcome, on: Cloth, seconds: float, watch: Watch) -> Outcome:
    """*outcome*, or one with less missing: each rectangle is laid anew, by true shapes, with all that is missing.

    The seconds are shared by the rectangles whose area would do. Offcuts of other shapes stay as they are.
    """
    if not outcome.missing or seconds <= 0:
        return outcome
    lacking = sum(blank.area for blank in outcome.missing)
    roomy = [each for each in outcome.filled if each.offcut.plain and each.left >= lacking]
    for each in sorted(roomy, key=lambda filled: -filled.left):
        found = _with_all(each, outcome, on, seconds / len(roomy), watch)
        if found:
            filled = tuple(found if other is each else other for other in outcome.filled)
            return replace(outcome, filled=filled, missing=())
    return outcome


def _with_all(filled: Filled, outcome: Outcome, on: Cloth, seconds: float, watch: Watch) -> Filled | None:
    """A rectangle with what is cut from it already and all that is missing, if there is room for that."""
    cut, (long, wide) = outcome.blanks, filled.offcut.size
    counts = Counter(spot.blank for spot in filled.spots) + Counter(map(cut.index, outcome.missing))
    strip = replace(on, width=wide, selvedge=0.0, folded=False, table=0.0)
    some = tuple(_so_many(cut[index], count) for index, count in counts.items())
    if any(least_across(blank, strip.turns) > wide for blank in some):
        return None
    plan = bettered(first_plan(some, strip), seconds, watch)
    places, corner = [*counts], filled.offcut.corner
    spots = tuple(each._replace(blank=places[each.blank], move=each.move + corner) for each in plan.spots)
    laid = Filled(filled.offcut, spots, float(shapely.area(filled.offcut.sound)) - plan.area)
    return laid if plan.length <= long + 0.02 and not faults_of(laid, cut, on) else None


def _so_many(blank: Blank, count: int) -> Blank:
    return replace(blank, copies=blank.copies[:count])
