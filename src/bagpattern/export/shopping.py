"""The shopping list as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bagpattern.errors import Problem
from bagpattern.export import Exporter, Files, Job
from bagpattern.export._costs import headed
from bagpattern.export._shopping import shopping_text
from bagpattern.language import Teller
from bagpattern.layout.plans import possible_lays
from bagpattern.layout.saved import recalled
from bagpattern.model.colourway import slot_words
from bagpattern.words import words


class Shopping(Exporter):
    """What to buy: cloth by the lay plans, notions by their stock sizes, needles and thread."""

    title = "shopping list"
    suffix = "md"
    drawn = False
    nests = False
    reads = ("plan",)

    def files(self, job: Job) -> Files:
        """One file; of cloth that is too narrow for a piece it warns, with what would help, and has no amount."""
        plans, problems = possible_lays(job.pattern)
        text = shopping_text(job.pattern, recalled(plans, job.options.plan))
        text += f"\n{_too_large(job.pattern.tell, problems)}\n" if problems else ""
        return {job.name(self.suffix, "shopping"): text.encode()}

    def told(self, job: Job) -> Iterator[str]:
        """Which pieces are wider than the cloth that is sold."""
        yield from (each.told(job.pattern.tell) for each in possible_lays(job.pattern)[1])


def _too_large(tell: Teller, problems: Iterable[Problem]) -> str:
    told = (f"- {tell(slot_words(each.key).capitalize())}: {tell(each.message)}" for each in problems)
    return headed(tell(words("Not sold wide enough")), told)
