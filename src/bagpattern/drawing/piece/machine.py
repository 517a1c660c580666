"""What machines cut: which roles are drawn, in which colours, and in which order; closed paths, nothing written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bagpattern.drawing.model import Layer, Look, Shape
from bagpattern.drawing.names import Names
from bagpattern.drawing.piece.cutting import Contour
from bagpattern.errors import Problem, did_you_mean, quoted, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.placement import Placement
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.options import COLOURS, ENGRAVED, OTHERS, Options
from bagpattern.said import Name
from bagpattern.words import form, words

_WIDTH = 0.1
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def bare(pattern: Pattern, options: Options) -> frozenset[str]:
    """The slots whose pieces are cut on the stitching line. Raises InputError for those that the bag has not."""
    slots = [each.id for each in pattern.materials]
    named = [each.strip().lower() for each in options.no_allowance_for if each.strip()]
    raise_together(
        Problem(
            "no_allowance_for",
            words(
                "nothing of this bag is cut from {each}{advice}", each=quoted(each), advice=did_you_mean(each, slots)
            ),
        )
        for each in named
        if each not in slots
    )
    return frozenset(named if options.allowance else slots)


def read_colours(wanted: Iterable[str], engrave: bool = False) -> dict[str, str]:
    """The colour of each role that is drawn. Raises InputError, listing all that cannot be read."""
    colours, problems = dict([*COLOURS.items(), *([ENGRAVED] if engrave else [])]), []
    known, said = (*colours, *OTHERS), dict[str, str]()
    for pair in filter(None, (each.strip().lower() for each in wanted)):
        role, _, colour = (each.strip() for each in pair.partition("="))
        if role not in known:
            advice = did_you_mean(role, known)
            problems.append(words("there is no role {role}{advice}", role=quoted(role), advice=advice))
        elif said.setdefault(role, colour) != colour:
            both = {"one": Name(said[role]), "other": Name(colour)}
            problems.append(words("{role} is {one} and {other}: write one of them", role=Name(role), **both))
        elif colour == "none":
            colours.pop(role, None)
        elif _COLOUR.fullmatch(colour):
            colours[role] = colour
        else:
            told = form("{pair}: write a colour such as {role}=#ff0000, or {role}=none to leave it out")
            problems.append(words(told, pair=quoted(pair), role=Name(role)))
    raise_together(Problem("colours", problem) for problem in problems)
    return colours


def looks(options: Options) -> dict[str, Look]:
    """How each role that is drawn looks. Raises InputError, listing all colours that cannot be read."""
    return {
        role: Look(_WIDTH, colour=colour) for role, colour in read_colours(options.colours, options.engrave).items()
    }


def outline_last(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """Marks, notches, holes and slits before any outline: what is cut out lies loose, and moves under the tool [K]."""
    return tuple(sorted(layers, key=lambda layer: layer.id == "cut"))


def contours(piece: Piece, parts: Iterable[Contour], placement: Placement, names: Names) -> Iterator[Shape]:
    """The paths of one piece in their place; its name is not turned over with it."""
    parts = tuple(parts)
    written = [path for role, _, path in parts if role == ENGRAVED[0]]
    left, _, right, _ = areas.bounds(written) if written else (0.0, 0.0, 0.0, 0.0)
    over = Placement(complex(left + right), mirrored=placement.mirrored)
    for role, name, path in parts:
        read = path.placed(over) if placement.mirrored and role == ENGRAVED[0] else path
        yield Shape(names(piece.id, name), role, (read.placed(placement),), piece.id)
