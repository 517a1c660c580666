"""A lining that is cut like the shell and basted to it, panel by panel, so that both are sewn as one cloth.

No raw edge is hidden between two layers, as in a lining that is dropped in: tape binds every seam [construction 11.7].
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Operation, Sheet, Verb, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Seam, SeamKind
from bagpattern.parts.naming import LINING
from bagpattern.parts.sewing.in_one import Uncut
from bagpattern.parts.sewing.joinery import caught_like
from bagpattern.values import replace
from bagpattern.words import words


def basted(bag: Draft, uncut: Sequence[Uncut]) -> Draft:
    """*bag*, a drafted body, with a lining on every panel, caught wherever that is sewn.

    Where the shell is *uncut* its lining is, too: until both are cut in one, each has a seam of its own there.
    """
    apart = [bag.seam(where.seam) for where in uncut]
    lined = replace(bag, seams=tuple(seam for seam in bag.seams if seam not in apart))
    for panel in bag.panels:
        if panel.role is Role.BODY:
            lined = caught_like(lined, panel.id, _like(panel))
    return lined + Draft(seams=tuple(each for seam in apart for each in (seam, _own(seam))))


def also_uncut(where: Uncut) -> Uncut:
    """Where the lining is cut in one, as the shell is."""
    return where._replace(
        seam=_own_id(where.seam),
        id=f"{LINING.prefix}{where.id}",
        title=LINING.titled(where.title),
        called={f"{LINING.prefix}{panel}": LINING.titled(called).lower() for panel, called in where.called.items()},
    )


def _own_id(seam: str) -> str:
    return f"{LINING.prefix}{seam}"


def _own(seam: Seam) -> Seam:
    """The seam of the lining behind a seam of the shell."""
    a, b = (tuple(replace(run, panel=f"{LINING.prefix}{run.panel}") for run in side) for side in (seam.a, seam.b))
    return replace(seam, id=_own_id(seam.id), a=a, b=b, caught=())


def _like(panel: Panel) -> Panel:
    edges = tuple(replace(edge, behind=(panel.id, edge.name)) for edge in panel.edges)
    called = replace(panel, id=f"{LINING.prefix}{panel.id}", title=LINING.titled(panel.title), edges=edges)
    return replace(called, material=LINING.material, role=LINING.role)


def settled(bag: Draft) -> Draft:
    """*bag*, complete, its linings finished at the rim as the shell is, their pockets sewn on before the basting."""
    shell = {_known(panel, edge): edge for panel in bag.panels if panel.role is Role.BODY for edge in panel.edges}
    panels = tuple(_finished_alike(shell, panel) if panel.role is Role.LINING else panel for panel in bag.panels)
    linings = [panel for panel in panels if panel.role is Role.LINING]
    how = _AT_ZIP if any(_is_in_zip(bag, panel) for panel in linings) else _ALL_ROUND
    sheets = (Sheet(panel.id, copy) for panel in linings for copy in range(1, panel.count + 1))
    each = (Operation(Verb.BASTE, how, pieces=(sheet,)) for sheet in sheets)
    basting = task(words("Baste the lining to the shell"), *each)
    return replace(bag, panels=panels, tasks=(*bag.tasks, basting))


_ALL_ROUND = words(
    "Lay each lining piece on the wrong side of its shell piece, edges even, and baste all "
    "round inside the allowance. From now on the two are one cloth."
)
_AT_ZIP = words(
    "Lay each lining piece on the wrong side of its shell piece, edges even, and baste it inside the allowance, all "
    "round but where the zip is sewn on: there the lining stays free. Elsewhere the two are one cloth from now on."
)


def _is_in_zip(bag: Draft, lining: Panel) -> bool:
    """Whether a zip's seam holds a lining."""
    zips = (seam for seam in bag.seams if seam.kind is SeamKind.ZIP)
    return any(run.panel == lining.id for seam in zips for each in seam.caught for run in each.runs)


def _known(panel: Panel, edge: Edge) -> tuple[str, str]:
    """The panel and the name of an edge as it was drafted, wherever it is now, whole or in parts."""
    return (panel.origin, edge.name) if edge.was is None else (edge.was.panels[-1], edge.was.edge)


def _finished_alike(shell: Mapping[tuple[str, str], Edge], lining: Panel) -> Panel:
    """A lining with the finish and allowance that its shell panel has come to, be either of them divided."""
    return replace(lining, edges=tuple(_alike(shell, edge) for edge in lining.edges))


def _alike(shell: Mapping[tuple[str, str], Edge], edge: Edge) -> Edge:
    own = None if edge.behind is None else shell.get(edge.behind)
    return edge if own is None else replace(edge, finish=own.finish, allowance=own.allowance, corner=own.corner)
