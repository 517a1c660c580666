"""Other people's programs open our files, shells complete our commands: ``python -m tests.programs`` asks them.

It installs them first, if it can. The programs are Debian's packages, the layer filter is PDFStitcher's own, Khronos'
validator of glTF comes from npm into this folder. What cannot be installed is named with the reason, and its tests are
skipped.
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
    "node": "nodejs",
    "npm": "npm",
}
"""The package of each program."""
VALIDATOR = "gltf-validator@2.0.0-dev.3.10"
HERE = Path(__file__).parent
PAGE = HERE.parent / "web" / "page"
"""What Chromium has to be there for, too: the designer's page."""


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
        if not _done(command, ", ".join(missing)):
            return


def install_validator() -> None:
    """Khronos' validator, which is no program but a package of npm's."""
    if not (HERE / "node_modules" / "gltf-validator").is_dir():
        _done(("npm", "install", "--prefix", str(HERE), "--no-save", "--no-package-lock", VALIDATOR), VALIDATOR)


def _done(command: tuple[str, ...], what: str) -> bool:
    """Whether a command that installs something went well; if not, the reason is printed."""
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", "") or str(error)
        print(f"{what} cannot be installed: {reason.strip().splitlines()[-1]}")
        return False
    return True


if __name__ == "__main__":
    install()
    install_validator()
    sys.exit(subprocess.run([sys.executable, "-m", "pytest", "-rs", HERE, PAGE], check=False).returncode)
