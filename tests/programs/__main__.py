"""Other people's programs open our files, shells complete our commands: ``python -m tests.programs`` asks them.

It installs them first, if it can. The programs are Debian's packages, the layer filter is PDFStitcher's own. What
cannot be installed is named with the reason, and its tests are skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "inkscape": "inkscape",
    "chromium": "chromium",
    "pdftoppm": "poppler-utils",
    "qpdf": "qpdf",
    "zsh": "zsh",
    "fish": "fish",
}
"""The package of each program."""


def install() -> None:
    """Debian's packages of the programs that are not here; the reason is printed where that does not work."""
    missing = [package for program, package in PACKAGES.items() if shutil.which(program) is None]
    if not missing:
        return
    commands = (
        ("apt-get", "update", "--quiet"),
        ("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *missing),
    )
    for command in commands:
        try:
            subprocess.run(command, check=True, capture_output=True, text=True)
        except (OSError, subprocess.CalledProcessError) as error:
            reason = getattr(error, "stderr", "") or str(error)
            print(f"{', '.join(missing)} cannot be installed: {reason.strip().splitlines()[-1]}")
            return


if __name__ == "__main__":
    install()
    sys.exit(subprocess.run([sys.executable, "-m", "pytest", "-rs", Path(__file__).parent], check=False).returncode)
