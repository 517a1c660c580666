"""``python -m tests.fuzz 20000``: random bags, each proved or refused, refusals followed; 1 if anything is wrong.

--seed word      other bags
--sewn 50        sew every fiftieth of the proved ones, too
--drawn 50       write every fiftieth in every format, too
--styles a,b     these alone
--keep faults.jsonl   write each fault's least settings there, a line each

--bad and --kills are for other things than bags: so many bad inputs, so many signals while files are written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from bagpattern.contract.cases import Settings
from tests.fuzz import bad, kills
from tests.fuzz.judged import judge
from tests.fuzz.presets import presets
from tests.fuzz.smaller import smaller

_SHOWN = 3
"""Bags of one kind of fault that are made smaller and told: the next run tells the next."""
_EVERY = 1000


def main() -> int:
    """Judge so many bags; print what is wrong as it is found, and the counts at the end."""
    given = _arguments()
    if given.bad or given.kills:
        return max(bad.run(given.bad, given.seed), kills.run(given.kills, given.seed))
    outcomes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for number, settings in enumerate(presets(given.count, given.seed, given.styles), 1):
        also = [bool(every) and number % every == 0 for every in (given.sewn, given.drawn)]
        found = judge(settings, *also)
        outcomes[found.outcome] += 1
        outcomes["proposals"] += found.proposals
        for fault in found.faults:
            kinds[fault.kind] += 1
            if kinds[fault.kind] <= _SHOWN:
                _tell(fault.kind, fault.told, smaller(settings, fault.kind, *also), given.keep)
        if number % _EVERY == 0:
            print(number, dict(outcomes), kinds.total(), "faults", flush=True)
    for kind, count in kinds.most_common():
        print(f"{count:>6}  {kind}")
    print(dict(outcomes), kinds.total(), "faults")
    return int(bool(kinds))


def _arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0])
    reader.add_argument("count", type=int, nargs="?", default=1000)
    reader.add_argument("--seed", default="")
    reader.add_argument("--sewn", type=int, default=0, help="sew every so many-th bag, too")
    reader.add_argument("--drawn", type=int, default=0, help="write every so many-th bag in every format, too")
    reader.add_argument("--styles", type=lambda text: tuple(text.split(",")), default=())
    reader.add_argument("--bad", type=int, default=0, help="so many bad inputs instead")
    reader.add_argument("--kills", type=int, default=0, help="so many signals to a program that writes files instead")
    reader.add_argument("--keep", type=Path, help="a file that takes the settings of what is wrong")
    return reader.parse_args()


def _tell(kind: str, told: str, settings: Settings, keep: Path | None) -> None:
    line = json.dumps({"kind": kind, "told": told, "settings": settings}, ensure_ascii=False)
    print(f"{kind}\n    {told}\n    {json.dumps(settings, ensure_ascii=False)}", flush=True)
    if keep:
        with keep.open("a", encoding="utf-8") as stream:
            stream.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
