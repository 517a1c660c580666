"""Plans as the command line finds them: from the file that keeps them, bettered for some time, and kept again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from bagpattern.on_disk import on_disk
from bagpattern.said import Name
from bagpattern.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from bagpattern.language import Teller
    from bagpattern.layout.cloth import Order
    from bagpattern.layout.engines.watch import Watch
    from bagpattern.layout.lay import Lay
    from bagpattern.layout.saved import Kept
    from bagpattern.model.pattern import Pattern


def plan_file(preset: str, folder: str | None) -> Path:
    """Where plans are kept, if nobody says where: in the folder of the pattern's files."""
    from pathlib import Path

    named = on_disk(preset)
    return Path(folder or named, f"{named}-plan.json")


def kept(path: Path) -> Kept | None:
    """What the file keeps; nothing where there is none."""
    if not path.exists():
        return None
    from bagpattern.layout.own_files import LARGEST_PLAN, read_text
    from bagpattern.layout.saved import Kept

    return Kept(read_text(path, LARGEST_PLAN), str(path))


def planned(pattern: Pattern, order: Order, effort: float, path: Path, asked: bool) -> list[Lay]:
    """The plans, from the file if it holds good ones, bettered, and kept in the file.

    Where nobody *asked* for the file, it is written only when the search has found something better.
    """
    from bagpattern.cli._files import write_all
    from bagpattern.layout.plans import lays
    from bagpattern.layout.saved import keeping, recalled

    before = kept(path)
    first = recalled(lays(pattern, order), before)
    found = _bettered(first, effort, pattern.tell)
    if asked or any(new is not old for new, old in zip(found, first, strict=True)):
        write_all({path: keeping(found, before).encode()})
        _echo(pattern.tell(words("plans kept in {file}", file=Name(str(path)))))
    return found


def _bettered(first: Sequence[Lay], effort: float, tell: Teller) -> list[Lay]:
    """Each plan after its share of the time; Ctrl-C ends all searches, and the best so far is kept."""
    from bagpattern.layout.engines.search import all_bettered
    from bagpattern.layout.plans import names

    called = names(first)
    with watched(tell) as watch:
        found = all_bettered(first, effort, watch, lambda number, plan: _progress(plan, called[number], tell))
    if watch.stopped:
        _echo(tell(words("stopped: these are the best plans so far")))
    return found


@contextmanager
def watched(tell: Teller) -> Iterator[Watch]:
    """A watch on searches; what engines broke down is told at its end."""
    from bagpattern.layout.engines.watch import Watch

    with Watch() as watch:
        yield watch
    for trouble in dict.fromkeys(watch.troubles):
        _echo(tell(words("warning: {trouble}", trouble=Name(trouble))))


def _progress(plan: Lay, name: str, tell: Teller) -> Callable[[float], None]:
    """Tells each length that is better than the plan's, and than all before."""
    lengths = [plan.length]

    def hear(length: float) -> None:
        if length < min(lengths) - 0.05:
            lengths.append(length)
            _echo(f"{name}: {tell.length(length)}")

    return hear


def _echo(text: str) -> None:
    click.echo(text, err=True)
