"""BP110: the panels, sewn together, make a bag."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.making.surface import Facet, surface
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name, Said
from bagpattern.words import counted, words

_FINISHED = (Finish.HEM, Finish.BOUND, Finish.OPEN, Finish.RAW)


class ClosedBody(Check):
    """The body, its zips closed, is one surface: a ball with as many holes as it has finished rims; so is its lining.

    Why: seams may all be equally long and yet join the wrong edges; then the bag is a tube, is twisted, or falls apart.
    A ball has Euler characteristic 2 (corners less edges plus faces), and each hole takes 1 from it.
    How to fix: look for a seam that names the wrong copy or runs the wrong way round; give each rim that is meant to
    stay open the finish hem, bound, open or raw.
    """

    code = "BP110"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """What is wrong with the body, and with every lining in it; a single panel is a pocket's."""
        body = surface(pattern.draft, Role.BODY)
        if not body:
            yield self.error("body", words("no piece of this bag belongs to its body"))
            return
        yield from (self.error("body", message) for message in _body_faults(pattern.draft, body))
        linings = surface(pattern.draft, Role.LINING)
        for part in (each for each in linings if len(each.panels) > 1):
            yield from (self.error("lining", message) for message in _shape_faults(part))


def _body_faults(draft: Draft, parts: tuple[Facet, ...]) -> Iterator[Said]:
    if len(parts) > 1:
        lists = "; ".join(", ".join(part.panels) for part in parts)
        yield words("falls into {count} parts that no seam joins: {lists}", count=len(parts), lists=Name(lists))
    yield from _shape_faults(parts[0])
    for panel, copy, name in parts[0].along:
        finish = draft[panel].edge(name).finish
        if finish not in _FINISHED:
            yield words(
                "is open along {panel} #{copy} {name}, whose finish is {finish}: sew it to the body, or hem it",
                panel=Name(panel),
                copy=copy,
                name=Name(f"{name!r}"),
                finish=Name(finish),
            )


def _shape_faults(part: Facet) -> Iterator[Said]:
    if part.euler + part.rims != 2:
        rims = counted("{count} rim", "{count} rims", part.rims)
        yield (
            words(
                "makes no bag when it is sewn together: Euler characteristic {euler} with {rims}, and not 2 in all; "
                "a seam joins the wrong edges",
                euler=part.euler,
                rims=rims,
            )
        )
