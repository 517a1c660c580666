"""The operations of the bag, each with a schematic, and how its materials are cared for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from bagpattern.drawing.booklet.letters import Letters
from bagpattern.drawing.booklet.looks import (
    BACK,
    CASING,
    EARLIER,
    FOAM,
    FOLD,
    HATCH,
    LINE,
    LINING,
    METAL,
    NEEDLE,
    PALE,
    SHELL,
    SLIT,
    TAPE,
    TEETH,
    shape,
)
from bagpattern.drawing.booklet.pictures import Cell, Line, Picture, in_columns
from bagpattern.drawing.booklet.signs import arrow, cloth, sewn_now
from bagpattern.drawing.columns import Block, paragraph, space
from bagpattern.drawing.model import Item
from bagpattern.drawing.strokes import box_path, circle
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.model.colourway import slot_words
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SeamKind
from bagpattern.said import Said, Words
from bagpattern.words import words

_WIDE, _HIGH = 36.0, 17.0
"""mm of a schematic, drawn from its lower left corner up."""


class Entry(NamedTuple):
    """A word of the trade, what it means, and a schematic of it."""

    title: Words
    meaning: Words
    draw: Callable[[], Iterator[Item]]


def _together() -> Iterator[Item]:
    yield from cloth(SHELL, 2.0, 2.0, 30.0, 15.0)
    yield from cloth(BACK, 5.0, 2.0, 33.0, 13.0)
    yield from sewn_now(point(7, 4), point(31, 4))


def _basted() -> Iterator[Item]:
    yield from cloth(SHELL, 2.0, 2.0, 33.0, 14.0)
    yield from cloth(BACK, 12.0, 4.0, 22.0, 14.0)
    yield shape(EARLIER, line_path(point(10, 12.5), point(24, 12.5)))


def _topstitched() -> Iterator[Item]:
    yield from cloth(SHELL, 2.0, 2.0, 33.0, 16.0)
    yield shape(LINE, line_path(point(2, 9), point(33, 9)))
    yield from sewn_now(point(3, 11), point(32, 11))


def _pressed() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 33.0, 16.0)
    yield shape(FOLD, line_path(point(2, 9), point(33, 9)))
    yield from arrow(point(12, 14), point(24, 14))


def _clipped() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 33.0, 16.0)
    yield shape(EARLIER, line_path(point(2, 8), point(33, 8)))
    yield shape(LINE, *(line_path(point(x, 2), point(x, 6.6)) for x in range(5, 33, 4)))


def _trimmed() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 6.0, 33.0, 16.0)
    yield shape(EARLIER, line_path(point(2, 9), point(33, 9)))
    yield shape(FOLD, box_path(2.0, 2.0, 33.0, 6.0))


def _skived() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 6.0, 33.0, 12.0)
    yield shape(EARLIER, line_path(point(22, 4), point(22, 14)))
    yield shape(FOLD, line_path(point(22, 12), point(33, 9), point(33, 12), point(22, 12)))


def _fused() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 33.0, 16.0)
    yield shape(FOAM, box_path(6.0, 4.0, 29.0, 14.0))
    yield shape(HATCH, *(line_path(point(6, y), point(29, y)) for y in (6.0, 8.0, 10.0, 12.0)))


def _hemmed() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 33.0, 9.0)
    yield from cloth(SHELL, 2.0, 9.0, 33.0, 16.0)
    yield from sewn_now(point(3, 10.6), point(32, 10.6))


def _bound() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 33.0, 13.0)
    yield shape(TAPE, box_path(2.0, 9.0, 33.0, 16.0))
    yield from sewn_now(point(3, 10.6), point(32, 10.6))


def _closed_in() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 33.0, 13.0)
    yield from cloth(SHELL, 2.0, 7.0, 33.0, 13.0)
    yield shape(FOLD, line_path(point(2, 7), point(33, 7)))
    yield from sewn_now(point(3, 8.6), point(32, 8.6))


def _overcast() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 33.0, 12.0)
    yield shape(EARLIER, line_path(point(2, 5), point(33, 5)))
    yield from sewn_now(*(point(x, 8 + 4 * (x % 2)) for x in range(3, 33)))


def _folded() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 4.0, 33.0, 14.0)
    yield shape(FOLD, line_path(point(17.5, 4), point(17.5, 14)))
    yield from arrow(point(28, 15), point(8, 15), 1.1)


def _turned() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 14.0, 15.0)
    yield from cloth(SHELL, 22.0, 2.0, 34.0, 15.0)
    yield from arrow(point(14.5, 8), point(21.5, 8))


def _slit() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 33.0, 16.0)
    yield shape(EARLIER, box_path(6.0, 6.0, 29.0, 12.0))
    forks = ((6, 6, 9, 9), (6, 12, 9, 9), (29, 6, 26, 9), (29, 12, 26, 9))
    yield shape(SLIT, line_path(point(9, 9), point(26, 9)))
    yield shape(SLIT, *(line_path(point(x, y), point(u, v)) for x, y, u, v in forks))


def _threaded() -> Iterator[Item]:
    """The strap lies under the dark bars and over the light one."""
    yield shape(METAL, box_path(16.5, 2.0, 19.5, 14.0))
    yield shape(SHELL, box_path(2.0, 5.0, 34.0, 11.0))
    yield shape(TAPE, box_path(9.0, 2.0, 12.0, 14.0), box_path(24.0, 2.0, 27.0, 14.0))
    yield from arrow(point(3, 16.5), point(33, 16.5))


def _set_in() -> Iterator[Item]:
    yield from cloth(SHELL, 2.0, 2.0, 33.0, 16.0)
    yield shape(TAPE, circle(point(17.5, 9), 4.5))
    yield shape(PALE, circle(point(17.5, 9), 2.0))


def _quilted() -> Iterator[Item]:
    yield from cloth(SHELL, 2.0, 2.0, 33.0, 16.0)
    lines = [line_path(point(x, 2), point(x, 16)) for x in (9, 17, 25)]
    yield shape(CASING, *lines)
    yield shape(NEEDLE, *lines)


def _zipped() -> Iterator[Item]:
    yield from cloth(LINING, 2.0, 2.0, 33.0, 5.0)
    yield shape(TAPE, box_path(2.0, 5.0, 33.0, 11.0))
    yield shape(TEETH, line_path(point(3, 8), point(32, 8)))
    yield from cloth(SHELL, 2.0, 11.0, 33.0, 16.0)
    yield from sewn_now(point(3, 12.5), point(32, 12.5))


def _laid_on() -> Iterator[Item]:
    yield from cloth(SHELL, 2.0, 1.0, 33.0, 17.0)
    yield from cloth(LINING, 10.0, 3.0, 25.0, 13.0)
    yield from sewn_now(point(11.2, 13), point(11.2, 4.2), point(23.8, 4.2), point(23.8, 13))


def _left_open() -> Iterator[Item]:
    yield from cloth(BACK, 2.0, 2.0, 33.0, 16.0)
    yield from sewn_now(point(3, 5), point(11, 5))
    yield from sewn_now(point(24, 5), point(32, 5))


_VERBS = {
    Verb.FUSE: Entry(words("fuse"), words("Fix a stiffening to the wrong side with the iron."), _fused),
    Verb.BASTE: Entry(
        words("baste"), words("Hold a part in its place, inside the allowance, with long stitches."), _basted
    ),
    Verb.SEW: Entry(
        words("right sides together"), words("The right sides lie on each other, the raw edges are even."), _together
    ),
    Verb.TOPSTITCH: Entry(
        words("topstitch"), words("Stitch on the right side, close to a seam or a fold."), _topstitched
    ),
    Verb.QUILT: Entry(words("quilt"), words("Stitch through all layers, so that they do not shift."), _quilted),
    Verb.HEM: Entry(words("hem"), words("Turn an edge over, twice where it frays, and stitch it down."), _hemmed),
    Verb.BIND: Entry(words("bind"), words("Lay a tape round raw edges and stitch through all of it."), _bound),
    Verb.FELL: Entry(
        words("close in"),
        words("Sew a seam's raw edges in: once more round them, or one folded over the other."),
        _closed_in,
    ),
    Verb.OVERCAST: Entry(words("overcast"), words("Zigzag over raw edges, so that they do not fray."), _overcast),
    Verb.SKIVE: Entry(
        words("skive"), words("Thin leather on its wrong side with a sharp knife, so that it folds flat."), _skived
    ),
    Verb.FOLD: Entry(words("fold over"), words("Lay one half on the other along the line."), _folded),
    Verb.PRESS: Entry(
        words("press"), words("Lay an allowance or a fold flat, with the iron or with a tool."), _pressed
    ),
    Verb.CLIP: Entry(
        words("clip"), words("Snip into the allowance where an edge is to bend, never into the seam."), _clipped
    ),
    Verb.TRIM: Entry(words("trim"), words("Cut an allowance narrower, so that the seam is thin."), _trimmed),
    Verb.SLIT: Entry(
        words("slit"), words("Cut along the line and fork it into the corners, up to the stitches."), _slit
    ),
    Verb.TURN: Entry(words("turn"), words("Bring the other side out through an opening."), _turned),
    Verb.INSERT: Entry(
        words("set in"), words("Put a fitting through the cloth, on a scrap that stiffens it."), _set_in
    ),
    Verb.THREAD: Entry(
        words("thread through"),
        words("Lead a strap under the first bar, over the middle one, under the last."),
        _threaded,
    ),
}
_SEAMS = {
    SeamKind.ZIP: Entry(
        words("sew a zip"),
        words("Edges even with the tape, right side on right side; the lining lies behind."),
        _zipped,
    ),
    SeamKind.PLACEMENT: Entry(
        words("sew on"), words("Lay a part on its marks and stitch close to its edges."), _laid_on
    ),
    SeamKind.GAP: Entry(words("gap"), words("A stretch that is left open, to turn the bag through."), _left_open),
}
_IRONS = {
    "hot": words("iron hot"),
    "medium": words("iron at medium heat"),
    "cool": words("iron cool, through a cloth"),
    "no": words("no iron"),
}


def entries(pattern: Pattern) -> list[Entry]:
    """The words that the making of the bag uses, in the order of the glossary."""
    done = {each.do for numbered in pattern.steps for each in numbered.step.operations}
    kinds = {pattern.seams[name].kind for numbered in pattern.steps for name in numbered.step.seams}
    kept = [entry for kind, entry in _SEAMS.items() if kind in kinds]
    return [*(entry for verb, entry in _VERBS.items() if verb in done), *kept]


def glossary(pattern: Pattern, letters: Letters, width: float) -> Iterator[Block]:
    """The words, each with its schematic and its meaning, then the care, which does not stand on a page alone."""
    tell = pattern.tell
    yield paragraph(tell(words("Words")), letters.title, bold=True, after=2.0, keeps=True)
    *rows, last = in_columns(explained(pattern), 3, letters, width, grown=True)
    yield from (*rows, last._replace(keeps=not letters.words), space(4.0)._replace(keeps=not letters.words))
    yield paragraph(tell(words("Care")), letters.heading, bold=True, after=1.2, keeps=True)
    yield from (paragraph(tell(each), letters.text, after=0.8, keeps=not letters.words) for each in care(pattern))


def explained(pattern: Pattern) -> list[Cell]:
    """A cell for each word of the trade."""
    tell = pattern.tell
    return [
        Cell(_hung(each.draw()), (Line(tell(each.title.capitalize()), bold=True), Line(tell(each.meaning))))
        for each in entries(pattern)
    ]


def care(pattern: Pattern) -> Iterator[Said]:
    """How each cloth is cared for: the iron is the catalogue's, the rest trade knowledge [K]."""
    cut = {piece.panel.material for piece in pattern.pieces}
    for material in pattern.materials:
        if material.id in cut and not material.stiffening:
            yield words(
                "{slot}, {cloth}: {iron}",
                slot=slot_words(material.id),
                cloth=material.title,
                iron=_IRONS[material.iron],
            ).capitalize()
    yield words("Close zips, empty the bag, and wipe it with a damp cloth before you think of washing it.")
    yield words("Wash it only as its most delicate material allows, and let it dry in its shape, in the air.")


def _hung(items: Iterator[Item]) -> Picture:
    return Picture(_WIDE, _HIGH, tuple(each.moved(point(0, -_HIGH)) for each in items))
