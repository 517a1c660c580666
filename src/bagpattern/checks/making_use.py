"""BP301, BP302, BP320, BP322: everything is used, and the operations name what is there, in the order that they ask."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.checks._made import made
from bagpattern.making.led import leads
from bagpattern.model.operation import Operation
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name
from bagpattern.words import words

_WITHOUT = ("thread", "zip-slider")
"""Kinds that no operation has to name: thread is in every seam, sliders are told with their zip."""


class UsedPieces(Check):
    """Every piece that is cut is used.

    Why: a piece in no seam and in nobody's hand was cut for nothing, or its step is missing.
    How to fix: sew it in a seam, or name it in an operation of the part that drafts it.
    """

    code = "BP301"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every panel in no seam and in no operation."""
        making = made(pattern)
        for panel in made(pattern).draft.panels:
            if not making.users(panel.id) and not making.working(panel.id):
                yield self.error(panel.id, words("is cut, but nothing is done with it"))


class UsedNotions(Check):
    """Whatever is bought is put somewhere, what hangs is hung there, and every marked hole is made.

    Why: a ring that no step puts on is found on the table when the bag is closed.
    How to fix: name the notion in an operation of the part that buys it; a hole says which notion it ``holds``.
    """

    code = "BP302"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every notion that no operation names or hangs where it belongs, every hole that none makes."""
        operations = made(pattern).operations
        named = {notion for each in operations for notion in each.notions}
        for notion in made(pattern).draft.notions:
            if notion.kind not in _WITHOUT and notion.id not in named:
                yield self.error(notion.id, words("is bought, but nothing is done with it"))
            elif (
                notion.kind == "swivel"
                and notion.hooks
                and not any({notion.id, notion.hooks} <= {*each.notions} for each in operations)
            ):
                yield self.error(notion.id, words("is never hung in '{ring}'", ring=Name(notion.hooks)))
            elif notion.leads and not any(leads(made(pattern).draft, each, notion) for each in operations):
                yield self.error(notion.id, words("is to have '{strap}' led through it", strap=Name(notion.leads)))
        made_at = {(where.panel, where.on) for each in operations for where in each.on}
        for panel in made(pattern).draft.panels:
            for label in sorted({str(hole.label) for hole in panel.holes}):
                if (panel.id, label) not in made_at:
                    yield self.error(
                        panel.id, words("has a hole marked '{label}' that nothing makes", label=Name(label))
                    )


class Wishes(Check):
    """What was declared to come after or before something does.

    Why: a part may know a reason for an order that follows from nothing else.
    How to fix: take the ``after`` or ``before`` back, or name an operation that there is.
    """

    code = "BP320"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every wish that is not met."""
        operations = made(pattern).operations
        place = {each.id: number for number, each in enumerate(operations)}
        for number, each in enumerate(operations):
            for other in (*each.after, *each.before):
                wanted_after = other in each.after
                if other not in place or (place[other] < number) is not wanted_after:
                    when = words("after") if wanted_after else words("before")
                    yield self.error(each.id, words("is to come {when} '{other}'", when=when, other=Name(other)))


class Named(Check):
    """Operations name pieces, seams and notions that there are.

    Why: what is told of a thing that is not there cannot be done.
    How to fix: name what the part itself drafts; what others draft is found by seams and holes.
    """

    code = "BP322"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every name in an operation that stands for nothing."""
        draft = made(pattern).draft
        panels, seams = {each.id for each in draft.panels}, {each.id for each in draft.seams}
        known = panels | seams | {each.id for each in draft.notions}
        for each in made(pattern).operations:
            for name in (name for name in _names(each) if name not in known):
                yield self.error(each.id, words("names '{name}', which is not there", name=Name(name)))


def _names(operation: Operation) -> Iterator[str]:
    yield from (each.panel for each in operation.pieces)
    yield from (each.panel for each in operation.on)
    yield from operation.notions
    yield from operation.seams
    yield from (name for name in (operation.goal, operation.around) if name)
