"""Where a worker's process begins: apart, so that the server that names it need not import all that workers know."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def begin(link: Connection, memory: int) -> None:
    """The life of a worker."""
    from bagpattern.web.worker import work

    work(link, memory)
