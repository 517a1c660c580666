"""A flap cut in one with the back over which it comes, its lining in one with that of the back: no hinge is sewn.

It is drafted like one that is caught in the rim, and cut in one when all that lies on its panels is known. The seam of
the rim then goes on round its free edges.
"""

from __future__ import annotations

from collections.abc import Iterable

from bagpattern.geometry.segments import Straight
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Was
from bagpattern.model.operation import Operation, Task, Verb, Where
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.model.wall import Wall
from bagpattern.parts.naming import RIM
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.in_one import Uncut, beside, in_one
from bagpattern.parts.sewing.joinery import refinished
from bagpattern.values import replace
from bagpattern.words import form, series, words

HINGE, FOLD = "hinge", "flap fold"
"""The edge of a flap that is sewn on; the line where one begins that is cut in one with the back."""
_MEND = words('write sewn = "rim"')
CLIPPED = 10.0
"""mm of rim on either side of a flap that is narrower: less leaves no corner that can be clipped and turned [K]."""


def behind(bag: Draft, runs: Iterable[Run]) -> tuple[Run, ...]:
    """Those of the runs of a rim that lie along its back."""
    return tuple(run for run in runs if bag[run.panel].is_on(Wall.BACK))


def leaves_corners(rim: float, wide: float) -> bool:
    """Whether a flap *wide* mm wide ends with a rim of *rim* mm, or leaves of it what can be turned on either side."""
    beside = (rim - wide) / 2
    return not over(beside, 0.0) or not under(beside, CLIPPED)


def with_back(bag: Draft, edge: str) -> Draft:
    """*bag* with the flap that is caught in its rim in one with the back, for shell and lining.

    *edge* is the id of the seam round its free edges. Raises InputError at ``sewn`` when the rim is divided there, is
    curved, or holds something else.
    """
    rim, free = bag.seam(RIM), bag.seam(edge)
    outer, inner = (each for each in rim.caught if bag[each.runs[0].panel].is_on(Wall.FLAP))
    if len(outer.runs) > 1:
        raise refused("sewn", words('a style line divides the flap where it begins: write sewn = "rim"'))
    others = tuple(each for each in rim.caught if each not in (outer, inner))
    _check_free(bag, others, outer.at, outer.at + bag.side_length(outer.runs))
    longer = bag.side_length(free.a) - bag.side_length(outer.runs)
    others = tuple(replace(each, at=each.at + longer) if over(each.at, outer.at) else each for each in others)
    bag = replace(bag, seams=tuple(each for each in bag.seams if each is not free))
    bag, a = _round(bag, rim.a, outer, free.a)
    bag, b = _round(bag, rim.b, inner, free.b)
    ease = bag.side_length(b) - bag.side_length(a)
    bag = bag.resewing(replace(rim, a=a, b=b, caught=others, ease=ease))
    for each, runs in ((outer, rim.a), (inner, rim.b)):
        bag = _in_one(bag, each.runs[0], behind(bag, runs)[0].panel)
    return replace(bag, tasks=tuple(_sewn(each) for each in bag.tasks))


def _check_free(bag: Draft, caught: Iterable[Caught], low: float, high: float) -> None:
    """Whether nothing else is caught in the rim from *low* to *high* mm, where it will not be sewn."""
    for each in caught:
        if under(each.at, high) and over(each.at + bag.side_length(each.runs), low):
            message = form('the {piece} is caught in the rim where the cloth goes on: write sewn = "rim"')
            piece = bag[each.runs[0].panel].title.lower()
            raise refused("sewn", words(message, piece=piece))


