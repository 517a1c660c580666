"""What a worker opens while it answers strangers: nothing but its own house, and nothing to write."""

from __future__ import annotations

import json
import subprocess
import sys
from os import environ
from pathlib import Path

import bagpattern
from bagpattern.preset.shipped import folder

_WATCHED = """
import json, sys
opened = []
sys.addaudithook(lambda event, given: opened.append([str(given[0]), str(given[1])]) if event == "open" else None)
from bagpattern.web.worker import answered
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
    opened = {(Path(name).resolve(), mode) for name, mode in json.loads(run.stdout)}
    assert len(opened) > 100
    assert not [name for name, mode in opened if set("wax+") & set(mode)]
    assert not [name for name, _ in opened if not _is_known(name, tmp_path)]
    assert not [*tmp_path.iterdir()]


def _is_known(path: Path, home: Path) -> bool:
    """Whether it is of the house or of what it is built on, or was looked for at home, where nothing is."""
    house = (Path(bagpattern.__file__).parent, folder(), Path(sys.prefix), Path(sys.base_prefix), Path("/proc"))
    return any(path.is_relative_to(each.resolve()) for each in (*house, home))
