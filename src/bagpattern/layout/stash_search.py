"""A stash on the second look: what finds no room by its bounding box may find some by its true shape."""

from __future__ import annotations

import random
from collections import Counter
from time import monotonic

import shapely

from bagpattern.layout.blanks import Blank
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.engines.search import bettered
from bagpattern.layout.engines.watch import Watch
from bagpattern.layout.lay import first_plan
from bagpattern.layout.plans import least_across
from bagpattern.layout.stash import Filled, Order, Outcome, faults_of, lacking, out_of
from bagpattern.values import replace

ANGLES = tuple(float(each) for each in range(0, 360, 15))
"""Degrees at which pieces are tried where they may lie at any angle."""


def squeezed(outcome: Outcome, on: Cloth, seconds: float, watch: Watch) -> Outcome:
    """*outcome*, or one with less missing: each rectangle is laid anew, by true shapes, with all that is missing.

    Half of the seconds are for pieces in other orders, and at other angles, where offcuts have any shape; the rest is
    shared by the rectangles whose area would do.
    """
    if not outcome.missing or seconds <= 0:
        return outcome
    outcome = _in_other_orders(outcome, on, seconds / 2, watch)
    if not outcome.missing:
        return outcome
    seconds /= 2
    roomy = [each for each in outcome.filled if each.offcut.plain and each.left >= lacking(outcome)]
    for each in sorted(roomy, key=lambda filled: -filled.left):
        found = _with_all(each, outcome, on, seconds / len(roomy), watch)
        if found:
            filled = tuple(found if other is each else other for other in outcome.filled)
            return replace(outcome, filled=filled, missing=())
    return outcome


def _in_other_orders(outcome: Outcome, on: Cloth, seconds: float, watch: Watch) -> Outcome:
    """Hides laid again in orders by chance, the same every time, as long as something is missing."""
    stash = [each.offcut for each in outcome.filled]
    end, chance = monotonic() + seconds, random.Random(0)
    turns = ANGLES if on.free else ()
    while not all(each.plain for each in stash) and outcome.missing and monotonic() < end and not watch.stopped:
        ranks = [chance.uniform(0.3, 1.0) for _ in outcome.blanks]
        order = _by_rank({id(blank): rank for blank, rank in zip(outcome.blanks, ranks, strict=True)})
        found = out_of(stash, outcome.blanks, on, [order], turns)
        outcome = min(outcome, found, key=lacking)
    return outcome


def _by_rank(ranks: dict[int, float]) -> Order:
    """The largest first, each counted as larger or smaller than it is."""
    return lambda blank: -blank.area * ranks[id(blank)]


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
