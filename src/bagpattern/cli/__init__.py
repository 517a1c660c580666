"""The command line: the only place that prints, writes files and exits.

Nothing but click is imported before a command runs, so that help costs no more than click itself.
"""

from __future__ import annotations

import click

from bagpattern import __version__
from bagpattern.cli._main import Main


@click.group(cls=Main, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="bagpattern %(version)s")
def main() -> None:
    """Sewing patterns for bags from short preset files, with the proof that they can be sewn.

    \b
      bagpattern draft mini-backpack                   the pattern, ready to print
      bagpattern new my-bag.toml --from mini-backpack  a preset of your own, to change
      bagpattern draft my-bag.toml --paper a4          your bag, on pages to tape together
    """
