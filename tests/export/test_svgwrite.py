"""svgwrite is imported without the web and without its checks, and finds them all the same when it asks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def told(script: str) -> str:
    """What a fresh Python prints that has just imported svgwrite as the export does."""
    start = "import sys; from bagpattern.export._svgwrite import svgwrite; library = svgwrite()"
    done = subprocess.run([sys.executable, "-c", f"{start}\n{script}"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_nothing_of_the_web_or_the_checks_is_loaded() -> None:
    script = (
        "library.Drawing(debug=False).tostring()\nprint({'urllib.request', 'svgwrite.validator2'} & {*sys.modules})"
    )
    assert told(script) == "set()"


def test_what_it_fetches_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "font").write_text("the font", encoding="utf-8")
    address = (tmp_path / "font").as_uri()
    assert told(f"print(library.container.urlopen({address!r}).read().decode())") == "the font"


def test_a_program_that_has_the_web_keeps_it() -> None:
    script = "import urllib.request; svgwrite(); print(urllib.request is sys.modules['urllib.request'])"
    assert told(script) == "True"


def test_what_it_checks_is_checked() -> None:
    script = """
for data in ("M 0 0 L 5 5", "M 0 nowhere"):
    try:
        print(library.Drawing(debug=True).path(d=data).tostring())
    except TypeError:
        print("refused")
"""
    assert told(script).splitlines() == ['<path d="M 0 0 L 5 5" />', "refused"]
