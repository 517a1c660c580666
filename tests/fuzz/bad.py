"""Bad inputs, hundreds of them, each given to a command that reads such a file: ``python -m tests.fuzz --bad 1000``.

Each is taken or refused in words that name it, within a second or so; nothing else is ever left of it.
"""

from __future__ import annotations

import os
import re
import resource
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import FrameType

from click.testing import CliRunner

import bagpattern
from bagpattern.cli import main
from tests.fuzz.bad_texts import NAMES, bent

LONGEST = 6.0
"""Seconds of processor time for the worst of files, with a draft and a lay plan of the smallest bag."""
HUNG = 60
"""Seconds of the clock after which a command waits for what never comes."""
MOST_MEMORY = 400_000
"""kB that one of them may take beyond all before."""
_ROOT = Path(__file__).parents[2]
_SMALL = "flat-pouch"
_LAY = ("lay", _SMALL, "--effort", "quick")
_STASH = "".join(
    f'[[offcuts]]\nmaterial = "{slot}"\nname = "blue"\nwidth = "90 cm"\nlength = "1 m"\ncount = 2\n\n'
    for slot in ("shell", "lining", "interfacing")
)
_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 9"><path d="M0 0h9v9z" fill="#123"/></svg>'
_COLOURS = 'style = "tote"\nname = "{title}"\n[[colourways]]\nname = "Sea"\nshell = "navy"\n'
_WOOL = '[[materials.own]]\nname = "Wool"\nlike = "felt"\nthickness = "2 mm"\n'
_OWN = f'style = "tote"\n[materials]\nshell = "wool"\n{_WOOL}'


@dataclass(frozen=True)
class Reader:
    """A command that reads a file in the place of FILE, a sound one of its kind, and the ending of its name."""

    kind: str
    command: tuple[str, ...]
    sound: tuple[bytes, ...]
    ending: str


@dataclass(frozen=True)
class Bad:
    """One input: what is given to whom, and the file that it is; no content for what is no file."""

    reader: Reader
    name: str
    content: bytes | None
    thing: str = "file"


def readers() -> tuple[Reader, ...]:
    """Everything that reads a file, each with sound ones."""
    presets = tuple(each.read_bytes() for each in sorted((_ROOT / "presets").glob("*.toml"))[::4])
    ranges = ((_ROOT / "examples/range/sleeves.toml").read_bytes().replace(b'prices = "prices.toml"', b""),)
    prices = ((_ROOT / "examples/range/prices.toml").read_bytes(),)
    font = ((Path(bagpattern.__file__).parent / "fonts" / "DejaVuSans.ttf").read_bytes(),)
    pattern, plan = _written()
    odd = (_COLOURS.encode(), _OWN.encode())
    logo = 'publisher = {{ name = "a", logo = "{file}" }}'
    draft = ("draft", _SMALL, "--format", "json")
    return (
        *(Reader("preset", (each, "FILE"), (*presets, *odd), ".toml") for each in ("check", "show")),
        Reader("order", ("lay", _SMALL, "FILE", "--effort", "quick"), presets, ".toml"),
        Reader("preset", ("new", "new.toml", "--from", "FILE"), (*presets, *odd), ".toml"),
        Reader("pattern", ("check", "FILE"), (pattern,), ".json"),
        Reader("range", ("range", "FILE", "--list"), ranges, ".toml"),
        Reader("prices", (*_LAY, "--prices", "FILE"), prices, ".toml"),
        Reader("stash", (*_LAY, "--stash", "FILE"), (_STASH.encode(),), ".toml"),
        Reader("plan", (*draft, "--plan", "FILE"), (plan,), ".json"),
        Reader("font", ("draft", _SMALL, "--format", "pdf", "--font", "FILE"), font, ".ttf"),
        Reader("logo", ("check", "LOGO"), (_LOGO.encode(), logo.encode()), ".svg"),
    )


def _written() -> tuple[bytes, bytes]:
    """A pattern and a plan as the program writes them."""
    with TemporaryDirectory() as folder, chdir(folder):
        CliRunner().invoke(main, ["draft", _SMALL, "-o", "a.json"])
        CliRunner().invoke(main, [*_LAY, "--plan", "plan.json"])
        return Path("a.json").read_bytes(), Path("plan.json").read_bytes()


_THINGS = ("pipe", "folder", "nothing", "round", "socket", "/dev/zero", "/dev/full", "/proc/self/mem")


