"""What is not to be seen on the bag, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.attached.lying import lies
from bagpattern.model.edge import Finish
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind, Stands

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Run, Seam
    from bagpattern.sewn.bag import Surface
    from bagpattern.sewn.dress.ground import Ground

HIDDEN = frozenset({"thread", "board", "patch", "zip-slider"})
"""Kinds of notions that are nowhere to be seen as such, or are part of another one."""
PLAIN = frozenset({Role.POCKET, Role.STRAP, Role.CLOSURE, Role.OTHER})
"""What may be seen beside the body and its lining; stiffening lies behind a panel by its nature."""
INSIDE = "it is inside the bag, which is closed"
BEHIND = "it lies behind another layer, out of sight"
SEWN_IN = "it is sewn in, out of sight"
LOOSE = "it is sewn to nothing, and lies loose in the bag"
NOWHERE = "the pattern does not say where it is to be seen"


def untold(ground: Ground, surfaces: Iterable[Surface], shown: set[str], inner: bool) -> dict[str, str]:
    """The pieces and bought things that are not shown, by id, each with the reason.

    *inner* says that the bag is looked into: then nothing is hidden by its being inside.
    """
    seen = shown | {each.piece for each in surfaces} | {each.notion for each in surfaces}
    inside, sunk = (set(), set()) if inner else (_inside(ground), _sunk(ground))
    notes = dict.fromkeys(sunk - seen, INSIDE)
    for notion in ground.draft.notions:
        if notion.id not in (*seen, *notes) and notion.kind not in HIDDEN:
            notes[notion.id] = INSIDE if notion.owner in inside else _bought(ground, notion)
    for panel in ground.draft.panels:
        if panel.role in PLAIN and panel.id not in (*seen, *notes) and not ground.has(panel.id):
            notes[panel.id] = _cut(ground, panel, inside, inner, seen)
    return notes


def _sunk(ground: Ground) -> set[str]:
    """Zips, and the strips that they join, that lie within the mouth of the bag."""
    joined = (each for each in ground.draft.seams if each.kind is SeamKind.ZIP and each.zip)
    sunk = [each for each in joined if not any(ground.has(run.panel) for run in _all(each))]
    strips = {run.panel for each in sunk for run in _all(each) if ground.draft[run.panel].role in PLAIN}
    return strips | {each.zip for each in sunk if each.zip}


def _bought(ground: Ground, notion: Notion) -> str:
    """What is sold by length, and lies nowhere, runs in a casing or a seam; a snap is under the flap that it holds."""
    if any(hole.holds == notion.id for panel in ground.draft.panels for hole in panel.holes):
        return BEHIND
    if notion.length is not None and notion.kind != "zip":
        return SEWN_IN
    lies = any(line.holds == notion.id for panel in ground.draft.panels for line in panel.lines)
    return BEHIND if lies else NOWHERE


def _cut(ground: Ground, panel: Panel, inside: set[str], inner: bool, seen: set[str]) -> str:
    if panel.id in _behind(ground) or all(each.finish is Finish.RAW for each in panel.edges):
        return BEHIND  # a patch with raw edges is there for what is sewn through it
    if panel.owner in inside or (not inner and _is_inner(ground, panel.id)):
        return INSIDE
    own = [each for each in ground.draft.seams if any(run.panel == panel.id for run in _all(each))]
    if inner and any(run.panel in seen and ground.draft[run.panel].owner == panel.owner for run in _joined(own)):
        return BEHIND  # the back of what has two layers
    alone = all(run.panel == panel.id for seam in own for run in _all(seam))
    return LOOSE if alone else NOWHERE


def _joined(seams: Iterable[Seam]) -> Iterable[Run]:
    """What seams join edge to edge."""
    return (run for seam in seams if seam.kind is not SeamKind.PLACEMENT for run in (*seam.a, *seam.b))


def _behind(ground: Ground) -> set[str]:
    """The panels that lie on the wrong side of another: the bag of a pocket behind its window, a patch, a facing."""
    caught = (
        run.panel
        for seam in ground.draft.seams
        for each in seam.caught
        if each.stands is Stands.BEHIND
        for run in each.runs
    )
    marked = (line.holds for panel in ground.draft.panels for line in panel.lines if line.behind)
    return {each.panel for each in lies(ground.draft) if each.wrong} | set(caught) | set(marked)


def _inside(ground: Ground) -> set[str]:
    """The parts of the bag that lie on linings, or in seams that nobody sees."""
    found = {
        line.owner
        for panel in ground.draft.panels
        for line in panel.lines
        if line.owner and not ground.has(panel.id) and panel.role is Role.LINING
    }
    return found | {each.owner for each in ground.draft.panels if each.owner and _is_inner(ground, each.id)}


def _is_inner(ground: Ground, panel: str) -> bool:
    """Whether no seam in which a panel is sewn or caught is one of the outside."""
    seams = [each for each in ground.draft.seams if any(run.panel == panel for run in _all(each))]
    return not any(ground.has(run.panel, run.copy) for seam in seams for run in (*seam.a, *seam.b))


def _all(seam: Seam) -> Iterable[Run]:
    """What a seam joins, and what is caught in it."""
    return (*seam.a, *seam.b, *(run for caught in seam.caught for run in caught.runs))
