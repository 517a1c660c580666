"""The same on every system: what only Unix has stands behind a guard, and no text depends on a machine's own words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import bagpattern

SOURCE = Path(bagpattern.__file__).parent


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNIX_MODULES = {"fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "posix", "curses", "readline", "syslog"}
UNIX_NAMES = {
    "os": _names(
        "fork forkpty getuid geteuid getgid getegid getpgid getpgrp setsid setpgid killpg sysconf confstr uname "
        "getloadavg sched_getaffinity sched_setaffinity mkfifo mknod chown lchown chroot nice wait wait3 wait4 statvfs "
        "fchmod fchown openpty ttyname pipe2 posix_fadvise sync register_at_fork"
    ),
    "signal": _names("SIGHUP SIGKILL SIGALRM SIGUSR1 SIGUSR2 SIGCHLD alarm setitimer pause pthread_kill"),
    "socket": _names("AF_UNIX SO_REUSEPORT"),
    "time": _names("tzset clock_gettime"),
}
GUARDS = ("ImportError", "hasattr(", "getattr(", 'sys.platform == "win32"', 'sys.platform != "win32"', "COUNTED")
"""What asks, or has been told once for all what was asked: whether processor time is counted."""
UNIX_PLACES = re.compile(r"^/(proc|dev|tmp|etc|usr|var|sys|home)(/|$)")


def unguarded(text: str) -> Iterator[str]:
    """What of a file's text only Unix has, where the function that it stands in does not ask for it."""
    tree = ast.parse(text)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        found = _unix(node)
        if found and not any(guard in _around(node, parents, text) for guard in GUARDS):
            yield f"{getattr(node, 'lineno', 0)}: {found}"


def _unix(node: ast.AST) -> str:
    if isinstance(node, ast.Import):
        return next((each.name for each in node.names if each.name in UNIX_MODULES), "")
    if isinstance(node, ast.ImportFrom):
        return node.module if node.module in UNIX_MODULES else ""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}" if node.attr in UNIX_NAMES.get(node.value.id, ()) else ""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value if UNIX_PLACES.match(node.value) else ""
    return ""


def _around(node: ast.AST, parents: dict[ast.AST, ast.AST], text: str) -> str:
    """The text of the function that something stands in, or of its statement."""
    while node in parents and not isinstance(node, ast.FunctionDef) and not isinstance(parents[node], ast.Module):
        node = parents[node]
    return ast.get_source_segment(text, node) or ""


def of_the_machine(text: str) -> Iterator[str]:
    """Calls that read or write text in the encoding, or with the newlines, that a machine happens to have."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            named = {each.arg for each in node.keywords}
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "write_text" and "newline" not in named:
                yield f"{node.lineno}: {called} without newline"
            if called in ("open", "fdopen") and _is_text(node) and not {"encoding", "newline"} <= named:
                yield f"{node.lineno}: {called} without encoding and newline"


def _is_text(call: ast.Call) -> bool:
    """Whether a file is opened for text, as far as its mode is written there."""
    modes = [each.value for each in [*call.args, *(k.value for k in call.keywords)] if isinstance(each, ast.Constant)]
    said = [each for each in modes if isinstance(each, str) and re.fullmatch(r"[rwxab+t]+", each)]
    return bool(said) and "b" not in said[0]


def test_what_only_unix_has_is_asked_for_first() -> None:
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found += [f"{path.relative_to(SOURCE)}:{each}" for each in (*unguarded(text), *of_the_machine(text))]
    assert found == []


def test_the_search_finds_what_it_is_for() -> None:
    assert [*unguarded("import fcntl\n")] == ["1: fcntl"]
    assert [*unguarded("def f():\n    return os.sysconf('SC_PAGE_SIZE'), open('/proc/stat')\n")] == [
        "2: os.sysconf",
        "2: /proc/stat",
    ]
    assert not [*unguarded("def f():\n    try:\n        import fcntl\n    except ImportError:\n        return\n")]
    assert [*of_the_machine("open(name, 'w')\npath.write_text(text, encoding='utf-8')\nopen(name, 'rb')\n")] == [
        "1: open without encoding and newline",
        "2: write_text without newline",
    ]
