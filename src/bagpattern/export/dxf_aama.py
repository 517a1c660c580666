"""DXF-AAMA, in the common ground with ASTM D6673, for CLO and the garment industry's CAD: written as plain text.

A library's DXF is refused by readers of this kind, because it holds more than they know [print 4.1]: here are an empty
header, one block per piece and one insert of each, POLYLINE, LINE, POINT and TEXT, in ASCII with CRLF. Lengths are mm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from bagpattern.drawing.names import slug
from bagpattern.drawing.paper.nested import base_of
from bagpattern.drawing.piece.details import Mark, details
from bagpattern.drawing.sizes.nest import Nest
from bagpattern.export import Exporter, Files, Job
from bagpattern.export._grainline import grainline
from bagpattern.export._json_values import pair
from bagpattern.geometry.measure import distance_to
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point, point, turn
from bagpattern.geometry.segments import Straight
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece

BOUNDARY, TURN, CURVE, NOTCH, GRAIN, INTERNAL, CUT_OUT, DRILL, SEW = "1", "2", "3", "4", "7", "8", "11", "13", "14"
"""The layers that are used, of the standard's."""
ERROR = 0.1
"""mm: how far a chord may lie from the curve."""
_TEXT = 5.0  # mm
_NEAR = 0.05  # mm within which a notch stands on the cutting line


class DxfAama(Exporter):
    """One file for the whole pattern."""

    title = "DXF-AAMA/ASTM for garment CAD"
    suffix = "dxf"
    drawn = False

    def files(self, job: Job) -> Files:
        """Blocks of all pieces."""
        text = aama_of_sizes(job.sizes) if job.others else aama_text(job.pattern)
        return {job.name(self.suffix, "aama"): text.encode("ascii")}


def aama_text(pattern: Pattern) -> str:
    """The pattern as text: same pattern, same text."""
    return _text(pattern.name, "ONE", [("", piece, 0j) for piece in pattern.pieces])


def aama_of_sizes(nest: Nest) -> str:
    """All sizes, a block for each size of each piece: inserted so that they meet where they do on paper."""
    first = {piece.id: piece for pattern in reversed([*nest.patterns.values()]) for piece in pattern.pieces}
    rows = [
        (nest.labels[size], piece, base_of(first[piece.id]) - base_of(piece))
        for size, pattern in nest.patterns.items()
        for piece in pattern.pieces
    ]
    return _text(nest.name, nest.labels[nest.main], rows)


def _text(name: str, sample: str, rows: Sequence[tuple[str, Piece, Point]]) -> str:
    """A file of pieces, each with its size and where it is inserted."""
    blocks = (pair for size, piece, _ in rows for pair in _block(piece, size))
    inserts = (pair for size, piece, at in rows for pair in _insert(block_name(piece, size), at))
    pairs = [
        *_section("HEADER", ()),
        *_section("BLOCKS", blocks),
        *_section("ENTITIES", (*_global_texts(name, sample), *inserts)),
        (0, "EOF"),
    ]
    return "".join(f"{code:>3}\r\n{value}\r\n" for code, value in pairs)


Pairs = Iterator[tuple[int, str]]


def block_name(piece: Piece, size: str = "") -> str:
    """'01_FRONT', or '01_FRONT_S' for one of several sizes: letters, digits and underscores."""
    words = [slug(piece.id), *([slug(size).removeprefix("n-")] if size else [])]
    return f"{piece.number:02}_{'_'.join(words).upper().replace('-', '_')}"


def _section(name: str, pairs: Iterable[tuple[int, str]]) -> Pairs:
    yield from ((0, "SECTION"), (2, name), *pairs, (0, "ENDSEC"))


def _global_texts(name: str, sample: str) -> Pairs:
    texts = (("Style Name", name), ("Author", "bagpattern"), ("Sample Size", sample), ("Units", "METRIC"))
    yield from _texts(texts, 0j)


def _insert(name: str, at: Point) -> Pairs:
    yield from ((0, "INSERT"), (8, BOUNDARY), (2, name), *_at(at))


# a piece --------------------------------------------------------------------------------------------------------------


