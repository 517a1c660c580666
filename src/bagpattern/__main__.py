"""``python -m bagpattern``: the same as the command ``bagpattern``."""

from bagpattern.cli import main

main(prog_name="bagpattern")
