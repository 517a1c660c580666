"""Linear algebra in one thread: the same input gives the same bytes on every machine, and a busy one is not choked.

A bag's matrices are small: threads gain nothing there, and several processes with several threads each take ten times
as long.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from threadpoolctl import ThreadpoolController

Given = ParamSpec("Given")
Result = TypeVar("Result")

_POOLS: list[ThreadpoolController] = []


def in_one_thread(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """The function, while which the libraries of linear algebra use one thread."""

    @wraps(function)
    def alone(*given: Given.args, **named: Given.kwargs) -> Result:
        if not _POOLS:
            _POOLS.append(ThreadpoolController())  # looking for the libraries takes longer than telling them
        with _POOLS[0].limit(limits=1, user_api="blas"):
            return function(*given, **named)

    return alone
