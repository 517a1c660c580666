"""The one check: style, types, layers, tests. ``python -m tests`` from the top of the checkout.

``python -m tests coverage`` counts instead which lines the tests run, but for those of ``tests/contract``: thousands of
bags. Counting takes as long again as the tests do.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = "tests/web/page"
"""The designer's page in a browser: ``python -m tests.programs`` opens it, and tries other people's programs."""
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("tests.layers",),
    ("pytest", "--numprocesses=auto", "--dist=worksteal", f"--ignore={PAGE}", "--ignore=tests/programs"),
)
COVERAGE = (
    ("pytest", "--numprocesses=auto", "--cov", "--cov-fail-under=95", "--ignore=tests/contract", f"--ignore={PAGE}"),
)


def main() -> int:
    """Run every check, whatever the ones before said; 1 when any failed."""
    checks = COVERAGE if sys.argv[1:] == ["coverage"] else CHECKS
    failed = [check for check in checks if subprocess.run([sys.executable, "-m", *check], cwd=ROOT).returncode]
    for check in failed:
        print("failed:", *check, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
