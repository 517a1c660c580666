"""BP113: the numbers make sense."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.model.edge import Finish
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.piece import Piece
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name, Said
from bagpattern.words import words

_UNALLOWED = (Finish.FOLD, Finish.RAW)


class Numbers(Check):
    """Lengths are finite, ids are unique, counts are whole, materials are known, folds and raw edges have no allowance.

    Why: another program reads these figures and believes them.
    How to fix: this is a fault of a style or part, not of your sizes: please report it with your preset.
    """

    code = "BP113"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every id used twice, every figure that cannot be."""
        draft = pattern.draft
        for what, ids in (
            ("pieces", [panel.id for panel in draft.panels]),
            ("seams", [seam.id for seam in draft.seams]),
            ("notions", [notion.id for notion in draft.notions]),
        ):
            for name, count in Counter(ids).items():
                if count > 1:
                    yield self.error(name, words("is the id of {count} {what}", count=count, what=Name(what)))
        materials = {material.id for material in pattern.materials}
        for piece in pattern.pieces:
            yield from (self.error(piece.id, message) for message in _panel_faults(piece.panel, materials))
            yield from (self.error(piece.id, message) for message in _allowance_faults(piece))


def _panel_faults(panel: Panel, materials: set[str]) -> Iterator[Said]:
    if panel.material not in materials:
        yield words("is cut from {material}, which is no material of this bag", material=Name(f"{panel.material!r}"))
    if panel.count < 1 or not 0 <= panel.mirrored <= panel.count:
        yield words("is cut {count} times, {mirrored} of them mirrored", count=panel.count, mirrored=panel.mirrored)
    for each in panel.edges:
        if not math.isfinite(each.length):
            yield words("edge {name} has no finite length", name=Name(f"{each.name!r}"))


def _allowance_faults(piece: Piece) -> Iterator[Said]:
    for edge in piece.panel.edges:
        allowance = piece.allowances[edge.name]
        if not math.isfinite(allowance) or allowance < 0:
            yield words(
                "edge {name} has an allowance of {allowance} mm",
                name=Name(f"{edge.name!r}"),
                allowance=Name(str(allowance)),
            )
        elif edge.finish in _UNALLOWED and allowance != 0:
            yield words(
                "edge {name} is {finish} and has {allowance} mm allowance",
                name=Name(f"{edge.name!r}"),
                finish=Name(edge.finish),
                allowance=Name(f"{allowance:.1f}"),
            )
