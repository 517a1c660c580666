"""Several sizes of one bag as a sheet draws them: piece by piece nested in each other, with one guide for all.

The sizes of a piece meet in the middle of their base, on the stitching line: there the grain runs through all of them,
and what is sewn to the base lies on one line. A heavy line is cut, a thin one sewn; the rhythm of its dashes says of
which size it is, in black and white, and so do its weight and its colour.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from bagpattern.drawing.columns import Block
from bagpattern.drawing.guide.finished import Head, finished
from bagpattern.drawing.guide.guide import guide
from bagpattern.drawing.model import LOOKS, Drawing, Item, Look, sized
from bagpattern.drawing.paper.spread import Lying, lying, way
from bagpattern.drawing.piece.boards import Version, board
from bagpattern.drawing.piece.compose import compose
from bagpattern.drawing.piece.details import Details, SewnRuns, details, sewn_runs
from bagpattern.drawing.piece.rectangles import left_to_the_list
from bagpattern.drawing.sizes.graded import graded, graded_lines, graded_rows
from bagpattern.drawing.sizes.nest import Nest
from bagpattern.drawing.titled import NO_LOOKS, drawing_of
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point, point
from bagpattern.language import BETWEEN, Teller
from bagpattern.model.piece import Piece
from bagpattern.model.publisher import signed
from bagpattern.said import Name
from bagpattern.values import once, replace, value

_RHYTHMS: tuple[tuple[float, ...], ...] = (
    (),
    (9.0, 2.0),
    (9.0, 2.0, 1.5, 2.0, 1.5, 2.0),
    (3.0, 2.0),
    (9.0, 2.0, 1.5, 2.0),
    (1.2, 1.6),
)
"""mm of line and of white, the smallest size first."""
_COLOURS = ("#000000", "#0050b0", "#c00020", "#00703c", "#a05000", "#7020a0")
"""In the same order: all dark, for a printer without colour [K]."""
_WEIGHTS = (1.0, 1.3, 0.8, 1.15, 0.9, 1.45)
"""Shares of a role's width: neighbours differ where colours and dashes are hard to see."""
_WIDTHS = {"cut": 0.5, "slit": 0.5, "stitch": 0.18, "box": 0.18, "fold": 0.3, "fold-back": 0.3}
_WIDTHS |= {"placement": 0.3, "held": 0.3, "topstitch": 0.18}
"""mm of the lines that are drawn in the rhythm of their size."""
_SAME = 1e-3  # mm by which the points of two equal lines may differ


