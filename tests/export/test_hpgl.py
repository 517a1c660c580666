"""HPGL for plotters that reach so far and no farther: what is split, and that nothing is lost by it."""

from __future__ import annotations

import re
from itertools import pairwise
from math import dist

import pytest

import bagpattern
from bagpattern.export import Job
from bagpattern.export.hpgl import Hpgl
from bagpattern.options import Options


@pytest.fixture(scope="module")
def duffle() -> Job:
    """A drawing larger than 819 mm either way."""
    return Job(bagpattern.make("duffle"))


def strokes(content: bytes) -> list[list[tuple[int, int]]]:
    """Every stroke in plotter units."""
    lines = re.findall(r"^PU.*$", content.decode(), re.MULTILINE)
    return [[(int(x), int(y)) for x, y in re.findall(r"(-?\d+),(-?\d+)", line)] for line in lines]


def drawn(files: dict[str, bytes]) -> float:
    """mm of lines in all."""
    steps = (pair for each in files.values() for line in strokes(each) for pair in pairwise(line))
    return sum(dist(a, b) for a, b in steps) / 40


def with_roll(job: Job, roll: float) -> Job:
    return Job(job.pattern, "paper", Options(roll=roll), made=job.drawings)


def test_what_old_plotters_do_not_reach_is_split(duffle: Job) -> None:
    (drawing,) = duffle.drawings.values()
    assert min(drawing.width, drawing.height) > 819.2
    found = Hpgl().files(duffle)
    assert [*found] == [f"duffle-{number}-of-4.plt" for number in (1, 2, 3, 4)]
    for content in found.values():
        assert all(0 <= side <= 32767 for line in strokes(content) for place in line for side in place)
    assert drawn(found) == pytest.approx(drawn(Hpgl().files(with_roll(duffle, 3000.0))), rel=1e-3)
    (told,) = Hpgl().told(duffle)
    assert "is more than what old plotters reach (819.2 mm): split into 4 files" in told


def test_a_roll_takes_strips_of_its_width_of_any_length(duffle: Job) -> None:
    (drawing,) = duffle.drawings.values()
    found = Hpgl().files(with_roll(duffle, 600.0))
    assert len(found) == 2
    highest = [max(y for line in strokes(each) for _, y in line) / 40 for each in found.values()]
    longest = max(x for each in found.values() for line in strokes(each) for x, _ in line) / 40
    assert max(highest) <= 600.0
    assert 819.2 < longest <= drawing.width
    assert "the roll (600 mm): split into 2 files" in next(Hpgl().told(with_roll(duffle, 600.0)))


def test_what_lies_on_the_roll_when_it_is_turned_is_not_split() -> None:
    whole = Job(bagpattern.make("pencil-case"))
    (drawing,) = whole.drawings.values()
    low, high = sorted((drawing.width, drawing.height))
    (content,) = Hpgl().files(with_roll(whole, low + 1.0)).values()
    places = [place for line in strokes(content) for place in line]
    assert max(y for _, y in places) / 40 <= low
    assert low < max(x for x, _ in places) / 40 <= high
    assert not [*Hpgl().told(with_roll(whole, low + 1.0))]
