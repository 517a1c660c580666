"""BP111: every seam is sewn, and once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.checks._made import made
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Said
from bagpattern.words import series, words


class Steps(Check):
    """Every seam is sewn in one operation, and tasks name seams that there are.

    Why: the instructions are the order of construction; a seam that nothing sews stays open, one in two is sewn twice.
    How to fix: name each seam in one task at most; what no task names is sewn in a step of its own.
    """

    code = "BP111"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every seam that nothing sews or several tasks do, every task that names an unknown seam."""
        known = {seam.id for seam in pattern.seams}
        for seam, titles in _declared(pattern).items():
            if seam not in known:
                message = words("is sewn in the step '{title}', but there is no such seam", title=titles[0])
                yield self.error(seam, message)
            elif len(titles) > 1:
                listed = series((words("'{title}'", title=title) for title in titles), ", ")
                yield self.error(seam, words("is sewn in {count} steps: {titles}", count=len(titles), titles=listed))
        sewn = made(pattern).sewn_at
        for each in made(pattern).draft.seams:
            if each.id not in sewn:
                yield self.error(each.id, words("is sewn in no step"))


def _declared(pattern: Pattern) -> dict[str, list[Said]]:
    """The titles of the tasks that sew each seam."""
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for task in pattern.draft.tasks:
        for seam in task.seams:
            found[seam].append(task.title)
    return found
