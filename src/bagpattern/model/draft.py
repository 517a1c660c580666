"""A draft: what a style or a part returns. Drafts add up, and nothing edits one."""

from __future__ import annotations

from collections.abc import Iterable

from bagpattern.geometry.points import Point
from bagpattern.model.closing import Closing
from bagpattern.model.marks import Hole, Line
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Sheet, Task, Verb
from bagpattern.model.panel import Panel, Role
from bagpattern.model.ruled import Ruled
from bagpattern.model.seam import Run, Seam
from bagpattern.model.space import Space
from bagpattern.values import once, replace, value


class TakenError(Exception):
    """There is a panel of this ``id`` already."""

    def __init__(self, panel_id: str) -> None:
        self.id = panel_id
        super().__init__(panel_id)


@value
class Draft:
    """Panels at finished size, the seams that join them, the notions they need, the tasks of their making.

    ``spaces`` are its pockets and compartments, for what is to be carried in them; ``closings`` are how its openings
    are closed, ``ruled`` what rules have made of lengths that may be left to them.
    """

    panels: tuple[Panel, ...] = ()
    seams: tuple[Seam, ...] = ()
    notions: tuple[Notion, ...] = ()
    tasks: tuple[Task, ...] = ()
    spaces: tuple[Space, ...] = ()
    closings: tuple[Closing, ...] = ()
    ruled: tuple[Ruled, ...] = ()

    def __add__(self, other: Draft) -> Draft:
        """Both together. Raises TakenError for a panel of an id that is taken: the two could not be told apart."""
        taken = self._panels.keys() & other._panels.keys() if other.panels else ()
        if taken:
            raise TakenError(min(taken))
        return Draft(
            self.panels + other.panels,
            self.seams + other.seams,
            self.notions + other.notions,
            self.tasks + other.tasks,
            self.spaces + other.spaces,
            self.closings + other.closings,
            self.ruled + other.ruled,
        )

    @once
    def _panels(self) -> dict[str, Panel]:
        return {panel.id: panel for panel in self.panels}

    @once
    def _seams(self) -> dict[str, Seam]:
        return {seam.id: seam for seam in self.seams}

    @once
    def stiffenings(self) -> dict[str, tuple[Panel, ...]]:
        """What lies behind each panel that is stiffened, by its id."""
        hosts = dict.fromkeys(panel.stiffens for panel in self.panels if panel.stiffens)
        return {host: tuple(panel for panel in self.panels if panel.stiffens == host) for host in hosts}

    @once
    def turned(self) -> frozenset[str]:
        """The ids of seams whose allowances are trimmed: they lie between two layers that are turned right side out."""
        done = (each for task in self.tasks for each in task.operations if each.do is Verb.TRIM)
        return frozenset(seam for each in done for seam in each.seams)

    @once
    def basted(self) -> frozenset[Sheet]:
        """The linings that a part has basted to the shell, to be sewn with it as one cloth."""
        done = (each for task in self.tasks for each in task.operations if each.do is Verb.BASTE)
        return frozenset(sheet for each in done for sheet in each.pieces if self._is_lining(sheet.panel))

    def _is_lining(self, panel_id: str) -> bool:
        return panel_id in self and self[panel_id].role is Role.LINING

    def __contains__(self, panel_id: str) -> bool:
        return panel_id in self._panels

    def __getitem__(self, panel_id: str) -> Panel:
        """The panel of that id. Raises KeyError."""
        return self._panels[panel_id]

    def seam(self, seam_id: str) -> Seam:
        """The seam of that id. Raises KeyError."""
        return self._seams[seam_id]

    def joins_lengths(self, seam: Seam) -> bool:
        """Whether a seam joins the parts of one panel that was divided, such as the lengths of a strip."""
        runs = (*seam.a, *seam.b)
        return len({self[run.panel].origin for run in runs}) == 1 < len({run.panel for run in runs})

    def replacing(self, *panels: Panel) -> Draft:
        """This draft with panels of the same ids in the places of the old ones."""
        new = {panel.id: panel for panel in panels}
        return replace(self, panels=tuple(new.get(panel.id, panel) for panel in self.panels))

    def resewing(self, *seams: Seam) -> Draft:
        """This draft with seams of the same ids in the places of the old ones."""
        new = {seam.id: seam for seam in seams}
        return replace(self, seams=tuple(new.get(seam.id, seam) for seam in self.seams))

    def marking(self, panel_id: str, lines: Iterable[Line] = (), holes: Iterable[Hole] = ()) -> Draft:
        """This draft with lines and holes added to one panel."""
        return self.replacing(self[panel_id].marked(lines, holes))

    def span(self, run: Run) -> tuple[float, float]:
        """Where a run starts and ends, in mm along its edge, the smaller first."""
        length = self[run.panel].along(run.on).length
        return run.start or 0.0, length if run.end is None else run.end

    def run_length(self, run: Run) -> float:
        """mm."""
        low, high = self.span(run)
        return high - low

    def side_length(self, runs: Iterable[Run]) -> float:
        """mm of several runs sewn as one."""
        return sum(self.run_length(run) for run in runs)

    def point_along(self, run: Run, at: float) -> Point:
        """The point *at* mm into a run, in sewing direction, on its panel."""
        low, high = self.span(run)
        return self[run.panel].along(run.on).path.point_at(high - at if run.reversed else low + at)
