"""Labels: the cutting instruction of each piece, and the lines that are printed on it [construction 7.11]."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bagpattern.model.colourway import slot_words
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.panel import Lie, Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.prints import print_told
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.values import replace
from bagpattern.words import extent, series, words


def label(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with what is printed on each piece."""
    also: defaultdict[str, list[Said]] = defaultdict(list)
    for piece in pattern.pieces:
        also[piece.panel.same_as].append(words("also {instruction}", instruction=instruction(piece.panel).lower()))
    woven = {each.id for each in pattern.materials if each.grain}
    printed = {each.id for each in pattern.materials if each.printed}
    pieces = (
        replace(
            piece,
            instruction=instruction(piece.panel),
            label=(
                *also.get(piece.id, ()),
                *_lines(piece, piece.panel.material in woven),
                *(print_told(piece.panel) if piece.panel.material in printed else ()),
            ),
            captions={line.name: line.told for line in piece.panel.lines},
        )
        for piece in pattern.pieces
    )
    return replace(pattern, pieces=tuple(pieces))


def instruction(panel: Panel) -> Said:
    """'Cut 2 shell, 1 mirrored'."""
    count, material = panel.count, slot_words(panel.material)
    text = (
        words("Cut {count} {material} on the fold", count=count, material=material)
        if any(edge.finish is Finish.FOLD for edge in panel.edges)
        else words("Cut {count} {material}", count=count, material=material)
    )
    return words("{text}, {mirrored} mirrored", text=text, mirrored=panel.mirrored) if panel.mirrored else text


def _lines(piece: Piece, woven: bool) -> tuple[Said, ...]:
    grain = _lying(piece.panel) if woven else ()
    note = [piece.panel.note] if piece.panel.note else []
    return (_size(piece), *_allowances(piece), *grain, *_quilted(piece), *_skived(piece), *note)


def _skived(piece: Piece) -> Iterator[Said]:
    """Which edges are thinned before they are turned, and how far."""
    for wide in dict.fromkeys(piece.skived.values()):
        names = series((edge.told for edge in piece.panel.edges if piece.skived.get(edge.name) == wide), ", ")
        yield words("skive {edges} {wide} wide, to half the thickness", edges=names, wide=Length(wide))


def _quilted(piece: Piece) -> Iterator[Said]:
    """How much larger it is cut before it is quilted."""
    if piece.rough is not None:
        left, low, right, high = piece.rough.bounds
        larger, size = Length(piece.panel.quilted), extent(right - left, high - low)
        yield words("cut {size} first, {larger} larger all round; quilt, then trim to this", size=size, larger=larger)


def _lying(panel: Panel) -> tuple[Said, ...]:
    """How a strip may lie on the cloth, or is to."""
    if panel.either:
        return (words("along or across the cloth"),)
    told = {Lie.LENGTHWISE: words("along the cloth"), Lie.CROSSWISE: words("across the cloth")}
    return (told[panel.lie],) if panel.lie in told else ()


def _size(piece: Piece) -> Said:
    """The size without allowance, and what it is the size of: a strap is folded before it has its finished size."""
    left, bottom, right, top = piece.panel.stitching_line.bounds
    size = extent(right - left, top - bottom)
    if piece.panel.role is Role.STIFFENING:
        return words("cut {size}", size=size)
    return words("finished {size}", size=size) if piece.panel.layers == 1 else words("{size} before folding", size=size)


def _allowances(piece: Piece) -> Iterator[Said]:
    """The allowance that most edges have, or most of the outline; then each that differs, with the edges it is on.

    Two that are printed alike, to a tenth of a millimetre, are one.
    """
    around: defaultdict[float, list[Edge]] = defaultdict(list)
    for edge in piece.panel.edges:
        around[round(piece.allowances[edge.name], 1)].append(edge)
    usual = max(around, key=lambda each: (each > 0, len(around[each]), sum(edge.length for edge in around[each])))
    yield words("{usual} allowance included", usual=Length(usual)) if usual else words("no allowance")
    for allowance, edges in around.items():
        if allowance != usual:
            names = series((edge.told for edge in edges), ", ")
            yield series((names, Length(allowance) if allowance else words("none")), ": ")
