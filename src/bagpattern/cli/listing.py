"""``bagpattern list``: what there is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

from bagpattern.cli._options import parts_option
from bagpattern.cli._tables import section, table
from bagpattern.language import Teller

if TYPE_CHECKING:
    from bagpattern.catalog.items import Item
    from bagpattern.registry import Family
    from bagpattern.units import Units

T = TypeVar("T")
_FOLDED = {"limits": 34, "what it is": 60}
"""Characters: a table of values goes on a terminal that is somewhat wide."""


def _names() -> dict[str, tuple[str, ...]]:
    """The names in every list."""
    from bagpattern.catalog.items import items
    from bagpattern.catalog.materials import materials
    from bagpattern.catalog.notions import notions
    from bagpattern.preset import preset_names

    of_parts = {name: family.names() for name, family in _families().items()}
    catalogue = {"materials": tuple(materials()), "notions": tuple(notions()), "items": tuple(items())}
    return {"presets": preset_names(), "builds": (), **of_parts, **catalogue}


def _complete_what(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    return [each for each in _names() if each.startswith(incomplete)]


def _complete_name(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    return [each for each in _names().get(str(ctx.params.get("what")), ()) if each.startswith(incomplete)]


@click.command("list")
@click.argument("what", metavar="[WHAT]", required=False, shell_complete=_complete_what)
@click.argument("name", metavar="[NAME]", required=False, shell_complete=_complete_name)
@click.option(
    "--units",
    "units_name",
    type=click.Choice(["mm", "in"]),
    default="mm",
    show_default=True,
    help="How lengths are told.",
)
@click.option("--picture", is_flag=True, help="Draw a contact sheet of presets, styles or parts instead.")
@click.option("-o", "--output", metavar="FILE", help="Where the picture goes; left out: WHAT.svg; '-' prints it.")
@parts_option
def command(what: str | None, name: str | None, units_name: str, picture: bool, output: str | None) -> None:
    """List presets and styles, parts, materials or items.

    WHAT is presets, styles, builds (the ways to build them), materials, notions (zips and hardware), items (things to
    carry), or a kind of part: pockets, straps, closures and so on. With the NAME of one of them, it is told in full: of
    a style or part every value that may be set, with its default, its limits and what it is.

    \b
      bagpattern list
      bagpattern list pockets
      bagpattern list pockets --picture
      bagpattern list styles mini-backpack
      bagpattern list pockets zip-window --units in
    """
    from bagpattern.units import Units

    units = Units(units_name)
    if picture or output:
        _draw(what, name, picture, output)
    elif what is None:
        lists = _lists(units)
        click.echo("\n".join(section(each.capitalize(), lists[each]()) for each in ("presets", "styles")))
    elif name is None:
        click.echo(_chosen(what, _lists(units), "list")())
    else:
        click.echo(_chosen(what, _details(units), "list")(name))


def _draw(what: str | None, name: str | None, picture: bool, output: str | None) -> None:
    from bagpattern.cli._picture import BUILDS, PRESETS, draw

    if not picture or what is None or name is not None:
        raise click.UsageError("a picture is of a list: write bagpattern list pockets --picture")
    rooms = _families()
    _chosen(what, {PRESETS: None, BUILDS: None, **rooms}, "list of pictures")
    draw(what, rooms, output)


def _chosen(word: str, known: dict[str, T], what: str) -> T:
    """The member of that name. Raises InputError with a proposal when there is none."""
    from bagpattern.errors import InputError, Problem, did_you_mean, quoted

    if word not in known:
        raise InputError([Problem("", f"there is no {what} {quoted(word)}{did_you_mean(word, known)}")])
    return known[word]


def _presets() -> str:
    from bagpattern.preset import describe, preset_names

    return table(("name", "what it is"), [(name, describe(name)) for name in preset_names()])


def _preset(name: str) -> str:
    from bagpattern.preset import preset_names, preset_text

    return preset_text(_chosen(name, {each: each for each in preset_names()}, "preset")).rstrip()


def _builds() -> str:
    from bagpattern.samples import builds

    rows = [(style, way.said, way.of.help) for style, way in builds()]
    return table(("style", "how it is said", "what it is"), rows, folded=_FOLDED)


def _materials() -> str:
    from bagpattern.catalog.materials import materials

    return table(("name", "what it is"), [(each.id, str(each.title)) for each in materials().values()])


def _material(name: str, tell: Teller) -> str:
    from bagpattern.catalog.materials import materials
    from bagpattern.cli._facts import in_lines, of_material

    return in_lines(of_material(_chosen(name, dict(materials()), "material")), tell)


def _notions() -> str:
    from bagpattern.catalog.notions import notions
    from bagpattern.cli._facts import of_notion

    return table(("name", "what it is"), [(name, str(next(of_notion(each))[1])) for name, each in notions().items()])


def _notion(name: str, tell: Teller) -> str:
    from bagpattern.catalog.notions import notions
    from bagpattern.cli._facts import in_lines, of_notion

    return in_lines(of_notion(_chosen(name, dict(notions()), "notion")), tell)


def _items(units: Units) -> str:
    from bagpattern.catalog.items import items

    sizes = [f"{each} {units.name}" for each in ("length", "width", "thickness")]
    rows = [(each.id, str(each.title), *_sizes(each, units)) for each in items().values()]
    return table(("name", "what it is", *sizes), rows, right=",".join(sizes))


def _item(name: str, tell: Teller) -> str:
    from bagpattern.catalog.items import items
    from bagpattern.cli._facts import in_lines, of_item

    return in_lines(of_item(_chosen(name, dict(items()), "item")), tell)


def _sizes(item: Item, units: Units) -> tuple[str, ...]:
    from bagpattern.units import number

    sizes = (item.length, item.width, item.thickness)
    return tuple(number(each, 2) if units.metric else Teller(units).figure(each) for each in sizes)


def _families() -> dict[str, Family]:
    """The styles, and every family of parts that a style takes, by the name of its list."""
    from bagpattern.preset.guide import families, listed_as
    from bagpattern.styles import STYLES

    found = (family for style in STYLES.names() for family in families(STYLES.member(style)))
    return {"styles": STYLES, **{listed_as(family): family for family in found}}


def _members(family: Family) -> str:
    from bagpattern.registry import introduction

    return table(("name", "what it is"), [(each, introduction(family.member(each))) for each in family.names()])


def _member(family: Family, name: str, units: Units) -> str:
    from bagpattern.preset.guide import entries
    from bagpattern.registry import introduction

    of = family.member(_chosen(name, {each: each for each in family.names()}, family.what))
    rows = [(each.key, each.default, each.limits, each.help) for each in entries(of, units=units)]
    if not rows:
        return f"{introduction(of)}\n\nIt has no values to set."
    return f"{introduction(of)}\n\n{table(('value', 'default', 'limits', 'what it is'), rows, folded=_FOLDED)}"


def _lists(units: Units) -> dict[str, Callable[[], str]]:
    """What there is to be listed."""
    of_parts = {name: partial(_members, family) for name, family in _families().items()}
    return {
        "presets": _presets,
        "builds": _builds,
        **of_parts,
        "materials": _materials,
        "notions": _notions,
        "items": partial(_items, units),
    }


def _details(units: Units) -> dict[str, Callable[[str], str]]:
    """What there is to be told in full, by name."""
    of_parts = {name: partial(_member, family, units=units) for name, family in _families().items()}
    told: dict[str, Callable[..., str]] = {"materials": _material, "notions": _notion, "items": _item}
    facts = {what: partial(fact, tell=Teller(units)) for what, fact in told.items()}
    return {"presets": _preset, **of_parts, **facts}
