"""The side of a cloth and the notches that the words of an operation speak of are seen in its figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bagpattern.drawing.steps import Figure
from bagpattern.making.telling import said
from bagpattern.model.operation import Operation
from bagpattern.model.pattern import Pattern
from tests.drawing.lengths import bench_of

_SIDES = {
    "right sides together": "wrong",
    "wrong sides together": "right",
    "right side up": "right",
    "wrong side up": "wrong",
    "right side down": "wrong",
    "face down": "wrong",
    "right side out": "right",
    "wrong side out": "wrong",
    "on the right side": "right",
    "to the right side": "right",
    "on the wrong side": "wrong",
    "to the wrong side": "wrong",
}
"""By what is said, the side of some cloth that is seen then."""
_HIDDEN = {("marked", "wrong"), ("patch", "wrong")}
"""Kinds that draw dashed what lies behind, or show what was pressed under as it lies then: right side up."""
_MADE = {"caught"}
"""Kinds that show ends of what is folded or turned by then, and, as webbing, looks the same on both sides."""
_NOTCHED = re.compile(r"match the notches|every notch|between (the|its|their) notches")
_UNNOTCHED = {"covered"}
"""Kinds that show two parts of a bag as they go together, each too small for its notches."""


def unsided(pattern: Pattern, figure: Figure, of: list[Operation]) -> Iterator[str]:
    """Sides and notches that are told and not seen."""
    seen = {item.role.rsplit("-", 1)[-1] for item in figure.drawing.items}
    for each in of:
        told = pattern.tell(each.how or said(bench_of(pattern), (each,))).casefold()
        for phrase, side in _SIDES.items():
            made = phrase.endswith("together") and (figure.kind in _MADE or not each.pieces)
            hidden = made or (figure.kind, side) in _HIDDEN
            if phrase in told and side not in seen and not hidden:
                yield f"the words of {each.id} say {phrase!r}, and no {side} side is seen"
        if _NOTCHED.search(told) and "notch" not in seen and figure.kind not in _UNNOTCHED:
            yield f"the words of {each.id} speak of notches, and none is drawn"
