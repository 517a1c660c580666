"""Linear programs, solved by HiGHS. The only module that knows it."""

from __future__ import annotations

import math
from typing import Any

import highspy
import numpy as np

_NODES = 100
"""How many cases are looked at for whole numbers."""


class _Silent(highspy.Highs):
    """It greets on standard output as soon as it is made, unless it is told not to before that."""

    def enableCallbacks(self) -> None:  # noqa: N802 (its name)
        self.setOptionValue("output_flag", False)


def solved(
    cost: Any,
    least: Any,
    most: Any,
    columns: Any,
    factors: Any,
    sums: Any,
    seconds: float = math.inf,
    whole: bool = False,
) -> Any:
    """The values between *least* and *most* that cost least; None when there are none, or none in so many seconds.

    *whole* numbers are looked for up to a fixed amount of work, so that the answer is the same every time. *columns*
    and *factors* hold an array for each kind of row, with a line for each row: which values it adds up, and how many
    times. Each row's sum has to be at least that in *sums*.
    """
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(cost), len(sums)
    program.col_cost_, program.col_lower_, program.col_upper_ = cost, least, most
    program.row_lower_, program.row_upper_ = sums, np.full(len(sums), highspy.kHighsInf)
    lengths = np.concatenate([np.full(len(each), each.shape[1]) for each in columns])
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.append(0, np.cumsum(lengths)).astype(np.int32)
    program.a_matrix_.index_ = np.concatenate([each.ravel() for each in columns]).astype(np.int32)
    program.a_matrix_.value_ = np.concatenate([each.ravel() for each in factors])
    if whole:
        program.integrality_ = [highspy.HighsVarType.kInteger] * len(cost)
    solver = _Silent()  # type: ignore[no-untyped-call]
    solver.setOptionValue("time_limit", seconds)
    solver.setOptionValue("mip_max_nodes", _NODES)
    solver.passModel(program)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return np.array(solver.getSolution().col_value)
