"""``bagpattern check``: the proof, without files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bagpattern.cli._options import made, parts_option, preset_argument, set_option
from bagpattern.language import Teller
from bagpattern.said import Words
from bagpattern.units import MILLIMETRES

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.units import Units


@click.command("check")
@preset_argument
@set_option
@parts_option
def command(preset: str, overrides: dict[str, str]) -> None:
    """Prove that a pattern can be sewn, without writing files.

    Every finding is printed, errors and warnings; the exit status is 1 if there are errors.

    \b
      bagpattern check mini-backpack
      bagpattern check my-bag.toml --set dimensions.depth="14 cm"
    """
    from bagpattern.errors import PatternError

    pattern = made(preset, overrides)
    if pattern.errors:
        raise PatternError(pattern.errors)
    for line in _proved(pattern):
        click.echo(line)


def _proved(pattern: Pattern) -> list[str]:
    """What the proof has shown, in figures."""
    sewn = sum(pattern.draft.side_length(seam.a) for seam in pattern.seams)
    cut = sum(row.count for row in pattern.cut_list)
    warnings = len(pattern.findings) - len(pattern.errors)
    return [
        f"{pattern.name} ({pattern.preset}) can be sewn: {len(pattern.pieces)} pieces, {cut} to cut; "
        f"{len(pattern.seams)} seams, {_far(sewn, pattern.units)} in all; {len(pattern.steps)} steps.",
        "Proved:",
        *(Teller(pattern.units)(Words(rule)) for rule in _rules()),
        f"{warnings} warning{'' if warnings == 1 else 's'}, printed above." if warnings else "No warnings.",
    ]


def _far(length: float, units: Units) -> str:
    """'3.4 m', '3.7 yd': a length that only gives an idea."""
    return f"{length / 1000:.1f} m" if units.metric else f"{length / MILLIMETRES['in'] / 36:.1f} yd"


def _rules() -> list[str]:
    """The rules that hold, each by its code and the first line of its explanation."""
    from bagpattern.checks import checks

    return [f"  {each.code}  {(each.__doc__ or '').strip().partition(chr(10))[0]}" for each in checks()]
