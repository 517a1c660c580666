"""BP305, BP306, BP307, BP311, BP316, BP318: parts lie where a seam is to hold them, once, and in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.checks._made import Made, made
from bagpattern.making.joints import held_runs, sheet_of
from bagpattern.making.work import FLAT
from bagpattern.model.edge import Finish
from bagpattern.model.operation import LAYING, Verb
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.seam import SURFACE_ONLY, Seam, SeamKind, Stands
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Name
from bagpattern.words import form, words

_SAME = 2.0
"""mm: a panel that is as wide as another within so much lies flat on it [K]."""


class LaidFirst(Check):
    """Whatever is caught in a seam was laid there before.

    Why: a tab that nobody bastes to the edge is not in the seam when that is sewn.
    How to fix: it is derived for everything caught; a part that lays it itself names the seam it is for.
    """

    code = "BP305"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every sheet that a seam catches and nothing brings there."""
        making = made(pattern)
        for seam in made(pattern).draft.seams:
            for sheet in dict.fromkeys(map(sheet_of, held_runs(seam))) if seam.id in making.sewn_at else ():
                if not making.laid(sheet, seam):
                    message = words(
                        "is caught in the seam '{seam}', but nothing lays it there first", seam=Name(seam.id)
                    )
                    yield self.error(sheet.panel, message)


class LaidOnce(Check):
    """Nothing is laid twice for one seam, and each stiffening is fixed once.

    Why: a step that is told twice makes the maker look for a second piece.
    How to fix: leave the laying to one part.
    """

    code = "BP306"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every second laying of one sheet for one seam, and of a stiffening in a second step."""
        making = made(pattern)
        seen: set[tuple[object, ...]] = set()
        for each in making.operations:
            for sheet in each.pieces if each.do is Verb.BASTE and each.goal else ():
                if (sheet, each.goal) in seen:
                    yield self.error(sheet.panel, words("is laid for '{seam}' again", seam=Name(each.goal)))
                seen.add((sheet, each.goal))
        for panel in _stiffenings(pattern):
            if len({making.step[making.operations[place].id] for place in making.fixed(panel)}) > 1:
                yield self.error(panel.id, words("is laid in two steps"))


class FixedInTime(Check):
    """Stiffening is fixed before its piece is sewn.

    Why: nothing can be fused or laid flat behind a panel that is part of a bag already.
    How to fix: declare it in the task that prepares the piece.
    """

    code = "BP316"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every stiffening that comes too late."""
        making = made(pattern)
        for panel in _stiffenings(pattern):
            fixed, used = making.fixed(panel), making.users(panel.stiffens, caught=False)
            if fixed and used and used[0] < fixed[0]:
                yield self.error(panel.id, words("is laid when its piece is sewn already"))


def _stiffenings(pattern: Pattern) -> Iterator[Panel]:
    return (each for each in made(pattern).draft.panels if each.role is Role.STIFFENING and each.stiffens)


class Walls(Check):
    """A wall that is held at both sides along one panel is narrower, or wider, than that panel.

    Why: as wide as the panel and held nowhere else it lies flat on it, and divides nothing.
    How to fix: hold it in the middle of the sides, where there is something to divide.
    """

    code = "BP307"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every pocket that hangs flat on the panel beside it."""
        for panel in made(pattern).draft.panels:
            if panel.role is Role.POCKET:
                yield from (
                    self._flat(panel, host) for host in _hosts(pattern, panel) if _as_wide(pattern, panel, host)
                )

    def _flat(self, panel: Panel, host: str) -> Finding:
        wide = Length(_width(panel))
        message = form(
            "is held at both sides along '{host}', at its own width ({wide}), and nowhere else: it lies flat on it"
        )
        return self.error(panel.id, words(message, host=Name(host), wide=wide))


def _hosts(pattern: Pattern, panel: Panel) -> set[str]:
    """The panels along which both sides of a wall are held, where nothing else holds it; what lies on one is none.

    One edge of a panel is none of them: a wall that is held along it alone stands on it.
    """
    at: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for seam in made(pattern).draft.seams:
        stands = (each for each in seam.caught if each.stands is Stands.BETWEEN and seam.kind not in SURFACE_ONLY)
        for run in (run for each in stands for run in each.runs if run.panel == panel.id):
            at[run.on] |= {(each.panel, each.on) for each in (*seam.a, *seam.b)}
    free = [edge.name for edge in panel.edges if edge.finish is Finish.SEAM and edge.name not in at]
    if not {"left", "right"} <= at.keys() or not free or any(_attached(pattern, panel.id, edge) for edge in free):
        return set()
    return {panel for panel, on in at["left"] for other, beside in at["right"] if panel == other and on != beside}


def _attached(pattern: Pattern, panel: str, edge: str) -> bool:
    seams = (
        each
        for each in made(pattern).draft.seams
        if any((run.panel, run.on) == (panel, edge) for run in (*each.a, *each.b))
    )
    roles = {made(pattern).draft[run.panel].role for seam in seams for run in (*seam.a, *seam.b)}
    return bool(roles & {Role.BODY, Role.LINING})


def _as_wide(pattern: Pattern, panel: Panel, host: str) -> bool:
    return abs(_width(panel) - _width(made(pattern).draft[host])) < _SAME


def _width(panel: Panel) -> float:
    left, _, right, _ = panel.stitching_line.bounds
    return right - left


class StillOpen(Check):
    """Nothing goes under a part, or into a seam, that is sewn already.

    Why: the seam would have to be unpicked.
    How to fix: lay it before; the planner does, unless an ``after`` forbids it.
    """

    code = "BP311"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Everything that is laid for a seam after it."""
        making = made(pattern)
        for place, each in enumerate(making.operations):
            if each.do in (*LAYING, Verb.INSERT) and making.sewn_at.get(each.goal, place) < place:
                yield self.error(each.id, words("is to go into '{seam}', which is sewn already", seam=Name(each.goal)))


class Flat(Check):
    """Parts go on to the face of a panel while that lies flat.

    Why: under the needle a panel that is closed nearly all round cannot be spread.
    How to fix: sew the part on before the panel's own seams.
    """

    code = "BP318"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every part that is sewn on to a panel of which too little is free."""
        making = made(pattern)
        for seam in made(pattern).draft.seams:
            if seam.kind is SeamKind.PLACEMENT and seam.id in making.sewn_at and not _is_flat(making, seam):
                yield self.error(
                    seam.a[0].panel, words("is closed nearly all round when '{s}' is sewn", s=Name(seam.id))
                )


def _is_flat(making: Made, seam: Seam) -> bool:
    host = sheet_of(seam.a[0])
    own = {edge.name for edge in making.draft[host.panel].edges}
    held = 0.0
    for other in making.draft.seams:
        if other.kind not in SURFACE_ONLY and making.sewn_at.get(other.id, 10**6) < making.sewn_at[seam.id]:
            runs = (run for run in (*other.a, *other.b, *held_runs(other)) if sheet_of(run) == host and run.on in own)
            held += sum(making.draft.run_length(run) for run in runs)
    return held <= (1 - FLAT) * making.cloth.around[host.panel]
