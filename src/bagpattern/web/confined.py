"""A worker's process keeps its hands off the machine: from then on it writes, starts and connects nothing.

Libraries try to on their own account, such as one that keeps a list of fonts at home; they do without.
"""

from __future__ import annotations

import os
import sys
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = frozenset(
    {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
    | {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "socket.connect", "socket.bind"}
)


def confine() -> None:
    """For the rest of this process's life: whatever would do such a thing meets a PermissionError."""
    sys.addaudithook(_refuse)


def _refuse(event: str, given: tuple[Any, ...]) -> None:
    if event in _REFUSED or (event == "open" and isinstance(given[2], int) and given[2] & _WRITING):
        raise PermissionError(f"a worker does no {event}")
