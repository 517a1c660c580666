"""``bagpattern check``: the proof, without files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from bagpattern.cli._command import Command
from bagpattern.cli._options import parts_option, preset_argument, proven, set_option
from bagpattern.cli._spoken import language_option, spoken_in, teller
from bagpattern.language import Teller
from bagpattern.registry import introduction
from bagpattern.said import NOTHING, Called, Figure, Length, Name, Said, Words
from bagpattern.units import MILLIMETRES
from bagpattern.words import counted, sentences, series, words

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.proof import Proved


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
    tell = pattern.tell
    sewn = sum(pattern.draft.side_length(seam.a) for seam in pattern.seams)
    shown = words(
        "{bag} ({preset}) can be sewn: {pieces} pieces, {cut} to cut; {seams} seams, {far} in all; {steps} steps.",
        bag=Called(pattern.name),
        preset=Name(pattern.preset),
        pieces=len(pattern.pieces),
        cut=sum(row.count for row in pattern.cut_list),
        seams=len(pattern.seams),
        far=_far(sewn, tell),
        steps=len(pattern.steps),
    )
    measures = words("Sewn, it measures: {sizes}.", sizes=series(_measured(measured), ", "))
    return [tell(shown), tell(measures), *_rules(pattern)]


_SIZES = {"width": words("width"), "height": words("height"), "depth": words("depth")}


def _measured(sewn: Proved) -> Iterator[Said]:
    """'width 222 mm (220 mm as drafted)', ...: what came out when the body was sewn, beside what the draft says."""
    for name, meant, found in sewn.sizes:
        yield words("{what} {found} ({meant} as drafted)", what=_SIZES[name], found=Length(found), meant=Length(meant))
    if sewn.volume:
        said, held = (Figure(each, 2) for each in sewn.volume)
        yield words("{found} litres ({meant} as drafted)", found=held, meant=said)
    strain, piece = sewn.strain
    yield words("strain {percent} % at most, in {piece}", percent=Figure(100 * strain), piece=Name(piece))


def _far(length: float, tell: Teller) -> Name:
    """'3.4 m', '3.7 yd': a length that only gives an idea."""
    if tell.units.metric:
        return Name(f"{tell.number(length / 1000)} m")
    return Name(f"{tell.number(length / MILLIMETRES['in'] / 36)} {tell(words('yd'))}")


def _rules(pattern: Pattern) -> Iterator[str]:
    """The rules that hold, each by its code and the first line of its explanation; then those of which it is warned."""
    from bagpattern.checks import checks
    from bagpattern.sewn.proof import RULES

    tell, count = pattern.tell, len(pattern.findings)
    said = {each.code: introduction(type(each)) for each in checks()} | {
        each.code: introduction(type(each)) for each in RULES
    }
    lines = {code: f"  {code}  {tell(Words(why))}" for code, why in said.items()}
    broken = [lines.pop(code) for code in sorted({each.code for each in pattern.findings} & set(lines))]
    yield from (tell(words("Proved:")), *lines.values())
    told = counted("{count} warning, printed above.", "{count} warnings, printed above.", count)
    yield tell(sentences(told, words("Not proved:") if broken else NOTHING) if count else words("No warnings."))
    yield from broken
