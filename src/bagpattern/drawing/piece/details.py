"""What is drawn of one piece, in the piece's own place: its lines, notches and holes as paths with roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bagpattern.drawing.strokes import circle, cross_at
from bagpattern.geometry.needle import needle_line, split_near
from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.points import Point, dot, turn
from bagpattern.language import PLAIN, Teller
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Hole, Line, LineKind, Notch, NotchKind
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.seam import Run, Seam

NOTCH = 5.0
"""mm: the longest notch; in a narrow allowance it takes half, so that the snip never reaches the stitching."""
_DOUBLE = 3.0  # mm between the ticks of a double notch
_TEE = 3.0  # mm, the T where there is no allowance to snip into
_HOLE = 2.0  # mm, radius at which a mere mark is drawn
HELD_DEPTH = 8.0
"""mm of a part that is caught in a seam that are drawn inside of the stitching line."""
_ONE_PLACE = 0.5  # mm: notches nearer than this are one
_NEAR = 3.0  # allowances from a corner within which the cutting line may lie elsewhere
_SMOOTH = 1e-3  # radians: two edges that turn less pass into each other


class Mark(NamedTuple):
    """Paths of one role that make one element; ``data`` are its facts."""

    role: str
    name: str
    paths: tuple[Path, ...]
    data: tuple[tuple[str, str], ...] = ()


class Tag(NamedTuple):
    """Which step sews a stretch of edge, ``low`` to ``high`` mm along it: a small circle with the step's number."""

    number: int
    seam: str
    edge: Edge
    low: float
    high: float

    def place(self, share: float, deeper: float = 0.0) -> Point:
        """The circle's centre, inside the stitching line at that share of the stretch, or *deeper* mm."""
        at, path = self.low + (self.high - self.low) * share, self.edge.path
        return path.point_at(at) + 1j * path.tangent_at(at) * (_INSIDE + self.edge.zip / 2 + deeper)


class Details(NamedTuple):
    """A piece taken apart for drawing. ``needle`` is the closed line that the needle follows; ``tell`` says words."""

    piece: Piece
    needle: Path
    marks: tuple[Mark, ...]
    tags: tuple[Tag, ...]
    tell: Teller = PLAIN

    @property
    def paths(self) -> Iterator[Path]:
        """Every line but the cutting line."""
        for mark in self.marks:
            yield from mark.paths


SewnRuns = Mapping[str, Sequence[tuple[Seam, Run]]]
"""The runs on each panel's edges and lines, with their seams."""


def sewn_runs(pattern: Pattern) -> dict[str, list[tuple[Seam, Run]]]:
    """Every run of every seam, by panel; copies of a panel are drawn once, so equal runs count once."""
    found: dict[str, dict[tuple[str, str, float | None, float | None], tuple[Seam, Run]]] = {}
    for seam in pattern.seams:
        for run in (*seam.a, *seam.b, *(run for caught in seam.caught for run in caught.runs)):
            found.setdefault(run.panel, {}).setdefault((seam.id, run.on, run.start, run.end), (seam, run))
    return {panel: list(runs.values()) for panel, runs in found.items()}


def details(piece: Piece, runs: Sequence[tuple[Seam, Run]], steps: Mapping[str, int], tell: Teller = PLAIN) -> Details:
    """Everything that is drawn of *piece*, but its label and its grainline."""
    needle, stretches = _needle(piece)
    marks = (
        *_edges(piece, stretches, runs),
        *_skived(piece),
        *_lines(piece),
        *_notches(piece),
        *_holes(piece.panel.holes, tell),
    )
    return Details(piece, needle, marks, tuple(tags(piece, runs, steps)), tell)


def _needle(piece: Piece) -> tuple[Path, list[Path]]:
    """The line the needle follows, whole and edge by edge; beside a zip it lies inside the outline."""
    edges = piece.panel.edges
    paths = [edge.path for edge in edges]
    if not any(edge.zip for edge in edges):
        return joined(paths), paths
    line = needle_line(paths, [edge.zip / 2 for edge in edges])
    return line, split_near(line, [path.start for path in paths]) or [line]


