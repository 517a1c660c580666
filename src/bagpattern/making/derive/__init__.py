"""Operations that follow from what was drafted: from seams and what they catch, finishes, holes, zips, stiffening.

A rule takes the bench and puts on it what follows; the rules are below, in the order in which they build on each other.
"""

from __future__ import annotations

from bagpattern.making.bench import Bench
from bagpattern.making.derive.at_seams import clipped, topstitched
from bagpattern.making.derive.caught import laid, laid_across_darts, laid_within
from bagpattern.making.derive.declared import declared, joined, wished
from bagpattern.making.derive.edges import bound, finished, overcast
from bagpattern.making.derive.faces import bags_closed, laid_along, placed, stiffened
from bagpattern.making.derive.hardware import put_on, zipped
from bagpattern.making.derive.thinned import skived
from bagpattern.making.derive.tied import tied
from bagpattern.making.derive.turning import parts_turned, turned
from bagpattern.making.tapes import tapes_laid

RULES = (
    declared,
    joined,
    laid,
    tied,
    tapes_laid,
    laid_within,
    laid_across_darts,
    placed,
    bags_closed,
    stiffened,
    finished,
    bound,
    overcast,
    put_on,
    laid_along,
    zipped,
    clipped,
    topstitched,
    parts_turned,
    turned,
    skived,
    wished,
)


def derive(bench: Bench) -> None:
    """Put everything on the bench: what parts declare, and what follows from the draft."""
    for rule in RULES:
        rule(bench)
