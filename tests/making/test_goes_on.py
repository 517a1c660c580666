"""A task that is begun is gone on with: another comes between only where it has to."""

from __future__ import annotations

from itertools import groupby

import pytest

from bagpattern.pipeline import make


@pytest.mark.parametrize("preset", ["handbag", "tote", "flat-pouch"])
def test_no_task_is_left_to_be_taken_up_again(preset: str) -> None:
    """In these bags nothing has to come between."""
    order = [each.task for step in make(preset).steps for each in step.step.operations]
    in_hand = [task for task, _ in groupby(order)]
    assert len(in_hand) == len(set(in_hand))
