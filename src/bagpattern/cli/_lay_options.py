"""What the options of ``bagpattern lay`` mean: widths, grains, lengths and effort."""

from __future__ import annotations

import click

_SHORTEST, _MOST = 10.0, 50_000.0
"""mm of a table or of what webbing comes in, and of any length here."""


def widths(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, float]:
    """mm by slot of ``--width slot=140cm``."""
    return {slot: _length(text, f"--width {slot}", 50.0) for slot, text in _by_slot(given, "--width shell=140cm")}


def grains(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """How pieces lie, by slot of ``--grain slot=square``."""
    return dict(_by_slot(given, "--grain shell=square"))


def _by_slot(given: tuple[str, ...], example: str) -> list[tuple[str, str]]:
    """What stands before and after each equals sign."""
    found: dict[str, str] = {}
    for each in given:
        slot, equals, text = (part.strip() for part in each.partition("="))
        if not equals:
            raise click.BadParameter(f'"{each}" names no material: write {example}')
        if found.setdefault(slot, text) != text:
            raise click.BadParameter(f"{slot} is given {found[slot]} and {text}: say one of them")
        found[slot] = text
    return [*found.items()]


def copies(ctx: click.Context, param: click.Parameter, given: str) -> tuple[int, ...]:
    """The counts of ``--copies 12,4``."""
    from bagpattern.layout.cloth import MOST_COPIES

    count: click.ParamType[int] = click.IntRange(1, MOST_COPIES)
    return tuple(count.convert(each.strip(), param, ctx) for each in given.split(","))


def slots(ctx: click.Context, param: click.Parameter, given: str | None) -> tuple[str, ...]:
    """The slots of ``--only shell,lining``."""
    return tuple(each.strip() for each in (given or "").split(",") if each.strip())


def length(ctx: click.Context, param: click.Parameter, given: str | None) -> float | None:
    """mm, if it is given."""
    return None if given is None else _length(given, param.opts[0])


def measure(ctx: click.Context, param: click.Parameter, given: str | None) -> float | None:
    """mm of what is there, if it is given: a table or a roll of nothing is none."""
    return None if given is None else _length(given, param.opts[0], _SHORTEST)


def _length(text: str, option: str, least: float = 0.0) -> float:
    """mm. Raises BadParameter, with advice."""
    from bagpattern.said import Length
    from bagpattern.units import parse_length
    from bagpattern.words import words

    try:
        found = parse_length(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    if found < least:
        told = words("{value} is too small: at least {least}", value=Length(found), least=Length(least))
        raise click.BadParameter(f"{option}: {told}")
    if found > _MOST:
        told = words("{value} is too large: at most {most}", value=Length(found), most=Length(_MOST))
        raise click.BadParameter(f"{option}: {told}")
    return found


def effort(ctx: click.Context, param: click.Parameter, given: str) -> float:
    """Seconds."""
    from bagpattern.layout.engines.search import seconds_of

    try:
        return seconds_of(given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
