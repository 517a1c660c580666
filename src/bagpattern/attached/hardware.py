"""Where each single piece of hardware sits: at which holes, on which strap, hooked on to what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.attached.hanging import Place
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line
from bagpattern.model.notion import Notion
from bagpattern.values import value


class Threaded(NamedTuple):
    """What goes through a piece: a panel, or a notion such as a zip; its copy if that is known, and its line there."""

    of: str
    copy: int | None
    line: str


@value
class Piece:
    """The ``index``-th piece of a notion, counted from one.

    ``places`` are the holes and marks that hold it: of a snap with two halves one on either panel. ``hooks`` is the
    piece that it is hooked on to, by its notion and index.
    """

    notion: Notion
    index: int
    places: tuple[Place, ...]
    threads: Threaded | None
    hooks: tuple[str, int | None] | None


def hardware(draft: Draft) -> Iterator[Piece]:
    """Each piece of what is bought by the piece and has a place on the bag, in the order of the notions."""
    for notion in draft.notions:
        places = tuple(_places(draft, notion.id))
        if notion.length is None and (places or notion.threads or notion.zip):
            for index in range(1, notion.count + 1):
                threads, hooks = _threads(draft, notion, index), _hooked(draft, notion, index)
                yield Piece(notion, index, _own(places, index, notion.count), threads, hooks)


def _places(draft: Draft, notion: str) -> Iterator[Place]:
    for panel in draft.panels:
        for copy in range(1, panel.count + 1):
            for hole in panel.holes:
                if hole.holds == notion:
                    yield Place(panel.id, copy, "", hole.at)
            for line in panel.lines:
                if line.holds == notion and line.closed:
                    left, low, right, high = line.path.bounds
                    yield Place(panel.id, copy, line.name, complex(left + right, low + high) / 2)


def _own(places: tuple[Place, ...], index: int, count: int) -> tuple[Place, ...]:
    """Those of one piece: a single one has all; else there are as many as pieces, or as many on each panel.

    Of others it is not known.
    """
    if count == 1:
        return places  # both halves of a stud may lie on one panel
    if len(places) == count:
        return (places[index - 1],)
    found: dict[tuple[str, int], list[Place]] = {}
    for each in places:
        found.setdefault((each.panel, each.copy), []).append(each)
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
