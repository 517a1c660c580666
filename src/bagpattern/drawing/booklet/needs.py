"""What is needed: cloth by material, every bought thing at true size, tools, and how the machine is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bagpattern.catalog.materials import Material
from bagpattern.drawing.booklet.letters import Letters
from bagpattern.drawing.booklet.looks import LINE, shape, swatch
from bagpattern.drawing.booklet.pictures import Cell, Line, Picture, beside, in_rows
from bagpattern.drawing.booklet.true_size import true_size
from bagpattern.drawing.columns import Block, paragraph, space
from bagpattern.drawing.guide.buying import asked_for
from bagpattern.drawing.guide.needed import amount
from bagpattern.drawing.guide.needed import machine as set_for
from bagpattern.drawing.lettering import TIMES
from bagpattern.drawing.model import Look
from bagpattern.drawing.strokes import box_path
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import possible_lays
from bagpattern.making.corners import has_corners
from bagpattern.model.colourway import slot_words
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from bagpattern.said import Figure, Name, Said
from bagpattern.sewn.appearance import Appearance, appearances
from bagpattern.words import series, words

_SWATCH = 16.0, 9.0
"""mm of a swatch."""
_ROOM, _WORDS = 18.0, 34.0
"""mm for a swatch, and for the words below a thing, at least."""


def needs(pattern: Pattern, letters: Letters, width: float) -> Iterator[Block]:
    """Everything to buy and to have, under its headings, in so many mm."""
    tell = pattern.tell
    yield paragraph(tell(words("What you need")), letters.title, bold=True, after=1.0, keeps=True)
    patches = (beside(each, letters, _ROOM) for each in cloths(pattern))
    yield from titled(tell(words("Cloth")), patches, letters)
    bought = words("To buy, drawn at true size; torn edges: it is longer")
    yield from titled(tell(bought), _things(pattern, letters, width), letters)
    yield from titled(tell(words("Tools")), _said(pattern, tools(pattern), letters), letters)
    yield from titled(tell(words("Machine")), _said(pattern, machine(pattern), letters), letters)


def titled(title: str, blocks: Iterator[Block], letters: Letters) -> Iterator[Block]:
    """Blocks under a heading, in these letters, the last beside the one before, or on the page that faces it; nothing
    without any.
    """
    content = list(blocks)
    if content:
        yield space(5.0)
        yield paragraph(title, letters.heading, bold=True, after=1.2, keeps=True)
        yield from (*content[:-2], *(each._replace(keeps=True, faces=True) for each in content[-2:-1]), content[-1])


def _said(pattern: Pattern, lines: Iterator[Said], letters: Letters) -> Iterator[Block]:
    return (paragraph(pattern.tell(each), letters.text, after=0.8) for each in lines)


# cloth ----------------------------------------------------------------------------------------------------------------


def cloths(pattern: Pattern) -> Iterator[Cell]:
    """A cell for each material that something is cut from."""
    plans = possible_lays(pattern)[0]
    cut = {piece.panel.material for piece in pattern.pieces}
    for material in pattern.materials:
        if material.id in cut:
            yield _cloth(pattern, material, plans)


def _cloth(pattern: Pattern, material: Material, plans: Iterable[Lay]) -> Cell:
    """A swatch, what it is, and how much of it."""
    tell = pattern.tell
    named = tell(words("{slot}: {cloth}", slot=slot_words(material.id), cloth=material.title))
    coloured = tell(pattern.coloured(slot_words(material.id), material.id))
    lines = [Line(named[:1].upper() + named[1:], bold=True)]
    if pattern.colourways:
        lines.append(Line(coloured))
    lines.append(Line(tell(amount(pattern, plans, material.id))))
    return Cell(_swatch(material), tuple(lines))


def _swatch(material: Material) -> Picture:
    """A patch in the cloth's colour; what stiffens is crossed, so that it is told from cloth in grey."""
    width, height = _SWATCH
    patch = shape(swatch(material.id), box_path(0.0, -height, width, 0.0))
    cross = shape(LINE, line_path(point(0, -height), point(width, 0)), line_path(0j, point(width, -height)))
    return Picture(width, height, (patch, cross) if material.stiffening else (patch,))


def swatch_looks(pattern: Pattern) -> Mapping[str, Look]:
    """The colours of the swatches: those of the first colourway, or in which the cloths are usually sold."""
    found: Mapping[str, Appearance] = appearances(pattern, next(iter(pattern.colourways), None))
    slots = (material.id for material in pattern.materials)
    return {swatch(slot): Look(0.3, filled=found[slot].colour if slot in found else "#ffffff") for slot in slots}


# bought things --------------------------------------------------------------------------------------------------------


def things(pattern: Pattern, room: float) -> list[Cell]:
    """A cell for each bought thing, no wider than *room* mm, the highest first."""
    return sorted((_thing(pattern, each, room) for each in pattern.notions), key=lambda each: -each.picture.height)


def _things(pattern: Pattern, letters: Letters, width: float) -> Iterator[Block]:
    """What has a size first, as many in a row as find room; then what is only told."""
    cells = things(pattern, width)
    yield from in_rows([each for each in cells if each.picture.height], _WORDS, letters, width)
    for each in cells:
        if not each.picture.height:
            yield paragraph(" ".join(line.text for line in each.lines), letters.text, after=0.8)


def _thing(pattern: Pattern, notion: Notion, room: float) -> Cell:
    """Its picture, its count and its name, and below that its other sizes."""
    first, *others = (each for each in asked_for(notion, pattern) if each)
    counted = series((Figure(notion.count), Name(TIMES), first))
    lines = [Line(pattern.tell(counted), bold=True)]
    if others:
        lines.append(Line(pattern.tell(series(others, ", "))))
    return Cell(true_size(notion, pattern, room), tuple(lines))


# tools and machine ----------------------------------------------------------------------------------------------------


def tools(pattern: Pattern) -> Iterator[Said]:
    """What has to lie ready, by what is done and what it is done to [K]."""
    done = [each for numbered in pattern.steps for each in numbered.step.operations]
    kinds = {each.kind for each in pattern.notions}
    pins = all(each.pins for each in pattern.materials if not each.stiffening)
    yield words("Scissors or a rotary cutter with its mat, a ruler, a marking pen that comes out.")
    yield words("Pins, and clips for thick places.") if pins else words("Clips: pins leave holes in this cloth.")
    if "zip" in kinds:
        yield words("A zip foot for the machine.")
    if any(each.iron != "no" for each in pattern.materials):
        yield words("An iron, and a cloth to press through.")
    if any((each.do is Verb.TURN or each.through) and has_corners(pattern.draft, each) for each in done):
        yield words("A blunt stick to push out corners.")
    if kinds & {"snap", "magnetic-snap", "eyelet", "bag-foot", "turn-lock", "tuck-lock"}:
        yield words("A punch or an awl, and the tool that the fittings are set with.")
    if "purse-frame" in kinds:
        yield words("Textile glue, a blunt blade to press with, and pliers with padded jaws.")
    if "sew-in-frame" in kinds:
        yield words("A long thin needle for sewing by hand, and strong thread.")


def machine(pattern: Pattern) -> Iterator[Said]:
    """Needle, thread and stitch for each cloth, as the catalogue has them."""
    yield from (said for _, said in set_for(pattern))
    yield words("Sew a few stitches on scraps of all layers first.")
