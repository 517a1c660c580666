"""What a maker reads before cutting: how to print, what the lines mean, what to cut, to buy and to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bagpattern.drawing.guide.columns import Block, Row, baseline, paragraph, space, text_row
from bagpattern.drawing.guide.legend import legend
from bagpattern.drawing.guide.squares import small_squares, test_squares
from bagpattern.drawing.lettering import LEADING, TIMES, text_width, wrapped
from bagpattern.drawing.model import Shape, Text
from bagpattern.drawing.piece.rectangles import marking
from bagpattern.geometry.path import line_path
from bagpattern.language import message
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import CutRow, Pattern
from bagpattern.units import number

LISTED = message(
    "A piece with marks told below it is not printed: cut it by its size, and measure the marks on the cut piece from "
    "its left and its lower side."
)
COLUMNS = {
    True: message(
        "Width \N{MULTIPLICATION SIGN} height in mm, allowance included, grain upright. R: a plain rectangle."
    ),
    False: message(
        "Width \N{MULTIPLICATION SIGN} height in inches, allowance included, grain upright. R: a plain rectangle."
    ),
}
"""What the figures of the cut list are, by whether they are metric."""
TITLE, HEADING, TEXT, SMALL = 9.0, 4.4, 3.2, 2.6


def guide(
    pattern: Pattern, sheet: Sequence[Block] = (), listed: frozenset[str] = frozenset(), cover: bool = False
) -> list[Block]:
    """Every block of the guide in reading order; *sheet* is what the paper has to say, such as its page map.

    A *cover* begins with small squares, so that there is room for a page map beside them, and ends with the large ones.
    The cut list tells what to mark on the pieces that are *listed* and not drawn, by id.
    """
    say = pattern.language.say
    large, small = [*test_squares(pattern.language)], small_squares(pattern.language)
    return [
        *_opening(pattern),
        *((small, *sheet) if cover else (*large, *sheet)),
        *section(say("What the lines mean"), legend(pattern.language)),
        *section(say("Materials"), (paragraph(line, TEXT) for line in materials_told(pattern))),
        *section(say("Cut"), _cut_list(pattern, listed)),
        *section(say("Buy"), _notions(pattern)),
        *section(say("Make"), _steps(pattern)),
        *section(say("Settings of this pattern"), (paragraph(line, SMALL) for line in settings_told(pattern))),
        *((space(6.0), *large) if cover else ()),
    ]


def section(title: str, blocks: Iterator[Block]) -> Iterator[Block]:
    """Blocks under a heading; nothing at all without any."""
    content = list(blocks)
    if content:
        yield space(5.0)
        yield paragraph(title, HEADING, bold=True, after=1.2, keeps=True)
        yield from content


def _opening(pattern: Pattern) -> Iterator[Block]:
    finished, say = pattern.finished, pattern.language.say
    size = pattern.units.body(finished.width, finished.height, finished.depth, times=f" {TIMES} ")
    yield paragraph(pattern.name, TITLE, bold=True, after=2.0)
    told = message(
        "Finished size {size} (width \N{MULTIPLICATION SIGN} height \N{MULTIPLICATION SIGN} depth), {volume} litres"
    )
    yield paragraph(say(told, size=size, volume=number(finished.volume)), TEXT, after=1.0)
    yield paragraph(_allowance_statement(pattern), TEXT, after=1.0)
    how = message('Print at 100 % ("actual size"), never "fit to page", and measure both squares before you cut.')
    yield paragraph(say(how), TEXT, bold=True, after=4.0)


def _allowance_statement(pattern: Pattern) -> str:
    """The allowance of most seams, in words."""
    usual = usual_allowance(pattern)
    if usual is None:
        return pattern.language.say("No seam allowance is included.")
    return pattern.language.say(
        "Seam allowance is included: {allowance}, where a piece does not say otherwise. "
        "Cut on the solid line, sew on the dashed line.",
        allowance=usual,
    )


def usual_allowance(pattern: Pattern) -> str | None:
    """The allowance of most seams; None where there is none."""
    lengths: defaultdict[float, float] = defaultdict(float)
    for piece in pattern.pieces:
        for edge in piece.panel.edges:
            if edge.finish == "seam" and not edge.zip:
                lengths[piece.allowances[edge.name]] += edge.length
    usual = max(lengths, key=lambda allowance: lengths[allowance], default=0.0)
    return pattern.units.length(usual) if usual > 0 else None


def materials_told(pattern: Pattern) -> Iterator[str]:
    """A line for each cloth and for each colourway."""
    say, text = pattern.language.say, pattern.language.text
    for material in pattern.materials:
        yield say("{slot}: {cloth}", slot=text(material.id), cloth=material.title)
    for each in pattern.colourways:
        colours = ", ".join(f"{text(slot)} {colour}" for slot, colour in each.colours.items())
        yield say("Colourway {name}: {colours}", name=each.name, colours=colours)


# cut list -------------------------------------------------------------------------------------------------------------


def _cut_list(pattern: Pattern, listed: frozenset[str]) -> Iterator[Block]:
    """Grouped by material, as the cloths lie on the table."""
    groups: dict[str, list[CutRow]] = {}
    for row in pattern.cut_list:
        groups.setdefault(row.material, []).append(row)
    drawn = {piece.id: piece.number for piece in pattern.pieces}
    same = {piece.id: drawn[piece.panel.same_as] for piece in pattern.pieces if piece.panel.same_as}
    say, text = pattern.language.say, pattern.language.text
    if groups:
        what = [say(COLUMNS[pattern.units.metric]), *([say(LISTED)] if listed else [])]
        yield paragraph(" ".join(what), SMALL, after=1.0)
    for material, rows in groups.items():
        cloth = pattern.coloured(text(material), material)
        yield paragraph(say("From {cloth}", cloth=cloth), TEXT, bold=True, after=0.4, keeps=True)
        for row in rows:
            told = row.piece in listed
            yield _cut_row(row, same.get(row.piece), pattern, keeps=told)
            if told:
                yield paragraph(
                    marking(pattern[row.piece], pattern.units, pattern.language), SMALL, indent=8.0, after=1.2
                )
        yield space(2.0)


def _cut_row(row: CutRow, same: int | None, pattern: Pattern, keeps: bool = False) -> Block:
    """A row of the list; *same* is the number of the drawn piece by which this one is cut."""
    units, language = pattern.units, pattern.language
    title = language.say("{title} (cut as {number})", title=row.title, number=same) if same else row.title
    copies = f"{row.count}{TIMES}" if not row.mirrored else f"{row.count - row.mirrored}+{row.mirrored}m"
    size = language.number(f"{units.figure(row.width)} {TIMES} {units.figure(row.height)}")
    size += " R" if row.shape == "rectangle" else ""

    def make(width: float) -> Row:
        count_at = width - max(27.0, text_width(size, TEXT) + 3.0)
        titles = wrapped(title, count_at - 8.0 - 10.0, TEXT)
        height = len(titles) * TEXT * LEADING + 0.8
        y = -baseline(TEXT)
        return Row(
            height,
            (
                Text(6.0, y, TEXT, str(row.number), "end", bold=True),
                *(Text(8.0, -baseline(TEXT, line), TEXT, each) for line, each in enumerate(titles)),
                Text(count_at, y, TEXT, copies, "end"),
                Text(width, y, TEXT, size, "end"),
                Shape("rule", "table", (line_path(-1j * height + 0.2j, width - 1j * height + 0.2j),)),
            ),
        )

    return Block(make, keeps=keeps)


# notions, steps, settings ---------------------------------------------------------------------------------------------


def _notions(pattern: Pattern) -> Iterator[Block]:
    for notion in pattern.notions:
        yield item(f"{notion.count}{TIMES}", notion_text(notion, pattern))


def notion_text(notion: Notion, pattern: Pattern) -> str:
    """What to ask for in the shop."""
    units, say = pattern.units, pattern.language.say
    size = [notion.size] if notion.size and not notion.sized else []
    width = units.length(notion.width) if notion.width else ""
    parts = [
        pattern.coloured(notion.title, notion.kind),
        *size,
        *([say("{width} wide", width=width)] if width and pattern.language.number(width) != notion.size else []),
    ]
    parts += [say("opening {length}", length=units.bought(notion.opening))] if notion.opening else []
    cut = notion.length if notion.buy is None or (notion.length or 0) <= notion.buy else None
    parts += (
        [say("{length} long", length=units.bought(cut))] if cut else []
    )  # a closed zip is named by its chain, shorter than its tape
    parts += [say("buy {length}", length=units.bought(notion.buy))] if notion.buy else []
    return ", ".join([*parts, *([notion.note] if notion.note else [])])


def _steps(pattern: Pattern) -> Iterator[Block]:
    for each in pattern.steps:
        yield item(str(each.number), each.step.title, bold=True, keeps=bool(each.step.text))
        if each.step.text:
            yield paragraph(each.step.text, TEXT, indent=8.0, after=1.0)


def item(mark: str, content: str, bold: bool = False, keeps: bool = False) -> Block:
    """A text with its number or count in front."""

    def make(width: float) -> Row:
        row = text_row(content, TEXT, width, bold, indent=8.0, after=0.4)
        return Row(row.height, (Text(6.0, -baseline(TEXT), TEXT, mark, "end", bold=True), *row.items))

    return Block(make, keeps=keeps)


def settings_told(pattern: Pattern) -> Iterator[str]:
    """One line per table, as short as it can be said: the complete settings travel in the file itself."""
    plain = [f"{key} {_said(value)}" for key, value in pattern.settings.items() if not _is_nested(value)]
    yield pattern.units.text(", ".join(plain))
    for key, value in pattern.settings.items():
        if _is_nested(value) and value:
            yield pattern.units.text(f"{key}: {_said(value)}")


def _is_nested(value: Any) -> bool:
    return isinstance(value, Mapping | list | tuple)


def _said(value: Any) -> str:
    """A value in words; tables and lists run on."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_said(each)}" for key, each in value.items() if each not in (None, (), [], {}))
    if isinstance(value, list | tuple):
        return "; ".join(map(_said, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