@value
class Nested:
    """The sizes of a nest on paper."""

    nest: Nest

    @property
    def name(self) -> str:
        """What all of them are called, with the labels of all."""
        return f"{self.nest.title}, {BETWEEN.join(self.nest.labels.values())}"

    @property
    def titles(self) -> tuple[str, ...]:
        """With the publisher's name, then without."""
        return tuple(dict.fromkeys((signed(self.name, self.nest.first.publisher), self.name)))

    @property
    def tell(self) -> Teller:
        """That of all sizes."""
        return self.nest.tell

    @once
    def _drawn(self) -> frozenset[str]:
        """The pieces that some size draws: not those that are cut by another's outline in every size."""
        patterns = self.nest.patterns.values()
        return frozenset(piece.id for each in patterns for piece in each.pieces if not piece.panel.same_as)

    @property
    def link(self) -> str:
        """None: a link leads to one bag."""
        return ""

    def listed(self) -> frozenset[str]:
        """The pieces that are plain rectangles in every size."""
        patterns = self.nest.patterns.values()
        plain = [left_to_the_list(each) for each in patterns]
        shaped = {
            piece.id for each, own in zip(patterns, plain, strict=True) for piece in each.pieces if piece.id not in own
        }
        return frozenset(self._drawn - shaped)

    def lie(self, left_out: frozenset[str], widest: float = float("inf")) -> tuple[Lying, ...]:
        """Every piece with all of its sizes; one that is the same in all of them is drawn once."""
        runs = {size: sewn_runs(each) for size, each in self.nest.patterns.items()}
        return tuple(
            self._lying(self._taken(each, runs), widest)
            for each in self.nest.piece_ids
            if each in self._drawn and each not in left_out
        )

    def _taken(self, piece_id: str, runs: Mapping[str, SewnRuns]) -> dict[str, Details]:
        """The piece taken apart, by size."""
        return {
            size: details(piece, runs[size].get(piece_id, ()), pattern.step_of, self.tell)
            for size, pattern in self.nest.patterns.items()
            for piece in pattern.pieces
            if piece.id == piece_id
        }

    def _lying(self, taken: Mapping[str, Details], widest: float) -> Lying:
        least = min(taken.values(), key=lambda each: each.piece.cutting_line.area)
        whole = least._replace(piece=self._labelled(least.piece, {size: each.piece for size, each in taken.items()}))
        if len(taken) == len(self.nest.patterns) and all(_equal(least, each) for each in taken.values()):
            return lying(whole, widest)
        turn = way(max((each.piece for each in taken.values()), key=lambda piece: piece.cut_height), widest)
        versions = tuple(self._version(size, each, least, turn) for size, each in taken.items())
        ground = board(whole, turn)._replace(versions=versions)
        return Lying(ground, compose(ground))

    def _version(self, size: str, taken: Details, least: Details, turn: complex) -> Version:
        shift = (base_of(least.piece) - base_of(taken.piece)) * turn
        return Version(size, self.nest.labels[size], board(taken, turn), shift)

    def _labelled(self, piece: Piece, pieces: Mapping[str, Piece]) -> Piece:
        """The smallest size with what is printed on all."""
        labels = self.nest.labels
        rows = graded_rows(labels, {size: each.label for size, each in pieces.items()})
        cut = graded_lines(labels, {size: each.instruction for size, each in pieces.items()})
        sizes = Name(BETWEEN.join(labels[size] for size in pieces))
        captions = {
            name: graded([each.captions.get(name, caption) for each in pieces.values()]) or caption
            for name, caption in piece.captions.items()
        }
        return replace(piece, instruction=cut[0], label=(*cut[1:], sizes, *rows), captions=captions)

    def guide(
        self,
        sheet: Sequence[Block] = (),
        left_out: frozenset[str] = frozenset(),
        cover: bool = False,
        steps: bool = True,
    ) -> list[Block]:
        """One for all sizes."""
        return guide(self.nest, sheet, left_out, cover, steps)

    def plans(self, kept: object) -> tuple[()]:
        """None: each size is laid for itself."""
        return ()

    def making(self) -> None:
        """Figures are of one size, with its lengths."""

    def head(self, width: float, most: float) -> Head:
        """One for all sizes."""
        return Head(self.nest, width, most)

    def finished(self) -> Block:
        """One for all sizes."""
        return finished(self.nest)

    def drawing(
        self,
        width: float,
        height: float,
        items: list[Item],
        part: str = "",
        styles: Mapping[str, Look] = NO_LOOKS,
    ) -> Drawing:
        """With the settings of every size, and a layer and a look for each."""
        looks, first = {**styles, **_styles(self.nest, styles)}, self.nest.first
        drawn = drawing_of(replace(first, name=self.name), width, height, items, part, looks, self.nest.labels)
        patterns = self.nest.patterns.values()
        settings = json.dumps([dict(each.settings) for each in patterns], ensure_ascii=False, default=str)
        return replace(drawn, settings=settings)


def _equal(one: Details, other: Details) -> bool:
    """Whether two sizes of a piece are drawn the same."""
    if [mark.role for mark in one.marks] != [mark.role for mark in other.marks]:
        return False
    pairs = [(one.piece.cutting_path, other.piece.cutting_path), (one.needle, other.needle)]
    for mine, yours in zip(one.marks, other.marks, strict=True):
        if len(mine.paths) != len(yours.paths):
            return False
        pairs += zip(mine.paths, yours.paths, strict=True)
    shift = base_of(one.piece) - base_of(other.piece)
    return all(_same(mine, yours, shift) for mine, yours in pairs)


def _same(one: Path, other: Path, shift: Point) -> bool:
    return len(one.flat) == len(other.flat) and all(
        abs(a - b - shift) < _SAME for a, b in zip(one.flat, other.flat, strict=True)
    )


def base_of(piece: Piece) -> Point:
    """The middle of the lower side of the stitching line, grain upright: the point that all sizes share."""
    left, bottom, right, _ = piece.panel.stitching_line.bounds
    return point((left + right) / 2, bottom)


def _styles(nest: Nest, given: Mapping[str, Look]) -> dict[str, Look]:
    """The looks of every line of every size: heavier, where the paper asks for heavier lines."""
    found = {}
    for rhythm, colour, weight, size in zip(_RHYTHMS, _COLOURS, _WEIGHTS, nest.patterns, strict=False):
        for role, width in _WIDTHS.items():
            heavier = given[role].width / LOOKS[role].width if role in given else 1.0
            dashes = tuple(each * (1.0 if role in ("cut", "slit") else 0.6) for each in rhythm)
            found[sized(role, size)] = Look(round(width * heavier * weight, 3), dashes, colour=colour)
    return found
