"""What a pattern says, in the units and the language of its maker: for whatever is printed or drawn.

pattern.json keeps mm and English.
"""

from __future__ import annotations

from collections.abc import Callable

from bagpattern.model.pattern import Pattern, Severity
from bagpattern.model.piece import Piece
from bagpattern.units import Units
from bagpattern.values import replace


def spoken(pattern: Pattern, units: Units | None = None) -> Pattern:
    """*pattern* with every text in *units*, or its maker's. Errors of the proof keep mm: their figures are exact."""
    units = units or pattern.units
    if units.metric:
        return pattern
    return replace(
        pattern,
        materials=tuple(replace(each, title=units.text(each.title)) for each in pattern.materials),
        draft=replace(
            pattern.draft,
            notions=tuple(
                replace(each, title=units.text(each.title), size=units.text(each.size), note=units.text(each.note))
                for each in pattern.notions
            ),
        ),
        pieces=tuple(_piece(each, units) for each in pattern.pieces),
        cut_list=tuple(replace(each, title=units.text(each.title)) for each in pattern.cut_list),
        steps=tuple(
            replace(each, step=replace(each.step, title=units.text(each.step.title), text=units.text(each.step.text)))
            for each in pattern.steps
        ),
        findings=tuple(
            each if each.severity is Severity.ERROR else replace(each, message=units.text(each.message))
            for each in pattern.findings
        ),
    )


def told(pattern: Pattern) -> Pattern:
    """*pattern* with every text that is drawn in its maker's units and language; ids and findings stay."""
    pattern, language = spoken(pattern), pattern.language
    if language.english:
        return pattern
    say = language.text
    return replace(
        pattern,
        materials=tuple(replace(each, title=say(each.title)) for each in pattern.materials),
        draft=replace(
            pattern.draft,
            notions=tuple(
                replace(each, title=say(each.title), size=say(each.size), note=say(each.note))
                for each in pattern.notions
            ),
        ),
        pieces=tuple(_told_piece(each, say) for each in pattern.pieces),
        cut_list=tuple(replace(each, title=say(each.title)) for each in pattern.cut_list),
        steps=tuple(
            replace(each, step=replace(each.step, title=say(each.step.title), text=say(each.step.text)))
            for each in pattern.steps
        ),
    )


def _told_piece(piece: Piece, say: Callable[[str], str]) -> Piece:
    panel = piece.panel
    holes = tuple(replace(each, label=say(each.label)) for each in panel.holes)
    return replace(
        piece,
        panel=replace(panel, title=say(panel.title), note=say(panel.note), holes=holes),
        instruction=say(piece.instruction),
        label=tuple(map(say, piece.label)),
        captions={name: say(caption) for name, caption in piece.captions.items()},
    )


def _piece(piece: Piece, units: Units) -> Piece:
    panel = piece.panel
    holes = tuple(replace(each, label=units.text(each.label)) for each in panel.holes)
    return replace(
        piece,
        panel=replace(panel, title=units.text(panel.title), note=units.text(panel.note), holes=holes),
        instruction=units.text(piece.instruction),
        label=tuple(map(units.text, piece.label)),
    )
