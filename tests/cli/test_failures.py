"""What a failing command prints, and what is passed on."""

from __future__ import annotations

import errno

import pytest

from bagpattern.cli._failures import failure
from bagpattern.errors import InputError, PatternError, Problem
from bagpattern.model.pattern import Finding, Severity
from bagpattern.words import words


def test_every_problem_is_a_line() -> None:
    problems = [Problem("dimensions.width", words("is too small"), "a.toml", 3, 1), Problem("", words("there is none"))]
    assert failure(InputError(problems)) == (["a.toml:3:1: dimensions.width: is too small", "there is none"], 2)


def test_every_finding_is_a_line() -> None:
    found = [Finding(code, Severity.ERROR, "a", words("is wrong")) for code in ("BP101", "BP102")]
    assert failure(PatternError(found)) == (["BP101 error: a: is wrong", "BP102 error: a: is wrong"], 1)


def test_a_full_disk_is_a_line() -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    assert failure(full) == (["cannot write: no space left on device"], 2)


def test_what_the_system_refuses_is_told_with_its_name() -> None:
    long = OSError(errno.ENAMETOOLONG, "File name too long", "long/plan.json")
    assert failure(long) == (["long/plan.json: file name too long"], 2)


@pytest.mark.parametrize("error", [BrokenPipeError(errno.EPIPE, "Broken pipe"), RuntimeError("a mistake of ours")])
def test_what_is_not_expected_is_passed_on(error: Exception) -> None:
    with pytest.raises(type(error)):
        failure(error)
