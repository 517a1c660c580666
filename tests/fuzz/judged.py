"""What is wrong with one bag, by kind: a traceback, a failed proof, an advice that does not help, a slow draft."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.contract.cases import Settings
from bagpattern.contract.judging import TOO_THICK, would_do
from bagpattern.errors import InputError
from bagpattern.export.json import json_text
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.sewn.proof import proved
from tests import proof
from tests.contract.outcomes import unlisted
from tests.fuzz import amounts, drawn, followed

SLOW = 0.3
"""Seconds of processor time that no draft takes."""


_MEANT_THAT = re.compile(r'"([^"]+)"; did you mean "\1"')
"""What was written, proposed instead of itself."""


class Fault(NamedTuple):
    """One thing that is wrong: the ``kind`` is the same for all of its sort."""

    kind: str
    told: str


class Judged(NamedTuple):
    """What became of a bag: ``proved``, ``refused``, all that is wrong with either, and the proposals followed."""

    outcome: str
    faults: list[Fault]
    proposals: int = 0


def judge(settings: Settings, sew: bool = False, draw: bool = False) -> Judged:
    """Draft, prove and write a bag, and do as its refusals say; *sew* or *draw* it, too, which takes seconds."""
    start = time.process_time()
    try:
        pattern = make(settings)
    except InputError as error:
        proposals = sum(len(followed.all_proposed(each)) for each in error.problems)
        return Judged("refused", [*_by_kind("advice", _advice(settings, error))], proposals)
    except Exception as error:
        return Judged("wrong", [_traceback(error)])
    spent = time.process_time() - start
    slow = [Fault("slow", f"{spent:.2f} s")] if spent > SLOW and _slow(settings) else []
    try:
        return Judged("proved", [*slow, *_wrong(pattern, sew, draw)])
    except Exception as error:
        return Judged("wrong", [_traceback(error)])


def _slow(settings: Settings) -> bool:
    """Whether it is slow again, all that is read and kept by then."""
    start = time.process_time()
    make(settings)
    return time.process_time() - start > SLOW


def _wrong(pattern: Pattern, sew: bool, draw: bool) -> Iterator[Fault]:
    if pattern.errors:
        grave = (each for each in pattern.errors if each.code != TOO_THICK)
        yield from (Fault(f"proof {each.code}", str(each)) for each in grave)
        return
    text = json_text(pattern)
    yield from _by_kind("second opinion", proof.failures(text))
    yield from _by_kind("amounts", [*amounts.failures(text), *unlisted(pattern)])
    if sew:
        yield from (Fault(f"sewn {each.code}", str(each)) for each in proved(pattern).findings)
    if draw:
        yield from _by_kind("drawn", drawn.failures(pattern))


def _advice(settings: Settings, error: InputError) -> Iterator[str]:
    yield from (f"no advice: {each}" for each in error.problems if not would_do(str(each.message)))
    yield from (f"the same again: {each}" for each in error.problems if _MEANT_THAT.search(str(each.message)))
    yield from (f"repeated: {each}" for each in followed.repeated(settings))
    yield from (f"circle: {each}" for each in followed.circles(settings))


def _by_kind(what: str, told: Iterator[str] | list[str]) -> Iterator[Fault]:
    yield from (Fault(f"{what}: {without_figures(each)}", each) for each in told)


def _traceback(error: Exception) -> Fault:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return Fault(f"traceback {type(error).__name__} in {last.name}", "".join(traceback.format_exception(error)[-6:]))


def without_figures(told: str) -> str:
    """The words of a message: the same for other sizes."""
    return re.sub(r"[\d./]+", "#", told)[:160]
