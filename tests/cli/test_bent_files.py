"""A few of the bad inputs of which ``python -m tests.fuzz --bad 1000`` gives hundreds."""

from __future__ import annotations

import os

import pytest

from tests.fuzz.bad import Bad, bad_inputs, judged

_LARGE = 2**20
"""Bytes: swollen files take long, and are for the long run."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs pipes, devices and signals of the clock")


@pytest.fixture(scope="module")
def sample() -> list[Bad]:
    """Twenty bad inputs."""
    return [each for each in bad_inputs(24, "sample") if len(each.content or b"") < _LARGE][:20]


@pytest.mark.parametrize("number", range(20))
def test_bad_input_is_taken_or_refused_in_words(sample: list[Bad], number: int) -> None:
    assert judged(sample[number])[1] == []


def test_the_sample_is_of_every_sort(sample: list[Bad]) -> None:
    assert len({each.reader.kind for each in sample}) > 6
