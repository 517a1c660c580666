"""What is printed when a command fails, and the exit status."""

from __future__ import annotations

import errno

from bagpattern.errors import InputError, PatternError, Problem
from bagpattern.language import ENGLISH, PLAIN, Teller
from bagpattern.said import Name
from bagpattern.words import words

FAILED_PROOF = 1
BAD_INPUT = 2


def failure(error: Exception, language: str | None = None) -> tuple[list[str], int]:
    """The lines to print, one for each thing that is wrong, and the exit status.

    They are in a *language*, else in that of the preset that is refused, as far as it can be read, else in English.
    What goes wrong in a part of one's own is told by the line there.
    Raises *error* again if it is none of the kinds that are expected, or a reader's who had enough, such as ``head``.
    """
    if isinstance(error, InputError):
        return [_line(problem, language) for problem in error.problems], BAD_INPUT
    if isinstance(error, PatternError):
        return [each.told(Teller(language=language or ENGLISH)) for each in error.findings], FAILED_PROOF
    if isinstance(error, OSError) and error.errno != errno.EPIPE:
        return [_told_by_the_system(error, language)], BAD_INPUT
    from bagpattern.own_parts import blamed  # only what no one expected makes it worth its time

    problem = blamed(error)
    if problem is not None:
        return [_line(problem, language)], BAD_INPUT
    raise error


def _line(problem: Problem, language: str | None) -> str:
    """In the units of its preset, and in its language where no other is asked for."""
    usual = problem.tell if isinstance(problem.tell, Teller) else PLAIN
    return problem.told(Teller(usual.units, language or usual.language))


def _told_by_the_system(error: OSError, language: str | None) -> str:
    """With the file, where the system says which; whether it was to be read or written nobody knows then."""
    reason = (error.strerror or str(error)).lower()
    if error.filename is not None:
        return f"{error.filename}: {reason}"
    return Teller(language=language or ENGLISH)(words("cannot write: {reason}", reason=Name(reason)))
