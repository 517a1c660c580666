"""BP310, BP319, BP321: hardware is on its strip or tape before the ends are held."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.checks._made import Made, made
from bagpattern.making.joints import held_runs
from bagpattern.model.notion import Sold
from bagpattern.model.operation import PUTTING_ON, Verb
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.seam import Seam, SeamKind
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name
from bagpattern.words import words

_ENDS = ("start", "end")


class Sliders(Check):
    """A zip by the metre gets its sliders before a seam crosses its ends.

    Why: a slider goes on to an open end of the tape only.
    How to fix: it is derived for notions that say which zip they are for.
    """

    code = "BP310"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every zip whose sliders come too late, or not at all."""
        making = made(pattern)
        for seam in made(pattern).draft.seams:
            zip_notion = making.notions.get(seam.zip or "")
            if seam.kind is SeamKind.ZIP and zip_notion and zip_notion.stock is Sold.METRE:
                put = _slid_on(making, zip_notion.id)
                last = min((making.sewn_at[each] for each in making.crossing(seam)), default=len(making.operations))
                if put is None:
                    yield self.error(zip_notion.id, words("comes by the metre, and nothing puts its sliders on"))
                elif put > last:
                    yield self.error(zip_notion.id, words("gets its sliders when a seam has closed its ends"))


def _slid_on(making: Made, tape: str) -> int | None:
    for place, each in enumerate(making.operations):
        if each.do in PUTTING_ON and any(
            making.notions[name].zip == tape for name in each.notions if name in making.notions
        ):
            return place
    return None


class Threaded(Check):
    """A ring or a slider is on its strip before both ends of the strip are held.

    Why: afterwards it can only be sewn on, or the strap unpicked.
    How to fix: it is derived for notions that say what ``threads`` them; declare it in the task that makes the strip.
    """

    code = "BP319"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Everything that comes on to a closed strip."""
        making = made(pattern)
        for notion in made(pattern).draft.notions:
            put = [place for place, each in enumerate(making.operations) if notion.id in each.notions]
            held = [making.sewn_at[seam.id] for seam in _holding(making, notion.threads)]
            if put and held and _step(making, put[0]) > _step(making, max(held)):
                message = words("goes on '{strip}', whose ends are held already", strip=Name(notion.threads))
                yield self.error(notion.id, message)


def _holding(making: Made, strip: str) -> Iterator[Seam]:
    """The seams that hold an end of a strip."""
    for seam in making.draft.seams:
        runs = (*seam.a, *seam.b, *held_runs(seam))
        if seam.id in making.sewn_at and any(run.panel == strip and run.on in _ENDS for run in runs):
            yield seam


def _step(making: Made, place: int) -> int:
    return making.step[making.operations[place].id]


class Wrapped(Check):
    """What is folded round the end of a tape has its fold there, not its cut ends.

    Why: a tab whose two ends lie in the end seam is folded the other way round.
    How to fix: draft it so that its ends lie on the tape, its fold at the tape's end.
    """

    code = "BP321"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every tab that is told as folded over a tape's end and drafted otherwise."""
        making = made(pattern)
        for panel in made(pattern).draft.panels:
            both = [seam.id for seam in made(pattern).draft.seams if set(_ENDS) <= _held_edges(seam, panel.id)]
            folds = (making.operations[place] for place in making.working(panel.id, Verb.FOLD)) if both else ()
            for each in folds:
                around = making.notions.get(each.around)
                if around is not None and around.kind == "zip":
                    message = words(
                        "is folded over a zip's end, and both its cut ends lie in '{seam}'", seam=Name(both[0])
                    )
                    yield self.error(panel.id, message)


def _held_edges(seam: Seam, panel: str) -> set[str]:
    return {run.on for run in held_runs(seam) if run.panel == panel}
