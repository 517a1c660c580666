"""``python -m bagpattern.contract FOLDER``: whether parts and styles of one's own keep what all others keep."""

from __future__ import annotations

import argparse
import sys

from bagpattern.contract.trial import Trial, trial
from bagpattern.errors import InputError
from bagpattern.own_parts import rooms, use

_SHOWN = 5
"""Faults of one part that are told: the next run tells the next."""


def main() -> int:
    """Take the folder in, put each part on trial, print the table; 1 if anything is wrong, 2 for no usable folder."""
    reader = argparse.ArgumentParser(prog="python -m bagpattern.contract", description=__doc__)
    reader.add_argument("folder", help="laid out as bagpattern.use takes it: pockets/, styles/ and so on")
    reader.add_argument("--count", type=int, default=100, help="how many bags to draft at random for each (100)")
    reader.add_argument("--seed", default="", help="any word, for other random bags")
    given = reader.parse_args()
    try:
        found = use(given.folder)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{'part':<32}{'tried':>8}{'proved':>8}{'refused':>9}{'wrong':>7}")
    return max([_told(each, given.count, given.seed) for each in found])


def _told(part: str, count: int, seed: str) -> int:
    """Print the row of a part, and below it what is wrong; whether anything is."""
    room, _, name = part.partition("/")
    made: Trial = trial(rooms()[room], name, count, seed)
    print(f"{part:<32}{made.tried:>8}{made.proved:>8}{made.refused:>9}{len(made.faults):>7}", flush=True)
    for fault in made.faults[:_SHOWN]:
        print(f"  {fault}")
    if len(made.faults) > _SHOWN:
        print(f"  and {len(made.faults) - _SHOWN} more")
    return int(bool(made.faults))


if __name__ == "__main__":
    sys.exit(main())
