"""How pockets are moved on their panels: by which of their values, in which direction, and from where they lie now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bagpattern.geometry.path import Path
from bagpattern.model.marks import Line
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import Run
from bagpattern.parameters import declarations
from bagpattern.parts.pockets import POCKETS
from bagpattern.preset.keys import canonical, follow
from bagpattern.units import ExactLength
from bagpattern.web.answers import Row

_BASE, _DROP = "base", "drop"


def part_key(pattern: Pattern, owner: str) -> str:
    """The key under which a page finds the values of the part that owns a panel or a line; empty for the body's."""
    steps, _, rest = follow(pattern.settings, owner)
    return canonical(pattern.settings, steps, rest)


def moves(pattern: Pattern, values: Mapping[str, Any]) -> Row:
    """Of each part that can be moved: the ``key`` of the value, ``at`` mm now, the way ``out`` on the panel as drawn.

    ``up`` is what is up there on the bag; ``ids`` are its panels and bought things: who takes hold of one moves it
    on its ``panel``.
    """
    found: dict[str, Row] = {}
    for panel in pattern.draft.panels:
        for line in (each for each in panel.lines if each.owner):
            part = part_key(pattern, line.owner)
            move = None if part in found else _move(pattern, values, part, panel, line)
            if move:
                found[part] = {**move, "panel": panel.id, "ids": [*_owned(pattern, line.owner)]}
    return found


def _owned(pattern: Pattern, owner: str) -> Iterator[str]:
    """The ids of what a part has of its own."""
    yield from (panel.id for panel in pattern.draft.panels if panel.owner == owner)
    yield from (notion.id for notion in pattern.draft.notions if notion.owner == owner)


def _move(pattern: Pattern, values: Mapping[str, Any], part: str, panel: Panel, line: Line) -> Row | None:
    """By its base, as given, by rule or as it lies across the panel, or the drop of its zip, if that lies there."""
    given = values.get(f"{part}.{_BASE}")
    by_rule = (each.length for each in pattern.draft.ruled if (each.owner, each.key) == (line.owner, _BASE))
    base = given.mm if isinstance(given, ExactLength) else next(by_rule, None)
    if base is not None:
        return _row(_BASE, base, 1j, 1j)
    kind = values.get(f"{part}.kind")
    declared = dict(declarations(POCKETS.member(kind))) if kind in POCKETS.names() else {}
    zip_run = _zip_of(pattern, line.owner) if _DROP in declared else None
    if zip_run:
        return _dropped(panel, panel.along(zip_run.on).path) if zip_run.panel == panel.id else None
    return _risen(panel, line.path) if _BASE in declared and not line.closed else None


def _zip_of(pattern: Pattern, owner: str) -> Run | None:
    """The line round a part's zip."""
    own = {each.id for each in pattern.draft.notions if each.owner == owner}
    return next((each.a[0] for each in pattern.draft.seams if each.zip in own), None)


def _dropped(panel: Panel, window: Path) -> Row:
    """A drop is measured from the panel's top to the zip's middle, or from its right side where the zip runs down."""
    (left, low, right, high), (_, _, side, top) = window.bounds, panel.stitching_line.bounds
    if high - low > right - left:
        return _row(_DROP, side - (left + right) / 2, -1 + 0j, 1j)
    return _row(_DROP, top - (low + high) / 2, -1j, 1j)


def _risen(panel: Panel, base: Path) -> Row:
    """What lies across its panel has that on the left of its base, and is measured from the panel's other end."""
    out = 1j * base.leaving
    left, low, right, high = panel.stitching_line.bounds
    ends = (complex(x, y) for x in (left, right) for y in (low, high))
    return _row(_BASE, _along(base.start, out) - min(_along(each, out) for each in ends), out, out)


def _along(place: complex, out: complex) -> float:
    return (place * out.conjugate()).real


def _row(key: str, at: float, out: complex, up: complex) -> Row:
    return {"key": key, "at": round(at, 2), "out": _way(out), "up": _way(up)}


def _way(of: complex) -> list[float]:
    return [round(of.real, 6) + 0.0, round(of.imag, 6) + 0.0]
