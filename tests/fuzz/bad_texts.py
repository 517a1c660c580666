"""Files that nobody means: sound ones cut, bent, swollen and mixed up, and names for them that a disk allows."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

VALUES = (
    "nan",
    "-inf",
    "1e308",
    "-0.0",
    "9223372036854775808",
    "true",
    "1979-05-27T07:32:00Z",
    '""',
    '"\\u0000"',
    '"\\u202e\\u200b"',
    '"\\U0010FFFF"',
    '"-5 cm"',
    '"0 mm"',
    '"1e9 km"',
    '"1/0 in"',
    '"../../../etc/passwd"',
    '"/dev/zero"',
    '"{title}"',
    '"=1+1"',
    "[]",
    "{}",
    '[""]',
    '{ a = { b = ["c"] } }',
    f'"{"x" * 5_000}"',
    f"{'[' * 200}{']' * 200}",
    f"[{'1, ' * 6_000}]",
    "9" * 5_000,
)
"""What may stand in the place of any value."""
LINES = (
    "[[[",
    "[a.a.a]",
    "[style]",
    "[[pockets]]",
    "[[own]]",
    "style = 3",
    "extends = 'broken.toml'",
    "\x00",
    "é = 'ü'",
    '"" = 1',
    "= 1",
    "x = '''",
    'name = "\\q"',
    "k = 1\nk = 2",
    ".".join("a" * 3_000) + " = 1",
    "\n".join(f"k{number} = {number}" for number in range(6_000)),
)
"""What may stand between any two lines."""
NAMES = (
    "broken",
    "broken bag",
    "-broken",
    "bröken",
    "broken\n2",
    "broken\t",
    "broken;echo",
    "$(broken)",
    "'broken\"",
    "broken\u202e",
    "袋",
    "broken.txt",
    "b" * 200,
    "broken\udcff",
)
"""What a file may be called before its ending, all of which a disk takes; the last is no text."""

_VALUE = re.compile(rb"(?m)^([\w.\" -]+ = )(.+)$")


def bent(sound: bytes, chance: Random) -> bytes:
    """A *sound* file with one to three things wrong."""
    for _ in range(chance.randint(1, 3)):
        sound = chance.choice(_WAYS)(sound, chance)
    return sound


def _cut(text: bytes, chance: Random) -> bytes:
    return text[: chance.randint(0, len(text))]


def _flipped(text: bytes, chance: Random) -> bytes:
    made = bytearray(text or b"x")
    for _ in range(chance.randint(1, 8)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _other_value(text: bytes, chance: Random) -> bytes:
    """One value of TOML or JSON in the place of another."""
    found = [*_VALUE.finditer(text)]
    if not found:
        other = chance.choice(VALUES).encode()
        return re.sub(rb'(?<=": )[^,\n]+', lambda _: other, text, count=chance.randint(1, 9))
    at = chance.choice(found)
    return text[: at.start(2)] + chance.choice(VALUES).encode() + text[at.end(2) :]


def _more_lines(text: bytes, chance: Random) -> bytes:
    lines = text.split(b"\n")
    lines.insert(chance.randint(0, len(lines)), chance.choice(LINES).encode())
    return b"\n".join(lines)


def _shuffled(text: bytes, chance: Random) -> bytes:
    lines = text.split(b"\n")
    for _ in range(chance.randint(1, 4)):
        lines.insert(chance.randint(0, len(lines)), lines[chance.randrange(len(lines))])
        del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def _other_key(text: bytes, chance: Random) -> bytes:
    keys = [*re.finditer(rb"(?m)^\s*\"?([\w.-]+)\"? *[=:]", text)]
    if not keys:
        return text[::-1]
    at = chance.choice(keys)
    return (
        text[: at.start(1)] + chance.choice((b"k", b"name", b"style", b"kind", b"x.y.z", b"wdith")) + text[at.end(1) :]
    )


def _recoded(text: bytes, chance: Random) -> bytes:
    return text.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-32", "utf-7", "cp037")), "replace")


def _swollen(text: bytes, chance: Random) -> bytes:
    return text * (chance.choice((1_000_000, 80_000_000)) // max(len(text), 1) + 1)


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_cut, _flipped, _more_lines, _shuffled, _other_key, _other_key),
    *(_other_value,) * 5,
    *(_recoded, _swollen),
)
"""A value is the likeliest thing to be wrong."""
