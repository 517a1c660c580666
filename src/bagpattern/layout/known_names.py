"""The names that a maker's own lists may use, one inventory for many bags: slots, the catalogue's, those printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bagpattern.catalog.materials import Material
from bagpattern.errors import Problem, nearest, quoted
from bagpattern.language import Teller
from bagpattern.layout.prices import Prices
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import Pattern
from bagpattern.said import Said
from bagpattern.words import series, words


def slots_called(pattern: Pattern, name: str) -> tuple[str, ...]:
    """The slots of the bag that a name means: one by its own name, else all that are cut from what is called so."""
    wanted = plain(name)
    own = tuple(each.id for each in pattern.materials if plain(each.id) == wanted)
    return own or tuple(each.id for each in pattern.materials if wanted in _names_of(each))


def _names_of(material: Material) -> frozenset[str]:
    """Its title, what it is sold as, and its id in the catalogue, where it is one of that."""
    return frozenset(map(plain, filter(None, (*_shared(material), material.catalogued))))


def _shared(material: Material) -> tuple[str, ...]:
    return str(material.title), *material.also


def plain(name: str) -> str:
    """What counts of a name: its letters and digits, large or small."""
    return "".join(filter(str.isalnum, name.casefold()))


def names_of(pattern: Pattern, key: str) -> tuple[str, ...]:
    """All that lists may call what the bag needs under a key; of cloth the catalogue's name is first, then the slot."""
    tell = Teller(pattern.units)
    cloth = (name for each in pattern.materials if each.id == key for name in (each.catalogued, key, *_shared(each)))
    bought = (called(each, tell) for each in pattern.notions if each.id == key for called in _COUNTING)
    return tuple(dict.fromkeys(filter(None, (*cloth, *bought))))


def prices_of(pattern: Pattern, prices: Prices) -> tuple[Prices, list[Problem]]:
    """The prices by what the bag needs, and which entries are for something else, and ignored.

    Where several names mean one thing, its own name counts most, then that which it has in its own bag, then its title
    with its size, then its title.
    """
    found: dict[str, tuple[int, str]] = {}
    foreign: list[Problem] = []
    for name in prices.each:
        ranks = _ranks(pattern, name)
        found |= {key: (rank, name) for key, rank in ranks.items() if rank > found.get(key, (-1, ""))[0]}
        if not ranks:
            known = (*(each.id for each in pattern.materials), *(each.id for each in pattern.notions))
            what = words("nothing of that name is bought for this bag")
            foreign.append(Problem(f"prices.{name}", ignored(name, known, what), prices.file))
    each = {key: prices.each[name] for key, (_, name) in found.items()}
    per = {key: prices.per[name] for key, (_, name) in found.items() if name in prices.per}
    return prices._replace(each=each, per=per), sorted(foreign, key=lambda each: each.key)


def _ranks(pattern: Pattern, name: str) -> dict[str, int]:
    """What a name means, each with how much the name counts for it."""
    tell, wanted = Teller(pattern.units), plain(name)
    slots = {key: len(_COUNTING) + (plain(key) == wanted) for key in slots_called(pattern, name)}
    names = {each.id: [plain(called(each, tell)) for called in _COUNTING] for each in pattern.notions}
    return slots | {key: own[::-1].index(wanted) for key, own in names.items() if wanted and wanted in own}


_COUNTING: Sequence[Callable[[Notion, Teller], str]] = (
    lambda notion, tell: notion.id,
    lambda notion, tell: notion.also,
    lambda notion, tell: f"{tell(notion.title)} {tell(notion.size)}",
    lambda notion, tell: tell(notion.title),
)
"""What a notion is called, as ids and as the shopping list has it; what counts most is first."""


def ignored(name: str, known: Iterable[str], what: Said) -> Said:
    """What is said of an entry that is for another bag; or was it a slip?"""
    near = nearest(name, known)
    told = words("{what}: ignored", what=what)
    return series((told, words("; did you mean {name}?", name=quoted(near))), "") if near else told
