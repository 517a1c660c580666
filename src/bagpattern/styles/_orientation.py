"""How a bag whose sizes follow from its contents goes by them: things lie on their long sides in it, or stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from bagpattern.errors import InputError, Problem
from bagpattern.parameters import choice
from bagpattern.said import Name, Said
from bagpattern.values import replace
from bagpattern.words import form, words

if TYPE_CHECKING:  # most bags give their sizes
    from bagpattern.styles._from_contents import Smallest

LYING, STANDING, BEST = "lying", "standing", "best"


def oriented() -> Any:
    """The declaration of how things are put into a bag whose sizes follow from them."""
    return choice(
        None,
        (LYING, STANDING, BEST),
        "of sizes from contents: lying: things on their long sides; standing: upright; best: whichever bag is smaller; "
        "left out: lying in messengers, crossbody bags, clutches and pouches",
    )


def orientation_problems(orientation: str | None, follows: bool, mend: Said) -> Iterator[Problem]:
    """Why an *orientation* says nothing: no size is left to follow from contents. *mend* is what else to write."""
    if orientation is not None and not follows:
        leave = form("is for sizes that follow from contents: leave this out, or {mend}")
        yield Problem("orientation", words(leave, mend=mend))


def smallest_of(find: Callable[[bool], Smallest], orientation: str) -> Smallest:
    """What *find* has for things that lie, asked with True, or stand; for the best of both, that which holds the least.

    Raises InputError when there is none, and says so when the other way would do.
    """
    ways = (True, False) if orientation == BEST else (orientation == LYING,)
    found, refused = _tried(find, ways)
    if found:
        return min(found, key=lambda each: each.sizes.volume)
    if len(ways) == 1 and _tried(find, (not ways[0],))[0]:
        raise _turned_round(refused[0], STANDING if ways[0] else LYING)
    raise refused[0]


def _tried(find: Callable[[bool], Smallest], ways: Sequence[bool]) -> tuple[list[Smallest], list[InputError]]:
    found, refused = [], []
    for lying in ways:
        try:
            found.append(find(lying))
        except InputError as error:
            refused.append(error)
    return found, refused


def _turned_round(error: InputError, orientation: str) -> InputError:
    """The same refusal, which tells of the *orientation* that would do."""
    turned = form('{fault}, or write orientation = "{orientation}"')
    told = (
        replace(each, message=words(turned, fault=each.message, orientation=Name(orientation)))
        for each in error.problems
    )
    return InputError(told)
