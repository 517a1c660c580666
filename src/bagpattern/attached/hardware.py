"""Where each single piece of hardware sits: at which holes, on which strap, hooked on to what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.attached.hanging import Place, hangings
from bagpattern.geometry.points import Point
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line
from bagpattern.model.notion import Notion
from bagpattern.model.strap import Mode
from bagpattern.values import value


class Threaded(NamedTuple):
    """What goes through a piece: a panel, or a notion such as a zip; its copy if that is known, and its line there."""

    of: str
    copy: int | None
    line: str


class Seat(NamedTuple):
    """A place that holds hardware, on the ``wrong`` side of its panel or on the right one.

    ``way`` is the direction of its longer side, of length 1; None of what is round.
    """

    place: Place
    wrong: bool = False
    way: Point | None = None


@value
class Piece:
    """The ``index``-th piece of a notion, counted from one.

    ``seats`` are the holes and marks that hold it: of a snap with two halves one on either panel. ``direction``, of
    length 1, is the way in which it points on the panel of its first seat, or on that which the tab it hangs in comes
    out of; None where it is round, or where its strap leads it. ``hooks`` is the piece that it is hooked on to, by its
    notion and index.
    """

    notion: Notion
    index: int
    seats: tuple[Seat, ...]
    threads: Threaded | None
    hooks: tuple[str, int | None] | None
    direction: Point | None = None


def hardware(draft: Draft) -> Iterator[Piece]:
    """Each piece of what is bought by the piece and has a place on the bag, in the order of the notions."""
    leaves = dict(_tabs(draft))
    for notion in draft.notions:
        seats = tuple(_seats(draft, notion.id))
        if notion.length is None and (seats or notion.threads or notion.zip):
            for index in range(1, notion.count + 1):
                threads, hooks = _threads(draft, notion, index), _hooked(draft, notion, index)
                own = _own(seats, index, notion.count)
                way = own[0].way if own else threads and leaves.get((threads.of, threads.copy or 1))
                yield Piece(notion, index, own, threads, hooks, way)


def _tabs(draft: Draft) -> Iterator[tuple[tuple[str, int], Point]]:
    """The ways in which tabs come out of the bag, by their panel or notion and copy."""
    for each in hangings(draft):
        if each.strap is not None and each.strap.mode is Mode.TAB:
            yield from (((each.of, each.copy), end.leaves) for end in each.ends[:1] if end.leaves is not None)


def _seats(draft: Draft, notion: str) -> Iterator[Seat]:
    for panel in draft.panels:
        for copy in range(1, panel.count + 1):
            for hole in panel.holes:
                if hole.holds == notion:
                    yield Seat(Place(panel.id, copy, "", hole.at))
            for line in panel.lines:
                if line.holds == notion and line.closed:
                    left, low, right, high = line.path.bounds
                    at = Place(panel.id, copy, line.name, complex(left + right, low + high) / 2)
                    yield Seat(at, line.behind, 1.0 + 0j if right - left > high - low else 1j)


def _own(seats: tuple[Seat, ...], index: int, count: int) -> tuple[Seat, ...]:
    """Those of one piece: a single one has all; else there are as many as pieces, or as many on each panel.

    Of others it is not known.
    """
    if count == 1:
        return seats  # both halves of a stud may lie on one panel
    if len(seats) == count:
        return (seats[index - 1],)
    found: dict[tuple[str, int], list[Seat]] = {}
    for each in seats:
        found.setdefault((each.place.panel, each.place.copy), []).append(each)
    even = all(len(each) == count for each in found.values())
    return tuple(each[index - 1] for each in found.values()) if even else ()


def _threads(draft: Draft, notion: Notion, index: int) -> Threaded | None:
    strap = notion.threads or notion.zip
    if not strap:
        return None
    copies = draft[strap].count if strap in draft else next(each.count for each in draft.notions if each.id == strap)
    copy = _share(index, notion.count, copies)
    lines = [each.name for each in _lines(draft, strap) if each.holds == notion.id]
    nth = (index - 1) % max(notion.count // copies, 1)
    return Threaded(strap, copy, lines[nth] if nth < len(lines) else "")


def _lines(draft: Draft, strap: str) -> tuple[Line, ...]:
    return draft[strap].lines if strap in draft else ()


def _hooked(draft: Draft, notion: Notion, index: int) -> tuple[str, int | None] | None:
    if not notion.hooks:
        return None
    rings = next(each.count for each in draft.notions if each.id == notion.hooks)
    return notion.hooks, _share(index, notion.count, rings)


def _share(index: int, count: int, among: int) -> int | None:
    """Which of so many the *index*-th belongs to, where they are shared evenly."""
    return None if count % among else (index - 1) // (count // among) + 1
