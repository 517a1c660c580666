"""What the work of a bag comes to: minutes by what is done, for a workshop's own rate."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.making.minutes import cutting, minutes
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from bagpattern.words import words

DOING = {
    Verb.CUT: words("cutting"),
    Verb.MARK: words("marking"),
    Verb.FUSE: words("fusing"),
    Verb.LAY: words("laying"),
    Verb.BASTE: words("basting"),
    Verb.SEW: words("sewing"),
    Verb.TOPSTITCH: words("topstitching"),
    Verb.QUILT: words("quilting"),
    Verb.HEM: words("hemming"),
    Verb.BIND: words("binding"),
    Verb.FELL: words("felling"),
    Verb.OVERCAST: words("overcasting"),
    Verb.SKIVE: words("skiving"),
    Verb.FOLD: words("folding"),
    Verb.PRESS: words("pressing"),
    Verb.CLIP: words("clipping"),
    Verb.TRIM: words("trimming"),
    Verb.SLIT: words("slitting"),
    Verb.TURN: words("turning"),
    Verb.PUT: words("placing"),
    Verb.INSERT: words("setting hardware"),
    Verb.THREAD: words("threading"),
    Verb.OPEN: words("opening"),
    Verb.CLOSE: words("closing"),
}
"""What the work is called, by what is done."""


def by_verb(pattern: Pattern) -> Mapping[Verb, float]:
    """Minutes of one bag by what is done, the longest first; cutting is that of all pieces, with their marks."""
    found: dict[Verb, float] = {Verb.CUT: cutting(pattern)}
    for numbered in pattern.steps:
        for each in numbered.step.operations:
            if each.do is not Verb.TELL:
                found[each.do] = found.get(each.do, 0.0) + minutes(pattern, each)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
