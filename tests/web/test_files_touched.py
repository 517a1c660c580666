"""What a worker opens while it answers strangers: nothing but its own house, and nothing to write."""

from __future__ import annotations

import json
import subprocess
import sys
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
    asked = json.dumps(HOSTILE)
    run = subprocess.run(
        [sys.executable, "-B", "-c", _WATCHED], input=asked, capture_output=True, text=True, check=True, cwd=tmp_path
    )
    house = [Path(bagpattern.__file__).parent, folder(), Path(sys.prefix), Path(sys.base_prefix), Path("/usr/share")]
    opened = json.loads(run.stdout)
    assert opened
    for name, mode in opened:
        path = Path(name).resolve()
        assert not set("wax+") & set(mode), name
        if path == Path.home() / ".reportlab_mods":  # settings of a library that are looked for on import
            continue
        assert any(path.is_relative_to(each.resolve()) for each in house) or path.is_relative_to("/proc"), name
    assert not [*tmp_path.iterdir()]
