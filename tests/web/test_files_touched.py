"""What a worker opens while it answers strangers: nothing but its own house, and nothing to write."""

from __future__ import annotations

import json
import subprocess
import sys
from os import environ
from pathlib import Path

import pytest

import bagpattern
from bagpattern.preset.shipped import folder

_WATCHED = """
import json, sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
from bagpattern.web.confined import confine
from bagpattern.web.worker import answered
confine()
for toml in json.loads(sys.stdin.read()):
    want = ["pieces", "sewn", "steps", "lay", "proof"]
    answered("draft", {"toml": toml, "n": 1, "want": want})
    answered("edit", {"toml": toml, "key": "extends", "value": "../x"})
    answered("file", {"toml": toml, "kind": "zip", "wishes": {"paper": "a4"}})
print(json.dumps(opened))
"""
HOSTILE = (
    'extends = "tote"\n',
    'extends = "/etc/passwd"\n',
    'extends = "./../bag.toml"\n',
    'extends = "tote.toml"\n',
    'style = "tote"\nholds = ["/etc/passwd", "../x"]\n[materials]\nshell = "../../secret"\n',
    'style = "../tote"\npreset = "../../x"\nlanguage = "../de"\n',
)


def test_nothing_of_this_machine_is_read_and_nothing_written(tmp_path: Path) -> None:
    line = [sys.executable, "-B", "-c", _WATCHED]
    alone = {**environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}  # where libraries look for settings
    run = subprocess.run(
        line, input=json.dumps(HOSTILE), capture_output=True, text=True, check=True, cwd=tmp_path, env=alone
    )
    opened = {(tmp_path / name).resolve() for name in json.loads(run.stdout)}
    assert len(opened) > 100
    assert not [name for name in opened if not _is_known(name, tmp_path)]
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    "deed",
    [
        *(
            "open('x', 'w')",
            "open('x', 'a')",
            "open('x', 'r+')",
            "os.open('x', os.O_CREAT | os.O_WRONLY)",
            "os.mkdir('x')",
        ),
        *("os.remove('there')", "os.rename('there', 'x')", "os.system('true')", "subprocess.run(['true'])"),
        *("socket.create_connection(('127.0.0.1', 9))",),
    ],
)
def test_a_worker_does_nothing_to_the_machine(deed: str, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("")
    code = f"import os, socket, subprocess\nfrom bagpattern.web.confined import confine\nconfine()\n{deed}"
    run = subprocess.run([sys.executable, "-B", "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert run.stderr.splitlines()[-1].startswith("PermissionError: a worker does no ")
    assert [each.name for each in tmp_path.iterdir()] == ["there"]


def _is_known(path: Path, home: Path) -> bool:
    """Whether it is of the house or of what it is built on, or was looked for at home, where nothing is."""
    house = (Path(bagpattern.__file__).parent, folder(), Path(sys.prefix), Path(sys.base_prefix), Path("/proc"))
    is_font = path.suffix.lower() in (".ttf", ".otf", ".ttc")  # of the system: one library measures them all
    return is_font or any(path.is_relative_to(each.resolve()) for each in (*house, home))
