"""What a maker reads before cutting: how to print, what the lines mean, what to cut, to buy and to do.

Of several sizes, what is equal is said once, and figures stand after each other in the order of the sizes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bagpattern.drawing.columns import SMALL, TEXT, TITLE, Block, item, paragraph, section, space
from bagpattern.drawing.guide.cut_list import cut_list
from bagpattern.drawing.guide.finished import finished_size
from bagpattern.drawing.guide.legend import SKIVED, legend, sample_row
from bagpattern.drawing.guide.needed import needed
from bagpattern.drawing.guide.settings import settings_told
from bagpattern.drawing.guide.squares import small_squares, test_squares
from bagpattern.drawing.lettering import TIMES
from bagpattern.drawing.logo import logo
from bagpattern.drawing.model import sized
from bagpattern.drawing.piece.details import line_role
from bagpattern.drawing.sizes.graded import united
from bagpattern.drawing.sizes.nest import Nest, step_keys
from bagpattern.geometry.path import line_path
from bagpattern.language import BETWEEN
from bagpattern.model.pattern import Pattern
from bagpattern.model.step import NumberedStep
from bagpattern.said import Figure, Length, Name, Said
from bagpattern.words import form, words

_SAMPLE = line_path(-2.4j, 22 - 2.4j)


def guide(
    nest: Nest,
    sheet: Sequence[Block] = (),
    listed: frozenset[str] = frozenset(),
    cover: bool = False,
    steps: bool = True,
) -> list[Block]:
    """Every block of the guide in reading order; *sheet* is what the paper has to say, such as its page map.

    A *cover* has its name in its head, begins with small squares, so that there is room for a page map beside them, and
    ends with the large ones.
    The cut list tells what to mark on the pieces that are *listed* and not drawn, by id. Without *steps*, those stand
    elsewhere.
    """
    tell = nest.tell
    large, small = [*test_squares(tell)], small_squares(tell)
    return [
        *(() if cover else (paragraph(nest.title, TITLE, bold=True, after=2.0),)),
        *_opening(nest),
        *((small, *sheet) if cover else (*large, *sheet)),
        *section(tell(words("What you need")), needed(nest)),
        *section(tell(words("What the lines mean")), _legend(nest)),
        *section(tell(words("Cut")), cut_list(nest, listed)),
        *section(tell(words("Make")), _steps(nest) if steps else ()),
        *section(tell(words("Settings of this pattern")), _settings(nest)),
        *((space(6.0), *large) if cover else ()),
    ]


def _settings(nest: Nest) -> Iterator[Block]:
    """In small print, unless the publisher leaves them out: the files have them all the same."""
    if nest.first.publisher.settings:
        yield from (paragraph(each, SMALL) for each in settings_told(nest))


def _published(nest: Nest) -> Iterator[Block]:
    """The publisher's logo and own lines, as they are written."""
    publisher = nest.first.publisher
    yield from logo(publisher)
    for each in filter(None, (publisher.name, *publisher.lines)):
        yield paragraph(each, TEXT, bold=each == publisher.name, after=0.8)
    if publisher.name or publisher.lines or publisher.drawn:
        yield space(2.0)


def _opening(nest: Nest) -> Iterator[Block]:
    yield from _published(nest)
    yield from _sizes(nest) if nest.several else _size(nest)
    for each in nest.told(nest.each(lambda pattern: _allowance(pattern, nest.several))):
        yield paragraph(each, TEXT, after=1.0)
    how = words('Print at 100 % ("actual size"), never "fit to page", and measure both squares before you cut.')
    yield paragraph(nest.tell(how), TEXT, bold=True, after=4.0)


def _size(nest: Nest) -> Iterator[Block]:
    yield paragraph(nest.tell(finished_size(nest.first.finished)), TEXT, after=1.0)


_DEEP = form(
    "Finished size (width \N{MULTIPLICATION SIGN} height \N{MULTIPLICATION SIGN} depth) and line of each size:"
)
_FLAT = form("Finished size (width \N{MULTIPLICATION SIGN} height) and line of each size:")


def _sizes(nest: Nest) -> Iterator[Block]:
    """Each size with its line, and their order."""
    tell = nest.tell
    deep = any(each.finished.depth for each in nest.patterns.values())
    yield paragraph(tell(words(_DEEP if deep else _FLAT)), TEXT, after=1.0, keeps=True)
    for size, pattern in nest.patterns.items():
        yield sample_row(tell(_of_size(nest.labels[size], pattern)), [(sized("cut", size), (_SAMPLE,))], bold=True)
    yield space(1.0)
    order = words("Figures of all sizes stand in this order: {sizes}.", sizes=Name(BETWEEN.join(nest.labels.values())))
    yield paragraph(tell(order), TEXT, after=1.0)


def _of_size(label: str, pattern: Pattern) -> Said:
    return words(
        "{label}: {size}, {volume} litres",
        label=Name(label),
        size=pattern.finished.seen(f" {TIMES} "),
        volume=Figure(pattern.finished.volume),
    )


def _allowance(pattern: Pattern, several: bool) -> Said:
    """The allowance of most seams, and which lines to follow."""
    usual = _usual_allowance(pattern)
    if not usual:
        return words("No seam allowance is included.")
    if several:
        return words(
            "Seam allowance is included: {allowance}, where a piece does not say otherwise. "
            "Cut on the heavy line of your size, sew on its thin line.",
            allowance=Length(usual),
        )
    return words(
        "Seam allowance is included: {allowance}, where a piece does not say otherwise. "
        "Cut on the solid line, sew on the dashed line.",
        allowance=Length(usual),
    )


def _usual_allowance(pattern: Pattern) -> float:
    """mm that most seams have."""
    lengths: defaultdict[float, float] = defaultdict(float)
    for piece in pattern.pieces:
        for edge in piece.panel.edges:
            if edge.finish == "seam" and not edge.zip:
                lengths[piece.allowances[edge.name]] += edge.length
    return max(lengths, key=lambda allowance: lengths[allowance], default=0.0)


def _legend(nest: Nest) -> Iterator[Block]:
    """Of several sizes, the lines of the smallest, by their weight; what dashes mean is told with the sizes."""
    if nest.several:
        how = words("The weight of a line says what it is, its dashes of which size it is.")
        yield paragraph(nest.tell(how), TEXT, after=1.0)
    pieces = [piece for pattern in nest.patterns.values() for piece in pattern.pieces]
    drawn = {line_role(line) for piece in pieces for line in piece.panel.lines}
    drawn |= {SKIVED for piece in pieces if piece.skived}
    yield from legend(nest.tell, next(iter(nest.patterns)), drawn)


def _steps(nest: Nest) -> Iterator[Block]:
    """Every step once; those that not all sizes have say whose they are."""
    steps: dict[str, dict[tuple[Said, int], NumberedStep]] = nest.each(
        lambda pattern: dict(zip(step_keys(pattern), pattern.steps, strict=True))
    )
    for key in united([[*own] for own in steps.values()]):
        own = {size: each[key] for size, each in steps.items() if key in each}
        first = next(iter(own.values()))
        (title,) = nest.told({size: each.step.title for size, each in own.items()})
        texts = nest.told({size: each.step.text for size, each in own.items()}) if first.step.text else []
        yield item(str(first.number), title, bold=True, keeps=bool(texts))
        for text in texts:
            yield paragraph(text, TEXT, indent=8.0, after=1.0)
