"""Completion in bash, zsh and fish themselves: what a maker types, the Tab key, and what the shell makes of it."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("these shells need a terminal of Unix", allow_module_level=True)

import pty

SHELLS = {
    "bash": (("bash", "--norc", "--noprofile", "-i"), 'eval "$(_BAGPATTERN_COMPLETE=bash_source bagpattern)"'),
    "zsh": (
        ("zsh", "-f", "-i"),
        'autoload -Uz compinit; compinit -u; eval "$(_BAGPATTERN_COMPLETE=zsh_source bagpattern)"',
    ),
}
"""How each begins without a maker's own settings, and what the README has switch it on."""
TYPED = (
    ("bagpattern dra\t", "draft"),
    ("mini-backpack-ar\t", "mini-backpack-artistic"),
    ("--set straps.ki\t", "--set straps.kind="),
    ("web\t", "webbing"),
    (" --set holds=keys,wallet-b\t", "holds=keys,wallet-bifold"),
)
"""What is typed in turn on one line, and what the shell makes of it."""
AT_MOST = 20.0
"""Seconds until a shell answers."""


class Terminal:
    """A shell at a terminal of its own."""

    def __init__(self, command: tuple[str, ...], environment: dict[str, str]) -> None:
        child, self.terminal = pty.fork()
        if child == 0:
            os.execvpe(command[0], command, environment)
        self.child = child
        self.shown = ""

    def type(self, text: str) -> None:
        os.write(self.terminal, text.encode())

    def shows(self, wanted: str) -> bool:
        """Whether a text comes to stand there, without what moves the cursor and colours."""
        end = time.monotonic() + AT_MOST
        while wanted not in self.shown and time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.2)[0]:
                self.shown += re.sub(r"\x1b\[[?0-9;]*[a-zA-Z]", "", os.read(self.terminal, 65536).decode())
        return wanted in self.shown

    def close(self) -> None:
        os.close(self.terminal)
        os.waitpid(self.child, 0)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An empty home, and a bagpattern on the path."""
    program = tmp_path / "bin" / "bagpattern"
    program.parent.mkdir()
    program.write_text(f'#!{sys.executable}\nfrom bagpattern.cli import main\nmain(prog_name="bagpattern")\n')
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    return {
        **kept,
        "PATH": path,
        "HOME": str(tmp_path),
        "TERM": "dumb",
        "PS1": "ready ",
        "LANG": "C.UTF-8",
        "COLUMNS": "300",
    }


@pytest.fixture
def terminal(shell: str, environment: dict[str, str]) -> Iterator[Terminal]:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed: python -m tests.programs does it on Debian")
    opened = Terminal(SHELLS[shell][0], environment)
    yield opened
    opened.close()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_tab_key_completes_commands_presets_keys_and_values(shell: str, terminal: Terminal) -> None:
    terminal.type(f"stty cols 300; {SHELLS[shell][1]}; echo switched-''on\n")
    assert terminal.shows("switched-on"), terminal.shown
    for typed, completed in TYPED:
        terminal.shown = ""
        terminal.type(typed)
        assert terminal.shows(completed), terminal.shown


FISH = (
    ("bagpattern dra", "draft\tDraft a pattern and write its files."),
    ("bagpattern draft mini-backpack-ar", "mini-backpack-artistic"),
    ("bagpattern draft mini-backpack --set straps.ki", "straps.kind="),
    ("bagpattern draft mini-backpack --set straps.kind=w", "straps.kind=webbing"),
    ("bagpattern draft mini-backpack --set holds=keys,wallet-b", "holds=keys,wallet-bifold"),
    ("bagpattern draft mini-backpack --set dimensions.top", "0: square; left out: about a third"),
)


@pytest.mark.parametrize(("line", "completed"), FISH)
def test_fish_knows_what_a_line_may_become(line: str, completed: str, environment: dict[str, str]) -> None:
    """fish is asked by its own command: what the Tab key would offer, each with its explanation."""
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed: python -m tests.programs does it on Debian")
    folder = Path(environment["HOME"], ".config", "fish", "completions")
    folder.mkdir(parents=True)
    switched = f"_BAGPATTERN_COMPLETE=fish_source bagpattern > {folder}/bagpattern.fish"
    asked = ["fish", "-c", f"{switched}; complete -C '{line}'"]
    result = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True, timeout=120)
    assert completed in result.stdout, result.stdout + result.stderr
