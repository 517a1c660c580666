"""What pieces, edges and materials are called within a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from bagpattern.making.bench import Bench
from bagpattern.model.operation import Sheet
from bagpattern.model.seam import Run, Seam
from bagpattern.said import Said
from bagpattern.words import series


def panel_names(bench: Bench, panels: Iterable[str]) -> Said:
    """'front and base band': each panel once, in the order in which they are drafted."""
    wanted = set(panels)
    titles = [panel.title.lower() for panel in bench.draft.panels if panel.id in wanted]
    return series((series(titles[:-1], ", "), titles[-1]), " and ")


def side_names(bench: Bench, runs: Iterable[Run]) -> Said:
    """The panels of one side of a seam."""
    return panel_names(bench, (run.panel for run in runs))


def is_basted(bench: Bench, sheets: Iterable[Sheet]) -> bool:
    """Whether any of these is a lining that is basted to the shell, and stays free only where a zip is sewn on."""
    return any(sheet in bench.draft.basted for sheet in sheets)


def edge_names(bench: Bench, runs: Iterable[Run]) -> Said:
    """'front bottom': the edges of one side of a seam."""
    names = list(dict.fromkeys(bench.draft[run.panel].along(run.on).told for run in runs))
    return series((series(names[:-1], ", "), names[-1]), " and ")


def on_one_sheet(seam: Seam) -> bool:
    """Whether both sides of a seam lie on one sheet, as of a tube."""
    return len({(run.panel, run.copy) for run in (*seam.a, *seam.b)}) == 1
