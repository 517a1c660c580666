"""What is given is read if it is a file, of a size and a depth that can be; all else is refused in words."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.export._font_files import font_bytes
from bagpattern.given_files import DEEPEST, MOST_VALUES, content
from bagpattern.layout.offcuts import read_offcuts
from bagpattern.layout.own_files import read_text
from bagpattern.layout.prices import read_prices
from bagpattern.words import words

FONT = Path(bagpattern.__file__).parent / "fonts" / "DejaVuSans.ttf"
LONG = ".".join("a" * 100_000)
KEYS = "\n".join(f"k{number} = 1" for number in range(MOST_VALUES + 1))


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"12345")
    assert content(tmp_path / "one", 5) == b"12345"
    with pytest.raises(InputError, match=r"one: is larger than 0 kB: this cannot be a preset$"):
        content(tmp_path / "one", 4, words("a preset"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
@pytest.mark.parametrize("reading", [bagpattern.make, read_text, font_bytes], ids=["preset", "list", "font"])
def test_pipes_and_devices_are_refused_without_being_opened(tmp_path: Path, reading: Callable[[Path], object]) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for path, kind in ((pipe, "a pipe"), (Path("/dev/zero"), "a device")):
        with pytest.raises((InputError, ValueError), match=f"is {kind}, not a file: save what it gives in a file"):
            reading(path)


@pytest.mark.parametrize("text", [f"{LONG} = 1", f"[{LONG}]", f'"a b" . {LONG} = 1', f"x = {{ {LONG} = 1 }}"])
def test_keys_of_very_many_parts(tmp_path: Path, text: str) -> None:
    (tmp_path / "bag.toml").write_text(f"\n{text}")
    with pytest.raises(InputError, match=r"bag.toml:2: its keys have far too many parts"):
        bagpattern.make(tmp_path / "bag.toml")
    with pytest.raises(InputError, match=r"prices:2: its keys have far too many parts"):
        read_prices(f"\n{text}", "prices")


@pytest.mark.parametrize("text", ["x" * 200_000, '"' * 200_000, "'\"" * 100_000, " ." * 100_000, "a" + " " * 200_000])
def test_looking_for_long_keys_takes_no_time_in_any_text(text: str) -> None:
    with pytest.raises(InputError, match="prices:1"):
        read_prices(text, "prices")


def test_tables_within_tables(tmp_path: Path) -> None:
    deep = "[" * (DEEPEST + 2) + "]" * (DEEPEST + 2)
    (tmp_path / "bag.toml").write_text(f'style = "tote"\nx = {deep}\n')
    (tmp_path / "bag.json").write_text(f'{{"style": "tote", "x": {deep}}}')
    for name in ("bag.toml", "bag.json"):
        with pytest.raises(InputError, match="its values are nested far too deeply"):
            bagpattern.make(tmp_path / name)
    with pytest.raises(InputError, match="nested far too deeply"):
        read_offcuts(f"x = {deep}", "stash")


def test_very_many_values(tmp_path: Path) -> None:
    many = {f"k{number}": 1 for number in range(MOST_VALUES + 1)}
    (tmp_path / "bag.toml").write_text(KEYS)
    (tmp_path / "bag.json").write_text(str(many).replace("'", '"'))
    for name in ("bag.toml", "bag.json"):
        with pytest.raises(InputError, match=f"holds more than {MOST_VALUES} values"):
            bagpattern.make(tmp_path / name)


# fonts ----------------------------------------------------------------------------------------------------------------


def test_a_font_as_it_was_made_is_sound() -> None:
    assert font_bytes(str(FONT)) == FONT.read_bytes()


@pytest.mark.parametrize("share", [0.0, 0.0001, 0.01, 0.5, 0.99])
def test_a_font_that_is_cut_short(tmp_path: Path, share: float) -> None:
    whole = FONT.read_bytes()
    (tmp_path / "cut.ttf").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ValueError, match=r"it (is cut short|cannot be read as a font); a TrueType font"):
        font_bytes(str(tmp_path / "cut.ttf"))


@pytest.mark.parametrize("tag", [b"glyf", b"cmap", b"head", b"loca", b"hmtx"])
def test_a_font_of_which_one_byte_is_another(tmp_path: Path, tag: bytes) -> None:
    whole = bytearray(FONT.read_bytes())
    start, length = struct.unpack_from(">LL", whole, whole.index(tag) + 8)
    whole[start + length // 2] ^= 0x40
    (tmp_path / "bad.ttf").write_bytes(whole)
    with pytest.raises(ValueError, match=f"it is damaged, in its part '{tag.decode()}'"):
        font_bytes(str(tmp_path / "bad.ttf"))
