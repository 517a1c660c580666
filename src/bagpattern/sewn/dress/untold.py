"""What is not to be seen on the bag, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.model.panel import Role
from bagpattern.model.seam import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bagpattern.model.seam import Run, Seam
    from bagpattern.sewn.bag import Surface
    from bagpattern.sewn.dress.ground import Ground

_HIDDEN = frozenset({"thread", "board", "zip-slider"})
"""Kinds of notions that are nowhere to be seen as such, or are part of another one."""
_INSIDE = "it is inside the bag"
_SEWN_IN = "it is sewn in, out of sight"
_NOWHERE = "the pattern does not say where it is to be seen"


def untold(ground: Ground, surfaces: Iterable[Surface], shown: set[str]) -> dict[str, str]:
    """The pieces and bought things that are not shown, by id, each with the reason."""
    seen = shown | {each.piece for each in surfaces} | {each.notion for each in surfaces}
    inside, notes = _inside(ground), {}
    for notion in ground.draft.notions:
        if notion.id not in seen and notion.kind not in _HIDDEN:
            sewn_in = notion.length is not None and notion.kind != "zip"  # what is sold by length, and lies nowhere
            notes[notion.id] = _INSIDE if notion.owner in inside else _SEWN_IN if sewn_in else _NOWHERE
    for panel in ground.draft.panels:
        plain = panel.role in (Role.POCKET, Role.STRAP, Role.CLOSURE, Role.OTHER)
        if plain and panel.id not in seen and not ground.has(panel.id):
            notes[panel.id] = _INSIDE if panel.owner in inside or _is_inner(ground, panel.id) else _NOWHERE
    return notes


def _inside(ground: Ground) -> set[str]:
    """The parts of the bag that lie on linings, behind a face, or in seams that nobody sees."""
    found = set()
    for panel in ground.draft.panels:
        for line in panel.lines:
            if line.owner and (line.behind or not ground.has(panel.id)):
                found.add(line.owner)
        if panel.owner and _is_inner(ground, panel.id):
            found.add(panel.owner)
    return found


def _is_inner(ground: Ground, panel: str) -> bool:
    """Whether no seam in which a panel is sewn or caught is one of the outside."""
    seams = [each for each in ground.draft.seams if any(run.panel == panel for run in _runs(each))]
    return not any(ground.has(run.panel, run.copy) for seam in seams for run in (*seam.a, *seam.b))


def _runs(seam: Seam) -> Iterable[Run]:
    """What a seam joins, and what stands out from it; what is caught behind or inside is hidden by that."""
    shown = [caught for caught in seam.caught if caught.stands not in HIDDEN]
    return (*seam.a, *seam.b, *(run for caught in shown for run in caught.runs))
