"""The cut list: every piece with its size, and, where it is not drawn, with what to mark on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.drawing.columns import SMALL, TEXT, Block, Row, baseline, paragraph, space
from bagpattern.drawing.lettering import LEADING, TIMES, text_width, wrapped
from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.piece.rectangles import marking
from bagpattern.drawing.sizes.graded import united
from bagpattern.drawing.sizes.nest import Nest
from bagpattern.geometry.path import line_path
from bagpattern.language import BETWEEN, Teller
from bagpattern.model.colourway import slot_words
from bagpattern.model.pattern import CutRow
from bagpattern.parts.workshop import WADDING
from bagpattern.said import NOTHING, Length
from bagpattern.words import sentences, words

_LISTED = words(
    "A piece with marks told below it is not printed: cut it by its size, and measure the marks on the cut piece from "
    "its left and its lower side."
)
_COLUMNS = {
    "mm": words("Width \N{MULTIPLICATION SIGN} height in mm, allowance included, grain upright. R: a plain rectangle."),
    "mm (in)": words(
        "Width \N{MULTIPLICATION SIGN} height in mm (inches), allowance included, grain upright. R: a plain rectangle."
    ),
    "in": words(
        "Width \N{MULTIPLICATION SIGN} height in inches, allowance included, grain upright. R: a plain rectangle."
    ),
}
"""What the figures are, by the unit above them."""
_Rows = Mapping[str, CutRow]
"""The row of a piece for each size that has it."""


def cut_list(nest: Nest, listed: frozenset[str]) -> Iterator[Block]:
    """Grouped by material, as the cloths lie on the table; each piece with the sizes that it is cut in."""
    tell, groups = nest.tell, _by_material(nest)
    if groups:
        head = sentences(_COLUMNS[tell.units.column], _LISTED if listed else NOTHING)
        yield paragraph(tell(head), SMALL, after=1.0)
    for material, pieces in groups.items():
        cloth = nest.first.coloured(slot_words(material), material)
        yield paragraph(tell(words("From {cloth}", cloth=cloth)), TEXT, bold=True, after=0.4, keeps=True)
        for rows in pieces:
            yield from _piece(nest, rows, listed)
        yield space(2.0)


def _by_material(nest: Nest) -> dict[str, list[_Rows]]:
    own = nest.each(lambda pattern: {row.piece: row for row in pattern.cut_list})
    groups: dict[str, list[_Rows]] = {}
    for piece in united([[*each] for each in own.values()]):
        rows = {size: each[piece] for size, each in own.items() if piece in each}
        groups.setdefault(_first(rows).material, []).append(rows)
    return groups


def _first(rows: _Rows) -> CutRow:
    return next(iter(rows.values()))


def _piece(nest: Nest, rows: _Rows, listed: frozenset[str]) -> Iterator[Block]:
    piece = _first(rows).piece
    marks = nest.told({size: marking(nest.patterns[size][piece]) for size in rows}) if piece in listed else []
    yield _row(nest, rows, keeps=bool(marks))
    for line in marks:
        yield paragraph(line, SMALL, indent=8.0, after=1.2 if line is marks[-1] else 0.0)


def _row(nest: Nest, rows: _Rows, keeps: bool) -> Block:
    """Number, title and count, and a line for the figures of each size; one line where they are the same."""
    number, title, count = str(_first(rows).number), _title(nest, _first(rows)), _count(rows)
    lines = _figures(nest, rows)
    figured = max(text_width(told, TEXT) for _, told in lines)
    labelled = max(text_width(label, TEXT, True) for label, _ in lines) + 2.0 if nest.several else 0.0
    widest = figured + labelled
    counted = max(10.0, text_width(count, TEXT) + 2.0)

    def make(width: float) -> Row:
        count_at = width - max(27.0, widest + 3.0)
        titles = wrapped(title, count_at - 8.0 - counted, TEXT)
        height = max(len(titles), len(lines)) * TEXT * LEADING + 0.8
        downward = [-baseline(TEXT, line) for line in range(max(len(titles), len(lines)))]
        items: tuple[Item, ...] = (
            Text(6.0, downward[0], TEXT, number, "end", bold=True),
            *(Text(8.0, y, TEXT, each) for y, each in zip(downward, titles, strict=False)),
            Text(count_at, downward[0], TEXT, count, "end"),
            *(Text(width, y, TEXT, told, "end") for y, (_, told) in zip(downward, lines, strict=False)),
            *(
                Text(width - widest, y, TEXT, label, bold=True)
                for y, (label, _) in zip(downward, lines, strict=False)
                if label
            ),
            Shape("rule", "table", (line_path(-1j * height + 0.2j, width - 1j * height + 0.2j),)),
        )
        return Row(height, items)

    return Block(make, keeps=keeps)


def _title(nest: Nest, row: CutRow) -> str:
    """The piece's title, and what is cut larger first; where another's outline serves for it, that other's number."""
    pieces = [piece for own in nest.patterns.values() for piece in own.pieces]
    as_other = {piece.panel.same_as for piece in pieces if piece.id == row.piece}
    other = as_other.pop() if len(as_other) == 1 else ""
    if not other:
        return nest.tell(next(piece.called for piece in pieces if piece.id == row.piece))
    larger = Length(max(piece.panel.quilted for piece in pieces if piece.id == other))
    number = {piece.id: piece.number for piece in pieces}[other]
    if larger.mm and row.material == WADDING:
        return nest.tell(
            words("{title} (cut as {number}, {larger} larger)", title=row.title, number=number, larger=larger)
        )
    return nest.tell(words("{title} (cut as {number})", title=row.title, number=number))


def _figures(nest: Nest, rows: _Rows) -> list[tuple[str, str]]:
    """The sizes' labels, empty for all of them, and their figures."""
    figures = {size: _size(row, nest.tell) for size, row in rows.items()}
    if len(rows) == len(nest.patterns) and len({*figures.values()}) == 1:
        return [("", next(iter(figures.values())))]
    return [(nest.labels[size], told) for size, told in figures.items()]


def _size(row: CutRow, tell: Teller) -> str:
    size = f"{tell.figure(row.width)} {TIMES} {tell.figure(row.height)}"
    return f"{size} R" if row.shape == "rectangle" else size


def _count(rows: _Rows) -> str:
    counts = (
        f"{row.count - row.mirrored}+{row.mirrored}m" if row.mirrored else f"{row.count}{TIMES}"
        for row in rows.values()
    )
    return BETWEEN.join(dict.fromkeys(counts))
