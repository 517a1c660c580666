"""The guide to several sizes: what is equal is said once, figures stand after each other in the order of the sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bagpattern.drawing.guide.columns import Block, Row, baseline, paragraph, space
from bagpattern.drawing.guide.guide import (
    COLUMNS,
    LISTED,
    SMALL,
    TEXT,
    TITLE,
    item,
    materials_told,
    notion_text,
    section,
    settings_told,
    usual_allowance,
)
from bagpattern.drawing.guide.legend import legend, sample_row
from bagpattern.drawing.guide.squares import small_squares, test_squares
from bagpattern.drawing.lettering import LEADING, TIMES, text_width, wrapped
from bagpattern.drawing.model import Item, Shape, Text, sized
from bagpattern.drawing.piece.rectangles import marking
from bagpattern.drawing.sizes.graded import BETWEEN, graded_lines, united
from bagpattern.drawing.sizes.nest import Nest, step_keys
from bagpattern.geometry.path import Path, line_path
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import CutRow, NumberedStep, Pattern
from bagpattern.units import number


def nested_guide(
    nest: Nest, sheet: Sequence[Block] = (), listed: frozenset[str] = frozenset(), cover: bool = False
) -> list[Block]:
    """As ``guide.guide``, for all sizes of a nest."""
    say = nest.first.language.say
    large, small = [*test_squares(nest.first.language)], small_squares(nest.first.language)
    return [
        *_opening(nest),
        *((small, *sheet) if cover else (*large, *sheet)),
        *section(say("What the lines mean"), _legend(nest)),
        *section(say("Materials"), _materials(nest)),
        *section(say("Cut"), _cut_list(nest, listed)),
        *section(say("Buy"), _notions(nest)),
        *section(say("Make"), _steps(nest)),
        *section(say("Settings of this pattern"), _settings(nest)),
        *((space(6.0), *large) if cover else ()),
    ]


def _opening(nest: Nest) -> Iterator[Block]:
    say = nest.first.language.say
    yield paragraph(nest.name, TITLE, bold=True, after=2.0)
    told = "Finished size (width \N{MULTIPLICATION SIGN} height \N{MULTIPLICATION SIGN} depth) and line of each size:"
    yield paragraph(say(told), TEXT, after=1.0, keeps=True)
    for size, pattern in nest.patterns.items():
        yield sample_row(_size_told(nest.labels[size], pattern), [(sized("cut", size), _sample())], bold=True)
    yield space(1.0)
    figures = say("Figures of all sizes stand in this order: {sizes}.", sizes=BETWEEN.join(nest.labels.values()))
    yield paragraph(figures, TEXT, after=1.0)
    for each in _graded(nest, {size: _allowance_statement(pattern) for size, pattern in nest.patterns.items()}):
        yield paragraph(each, TEXT, after=1.0)
    how = 'Print at 100 % ("actual size"), never "fit to page", and measure both squares before you cut.'
    yield paragraph(say(how), TEXT, bold=True, after=4.0)


def _allowance_statement(pattern: Pattern) -> str:
    usual = usual_allowance(pattern)
    if usual is None:
        return pattern.language.say("No seam allowance is included.")
    return pattern.language.say(
        "Seam allowance is included: {allowance}, where a piece does not say otherwise. "
        "Cut on the heavy line of your size, sew on its thin line.",
        allowance=usual,
    )


def _sample() -> tuple[Path, ...]:
    return (line_path(-2.4j, 22 - 2.4j),)


def _size_told(label: str, pattern: Pattern) -> str:
    finished, say = pattern.finished, pattern.language.say
    size = pattern.units.body(finished.width, finished.height, finished.depth, times=f" {TIMES} ")
    return say("{label}: {size}, {volume} litres", label=label, size=size, volume=number(finished.volume))


def _graded(nest: Nest, texts: Mapping[str, str]) -> list[str]:
    return graded_lines(nest.labels, texts, nest.first.language)


def _legend(nest: Nest) -> Iterator[Block]:
    """The lines of the smallest size, by their weight; what dashes mean is told with the sizes."""
    how = "The weight of a line says what it is, its dashes of which size it is."
    yield paragraph(nest.first.language.say(how), TEXT, after=1.0)
    yield from legend(nest.first.language, next(iter(nest.patterns)))


def _materials(nest: Nest) -> Iterator[Block]:
    lines = {size: list(materials_told(pattern)) for size, pattern in nest.patterns.items()}
    for line in united(lines.values()):
        for each in _graded(nest, {size: line for size, own in lines.items() if line in own}):
            yield paragraph(each, TEXT)


# cut list -------------------------------------------------------------------------------------------------------------


def _cut_list(nest: Nest, listed: frozenset[str]) -> Iterator[Block]:
    """Grouped by material; each piece with the sizes that it is cut in."""
    language, units = nest.first.language, nest.first.units
    rows = {size: {row.piece: row for row in pattern.cut_list} for size, pattern in nest.patterns.items()}
    by_material: dict[str, list[str]] = {}
    for piece in united([[*own] for own in rows.values()]):
        first = next(own[piece] for own in rows.values() if piece in own)
        by_material.setdefault(first.material, []).append(piece)
    if by_material:
        what = [language.say(COLUMNS[units.metric]), *([language.say(LISTED)] if listed else [])]
        yield paragraph(" ".join(what), SMALL, after=1.0)
    for material, pieces in by_material.items():
        cloth = nest.first.coloured(language.text(material), material)
        yield paragraph(language.say("From {cloth}", cloth=cloth), TEXT, bold=True, after=0.4, keeps=True)
        for piece in pieces:
            yield from _piece_told(nest, {size: own[piece] for size, own in rows.items() if piece in own}, listed)
        yield space(2.0)


def _piece_told(nest: Nest, rows: Mapping[str, CutRow], listed: frozenset[str]) -> Iterator[Block]:
    first = next(iter(rows.values()))
    told = first.piece in listed
    yield _cut_row(nest, rows, keeps=told)
    if told:
        marks = {
            size: marking(nest.patterns[size][first.piece], nest.first.units, nest.first.language) for size in rows
        }
        lines = _graded(nest, marks)
        for line in lines:
            yield paragraph(line, SMALL, indent=8.0, after=1.2 if line is lines[-1] else 0.0)


def _cut_row(nest: Nest, rows: Mapping[str, CutRow], keeps: bool) -> Block:
    """Number, title and count, and a line for the figures of each size; one line where they are the same."""
    first = next(iter(rows.values()))
    title = _title(nest, first)
    figures = {size: _figures(nest, row) for size, row in rows.items()}
    same = len(rows) == len(nest.patterns) and len({*figures.values()}) == 1
    lines = [("", next(iter(figures.values())))] if same else [(nest.labels[x], told) for x, told in figures.items()]
    figured = max(text_width(told, TEXT) for _, told in lines)
    widest = figured + max(text_width(label, TEXT, True) for label, _ in lines) + 2.0

    def make(width: float) -> Row:
        count_at = width - max(27.0, widest + 3.0)
        titles = wrapped(title, count_at - 8.0 - 10.0, TEXT)
        height = max(len(titles), len(lines)) * TEXT * LEADING + 0.8
        items: tuple[Item, ...] = (
            Text(6.0, -baseline(TEXT), TEXT, str(first.number), "end", bold=True),
            *(Text(8.0, -baseline(TEXT, line), TEXT, each) for line, each in enumerate(titles)),
            Text(count_at, -baseline(TEXT), TEXT, _count(rows), "end"),
            *(Text(width, -baseline(TEXT, line), TEXT, told, "end") for line, (_, told) in enumerate(lines)),
            *(
                Text(width - widest, -baseline(TEXT, line), TEXT, label, bold=True)
                for line, (label, _) in enumerate(lines)
                if label
            ),
            Shape("rule", "table", (line_path(-1j * height + 0.2j, width - 1j * height + 0.2j),)),
        )
        return Row(height, items)

    return Block(make, keeps=keeps)


def _title(nest: Nest, row: CutRow) -> str:
    """The piece's title; where another's outline serves for it in every size, that other's number."""
    pieces = [own[row.piece] for own in nest.patterns.values() if any(piece.id == row.piece for piece in own.pieces)]
    as_other = {each.panel.same_as for each in pieces}
    if len(as_other) != 1 or as_other == {""}:
        return row.title
    number_of = {piece.id: piece.number for own in nest.patterns.values() for piece in own.pieces}
    return nest.first.language.say("{title} (cut as {number})", title=row.title, number=number_of[as_other.pop()])


