"""The page of the making: headings, lists and paragraphs in the order of reading, pictures as inline SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bagpattern.drawing.booklet.cover import facts
from bagpattern.drawing.booklet.glossary import care, explained
from bagpattern.drawing.booklet.looks import LOOKS
from bagpattern.drawing.booklet.needs import cloths, machine, swatch_looks, things, tools
from bagpattern.drawing.booklet.pictures import Cell
from bagpattern.drawing.booklet.signs import signs
from bagpattern.drawing.booklet.steps import ended, taking
from bagpattern.drawing.booklet.taken import taken
from bagpattern.drawing.booklet.thumbnails import listed
from bagpattern.drawing.steps import Figure, figures
from bagpattern.drawing.views.camera import camera
from bagpattern.drawing.views.sheet import Wanted, one_flat
from bagpattern.export._markup import escaped, quoted
from bagpattern.export._published import logo_told
from bagpattern.export.svg import inline_svg
from bagpattern.model.pattern import Pattern
from bagpattern.model.publisher import Publisher
from bagpattern.model.step import NumberedStep
from bagpattern.said import Said
from bagpattern.words import words

_ROOM = 150.0
"""mm that a thing at true size may be wide."""
_STYLE = """
body{font:SIZE/1.45 "DejaVu Sans",Verdana,Arial,sans-serif;color:#111;max-width:190mm;margin:1.5em auto;padding:0 1em}
svg{max-width:100%;height:auto;vertical-align:bottom}
ul.cells{list-style:none;padding:0;display:grid;grid-template-columns:COLUMNS;gap:1em}
ul.cells p{margin:.2em 0}
ol.steps{list-style:none;padding:0}
ol.steps>li{border-top:1px solid #777;padding-top:.5em;margin-top:1.5em}
figure{margin:.8em 0;display:inline-block;max-width:100%;break-inside:avoid}
figcaption,.check{font-size:SMALL}
h2{break-before:page}h2,h3{break-after:avoid}li{break-inside:avoid}
@media print{body{margin:0;max-width:none}ol.steps>li{break-inside:auto}}
"""


def page(pattern: Pattern, large: bool = False) -> str:
    """All of it as text; *large* has letters of 24 points in one column."""
    return "\n".join(_lines(pattern, large)) + "\n"


def _lines(pattern: Pattern, large: bool) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{quoted(pattern.tell.language)}">'
    yield f'<head><meta charset="utf-8"><title>{escaped(pattern.title)}</title><style>{_style(large)}</style></head>'
    yield f"<body><h1>{escaped(pattern.title)}</h1>"
    yield _bag(pattern)
    yield from _said(pattern, facts(pattern))
    yield from _published(pattern.publisher)
    yield from _needed(pattern)
    yield from _heading(pattern, words("The pieces"))
    yield from _cells(pattern, listed(pattern), "piece")
    yield from _heading(pattern, words("What the signs mean"))
    yield from _cells(pattern, signs(pattern), "sign")
    yield from _steps(pattern)
    yield from _heading(pattern, words("Words"))
    yield from _cells(pattern, explained(pattern), "word")
    yield from _heading(pattern, words("Care"), 3)
    yield from _said(pattern, care(pattern))
    yield "</body></html>"


def _style(large: bool) -> str:
    columns = "1fr" if large else "repeat(auto-fill,minmax(55mm,1fr))"
    sizes = ("24pt", "1em") if large else ("11pt", ".88em")
    return _STYLE.replace("SIZE", sizes[0]).replace("SMALL", sizes[1]).replace("COLUMNS", columns)


def _bag(pattern: Pattern) -> str:
    drawn = one_flat(pattern, pattern.sewn(), "three-quarter", camera("three-quarter"), Wanted())
    told = pattern.tell(words("The finished bag"))
    return f"<figure>{inline_svg(drawn, 'bag', told)}</figure>"


def _published(publisher: Publisher) -> Iterator[str]:
    """The publisher's logo, name and lines, as on the cover of the booklet."""
    yield from logo_told(publisher)
    if publisher.name:
        yield f"<p><b>{escaped(publisher.name)}</b></p>"
    yield from (f"<p>{escaped(each)}</p>" for each in publisher.lines)


def _heading(pattern: Pattern, said: Said, level: int = 2) -> Iterator[str]:
    yield f"<h{level}>{escaped(pattern.tell(said))}</h{level}>"


def _said(pattern: Pattern, lines: Iterable[Said]) -> Iterator[str]:
    return (f"<p>{escaped(pattern.tell(each))}</p>" for each in lines)


def _needed(pattern: Pattern) -> Iterator[str]:
    yield from _heading(pattern, words("What you need"))
    yield from _heading(pattern, words("Cloth"), 3)
    yield from _cells(pattern, [*cloths(pattern)], "cloth")
    yield from _heading(pattern, words("To buy, drawn at true size; torn edges: it is longer"), 3)
    yield from _cells(pattern, things(pattern, _ROOM), "thing")
    yield from _heading(pattern, words("Tools"), 3)
    yield from _said(pattern, tools(pattern))
    yield from _heading(pattern, words("Machine"), 3)
    yield from _said(pattern, machine(pattern))


def _cells(pattern: Pattern, cells: Sequence[Cell], prefix: str) -> Iterator[str]:
    """A list of pictures with words; the words say all, so the pictures are passed over when it is read aloud."""
    looks = {**LOOKS, **swatch_looks(pattern)}
    yield '<ul class="cells">'
    for number, each in enumerate(cells, 1):
        drawn = inline_svg(each.picture.drawing(looks), f"{prefix}-{number}") if each.picture.height else ""
        told = (f"<b>{escaped(line.text)}</b>" if line.bold else escaped(line.text) for line in each.lines)
        yield f"<li>{drawn}{''.join(f'<p>{line}</p>' for line in told)}</li>"
    yield "</ul>"


def _steps(pattern: Pattern) -> Iterator[str]:
    yield from _heading(pattern, words("Make"))
    yield '<ol class="steps">'
    for each in pattern.steps:
        yield f'<li id="step-{each.number}" value="{each.number}">'
        yield f"<h3>{each.number} {escaped(pattern.tell(each.step.title))}</h3>"
        yield from _step(pattern, each)
        yield "</li>"
    yield "</ol>"


def _step(pattern: Pattern, each: NumberedStep) -> Iterator[str]:
    """What is taken, the words, the figures, and what is looked at."""
    what = taken(pattern)[each.number]
    yield from _said(pattern, [taking(pattern, what)] if any(what) else [])
    yield from _said(pattern, [each.step.text] if each.step.text else [])
    for number, figure in enumerate(figures(pattern).get(each.number, ()), 1):
        yield _figure(pattern, figure, f"{each.number}.{number}", f"figure-{each.number}-{number}")
    yield f'<p class="check">{escaped(pattern.tell(ended(pattern, each)))}</p>'


def _figure(pattern: Pattern, figure: Figure, number: str, prefix: str) -> str:
    """What it shows stands below it, and is read aloud in its place, once."""
    alt = pattern.tell(figure.alt)
    drawn = inline_svg(figure.drawing, prefix, alt)
    return f'<figure>{drawn}<figcaption aria-hidden="true">{number} {escaped(alt)}</figcaption></figure>'
