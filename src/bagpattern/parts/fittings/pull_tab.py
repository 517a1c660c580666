"""A pull tab: a folded strip across the end of a zip, to hold on to while the slider is drawn [S: learnmyog].

It is caught in the seam across the zip's end, its middle on the zip's where that seam goes on to either side.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import quoted
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Task, Verb, done, task
from bagpattern.model.panel import Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.strap import Mode, Strap
from bagpattern.parameters import choice, measure, remark
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.folds import fold_choice, fold_of
from bagpattern.parts.sewing.free_places import bulks
from bagpattern.parts.sewing.joinery import Place, catching, place_on
from bagpattern.parts.sewing.strips import Crossline, Strip
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Name
from bagpattern.values import value
from bagpattern.words import form, series, words

MAIN = "main zip"
"""The zip that is meant where none is named, if the bag has it."""
BOTH, FIRST, LAST = "both", "first", "last"


@value
class PullTab(Fitting):
    """A folded strip at one end of a zip or at both, of any width: a hand holds the bag there."""

    late: ClassVar[bool] = True

    zip: str | None = remark("the zip across whose ends it lies; left out: the main zip, or the only one")
    ends: str = choice(BOTH, (BOTH, FIRST, LAST), "at both of the zip's ends, where its seam begins, or where it ends")
    width: float = measure("25 mm", "10 mm", "60 mm", "of the strip, finished")
    shows: float = measure("30 mm", "20 mm", "100 mm", "how far it stands out of the seam, folded in half")
    fold: str = fold_choice()

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the tabs. Raises InputError when there is no such zip, or no seam across its end has room."""
        places = [place for place in self._places(bag, self._seam(bag)) if place is not None]
        if not places:
            raise refused("zip", words("no seam lies across that end of the zip: choose another zip, or take this out"))
        strip = self._strip(shop, len(places))
        bag = bag + strip.draft() + Draft(tasks=(self._making(strip, shop),))
        for copy, place in enumerate(places, start=1):
            bag = self._caught(bag, strip, place, copy)
        return bag

    def _seam(self, bag: Draft) -> Seam:
        """The seam of the zip that is named."""
        seams = {seam.zip: seam for seam in bag.seams if seam.zip and seam.kind is SeamKind.ZIP}
        if not seams:
            raise refused("kind", words("the bag has no zip in a seam: take this out"))
        name = self.zip or (MAIN if MAIN in seams else next(iter(seams)))
        if name not in seams:
            known = series(map(quoted, seams), ", ")
            raise refused(
                "zip",
                words("no seam of the bag holds a zip {name}: write one of {known}", name=quoted(name), known=known),
            )
        return seams[name]

    def _places(self, bag: Draft, seam: Seam) -> Iterator[Place | None]:
        """Where the seams across the zip's ends reach it."""
        if self.ends in (BOTH, FIRST):
            yield _across(bag, seam.a[0], first=True)
        if self.ends in (BOTH, LAST):
            yield _across(bag, seam.a[-1], first=False)

    def _strip(self, shop: Workshop, count: int) -> Strip:
        line = Crossline(form("tab fold"), self.shows, LineKind.FOLD)
        strap = Strap(Mode.TAB, self.width, self.shows, self.shows)
        title, bulk = self.called.capitalize(), shop.thickness("shell")
        return Strip(self.id, title, self.width, 2 * self.shows, bulk, count, (line,), fold_of(shop, self.fold), strap)

    def _making(self, strip: Strip, shop: Workshop) -> Task:
        fold = words("Fold each strip in half, right side out and ends even, and baste the ends inside the allowance.")
        return task(words("Make the {name}", name=self.called), *strip.making(shop), done(Verb.FOLD, fold, self.id))

    def _caught(self, bag: Draft, strip: Strip, place: Place, copy: int) -> Draft:
        """Both ends of one strip in the middle over the zip's end, or beside it where the seam ends there."""
        whole = bag.side_length(place.seam.a)
        if over(strip.layer, whole):
            mend = make_it(self, "width", most=whole - strip.layer + self.width, otherwise=words("choose another zip"))
            fault = words("the seam across the zip's end is only {whole} long", whole=Length(whole))
            raise refused("width", words("{fault}: {mend}", fault=fault, mend=mend))
        low = min(max(place.low - strip.layer / 2, 0.0), whole - strip.layer)
        for each in bulks(bag, place.seam):
            if each.strap and each.strap != self.id and under(each.low, low + strip.layer) and under(low, each.high):
                fault = words("it would lie on {name}", name=Name(str(each.name)))
                raise refused("ends", words("{fault}: choose the other end, or move that", fault=fault))
        ends = (*strip.end_caught("start", low, copy), *strip.end_caught("end", low, copy))
        return catching(bag, place.seam.id, *ends)


def _across(bag: Draft, run: Run, first: bool) -> Place | None:
    """The seam of the edge that meets a zip's at the beginning of a run, or at its end, and where on it that is."""
    panel = bag[run.panel]
    names = [edge.name for edge in panel.edges]
    at_start = first is not run.reversed  # where the edge itself begins
    beside = panel.edges[(names.index(run.on) + (-1 if at_start else 1)) % len(names)]
    at = beside.length if at_start else 0.0
    found = place_on(bag, panel.id, beside.name, at, at)
    if found is None or found.seam.kind is not SeamKind.PLAIN:
        return None
    shell = all(bag[each.panel].role is Role.BODY for each in (*found.seam.a, *found.seam.b))
    return found if shell else None