def _edges(piece: Piece, stretches: Sequence[Path], runs: Sequence[tuple[Seam, Run]]) -> Iterator[Mark]:
    """The stitching line; without an allowance the cutting line says it all."""
    edges = piece.panel.edges
    if len(stretches) != len(edges):
        yield Mark("stitch", "stitching-line", tuple(stretches))
        return
    for edge, path in zip(edges, stretches, strict=True):
        if piece.allowances[edge.name] > 0 or edge.zip > 0:
            seams = tuple(dict.fromkeys(seam.id for seam, run in runs if run.on == edge.name))
            facts = (("edge", edge.name), *((("seam", "; ".join(seams)),) if seams else ()))
            yield Mark(_edge_role(edge), f"edge-{edge.name}", (path,), facts)


def _edge_role(edge: Edge) -> str:
    return "fold" if edge.finish in ("fold", "hem") else "stitch"


def _skived(piece: Piece) -> Iterator[Mark]:
    """How far leather is thinned from each edge that is turned."""
    for name, wide in piece.skived.items():
        path, inside = piece.panel.edge(name).path, wide - piece.allowances[name]
        count = 1 if len(path.flat) == 2 else _CURVED
        ends = (path.length * step / count for step in range(count + 1))
        line = line_path(*(path.point_at(at) + 1j * inside * path.tangent_at(at) for at in ends))
        yield Mark("skive", f"skive-{name}", (line,), (("edge", name),))


def _lines(piece: Piece) -> Iterator[Mark]:
    for line in piece.panel.lines:
        yield Mark(line_role(line), f"line-{line.name}", (line.path,), (("line", line.name),))


def line_role(line: Line) -> str:
    """How an inner line is drawn: folds by their way, and what holds an end other than what joins."""
    if line.kind is LineKind.FOLD and line.back:
        return "fold-back"
    return "box" if line.box else line.kind.value


def _holes(holes: Iterable[Hole], tell: Teller) -> Iterator[Mark]:
    for number, hole in enumerate(holes, start=1):
        radius = hole.diameter / 2 or _HOLE
        arms = cross_at(hole.at, radius + 1.5)
        yield Mark("drill", f"hole-{number}", (circle(hole.at, radius), *arms), (("label", tell(hole.label)),))


# notches --------------------------------------------------------------------------------------------------------------

_CURVED = 24
"""Stretches by which a line beside a curve is drawn."""


class NotchPlace(NamedTuple):
    """A notch in place: ``at`` on the stitching line, ``length`` mm along its edge, ``out`` to the cutting line."""

    notch: Notch
    length: float
    at: Point
    out: complex


class _Snip(NamedTuple):
    """A notch in place, as ``NotchPlace`` has it; it meets the cutting line at ``rim``."""

    notch: Notch
    at: Point
    out: complex
    rim: Point


def _notches(piece: Piece) -> Iterator[Mark]:
    """One element per seam, and the outline of what is held between two of them."""
    ticks: dict[str, list[Path]] = {}
    places = notch_places(piece)
    for snip in (_snip(piece, each) for each in places):
        ticks.setdefault(snip.notch.seam, []).extend(_ticks(piece, snip))
    for seam, paths in ticks.items():
        yield Mark("notch", f"notch-{seam}", tuple(paths), (("seam", seam),))
    for one, other in held_between(places):
        outline = line_path(one.at, one.at - one.out * HELD_DEPTH, other.at - other.out * HELD_DEPTH, other.at)
        held = one.notch.holds[0] if one.notch.holds else ""
        yield Mark("held", f"held-{held}", (outline,), (("holds", held),))


def held_between(places: Sequence[NotchPlace]) -> list[tuple[NotchPlace, NotchPlace]]:
    """The pairs of notches between which a part is caught in the seam."""
    found: dict[tuple[str, tuple[str, int, str]], list[NotchPlace]] = {}
    for place in sorted(places, key=lambda each: each.length):
        if place.notch.holds:
            found.setdefault((place.notch.on, place.notch.holds), []).append(place)
    return [(each[0], each[-1]) for each in found.values() if each[1:]]


