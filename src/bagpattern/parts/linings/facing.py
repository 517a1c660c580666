"""A facing: the top of a lining, all round the rim, is cut from the shell, so that no lining shows [construction 7.2].

The lining is divided when everything lies on it: a snap near the rim is then set in the facing.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain

from bagpattern.errors import reason
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import SAME
from bagpattern.geometry.segments import Straight
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import JOINED, Operation, Verb, sew, task
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Wall
from bagpattern.parameters import slug
from bagpattern.parts.naming import RIM
from bagpattern.parts.part import LEAST_WIDTH, refused
from bagpattern.parts.sewing.clearing import down_from, first_that, up_from
from bagpattern.parts.sewing.cuts import Split, split
from bagpattern.proposals import limits, tellable
from bagpattern.said import Length
from bagpattern.values import replace
from bagpattern.words import form, words

FACED_WITH = "shell"


def faced(of: object, bag: Draft, wide: float) -> Draft:
    """*bag* with facings *wide* mm wide along its rim, as the lining *of* declares them.

    Raises InputError when its lining cannot be divided so, with the nearest width that would do.
    """
    rim = next((seam for seam in bag.seams if seam.id == RIM), None)
    if rim is None:
        raise refused(
            "facing", words("only the rim of an open bag is faced, and a zip closes this one: leave this out")
        )
    if any(bag[run.panel].is_on(Wall.FLAP) for run in rim.b):
        raise refused("facing", words("the lining is in one with that of the flap, and has no facing: leave this out"))
    try:
        return _along(bag, rim, wide)
    except ValueError as error:
        least, most = limits(of, "facing")
        widths = chain(up_from(wide, most), down_from(wide, least))
        near = first_that(tellable(of, "facing", lambda other: _is_free(bag, rim, other)), widths)
        mend = (
            words("leave it out") if near is None else words("it would fit with a facing of {near}", near=Length(near))
        )
        message = form("{wide} of facing do not go on this lining ({error}): {mend}")
        raise refused("facing", words(message, wide=Length(wide), error=reason(error), mend=mend)) from error


def _is_free(bag: Draft, rim: Seam, wide: float) -> bool:
    try:
        _along(bag, rim, wide)
    except ValueError:
        return False
    return True


def _along(bag: Draft, rim: Seam, wide: float) -> Draft:
    """*bag* with facings all along the rim. Raises ValueError with what is in the way."""
    count = Counter(run.panel for run in rim.b)
    ids: list[str] = []
    for run in rim.b:
        bag, seam = _divided(bag, run.panel, run.on, wide, f" {run.on}" if count[run.panel] > 1 else "")
        ids.append(seam)
    sewn = sew(*ids, how=words("Sew each facing to the top of its lining piece, right sides together."))
    stitched = words("Turn the allowances down, to the lining, and stitch them there.")
    down = Operation(Verb.PRESS, stitched, seams=tuple(ids))
    return bag + Draft(tasks=(task(words("Sew the facings to the lining"), sewn, down, key=JOINED),))


def _divided(bag: Draft, whole: str, on: str, wide: float, named: str) -> tuple[Draft, str]:
    """*bag* with the strip along one edge of a lining panel cut apart from it, and the id of the seam between.

    Raises ValueError when something lies on both sides of the cut, or the strip does not lie within the panel's sides.
    """
    panel = next(each for each in bag.panels if each.id == whole and each.has_edge(on))
    how = _cut(panel, on, wide, named)
    bag, strip = split(bag, how), how.after[0]
    bag = bag.replacing(replace(bag[strip], material=FACED_WITH), replace(bag[whole], cut_from=panel.cut_from))
    line = how.cut.name
    seam = Seam(f"{whole} {line}", (Run(whole, line),), (Run(strip, line, reversed=True),), marked=True)
    return bag + Draft(seams=(seam,)), seam.id


def _cut(panel: Panel, on: str, wide: float, named: str) -> Split:
    """From the edge before the rim to the edge after it; the facing lies behind the cut."""
    names = [edge.name for edge in panel.edges]
    index = names.index(on)
    before, rim, after = panel.edges[index - 1], panel.edges[index], panel.edges[(index + 1) % len(names)]
    line = Path(tuple(part for segment in rim.path.segments for part in segment.offset(-wide)))
    at, to = _meeting(before, line, last=True), _meeting(after, line, last=False)
    if at is None or to is None:
        raise ValueError(words("it would end beside the sides of the {panel}", panel=panel.title.lower()))
    start, end = before.path.point_at(at), after.path.point_at(to)
    path = line_path(start, end) if _is_straight(line) else line
    cut = Edge(f"facing line{named}", path)
    called = panel.title.lower()
    piece = words("{panel} {line}", panel=called, line=rim.told) if named else called
    title = words("{piece} facing", piece=piece).capitalize()
    strip = f"{panel.id}{slug(named) and f'-{slug(named)}'}-facing", title
    return Split(panel, before.name, at, after.name, to, cut, (panel.id, panel.title), strip)


def _meeting(edge: Edge, line: Path, last: bool) -> float | None:
    """mm along a side at which the facing's line meets it; None when it does not, or too near to an end."""
    if _is_straight(line):
        found = edge.path.crossings(line.start, line.tangent_at(0.0))
        at = (found[-1] if last else found[0]) if found else None
    else:
        at = _place(edge, line.start if last else line.end)
    inside = at is not None and LEAST_WIDTH < at < edge.length - LEAST_WIDTH
    return at if inside else None


def _place(edge: Edge, end: complex) -> float | None:
    """Where on a straight side a point lies: a curved rim stands square on its sides."""
    at = abs(end - edge.path.start)
    on = _is_straight(edge.path) and at <= edge.length and abs(edge.path.point_at(at) - end) < SAME
    return at if on else None


def _is_straight(path: Path) -> bool:
    return len(path.segments) == 1 and isinstance(path.segments[0], Straight)
