"""What a server holds after many answers: garbage goes, and what was large is given back, whatever lies between."""

from __future__ import annotations

import subprocess
import sys
from platform import libc_ver

import pytest

HELD = """
import gc, os
from bagpattern.web.serving import lasting

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGESIZE")

gc.set_threshold(100_000)  # as a command does
lasting()
before = resident()
"""
ANSWERS = """
answers = [(bytearray(100_000), bytearray(2000)) for _ in range(300)]  # an answer, and something that stays after it
stays = [small for _, small in answers]
del answers
"""
CONNECTIONS = """
for _ in range(15_000):
    ring = [bytearray(2000)]
    ring.append(ring)
"""


@pytest.mark.skipif(libc_ver()[0] != "glibc", reason="the heap of another C library")
@pytest.mark.parametrize("done", [ANSWERS, CONNECTIONS])
def test_what_is_done_with_does_not_stay(done: str) -> None:
    command = [sys.executable, "-c", f"{HELD}{done}print(resident() - before)"]
    assert int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) < 6e6  # of 30 MB
