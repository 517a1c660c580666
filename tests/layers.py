"""What may import what: ``python -m tests.layers``. import-linter is a command of its own, not a module that runs."""

from __future__ import annotations

from importlinter.cli import lint_imports_command

if __name__ == "__main__":
    lint_imports_command()
