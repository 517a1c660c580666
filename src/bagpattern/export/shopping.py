"""The shopping list as Markdown."""

from __future__ import annotations

from bagpattern.export import Exporter, Files, Job
from bagpattern.export._shopping import shopping_text
from bagpattern.layout.plans import lays
from bagpattern.layout.saved import recalled


class Shopping(Exporter):
    """What to buy: cloth by the lay plans, notions by their stock sizes, needles and thread."""

    title = "shopping list"
    suffix = "md"
    drawn = False
    nests = False
    reads = ("plan",)

    def files(self, job: Job) -> Files:
        """One file. Raises InputError, naming the pieces, when a cloth is too narrow."""
        text = shopping_text(job.pattern, recalled(lays(job.pattern), job.options.plan))
        return {job.name(self.suffix, "shopping"): text.encode()}
