"""Does the bag come out of a stash of offcuts? What is cut from each, and what finds no room, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.cli._tables import section, table

if TYPE_CHECKING:
    from bagpattern.layout.cloth import Order
    from bagpattern.layout.stash import Outcome
    from bagpattern.model.pattern import Pattern


def out_of_stash(pattern: Pattern, order: Order, file: str) -> tuple[str, bool]:
    """What is cut from each offcut, and what finds no room; and whether the whole bag comes out of them."""
    from pathlib import Path

    from bagpattern.cli._files import read_text
    from bagpattern.layout.blanks import blanks
    from bagpattern.layout.cloth import cloth
    from bagpattern.layout.offcuts import read_offcuts
    from bagpattern.layout.stash import out_of

    offcuts = read_offcuts(read_text(Path(file)), file, [each.id for each in pattern.materials])
    blocks, fits = [], True
    for material in pattern.materials:
        own = [each for each in offcuts if each.material == material.id]
        cut = blanks(pattern, material.id, order.copies)
        outcome = out_of(own, cut, cloth(material, order, 0.0))
        if own or outcome.missing:
            blocks.append(_outcome(material.id, outcome, pattern))
        fits = fits and not outcome.missing
    return "\n".join(blocks), fits


def _outcome(material: str, outcome: Outcome, pattern: Pattern) -> str:
    from collections import Counter

    from bagpattern.units import number

    rows = []
    for each in outcome.filled:
        counts = Counter(each_spot.blank for each_spot in each.spots)
        names = [f"{count}x {outcome.blanks[index].title}" for index, count in sorted(counts.items())]
        size = pattern.units.size(*each.offcut.size)
        rows.append((each.offcut.name, size, ", ".join(names) or "stays whole", f"{number(each.left / 100, 0)} cm2"))
    text = table(("offcut", "size", "cut from it", "left"), rows, right="left") if rows else "no offcut of it"
    missing = Counter(blank.title for blank in outcome.missing)
    short = ", ".join(f"{count}x {name}" for name, count in missing.items())
    answer = f"It does not all fit: no room for {short}" if missing else "Everything fits."
    return section(f"From the stash: {material}", f"{text}\n{answer}")
