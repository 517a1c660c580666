"""Whether a bag takes what it is to hold: a table of plain rows, and where one thing more would go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.lengths import under
from bagpattern.model.pattern import Pattern
from bagpattern.parts.holding.arranging import Stand
from bagpattern.parts.holding.contents import grown
from bagpattern.parts.holding.laid import FLAT, LYING, ON_EDGE
from bagpattern.parts.holding.stowing import Stowed, stowed, with_more
from bagpattern.pipeline import draft
from bagpattern.preset import Preset, read
from bagpattern.said import Length, Said
from bagpattern.units import METRIC, Units
from bagpattern.values import value
from bagpattern.words import series, words

ASKED = "add"
"""The key of a problem with the thing that is asked for."""


@value
class Place:
    """A thing in a pocket or in the bag itself. ``width``, ``length`` and ``thickness`` are its ease, in mm.

    A negative length in an open pocket is what shows; a thickness of None is limited by nothing but the cloth.
    ``verdict`` says it in words: ``str`` of it is English in mm.
    """

    item: str
    title: Said
    space: Said
    width: float
    length: float
    thickness: float | None
    fits: bool
    verdict: Said


@value
class Fit:
    """Everything that a bag holds, each in its ``places``; ``proposals`` are the places for one thing more.

    ``units`` are the maker's, in which the lengths, all mm here, are to be told.
    """

    places: tuple[Place, ...]
    proposals: tuple[Place, ...] = ()
    units: Units = METRIC

    @property
    def fits(self) -> bool:
        """Whether all goes in: what is held, and what is asked for in one place at least."""
        asked = not self.proposals or any(place.fits for place in self.proposals)
        return asked and all(place.fits for place in self.places)


def fit(
    source: Pattern | Preset | str | Mapping[str, Any],
    add: str | None = None,
    overrides: Mapping[str, Any] | None = None,
) -> Fit:
    """How what a bag holds fits into it, and where the item *add* would go.

    *source* is a pattern, a preset, or what ``make`` takes. Raises InputError as ``make`` does, or for unknown items.
    """
    made = _made(source, overrides or {})
    places = tuple(_place(each) for each in stowed(made.draft))
    units = Units(made.settings.get("units", METRIC.name))
    proposals = () if add is None else tuple(map(_place, _proposed(made, add)))
    return Fit(places, proposals, units)


def _made(source: Pattern | Preset | str | Mapping[str, Any], overrides: Mapping[str, Any]) -> Pattern:
    if isinstance(source, Pattern) and not overrides:
        return source
    if isinstance(source, Pattern) or (isinstance(source, Preset) and overrides):
        source = source.settings
    return draft(source if isinstance(source, Preset) else read(source, overrides))


def _proposed(made: Pattern, add: str) -> Iterator[Stowed]:
    """One thing more in each space; the maker's own things stand in the settings alone."""
    if not isinstance(add, str):
        raise InputError([Problem(ASKED, f"is the name of one thing, not {quoted(add)}")])
    (item,) = read(made.settings).style.workshop.things([add], key=ASKED)
    for space in made.draft.spaces:
        yield with_more(made.draft, space, item)


def _place(each: Stowed) -> Place:
    item = each.laid.item
    return Place(
        item.id,
        item.title,
        each.stand.space.title,
        each.width,
        each.length,
        each.thickness,
        each.fits,
        series(_verdict(each), "; "),
    )


def _verdict(each: Stowed) -> Iterator[Said]:
    stand = each.stand
    if each.fits:
        tight = [key for key in stand.wanting if key != "head"]
        yield series((words("fits tightly") if tight else words("fits"), *_how(each)), ", ")
        if stand.space.open_top and each.length < 0:
            yield words("{length} show", length=Length(-each.length))
    else:
        yield words("does not fit")
    yield from _grow(stand)
    if each.behind is not None and under(each.behind, 0.0):
        yield words("the bag would have to be {behind} deeper for all that lies there", behind=Length(-each.behind))


_LIES = {
    LYING: words("lying on its side"),
    **dict.fromkeys(ON_EDGE, words("lengthwise on its edge")),
    **dict.fromkeys(FLAT, words("lengthwise and flat")),
}
"""How it is put in, unless it stands upright with its broad side to the front."""


def _how(each: Stowed) -> Iterator[Said]:
    if each.laid.way in _LIES:
        yield _LIES[each.laid.way]
    if len(each.stand.arrangement.layers) > 1:
        yield words("one thing behind the other")
    elif len(each.stand.arrangement.laid) > 1:
        yield words("side by side")


def _grow(stand: Stand) -> Iterator[Said]:
    """By how much the space would have to grow: to take its things at all, or for their usual ease."""
    if stand.missing:
        more = series((grown(key, stand.wanting[key]) for key in stand.missing), ", ")
        yield words("it would have to be {more}", more=more)
    elif stand.wanting:
        more = series((grown(*each) for each in stand.wanting.items()), ", ")
        yield words("with the usual ease it would be {more}", more=more)
