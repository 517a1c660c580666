"""The names that a maker's own lists may use, one inventory for many bags: slots, the catalogue's, those printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bagpattern.catalog.materials import Material
from bagpattern.errors import nearest, quoted
from bagpattern.language import Teller
from bagpattern.layout.prices import Prices
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import Pattern


def slots_called(pattern: Pattern, name: str) -> tuple[str, ...]:
    """The slots of the bag that a name means: one by its own name, else all that are cut from what is called so."""
    wanted = _plain(name)
    own = tuple(each.id for each in pattern.materials if _plain(each.id) == wanted)
    return own or tuple(each.id for each in pattern.materials if wanted in _names_of(each))


def _names_of(material: Material) -> frozenset[str]:
    """Its title, what it is sold as, and its id in the catalogue, where it is one of that."""
    return frozenset(map(_plain, filter(None, (str(material.title), *material.also, material.catalogued))))


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def prices_of(pattern: Pattern, prices: Prices) -> tuple[Prices, list[str]]:
    """The prices by what the bag needs, and in words which entries are for something else, and ignored.

    Where several names mean one thing, its own name counts most, then its title with its size, then its title.
    """
    found: dict[str, str] = {}
    foreign = []
    for key in sorted(prices.each, key=lambda each: -_rank(pattern, each)):
        keys = [*_keys(pattern, key)]
        found |= {each: key for each in keys if each not in found}
        if not keys:
            known = (*(each.id for each in pattern.materials), *(each.id for each in pattern.notions))
            what = f"{prices.file}: prices.{key}: nothing of that name is bought for this bag"
            foreign.append(ignored(key, known, what))
    each = {key: prices.each[name] for key, name in found.items()}
    per = {key: prices.per[name] for key, name in found.items() if name in prices.per}
    return prices._replace(each=each, per=per), sorted(foreign)


def _keys(pattern: Pattern, name: str) -> Iterator[str]:
    tell = Teller(pattern.units)
    yield from slots_called(pattern, name)
    yield from (each.id for each in pattern.notions if _plain(name) in map(_plain, _printed(each, tell)))


def _rank(pattern: Pattern, name: str) -> int:
    """2 for an id, 1 for a title with its size, 0 for the title of several sizes."""
    wanted = _plain(name)
    ids = [*(each.id for each in pattern.materials), *(each.id for each in pattern.notions)]
    if wanted in map(_plain, ids):
        return 2
    return int(all(wanted != _plain(str(each.title)) for each in pattern.notions if each.size))


def _printed(notion: Notion, tell: Teller) -> Iterable[str]:
    """Its id, its title, and both title and size, as the shopping list has them."""
    return notion.id, tell(notion.title), f"{tell(notion.title)} {tell(notion.size)}"


def ignored(name: str, known: Iterable[str], what: str) -> str:
    """What is said of an entry that is for another bag; or was it a slip?"""
    near = nearest(name, known)
    return f"{what}: ignored" + (f"; did you mean {quoted(near)}?" if near else "")