def notch_places(piece: Piece) -> list[NotchPlace]:
    """Notches of two seams in one place are marked once, double before single."""
    kept: list[NotchPlace] = []
    for notch in sorted(piece.panel.notches, key=lambda each: each.kind is not NotchKind.DOUBLE):
        along = piece.panel.along(notch.on).path
        length = min(max(notch.at, 0.0), along.length)
        at = along.point_at(length)
        if all(abs(at - other.at) > _ONE_PLACE for other in kept):
            kept.append(NotchPlace(notch, length, at, -1j * along.tangent_at(length)))
    return kept


def _snip(piece: Piece, place: NotchPlace) -> _Snip:
    notch, length, at, out = place
    allowance = piece.allowances.get(notch.on, 0.0)
    rim = at + out * allowance
    if allowance and _is_near_corner(piece.panel, notch.on, length, _NEAR * allowance):
        rim = _rim_near_corner(piece, at, out, rim)
    return _Snip(notch, at, out, rim)


def _is_near_corner(panel: Panel, on: str, length: float, reach: float) -> bool:
    """Whether the outline bends within *reach* mm of a place on an edge, which may pass smoothly into the next."""
    path = panel.along(on).path
    starts, ends = length < reach, path.length - length < reach
    if any(abs(length - bend) < reach for bend in path.bends):
        return True
    if not (starts or ends) or not panel.has_edge(on):
        return starts or ends
    index = [edge.name for edge in panel.edges].index(on)
    before, after = panel.edges[index - 1].path, panel.edges[(index + 1) % len(panel.edges)].path
    into, onward = turn(before.arriving, path.leaving), turn(path.arriving, after.leaving)
    return (starts and abs(into) > _SMOOTH) or (ends and abs(onward) > _SMOOTH)


def _rim_near_corner(piece: Piece, at: Point, out: complex, rim: Point) -> Point:
    """Near a corner the cutting line may lie nearer or farther than the allowance: look along the ray."""
    path = piece.cutting_path
    found = [path.point_at(length) for length in path.crossings(at, out)]
    ahead = [place for place in found if dot(place - at, out) > 0]
    return min(ahead, key=lambda place: abs(place - at), default=rim)


def _ticks(piece: Piece, snip: _Snip) -> list[Path]:
    at, out, rim = snip.at, snip.out, snip.rim
    if isinstance(piece.panel.along(snip.notch.on), Line):
        return [line_path(at - out * _TEE / 2, at + out * _TEE / 2)]
    allowance = dot(rim - at, out)
    shifts = (-_DOUBLE / 2, _DOUBLE / 2) if snip.notch.kind is NotchKind.DOUBLE else (0.0,)
    if allowance < 1.0:
        return [path for shift in shifts for path in _tee(at + 1j * out * shift, out)]
    length = min(NOTCH, allowance / 2)
    return [line_path(rim + 1j * out * shift, rim + 1j * out * shift - out * length) for shift in shifts]


def _tee(at: Point, out: complex) -> tuple[Path, Path]:
    foot = at - out * _TEE
    return line_path(at, foot), line_path(foot - 1j * out * 1.2, foot + 1j * out * 1.2)


# which step sews it ---------------------------------------------------------------------------------------------------

_TAGGED = ("body", "lining", "pocket", "closure", "other")
_SHORTEST = 40.0
_INSIDE = 4.2  # mm from the stitching line to the tag's centre
TAG_DEPTHS = (0.0, 4.5)
"""mm: beside an edge with topstitching, a tag stands inside of that."""
TAG_SHARES = (0.5, 0.42, 0.58, 0.28, 0.72)
"""Where along its stretch a tag may stand, the best place first."""


def tags(piece: Piece, runs: Sequence[tuple[Seam, Run]], steps: Mapping[str, int]) -> Iterator[Tag]:
    """A tag for every sewn stretch of edge of 40 mm or more, once per step."""
    if piece.panel.role not in _TAGGED:
        return
    seen: set[tuple[str, int, float]] = set()
    for seam, run in runs:
        if seam.id not in steps or not piece.panel.has_edge(run.on):
            continue
        edge = piece.panel.edge(run.on)
        low, high = run.start or 0.0, edge.length if run.end is None else run.end
        key = (run.on, steps[seam.id], round(low))
        if high - low >= _SHORTEST and key not in seen:
            seen.add(key)
            yield Tag(steps[seam.id], seam.id, edge, low, high)
