"""``bagpattern check``: the proof, without files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from bagpattern.cli._command import Command
from bagpattern.cli._options import parts_option, preset_argument, proven, set_option
from bagpattern.cli._spoken import language_option, spoken_in, teller
from bagpattern.language import Teller
from bagpattern.said import Words
from bagpattern.units import MILLIMETRES

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.proof import Proved
    from bagpattern.units import Units


@click.command("check", cls=Command)
@preset_argument
@set_option
@language_option
@parts_option
def command(preset: str, overrides: dict[str, str], language: str | None) -> None:
    """Prove that a pattern can be sewn, without writing files.

    Its body is glued along its seams, as it would be sewn, and measured. Every finding is printed, errors and warnings,
    and every value of yours that changes nothing in the bag; the exit status is 1 if there are errors.

    \b
      bagpattern check mini-backpack
      bagpattern check my-bag.toml --set dimensions.depth="14 cm"
    """
    from bagpattern.errors import PatternError
    from bagpattern.idle import idle
    from bagpattern.sewn.proof import proved
    from bagpattern.values import replace

    pattern = proven(preset, spoken_in(language, overrides))
    tell = teller(pattern)
    for each in idle(preset, overrides, "--set"):
        click.echo(each.told(tell), err=True)
    sewn = proved(pattern)
    for finding in sewn.findings:
        click.echo(finding.told(tell), err=True)
    pattern = replace(pattern, findings=(*pattern.findings, *sewn.findings))
    if pattern.errors:
        raise PatternError(pattern.errors)
    for line in _proved(pattern, sewn):
        click.echo(line)


def _proved(pattern: Pattern, measured: Proved) -> list[str]:
    """What the proof has shown, in figures."""
    sewn = sum(pattern.draft.side_length(seam.a) for seam in pattern.seams)
    cut = sum(row.count for row in pattern.cut_list)
    return [
        f"{pattern.name} ({pattern.preset}) can be sewn: {len(pattern.pieces)} pieces, {cut} to cut; "
        f"{len(pattern.seams)} seams, {_far(sewn, pattern.units)} in all; {len(pattern.steps)} steps.",
        f"Sewn, it measures: {_measured(measured, Teller(pattern.units))}.",
        *_rules(pattern),
    ]


def _measured(sewn: Proved, tell: Teller) -> str:
    """'width 222 mm (220 mm as drafted), ...': what came out when the body was sewn, beside what the draft says."""
    from bagpattern.said import Length

    parts = [f"{name} {tell(Length(found))} ({tell(Length(meant))} as drafted)" for name, meant, found in sewn.sizes]
    if sewn.volume:
        parts.append(f"{sewn.volume[1]:.2f} litres ({sewn.volume[0]:.2f} as drafted)")
    return ", ".join([*parts, f"strain {100 * sewn.strain[0]:.1f} % at most, in {sewn.strain[1]}"])


def _far(length: float, units: Units) -> str:
    """'3.4 m', '3.7 yd': a length that only gives an idea."""
    return f"{length / 1000:.1f} m" if units.metric else f"{length / MILLIMETRES['in'] / 36:.1f} yd"


def _rules(pattern: Pattern) -> Iterator[str]:
    """The rules that hold, each by its code and the first line of its explanation; then those of which it is warned."""
    from bagpattern.checks import checks
    from bagpattern.sewn.proof import RULES

    tell, count = Teller(pattern.units), len(pattern.findings)
    rules = [(each.code, each.__doc__) for each in checks()] + [(each.code, each.__doc__) for each in RULES]
    lines = {code: f"  {code}  {tell(Words((why or '').strip().partition(chr(10))[0]))}" for code, why in rules}
    broken = [lines.pop(code) for code in sorted({each.code for each in pattern.findings} & set(lines))]
    yield from ("Proved:", *lines.values())
    told = f"{count} warning{'' if count == 1 else 's'}, printed above"
    yield f"{told}. Not proved:" if broken else f"{told}." if count else "No warnings."
    yield from broken
