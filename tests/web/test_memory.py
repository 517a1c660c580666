"""What a server holds after many answers: what was large and is free is given back, whatever lies between."""

from __future__ import annotations

import subprocess
import sys
from platform import libc_ver

import pytest

HELD = """
import os
from bagpattern.web.serving import large_apart

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGESIZE")

large_apart()
before = resident()
answers = [(bytearray(100_000), bytearray(2000)) for _ in range(300)]  # an answer, and something that stays after it
stays = [small for _, small in answers]
del answers
print(resident() - before)
"""


@pytest.mark.skipif(libc_ver()[0] != "glibc", reason="the heap of another C library")
def test_large_answers_that_are_free_do_not_stay() -> None:
    told = subprocess.run([sys.executable, "-c", HELD], capture_output=True, text=True, check=True).stdout
    assert int(told) < 5e6  # of 30 MB
