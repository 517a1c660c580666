"""How long the designer's drafts take, and what its workers hold: ``python -m tests.designer_benchmark [DRAFTS]``.

Times are of the processor, for machines are busy: the median over all shipped presets, each drafted anew when
everything is imported, with the sewn bag at a glimpse, as while a hand drags, and as well as can be. Then so many
drafts of one worker, changing from one to the next, and the memory it has after each tenth of them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median
from time import process_time

from bagpattern.preset.shipped import preset_names
from bagpattern.web.pool import one_thread

WANT = ("pieces", "sewn", "steps", "lay")
DRAGGED = ("pieces", "sewn")
MOST = 120.0
"""ms, on the machine that the budget was written for."""
DRAFTS = 1000


def drafted(toml: str, want: tuple[str, ...] = WANT, quality: str = "full") -> tuple[float, int]:
    """ms of a draft, and the bytes of its answer."""
    from bagpattern.web.worker import answered  # not before it is said in how many threads

    start = process_time()
    answer = answered("draft", {"toml": toml, "n": 0, "want": [*want], "quality": quality})
    assert answer.status == 200
    return (process_time() - start) * 1e3, len(answer.body)


def resident() -> float:
    """MB that this process holds now; 0 where the system does not tell."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6 if status.exists() else 0.0


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
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DRAFTS
    for number in range(count):
        drafted(f'extends = "mini-backpack"\n[dimensions]\nwidth = "{220 + number % 40} mm"\n', ("pieces",))
        if number % max(1, count // 10) == 0:
            print(f"after {number + 1:6} drafts {resident():7.1f} MB")


if __name__ == "__main__":
    main()
