"""The inside of a bag without a lining of its own: tape round the raw edges of its seams, a hem at its rim."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import BINDING, task
from bagpattern.model.panel import Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parts.bodies.body import RIM_HEM, SHELL, Body
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.edging import hemmed_rim
from bagpattern.parts.sewing.joinery import refinished
from bagpattern.parts.workshop import Workshop
from bagpattern.words import trade, words

BINDING_SPARE = 40.0
"""mm of binding beyond each seam's length [construction 7.6, K]."""


def unlined(bag: Draft, body: Body, shop: Workshop) -> Draft:
    """Tape round the raw edges of every seam; a rim is hemmed, or topstitched where it stays raw."""
    opening = body.opening(SHELL.prefix)
    rims = () if opening.zipped else opening.sides[0]
    return _hemmed(bag, rims, shop) + _binding(bag, {where.seam for where in body.folds()})


def _hemmed(bag: Draft, rims: tuple[Run, ...], shop: Workshop) -> Draft:
    finish, title, made = hemmed_rim(shop, "shell")
    return refinished(bag, rims, finish) + Draft(tasks=(task(title, made, key=RIM_HEM),)) if rims else bag


def _binding(bag: Draft, uncut: set[str]) -> Draft:
    """The tape for every seam whose raw edges show inside; the planner has each bound before another crosses it."""
    bound = [seam for seam in bag.seams if shows_inside(bag, seam) and seam.id not in uncut]
    return Draft(notions=(tape_for(bag, bound),))


def tape_for(bag: Draft, bound: list[Seam]) -> Notion:
    """What is bought to bind those seams."""
    used = sum(bag.side_length(seam.a) for seam in bound) + BINDING_SPARE * len(bound)
    note = words("folded over the raw edges inside the bag")
    return Notion(BINDING, "binding", words("Binding tape"), trade(20.0), used, 20.0, note=note, buy=rounded_up(used))


def shows_inside(bag: Draft, seam: Seam) -> bool:
    """Whether the raw edges of a seam show inside the bag."""
    return seam.kind is SeamKind.PLAIN and all(bag[run.panel].role is Role.BODY for run in (*seam.a, *seam.b))


def of_pocket(bag: Draft, seam: Seam) -> bool:
    """Whether a seam joins layers of pockets, or such a layer to the body, and is not turned in between them.

    Where that frays it is bound, too.
    """
    roles = {bag[run.panel].role for run in (*seam.a, *seam.b)}
    return (
        seam.kind is SeamKind.PLAIN and seam.id not in bag.turned and Role.POCKET in roles <= {Role.BODY, Role.POCKET}
    )