def _block(piece: Piece, size: str) -> Pairs:
    taken = details(piece, (), {})
    yield from ((0, "BLOCK"), (8, BOUNDARY), (2, block_name(piece, size)), (70, "64"), *_at(0j))
    yield from _polyline(piece.cutting_path, BOUNDARY)
    yield from _points(_corners(piece.cutting_path), TURN)
    yield from _points(_smooth(piece.cutting_path), CURVE)
    yield from _polyline(taken.needle, SEW)
    for mark in taken.marks:
        yield from _mark(piece, mark)
    yield from _points((hole.at for hole in piece.panel.holes), DRILL)
    start, end = (point(*pair(each)) for each in grainline(piece.panel))
    yield from ((0, "LINE"), (8, GRAIN), *_at(start), *_at(end, 1))
    yield from _texts(_piece_texts(piece, size or "ONE"), (start + end) / 2 + _TEXT)
    yield from ((0, "ENDBLK"), (8, BOUNDARY))


def _piece_texts(piece: Piece, size: str) -> Iterator[tuple[str, str]]:
    panel = piece.panel
    yield "Piece Name", block_name(piece)
    yield "Size", size
    yield "Quantity", str(panel.count)
    if panel.mirrored:
        yield "Annotation", f"{panel.mirrored} of {panel.count} mirrored"
    yield "Category", panel.role.value.upper()
    yield "Material", panel.material


def _mark(piece: Piece, mark: Mark) -> Pairs:
    """Notches on the cutting line are points; all other lines are internal, or cut out."""
    if mark.role == "notch":
        yield from _notches(piece, mark.paths)
    elif "line" in dict(mark.data):
        for path in mark.paths:
            yield from _polyline(path, CUT_OUT if mark.role == "slit" else INTERNAL)


def _notches(piece: Piece, ticks: Iterable[Path]) -> Pairs:
    """A tick of an inner line stays a line; of a T, the stem says where it stands."""
    foot = None
    for tick in ticks:
        if distance_to(piece.cutting_path, tick.start) < _NEAR:
            yield from _points((tick.start,), NOTCH)
        elif foot is None or abs(tick.point_at(tick.length / 2) - foot) > _NEAR:
            yield from _polyline(tick, INTERNAL)
        foot = tick.end


def _corners(path: Path) -> Iterator[Point]:
    """Where the outline turns."""
    for before, after in zip((path.segments[-1], *path.segments), path.segments, strict=False):
        if abs(turn(before.arriving, after.leaving)) > 1e-3:
            yield after.start


def _smooth(path: Path) -> Iterator[Point]:
    """Every other vertex."""
    corners = {*_corners(path)}
    yield from (vertex for vertex in _vertices(path) if vertex not in corners)


# entities -------------------------------------------------------------------------------------------------------------


def _polyline(path: Path, layer: str) -> Pairs:
    yield from ((0, "POLYLINE"), (8, layer), (66, "1"), (70, str(int(path.is_closed))))
    for vertex in _vertices(path):
        yield from ((0, "VERTEX"), (8, layer), *_at(vertex))
    yield from ((0, "SEQEND"), (8, layer))


def _vertices(path: Path) -> list[Point]:
    """Points from start to end; a closed path does not come back to its first."""
    found = [path.start]
    for segment in path.segments:
        found.extend((segment.end,) if isinstance(segment, Straight) else segment.flattened(ERROR))
    return found[:-1] if path.is_closed else found


def _points(places: Iterable[Point], layer: str) -> Pairs:
    for place in places:
        yield from ((0, "POINT"), (8, layer), *_at(place))


def _texts(texts: Iterable[tuple[str, str]], below: Point) -> Pairs:
    for line, (key, value) in enumerate(texts, 1):
        at = below - 1j * line * _TEXT * 1.5
        yield from ((0, "TEXT"), (8, BOUNDARY), *_at(at), (40, f"{_TEXT:.1f}"), (1, f"{key}: {_ascii(value)}"))


def _at(place: Point, index: int = 0) -> Pairs:
    yield from ((10 + index, f"{place.real + 0.0:.4f}"), (20 + index, f"{place.imag + 0.0:.4f}"))


def _ascii(text: str) -> str:
    """The text without accents; what has no plain letter is a question mark."""
    return "".join(each for each in normalize("NFKD", text) if each.isprintable()).encode("ascii", "replace").decode()
