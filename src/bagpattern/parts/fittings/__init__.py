"""Fittings: what is put on a bag beside pockets and straps, each with a name: loops, sleeves, feet, piping."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.errors import named, quoted
from bagpattern.geometry.path import Path
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.seam import SURFACE_ONLY, Run, Seam
from bagpattern.parameters import measure, text
from bagpattern.parts.part import NamedPart, host, refused
from bagpattern.parts.sewing.clearing import first_that
from bagpattern.parts.sewing.free_places import BULK, TabPlace, checked_places, is_free
from bagpattern.proposals import make_it
from bagpattern.registry import Family
from bagpattern.said import Name
from bagpattern.values import value
from bagpattern.words import words

_STEP = 5.0
"""mm from one place that a rule looks at to the next."""

FITTINGS = Family("bagpattern.parts.fittings", "fitting")


@value
class Fitting(NamedPart):
    """A part with a name of its own, put on the body."""

    family: ClassVar[str] = "fitting"
    late: ClassVar[bool] = False
    """Whether it hangs in what pockets bring, and so comes after all of them."""
    early: ClassVar[bool] = False
    """Whether it is laid on the bare panel, and so comes before all of them."""

    name: str = text(None, "what it is called; its pieces are named after it")


@value
class SeamFitting(Fitting):
    """A fitting whose end is caught in a seam, anywhere along an edge of a panel."""

    panel: str = text("back", "the panel at whose edge it hangs")
    edge: str = text("right", "the edge in whose seam it is caught, such as left, right, top or bottom")
    at: float | None = measure(
        None,
        "0 mm",
        "2 m",
        "its middle, along that edge from its left or lower end; left out: the free place nearest to the edge's middle",
    )

    def place(self, bag: Draft, width: float) -> TabPlace:
        """Where what is *width* mm wide is caught. Raises InputError when that is no seam, or not free."""
        panel = host(bag, self.panel)
        length = self._sewn(bag, panel).length
        half = width / 2 + BULK

        def at(value: float) -> tuple[TabPlace, ...]:
            return (TabPlace(panel.id, self.edge, _from_start(panel.edge(self.edge).path, value)),)

        if self.at is None:
            found = first_that(lambda each: is_free(bag, at(each), half), _outward(length))
            if found is None:
                fault = words(
                    "no place on the {edge} edge of the {id} is free for what is this wide",
                    edge=Name(self.edge),
                    id=Name(panel.id),
                )
                raise refused("edge", words("{fault}: choose another edge", fault=fault))
            return at(found)[0]
        if over(self.at, length):
            fault = words("the {edge} edge of the {id} ends", edge=Name(self.edge), id=Name(panel.id))
            mend = make_it(self, "at", most=length - half, otherwise=words("choose another edge"))
            raise refused("at", words("{fault} before: {mend}", fault=fault, mend=mend))
        return checked_places(bag, at, self.at, half, self, "at", length)[0]

    def _sewn(self, bag: Draft, panel: Panel) -> Path:
        sewn = {run.on for seam in bag.seams if seam.kind not in SURFACE_ONLY for run in _runs(seam, panel)}
        known = named(edge.name for edge in panel.edges if edge.name in sewn)
        if not panel.has_edge(self.edge):
            raise refused(
                "edge",
                words(
                    "the {id} has no edge {edge}: choose one of {known}",
                    id=Name(panel.id),
                    edge=quoted(self.edge),
                    known=known,
                ),
            )
        if self.edge not in sewn:
            raise refused(
                "edge",
                words(
                    "the {edge} edge of the {id} is not sewn: choose one of {known}",
                    edge=Name(self.edge),
                    id=Name(panel.id),
                    known=known,
                ),
            )
        return panel.edge(self.edge).path


def _runs(seam: Seam, panel: Panel) -> tuple[Run, ...]:
    return tuple(run for run in (*seam.a, *seam.b) if run.panel == panel.id)


def _from_start(path: Path, value: float) -> float:
    """mm from the path's start, of a place told from its left or lower end."""
    across = path.end - path.start
    rising = across.real > 0 if abs(across.real) >= abs(across.imag) else across.imag > 0
    return value if rising else path.length - value


def _outward(length: float) -> list[float]:
    """Places along an edge, the middle first."""
    count = int(length / 2 / _STEP)
    steps = sorted(range(-count, count + 1), key=abs)
    return [length / 2 + step * _STEP for step in steps]
