"""Where the sliders of a zip are while it is closed: at its end, or, of two, head to head in its middle."""

from __future__ import annotations

from bagpattern.attached.hanging import Place
from bagpattern.geometry.points import Point
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.values import value

_FROM_END = 14.0
"""mm from the end of a zip that is seen to the middle of its slider [K]."""
_HALF = 9.0
"""mm from where two sliders meet head to head to the middle of either [K]."""


@value
class Slider:
    """The ``index``-th slider of a zip, from one; ``notion`` is what it is bought as, or the ready-made zip itself.

    It is at the ``share`` of the zip's length, and on its panel at a ``place``; its puller lies to where it ``faces``,
    of length 1: ``ahead`` along the zip, or back.
    """

    notion: str
    index: int
    share: float
    ahead: bool
    place: Place
    faces: Point


def sliders_of(draft: Draft, seam: Seam) -> tuple[Slider, ...]:
    """The sliders of the zip of a seam, closed; none where it has no zip."""
    if not seam.zip:
        return ()
    bought = next((each for each in draft.notions if each.zip == seam.zip), None)
    count, name = (bought.count, bought.id) if bought else (1, seam.zip)
    middle = window_middle(draft, seam)
    length = draft.side_length(seam.a) if middle is None else abs(middle[1] - middle[0])
    found = []
    for index, (at, ahead) in enumerate(_places(draft, seam, length, count), start=1):
        place, way = _on_side(draft, seam.a, at) if middle is None else _on_window(seam.a[0], middle, at)
        found.append(Slider(name, index, at / length, ahead, place, way if ahead else -way))
    return tuple(found)


def _places(draft: Draft, seam: Seam, length: float, count: int) -> tuple[tuple[float, bool], ...]:
    """mm of the sliders from the start of the zip, and whether they face ahead."""
    if count > 1:
        return (length / 2 - _HALF, False), (length / 2 + _HALF, True)
    if seam.kind is SeamKind.PLACEMENT:
        return ((min(_FROM_END, length / 2), False),)
    return ((max(length - covered(draft, seam) - _FROM_END, length / 2), True),)


def _on_side(draft: Draft, side: tuple[Run, ...], at: float) -> tuple[Place, Point]:
    """A place on side a, and the way along that."""
    for run in side:
        long = draft.run_length(run)
        if at <= long or run is side[-1]:
            low, high = draft.span(run)
            way = draft[run.panel].along(run.on).path.tangent_at(high - at if run.reversed else low + at)
            place = Place(run.panel, run.copy, run.on, draft.point_along(run, at))
            return place, -way if run.reversed else way
        at -= long
    raise ValueError(at)


def _on_window(run: Run, middle: tuple[Point, Point], at: float) -> tuple[Place, Point]:
    way = (middle[1] - middle[0]) / abs(middle[1] - middle[0])
    return Place(run.panel, run.copy, run.on, middle[0] + at * way), way


# windows and tabs -----------------------------------------------------------------------------------------------------


def window(draft: Draft, seam: Seam) -> list[Point] | None:
    """The four corners of the window in which a zip is sewn, its longer side first; None of what is no four-corner."""
    if seam.kind is not SeamKind.PLACEMENT:
        return None
    path = draft[seam.a[0].panel].along(seam.a[0].on).path
    corners = [segment.start for segment in path.segments]
    if len(corners) != 4:
        return None
    if abs(corners[1] - corners[0]) < abs(corners[2] - corners[1]):
        corners = [*corners[1:], corners[0]]
    return corners


def window_middle(draft: Draft, seam: Seam) -> tuple[Point, Point] | None:
    """From where to where the zip in a window runs; None where there is no window."""
    corners = window(draft, seam)
    return None if corners is None else ((corners[0] + corners[3]) / 2, (corners[1] + corners[2]) / 2)


def covers_an_end(panel: Panel) -> bool:
    """Whether it is a folded tab, which lies over the end of a zip; what lies along a zip is not folded by layers."""
    return panel.role is Role.CLOSURE and panel.layers > 1


def covered(draft: Draft, seam: Seam) -> float:
    """mm of a zip that are under a tab at either end."""
    runs = (run for caught in seam.caught for run in caught.runs if covers_an_end(draft[run.panel]))
    return max((draft.run_length(run) for run in runs), default=0.0)
