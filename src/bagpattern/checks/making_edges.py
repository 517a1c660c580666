"""BP312, BP313, BP314, BP317: raw edges are finished, stiffening is held, no iron touches what melts."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.catalog.materials import Material
from bagpattern.checks import Check
from bagpattern.checks._made import Made, made
from bagpattern.model.edge import Finish
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.seam import SURFACE_ONLY, Seam, SeamKind
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name
from bagpattern.words import words

_INSIDE = frozenset({Role.BODY, Role.POCKET})


class RawEdges(Check):
    """In a bag without a lining raw edges that fray are bound or closed in, each before a seam crosses its end.

    Why: they fray away from the seam inside the bag, and a binding that begins under another seam cannot be sewn.
    How to fix: bind them, close them in, or choose a cloth that does not fray.
    """

    code = "BP312"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every seam whose raw edges stay raw, or are bound too late."""
        making = made(pattern)
        glued = (seam for seam in making.draft.seams if seam.kind not in SURFACE_ONLY)
        if any(_roles(pattern, seam) & {Role.LINING} for seam in glued):
            return
        for seam in made(pattern).draft.seams:
            if seam.kind is SeamKind.PLAIN and _roles(pattern, seam) <= _INSIDE and seam.id in making.sewn_at:
                yield from self._left_raw(pattern, making, seam)

    def _left_raw(self, pattern: Pattern, making: Made, seam: Seam) -> Iterator[Finding]:
        bound = [
            place
            for place, each in enumerate(making.operations)
            if each.do in (Verb.BIND, Verb.FELL, Verb.OVERCAST) and seam.id in each.seams
        ]
        slots = {made(pattern).draft[run.panel].material for run in (*seam.a, *seam.b)}
        if not bound and any(_cloth(pattern, slot).frays for slot in slots):
            yield self.error(
                seam.id, words("leaves raw edges inside the bag that fray, and nothing binds or overcasts them")
            )
        elif bound and any(making.sewn_at[each] < bound[0] for each in making.crossing(seam)):
            yield self.error(seam.id, words("is bound when another seam crosses its end already"))


def _roles(pattern: Pattern, seam: Seam) -> set[Role]:
    return {made(pattern).draft[run.panel].role for run in (*seam.a, *seam.b)}


class HeldStiffening(Check):
    """Stiffening that ends inside the stitching line is fused, or stitched through.

    Why: no seam holds it; it rolls up within the bag.
    How to fix: choose one that is fused, or quilt it to its panel.
    """

    code = "BP313"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every stiffening of the shell or the lining that nothing holds."""
        making = made(pattern)
        for panel in made(pattern).draft.panels:
            if (
                panel.role is Role.STIFFENING
                and panel.stiffens
                and _cloth(pattern, panel.material).stiffening == "stitch"
            ):
                host = made(pattern).draft[panel.stiffens]
                held = making.working(panel.id, Verb.FUSE, Verb.QUILT, Verb.TOPSTITCH)
                if host.role in (Role.BODY, Role.LINING) and not held:
                    yield self.error(
                        panel.id, words("ends inside the stitching line of its piece, and nothing holds it")
                    )


def _cloth(pattern: Pattern, slot: str) -> Material:
    return next(each for each in pattern.materials if each.id == slot)


class Iron(Check):
    """No iron touches what must not be ironed.

    Why: wax, vinyl and laminates melt, leather shrinks.
    How to fix: crease, clip or roll it instead; an operation with ``heat`` is for cloths that bear it.
    """

    code = "BP314"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every operation that takes an iron to such a piece."""
        for each in made(pattern).operations:
            for slot in sorted(_slots(pattern, each)) if each.heat else ():
                if _cloth(pattern, slot).iron == "no":
                    message = words(
                        "takes an iron to {cloth}, which must not be ironed", cloth=_cloth(pattern, slot).title
                    )
                    yield self.error(each.id, message)


def _slots(pattern: Pattern, operation: Operation) -> set[str]:
    panels = {each.panel for each in operation.pieces} | {each.panel for each in operation.on}
    return {made(pattern).draft[panel].material for panel in panels if panel in made(pattern).draft}


class Hems(Check):
    """Every hem and every bound edge is made, those of parts before they are sewn in.

    Why: a pocket's top cannot be hemmed when its sides are sewn down.
    How to fix: it is derived from the finish of the edge; a part that declares it does so in the task that sews it on.
    """

    code = "BP317"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every edge that nothing hems or binds, or too late."""
        making = made(pattern)
        for panel in made(pattern).draft.panels:
            for edge in panel.edges:
                verb = {Finish.HEM: Verb.HEM, Finish.BOUND: Verb.BIND}.get(edge.finish)
                if verb is not None:
                    yield from self._late(making, panel, edge.name, verb)

    def _late(self, making: Made, panel: Panel, edge: str, verb: Verb) -> Iterator[Finding]:
        done = [place for place, each in enumerate(making.operations) if each.do is verb and _of(each, panel.id)]
        used = [place for place in making.users(panel.id) if not _binds(making, place, panel)]
        what = words("hemmed") if verb is Verb.HEM else words("bound")
        if not done:
            yield self.error(
                panel.id, words("has its edge '{edge}' {what}, but nothing does it", edge=Name(edge), what=what)
            )
        elif panel.role not in (Role.BODY, Role.LINING) and used and used[0] < done[0]:
            yield self.error(panel.id, words("is {what} when it is sewn in already", what=what))


def _of(operation: Operation, panel: str) -> bool:
    return any(each.panel == panel for each in operation.pieces) or any(each.panel == panel for each in operation.on)


def _binds(making: Made, place: int, panel: Panel) -> bool:
    """Whether an operation joins the layers of a part whose edges are bound together after it, or its lengths."""
    seams = [making.draft.seam(name) for name in making.operations[place].seams]
    mine = (each for each in seams if any(run.panel == panel.id for run in (*each.a, *each.b)))
    return any(each.kind is SeamKind.BOUND or making.draft.joins_lengths(each) for each in mine)
