"""How long the designer's drafts take, and what its workers hold: ``python -m tests.designer_benchmark [DRAFTS]``.

Times are of the processor, for machines are busy: the median over all shipped presets, each drafted anew when
everything is imported, with the sewn bag at a glimpse, as while a hand drags, and as well as can be. Then the server
of everybody, as it ships, is asked for so many drafts of changing bags, and what it and its workers hold is told after
each tenth of them, with how many were answered by which status.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import process_time

from bagpattern.preset.shipped import preset_names, preset_text
from bagpattern.units import parse_length
from bagpattern.web.pool import one_thread
from tests.web.running import Asking

WANT = ("pieces", "sewn", "steps", "lay")
DRAGGED = ("pieces", "sewn")
MOST = 120.0
"""ms, on the machine that the budget was written for."""
DRAFTS = 1000
PORT = 8743
PRESETS = preset_names()


def drafted(toml: str, want: tuple[str, ...] = WANT, quality: str = "full") -> tuple[float, int]:
    """ms of a draft, and the bytes of its answer."""
    from bagpattern.web.worker import answered  # not before it is said in how many threads

    start = process_time()
    answer = answered("draft", {"toml": toml, "n": 0, "want": [*want], "quality": quality})
    assert answer.status == 200
    return (process_time() - start) * 1e3, len(answer.body)


def resident(process: int) -> float:
    """MB that a process holds now; 0 where the system does not tell."""
    status = Path(f"/proc/{process}/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6 if status.exists() else 0.0


def below(process: int) -> Iterator[int]:
    """The processes that one has started, and those that these have."""
    for each in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, each.read_text().split()):
            yield child
            yield from below(child)


def changed(number: int) -> str:
    """The text of some bag: the presets one after the other, in the next round with another size or other seams."""
    name, turn = PRESETS[number % len(PRESETS)], number // len(PRESETS) % 21
    for key, size in tomllib.loads(preset_text(name)).get("dimensions", {}).items():
        if str(size).endswith((" mm", " cm")):
            return f'extends = "{name}"\n[dimensions]\n{key} = "{parse_length(size) * (0.9 + turn / 100):.0f} mm"\n'
    return f'extends = "{name}"\n[finishing]\nseam_allowance = "{8 + turn / 5} mm"\n'


@contextmanager
def served() -> Iterator[tuple[int, Asking]]:
    """The server of everybody in a process of its own, as it ships: its number, and what asks it."""
    command = [sys.executable, "-m", "bagpattern", "serve", "--public", "--port", str(PORT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline()
            yield process.pid, Asking(PORT)
        finally:
            process.terminate()


def held(count: int) -> Iterator[str]:
    """What the server and its workers hold, after each tenth of so many drafts."""
    seen: Counter[int] = Counter()
    with served() as (process, asking), ThreadPoolExecutor(1 + (os.cpu_count() or 1)) as visitors:
        for tenth in range(10):
            asked = range(count * tenth // 10, count * (tenth + 1) // 10)
            seen.update(visitors.map(lambda number: asking.draft(changed(number), "pieces").status, asked))
            workers = " ".join(f"{resident(each):.1f}" for each in below(process))
            told = ", ".join(f"{status}: {often}" for status, often in sorted(seen.items()))
            yield f"after {asked.stop:6} drafts {resident(process):6.1f} MB, beside it {workers}; {told}"


def main() -> None:
    """Print the times by what is wanted, and the memory by the number of drafts."""
    one_thread()
    from bagpattern.web.worker import warm

    warm()
    texts = [f'extends = "{name}"\n' for name in preset_names()]
    asked = [((), "glimpse"), (("pieces",), "glimpse"), (("sewn",), "glimpse"), (DRAGGED, "glimpse")]
    for want, quality in (*asked, (("sewn",), "full"), (WANT, "full")):
        times, sizes = zip(*(drafted(text, want, quality) for text in texts), strict=True)
        told = f"{', '.join(want) or 'facts alone'} ({quality})"
        print(f"{told:34} median {median(times):6.1f} ms, worst {max(times):6.1f} ms, {median(sizes) / 1e3:7.1f} kB")
    print(f"at most {MOST:.0f} ms with pieces and sewn bag while one drags")
    for line in held(int(sys.argv[1]) if len(sys.argv) > 1 else DRAFTS):
        print(line, flush=True)


if __name__ == "__main__":
    main()
