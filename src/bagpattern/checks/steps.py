"""BP111: every seam is sewn in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Said
from bagpattern.words import english, series


class Steps(Check):
    """Every seam belongs to exactly one step of the making, and every step's seams are there.

    Why: the instructions are the order of construction; a seam in no step is never sewn, one in two is sewn twice.
    How to fix: name the seam's id in the step of the part that drafts it.
    """

    code = "BP111"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every seam in no step or in several, every step that names an unknown seam."""
        sewn: defaultdict[str, list[Said]] = defaultdict(list)
        for step in (each.step for each in pattern.steps):
            for seam in step.seams:
                sewn[seam].append(step.title)
        for seam in dict.fromkeys(seam.id for seam in pattern.seams):
            titles = sewn.pop(seam, [])
            if not titles:
                yield self.error(seam, "is sewn in no step")
            elif len(titles) > 1:
                listed = series((english("'{title}'", title=title) for title in titles), ", ")
                yield self.error(seam, english("is sewn in {count} steps: {titles}", count=len(titles), titles=listed))
        for seam, titles in sewn.items():
            message = english("is sewn in the step '{title}', but there is no such seam", title=titles[0])
            yield self.error(seam, message)
