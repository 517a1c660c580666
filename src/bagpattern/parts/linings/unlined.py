"""The inside of a bag without a lining of its own: tape round the raw edges of its seams, a hem or tape at its rim."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.notion import Notion
from bagpattern.model.operation import BINDING, task
from bagpattern.model.panel import Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.naming import RIM_HEM, SHELL
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.edging import finished_rim
from bagpattern.parts.sewing.joinery import refinished
from bagpattern.parts.workshop import Workshop
from bagpattern.words import trade, words

BINDING_SPARE = 40.0
"""mm of binding beyond each seam's length [construction 7.6, K]."""


def unlined(bag: Draft, body: Body, shop: Workshop) -> Draft:
    """Tape round the raw edges of every seam; a rim is hemmed, bound where it curves, topstitched where it is raw."""
    opening = body.opening(SHELL.prefix)
    rims = () if opening.zipped else opening.sides[0]
    bag = _finished(bag, rims, shop) if rims else bag
    return bag + _binding(bag, {where.seam for where in body.folds()})


def _finished(bag: Draft, rims: tuple[Run, ...], shop: Workshop) -> Draft:
    finish, title, made = finished_rim(shop, "shell", [bag[run.panel].edge(run.on).path for run in rims])
    return refinished(bag, rims, finish) + Draft(tasks=(task(title, made, key=RIM_HEM),))


def _binding(bag: Draft, uncut: set[str]) -> Draft:
    """The tape for every seam whose raw edges show inside; the planner has each bound before another crosses it."""
    bound = [seam for seam in bag.seams if shows_inside(bag, seam) and seam.id not in uncut]
    return Draft(notions=tape_for(bag, bound))


def tape_for(bag: Draft, bound: list[Seam]) -> tuple[Notion, ...]:
    """What is bought to bind those seams, and the rim where that is bound."""
    rims = [edge.length for panel in bag.panels if panel.role is Role.BODY for edge in panel.edges if _is_bound(edge)]
    used = sum(bag.side_length(seam.a) for seam in bound) + sum(rims) + BINDING_SPARE * (len(bound) + len(rims))
    if not used:
        return ()
    told = words("folded over the rim, and over the raw edges inside the bag")
    note = told if rims else words("folded over the raw edges inside the bag")
    title, size = words("Binding tape"), trade(20.0)
    return (Notion(BINDING, "binding", title, size, used, 20.0, note=note, buy=rounded_up(used)),)


def _is_bound(edge: Edge) -> bool:
    return edge.finish is Finish.BOUND


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