def bad_inputs(count: int, seed: str) -> Iterator[Bad]:
    """*count* inputs; the same for the same *seed*. One in eight is no file at all."""
    chance, every = Random(seed), readers()
    for _ in range(count):
        reader = chance.choice(every)
        name = chance.choice(NAMES) if chance.random() < 0.3 else NAMES[0]
        if chance.random() < 0.125:
            yield Bad(reader, name + reader.ending, None, chance.choice(_THINGS))
        else:
            yield Bad(reader, name + reader.ending, bent(chance.choice(reader.sound), chance))


def judged(bad: Bad) -> tuple[str, list[str]]:
    """What became of one input, ``taken`` or ``refused``, and all that is wrong with how."""
    with TemporaryDirectory() as folder, chdir(folder):
        given = _laid_out(bad)
        before = _files()
        memory, start = _memory(), time.process_time()
        with _no_longer_than(HUNG):
            words = [given if each in ("FILE", "LOGO") else each for each in bad.reader.command]
            result = CliRunner().invoke(main, words)
        spent, more = time.process_time() - start, _memory() - memory
        faults = [f"{spent:.1f} s"] if spent > LONGEST else []
        faults += [f"{more} kB"] if more > MOST_MEMORY else []
        if result.exit_code == 0:
            return "taken", faults
        if not isinstance(result.exception, SystemExit):
            error = result.exception or RuntimeError()
            return "wrong", ["".join(traceback.format_exception(error)[-3:])]
        left = _files() - before
        faults += [f"leaves {sorted(left)}"] if left else []
        return "refused", [*faults, *_wording(result.exit_code, result.stderr or result.stdout, given)]


def _wording(status: int, told: str, given: str) -> Iterator[str]:
    """What is wrong with what is printed: a line for each mistake, which names the file, as it can be printed."""
    lines = told.splitlines()
    if status not in (1, 2):
        yield f"exit status {status}"
    if not lines or "Traceback" in told:
        yield f"told: {told[:300]!r}"
    if len(lines) > 40 or any(len(line) > 1500 for line in lines):
        yield f"{len(lines)} lines, the longest {max(map(len, lines))}"
    if not all(line.isprintable() for line in lines):
        yield f"not printable: {told[:300]!r}"
    named = any(each in told for each in (*re.findall(r"\w+", Path(given).stem), "logo", "cannot be read"))
    if status == 2 and not named:  # or another file, which this one names
        yield f"does not name the file: {told[:300]}"


def _laid_out(bad: Bad) -> str:
    """The input in the empty folder, and the word that names it on the command line."""
    path = Path(os.path.abspath(bad.name)) if bad.name.startswith("-") else Path(bad.name)
    if bad.content is not None:
        path.write_bytes(bad.content)
    elif bad.thing.startswith("/"):
        path.symlink_to(bad.thing)
    else:
        _MAKE[bad.thing](path)
    if bad.reader.kind != "logo":
        return str(path)
    Path("broken.toml").write_text(f'style = "tote"\n[publisher]\nname = "a"\nlogo = {_toml(bad.name)}\n')
    return "broken.toml"


def _toml(name: str) -> str:
    return '"' + "".join(each if each.isalnum() or each in ". " else f"\\U{ord(each):08x}" for each in name) + '"'


def _socket(path: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as made:
        made.bind("a")  # the system takes no long names
    Path("a").rename(path)


_MAKE: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "nothing": lambda path: path.symlink_to("nowhere"),
    "round": lambda path: path.symlink_to(path.name),
    "socket": _socket,
}


def _files() -> set[str]:
    return {str(each) for each in Path().rglob("*")}


def _memory() -> int:
    """kB: the most that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    """Raises TimeoutError after so many seconds."""

    def end(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"waits for {seconds} s")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def run(count: int, seed: str) -> int:
    """Give so many inputs; print what is wrong as it is found, and the counts at the end. 1 if anything is."""
    if not count:
        return 0
    outcomes: Counter[str] = Counter()
    wrong = 0
    for reader in readers():
        assert judged(Bad(reader, NAMES[0] + reader.ending, reader.sound[0])) == ("taken", []), reader.kind
    for number, bad in enumerate(bad_inputs(count, seed), 1):
        outcome, faults = judged(bad)
        outcomes[f"{bad.reader.kind} {outcome}"] += 1
        wrong += bool(faults)
        for each in faults:
            given = bad.thing, repr(bad.name), repr((bad.content or b"")[:200])
            print(number, bad.reader.command, *given, each, sep="\n    ", flush=True)
    print(dict(sorted(outcomes.items())), wrong, "faults")
    return int(bool(wrong))
