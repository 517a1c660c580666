"""Random bags, thousands of them, and whatever is wrong with one: ``python -m tests.fuzz 20000 --seed word``.

``--bad 1000`` gives bad files to the commands that read them, ``--kills 500`` ends writers at random moments.

No part of the ordinary run but for a sample. What it finds is mended by kind, and the least case of it lands in
``tests/errors``, ``tests/property`` or beside the tests of the rule.
"""