def _figures(nest: Nest, row: CutRow) -> str:
    units = nest.first.units
    size = nest.first.language.number(f"{units.figure(row.width)} {TIMES} {units.figure(row.height)}")
    return f"{size} R" if row.shape == "rectangle" else size


def _count(rows: Mapping[str, CutRow]) -> str:
    counts = (
        f"{row.count - row.mirrored}+{row.mirrored}m" if row.mirrored else f"{row.count}{TIMES}"
        for row in rows.values()
    )
    return BETWEEN.join(dict.fromkeys(counts))


# notions, steps, settings ---------------------------------------------------------------------------------------------


def _notions(nest: Nest) -> Iterator[Block]:
    """What is bought for each size, thing by thing."""
    things = {size: {each.id: each for each in pattern.notions} for size, pattern in nest.patterns.items()}
    for key in united([[*own] for own in things.values()]):
        own = {size: each[key] for size, each in things.items() if key in each}
        counts = list(dict.fromkeys(f"{each.count}{TIMES}" for each in own.values()))
        lines = _graded(nest, {size: _thing(nest, size, each, len(counts) > 1) for size, each in own.items()})
        for line in lines:
            yield item(counts[0] if len(counts) == 1 else "", line)


def _thing(nest: Nest, size: str, notion: Notion, counted: bool) -> str:
    told = notion_text(notion, nest.patterns[size])
    return f"{notion.count} {TIMES} {told}" if counted else told


def _steps(nest: Nest) -> Iterator[Block]:
    """Every step of every size once; those that not all sizes have say whose they are."""
    steps: dict[str, dict[tuple[str, int], NumberedStep]] = {
        size: dict(zip(step_keys(pattern), pattern.steps, strict=True)) for size, pattern in nest.patterns.items()
    }
    for key in united([[*own] for own in steps.values()]):
        own = {size: each[key] for size, each in steps.items() if key in each}
        first = next(iter(own.values()))
        (title,) = _graded(nest, {size: each.step.title for size, each in own.items()})
        texts = _graded(nest, {size: each.step.text for size, each in own.items()}) if first.step.text else []
        yield item(str(first.number), title, bold=True, keeps=bool(texts))
        for text in texts:
            yield paragraph(text, TEXT, indent=8.0, after=1.0)


def _settings(nest: Nest) -> Iterator[Block]:
    """Table by table; the name of each size's preset stands in its first line."""
    lines = {size: {_key(line): line for line in settings_told(each)} for size, each in nest.patterns.items()}
    for key in united([[*own] for own in lines.values()]):
        for line in _graded(nest, {size: own[key] for size, own in lines.items() if key in own}):
            yield paragraph(line, SMALL)


def _key(line: str) -> str:
    """'dimensions' of 'dimensions: width 22 cm'."""
    return line.partition(" ")[0]
