"""What is printed when a command fails, and the exit status."""

from __future__ import annotations

import errno

from bagpattern.errors import InputError, PatternError

FAILED_PROOF = 1
BAD_INPUT = 2


def failure(error: Exception) -> tuple[list[str], int]:
    """The lines to print, one for each thing that is wrong, and the exit status.

    What goes wrong in a part of one's own is told by the line there.
    Raises *error* again if it is none of the kinds that are expected, or a reader's who had enough, such as ``head``.
    """
    if isinstance(error, InputError):
        return [str(problem) for problem in error.problems], BAD_INPUT
    if isinstance(error, PatternError):
        return [str(finding) for finding in error.findings], FAILED_PROOF
    if isinstance(error, OSError) and error.errno != errno.EPIPE:
        return [f"cannot write: {(error.strerror or str(error)).lower()}"], BAD_INPUT
    from bagpattern.own_parts import blamed  # only what no one expected makes it worth its time

    problem = blamed(error)
    if problem is not None:
        return [str(problem)], BAD_INPUT
    raise error
