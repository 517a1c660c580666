"""``bagpattern fit``: whether the bag takes what it is to hold."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from bagpattern.cli._command import Command
from bagpattern.cli._options import complete_item, given, parts_option, preset_argument, set_option
from bagpattern.cli._spoken import language_option, spoken, spoken_in
from bagpattern.cli._tables import heads, section, table
from bagpattern.language import ENGLISH, Teller
from bagpattern.said import Name
from bagpattern.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bagpattern.contents_fit import Place

_NOTHING = words(
    "It is to hold nothing yet: write {line} into a pocket, or ask with {option}.",
    line=Name('holds = ["passport"]'),
    option=Name("--add passport"),
)


@click.command("fit", cls=Command)
@preset_argument
@set_option
@click.option(
    "--add",
    metavar="ITEM",
    shell_complete=complete_item,
    help='Ask where one thing more would go; "bagpattern list items" tells names.',
)
@language_option
@parts_option
@click.pass_context
def command(ctx: click.Context, preset: str, overrides: dict[str, str], add: str | None, language: str | None) -> None:
    """Tell whether a bag takes what it is to hold.

    For each thing, its ease in the preset's units: to the sides, above it, and from front to back with all that lies
    there. In an open pocket a negative length is what shows. The exit status is 1 if something does not fit.

    \b
      bagpattern fit mini-backpack
      bagpattern fit mini-backpack --add tablet-8
    """
    from bagpattern.contents_fit import fit

    with _asking():
        found = fit(given(preset, spoken_in(language, overrides)), add)
    tell = Teller(found.units, spoken(ctx) or ENGLISH)
    click.echo(_table(found.places, tell) if found.places else tell(_NOTHING))
    if add is not None:
        asked = words("And the {thing}?", thing=found.proposals[0].title if found.proposals else Name(add))
        click.echo("\n" + section(tell(asked), _table(found.proposals, tell)).rstrip())
    if not found.fits:
        ctx.exit(1)


@contextmanager
def _asking() -> Iterator[None]:
    """Problems of the thing that is asked for are told of the option that names it."""
    from bagpattern.contents_fit import ASKED
    from bagpattern.errors import InputError
    from bagpattern.values import replace

    try:
        yield
    except InputError as error:
        raise InputError(replace(each, key="--add") if each.key == ASKED else each for each in error.problems) from None


_HEADS = words("item"), words("where"), words("width"), words("length"), words("thickness"), words("verdict")


def _table(places: Sequence[Place], tell: Teller) -> str:
    rows = [
        (
            tell(place.title),
            tell(place.space),
            tell.figure(place.width),
            tell.figure(place.length),
            "" if place.thickness is None else tell.figure(place.thickness),
            tell(place.verdict),
        )
        for place in places
    ]
    return table(heads(tell, *_HEADS), rows, right=range(2, 5))
