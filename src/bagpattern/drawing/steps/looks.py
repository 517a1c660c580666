"""How the figures of steps look: they are to be read from a grey print as from a screen.

The right side of a cloth is a middle tone and flat, its wrong side light and hatched; a lining is dotted, its hatch
runs the other way. What is sewn now is in an accent on a white casing, which keeps it apart from middle tones in grey.
"""

from __future__ import annotations

from enum import StrEnum

from bagpattern.drawing.model import Look


class Tone(StrEnum):
    """What a cloth is in a figure."""

    SHELL = "shell"
    LINING = "lining"
    FOAM = "foam"
    ZIP = "zip"
    TAPE = "tape"


ACCENT, INK, FAINT, WHITE = "#c4161c", "#222222", "#6e6e6e", "#ffffff"
TEXT, ON_ACCENT = "text", "text-light"
SIZE, SMALL = 3.1, 2.9
"""mm: digits of a text of 2.9 are 2.2 mm high, and nothing is smaller."""

LOOKS = {
    "shell-right": Look(0.0, colour="#86a3b5", filled="#86a3b5"),
    "shell-wrong": Look(0.0, colour="#f1f4f5", filled="#f1f4f5"),
    "lining-right": Look(0.0, colour="#e2bd86", filled="#e2bd86"),
    "lining-wrong": Look(0.0, colour="#fcf6ea", filled="#fcf6ea"),
    "foam-right": Look(0.0, colour="#dddddd", filled="#dddddd"),
    "foam-wrong": Look(0.0, colour="#dddddd", filled="#dddddd"),
    "zip-right": Look(0.0, colour="#5d5d63", filled="#5d5d63"),
    "zip-wrong": Look(0.0, colour="#8c8c92", filled="#8c8c92"),
    "tape-right": Look(0.0, colour="#77777d", filled="#77777d"),
    "tape-wrong": Look(0.0, colour="#a5a5aa", filled="#a5a5aa"),
    "hatch-shell": Look(0.22, colour="#9fb2be"),
    "hatch-lining": Look(0.22, colour="#d8b98a"),
    "hatch-foam": Look(0.22, colour="#b5b5b5"),
    "dots": Look(0.42, (0.01, 1.8), colour="#a87f45", round_ends=True),
    "edge": Look(0.28, colour=INK),
    "thin": Look(0.2, colour=INK),
    "fold": Look(0.35, (1.2, 0.7), colour=INK),
    "guide": Look(0.2, (1.0, 0.8), colour="#444444"),
    "notch": Look(0.45, colour=INK),
    "before": Look(0.22, (1.2, 0.7), colour=FAINT),
    "casing": Look(1.15, colour=WHITE),
    "seam": Look(0.6, (1.9, 0.9), colour=ACCENT),
    "slit": Look(0.7, colour=ACCENT),
    "box": Look(0.3, colour=ACCENT),
    "dot": Look(0.2, colour=WHITE, filled=ACCENT),
    "head": Look(0.15, colour=WHITE, filled=INK),
    "seam-head": Look(0.15, colour=WHITE, filled=ACCENT),
    "block": Look(0.35, colour=INK, filled=WHITE),
    "shaft": Look(0.5, colour=INK),
    "halo": Look(1.2, colour=WHITE),
    "plate": Look(0.0, colour=WHITE, filled=WHITE),
    "disc": Look(0.3, colour=INK, filled=WHITE),
    "disc-accent": Look(0.3, colour=INK, filled=ACCENT),
    "coil": Look(1.3, colour="#2f2f33"),
    "teeth": Look(0.9, (0.35, 0.5), colour="#d8d8d8"),
    "puller": Look(0.3, colour=INK, filled="#eeeeee"),
    "dark": Look(0.2, colour=INK, filled="#2f2f33"),
    "metal": Look(1.4, colour=INK),
    "metal-light": Look(0.8, colour="#c9c9c9"),
    TEXT: Look(0.0, fill=0.13),
    ON_ACCENT: Look(0.0, fill=1.0),
}
"""Every kind of thing in a figure."""
HATCH = {Tone.SHELL: ("hatch-shell", 1 + 1j), Tone.LINING: ("hatch-lining", 1 - 1j), Tone.FOAM: ("hatch-foam", 1 + 0j)}
