"""How long a making takes and how hard it is: estimates, by kinds of operations and lengths [K, all of it].

For somebody who has sewn before and makes this bag for the first time.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from bagpattern.model.operation import Operation, Verb
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import Seam, SeamKind

_PIECE, _CUT = 2.0, 1 / 400
"""min for a piece that is cut, and for each mm round it."""
_AT_ONCE = {
    Verb.SEW: 2.0,
    Verb.TOPSTITCH: 1.5,
    Verb.HEM: 4.0,
    Verb.BIND: 5.0,
    Verb.FELL: 4.0,
    Verb.OVERCAST: 3.0,
    Verb.SKIVE: 3.0,
    Verb.FUSE: 2.0,
    Verb.QUILT: 5.0,
    Verb.CLIP: 1.5,
    Verb.SLIT: 3.0,
    Verb.TURN: 5.0,
    Verb.INSERT: 3.0,
    Verb.OPEN: 0.2,
    Verb.CLOSE: 0.2,
}
"""min to prepare and to finish each operation; others take ``_USUAL``."""
_USUAL = 1.5
_SEWN = {SeamKind.ZIP: 1 / 60, SeamKind.PLACEMENT: 1 / 100, SeamKind.BOUND: 1 / 60}
"""min for each mm of a seam of these kinds, pinned and sewn; other seams take ``_PLAIN``."""
_PLAIN = 1 / 120
_BY_HAND = 0.5
"""min for a stitch whose needle looks for its hole from the other side of a frame."""
_SPREAD = 0.25
"""A share of the time by which makers differ, up and down."""
_STEPS, _HARDEST = (8, 14), 5
"""A bag of more steps is harder, of still more harder again."""


class Hours(NamedTuple):
    """From so many to so many, in halves."""

    least: float
    most: float


def minutes(pattern: Pattern, operation: Operation) -> float:
    """What one operation takes."""
    seams = operation.seams if operation.do in (Verb.SEW, Verb.FELL) else ()
    sewn = sum(_sewn(pattern, pattern.seams[each]) for each in seams)
    return _AT_ONCE.get(operation.do, _USUAL) + sewn + operation.stitches * _BY_HAND


def _sewn(pattern: Pattern, seam: Seam) -> float:
    return pattern.length(seam) * _SEWN.get(seam.kind, _PLAIN)


def cutting(pattern: Pattern) -> float:
    """Minutes for cutting all pieces and for their marks."""
    return sum((_PIECE + piece.cutting_path.length * _CUT) * piece.panel.count for piece in pattern.pieces)


def hours(pattern: Pattern) -> Hours:
    """What all of it takes."""
    operations = (each for numbered in pattern.steps for each in numbered.step.operations)
    total = cutting(pattern) + sum(minutes(pattern, each) for each in operations)
    least, most = total * (1 - _SPREAD) / 60, total * (1 + _SPREAD) / 60
    return Hours(max(0.5, math.floor(least * 2) / 2), math.ceil(most * 2) / 2)


def difficulty(pattern: Pattern) -> int:
    """From 1 to 5: zips, curves on straight edges, a bag that is turned, and many steps are hard."""
    done = {each.do for numbered in pattern.steps for each in numbered.step.operations}
    kinds = {seam.kind for seam in pattern.seams}
    hard = (SeamKind.ZIP in kinds, Verb.CLIP in done, Verb.TURN in done)
    return min(_HARDEST, 1 + sum(hard) + sum(len(pattern.steps) > each for each in _STEPS))
