"""``bagpattern list``: what there is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from bagpattern.cli._tables import section, table

if TYPE_CHECKING:
    from bagpattern.catalog.items import Item
    from bagpattern.catalog.materials import Material
    from bagpattern.registry import Room

T = TypeVar("T")


@click.command("list")
@click.argument("what", metavar="[WHAT]", required=False)
@click.argument("name", metavar="[NAME]", required=False)
def command(what: str | None, name: str | None) -> None:
    """List presets and styles, pockets, straps, materials or items.

    WHAT is presets, styles, pockets, straps, materials or items: things to carry. With the NAME of one of them, it is
    told in full: of a style, pocket or strap every value that may be set, with its default, its limits and what it is.

    \b
      bagpattern list
      bagpattern list pockets
      bagpattern list styles mini-backpack
      bagpattern list pockets zip-window
    """
    if what is None:
        click.echo("\n".join(section(each.capitalize(), _LISTS[each]()) for each in ("presets", "styles")))
    elif name is None:
        click.echo(_chosen(what, _LISTS, "list")())
    else:
        click.echo(_chosen(what, _DETAILS, "list")(name))


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


def _materials() -> str:
    from bagpattern.catalog.materials import materials

    return table(("name", "what it is"), [(each.id, each.title) for each in materials().values()])


def _material(name: str) -> str:
    from bagpattern.catalog.materials import materials

    return "\n".join(f"{key}: {value}" for key, value in _facts(_chosen(name, dict(materials()), "material")))


def _facts(material: Material) -> list[tuple[str, str]]:
    from bagpattern.units import centimetres, number

    facts = [
        ("title", material.title),
        ("thickness", f"{number(material.thickness, 2)} mm"),
        ("width", centimetres(material.width)),
        ("tightest curve", f"{number(material.least_radius)} mm radius"),
        ("source", material.source),
    ]
    return [(key, value) for key, value in facts if value]


def _items() -> str:
    from bagpattern.catalog.items import items

    rows = [(each.id, each.title, *_sizes(each)) for each in items().values()]
    return table(("name", "what it is", "length mm", "width mm", "thickness mm"), rows, right=_SIZES)


def _item(name: str) -> str:
    from bagpattern.catalog.items import items

    item = _chosen(name, dict(items()), "item")
    length, width, thickness = _sizes(item)
    size = f"{length} mm long, {thickness} mm across" if item.round else f"{length} x {width} x {thickness} mm"
    ease = f"{item.ease:g} mm more than it needs"
    facts = (("title", item.title), ("size", size), ("pockets for it", ease), ("source", item.source))
    return "\n".join(f"{key}: {value}" for key, value in facts)


def _sizes(item: Item) -> tuple[str, str, str]:
    from bagpattern.units import number

    return number(item.length, 2), number(item.width, 2), number(item.thickness, 2)


def _room(name: str) -> Room:
    from bagpattern.parts.part import POCKETS, STRAPS
    from bagpattern.styles._style import STYLES

    return {"styles": STYLES, "pockets": POCKETS, "straps": STRAPS}[name]


def _members(name: str) -> str:
    room = _room(name)
    return table(("name", "what it is"), [(each, _first_line(room.member(each))) for each in room.names()])


def _member(room_name: str, name: str) -> str:
    from bagpattern.preset.guide import entries

    room = _room(room_name)
    of = room.member(_chosen(name, {each: each for each in room.names()}, room.what))
    rows = [(each.key, each.default, each.limits, each.help) for each in entries(of)]
    return f"{_first_line(of)}\n\n{table(('value', 'default', 'limits', 'what it is'), rows)}"


def _first_line(of: type) -> str:
    return (of.__doc__ or "").strip().partition("\n")[0]


_SIZES = "length mm,width mm,thickness mm"
_LISTS: dict[str, Callable[[], str]] = {
    "presets": _presets,
    "styles": lambda: _members("styles"),
    "pockets": lambda: _members("pockets"),
    "straps": lambda: _members("straps"),
    "materials": _materials,
    "items": _items,
}
_DETAILS: dict[str, Callable[[str], str]] = {
    "presets": _preset,
    "styles": lambda name: _member("styles", name),
    "pockets": lambda name: _member("pockets", name),
    "straps": lambda name: _member("straps", name),
    "materials": _material,
    "items": _item,
}
