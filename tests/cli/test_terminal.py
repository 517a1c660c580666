"""Pictures in a terminal: it is asked, and shown what it understands; one that does not answer is not waited for."""

from __future__ import annotations

import os
import re
import sys
import time
import zlib
from base64 import standard_b64decode
from struct import pack
from threading import Thread

import pytest
from resvg_py import svg_to_bytes

from bagpattern.cli import _terminal
from bagpattern.cli._sixel import pixels, sixels
from bagpattern.cli._terminal import asked, in_terminal, understood

KITTY, XTERM, PLAIN = b"\x1b_Gi=31;OK\x1b\\\x1b[?62;c", b"\x1b[?64;1;2;4;6c", b"\x1b[?1;2c"
SIDE = 60
PICTURE = f"""<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}">
<linearGradient id="g"><stop stop-color="#000"/><stop offset="1" stop-color="#f00"/></linearGradient>
<linearGradient id="d" x2="1" y2="1"><stop stop-color="#fff"/><stop offset="1" stop-color="#00f"/></linearGradient>
<rect width="60" height="20" fill="url(#g)"/><rect y="20" width="60" height="20" fill="#00ff00"/>
<rect y="40" width="60" height="20" fill="url(#d)"/><circle cx="30" cy="30" r="8" fill="#ff00ff"/></svg>"""


@pytest.fixture(scope="module")
def png() -> bytes:
    return bytes(svg_to_bytes(svg_string=PICTURE, background="#ffffff"))


@pytest.mark.parametrize(
    ("answer", "by"),
    [(KITTY, "kitty"), (XTERM, "sixel"), (PLAIN, ""), (b"", ""), (b"\x1b[?4;6c", ""), (b"\x1b[?62;14c", "")],
)
def test_what_a_terminal_answers(answer: bytes, by: str) -> None:
    """Its first figure is what it is, not what it can."""
    assert understood(answer) == by


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
@pytest.mark.parametrize("parts", [[XTERM], [KITTY[:9], KITTY[9:]]])
def test_an_answer_is_read_and_not_shown(parts: list[bytes]) -> None:
    import pty

    terminal, ours = pty.openpty()
    heard = []

    def answering() -> None:
        heard.append(os.read(terminal, 100))
        for each in parts:
            os.write(terminal, each)
            time.sleep(0.02)

    thread = Thread(target=answering)
    thread.start()
    try:
        assert asked(ours, ours) == b"".join(parts)
        thread.join(5)
        assert heard[0].endswith(b"\x1b[c")
        os.write(ours, b".")
        assert os.read(terminal, 100) == b"."
    finally:
        os.close(terminal)
        os.close(ours)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_a_terminal_that_says_nothing_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    import pty
    import termios

    monkeypatch.setattr(_terminal, "PATIENCE", 0.05)
    terminal, ours = pty.openpty()
    try:
        before = termios.tcgetattr(ours)
        assert asked(ours, ours) == b""
        assert termios.tcgetattr(ours) == before
    finally:
        os.close(terminal)
        os.close(ours)


def test_kitty_gets_the_file_in_parts(png: bytes) -> None:
    parts = re.findall(r"\x1b_G(a=T,f=100,)?m=([01]);([^\x1b]+)\x1b\\", in_terminal(png * 9, "kitty"))
    assert standard_b64decode("".join(text for *_, text in parts)) == png * 9
    assert [head for head, *_ in parts] == ["a=T,f=100,", *[""] * (len(parts) - 1)]
    assert [more for _, more, _ in parts] == [*["1"] * (len(parts) - 1), "0"]
    assert all(len(text) <= 4096 for *_, text in parts)


def test_pixels_are_those_of_the_picture(png: bytes) -> None:
    found = pixels(png)
    assert found.shape == (SIDE, SIDE, 4)
    reds = found[10, :, 0].astype(int)
    assert all(abs(red - 255 * (x + 0.5) / SIDE) <= 2 for x, red in enumerate(reds))
    assert found[30, 2].tolist() == [0, 255, 0, 255]
    assert found[30, 30].tolist() == [255, 0, 255, 255]
    assert abs(int(found[50, 29, 0]) - 127) < 6


def test_a_row_that_is_told_by_means() -> None:
    """Filter 3: nothing is added to the mean of the left, 0 at the edge, and above."""
    rows = b"\0" + bytes([10, 20, 30, 255, 20, 40, 0, 255]) + b"\3" + bytes(8)
    found = pixels(_png(2, 2, 6, rows))
    assert found[1].tolist() == [[5, 10, 15, 127], [12, 25, 7, 191]]


def test_sixels_are_the_picture(png: bytes) -> None:
    text, wanted = sixels(png), pixels(png)
    head, body = re.fullmatch(r'\x1bP0;0;0q"1;1;60;60((?:#\d+;2;\d+;\d+;\d+)+)(.*)\x1b\\', text, re.DOTALL).groups()  # type: ignore[union-attr]
    colours = {int(n): [int(c) * 2.55 for c in rgb] for n, *rgb in re.findall(r"#(\d+);2;(\d+);(\d+);(\d+)", head)}
    drawn: dict[tuple[int, int], list[float]] = {}
    for band, line in enumerate(body.split("-")):
        for number, dots in re.findall(r"#(\d+)([^$#]*)", line):
            x = 0
            for count, letter in re.findall(r"(?:!(\d+))?([?-~])", dots):
                for _ in range(int(count or 1)):
                    for row in (row for row in range(6) if (ord(letter) - 63) >> row & 1):
                        drawn[6 * band + row, x] = colours[int(number)]
                    x += 1
    assert len(drawn) == SIDE * SIDE
    apart = [abs(shown - told) for at, dot in drawn.items() for shown, told in zip(dot, wanted[at][:3], strict=True)]
    assert max(apart) <= 16


def test_another_kind_of_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="another kind"):
        pixels(_png(1, 1, 0, b"\0\0"))


def _png(wide: int, high: int, kind: int, rows: bytes) -> bytes:
    head = pack(">IIBBBBB", wide, high, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)))
    told = (pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)
