"""BP106: curves are wide enough for their material."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.geometry.measure import tightest_radii
from bagpattern.lengths import under
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Name
from bagpattern.words import words

_SLACK = 0.05


class CurveRadius(Check):
    """A sewn curve of the body or the lining is no tighter than its material lies down in.

    Why: along a tight curve the raw edge is much longer than the stitching line, so a thick or stiff cloth stands up in
    pleats; below the seam allowance itself the curve cannot be sewn at all [construction 2.14].
    How to fix: a wider radius, a thinner material, a narrower allowance, or a square corner with one relief cut.
    """

    code = "BP106"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """One finding for each piece with too tight a curve: the tightest."""
        behind = pattern.draft.stiffenings
        for panel in pattern.draft.panels:
            if panel.role in (Role.BODY, Role.LINING):
                yield from self._tightest(panel, shop, _least_radius(panel, behind.get(panel.id, ()), shop))

    def _tightest(self, panel: Panel, shop: Workshop, least: float) -> Iterator[Finding]:
        radii = [(radius, edge) for edge in panel.edges for radius in _radii(edge)]
        refused = [
            (abs(radius), shop.allowance(edge)) for radius, edge in radii if under(abs(radius), shop.allowance(edge))
        ]
        if refused:
            radius, allowance = min(refused)
            yield self.error(
                panel.id,
                words(
                    "a curve of {radius} mm radius cannot be sewn with {allowance} mm allowance",
                    radius=Name(f"{radius:.1f}"),
                    allowance=Name(f"{allowance:.1f}"),
                ),
            )
        elif radii and min(abs(radius) for radius, _ in radii) < least - _SLACK:
            tightest = min(abs(radius) for radius, _ in radii)
            message = words(
                "a curve of {radius} radius is tight for its material: {least} lies flat",
                radius=Length(tightest),
                least=Length(round(least)),
            )
            yield self.warning(panel.id, message)


def _radii(edge: Edge) -> Iterator[float]:
    if edge.finish is Finish.SEAM:
        yield from tightest_radii(edge.path)


def _least_radius(panel: Panel, behind: tuple[Panel, ...], shop: Workshop) -> float:
    """The least radius of the panel's material, and of what lies *behind* it if that is stiffer."""
    slots = (each.material for each in (panel, *behind))
    return max(shop.materials[slot].least_radius for slot in slots if slot in shop.materials)