def _round(bag: Draft, side: tuple[Run, ...], hinge: Caught, free: tuple[Run, ...]) -> tuple[Draft, tuple[Run, ...]]:
    """One side of the rim's seam, going round the *free* edges instead of along the *hinge* in the middle of the back.

    The edge of the back is divided; the stretch between becomes an edge called as the fold.
    """
    along = behind(bag, side)
    rims = (bag[run.panel].edge(run.on).path for run in along)
    if any(len(path.segments) > 1 or not isinstance(path.segments[0], Straight) for path in rims):
        raise refused("sewn", words('the rim of the back is curved, and a fold is straight: write sewn = "rim"'))
    if len(along) != 1 or under(bag.run_length(along[0]), bag[along[0].panel].edge(along[0].on).length):
        raise refused("sewn", words('the rim of the back is divided: write sewn = "rim"'))
    (run,) = along
    panel, rim = bag[run.panel], bag[run.panel].edge(run.on)
    beside = (rim.length - bag.side_length(hinge.runs)) / 2
    rim = replace(rim, was=rim.was or Was((*panel.cut_from, panel.id), rim.name))
    fold = replace(rim, name=FOLD)
    order = [fold]
    if over(beside, 0.0):
        fold = replace(fold, path=rim.path.part(beside, rim.length - beside))
        start, end = _stretch(rim, "start", 0.0, beside), _stretch(rim, "end", rim.length - beside, rim.length)
        order = [start, fold, end]
    edges = tuple(new for each in panel.edges for new in (order if each.name == run.on else [each]))
    bag = refinished(bag, free, rim.finish, rim.allowance)
    bag = _moved(bag.replacing(replace(panel, edges=edges)), run, [each for each in order if each.name != FOLD])
    corners = [Run(run.panel, each.name, reversed=run.reversed) for each in order if each.name != FOLD]
    corners = corners[::-1] if run.reversed else corners
    new = (*corners[:1], *free, *corners[1:])
    return bag, tuple(each for old in side for each in (new if old is run else (old,)))


def _stretch(rim: Edge, name: str, low: float, high: float) -> Edge:
    return replace(rim, name=f"{rim.name} {name}", path=rim.path.part(low, high), title=rim.told)


def _moved(bag: Draft, run: Run, corners: list[Edge]) -> Draft:
    """*bag* with what is done along the old edge done on what is left of it, or simply on its panel."""

    def places(where: Where) -> tuple[Where, ...]:
        if (where.panel, where.on) != (run.panel, run.on):
            return (where,)
        left = tuple(Where(where.panel, where.copy, each.name) for each in corners)
        return left or (Where(where.panel, where.copy),)

    def moved(each: Operation) -> Operation:
        return replace(each, on=tuple(new for where in each.on for new in places(where)))

    tasks = (replace(made, operations=tuple(map(moved, made.operations))) for made in bag.tasks)
    return replace(bag, tasks=tuple(tasks))


def _in_one(bag: Draft, hinge: Run, back: str) -> Draft:
    """*bag* with the panel of a hinge in one with the *back*, at the fold."""
    flap = bag[hinge.panel]
    turned = beside(bag, Run(back, FOLD), Run(flap.id, HINGE))
    parts = (each for each in bag.panels if each.origin == flap.origin and each.id != flap.id)
    # what is cut from it lies as it does, and is of the layer that it is
    bag = bag.replacing(*(replace(each.placed(turned), role=bag[back].role) for each in parts))
    seam = Seam(f"{flap.id} {HINGE}", (Run(back, FOLD),), (Run(flap.id, HINGE, reversed=True),))
    title = words("{panel} with flap", panel=bag[back].title)
    where = Uncut(
        seam.id, back, title, FOLD, words("flap fold"), "sewn", {flap.id: flap.title.lower()}, measured=True, mend=_MEND
    )
    return in_one(bag + Draft(seams=(seam,)), where)


def _sewn(made: Task) -> Task:
    """The seam of the rim goes round the flap, which is told, trimmed and topstitched there."""
    return replace(made, operations=tuple(new for each in made.operations for new in _round_the_flap(each)))


def _round_the_flap(each: Operation) -> tuple[Operation, ...]:
    """An operation, which is told anew when it is done to the seam of the rim."""
    if RIM not in each.seams or each.do not in (Verb.SEW, Verb.TOPSTITCH):
        return (each,)
    if each.do is Verb.TOPSTITCH:
        pressed = words("Push the lining down into the bag, and the corners of the flap out, and press both.")
        clipped = words("Push the lining down into the bag, and the corners of the flap out, and clip both flat.")
        rows = words("Topstitch the rim and the flap on the marked lines.")
        return (replace(each, how=series((pressed if each.heat else clipped, rows), " ")),)
    how = words(
        "Match the notches at the rim and round the flap, and sew all round both in one go, with the needle down at "
        "every corner.",
    )
    trimmed = words(
        "Trim the allowance round the flap to {5 mm}, cut its corners off close to the stitching, and clip to the "
        "stitching where it begins at the rim.",
    )
    return (replace(each, how=series((how, trimmed), " ")),)
