"""Does the bag come out of a stash of offcuts? What is cut from each, and what finds no room, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.cli._plans import watched
from bagpattern.cli._tables import section, table

if TYPE_CHECKING:
    from bagpattern.drawing.model import Drawing
    from bagpattern.layout.cloth import Order
    from bagpattern.layout.stash import Outcome
    from bagpattern.model.pattern import Pattern


class Answer(NamedTuple):
    """What the stash gives in words, whether that is the whole bag, and a drawing of each offcut that is cut."""

    told: str
    fits: bool
    drawings: Mapping[str, Drawing]


def out_of_stash(pattern: Pattern, order: Order, file: str, effort: float) -> Answer:
    """What is cut from each offcut, and what finds no room; the time is for what boxes find no room for."""
    from pathlib import Path

    from bagpattern.drawing.cloth.offcut import offcut_drawing
    from bagpattern.errors import InputError, Problem
    from bagpattern.layout.blanks import blanks
    from bagpattern.layout.cloth import cloth
    from bagpattern.layout.offcuts import read_offcuts
    from bagpattern.layout.own_files import read_text
    from bagpattern.layout.phase import must_match
    from bagpattern.layout.stash import out_of
    from bagpattern.layout.stash_search import squeezed

    offcuts = read_offcuts(read_text(Path(file)), file, [each.id for each in pattern.materials])
    blocks, fits = [], True
    drawings: dict[str, Drawing] = {}
    for material in pattern.materials:
        own = [each for each in offcuts if each.material == material.id]
        cut = blanks(pattern, material.id, order.copies)
        if must_match(cut):
            told = (
                "its print is to match, and nobody knows where the repeats of offcuts begin: leave match and centre out"
            )
            raise InputError([Problem(material.id, told)])
        on = cloth(material, order, 0.0)
        with watched() as watch:
            outcome = squeezed(out_of(own, cut, on), on, effort, watch)
        if own or outcome.missing:
            blocks.append(_outcome(material.id, outcome, pattern))
        fits = fits and not outcome.missing
        used = [each for each in outcome.filled if each.spots]
        drawings |= {f"{material.id}-{n}": offcut_drawing(pattern, each, cut, on) for n, each in enumerate(used, 1)}
    return Answer("\n".join(blocks), fits, drawings)


def _outcome(material: str, outcome: Outcome, pattern: Pattern) -> str:
    from collections import Counter

    from bagpattern.language import Teller
    from bagpattern.units import number
    from bagpattern.words import extent

    tell, rows = Teller(pattern.units), []
    for each in outcome.filled:
        counts = Counter(each_spot.blank for each_spot in each.spots)
        names = [f"{count}x {tell(outcome.blanks[index].title)}" for index, count in sorted(counts.items())]
        size = tell(extent(*each.offcut.size))
        rows.append((each.offcut.name, size, ", ".join(names) or "stays whole", f"{number(each.left / 100, 0)} cm2"))
    text = table(("offcut", "size", "cut from it", "left"), rows, right="left") if rows else "no offcut of it"
    missing = Counter(tell(blank.title) for blank in outcome.missing)
    short = ", ".join(f"{count}x {name}" for name, count in missing.items())
    answer = f"It does not all fit: no room for {short}" if missing else "Everything fits."
    return section(f"From the stash: {material}", f"{text}\n{answer}")
