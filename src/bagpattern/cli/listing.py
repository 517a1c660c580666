"""``bagpattern list``: what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

from bagpattern.cli._command import Command
from bagpattern.cli._options import parts_option
from bagpattern.cli._spoken import languages_told, speaks
from bagpattern.cli._tables import heads, section, table
from bagpattern.language import ENGLISH, LANGUAGES, Teller
from bagpattern.said import Name, Said, Words
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.catalog.items import Item
    from bagpattern.registry import Family

T = TypeVar("T")
_FOLDED_LIMITS, _FOLDED = 34, 60
"""Characters of limits, and of what something is: a table of values goes on a terminal that is somewhat wide."""
_WORD, _WHAT = words("name"), words("what it is")


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


@click.command("list", cls=Command)
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
@click.option(
    "--language",
    type=click.Choice([*LANGUAGES]),
    metavar="CODE",
    default=ENGLISH,
    callback=speaks,
    help=f"What is told of bags and parts speaks this language: {languages_told()}.",
)
@click.option("--picture", is_flag=True, help="Draw a contact sheet of presets, styles or parts instead.")
@click.option("-o", "--output", metavar="FILE", help="Where the picture goes; left out: WHAT.svg; '-' prints it.")
@parts_option
def command(
    what: str | None,
    name: str | None,
    units_name: str,
    language: str,
    picture: bool,
    output: str | None,
) -> None:
    """List presets and styles, parts, materials or items.

    WHAT is presets, styles, builds (the ways to build them), materials, notions (zips and hardware), items (things to
    carry), or a kind of part: pockets, straps, closures and so on. With the NAME of one of them, it is told in full: of
    a style or part every value that may be set, with its default, its limits and what it is. Builds have no names:
    styles and parts tell theirs.

    \b
      bagpattern list
      bagpattern list pockets
      bagpattern list pockets --picture
      bagpattern list styles mini-backpack
      bagpattern list pockets zip-window --units in
      bagpattern list styles tote --language de
    """
    from bagpattern.units import Units

    tell = Teller(Units(units_name), language)
    if picture or output:
        _draw(what, name, picture, output)
    elif what is None:
        lists, titles = _lists(tell), {"presets": words("Presets"), "styles": words("Styles")}
        click.echo("\n".join(section(tell(title), lists[each]()) for each, title in titles.items()))
    elif name is None:
        click.echo(_chosen(what, _lists(tell), "list")())
    else:
        click.echo(_chosen(what, _details(tell), "list")(name))


def _draw(what: str | None, name: str | None, picture: bool, output: str | None) -> None:
    from bagpattern.cli._picture import BUILDS, PRESETS, draw

    if not picture or what is None or name is not None:
        raise click.UsageError("a picture is of a list: write bagpattern list pockets --picture")
    rooms = _families()
    _chosen(what, {PRESETS: None, BUILDS: None, **rooms}, "list of pictures")
    draw(what, rooms, output)


def _chosen(word: str, known: dict[str, T], what: str, listed: str = "") -> T:
    """The member of that name. Raises InputError with a proposal when there is none."""
    from bagpattern.errors import InputError, Problem, did_you_mean, quoted

    if word not in known:
        raise InputError(
            [
                Problem(
                    "",
                    words(
                        "there is no {what} {word}{advice}",
                        what=Name(what),
                        word=quoted(word),
                        advice=did_you_mean(word, known, listed and f"bagpattern list {listed}"),
                    ),
                )
            ]
        )
    return known[word]


def _named(rows: Iterable[tuple[str, Said]], tell: Teller) -> str:
    """A table of names with what each is."""
    return table(heads(tell, _WORD, _WHAT), [(name, tell(what)) for name, what in rows])


def _presets(tell: Teller) -> str:
    from bagpattern.preset import describe, preset_names

    return _named([(name, Words(describe(name))) for name in preset_names()], tell)


def _preset(name: str) -> str:
    from bagpattern.preset import preset_names, preset_text

    return preset_text(_chosen(name, {each: each for each in preset_names()}, "preset", "presets")).rstrip()


def _builds(tell: Teller) -> str:
    from bagpattern.samples import builds

    rows = [(style, way.said, tell(Words(way.of.help))) for style, way in builds()]
    named = heads(tell, words("style"), words("how it is said"), _WHAT)
    return table(named, rows, folded={named[-1]: _FOLDED})


def _build(name: str) -> str:
    """Raises InputError: what builds there are is told in one list, and by whoever has them."""
    from bagpattern.errors import InputError, Problem

    told = words("builds have no names: write bagpattern list builds, or bagpattern list styles and a style's name")
    raise InputError([Problem(name, told)])


def _materials(tell: Teller) -> str:
    from bagpattern.catalog.materials import materials

    return _named([(each.id, each.title) for each in materials().values()], tell)


def _material(name: str, tell: Teller) -> str:
    from bagpattern.catalog.materials import materials
    from bagpattern.cli._facts import in_lines, of_material

    return in_lines(of_material(_chosen(name, dict(materials()), "material", "materials")), tell)


def _notions(tell: Teller) -> str:
    from bagpattern.catalog.notions import notions
    from bagpattern.cli._facts import of_notion

    return _named([(name, next(of_notion(each))[1]) for name, each in notions().items()], tell)


def _notion(name: str, tell: Teller) -> str:
    from bagpattern.catalog.notions import notions
    from bagpattern.cli._facts import in_lines, of_notion

    return in_lines(of_notion(_chosen(name, dict(notions()), "notion", "notions")), tell)


def _items(tell: Teller) -> str:
    from bagpattern.catalog.items import items

    sizes = [f"{tell(each)} {tell.units.name}" for each in (words("length"), words("width"), words("thickness"))]
    rows = [(each.id, tell(each.title), *_sizes(each, tell)) for each in items().values()]
    return table((*heads(tell, _WORD, _WHAT), *sizes), rows, right=range(2, 5))


def _item(name: str, tell: Teller) -> str:
    from bagpattern.catalog.items import items
    from bagpattern.cli._facts import in_lines, of_item

    return in_lines(of_item(_chosen(name, dict(items()), "item", "items")), tell)


def _sizes(item: Item, tell: Teller) -> tuple[str, ...]:
    sizes = (item.length, item.width, item.thickness)
    return tuple(tell.number(each, 2) if tell.units.metric else tell.figure(each) for each in sizes)


def _families() -> dict[str, Family]:
    """The styles, and every family of parts that a style takes, by the name of its list."""
    from bagpattern.preset.guide import families, listed_as
    from bagpattern.styles import STYLES

    found = (family for style in STYLES.names() for family in families(STYLES.member(style)))
    return {"styles": STYLES, **{listed_as(family): family for family in found}}


def _members(family: Family, tell: Teller) -> str:
    from bagpattern.registry import introduction

    return _named([(each, Words(introduction(family.member(each)))) for each in family.names()], tell)


def _member(family: Family, name: str, tell: Teller) -> str:
    from bagpattern.preset.guide import entries, introduced, listed_as

    known = {each: each for each in family.names()}
    of = family.member(_chosen(name, known, family.what, listed_as(family)))
    rows = [(each.key, each.default, each.limits, each.help) for each in entries(of, tell=tell)]
    named = heads(tell, words("value"), words("default"), words("limits"), _WHAT)
    folded = dict(zip(named[2:], (_FOLDED_LIMITS, _FOLDED), strict=True))
    values = table(named, rows, folded=folded) if rows else tell(words("It has no values to set."))
    return f"{introduced(of, tell)}\n\n{values}"


def _lists(tell: Teller) -> dict[str, Callable[[], str]]:
    """What there is to be listed."""
    of_parts = {name: partial(_members, family) for name, family in _families().items()}
    told: dict[str, Callable[..., str]] = {
        "presets": _presets,
        "builds": _builds,
        **of_parts,
        "materials": _materials,
        "notions": _notions,
        "items": _items,
    }
    return {name: partial(each, tell=tell) for name, each in told.items()}


def _details(tell: Teller) -> dict[str, Callable[[str], str]]:
    """What there is to be told in full, by name."""
    of_parts = {name: partial(_member, family, tell=tell) for name, family in _families().items()}
    told: dict[str, Callable[..., str]] = {"materials": _material, "notions": _notion, "items": _item}
    facts = {what: partial(fact, tell=tell) for what, fact in told.items()}
    return {"presets": _preset, "builds": _build, **of_parts, **facts}
