"""Does the bag come out of a stash of offcuts? What is cut from each, and what finds no room, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from bagpattern.cli._laid import Laid
from bagpattern.cli._plans import watched
from bagpattern.cli._tables import heads, section, table
from bagpattern.errors import Problem, quoted
from bagpattern.said import Name, Said
from bagpattern.words import series, words

if TYPE_CHECKING:
    from bagpattern.drawing.cloth.true_size import Sheet
    from bagpattern.drawing.model import Drawing
    from bagpattern.layout.cloth import Order
    from bagpattern.layout.offcut import Offcut
    from bagpattern.layout.stash import Outcome
    from bagpattern.model.pattern import Pattern


def out_of_stash(pattern: Pattern, order: Order, file: str, effort: float) -> Laid:
    """What is cut from each offcut, and what finds no room; the time is for what boxes find no room for."""
    from pathlib import Path

    from bagpattern.drawing.cloth.offcut import offcut_drawing
    from bagpattern.drawing.cloth.true_size import offcut_sheets
    from bagpattern.layout.blanks import blanks
    from bagpattern.layout.cloth import cloth
    from bagpattern.layout.offcuts import read_offcuts
    from bagpattern.layout.own_files import read_text
    from bagpattern.layout.phase import refuse_match
    from bagpattern.layout.stash import out_of
    from bagpattern.layout.stash_search import squeezed

    offcuts = _of_this_bag(pattern, read_offcuts(read_text(Path(file)), file), file)
    blocks, fits = [], True
    drawings: dict[str, Drawing] = {}
    sheets: list[Sheet] = []
    for material in pattern.materials:
        own = [each for each, slots in offcuts.items() if material.id in slots]
        cut = blanks(pattern, material.id, order.copies)
        refuse_match(material.id, cut, "offcuts")
        on = cloth(material, order, 0.0)
        with watched(pattern.tell) as watch:
            outcome = squeezed(out_of(own, cut, on), on, effort, watch)
        if own or outcome.missing:
            blocks.append(_outcome(material.id, outcome, pattern))
        fits = fits and not outcome.missing
        used = [each for each in outcome.filled if each.spots]
        for each in used:  # what one material is cut from is not there for the next
            del offcuts[each.offcut]
        sheets += offcut_sheets(material.id, outcome.filled, outcome.blanks)
        drawings |= {
            f"stash-{material.id}-{n}": offcut_drawing(pattern, each, cut, on) for n, each in enumerate(used, 1)
        }
    return Laid("\n".join(blocks), fits, drawings, sheets)


def _of_this_bag(pattern: Pattern, stash: Iterable[Offcut], file: str) -> dict[Offcut, tuple[str, ...]]:
    """The offcuts that the bag can be cut from, with the slots that each may be for; others are told, and ignored."""
    from bagpattern.layout.known_names import ignored, slots_called

    found = {each: slots_called(pattern, each.material) for each in stash}
    known = [each.id for each in pattern.materials]
    foreign = dict.fromkeys(each.material for each, slots in found.items() if not slots)
    for name in foreign:
        told = words("nothing of this bag is cut from {name}", name=quoted(name))
        click.echo(Problem("", ignored(name, known, told), file).told(pattern.tell), err=True)
    return {each: slots for each, slots in found.items() if slots}


_HEADS = words("offcut"), words("size"), words("cut from it"), words("left")


def _outcome(material: str, outcome: Outcome, pattern: Pattern) -> str:
    from bagpattern.words import extent

    tell, rows = pattern.tell, []
    for each in outcome.filled:
        counts = Counter(each_spot.blank for each_spot in each.spots)
        names = [f"{count}x {tell(outcome.blanks[index].title)}" for index, count in sorted(counts.items())]
        size, left = tell(extent(*each.offcut.size)), f"{tell.number(each.left / 100, 0)} cm2"
        rows.append((each.offcut.name, size, ", ".join(names) or tell(words("stays whole")), left))
    text = table(heads(tell, *_HEADS), rows, right=[3]) if rows else tell(words("no offcut of it"))
    title = words("From the stash: {material}", material=Name(material))
    return section(tell(title), f"{text}\n{tell(_answer(outcome))}")


def _answer(outcome: Outcome) -> Said:
    missing = Counter(blank.title for blank in outcome.missing)
    if not missing:
        return words("Everything fits.")
    pieces = (words("{count}x {piece}", count=count, piece=title) for title, count in missing.items())
    return words("It does not all fit: no room for {pieces}", pieces=series(pieces, ", "))
