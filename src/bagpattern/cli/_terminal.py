"""Pictures in a terminal, where it can show them: by kitty's protocol, or as sixels, as it says when it is asked.

Kitty's protocol is that of [sw.kovidgoyal.net/kitty/graphics-protocol], which says how to ask; sixels are DEC's, and
attribute 4 of what a terminal tells of itself [vt100.net/docs/vt510-rm/DA1.html].
"""

from __future__ import annotations

import os
import sys
import time
from base64 import standard_b64encode
from collections.abc import Iterator
from contextlib import contextmanager

_KITTY = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
_ATTRIBUTES = b"\x1b[c"
_ANSWER, _END = b"\x1b[?", b"c"
_SIXEL = b"4"
_CHUNK = 4096
"""Bytes of text that one escape sequence of kitty's may have."""
PATIENCE = 0.5
"""Seconds that a terminal has for its answer: every one in use gives it, within ms; over a slow line a path does."""


def pictures_by() -> str:
    """'kitty' or 'sixel': how the terminal that we speak to shows pictures; empty where there is none, or it cannot."""
    if sys.platform == "win32" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ""
    sys.stdout.flush()
    return understood(asked(sys.stdin.fileno(), sys.stdout.fileno()))


def understood(answer: bytes) -> str:
    """How a terminal that answers so shows pictures."""
    if b"\x1b_Gi=31;OK" in answer:
        return "kitty"
    told = answer.rpartition(_ANSWER)[2].removesuffix(_END)
    return "sixel" if _SIXEL in told.split(b";")[1:] else ""


def asked(reading: int, writing: int) -> bytes:
    """What the terminal behind two open files answers; nothing, or a part, if it takes too long."""
    import select

    answer, end = b"", time.monotonic() + PATIENCE
    with _unechoed(reading):
        os.write(writing, _KITTY + _ATTRIBUTES)
        while not (_ANSWER in answer and answer.endswith(_END)):
            if not select.select([reading], [], [], max(0.0, end - time.monotonic()))[0]:
                break
            answer += os.read(reading, 1024)
    return answer


@contextmanager
def _unechoed(terminal: int) -> Iterator[None]:
    """Answers come as if they were typed: they are not to be shown, nor to wait for the Enter key."""
    if sys.platform == "win32":
        raise OSError("there are no such terminals")
    import termios
    import tty

    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def in_terminal(png: bytes, by: str) -> str:
    """What shows a picture when it is written to a terminal."""
    if by == "kitty":
        return _for_kitty(png)
    from bagpattern.cli._sixel import sixels

    return sixels(png)


def _for_kitty(png: bytes) -> str:
    text = standard_b64encode(png).decode("ascii")
    parts = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
    heads = ("a=T,f=100," if number == 0 else "" for number in range(len(parts)))
    more = (int(number < len(parts) - 1) for number in range(len(parts)))
    return "".join(f"\x1b_G{head}m={m};{part}\x1b\\" for head, m, part in zip(heads, more, parts, strict=True))
